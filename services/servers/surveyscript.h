#pragma once

#include "core/result.h"
#include "types/server.h"

#include <QByteArray>

// The one script of a survey, for `sh -s`: POSIX, for dash and busybox too. It reads only. Its
// lines are in sections, each behind "NONCE NAME"; a nonce that no text of the server can know
// divides them, so that no banner, no file and no container name passes for a section.
[[nodiscard]] Result<QByteArray> surveyScript(const Server &server, const QByteArray &nonce);
