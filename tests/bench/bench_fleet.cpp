#include "core/iothread.h"
#include "core/networkroute.h"
#include "core/networktransport.h"
#include "fleet/fleetservice.h"
#include "fly/flyclient.h"
#include "models/fleetmodel.h"
#include "sandbox/rendezvous.h"
#include "ui/fleet/fleetpanel.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QSslConfiguration>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <QTimer>
#include <QTreeView>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace Qt::StringLiterals;

// Five accounts with 500 apps and 2,000 machines, by HTTP from a sandbox of its own that enforces
// the platform's limits, into the panel of the window.
namespace {

constexpr int appsInAll = 500;
constexpr int machinesInAll = 2'000;
constexpr int steadySeconds = 61;
const QStringList organisations{u"norte"_s, u"sur"_s, u"este"_s, u"oeste"_s, u"centro"_s};

class CountingTransport final : public HttpTransport
{
public:
    explicit CountingTransport(HttpTransport &behind)
        : m_behind(behind)
    {
    }
    Result<HttpResponse> perform(const HttpRequest &request, std::stop_token stop) override
    {
        Result<HttpResponse> answer = m_behind.perform(request, std::move(stop));
        ++requests;
        if (answer && answer->status == 429)
            ++refused;
        else if (!answer || answer->status >= 400)
            ++failed;
        return answer;
    }
    std::atomic<int> requests = 0;
    std::atomic<int> refused = 0;
    std::atomic<int> failed = 0;

private:
    HttpTransport &m_behind;
};

// As app/composition makes one: a transport, a budget and a client of its own.
struct BenchAccount
{
    BenchAccount(const QString &name,
        const QUrl &place,
        IoThread &io,
        std::shared_ptr<const NetworkRoute> route,
        Clock &clock)
        : network(io, u"atalaya/bench"_s, route)
        , counted(network)
        , budget(clock)
        , client(endpoints(name, place), counted, budget, clock)
    {
    }
    static FlyEndpoints endpoints(const QString &name, const QUrl &place)
    {
        FlyEndpoints all;
        all.account = AccountId(name);
        all.machines = all.web = all.releases = place;
        all.token = Secret("fo1_fleet_" + name.toLatin1());
        return all;
    }
    NetworkTransport network;
    CountingTransport counted;
    RateBudget budget;
    FlyClient client;
};

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double processorMilliseconds()
{
    return static_cast<double>(std::clock()) * 1e3 / CLOCKS_PER_SEC;
}

double residentMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

void waitUntil(const std::function<bool()> &reached)
{
    while (!reached())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

struct FleetCount
{
    int apps = 0;
    int machines = 0;
    int looked = 0; // apps whose health was seen
};

FleetCount counted(const FleetSnapshot &snapshot)
{
    FleetCount count;
    for (const FleetAccount &account : snapshot.accounts) {
        for (const FleetApp &app : account.apps) {
            ++count.apps;
            count.machines += int(app.machines.size());
            count.looked += app.fetchedAt.isValid() ? 1 : 0;
        }
    }
    return count;
}

double bestOf(int rounds, const std::function<void(int)> &work)
{
    double best = 1e9;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        work(round);
        best = std::min(best, milliseconds(timer));
    }
    return best;
}

void benchFilter(FleetPanel &panel)
{
    auto *filter = panel.findChild<QLineEdit *>(u"fleet.filter"_s);
    auto *tree = panel.findChild<QTreeView *>(u"fleet.tree"_s);
    double worst = 0;
    for (int round = 0; round < 3; ++round) {
        for (const QString &text : {u"w"_s,
                 u"we"_s,
                 u"web"_s,
                 u"web s"_s,
                 u"web sur"_s,
                 u"failed"_s,
                 u"a"_s,
                 u"gru"_s,
                 u"nowhere"_s,
                 QString()}) {
            QElapsedTimer timer;
            timer.start();
            filter->setText(text);
            tree->viewport()->repaint();
            const double took = milliseconds(timer);
            worst = std::max(worst, took);
            if (round == 2)
                std::printf("filter \"%s\"%*s %8.1f ms\n",
                    qPrintable(text),
                    int(32 - text.size()),
                    "",
                    took);
        }
    }
    std::printf(
        "filter, from a key to the painted tree, worst %6.1f ms   budget 16 ms   ratio %.2f\n",
        worst,
        worst / 16);
}

void benchModel(FleetPanel &panel, FleetSnapshot snapshot)
{
    const double ages = bestOf(5, [&](int round) {
        for (FleetAccount &account : snapshot.accounts) {
            account.fetchedAt = account.fetchedAt.addSecs(round + 1);
            for (FleetApp &app : account.apps)
                app.listedAt = account.fetchedAt;
        }
        panel.setSnapshot(snapshot);
    });
    const double one = bestOf(5, [&](int round) {
        FleetApp &app = snapshot.accounts[0].apps[round];
        app.machines[0].state = MachineState::Stopping;
        panel.setSnapshot(snapshot);
    });
    std::printf("a refresh in the tree: only ages %17.2f ms\n", ages);
    std::printf("a refresh in the tree: one machine changed %7.2f ms\n", one);
}

bool benchFleet(const QUrl &place)
{
    const std::unique_ptr<Clock> clock = makeRealClock();
    IoThread io(u"network"_s);
    // A program has read its proxy and authorities before it shows anything.
    const auto route = std::make_shared<NetworkRoute>(NetworkRoute::Choice{});
    if (const Result<QSslConfiguration> ready = route->tls(); !ready)
        std::fprintf(stderr, "%s\n", qPrintable(ready.error().detail));
    std::vector<std::unique_ptr<BenchAccount>> accounts;
    std::vector<FleetService::Account> shown;
    for (const QString &name : organisations) {
        accounts.push_back(std::make_unique<BenchAccount>(name, place, io, route, *clock));
        FleetService::Account account;
        account.id = AccountId(name);
        account.name = name;
        account.client = &accounts.back()->client;
        shown.push_back(account);
    }
    FleetPanel panel;
    panel.resize(320, 900);
    panel.show();
    QCoreApplication::processEvents();
    const auto total = [&accounts](std::atomic<int> CountingTransport::*what) {
        int sum = 0;
        for (const auto &account : accounts)
            sum += (account->counted.*what).load();
        return sum;
    };
    const double memory = residentMegabytes();
    FleetService fleet(shown, *clock);
    const auto show = [&] { panel.setSnapshot(fleet.snapshot()); };
    QObject::connect(&fleet, &FleetService::snapshotChanged, &panel, show);
    QObject::connect(&fleet, &FleetService::refreshed, &panel, show);
    QElapsedTimer timer;
    timer.start();
    fleet.start();
    waitUntil([&] { return counted(panel.model()->snapshot()).apps > 0; });
    panel.repaint();
    std::printf("first rows painted %31.0f ms   budget 1000 ms   ratio %.2f\n",
        milliseconds(timer),
        milliseconds(timer) / 1000);
    waitUntil([&] { return counted(panel.model()->snapshot()).apps >= appsInAll; });
    std::printf("all %d apps %36.0f ms\n", appsInAll, milliseconds(timer));
    waitUntil([&] { return counted(panel.model()->snapshot()).machines >= machinesInAll; });
    std::printf("all %d machines with their states %14.0f ms   %d requests\n",
        machinesInAll,
        milliseconds(timer),
        total(&CountingTransport::requests));
    const double before = processorMilliseconds();
    waitUntil([&] { return counted(panel.model()->snapshot()).looked >= appsInAll; });
    std::printf("the health of all of them %24.0f ms   %d requests   processor %.0f ms\n",
        milliseconds(timer),
        total(&CountingTransport::requests),
        processorMilliseconds() - before);
    std::printf("memory for the fleet %29.1f MB\n", residentMegabytes() - memory);

    fleet.setVisibleApp(AppName(u"norte-shop-web"_s));
    const int requests = total(&CountingTransport::requests);
    const double processor = processorMilliseconds();
    QElapsedTimer steady;
    steady.start();
    QTimer::singleShot(steadySeconds * 1000, &panel, [] {});
    waitUntil([&] { return steady.elapsed() >= steadySeconds * 1000; });
    const double spent = processorMilliseconds() - processor;
    std::printf("%d s of refreshing: processor %18.0f ms   %.2f %% of one core   %d requests\n",
        steadySeconds,
        spent,
        spent / (steadySeconds * 10.0),
        total(&CountingTransport::requests) - requests);
    benchModel(panel, fleet.snapshot());
    benchFilter(panel);
    const int refused = total(&CountingTransport::refused);
    std::printf("requests %d, answered 429 %d (target 0), other errors %d\n",
        total(&CountingTransport::requests),
        refused,
        total(&CountingTransport::failed));
    return refused == 0;
}

} // namespace

int main(int argc, char *argv[])
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // it takes more than a minute
    qputenv("QT_QPA_PLATFORM", "offscreen"); // paints every frame that it is asked for
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setFont(Theme::interfaceFont(QApplication::font()));
    QApplication::setPalette(Theme::light().palette());
    const QTemporaryDir folder;
    const Result<SandboxAddress> sandbox =
        Rendezvous::ensureRunning(QCoreApplication::applicationDirPath() + u"/atalaya-sandbox"_s,
            folder.path(),
            std::chrono::seconds(60),
            {},
            {u"--scenario"_s, u"fleet"_s, u"--speed"_s, u"1"_s});
    if (!sandbox) {
        std::fprintf(stderr, "%s\n", qPrintable(sandbox.error().detail));
        return 1;
    }
    const bool good = benchFleet(sandbox->url);
    const Result<void> stopped =
        Rendezvous::stop(folder.path(), std::chrono::seconds(10), std::stop_token());
    return good && stopped ? 0 : 1;
}
