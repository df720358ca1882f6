#include "deploy/machinewatch.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr std::chrono::seconds stateSlice{2};
constexpr Clock::Duration pollInGrace = 1s;
constexpr Clock::Duration pollChecks = 400ms;
constexpr Clock::Duration shortPause = 300ms;
constexpr auto smokeWindow = 10s; // fly-io.md 5.7
constexpr int crashLoopRestarts = 1;
constexpr int missingBelieved = 3; // a node that does not know it yet answers 404, too

std::chrono::milliseconds longestGrace(const MachineConfig &config)
{
    std::chrono::milliseconds grace{0};
    for (const CheckTimes &check : config.checks)
        grace = std::max(grace, check.grace);
    return grace;
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
    : m_parts(parts)
    , m_machine(machine)
    , m_config(config)
    , m_bar(bar)
    , m_knownExit(newestExit(parts.prepared.machines.value(machine)))
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
    if (at.isValid() && at < when && (!m_segmentSince.isValid() || at > m_segmentSince))
        when = at;
    leave(Outcome::Succeeded, when);
    m_segmentSpan = Span(m_parts.recorder,
        {Phase::Update, Step::UpdateMachine, m_machine.value, m_bar.id(), segment, when});
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
    if (machine) {
        m_missing = 0;
        tell(*machine);
        return machine;
    }
    if (machine.error().kind == Error::Kind::NotFound && ++m_missing >= missingBelieved) {
        QString detail = u"machine "_s;
        detail += m_machine.value;
        detail += u" is gone: somebody else destroyed it"_s;
        machine.error().detail = detail;
    }
    return machine;
}

// An error when waiting on is of no use.
Result<void> MachineWatch::judge(const Machine &machine) const
{
    QString detail = u"machine "_s;
    detail += m_machine.value;
    if (!machine.isActive()) {
        detail += u" was destroyed by somebody else"_s;
        return failure(Error::Kind::NotFound, detail);
    }
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
    if (exit && down && exit->id != m_knownExit) {
        detail += u" exited with code "_s;
        detail += QString::number(exit->exit->exitCode);
        return failure(Error::Kind::Process, detail);
    }
    const bool loops = exit && exit->exit->restarting
        && exit->exit->restartCount > crashLoopRestarts && exit->exit->exitCode != 0;
    if (loops) {
        detail += u" crashes again and again, last with code "_s;
        detail += QString::number(exit->exit->exitCode);
        return failure(Error::Kind::Process, detail);
    }
    if (machine.state == MachineState::Failed || machine.state == MachineState::LaunchFailed) {
        detail += u" could not be started"_s;
        return failure(Error::Kind::Process, detail);
    }
    return {};
}

// The short state "starting" may fall between two looks; the events still tell when it began.
void MachineWatch::tellStart(const Machine &machine)
{
    if (m_segment != Segment::Pull)
        return;
    const QDateTime started = startOf(machine);
    for (const MachineEvent &event : machine.events) {
        if (event.exit && event.exit->requestedStop && event.at > m_segmentSince
            && event.at < started)
            return enter(Segment::Start, event.at);
    }
}

Result<void> MachineWatch::fail(const Error &error)
{
    leave(outcomeOf(error));
    return failure(error);
}

Result<Machine> MachineWatch::untilStarted(const Machine &last)
{
    const Clock::Duration deadline = m_parts.clock.now() + m_parts.plan().waitTimeout;
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
            if (!isTransient(machine.state) && machine.state != MachineState::Created)
                return machine;
            enter(
                machine.state == MachineState::Starting || machine.state == MachineState::Restarting
                    ? Segment::Start
                    : Segment::Pull,
                machine.state == MachineState::Starting ? machine.updatedAt : QDateTime());
        }
        if (const std::optional<Error> halt = m_parts.halted())
            return failure(fail(*halt).error());
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
            // A node that lags behind tells the version before, settled as it was.
            const bool stale =
                seen->instanceId != last.instanceId && seen->updatedAt <= last.updatedAt;
            if (seen->instanceId != last.instanceId && !stale)
                return failure(fail(
                    {Error::Kind::Precondition,
                        u"the machine was changed by somebody else"_s,
                        0,
                        {},
                        {},
                        {}}).error());
            if (stale || (settled && *settled && isTransient(seen->state)))
                m_parts.clock.sleepFor(shortPause, m_parts.stop);
            if (!stale)
                machine = *seen;
        } else if (m_missing >= missingBelieved
            || (!isFateUnknown(seen.error()) && seen.error().kind != Error::Kind::NotFound)) {
            return failure(fail(seen.error()).error());
        } else {
            m_parts.clock.sleepFor(shortPause, m_parts.stop);
        }
    }
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
    const auto ranFor = std::chrono::milliseconds(start.msecsTo(m_parts.recorder.wallNow()));
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
            return fail(timeoutError(machine));
        if (graceOver)
            enter(Segment::Checks);
        const Clock::Duration next =
            graceOver ? now + pollChecks : std::min(now + pollInGrace, graceEnd);
        m_parts.clock.sleepUntil(std::min(next, deadline), m_parts.stop);
        if (m_parts.halted())
            continue;
        Result<Machine> seen = look();
        if (seen) {
            if (startOf(*seen) != start) { // it restarted by itself: its grace begins again
                start = startOf(*seen);
                graceEnd = m_parts.clock.now() + grace;
            }
            machine = *seen;
        } else if (m_missing >= missingBelieved
            || (!isFateUnknown(seen.error()) && seen.error().kind != Error::Kind::NotFound)) {
            return fail(seen.error());
        }
    }
}
