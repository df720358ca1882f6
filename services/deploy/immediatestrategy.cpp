#include "deploy/immediatestrategy.h"

#include "core/parallel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

ImmediateStrategy::ImmediateStrategy(RunParts &parts, LeaseKeeper &leases)
    : m_parts(parts)
    , m_leases(leases)
{
}

void ImmediateStrategy::prepare()
{
    for (const PlannedMachine &planned : m_parts.plan().machines) {
        if (!MachineUpdate::isUpdated(planned))
            continue;
        auto update = std::make_unique<MachineUpdate>(m_parts, m_leases, planned);
        if (update->isDone())
            update->skip();
        else
            m_updates.push_back(std::move(update));
    }
    for (const std::unique_ptr<MachineUpdate> &update : m_updates)
        update->waitTurn();
}

Result<void> ImmediateStrategy::run()
{
    prepare();
    std::vector<Job> all;
    for (const std::unique_ptr<MachineUpdate> &update : m_updates)
        all.push_back(update.get());
    std::vector<Job> sent;
    Result<void> stopped = each(all, sentAtOnce, &MachineUpdate::send, &sent);
    // Also after a cancel: what was sent is looked at once, which ends its bar.
    const Result<void> watched = each(sent, sent.size(), &MachineUpdate::settle, nullptr);
    for (Job job : all) {
        if (std::find(sent.begin(), sent.end(), job) == sent.end())
            job->cancel(stopped ? Error{Error::Kind::Cancelled, u"not sent"_s, 0, {}, {}, {}}
                                : stopped.error());
    }
    if (const std::optional<FirstFailure::What> first = m_first.get())
        return failure(first->error);
    return stopped ? watched : stopped;
}

// The failure of one stops no other; only a cancel does.
Result<void> ImmediateStrategy::each(const std::vector<Job> &jobs,
    std::size_t limit,
    Result<void> (MachineUpdate::*part)(),
    std::vector<Job> *good)
{
    std::mutex mutex;
    const std::stop_token never;
    static_cast<void>(forEachParallel(
        jobs, limit, m_parts.clock, never, [&](Job job, const std::stop_token &) -> Result<void> {
            const Result<void> done = (job->*part)();
            if (!done)
                m_first.add(Step::UpdateMachine, job->planned().id.value, done.error());
            else if (good) {
                const std::lock_guard lock(mutex);
                good->push_back(job);
            }
            return {};
        }));
    if (const std::optional<Error> halt = m_parts.halted())
        return failure(*halt);
    return {};
}
