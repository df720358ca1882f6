#include "core/log.h"
#include "core/sanitise.h"
#include "deploy/causes.h"
#include "deploy/serverrun.h"
#include "types/stackplan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// What a run on a server tells becomes events of the journal, each once.
namespace {
constexpr int keptLinesRead = 1'000'000;
constexpr qsizetype longestServerLine = 8 * 1024;

// As far as the journal has it: a step that was passed over cannot be told there from one that made
// the run fail.
RunnerEvent failureOfSpan(const SpanState &span)
{
    RunnerEvent failed;
    failed.kind = RunnerEvent::Kind::StepEnded;
    failed.outcome = Outcome::Failed;
    failed.at = span.endedAt;
    failed.started = span.runSequence;
    failed.title = stepName(span.step);
    failed.phase = span.phase;
    failed.lane = serviceOfLane(span.lane);
    failed.detail = span.title;
    const QStringList words = span.error ? span.error->code.split(u' ') : QStringList();
    failed.reason = words.value(1);
    failed.got = words.mid(2).join(u' ');
    failed.timedOut = failed.reason == "timed-out"_L1;
    if (failed.reason == "code"_L1)
        failed.code = failed.got.toInt();
    return failed;
}
} // namespace

// What an earlier process has journalled of this run.
void ServerRun::prime()
{
    if (std::exchange(m_primed, true) || !m_parts.recorder)
        return;
    const DeploymentState state = m_parts.recorder->state();
    m_imported = state.imported.value(m_place.run, 0);
    primeLog(state);
    for (const SpanState &span : state.spans) {
        if (span.run != m_place.run)
            continue;
        if (span.outcome == Outcome::Failed && span.attempt == m_parts.recorder->attempt())
            m_failures.append(failureOfSpan(span));
        if (span.outcome != Outcome::Running && span.outcome != Outcome::Interrupted)
            continue;
        OpenStep open;
        open.started = span.runSequence;
        open.span = span.id;
        open.phase = span.phase;
        open.step = span.step;
        open.lane = span.lane;
        open.detail = span.title;
        const Kept kept = m_kept.value(open.started);
        open.at = kept.at.isValid() ? std::max(span.startedAt, kept.at) : span.startedAt;
        open.seen = m_parts.clock->now();
        m_logBytes = kept.bytes; // of the last one: the others have ended
        m_open.insert(open.started, open);
    }
}

// Lines are written at once, events a little later: there may be lines of steps that, as far as the
// journal knows, have not begun.
void ServerRun::primeLog(const DeploymentState &state)
{
    QList<int> attempts;
    for (const AttemptState &attempt : state.attempts) {
        for (const StackServerPlan &server :
            attempt.plan.stack ? attempt.plan.stack->servers : QList<StackServerPlan>()) {
            if (server.run == m_place.run && server.server == m_place.server)
                attempts.append(attempt.number);
        }
    }
    const Result<QList<LogLine>> lines =
        m_parts.journal->log(m_parts.recorder->deployment(), 0, keptLinesRead);
    for (const LogLine &line : lines.value_or(QList<LogLine>())) {
        if (line.step == 0 || !attempts.contains(line.attempt)
            || serverOfLane(line.lane) != m_place.server)
            continue;
        Kept &kept = m_kept[line.step];
        kept.bytes = std::max(kept.bytes, line.stepBytes);
        kept.at = line.at;
    }
}

QString ServerRun::laneOf(const RunnerEvent &event) const
{
    return stackLane(m_place.server, event.lane);
}

QDateTime ServerRun::ours(const QDateTime &theirs) const
{
    const std::lock_guard lock(m_mutex);
    return m_timeHere ? m_timeHere(theirs) : theirs.addMSecs(-m_place.clockAhead.count());
}

void ServerRun::take(const RunnerEvent &event)
{
    if (event.kind == RunnerEvent::Kind::StepStarted)
        begin(event);
    else if (event.kind == RunnerEvent::Kind::StepEnded)
        end(event);
    else if (event.kind == RunnerEvent::Kind::CancelRequested && m_parts.recorder) {
        ProcessIdentity by;
        by.host = m_place.server;
        by.program = Sanitise::line(event.owner);
        static_cast<void>(m_parts.recorder->record(events::CancelRequested{by},
            Durability::Batched,
            ours(event.at),
            {m_place.run, event.sequence}));
    }
    if (m_parts.eventSink)
        m_parts.eventSink(event);
}

void ServerRun::begin(const RunnerEvent &event)
{
    OpenStep open;
    open.started = event.sequence;
    open.phase = event.phase;
    open.step = stepFromName(event.title).value_or(Step::CheckTools);
    open.lane = laneOf(event);
    open.detail = Sanitise::line(event.detail);
    open.at = ours(event.at);
    open.seen = m_parts.clock->now();
    if (m_parts.recorder) {
        events::SpanStarted started;
        started.span = m_parts.recorder->nextSpan();
        started.phase = open.phase;
        started.step = open.step;
        started.lane = open.lane;
        started.title = open.detail;
        open.span = started.span;
        static_cast<void>(m_parts.recorder->record(
            started, Durability::Batched, open.at, {m_place.run, event.sequence}));
    }
    m_steps.insert(event.step, event);
    m_open.insert(event.sequence, open);
}

void ServerRun::end(const RunnerEvent &event)
{
    if (!m_open.value(event.started).rest.isEmpty())
        take(RunnerLog{event.started, 0, "\n"}); // its last line had no end
    const auto open = m_open.constFind(event.started);
    const std::optional<Error> error = errorOfStep(event);
    if (event.outcome == Outcome::Failed && !event.passedOver) {
        RunnerEvent failed = event;
        const RunnerEvent begun = m_steps.value(event.step);
        const bool isKnown = open != m_open.cend();
        failed.title = isKnown ? stepName(open->step) : begun.title;
        failed.lane = isKnown ? serviceOfLane(open->lane) : begun.lane;
        failed.phase = isKnown ? open->phase : begun.phase;
        failed.detail = isKnown ? open->detail : begun.detail;
        m_failures.append(failed);
    }
    if (m_parts.recorder && open != m_open.cend()) {
        const events::SpanEnded ended{open->span, event.outcome, error};
        static_cast<void>(m_parts.recorder->record(ended,
            event.outcome == Outcome::Succeeded ? Durability::Batched : Durability::Durable,
            ours(event.at),
            {m_place.run, event.sequence}));
    }
    m_open.remove(event.started);
}

void ServerRun::take(const RunnerLog &log)
{
    const auto open = m_open.find(log.started);
    if (open == m_open.end())
        return;
    if (open->rest.isEmpty())
        open->restAt = log.offset;
    open->rest += log.bytes;
    // Those that an earlier process has kept come again.
    const qint64 known = m_kept.value(log.started).bytes;
    QList<std::pair<qint64, QByteArray>> lines; // with the byte that each ends at
    for (;;) {
        const qsizetype end = open->rest.indexOf('\n');
        if (end < 0 && open->rest.size() <= longestServerLine)
            break;
        const bool isWhole = end >= 0 && end <= longestServerLine;
        const qsizetype length = isWhole ? end : longestServerLine;
        const qsizetype taken = length + (isWhole ? 1 : 0);
        open->restAt += taken;
        if (open->restAt > known)
            lines.append({open->restAt, open->rest.left(length)});
        open->rest.remove(0, taken);
    }
    if (lines.isEmpty() || !m_parts.recorder)
        return;
    const auto since =
        std::chrono::duration_cast<std::chrono::milliseconds>(m_parts.clock->now() - open->seen);
    QList<LogLine> kept;
    for (const auto &[end, bytes] : std::as_const(lines)) {
        LogLine line;
        line.at = open->at.addMSecs(since.count());
        line.source = LogLine::Source::Platform;
        line.lane = open->lane;
        line.text = Redact::text(Sanitise::line(QString::fromUtf8(bytes)));
        line.attempt = m_place.attempt;
        line.step = open->started;
        line.stepBytes = end;
        kept.append(line);
    }
    if (const Result<void> done = m_parts.journal->appendLog(m_parts.recorder->deployment(), kept);
        !done)
        Log::area("deploy")->warn("log not kept: {}", done.error().detail.toStdString());
    if (m_parts.logSink)
        m_parts.logSink(kept);
}

std::optional<Error> errorOfStep(const RunnerEvent &end)
{
    if (end.outcome != Outcome::Failed)
        return std::nullopt;
    if (end.timedOut)
        return Cause::stackStep(u"timed-out"_s, {}).value();
    const QString what =
        end.reason == "code"_L1 ? QString::number(end.code.value_or(-1)) : Sanitise::line(end.got);
    return Cause::stackStep(end.reason, what).value();
}
