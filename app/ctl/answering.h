#pragma once

#include "app/ctl/session.h"
#include "types/deploymentstate.h"

// A deployment that stopped half-way waits for an answer.

// After a run: what --on-failure says, or what somebody at a terminal says; else how to answer is
// told. `ended`: the exit code of the run.
ExitCode settleQuestion(CtlSession &session, const DeploymentState &state, ExitCode ended);
ExitCode runAnswer(CtlSession &session); // the command
// Of the JSON result.
QJsonObject questionObject(const events::QuestionAsked &question);
QCommandLineOption onFailureOption();
