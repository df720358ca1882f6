#pragma once

#include "deploy/journal.h"
#include "types/deployplan.h"
#include "types/fleetsnapshot.h"
#include "types/logline.h"

// The field cases as values, for panels that are driven without services.
namespace Sample {
QDateTime now(); // 2026-08-20 23:08:00 UTC
Machine machine(const QString &id, MachineState state = MachineState::Started, int passing = 1);
FleetApp app(const QString &name, int machines = 3, FleetState state = FleetState::Healthy);
// Named invex, at 203.0.113.5: the stack chat (backend, web, db, one of them unhealthy if `ill`),
// and the folder /srv/old of which nothing runs.
FleetServer server(bool ill = false);
FleetSnapshot fleet(); // acme: grupo-gad (failed), sist-cabanas-mvp (healthy)
QList<DeploymentSummary> history(); // newest first: failed release, failed build, done, rolled back
DeployPlan retryPlan(bool production = true);
QList<LogLine> log(int lines);
} // namespace Sample
