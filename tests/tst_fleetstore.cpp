#include "store/connection.h"
#include "store/databasefile.h"
#include "store/fleetjson.h"
#include "store/fleetstore.h"
#include "support/tempstore.h"

using namespace Qt::StringLiterals;

namespace {
const QDateTime seen(QDate(2026, 8, 20), QTime(12, 0), Qt::UTC);
const QByteArray planted = "PLANTED-value-of-a-secret";

Machine sampleMachine(const QString &id)
{
    Machine machine;
    machine.id = MachineId(id);
    machine.name = u"blue-sea-1"_s;
    machine.state = MachineState::Started;
    machine.rawState = u"started"_s;
    machine.region = u"dfw"_s;
    machine.image = {u"registry.fly.io"_s, u"shop"_s, u"deployment-1"_s, u"sha256:aa"_s};
    machine.instanceId = u"01K"_s;
    machine.createdAt = seen.addDays(-1);
    machine.updatedAt = seen.addSecs(-60);
    machine.hostStatus = u"ok"_s;
    machine.config = MachineConfig();
    machine.config->image = u"registry.fly.io/shop:deployment-1"_s;
    machine.config->processGroup = u"app"_s;
    machine.config->metadata = {
        {u"fly_release_version"_s, u"41"_s}, {u"fly_platform_version"_s, u"v2"_s}};
    machine.config->checks = {CheckTimes()};
    machine.config->guest = u"shared-cpu-1x 512 MB"_s;
    machine.config->memoryMb = 512;
    machine.config->hasServices = true;
    machine.checks = {{u"servicecheck-00"_s, CheckStatus::Passing, {}, seen}};
    machine.events = {{{}, u"start"_s, u"started"_s, u"flyd"_s, seen.addSecs(-90), {}},
        {{}, u"exit"_s, u"stopped"_s, u"flyd"_s, seen.addSecs(-95), ExitInfo()}};
    return machine;
}

FleetApp sampleApp(const QString &name)
{
    FleetApp app;
    app.app = {AppName(name), u"id1"_s, u"acme"_s, u"deployed"_s, 2, {}};
    app.machines = {sampleMachine(u"148e"_s), sampleMachine(u"148f"_s)};
    app.currentRelease = Release();
    app.currentRelease->id = ReleaseId(u"r1"_s);
    app.currentRelease->version = 41;
    app.currentRelease->status = ReleaseStatus::Complete;
    app.currentRelease->createdAt = seen.addDays(-1);
    app.servingVersion = 41;
    app.state = FleetState::Healthy;
    app.fetchedAt = seen;
    app.platformAhead = std::chrono::hours(1);
    return app;
}

FleetAccount sampleAccount(const QString &id, const QStringList &apps)
{
    FleetAccount account;
    account.id = AccountId(id);
    account.fetchedAt = seen;
    for (const QString &app : apps)
        account.apps.append(sampleApp(app));
    return account;
}

std::unique_ptr<FleetStore> opened(const TempStore &store)
{
    Result<std::unique_ptr<FleetStore>> fleet = FleetStore::open(store.folder());
    if (!fleet)
        qFatal("%s", qPrintable(fleet.error().detail));
    return std::move(*fleet);
}

QByteArray bytesOfStore(const TempStore &store)
{
    QByteArray all;
    for (const QString &end : {QString(), u"-wal"_s}) {
        QFile file(store.database() + end);
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

// On the file itself, as a fault would.
void damage(const TempStore &store, const QString &sql, const QVariantList &values)
{
    const auto connection = Connection::open(
        store.database(), Connection::Access::ReadWrite, std::chrono::milliseconds(3000));
    QVERIFY(connection);
    QVERIFY((*connection)->execute(sql, values));
}
} // namespace

class TestFleetStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasSeenComesBack();
    void anAppThatWasOnlyListedComesBack();
    void anAccountIsReplacedWhole();
    void accountsThatWentAreForgotten();
    void secretsAreNotKept();
    void damagedRowsAreLeftOut_data();
    void damagedRowsAreLeftOut();
    void anOlderStoreGetsTheTables();
    void aNewerStoreIsLeftAlone();
    void theJournalBesideItWorks();
};

void TestFleetStore::whatWasSeenComesBack()
{
    const TempStore store;
    const FleetAccount account = sampleAccount(u"a1"_s, {u"shop"_s, u"shop-db"_s});
    QVERIFY(opened(store)->save(account));
    const Result<QList<FleetAccount>> loaded = opened(store)->load();
    QVERIFY(loaded);
    QCOMPARE(loaded->size(), 1);
    FleetAccount back = loaded->first();
    QVERIFY(back.remembered && back.loading);
    QCOMPARE(back.fetchedAt, seen);
    QCOMPARE(back.apps.size(), 2);
    for (FleetApp &app : back.apps) {
        QVERIFY(std::exchange(app.remembered, false));
        QCOMPARE(app, sampleApp(app.app.name.value));
    }
}

void TestFleetStore::anAppThatWasOnlyListedComesBack()
{
    const TempStore store;
    FleetAccount account = sampleAccount(u"a1"_s, {});
    FleetApp listed;
    listed.app.name = AppName(u"shop"_s);
    account.apps = {listed};
    QVERIFY(opened(store)->save(account));
    const FleetApp back = opened(store)->load()->first().apps.first();
    QVERIFY(!back.fetchedAt.isValid());
    QVERIFY(!back.currentRelease);
    QCOMPARE(back.state, FleetState::Unknown);
}

void TestFleetStore::anAccountIsReplacedWhole()
{
    const TempStore store;
    const auto fleet = opened(store);
    QVERIFY(fleet->save(sampleAccount(u"a1"_s, {u"shop"_s, u"gone"_s})));
    QVERIFY(fleet->save(sampleAccount(u"a2"_s, {u"shop"_s})));
    FleetAccount later = sampleAccount(u"a1"_s, {u"shop"_s, u"new"_s});
    later.fetchedAt = seen.addSecs(60);
    QVERIFY(fleet->save(later));
    const QList<FleetAccount> loaded = fleet->load().value();
    QCOMPARE(loaded.size(), 2);
    QCOMPARE(loaded.at(0).fetchedAt, later.fetchedAt);
    QCOMPARE(loaded.at(0).apps.size(), 2);
    QCOMPARE(loaded.at(0).apps.first().app.name, AppName(u"new"_s));
    QCOMPARE(loaded.at(1).apps.size(), 1);
}

void TestFleetStore::accountsThatWentAreForgotten()
{
    const TempStore store;
    const auto fleet = opened(store);
    QVERIFY(fleet->save(sampleAccount(u"a1"_s, {u"first-app"_s})));
    QVERIFY(fleet->save(sampleAccount(u"a2"_s, {u"second-app"_s})));
    QVERIFY(fleet->keepOnly({AccountId(u"a2"_s), AccountId(u"a3"_s)}));
    const QList<FleetAccount> loaded = fleet->load().value();
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(loaded.first().id, AccountId(u"a2"_s));
    QVERIFY(fleet->keepOnly({}));
    QVERIFY(fleet->load()->isEmpty());
}

void TestFleetStore::secretsAreNotKept()
{
    const TempStore store;
    FleetAccount account = sampleAccount(u"a1"_s, {u"shop"_s});
    FleetApp &app = account.apps.first();
    Machine &machine = app.machines.first();
    machine.config->document = R"({"env":{"KEY":")" + planted + R"("}})";
    machine.config->metadata.insert(u"theirs"_s, QString::fromLatin1(planted));
    machine.incompleteConfig = machine.config;
    machine.nonce = QString::fromLatin1(planted);
    machine.lease = LeaseInfo{QString::fromLatin1(planted), {}, seen};
    machine.checks.first().output = QString::fromLatin1(planted);
    app.currentRelease->definition = planted;
    app.app.status = u"postgres://user:hunter-2-pass@db"_s;
    QVERIFY(opened(store)->save(account));
    const QByteArray bytes = bytesOfStore(store);
    QVERIFY(bytes.contains("shop"));
    QVERIFY(!bytes.contains(planted));
    QVERIFY(!bytes.contains("hunter-2-pass"));
}

void TestFleetStore::damagedRowsAreLeftOut_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("accounts");
    const QString app = u"UPDATE fleet_apps SET body = ? WHERE app = 'shop'"_s;
    const QByteArray good = fleetAppToJson(sampleApp(u"shop"_s));
    QTest::newRow("no json") << app << QByteArray("\x01\x02\x03") << 2;
    QTest::newRow("cut off") << app << good.left(good.size() / 2) << 2;
    QTest::newRow("a list") << app << QByteArray("[]") << 2;
    QTest::newRow("nothing in it") << app << QByteArray("{}") << 2;
    QTest::newRow("another app's") << app << fleetAppToJson(sampleApp(u"other"_s)) << 2;
    QTest::newRow("wrong type") << app << QByteArray(good).replace("\"dfw\"", "[7]") << 2;
    QTest::newRow("unknown word") << app << QByteArray(good).replace("\"healthy\"", "\"sunny\"")
                                  << 2;
    QTest::newRow("no time") << u"UPDATE fleet_accounts SET fetched_ms = ? WHERE account = 'a1'"_s
                             << QByteArray("noon") << 1;
}

void TestFleetStore::damagedRowsAreLeftOut()
{
    QFETCH(const QString, sql);
    QFETCH(const QByteArray, body);
    QFETCH(const int, accounts);
    const TempStore store;
    QVERIFY(opened(store)->save(sampleAccount(u"a1"_s, {u"shop"_s, u"shop-db"_s})));
    QVERIFY(opened(store)->save(sampleAccount(u"a2"_s, {u"blog"_s})));
    damage(store, sql, {body});
    const Result<QList<FleetAccount>> loaded = opened(store)->load();
    QVERIFY(loaded);
    QCOMPARE(loaded->size(), accounts);
    if (accounts == 2) {
        QCOMPARE(loaded->first().apps.size(), 1);
        QCOMPARE(loaded->first().apps.first().app.name, AppName(u"shop-db"_s));
    }
    QCOMPARE(loaded->last().apps.size(), 1);
    QVERIFY(opened(store)->save(sampleAccount(u"a1"_s, {u"shop"_s}))); // and is mended by the next
    QCOMPARE(opened(store)->load()->size(), 2);
}

void TestFleetStore::anOlderStoreGetsTheTables()
{
    TempStore store;
    store.close();
    QVERIFY(QFile::remove(store.database()));
    QVERIFY(QFile::copy(QFINDTESTDATA(u"data/store/format-1.db"_s), store.database()));
    QVERIFY(QFile::setPermissions(store.database(), QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(opened(store)->load()->isEmpty());
    QVERIFY(opened(store)->save(sampleAccount(u"a1"_s, {u"shop"_s})));
    store.reopen();
    QVERIFY(!store.openError());
    QCOMPARE(store->deployments(AppName(u"sist-cabanas-mvp"_s), 10)->size(), 1);
}

void TestFleetStore::aNewerStoreIsLeftAlone()
{
    TempStore store;
    store.close();
    damage(store, u"PRAGMA user_version = 99"_s, {});
    const Result<std::unique_ptr<FleetStore>> fleet = FleetStore::open(store.folder());
    QVERIFY(!fleet);
    QCOMPARE(fleet.error().kind, Error::Kind::Storage);
}

void TestFleetStore::theJournalBesideItWorks()
{
    TempStore store;
    const auto fleet = opened(store);
    Script script(*store, AppName(u"shop"_s), seen);
    QVERIFY(script.begin());
    QVERIFY(script.start(0));
    QVERIFY(fleet->save(sampleAccount(u"a1"_s, {u"shop"_s})));
    QVERIFY(script.end(1));
    QCOMPARE(fleet->load()->size(), 1);
    QCOMPARE(store->deployments(AppName(u"shop"_s), 10)->size(), 1);
}

QTEST_GUILESS_MAIN(TestFleetStore)
#include "tst_fleetstore.moc"
