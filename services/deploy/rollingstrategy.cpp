#include "deploy/rollingstrategy.h"

#include "core/parallel.h"
#include "deploy/machinewatch.h"

#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

RollingStrategy::RollingStrategy(RunParts &parts, LeaseKeeper &leases)
    : m_parts(parts)
    , m_leases(leases)
{
}

int RollingStrategy::poolSize(double maxUnavailable, int warm)
{
    const double size =
        maxUnavailable >= 1 ? std::floor(maxUnavailable) : std::ceil(warm * maxUnavailable);
    return static_cast<int>(std::clamp(size, 1.0, std::max(1.0, double(warm))));
}

void RollingStrategy::sortOut()
{
    std::map<QString, std::pair<Pool, Pool>> groups; // cold, warm
    std::map<QString, int> warm;
    std::map<QString, bool> proven; // one of the group runs the new version already
    for (const PlannedMachine &planned : m_parts.plan().machines) {
        if (!MachineUpdate::isUpdated(planned))
            continue;
        auto update = std::make_unique<MachineUpdate>(m_parts, m_leases, planned);
        if (planned.warm)
            ++warm[planned.group];
        if (update->isDone()) {
            const bool reachable = m_parts.prepared.targets.contains(planned.id);
            proven[planned.group] = proven[planned.group] || (reachable && planned.warm);
            update->skip();
            continue;
        }
        if (update->isLight()) {
            proven[planned.group] = proven[planned.group] || planned.warm;
            m_light.jobs.push_back(update.get());
        } else if (planned.warm) {
            groups[planned.group].second.jobs.push_back(update.get());
        } else {
            groups[planned.group].first.jobs.push_back(update.get());
        }
        m_updates.push_back(std::move(update));
    }
    m_light.firstAlone = false;
    m_light.size = largestPool;
    for (auto &[group, pools] : groups) {
        auto &[cold, hot] = pools;
        cold.size = std::min<std::size_t>(cold.jobs.size(), largestPool);
        hot.size = static_cast<std::size_t>(poolSize(m_parts.plan().maxUnavailable, warm[group]));
        hot.firstAlone = !proven[group];
        for (Pool *pool : {&cold, &hot}) {
            if (!pool->jobs.empty())
                m_pools.push_back(std::move(*pool));
        }
    }
}

Result<void> RollingStrategy::run()
{
    sortOut(); // the plan's machines are in order of their ids
    for (const std::unique_ptr<MachineUpdate> &update : m_updates)
        update->waitTurn();
    const std::stop_callback cancelled(m_parts.stop, [this] { m_notBegun.request_stop(); });

    // What earlier attempts updated counts as down until it is healthy: it comes first.
    Result<void> done = runPool(m_light);
    if (done) {
        done = forEachParallel(m_pools,
            2 * groupsAtOnce,
            m_parts.clock,
            m_notBegun.get_token(),
            [this](const Pool &pool, const std::stop_token &) { return runPool(pool); });
    }
    const std::optional<Error> halt = m_parts.halted();
    const Error why = halt.value_or(Error{
        Error::Kind::Cancelled, u"another machine failed before"_s, 0, {}, {}, u"not-begun"_s});
    for (const std::unique_ptr<MachineUpdate> &update : m_updates)
        update->cancel(why);
    const std::lock_guard lock(m_mutex);
    if (m_first)
        return failure(m_first->error);
    if (!done && halt)
        return failure(*halt);
    return done;
}

Result<void> RollingStrategy::runPool(const Pool &pool)
{
    std::vector<Job> rest = pool.jobs;
    if (pool.firstAlone && !rest.empty()) {
        if (const Result<void> done = runJob(rest.front()); !done)
            return done;
        rest.erase(rest.begin());
    }
    return forEachParallel(rest,
        pool.size,
        m_parts.clock,
        m_notBegun.get_token(),
        [this](Job job, const std::stop_token &) { return runJob(job); });
}

Result<void> RollingStrategy::runJob(Job job)
{
    if (m_notBegun.stop_requested())
        return failure(Error::Kind::Cancelled, u"stopped before its turn"_s);
    const Result<void> done = job->run();
    if (done)
        return done;
    {
        const std::lock_guard lock(m_mutex);
        // A cancel is the run's own doing; the first real error is what people ask about.
        const bool real = done.error().kind != Error::Kind::Cancelled;
        if (!m_first || (real && m_first->error.kind == Error::Kind::Cancelled))
            m_first = Failure{job->planned().id, done.error()};
    }
    m_notBegun.request_stop();
    return done;
}
