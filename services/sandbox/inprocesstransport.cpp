#include "sandbox/inprocesstransport.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace {
// A held request looks again at least this often: what another thread does may make it end before
// the event it knew of.
constexpr SimTime longestNap{1'000};

Error cancelled()
{
    return {Error::Kind::Cancelled, u"stopped"_s, 0, {}, {}, {}};
}

SimRequest toSim(const HttpRequest &request)
{
    SimRequest sim;
    sim.method = request.method;
    sim.path = request.url.path();
    sim.query = QUrlQuery(request.url);
    sim.headers = request.headers;
    if (sim.header("user-agent").isEmpty())
        sim.headers.append(HttpHeader{"user-agent", "atalaya/" ATALAYA_VERSION});
    sim.body = request.body.isEmpty() && request.isWrite() ? QByteArray("{}") : request.body;
    return sim;
}

Result<HttpResponse> fromSim(SimReply reply)
{
    if (reply.delivery == SimReply::DropBeforeAnswer)
        return failure(Error::Kind::Offline, u"the connection was closed before the answer"_s);
    if (reply.delivery == SimReply::TruncateBody)
        return failure(Error::Kind::Protocol, u"the connection was closed within the answer"_s);
    return HttpResponse{reply.status, std::move(reply.headers), std::move(reply.body)};
}
} // namespace

InProcessTransport::InProcessTransport(std::shared_ptr<SimWorld> world, Clock &clock)
    : m_world(std::move(world))
    , m_clock(clock)
    , m_origin(clock.now() - m_world->now())
{
}

SimTime InProcessTransport::worldNow() const
{
    return std::chrono::duration_cast<SimTime>(m_clock.now() - m_origin);
}

void InProcessTransport::setBefore(Hook hook)
{
    const std::lock_guard lock(m_mutex);
    m_before = std::move(hook);
}

void InProcessTransport::setAfter(Hook hook)
{
    const std::lock_guard lock(m_mutex);
    m_after = std::move(hook);
}

void InProcessTransport::setCancelPoint(int index, CancelPoint point, std::stop_source source)
{
    const std::lock_guard lock(m_mutex);
    m_cancel = {index, point, std::move(source)};
}

int InProcessTransport::requestCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_count;
}

void InProcessTransport::cancelAt(int index, CancelPoint point)
{
    std::stop_source source{std::nostopstate};
    {
        const std::lock_guard lock(m_mutex);
        if (m_cancel.index == index && m_cancel.point == point)
            source = m_cancel.source;
    }
    source.request_stop();
}

Result<HttpResponse> InProcessTransport::perform(const HttpRequest &request, std::stop_token stop)
{
    Hook before;
    Hook after;
    int index = 0;
    {
        const std::lock_guard lock(m_mutex);
        index = m_count++;
        before = m_before;
        after = m_after;
    }
    if (before) {
        if (std::optional<Result<HttpResponse>> answer = before(index, request))
            return *answer;
    }
    cancelAt(index, CancelPoint::BeforeEffect);
    if (stop.stop_requested())
        return failure(cancelled());
    Result<HttpResponse> answer = exchange(request, stop);
    if (after) {
        if (std::optional<Result<HttpResponse>> other = after(index, request))
            return *other;
    }
    cancelAt(index, CancelPoint::AfterEffect);
    if (stop.stop_requested())
        return failure(cancelled());
    return answer;
}

Result<HttpResponse> InProcessTransport::exchange(const HttpRequest &request, std::stop_token stop)
{
    const Clock::Duration giveUp = m_clock.now() + request.timeout;
    SimTime halfLatency{0};
    {
        const std::lock_guard lock(m_mutex);
        halfLatency = m_world->latency() / 2;
    }
    if (halfLatency.count() > 0 && !m_clock.sleepFor(halfLatency, stop))
        return failure(cancelled());
    std::unique_lock lock(m_mutex);
    SimAnswer answer = m_world->handle(toSim(request), worldNow());
    while (const SimHold *hold = std::get_if<SimHold>(&answer)) {
        const SimHold held = *hold;
        SimTime until = std::min(held.deadline, worldNow() + longestNap);
        if (const std::optional<SimTime> next = m_world->nextEventAt())
            until = std::min(until, *next);
        lock.unlock();
        if (!m_clock.sleepUntil(std::min(m_origin + until, giveUp), stop))
            return failure(cancelled());
        if (m_clock.now() >= giveUp)
            return failure(Error::Kind::Timeout, u"no answer in time"_s);
        lock.lock();
        answer = m_world->resume(held, worldNow());
    }
    lock.unlock();
    if (halfLatency.count() > 0 && !m_clock.sleepFor(halfLatency, stop))
        return failure(cancelled());
    return fromSim(std::get<SimReply>(std::move(answer)));
}
