#pragma once

#include "core/clock.h"
#include "fleet/fleetservice.h"
#include "fly/flyclient.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

// Polls one account on a thread of its own and publishes what it knows, whole. An account that
// cannot be reached keeps what was known, with the error beside it; so does a part of the platform.
class FleetWorker
{
public:
    // `publish` is called on the worker's thread; `polled` is false for what is only an interim
    // state.
    using Publish = std::function<void(const FleetAccount &account, bool polled)>;

    // `known`: what it begins with.
    FleetWorker(
        const FleetService::Account &account, FleetAccount known, Clock &clock, Publish publish);
    ~FleetWorker(); // aborts what runs and joins
    Q_DISABLE_COPY_MOVE(FleetWorker)

    void start();
    void setVisibleApp(const AppName &app);
    void setHidden(bool hidden);
    void refreshNow();

private:
    struct Wishes // of the owner's thread
    {
        AppName visible;
        bool hidden = false;
        quint64 refreshes = 0;
    };

    struct Listing // of an organisation's machines
    {
        bool offered = true; // else its apps are asked one by one
        QDateTime since; // by the platform's clock; invalid: nothing was listed yet
        Clock::Duration completeDue{0};
    };

    void run(std::stop_token stop);
    bool step(const std::stop_token &stop); // one thing that is due; false: nothing is
    void list(const std::stop_token &stop);
    void listMachines(const std::stop_token &stop);
    std::optional<Error> listMachinesOf(const QString &organization, const std::stop_token &stop);
    void listReleases(const std::stop_token &stop);
    [[nodiscard]] FleetApp *mostUrgent(const Wishes &wish);
    void look(FleetApp &app, bool visible, const std::stop_token &stop);
    void failed(const Error &error);
    void publishSoon();
    void publish(bool polled);
    void waitForWork(const std::stop_token &stop);
    void waitWhileHidden(std::stop_token stop);
    [[nodiscard]] Clock::Duration nextDue();
    [[nodiscard]] Clock::Duration dueOf(const FleetApp &app, const Wishes &wish) const;
    [[nodiscard]] Clock::Duration atLeastReal(Clock::Duration wanted, Clock::Duration real) const;
    [[nodiscard]] CallContext context(const std::stop_token &stop) const;
    [[nodiscard]] Wishes wishes();
    void nudge();

    FleetService::Account m_account;
    Clock &m_clock;
    Publish m_publish;

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    Wishes m_wishes;
    std::stop_source m_wake; // of the wait that is going on

    // Of the worker's thread.
    FleetAccount m_known;
    std::map<AppName, Clock::Duration> m_asked; // when, whatever came of it
    std::map<QString, Listing> m_listings; // by organisation
    Clock::Duration m_publishedAt{0};
    Clock::Duration m_listDue{0};
    quint64 m_servedRefreshes = 0;
    int m_failures = 0;

    std::jthread m_thread; // last: stops before the rest dies
};
