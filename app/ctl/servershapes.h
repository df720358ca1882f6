#pragma once

#include "types/server.h"

#include <QJsonObject>

// Servers as atalayactl writes them in JSON.
QJsonObject serverObject(const Server &server);
QJsonObject serverFactsObject(const ServerFacts &facts);
