#include "fleet/serversservice.h"

#include "core/clock.h"
#include "core/pool.h"
#include "fleet/knownservers.h"
#include "servers/serversurvey.h"
#include "servers/ssherrors.h"
#include "settings/serverstore.h"

#include <QFileSystemWatcher>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr Clock::Duration visibleServerEvery = 3s;
constexpr Clock::Duration otherServersEvery = 30s;
constexpr Clock::Duration longestServerPause = 60s; // between tries of one that does not answer
constexpr Clock::Duration keptServersEvery = 60s; // where only ages and loads change
constexpr int mostServerLooks = 16; // at once

// What passes by itself. Everything else is as it is until somebody does something about it.
bool passesByItself(const Error &error)
{
    const std::optional<SshCause> cause = sshCauseOf(error);
    if (!cause)
        return error.kind == Error::Kind::Timeout || error.kind == Error::Kind::Offline;
    switch (*cause) {
    case SshCause::NameUnknown: // a VPN brings names, too
    case SshCause::NameLookupFailed:
    case SshCause::NoRoute:
    case SshCause::PortRefused:
    case SshCause::ConnectTimeout:
    case SshCause::BannerTimeout:
    case SshCause::ClosedAtStart:
    case SshCause::ConnectionLost:
    case SshCause::SessionsExceeded:
    case SshCause::MasterGone:
    case SshCause::NoAnswer:
        return true;
    default:
        return false;
    }
}

Error listIsFixed()
{
    return {Error::Kind::Precondition, u"the list of servers is fixed"_s, 0, {}, {}, {}};
}

struct ServerLook
{
    decltype(ServersService::Parts::open) open;
    Server server;
    SshAsker asker; // empty: nothing is asked
    Clock *clock = nullptr;

    Result<ServerFacts> run(const std::stop_token &stop) const
    {
        for (bool again = false;; again = true) {
            const Result<ServerLink> link = open(server, asker, stop);
            if (!link)
                return failure(link.error());
            Result<ServerFacts> facts = surveyServer(*link, *clock, stop);
            // It ended between the two: nothing was run.
            if (facts || again || sshCauseOf(facts.error()) != SshCause::MasterGone)
                return facts;
        }
    }
};
} // namespace

struct ServersService::Private
{
    struct Watched
    {
        Clock::Duration due{0};
        Clock::Duration endedAt{0};
        bool looked = false;
        int failures = 0;
        bool running = false;
        bool wanted = false; // by the user: a look with questions follows
        std::stop_source stop;
        std::optional<ServerFacts> kept;
        Clock::Duration keptAt{0};
    };

    Private(ServersService &service, Parts given)
        : q(service)
        , parts(std::move(given))
        , store(parts.folder)
    {
        timer.setSingleShot(true);
        QObject::connect(&timer, &QTimer::timeout, &q, [this] { lookAtDue(); });
        reload();
        if (parts.fixed)
            return;
        watcher.addPath(parts.folder);
        QObject::connect(&watcher, &QFileSystemWatcher::directoryChanged, &q, [this] { follow(); });
        remember();
    }

    // What was told before this start, where nothing newer is there yet.
    void remember()
    {
        if (parts.knownFolder.isEmpty())
            return;
        QList<Server> servers;
        for (const FleetServer &row : std::as_const(rows))
            servers.append(row.server);
        using Known = QHash<ServerId, ServerFacts>;
        deliver(pool.run<Known>([servers, folder = parts.knownFolder](
                                    const std::stop_token &) -> Result<Known> {
            return KnownServers(folder).load(servers);
        }),
            &q,
            [this](const Result<Known> &known) {
                for (FleetServer &row : rows) {
                    if (known && !row.facts && known->contains(row.server.id))
                        row.facts = known->value(row.server.id);
                }
                Q_EMIT q.changed();
            });
    }

    void keep(const Server &server, Watched &state, const ServerFacts &facts)
    {
        const Clock::Duration now = parts.clock->now();
        const bool isSame = state.kept && withoutAges(*state.kept) == withoutAges(facts);
        if (parts.knownFolder.isEmpty() || (isSame && now < state.keptAt + keptServersEvery))
            return;
        state.kept = facts;
        state.keptAt = now;
        pool.run<bool>(
            [server, facts, folder = parts.knownFolder](const std::stop_token &) -> Result<bool> {
                KnownServers(folder).keep(server, facts);
                return true;
            });
    }

    ~Private()
    {
        for (Watched &row : watched)
            row.stop.request_stop();
    }

    FleetServer *find(const ServerId &id)
    {
        const auto found =
            std::ranges::find(rows, id, [](const FleetServer &row) { return row.server.id; });
        return found == rows.end() ? nullptr : &*found;
    }

    // What is known of a server stays with it as long as it is reached in the same way.
    void reload()
    {
        const Result<QList<Server>> list =
            parts.fixed ? Result<QList<Server>>(*parts.fixed) : store.list();
        storeError = list ? std::nullopt : std::optional(list.error());
        if (!list)
            return; // while it is damaged, what was known goes on
        const QList<FleetServer> before = std::exchange(rows, {});
        QHash<ServerId, Watched> kept = std::exchange(watched, {});
        for (const Server &server : *list) {
            const auto known = std::ranges::find(
                before, server.id, [](const FleetServer &row) { return row.server.id; });
            const bool same = known != before.cend() && known->server.address == server.address;
            rows.append(same ? *known : FleetServer{});
            rows.last().server = server;
            if (same)
                watched.insert(server.id, kept.take(server.id));
            else
                watched.insert(server.id, Watched());
            if (same && known->server != server) // other folders: another look
                watched[server.id].due = {};
        }
        for (Watched &gone : kept)
            gone.stop.request_stop();
    }

    void follow()
    {
        const QList<FleetServer> before = rows;
        const bool wasBroken = storeError.has_value();
        reload();
        if (rows == before && storeError.has_value() == wasBroken)
            return;
        Q_EMIT q.changed();
        schedule();
    }

    void schedule()
    {
        if (!started || hidden)
            return timer.stop();
        std::optional<Clock::Duration> next;
        int running = 0;
        for (auto it = watched.cbegin(); it != watched.cend(); ++it) {
            running += it->running ? 1 : 0;
            if (!it->running && !restsNow(it.key(), *it))
                next = std::min(next.value_or(it->due), it->due);
        }
        if (!next || running >= mostServerLooks)
            return timer.stop(); // the end of a look comes back here
        const Clock::Duration wait =
            std::max(Clock::Duration(0), parts.clock->toReal(*next - parts.clock->now()));
        timer.start(std::chrono::ceil<std::chrono::milliseconds>(wait));
    }

    bool restsNow(const ServerId &id, const Watched &row)
    {
        const FleetServer *server = find(id);
        return !server || (server->waits && !row.wanted);
    }

    void lookAtDue()
    {
        const Clock::Duration now = parts.clock->now();
        int running = int(std::count_if(
            watched.cbegin(), watched.cend(), [](const Watched &row) { return row.running; }));
        QList<ServerId> due;
        for (const FleetServer &row : std::as_const(rows)) {
            const Watched &state = watched[row.server.id];
            if (!state.running && state.due <= now && !restsNow(row.server.id, state))
                due.append(row.server.id);
        }
        // What the user looks at goes first.
        std::stable_partition(
            due.begin(), due.end(), [this](const ServerId &id) { return id == visible; });
        for (const ServerId &id : std::as_const(due)) {
            if (running++ < mostServerLooks)
                look(id);
        }
        schedule();
    }

    Pending<ServerFacts> run(const Server &server, const SshAsker &who, std::stop_token own)
    {
        const ServerLook look{parts.open, server, who, parts.clock};
        return pool.run<ServerFacts>(
            [look, own = std::move(own)](std::stop_token pools) -> Result<ServerFacts> {
                std::stop_source either;
                const std::stop_callback first(own, [&either] { either.request_stop(); });
                const std::stop_callback second(pools, [&either] { either.request_stop(); });
                return look.run(either.get_token());
            });
    }

    void look(const ServerId &id)
    {
        FleetServer *row = find(id);
        if (!row)
            return;
        Watched &state = watched[id];
        state.running = true;
        state.stop = {};
        const bool asks = std::exchange(state.wanted, false);
        deliver(run(row->server, asks ? asker : SshAsker(), state.stop.get_token()),
            &q,
            [this, id, stop = state.stop](const Result<ServerFacts> &facts) {
                if (!stop.stop_requested()) // of a server that is there as it was
                    take(id, facts);
            });
    }

    void take(const ServerId &id, const Result<ServerFacts> &facts)
    {
        FleetServer *row = find(id);
        if (!row)
            return;
        Watched &state = watched[id];
        const bool cancelled = !facts && facts.error().kind == Error::Kind::Cancelled;
        state.running = false;
        state.looked = true;
        state.endedAt = parts.clock->now();
        row->loading = false;
        row->connecting = state.wanted;
        if (facts) {
            state.failures = 0;
            row->facts = *facts;
            keep(row->server, state, *facts);
            row->error.reset();
            row->waits = false;
        } else {
            row->error = facts.error();
            row->waits = cancelled || !passesByItself(facts.error());
            state.failures = std::min(state.failures + 1, 10);
        }
        setDue(id, state);
        Q_EMIT q.changed();
        schedule();
    }

    void setDue(const ServerId &id, Watched &state)
    {
        Clock::Duration pause = id == visible ? visibleServerEvery : otherServersEvery;
        if (state.failures > 0) {
            const Clock::Duration longer = visibleServerEvery * (1 << state.failures);
            pause = std::min(longestServerPause, longer);
        }
        state.due = state.wanted || !state.looked ? Clock::Duration(0) : state.endedAt + pause;
    }

    ServersService &q;
    const Parts parts;
    ServerStore store;
    QList<FleetServer> rows;
    QHash<ServerId, Watched> watched;
    std::optional<Error> storeError;
    SshAsker asker;
    ServerId visible;
    bool hidden = false;
    bool started = false;
    QTimer timer;
    QFileSystemWatcher watcher;
    Pool pool; // last: joined before the rest dies
};

ServersService::ServersService(Parts parts, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(parts)))
{
}

ServersService::~ServersService() = default;

void ServersService::start()
{
    d->started = true;
    d->schedule();
}

const QList<FleetServer> &ServersService::servers() const
{
    return d->rows;
}

std::optional<FleetServer> ServersService::server(const ServerId &id) const
{
    const FleetServer *row = d->find(id);
    return row ? std::optional(*row) : std::nullopt;
}

const std::optional<Error> &ServersService::storeError() const
{
    return d->storeError;
}

bool ServersService::isFixed() const
{
    return d->parts.fixed.has_value();
}

Result<Server> ServersService::add(const Server &server)
{
    if (isFixed())
        return failure(listIsFixed());
    const Result<Server> added = d->store.add(server);
    if (added)
        d->follow();
    return added;
}

Result<void> ServersService::save(const Server &server)
{
    if (isFixed())
        return failure(listIsFixed());
    const Result<void> saved = d->store.save(server);
    if (saved)
        d->follow();
    return saved;
}

Result<void> ServersService::remove(const ServerId &id)
{
    if (isFixed())
        return failure(listIsFixed());
    const Result<void> removed = d->store.remove(id);
    if (!removed)
        return removed;
    if (!d->parts.knownFolder.isEmpty())
        KnownServers(d->parts.knownFolder).forget(id);
    d->follow();
    return removed;
}

void ServersService::setAsker(const SshAsker &asker)
{
    d->asker = asker;
}

void ServersService::connectTo(const ServerId &id)
{
    FleetServer *row = d->find(id);
    if (!row)
        return;
    Private::Watched &state = d->watched[id];
    row->connecting = true;
    state.wanted = true;
    state.due = {};
    Q_EMIT changed();
    if (!state.running) // also while hidden: the user asked
        d->look(id);
}

Pending<ServerFacts> ServersService::check(const Server &server)
{
    return d->run(server, d->asker, {});
}

void ServersService::setVisibleServer(const ServerId &id)
{
    if (d->visible == id)
        return;
    const ServerId before = std::exchange(d->visible, id);
    for (const ServerId &row : {before, id}) {
        const auto state = d->watched.find(row);
        if (state != d->watched.end())
            d->setDue(row, *state);
    }
    d->schedule();
}

void ServersService::setHidden(bool hidden)
{
    d->hidden = hidden;
    d->schedule();
}

void ServersService::refreshNow()
{
    for (FleetServer &row : d->rows)
        row.waits = false;
    for (Private::Watched &state : d->watched)
        state.due = {};
    d->schedule();
}
