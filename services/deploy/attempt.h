#pragma once

#include "deploy/engine.h"
#include "deploy/leasekeeper.h"
#include "deploy/logfollower.h"
#include "deploy/runparts.h"

#include <mutex>

// An exchange of the survey that was made before there was an attempt to record it in.
struct EarlyCall
{
    QDateTime at;
    CallTrace trace;
};

// An accepted plan being carried out; lives on the engine's thread.
class RunningAttempt
{
public:
    RunningAttempt(const EngineParts &parts,
        PreparedPlan prepared,
        DeploymentState previous,
        const std::stop_source &stop);
    ~RunningAttempt();

    [[nodiscard]] DeploymentId deployment() const { return m_deployment; }
    // Journals the attempt; after this it has begun and will be ended.
    [[nodiscard]] Result<void> begin(const QDateTime &askedAt, const QList<EarlyCall> &survey);
    void carryOut();

private:
    Result<void> steps();
    Result<void> takeLeases();
    Result<void> createRelease();
    Result<Release> sendCreate(SpanId span);
    Result<std::optional<Release>> findRelease(SpanId span);
    Result<void> setRunning(SpanId span);
    Result<void> runReleaseCommand();
    void recordRecoveredExit(PlanReason why);
    Result<void> updateMachines();
    void failedAt(Step step, const QString &lane = {});

    void finish(const Result<void> &outcome);
    void dropLeases();
    Verdict look(Reported reported, const Result<void> &outcome);
    void probe(Verdict &verdict, SpanId span);
    Result<void> closeRelease(Reported reported, const Result<void> &outcome);
    Result<void> patch(const ReleaseId &release,
        int version,
        ReleaseStatus status,
        const QString &text,
        SpanId span);
    void supersede();
    void answerEarlier();
    [[nodiscard]] DeployPlan planAsDone() const;
    void ask(Reported reported, const Verdict &verdict);
    void end(Reported reported, const Result<void> &outcome, const Verdict &verdict);
    void diagnose(Reported reported);
    [[nodiscard]] Reported reportedOf(const Result<void> &outcome) const;

    void recordCancel();
    void watchForCancel(const std::stop_token &over);

    const EngineParts &m_engine;
    Clock &m_clock;
    const PreparedPlan m_prepared;
    const DeploymentId m_deployment;
    std::stop_source m_stop; // shared with the engine
    std::stop_source m_abort;
    RunRecorder m_recorder;
    RunParts m_parts;
    LeaseKeeper m_leases;
    std::unique_ptr<LogFollower> m_log;
    ReleaseId m_release;
    int m_releaseVersion = 0;
    Step m_failedStep = Step::CheckPlan;
    QString m_failedLane;
    bool m_cancelRecorded = false;
    FlowThread m_watcher;
};
