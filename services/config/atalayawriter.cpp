#include "config/atalayaschema.h"
#include "config/tomldocument.h"
#include "config/tomledit.h"
#include "config/tomlwriter.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
QString shortDuration(std::chrono::seconds duration)
{
    const qint64 seconds = duration.count();
    if (seconds > 0 && seconds % 3600 == 0)
        return u"%1h"_s.arg(seconds / 3600);
    return seconds > 0 && seconds % 60 == 0 ? u"%1m"_s.arg(seconds / 60) : u"%1s"_s.arg(seconds);
}

// An object that is told only what is not as it would be anyway.
class Told
{
public:
    void text(QLatin1String key, const QString &text)
    {
        if (!text.isEmpty())
            object.insert(key, text);
    }
    void texts(QLatin1String key, const QStringList &texts)
    {
        if (!texts.isEmpty())
            object.insert(key, QJsonArray::fromStringList(texts));
    }
    void duration(QLatin1String key, std::chrono::seconds value, std::chrono::seconds otherwise)
    {
        if (value != otherwise)
            object.insert(key, shortDuration(value));
    }
    void part(QLatin1String key, const Told &part)
    {
        if (!part.object.isEmpty())
            object.insert(key, part.object);
    }
    template <typename T, typename ToJson>
    void entries(QLatin1String key, const QList<T> &values, ToJson toJson)
    {
        QJsonArray entries;
        for (const T &value : values)
            entries.append(toJson(value));
        if (!entries.isEmpty())
            object.insert(key, entries);
    }

    QJsonObject object;
};

QJsonObject migrationToJson(const StackMigration &migration)
{
    Told told;
    told.object.insert("service"_L1, migration.service);
    told.object.insert("command"_L1, QJsonArray::fromStringList(migration.command));
    told.texts("files"_L1, migration.files);
    told.duration("timeout"_L1, migration.timeout, StackMigration().timeout);
    return told.object;
}

QJsonObject backupToJson(const StackBackup &backup)
{
    Told told;
    told.text("name"_L1, backup.name);
    told.text("kind"_L1, AtalayaWords::backupKind(backup.kind));
    told.text("service"_L1, backup.service);
    told.text("database"_L1, backup.database);
    told.text("user"_L1, backup.user);
    told.texts("command"_L1, backup.command);
    told.texts("restore"_L1, backup.restore);
    if (backup.verify != StackBackup::Verify::Listed)
        told.text("verify"_L1, AtalayaWords::backupVerify(backup.verify));
    told.duration("timeout"_L1, backup.timeout, StackBackup().timeout);
    return told.object;
}

QJsonObject smokeToJson(const SmokeTest &test)
{
    const SmokeTest usual;
    Told told;
    told.text("name"_L1, test.name);
    told.text("kind"_L1, AtalayaWords::smokeKind(test.kind));
    told.text("url"_L1, test.url);
    if (test.status.size() == 1 && test.status != usual.status) {
        told.object.insert("status"_L1, test.status.constFirst());
    } else if (test.status.size() > 1) {
        QJsonArray all;
        for (const int status : test.status)
            all.append(status);
        told.object.insert("status"_L1, all);
    }
    QJsonObject fields;
    for (auto field = test.json.begin(); field != test.json.end(); ++field)
        fields.insert(field.key(), field.value());
    if (!fields.isEmpty())
        told.object.insert("json"_L1, fields);
    told.text("address"_L1, test.address);
    told.texts("command"_L1, test.command);
    if (test.tries != usual.tries)
        told.object.insert("tries"_L1, test.tries);
    told.duration("every"_L1, test.every, usual.every);
    told.duration("timeout"_L1, test.timeout, usual.timeout);
    return told.object;
}

QJsonObject probeToJson(const DeskProbe &probe)
{
    Told told;
    told.text("url"_L1, probe.url);
    told.duration("every"_L1, probe.every, DeskProbe().every);
    told.duration("timeout"_L1, probe.timeout, DeskProbe().timeout);
    return told.object;
}

QJsonObject dataToJson(const DataCheck &check)
{
    Told told;
    told.text("name"_L1, check.name);
    told.text("service"_L1, check.service);
    told.text("database"_L1, check.database);
    told.text("user"_L1, check.user);
    told.text("sql"_L1, check.sql);
    if (check.minimum)
        told.object.insert("minimum"_L1, *check.minimum);
    if (check.exactly)
        told.object.insert("exactly"_L1, *check.exactly);
    return told.object;
}

QJsonObject freezeToJson(const FreezeWindow &window)
{
    Told told;
    told.text("name"_L1, window.name);
    QStringList days;
    for (const int day : window.days)
        days.append(AtalayaWords::day(day));
    told.texts("days"_L1, days);
    told.text("from"_L1, window.from.toString(u"HH:mm"_s));
    told.text("to"_L1, window.to.toString(u"HH:mm"_s));
    told.text("zone"_L1, QString::fromUtf8(window.zone));
    return told.object;
}

constexpr QLatin1String guideOrder[] = {
    "stack"_L1,
    "project"_L1,
    "production"_L1,
    "servers"_L1,
    "servers_at_once"_L1,
    "directory"_L1,
    "compose"_L1,
    "env_file"_L1,
    "services"_L1,
    "source"_L1,
    "version"_L1,
    "migrate"_L1,
    "backup"_L1,
    "health"_L1,
    "smoke"_L1,
    "data"_L1,
    "probe"_L1,
    "cleanup"_L1,
    "rollback"_L1,
    "freeze"_L1,
};
constexpr QLatin1String partOrder[] = {
    "name"_L1,
    "kind"_L1,
    "mode"_L1,
    "service"_L1,
    "database"_L1,
    "user"_L1,
    "url"_L1,
    "status"_L1,
    "json"_L1,
    "address"_L1,
    "command"_L1,
    "restore"_L1,
    "sql"_L1,
    "minimum"_L1,
    "exactly"_L1,
    "verify"_L1,
    "days"_L1,
    "from"_L1,
    "to"_L1,
    "zone"_L1,
};

class AtalayaText
{
public:
    explicit AtalayaText(const AtalayaComment &comment)
        : m_comment(comment)
    {
    }

    QByteArray written(const QJsonObject &json)
    {
        remark({}, false);
        for (const QLatin1String key : guideOrder) {
            const QJsonValue value = json.value(key);
            if (value.isUndefined())
                continue;
            if (value.isObject()) {
                section(u"[%1]"_s.arg(key), key, value.toObject(), true);
            } else if (value.toArray().at(0).isObject()) {
                bool isFirst = true;
                for (const QJsonValue &entry : value.toArray()) {
                    section(u"[[%1]]"_s.arg(key), key, entry.toObject(), isFirst);
                    isFirst = false;
                }
            } else {
                remark(key, !m_text.isEmpty());
                line(key, value);
            }
        }
        return m_text.toUtf8();
    }

private:
    void remark(const QString &path, bool isApart)
    {
        const QString text = m_comment ? m_comment(path) : QString();
        if (isApart && !text.isEmpty())
            m_text += u'\n';
        for (const QString &one : text.split(u'\n', Qt::SkipEmptyParts))
            m_text += QString(u"# "_s + one.trimmed() + u'\n');
    }
    void line(const QString &key, const QJsonValue &value)
    {
        m_text += QString(configKeyText(key) + u" = "_s + tomlValueText(value, {}) + u'\n');
    }
    void section(
        const QString &header, const QString &path, const QJsonObject &values, bool isFirst)
    {
        m_text += u'\n';
        if (isFirst)
            remark(path, false);
        m_text += QString(header + u'\n');
        QStringList keys;
        for (const QLatin1String key : partOrder) {
            if (values.contains(key))
                keys.append(key);
        }
        for (const QString &key : values.keys()) {
            if (!keys.contains(key))
                keys.append(key);
        }
        for (const QString &key : std::as_const(keys)) {
            if (isFirst)
                remark(configPathBelow(path, key), false);
            line(key, values.value(key));
        }
    }

    const AtalayaComment &m_comment;
    QString m_text;
};

// Brings a file from what it says to what it is to say, value by value.
class AtalayaUpdate
{
public:
    explicit AtalayaUpdate(const QByteArray &text)
        : m_text(text)
    {
    }

    Result<QByteArray> run(const QJsonObject &now, const QJsonObject &wanted)
    {
        object({}, now, wanted);
        if (m_problem)
            return failure(*m_problem);
        return m_text;
    }

private:
    static ConfigPath below(ConfigPath path, const QString &key)
    {
        path.append({key, -1});
        return path;
    }
    static ConfigPath entryOf(ConfigPath path, qsizetype index)
    {
        path.append({{}, index});
        return path;
    }
    static bool isTableList(const QJsonValue &value) { return value.toArray().at(0).isObject(); }
    void take(Result<QByteArray> text)
    {
        if (text)
            m_text = *text;
        else if (!m_problem)
            m_problem = text.error();
    }
    void set(const ConfigPath &path, const QJsonValue &value)
    {
        take(tomlWithValue(m_text, path, value));
    }
    void remove(const ConfigPath &path)
    {
        Result<QByteArray> text = tomlWithoutValue(m_text, path);
        // What is as it would be anyway stands nowhere.
        if (!text && text.error().kind == Error::Kind::NotFound)
            return;
        take(std::move(text));
    }

    void object(const ConfigPath &path, const QJsonObject &now, const QJsonObject &wanted)
    {
        for (const QString &key : now.keys()) {
            if (!wanted.contains(key))
                remove(below(path, key));
        }
        for (auto entry = wanted.begin(); entry != wanted.end() && !m_problem; ++entry) {
            const QJsonValue was = now.value(entry.key());
            const ConfigPath at = below(path, entry.key());
            if (was == entry.value())
                continue;
            const bool isPart = path.isEmpty() && was.isObject() && entry->isObject();
            if (isPart)
                object(at, was.toObject(), entry->toObject());
            else if (isTableList(was) && isTableList(entry.value()))
                list(at, was.toArray(), entry->toArray());
            else
                set(at, entry.value());
        }
    }

    void list(const ConfigPath &path, QJsonArray now, const QJsonArray &wanted)
    {
        for (qsizetype i = 0; i < wanted.size() && !m_problem; ++i) {
            while (
                i + 1 < now.size() && now.at(i) != wanted.at(i) && now.at(i + 1) == wanted.at(i)) {
                remove(entryOf(path, i));
                now.removeAt(i);
            }
            if (i >= now.size())
                set(entryOf(path, i), wanted.at(i));
            else if (now.at(i) != wanted.at(i))
                entry(entryOf(path, i), now.at(i).toObject(), wanted.at(i).toObject());
        }
        for (qsizetype i = now.size(); i-- > wanted.size() && !m_problem;)
            remove(entryOf(path, i));
    }

    void entry(const ConfigPath &path, const QJsonObject &now, const QJsonObject &wanted)
    {
        for (const QString &key : now.keys()) {
            if (!wanted.contains(key))
                remove(below(path, key));
        }
        for (auto one = wanted.begin(); one != wanted.end(); ++one) {
            if (now.value(one.key()) != one.value())
                set(below(path, one.key()), one.value());
        }
    }

    QByteArray m_text;
    std::optional<Error> m_problem;
};
} // namespace

QJsonObject atalayaToJson(const AtalayaToml &toml)
{
    Told told;
    told.text("stack"_L1, toml.stack);
    told.text("project"_L1, toml.project);
    if (!toml.production)
        told.object.insert("production"_L1, false);
    told.texts("servers"_L1, toml.servers);
    if (toml.atOnce != 1)
        told.object.insert("servers_at_once"_L1, toml.atOnce);
    told.text("directory"_L1, toml.directory);
    told.texts("compose"_L1, toml.compose);
    told.text("env_file"_L1, toml.envFile);
    told.texts("services"_L1, toml.services);
    Told source;
    if (toml.source != AtalayaToml::Source::Upload)
        source.text("mode"_L1, AtalayaWords::source(toml.source));
    source.text("remote"_L1, toml.remote);
    source.text("branch"_L1, toml.branch);
    told.part("source"_L1, source);
    Told version;
    version.text("variable"_L1, toml.version.variable);
    version.text("file"_L1, toml.version.file);
    told.part("version"_L1, version);
    if (toml.migration)
        told.object.insert("migrate"_L1, migrationToJson(*toml.migration));
    told.entries("backup"_L1, toml.backups, backupToJson);
    told.entries("smoke"_L1, toml.smoke, smokeToJson);
    told.entries("data"_L1, toml.data, dataToJson);
    told.entries("probe"_L1, toml.probes, probeToJson);
    Told health;
    health.duration("timeout"_L1, toml.healthTimeout, AtalayaToml().healthTimeout);
    told.part("health"_L1, health);
    if (toml.prune) {
        Told cleanup;
        cleanup.duration("images_older_than"_L1, toml.prune->olderThan, {});
        if (toml.prune->all)
            cleanup.object.insert("all_unused"_L1, true);
        told.part("cleanup"_L1, cleanup);
    }
    Told rollback;
    if (toml.rollback != AtalayaToml::Answer::Ask)
        rollback.text("on_failure"_L1, AtalayaWords::answer(toml.rollback));
    if (toml.databaseRestore != AtalayaToml::Answer::Ask)
        rollback.text("database"_L1, AtalayaWords::answer(toml.databaseRestore));
    told.part("rollback"_L1, rollback);
    told.entries("freeze"_L1, toml.freezes, freezeToJson);
    return told.object;
}

QByteArray writeAtalayaToml(const AtalayaToml &toml, const AtalayaComment &comment)
{
    return AtalayaText(comment).written(atalayaToJson(toml));
}

Result<QByteArray> updatedAtalayaToml(const QByteArray &text, const AtalayaToml &toml)
{
    const AtalayaToml now = readAtalayaToml(text);
    return AtalayaUpdate(text).run(atalayaToJson(now), atalayaToJson(toml));
}
