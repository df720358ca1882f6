#include "deploy/oldmachine.h"

#include "deploy/lostanswer.h"

using namespace Qt::StringLiterals;

namespace {
// Somebody else was quicker: nothing is left to be done.
Result<void> orGone(Result<void> done)
{
    if (!done && done.error().kind == Error::Kind::NotFound)
        return {};
    return done;
}
} // namespace

OldMachine::OldMachine(RunParts &parts, LeaseKeeper &leases, const MachineId &id, bool serves)
    : m_parts(parts)
    , m_leases(leases)
    , m_id(id)
    , m_serves(serves)
{
}

Span::Place OldMachine::place(Segment segment) const
{
    return {Phase::Update, Step::RetireMachine, m_id.value, m_bar.id(), segment, {}};
}

void OldMachine::waitTurn()
{
    m_bar = Span(m_parts.recorder, place(Segment::Work));
    m_wait = Span(m_parts.recorder, place(Segment::WaitTurn));
}

void OldMachine::end(const Result<void> &result)
{
    m_wait.end(result ? Outcome::Succeeded : outcomeOf(result.error()));
    m_bar.end(result);
}

Result<void> OldMachine::write(events::Intent::What what,
    SpanId span,
    const std::stop_token &stop,
    std::function<Result<void>(const QString &, const CallContext &)> send)
{
    PatientWrite write;
    write.what = what;
    write.machine = m_id;
    write.send = std::move(send);
    return orGone(writePatiently(m_parts, m_leases, span, write, stop));
}

void OldMachine::mark(const std::stop_token &stop)
{
    static_cast<void>(write(events::Intent::What::SetLabels,
        m_bar.id(),
        stop,
        [this](const QString &nonce, const CallContext &context) {
            return m_parts.fly.setMetadata(m_parts.app(),
                m_id,
                u"fly_bluegreen_deployment_tag"_s,
                u"safe_to_destroy"_s,
                nonce,
                context);
        }));
}

Result<void> OldMachine::cordon(const std::stop_token &stop)
{
    m_wait.end(Outcome::Succeeded);
    if (!m_serves)
        return {};
    Span span(m_parts.recorder, place(Segment::Switch));
    m_cordoned = true;
    const Result<void> done = write(events::Intent::What::CordonMachine,
        span.id(),
        stop,
        [this](const QString &nonce, const CallContext &context) {
            return m_parts.fly.setCordoned(m_parts.app(), m_id, true, nonce, context);
        });
    span.end(done);
    return done;
}

Result<void> OldMachine::stop(const std::stop_token &stop)
{
    if (!m_serves)
        return {};
    Span span(m_parts.recorder, place(Segment::Drain));
    m_stopped = true;
    Result<void> done = write(events::Intent::What::StopMachine,
        span.id(),
        stop,
        [this](const QString &nonce, const CallContext &context) {
            return m_parts.fly.stopMachine(m_parts.app(), m_id, nonce, context);
        });
    const Clock::Duration deadline = m_parts.clock.now() + m_parts.plan().waitTimeout;
    while (done) {
        const Result<bool> stopped = m_parts.fly.waitMachine(m_parts.app(),
            m_id,
            WaitState::Stopped,
            pace::longPoll,
            callContext(m_parts.recorder, span.id(), stop, Tell::OnlyTrouble));
        if (stopped && *stopped)
            break;
        if (!stopped && stopped.error().kind == Error::Kind::NotFound)
            break; // destroyed by somebody else
        if (stop.stop_requested() || m_parts.clock.now() >= deadline)
            done = failure(Error::Kind::Timeout, u"the old machine did not stop in time"_s);
        else if (const std::optional<Error> lost = m_parts.recorder.journalError())
            done = failure(*lost);
        else if (!stopped)
            m_parts.clock.sleepFor(pace::shortRest, stop);
    }
    span.end(done);
    return done;
}

Result<void> OldMachine::destroy(const std::stop_token &stop)
{
    m_wait.end(Outcome::Succeeded);
    return destroyPatiently(m_parts, m_leases, m_bar.id(), m_id, stop);
}

Result<void> OldMachine::bringBack(const std::stop_token &stop)
{
    Result<void> done;
    if (m_stopped) {
        done = write(events::Intent::What::StartMachine,
            m_bar.id(),
            stop,
            [this](const QString &nonce, const CallContext &context) {
                return m_parts.fly.startMachine(m_parts.app(), m_id, nonce, context);
            });
    }
    if (m_stopped && done) {
        const Result<bool> started = m_parts.fly.waitMachine(m_parts.app(),
            m_id,
            WaitState::Started,
            pace::longPoll,
            callContext(m_parts.recorder, m_bar.id(), stop, Tell::OnlyTrouble));
        if (!started)
            done = failure(started.error());
    }
    if (m_cordoned) {
        const Result<void> open = write(events::Intent::What::UncordonMachine,
            m_bar.id(),
            stop,
            [this](const QString &nonce, const CallContext &context) {
                return m_parts.fly.setCordoned(m_parts.app(), m_id, false, nonce, context);
            });
        if (done)
            done = open;
    }
    return done;
}
