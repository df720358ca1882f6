#include "sandbox/rendezvous.h"
#include "support/wireclient.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// With the real program beside this test.
class TestRendezvous : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void startsOnceAndIsFound();
    void filesAreForTheUserOnly();
    void twoStartersMeetOneSandbox();
    void killedSandboxIsNotFoundAndGoesOn();
    void stopEndsIt();
    void stopOfNothingIsDone();
    void programThatCannotRunIsTold_data();
    void programThatCannotRunIsTold();
    void stopTokenEndsTheWait();
    void foreignFolderIsRefused();
    void onlyOneHolds();

private:
    Result<SandboxAddress> start()
    {
        return Rendezvous::ensureRunning(
            m_program, m_folder, 30s, {}, {u"--speed"_s, u"50"_s, u"--idle-exit"_s, u"120"_s});
    }
    static WireClient clientOf(const SandboxAddress &address)
    {
        return {address.url, address.token.reveal()};
    }

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_folder;
    QString m_program;
};

void TestRendezvous::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_folder = m_home->filePath(u"atalaya"_s);
    m_program = QCoreApplication::applicationDirPath() + u"/atalaya-sandbox"_s;
}

void TestRendezvous::cleanup()
{
    QVERIFY(Rendezvous::stop(m_folder, 20s, {}).has_value());
    m_home.reset();
}

void TestRendezvous::startsOnceAndIsFound()
{
    QVERIFY(!Rendezvous::find(m_folder)->has_value());
    const Result<SandboxAddress> first = start();
    QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
    const Result<SandboxAddress> second = start();
    QCOMPARE(second->pid, first->pid);
    QCOMPARE((*Rendezvous::find(m_folder))->url, first->url);
    WireClient client(first->url, first->token.reveal());
    const QJsonObject status = client.call("GET", "/_sandbox/status").json();
    QCOMPARE(status.value("pid"_L1).toInteger(), first->pid);
    QCOMPARE(status.value("speed"_L1).toDouble(), 50.0);
    QVERIFY(::getsid(pid_t(first->pid)) != ::getsid(0)); // no session of ours ends it
}

void TestRendezvous::filesAreForTheUserOnly()
{
    QVERIFY(start().has_value());
    const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
        | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::WriteOther
        | QFileDevice::ExeOther;
    QVERIFY(!(QFileInfo(m_folder).permissions() & others));
    const QFileInfoList files = QDir(m_folder).entryInfoList(QDir::Files);
    QVERIFY(files.size() >= 3);
    for (const QFileInfo &file : files)
        QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
}

void TestRendezvous::twoStartersMeetOneSandbox()
{
    std::vector<std::future<Result<SandboxAddress>>> starters;
    for (int i = 0; i < 3; ++i)
        starters.push_back(std::async(std::launch::async, [this] { return start(); }));
    QList<qint64> pids;
    for (auto &starter : starters) {
        const Result<SandboxAddress> address = starter.get();
        QVERIFY2(address, address ? "" : qPrintable(address.error().detail));
        pids.append(address->pid);
    }
    QCOMPARE(pids.count(pids.first()), 3);
}

void TestRendezvous::killedSandboxIsNotFoundAndGoesOn()
{
    const Result<SandboxAddress> first = start();
    QVERIFY(first.has_value());
    WireClient client(first->url, first->token.reveal());
    QCOMPARE(client.call("POST", "/v1/apps/grupo-gad/machines/148e21f3b04289/lease?ttl=3600", "{}")
                 .status,
        201);
    QCOMPARE(::kill(pid_t(first->pid), SIGKILL), 0);
    while (Rendezvous::find(m_folder)->has_value()) { } // the kernel frees the lock in a moment
    QVERIFY(QFileInfo::exists(m_folder + u"/sandbox.json"_s));
    const Result<SandboxAddress> second = start();
    QVERIFY(second.has_value());
    QVERIFY(second->pid != first->pid);
    QCOMPARE(second->url, first->url);
    QCOMPARE(second->token, first->token);
    WireClient again(second->url, second->token.reveal());
    QCOMPARE(again.call("GET", "/_sandbox/status").json().value("liveLeases"_L1).toInt(), 1);
}

void TestRendezvous::stopEndsIt()
{
    const Result<SandboxAddress> address = start();
    QVERIFY(address.has_value());
    QVERIFY(Rendezvous::stop(m_folder, 20s, {}).has_value());
    QVERIFY(!Rendezvous::find(m_folder)->has_value());
    QVERIFY(!QFileInfo::exists(m_folder + u"/sandbox.json"_s));
}

void TestRendezvous::stopOfNothingIsDone()
{
    QVERIFY(Rendezvous::stop(m_folder, 1s, {}).has_value());
}

void TestRendezvous::programThatCannotRunIsTold_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("missing") << u"/nonexistent/atalaya-sandbox"_s;
    QTest::newRow("fails") << u"/bin/false"_s;
    QTest::newRow("says nothing") << u"/bin/true"_s;
}

void TestRendezvous::programThatCannotRunIsTold()
{
    QFETCH(QString, program);
    const Result<SandboxAddress> address = Rendezvous::ensureRunning(program, m_folder, 10s, {});
    QVERIFY(!address);
    QCOMPARE(address.error().kind, Error::Kind::Process);
}

void TestRendezvous::stopTokenEndsTheWait()
{
    std::stop_source source;
    source.request_stop();
    const Result<SandboxAddress> address =
        Rendezvous::ensureRunning(m_program, m_folder, 30s, source.get_token());
    QVERIFY(!address);
    QCOMPARE(address.error().kind, Error::Kind::Cancelled);
    QVERIFY(start().has_value()); // the one that was begun, or another
}

void TestRendezvous::foreignFolderIsRefused()
{
    QFile file(m_folder);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(Rendezvous::hold(m_folder).error().kind, Error::Kind::Storage);
    const Result<SandboxAddress> address = start();
    QCOMPARE(address.error().kind, Error::Kind::Storage);
    QVERIFY(address.error().detail.contains("is not a folder of yours"_L1));
}

void TestRendezvous::onlyOneHolds()
{
    const Result<Rendezvous> first = Rendezvous::hold(m_folder);
    QVERIFY(first.has_value());
    QCOMPARE(Rendezvous::hold(m_folder).error().kind, Error::Kind::Conflict);
    QVERIFY(!first->predecessor());
    // A lock without an address: still starting.
    QVERIFY(!Rendezvous::find(m_folder)->has_value());
}

QTEST_GUILESS_MAIN(TestRendezvous)
#include "tst_rendezvous.moc"
