#pragma once

#include "deploy/journal.h"
#include "types/deploymentstate.h"
#include "types/logline.h"

#include <QJsonArray>
#include <QJsonObject>

// ISO 8601 in UTC with milliseconds; empty for a time that is not known.
QString utcText(const QDateTime &at);
QJsonArray idsArray(const QList<MachineId> &ids);
// The shapes of --json that are not the journal's own.
QJsonObject summaryObject(const DeploymentSummary &summary);
QJsonObject verdictObject(const Verdict &verdict);
QJsonObject logObject(const LogLine &line);
QJsonArray spansArray(const DeploymentState &state);
// The journal's form without the nonces of leases, which open machines to whoever has them.
QJsonObject eventObject(const DeployEvent &event);
QString statusName(DeploymentSummary::Status status);
