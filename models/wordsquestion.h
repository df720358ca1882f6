#pragma once

#include "types/deploymentstate.h"

#include <QString>
#include <QStringList>

// Words for a deployment that stopped half-way: what it asks, and what each answer would do.
namespace Words {
QString question(const DeploymentState &state); // one sentence; empty: none is open
QString answer(FailureAnswer answer, const DeploymentState &state); // "Roll back to v41"
// Whole sentences, machines named.
QStringList answerMeans(FailureAnswer answer, const DeploymentState &state);
QString answered(FailureAnswer answer); // what was decided
} // namespace Words
