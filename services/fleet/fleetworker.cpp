#include "fleet/fleetworker.h"

#include "fleet/fleetmerge.h"

#include <algorithm>
#include <set>
#include <utility>

using namespace std::chrono_literals;

namespace {
constexpr Clock::Duration visibleEvery = 3s;
constexpr Clock::Duration othersEvery = 30s;
constexpr qsizetype looksPerRound = 20; // of othersEvery, for health
constexpr Clock::Duration completeEvery = 5min; // between two lists of all machines: what changed
constexpr std::chrono::seconds lateNews = 60s; // that news may take until lists know them
constexpr Clock::Duration interimEvery = 250ms; // real time
constexpr Clock::Duration fastest = 500ms; // real time, under a scaled clock
// A first answer must come soon enough to say "offline" within 5 s; a slow line gets longer later.
constexpr Clock::Duration firstPatience = 4500ms;
constexpr Clock::Duration longestPatience = 30s;

// A token for single apps, or a platform that does not have the call: no trouble, ask otherwise.
bool isNotOffered(const Error &error)
{
    return error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Forbidden
        || error.kind == Error::Kind::Unauthorised || error.kind == Error::Kind::Rejected;
}
} // namespace

FleetWorker::FleetWorker(
    const FleetService::Account &account, FleetAccount known, Clock &clock, Publish publish)
    : m_account(account)
    , m_clock(clock)
    , m_publish(std::move(publish))
    , m_known(std::move(known))
{
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
        bool worked = false;
        while (!stop.stop_requested() && step(stop))
            worked = true;
        if (worked && !stop.stop_requested())
            publish(true);
        waitForWork(stop);
    }
}

bool FleetWorker::step(const std::stop_token &stop)
{
    const Wishes wish = wishes();
    if (wish.hidden)
        return false;
    if (wish.refreshes != m_servedRefreshes) {
        m_servedRefreshes = wish.refreshes;
        m_listDue = {};
        m_asked.clear();
        m_listings.clear();
    }
    if (m_listDue <= m_clock.now()) {
        list(stop);
        return true;
    }
    // What cannot be listed cannot be asked one by one either.
    FleetApp *next = m_known.error ? nullptr : mostUrgent(wish);
    if (!next)
        return false;
    look(*next, next->app.name == wish.visible, stop);
    return true;
}

void FleetWorker::list(const std::stop_token &stop)
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
    m_known.remembered = false;
    m_known.fetchedAt = m_clock.wallNow();
    m_known.platformAhead = m_account.client->platformAhead();
    FleetMerge::apps(m_known, *apps);
    m_listDue = m_clock.now() + atLeastReal(othersEvery, fastest);
    publish(false); // the rows are there before anything is known of them
    listMachines(stop);
    if (!stop.stop_requested())
        listReleases(stop);
}

void FleetWorker::listMachines(const std::stop_token &stop)
{
    std::set<QString> organizations;
    for (const FleetApp &app : std::as_const(m_known.apps))
        organizations.insert(app.app.organization);
    organizations.erase(QString());
    std::optional<Error> problem;
    for (const QString &organization : organizations) {
        if (const std::optional<Error> error = listMachinesOf(organization, stop))
            problem = error;
        if (stop.stop_requested())
            return;
    }
    m_known.machinesError = problem;
    publishSoon();
}

std::optional<Error> FleetWorker::listMachinesOf(
    const QString &organization, const std::stop_token &stop)
{
    Listing &listing = m_listings[organization];
    if (!listing.offered)
        return std::nullopt;
    const bool complete = !listing.since.isValid() || listing.completeDue <= m_clock.now();
    OrganizationQuery query;
    query.summary = complete && listing.since.isValid();
    if (!complete) {
        query.updatedAfter = listing.since;
        query.includeDeleted = true;
    }
    const Result<OrganizationMachines> listed =
        m_account.client->organizationMachines(organization, query, context(stop));
    if (stop.stop_requested())
        return std::nullopt;
    if (!listed) {
        listing.offered = !isNotOffered(listed.error());
        return listing.offered ? std::optional(listed.error()) : std::nullopt;
    }
    const QList<AppName> changed =
        FleetMerge::machines(m_known, organization, *listed, complete, m_clock.wallNow());
    for (const AppName &app : changed)
        m_asked.erase(app);
    if (listed->lastUpdatedAt.isValid())
        listing.since = listed->lastUpdatedAt.addSecs(-lateNews.count());
    if (complete && listed->errorRegions.isEmpty())
        listing.completeDue = m_clock.now() + completeEvery;
    return std::nullopt;
}

void FleetWorker::listReleases(const std::stop_token &stop)
{
    const Result<NewestReleases> releases = m_account.client->newestReleases(context(stop));
    if (stop.stop_requested())
        return;
    m_known.releasesError.reset();
    if (releases)
        FleetMerge::releases(m_known, *releases, m_clock.wallNow());
    else if (!isNotOffered(releases.error()))
        m_known.releasesError = releases.error();
    publishSoon();
}

FleetApp *FleetWorker::mostUrgent(const Wishes &wish)
{
    const Clock::Duration now = m_clock.now();
    qsizetype due = -1;
    for (qsizetype row = 0; row < m_known.apps.size(); ++row) {
        const FleetApp &app = m_known.apps.at(row);
        const bool visible = app.app.name == wish.visible;
        if ((due < 0 || visible) && dueOf(app, wish) <= now)
            due = row;
    }
    return due < 0 ? nullptr : &m_known.apps[due];
}

void FleetWorker::look(FleetApp &app, bool visible, const std::stop_token &stop)
{
    const CallContext call = context(stop);
    FleetMerge::Look seen{m_account.client->machines(app.app.name, call), std::nullopt};
    if (seen.machines && (visible || m_known.releasesError || !app.releaseAt.isValid()))
        seen.release = m_account.client->currentRelease(app.app.name, call);
    if (stop.stop_requested())
        return;
    m_asked[app.app.name] = m_clock.now();
    FleetMerge::look(app, std::move(seen), m_clock.wallNow(), m_account.client->platformAhead());
    if (visible)
        publish(true);
    else
        publishSoon();
}

// Tried again soon at first; a refused token only after the long pause or when the user asks.
void FleetWorker::failed(const Error &error)
{
    m_known.error = error;
    m_known.loading = false;
    m_known.machinesError.reset(); // the whole says more
    m_known.releasesError.reset();
    m_asked.clear(); // all are asked at once when it answers again
    m_listings.clear();
    const bool final =
        error.kind == Error::Kind::Unauthorised || error.kind == Error::Kind::Forbidden;
    const Clock::Duration wait =
        final ? othersEvery : std::min(othersEvery, visibleEvery * (1 << std::min(m_failures, 6)));
    m_failures = std::min(m_failures + 1, 30);
    m_listDue = m_clock.now() + atLeastReal(wait, fastest);
}

void FleetWorker::publishSoon()
{
    if (m_clock.now() >= m_publishedAt + atLeastReal(Clock::Duration(0), interimEvery))
        publish(false);
}

void FleetWorker::publish(bool polled)
{
    m_publishedAt = m_clock.now();
    m_publish(m_known, polled);
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
    for (const FleetApp &app : std::as_const(m_known.apps))
        next = std::min(next, dueOf(app, wish));
    return next;
}

// An app that comes into view is asked at once, unless it was a moment ago. The others of an
// organisation that can be listed take turns, so that a large fleet asks no more than a small one.
Clock::Duration FleetWorker::dueOf(const FleetApp &app, const Wishes &wish) const
{
    const auto asked = m_asked.find(app.app.name);
    if (asked == m_asked.end())
        return {};
    if (app.app.name == wish.visible)
        return asked->second + atLeastReal(visibleEvery, fastest);
    const auto listing = m_listings.find(app.app.organization);
    const bool listed = listing != m_listings.end() && listing->second.offered;
    const qsizetype turns = listed ? (m_known.apps.size() + looksPerRound - 1) / looksPerRound : 1;
    return asked->second + atLeastReal(othersEvery * turns, fastest);
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
