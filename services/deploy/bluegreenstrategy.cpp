#include "deploy/bluegreenstrategy.h"

#include "core/parallel.h"
#include "deploy/machinewatch.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr std::size_t mostAtOnce = 8; // fly-io.md 5.7
constexpr std::size_t watchedAtOnce = 32;
constexpr Clock::Duration removalBudget = 60s;
constexpr Clock::Duration forwardBudget = 15min;
constexpr Clock::Duration beforeCordon = 10s;
constexpr Clock::Duration beforeStop = 10s;
constexpr Clock::Duration lookAgain = 1s;
constexpr Clock::Duration patience = 30s;

std::vector<OldMachine *> pointers(const std::vector<std::unique_ptr<OldMachine>> &blues)
{
    std::vector<OldMachine *> all;
    for (const std::unique_ptr<OldMachine> &blue : blues)
        all.push_back(blue.get());
    return all;
}

Error notGood(const MachineId &machine, const QString &what)
{
    QString detail = u"the new machine "_s;
    detail += machine.value;
    detail += u' ';
    detail += what;
    return {Error::Kind::Process, detail, 0, {}, {}, {}};
}
} // namespace

BlueGreenStrategy::BlueGreenStrategy(RunParts &parts, LeaseKeeper &leases)
    : m_parts(parts)
    , m_leases(leases)
{
}

std::size_t BlueGreenStrategy::poolSize(std::size_t machines)
{
    return std::clamp<std::size_t>((machines + 2) / 3, 1, mostAtOnce);
}

void BlueGreenStrategy::prepare()
{
    const QString tag = QString::number(m_parts.clock.wallNow().toSecsSinceEpoch());
    for (const PlannedLaunch &launch : m_parts.plan().launches) {
        if (launch.why == PlanReason::None)
            m_greens.push_back(std::make_unique<NewMachine>(m_parts, m_leases, launch, tag));
    }
    for (const PlannedMachine &planned : m_parts.plan().machines) {
        if (planned.action != PlannedMachine::Action::Replace || planned.why != PlanReason::None)
            continue;
        const bool serves = planned.stateNow == MachineState::Started;
        m_blues.push_back(std::make_unique<OldMachine>(m_parts, m_leases, planned.id, serves));
    }
    for (const std::unique_ptr<NewMachine> &green : m_greens)
        green->waitTurn();
    for (const std::unique_ptr<OldMachine> &blue : m_blues)
        blue->waitTurn();
}

Result<void> BlueGreenStrategy::run()
{
    prepare();
    Result<void> done = makeGreens();
    if (done) {
        if (const std::optional<Error> halt = m_parts.halted())
            done = failure(*halt);
    }
    done = done ? switchOver() : removeGreens(done);
    for (const std::unique_ptr<NewMachine> &green : m_greens)
        green->end(done);
    for (const std::unique_ptr<OldMachine> &blue : m_blues)
        blue->end(done);
    if (const std::optional<FirstFailure::What> first = m_first.get(); first && !done)
        return failure(first->error);
    return done;
}

Result<void> BlueGreenStrategy::eachGreen(const Greens &greens,
    const std::stop_token &stop,
    const std::function<Result<void>(NewMachine &, const std::stop_token &)> &fn)
{
    return forEachParallel(greens,
        watchedAtOnce,
        m_parts.clock,
        stop,
        [&](NewMachine *green, const std::stop_token &own) {
            const Result<void> done = fn(*green, own);
            if (!done)
                m_first.add(Step::LaunchMachine, green->planned().lane, done.error());
            return done;
        });
}

Result<void> BlueGreenStrategy::eachBlue(const std::stop_token &stop,
    const std::function<Result<void>(OldMachine &, const std::stop_token &)> &fn)
{
    return forEachParallel(pointers(m_blues),
        watchedAtOnce,
        m_parts.clock,
        stop,
        [&](OldMachine *blue, const std::stop_token &own) {
            const Result<void> done = fn(*blue, own);
            if (!done)
                m_first.add(Step::RetireMachine, blue->id().value, done.error());
            return done;
        });
}

// Those that stand by for others come when the others are known.
Result<void> BlueGreenStrategy::makeGreens()
{
    Greens first;
    Greens standbys;
    Greens all;
    for (const std::unique_ptr<NewMachine> &green : m_greens) {
        (green->isStandby() ? standbys : first).push_back(green.get());
        all.push_back(green.get());
    }
    return makeWave(first).and_then([&] { return makeWave(standbys); }).and_then([&] {
        return eachGreen(all, m_parts.stop, [](NewMachine &green, const std::stop_token &) {
            const Result<void> good = green.untilGood();
            if (good)
                green.waitSwitch();
            return good;
        });
    });
}

Result<void> BlueGreenStrategy::makeWave(const Greens &wave)
{
    return forEachParallel(wave,
        poolSize(m_greens.size()),
        m_parts.clock,
        m_parts.stop,
        [this](NewMachine *green, const std::stop_token &) {
            NewMachine::Successors successors;
            {
                const std::lock_guard lock(m_mutex);
                successors = m_successors;
            }
            const Result<void> done = green->create(successors);
            const std::lock_guard lock(m_mutex);
            if (done)
                m_successors.insert(green->planned().replaces.value, green->id().value);
            else
                m_first.add(Step::LaunchMachine, green->planned().lane, done.error());
            return done;
        });
}

// Nobody has seen them yet. Not so when an earlier attempt has given them the traffic.
Result<void> BlueGreenStrategy::removeGreens(const Result<void> &why)
{
    if (m_parts.plan().switched || m_parts.recorder.journalError())
        return why;
    const DeadlineStop budget(m_parts.clock, removalBudget);
    Greens made;
    for (const std::unique_ptr<NewMachine> &green : m_greens) {
        if (!green->id().isEmpty())
            made.push_back(green.get());
    }
    // One that cannot be removed keeps none of the others; the verdict names it.
    static_cast<void>(forEachParallel(made,
        watchedAtOnce,
        m_parts.clock,
        budget.token(),
        [&budget](NewMachine *green, const std::stop_token &) -> Result<void> {
            static_cast<void>(green->destroy(budget.token()));
            return {};
        }));
    return why;
}

// From here on a cancel changes nothing any more: half of both would be worse than either.
Result<void> BlueGreenStrategy::switchOver()
{
    if (!m_parts.recorder.state().switched) {
        const Result<void> written =
            m_parts.recorder.record(events::SwitchBegan{}, Durability::Durable);
        if (!written)
            return written;
    }
    const DeadlineStop budget(m_parts.clock, forwardBudget);
    const std::stop_token forward = budget.token();
    Greens all;
    for (const std::unique_ptr<NewMachine> &green : m_greens)
        all.push_back(green.get());
    const Result<void> open = eachGreen(all,
        forward,
        [&forward](NewMachine &green, const std::stop_token &) { return green.uncordon(forward); });
    if (!open)
        return open;
    return m_blues.empty() ? greensServe(forward, patience) : retire(forward);
}

Result<void> BlueGreenStrategy::retire(const std::stop_token &forward)
{
    static_cast<void>(eachBlue(forward, [&forward](OldMachine &blue, const std::stop_token &) {
        blue.mark(forward);
        return Result<void>();
    }));
    m_parts.clock.sleepFor(beforeCordon, forward);
    Result<void> done = greensServe(forward, patience);
    if (!done)
        return done; // both serve
    done = eachBlue(forward,
        [&forward](OldMachine &blue, const std::stop_token &) { return blue.cordon(forward); });
    if (!done)
        return bringBack(done);
    m_parts.clock.sleepFor(beforeStop, forward);
    done = greensServe(forward, patience);
    if (done) {
        done = eachBlue(forward,
            [&forward](OldMachine &blue, const std::stop_token &) { return blue.stop(forward); });
    }
    // The last moment at which the old ones can come back.
    if (done)
        done = greensServe(forward, patience);
    return done ? destroyBlues(forward) : bringBack(done);
}

// One that cannot be destroyed serves nobody: it is told, and the deployment has not failed.
Result<void> BlueGreenStrategy::destroyBlues(const std::stop_token &forward)
{
    static_cast<void>(forEachParallel(pointers(m_blues),
        watchedAtOnce,
        m_parts.clock,
        forward,
        [&forward](OldMachine *blue, const std::stop_token &) -> Result<void> {
            blue->end(blue->destroy(forward));
            return {};
        }));
    if (const std::optional<Error> lost = m_parts.recorder.journalError())
        return failure(*lost);
    return {};
}

Result<void> BlueGreenStrategy::bringBack(const Result<void> &why)
{
    if (m_parts.recorder.journalError())
        return why;
    m_first.add(Step::RetireMachine, {}, why.error());
    const DeadlineStop budget(m_parts.clock, removalBudget);
    static_cast<void>(forEachParallel(pointers(m_blues),
        watchedAtOnce,
        m_parts.clock,
        budget.token(),
        [&budget](OldMachine *blue, const std::stop_token &) -> Result<void> {
            static_cast<void>(blue->bringBack(budget.token()));
            return {};
        }));
    return why;
}

std::optional<Error> BlueGreenStrategy::notServing(
    const NewMachine &green, const QList<Machine> &seen, const std::stop_token &forward)
{
    const auto found = std::find_if(seen.cbegin(), seen.cend(), [&green](const Machine &machine) {
        return machine.id == green.id();
    });
    std::optional<Machine> machine;
    if (found != seen.cend()) {
        machine = *found;
    } else { // a list may leave one out
        Result<Machine> asked = m_parts.fly.machine(m_parts.app(),
            green.id(),
            callContext(m_parts.recorder, {}, forward, Tell::OnlyTrouble));
        if (!asked)
            return asked.error();
        machine = std::move(*asked);
    }
    if (!machine->isActive())
        return notGood(green.id(), u"is gone"_s);
    if (machine->cordoned)
        return notGood(green.id(), u"gets no traffic"_s);
    if (green.planned().started && !MachineWatch::isGood(*machine, green.config()))
        return notGood(green.id(), u"is not healthy after the switch"_s);
    return std::nullopt;
}

Result<void> BlueGreenStrategy::greensServe(const std::stop_token &forward, Clock::Duration longest)
{
    const Clock::Duration deadline = m_parts.clock.now() + longest;
    for (;;) {
        std::optional<Error> bad;
        QString lane;
        const Result<QList<Machine>> seen = m_parts.fly.machines(
            m_parts.app(), callContext(m_parts.recorder, {}, forward, Tell::OnlyTrouble));
        if (!seen)
            bad = seen.error();
        for (const std::unique_ptr<NewMachine> &green : m_greens) {
            if (bad)
                break;
            bad = notServing(*green, *seen, forward);
            lane = green->planned().lane;
        }
        if (!bad)
            return {};
        if (const std::optional<Error> lost = m_parts.recorder.journalError())
            return failure(*lost);
        if (m_parts.clock.now() >= deadline || !m_parts.clock.sleepFor(lookAgain, forward)) {
            m_first.add(Step::LaunchMachine, lane, *bad);
            return failure(*bad);
        }
    }
}
