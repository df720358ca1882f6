#include "settings/settings.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
constexpr QFile::Permissions othersMay = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
    | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

// Sets a variable for one test and puts back what was there.
class Variable
{
public:
    Variable(const char *name, const QString &value)
        : m_name(name)
        , m_wasSet(qEnvironmentVariableIsSet(name))
        , m_before(qgetenv(name))
    {
        value.isNull() ? qunsetenv(name) : qputenv(name, value.toUtf8());
    }
    ~Variable() { m_wasSet ? qputenv(m_name, m_before) : qunsetenv(m_name); }
    Q_DISABLE_COPY_MOVE(Variable)

private:
    const char *m_name;
    bool m_wasSet;
    QByteArray m_before;
};
} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingChosenGivesDefaults();
    void choicesSurviveAnotherStart();
    void namesWithSlashesStayApart();
    void fileIsForItsOwnerAlone();
    void unknownWordsFallBack();
    void homeVariableOverridesAll();
    void xdgFoldersAreUsedAndPrivate();
    void withoutRuntimeFolderTheStateFolderServes();
    void profilesDoNotMix();
    void trustIsGivenToContent();
    void damagedTrustIsNone();
};

void TestSettings::nothingChosenGivesDefaults()
{
    QTemporaryDir dir;
    const Settings settings(dir.filePath(u"settings.ini"_s));
    QCOMPARE(settings.language(), QString());
    QCOMPARE(settings.theme(), Settings::Theme::System);
    QVERIFY(!settings.reducedMotion());
    QVERIFY(settings.isProduction(u"grupo-gad"_s));
    QCOMPARE(settings.projectConfig(u"grupo-gad"_s), QString());
}

void TestSettings::trustIsGivenToContent()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"settings.ini"_s);
    const QString toml = u"/srv/invex ñ/atalaya.toml"_s;
    const QList<StackCommand> commands{
        {u"migrate"_s, u"docker compose run api alembic upgrade head"_s},
        {u"backup[0]"_s, u"pg_dump"_s}};
    const QDateTime at(QDate(2026, 11, 23), QTime(9, 30), Qt::UTC);
    {
        Settings settings(path);
        const TrustState first = trustStateOf(settings.trust(toml), u"hash-1"_s, commands);
        QCOMPARE(first.is, TrustState::Is::NeverSeen);
        QCOMPARE(first.changes.size(), 2); // all of them are new
        settings.setTrust(toml, ProjectTrust{u"hash-1"_s, commands, at});
    }
    Settings settings(path);
    QCOMPARE(settings.trust(toml), (std::optional<ProjectTrust>({u"hash-1"_s, commands, at})));
    QVERIFY(!settings.trust(u"/srv/other/atalaya.toml"_s));
    TrustState state = trustStateOf(settings.trust(toml), u"hash-1"_s, commands);
    QCOMPARE(state.is, TrustState::Is::Trusted);
    QCOMPARE(state.trustedAt, at);
    // The same commands in a file that says something else: seen again, nothing to compare.
    state = trustStateOf(settings.trust(toml), u"hash-2"_s, commands);
    QCOMPARE(state.is, TrustState::Is::Changed);
    QVERIFY(state.changes.isEmpty());
    const QList<StackCommand> others{
        {u"migrate"_s, u"curl evil.example"_s}, {u"smoke[0]"_s, u"true"_s}};
    state = trustStateOf(settings.trust(toml), u"hash-3"_s, others);
    using Kind = StackCommandChange::Kind;
    QCOMPARE(state.changes,
        (QList<StackCommandChange>{
            {Kind::Changed, u"migrate"_s, commands.at(0).text, u"curl evil.example"_s},
            {Kind::Added, u"smoke[0]"_s, {}, u"true"_s},
            {Kind::Removed, u"backup[0]"_s, u"pg_dump"_s, {}}}));
    // Nothing is trusted because its hash could not be made.
    QCOMPARE(trustStateOf(ProjectTrust{}, {}, {}).is, TrustState::Is::Changed);
    settings.setTrust(toml, std::nullopt);
    QVERIFY(!settings.trust(toml));
}

void TestSettings::damagedTrustIsNone()
{
    for (const QByteArray &json :
        {QByteArray(), QByteArray("{"), QByteArray("[]"), QByteArray("{\"hash\":\"a\"}")})
        QVERIFY2(!projectTrustFromJson(json), json.constData());
}

void TestSettings::choicesSurviveAnotherStart()
{
    QTemporaryDir dir;
    const QString file = dir.filePath(u"settings.ini"_s);
    {
        Settings settings(file);
        settings.setLanguage(u"es"_s);
        settings.setTheme(Settings::Theme::Dark);
        settings.setReducedMotion(true);
        settings.setWindowGeometry(QByteArray("\x01\x00\xff", 3));
        settings.setSplitter(u"main"_s, "split");
        settings.setLastApp(u"grupo-gad"_s);
        settings.setProduction(u"grupo-gad"_s, false);
        settings.setProjectConfig(u"grupo-gad"_s, u"/srv/gad ñ/fly.toml"_s);
        settings.setProjectConfig(u"other/app"_s, u"/srv/other/fly.toml"_s);
        settings.setProjectConfig(u"other/app"_s, {});
        settings.setLastAppOf(u"/srv/gad ñ/fly.toml"_s, u"grupo-gad"_s);
    }
    const Settings settings(file);
    QCOMPARE(settings.language(), u"es"_s);
    QCOMPARE(settings.theme(), Settings::Theme::Dark);
    QVERIFY(settings.reducedMotion());
    QCOMPARE(settings.windowGeometry(), QByteArray("\x01\x00\xff", 3));
    QCOMPARE(settings.splitter(u"main"_s), QByteArray("split"));
    QCOMPARE(settings.lastApp(), u"grupo-gad"_s);
    QVERIFY(!settings.isProduction(u"grupo-gad"_s));
    QVERIFY(settings.isProduction(u"sist-cabanas-mvp"_s));
    QCOMPARE(settings.projectConfig(u"grupo-gad"_s), u"/srv/gad ñ/fly.toml"_s);
    const QMap<QString, QString> linked{{u"grupo-gad"_s, u"/srv/gad ñ/fly.toml"_s}};
    QCOMPARE(settings.projectConfigs(), linked); // the app that was unlinked is not among them
    QCOMPARE(settings.lastAppOf(u"/srv/gad ñ/fly.toml"_s), u"grupo-gad"_s);
    QCOMPARE(settings.lastAppOf(u"/srv/gad/fly.toml"_s), QString());
}

void TestSettings::namesWithSlashesStayApart()
{
    QTemporaryDir dir;
    Settings settings(dir.filePath(u"settings.ini"_s));
    settings.setProduction(u"a/production"_s, false);
    settings.setProduction(u"50%"_s, false);
    QVERIFY(settings.isProduction(u"a"_s));
    QVERIFY(!settings.isProduction(u"a/production"_s));
    QVERIFY(!settings.isProduction(u"50%"_s));
}

void TestSettings::fileIsForItsOwnerAlone()
{
    QTemporaryDir dir;
    const QString file = dir.filePath(u"settings.ini"_s);
    {
        Settings settings(file);
        settings.setLanguage(u"en"_s);
    }
    QVERIFY(!(QFileInfo(file).permissions() & othersMay));
}

void TestSettings::unknownWordsFallBack()
{
    QTemporaryDir dir;
    const QString file = dir.filePath(u"settings.ini"_s);
    QFile ini(file);
    QVERIFY(ini.open(QIODevice::WriteOnly));
    ini.write("[ui]\nlanguage=tlh\ntheme=pink\n");
    ini.close();
    const Settings settings(file);
    QCOMPARE(settings.language(), QString());
    QCOMPARE(settings.theme(), Settings::Theme::System);
}

void TestSettings::homeVariableOverridesAll()
{
    QTemporaryDir dir;
    const Variable home("ATALAYA_HOME", dir.filePath(u"portable"_s));
    const ProfilePaths paths = ProfilePaths::forProfile(u"sandbox"_s);
    const QStringList all{paths.data, paths.config, paths.state, paths.runtime};
    for (const QString &path : all) {
        QVERIFY2(path.startsWith(dir.filePath(u"portable/sandbox"_s)), qPrintable(path));
        QVERIFY(QFileInfo(path).isDir());
        QVERIFY(!(QFileInfo(path).permissions() & othersMay));
    }
    QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), 4);
}

void TestSettings::xdgFoldersAreUsedAndPrivate()
{
    QTemporaryDir dir;
    const Variable home("ATALAYA_HOME", {});
    const Variable data("XDG_DATA_HOME", dir.filePath(u"data"_s));
    const Variable config("XDG_CONFIG_HOME", dir.filePath(u"config"_s));
    const Variable state("XDG_STATE_HOME", dir.filePath(u"state"_s));
    QVERIFY(QDir().mkdir(dir.filePath(u"run"_s)));
    const Variable runtime("XDG_RUNTIME_DIR", dir.filePath(u"run"_s));
    const ProfilePaths paths = ProfilePaths::forProfile(u"default"_s);
    QCOMPARE(paths.data, dir.filePath(u"data/atalaya/default"_s));
    QCOMPARE(paths.config, dir.filePath(u"config/atalaya/default"_s));
    QCOMPARE(paths.state, dir.filePath(u"state/atalaya/default"_s));
    QCOMPARE(paths.runtime, dir.filePath(u"run/atalaya/default"_s));
    for (const QString &path : {paths.data, paths.config, paths.state, paths.runtime})
        QVERIFY(!(QFileInfo(path).permissions() & othersMay));
}

void TestSettings::withoutRuntimeFolderTheStateFolderServes()
{
    QTemporaryDir dir;
    const Variable home("ATALAYA_HOME", {});
    const Variable data("XDG_DATA_HOME", dir.filePath(u"data"_s));
    const Variable config("XDG_CONFIG_HOME", dir.filePath(u"config"_s));
    const Variable state("XDG_STATE_HOME", dir.filePath(u"state"_s));
    const Variable runtime("XDG_RUNTIME_DIR", {});
    const ProfilePaths paths = ProfilePaths::forProfile(u"default"_s);
    QCOMPARE(paths.runtime, dir.filePath(u"state/atalaya/default/run"_s));
    QVERIFY(QFileInfo(paths.runtime).isDir());
}

void TestSettings::profilesDoNotMix()
{
    QTemporaryDir dir;
    const Variable home("ATALAYA_HOME", dir.path());
    const ProfilePaths sandbox = ProfilePaths::forProfile(u"sandbox"_s);
    const ProfilePaths real = ProfilePaths::forProfile(u"default"_s);
    QVERIFY(sandbox.data != real.data);
    QVERIFY(sandbox.config != real.config);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
