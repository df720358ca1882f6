#pragma once

#include "deploy/machineupdate.h"

#include <memory>
#include <mutex>
#include <vector>

// fly-io.md 5.6, rolling: per process group a cold and a warm pool side by side; in each the first
// machine alone, then as many as the pool allows. The first error cancels what has not begun; what
// is in progress ends by itself.
class RollingStrategy
{
public:
    RollingStrategy(RunParts &parts, LeaseKeeper &leases);

    [[nodiscard]] Result<void> run();

    struct Failure
    {
        MachineId machine;
        Error error;
    };
    [[nodiscard]] const std::optional<Failure> &firstFailure() const { return m_first; }

    // Machines of a warm pool that may be down at once.
    [[nodiscard]] static int poolSize(double maxUnavailable, int warm);
    // Of what nobody waits for: machines that stay stopped, labels (fly-io.md 5.6).
    static constexpr int largestPool = 30;
    static constexpr int groupsAtOnce = 16;

private:
    using Job = MachineUpdate *;
    struct Pool
    {
        std::vector<Job> jobs;
        std::size_t size = 1;
        bool firstAlone = true;
    };

    void sortOut();
    Result<void> runPool(const Pool &pool);
    Result<void> runJob(Job job);

    RunParts &m_parts;
    LeaseKeeper &m_leases;
    std::vector<std::unique_ptr<MachineUpdate>> m_updates;
    Pool m_light; // no update: labels, a start, checks that do not pass yet
    std::vector<Pool> m_pools;
    std::stop_source m_notBegun;
    std::mutex m_mutex;
    std::optional<Failure> m_first;
};
