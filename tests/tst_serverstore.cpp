#include "settings/serverstore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;

namespace {
Server serverOf(const QString &name, const QString &host)
{
    Server server;
    server.name = name;
    server.address.host = host;
    return server;
}
} // namespace

class TestServerStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void missingFileIsNoServer();
    void whatIsAddedComesBack();
    void namesAreUnique();
    void unfitServersAreRefused();
    void serversAreFoundChangedAndRemoved();
    void damagedFileStaysAsItIs_data();
    void damagedFileStaysAsItIs();
    void fileIsForItsOwnerAlone();
    void changesAtOnceAllCount();

private:
    [[nodiscard]] ServerStore store() const { return ServerStore(m_folder->path()); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestServerStore::missingFileIsNoServer()
{
    const Result<QList<Server>> servers = store().list();
    QVERIFY(servers);
    QVERIFY(servers->isEmpty());
    QCOMPARE(store().find(u"prod"_s).error().code, u"no-server"_s);
}

void TestServerStore::whatIsAddedComesBack()
{
    Server server = serverOf(u" Producción "_s, u"10.0.0.1"_s);
    server.address = {u"10.0.0.1"_s, 2222, u"deploy"_s, u"/keys/id"_s, u"hop"_s};
    server.production = false;
    server.readOnly = true;
    server.folders = {u"/srv/shop"_s};
    server.backups = {u"/srv/backups"_s};
    const Result<Server> added = store().add(server);
    QVERIFY(added);
    QCOMPARE(added->id.value.size(), 26);
    QCOMPARE(added->name, u"Producción"_s);
    const Result<QList<Server>> servers = store().list();
    QVERIFY(servers);
    QCOMPARE(*servers, QList<Server>{*added});
}

void TestServerStore::namesAreUnique()
{
    QVERIFY(store().add(serverOf(u"prod"_s, u"a"_s)));
    const Result<Server> again = store().add(serverOf(u"PROD"_s, u"b"_s));
    QCOMPARE(again.error().kind, Error::Kind::InvalidInput);
    QCOMPARE(again.error().code, u"server-name-taken"_s);
    QCOMPARE(store().list()->size(), 1);
}

void TestServerStore::unfitServersAreRefused()
{
    QCOMPARE(store().add(serverOf(u"  "_s, u"a"_s)).error().code, u"server-name-empty"_s);
    QCOMPARE(
        store().add(serverOf(u"a"_s, u"-oProxyCommand=x"_s)).error().code, u"server-host-unfit"_s);
    Server server = serverOf(u"a"_s, u"a"_s);
    server.backups = {u"relative"_s};
    QCOMPARE(store().add(server).error().code, u"server-folder-unfit"_s);
    QVERIFY(store().list()->isEmpty());
}

void TestServerStore::serversAreFoundChangedAndRemoved()
{
    const Result<Server> one = store().add(serverOf(u"one"_s, u"a"_s));
    QVERIFY(store().add(serverOf(u"two"_s, u"b"_s)));
    QCOMPARE(store().find(u"ONE"_s)->id, one->id);
    QCOMPARE(store().find(one->id.value)->name, u"one"_s);
    Server changed = *one;
    changed.name = u"three"_s;
    QVERIFY(store().save(changed));
    QCOMPARE(store().find(u"three"_s)->id, one->id);
    changed.name = u"two"_s;
    QCOMPARE(store().save(changed).error().code, u"server-name-taken"_s);
    QVERIFY(store().remove(one->id));
    QVERIFY(store().remove(one->id)); // gone already
    QCOMPARE(store().save(changed).error().kind, Error::Kind::NotFound);
    QCOMPARE(store().list()->size(), 1);
}

void TestServerStore::damagedFileStaysAsItIs_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("newer") << QByteArray(R"({"format": 2, "servers": []})");
    QTest::newRow("no id") << QByteArray(
        R"({"format": 1, "servers": [{"name": "a", "host": "b"}]})");
    QTest::newRow("host by hand") << QByteArray(
        R"({"format": 1, "servers": [{"id": "1", "name": "a", "host": "-oProxyCommand=x"}]})");
}

void TestServerStore::damagedFileStaysAsItIs()
{
    QFETCH(QByteArray, content);
    QFile file(store().path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QCOMPARE(store().list().error().kind, Error::Kind::Storage);
    QCOMPARE(store().add(serverOf(u"b"_s, u"b"_s)).error().kind, Error::Kind::Storage);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void TestServerStore::fileIsForItsOwnerAlone()
{
    QVERIFY(store().add(serverOf(u"a"_s, u"a"_s)));
    QCOMPARE(QFile(store().path()).permissions() & 0x0077, QFile::Permissions());
}

void TestServerStore::changesAtOnceAllCount()
{
    std::vector<std::jthread> threads;
    std::atomic<int> added = 0;
    for (int i = 0; i < 2; ++i) {
        threads.emplace_back([this, i, &added] {
            for (int j = 0; j < 3; ++j)
                added += store().add(serverOf(u"s%1-%2"_s.arg(i).arg(j), u"a"_s)) ? 1 : 0;
        });
    }
    threads.clear();
    QCOMPARE(added.load(), 6);
    QCOMPARE(store().list()->size(), 6);
}

QTEST_GUILESS_MAIN(TestServerStore)
#include "tst_serverstore.moc"
