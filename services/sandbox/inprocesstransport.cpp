#include "sandbox/inprocesstransport.h"

#include <QUrlQuery>

#include <algorithm>

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

// Waiting is done where the machine is; a list, a machine, a release may come from any node.
bool mayLag(const SimRequest &request)
{
    const bool told =
        request.path.startsWith("/v1/apps/"_L1) || request.path.endsWith("/releases"_L1);
    return request.method == "GET" && told && !request.path.endsWith("/wait"_L1);
}

SimAnswer answerOf(SimWorld &world, const std::variant<SimRequest, SimHold> &what, SimTime now)
{
    if (const SimHold *hold = std::get_if<SimHold>(&what))
        return world.resume(*hold, now);
    return world.handle(std::get<SimRequest>(what), now);
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

void InProcessTransport::setLaggingNode(SimTime lag, int nth)
{
    const SimTime now = worldNow();
    const std::lock_guard lock(m_mutex);
    m_world->advanceTo(now);
    Result<SimWorld> copy = SimWorld::load(m_world->save());
    if (copy)
        m_lagging.emplace(LaggingNode{std::move(*copy), lag, nth, 0, {}});
}

SimAnswer InProcessTransport::ask(const Ask &what)
{
    const SimTime now = worldNow();
    if (m_lagging)
        m_lagging->asked.emplace_back(now, what);
    return answerOf(*m_world, what, now);
}

std::optional<SimAnswer> InProcessTransport::askLaggingNode(const SimRequest &request)
{
    if (!m_lagging || !mayLag(request) || ++m_lagging->reads % m_lagging->nth != 0)
        return std::nullopt;
    const SimTime then = std::max(worldNow() - m_lagging->lag, m_lagging->world.now());
    while (!m_lagging->asked.empty() && m_lagging->asked.front().first <= then) {
        const auto [at, what] = std::move(m_lagging->asked.front());
        m_lagging->asked.pop_front();
        static_cast<void>(answerOf(m_lagging->world, what, at));
    }
    return m_lagging->world.glance(request, then);
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
    const SimRequest asked = toSim(request);
    std::optional<SimAnswer> old = askLaggingNode(asked);
    SimAnswer answer = old ? std::move(*old) : ask(asked);
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
        answer = ask(held);
    }
    lock.unlock();
    if (halfLatency.count() > 0 && !m_clock.sleepFor(halfLatency, stop))
        return failure(cancelled());
    return fromSim(std::get<SimReply>(std::move(answer)));
}
