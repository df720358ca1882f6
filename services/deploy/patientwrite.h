#pragma once

#include "deploy/leasekeeper.h"

#include <functional>

// A write that does no harm when it is sent again, tried as often as fly-io.md 1.9 says. For what
// must also go on after a cancel: it looks at the journal and at its own token only.
struct PatientWrite
{
    events::Intent::What what = events::Intent::What::CordonMachine;
    MachineId machine;
    QString detail;
    bool anyError = false; // also what looks final
    std::function<Result<void>(const QString &nonce, const CallContext &context)> send;
};
[[nodiscard]] Result<void> writePatiently(RunParts &parts,
    LeaseKeeper &leases,
    SpanId span,
    const PatientWrite &write,
    const std::stop_token &stop);

// Destroys a machine and writes down that it is gone; one that is gone already is no error, unless
// the deployment made it: then it stays to be removed.
[[nodiscard]] Result<void> destroyPatiently(RunParts &parts,
    LeaseKeeper &leases,
    SpanId span,
    const MachineId &machine,
    const std::stop_token &stop);
