#pragma once

#include "core/clock.h"
#include "deploy/journal.h"
#include "types/deploymentstate.h"

#include <QHash>

#include <functional>
#include <mutex>
#include <optional>

struct CallContext;

// Numbers the events of a running attempt, writes each to the journal first and then hands it on.
// Once the journal has refused, nothing is written any more: journalError() says why, and whoever
// is about to change the platform must not. Thread-safe; never waits while it holds its mutex.
class RunRecorder
{
public:
    using Sink = std::function<void(const DeployEvent &)>;

    // `state`: the deployment as the journal has it (empty for a new one).
    RunRecorder(
        Journal &journal, Clock &clock, DeploymentState state, QHash<QString, UsualDuration> usual);
    Q_DISABLE_COPY_MOVE(RunRecorder)

    // Before the first event. `lost` is called once, when the journal refuses.
    void setSinks(Sink sink, std::function<void()> lost);
    void beginAttempt(const DeploymentId &deployment, int attempt);

    // What a server's run told: imported once by its name and number.
    struct Origin
    {
        QString run;
        qint64 sequence = 0;
    };
    // `at`: when it happened, if not now. The error is the journal's.
    Result<void> record(DeployEventBody body, Durability durability, const QDateTime &at = {})
    {
        return record(std::move(body), durability, at, {});
    }
    Result<void> record(
        DeployEventBody body, Durability durability, const QDateTime &at, const Origin &origin);
    // Write-ahead: durable when it answers. Gives the intent's id.
    [[nodiscard]] Result<QString> intend(
        events::Intent::What what, SpanId span, const MachineId &machine, const QString &detail);
    void settle(const QString &intent, Outcome outcome);

    [[nodiscard]] SpanId nextSpan();
    [[nodiscard]] std::optional<UsualDuration> usual(Step step, Segment segment) const;
    [[nodiscard]] std::optional<Error> journalError() const;
    [[nodiscard]] DeploymentState state() const;
    [[nodiscard]] DeploymentId deployment() const { return m_deployment; }
    [[nodiscard]] int attempt() const { return m_attempt; }
    [[nodiscard]] QDateTime wallNow() const { return m_clock.wallNow(); }
    [[nodiscard]] Clock &clock() const { return m_clock; }

private:
    Journal &m_journal;
    Clock &m_clock;
    const QHash<QString, UsualDuration> m_usual;
    Sink m_sink;
    std::function<void()> m_lost;
    DeploymentId m_deployment;
    int m_attempt = 1;
    mutable std::mutex m_mutex;
    DeploymentState m_state;
    qint64 m_lastSpan = 0;
    std::optional<Error> m_journalError;
};

// A span that is ended exactly once; what is left open when it dies ends as Cancelled.
class Span
{
public:
    struct Place
    {
        Phase phase = Phase::Preflight;
        Step step = Step::Survey;
        QString lane;
        SpanId parent;
        Segment segment = Segment::Work;
        QDateTime at; // when it began, if not now
        bool typical = true; // false: less than the step usually does
    };

    Span() = default;
    Span(RunRecorder &recorder, const Place &place);
    Span(Span &&other) noexcept;
    Span &operator=(Span &&other) noexcept;
    ~Span();

    [[nodiscard]] SpanId id() const { return m_id; }
    [[nodiscard]] bool isOpen() const { return m_recorder != nullptr; }
    void note(Note note, const QStringList &args);
    void end(Outcome outcome, const std::optional<Error> &error = {}, const QDateTime &at = {});
    void end(const Result<void> &result);

    static void skip(
        RunRecorder &recorder, const Place &place, PlanReason reason, const QStringList &args = {});

private:
    RunRecorder *m_recorder = nullptr;
    SpanId m_id;
};

[[nodiscard]] Outcome outcomeOf(const Error &error);
// An answer that does not tell whether the write happened: look before anything else.
[[nodiscard]] bool isFateUnknown(const Error &error);
[[nodiscard]] Error redacted(Error error);

enum class Tell
{
    Everything,
    OnlyTrouble
}; // polls would drown the inspector
// A context whose exchanges, waits for the budget and repeats are told as events of a span.
CallContext callContext(
    RunRecorder &recorder, SpanId span, std::stop_token stop, Tell tell = Tell::Everything);
