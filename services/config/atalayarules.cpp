#include "config/atalayaschema.h"

#include <QJsonArray>
#include <QSet>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
class AtalayaRules
{
public:
    AtalayaRules(const AtalayaToml &toml, const QJsonObject &json, FileFindings &findings)
        : m_toml(toml)
        , m_json(json)
        , m_findings(findings)
    {
    }

    void run()
    {
        servers();
        source();
        version();
        migration();
        backups();
        smoke();
        probes();
        data();
        afterwards();
        freezes();
    }

private:
    [[nodiscard]] QJsonObject entry(QLatin1String list, qsizetype at) const
    {
        return m_json.value(list).toArray().at(at).toObject();
    }
    // Keys that mean nothing beside another one.
    void meaningless(const QJsonObject &object,
        const QString &path,
        const QStringList &keys,
        const QString &beside)
    {
        for (const QString &key : keys) {
            if (object.contains(key))
                m_findings.error(
                    ConfigCode::StackKeyNotForKind, configPathBelow(path, key), {key, beside});
        }
    }
    void needs(const QJsonObject &object, const QString &path, const QStringList &keys)
    {
        for (const QString &key : keys) {
            if (!object.contains(key))
                m_findings.error(ConfigCode::MissingKey, configPathBelow(path, key), {key});
        }
    }
    void noRestart(const QStringList &command, const QString &path)
    {
        const qsizetype docker =
            std::max(command.indexOf(u"docker"_s), command.indexOf(u"docker-compose"_s));
        if (docker >= 0 && command.indexOf(u"restart"_s) > docker)
            m_findings.error(ConfigCode::StackRestart, path);
    }
    [[nodiscard]] bool isCounted(const StackBackup &backup) const
    {
        return std::any_of(m_toml.data.begin(), m_toml.data.end(), [&](const DataCheck &check) {
            return check.service == backup.service
                && (backup.database.isEmpty() || check.database == backup.database);
        });
    }

    void servers();
    void source();
    void version();
    void migration();
    void backups();
    void backup(const StackBackup &backup, const QJsonObject &json, const QString &path);
    void smoke();
    void webAddress(const QJsonObject &json,
        const QString &text,
        const QStringList &schemes,
        const QString &path);
    void probes();
    void smokeTest(const SmokeTest &test, const QJsonObject &json, const QString &path);
    void data();
    void afterwards();
    void freezes();

    const AtalayaToml &m_toml;
    const QJsonObject &m_json;
    FileFindings &m_findings;
};

void AtalayaRules::servers()
{
    if (m_toml.atOnce > 1 && m_toml.atOnce > m_toml.servers.size())
        m_findings.warning(ConfigCode::StackMoreAtOnce,
            u"servers_at_once"_s,
            {QString::number(m_toml.atOnce), QString::number(m_toml.servers.size())});
}

void AtalayaRules::source()
{
    const QJsonObject json = m_json.value("source"_L1).toObject();
    if (m_toml.source == AtalayaToml::Source::Upload)
        meaningless(json, u"source"_s, {u"remote"_s, u"branch"_s}, u"mode = \"upload\""_s);
}

void AtalayaRules::version()
{
    const StackVersion &version = m_toml.version;
    if (!version.variable.isEmpty() && !version.file.isEmpty())
        m_findings.error(ConfigCode::StackEither, u"version.file"_s, {u"variable"_s, u"file"_s});
    if (!version.file.isEmpty() && !m_toml.compose.contains(version.file))
        m_findings.error(ConfigCode::StackVersionFile, u"version.file"_s, {version.file});
    if (!version.variable.isEmpty() && m_toml.envFile.isEmpty())
        m_findings.error(ConfigCode::MissingKey, u"version.variable"_s, {u"env_file"_s});
}

void AtalayaRules::migration()
{
    if (!m_toml.migration)
        return;
    noRestart(m_toml.migration->command, u"migrate.command"_s);
    if (m_toml.backups.isEmpty())
        m_findings.warning(ConfigCode::StackNoBackup, u"migrate"_s);
}

void AtalayaRules::backup(const StackBackup &backup, const QJsonObject &json, const QString &path)
{
    const QString kind = u"kind = \"%1\""_s.arg(AtalayaWords::backupKind(backup.kind));
    if (backup.kind == StackBackup::Kind::Command) {
        needs(json, path, {u"command"_s});
        meaningless(json, path, {u"database"_s, u"user"_s, u"verify"_s}, kind);
        noRestart(backup.command, configPathBelow(path, u"command"_s));
        noRestart(backup.restore, configPathBelow(path, u"restore"_s));
        if (backup.restore.isEmpty())
            m_findings.warning(ConfigCode::StackNoWayBack, path);
        return;
    }
    needs(json, path, {u"database"_s});
    meaningless(json, path, {u"command"_s, u"restore"_s}, kind);
    const QString verify = configPathBelow(path, u"verify"_s);
    if (backup.kind == StackBackup::Kind::MongoDump) {
        if (backup.verify != StackBackup::Verify::Listed)
            m_findings.error(ConfigCode::StackKeyNotForKind, verify, {u"verify"_s, kind});
    } else if (!isCounted(backup)) {
        if (backup.verify == StackBackup::Verify::Restore)
            m_findings.error(ConfigCode::StackRestoreUncounted, verify, {backup.database});
        else if (m_toml.databaseRestore == AtalayaToml::Answer::Automatic)
            m_findings.error(
                ConfigCode::StackRestoreUncounted, u"rollback.database"_s, {backup.database});
        else
            m_findings.warning(ConfigCode::StackRestoreUncounted, path, {backup.database});
    }
}

void AtalayaRules::backups()
{
    QSet<QString> seen;
    for (qsizetype i = 0; i < m_toml.backups.size(); ++i) {
        const StackBackup &one = m_toml.backups.at(i);
        const QString path = configPathAt(u"backup"_s, i);
        const QJsonObject json = entry("backup"_L1, i);
        const QString name = stackBackupName(one);
        if (seen.contains(name))
            m_findings.error(ConfigCode::StackTwice, configPathBelow(path, u"name"_s), {name});
        seen.insert(name);
        if (AtalayaWords::backupKindOf(json.value("kind"_L1).toString()))
            backup(one, json, path);
    }
}

void AtalayaRules::smokeTest(const SmokeTest &test, const QJsonObject &json, const QString &path)
{
    const QString kind = u"kind = \"%1\""_s.arg(AtalayaWords::smokeKind(test.kind));
    switch (test.kind) {
    case SmokeTest::Kind::Http:
        meaningless(json, path, {u"address"_s, u"command"_s}, kind);
        needs(json, path, {u"url"_s});
        break;
    case SmokeTest::Kind::WebSocket:
        meaningless(json, path, {u"status"_s, u"json"_s, u"address"_s, u"command"_s}, kind);
        needs(json, path, {u"url"_s});
        break;
    case SmokeTest::Kind::Tcp:
        meaningless(json, path, {u"url"_s, u"status"_s, u"json"_s, u"command"_s}, kind);
        needs(json, path, {u"address"_s});
        return;
    case SmokeTest::Kind::Command:
        meaningless(json, path, {u"url"_s, u"status"_s, u"json"_s, u"address"_s}, kind);
        needs(json, path, {u"command"_s});
        noRestart(test.command, configPathBelow(path, u"command"_s));
        return;
    }
    const QStringList schemes = test.kind == SmokeTest::Kind::Http
        ? QStringList{u"http"_s, u"https"_s}
        : QStringList{u"ws"_s, u"wss"_s};
    webAddress(json, test.url, schemes, path);
}

void AtalayaRules::webAddress(
    const QJsonObject &json, const QString &text, const QStringList &schemes, const QString &path)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isFit = url.isValid() && !url.host().isEmpty() && schemes.contains(url.scheme())
        && url.userInfo().isEmpty();
    if (json.contains("url"_L1) && !isFit)
        m_findings.error(ConfigCode::StackNotUrl,
            configPathBelow(path, u"url"_s),
            {schemes.constFirst(), schemes.constLast()});
}

void AtalayaRules::probes()
{
    QSet<QString> seen;
    for (qsizetype i = 0; i < m_toml.probes.size(); ++i) {
        const QString path = configPathAt(u"probe"_s, i);
        const QString &url = m_toml.probes.at(i).url;
        webAddress(entry("probe"_L1, i), url, {u"http"_s, u"https"_s}, path);
        if (seen.contains(url) && !url.isEmpty())
            m_findings.error(ConfigCode::StackTwice, configPathBelow(path, u"url"_s), {url});
        seen.insert(url);
    }
}

void AtalayaRules::smoke()
{
    for (qsizetype i = 0; i < m_toml.smoke.size(); ++i) {
        const QJsonObject json = entry("smoke"_L1, i);
        if (AtalayaWords::smokeKindOf(json.value("kind"_L1).toString()))
            smokeTest(m_toml.smoke.at(i), json, configPathAt(u"smoke"_s, i));
    }
}

void AtalayaRules::data()
{
    for (qsizetype i = 0; i < m_toml.data.size(); ++i) {
        const DataCheck &check = m_toml.data.at(i);
        const QString path = configPathAt(u"data"_s, i);
        if (check.minimum && check.exactly)
            m_findings.error(ConfigCode::StackEither,
                configPathBelow(path, u"exactly"_s),
                {u"minimum"_s, u"exactly"_s});
        else if (!check.minimum && !check.exactly)
            m_findings.error(ConfigCode::StackNeither, path, {u"minimum"_s, u"exactly"_s});
    }
}

void AtalayaRules::afterwards()
{
    if (m_toml.smoke.isEmpty() && m_toml.data.isEmpty())
        m_findings.note(ConfigCode::StackNothingLooked, {});
    const bool canRestore =
        std::any_of(m_toml.backups.begin(), m_toml.backups.end(), [](const StackBackup &backup) {
            return backup.kind != StackBackup::Kind::Command || !backup.restore.isEmpty();
        });
    if (m_toml.databaseRestore == AtalayaToml::Answer::Automatic && !canRestore)
        m_findings.error(ConfigCode::StackNothingToRestore, u"rollback.database"_s);
    if (m_toml.databaseRestore == AtalayaToml::Answer::Automatic
        && m_toml.rollback == AtalayaToml::Answer::Ask)
        m_findings.warning(ConfigCode::StackRestoreAsks, u"rollback.database"_s);
}

void AtalayaRules::freezes()
{
    for (qsizetype i = 0; i < m_toml.freezes.size(); ++i) {
        const FreezeWindow &window = m_toml.freezes.at(i);
        const bool always =
            window.from == window.to && (window.days.isEmpty() || window.days.size() == 7);
        if (always)
            m_findings.warning(ConfigCode::StackFrozenAlways, configPathAt(u"freeze"_s, i));
    }
}
} // namespace

QString stackBackupName(const StackBackup &backup)
{
    if (!backup.name.isEmpty())
        return backup.name;
    return backup.database.isEmpty() ? backup.service : backup.database;
}

void checkAtalayaRules(const AtalayaToml &toml, const QJsonObject &json, FileFindings &findings)
{
    AtalayaRules(toml, json, findings).run();
}
