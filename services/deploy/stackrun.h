#pragma once

#include "servers/runnersteps.h"
#include "types/stackplan.h"

// One server's plan as the runner there is given it: step by step the same, the skipped left out.
// Registry logins want their secrets by name. A rollback that is asked for waits for the answer.
[[nodiscard]] RunnerList stackRunnerList(
    const StackPlan &plan, const StackServerPlan &server, const QString &run, const QString &owner);
