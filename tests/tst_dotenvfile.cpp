#include "config/composechecks.h"
#include "fuzz/composebytes.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
QString valueIn(const DotEnvFile &file, const QString &name)
{
    return QString::fromUtf8(file.values().value(name).reveal());
}

QStringList codesOf(const QList<ConfigFinding> &findings)
{
    QStringList codes;
    for (const ConfigFinding &finding : findings) {
        codes.append(
            u"%1:%2 %3"_s.arg(finding.line).arg(finding.column).arg(configCodeName(finding.code)));
    }
    return codes;
}
} // namespace

class TestDotEnvFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAreRead_data();
    void valuesAreRead();
    void windowsFilesAreRead();
    void linesThatAreNoneAreTold();
    void severalLinesAreOneValue();
    void duplicatesAreToldWithTheFirst();
    void variablesInValuesAreResolved();
    void growthIsBounded();
    void practicesAreChecked_data();
    void practicesAreChecked();
    void formsOfListsAreCompared();
    void trackedFileIsTold();
    void secretsStayInside();
    void fuzzingCorpusIsSurvived_data();
    void fuzzingCorpusIsSurvived();
};

void TestDotEnvFile::valuesAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *name, const char *text, const QString &value) {
        QTest::newRow(name) << QByteArray(text) << value;
    };
    row("plain", "A=1", u"1"_s);
    row("export", "export A=1", u"1"_s);
    row("blanks around", "  A = 1  ", u"1"_s);
    row("empty", "A=", u""_s);
    row("comment only", "A=   # later", u""_s);
    row("comment behind", "A=x y # later", u"x y"_s);
    row("number sign inside", "A=x#y", u"x#y"_s);
    row("number sign first", "A=#fff", u""_s);
    row("equals inside", "A=b=c", u"b=c"_s);
    row("single quotes", "A='x $B \\n' # c", u"x $B \\n"_s);
    row("quote in single quotes", "A='it\\'s'", u"it's"_s);
    row("path in single quotes", "A='C:\\x\\'\nB='y'", u"C:\\x\\"_s);
    row("double quotes", "A=\"x\\ty \\\"z\\\"\"", u"x\ty \"z\""_s);
    row("empty quotes", "A=\"\"", u""_s);
    row("number sign in quotes", "A=\"x # y\"", u"x # y"_s);
    row("several lines", "A='x\ny'\n", u"x\ny"_s);
    row("the last counts", "A=1\nA=2\n", u"2"_s);
    row("dots and dashes", "A.B-C=1\nA=3", u"3"_s);
    row("dollar alone", "A=5$ and $1", u"5$ and $1"_s);
}

void TestDotEnvFile::valuesAreRead()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, value);
    const DotEnvFile file = readDotEnv(text);
    QVERIFY(file.find(u"A"_s));
    QCOMPARE(valueIn(file, u"A"_s), value);
    QCOMPARE(file.emptyNames().contains(u"A"_s), value.isEmpty());
    QVERIFY(!hasErrors(file.findings));
}

void TestDotEnvFile::windowsFilesAreRead()
{
    const DotEnvFile file = readDotEnv("\xef\xbb\xbf# mine\r\nA=1\r\nB=\"x\r\ny\"\r\n");
    QVERIFY(file.hasBom);
    QVERIFY(file.hasCarriageReturns);
    QCOMPARE(file.names(), (QStringList{u"A"_s, u"B"_s}));
    QCOMPARE(valueIn(file, u"A"_s), u"1"_s);
    QCOMPARE(valueIn(file, u"B"_s), u"x\ny"_s);
    QCOMPARE(file.find(u"B"_s)->line, 3);
    QVERIFY(file.findings.isEmpty());
}

void TestDotEnvFile::linesThatAreNoneAreTold()
{
    const DotEnvFile file =
        readDotEnv("A=1\n## Title\nsome words here\n1B=2\nbare\nC: 3\n  D=\"open\nE=\"x\" y\n");
    // The quote of D is closed in the next line: that is its value.
    QCOMPARE(codesOf(file.findings),
        (QStringList{u"3:1 env-line"_s,
            u"4:1 env-line"_s,
            u"5:1 env-without-value"_s,
            u"6:1 env-line"_s,
            u"8:4 env-behind-quote"_s}));
    QCOMPARE(file.names(), (QStringList{u"A"_s, u"D"_s}));
    QCOMPARE(file.inherited, QStringList{u"bare"_s});
    QCOMPARE(codesOf(readDotEnv("A=1\nB='open\nC=3\n").findings), QStringList{u"2:3 env-quote"_s});
    QCOMPARE(readDotEnv("A=1\nB='open\nC=3\n").names().size(), 3);
    QCOMPARE(codesOf(readDotEnv("A=1\nB=\xff\n").findings), QStringList{u"2:1 not-utf8"_s});
    QCOMPARE(readDotEnv(QByteArray(2 * 1024 * 1024, 'A')).findings.constFirst().code,
        ConfigCode::FileTooLarge);
}

void TestDotEnvFile::severalLinesAreOneValue()
{
    const DotEnvFile file = readDotEnv("K=\"-----BEGIN\nabc\n-----END\"\nNEXT=1\n");
    QCOMPARE(file.multiLineNames(), QStringList{u"K"_s});
    QCOMPARE(file.find(u"K"_s)->lastLine, 3);
    QCOMPARE(file.find(u"NEXT"_s)->line, 4);
}

void TestDotEnvFile::duplicatesAreToldWithTheFirst()
{
    const DotEnvFile file = readDotEnv("A=1\nB=2\n  A=\n");
    QCOMPARE(file.duplicates(), QStringList{u"A"_s});
    QCOMPARE(file.emptyNames(), QStringList{u"A"_s});
    QCOMPARE(file.findings.size(), 1);
    const ConfigFinding &finding = file.findings.constFirst();
    QCOMPARE(finding.code, ConfigCode::EnvDuplicate);
    QCOMPARE(finding.line, 3);
    QCOMPARE(finding.column, 3);
    QCOMPARE(finding.arguments, (QStringList{u"A"_s, u"1"_s}));
}

void TestDotEnvFile::variablesInValuesAreResolved()
{
    const DotEnvFile file =
        readDotEnv("HOST=db\nURL=\"pg://${HOST}:${PORT:-5432}/$NAME\"\nRAW='$HOST'\nX=${HOST}x\n");
    QCOMPARE(file.namesWithVariables(), (QStringList{u"URL"_s, u"X"_s}));
    QCOMPARE(valueIn(file, u"URL"_s), u"pg://db:5432/"_s);
    QCOMPARE(valueIn(file, u"RAW"_s), u"$HOST"_s);
    QCOMPARE(valueIn(file, u"X"_s), u"dbx"_s);
    const auto values =
        file.values([](const QString &) { return std::optional<QString>(u"shop"_s); });
    QCOMPARE(values.value(u"URL"_s).reveal(), QByteArray("pg://db:shop/shop"));
}

void TestDotEnvFile::growthIsBounded()
{
    QByteArray text = "V0=0123456789\n";
    for (int i = 1; i < 200; ++i) {
        const QByteArray above = QByteArray::number(i - 1);
        text += "V" + QByteArray::number(i) + "=$V" + above + "$V" + above + "\n";
    }
    qsizetype total = 0;
    for (const Secret &value : readDotEnv(text).values())
        total += value.reveal().size();
    QVERIFY(total < 8 * 1024 * 1024);
}

void TestDotEnvFile::practicesAreChecked_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("codes");
    const auto row = [](const char *name, const char *text, const QStringList &codes) {
        QTest::newRow(name) << QByteArray(text) << codes;
    };
    row("CAMBIAR_POR", "A=x\nP=CAMBIAR_POR_UNA_CLAVE\n", {u"2:1 placeholder"_s});
    row("your_here", "P=your_smtp_password_here\n", {u"1:1 placeholder"_s});
    row("changeme",
        "P=changeme\nQ=\"change-me-please\"\n",
        {u"1:1 placeholder"_s, u"2:1 placeholder"_s});
    row("angle brackets", "P=<your token>\n", {u"1:1 placeholder"_s});
    row("real values", "P=x8Kd92mA\nQ=exchange_rate\nR=https://x.example/change\nS=yourshop\n", {});
    row("JSON hosts", "ALLOWED_HOSTS=[\"a.example\",\"b.example\"]\n", {u"1:1 json-list"_s});
    row("hosts with commas", "ALLOWED_HOSTS=a.example,b.example\n", {});
    row("JSON of others", "CORS_ORIGINS=[\"https://a.example\"]\n", {});
    row("single quotes in brackets", "CORS_ORIGINS=['a','b']\n", {u"1:1 broken-list"_s});
}

void TestDotEnvFile::practicesAreChecked()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, codes);
    QCOMPARE(codesOf(checkDotEnv({u".env"_s, readDotEnv(text)}, false)), codes);
    for (const ConfigFinding &finding : checkDotEnv({u".env.example"_s, readDotEnv(text)}, true)) {
        if (finding.code == ConfigCode::Placeholder)
            QCOMPARE(finding.severity, ConfigFinding::Severity::Note);
    }
}

void TestDotEnvFile::formsOfListsAreCompared()
{
    const EnvSource json{u".env"_s, readDotEnv("ORIGINS=[\"a\",\"b\"]\n")};
    const EnvSource commas{u".env.example"_s, readDotEnv("ORIGINS=a,b\n")};
    const ConfigFinding first = checkDotEnv(json, false, {commas}).constFirst();
    QCOMPARE(first.code, ConfigCode::JsonListElsewhereCommas);
    QCOMPARE(first.arguments, (QStringList{u"ORIGINS"_s, u".env.example"_s}));
    QCOMPARE(
        checkDotEnv(commas, false, {json}).constFirst().code, ConfigCode::CommasElsewhereJsonList);
    QVERIFY(checkDotEnv(json, false, {json}).isEmpty());
    const ComposeProject compose = readCompose({{u"compose.yaml"_s,
        "services:\n  a:\n    image: x:1\n    environment:\n      ORIGINS: ${ORIGINS:-a,b}\n"}});
    QCOMPARE(checkDotEnv(json, false, {}, &compose).constFirst().code,
        ConfigCode::JsonListElsewhereCommas);
}

void TestDotEnvFile::trackedFileIsTold()
{
    const DotEnvFile file = readDotEnv("A=1\n");
    QCOMPARE(codesOf(checkDotEnv({u"envs/.env"_s, file}, true)), QStringList{u"1:1 env-tracked"_s});
    QVERIFY(checkDotEnv({u"envs/.env.example"_s, file}, true).isEmpty());
    QVERIFY(checkDotEnv({u"envs/.env"_s, file}, false).isEmpty());
}

void TestDotEnvFile::secretsStayInside()
{
    const QByteArray secret = "hunter2-is-not-told";
    const DotEnvFile file = readDotEnv("A=" + secret + "\nA=" + secret + "\n" + secret + " x\nB=\""
        + secret + "\" " + secret + "\n" + secret + "\nC='" + secret + "\n");
    for (const ConfigFinding &finding : checkDotEnv({u".env"_s, file}, true)) {
        // A lone word is the name of a variable that the shell has.
        if (finding.code != ConfigCode::EnvWithoutValue)
            QVERIFY(!configFindingToTexts(finding).join(u' ').contains(u"hunter2"_s));
    }
}

void TestDotEnvFile::fuzzingCorpusIsSurvived_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QFINDTESTDATA("fuzz/corpora/dotenv"));
    for (const QString &name : folder.entryList(QDir::Files))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestDotEnvFile::fuzzingCorpusIsSurvived()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    for (qsizetype length = 0; length <= text.size(); ++length)
        QCOMPARE(dotEnvTroubles(text.left(length)), QString());
}

QTEST_GUILESS_MAIN(TestDotEnvFile)
#include "tst_dotenvfile.moc"
