#pragma once

#include "app/ctl/session.h"
#include "deploy/deployservice.h"

// Plans and runs a deployment to its end, and tells both; then what --on-failure says.
ExitCode planAndRun(CtlSession &session, const PlanRequest &request);
// Follows one that another process runs, to its end.
ExitCode followToEnd(CtlSession &session, const DeploymentId &id);
// By its id, by the number that `history` shows ("58", "#58"; of the app of --app where several
// have one), or the newest one of an app.
Result<DeploymentSummary> findDeployment(CtlSession &session, const QString &named);
QCommandLineOption numberedAppOption(); // --app, of the commands that look for one
// Cause and remedy of the last attempt, when there are any.
void showDiagnosis(CtlSession &session, const DeploymentState &state);
