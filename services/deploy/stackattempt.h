#pragma once

#include "deploy/addresswatch.h"
#include "deploy/flowthread.h"
#include "deploy/serverrun.h"
#include "deploy/stackengine.h"
#include "deploy/stackverdict.h"

#include <atomic>
#include <memory>

// An accepted plan of a stack being carried out; lives on the engine's thread.
class StackAttempt
{
public:
    struct Stops
    {
        std::stop_token cancel;
        std::stop_token leave;
    };
    StackAttempt(const EngineParts &engine,
        const DeployServiceParts &service,
        PreparedStack prepared,
        Stops stops);
    ~StackAttempt();

    [[nodiscard]] DeploymentId deployment() const { return m_deployment; }
    // Journals the attempt; not where an earlier process has begun it.
    [[nodiscard]] Result<void> begin(const QDateTime &askedAt);
    // Left to go on by itself, it is not ended.
    void carryOut();

private:
    struct ServerEnd
    {
        bool isBegun = false;
        bool isLeft = false; // it goes on by itself
        QString state; // as RunnerRest has it; empty: it never rested
        std::optional<Error> error;
        std::optional<RunnerEvent> question;
        QList<RunnerEvent> failures;
    };

    void endOwnSpans();
    void skippedSteps(const StackServerPlan &server);
    void makeRuns();
    void wave(int number);
    void carryOut(const StackServerPlan &server);
    Result<void> begin(const StackServerPlan &server, ServerRun &run);
    Result<void> settle(ServerRun &run, ServerEnd &end);
    Result<bool> answer(ServerRun &run, const QString &state, ServerEnd &end);
    [[nodiscard]] std::optional<QString> answerTo(const RunnerEvent &question) const;
    [[nodiscard]] QByteArray filesFor(const StackServerPlan &server) const;
    Result<void> readFilesAgain();

    void watchForCancel(const std::stop_token &over);
    void cancelRuns();

    void supersede();
    void answerEarlier();
    void finish();
    [[nodiscard]] Reported reportedOf(const ServerEnd &end) const;
    [[nodiscard]] Verdict look();
    [[nodiscard]] StackAfter lookAt(const StackServerPlan &server, const ServerEnd &end);
    void lookByItself(const StackServerPlan &server, StackAfter &after);
    void ask(const Verdict &verdict);
    void end(const Verdict &verdict);

    const EngineParts &m_engine;
    const DeployServiceParts &m_service;
    Clock &m_clock;
    PreparedStack m_prepared;
    const DeploymentId m_deployment;
    const bool m_isAttached; // an attempt that an earlier process has begun
    Stops m_stops;
    RunRecorder m_recorder;
    std::mutex m_mutex; // of the two below, and of reading the files again
    std::map<QString, std::unique_ptr<ServerRun>> m_runs; // by server
    std::map<QString, ServerEnd> m_ends;
    std::atomic<bool> m_isCancelled = false;
    FlowThread m_watcher;
    AddressWatch m_addresses;
    QList<WatchedAddress> m_watched;
};
