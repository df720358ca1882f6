#include "support/enginefixture.h"
#include "support/invariants.h"

#include <QTest>

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Something done to a run at one of its requests. Every kind is tried at every request (or at every
// k-th one of the longer runs) of deploys of 1, 3 and 12 machines.
class TestEngineMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingEndsWell_data();
    void everythingEndsWell();
    void journalLostAnywhere_data();
    void journalLostAnywhere();
};

namespace {
using Answer = std::optional<Result<HttpResponse>>;

// Rows of a matrix by its size.
int rows(int small, int normal, int full)
{
    const int counts[] = {small, normal, full};
    return counts[static_cast<int>(matrixSize())];
}

HttpResponse page(int status, const QByteArray &body)
{
    return {status, {{"content-type", "application/json"}, {"fly-request-id", "01FAULT"}}, body};
}

Answer leaseConflict(const HttpRequest &request)
{
    if (!request.isWrite() || !request.url.path().contains(u"/machines/"_s))
        return std::nullopt;
    return page(409,
        R"({"status":"error","message":"machine ID x lease currently held by other@acme.test, expires at 2026-08-20T14:00:10Z","code":"invalid"})");
}

// Prepares the fixture so that `kind` strikes at the request numbered `at`.
void arm(EngineFixture &fixture, const QString &kind, int at)
{
    const auto once = [at](auto answer) {
        return [at, answer](int index, const HttpRequest &request) -> Answer {
            return index == at ? answer(request) : std::nullopt;
        };
    };
    const auto before = [&](auto answer) { fixture.transport.setBefore(once(answer)); };
    const auto after = [&](auto answer) { fixture.transport.setAfter(once(answer)); };
    const auto cancel = [&fixture](const HttpRequest &) -> Answer {
        fixture.cancelRun();
        return std::nullopt;
    };
    const auto error = [](Error::Kind what) {
        return [what](const HttpRequest &) -> Answer { return failure(what, u"made up"_s); };
    };
    const auto status = [](int code) {
        return
            [code](const HttpRequest &) -> Answer { return page(code, R"({"error":"made up"})"); };
    };
    if (kind == "cancel-before"_L1)
        before(cancel);
    else if (kind == "cancel-after"_L1)
        after(cancel);
    else if (kind == "drop-before"_L1)
        before(error(Error::Kind::Offline));
    else if (kind == "drop-after"_L1)
        after(error(Error::Kind::Offline));
    else if (kind == "truncated"_L1)
        after(error(Error::Kind::Protocol));
    else if (kind == "timeout-before"_L1)
        before(error(Error::Kind::Timeout));
    else if (kind == "timeout-after"_L1)
        after(error(Error::Kind::Timeout));
    else if (kind == "500-before"_L1)
        before(status(500));
    else if (kind == "500-after"_L1)
        after(status(500));
    else if (kind == "503"_L1)
        before(status(503));
    else if (kind == "429"_L1)
        before(status(429));
    else if (kind == "401"_L1)
        before(status(401));
    else if (kind == "lease-conflict"_L1)
        before([](const HttpRequest &request) { return leaseConflict(request); });
    else if (kind == "sleep"_L1)
        before([&fixture](const HttpRequest &) -> Answer {
            fixture.clock.jump(1h);
            return std::nullopt;
        });
    else if (kind == "offline-30s"_L1 || kind == "offline"_L1) {
        const auto since = std::make_shared<std::optional<Clock::Duration>>();
        const bool forEver = kind == "offline"_L1;
        fixture.transport.setBefore(
            [&fixture, at, since, forEver](int index, const HttpRequest &) -> Answer {
                if (index < at)
                    return std::nullopt;
                const Clock::Duration now = fixture.clock.now();
                if (!*since)
                    *since = now;
                if (forEver || now - **since < 30s)
                    return failure(Error::Kind::Offline, u"no network"_s);
                return std::nullopt;
            });
    } else {
        qFatal("unknown kind");
    }
}

// The requests of an undisturbed run at which something is done: every write, some of the reads.
QList<int> requestsOf(int machines)
{
    static QHash<int, QList<int>> known;
    if (known.contains(machines))
        return known.value(machines);
    EngineFixture fixture(machines);
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    const int first = fixture.transport.requestCount();
    std::mutex mutex;
    QList<int> picked;
    int reads = 0;
    fixture.transport.setBefore([&](int index, const HttpRequest &request) -> Answer {
        const std::lock_guard lock(mutex);
        const bool graphql = request.url.path() == "/graphql"_L1;
        if ((request.isWrite() && !graphql) || reads++ % 4 == 0)
            picked.append(index - first);
        return std::nullopt;
    });
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    if (!outcome.ended || outcome.ended->reported != Reported::Succeeded)
        qFatal("an undisturbed run fails");
    std::sort(picked.begin(), picked.end());
    picked.append(
        fixture.transport.requestCount() - first + 1); // never comes: nothing is disturbed
    const int most = machines == 1 ? rows(5, 14, 1'000)
        : machines == 3            ? rows(4, 6, 1'000)
                                   : rows(2, 2, 60);
    QList<int> chosen;
    for (int i = 0; i < most && i < picked.size(); ++i)
        chosen.append(picked.at(picked.size() > most ? i * (picked.size() - 1) / (most - 1) : i));
    known.insert(machines, chosen);
    return chosen;
}
} // namespace

void TestEngineMatrix::everythingEndsWell_data()
{
    QTest::addColumn<int>("machines");
    QTest::addColumn<QString>("kind");
    const QStringList kinds{u"cancel-before"_s,
        u"cancel-after"_s,
        u"drop-before"_s,
        u"drop-after"_s,
        u"truncated"_s,
        u"timeout-before"_s,
        u"timeout-after"_s,
        u"500-before"_s,
        u"500-after"_s,
        u"503"_s,
        u"429"_s,
        u"401"_s,
        u"lease-conflict"_s,
        u"sleep"_s,
        u"offline-30s"_s,
        u"offline"_s};
    for (int machines : {1, 3, 12}) {
        for (const QString &kind : kinds)
            QTest::addRow("%s, %d machines", qPrintable(kind), machines) << machines << kind;
    }
}

void TestEngineMatrix::everythingEndsWell()
{
    QFETCH(int, machines);
    QFETCH(QString, kind);
    QStringList broken;
    for (int request : requestsOf(machines)) {
        EngineFixture fixture(machines);
        const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
        QVERIFY(plan);
        arm(fixture, kind, fixture.transport.requestCount() + request);
        const EngineFixture::Outcome outcome = fixture.run(*plan);
        fixture.transport.setBefore({});
        fixture.transport.setAfter({});
        InvariantOptions options;
        options.platformAnswers = kind != "offline"_L1;
        for (const QString &what : brokenInvariants(fixture, outcome, options))
            broken.append(u"request %1: %2"_s.arg(request).arg(what));
    }
    QVERIFY2(broken.isEmpty(), qPrintable(broken.mid(0, 12).join(u'\n')));
}

void TestEngineMatrix::journalLostAnywhere_data()
{
    QTest::addColumn<int>("machines");
    for (int machines : {1, 3, 12})
        QTest::addRow("%d machines", machines) << machines;
}

// The disk is full from the n-th write on: nothing more is sent but the dropping of leases.
void TestEngineMatrix::journalLostAnywhere()
{
    QFETCH(int, machines);
    EngineFixture whole(machines);
    const EngineFixture::Outcome undisturbed = whole.run(whole.deployOf(EngineFixture::newImage));
    const int appends = whole.journal.appends();
    const int stride = std::max(1,
        appends
            / (machines == 1        ? rows(8, 40, 1'000)
                    : machines == 3 ? rows(5, 16, 1'000)
                                    : rows(2, 3, 60)));
    QStringList broken;
    for (int append = 0; append < appends; append += stride) {
        EngineFixture fixture(machines);
        const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
        QVERIFY(plan);
        fixture.journal.failFrom(append, Error::Kind::StorageFull);
        QStringList late;
        fixture.transport.setBefore([&](int, const HttpRequest &request) -> Answer {
            const QString path = request.url.path();
            const bool writes =
                request.isWrite() && path != "/graphql"_L1 && !path.endsWith(u"/lease"_s);
            if (writes && fixture.journal.appends() > append)
                late.append(QString::fromLatin1(request.method) + u' ' + path);
            return std::nullopt;
        });
        const EngineFixture::Outcome outcome = fixture.run(*plan);
        fixture.transport.setBefore({});
        InvariantOptions options;
        options.journalWrites = false;
        QStringList found = brokenInvariants(fixture, outcome, options);
        if (!late.isEmpty())
            found.append(u"written without a journal: %1"_s.arg(late.join(u' ')));
        if (outcome.accepted) {
            const DeploymentState state = fixture.journal.state(*outcome.accepted);
            const bool endWritten = state.lastAttempt() && state.lastAttempt()->ended;
            if (!outcome.ended || outcome.ended->journalLost == endWritten)
                found.append(u"the loss is not told"_s);
            if (!endWritten
                && (!outcome.verdict || outcome.verdict->unknownBecause != "journal-lost"_L1))
                found.append(u"the verdict does not say so"_s);
        }
        for (const QString &what : std::as_const(found))
            broken.append(u"append %1: %2"_s.arg(append).arg(what));
    }
    QVERIFY2(broken.isEmpty(), qPrintable(broken.mid(0, 12).join(u'\n')));
}

QTEST_GUILESS_MAIN(TestEngineMatrix)
#include "tst_enginematrix.moc"
