#pragma once

#include "core/result.h"
#include "sandbox/simcontract.h"
#include "sandbox/simfault.h"
#include "sandbox/simtypes.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

class SimCore;

// What a test may want to know of a machine without asking through the API.
struct SimMachineFacts
{
    QString app;
    QString id;
    QString state;
    QString region;
    QString group;
    QString image;
    QString instanceId;
    QString releaseVersion;
    QString leaseOwner; // empty: no live lease
    int updates = 0; // accepted update calls
    int starts = 0;
    bool cordoned = false;
    bool healthy = false; // started, has checks, and they all pass
    bool operator==(const SimMachineFacts &) const = default;
};

// The simulated Fly.io: a pure discrete-event state machine. No threads, no Qt objects, no real
// time: who drives it says what time it is, and time never goes back. The same calls at the same
// times give the same world (ids, nonces, request ids included). Not thread-safe.
class SimWorld
{
public:
    SimWorld(SimWorld &&) noexcept;
    SimWorld &operator=(SimWorld &&) noexcept;
    ~SimWorld();

    static Result<SimWorld> fromScenario(const QByteArray &json, const QDateTime &wallStart);
    // One of the scenarios compiled in ("field-cases", "one", "twelve", "hundred", "fleet").
    static Result<SimWorld> fromScenarioName(const QString &name, const QDateTime &wallStart);
    // Everything but the request log and what is left of the rate budgets.
    [[nodiscard]] QByteArray save() const;
    static Result<SimWorld> load(const QByteArray &saved);

    [[nodiscard]] SimAnswer handle(const SimRequest &request, SimTime now);
    [[nodiscard]] SimAnswer resume(const SimHold &hold, SimTime now);
    // Of a request that only reads: its answer, and no trace of it.
    [[nodiscard]] SimAnswer glance(const SimRequest &request, SimTime now);
    void advanceTo(SimTime now);
    [[nodiscard]] std::optional<SimTime> nextEventAt() const;

    Result<void> provoke(const SimFault &fault);
    int clearFaults(const QString &name = {}); // all of them when empty; how many there were
    [[nodiscard]] QList<SimFault> faults() const; // open ones

    // One more token, with all rights.
    void addToken(const QByteArray &token, const QString &owner);
    void setRateLimits(bool enforced);
    void setConsistencyLag(SimTime lag);
    void setLatency(SimTime latency);
    Result<void> setCondition(const QString &name, bool met); // "database", "redis"

    [[nodiscard]] SimTime now() const;
    [[nodiscard]] QDateTime wallTime(SimTime time) const;
    [[nodiscard]] SimTime latency() const;
    [[nodiscard]] double defaultSpeed() const;
    void setDefaultSpeed(double speed); // kept with the state
    [[nodiscard]] QString scenarioName() const;
    // Rises whenever something changed that save() would keep.
    [[nodiscard]] quint64 revision() const;

    [[nodiscard]] QStringList apps() const;
    [[nodiscard]] int liveLeases(SimTime now) const;
    [[nodiscard]] QList<SimMachineFacts> machines(
        const QString &app, SimTime now) const; // not destroyed
    [[nodiscard]] int releaseCommandRuns() const; // since the world began
    [[nodiscard]] QString releaseStatus(const QString &app, int version) const;
    [[nodiscard]] QStringList requestLog() const; // "POST /v1/apps/x/machines 200", newest last
    // What a faithful client would not have done, since the world began or since it was forgotten.
    [[nodiscard]] QStringList violations() const;
    [[nodiscard]] QList<SimViolation> contractViolations() const;
    void setViolations(const QList<SimViolation> &violations);

private:
    explicit SimWorld(std::unique_ptr<SimCore> core);
    std::unique_ptr<SimCore> m_core;
};
