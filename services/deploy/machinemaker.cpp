#include "deploy/machinemaker.h"

#include "deploy/createonce.h"
#include "deploy/leasekeeper.h"

Result<Machine> MachineMaker::create(
    RunParts &parts, LeaseKeeper &leases, SpanId span, const Wanted &wanted)
{
    const Clock::Duration sentAt = parts.clock.now();
    CreateOrder order;
    order.replaces = wanted.replaces;
    order.detail = wanted.lane;
    order.launch = [&](const QString &intent) -> Result<MachineLaunch> {
        ReleaseLabels labels = parts.labels;
        labels.attemptId = intent;
        Result<MachineConfig> config = relabelledConfig(wanted.config, parts.plan().image, labels);
        if (!config)
            return failure(config.error());
        MachineLaunch launch;
        launch.config = std::move(*config);
        launch.region = wanted.region;
        launch.skipLaunch = !wanted.started;
        launch.minSecretsVersion = parts.plan().secretsVersion;
        launch.leaseTtl = LeaseKeeper::ttl;
        return launch;
    };
    const Result<Machine> machine = createOnce(parts, span, order);
    if (!machine)
        return machine;
    if (const Result<void> written = tellCreated(parts, machine->id, wanted); !written)
        return failure(written.error());
    if (!machine->nonce.isEmpty()) {
        Lease lease;
        lease.machine = machine->id;
        lease.nonce = machine->nonce;
        lease.version = machine->instanceId;
        leases.add(lease, sentAt);
    }
    return machine;
}

Result<void> MachineMaker::tellCreated(
    RunParts &parts, const MachineId &machine, const Wanted &wanted)
{
    if (parts.recorder.state().created.contains(machine.value))
        return {};
    const events::MachineCreated created{machine,
        wanted.lane,
        wanted.replaces,
        configDigest(wanted.config, parts.prepared.digestKey)};
    return parts.recorder.record(created, Durability::Durable);
}
