#include "app/composition.h"

#include "accounts/accountsservice.h"
#include "app/lastknownfleet.h"
#include "app/latejournal.h"
#include "app/sandboxclock.h"
#include "app/sandboxlink.h"
#include "app/sandboxpast.h"
#include "app/sandboxprojects.h"
#include "app/sandboxtransport.h"
#include "app/serverreach.h"
#include "app/stackservers.h"
#include "app/userssh.h"
#include "core/iothread.h"
#include "core/log.h"
#include "core/networkroute.h"
#include "core/networktransport.h"
#include "deploy/deployservice.h"
#include "diagnosis/catalogue.h"
#include "fleet/serversservice.h"
#include "fly/flyclient.h"
#include "health/probe.h"
#include "health/publicaddress.h"
#include "store/journalstore.h"

using namespace Qt::StringLiterals;

namespace {

// For tests and for people behind a gateway; https or the loopback, which the transport checks.
void readAddress(QUrl &url, const char *variable)
{
    const QUrl given(qEnvironmentVariable(variable), QUrl::StrictMode);
    if (given.isValid() && !given.host().isEmpty())
        url = given;
}

// Where accounts are that name no place of their own.
FlyEndpoints placesOf(const StartOptions &options)
{
    FlyEndpoints places;
    if (options.sandbox) {
        const QUrl anywhere(u"http://127.0.0.1"_s); // the transport knows where
        places.machines = places.web = places.releases = anywhere;
        return places;
    }
    readAddress(places.machines, "ATALAYA_MACHINES_URL");
    readAddress(places.web, "ATALAYA_WEB_URL");
    readAddress(places.releases, "ATALAYA_RELEASES_URL");
    return places;
}

Error noToken()
{
    return {Error::Kind::Unauthorised,
        u"no account is connected; use \"atalayactl accounts add\" or the window, or give a token "
        "by ATALAYA_TOKEN, --token-file or --token-stdin; --sandbox needs none"_s,
        0,
        {},
        {},
        u"no-account"_s};
}

// Nothing of the sandbox leaves this computer.
std::shared_ptr<NetworkRoute> routeOf(const StartOptions &options, const Settings &settings)
{
    if (options.sandbox)
        return std::make_shared<NetworkRoute>(
            NetworkRoute::Choice{NetworkRoute::Proxy::None, {}, {}}, QProcessEnvironment());
    return std::make_shared<NetworkRoute>(settings.network());
}

} // namespace

// In the order in which things are made; they go in the opposite one: engines, clients, IO thread,
// store.
struct Composition::Private
{
    explicit Private(const StartOptions &given)
        : options(given)
        , paths(ProfilePaths::forProfile(given.profile()))
        , settings(paths.config + u"/settings.ini"_s)
        , route(routeOf(given, settings))
        , accountStore(paths.config)
        , ssh(paths.runtime)
        , reach(ssh,
              paths.config,
              given.sandbox ? QString(paths.data + u"/practice"_s) : QString(),
              [this](const QDateTime &real) { return sandboxClock->wallOf(real); })
    {
        const QString problem = Log::toFile(paths.state, options.program + u".log"_s);
        if (!problem.isEmpty())
            Log::area("app")->warn("no log file: {}", problem.toStdString());
    }

    // On the journal's own thread. The world of the sandbox begins when it is first needed, which
    // is now or soon; so its past ends now.
    LateJournal::Opened openJournal() const
    {
        Result<std::unique_ptr<JournalStore>> opened = JournalStore::open(paths.data);
        if (!opened) {
            Log::area("app")->error("store: {}", opened.error().detail.toStdString());
            return failure(opened.error());
        }
        if (options.sandbox) {
            const Result<int> imported = SandboxPast::import(**opened, catalogue, clock->wallNow());
            if (!imported)
                Log::area("app")->warn("past: {}", imported.error().detail.toStdString());
        }
        return std::unique_ptr<Journal>(std::move(*opened));
    }

    void openStore()
    {
        const Promise<bool> told;
        storeOpened = told.pending();
        journal = std::make_unique<LateJournal>([this] { return openJournal(); },
            [told](const std::optional<Error> &error) {
                told.fulfil(error ? Result<bool>(failure(*error)) : Result<bool>(true));
            });
    }

    void openClock()
    {
        if (!options.sandbox) {
            clock = makeRealClock();
            return;
        }
        auto own = std::make_unique<SandboxClock>();
        sandboxClock = own.get();
        clock = std::move(own);
    }

    void openCatalogue()
    {
        Result<Catalogue> read = Catalogue::builtIn();
        if (read)
            catalogue = std::move(*read);
        else
            Log::area("app")->error("catalogue: {}", read.error().detail.toStdString());
    }

    std::unique_ptr<HttpTransport> makeTransport()
    {
        if (link)
            return std::make_unique<SandboxTransport>(*link, network);
        return std::make_unique<NetworkTransport>(io, userAgent(), route);
    }

    // A token that is given is the only account of this run. Else they are those of the profile.
    void openAccounts()
    {
        if (options.sandbox)
            link = std::make_unique<SandboxLink>(paths.runtime, network, *sandboxClock);
        AccountClients::Parts parts;
        parts.clock = clock.get();
        parts.transport = [this] { return makeTransport(); };
        parts.places = placesOf(options);
        clients = std::make_unique<AccountClients>(std::move(parts));
        if (options.storedAccounts && !options.sandbox)
            return openStoredAccounts();
        const Result<std::optional<Secret>> token = readToken(options.token);
        if (!token) {
            accountError = token.error();
        } else if (options.sandbox || *token) {
            onlyAccount.id = AccountId(options.profile());
            // The organisation of all scenarios.
            onlyAccount.name = options.sandbox ? u"acme"_s : u"Fly.io"_s;
            clients->set(
                onlyAccount, token->value_or(SandboxTransport::placeholder()), options.sandbox);
        } else {
            openStoredAccounts();
        }
    }

    TokenKeeper &tokenKeeper()
    {
        if (!keeper)
            keeper = std::make_unique<TokenKeeper>(paths.config, options.profile());
        return *keeper;
    }

    // Read when a proxy is first used: a keychain may ask a person.
    void openProxyLogin()
    {
        const std::optional<KeptProxyLogin> kept = settings.proxyLogin();
        if (options.sandbox || !kept)
            return;
        route->setLoginReader([tokens = &tokenKeeper(), place = kept->place] {
            return ProxyLogin::read(*tokens, place);
        });
    }

    void openStoredAccounts()
    {
        AccountsService::Parts parts{&accountStore, &tokenKeeper(), clients.get(), clock.get()};
        accounts = std::make_unique<AccountsService>(parts);
        QObject::connect(
            accounts.get(), &AccountsService::changed, accounts.get(), [this] { judgeAccounts(); });
        judgeAccounts();
        openLastKnown();
    }

    // A session's token is forgotten at its end, and with it all that was seen with it. While the
    // list of accounts cannot be read, nobody knows which of them have gone.
    std::optional<QList<AccountId>> keepableAccounts() const
    {
        if (accounts->storeError())
            return std::nullopt;
        QList<AccountId> ids;
        for (const Account &account : accounts->accounts()) {
            if (account.place != TokenPlace::Session)
                ids.append(account.id);
        }
        return ids;
    }

    void openLastKnown()
    {
        lastKnown = std::make_unique<LastKnownFleet>(LastKnownFleet::Parts{
            paths.data, storeOpened, clock.get(), [this] { return keepableAccounts(); }});
        QObject::connect(accounts.get(),
            &AccountsService::changed,
            lastKnown.get(),
            &LastKnownFleet::accountsChanged);
    }

    void judgeAccounts()
    {
        accountError = accounts->storeError();
        if (!accountError && accounts->accounts().isEmpty())
            accountError = noToken();
    }

    // The status page is no part of an account: it is asked without a token.
    void openIncidents()
    {
        QUrl page(u"https://incidents.flyio.net/v1/incidents"_s);
        if (options.sandbox)
            page = QUrl(u"http://127.0.0.1/v1/incidents"_s); // the transport knows where
        else if (!qEnvironmentVariableIsEmpty("FLY_NO_INCIDENTS_CHECK"))
            return;
        else if (const QString other =
                     qEnvironmentVariable("FLY_STATUSPAGE_UNRESOLVED_INCIDENTS_URL");
                 !other.isEmpty())
            page = QUrl(other); // flyctl's word for it
        statusTransport = makeTransport();
        incidents = std::make_unique<IncidentWatch>(*statusTransport, page);
    }

    void openDeploy()
    {
        DeployServiceParts parts;
        parts.clientFor = [this](const AppName &app) { return clients->clientFor(app); };
        parts.journal = journal.get();
        parts.clock = clock.get();
        parts.diagnose = [this](const DeploymentState &state, const QList<LogLine> &log) {
            return catalogue.diagnose(state, log);
        };
        // An object of its own per question: settings belong to the main thread.
        parts.isProduction = [folder = paths.config](const AppName &app) {
            return Settings(folder + u"/settings.ini"_s).isProduction(app.value);
        };
        parts.lastFromConfig = [folder = paths.config](const QString &configPath) {
            return AppName(Settings(folder + u"/settings.ini"_s).lastAppOf(configPath));
        };
        parts.probe = [this](const AppName &app,
                          const QList<MachineConfig> &machines,
                          std::stop_token stop) { return lookFromOutside(app, machines, stop); };
        parts.program = options.program;
        parts.stacks = stackDeployParts(reach, ssh, paths.config);
        parts.stacks.look =
            [this](const QUrl &url, std::chrono::milliseconds timeout, std::stop_token stop) {
                return outside.look(url, timeout, std::move(stop));
            };
        deploy = std::make_unique<DeployService>(std::move(parts));
        QObject::connect(deploy.get(),
            &DeployService::eventsArrived,
            deploy.get(),
            [this](const DeploymentId &, const QList<DeployEvent> &arrived) {
                rememberFolders(arrived);
            });
    }

    // Any thread. The sandbox's apps have an address only where their scenario gives them one.
    std::optional<ProbeResult> lookFromOutside(
        const AppName &app, const QList<MachineConfig> &machines, std::stop_token stop)
    {
        constexpr std::chrono::seconds patience{5};
        std::optional<QUrl> url = publicAddress(app, machines);
        if (!url)
            return std::nullopt;
        if (!link)
            return outside.look(*url, patience, std::move(stop));
        const Result<SandboxAddress> sandbox = link->find();
        if (!sandbox)
            return std::nullopt;
        QUrl inside = sandbox->url;
        inside.setPath(u"/_public/"_s + app.value + url->path());
        std::optional<ProbeResult> seen = outside.look(inside, patience, std::move(stop));
        if (!seen || seen->status == 404)
            return std::nullopt;
        seen->address = url->toDisplayString(QUrl::RemoveQuery); // as its users know it
        return seen;
    }

    // Which app a fly.toml was last deployed to: the next plan made with it looks.
    void rememberFolders(const QList<DeployEvent> &arrived)
    {
        for (const DeployEvent &event : arrived) {
            const auto *begun = std::get_if<events::AttemptStarted>(&event.body);
            if (begun && begun->plan.configSource.startsWith(u'/'))
                settings.setLastAppOf(begun->plan.configSource, begun->plan.app.value);
        }
    }

    static QString userAgent() { return u"atalaya/" ATALAYA_VERSION ""_s; }

    const StartOptions options;
    const ProfilePaths paths;
    Settings settings;
    std::shared_ptr<NetworkRoute> route;
    Pending<bool> storeOpened;
    std::optional<Error> accountError;
    std::unique_ptr<Clock> clock;
    SandboxClock *sandboxClock = nullptr;
    Catalogue catalogue;
    std::unique_ptr<LateJournal> journal;
    IoThread io{u"network"_s};
    Probe outside{io, userAgent(), route};
    NetworkTransport network{io, userAgent(), route}; // for the sandbox's own interface
    std::unique_ptr<SandboxLink> link;
    AccountStore accountStore;
    std::unique_ptr<TokenKeeper> keeper;
    std::unique_ptr<AccountClients> clients;
    Account onlyAccount; // the sandbox's, or of a token that was given; else without id
    std::unique_ptr<AccountsService> accounts; // nullptr beside an only account
    std::unique_ptr<LastKnownFleet> lastKnown; // as accounts
    std::unique_ptr<HttpTransport> statusTransport;
    std::unique_ptr<IncidentWatch> incidents;
    UserSsh ssh;
    ServerReach reach;
    std::unique_ptr<ServersService> servers; // nullptr: nobody has asked for it
    std::unique_ptr<DeployService> deploy;
};

Composition::Composition(const StartOptions &options)
    : d(std::make_unique<Private>(options))
{
    d->openClock();
    d->openCatalogue();
    d->openStore();
    d->openAccounts();
    d->openProxyLogin();
    d->openIncidents();
    d->openDeploy();
    if (options.sandbox)
        linkSandboxProjects(d->paths.data + u"/projects"_s, d->reach.practice(), d->settings);
}

Composition::~Composition() = default;

const ProfilePaths &Composition::paths() const
{
    return d->paths;
}

Settings &Composition::settings()
{
    return d->settings;
}

Clock &Composition::clock()
{
    return *d->clock;
}

const Catalogue &Composition::catalogue() const
{
    return d->catalogue;
}

Journal &Composition::journal()
{
    return *d->journal;
}

DeployService &Composition::deploy()
{
    return *d->deploy;
}

AccountClients &Composition::clients()
{
    return *d->clients;
}

AccountsService *Composition::accountsService()
{
    return d->accounts.get();
}

LastKnownFleet *Composition::lastKnown()
{
    return d->lastKnown.get();
}

NetworkRoute *Composition::route()
{
    return d->options.sandbox ? nullptr : d->route.get();
}

TokenKeeper &Composition::tokenKeeper()
{
    return d->tokenKeeper();
}

SandboxLink *Composition::sandbox()
{
    return d->link.get();
}

QList<Account> Composition::knownAccounts() const
{
    if (d->accounts)
        return d->accounts->accounts();
    return d->onlyAccount.id.isEmpty() ? QList<Account>() : QList<Account>{d->onlyAccount};
}

std::vector<FleetService::Account> Composition::accounts()
{
    std::vector<FleetService::Account> all;
    const QList<Account> known = knownAccounts();
    for (const Account &account : known) {
        FleetService::Account shown;
        shown.id = account.id;
        shown.name = account.name;
        shown.sandbox = d->options.sandbox;
        shown.client = d->clients->client(account.id);
        shown.readOnly = account.readOnly;
        all.push_back(shown);
    }
    if (!d->accounts && all.empty()) { // the token that was given cannot be one
        FleetService::Account broken;
        broken.id = AccountId(d->options.profile());
        broken.name = u"Fly.io"_s;
        broken.sandbox = d->options.sandbox;
        all.push_back(broken);
    }
    return all;
}

void Composition::serve(FleetService &fleet)
{
    QObject::connect(
        &fleet, &FleetService::snapshotChanged, &fleet, [this](const FleetSnapshot &snapshot) {
            for (const FleetAccount &account : snapshot.accounts) {
                for (const FleetApp &app : account.apps)
                    d->clients->noteApp(account.id, app.app.name);
            }
        });
    if (d->accounts)
        QObject::connect(d->accounts.get(), &AccountsService::changed, &fleet, [this, &fleet] {
            fleet.setAccounts(accounts());
        });
    if (d->lastKnown)
        d->lastKnown->serve(fleet);
    ServersService *watched = servers();
    fleet.setServers(watched->servers());
    QObject::connect(watched, &ServersService::changed, &fleet, [watched, &fleet] {
        fleet.setServers(watched->servers());
    });
}

const ServerReach &Composition::reach() const
{
    return d->reach;
}

UserSsh &Composition::ssh()
{
    return d->ssh;
}

ServersService *Composition::servers()
{
    if (!d->servers) {
        ServersService::Parts parts;
        parts.folder = d->paths.config;
        parts.open = [this](const Server &server, const SshAsker &asker, std::stop_token stop) {
            return d->reach.open(server, asker, std::move(stop));
        };
        parts.clock = d->clock.get();
        if (d->options.sandbox)
            parts.fixed = d->reach.servers().value_or(QList<Server>());
        else
            parts.knownFolder = d->paths.data + u"/servers"_s;
        d->servers = std::make_unique<ServersService>(std::move(parts));
    }
    return d->servers.get();
}

FlyClient *Composition::client()
{
    const QList<Account> known = knownAccounts();
    return known.size() == 1 ? d->clients->client(known.first().id) : nullptr;
}

IncidentWatch *Composition::incidents()
{
    return d->incidents.get();
}

RateBudget::State Composition::budget() const
{
    return d->clients->budget();
}

std::optional<Error> Composition::storeError() const
{
    return d->journal->error();
}

Pending<bool> Composition::storeOpened() const
{
    return d->storeOpened;
}

const std::optional<Error> &Composition::accountError() const
{
    return d->accountError;
}
