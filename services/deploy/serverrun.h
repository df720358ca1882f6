#pragma once

#include "core/clock.h"
#include "core/secret.h"
#include "deploy/runrecorder.h"
#include "servers/runnerevents.h"
#include "servers/runnerprogram.h"
#include "servers/runnersteps.h"
#include "servers/serverlink.h"

#include <QHash>

#include <functional>
#include <mutex>

// A run on a server, from this side: its files are put there, it is started, followed through cut
// links, answered and stopped. What it tells is journalled once, by its name and number. Blocking;
// cancel() from any thread.
class ServerRun
{
public:
    struct Parts
    {
        ServerOpener open;
        Clock *clock = nullptr;
        RunRecorder *recorder = nullptr; // nullptr: nothing is journalled
        Journal *journal = nullptr; // of the log; as recorder
        std::function<void(const QList<LogLine> &)> logSink;
        std::function<void(const RunnerEvent &)> eventSink; // each, once
        std::stop_token leave; // this process goes; the run goes on
    };
    struct Place
    {
        QString server;
        QString folder; // of the stack, there
        QString run;
        QString owner; // who we are, for the server
        int attempt = 1; // of the log
        std::chrono::milliseconds clockAhead{0}; // the server's, before ours
    };

    ServerRun(Parts parts, Place place);
    ~ServerRun();
    Q_DISABLE_COPY_MOVE(ServerRun)

    [[nodiscard]] const Place &place() const { return m_place; }

    // The folder is made where there is none. `id`: as the step "@place" names it.
    Result<void> stage(const QString &id, const QByteArray &tar);
    // Also when it was started before; when the link goes meanwhile, following tells whether it
    // was. Conflict: Cause::stackHeld, stackUnfinished; `mayGiveUp` says which unfinished runs may
    // be given up for this one.
    Result<void> start(RunnerList list, const std::function<bool(const QString &)> &mayGiveUp);
    // Until it rests: gives its state as RunnerRest has it, or "none": the server knows no such
    // run. Cancelled: `leave`. What was journalled is not told again.
    Result<QString> follow();
    Result<void> carryOn(const QString &answer);
    Result<void> cancel(const QString &mode); // "policy", "roll-back", "leave"
    // The question that it waits for; nothing: it waits for none.
    Result<std::optional<RunnerEvent>> question();
    // Steps that ended wrong, and were not passed over, in their order; of what was followed here.
    [[nodiscard]] const QList<RunnerEvent> &failures() const { return m_failures; }

private:
    struct RunnerStatus
    {
        qint64 sequence = 0;
        std::optional<RunnerEvent> question;
    };
    Result<SshEnd> exchange(const SshCommand &command);
    Result<QByteArray> call(const QStringList &arguments, const Secret &input = {});
    Result<RunnerProgram::Answer> ask(const QStringList &arguments, const Secret &input = {});
    Result<void> makeFolder();
    Result<void> carryOnOnce(const QString &answer, const Secret &secrets);
    Result<RunnerStatus> status();
    Result<QString> followOnce(RunnerReader &reader);
    Result<void> take(const QList<RunnerItem> &items, QString &state);
    void take(const RunnerEvent &event);
    void take(const RunnerLog &log);
    void begin(const RunnerEvent &event);
    void end(const RunnerEvent &event);
    [[nodiscard]] QString laneOf(const RunnerEvent &event) const;
    [[nodiscard]] QDateTime ours(const QDateTime &theirs) const;
    void prime();
    void primeLog(const DeploymentState &state);

    struct OpenStep
    {
        qint64 started = 0; // of the runner's events
        SpanId span;
        Phase phase = Phase::Preflight;
        Step step = Step::Survey;
        QString lane;
        QString detail;
        QDateTime at;
        Clock::Duration seen{0};
        QByteArray rest; // of its log, a line not ended
        qint64 restAt = 0; // where that begins
    };
    struct Kept // of a step's log, by an earlier process
    {
        qint64 bytes = 0;
        QDateTime at; // of its last line
    };

    const Parts m_parts;
    const Place m_place;
    mutable std::mutex m_mutex; // of m_link, m_timeHere
    std::optional<ServerLink> m_link;
    std::function<QDateTime(const QDateTime &)> m_timeHere; // as links have it
    bool m_primed = false;
    qint64 m_imported = 0;
    qint64 m_logBytes = 0; // of the run's log, that were read
    QHash<qint64, OpenStep> m_open; // by its start
    QHash<qint64, Kept> m_kept; // by the start of its step
    QHash<int, RunnerEvent> m_steps; // as they began, by number
    QList<RunnerEvent> m_failures;
};

// What a step's end says went wrong; nothing: it went well.
[[nodiscard]] std::optional<Error> errorOfStep(const RunnerEvent &end);
