#pragma once

#include "deploy/stackinputs.h"
#include "types/deploymentstate.h"

// What the journal tells of earlier deployments of a stack. Pure.

// Nothing: it is none of a stack.
[[nodiscard]] std::optional<StackRecord> stackRecordOf(const DeploymentState &state);
// By stackUsualKey(), of what succeeded.
[[nodiscard]] QHash<QString, UsualDuration> stackUsual(const QList<DeploymentState> &states);
// Names of all runs that these deployments have made on servers.
[[nodiscard]] QStringList stackRunsOf(const QList<DeploymentState> &states);
// Its lane is one of that server.
[[nodiscard]] bool isOfServer(const SpanState &span, const QString &server);
