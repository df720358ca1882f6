#pragma once

#include "fly/flycall.h"

#include <QJsonObject>

// Errors of the platform as ours (fly-io.md 1.6, 1.7). Details are sanitised, redacted and short.
Error errorOfTransport(const FlyRequest &request, const Error &error);
// An answer that is no 2xx. The code is the platform's word, or "page" for a body that is not JSON.
Error errorOfAnswer(const FlyRequest &request, const HttpResponse &response);
// A good status with a body that cannot be read.
Error errorOfBody(const FlyRequest &request, const HttpResponse &response, const QString &why);
Error errorOfGraphQl(const QJsonObject &error);
