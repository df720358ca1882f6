#pragma once

#include "core/clock.h"
#include "core/http.h"
#include "sandbox/simworld.h"

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <variant>

// HttpTransport straight into a SimWorld, on the caller's thread: for the matrix of cancel, fault
// and timing on a virtual clock. World time is the clock's, from the world's time at construction
// on. Thread-safe; it owns the world's mutex, so a world belongs to one of these.
class InProcessTransport final : public HttpTransport
{
public:
    // Called without any lock. An answer given by a hook takes the place of the world's: before,
    // nothing happens in the world; after, it has happened.
    using Hook = std::function<std::optional<Result<HttpResponse>>(int index, const HttpRequest &)>;
    enum class CancelPoint
    {
        BeforeEffect,
        AfterEffect
    };

    InProcessTransport(std::shared_ptr<SimWorld> world, Clock &clock);

    Result<HttpResponse> perform(const HttpRequest &request, std::stop_token stop) override;

    void setBefore(Hook hook);
    void setAfter(Hook hook);
    // Requests `source` to stop at the request with this index (from 0).
    void setCancelPoint(int index, CancelPoint point, std::stop_source source);

    // From now on every `nth` read is answered by a node that is that far behind: what is there,
    // not what is waited for. What inspect() does to the world it never learns.
    void setLaggingNode(SimTime lag, int nth);

    [[nodiscard]] int requestCount() const; // begun so far
    [[nodiscard]] SimTime worldNow() const;
    // Runs `look` on the world, advanced to now, under the lock.
    template <typename Look> auto inspect(Look look)
    {
        const SimTime now = worldNow();
        const std::lock_guard lock(m_mutex);
        m_world->advanceTo(now);
        return look(*m_world);
    }

private:
    struct Cancel
    {
        int index = -1;
        CancelPoint point = CancelPoint::BeforeEffect;
        std::stop_source source{std::nostopstate};
    };
    using Ask = std::variant<SimRequest, SimHold>;
    // It gets the same requests at the same times, later: so it is the same world (see SimWorld).
    struct LaggingNode
    {
        SimWorld world;
        SimTime lag{0};
        int nth = 1;
        int reads = 0;
        std::deque<std::pair<SimTime, Ask>> asked;
    };
    SimAnswer ask(const Ask &what);
    std::optional<SimAnswer> askLaggingNode(const SimRequest &request);
    Result<HttpResponse> exchange(const HttpRequest &request, std::stop_token stop);
    void cancelAt(int index, CancelPoint point);

    mutable std::mutex m_mutex;
    const std::shared_ptr<SimWorld> m_world;
    Clock &m_clock;
    const Clock::Duration m_origin; // the clock's time at the world's zero
    Hook m_before;
    Hook m_after;
    Cancel m_cancel;
    int m_count = 0;
    std::optional<LaggingNode> m_lagging;
};
