#include "deploy/releasecommand.h"

#include "core/parallel.h"
#include "deploy/causes.h"
#include "deploy/createonce.h"
#include "deploy/lostanswer.h"

#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr Clock::Duration budgetAfterStop = 20s;
constexpr Clock::Duration exitPatience = 15s;

bool isAtWork(const Machine &machine)
{
    return machine.state == MachineState::Starting || machine.state == MachineState::Started;
}

} // namespace

ReleaseCommand::ReleaseCommand(RunParts &parts, std::function<void()> logsRead)
    : m_parts(parts)
    , m_logsRead(std::move(logsRead))
{
}

Result<void> ReleaseCommand::run()
{
    Span row(m_parts.recorder, {Phase::Migrate, Step::ReleaseCommand, {}, {}, Segment::Work, {}});
    const ReleaseFate &fate = m_parts.prepared.fate;
    const bool adopts = fate.what == ReleaseFate::What::Running;
    if (adopts) {
        m_machine = fate.machine;
        row.note(Note::Adopted, {m_machine.value});
    }
    Result<void> done = clearLeftovers(row.id());
    if (done && !adopts) {
        Span prepare(m_parts.recorder,
            {Phase::Migrate, Step::ReleaseMachinePrepare, {}, row.id(), Segment::Pull, {}});
        const Result<Machine> machine = create(prepare.id());
        if (machine) {
            m_machine = machine->id;
            prepare.note(Note::ReleaseMachine, {m_machine.value});
            done = waitPrepared(prepare.id());
        } else {
            done = failure(machine.error());
        }
        prepare.end(done);
    }
    if (done)
        done = work(row.id(), adopts);
    else if (!m_machine.isEmpty())
        remove(row.id());
    row.end(done);
    return done;
}

Result<void> ReleaseCommand::work(SpanId parent, bool adopts)
{
    Span span(
        m_parts.recorder, {Phase::Migrate, Step::ReleaseMachineRun, {}, parent, Segment::Work, {}});
    span.note(Note::ReleaseMachine, {m_machine.value});
    Result<void> ended = adopts ? Result<void>() : start(span.id());
    if (!ended && !isFateUnknown(ended.error())) { // it was refused: nothing ran
        remove(span.id());
        span.end(ended);
        return ended;
    }
    if (ended)
        ended = waitEnd(span.id());
    return conclude(span, ended);
}

// A machine that did not get as far as running the command.
void ReleaseCommand::remove(SpanId span)
{
    const DeadlineStop budget(m_parts.clock, budgetAfterStop);
    const Result<QString> intent = m_parts.recorder.intend(
        events::Intent::What::StopReleaseMachine, span, m_machine, u"destroy"_s);
    if (!intent)
        return;
    const Result<void> destroyed = destroyOwn(span, budget.token());
    m_parts.recorder.settle(*intent, destroyed ? Outcome::Succeeded : outcomeOf(destroyed.error()));
}

// Made just now: a node that has not heard of it says that there is none.
Result<void> ReleaseCommand::destroyOwn(SpanId span, const std::stop_token &stop)
{
    Result<bool> known = false;
    do {
        known = m_parts.fly.destroyMachine(
            m_parts.app(), m_machine, {}, callContext(m_parts.recorder, span, stop));
    } while (known && !*known && m_parts.clock.sleepFor(pace::shortRest, stop));
    if (!known)
        return failure(known.error());
    return {};
}

// Somebody else's release command may be at work: it is not killed before it has had its time.
Result<void> ReleaseCommand::clearLeftovers(SpanId span)
{
    std::vector<Machine> old;
    const auto limit = m_parts.plan().releaseCommandTimeout.count() > 0
        ? m_parts.plan().releaseCommandTimeout
        : std::chrono::seconds(300);
    for (const Machine &machine : m_parts.prepared.leftovers) {
        if (machine.id == m_machine)
            continue;
        const bool young = machine.updatedAt.secsTo(m_parts.fly.platformNow()) < limit.count();
        const bool ours = m_parts.prepared.fate.machine == machine.id;
        if (isAtWork(machine) && young && !ours)
            return Cause::otherReleaseRuns(machine.id);
        old.push_back(machine);
    }
    if (old.empty())
        return {};
    Span row(m_parts.recorder,
        {Phase::Migrate, Step::DestroyReleaseMachine, {}, span, Segment::Work, {}});
    // As with flyctl, one that cannot be destroyed is no reason not to deploy.
    static_cast<void>(forEachParallel(old,
        pace::destroyedAtOnce,
        m_parts.clock,
        m_parts.stop,
        [this, id = row.id()](const Machine &machine, const std::stop_token &) -> Result<void> {
            static_cast<void>(destroy(machine, id));
            return {};
        }));
    row.end(Outcome::Succeeded);
    if (const std::optional<Error> halt = m_parts.halted())
        return failure(*halt);
    return {};
}

Result<void> ReleaseCommand::destroy(const Machine &machine, SpanId span)
{
    const Result<QString> intent = m_parts.recorder.intend(
        events::Intent::What::StopReleaseMachine, span, machine.id, u"destroy"_s);
    if (!intent)
        return failure(intent.error());
    const Result<bool> destroyed =
        m_parts.fly.destroyMachine(m_parts.app(), machine.id, {}, m_parts.writing(span));
    m_parts.recorder.settle(*intent, destroyed ? Outcome::Succeeded : outcomeOf(destroyed.error()));
    if (!destroyed)
        return failure(destroyed.error());
    return {};
}

Result<Machine> ReleaseCommand::create(SpanId span)
{
    CreateOrder order;
    order.what = events::Intent::What::CreateReleaseMachine;
    order.detail = m_parts.plan().releaseCommand;
    order.launch = [this](const QString &intent) -> Result<MachineLaunch> {
        ReleaseLabels labels = m_parts.labels;
        labels.attemptId = intent;
        Result<MachineConfig> config = releaseCommandConfig(*m_parts.prepared.toml,
            m_parts.prepared.machines.values(),
            m_parts.plan().image,
            labels);
        if (!config)
            return failure(config.error());
        MachineLaunch launch;
        launch.config = std::move(*config);
        launch.region = m_parts.plan().primaryRegion;
        launch.skipLaunch = true;
        launch.minSecretsVersion = m_parts.plan().secretsVersion;
        return launch;
    };
    return createOnce(m_parts, span, order);
}

// What it is stuck in proves that nothing of the app has run.
void ReleaseCommand::noteState(SpanId span)
{
    const Result<Machine> seen =
        m_parts.fly.machine(m_parts.app(), m_machine, m_parts.reading(span));
    if (seen)
        static_cast<void>(m_parts.recorder.record(
            events::SpanNoted{span, Note::MachineState, {seen->rawState}}, Durability::Batched));
}

Result<void> ReleaseCommand::waitPrepared(SpanId span)
{
    const Clock::Duration deadline = m_parts.clock.now() + m_parts.plan().waitTimeout;
    for (;;) {
        if (const std::optional<Error> halt = m_parts.halted())
            return failure(*halt);
        const Result<bool> reached = m_parts.fly.waitMachine(
            m_parts.app(), m_machine, WaitState::Stopped, pace::longPoll, m_parts.reading(span));
        if (reached && *reached)
            return {};
        if (m_parts.clock.now() >= deadline) {
            noteState(span);
            return Cause::releaseNotPrepared();
        }
        // 404: not visible yet on the node that answered.
        if (!reached && !isFateUnknown(reached.error())
            && reached.error().kind != Error::Kind::NotFound)
            return failure(reached.error());
        if (!reached)
            m_parts.clock.sleepFor(pace::shortRest, m_parts.stop);
    }
}

Result<void> ReleaseCommand::start(SpanId span)
{
    if (const std::optional<Error> halt = m_parts.halted())
        return failure(*halt);
    const Result<QString> intent = m_parts.recorder.intend(
        events::Intent::What::StartReleaseMachine, span, m_machine, m_parts.plan().releaseCommand);
    if (!intent)
        return failure(intent.error());
    const Result<void> started = sendStart(span);
    // Left open while nobody knows whether it runs: a resume looks at the machine.
    if (started || !isFateUnknown(started.error()))
        m_parts.recorder.settle(*intent, started ? Outcome::Succeeded : Outcome::Failed);
    return started;
}

// The machine starts at most once: it is sent again only when it shows no start.
Result<void> ReleaseCommand::sendStart(SpanId span)
{
    Result<void> sent;
    for (int sending = 0; sending < pace::sendings; ++sending) {
        sent = m_parts.fly.startMachine(m_parts.app(), m_machine, {}, m_parts.writing(span));
        if (sent)
            return {};
        const bool early = sent.error().kind == Error::Kind::Precondition; // still being prepared
        const bool hidden =
            sent.error().kind == Error::Kind::NotFound; // not visible yet on that node
        if (!isFateUnknown(sent.error()) && !early && !hidden)
            return sent;
        if (const Result<bool> runs = hasStarted(span); !runs)
            return failure(sent.error());
        else if (*runs)
            return {};
        if (m_parts.halted())
            return sent;
    }
    return sent;
}

Result<bool> ReleaseCommand::hasStarted(SpanId span)
{
    const auto trace = lookForTrace(m_parts,
        span,
        budgetAfterStop,
        [this](const CallContext &context) -> Result<std::optional<bool>> {
            const Result<Machine> machine = m_parts.fly.machine(m_parts.app(), m_machine, context);
            if (!machine)
                return failure(machine.error());
            const bool told = std::any_of(machine->events.cbegin(),
                machine->events.cend(),
                [](const MachineEvent &event) { return event.type == "start"_L1; });
            const bool started = told || isAtWork(*machine) || !machine->isActive();
            return started ? std::optional(true) : std::optional<bool>();
        });
    if (!trace)
        return failure(trace.error());
    return trace->has_value();
}

Result<void> ReleaseCommand::waitEnd(SpanId span)
{
    const std::chrono::seconds limit = m_parts.plan().releaseCommandTimeout;
    const Clock::Duration deadline = m_parts.clock.now() + limit;
    const Clock::Duration unheardUntil = m_parts.clock.now() + pace::unheard;
    for (;;) {
        if (m_parts.stop.stop_requested() || m_parts.recorder.journalError())
            return failure(*m_parts.halted());
        std::chrono::seconds wait = pace::longPoll;
        if (limit.count() > 0) {
            const auto left =
                std::chrono::ceil<std::chrono::seconds>(deadline - m_parts.clock.now());
            if (left.count() <= 0) {
                m_timedOut = true;
                return Cause::releaseTimedOut();
            }
            wait = std::min(wait, left);
        }
        const Result<bool> gone = m_parts.fly.waitMachine(
            m_parts.app(), m_machine, WaitState::Destroyed, wait, m_parts.reading(span));
        if (gone && *gone)
            return {};
        if (gone)
            continue;
        const bool missing = gone.error().kind == Error::Kind::NotFound;
        if (missing && isGone(span, unheardUntil))
            return {};
        if (!missing && !isFateUnknown(gone.error()))
            return failure(gone.error());
        m_parts.clock.sleepFor(pace::shortRest, m_parts.stop);
    }
}

// A machine that is gone can still be read; one that nobody knows is only new at first.
bool ReleaseCommand::isGone(SpanId span, Clock::Duration unheardUntil)
{
    const Result<Machine> machine =
        m_parts.fly.machine(m_parts.app(), m_machine, m_parts.reading(span));
    if (machine)
        return !machine->isActive();
    return machine.error().kind == Error::Kind::NotFound && m_parts.clock.now() >= unheardUntil;
}

// Whatever ended the waiting, the machine is not left running, and how it ended is read. With a
// lost journal it is left to itself: a resume finds it.
Result<void> ReleaseCommand::conclude(Span &span, const Result<void> &ended)
{
    if (m_parts.recorder.journalError()) {
        span.end(Outcome::Unknown, ended ? m_parts.recorder.journalError() : ended.error());
        return failure(*m_parts.recorder.journalError());
    }
    if (!ended)
        stopMachine(span.id());
    const Result<std::optional<ExitInfo>> exit = readExit(span.id());
    const std::optional<ExitInfo> info = exit.value_or(std::nullopt);
    if (info) {
        span.note(Note::MachineExited,
            {QString::number(info->exitCode),
                QString::number(info->signal),
                info->oomKilled ? u"true"_s : u"false"_s});
    }
    Result<void> result = report(info);
    // Our token was refused, so nobody could look: that is the cause, and the first thing to mend.
    const bool refused = !exit
        && (exit.error().kind == Error::Kind::Unauthorised
            || exit.error().kind == Error::Kind::Forbidden);
    if (refused && !result) {
        Error why = redacted(exit.error());
        why.code = result.error().code;
        result = failure(why);
    }
    if (!ended)
        result = ended;
    // What it told last is the evidence of why it failed.
    if (!result && m_logsRead)
        m_logsRead();
    const bool known = info || !ended;
    span.end(result ? Outcome::Succeeded
            : known ? outcomeOf(result.error())
                    : Outcome::Unknown,
        result ? std::optional<Error>() : std::optional(result.error()));
    return result;
}

void ReleaseCommand::stopMachine(SpanId span)
{
    const DeadlineStop budget(m_parts.clock, budgetAfterStop);
    const CallContext context = callContext(m_parts.recorder, span, budget.token());
    const Result<QString> intent = m_parts.recorder.intend(
        events::Intent::What::StopReleaseMachine, span, m_machine, u"stop"_s);
    if (!intent)
        return;
    Result<void> stopped = m_parts.fly.stopMachine(m_parts.app(), m_machine, {}, context);
    int unheard = 0; // not visible yet on the node that answered
    const auto again = [&] {
        const bool missing = !stopped && stopped.error().kind == Error::Kind::NotFound;
        return !stopped
            && (isFateUnknown(stopped.error()) || (missing && ++unheard < pace::looksForMade));
    };
    while (again() && m_parts.clock.sleepFor(pace::shortRest, budget.token()))
        stopped = m_parts.fly.stopMachine(m_parts.app(), m_machine, {}, context);
    if (stopped) {
        static_cast<void>(
            m_parts.fly.waitMachine(m_parts.app(), m_machine, WaitState::Stopped, 15s, context));
        static_cast<void>(m_parts.fly.destroyMachine(m_parts.app(), m_machine, {}, context));
    }
    m_parts.recorder.settle(*intent, stopped ? Outcome::Succeeded : outcomeOf(stopped.error()));
}

// The exit event comes a moment after the machine is gone (fly-io.md 5.4, 7).
Result<std::optional<ExitInfo>> ReleaseCommand::readExit(SpanId span)
{
    const DeadlineStop budget(m_parts.clock, exitPatience);
    const CallContext context = callContext(m_parts.recorder, span, budget.token());
    std::optional<Error> last;
    do {
        const Result<Machine> machine = m_parts.fly.machine(m_parts.app(), m_machine, context);
        if (machine) {
            last.reset();
            const std::optional<MachineEvent> exit = machine->exitSinceStart();
            if (exit && exit->exit)
                return exit->exit;
            const bool started = std::any_of(machine->events.cbegin(),
                machine->events.cend(),
                [](const MachineEvent &event) { return event.type == "start"_L1; });
            if (!started && !isAtWork(*machine) && !budget.token().stop_requested()
                && m_parts.stop.stop_requested())
                return std::optional<ExitInfo>(); // stopped before it began
        } else {
            last = machine.error();
        }
    } while (m_parts.clock.sleepFor(pace::shortRest, budget.token()));
    if (last)
        return failure(*last);
    return std::optional<ExitInfo>();
}

Result<void> ReleaseCommand::report(const std::optional<ExitInfo> &exit)
{
    events::ReleaseCommandEnded ended;
    ended.key = m_parts.prepared.releaseKey;
    ended.command = m_parts.plan().releaseCommand;
    ended.machine = m_machine;
    ended.timedOut = m_timedOut;
    // A command that was told to stop did not succeed, whatever code it left with.
    const bool stopped = exit && exit->requestedStop;
    if (exit && !stopped)
        ended.exitCode = exit->exitCode;
    if (exit) {
        ended.signal = stopped && exit->signal <= 0 ? SIGTERM : exit->signal;
        ended.oomKilled = exit->oomKilled;
    }
    if (const Result<void> written = m_parts.recorder.record(ended, Durability::Durable); !written)
        return written;
    if (!exit)
        return Cause::releaseEndUnknown();
    if (stopped)
        return Cause::releaseStopped();
    if (exit->exitCode != 0)
        return Cause::releaseExited(exit->exitCode);
    return {};
}
