#include "config/composechecks.h"
#include "config/gitindex.h"
#include "config/secretnames.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
ComposeProject projectOf(const QByteArray &text)
{
    return readCompose({{u"compose.yaml"_s, text}});
}

// Without those of reading; "4:5 severity code arguments".
QStringList toldOf(const ComposeProject &project, const ComposeSurroundings &surroundings = {})
{
    QStringList told;
    for (const ComposeFinding &found : checkCompose(project, surroundings)) {
        const ConfigFinding &finding = found.finding;
        told.append(u"%1:%2 %3 %4 %5"_s.arg(finding.line)
                        .arg(finding.column)
                        .arg(configSeverityName(finding.severity),
                            configCodeName(finding.code),
                            finding.arguments.join(u'|')));
    }
    return told;
}

ComposeSurroundings withEnv(const QByteArray &text)
{
    ComposeSurroundings surroundings;
    surroundings.envFiles.append({u".env"_s, readDotEnv(text)});
    return surroundings;
}
} // namespace

class TestComposeChecks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void practicesOfAService_data();
    void practicesOfAService();
    void healthOfWhatOthersWaitFor();
    void missingVariablesAreTold();
    void requiredWithoutAFileIsAWarning();
    void imageIsResolvedWithTheEnvFile();
    void trackedEnvFileIsTold();
    void secretsAreNeverArguments();
    void namesOfSecrets_data();
    void namesOfSecrets();
    void placeholders_data();
    void placeholders();
    void gitIndexIsRead_data();
    void gitIndexIsRead();
    void brokenIndexIsSurvived();
};

void TestComposeChecks::practicesOfAService_data()
{
    QTest::addColumn<QByteArray>("service");
    QTest::addColumn<QString>("told"); // of line 3; empty: nothing
    const auto row = [](const char *name, const char *service, const QString &told) {
        QTest::newRow(name) << QByteArray(service) << told;
    };
    row("build", "build: .", u"3:5 warning compose-build web"_s);
    row("build and image", "{build: ., image: \"x:1\"}", u"3:6 note compose-build-and-image web"_s);
    row("no tag",
        "image: reg.example.net:5000/x",
        u"3:5 warning compose-no-tag web|reg.example.net:5000/x"_s);
    row("latest", "image: x:latest", u"3:5 warning compose-latest web|x:latest"_s);
    row("latest by default",
        "image: x:${TAG:-latest}",
        u"3:5 warning compose-latest web|x:${TAG:-latest}"_s);
    row("unknown tag", "image: x:${TAG}", u""_s);
    row("digest", "image: x@sha256:0123", u""_s);
    row("version", "image: reg.example.net:5000/x:1.2", u""_s);
    row("database port",
        "{image: \"postgres:16\", ports: [\"5433:5432\"]}",
        u"3:36 warning compose-database-port web|5433|5432"_s);
    row("database port of an unknown image",
        "{image: \"my/store:1\", ports: [\"27017:27017\"]}",
        u"3:35 warning compose-database-port web|27017|27017"_s);
    row("database port by its long form",
        "{image: \"x:1\", ports: [{target: 6379, published: 6379}]}",
        u"3:28 warning compose-database-port web|6379|6379"_s);
    row("database port for this computer",
        "{image: \"postgres:16\", ports: [\"127.0.0.1:5432:5432\"]}",
        u""_s);
    row("database port by a variable",
        "{image: \"postgres:16\", ports: [\"${BIND:-127.0.0.1}:5432:5432\"]}",
        u""_s);
    row("tool of a database", "{image: \"mongo-express:1\", ports: [\"8081:8081\"]}", u""_s);
    row("web port", "{image: \"x:1\", ports: [\"80:80\"]}", u""_s);
    row("secret",
        "{image: \"x:1\", environment: {DB_PASSWORD: hunter2}}",
        u"3:34 warning compose-secret-value DB_PASSWORD"_s);
    row("secret in a list",
        "{image: \"x:1\", environment: [API_KEY=abcdef]}",
        u"3:34 warning compose-secret-value API_KEY"_s);
    row("secret in an address",
        "{image: \"x:1\", environment: {URL: \"pg://u:hunter2@db/x\"}}",
        u"3:34 warning compose-secret-value URL"_s);
    row("short password",
        "{image: \"x:1\", environment: {DB_PASSWORD: 1234}}",
        u"3:34 warning compose-secret-value DB_PASSWORD"_s);
    row("secret of a build",
        "{image: \"x:1\", build: {context: ., args: {NPM_TOKEN: abc}}}",
        u"3:20 note compose-build-and-image web\n3:47 warning compose-secret-value NPM_TOKEN"_s);
    row("password in a command",
        "{image: \"x:1\", command: redis-server --requirepass hunter2}",
        u"3:20 warning compose-secret-in-command web"_s);
    row("password by a variable in a command",
        "{image: \"x:1\", command: [redis-server, --requirepass, $P, --pass=$P]}",
        u""_s);
    row("secret by a variable",
        "{image: \"x:1\", environment: {DB_PASSWORD: $DB_PASSWORD, URL: \"pg://u:${P}@db\"}}",
        u""_s);
    row("secret in a file",
        "{image: \"x:1\", environment: {DB_PASSWORD_FILE: /run/secrets/p}}",
        u""_s);
    row("about a secret",
        "{image: \"x:1\", environment: {TOKEN_TTL: 3600, ALLOW_EMPTY_PASSWORD: \"yes\"}}",
        u""_s);
    row("placeholder",
        "{image: \"x:1\", environment: {MAIL: your_mail_here}}",
        u"3:34 warning placeholder MAIL"_s);
    row("fallback of a secret",
        "{image: \"x:1\", environment: {K: \"${SECRET_KEY:-dev-secret}\"}}",
        u"3:37 warning compose-secret-default SECRET_KEY"_s);
    row("empty fallback of a secret",
        "{image: \"x:1\", environment: {K: \"${SECRET_KEY:-}\"}}",
        u"3:37 note compose-secret-empty SECRET_KEY"_s);
    row("fallback of another", "{image: \"x:1\", environment: {K: \"${LEVEL:-info}\"}}", u""_s);
    row("JSON hosts",
        "{image: \"x:1\", environment: {ALLOWED_HOSTS: '[\"a\",\"b\"]'}}",
        u"3:34 warning json-list ALLOWED_HOSTS"_s);
    row("hosts", "{image: \"x:1\", environment: {ALLOWED_HOSTS: 'a,b'}}", u""_s);
    row("no JSON",
        "{image: \"x:1\", environment: {ORIGINS: \"['a','b']\"}}",
        u"3:34 warning broken-list ORIGINS"_s);
}

void TestComposeChecks::practicesOfAService()
{
    QFETCH(QByteArray, service);
    QFETCH(QString, told);
    const ComposeProject project = projectOf("services:\n  web:\n    " + service + "\n");
    QVERIFY(project.findings.isEmpty());
    QCOMPARE(toldOf(project).join(u'\n'), told);
}

void TestComposeChecks::healthOfWhatOthersWaitFor()
{
    const QByteArray others = "services:\n  a: {image: \"x:1\", depends_on: [db]}\n  b: {image: "
                              "\"x:1\", depends_on: {db: {condition: service_healthy}}}\n";
    const QString told = u"4:3 warning compose-no-health db|a, b"_s;
    QCOMPARE(toldOf(projectOf(others + "  db: {image: \"d:1\"}\n")), QStringList{told});
    QCOMPARE(toldOf(projectOf(others + "  db: {image: \"d:1\", healthcheck: {disable: true}}\n")),
        QStringList{told});
    QCOMPARE(toldOf(projectOf(others + "  db: {image: \"d:1\", healthcheck: {test: [CMD, x]}}\n")),
        QStringList());
    QCOMPARE(toldOf(projectOf("services:\n  a: {image: \"x:1\", depends_on: {m: {condition: "
                              "service_completed_successfully}}}\n  m: {image: \"x:1\"}\n")),
        QStringList());
}

void TestComposeChecks::missingVariablesAreTold()
{
    const ComposeProject project = projectOf("services:\n  a:\n    image: x:1\n    command: $ONE "
                                             "${TWO:?why} ${THREE?} ${FOUR:-d} $FIVE $ONE\n");
    QCOMPARE(toldOf(project, withEnv("FIVE=\nTHREE=\nTWO=\n")),
        (QStringList{u"4:14 warning variable-missing ONE"_s, u"4:14 error variable-empty TWO"_s}));
    QCOMPARE(toldOf(project, withEnv("ONE=1\nFIVE=5\nTWO=2\n")),
        QStringList{u"4:14 error variable-required THREE"_s});
    QCOMPARE(toldOf(project, withEnv("ONE=1\nFIVE=5\nTWO=2\nTHREE=3\n")), QStringList());
}

void TestComposeChecks::requiredWithoutAFileIsAWarning()
{
    const ComposeProject project =
        projectOf("services:\n  a:\n    image: x:1\n    command: $ONE ${TWO:?why}\n");
    QCOMPARE(toldOf(project), QStringList{u"4:14 warning variable-required TWO"_s});
}

void TestComposeChecks::imageIsResolvedWithTheEnvFile()
{
    const ComposeProject project = projectOf("services:\n  a:\n    image: x:${TAG}\n");
    QCOMPARE(toldOf(project, withEnv("TAG=latest\n")),
        QStringList{u"3:5 warning compose-latest a|x:${TAG}"_s});
    QCOMPARE(toldOf(project, withEnv("TAG=1.4\n")), QStringList());
}

void TestComposeChecks::trackedEnvFileIsTold()
{
    const ComposeProject project = projectOf(
        "services:\n  a:\n    image: x:1\n    env_file: [envs/.env, envs/.env.example]\n");
    ComposeSurroundings surroundings;
    surroundings.tracked = {u"envs/.env"_s, u"envs/.env.example"_s};
    QCOMPARE(toldOf(project, surroundings), QStringList{u"4:16 warning env-tracked envs/.env"_s});
}

void TestComposeChecks::secretsAreNeverArguments()
{
    const ComposeProject project = projectOf(R"(services:
  a:
    build: .
    ports: ["5432:5432"]
    environment:
      PASSWORD: hunter2
      URL: redis://u:hunter2@r/0
      KEY: ${SECRET_KEY:-hunter2}
      LIST: "['hunter2','b']"
      MORE: ${SECRET_B:?hunter2}
)");
    const QStringList told = toldOf(project, withEnv("SECRET_KEY=hunter2\nX=hunter2\n"));
    QCOMPARE(told.size(), 7);
    QVERIFY(!told.join(u' ').contains(u"hunter2"_s));
}

void TestComposeChecks::namesOfSecrets_data()
{
    QTest::addColumn<bool>("is");
    for (const char *name : {"SECRET_KEY",
             "DB_PASS",
             "PGPASSWORD",
             "POSTGRES_PASSWORD",
             "JWT_SECRET",
             "STRIPE_API_KEY",
             "apikey",
             "GITHUB_TOKEN",
             "SMTP_PWD",
             "AWS_SECRET_ACCESS_KEY",
             "ENCRYPTION_KEY",
             "ICS_SALT"})
        QTest::newRow(name) << true;
    for (const char *name : {"DB_PASSWORD_FILE",
             "TOKEN_TTL",
             "JWT_EXPIRES_IN",
             "JWT_ALGORITHM",
             "STRIPE_PUBLISHABLE_KEY",
             "PUBLIC_KEY",
             "MAX_TOKENS",
             "COMPASS_URL",
             "PASSENGER_COUNT",
             "SECRET_NAME",
             "KEYBOARD",
             "AUTH_TOKEN_URL",
             "MONKEY"})
        QTest::newRow(name) << false;
}

void TestComposeChecks::namesOfSecrets()
{
    QFETCH(bool, is);
    QCOMPARE(nameIsOfSecret(QString::fromLatin1(QTest::currentDataTag())), is);
}

void TestComposeChecks::placeholders_data()
{
    QTest::addColumn<bool>("is");
    for (const char *text : {"CAMBIAR_POR_CLAVE",
             "cambiame",
             "your_key_here",
             "your-secret",
             "<token>",
             "changeme",
             "change_this_to_random",
             "CHANGE-ME-NOW",
             "xxxxxxxx",
             "replace_with_your_key",
             "REEMPLAZAR"})
        QTest::newRow(text) << true;
    for (const char *text : {"yourshop",
             "exchange",
             "interchange_item",
             "production",
             "https://your.example",
             "a<b>c",
             "x",
             "info",
             "k8Zx02"})
        QTest::newRow(text) << false;
}

void TestComposeChecks::placeholders()
{
    QFETCH(bool, is);
    QCOMPARE(textIsPlaceholder(QString::fromLatin1(QTest::currentDataTag())), is);
}

namespace {
QByteArray indexOf(quint32 version, const QList<QByteArray> &paths)
{
    const auto number = [](quint32 value) {
        QByteArray bytes(4, '\0');
        for (int i = 0; i < 4; ++i)
            bytes[3 - i] = static_cast<char>((value >> (8 * i)) & 0xff);
        return bytes;
    };
    QByteArray index = "DIRC" + number(version) + number(static_cast<quint32>(paths.size()));
    QByteArray before;
    for (const QByteArray &path : paths) {
        QByteArray entry(62, '\0');
        if (version == 4) {
            qsizetype same = 0;
            while (same < path.size() && same < before.size() && path[same] == before[same])
                ++same;
            entry += static_cast<char>(before.size() - same);
            entry += path.mid(same) + '\0';
            before = path;
        } else {
            entry += path;
            entry += QByteArray(8 - entry.size() % 8, '\0');
        }
        index += entry;
    }
    return index + QByteArray(20, 'x');
}
} // namespace

void TestComposeChecks::gitIndexIsRead_data()
{
    QTest::addColumn<int>("version");
    for (const int version : {2, 3, 4})
        QTest::newRow(qPrintable(QString::number(version))) << version;
}

void TestComposeChecks::gitIndexIsRead()
{
    QFETCH(int, version);
    const QList<QByteArray> paths{".env", "a", "envs/.env", "envs/.env.example", "zwölf-b"};
    const QByteArray index = indexOf(static_cast<quint32>(version), paths);
    QSet<QString> expected;
    for (const QByteArray &path : paths)
        expected.insert(QString::fromUtf8(path));
    QCOMPARE(GitIndex::paths(index), expected);

    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u".git"_s) && QDir(folder.path()).mkpath(u"envs"_s));
    QFile file(folder.filePath(u".git/index"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(index), index.size());
    file.close();
    const QSet<QString> tracked = GitIndex::trackedFiles(folder.filePath(u"envs"_s));
    QVERIFY(tracked.contains(folder.filePath(u"envs/.env"_s)));
    QVERIFY(!tracked.contains(folder.filePath(u"envs/a"_s)));
}

void TestComposeChecks::brokenIndexIsSurvived()
{
    for (const quint32 version : {2U, 4U, 9U}) {
        const QByteArray index = indexOf(version, {"a/b", "a/c", "d"});
        for (qsizetype length = 0; length < index.size(); ++length) {
            (void)GitIndex::paths(index.left(length));
            QByteArray bent = index;
            bent[length] = '\xff';
            (void)GitIndex::paths(bent);
        }
    }
}

QTEST_GUILESS_MAIN(TestComposeChecks)
#include "tst_composechecks.moc"
