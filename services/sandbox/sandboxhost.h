#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "sandbox/simworld.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <memory>

// A world that runs by real time, with its state file and the control API; everything of the
// sandbox's program that is not HTTP. One thread.
class SandboxHost
{
public:
    struct Settings
    {
        QString folder; // of the state file; empty: nothing is kept
        QString scenario; // for a world that begins
        double speed = 0; // 0: as the scenario, or the saved state, says
        QByteArray token; // has all rights, and opens the control API
    };

    // Goes on with the saved world of the folder, else begins the scenario. World time stood still
    // while nobody ran it: leases and waits of a killed sandbox are as long as they were.
    static Result<std::unique_ptr<SandboxHost>> open(const Settings &settings);

    [[nodiscard]] SimAnswer answer(const SimRequest &request); // the API and the control API
    [[nodiscard]] SimAnswer resume(const SimHold &hold);
    void advance();
    // Real time until the world's next event; nothing when it has none.
    [[nodiscard]] std::optional<std::chrono::nanoseconds> untilNextEvent() const;
    [[nodiscard]] std::chrono::nanoseconds untilReal(SimTime time) const;
    [[nodiscard]] std::chrono::nanoseconds latency() const; // real time

    [[nodiscard]] bool stopAsked() const { return m_stopAsked; }
    [[nodiscard]] bool hasUnsaved() const;
    [[nodiscard]] Result<void> save(bool toDisk); // toDisk: fsync too, outlives a power cut
    [[nodiscard]] SimWorld &world() { return m_world; }

private:
    SandboxHost(SimWorld world, Settings settings);
    [[nodiscard]] SimTime now() const;
    void setSpeed(double speed);
    SimReply control(const SimRequest &request);
    SimReply status();
    SimReply reset(const SimRequest &request);
    SimReply faults(const SimRequest &request);
    SimReply violations(const SimRequest &request);
    SimReply machines(const SimRequest &request);
    [[nodiscard]] QString statePath() const;

    const Settings m_settings;
    const std::unique_ptr<Clock> m_clock; // real
    SimWorld m_world;
    double m_speed = 1;
    SimTime m_anchorWorld{0};
    Clock::Duration m_anchorReal{0};
    Clock::Duration m_startedAt{0};
    Clock::Duration m_savedAt{0};
    Clock::Duration m_saveCost{0};
    quint64 m_savedRevision = 0;
    qint64 m_requests = 0;
    bool m_stopAsked = false;
};
