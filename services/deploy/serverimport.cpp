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
} // namespace

// What an earlier process has journalled of this run.
void ServerRun::prime()
{
    if (std::exchange(m_primed, true) || !m_parts.recorder)
        return;
    const DeploymentState state = m_parts.recorder->state();
    m_imported = state.imported.value(m_place.run, 0);
    for (const SpanState &span : state.spans) {
        const bool isOpen =
            span.outcome == Outcome::Running || span.outcome == Outcome::Interrupted;
        if (span.run != m_place.run || !isOpen)
            continue;
        OpenStep open;
        open.started = span.runSequence;
        open.span = span.id;
        open.phase = span.phase;
        open.step = span.step;
        open.lane = span.lane;
        open.detail = span.title;
        open.at = span.startedAt;
        open.seen = m_parts.clock->now();
        const Result<QList<LogLine>> kept =
            m_parts.journal->log(m_parts.recorder->deployment(), 0, keptLinesRead);
        for (const LogLine &line : kept.value_or(QList<LogLine>()))
            open.linesKnown += line.lane == span.lane && line.at >= span.startedAt ? 1 : 0;
        m_open.insert(open.started, open);
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
        failed.title = open == m_open.cend() ? begun.title : stepName(open->step);
        failed.lane = begun.lane;
        failed.phase = begun.phase;
        failed.detail = begun.detail;
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
    open->rest += log.bytes;
    QList<QByteArray> lines;
    for (;;) {
        const qsizetype end = open->rest.indexOf('\n');
        if (end < 0 && open->rest.size() < longestServerLine)
            break;
        const qsizetype length = end < 0 || end > longestServerLine ? longestServerLine : end;
        lines.append(open->rest.left(length));
        open->rest.remove(0, length + (end == length ? 1 : 0));
    }
    // Those that an earlier process has kept come again.
    const qint64 known = std::min<qint64>(open->linesKnown, lines.size());
    open->linesKnown -= known;
    lines = lines.mid(known);
    if (lines.isEmpty() || !m_parts.recorder)
        return;
    const auto since =
        std::chrono::duration_cast<std::chrono::milliseconds>(m_parts.clock->now() - open->seen);
    QList<LogLine> kept;
    for (const QByteArray &bytes : std::as_const(lines)) {
        LogLine line;
        line.at = open->at.addMSecs(since.count());
        line.source = LogLine::Source::Platform;
        line.lane = open->lane;
        line.text = Redact::text(Sanitise::line(QString::fromUtf8(bytes)));
        line.attempt = m_place.attempt;
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
