#pragma once

#include "deploy/deadlinestop.h"
#include "deploy/newmachine.h"
#include "deploy/oldmachine.h"
#include "deploy/strategyfailure.h"

#include <memory>
#include <vector>

// fly-io.md 5.6, bluegreen: a new machine for every old one; when all are healthy they get the
// traffic, then the old ones are stopped and destroyed. Before the switch every end removes the new
// ones; after it there is only forward, also after a cancel. Unlike flyctl's it looks at the new
// machines again before each step that takes old ones away, and brings those back when the new
// ones do not hold: the app is never left without a machine.
class BlueGreenStrategy
{
public:
    BlueGreenStrategy(RunParts &parts, LeaseKeeper &leases);

    [[nodiscard]] Result<void> run();
    [[nodiscard]] std::optional<FirstFailure::What> firstFailure() const { return m_first.get(); }

    // New machines that are made at once.
    [[nodiscard]] static std::size_t poolSize(std::size_t machines);

private:
    using Greens = std::vector<NewMachine *>;
    using Blues = std::vector<OldMachine *>;

    void prepare();
    Result<void> makeGreens();
    Result<void> makeWave(const Greens &wave);
    Result<void> removeGreens(const Result<void> &why);
    Result<void> switchOver();
    Result<void> retire(const std::stop_token &forward);
    Result<void> destroyBlues(const std::stop_token &forward);
    Result<void> bringBack(const Result<void> &why);
    Result<void> greensServe(const std::stop_token &forward, Clock::Duration patience);
    std::optional<Error> notServing(
        const NewMachine &green, const QList<Machine> &seen, const std::stop_token &forward);
    Result<void> eachGreen(const Greens &greens,
        const std::stop_token &stop,
        const std::function<Result<void>(NewMachine &, const std::stop_token &)> &fn);
    Result<void> eachBlue(const std::stop_token &stop,
        const std::function<Result<void>(OldMachine &, const std::stop_token &)> &fn);

    RunParts &m_parts;
    LeaseKeeper &m_leases;
    std::vector<std::unique_ptr<NewMachine>> m_greens;
    std::vector<std::unique_ptr<OldMachine>> m_blues;
    NewMachine::Successors m_successors;
    std::mutex m_mutex;
    FirstFailure m_first;
};
