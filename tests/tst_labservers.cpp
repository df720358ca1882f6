#include "support/labconsole.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
// A version can fail on one server alone: where its name is in a file.
const QByteArray soundToml = R"toml(
[health]
timeout = "60s"

[[smoke]]
name = "sound"
kind = "command"
command = ["sh", "-c", "! grep -qsf /srv/sick .env"]
tries = 1

[rollback]
on_failure = "automatic"
)toml";
const QByteArray services = R"yaml(
services:
  web:
    image: 10.66.0.1:5000/invex/web:VERSION
    init: true
    restart: unless-stopped
    environment: {GREETING: "GREETS"}
    healthcheck: &health
      test: [CMD, grep, -q, '"healthy"', /var/www/health]
      interval: 1s
      timeout: 2s
      retries: 3
  bank-advisor:
    image: 10.66.0.1:5000/invex/bank-advisor:VERSION
    init: true
    restart: unless-stopped
    healthcheck: *health
)yaml";
} // namespace

// A stack on two servers of the lab, one from a repository, and a server that goes down; deployed
// by atalayactl.
class TestLabServers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void bothAreDeployed();
    void laterServerFailsAndIsRetried();
    void laterServerFailsAndAllReturn();
    void firstServerFails();
    void oneOfAWaveFails();
    void serverGoesDownMidRun();
    void commitIsCheckedOutThere();

private:
    ProgramHome::Answer run(const QStringList &arguments) { return m_console->run(arguments); }
    void writeInto(const QString &folder, const QString &name, const QByteArray &text);
    // Of these servers, in this order, so many at once.
    void pair(const QByteArray &servers, int atOnce);
    void version(const QByteArray &version)
    {
        writeInto(m_pair.path(), u".env"_s, "VERSION=" + version + "\nGREETING=hola\n");
    }
    void sicken(const QString &server, const QString &version)
    {
        m_lab->on(server, u"echo VERSION=%1 >/srv/sick"_s.arg(version));
    }
    void cure(const QString &server) { m_lab->on(server, u"rm -f /srv/sick"_s); }
    // Containers of the stack, with what they are of: "bank-advisor:1.0.0 web:1.0.0 ".
    [[nodiscard]] QByteArray running(
        const QString &server, const QString &project = u"pair"_s) const
    {
        return m_lab->on(server,
            u"docker ps --filter health=healthy --filter label=com.docker.compose.project="_s
                + project + u" --format '{{.Image}}' | sort | sed 's|.*/||' | tr '\\n' ' '"_s);
    }
    static QByteArray all(const QByteArray &version)
    {
        return "bank-advisor:" + version + " web:" + version + ' ';
    }
    [[nodiscard]] QByteArray ids(const QString &server) const
    {
        return m_lab->on(server, u"docker ps -q --no-trunc | sort"_s);
    }
    // "a succeeded all-new, b rolled-back all-old: mixed"
    static QString verdict(const ProgramHome::Answer &answer);
    QByteArray git(const QStringList &arguments);

    std::unique_ptr<Lab> m_lab;
    std::unique_ptr<LabConsole> m_console;
    QTemporaryDir m_pair;
    QTemporaryDir m_clone;
};

void TestLabServers::initTestCase()
{
    if (const QByteArray why = Lab::absent(); !why.isEmpty())
        QSKIP(why.constData());
    m_lab = std::make_unique<Lab>();
    m_lab->run({u"up"_s}, 900'000); // builds the root file system where none is kept yet
    m_lab->run({u"host"_s, u"a"_s, u"10.66.0.11"_s});
    m_lab->run({u"host"_s, u"b"_s, u"10.66.0.12"_s});
    m_console = std::make_unique<LabConsole>(*m_lab);
    EXPECT_EXIT(run({u"servers"_s, u"add"_s, u"a"_s}), 0);
    EXPECT_EXIT(run({u"servers"_s, u"add"_s, u"b"_s}), 0);
    QByteArray compose = services;
    writeInto(m_pair.path(),
        u"compose.yml"_s,
        compose.replace("VERSION", "${VERSION}").replace("GREETS", "${GREETING}"));
}

void TestLabServers::cleanupTestCase()
{
    m_console.reset();
    m_lab.reset();
}

void TestLabServers::writeInto(const QString &folder, const QString &name, const QByteArray &text)
{
    QFile file(folder + u'/' + name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(text);
}

void TestLabServers::pair(const QByteArray &servers, int atOnce)
{
    writeInto(m_pair.path(),
        u"atalaya.toml"_s,
        "stack = \"pair\"\nproject = \"pair\"\nproduction = false\nservers = [" + servers
            + "]\nservers_at_once = " + QByteArray::number(atOnce)
            + "\ndirectory = \"/srv/pair\"\ncompose = [\"compose.yml\"]\nenv_file = \".env\"\n\n"
              "[version]\nvariable = \"VERSION\"\n"
            + soundToml);
    m_console->trust(m_pair.path());
}

QString TestLabServers::verdict(const ProgramHome::Answer &answer)
{
    const QJsonObject verdict = answer.object(u"result"_s).value(u"verdict"_s).toObject();
    QStringList words;
    for (const QJsonValue &value : verdict.value(u"servers"_s).toArray()) {
        const QJsonObject one = value.toObject();
        words.append(u"%1 %2 %3"_s.arg(one.value(u"server"_s).toString(),
            one.value(u"reported"_s).toString(),
            one.value(u"reality"_s).toString()));
    }
    return words.join(u", "_s) + u": "_s + verdict.value(u"reality"_s).toString();
}

void TestLabServers::bothAreDeployed()
{
    version("1.0.0");
    pair("\"a\", \"b\"", 2);
    const ProgramHome::Answer deployed = run({u"deploy"_s, u"pair"_s});
    EXPECT_EXIT(deployed, 0);
    QCOMPARE(verdict(deployed), u"a succeeded all-new, b succeeded all-new: all-new"_s);
    QCOMPARE(running(u"a"_s), all("1.0.0"));
    QCOMPARE(running(u"b"_s), all("1.0.0"));
}

// What runs on the first one is right, and has served since: it stays, and that is told.
void TestLabServers::laterServerFailsAndIsRetried()
{
    pair("\"a\", \"b\"", 1);
    version("1.1.0");
    sicken(u"b"_s, u"1.1.0"_s);
    const ProgramHome::Answer failed = run({u"deploy"_s, u"pair"_s});
    EXPECT_EXIT(failed, 1);
    QCOMPARE(verdict(failed), u"a succeeded all-new, b rolled-back all-old: mixed"_s);
    QCOMPARE(running(u"a"_s), all("1.1.0"));
    QCOMPARE(running(u"b"_s), all("1.0.0"));
    const QByteArray told = m_console->told({u"show"_s, u"pair"_s}).out;
    QVERIFY2(told.contains("a: All is well: all services run 1.1.0 and are healthy."),
        told.right(2000).constData());
    QVERIFY2(told.contains("b: Rolled back: 1.0.0 serves again."), told.right(2000).constData());
    cure(u"b"_s);
    const QByteArray before = ids(u"a"_s);
    const ProgramHome::Answer retried = run({u"retry"_s, u"pair"_s});
    EXPECT_EXIT(retried, 0);
    QCOMPARE(verdict(retried), u"a succeeded all-new, b succeeded all-new: all-new"_s);
    QCOMPARE(retried.object(u"result"_s).value(u"deployment"_s),
        failed.object(u"result"_s).value(u"deployment"_s));
    QCOMPARE(running(u"b"_s), all("1.1.0"));
    QCOMPARE(ids(u"a"_s), before); // there was nothing to do
}

void TestLabServers::laterServerFailsAndAllReturn()
{
    version("1.3.0");
    sicken(u"b"_s, u"1.3.0"_s);
    const ProgramHome::Answer failed = run({u"deploy"_s, u"pair"_s});
    EXPECT_EXIT(failed, 1);
    QCOMPARE(verdict(failed), u"a succeeded all-new, b rolled-back all-old: mixed"_s);
    cure(u"b"_s);
    const QByteArray before = ids(u"b"_s);
    const ProgramHome::Answer back = run({u"roll-back"_s, u"pair"_s});
    EXPECT_EXIT(back, 0);
    QCOMPARE(running(u"a"_s), all("1.1.0"));
    QCOMPARE(running(u"b"_s), all("1.1.0"));
    QCOMPARE(ids(u"b"_s), before);
}

void TestLabServers::firstServerFails()
{
    pair("\"b\", \"a\"", 1);
    sicken(u"b"_s, u"1.3.0"_s);
    const QByteArray before = ids(u"a"_s);
    const ProgramHome::Answer failed = run({u"deploy"_s, u"pair"_s});
    cure(u"b"_s);
    EXPECT_EXIT(failed, 1);
    QCOMPARE(verdict(failed), u"b rolled-back all-old, a cancelled all-old: all-old"_s);
    const QByteArray told = m_console->told({u"show"_s, u"pair"_s}).out;
    QVERIFY2(told.contains("a: It was not begun"), told.right(2000).constData());
    QCOMPARE(running(u"b"_s), all("1.1.0"));
    QCOMPARE(ids(u"a"_s), before);
}

void TestLabServers::oneOfAWaveFails()
{
    pair("\"b\", \"a\"", 2);
    sicken(u"b"_s, u"1.3.0"_s);
    const ProgramHome::Answer failed = run({u"deploy"_s, u"pair"_s});
    cure(u"b"_s);
    EXPECT_EXIT(failed, 1);
    // Each comes to its own end.
    QCOMPARE(verdict(failed), u"b rolled-back all-old, a succeeded all-new: mixed"_s);
    QCOMPARE(running(u"a"_s), all("1.3.0"));
    QCOMPARE(running(u"b"_s), all("1.1.0"));
}

// The console follows: it finds the server again, has the run go on, and tells how it ended.
void TestLabServers::serverGoesDownMidRun()
{
    const std::unique_ptr<QProcess> process =
        m_console->begin({u"--json"_s, u"retry"_s, u"pair"_s});
    process->closeWriteChannel();
    LabConsole::Told told;
    while (!told.hasBegun(u"update-service"_s) && told.next(*process)) { }
    m_lab->run({u"crash"_s, u"b"_s});
    m_lab->run({u"boot"_s, u"b"_s});
    ProgramHome::Answer answer = ProgramHome::answerOf(*process, 300'000);
    answer.out.prepend(told.out());
    EXPECT_EXIT(answer, 0);
    QCOMPARE(verdict(answer), u"b succeeded all-new, a succeeded all-new: all-new"_s);
    QCOMPARE(running(u"b"_s), all("1.3.0"));
    QCOMPARE(m_console->missing(u"b"_s, u"/srv/pair"_s, u"pair"_s), QByteArray());
}

QByteArray TestLabServers::git(const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GIT_SSH_COMMAND"_s,
        u"nsenter --net=/run/netns/%1 ssh -F %2"_s.arg(
            m_lab->net(), m_lab->path(u"lab/ssh_config"_s)));
    for (const QString &who : {u"AUTHOR"_s, u"COMMITTER"_s}) {
        environment.insert(u"GIT_%1_NAME"_s.arg(who), u"ana"_s);
        environment.insert(u"GIT_%1_EMAIL"_s.arg(who), u"ana@example.com"_s);
    }
    environment.insert(u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s);
    environment.insert(u"GIT_CONFIG_SYSTEM"_s, u"/dev/null"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"git"_s, QStringList{u"-C"_s, m_clone.path()} + arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        QTest::qFail(process.readAll().constData(), __FILE__, __LINE__);
    return process.readAll().trimmed();
}

void TestLabServers::commitIsCheckedOutThere()
{
    const auto commit = [this](const QByteArray &version, const QByteArray &retries) {
        QByteArray compose = services;
        compose.replace("VERSION", version).replace("GREETS", "hola");
        writeInto(m_clone.path(), u"compose.yml"_s, compose.replace("retries: 3", retries));
        git({u"add"_s, u"atalaya.toml"_s, u"compose.yml"_s});
        git({u"commit"_s, u"-q"_s, u"-m"_s, QString::fromLatin1(version)});
        git({u"push"_s, u"-q"_s, u"a:/srv/repository.git"_s, u"HEAD:main"_s});
        return git({u"rev-parse"_s, u"HEAD"_s});
    };
    const auto there = [this] {
        return m_lab->on(u"a"_s, u"git -C /srv/cloned rev-parse HEAD"_s).trimmed();
    };
    git({u"init"_s, u"-q"_s, u"-b"_s, u"main"_s});
    writeInto(m_clone.path(),
        u"atalaya.toml"_s,
        "stack = \"cloned\"\nproject = \"cloned\"\nproduction = false\nservers = [\"a\"]\n"
        "directory = \"/srv/cloned\"\ncompose = [\"compose.yml\"]\n\n[source]\nmode = \"git\"\n"
        "branch = \"main\"\n"
            + soundToml);
    m_lab->on(u"a"_s, u"git init -q --bare -b main /srv/repository.git"_s);
    const QByteArray first = commit("1.0.0", "retries: 3");
    m_lab->on(u"a"_s, u"git clone -q /srv/repository.git /srv/cloned"_s);
    m_console->trust(m_clone.path());
    EXPECT_EXIT(run({u"deploy"_s, u"cloned"_s}), 0);
    QCOMPARE(there(), first);
    QCOMPARE(running(u"a"_s, u"cloned"_s), all("1.0.0"));

    const QByteArray second = commit("1.1.0", "retries: 3");
    m_console->trust(m_clone.path());
    EXPECT_EXIT(run({u"deploy"_s, u"cloned"_s}), 0);
    QCOMPARE(there(), second);
    QCOMPARE(running(u"a"_s, u"cloned"_s), all("1.1.0"));
    const QByteArray before = ids(u"a"_s);
    EXPECT_EXIT(run({u"deploy"_s, u"cloned"_s}), 0);
    QCOMPARE(ids(u"a"_s), before);

    // Only what compose makes of the files has changed.
    const QByteArray third = commit("1.1.0", "retries: 4");
    m_console->trust(m_clone.path());
    EXPECT_EXIT(run({u"deploy"_s, u"cloned"_s}), 0);
    QCOMPARE(there(), third);
    QCOMPARE(m_lab->on(u"a"_s,
                 u"docker inspect --format '{{.Config.Healthcheck.Retries}}' cloned-web-1"_s),
        QByteArray("4\n"));

    EXPECT_EXIT(run({u"roll-back"_s, u"cloned"_s}), 0);
    QCOMPARE(there(), second);
    EXPECT_EXIT(
        run({u"roll-back"_s, u"cloned"_s, u"--to"_s, QString::fromLatin1(first.left(10))}), 0);
    QCOMPARE(there(), first);
    QCOMPARE(running(u"a"_s, u"cloned"_s), all("1.0.0"));
    // A commit that nobody has pushed is not there.
    git({u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"kept"_s});
    EXPECT_EXIT(run({u"deploy"_s, u"cloned"_s}), 1);
    QCOMPARE(there(), first);
    QCOMPARE(running(u"a"_s, u"cloned"_s), all("1.0.0"));
}

QTEST_GUILESS_MAIN(TestLabServers)
#include "tst_labservers.moc"
