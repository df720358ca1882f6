#include "core/ratebudget.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <deque>
#include <mutex>

using namespace Qt::StringLiterals;

namespace {
using Duration = Clock::Duration;

// Counted in time, not in fractions of a token: exact, so a waiter sleeps once.
struct Bucket
{
    Duration interval = std::chrono::seconds(1); // what one token costs
    int burst = 1;
    Duration credit = {};
    Duration updated = {}; // in the future while a penalty lasts
    std::deque<quint64> queue;

    [[nodiscard]] Duration capacity() const { return interval * burst; }

    void setRate(RateBudget::Rate rate)
    {
        const double perSecond = std::max(rate.perSecond, 0.001);
        interval = Duration(std::llround(1e9 / perSecond));
        burst = std::max(rate.burst, 1);
        credit = std::min(credit, capacity());
    }

    void refill(Duration now)
    {
        if (now <= updated)
            return;
        credit = std::min(capacity(), credit + (now - updated));
        updated = now;
    }

    // How long until the caller at `position` of the queue may go; zero: now.
    [[nodiscard]] Duration waitAt(std::size_t position, Duration now) const
    {
        const Duration penalty = std::max(Duration(0), updated - now);
        const Duration missing = interval * static_cast<Duration::rep>(position + 1) - credit;
        return penalty + std::max(Duration(0), missing);
    }
};
} // namespace

struct RateBudget::Private
{
    explicit Private(Clock &theClock)
        : clock(theClock)
    {
    }

    Clock &clock;
    mutable std::mutex mutex;
    QHash<QString, Bucket> buckets;
    quint64 arrivals = 0;

    Bucket &bucketFor(const QString &key, Rate rate, Duration now)
    {
        const auto found = buckets.find(key);
        if (found != buckets.end())
            return *found;
        dropFullBuckets(now);
        Bucket bucket;
        bucket.setRate(rate);
        bucket.credit = bucket.capacity();
        bucket.updated = now;
        return *buckets.insert(key, bucket);
    }

    // A full bucket nobody waits for says the same as none; machines come and go.
    void dropFullBuckets(Duration now)
    {
        if (buckets.size() < 256)
            return;
        for (auto bucket = buckets.begin(); bucket != buckets.end();) {
            bucket->refill(now);
            const bool droppable = bucket->queue.empty() && bucket->credit >= bucket->capacity()
                && bucket->updated <= now;
            bucket = droppable ? buckets.erase(bucket) : std::next(bucket);
        }
    }

    // Takes the token when it is the caller's turn, else says when to come back.
    std::optional<Duration> tryTake(const QString &key, Rate rate, quint64 arrival)
    {
        const std::lock_guard lock(mutex);
        const Duration now = clock.now();
        Bucket &bucket = bucketFor(key, rate, now);
        bucket.setRate(rate);
        bucket.refill(now);
        auto own = std::find(bucket.queue.begin(), bucket.queue.end(), arrival);
        if (own == bucket.queue.end())
            own = bucket.queue.insert(bucket.queue.end(), arrival);
        const auto position = static_cast<std::size_t>(own - bucket.queue.begin());
        const Duration wait = bucket.waitAt(position, now);
        if (wait > Duration(0))
            return now + wait;
        bucket.credit -= bucket.interval;
        bucket.queue.erase(own);
        return std::nullopt;
    }

    void giveUp(const QString &key, quint64 arrival)
    {
        const std::lock_guard lock(mutex);
        const auto bucket = buckets.find(key);
        if (bucket != buckets.end())
            std::erase(bucket->queue, arrival);
    }
};

RateBudget::RateBudget(Clock &clock)
    : d(std::make_unique<Private>(clock))
{
}

RateBudget::~RateBudget() = default;

Result<void> RateBudget::take(const QString &key,
    Rate rate,
    std::stop_token stop,
    const std::function<void(Clock::Duration)> &waiting)
{
    quint64 arrival = 0;
    {
        const std::lock_guard lock(d->mutex);
        arrival = d->arrivals++;
    }
    bool told = !waiting;
    while (!stop.stop_requested()) {
        const std::optional<Duration> next = d->tryTake(key, rate, arrival);
        if (!next)
            return {};
        if (!std::exchange(told, true))
            waiting(std::max(Duration(0), *next - d->clock.now()));
        if (!d->clock.sleepUntil(*next, stop))
            break;
    }
    d->giveUp(key, arrival);
    return failure(Error::Kind::Cancelled, u"stopped while waiting for the rate budget"_s);
}

void RateBudget::penalise(const QString &key, Clock::Duration pause)
{
    const std::lock_guard lock(d->mutex);
    const Duration now = d->clock.now();
    Bucket &bucket = d->bucketFor(key, Rate{}, now);
    bucket.refill(now);
    // At the end of the pause one request may go, the next ones at the rate.
    bucket.updated = std::max(bucket.updated, now + pause);
    bucket.credit = bucket.interval;
}

RateBudget::State RateBudget::state() const
{
    const std::lock_guard lock(d->mutex);
    const Duration now = d->clock.now();
    State state;
    for (auto bucket = d->buckets.begin(); bucket != d->buckets.end(); ++bucket) {
        bucket->refill(now);
        state.queued += static_cast<int>(bucket->queue.size());
        const double available = bucket->updated > now ? 0.0
                                                       : static_cast<double>(bucket->credit.count())
                / static_cast<double>(bucket->capacity().count());
        if (available < state.available) {
            state.available = available;
            state.tightestKey = bucket.key();
        }
    }
    return state;
}
