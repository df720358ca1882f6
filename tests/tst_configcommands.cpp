#include "support/programhome.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

// `atalayactl config check` and `config diff`, the real program.
class TestConfigCommands final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findingsHaveTheirPlace();
    void aGoodFileIsInOrder();
    void warningsCountWhenStrict();
    void foldersAreSearched();
    void whatIsNotThereIsTold_data();
    void whatIsNotThereIsTold();
    void jsonTellsTheWholeFile();
    void hugeFileIsRefused();
    void aValueIsChangedInPlace();
    void aBrokenFileIsLeftAlone();
    void composeFilesAreStacked();
    void composeFolderIsWhole();
    void kindIsToldByContent();
    void envValuesAreNeverShown();
    void yamlIsReadButNotChanged();
    void filesBesideAreChecked();
    void stacksAreChecked();
    void helpSpeaksSpanish();
    void differenceToWhatRuns();

private:
    QString write(const QString &path, const QByteArray &text)
    {
        const QString full = QString(m_home.path() + u'/' + path);
        QDir().mkpath(full.section(u'/', 0, -2));
        QFile file(full);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(full));
        return full;
    }

    ProgramHome m_home;
};

void TestConfigCommands::findingsHaveTheirPlace()
{
    const QString file = write(
        u"bad/fly.toml"_s, "app = \"x\"\n[deploy]\n  strategy = \"yolo\"\n  wait_timeout = 5\n");
    const ProgramHome::Answer answer = m_home.ctl({u"config"_s, u"check"_s, file});
    EXPECT_EXIT(answer, 2);
    const QString out = QString::fromUtf8(answer.out);
    QVERIFY2(out.contains(QString(file + u":3:3: error: There is no strategy “yolo”"_s)),
        answer.out.constData());
    QVERIFY2(out.contains(QString(file + u":4:3: warning: “deploy.wait_timeout” has no unit"_s)),
        answer.out.constData());
    QVERIFY2(out.contains(QString(file + u": 1 error, 1 warning."_s)), answer.out.constData());
}

void TestConfigCommands::aGoodFileIsInOrder()
{
    const QString file = write(u"good/fly.toml"_s, "app = \"x\"\n");
    const ProgramHome::Answer answer = m_home.ctl({u"config"_s, u"check"_s, file});
    EXPECT_EXIT(answer, 0);
    QCOMPARE(QString::fromUtf8(answer.out).trimmed(), QString(file + u" is in order."_s));
}

void TestConfigCommands::warningsCountWhenStrict()
{
    const QString file = write(u"warn/fly.toml"_s, "ap = \"x\"\n");
    EXPECT_EXIT(m_home.ctl({u"config"_s, u"check"_s, file}), 0);
    EXPECT_EXIT(m_home.ctl({u"config"_s, u"check"_s, file, u"--strict"_s}), 2);
}

void TestConfigCommands::foldersAreSearched()
{
    write(u"mono/a/fly.toml"_s, "app = \"a\"\n");
    write(u"mono/b/deep/fly.toml"_s, "app = 1\n");
    write(u"mono/node_modules/c/fly.toml"_s, "app = 1\n");
    const QString mono = QString(m_home.path() + u"/mono"_s);
    const ProgramHome::Answer all = m_home.ctl({u"--json"_s, u"config"_s, u"check"_s, mono});
    EXPECT_EXIT(all, 2);
    const QList<QJsonObject> files = all.objects(u"config-check"_s);
    QCOMPARE(files.size(), 2);
    QCOMPARE(files.at(0).value(u"valid"_s).toBool(), true);
    QCOMPARE(files.at(1).value(u"valid"_s).toBool(), false);
    EXPECT_EXIT(m_home.ctl({u"config"_s, u"check"_s, QString(mono + u"/a"_s)}), 0);
}

void TestConfigCommands::whatIsNotThereIsTold_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("file") << u"no.toml"_s;
    QTest::newRow("folder without one") << u"empty"_s;
}

void TestConfigCommands::whatIsNotThereIsTold()
{
    QFETCH(QString, path);
    QDir(m_home.path()).mkpath(u"empty"_s);
    const ProgramHome::Answer answer =
        m_home.ctl({u"config"_s, u"check"_s, QString(m_home.path() + u'/' + path)});
    EXPECT_EXIT(answer, 2);
    QVERIFY2(answer.err.contains(path.toUtf8()), answer.told().constData());
}

void TestConfigCommands::jsonTellsTheWholeFile()
{
    const QString file = write(u"json/fly.toml"_s,
        "app = \"x\"\n[env]\nPORT = 80\n[processes]\nweb = \"a\"\n[[services]]\ninternal_port = "
        "80\n  [[services.tcp_checks]]\n");
    const ProgramHome::Answer answer = m_home.ctl({u"--json"_s, u"config"_s, u"check"_s, file});
    EXPECT_EXIT(answer, 2);
    const QJsonObject told = answer.object(u"config-check"_s);
    QCOMPARE(told.value(u"app"_s), QJsonValue(u"x"_s));
    QCOMPARE(told.value(u"services"_s), QJsonValue(1));
    QCOMPARE(told.value(u"internalPorts"_s), QJsonValue(QJsonArray{80}));
    QCOMPARE(told.value(u"processes"_s), QJsonValue(QJsonArray{u"web"_s}));
    QCOMPARE(told.value(u"envNotText"_s), QJsonValue(QJsonArray{u"PORT"_s}));
    const QJsonObject first = told.value(u"findings"_s).toArray().at(0).toObject();
    QCOMPARE(first.value(u"code"_s), QJsonValue(u"service-without-processes"_s));
    QCOMPARE(first.value(u"path"_s), QJsonValue(u"services[0]"_s));
    QCOMPARE(first.value(u"line"_s), QJsonValue(6));
    QCOMPARE(first.value(u"column"_s), QJsonValue(1));
}

void TestConfigCommands::hugeFileIsRefused()
{
    const QString file =
        write(u"huge/fly.toml"_s, QByteArray("a = [").append(QByteArray(10 * 1024 * 1024, '[')));
    const ProgramHome::Answer answer = m_home.ctl({u"config"_s, u"check"_s, file});
    EXPECT_EXIT(answer, 2);
    QVERIFY2(answer.out.contains("larger than"), answer.told().constData());
}

void TestConfigCommands::aValueIsChangedInPlace()
{
    const QByteArray text = "# mine\r\napp = 'x' # y\r\n[deploy]\r\n";
    const QString file = write(u"set/fly.toml"_s, text);
    const auto content = [&file] {
        QFile read(file);
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    };
    const QString config = u"--config"_s;
    EXPECT_EXIT(m_home.ctl({u"config"_s, u"set"_s, u"app"_s, u"other"_s, config, file}), 0);
    QCOMPARE(content(), QByteArray(text).replace("'x'", "'other'"));
    EXPECT_EXIT(m_home.ctl({u"config"_s, u"set"_s, u"app"_s, u"x"_s, config, file}), 0);
    QCOMPARE(content(), text);
    EXPECT_EXIT(
        m_home.ctl({u"config"_s, u"set"_s, u"deploy.max_unavailable"_s, u"0.5"_s, config, file}),
        0);
    QCOMPARE(content(), QByteArray(text).append("max_unavailable = 0.5\r\n"));
    EXPECT_EXIT(
        m_home.ctl({u"config"_s, u"unset"_s, u"deploy.max_unavailable"_s, config, file}), 0);
    QCOMPARE(content(), text);
    EXPECT_EXIT(m_home.ctl({u"config"_s, u"unset"_s, u"deploy.strategy"_s, config, file}), 4);
    EXPECT_EXIT(m_home.ctl({u"config"_s, u"set"_s, u"deploy."_s, u"1"_s, config, file}), 2);
}

void TestConfigCommands::aBrokenFileIsLeftAlone()
{
    const QString file = write(u"setbroken/fly.toml"_s, "app = \n");
    EXPECT_EXIT(m_home.ctl({u"config"_s, u"set"_s, u"app"_s, u"x"_s, u"--config"_s, file}), 2);
    QFile read(file);
    QVERIFY(read.open(QIODevice::ReadOnly));
    QCOMPARE(read.readAll(), QByteArray("app = \n"));
}

void TestConfigCommands::composeFilesAreStacked()
{
    const QString base = write(u"stack/base.yml"_s,
        "services:\n  web:\n    image: registry.example.net/web:${TAG:?}\n    ports: "
        "[\"80:80\"]\n");
    const QString over = write(u"stack/over.yml"_s, "services:\n  web:\n    restrat: always\n");
    const QString env = write(u"stack/envs/prod.env"_s, "TAG=1.4\n");
    const ProgramHome::Answer alone = m_home.ctl({u"config"_s, u"check"_s, over});
    EXPECT_EXIT(alone, 2);
    const ProgramHome::Answer both = m_home.ctl(
        {u"config"_s, u"check"_s, u"--file"_s, base, u"--file"_s, over, u"--env-file"_s, env});
    EXPECT_EXIT(both, 2);
    QVERIFY2(
        both.out.contains(QString(over
            + u":3:5: error: “services.web.restrat” is no key of docker compose, which refuses "
              "the file. Did you mean “restart”?"_s)
                              .toUtf8()),
        both.out.constData());
    QVERIFY2(
        !both.out.contains("neither an image") && !both.out.contains("TAG"), both.out.constData());
    const ProgramHome::Answer good =
        m_home.ctl({u"config"_s, u"check"_s, u"--file"_s, base, u"--env-file"_s, env});
    EXPECT_EXIT(good, 0);
}

void TestConfigCommands::composeFolderIsWhole()
{
    write(u"folder/compose.yaml"_s,
        "services:\n  web: {image: \"x:1\", env_file: envs/.env, command: $PLAIN}\n");
    write(u"folder/compose.override.yaml"_s, "services: {web: {build: .}}\n");
    write(u"folder/.env"_s, "OTHER=1\n");
    write(u"folder/envs/.env"_s, "KEY=CAMBIAR_POR_CLAVE\n");
    const QString folder = QString(m_home.path() + u"/folder"_s);
    const ProgramHome::Answer answer =
        m_home.ctl({u"--json"_s, u"config"_s, u"check"_s, folder, u"--strict"_s});
    EXPECT_EXIT(answer, 2);
    const QList<QJsonObject> told = answer.objects(u"config-check"_s);
    QCOMPARE(told.size(), 3);
    QCOMPARE(told.at(0).value(u"format"_s), QJsonValue(u"compose"_s));
    QCOMPARE(told.at(0).value(u"files"_s).toArray().size(), 2);
    QCOMPARE(told.at(0).value(u"withBuild"_s), QJsonValue(QJsonArray{u"web"_s}));
    QCOMPARE(told.at(0).value(u"variables"_s), QJsonValue(QJsonArray{u"PLAIN"_s}));
    QStringList codes;
    for (const QJsonValue &finding : told.at(0).value(u"findings"_s).toArray())
        codes.append(finding.toObject().value(u"code"_s).toString());
    QCOMPARE(codes, (QStringList{u"variable-missing"_s, u"compose-build-and-image"_s}));
    QCOMPARE(told.at(1).value(u"format"_s), QJsonValue(u"env"_s));
    const QJsonObject placeholder = told.at(2).value(u"findings"_s).toArray().at(0).toObject();
    QCOMPARE(placeholder.value(u"code"_s), QJsonValue(u"placeholder"_s));
    EXPECT_EXIT(m_home.ctl({u"config"_s, u"check"_s, folder}), 0);
}

void TestConfigCommands::kindIsToldByContent()
{
    const QString compose = write(u"kinds/one"_s, "services:\n  a: {image: \"x:1\"}\n");
    const QString env = write(u"kinds/two"_s, "A=some words\nB=https://x.example\n");
    const QString fly = write(u"kinds/three"_s, "app = 'x'\n");
    const ProgramHome::Answer answer =
        m_home.ctl({u"--json"_s, u"config"_s, u"check"_s, compose, env, fly});
    EXPECT_EXIT(answer, 0);
    QStringList kinds;
    for (const QJsonObject &told : answer.objects(u"config-check"_s))
        kinds.append(told.value(u"format"_s).toString());
    QCOMPARE(kinds, (QStringList{u"compose"_s, u"env"_s, u"fly"_s}));
}

void TestConfigCommands::envValuesAreNeverShown()
{
    const QString compose = write(u"secret/compose.yaml"_s,
        "services:\n  a:\n    image: x:1\n    environment:\n      DB_PASSWORD: value-to-hide\n     "
        " K: "
        "${API_KEY:-value-to-hide}\n");
    const QString env = write(u"secret/.env"_s,
        "A=value-to-hide\nA=value-to-hide\nvalue-to-hide too\nB=\"value-to-hide\n");
    for (const QString &file : {compose, env}) {
        for (const QString &json : {u"--json"_s, u"--strict"_s}) {
            const ProgramHome::Answer answer = m_home.ctl({json, u"config"_s, u"check"_s, file});
            QVERIFY(!answer.out.isEmpty());
            QVERIFY2(!answer.told().contains("value-to-hide"), answer.told().constData());
        }
    }
}

void TestConfigCommands::yamlIsReadButNotChanged()
{
    const QByteArray text = "app: x\ndeploy:\n  strategy: yolo\n";
    const QString file = write(u"yaml/fly.yaml"_s, text);
    const QString folder = QString(m_home.path() + u"/yaml"_s);
    const ProgramHome::Answer checked = m_home.ctl({u"config"_s, u"check"_s, folder});
    EXPECT_EXIT(checked, 2);
    QVERIFY2(checked.out.contains("fly.yaml:3:3: error: There is no strategy “yolo”"),
        checked.told().constData());
    const ProgramHome::Answer changed = m_home.ctl(
        {u"config"_s, u"set"_s, u"deploy.strategy"_s, u"rolling"_s, u"--config"_s, file});
    EXPECT_EXIT(changed, 2);
    QVERIFY2(changed.err.contains("fly.yaml is no TOML file"), changed.told().constData());
    QFile after(file);
    QVERIFY(after.open(QIODevice::ReadOnly));
    QCOMPARE(after.readAll(), text);
    // As the platform's tool looks for them: fly.toml goes first.
    write(u"yaml/fly.toml"_s, "app = \"x\"\n");
    EXPECT_EXIT(m_home.ctl({u"config"_s, u"check"_s, folder}), 0);
}

void TestConfigCommands::filesBesideAreChecked()
{
    const QString file = write(u"beside/fly.toml"_s,
        "app = \"x\"\nmachine_config = \"m.json\"\n[[files]]\nguest_path = \"/a\"\n"
        "local_path = \"../a.txt\"\n");
    write(u"a.txt"_s, "a");
    const ProgramHome::Answer missing = m_home.ctl({u"config"_s, u"check"_s, file});
    EXPECT_EXIT(missing, 2);
    QVERIFY2(missing.out.contains(":2:1: error: “machine_config” names the file m.json, which is "
                                  "not there."),
        missing.told().constData());
    QVERIFY2(missing.out.contains(":5:1: error: “files[0].local_path” names the file ../a.txt, "
                                  "which is outside"),
        missing.told().constData());
    write(u"beside/m.json"_s, "{\"containers\": [\n {\"name\" 5}]}");
    const ProgramHome::Answer broken = m_home.ctl({u"config"_s, u"check"_s, file});
    QVERIFY2(broken.out.contains("The JSON of “m.json” cannot be read in line 2, column "),
        broken.told().constData());
}

void TestConfigCommands::stacksAreChecked()
{
    const QString toml = write(u"stack/atalaya.toml"_s,
        "stack = \"shop\"\nservers = [\"one\"]\ndirectory = \"/srv/shop\"\n"
        "compose = [\"base.yml\", \"../other.yml\"]\nenv_file = \"prod.env\"\n"
        "services = [\"webb\"]\n");
    write(u"stack/base.yml"_s, "services:\n  web:\n    image: shop:1.0\n");
    write(u"other.yml"_s, "services:\n  web:\n    environment:\n      KEY: private-value\n");
    const ProgramHome::Answer answer = m_home.ctl({u"config"_s, u"check"_s, toml});
    EXPECT_EXIT(answer, 2);
    const QString out = QString::fromUtf8(answer.out);
    for (const QString &part : {u":4:24: error: “../other.yml” is not below the folder"_s,
             u":5:1: error: There is no env file “prod.env”"_s}) {
        QVERIFY2(out.contains(QString(toml + part)), answer.out.constData());
    }
    QVERIFY(!out.contains("KEY"_L1)); // what leaves the folder is not read
    // In its folder it stands for all that it names.
    write(u"stack/atalaya.toml"_s,
        "stack = \"shop\"\nservers = [\"one\"]\ndirectory = \"/srv/shop\"\n"
        "compose = [\"base.yml\"]\nservices = [\"web\"]\n"
        "[[smoke]]\nkind = \"tcp\"\naddress = \"127.0.0.1:80\"\n");
    EXPECT_EXIT(m_home.ctl({u"config"_s, u"check"_s, toml.section(u'/', 0, -2)}), 0);
    const ProgramHome::Answer json = m_home.ctl({u"config"_s, u"check"_s, toml, u"--json"_s});
    QVERIFY2(json.out.contains("\"format\":\"atalaya\""), json.out.constData());
    QVERIFY(json.out.contains("\"stack\":\"shop\""));
}

void TestConfigCommands::helpSpeaksSpanish()
{
    ProgramHome home;
    home.setEnvironment(u"LC_ALL"_s, u"es_ES.UTF-8"_s);
    const ProgramHome::Answer check = home.ctl({u"config"_s, u"check"_s, u"--help"_s});
    EXPECT_EXIT(check, 0);
    QVERIFY2(check.out.contains("línea por línea") && check.out.contains("--strict"),
        check.out.constData());
    const ProgramHome::Answer diff = home.ctl({u"config"_s, u"diff"_s, u"--help"_s});
    QVERIFY2(diff.out.contains("Muestra qué cambiaría"), diff.out.constData());
}

void TestConfigCommands::differenceToWhatRuns()
{
    EXPECT_EXIT(m_home.startSandbox(u"field-cases"_s, 20), 0);
    const ProgramHome::Answer same = m_home.sandboxed({u"config"_s, u"diff"_s, u"grupo-gad"_s});
    EXPECT_EXIT(same, 0);
    QCOMPARE(same.object(u"config-diff"_s).value(u"app"_s), QJsonValue(u"grupo-gad"_s));

    const QString file = write(u"diff/fly.toml"_s,
        "app = \"grupo-gad\"\nprimary_region = \"dfw\"\n[env]\nNEW_NAME = "
        "\"value-to-hide\"\n[http_service]\ninternal_port = 8123\n");
    const ProgramHome::Answer other =
        m_home.sandboxed({u"config"_s, u"diff"_s, u"grupo-gad"_s, u"--config"_s, file});
    EXPECT_EXIT(other, 0);
    QVERIFY(!other.out.contains("value-to-hide"));
    const QJsonObject told = other.object(u"config-diff"_s);
    const QJsonArray sets = told.value(u"differences"_s).toArray();
    QVERIFY2(!sets.isEmpty(), other.out.constData());
    QSet<QString> paths;
    for (const QJsonValue &change : sets.at(0).toObject().value(u"changes"_s).toArray())
        paths.insert(change.toObject().value(u"path"_s).toString());
    QVERIFY(paths.contains(u"env.NEW_NAME"_s));
    QVERIFY(paths.contains(u"services[8123].internal_port"_s));

    const ProgramHome::Answer plan =
        m_home.sandboxed({u"plan"_s, u"grupo-gad"_s, u"--config"_s, file});
    EXPECT_EXIT(plan, 0);
    QVERIFY(!plan.out.contains("value-to-hide"));
    const QJsonArray changes =
        plan.object(u"plan"_s).value(u"plan"_s).toObject().value(u"configChanges"_s).toArray();
    QVERIFY2(!changes.isEmpty(), plan.out.constData());
}

QTEST_GUILESS_MAIN(TestConfigCommands)
#include "tst_configcommands.moc"
