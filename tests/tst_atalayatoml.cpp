#include "config/atalayatoml.h"
#include "config/stackcommands.h"
#include "config/stackversion.h"
#include "support/stackfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QByteArray good = "stack = \"a\"\n"
                        "servers = [\"one\"]\n"
                        "directory = \"/srv/a\"\n"
                        "compose = [\"compose.yml\"]\n"
                        "[[smoke]]\nkind = \"tcp\"\naddress = \"127.0.0.1:80\"\n";

QString tomlFinding(const ConfigFinding &finding)
{
    QString line = u"%1 %2 %3:%4 %5"_s.arg(configSeverityName(finding.severity),
        configCodeName(finding.code),
        QString::number(finding.line),
        QString::number(finding.column),
        finding.path);
    if (!finding.arguments.isEmpty())
        line += QString(u" ("_s + finding.arguments.join(u"; "_s) + u')');
    return line;
}

QStringList toldOf(const QList<StackFinding> &findings)
{
    QStringList all;
    for (const StackFinding &finding : findings)
        all.append(QString(finding.file + u": "_s + configSeverityName(finding.finding.severity)
            + u' ' + configCodeName(finding.finding.code) + u' '
            + finding.finding.arguments.join(u"; "_s)));
    return all;
}
} // namespace

// atalaya.toml: what it says, what is said of it, how it is written.
class TestAtalayaToml final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tells_data();
    void tells();
    void readsTheFieldCases();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void changesInPlace_data();
    void changesInPlace();
    void freezes_data();
    void freezes();
    void aGoodProjectIsInOrder();
    void projectsAreChecked_data();
    void projectsAreChecked();
    void practicesAreRefused();
    void versionsAreWrittenInPlace();
    void commandsAreListed();
    void nothingIsReadByAShell();

private:
    StackProject m_invex;
    StackProject m_gad;
    QByteArray m_invexText;
    QByteArray m_gadText;
};

void TestAtalayaToml::initTestCase()
{
    const QString invex = QFINDTESTDATA("data/stacks/invex");
    const QString gad = QFINDTESTDATA("data/stacks/gad");
    m_invexText = StackFixture::fileIn(invex, u"atalaya.toml"_s);
    m_gadText = StackFixture::fileIn(gad, u"atalaya.toml"_s);
    m_invex = StackFixture::invex(invex);
    m_gad = StackFixture::gad(gad);
}

void TestAtalayaToml::tells_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &more, const QStringList &expected) {
        QTest::newRow(name) << QByteArray(good + more) << expected;
    };
    QTest::newRow("nothing") << QByteArray("")
                             << QStringList{
                                    u"error missing-key 1:1 stack (stack)"_s,
                                    u"error missing-key 1:1 servers (servers)"_s,
                                    u"error missing-key 1:1 directory (directory)"_s,
                                    u"error missing-key 1:1 compose (compose)"_s,
                                    u"note stack-nothing-looked 1:1 "_s,
                                };
    QTest::newRow("unknown key") << QByteArray("serverz = [\"a\"]\n" + good)
                                 << QStringList{u"error stack-unknown-key 1:1 serverz (servers)"_s};
    QTest::newRow("wrong kinds of the top")
        << QByteArray("stack = 1\nservers = \"one\"\ndirectory = [\"/srv/a\"]\n"
                      "compose = []\nproduction = \"no\"\nservers_at_once = \"2\"\n"
                      "[[smoke]]\nkind = \"tcp\"\naddress = \"a:1\"\n")
        << QStringList{u"error not-text 1:1 stack"_s,
               u"error not-list 2:1 servers"_s,
               u"error not-text 3:1 directory"_s,
               u"error stack-empty 4:1 compose"_s,
               u"error not-boolean 5:1 production"_s,
               u"error not-whole-number 6:1 servers_at_once"_s};
    QTest::newRow("names that programs would take for options")
        << QByteArray("stack = \"-a\"\nservers = [\"-oProxyCommand=x\"]\ndirectory = \"-x\"\n"
                      "compose = [\"-f\"]\nenv_file = \"--env\"\nservices = [\"-d\"]\n"
                      "[[smoke]]\nkind = \"command\"\ncommand = [\"-x\"]\n")
        << QStringList{u"error stack-leading-dash 1:1 stack (-a)"_s,
               u"error stack-leading-dash 2:12 servers[0] (-oProxyCommand=x)"_s,
               u"error stack-leading-dash 3:1 directory (-x)"_s,
               u"error stack-leading-dash 4:12 compose[0] (-f)"_s,
               u"error stack-leading-dash 5:1 env_file (--env)"_s,
               u"error stack-leading-dash 6:13 services[0] (-d)"_s,
               u"error stack-leading-dash 9:1 smoke[0].command (-x)"_s};
    QTest::newRow("paths that leave the project")
        << QByteArray("stack = \"a\"\nservers = [\"one\"]\ndirectory = \"srv/a\"\n"
                      "compose = [\"../compose.yml\", \"/etc/compose.yml\", \"a/../../b.yml\"]\n"
                      "env_file = \"~/.env\"\n[[smoke]]\nkind = \"tcp\"\naddress = \"a:1\"\n")
        << QStringList{u"error stack-not-absolute 3:1 directory (srv/a)"_s,
               u"error stack-outside 4:12 compose[0] (../compose.yml)"_s,
               u"error stack-outside 4:30 compose[1] (/etc/compose.yml)"_s,
               u"error stack-outside 4:50 compose[2] (a/../../b.yml)"_s,
               u"error stack-outside 5:1 env_file (~/.env)"_s};
    row("too many at once",
        "[health]\ntimeout = \"3h\"\n",
        {u"error stack-out-of-range 9:1 health.timeout (3h; 1s; 2h0m0s)"_s});
    row("no duration",
        "[health]\ntimeout = \"soon\"\n",
        {u"error not-duration 9:1 health.timeout"_s});
    row("migration without backup",
        "[migrate]\nservice = \"api\"\ncommand = \"alembic upgrade head\"\n",
        {u"warning stack-no-backup 8:1 migrate"_s});
    row("a line for a shell",
        "[migrate]\nservice = \"api\"\ncommand = \"a && b\"\n",
        {u"warning stack-no-backup 8:1 migrate"_s,
            u"warning stack-shell-command 10:1 migrate.command (&&)"_s});
    row("a restart",
        "[[smoke]]\nkind = \"command\"\ncommand = \"docker compose restart web\"\n",
        {u"error stack-restart 10:1 smoke[1].command"_s});
    row("open quote",
        "[[smoke]]\nkind = \"command\"\ncommand = \"echo 'a\"\n",
        {u"error bad-command 10:1 smoke[1].command (a quote is not closed: echo 'a)"_s});
    row("backup of no kind",
        "[[backup]]\nkind = \"pgdump\"\nservice = \"db\"\ndatabase = \"a\"\n",
        {u"error stack-not-one-of 9:1 backup[0].kind (pgdump; pg_dump, mongodump, command)"_s});
    row("backup without database, nothing counted",
        "[[backup]]\nkind = \"pg_dump\"\nservice = \"db\"\nverify = \"restore\"\n",
        {u"error missing-key 8:1 backup[0].database (database)"_s,
            u"error stack-restore-uncounted 11:1 backup[0].verify ()"_s});
    row("mongodump cannot be restored aside",
        "[[backup]]\nkind = \"mongodump\"\nservice = \"db\"\ndatabase = \"a\"\nverify = "
        "\"schema\"\n",
        {u"error stack-key-not-for-kind 12:1 backup[0].verify (verify; kind = \"mongodump\")"_s});
    row("backup by a command without a way back",
        "[[backup]]\nkind = \"command\"\nservice = \"db\"\ncommand = \"dump\"\ndatabase = \"a\"\n",
        {u"warning stack-no-way-back 8:1 backup[0]"_s,
            u"error stack-key-not-for-kind 12:1 backup[0].database (database; kind = "
            "\"command\")"_s});
    row("the same backup twice",
        "[[backup]]\nkind = \"mongodump\"\nservice = \"db\"\ndatabase = \"a\"\n"
        "[[backup]]\nkind = \"mongodump\"\nservice = \"db\"\ndatabase = \"a\"\n",
        {u"error stack-twice 12:1 backup[1].name (a)"_s});
    row("restored by itself without a backup",
        "[rollback]\ndatabase = \"automatic\"\n",
        {u"error stack-nothing-to-restore 9:1 rollback.database"_s,
            u"warning stack-restore-asks 9:1 rollback.database"_s});
    row("smoke test with keys of another kind",
        "[[smoke]]\nkind = \"http\"\naddress = \"a:1\"\n",
        {u"error missing-key 8:1 smoke[1].url (url)"_s,
            u"error stack-key-not-for-kind 10:1 smoke[1].address (address; kind = \"http\")"_s});
    row("address with a password",
        "[[smoke]]\nkind = \"http\"\nurl = \"http://a:b@c/\"\nstatus = [200, 1000]\n",
        {u"error stack-not-url 10:1 smoke[1].url (http; https)"_s,
            u"error stack-out-of-range 11:16 smoke[1].status[1] (1000; 100; 599)"_s});
    row("watched without an address, by another protocol, and twice",
        "[[probe]]\n[[probe]]\nurl = \"tcp://a:1\"\n[[probe]]\nurl = \"http://a\"\n"
        "[[probe]]\nurl = \"http://a\"\nevery = \"2m\"\n",
        {u"error missing-key 8:1 probe[0].url (url)"_s,
            u"error stack-not-url 10:1 probe[1].url (http; https)"_s,
            u"error stack-twice 14:1 probe[3].url (http://a)"_s,
            u"error stack-out-of-range 15:1 probe[3].every (2m; 1s; 1m0s)"_s});
    row("no port",
        "[[smoke]]\nkind = \"tcp\"\naddress = \"localhost:99999\"\n",
        {u"error stack-not-address 10:1 smoke[1].address (localhost:99999)"_s});
    row("data without a limit, and with both",
        "[[data]]\nservice = \"db\"\ndatabase = \"a\"\nsql = \"SELECT 1\"\n"
        "[[data]]\nservice = \"db\"\ndatabase = \"a\"\nsql = \"SELECT 1\"\nminimum = 1\nexactly = "
        "1\n",
        {u"error stack-neither 8:1 data[0] (minimum; exactly)"_s,
            u"error stack-either 17:1 data[1].exactly (minimum; exactly)"_s});
    row("version in two places",
        "[version]\nvariable = \"V\"\nfile = \"other.yml\"\n",
        {u"error missing-key 9:1 version.variable (env_file)"_s,
            u"error stack-either 10:1 version.file (variable; file)"_s});
    row("git has its own keys",
        "[source]\nmode = \"upload\"\nbranch = \"main\"\n",
        {u"error stack-key-not-for-kind 10:1 source.branch (branch; mode = \"upload\")"_s});
    row("frozen for ever, and nowhere",
        "[[freeze]]\ndays = [\"mon-sun\", \"someday\"]\nfrom = \"24:00\"\nzone = "
        "\"Mars/Olympus\"\n",
        {u"warning stack-frozen-always 8:1 freeze[0]"_s,
            u"error stack-not-one-of 9:20 freeze[0].days[1] (someday; mon, tue, wed, thu, fri, "
            "sat, sun)"_s,
            u"error stack-not-time 10:1 freeze[0].from (24:00)"_s,
            u"error stack-no-zone 11:1 freeze[0].zone (Mars/Olympus)"_s});
    row("one table where a list is wanted",
        "[backup]\nkind = \"pg_dump\"\n",
        {u"error not-list-of-tables 8:1 backup"_s});
}

void TestAtalayaToml::tells()
{
    QFETCH(QByteArray, text);
    QStringList told;
    for (const ConfigFinding &finding : readAtalayaToml(text).findings)
        told.append(tomlFinding(finding));
    QFETCH(QStringList, expected);
    QCOMPARE(told, expected);
}

void TestAtalayaToml::readsTheFieldCases()
{
    const AtalayaToml &invex = m_invex.toml;
    QVERIFY(invex.findings.isEmpty());
    QCOMPARE(invex.compose.size(), 3);
    QCOMPARE(invex.version.variable, u"INVEX_VERSION"_s);
    QCOMPARE(invex.migration->command, (QStringList{u"alembic"_s, u"upgrade"_s, u"head"_s}));
    QCOMPARE(invex.migration->timeout, 900s);
    QCOMPARE(invex.backups.size(), 2);
    QCOMPARE(invex.backups.at(0).verify, StackBackup::Verify::Restore);
    QCOMPARE(invex.data.at(0).minimum, std::optional<qint64>(7320));
    QCOMPARE(invex.data.at(1).exactly, std::optional<qint64>(54));
    QCOMPARE(invex.smoke.at(0).json.value(u"status"_s).toString(), u"healthy"_s);
    QCOMPARE(invex.rollback, AtalayaToml::Answer::Automatic);
    QCOMPARE(invex.databaseRestore, AtalayaToml::Answer::Ask);

    const AtalayaToml &gad = m_gad.toml;
    QVERIFY(gad.findings.isEmpty());
    QCOMPARE(gad.atOnce, 2);
    QCOMPARE(gad.source, AtalayaToml::Source::Git);
    QCOMPARE(gad.prune->olderThan, 48h);
    QVERIFY(gad.prune->all);
    QCOMPARE(gad.smoke.at(2).kind, SmokeTest::Kind::WebSocket);
    QCOMPARE(gad.freezes.at(0).days, QList<int>{5});
    QCOMPARE(gad.probes, (QList<DeskProbe>{{u"https://grupogad.example/health"_s, 1s, 2s}}));
}

void TestAtalayaToml::writesWhatItReads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("invex") << m_invexText;
    QTest::newRow("gad") << m_gadText;
    QTest::newRow("small") << good;
}

void TestAtalayaToml::writesWhatItReads()
{
    QFETCH(QByteArray, text);
    const AtalayaToml toml = readAtalayaToml(text);
    const QByteArray plain = writeAtalayaToml(toml);
    const QByteArray commented =
        writeAtalayaToml(toml, [](const QString &path) { return QString(u"about "_s + path); });
    QVERIFY(readAtalayaToml(plain).findings.isEmpty());
    QVERIFY(readAtalayaToml(plain).saysTheSameAs(toml));
    QVERIFY(readAtalayaToml(commented).saysTheSameAs(toml));
    QVERIFY(!plain.contains('#'));
    QVERIFY(commented.contains("# about servers\nservers = "));
    QVERIFY(commented.contains("# about smoke\n[[smoke]]\n"));
}

void TestAtalayaToml::changesInPlace_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto row = [this](const char *name, const QByteArray &from, const QByteArray &to) {
        QVERIFY2(m_invexText.contains(from), name);
        QTest::newRow(name) << from << to;
    };
    row("a value", "directory = \"/srv/invex\"", "directory = \"/opt/invex\"");
    row("a list", "[\"backend\", \"web\",", "[\"web\",");
    row("a value of a section", "timeout = \"15m\"", "timeout = \"20m\"");
    row("a value of an entry", "minimum = 7320", "minimum = 8000");
    row("nothing", "stack = \"invex\"", "stack = \"invex\"");
    row("an answer", "on_failure = \"automatic\"", "on_failure = \"ask\"");
}

void TestAtalayaToml::changesInPlace()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QByteArray wanted = m_invexText;
    wanted.replace(from, to);
    const AtalayaToml toml = readAtalayaToml(wanted);
    const Result<QByteArray> changed = updatedAtalayaToml(m_invexText, toml);
    QVERIFY2(changed, changed ? "" : qPrintable(changed.error().detail));
    QVERIFY(readAtalayaToml(*changed).saysTheSameAs(toml));
    // All lines but the one that says it are as they were.
    const QList<QByteArray> before = m_invexText.split('\n');
    const QList<QByteArray> after = changed->split('\n');
    int differing = 0;
    for (qsizetype i = 0; i < std::min(before.size(), after.size()); ++i)
        differing += before.at(i) == after.at(i) ? 0 : 1;
    QVERIFY(differing <= 2);
    QVERIFY(changed->startsWith("# Field case C"));
}

void TestAtalayaToml::freezes_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("until"); // empty: it is not frozen
    // From Friday 18:00 to Saturday 08:00, three hours behind UTC.
    QTest::newRow("friday noon") << u"2026-11-27T15:00:00Z"_s << QString();
    QTest::newRow("friday evening") << u"2026-11-27T21:00:00Z"_s << u"2026-11-28T11:00:00Z"_s;
    QTest::newRow("just before") << u"2026-11-27T20:59:59Z"_s << QString();
    QTest::newRow("over midnight") << u"2026-11-28T05:00:00Z"_s << u"2026-11-28T11:00:00Z"_s;
    QTest::newRow("its end") << u"2026-11-28T11:00:00Z"_s << QString();
    QTest::newRow("saturday evening") << u"2026-11-28T22:00:00Z"_s << QString();
}

void TestAtalayaToml::freezes()
{
    QFETCH(QString, at);
    QFETCH(QString, until);
    const QDateTime time = QDateTime::fromString(at, Qt::ISODate);
    const FreezeWindow *window = m_gad.toml.frozenAt(time);
    QCOMPARE(window != nullptr, !until.isEmpty());
    if (window)
        QCOMPARE(window->endOf(time).toString(Qt::ISODate), until);
}

void TestAtalayaToml::aGoodProjectIsInOrder()
{
    QCOMPARE(toldOf(checkStack(m_invex)), QStringList());
    QCOMPARE(toldOf(checkStack(m_gad)), QStringList());
}

void TestAtalayaToml::projectsAreChecked_data()
{
    QTest::addColumn<QByteArray>("from"); // of atalaya.toml, compose or env, whichever has it
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("expected");
    QTest::newRow("unknown service")
        << QByteArray("\"file-manager\"]") << QByteArray("\"file-manger\"]")
        << u"atalaya.toml: error compose-unknown-service file-manger; file-manager"_s;
    QTest::newRow("unused version variable")
        << QByteArray("variable = \"INVEX_VERSION\"") << QByteArray("variable = \"VERSION\"")
        << u"atalaya.toml: error stack-version-unused VERSION"_s;
    QTest::newRow("left at the old version")
        << QByteArray("\"bank-advisor\", \"file-manager\"]") << QByteArray("\"bank-advisor\"]")
        << u"atalaya.toml: warning stack-not-recreated file-manager; INVEX_VERSION"_s;
    QTest::newRow("missing file") << QByteArray("\"docker-compose.prod.yml\"")
                                  << QByteArray("\"compose.prod.yml\"")
                                  << u"atalaya.toml: error stack-file-missing compose.prod.yml"_s;
    QTest::newRow("placeholder") << QByteArray("STORAGE_KEY=not-a-real-value-either")
                                 << QByteArray("STORAGE_KEY=CAMBIAR_POR_CLAVE")
                                 << u"envs/.env: error placeholder STORAGE_KEY"_s;
    QTest::newRow("variable not set")
        << QByteArray("ALLOWED_HOSTS=invex.example,www.invex.example\n") << QByteArray()
        << u"docker-compose.yml: error variable-required ALLOWED_HOSTS"_s;
    QTest::newRow("list as JSON") << QByteArray("ALLOWED_HOSTS=invex.example,www.invex.example")
                                  << QByteArray("ALLOWED_HOSTS=[\"invex.example\"]")
                                  << u"envs/.env: warning json-list ALLOWED_HOSTS"_s;
}

void TestAtalayaToml::projectsAreChecked()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, expected);
    const QString folder = QFINDTESTDATA("data/stacks/invex");
    QByteArray toml = m_invexText;
    QByteArray env = StackFixture::fileIn(folder, u"envs/example.env"_s);
    QVERIFY(toml.contains(from) || env.contains(from));
    toml.replace(from, to);
    env.replace(from, to);
    StackProject project = StackFixture::withToml(m_invex, toml);
    project.env = EnvSource{u"envs/.env"_s, readDotEnv(env)};
    const QStringList told = toldOf(checkStack(project));
    QVERIFY2(told.contains(expected), qPrintable(told.join(u'\n')));

    // The same with what lies around it.
    StackProject other = m_invex;
    other.env.reset();
    QVERIFY(toldOf(checkStack(other))
                .contains(u"atalaya.toml: error stack-env-file-missing envs/.env"_s));
    other = m_invex;
    other.tracked.insert(u"envs/.env"_s);
    QVERIFY(toldOf(checkStack(other)).contains(u"envs/.env: warning env-tracked .env"_s));
}

// Field case C4, with what only the two files together tell.
void TestAtalayaToml::practicesAreRefused()
{
    const QByteArray compose = "services:\n"
                               "  web:\n    build: .\n    environment:\n"
                               "      SECRET_KEY: ${SECRET_KEY:-dev-secret-1234}\n"
                               "  db:\n    image: postgres:latest\n    ports: [\"5432:5432\"]\n";
    StackProject project;
    project.tomlName = u"atalaya.toml"_s;
    project.compose = readCompose({{u"compose.yml"_s, compose}});
    project.present = {u"compose.yml"_s};
    const auto told = [&project](const QByteArray &more) {
        project.toml = readAtalayaToml(more + good);
        return toldOf(checkStack(project));
    };
    const QStringList production = told({});
    for (const QString &expected : {u"compose.yml: error stack-built web"_s,
             u"compose.yml: warning compose-secret-default SECRET_KEY"_s,
             u"compose.yml: warning compose-latest db; postgres:latest"_s,
             u"compose.yml: warning compose-database-port db; 5432; 5432"_s})
        QVERIFY2(production.contains(expected), qPrintable(production.join(u'\n')));
    QVERIFY(told("production = false\n").contains(u"compose.yml: warning stack-built web"_s));
    // What is not deployed is not refused for how it is built.
    QVERIFY(told("services = [\"db\"]\n").contains(u"compose.yml: warning compose-build web"_s));
}

void TestAtalayaToml::versionsAreWrittenInPlace()
{
    const QByteArray env = "# versions\r\nA=1\r\nV=1.0 # now\r\nB=2\r\n";
    QCOMPARE(*envWithVersion(env, u"V"_s, u"1.1"_s),
        QByteArray("# versions\r\nA=1\r\nV=1.1\r\nB=2\r\n"));
    QCOMPARE(*envWithVersion("A=1", u"V"_s, u"1.1"_s), QByteArray("A=1\nV=1.1\n"));
    QVERIFY(!envWithVersion(env, u"V"_s, u"1.1 && rm"_s));
    const QByteArray compose = "services:\n"
                               "  a:\n    image: \"registry.example:5000/x/a:1.0\"  # the first\n"
                               "  b:\n    image: registry.example:5000/x/b:1.0\n"
                               "  c:\n    image: postgres@sha256:1234\n";
    QByteArray wanted = compose;
    wanted.replace("a:1.0", "a:2.0").replace("b:1.0", "b:2.0");
    QCOMPARE(*composeWithVersion(compose, u"2.0"_s), wanted);
    QVERIFY(!composeWithVersion("services:\n  a:\n    image: nothing\n", u"2.0"_s));

    QCOMPARE(stackVersioned(m_invex.toml, m_invex.compose),
        (QStringList{u"backend"_s, u"bank-advisor"_s, u"file-manager"_s, u"web"_s}));
    QCOMPARE(stackVersionIn(m_invex.toml, m_invex.compose, &m_invex.env->file), u"1.4.0"_s);
    QCOMPARE(imageName(u"r.example:5000/a"_s).tag, QString());
    QCOMPARE(imageName(u"r.example:5000/a:1@sha256:x"_s).tag, u"1"_s);
}

void TestAtalayaToml::commandsAreListed()
{
    const QList<StackCommand> commands = stackCommands(m_invex.toml, m_invex.compose);
    QStringList places;
    for (const StackCommand &command : commands)
        places.append(command.place);
    QCOMPARE(places.mid(0, 6),
        (QStringList{u"migrate"_s,
            u"backup[0]"_s,
            u"backup[1]"_s,
            u"data[0]"_s,
            u"data[1]"_s,
            u"data[2]"_s}));
    QVERIFY(places.contains(u"services.backend.healthcheck"_s));
    QCOMPARE(commands.constFirst().text,
        u"docker compose --project-name invex --env-file envs/.env -f docker-compose.yml -f "
        "docker-compose.prod.yml -f docker-compose.registry.yml run --rm --no-deps -T bank-advisor "
        "alembic upgrade head"_s);
    const QString hash = stackContentHash(m_invexText, commands);
    QCOMPARE(stackContentHash(m_invexText, commands), hash);
    QList<StackCommand> others = commands;
    others.first().text += u"s"_s;
    QVERIFY(stackContentHash(m_invexText, others) != hash);
    QVERIFY(stackContentHash(m_gadText, commands) != hash);
}

// What comes from files is an argument of its own, wherever it goes.
void TestAtalayaToml::nothingIsReadByAShell()
{
    const QString bad = u"$(touch x); `id` '\"\n"_s;
    SmokeTest test;
    test.url = bad;
    test.address = bad;
    test.json.insert(bad, bad);
    for (const SmokeTest::Kind kind :
        {SmokeTest::Kind::Http, SmokeTest::Kind::WebSocket, SmokeTest::Kind::Tcp}) {
        test.kind = kind;
        for (const auto &[argv, right] : stackSmoke(test)) {
            const qsizetype script = argv.indexOf(u"-c"_s);
            if (script >= 0)
                QVERIFY(!argv.at(script + 1).contains("touch"_L1));
        }
    }
    QCOMPARE(shellLine({u"echo"_s, u"it's"_s, u"a b"_s, u""_s}), u"echo 'it'\\''s' 'a b' ''"_s);
}

QTEST_GUILESS_MAIN(TestAtalayaToml)
#include "tst_atalayatoml.moc"
