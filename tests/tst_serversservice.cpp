#include "core/clock.h"
#include "core/iothread.h"
#include "fleet/serversservice.h"
#include "servers/sshconnections.h"
#include "servers/ssherrors.h"
#include "settings/serverstore.h"
#include "support/scriptedasker.h"
#include "support/sshhome.h"
#include "types/fleetsnapshot.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

// The list of servers under watch, against real sshds.
class TestServersService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void serverIsLookedAtByItself();
    void deadServerMarksOnlyItself();
    void unknownHostKeyWaitsForTheUser();
    void checkAsksAndAnswers();
    void nothingIsAskedWhileHidden();
    void listIsFollowed();
    void goneServerIsForgotten();
    void lastLookIsRemembered();
    void statesOfStacks_data();
    void statesOfStacks();

private:
    [[nodiscard]] Server named(const QString &name, int port) const;
    void open();
    [[nodiscard]] bool waitFor(const std::function<bool()> &holds) const;
    [[nodiscard]] FleetServer row(const QString &name) const;

    std::unique_ptr<SshHome> m_ssh;
    std::unique_ptr<SshServerProcess> m_sshd;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<IoThread> m_io;
    std::unique_ptr<SshConnections> m_connections;
    std::unique_ptr<ServersService> m_service;
    ScriptedAsker m_person;
};

void TestServersService::init()
{
    qunsetenv("SSH_AUTH_SOCK");
    m_ssh = std::make_unique<SshHome>();
    m_sshd = m_ssh->serve();
    QVERIFY(m_sshd->isUp());
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = makeRealClock(30);
    m_io = std::make_unique<IoThread>(u"ssh"_s);
    SshConnections::Options options;
    options.tools.configFile = m_ssh->config();
    options.folder = m_folder->filePath(u"ssh"_s);
    options.askpass = QCoreApplication::applicationDirPath() + u"/atalaya-askpass"_s;
    Result<std::unique_ptr<SshConnections>> made = SshConnections::create(*m_io, options);
    QVERIFY(made);
    m_connections = std::move(*made);
    m_person.asked.clear();
    m_person.answers.clear();
}

void TestServersService::cleanup()
{
    m_service.reset();
    m_connections.reset();
    m_io.reset();
    m_sshd.reset();
    m_ssh.reset();
}

Server TestServersService::named(const QString &name, int port) const
{
    Server server;
    server.name = name;
    server.address.host = u"127.0.0.1"_s;
    server.address.port = port;
    return server;
}

void TestServersService::open()
{
    m_service = std::make_unique<ServersService>(ServersService::Parts{m_folder->path(),
        [this](const Server &server, const SshAsker &asker, std::stop_token stop) {
            return linkOver(*m_connections, server, asker, std::move(stop));
        },
        m_clock.get(),
        {},
        m_folder->filePath(u"known"_s)});
    m_service->setAsker(m_person.asker());
    m_service->start();
}

bool TestServersService::waitFor(const std::function<bool()> &holds) const
{
    QSignalSpy changes(m_service.get(), &ServersService::changed);
    while (!holds()) {
        if (!changes.wait(20'000))
            return false;
    }
    return true;
}

FleetServer TestServersService::row(const QString &name) const
{
    for (const FleetServer &server : m_service->servers()) {
        if (server.server.name == name)
            return server;
    }
    return {};
}

void TestServersService::serverIsLookedAtByItself()
{
    m_ssh->know(*m_sshd);
    QVERIFY(ServerStore(m_folder->path()).add(named(u"shop"_s, m_sshd->port())));
    open();
    QCOMPARE(m_service->servers().size(), 1);
    QVERIFY(row(u"shop"_s).loading);
    QVERIFY(waitFor([this] { return row(u"shop"_s).facts.has_value(); }));
    QVERIFY(!row(u"shop"_s).facts->os.isEmpty());
    QVERIFY(!row(u"shop"_s).error);
    const QDateTime first = row(u"shop"_s).seenAt();
    QVERIFY(waitFor([this, first] { return row(u"shop"_s).seenAt() > first; }));
    QCOMPARE(m_sshd->connections(), 1); // all looks share it
    QVERIFY(m_person.asked.isEmpty());
}

void TestServersService::deadServerMarksOnlyItself()
{
    m_ssh->know(*m_sshd);
    const std::unique_ptr<SshServerProcess> dead = m_ssh->serve({}, u"dead"_s);
    const int port = dead->port();
    dead->kill();
    ServerStore store(m_folder->path());
    QVERIFY(store.add(named(u"dead"_s, port)));
    QVERIFY(store.add(named(u"shop"_s, m_sshd->port())));
    open();
    QVERIFY(waitFor([this] { return row(u"dead"_s).error && row(u"shop"_s).facts; }));
    QCOMPARE(*sshCauseOf(*row(u"dead"_s).error), SshCause::PortRefused);
    QVERIFY(!row(u"dead"_s).waits); // it is tried again by itself
    QVERIFY(!row(u"shop"_s).error);
    QCOMPARE(serverFleetState(row(u"dead"_s)), FleetState::Degraded);
}

void TestServersService::unknownHostKeyWaitsForTheUser()
{
    QVERIFY(ServerStore(m_folder->path()).add(named(u"shop"_s, m_sshd->port())));
    open();
    QVERIFY(waitFor([this] { return row(u"shop"_s).error.has_value(); }));
    QCOMPARE(*sshCauseOf(*row(u"shop"_s).error), SshCause::HostKeyUnknown);
    QVERIFY(row(u"shop"_s).waits);
    QVERIFY(m_person.asked.isEmpty());

    const ServerId id = row(u"shop"_s).server.id;
    m_service->connectTo(id); // the person says no
    QVERIFY(row(u"shop"_s).connecting);
    QVERIFY(waitFor([this] { return !row(u"shop"_s).connecting; }));
    QCOMPARE(*sshCauseOf(*row(u"shop"_s).error), SshCause::HostKeyDeclined);
    QCOMPARE(m_person.asked.size(), 1);
    QCOMPARE(m_person.asked.first().kind, SshQuestion::Kind::HostKey);

    m_person.answers[u"host-key"_s] = {u"yes"_s};
    m_service->connectTo(id);
    QVERIFY(waitFor([this] { return row(u"shop"_s).facts.has_value(); }));
    QVERIFY(!row(u"shop"_s).error);
    QVERIFY(!row(u"shop"_s).waits);
}

void TestServersService::checkAsksAndAnswers()
{
    open();
    m_person.answers[u"host-key"_s] = {u"yes"_s};
    std::optional<Result<ServerFacts>> told;
    QObject context;
    deliver(m_service->check(named(u"new"_s, m_sshd->port())),
        &context,
        [&told](const Result<ServerFacts> &facts) { told = facts; });
    QVERIFY(QTest::qWaitFor([&told] { return told.has_value(); }, 20'000));
    QVERIFY(*told);
    QVERIFY(m_service->servers().isEmpty()); // nothing was kept
}

void TestServersService::nothingIsAskedWhileHidden()
{
    m_ssh->know(*m_sshd);
    QVERIFY(ServerStore(m_folder->path()).add(named(u"shop"_s, m_sshd->port())));
    open();
    m_service->setHidden(true);
    m_service->refreshNow();
    QVERIFY(row(u"shop"_s).loading);
    m_service->setHidden(false);
    QVERIFY(waitFor([this] { return row(u"shop"_s).facts.has_value(); }));
}

void TestServersService::listIsFollowed()
{
    open();
    QVERIFY(m_service->servers().isEmpty());
    const Result<Server> added = m_service->add(named(u"a"_s, m_sshd->port()));
    QVERIFY(added);
    QCOMPARE(m_service->servers().size(), 1);
    QVERIFY(!m_service->add(named(u"A"_s, 22))); // the name is taken
    ServerStore other(m_folder->path()); // another program
    Server renamed = *added;
    renamed.name = u"b"_s;
    QVERIFY(other.save(renamed));
    QVERIFY(waitFor([this] { return m_service->servers().first().server.name == u"b"_s; }));
    QVERIFY(m_service->remove(added->id));
    QVERIFY(m_service->servers().isEmpty());
}

void TestServersService::goneServerIsForgotten()
{
    m_ssh->know(*m_sshd);
    open();
    const Result<Server> added = m_service->add(named(u"a"_s, m_sshd->port()));
    QVERIFY(added); // the look at it has begun, or will
    QVERIFY(m_service->remove(added->id));
    QVERIFY(!m_service->server(added->id));
    m_service.reset();
}

// Another start, and the server cannot be reached: what it told last is there, with its age.
void TestServersService::lastLookIsRemembered()
{
    m_ssh->know(*m_sshd);
    ServerStore store(m_folder->path());
    QVERIFY(store.add(named(u"kept"_s, m_sshd->port())));
    open();
    QVERIFY(waitFor([this] { return row(u"kept"_s).facts.has_value(); }));
    const ServerFacts facts = *row(u"kept"_s).facts;
    const QDir known(m_folder->filePath(u"known"_s)); // it is written on another thread
    QTRY_VERIFY(!known.entryList({u"*.json"_s}, QDir::Files).isEmpty());
    m_service.reset();
    m_sshd->kill();

    open();
    QVERIFY(waitFor([this] { return row(u"kept"_s).facts && row(u"kept"_s).error; }));
    QCOMPARE(withoutAges(*row(u"kept"_s).facts), withoutAges(facts));
    QVERIFY(row(u"kept"_s).seenAt().isValid());

    // Of a server that is reached in another way nothing is known.
    Server moved = row(u"kept"_s).server;
    m_service.reset();
    moved.address.user = u"somebody"_s;
    QVERIFY(store.save(moved));
    open();
    QVERIFY(waitFor([this] { return row(u"kept"_s).error.has_value(); }));
    QVERIFY(!row(u"kept"_s).facts);
    QVERIFY(m_service->remove(moved.id));
    QCOMPARE(known.entryList({u"*.json"_s}, QDir::Files), QStringList());
}

void TestServersService::statesOfStacks_data()
{
    QTest::addColumn<QList<ServiceFacts>>("services");
    QTest::addColumn<int>("state");
    const auto service = [](ContainerState state, ServiceHealth health, int exitCode = 0) {
        ServiceFacts facts;
        facts.service = u"web"_s;
        facts.state = state;
        facts.health = health;
        facts.exitCode = exitCode;
        return facts;
    };
    const ServiceFacts good = service(ContainerState::Running, ServiceHealth::Healthy);
    const ServiceFacts plain = service(ContainerState::Running, ServiceHealth::None);
    const ServiceFacts ill = service(ContainerState::Running, ServiceHealth::Unhealthy);
    const ServiceFacts starts = service(ContainerState::Running, ServiceHealth::Starting);
    const ServiceFacts done = service(ContainerState::Exited, ServiceHealth::None);
    const ServiceFacts fell = service(ContainerState::Exited, ServiceHealth::None, 1);
    const ServiceFacts loops = service(ContainerState::Restarting, ServiceHealth::None);
    const auto add = [](const char *name, const QList<ServiceFacts> &services, FleetState state) {
        QTest::newRow(name) << services << int(state);
    };
    add("nothing", {}, FleetState::Waiting);
    add("all healthy", {good, plain}, FleetState::Healthy);
    add("one has done its work", {good, done}, FleetState::Healthy);
    add("one is ill", {good, ill}, FleetState::Degraded);
    add("one fell", {good, fell}, FleetState::Degraded);
    add("one crashes again and again", {good, loops}, FleetState::Degraded);
    add("all fell", {fell, fell}, FleetState::Failed);
    add("one starts", {good, starts}, FleetState::Running);
}

void TestServersService::statesOfStacks()
{
    QFETCH(QList<ServiceFacts>, services);
    QFETCH(int, state);
    StackFacts stack;
    stack.project = u"chat"_s;
    stack.services = services;
    QCOMPARE(int(stackFleetState(stack)), state);
    stack.lock = StackLock{u"/srv/chat"_s, true, u"run"_s, u"ana@desk"_s, {}};
    QCOMPARE(stackFleetState(stack), FleetState::Running);
}

QTEST_GUILESS_MAIN(TestServersService)
#include "tst_serversservice.moc"
