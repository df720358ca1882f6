#pragma once

#include "deploy/runparts.h"

#include <functional>

// Creates a machine at most once: its intent is journalled first and the intent's id is in the
// machine's labels; after an answer that was lost, what was made is looked for and taken over.
struct CreateOrder
{
    events::Intent::What what = events::Intent::What::CreateMachine;
    MachineId replaces;
    QString detail; // the lane, or what the machine is for
    std::function<Result<MachineLaunch>(const QString &intent)> launch;
    std::function<CallContext()> writing;
};
[[nodiscard]] Result<Machine> createOnce(RunParts &parts, SpanId span, const CreateOrder &order);
