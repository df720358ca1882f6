#include "core/iothread.h"
#include "servers/serversurvey.h"
#include "servers/ssherrors.h"
#include "servers/surveyscript.h"
#include "support/sshhome.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <future>

using namespace Qt::StringLiterals;

namespace {
const QByteArray nonce = "atalaya-0123456789abcdef";
const QDateTime sentAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);

// A docker that answers what a survey asks, out of files beside it.
const QByteArray standIn = R"sh(#!/bin/sh
here=${0%/*}
case "$1 $2" in
"info "*) cat "$here/info"; exit "$(cat "$here/info-code")" ;;
"compose version") cat "$here/compose" 2>/dev/null || exit 1 ;;
"ps "*) cat "$here/ids" ;;
"inspect "*) cat "$here/containers" ;;
"image inspect") cat "$here/images" ;;
*) exit 64 ;;
esac
)sh";

QByteArray containerLine(const QByteArray &project,
    const QByteArray &service,
    const QByteArray &folder,
    const QByteArray &more)
{
    return "[\"" + folder + "\",\"c0ffee" + service + "\",\"/" + project + "-" + service
        + "-1\",\"sha256:aaa1\",\"registry.example:5000/" + service + ":1.2\"," + more + ",\""
        + project + "\",\"" + service + "\",\"1\",\"False\",\"" + folder + "/compose.yml," + folder
        + "/prod.yml\"]\n";
}
} // namespace

// The script in real shells with a stand-in for docker, and what is read out of its answers.
class TestServerSurvey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyShellTellsTheSame_data();
    void everyShellTellsTheSame();
    void stacksAreRead();
    void dockersTroubleIsAFact_data();
    void dockersTroubleIsAFact();
    void composeKindsAreToldApart_data();
    void composeKindsAreToldApart();
    void heldAndStaleLocksAreToldApart();
    void newestDumpThatIsNotEmptyCounts();
    void clockIsComparedWithItsUncertainty_data();
    void clockIsComparedWithItsUncertainty();
    void noiseBeforeIsLetBe();
    void cutAnswersAreErrors();
    void accountsWithoutShellAreTold();
    void brokenLinesAreLeftOut();
    void foldersCannotBreakOut();
    void surveysOverSsh();

private:
    Result<ServerFacts> survey(const Server &server, const QStringList &shell = {u"sh"_s}) const;
    void write(const QString &name, const QByteArray &content) const
    {
        m_home->write(name, content);
    }

    std::unique_ptr<SshHome> m_home;
    QByteArray m_path;
};

void TestServerSurvey::init()
{
    m_home = std::make_unique<SshHome>();
    QVERIFY(QDir().mkpath(m_home->path(u"bin"_s)));
    write(u"bin/docker"_s, standIn);
    QFile(m_home->path(u"bin/docker"_s))
        .setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    write(u"bin/info"_s, "\"26.1.5\" \"" + m_home->path(u"docker root"_s).toUtf8() + "\"\n");
    write(u"bin/info-code"_s, "0");
    write(u"bin/compose"_s, "v2.26.1-4\n");
    write(u"bin/ids"_s, "c0ffee\n");
    write(u"bin/containers"_s, {});
    write(u"bin/images"_s, {});
    m_path = m_home->path(u"bin"_s).toUtf8() + ":/usr/bin:/bin";
}

Result<ServerFacts> TestServerSurvey::survey(const Server &server, const QStringList &shell) const
{
    const Result<QByteArray> script = surveyScript(server, nonce);
    if (!script)
        return failure(script.error());
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, QString::fromUtf8(m_path));
    process.setProcessEnvironment(environment);
    process.start(shell.first(), shell.mid(1) + QStringList{u"-s"_s});
    process.write(*script);
    process.closeWriteChannel();
    if (!process.waitForFinished(30'000))
        return failure(Error::Kind::Timeout, u"the shell"_s);
    const QByteArray errors = process.readAllStandardError();
    if (!errors.isEmpty())
        qWarning("%s", errors.constData());
    SurveyReader reader(nonce);
    for (const QByteArray &line : process.readAllStandardOutput().split('\n'))
        reader.take(line, sentAt);
    return reader.facts(sentAt, process.exitCode());
}

void TestServerSurvey::everyShellTellsTheSame_data()
{
    QTest::addColumn<QStringList>("shell");
    QTest::newRow("dash") << QStringList{u"dash"_s};
    QTest::newRow("bash") << QStringList{u"bash"_s};
    QTest::newRow("bash posix") << QStringList{u"bash"_s, u"--posix"_s};
    if (QFile::exists(u"/bin/busybox"_s))
        QTest::newRow("busybox") << QStringList{u"/bin/busybox"_s, u"sh"_s};
}

void TestServerSurvey::everyShellTellsTheSame()
{
    QFETCH(QStringList, shell);
    QVERIFY(QDir().mkpath(m_home->path(u"my stack"_s)));
    QVERIFY(QDir().mkpath(m_home->path(u"docker root"_s)));
    write(u"my stack/compose.yaml"_s, "services: {}\n");
    write(u"bin/containers"_s,
        containerLine("shop",
            "web",
            m_home->path(u"my stack"_s).toUtf8(),
            "\"running\",\"healthy\",0,0,false,\"2026-01-02T03:04:05.6Z\",\"always\",{}"));
    write(u"bin/images"_s, "[\"sha256:aaa1\",[\"registry.example:5000/web@sha256:d1\"]]\n");
    Server server;
    server.folders = {m_home->path(u"my stack"_s), u"/no where/at $all"_s};
    const Result<ServerFacts> facts = survey(server, shell);
    QVERIFY2(facts, qPrintable(facts ? QString() : facts.error().detail));
    QVERIFY(!facts->os.isEmpty());
    QVERIFY(!facts->hostName.isEmpty());
    QVERIFY(!facts->kernel.isEmpty());
    QVERIFY(facts->cpus > 0);
    QVERIFY(facts->memoryTotal > facts->memoryFree && facts->memoryFree > 0);
    QCOMPARE(facts->bootId.size(), 36);
    QVERIFY(facts->upFor.count() > 0);
    QVERIFY(!facts->user.isEmpty());
    QCOMPARE(facts->isRoot, ::getuid() == 0);
    QCOMPARE(facts->docker, DockerState::Running);
    QCOMPARE(facts->dockerVersion, u"26.1.5"_s);
    QCOMPARE(facts->dockerRoot, m_home->path(u"docker root"_s));
    QCOMPARE(facts->compose, ComposeKind::Plugin);
    QCOMPARE(facts->composeVersion, u"2.26.1-4"_s);
    QCOMPARE(facts->stacks.size(), 1);
    QCOMPARE(facts->stacks.first().services.size(), 1);
    QCOMPARE(facts->stacks.first().services.first().digest, u"sha256:d1"_s);
    QStringList paths;
    for (const DiskFacts &disk : facts->disks) {
        paths.append(disk.path);
        QVERIFY(disk.size > 0 && disk.size >= disk.free);
        QVERIFY(disk.mount.startsWith(u'/'));
    }
    QVERIFY(paths.contains(u"/"_s));
    QVERIFY(paths.contains(m_home->path(u"docker root"_s)));
    QVERIFY(paths.contains(m_home->path(u"my stack"_s)));
    QVERIFY(!paths.contains(u"/no where/at $all"_s));
}

void TestServerSurvey::stacksAreRead()
{
    write(u"bin/containers"_s,
        containerLine("shop",
            "web",
            "/srv/shop",
            "\"running\",\"unhealthy\",3,0,false,\"2026-01-02T03:04:05.678901234Z\",\"unless-"
            "stopped\",{\"80/tcp\":[{\"HostIp\":\"0.0.0.0\",\"HostPort\":\"8080\"},{\"HostIp\":"
            "\"::1\",\"HostPort\":\"8080\"}],\"5432/tcp\":null}")
            + containerLine("shop",
                "db",
                "/srv/shop",
                "\"exited\",null,0,137,true,\"0001-01-01T00:00:00Z\",\"no\",{}")
            + containerLine(
                "", "loose", "", "\"running\",null,0,0,false,\"2026-01-02T03:04:05Z\",\"no\",{}"));
    write(u"bin/images"_s,
        "[\"sha256:aaa1\",[\"other/web@sha256:d0\",\"registry.example:5000/web@sha256:d1\"]]\n");
    const Result<ServerFacts> facts = survey({});
    QVERIFY(facts);
    QCOMPARE(facts->otherContainers, 1);
    QCOMPARE(facts->stacks.size(), 1);
    const StackFacts &stack = facts->stacks.first();
    QCOMPARE(stack.project, u"shop"_s);
    QCOMPARE(stack.folder, u"/srv/shop"_s);
    QCOMPARE(stack.files, (QStringList{u"/srv/shop/compose.yml"_s, u"/srv/shop/prod.yml"_s}));
    QVERIFY(!stack.lock);
    QCOMPARE(stack.services.size(), 2);
    const ServiceFacts &db = stack.services.at(0);
    QCOMPARE(db.service, u"db"_s);
    QCOMPARE(db.state, ContainerState::Exited);
    QCOMPARE(db.exitCode, 137);
    QVERIFY(db.outOfMemory);
    QCOMPARE(db.health, ServiceHealth::None);
    QVERIFY(!db.startedAt.isValid());
    const ServiceFacts &web = stack.services.at(1);
    QCOMPARE(web.container, u"shop-web-1"_s);
    QCOMPARE(web.health, ServiceHealth::Unhealthy);
    QCOMPARE(web.restarts, 3);
    QCOMPARE(web.imageId, u"sha256:aaa1"_s);
    QCOMPARE(web.digest, u"sha256:d1"_s); // of the repository that the image is of
    QCOMPARE(web.startedAt, QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC));
    QCOMPARE(web.restartPolicy, u"unless-stopped"_s);
    QCOMPARE(web.ports.size(), 2);
    QCOMPARE(web.ports.at(0).port, 8080);
    QCOMPARE(web.ports.at(0).containerPort, 80);
    QVERIFY(web.ports.at(0).isOpen());
    QVERIFY(!web.ports.at(1).isOpen());
}

void TestServerSurvey::dockersTroubleIsAFact_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QString>("state");
    QTest::newRow("permission") << QByteArray(
        "permission denied while trying to connect to the Docker daemon socket\n")
                                << u"no-permission"_s;
    QTest::newRow("daemon") << QByteArray("\"\" \"\"\nCannot connect to the Docker daemon at "
                                          "unix:///var/run/docker.sock. Is the docker daemon "
                                          "running?\n")
                            << u"not-running"_s;
    QTest::newRow("else") << QByteArray("context deadline exceeded\n") << u"unknown"_s;
    QTest::newRow("silent") << QByteArray() << u"unknown"_s;
}

void TestServerSurvey::dockersTroubleIsAFact()
{
    QFETCH(QByteArray, said);
    QFETCH(QString, state);
    write(u"bin/info"_s, said);
    write(u"bin/info-code"_s, "1");
    const Result<ServerFacts> facts = survey({});
    QVERIFY(facts);
    QCOMPARE(dockerStateName(facts->docker), state);
    QVERIFY(facts->dockerVersion.isEmpty());
    QVERIFY(facts->stacks.isEmpty());
    QCOMPARE(facts->dockerText.isEmpty(), said.isEmpty());
}

void TestServerSurvey::composeKindsAreToldApart_data()
{
    QTest::addColumn<QList<QByteArray>>("lines");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("version");
    using Lines = QList<QByteArray>;
    QTest::newRow("plugin") << Lines{"2.26.1", "plugin"} << u"plugin"_s << u"2.26.1"_s;
    QTest::newRow("program") << Lines{"v2.3.3", "program"} << u"standalone"_s << u"2.3.3"_s;
    QTest::newRow("legacy") << Lines{"1.29.2", "program"} << u"legacy"_s << u"1.29.2"_s;
    QTest::newRow("absent") << Lines{"absent"} << u"absent"_s << QString();
    QTest::newRow("broken program") << Lines{"Traceback", "program"} << u"absent"_s << QString();
    QTest::newRow("nothing") << Lines{} << u"absent"_s << QString();
}

void TestServerSurvey::composeKindsAreToldApart()
{
    QFETCH(QList<QByteArray>, lines);
    QFETCH(QString, kind);
    QFETCH(QString, version);
    SurveyReader reader(nonce);
    reader.take(nonce + " docker", sentAt);
    reader.take("absent", sentAt);
    reader.take(nonce + " compose", sentAt);
    for (const QByteArray &line : lines)
        reader.take(line, sentAt);
    reader.take(nonce + " end", sentAt);
    const Result<ServerFacts> facts = reader.facts(sentAt, 0);
    QVERIFY(facts);
    QCOMPARE(facts->docker, DockerState::Absent);
    QCOMPARE(composeKindName(facts->compose), kind);
    QCOMPARE(facts->composeVersion, version);
}

void TestServerSurvey::heldAndStaleLocksAreToldApart()
{
    const auto folder = [this](const QString &name, const QByteArray &lock) {
        QDir().mkpath(m_home->path(name + u"/.atalaya"_s));
        write(name + u"/.atalaya/lock"_s, lock);
        return m_home->path(name);
    };
    QFile boot(u"/proc/sys/kernel/random/boot_id"_s);
    QVERIFY(boot.open(QIODevice::ReadOnly));
    const QByteArray bootId = boot.readAll().trimmed();
    QFile stat(u"/proc/self/stat"_s);
    QVERIFY(stat.open(QIODevice::ReadOnly));
    const QByteArray all = stat.readAll();
    const QByteArray birth = all.mid(all.lastIndexOf(") ") + 2).split(' ').value(19);
    const QByteArray pid = QByteArray::number(qint64(::getpid()));
    Server server;
    server.folders = {
        folder(
            u"held"_s, "run1 " + pid + ' ' + birth + ' ' + bootId + " 1700000000000 ana@laptop\n"),
        folder(u"gone"_s, "run2 " + pid + " 1 " + bootId + " 1700000000000 ana@laptop\n"),
        folder(u"rebooted"_s, "run3 " + pid + ' ' + birth + " other 1700000000000 ana\n"),
        folder(u"free"_s, {}),
        folder(u"hostile"_s, "$(touch x) `id` ; 9\x1b[2J\n"),
    };
    const Result<ServerFacts> facts = survey(server);
    QVERIFY(facts);
    const auto lockOf = [&facts, this](const QString &name) {
        for (const StackFacts &stack : facts->stacks) {
            if (stack.folder == m_home->path(name))
                return stack.lock;
        }
        return std::optional<StackLock>();
    };
    QVERIFY(lockOf(u"held"_s)->held);
    QCOMPARE(lockOf(u"held"_s)->owner, u"ana@laptop"_s);
    QCOMPARE(lockOf(u"held"_s)->run, u"run1"_s);
    QCOMPARE(lockOf(u"held"_s)->since, sentAt);
    QVERIFY(!lockOf(u"gone"_s)->held);
    QVERIFY(!lockOf(u"rebooted"_s)->held);
    QVERIFY(!lockOf(u"free"_s));
    QVERIFY(!lockOf(u"hostile"_s)->held);
    QVERIFY(lockOf(u"hostile"_s)->run.isEmpty());
    QVERIFY(lockOf(u"hostile"_s)->owner.isEmpty());
}

void TestServerSurvey::newestDumpThatIsNotEmptyCounts()
{
    QVERIFY(QDir().mkpath(m_home->path(u"dumps"_s)));
    QVERIFY(QDir().mkpath(m_home->path(u"none"_s)));
    const auto dump = [this](const QString &name, const QByteArray &content, int second) {
        write(u"dumps/"_s + name, content);
        QFile file(m_home->path(u"dumps/"_s + name));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(sentAt.addSecs(second), QFileDevice::FileModificationTime));
    };
    dump(u"old.sql.gz"_s, "12345", 10);
    dump(u"good one.sql.gz"_s, "1234567", 20);
    dump(u"empty.sql.gz"_s, {}, 30);
    QVERIFY(QDir().mkpath(m_home->path(u"dumps/folder"_s)));
    Server server;
    server.backups = {m_home->path(u"dumps"_s), m_home->path(u"none"_s), u"/no/where"_s};
    const Result<ServerFacts> facts = survey(server);
    QVERIFY(facts);
    QCOMPARE(facts->backups.size(), 3);
    const BackupFacts &dumps = facts->backups.at(0);
    QCOMPARE(dumps.newest, u"good one.sql.gz"_s);
    QCOMPARE(dumps.size, 7);
    QCOMPARE(dumps.at, sentAt.addSecs(20));
    QVERIFY(facts->backups.at(1).exists);
    QVERIFY(facts->backups.at(1).newest.isEmpty());
    QVERIFY(!facts->backups.at(2).exists);
}

void TestServerSurvey::clockIsComparedWithItsUncertainty_data()
{
    QTest::addColumn<QByteArray>("told");
    QTest::addColumn<int>("roundTrip");
    QTest::addColumn<qint64>("ahead");
    QTest::addColumn<qint64>("uncertainty");
    QTest::newRow("same") << QByteArray("1700000000.050000000") << 100 << qint64(0) << qint64(50);
    QTest::newRow("ahead") << QByteArray("1700000120.000000000") << 200 << qint64(119'900)
                           << qint64(100);
    QTest::newRow("no fraction") << QByteArray("1700000000.%N") << 0 << qint64(500) << qint64(500);
    QTest::newRow("nothing") << QByteArray("soon") << 100 << qint64(0) << qint64(0);
}

void TestServerSurvey::clockIsComparedWithItsUncertainty()
{
    QFETCH(QByteArray, told);
    QFETCH(int, roundTrip);
    QFETCH(qint64, ahead);
    QFETCH(qint64, uncertainty);
    SurveyReader reader(nonce);
    reader.take(nonce + " time", sentAt.addMSecs(roundTrip));
    reader.take(told, sentAt.addMSecs(roundTrip));
    reader.take(nonce + " end", sentAt.addSecs(5));
    const Result<ServerFacts> facts = reader.facts(sentAt, 0);
    QVERIFY(facts);
    QCOMPARE(qint64(facts->clockAhead.count()), ahead);
    QCOMPARE(qint64(facts->clockUncertainty.count()), uncertainty);
}

void TestServerSurvey::noiseBeforeIsLetBe()
{
    SurveyReader reader(nonce);
    for (int i = 0; i < 1'000; ++i)
        reader.take("Welcome! atalaya-other time end", sentAt);
    reader.take(nonce + " user", sentAt);
    reader.take("deploy", sentAt);
    reader.take("1000", sentAt);
    reader.take(nonce + " end", sentAt);
    const Result<ServerFacts> facts = reader.facts(sentAt, 0);
    QVERIFY(facts);
    QCOMPARE(facts->user, u"deploy"_s);
    QVERIFY(!facts->isRoot);
}

void TestServerSurvey::cutAnswersAreErrors()
{
    SurveyReader reader(nonce);
    reader.take(nonce + " user", sentAt);
    reader.take("deploy", sentAt);
    const Result<ServerFacts> facts = reader.facts(sentAt, 0);
    QCOMPARE(sshCauseOf(facts.error()), std::optional(SshCause::NoAnswer));
    SurveyReader flooded(nonce);
    flooded.take(nonce + " os", sentAt);
    for (int i = 0; i < 300; ++i)
        flooded.take(QByteArray(65'536, 'x'), sentAt);
    flooded.take(nonce + " end", sentAt);
    QCOMPARE(flooded.facts(sentAt, 0).error().kind, Error::Kind::Protocol);
}

void TestServerSurvey::accountsWithoutShellAreTold()
{
    SurveyReader reader(nonce);
    reader.take("This account is currently not available.", sentAt);
    const Result<ServerFacts> facts = reader.facts(sentAt, 1);
    QCOMPARE(sshCauseOf(facts.error()), std::optional(SshCause::NoShell));
    QVERIFY(facts.error().detail.contains("not available"_L1));
    QCOMPARE(sshCauseOf(SurveyReader(nonce).facts(sentAt, 0).error()),
        std::optional(SshCause::NoAnswer));
}

void TestServerSurvey::brokenLinesAreLeftOut()
{
    SurveyReader reader(nonce);
    for (const QByteArray &line : QList<QByteArray>{nonce + " containers",
             "{}",
             "[1,2,3]",
             "not json",
             nonce + " images",
             "[[],{}]",
             nonce + " folders",
             "lock yes x",
             "file x",
             nonce + " disks",
             "path /a",
             "what",
             "path /b",
             nonce + " backups",
             "1 2",
             "folder /c",
             "x y z",
             "7 8",
             nonce + " memory",
             "MemTotal:",
             nonce + " end"})
        reader.take(line, sentAt);
    const Result<ServerFacts> facts = reader.facts(sentAt, 0);
    QVERIFY(facts);
    QVERIFY(facts->stacks.isEmpty());
    QVERIFY(facts->disks.isEmpty());
    QCOMPARE(facts->backups.size(), 1);
    QCOMPARE(facts->memoryTotal, 0);
}

void TestServerSurvey::foldersCannotBreakOut()
{
    for (const QString &folder : {u"relative"_s,
             u"/a\n/b"_s,
             QString(u"/x\n"_s + QString::fromLatin1(nonce)),
             QString(u"/"_s + QString::fromLatin1(nonce))}) {
        Server server;
        server.folders = {folder};
        QCOMPARE(
            sshCauseOf(surveyScript(server, nonce).error()), std::optional(SshCause::AddressBad));
    }
    const QString trace = m_home->path(u"trace"_s);
    Server server;
    server.folders = {
        u"/$(touch %1)"_s.arg(trace), u"/`touch %1`"_s.arg(trace), u"/'; touch %1; '"_s.arg(trace)};
    server.backups = {u"/\\"_s, u"/FOLDERS BACKUPS NONCE"_s};
    const Result<ServerFacts> facts = survey(server);
    QVERIFY(facts);
    QVERIFY(!QFile::exists(trace));
    QCOMPARE(facts->backups.size(), 2);
    QVERIFY(facts->stacks.isEmpty());
}

void TestServerSurvey::surveysOverSsh()
{
    qunsetenv("SSH_AUTH_SOCK");
    const auto sshd = m_home->serve();
    QVERIFY(sshd->isUp());
    m_home->addHost(u"prod"_s, sshd->port());
    m_home->know(*sshd);
    IoThread io(u"io"_s);
    SshConnections::Options options;
    options.tools.configFile = m_home->config();
    options.folder = m_home->path(u"run"_s);
    const auto connections = SshConnections::create(io, options);
    QVERIFY(connections);
    const auto clock = makeRealClock();
    Server server;
    server.address.host = u"prod"_s;
    const Result<ServerFacts> facts = std::async(std::launch::async, [&]() -> Result<ServerFacts> {
        const Result<SshConnection> connection =
            (*connections)->open(u"prod"_s, server.address, {}, {});
        if (!connection)
            return failure(connection.error());
        return surveyServer(*connection, server, *clock, {});
    }).get();
    QVERIFY2(facts, qPrintable(facts ? QString() : facts.error().detail));
    QVERIFY(!facts->os.isEmpty());
    QVERIFY(facts->at.isValid());
    // The same clock.
    QVERIFY(std::chrono::abs(facts->clockAhead)
        <= facts->clockUncertainty + std::chrono::milliseconds(5));
    QCOMPARE(sshd->connections(), 1);
}

QTEST_GUILESS_MAIN(TestServerSurvey)
#include "tst_serversurvey.moc"
