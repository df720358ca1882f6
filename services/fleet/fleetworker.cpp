#include "fleet/fleetworker.h"

#include "fleet/fleetrules.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {
constexpr Clock::Duration visibleEvery = 3s;
constexpr Clock::Duration othersEvery = 30s;
constexpr Clock::Duration fastest = 500ms; // real time, under a scaled clock
// A first answer must come soon enough to say "offline" within 5 s; a slow line gets longer later.
constexpr Clock::Duration firstPatience = 4500ms;
constexpr Clock::Duration longestPatience = 30s;
} // namespace

FleetWorker::FleetWorker(const FleetService::Account &account, Clock &clock, Publish publish)
    : m_account(account)
    , m_clock(clock)
    , m_publish(std::move(publish))
{
    m_known.id = account.id;
    m_known.name = account.name;
    m_known.sandbox = account.sandbox;
    m_known.readOnly = account.readOnly;
}

FleetWorker::~FleetWorker()
{
    m_thread.request_stop();
    nudge();
}

void FleetWorker::start()
{
    m_clock.announce();
    m_thread = std::jthread([this](std::stop_token stop) { run(std::move(stop)); });
}

void FleetWorker::setVisibleApp(const AppName &app)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_wishes.visible == app)
            return;
        m_wishes.visible = app;
    }
    nudge();
}

void FleetWorker::setHidden(bool hidden)
{
    {
        const std::lock_guard lock(m_mutex);
        m_wishes.hidden = hidden;
    }
    nudge();
}

void FleetWorker::refreshNow()
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_wishes.refreshes;
    }
    nudge();
}

void FleetWorker::nudge()
{
    std::stop_source wake;
    {
        const std::lock_guard lock(m_mutex);
        wake = m_wake;
    }
    wake.request_stop();
    m_changed.notify_all();
}

FleetWorker::Wishes FleetWorker::wishes()
{
    const std::lock_guard lock(m_mutex);
    return m_wishes;
}

void FleetWorker::run(std::stop_token stop)
{
    const ClockParticipant participant(m_clock, ClockParticipant::Entry::Announced);
    while (!stop.stop_requested()) {
        waitWhileHidden(stop);
        poll(stop);
        waitForWork(stop);
    }
}

void FleetWorker::poll(const std::stop_token &stop)
{
    const Wishes wish = wishes();
    if (wish.refreshes != m_servedRefreshes) {
        m_servedRefreshes = wish.refreshes;
        m_listDue = {};
        m_asked.clear();
    }
    if (m_listDue <= m_clock.now())
        listApps(stop);
    // What cannot be listed cannot be asked one by one either.
    if (m_known.error) {
        if (!stop.stop_requested())
            m_publish(m_known, true);
        return;
    }
    std::vector<FleetApp *> due;
    for (FleetApp &app : m_known.apps) {
        if (dueOf(app.app.name, wish) <= m_clock.now())
            due.push_back(&app);
    }
    std::ranges::stable_partition(
        due, [&wish](const FleetApp *app) { return app->app.name == wish.visible; });
    for (FleetApp *app : due) {
        if (stop.stop_requested() || wishes().hidden)
            return;
        fetchApp(*app, stop);
        m_publish(m_known, app == due.back());
    }
    if (due.empty() && !stop.stop_requested())
        m_publish(m_known, true);
}

void FleetWorker::listApps(const std::stop_token &stop)
{
    const Result<QList<App>> apps = m_account.client->apps(m_account.organization, context(stop));
    if (stop.stop_requested())
        return;
    if (!apps) {
        failed(apps.error());
        return;
    }
    m_failures = 0;
    m_known.error.reset();
    m_known.loading = false;
    m_known.fetchedAt = m_clock.wallNow();
    m_known.platformAhead = m_account.client->platformAhead();
    merge(*apps);
    m_listDue = m_clock.now() + atLeastReal(othersEvery, fastest);
    m_publish(m_known, false);
}

// Tried again soon at first; a refused token only after the long pause or when the user asks.
void FleetWorker::failed(const Error &error)
{
    m_known.error = error;
    m_known.loading = false;
    m_asked.clear(); // all are asked at once when it answers again
    const bool final =
        error.kind == Error::Kind::Unauthorised || error.kind == Error::Kind::Forbidden;
    const Clock::Duration wait =
        final ? othersEvery : std::min(othersEvery, visibleEvery * (1 << std::min(m_failures, 6)));
    m_failures = std::min(m_failures + 1, 30);
    m_listDue = m_clock.now() + atLeastReal(wait, fastest);
}

void FleetWorker::merge(const QList<App> &apps)
{
    QList<FleetApp> merged;
    for (const App &app : apps) {
        const auto known = std::ranges::find_if(m_known.apps,
            [&app](const FleetApp &candidate) { return candidate.app.name == app.name; });
        FleetApp row = known == m_known.apps.end() ? FleetApp() : *known;
        row.app = app;
        merged.append(row);
    }
    std::ranges::sort(
        merged, [](const FleetApp &a, const FleetApp &b) { return a.app.name < b.app.name; });
    m_known.apps = merged;
}

void FleetWorker::fetchApp(FleetApp &app, const std::stop_token &stop)
{
    const CallContext call = context(stop);
    Result<QList<Machine>> machines = m_account.client->machines(app.app.name, call);
    const Result<std::optional<Release>> release =
        machines ? m_account.client->currentRelease(app.app.name, call) : failure(machines.error());
    if (stop.stop_requested())
        return;
    m_asked[app.app.name] = m_clock.now();
    if (machines) {
        machines->removeIf(
            [](const Machine &machine) { return !machine.isActive() || machine.isHelper(); });
        app.machines = *machines;
        app.servingVersion = servingVersionOf(app.machines);
        app.fetchedAt = m_clock.wallNow();
        app.platformAhead = m_account.client->platformAhead();
    }
    app.error.reset();
    if (release)
        app.currentRelease = *release;
    else
        app.error = release.error();
    app.state = appFleetState(app);
}

Clock::Duration FleetWorker::nextDue()
{
    const Wishes wish = wishes();
    const Clock::Duration now = m_clock.now();
    if (wish.hidden || wish.refreshes != m_servedRefreshes)
        return now;
    Clock::Duration next = m_listDue;
    if (m_known.error)
        return next;
    for (const FleetApp &app : m_known.apps)
        next = std::min(next, dueOf(app.app.name, wish));
    return next;
}

// An app that comes into view is asked at once, unless it was a moment ago.
Clock::Duration FleetWorker::dueOf(const AppName &app, const Wishes &wish) const
{
    const auto asked = m_asked.find(app);
    if (asked == m_asked.end())
        return {};
    return asked->second + atLeastReal(app == wish.visible ? visibleEvery : othersEvery, fastest);
}

void FleetWorker::waitForWork(const std::stop_token &stop)
{
    std::stop_source wake;
    {
        const std::lock_guard lock(m_mutex);
        m_wake = wake;
    }
    const std::stop_callback forward(stop, [&wake] { wake.request_stop(); });
    // Wishes that came before this wait are seen by nextDue, later ones end it.
    const Clock::Duration due = nextDue();
    if (due > m_clock.now())
        m_clock.sleepUntil(due, wake.get_token());
}

void FleetWorker::waitWhileHidden(std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    if (!m_wishes.hidden)
        return;
    const ClockBlocked blocked(m_clock);
    m_changed.wait(lock, stop, [this] { return !m_wishes.hidden; });
}

// Under a fast clock the platform's seconds are short; the desk's are not.
Clock::Duration FleetWorker::atLeastReal(Clock::Duration wanted, Clock::Duration real) const
{
    const Clock::Duration second = std::max<Clock::Duration>(m_clock.toReal(1s), 1us);
    const double speed = 1e9 / static_cast<double>(second.count());
    return std::max(wanted,
        Clock::Duration(
            static_cast<Clock::Duration::rep>(static_cast<double>(real.count()) * speed)));
}

CallContext FleetWorker::context(const std::stop_token &stop) const
{
    CallContext call;
    call.stop = stop;
    const Clock::Duration patience =
        std::min(longestPatience, firstPatience * (1 << std::min(m_failures, 6)));
    call.limit = atLeastReal(patience, patience);
    return call;
}
