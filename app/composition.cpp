#include "app/composition.h"

#include "app/latejournal.h"
#include "app/sandboxclock.h"
#include "app/sandboxlink.h"
#include "app/sandboxpast.h"
#include "app/sandboxprojects.h"
#include "app/sandboxtransport.h"
#include "core/iothread.h"
#include "core/log.h"
#include "core/networktransport.h"
#include "deploy/deployservice.h"
#include "diagnosis/catalogue.h"
#include "fly/flyclient.h"
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

FlyEndpoints endpointsOf(const StartOptions &options, const std::optional<Secret> &token)
{
    FlyEndpoints endpoints;
    endpoints.account = AccountId(options.profile());
    endpoints.sandbox = options.sandbox;
    if (options.sandbox) {
        const QUrl anywhere(u"http://127.0.0.1"_s); // the transport knows where
        endpoints.machines = endpoints.web = endpoints.releases = anywhere;
        endpoints.token = token.value_or(SandboxTransport::placeholder());
        return endpoints;
    }
    readAddress(endpoints.machines, "ATALAYA_MACHINES_URL");
    readAddress(endpoints.web, "ATALAYA_WEB_URL");
    readAddress(endpoints.releases, "ATALAYA_RELEASES_URL");
    endpoints.token = token.value_or(Secret());
    return endpoints;
}

Error noToken()
{
    return {Error::Kind::Unauthorised,
        u"no token was given; set ATALAYA_TOKEN, or use --token-file or "
        "--token-stdin; --sandbox needs none"_s,
        0,
        {},
        {},
        {}};
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

    void openAccount()
    {
        const Result<std::optional<Secret>> token = readToken(options.token);
        if (!token)
            accountError = token.error();
        else if (!*token && !options.sandbox)
            accountError = noToken();
        if (options.sandbox) {
            link = std::make_unique<SandboxLink>(paths.runtime, network, *sandboxClock);
            sandboxTransport = std::make_unique<SandboxTransport>(*link, network);
        }
        if (accountError)
            return;
        HttpTransport &transport =
            sandboxTransport ? static_cast<HttpTransport &>(*sandboxTransport) : network;
        client =
            std::make_unique<FlyClient>(endpointsOf(options, *token), transport, *budget, *clock);
    }

    void openDeploy()
    {
        DeployServiceParts parts;
        parts.clientFor = [this](const AppName &) { return client.get(); };
        parts.journal = journal.get();
        parts.clock = clock.get();
        parts.diagnose = [this](const DeploymentState &state, const QList<LogLine> &log) {
            return catalogue.diagnose(state, log);
        };
        // An object of its own per question: settings belong to the main thread.
        parts.isProduction = [folder = paths.config](const AppName &app) {
            return Settings(folder + u"/settings.ini"_s).isProduction(app.value);
        };
        parts.program = options.program;
        deploy = std::make_unique<DeployService>(std::move(parts));
    }

    const StartOptions options;
    const ProfilePaths paths;
    Settings settings;
    Pending<bool> storeOpened;
    std::optional<Error> accountError;
    std::unique_ptr<Clock> clock;
    SandboxClock *sandboxClock = nullptr;
    Catalogue catalogue;
    std::unique_ptr<LateJournal> journal;
    std::unique_ptr<RateBudget> budget;
    IoThread io{u"network"_s};
    NetworkTransport network{io, u"atalaya/" ATALAYA_VERSION ""_s};
    std::unique_ptr<SandboxLink> link;
    std::unique_ptr<SandboxTransport> sandboxTransport;
    std::unique_ptr<FlyClient> client;
    std::unique_ptr<DeployService> deploy;
};

Composition::Composition(const StartOptions &options)
    : d(std::make_unique<Private>(options))
{
    d->openClock();
    d->openCatalogue();
    d->openStore();
    d->budget = std::make_unique<RateBudget>(*d->clock);
    d->openAccount();
    d->openDeploy();
    if (options.sandbox)
        linkSandboxProjects(d->paths.data + u"/projects"_s, d->settings);
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

FlyClient *Composition::client()
{
    return d->client.get();
}

SandboxLink *Composition::sandbox()
{
    return d->link.get();
}

std::vector<FleetService::Account> Composition::accounts()
{
    FleetService::Account account;
    account.id = AccountId(d->options.profile());
    account.name =
        d->options.sandbox ? u"acme"_s : u"Fly.io"_s; // the organisation of all scenarios
    account.sandbox = d->options.sandbox;
    account.client = d->client.get();
    return {account};
}

RateBudget::State Composition::budget() const
{
    return d->budget->state();
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
