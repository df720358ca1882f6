#include "deploy/newmachine.h"

#include "deploy/createonce.h"
#include "deploy/launchconfig.h"
#include "deploy/lostanswer.h"
#include "deploy/machinewatch.h"

using namespace Qt::StringLiterals;

NewMachine::NewMachine(
    RunParts &parts, LeaseKeeper &leases, const PlannedLaunch &planned, QString tag)
    : m_parts(parts)
    , m_leases(leases)
    , m_planned(planned)
    , m_tag(std::move(tag))
    , m_config(parts.prepared.launchTargets.value(planned.lane))
    , m_budget(parts.recorder)
{
}

bool NewMachine::isStandby() const
{
    return m_config.isStandby;
}

Span::Place NewMachine::place(Segment segment) const
{
    return {Phase::Update, Step::LaunchMachine, m_planned.lane, m_bar.id(), segment, {}};
}

void NewMachine::waitTurn()
{
    m_bar = Span(m_parts.recorder, place(Segment::Work));
    m_wait = Span(m_parts.recorder, place(Segment::WaitTurn));
}

void NewMachine::waitSwitch()
{
    m_wait = Span(m_parts.recorder, place(Segment::WaitTurn));
}

void NewMachine::end(const Result<void> &result)
{
    const Outcome outcome = result ? Outcome::Succeeded : outcomeOf(result.error());
    m_budget.end(outcome);
    m_wait.end(outcome);
    m_bar.end(result);
}

Result<void> NewMachine::create(const Successors &successors)
{
    m_wait.end(Outcome::Succeeded);
    if (!m_planned.adopts.isEmpty())
        return adopt();
    Span pull(m_parts.recorder, place(Segment::Pull));
    Clock::Duration sentAt = m_parts.clock.now();
    CreateOrder order;
    order.replaces = m_planned.replaces;
    order.detail = m_planned.lane;
    order.launch = [&](const QString &intent) { return launch(intent, successors); };
    order.writing = [&] {
        sentAt = m_parts.clock.now();
        return m_budget.watch(m_parts.writing(m_bar.id()), place(Segment::WaitBudget));
    };
    const Result<Machine> made = createOnce(m_parts, m_bar.id(), order);
    const Result<void> done = made ? keep(*made, sentAt) : failure(made.error());
    pull.end(done);
    return done;
}

Result<MachineLaunch> NewMachine::launch(const QString &intent, const Successors &successors)
{
    ReleaseLabels labels = m_parts.labels;
    labels.attemptId = intent;
    const MachineConfig base = m_parts.prepared.launchTargets.value(m_planned.lane);
    Result<MachineConfig> config = m_tag.isEmpty()
        ? canaryConfig(base, m_parts.plan().image, labels)
        : greenConfig(base, m_parts.plan().image, labels, m_tag, successors);
    if (!config)
        return failure(config.error());
    m_config = *config;
    MachineLaunch order;
    order.config = std::move(*config);
    order.region = m_planned.region;
    order.skipLaunch = !m_planned.started;
    order.skipServiceRegistration = !m_tag.isEmpty();
    order.minSecretsVersion = m_parts.plan().secretsVersion;
    order.leaseTtl = LeaseKeeper::ttl;
    return order;
}

// Of an earlier attempt, by the same inputs.
Result<void> NewMachine::adopt()
{
    m_bar.note(Note::Adopted, {m_planned.adopts.value});
    const Machine known = m_parts.prepared.machines.value(m_planned.adopts);
    if (known.config)
        m_config = *known.config;
    const QString intent = m_config.metadata.value(u"atalaya_intent"_s);
    const DeploymentState state = m_parts.recorder.state();
    for (const AttemptState &attempt : state.attempts) {
        if (attempt.openIntents.contains(intent))
            m_parts.recorder.settle(intent, Outcome::Succeeded);
    }
    return keep(known, m_parts.clock.now());
}

Result<void> NewMachine::keep(const Machine &machine, Clock::Duration sentAt)
{
    m_machine = machine;
    m_bar.note(Note::CreatedMachine, {machine.id.value});
    const events::MachineCreated created{machine.id,
        m_planned.lane,
        m_planned.replaces,
        configDigest(m_config, m_parts.prepared.digestKey)};
    if (!m_parts.recorder.state().created.contains(machine.id.value)) {
        const Result<void> written = m_parts.recorder.record(created, Durability::Durable);
        if (!written)
            return written;
    }
    if (!machine.nonce.isEmpty()) {
        const auto expires = m_parts.fly.platformNow().addSecs(LeaseKeeper::ttl.count());
        m_leases.add({machine.id, machine.nonce, {}, expires, machine.instanceId}, sentAt);
        return {};
    }
    const Result<LeaseKeeper::Held> held = m_leases.ensure(machine.id, m_bar.id());
    return held ? Result<void>() : failure(held.error());
}

Result<void> NewMachine::untilGood()
{
    MachineWatch watch(m_parts, m_machine.id, m_config, m_bar, Step::LaunchMachine, m_planned.lane);
    Result<Machine> settled = watch.untilStarted(m_machine);
    if (!settled)
        return failure(settled.error());
    m_machine = *settled;
    if (!m_planned.started) {
        m_bar.note(Note::MachineState, {m_machine.rawState});
        return {};
    }
    if (m_machine.state != MachineState::Started) {
        if (const Result<void> started = start(); !started)
            return started;
        settled = watch.untilStarted(m_machine, MachineWatch::Started::ByUs);
        if (!settled)
            return failure(settled.error());
        m_machine = *settled;
        if (m_machine.state != MachineState::Started)
            return failure(Error::Kind::Timeout, u"the machine was started and stays stopped"_s);
    }
    return watch.untilHealthy(m_machine);
}

Result<void> NewMachine::start()
{
    PatientWrite write;
    write.what = events::Intent::What::StartMachine;
    write.machine = m_machine.id;
    write.send = [this](const QString &nonce, const CallContext &context) {
        return m_parts.fly.startMachine(m_parts.app(), m_machine.id, nonce, context);
    };
    return writePatiently(m_parts, m_leases, m_bar.id(), write, m_parts.stop);
}

Result<void> NewMachine::uncordon(const std::stop_token &stop)
{
    m_wait.end(Outcome::Succeeded);
    Span span(m_parts.recorder, place(Segment::Switch));
    PatientWrite write;
    write.what = events::Intent::What::UncordonMachine;
    write.machine = m_machine.id;
    write.anyError = true;
    write.send = [this](const QString &nonce, const CallContext &context) {
        return m_parts.fly.setCordoned(m_parts.app(), m_machine.id, false, nonce, context);
    };
    const Result<void> done = writePatiently(m_parts, m_leases, span.id(), write, stop);
    span.end(done);
    return done;
}

Result<void> NewMachine::destroy(const std::stop_token &stop)
{
    m_wait.end(Outcome::Cancelled);
    if (m_machine.id.isEmpty())
        return {};
    Span span(m_parts.recorder, place(Segment::Drain));
    const Result<void> done = destroyPatiently(m_parts, m_leases, span.id(), m_machine.id, stop);
    span.end(done);
    return done;
}
