#include "deploy/machineupdate.h"

#include "deploy/causes.h"
#include "deploy/lostanswer.h"
#include "deploy/machinereplacement.h"
#include "deploy/machinewatch.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
using Action = PlannedMachine::Action;

constexpr Clock::Duration updateLookBudget = 10s;

// fly-io.md 5.6, 3
bool isWithoutRoom(const Error &error)
{
    return error.kind == Error::Kind::Rejected
        && (error.detail.contains("could not reserve resource for machine"_L1)
            || error.detail.contains("deploys to this host are temporarily disabled"_L1));
}
} // namespace

MachineUpdate::MachineUpdate(RunParts &parts, LeaseKeeper &leases, const PlannedMachine &planned)
    : m_parts(parts)
    , m_leases(leases)
    , m_planned(planned)
    , m_target(parts.prepared.targets.value(planned.id))
    , m_machine(parts.prepared.machines.value(planned.id))
    , m_budget(parts.recorder)
{
}

MachineUpdate::~MachineUpdate() = default;

bool MachineUpdate::isUpdated(const PlannedMachine &planned)
{
    const bool byStrategy = planned.action == Action::Replace && planned.why == PlanReason::None;
    return !byStrategy && planned.action != Action::Destroy;
}

bool MachineUpdate::mustRun() const
{
    return isLaunchedByUpdate(m_planned.stateBefore);
}

bool MachineUpdate::isRight() const
{
    return m_planned.configDigestNow == m_planned.configDigestTarget
        && hasImage(m_parts.prepared.machines.value(m_planned.id),
            m_parts.plan().imageDigest,
            m_parts.plan().image);
}

bool MachineUpdate::isDone() const
{
    if (!m_parts.prepared.targets.contains(m_planned.id))
        return true;
    return m_planned.action == Action::Nothing
        && (!mustRun() || MachineWatch::isGood(m_machine, m_target));
}

bool MachineUpdate::isLight() const
{
    if (m_planned.action == Action::Replace)
        return false;
    return m_planned.action == Action::Nothing || m_planned.action == Action::LabelsOnly
        || isRight();
}

void MachineUpdate::skip()
{
    const bool reachable = m_parts.prepared.targets.contains(m_planned.id);
    Span::skip(m_parts.recorder,
        {Phase::Update, Step::UpdateMachine, m_planned.id.value, {}, Segment::Work, {}},
        m_planned.why != PlanReason::None ? m_planned.why
            : reachable                   ? PlanReason::AlreadyRight
                                          : PlanReason::HostUnreachable,
        m_planned.whyArgs);
}

void MachineUpdate::waitTurn()
{
    Span::Place place{
        Phase::Update, Step::UpdateMachine, m_planned.id.value, {}, Segment::Work, {}};
    place.typical = !isLight();
    m_bar = Span(m_parts.recorder, place);
    place.parent = m_bar.id();
    place.segment = Segment::WaitTurn;
    m_turn = Span(m_parts.recorder, place);
}

void MachineUpdate::cancel(const Error &why)
{
    m_turn.end(Outcome::Cancelled);
    m_bar.end(Outcome::Cancelled, why);
}

Result<void> MachineUpdate::run()
{
    if (const Result<void> sent = send(); !sent)
        return sent;
    return settle();
}

Result<void> MachineUpdate::send()
{
    if (const std::optional<Error> halt = m_parts.halted()) {
        cancel(*halt);
        return failure(*halt);
    }
    m_turn.end(Outcome::Succeeded);
    const Result<void> done = write();
    if (!done) {
        m_budget.end(outcomeOf(done.error()));
        m_bar.end(done);
    }
    return done;
}

Result<void> MachineUpdate::settle()
{
    Result<void> done;
    if (m_replacement)
        done = m_replacement->finish();
    else if (mustRun())
        done = waitUntilGood();
    else
        m_bar.note(Note::MachineState, {m_machine.rawState});
    m_budget.end(outcomeOf(done ? Error() : done.error()));
    m_bar.end(done);
    return done;
}

Result<void> MachineUpdate::write()
{
    if (m_planned.action == Action::Replace)
        return replace();
    if (m_planned.action != Action::Nothing || isRight()) {
        if (const Result<QString> held = lease(); !held)
            return failure(held.error());
    }
    if (!isRight()) {
        if (const Result<void> updated = update(); !updated)
            return updated;
    } else if (m_planned.action != Action::Nothing) {
        if (const Result<void> labelled = setLabels(); !labelled)
            return labelled;
    }
    return {};
}

Result<void> MachineUpdate::replace()
{
    if (const Result<void> recorded = recordBefore(); !recorded)
        return recorded;
    m_replacement =
        std::make_unique<MachineReplacement>(m_parts, m_leases, m_planned, m_target, m_bar);
    return m_replacement->create();
}

// The nonce for the next write. A lease that had been lost may have let somebody else in.
Result<QString> MachineUpdate::lease()
{
    const Result<LeaseKeeper::Held> held = m_leases.ensure(m_planned.id, m_bar.id());
    if (!held) {
        const bool gone = held.error().kind == Error::Kind::NotFound;
        return gone ? Cause::machineDestroyed(m_planned.id) : failure(held.error());
    }
    const bool moved = !held->version.isEmpty() && held->version != m_machine.instanceId;
    if (held->again || moved) {
        if (const Result<void> same = lookAgain(held->version); !same)
            return failure(same.error());
    }
    return held->nonce;
}

Result<void> MachineUpdate::lookAgain(const QString &version)
{
    const Result<Machine> seen =
        m_parts.fly.machine(m_parts.app(), m_planned.id, m_parts.reading(m_bar.id()));
    if (!seen)
        return seen.error().kind == Error::Kind::NotFound ? Cause::machineDestroyed(m_planned.id)
                                                          : failure(seen.error());
    if (!seen->isActive())
        return Cause::machineDestroyed(m_planned.id);
    const bool changed =
        seen->instanceId != m_machine.instanceId && version != m_machine.instanceId;
    if (changed)
        return Cause::machineChanged(m_planned.id);
    // A node that lags behind may tell another version than the one that the lease is for.
    if (seen->instanceId == m_machine.instanceId || seen->instanceId == version)
        m_machine = *seen;
    return {};
}

// Once per machine and deployment: what a resume restores.
Result<void> MachineUpdate::recordBefore()
{
    if (m_parts.recorder.state().before.contains(m_planned.id.value))
        return {};
    const events::MachineBefore before{m_planned.id,
        m_planned.stateBefore,
        m_planned.instanceId,
        m_planned.digestNow,
        m_planned.configDigestNow};
    return m_parts.recorder.record(before, Durability::Durable);
}

CallContext MachineUpdate::writing()
{
    return m_budget.watch(m_parts.writing(m_bar.id()),
        {Phase::Update,
            Step::UpdateMachine,
            m_planned.id.value,
            m_bar.id(),
            Segment::WaitBudget,
            {}});
}

Result<void> MachineUpdate::setLabels()
{
    const std::pair<QString, QString> labels[] = {
        {u"fly_release_id"_s, m_parts.labels.releaseId},
        {u"fly_release_version"_s, QString::number(m_parts.labels.releaseVersion)},
    };
    const QMap<QString, QString> now =
        m_machine.config ? m_machine.config->metadata : QMap<QString, QString>();
    QString intent;
    for (const auto &[key, value] : labels) {
        if (now.value(key) == value)
            continue;
        if (intent.isEmpty()) {
            if (const Result<void> recorded = recordBefore(); !recorded)
                return recorded;
            const Result<QString> written = m_parts.recorder.intend(
                events::Intent::What::SetLabels, m_bar.id(), m_planned.id, value);
            if (!written)
                return failure(written.error());
            intent = *written;
        }
        Result<void> set;
        for (int sending = 0; sending < pace::sendings; ++sending) {
            if (const std::optional<Error> halt = m_parts.halted())
                return failure(*halt);
            const Result<QString> nonce = lease();
            if (!nonce)
                return failure(nonce.error());
            set =
                m_parts.fly.setMetadata(m_parts.app(), m_planned.id, key, value, *nonce, writing());
            if (set)
                break;
            // The same value again does no harm.
            if (set.error().kind == Error::Kind::Conflict)
                m_leases.markLost(m_planned.id);
            else if (!isFateUnknown(set.error()))
                break;
            m_parts.clock.sleepFor(pace::shortRest, m_parts.stop);
        }
        if (!set) {
            m_parts.recorder.settle(intent, outcomeOf(set.error()));
            return set;
        }
    }
    if (!intent.isEmpty())
        m_parts.recorder.settle(intent, Outcome::Succeeded);
    return {};
}

Result<void> MachineUpdate::update()
{
    if (const Result<void> recorded = recordBefore(); !recorded)
        return recorded;
    const Result<QString> intent = m_parts.recorder.intend(
        events::Intent::What::UpdateMachine, m_bar.id(), m_planned.id, m_parts.plan().image);
    if (!intent)
        return failure(intent.error());
    const Result<Machine> updated = sendUpdate(*intent);
    if (!updated) {
        // Left open when nobody knows: a resume looks at the machine.
        if (!isFateUnknown(updated.error()))
            m_parts.recorder.settle(*intent, Outcome::Failed);
        return isWithoutRoom(updated.error()) ? makeRoom(updated.error())
                                              : failure(updated.error());
    }
    const events::MachineUpdated event{m_planned.id, m_planned.instanceId, updated->instanceId};
    m_machine = *updated;
    const Result<void> written = m_parts.recorder.record(event, Durability::Durable);
    m_parts.recorder.settle(*intent, Outcome::Succeeded);
    return written;
}

// As flyctl does: elsewhere there may be room. A volume cannot come along.
Result<void> MachineUpdate::makeRoom(const Error &error)
{
    if (m_target.hasMounts)
        return Cause::noRoomForVolume(m_planned.id);
    m_bar.note(Note::NoRoom, {redacted(error).detail});
    return replace();
}

Result<Machine> MachineUpdate::sendUpdate(const QString &intent)
{
    ReleaseLabels labels = m_parts.labels;
    labels.attemptId = intent;
    Result<MachineConfig> config = relabelledConfig(m_target, m_parts.plan().image, labels);
    if (!config)
        return failure(config.error());
    std::optional<Error> first;
    for (int sending = 0; sending < pace::sendings; ++sending) {
        const Result<QString> nonce = lease();
        if (!nonce)
            return failure(first.value_or(nonce.error()));
        if (const std::optional<Error> halt = m_parts.halted()) {
            // Nothing of this sending has left; of an earlier one it is known that it did not
            // arrive.
            m_parts.recorder.settle(intent, Outcome::Cancelled);
            return failure(*halt);
        }
        MachineLaunch launch;
        launch.config = *config;
        launch.skipLaunch = !mustRun();
        launch.minSecretsVersion = m_parts.plan().secretsVersion;
        launch.currentVersion = m_machine.instanceId;
        Result<Machine> answer =
            m_parts.fly.updateMachine(m_parts.app(), m_planned.id, launch, *nonce, writing());
        if (answer)
            return answer;
        const Error error = answer.error();
        first = first.value_or(error);
        if (error.kind == Error::Kind::NotFound)
            return Cause::machineDestroyed(m_planned.id);
        if (error.kind == Error::Kind::Conflict) {
            m_leases.markLost(m_planned.id);
            continue;
        }
        if (!isFateUnknown(error) && error.kind != Error::Kind::Precondition)
            return answer;
        const Result<std::optional<Machine>> found = findUpdate(intent);
        if (!found)
            return found.error().kind == Error::Kind::NotFound
                ? Cause::machineDestroyed(m_planned.id)
                : failure(*first);
        if (*found) {
            m_bar.note(Note::Adopted, {m_planned.id.value});
            return **found;
        }
        if (error.kind == Error::Kind::Precondition)
            return Cause::machineChanged(m_planned.id);
    }
    return failure(*first);
}

// Whether the update took effect although its answer was lost: the machine carries our label.
Result<std::optional<Machine>> MachineUpdate::findUpdate(const QString &intent)
{
    return lookForTrace(
        m_parts,
        m_bar.id(),
        updateLookBudget,
        [&](const CallContext &context) -> Result<std::optional<Machine>> {
            const Result<Machine> seen = m_parts.fly.machine(m_parts.app(), m_planned.id, context);
            if (!seen)
                return failure(seen.error());
            if (!seen->isActive())
                return Cause::machineDestroyed(m_planned.id);
            const bool ours =
                seen->config && seen->config->metadata.value(u"atalaya_intent"_s) == intent;
            return ours ? std::optional(*seen) : std::optional<Machine>();
        },
        pace::looksForMade);
}

Result<void> MachineUpdate::startIfNeeded()
{
    using State = MachineState;
    const State state = m_machine.state;
    // One that is still being created starts by itself, or never.
    if (state != State::Stopped && state != State::Suspended && state != State::Failed)
        return {};
    const Result<QString> intent = m_parts.recorder.intend(
        events::Intent::What::UpdateMachine, m_bar.id(), m_planned.id, u"start"_s);
    if (!intent)
        return failure(intent.error());
    Result<void> started;
    for (int sending = 0; sending < pace::sendings; ++sending) {
        const Result<QString> nonce = lease();
        if (!nonce)
            return failure(nonce.error());
        started = m_parts.fly.startMachine(m_parts.app(), m_planned.id, *nonce, writing());
        // Starting one that has started already is no change.
        if (started || !isFateUnknown(started.error()) || m_parts.halted())
            break;
        m_parts.clock.sleepFor(pace::shortRest, m_parts.stop);
    }
    m_parts.recorder.settle(*intent, started ? Outcome::Succeeded : outcomeOf(started.error()));
    return started;
}

Result<void> MachineUpdate::waitUntilGood()
{
    using Started = MachineWatch::Started;
    MachineWatch watch(m_parts, m_planned.id, m_target, m_bar);
    if (isRight()) {
        if (const Result<void> started = startIfNeeded(); !started)
            return started;
    }
    Result<Machine> running =
        watch.untilStarted(m_machine, isRight() ? Started::ByUs : Started::ByPlatform);
    if (running && running->state != MachineState::Started) {
        // Updated while it did not run: the platform leaves the new version stopped.
        m_machine = *running;
        if (const Result<void> started = startIfNeeded(); !started)
            return started;
        running = watch.untilStarted(m_machine, Started::ByUs);
        if (running && running->state != MachineState::Started)
            return Cause::machineStaysStopped(m_planned.id);
    }
    if (!running)
        return failure(running.error());
    m_machine = *running;
    // The platform takes back what it could not start, and checks that pass are the old version's.
    if (!hasImage(m_machine, m_parts.plan().imageDigest, m_parts.plan().image))
        return Cause::imageReverted(m_machine);
    return watch.untilHealthy(m_machine);
}
