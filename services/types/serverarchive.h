#pragma once

#include "core/result.h"
#include "types/server.h"

#include <QJsonObject>

// What was kept of a look at a server. Errors: Protocol, with the path of the field.
QJsonObject serverFactsToJson(const ServerFacts &facts);
Result<ServerFacts> serverFactsFromJson(const QJsonObject &json);
