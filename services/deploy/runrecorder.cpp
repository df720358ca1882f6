#include "deploy/runrecorder.h"

#include "core/log.h"
#include "core/sanitise.h"
#include "core/ulid.h"
#include "fly/flyclient.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::milliseconds worthTelling{100}; // a shorter wait for the budget is noise

events::SpanStarted started(RunRecorder &recorder, const Span::Place &place)
{
    events::SpanStarted event;
    event.span = recorder.nextSpan();
    event.parent = place.parent;
    event.phase = place.phase;
    event.step = place.step;
    event.segment = place.segment;
    event.lane = place.lane;
    if (place.typical)
        event.usual = recorder.usual(place.step, place.segment);
    return event;
}

bool isTrouble(const CallTrace &trace)
{
    return (trace.status == 0 || trace.status >= 400) && trace.status != 408;
}
} // namespace

RunRecorder::RunRecorder(
    Journal &journal, Clock &clock, DeploymentState state, QHash<QString, UsualDuration> usual)
    : m_journal(journal)
    , m_clock(clock)
    , m_usual(std::move(usual))
    , m_state(std::move(state))
{
    for (const SpanState &span : std::as_const(m_state.spans))
        m_lastSpan = std::max(m_lastSpan, span.id.value);
}

void RunRecorder::setSinks(Sink sink, std::function<void()> lost)
{
    m_sink = std::move(sink);
    m_lost = std::move(lost);
}

void RunRecorder::beginAttempt(const DeploymentId &deployment, int attempt)
{
    m_deployment = deployment;
    m_attempt = attempt;
}

Result<void> RunRecorder::record(
    DeployEventBody body, Durability durability, const QDateTime &at, const Origin &origin)
{
    std::optional<Error> refusal;
    bool justLost = false;
    {
        const std::lock_guard lock(m_mutex);
        DeployEvent event;
        event.deployment = m_deployment;
        event.sequence = m_state.lastSequence + 1;
        event.attempt = m_attempt;
        event.at = at.isValid() ? at : m_clock.wallNow();
        event.body = std::move(body);
        event.run = origin.run;
        event.runSequence = origin.sequence;
        if (!m_journalError) {
            if (const Result<void> written = m_journal.append(event, durability); !written) {
                m_journalError = written.error();
                justLost = true;
            }
        }
        // The end itself may be what could not be written.
        if (auto *ended = std::get_if<events::AttemptEnded>(&event.body); ended && m_journalError)
            ended->journalLost = true;
        refusal = m_journalError;
        if (const Result<void> folded = m_state.apply(event); !folded) {
            Log::area("deploy")->error("event refused by the fold: deployment={} sequence={} {}",
                m_deployment.value.toStdString(),
                event.sequence,
                folded.error().detail.toStdString());
        }
        if (m_sink)
            m_sink(event);
    }
    if (justLost) {
        Log::area("deploy")->error("journal lost: deployment={} {}",
            m_deployment.value.toStdString(),
            refusal->detail.toStdString());
        if (m_lost)
            m_lost();
    }
    if (refusal)
        return failure(*refusal);
    return {};
}

Result<QString> RunRecorder::intend(
    events::Intent::What what, SpanId span, const MachineId &machine, const QString &detail)
{
    const QString id = newUlid(m_clock.wallNow());
    const Result<void> written =
        record(events::Intent{id, what, span, machine, detail}, Durability::Durable);
    if (!written)
        return failure(written.error());
    return id;
}

void RunRecorder::settle(const QString &intent, Outcome outcome)
{
    static_cast<void>(record(events::IntentDone{intent, outcome}, Durability::Batched));
}

SpanId RunRecorder::nextSpan()
{
    const std::lock_guard lock(m_mutex);
    return SpanId{++m_lastSpan};
}

std::optional<UsualDuration> RunRecorder::usual(Step step, Segment segment) const
{
    const auto found = m_usual.constFind(usualKey(step, segment));
    return found == m_usual.cend() ? std::nullopt : std::optional(*found);
}

std::optional<Error> RunRecorder::journalError() const
{
    const std::lock_guard lock(m_mutex);
    return m_journalError;
}

DeploymentState RunRecorder::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

Span::Span(RunRecorder &recorder, const Place &place)
    : m_recorder(&recorder)
{
    const events::SpanStarted event = started(recorder, place);
    m_id = event.span;
    static_cast<void>(recorder.record(event, Durability::Batched, place.at));
}

Span::Span(Span &&other) noexcept
    : m_recorder(std::exchange(other.m_recorder, nullptr))
    , m_id(other.m_id)
{
}

Span &Span::operator=(Span &&other) noexcept
{
    if (this != &other) {
        end(Outcome::Cancelled);
        m_recorder = std::exchange(other.m_recorder, nullptr);
        m_id = other.m_id;
    }
    return *this;
}

Span::~Span()
{
    end(Outcome::Cancelled);
}

void Span::note(Note note, const QStringList &args)
{
    if (m_recorder)
        static_cast<void>(
            m_recorder->record(events::SpanNoted{m_id, note, args}, Durability::Batched));
}

void Span::end(Outcome outcome, const std::optional<Error> &error, const QDateTime &at)
{
    RunRecorder *recorder = std::exchange(m_recorder, nullptr);
    if (!recorder)
        return;
    events::SpanEnded event{m_id, outcome, {}};
    if (error)
        event.error = redacted(*error);
    static_cast<void>(recorder->record(event, Durability::Batched, at));
}

void Span::end(const Result<void> &result)
{
    if (result)
        end(Outcome::Succeeded);
    else
        end(outcomeOf(result.error()), result.error());
}

void Span::skip(
    RunRecorder &recorder, const Place &place, PlanReason reason, const QStringList &args)
{
    static_cast<void>(recorder.record(events::SpanSkipped{started(recorder, place), reason, args},
        Durability::Batched,
        place.at));
}

Outcome outcomeOf(const Error &error)
{
    return error.kind == Error::Kind::Cancelled ? Outcome::Cancelled : Outcome::Failed;
}

bool isFateUnknown(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Cancelled:
    case Error::Kind::Timeout:
    case Error::Kind::Offline:
    case Error::Kind::Unavailable:
    case Error::Kind::Protocol:
        return true;
    default:
        return false;
    }
}

Error redacted(Error error)
{
    error.detail = Redact::text(Sanitise::line(error.detail));
    return error;
}

CallContext callContext(RunRecorder &recorder, SpanId span, std::stop_token stop, Tell tell)
{
    CallContext context;
    context.stop = std::move(stop);
    context.budgetWait = [&recorder, span](Clock::Duration wait) {
        const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(wait);
        if (ms < worthTelling)
            return;
        events::SpanNoted note{span, Note::BudgetWait, {QString::number(ms.count())}};
        static_cast<void>(recorder.record(note, Durability::Batched));
    };
    context.exchanged = [&recorder, span, tell](const CallTrace &trace) {
        if (tell == Tell::OnlyTrouble && !isTrouble(trace))
            return;
        events::SpanRequest request{span,
            QString::fromLatin1(trace.method),
            trace.path,
            trace.status,
            trace.requestId,
            trace.took};
        static_cast<void>(recorder.record(request, Durability::Batched));
    };
    context.retrying = [&recorder, span](const Error &error) {
        events::SpanNoted note{
            span, Note::RetryingCall, {errorKindName(error.kind), redacted(error).detail}};
        static_cast<void>(recorder.record(note, Durability::Batched));
    };
    return context;
}
