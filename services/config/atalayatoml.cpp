#include "config/atalayatoml.h"

#include "config/atalayaschema.h"
#include "config/goduration.h"
#include "config/tomldocument.h"

#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
QStringList stackTexts(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue &entry : list.toArray()) {
        if (entry.isString())
            texts.append(entry.toString());
    }
    return texts;
}

void readSeconds(const QJsonObject &object, QLatin1String key, std::chrono::seconds &target)
{
    if (const auto read = goDurationFromText(object.value(key).toString()))
        target = std::chrono::ceil<std::chrono::seconds>(*read);
}

std::optional<qint64> countIn(const QJsonObject &object, QLatin1String key)
{
    const QJsonValue value = object.value(key);
    return value.isDouble() ? std::optional<qint64>(value.toInteger()) : std::nullopt;
}

StackMigration migrationFrom(const QJsonObject &json)
{
    StackMigration migration;
    migration.service = json.value("service"_L1).toString();
    migration.command = atalayaCommand(json.value("command"_L1));
    migration.files = stackTexts(json.value("files"_L1));
    readSeconds(json, "timeout"_L1, migration.timeout);
    return migration;
}

StackBackup backupFrom(const QJsonObject &json)
{
    StackBackup backup;
    backup.name = json.value("name"_L1).toString();
    backup.kind = AtalayaWords::backupKindOf(json.value("kind"_L1).toString())
                      .value_or(StackBackup::Kind::PgDump);
    backup.service = json.value("service"_L1).toString();
    backup.database = json.value("database"_L1).toString();
    backup.user = json.value("user"_L1).toString();
    backup.command = atalayaCommand(json.value("command"_L1));
    backup.restore = atalayaCommand(json.value("restore"_L1));
    backup.verify = AtalayaWords::backupVerifyOf(json.value("verify"_L1).toString())
                        .value_or(StackBackup::Verify::Listed);
    readSeconds(json, "timeout"_L1, backup.timeout);
    return backup;
}

SmokeTest smokeFrom(const QJsonObject &json)
{
    SmokeTest test;
    test.name = json.value("name"_L1).toString();
    test.kind =
        AtalayaWords::smokeKindOf(json.value("kind"_L1).toString()).value_or(SmokeTest::Kind::Http);
    test.url = json.value("url"_L1).toString();
    const QJsonValue status = json.value("status"_L1);
    if (status.isDouble())
        test.status = {status.toInt()};
    else if (status.isArray())
        test.status.clear();
    for (const QJsonValue &one : status.toArray())
        test.status.append(one.toInt());
    const QJsonObject fields = json.value("json"_L1).toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field)
        test.json.insert(field.key(), field.value());
    test.address = json.value("address"_L1).toString();
    test.command = atalayaCommand(json.value("command"_L1));
    test.tries = json.value("tries"_L1).toInt(test.tries);
    readSeconds(json, "every"_L1, test.every);
    readSeconds(json, "timeout"_L1, test.timeout);
    return test;
}

DeskProbe probeFrom(const QJsonObject &json)
{
    DeskProbe probe;
    probe.url = json.value("url"_L1).toString();
    readSeconds(json, "every"_L1, probe.every);
    readSeconds(json, "timeout"_L1, probe.timeout);
    return probe;
}

DataCheck dataFrom(const QJsonObject &json)
{
    return {json.value("name"_L1).toString(),
        json.value("service"_L1).toString(),
        json.value("database"_L1).toString(),
        json.value("user"_L1).toString(),
        json.value("sql"_L1).toString(),
        countIn(json, "minimum"_L1),
        countIn(json, "exactly"_L1)};
}

FreezeWindow freezeFrom(const QJsonObject &json)
{
    FreezeWindow window;
    window.name = json.value("name"_L1).toString();
    for (const QString &word : stackTexts(json.value("days"_L1))) {
        for (const int day : AtalayaWords::daysOf(word)) {
            if (!window.days.contains(day))
                window.days.append(day);
        }
    }
    std::sort(window.days.begin(), window.days.end());
    const auto time = [&json](QLatin1String key) {
        const QTime read = QTime::fromString(json.value(key).toString(), u"HH:mm"_s);
        return read.isValid() ? read : QTime(0, 0);
    };
    window.from = time("from"_L1);
    window.to = time("to"_L1);
    window.zone = json.value("zone"_L1).toString().toUtf8();
    return window;
}

template <typename T, typename From>
QList<T> entriesFrom(const QJsonObject &json, QLatin1String key, From from)
{
    QList<T> entries;
    for (const QJsonValue &entry : json.value(key).toArray())
        entries.append(from(entry.toObject()));
    return entries;
}

void placeStackFinding(const TomlDocument *document, ConfigFinding &finding)
{
    const std::optional<ConfigPath> path = configPathFromText(finding.path);
    const int node = document && path ? document->findNearest(*path) : -1;
    finding.line = node > 0 ? document->nodes.at(node).line : 1;
    finding.column = node > 0 ? document->nodes.at(node).column : 1;
}

int findNearestNode(const TomlDocument &document, const ConfigPath &path)
{
    return document.findNearest(path);
}
} // namespace

AtalayaToml atalayaFromJson(const QJsonObject &json)
{
    AtalayaToml toml;
    const auto text = [&json](QLatin1String key) { return json.value(key).toString(); };
    const auto part = [&json](QLatin1String key) { return json.value(key).toObject(); };
    toml.stack = text("stack"_L1);
    toml.project = text("project"_L1);
    toml.production = json.value("production"_L1).toBool(true);
    toml.servers = stackTexts(json.value("servers"_L1));
    toml.atOnce = std::max(1, json.value("servers_at_once"_L1).toInt(1));
    toml.directory = text("directory"_L1);
    toml.compose = stackTexts(json.value("compose"_L1));
    toml.envFile = text("env_file"_L1);
    toml.services = stackTexts(json.value("services"_L1));
    const QJsonObject source = part("source"_L1);
    toml.source = AtalayaWords::sourceOf(source.value("mode"_L1).toString())
                      .value_or(AtalayaToml::Source::Upload);
    toml.remote = source.value("remote"_L1).toString();
    toml.branch = source.value("branch"_L1).toString();
    const QJsonObject version = part("version"_L1);
    toml.version = {version.value("variable"_L1).toString(), version.value("file"_L1).toString()};
    if (json.value("migrate"_L1).isObject())
        toml.migration = migrationFrom(part("migrate"_L1));
    toml.backups = entriesFrom<StackBackup>(json, "backup"_L1, backupFrom);
    toml.smoke = entriesFrom<SmokeTest>(json, "smoke"_L1, smokeFrom);
    toml.probes = entriesFrom<DeskProbe>(json, "probe"_L1, probeFrom);
    toml.data = entriesFrom<DataCheck>(json, "data"_L1, dataFrom);
    readSeconds(part("health"_L1), "timeout"_L1, toml.healthTimeout);
    if (json.value("cleanup"_L1).isObject()) {
        toml.prune.emplace();
        readSeconds(part("cleanup"_L1), "images_older_than"_L1, toml.prune->olderThan);
        toml.prune->all = part("cleanup"_L1).value("all_unused"_L1).toBool();
    }
    const auto answer = [&part](QLatin1String key) {
        return AtalayaWords::answerOf(part("rollback"_L1).value(key).toString())
            .value_or(AtalayaToml::Answer::Ask);
    };
    toml.rollback = answer("on_failure"_L1);
    toml.databaseRestore = answer("database"_L1);
    toml.freezes = entriesFrom<FreezeWindow>(json, "freeze"_L1, freezeFrom);
    return toml;
}

bool FreezeWindow::covers(const QDateTime &at) const
{
    return endOf(at).isValid();
}

QDateTime FreezeWindow::endOf(const QDateTime &at) const
{
    const QTimeZone place = zone.isEmpty() ? QTimeZone::utc() : QTimeZone(zone);
    if (!at.isValid() || !place.isValid())
        return {};
    const QDateTime there = at.toTimeZone(place);
    // Begun today, or yesterday and not over yet.
    for (const int back : {0, 1}) {
        const QDate day = there.date().addDays(-back);
        if (!days.isEmpty() && !days.contains(day.dayOfWeek()))
            continue;
        const QDateTime begin(day, from, place);
        const QDateTime end(to > from ? day : day.addDays(1), to, place);
        if (there >= begin && there < end)
            return end.toUTC();
    }
    return {};
}

ConfigFinding AtalayaToml::at(ConfigFinding::Severity severity,
    ConfigCode code,
    const QString &path,
    const QStringList &arguments) const
{
    ConfigFinding finding{severity, code, path, 0, 0, arguments};
    placeStackFinding(document.get(), finding);
    return finding;
}

const FreezeWindow *AtalayaToml::frozenAt(const QDateTime &at) const
{
    const auto found = std::find_if(freezes.begin(),
        freezes.end(),
        [&at](const FreezeWindow &window) { return window.covers(at); });
    return found == freezes.end() ? nullptr : &*found;
}

bool AtalayaToml::saysTheSameAs(const AtalayaToml &other) const
{
    return atalayaToJson(*this) == atalayaToJson(other);
}

AtalayaToml readAtalayaToml(const QByteArray &text)
{
    auto document = std::make_shared<TomlDocument>(readToml(text));
    FileFindings findings(document.get(), findNearestNode);
    const QJsonObject json = document->toJson();
    AtalayaToml toml = atalayaFromJson(json);
    checkAtalayaKeys(json, findings);
    checkAtalayaRules(toml, json, findings);
    toml.findings = document->findings + findings.sorted();
    std::stable_sort(toml.findings.begin(),
        toml.findings.end(),
        [](const ConfigFinding &a, const ConfigFinding &b) { return a.line < b.line; });
    toml.document = std::move(document);
    return toml;
}

Result<AtalayaToml> parseAtalayaToml(const QByteArray &text, const QString &fileName)
{
    AtalayaToml toml = readAtalayaToml(text);
    for (const ConfigFinding &finding : std::as_const(toml.findings)) {
        if (finding.severity == ConfigFinding::Severity::Error)
            return failure(Error::Kind::InvalidInput, configDetail(finding, fileName));
    }
    return toml;
}
