#include "types/deploymentstate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
SpanState spanFrom(const events::SpanStarted &started, const DeployEvent &event)
{
    SpanState span;
    span.id = started.span;
    span.parent = started.parent;
    span.attempt = event.attempt;
    span.phase = started.phase;
    span.step = started.step;
    span.segment = started.segment;
    span.lane = started.lane;
    span.title = started.title;
    span.usual = started.usual;
    span.startedAt = event.at;
    span.run = event.run;
    span.runSequence = event.runSequence;
    return span;
}

// Applies one event to a state whose sequence has been checked; changes nothing when it refuses.
class Fold
{
public:
    Fold(DeploymentState &state, const DeployEvent &event)
        : m_state(state)
        , m_event(event)
    {
    }

    Result<void> operator()(const events::AttemptStarted &body)
    {
        if (m_event.attempt != m_state.attempts.size() + 1)
            return refuse(u"attempt %1 begins after %2 attempts"_s.arg(m_event.attempt)
                              .arg(m_state.attempts.size()));
        interruptRunning(m_event.attempt);
        AttemptState attempt;
        attempt.number = m_event.attempt;
        attempt.plan = body.plan;
        attempt.owner = body.owner;
        attempt.startedAt = m_event.at;
        if (m_state.app.isEmpty())
            m_state.app = body.plan.app;
        if (!m_state.attempts.isEmpty()) {
            AttemptState &last = m_state.attempts.last();
            if (last.question && !last.answer)
                last.answer =
                    body.plan.leftOut.isEmpty() ? FailureAnswer::Retry : FailureAnswer::LeaveOut;
        }
        m_state.attempts.append(attempt);
        return {};
    }

    Result<void> operator()(const events::SpanStarted &body)
    {
        return addSpan(spanFrom(body, m_event));
    }

    Result<void> operator()(const events::SpanSkipped &body)
    {
        SpanState span = spanFrom(body.span, m_event);
        span.endedAt = m_event.at;
        span.outcome = Outcome::Skipped;
        span.skipReason = body.reason;
        span.skipArgs = body.args;
        return addSpan(span);
    }

    Result<void> operator()(const events::SpanNoted &body)
    {
        if (body.span == SpanId{})
            return {};
        SpanState *span = find(body.span);
        if (!span)
            return noSpan(body.span);
        span->notes.append({m_event.at, body.note, body.args});
        return {};
    }

    Result<void> operator()(const events::SpanRequest &body)
    {
        if (body.span == SpanId{})
            return {};
        SpanState *span = find(body.span);
        if (!span)
            return noSpan(body.span);
        span->requests.append(body);
        return {};
    }

    Result<void> operator()(const events::SpanEnded &body)
    {
        SpanState *span = find(body.span);
        if (!span)
            return noSpan(body.span);
        // What was thought interrupted may turn out to have ended.
        if (span->outcome != Outcome::Running && span->outcome != Outcome::Interrupted)
            return refuse(u"span %1 ends twice"_s.arg(body.span.value));
        span->outcome = body.outcome;
        span->endedAt = m_event.at;
        span->error = body.error;
        return {};
    }

    Result<void> operator()(const events::Intent &body)
    {
        return withAttempt(
            [&body](AttemptState &attempt) { attempt.openIntents.insert(body.id, body); });
    }

    Result<void> operator()(const events::IntentDone &body)
    {
        // A later attempt settles what an interrupted one left open.
        for (AttemptState &attempt : m_state.attempts)
            attempt.openIntents.remove(body.id);
        return {};
    }

    Result<void> operator()(const events::MachineBefore &body)
    {
        if (!m_state.before.contains(body.machine.value))
            m_state.before.insert(body.machine.value, body);
        return {};
    }

    Result<void> operator()(const events::LeaseTaken &body)
    {
        return withAttempt(
            [&body](AttemptState &attempt) { attempt.leases.insert(body.machine.value, body); });
    }

    Result<void> operator()(const events::LeaseDropped &body)
    {
        for (AttemptState &attempt : m_state.attempts)
            attempt.leases.remove(body.machine.value);
        return {};
    }

    Result<void> operator()(const events::ReleaseCreated &body)
    {
        return withAttempt([&body](AttemptState &attempt) {
            attempt.release = body.release;
            attempt.releaseVersion = body.version;
        });
    }

    Result<void> operator()(const events::ReleaseCommandEnded &body)
    {
        return withAttempt([&body](AttemptState &attempt) { attempt.releaseCommand = body; });
    }

    Result<void> operator()(const events::MachineUpdated &body)
    {
        return withAttempt([&body](AttemptState &attempt) {
            attempt.updated.insert(body.machine.value, body.newInstance);
        });
    }

    Result<void> operator()(const events::CancelRequested &)
    {
        return withAttempt([](AttemptState &attempt) { attempt.cancelRequested = true; });
    }

    Result<void> operator()(const events::AttemptEnded &body)
    {
        const Result<void> done = withAttempt([&](AttemptState &attempt) {
            attempt.ended = body;
            attempt.endedAt = m_event.at;
        });
        if (done && body.reported == Reported::Interrupted)
            interruptRunning(m_event.attempt + 1);
        return done;
    }

    Result<void> operator()(const events::VerdictReached &body)
    {
        return withAttempt([&body](AttemptState &attempt) { attempt.verdict = body.verdict; });
    }

    Result<void> operator()(const events::DiagnosisMade &body)
    {
        return withAttempt([&body](AttemptState &attempt) { attempt.diagnosis = body.diagnosis; });
    }

    Result<void> operator()(const events::MachineCreated &body)
    {
        m_state.created.insert(body.machine.value, body);
        return {};
    }

    Result<void> operator()(const events::MachineDestroyed &body)
    {
        m_state.created.remove(body.machine.value);
        m_state.destroyed.insert(body.machine.value);
        return {};
    }

    Result<void> operator()(const events::QuestionAsked &body)
    {
        return withAttempt([&body](AttemptState &attempt) { attempt.question = body; });
    }

    Result<void> operator()(const events::QuestionAnswered &body)
    {
        return withAttempt([&body](AttemptState &attempt) {
            if (attempt.question)
                attempt.answer = body.answer;
        });
    }

    Result<void> operator()(const events::SwitchBegan &)
    {
        m_state.switched = true;
        return {};
    }

private:
    [[nodiscard]] tl::unexpected<Error> refuse(const QString &what) const
    {
        return failure(Error::Kind::Protocol, u"event %1: %2"_s.arg(m_event.sequence).arg(what));
    }

    [[nodiscard]] tl::unexpected<Error> noSpan(SpanId id) const
    {
        return refuse(u"span %1 was never started"_s.arg(id.value));
    }

    Result<void> withAttempt(const auto &change)
    {
        if (m_event.attempt < 1 || m_event.attempt > m_state.attempts.size())
            return refuse(u"attempt %1 was never started"_s.arg(m_event.attempt));
        change(m_state.attempts[m_event.attempt - 1]);
        return {};
    }

    Result<void> addSpan(const SpanState &span)
    {
        if (m_event.attempt < 1 || m_event.attempt > m_state.attempts.size())
            return refuse(u"attempt %1 was never started"_s.arg(m_event.attempt));
        if (span.id == SpanId{} || m_state.spanIndex.contains(span.id))
            return refuse(u"span %1 starts twice"_s.arg(span.id.value));
        m_state.spanIndex.insert(span.id, static_cast<int>(m_state.spans.size()));
        m_state.spans.append(span);
        return {};
    }

    SpanState *find(SpanId id)
    {
        const int index = m_state.spanIndex.value(id, -1);
        return index < 0 ? nullptr : &m_state.spans[index];
    }

    // Their process died; the last thing it told is the latest they can be known to have run.
    void interruptRunning(int beforeAttempt)
    {
        for (SpanState &span : m_state.spans) {
            if (span.outcome != Outcome::Running || span.attempt >= beforeAttempt)
                continue;
            span.outcome = Outcome::Interrupted;
            span.endedAt = std::max(span.startedAt, m_state.lastAt);
        }
    }

    DeploymentState &m_state;
    const DeployEvent &m_event;
};
} // namespace

Result<void> DeploymentState::apply(const DeployEvent &event)
{
    if (event.sequence <= lastSequence)
        return {};
    if (event.sequence != lastSequence + 1) {
        return failure(Error::Kind::Protocol,
            u"event %1 follows event %2"_s.arg(event.sequence).arg(lastSequence));
    }
    if (!id.isEmpty() && id != event.deployment) {
        return failure(Error::Kind::Protocol,
            u"event %1 belongs to deployment %2"_s.arg(event.sequence).arg(event.deployment.value));
    }
    const Result<void> done = std::visit(Fold(*this, event), event.body);
    if (!done)
        return done;
    if (!event.run.isEmpty())
        imported.insert(event.run, event.runSequence);
    id = event.deployment;
    lastSequence = event.sequence;
    lastAt = event.at;
    return {};
}

Result<void> DeploymentState::apply(const QList<DeployEvent> &events)
{
    for (const DeployEvent &event : events) {
        if (const Result<void> applied = apply(event); !applied)
            return applied;
    }
    return {};
}

const events::QuestionAsked *DeploymentState::openQuestion() const
{
    const AttemptState *last = lastAttempt();
    return last && last->ended && last->question && !last->answer ? &*last->question : nullptr;
}

const SpanState *DeploymentState::span(SpanId spanId) const
{
    const auto index = spanIndex.constFind(spanId);
    return index == spanIndex.cend() ? nullptr : &spans.at(*index);
}
