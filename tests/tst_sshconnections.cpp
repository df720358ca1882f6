#include "core/clock.h"
#include "core/iothread.h"
#include "core/parallel.h"
#include "servers/sshconnections.h"
#include "servers/ssherrors.h"
#include "support/scriptedasker.h"
#include "support/sshhome.h"

#include <QCoreApplication>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>
#include <future>

using namespace Qt::StringLiterals;

namespace {
SshAddress to(const QString &host)
{
    return {host, 0, {}, {}, {}};
}

SshCommand command(const QByteArray &line, const QByteArray &input = {})
{
    SshCommand result;
    result.line = line;
    result.input = input;
    return result;
}

// A zombie of somebody else's is not.
bool isRunning(qint64 pid)
{
    QFile stat(u"/proc/%1/stat"_s.arg(pid));
    return stat.open(QIODevice::ReadOnly) && !stat.readAll().contains(") Z ");
}

template <typename T> T elsewhere(const std::function<T()> &work)
{
    return std::async(std::launch::async, work).get();
}
} // namespace

#define EXPECT_CAUSE(result, expected)                                                             \
    do {                                                                                           \
        QVERIFY(!(result));                                                                        \
        const Error told = (result).error();                                                       \
        QVERIFY2(sshCauseOf(told) == std::optional(expected),                                      \
            qPrintable(told.code + u": "_s + told.detail));                                        \
    } while (false)

// The user's ssh against a real sshd.
class TestSshConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void commandsRunOverOneConnection();
    void exitCodesAndOutputsAreToldApart();
    void inputAndLinesFlow();
    void endBySignalIsNoLostConnection();
    void keyIsRefused();
    void tooManyKeysAreRefused();
    void refusedPortNameAndDashAreTold();
    void silentAndStrangeServersAreTold();
    void unknownHostKeyIsNotTaken();
    void firstContactAsksWithTheFingerprint();
    void declinedHostKeyIsNotTaken();
    void changedHostKeyStopsEverything();
    void bannerIsNoFailure();
    void jumpHostIsGoneThrough();
    void failureAtTheJumpHostIsItsOwn();
    void passphraseIsAsked();
    void lostConnectionIsToldAndMendsItself();
    void killedMasterIsReplaced();
    void manyCommandsShareOneMaster();
    void lowerSessionLimitIsKept();
    void masterStaysUnderRunningWork();
    void stopEndsAWaitingCommand();
    void timeoutEndsACommand();
    void tooLongFolderIsAvoided();

private:
    std::unique_ptr<SshConnections> make(const QString &folder = {})
    {
        SshConnections::Options options;
        options.tools.configFile = m_home->config();
        options.tools.connectTimeout = std::chrono::seconds(m_connectTimeout);
        options.folder = folder.isEmpty() ? m_home->path(u"run"_s) : folder;
        options.askpass = QCoreApplication::applicationDirPath() + u"/atalaya-askpass"_s;
        Result<std::unique_ptr<SshConnections>> made = SshConnections::create(*m_io, options);
        if (!made)
            qWarning("%s", qPrintable(made.error().detail));
        return made ? std::move(*made) : nullptr;
    }
    Result<SshConnection> open(SshConnections &connections,
        const SshAddress &address,
        const SshAsker &asker = {},
        std::stop_token stop = {})
    {
        return elsewhere<Result<SshConnection>>(
            [&] { return connections.open(u"server"_s, address, asker, stop); });
    }
    static Result<SshEnd> run(
        const SshConnection &connection, const SshCommand &what, std::stop_token stop = {})
    {
        return elsewhere<Result<SshEnd>>([&] { return connection.run(what, stop); });
    }
    // A server that is known, by the alias "prod".
    void serve(const QStringList &settings = {})
    {
        m_server = m_home->serve(settings);
        QVERIFY(m_server->isUp());
        m_home->addHost(u"prod"_s, m_server->port());
        m_home->know(*m_server);
    }

    std::unique_ptr<IoThread> m_io;
    std::unique_ptr<SshHome> m_home;
    std::unique_ptr<SshServerProcess> m_server;
    int m_connectTimeout = 10;
};

void TestSshConnections::initTestCase()
{
    qunsetenv("SSH_AUTH_SOCK");
    QVERIFY2(
        QFile::exists(u"/usr/sbin/sshd"_s), "openssh-server is missing; tests/run installs it");
}

void TestSshConnections::init()
{
    m_io = std::make_unique<IoThread>(u"io"_s);
    m_home = std::make_unique<SshHome>();
    m_connectTimeout = 10;
}

void TestSshConnections::cleanup()
{
    m_server.reset();
    m_io.reset();
    m_home.reset();
}

void TestSshConnections::commandsRunOverOneConnection()
{
    serve();
    const auto connections = make();
    for (int i = 0; i < 5; ++i) {
        const Result<SshConnection> connection = open(*connections, to(u"prod"_s));
        QVERIFY2(connection, qPrintable(connection ? QString() : connection.error().detail));
        const Result<SshEnd> end = run(*connection, command("echo hello"));
        QVERIFY(end);
        QCOMPARE(end->exitCode, 0);
        QCOMPARE(end->output, "hello\n");
    }
    QCOMPARE(m_server->connections(), 1);
}

void TestSshConnections::exitCodesAndOutputsAreToldApart()
{
    serve();
    const auto connections = make();
    const Result<SshConnection> connection = open(*connections, to(u"prod"_s));
    QVERIFY(connection);
    for (const int code : {0, 1, 127, 255}) {
        const Result<SshEnd> end =
            run(*connection, command("echo out; echo err >&2; exit " + QByteArray::number(code)));
        QVERIFY(end);
        QCOMPARE(end->exitCode, code);
        QCOMPARE(end->output, "out\n");
        QCOMPARE(end->errors, "err\n");
    }
}

void TestSshConnections::inputAndLinesFlow()
{
    serve();
    const auto connections = make();
    const Result<SshConnection> connection = open(*connections, to(u"prod"_s));
    QVERIFY(connection);
    SshCommand big = command("cat", QByteArray(2'000'000, 'x'));
    big.secretInput = Secret("secret");
    QCOMPARE(run(*connection, big)->output, "secret" + big.input);
    big.outputLimit = 1'000'000;
    QCOMPARE(run(*connection, big).error().kind, Error::Kind::Protocol);
    QList<QByteArray> lines;
    SshCommand follow = command("sh -s", "echo one\necho two\nprintf rest");
    follow.onLine = [&lines](const QByteArray &line) { lines.append(line); };
    QVERIFY(run(*connection, follow));
    QCOMPARE(lines, (QList<QByteArray>{"one", "two", "rest"}));
    // One that does not read its input.
    QCOMPARE(run(*connection, command("exec <&-; echo done", big.input))->output, "done\n");
}

void TestSshConnections::endBySignalIsNoLostConnection()
{
    serve();
    const auto connections = make();
    const Result<SshConnection> connection = open(*connections, to(u"prod"_s));
    QVERIFY(connection);
    const Result<SshEnd> end = run(*connection, command("echo a; kill -9 $$"));
    QVERIFY2(end, qPrintable(end ? QString() : end.error().detail));
    QVERIFY(end->exitCode != 0);
    QCOMPARE(end->output, "a\n");
    QVERIFY(run(*connection, command("true")));
}

void TestSshConnections::keyIsRefused()
{
    serve();
    m_home->makeKey(u"stranger"_s, {}, false);
    m_home->write(
        u"config"_s, QByteArray("Host prod\n  IdentityFile none\n") + [this] {
            QFile file(m_home->config());
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }());
    const auto connections = make();
    SshAddress address = to(u"prod"_s);
    address.identity = m_home->path(u"stranger"_s);
    m_home->write(u"authorized"_s, {});
    const Result<SshConnection> connection = open(*connections, address);
    EXPECT_CAUSE(connection, SshCause::KeyRefused);
    QCOMPARE(connection.error().kind, Error::Kind::Unauthorised);
    QCOMPARE(sshFailureOf(connection.error())->arguments, QStringList{u"publickey"_s});
    // Taken when it is let in: a failure is not kept.
    m_home->append(u"authorized"_s, m_home->publicKey(u"stranger"_s));
    QVERIFY(open(*connections, address));
    address.identity = m_home->path(u"not there"_s);
    m_home->write(u"authorized"_s, {});
    EXPECT_CAUSE(open(*connections, address), SshCause::IdentityMissing);
}

void TestSshConnections::tooManyKeysAreRefused()
{
    serve({u"MaxAuthTries 2"_s});
    QStringList identities;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s}) {
        m_home->makeKey(name, {}, false);
        identities.append(u"IdentityFile "_s + m_home->path(name));
    }
    m_home->addHost(u"many"_s, m_server->port(), identities);
    EXPECT_CAUSE(open(*make(), to(u"many"_s)), SshCause::TooManyFailures);
}

void TestSshConnections::refusedPortNameAndDashAreTold()
{
    QTcpServer taken; // its port is nobody's once it is closed
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    m_home->addHost(u"closed"_s, taken.serverPort());
    taken.close();
    const auto connections = make();
    EXPECT_CAUSE(open(*connections, to(u"closed"_s)), SshCause::PortRefused);
    const Result<SshConnection> nameless = open(*connections, to(u"no-such-host.invalid"_s));
    QVERIFY(!nameless);
    const std::optional<SshCause> cause = sshCauseOf(nameless.error());
    QVERIFY2(cause == SshCause::NameUnknown || cause == SshCause::NameLookupFailed,
        qPrintable(nameless.error().detail));
    EXPECT_CAUSE(open(*connections, to(u"-oProxyCommand=true"_s)), SshCause::AddressBad);
}

void TestSshConnections::silentAndStrangeServersAreTold()
{
    m_connectTimeout = 1;
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    m_home->addHost(u"silent"_s, silent.serverPort());
    const auto connections = make();
    EXPECT_CAUSE(open(*connections, to(u"silent"_s)), SshCause::BannerTimeout);

    const auto answering = [this](const QByteArray &words) {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        m_home->addHost(u"strange%1"_s.arg(server.serverPort()), server.serverPort());
        const auto own = make();
        const SshAddress address = to(u"strange%1"_s.arg(server.serverPort()));
        auto answer = std::async(std::launch::async,
            [&own, &address] { return own->open(u"server"_s, address, {}, {}); });
        if (server.waitForNewConnection(10'000)) {
            const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
            socket->write(words);
            socket->waitForBytesWritten(10'000);
            socket->disconnectFromHost();
        }
        return answer.get();
    };
    EXPECT_CAUSE(answering("SSH-1.3-old\r\n"), SshCause::NotSsh);
    EXPECT_CAUSE(answering("HTTP/1.1 400 Bad Request\r\n\r\n"), SshCause::ClosedAtStart);
}

void TestSshConnections::unknownHostKeyIsNotTaken()
{
    m_server = m_home->serve();
    QVERIFY(m_server->isUp());
    // Whatever the configuration says.
    m_home->addHost(u"prod"_s,
        m_server->port(),
        {u"StrictHostKeyChecking no"_s, u"NoHostAuthenticationForLocalhost yes"_s});
    EXPECT_CAUSE(open(*make(), to(u"prod"_s)), SshCause::HostKeyUnknown);
    QCOMPARE(QFile(m_home->path(u"known"_s)).size(), 0);
}

void TestSshConnections::firstContactAsksWithTheFingerprint()
{
    m_server = m_home->serve();
    QVERIFY(m_server->isUp());
    m_home->addHost(u"prod"_s, m_server->port(), {u"StrictHostKeyChecking accept-new"_s});
    ScriptedAsker script;
    script.answers.insert(u"host-key"_s, {u"yes"_s});
    const auto connections = make();
    const Result<SshConnection> connection = open(*connections, to(u"prod"_s), script.asker());
    QVERIFY2(connection, qPrintable(connection ? QString() : connection.error().detail));
    QCOMPARE(script.asked.size(), 1);
    const SshQuestion &question = script.asked.first();
    QCOMPARE(question.kind, SshQuestion::Kind::HostKey);
    QCOMPARE(question.server, u"server"_s);
    QCOMPARE(question.keyType, u"ED25519"_s);
    QCOMPARE(
        question.fingerprint, fingerprintOfKey(m_server->hostKey().section(u' ', 1).toLatin1()));
    QVERIFY(!question.again);
    // From now on it is known, to others too.
    QVERIFY(open(*make(m_home->path(u"run2"_s)), to(u"prod"_s)));
}

void TestSshConnections::declinedHostKeyIsNotTaken()
{
    m_server = m_home->serve();
    QVERIFY(m_server->isUp());
    m_home->addHost(u"prod"_s, m_server->port());
    ScriptedAsker script;
    script.answers.insert(u"host-key"_s, {u"perhaps"_s});
    EXPECT_CAUSE(open(*make(), to(u"prod"_s), script.asker()), SshCause::HostKeyDeclined);
    QCOMPARE(QFile(m_home->path(u"known"_s)).size(), 0);
}

void TestSshConnections::changedHostKeyStopsEverything()
{
    serve();
    m_home->makeKey(u"before"_s, {}, false);
    const QByteArray old = m_home->publicKey(u"before"_s);
    m_home->write(u"known"_s,
        u"[127.0.0.1]:%1 "_s.arg(m_server->port()).toUtf8() + old.left(old.lastIndexOf(' '))
            + '\n');
    ScriptedAsker script;
    script.answers.insert(u"host-key"_s, {u"yes"_s});
    for (const SshAsker &asker : {SshAsker(), script.asker()}) {
        const Result<SshConnection> connection = open(*make(), to(u"prod"_s), asker);
        EXPECT_CAUSE(connection, SshCause::HostKeyChanged);
        const std::optional<SshFailure> failure = sshFailureOf(connection.error());
        QCOMPARE(failure->arguments.value(0),
            fingerprintOfKey(m_server->hostKey().section(u' ', 1).toLatin1()));
        QCOMPARE(failure->arguments.value(1), fingerprintOfKey(old.split(' ').value(1)));
        QCOMPARE(failure->arguments.value(2), m_home->path(u"known"_s) + u":1"_s);
    }
    QVERIFY(script.asked.isEmpty());
}

void TestSshConnections::bannerIsNoFailure()
{
    m_home->write(u"banner"_s,
        "Permission denied (publickey). Connection refused. Host key verification failed.\n");
    serve({u"Banner "_s + m_home->path(u"banner"_s)});
    const auto connections = make();
    const Result<SshConnection> connection = open(*connections, to(u"prod"_s));
    QVERIFY2(connection, qPrintable(connection ? QString() : connection.error().detail));
    QCOMPARE(run(*connection, command("echo a"))->output, "a\n");
    SshAddress stranger = to(u"prod"_s);
    stranger.user = u"nobody-of-this-name"_s;
    EXPECT_CAUSE(open(*connections, stranger), SshCause::KeyRefused);
}

void TestSshConnections::jumpHostIsGoneThrough()
{
    serve();
    const auto hop = m_home->serve({}, u"hop"_s);
    QVERIFY(hop->isUp());
    m_home->addHost(u"hop"_s, hop->port());
    m_home->know(*hop);
    SshAddress address = to(u"prod"_s);
    address.jump = u"hop"_s;
    const auto connections = make();
    const Result<SshConnection> connection = open(*connections, address);
    QVERIFY2(connection, qPrintable(connection ? QString() : connection.error().detail));
    QCOMPARE(run(*connection, command("echo a"))->output, "a\n");
    QCOMPARE(hop->connections(), 1);
    QCOMPARE(m_server->connections(), 1);
}

void TestSshConnections::failureAtTheJumpHostIsItsOwn()
{
    serve();
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    m_home->addHost(u"hop"_s, taken.serverPort());
    taken.close();
    SshAddress address = to(u"prod"_s);
    address.jump = u"hop"_s;
    const Result<SshConnection> connection = open(*make(), address);
    EXPECT_CAUSE(connection, SshCause::PortRefused);
    QVERIFY(sshFailureOf(connection.error())->viaJump);
}

void TestSshConnections::passphraseIsAsked()
{
    serve();
    m_home->makeKey(u"locked"_s, u"open sesame"_s);
    SshAddress address = to(u"prod"_s);
    address.identity = m_home->path(u"locked"_s);
    m_home->write(u"authorized"_s, m_home->publicKey(u"locked"_s));
    const auto connections = make();
    // Nobody is there to be asked.
    const Result<SshConnection> batch = open(*connections, address);
    QVERIFY(!batch);
    ScriptedAsker script;
    script.answers.insert(u"passphrase"_s, {u"wrong"_s, u"open sesame"_s});
    const Result<SshConnection> connection = open(*connections, address, script.asker());
    QVERIFY2(connection, qPrintable(connection ? QString() : connection.error().detail));
    QCOMPARE(script.asked.size(), 2);
    QCOMPARE(script.asked.at(0).kind, SshQuestion::Kind::Passphrase);
    QCOMPARE(script.asked.at(0).subject, address.identity);
    QVERIFY(!script.asked.at(0).again);
    QVERIFY(script.asked.at(1).again);
    QCOMPARE(run(*connection, command("echo a"))->output, "a\n");
}

void TestSshConnections::lostConnectionIsToldAndMendsItself()
{
    serve();
    const auto connections = make();
    const Result<SshConnection> connection = open(*connections, to(u"prod"_s));
    QVERIFY(connection);
    SshCommand waiting = command("echo begun; exec sleep 60");
    std::promise<void> begun;
    waiting.onLine = [&begun](const QByteArray &) { begun.set_value(); };
    auto end = std::async(std::launch::async, [&] { return connection->run(waiting, {}); });
    begun.get_future().wait();
    m_server->kill();
    const Result<SshEnd> lost = end.get();
    EXPECT_CAUSE(lost, SshCause::ConnectionLost);
    EXPECT_CAUSE(open(*connections, to(u"prod"_s)), SshCause::PortRefused);
    m_server = m_home->serve();
    m_home->addHost(u"prod"_s, m_server->port());
    m_home->know(*m_server);
    const Result<SshConnection> again = open(*connections, to(u"prod"_s));
    QVERIFY2(again, qPrintable(again ? QString() : again.error().detail));
    QCOMPARE(run(*again, command("echo a"))->output, "a\n");
}

void TestSshConnections::killedMasterIsReplaced()
{
    serve();
    const auto connections = make();
    const Result<SshConnection> connection = open(*connections, to(u"prod"_s));
    QVERIFY(connection);
    const Result<qint64> pid = connection->masterPid();
    QVERIFY(pid);
    QCOMPARE(::kill(pid_t(*pid), SIGKILL), 0);
    // Nothing is run over a way of its own.
    const Result<SshEnd> end = run(*connection, command("echo a"));
    QVERIFY(!end);
    const Result<SshConnection> again = open(*connections, to(u"prod"_s));
    QVERIFY(again);
    QVERIFY(*again->masterPid() != *pid);
    QCOMPARE(run(*again, command("echo a"))->output, "a\n");
    QCOMPARE(m_server->connections(), 2);
}

void TestSshConnections::manyCommandsShareOneMaster()
{
    serve();
    const auto connections = make();
    std::vector<int> items(50);
    for (int i = 0; i < 50; ++i)
        items[std::size_t(i)] = i;
    const auto clock = makeRealClock();
    std::atomic<int> right = 0;
    const Result<void> done = elsewhere<Result<void>>([&] {
        return forEachParallel(items, 50, *clock, {}, [&](int item, std::stop_token stop) {
            const Result<SshConnection> connection =
                connections->open(u"server"_s, to(u"prod"_s), {}, stop);
            if (!connection)
                return Result<void>(failure(connection.error()));
            const Result<SshEnd> end =
                connection->run(command("sh -s", "echo " + QByteArray::number(item)), stop);
            if (!end)
                return Result<void>(failure(end.error()));
            right += end->output == QByteArray::number(item) + '\n' ? 1 : 0;
            return Result<void>();
        });
    });
    QVERIFY2(done, qPrintable(done ? QString() : done.error().detail));
    QCOMPARE(right.load(), 50);
    QCOMPARE(m_server->connections(), 1);
}

void TestSshConnections::lowerSessionLimitIsKept()
{
    serve({u"MaxSessions 2"_s});
    const auto connections = make();
    const Result<SshConnection> connection = open(*connections, to(u"prod"_s));
    QVERIFY(connection);
    std::vector<std::future<Result<SshEnd>>> ends;
    for (int i = 0; i < 12; ++i) {
        ends.push_back(std::async(std::launch::async,
            [&connection] { return connection->run(command("sleep 0.05; echo a"), {}); }));
    }
    for (auto &end : ends) {
        const Result<SshEnd> told = end.get();
        QVERIFY2(told, qPrintable(told ? QString() : told.error().detail));
        QCOMPARE(told->output, "a\n");
    }
    QCOMPARE(m_server->connections(), 1);
}

void TestSshConnections::masterStaysUnderRunningWork()
{
    serve();
    auto connections = make();
    SshCommand waiting = command("echo begun; read line; echo \"$line\"");
    QVERIFY(m_home->isValid());
    // What runs waits for a file that comes when everybody else has let go.
    const QByteArray gate = m_home->path(u"gate"_s).toUtf8();
    waiting = command(
        "sh -s", "echo begun\nwhile [ ! -e '" + gate + "' ]; do sleep 0.05; done\necho end\n");
    std::promise<void> begun;
    QList<QByteArray> lines;
    waiting.onLine = [&](const QByteArray &line) {
        lines.append(line);
        if (lines.size() == 1)
            begun.set_value();
    };
    std::optional<SshConnection> connection(*open(*connections, to(u"prod"_s)));
    const Result<qint64> pid = connection->masterPid();
    auto end = std::async(
        std::launch::async, [own = *connection, &waiting] { return own.run(waiting, {}); });
    begun.get_future().wait();
    connection.reset();
    connections->forget(to(u"prod"_s));
    connections->closeIdle();
    m_home->write(u"gate"_s, {});
    const Result<SshEnd> told = end.get();
    QVERIFY2(told, qPrintable(told ? QString() : told.error().detail));
    QCOMPARE(lines, (QList<QByteArray>{"begun", "end"}));
    end = {};
    // Nobody holds it any more: it goes by itself.
    const QDeadlineTimer deadline(10'000);
    while (isRunning(*pid) && !deadline.hasExpired())
        QThread::yieldCurrentThread();
    QVERIFY(!deadline.hasExpired());
}

void TestSshConnections::stopEndsAWaitingCommand()
{
    serve();
    const auto connections = make();
    const Result<SshConnection> connection = open(*connections, to(u"prod"_s));
    QVERIFY(connection);
    std::stop_source stop;
    SshCommand waiting = command("echo begun; exec sleep 60");
    waiting.onLine = [&stop](const QByteArray &) { stop.request_stop(); };
    QCOMPARE(run(*connection, waiting, stop.get_token()).error().kind, Error::Kind::Cancelled);
    QCOMPARE(open(*connections, to(u"other"_s), {}, stop.get_token()).error().kind,
        Error::Kind::Cancelled);
    QCOMPARE(run(*connection, command("echo a"))->output, "a\n");
}

void TestSshConnections::timeoutEndsACommand()
{
    serve();
    const auto connections = make();
    const Result<SshConnection> connection = open(*connections, to(u"prod"_s));
    QVERIFY(connection);
    SshCommand waiting = command("exec sleep 60");
    waiting.timeout = std::chrono::milliseconds(100);
    QCOMPARE(run(*connection, waiting).error().kind, Error::Kind::Timeout);
}

void TestSshConnections::tooLongFolderIsAvoided()
{
    serve();
    const auto connections = make(m_home->path(u"long"_s.repeated(30)));
    QVERIFY(connections);
    const Result<SshConnection> connection = open(*connections, to(u"prod"_s));
    QVERIFY2(connection, qPrintable(connection ? QString() : connection.error().detail));
}

QTEST_GUILESS_MAIN(TestSshConnections)
#include "tst_sshconnections.moc"
