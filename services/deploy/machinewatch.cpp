#include "deploy/machinewatch.h"

#include "deploy/causes.h"
#include "deploy/lostanswer.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
// Few requests: what flyctl sends for the same deploy is the measure (tests/bench).
constexpr std::chrono::seconds stateSlice{4};
constexpr Clock::Duration pollInGrace = 2s;
constexpr Clock::Duration pollChecks = 1s;
constexpr Clock::Duration shortPause = 300ms;
constexpr auto smokeWindow = 10s; // fly-io.md 5.7
constexpr int crashLoopRestarts = 1;
constexpr int missingBelieved = 3; // one node may answer 404 for a while

std::chrono::milliseconds longestGrace(const MachineConfig &config)
{
    std::chrono::milliseconds grace{0};
    for (const CheckTimes &check : config.checks)
        grace = std::max(grace, check.grace);
    return grace;
}

// A node that lags behind tells what was: the version before with its checks, or less of this one.
bool isBehind(const Machine &seen, const Machine &known)
{
    return seen.updatedAt < known.updatedAt
        || (seen.instanceId != known.instanceId && seen.updatedAt == known.updatedAt);
}

bool isAtRest(const Machine &machine)
{
    return !isTransient(machine.state) && machine.state != MachineState::Created
        && machine.state != MachineState::Started;
}

QString newestExit(const Machine &machine)
{
    for (const MachineEvent &event : machine.events) {
        if (event.exit)
            return event.id;
    }
    return {};
}
} // namespace

MachineWatch::MachineWatch(
    RunParts &parts, const MachineId &machine, const MachineConfig &config, Span &bar)
    : MachineWatch(parts, machine, config, bar, Step::UpdateMachine, machine.value)
{
}

MachineWatch::MachineWatch(RunParts &parts,
    const MachineId &machine,
    const MachineConfig &config,
    Span &bar,
    Step step,
    QString lane)
    : m_parts(parts)
    , m_machine(machine)
    , m_config(config)
    , m_bar(bar)
    , m_step(step)
    , m_lane(std::move(lane))
    , m_knownExit(newestExit(parts.prepared.machines.value(machine)))
    , m_unheardUntil(parts.recorder.state().created.contains(machine.value)
              ? parts.clock.now() + pace::unheard
              : Clock::Duration::zero())
{
}

bool MachineWatch::isGood(const Machine &machine, const MachineConfig &config)
{
    if (machine.state != MachineState::Started)
        return false;
    return config.checks.isEmpty()
        || (!machine.checks.isEmpty() && machine.passingChecks() == machine.checks.size());
}

void MachineWatch::enter(Segment segment, const QDateTime &at)
{
    if (m_segment == segment)
        return;
    // The platform's clock may differ from ours: never before the segment that ends.
    QDateTime when = m_parts.recorder.wallNow();
    const QDateTime ours = at.addMSecs(-m_parts.fly.platformAhead().count());
    if (at.isValid() && ours < when && (!m_segmentSince.isValid() || ours > m_segmentSince))
        when = ours;
    leave(Outcome::Succeeded, when);
    m_segmentSpan =
        Span(m_parts.recorder, {Phase::Update, m_step, m_lane, m_bar.id(), segment, when});
    m_segment = segment;
    m_segmentSince = when;
}

void MachineWatch::leave(Outcome outcome, const QDateTime &at)
{
    m_segmentSpan.end(outcome, {}, at);
    m_segment.reset();
}

void MachineWatch::tell(const Machine &machine)
{
    if (machine.rawState != m_state && !machine.rawState.isEmpty()) {
        m_state = machine.rawState;
        m_bar.note(Note::MachineState, {m_state});
    }
    const QStringList passing{
        QString::number(machine.passingChecks()), QString::number(machine.checks.size())};
    if (!machine.checks.isEmpty() && passing != m_passing) {
        m_passing = passing;
        m_bar.note(Note::ChecksPassing, passing);
    }
    for (const HealthCheck &check : machine.checks) {
        if (check.status == CheckStatus::Passing || check.output.isEmpty()
            || m_outputs.value(check.name) == check.output)
            continue;
        m_outputs.insert(check.name, check.output);
        m_bar.note(Note::CheckOutput,
            {check.name, redacted({Error::Kind::Internal, check.output, 0, {}, {}, {}}).detail});
    }
}

Result<Machine> MachineWatch::look()
{
    Result<Machine> machine = m_parts.fly.machine(
        m_parts.app(), m_machine, m_parts.reading(m_bar.id(), Tell::OnlyTrouble));
    // Our eyes fail, not the machine: the list is counted on a budget of its own.
    const bool blind = !machine && machine.error().kind != Error::Kind::NotFound
        && machine.error().kind != Error::Kind::Cancelled && !m_parts.halted();
    if (blind) {
        if (Result<Machine> listed = lookInList())
            machine = std::move(listed);
    }
    if (machine) {
        m_missing = 0;
        m_blind.reset();
        tell(*machine);
        return machine;
    }
    m_blind = machine.error();
    if (machine.error().kind == Error::Kind::NotFound && ++m_missing && isBelievedMissing()) {
        const Error gone = Cause::machineDestroyed(m_machine).value();
        machine.error().detail = gone.detail;
        machine.error().code = gone.code;
    }
    return machine;
}

Result<Machine> MachineWatch::lookInList()
{
    const Result<QList<Machine>> machines =
        m_parts.fly.machines(m_parts.app(), m_parts.reading(m_bar.id(), Tell::OnlyTrouble));
    if (!machines)
        return failure(machines.error());
    for (const Machine &machine : *machines) {
        if (machine.id == m_machine)
            return machine;
    }
    return failure(Error::Kind::NotFound, u"the list does not have the machine"_s);
}

// What was made just now is not known to every node.
bool MachineWatch::isBelievedMissing() const
{
    return m_missing >= missingBelieved && m_parts.clock.now() >= m_unheardUntil;
}

bool MachineWatch::isHopeless(const Error &error) const
{
    if (isBelievedMissing())
        return true;
    return !isFateUnknown(error) && error.kind != Error::Kind::NotFound
        && error.kind != Error::Kind::RateLimited;
}

// An error when waiting on is of no use.
Result<void> MachineWatch::judge(const Machine &machine) const
{
    if (!machine.isActive())
        return Cause::machineDestroyed(m_machine);
    std::optional<MachineEvent> exit;
    for (const MachineEvent &event : machine.events) {
        if (event.type == "start"_L1 && machine.state == MachineState::Stopped)
            break;
        if (event.type == "update"_L1 || event.type == "launch"_L1)
            break; // what is older belongs to the version before
        if (event.exit && !event.exit->requestedStop) {
            exit = event;
            break;
        }
    }
    const bool down = machine.state == MachineState::Stopped
        || machine.state == MachineState::Failed || machine.state == MachineState::LaunchFailed;
    if (exit && down && exit->id != m_knownExit)
        return Cause::machineExited(m_machine, exit->exit->exitCode);
    // What it did before this run says nothing: it may have recovered since.
    const bool loops = exit && exit->id != m_knownExit && exit->exit->restarting
        && exit->exit->restartCount > crashLoopRestarts && exit->exit->exitCode != 0;
    if (loops)
        return Cause::machineCrashLoop(m_machine, exit->exit->exitCode);
    if (machine.state == MachineState::Failed || machine.state == MachineState::LaunchFailed)
        return Cause::machineNotStarted(m_machine);
    return {};
}

// The short state "starting" may fall between two looks; the events still tell when it began.
void MachineWatch::tellStart(const Machine &machine)
{
    if (m_segment != Segment::Pull)
        return;
    const QDateTime started = startOf(machine);
    const qint64 ahead = m_parts.fly.platformAhead().count();
    for (const MachineEvent &event : machine.events) {
        if (event.exit && event.exit->requestedStop && event.at.addMSecs(-ahead) > m_segmentSince
            && event.at < started)
            return enter(Segment::Start, event.at);
    }
}

Result<void> MachineWatch::fail(const Error &error)
{
    leave(outcomeOf(error));
    return failure(error);
}

Result<Machine> MachineWatch::untilStarted(const Machine &last, Started begun)
{
    const Clock::Duration deadline = m_parts.clock.now() + m_parts.plan().waitTimeout;
    const Clock::Duration heardBy =
        m_parts.clock.now() + (begun == Started::ByUs ? pace::unheard : Clock::Duration::zero());
    Machine machine = last;
    tell(machine);
    for (;;) {
        if (machine.instanceId == last.instanceId) {
            if (machine.state == MachineState::Started) {
                tellStart(machine);
                return machine;
            }
            const Result<void> verdict = judge(machine);
            if (!verdict)
                return failure(fail(verdict.error()).error());
            if (isAtRest(machine) && m_parts.clock.now() >= heardBy)
                return machine;
            const bool starts = machine.state == MachineState::Starting
                || machine.state == MachineState::Restarting || isAtRest(machine);
            enter(starts ? Segment::Start : Segment::Pull,
                machine.state == MachineState::Starting ? machine.updatedAt : QDateTime());
        }
        if (const std::optional<Error> halt = m_parts.halted())
            return failure(fail(*halt).error());
        if (m_parts.clock.now() >= deadline && m_blind)
            return failure(fail(*m_blind).error());
        if (m_parts.clock.now() >= deadline)
            return failure(fail(
                {Error::Kind::Timeout,
                    u"timeout reached waiting for machine's state to change"_s,
                    0,
                    {},
                    {},
                    {}}).error());
        // A long poll answers the moment it settles; its slices let the segments be seen.
        const Result<bool> settled = m_parts.fly.waitMachine(m_parts.app(),
            m_machine,
            WaitState::Settled,
            stateSlice,
            m_parts.reading(m_bar.id(), Tell::OnlyTrouble));
        if (!settled)
            m_parts.clock.sleepFor(shortPause, m_parts.stop);
        Result<Machine> seen = look();
        if (seen) {
            const bool stale = isBehind(*seen, last);
            if (seen->instanceId != last.instanceId && !stale)
                return failure(fail(whyChanged(*seen)).error());
            if (stale || (settled && *settled && (isTransient(seen->state) || isAtRest(*seen))))
                m_parts.clock.sleepFor(shortPause, m_parts.stop);
            if (!stale)
                machine = *seen;
        } else if (isHopeless(seen.error())) {
            return failure(fail(seen.error()).error());
        } else {
            m_parts.clock.sleepFor(shortPause, m_parts.stop);
        }
    }
}

// Back on what it ran before: that was the platform, not somebody else.
Error MachineWatch::whyChanged(const Machine &machine) const
{
    const Machine before = m_parts.prepared.machines.value(m_machine);
    const bool old = before.config && hasImage(machine, before.image.digest, before.config->image);
    const bool isNew = hasImage(machine, m_parts.plan().imageDigest, m_parts.plan().image);
    return old && !isNew ? Cause::imageReverted(machine).value()
                         : Cause::machineChanged(m_machine).value();
}

QDateTime MachineWatch::startOf(const Machine &machine) const
{
    for (const MachineEvent &event : machine.events) {
        if (event.type == "start"_L1)
            return event.at;
    }
    return machine.updatedAt;
}

Error MachineWatch::timeoutError(const Machine &machine) const
{
    Error error{Error::Kind::Timeout,
        u"timeout reached waiting for health checks to pass for machine "_s,
        0,
        {},
        {},
        {}};
    error.detail += m_machine.value;
    for (const HealthCheck &check : machine.checks) {
        if (check.status == CheckStatus::Passing)
            continue;
        error.detail += u": "_s;
        error.detail += check.name;
        error.detail += u' ';
        error.detail += check.output;
        break;
    }
    return redacted(error);
}

Result<void> MachineWatch::untilHealthy(const Machine &last)
{
    const bool checked = !m_config.checks.isEmpty();
    const std::chrono::milliseconds grace =
        checked ? longestGrace(m_config) : std::chrono::milliseconds(smokeWindow);
    const Clock::Duration deadline = m_parts.clock.now() + m_parts.plan().waitTimeout;
    Machine machine = last;
    QDateTime start = startOf(machine);
    // By the platform's clock where it agrees with ours, else from now on.
    const auto ranFor = std::chrono::milliseconds(start.msecsTo(m_parts.fly.platformNow()));
    const bool plausible = ranFor.count() >= 0;
    Clock::Duration graceEnd =
        m_parts.clock.now() + (plausible ? std::max(grace - ranFor, 0ms) : grace);
    enter(Segment::Grace, start);
    for (;;) {
        if (const Result<void> verdict = judge(machine); !verdict)
            return fail(verdict.error());
        const Clock::Duration now = m_parts.clock.now();
        const bool graceOver = now >= graceEnd;
        if (isGood(machine, m_config) && (checked || graceOver)) {
            leave(Outcome::Succeeded);
            return {};
        }
        if (const std::optional<Error> halt = m_parts.halted())
            return fail(*halt);
        if (now >= deadline)
            return fail(m_blind.value_or(timeoutError(machine)));
        if (graceOver)
            enter(Segment::Checks);
        const Clock::Duration next =
            graceOver ? now + pollChecks : std::min(now + pollInGrace, graceEnd);
        m_parts.clock.sleepUntil(std::min(next, deadline), m_parts.stop);
        if (m_parts.halted())
            continue;
        Result<Machine> seen = look();
        if (seen && isBehind(*seen, machine))
            continue;
        if (seen) {
            if (seen->instanceId != last.instanceId)
                return fail(whyChanged(*seen));
            if (startOf(*seen) != start) { // it restarted by itself: its grace begins again
                start = startOf(*seen);
                graceEnd = m_parts.clock.now() + grace;
            }
            machine = *seen;
        } else if (isHopeless(seen.error())) {
            return fail(seen.error());
        }
    }
}
