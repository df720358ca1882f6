#pragma once

#include "core/result.h"
#include "types/phase.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

// What the runner tells of a run, as values. Form and kinds are told at the head of
// resources/runner/atalaya-runner.sh. Which fields are set goes with the kind.
struct RunnerEvent
{
    enum class Kind
    {
        RunStarted, // owner, host, boot, pid, steps, mainSteps
        StepStarted, // step, phase, lane, title, detail
        StepEnded, // step, started, outcome, reason, code, logBytes, logCut, got, passedOver
        StepSkipped, // step, phase, lane, title, reason
        StepAdopted, // step, started: it worked on while its runner was gone
        RollbackStarted, // cause, step
        Question, // question, step, cause: the run waits for `continue`
        Answered, // question, step, answer, owner
        CancelRequested, // mode, owner
        Interrupted, // its process was told to end: the server goes down
        Resumed, // owner, boot, pid
        RunEnded, // state
        Other, // of a newer runner
    };

    QString run;
    qint64 sequence = 0; // from 1, without gaps, within the run
    QDateTime at; // UTC, of the server's clock when the run began; steady from there
    Kind kind = Kind::Other;
    QString kindName;

    int step = 0; // its number in the list
    Phase phase = Phase::Preflight;
    QString lane;
    QString title;
    QString detail;

    qint64 started = 0; // the sequence of the StepStarted that this belongs to
    Outcome outcome = Outcome::Running; // Interrupted: nobody knows how it ended
    bool timedOut = false; // outcome is Failed
    // StepEnded: "ok", "code", "missing" (no such program), "want", "never", "input", "output",
    // "output-small", "killed". StepSkipped: "earlier-failure", "not-needed".
    QString reason;
    std::optional<int> code;
    qint64 logBytes = 0;
    bool logCut = false;
    QString got; // the first 200 characters of what was printed where something was wanted
    bool passedOver = false; // failed, and the list says to go on
    bool begun = true; // else nothing of the step was done: it is simply done again

    QString question; // "failed", "unknown", "confirm", "rollback"
    QString answer; // "retry", "skip", "go-on", "roll-back", "leave"
    QString cause; // "failed", "cancelled"
    QString mode; // "policy", "roll-back", "leave"
    QString state; // of RunEnded, see RunnerRest
    QString owner;
    QString host;
    QString boot;
    qint64 pid = 0;
    int steps = 0;
    int mainSteps = 0;
    bool operator==(const RunnerEvent &) const = default;
};

// A piece of what a step printed, raw: sanitise it for where it is shown.
struct RunnerLog
{
    qint64 started = 0; // the sequence of its StepStarted
    qint64 offset = 0;
    QByteArray bytes;
    bool operator==(const RunnerLog &) const = default;
};

// The end of a followed stream: nothing more happens by itself.
struct RunnerRest
{
    // "succeeded", "failed", "cancelled", "rolled-back", "rollback-failed", "superseded": for good.
    // "asked": the last Question waits. "interrupted": its process is gone, `continue` goes on.
    QString state;
    [[nodiscard]] bool isFinal() const;
    bool operator==(const RunnerRest &) const = default;
};

struct RunnerRefusal // "refused no-run …": the first word says why
{
    QString reason;
    QString detail;
    bool operator==(const RunnerRefusal &) const = default;
};

using RunnerItem = std::variant<RunnerEvent, RunnerLog, RunnerRest, RunnerRefusal>;

// Reads what `follow` prints, in whatever pieces it comes. Each event and each byte of log is given
// once, however often the stream begins again: after a cut link, call reconnect() and follow from
// sequence() and logBytes(). A line or piece that was cut is not given. Log pieces that a cut left
// out cannot be: `follow` begins where it is told to.
class RunnerReader
{
public:
    explicit RunnerReader(const QString &run, qint64 sequence = 0, qint64 logBytes = 0);

    // An error (Protocol): this is no stream of a runner, or events are missing from it.
    Result<QList<RunnerItem>> feed(const QByteArray &bytes);
    void reconnect();

    [[nodiscard]] qint64 sequence() const { return m_sequence; }
    // Of the log of the step that runs, the last StepStarted that has not ended.
    [[nodiscard]] qint64 logBytes() const { return m_logBytes; }

private:
    Result<void> takeLine(const QByteArray &line, QList<RunnerItem> &items);
    Result<void> takeEvent(const QByteArray &line, QList<RunnerItem> &items);
    bool takeLog(QList<RunnerItem> &items); // false: more has to come

    QString m_run;
    qint64 m_sequence;
    qint64 m_logOf = 0; // StepStarted; 0: not known yet
    qint64 m_logBytes;
    QByteArray m_buffer;
    std::optional<RunnerLog> m_expected; // a piece whose head was read
    qsizetype m_expectedSize = 0;
};

namespace RunnerEvents {
// One line of the runner's file `events`; a line that was cut is an error (Protocol).
Result<RunnerEvent> decode(const QString &run, const QByteArray &line);
} // namespace RunnerEvents
