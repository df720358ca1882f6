#pragma once

#include "core/http.h"
#include "types/incident.h"

#include <QJsonValue>
#include <QList>

#include <stop_token>

// The open incidents of the status page at `page` (fly-io.md 1.1). No token is sent there.
// Blocking.
Result<QList<Incident>> readIncidents(
    HttpTransport &transport, const QUrl &page, std::stop_token stop);
Result<QList<Incident>> incidentsFromJson(const QJsonValue &json);
