#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <QList>
#include <QString>

#include <functional>
#include <memory>

// The client's side of the platform's limits (fly-io.md 1.8): a token bucket per key, where a key
// is (account, action, machine or app). Thread-safe; waits through the clock.
class RateBudget
{
public:
    struct Rate
    {
        double perSecond = 1.0;
        int burst = 3;
    };
    struct State
    {
        QString tightestKey;
        double available = 1.0; // 0..1 of the tightest bucket's burst
        int queued = 0; // callers waiting now
    };

    explicit RateBudget(Clock &clock);
    ~RateBudget();
    Q_DISABLE_COPY_MOVE(RateBudget)

    // Takes one token, waiting for it when the bucket is empty; `waiting` is told once, before the
    // first wait, how long it will be. Cancelled when stopped.
    [[nodiscard]] Result<void> take(const QString &key,
        Rate rate,
        std::stop_token stop,
        const std::function<void(Clock::Duration)> &waiting = {});
    // A 429 for this key: nothing more is sent before `pause` has passed.
    void penalise(const QString &key, Clock::Duration pause);
    [[nodiscard]] State state() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};
