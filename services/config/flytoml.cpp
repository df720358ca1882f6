#include "config/flytoml.h"

#include "config/flylegacy.h"
#include "config/flyschema.h"
#include "config/flyvalidation.h"
#include "config/flyyaml.h"
#include "config/goduration.h"
#include "config/jsonplaces.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {
QMap<QString, QString> textsIn(const QJsonValue &table)
{
    const QJsonObject object = table.toObject();
    QMap<QString, QString> texts;
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        texts.insert(entry.key(), entry.value().toString());
    return texts;
}

void readDuration(const QJsonObject &object, QLatin1String key, std::chrono::milliseconds &target)
{
    // Durations are Go texts by now; what could not be read was reported.
    if (const auto read = goDurationFromText(object.value(key).toString()))
        target = std::chrono::duration_cast<std::chrono::milliseconds>(*read);
}

FlyToml valuesOf(const QJsonObject &root)
{
    FlyToml toml;
    toml.app = root.value("app"_L1).toString();
    toml.primaryRegion = root.value("primary_region"_L1).toString();
    toml.env = textsIn(root.value("env"_L1));
    toml.processes = textsIn(root.value("processes"_L1));
    toml.buildImage = root.value("build"_L1).toObject().value("image"_L1).toString();
    const QJsonObject deploy = root.value("deploy"_L1).toObject();
    toml.releaseCommand = deploy.value("release_command"_L1).toString();
    toml.strategy = deploy.value("strategy"_L1).toString();
    readDuration(deploy, "release_command_timeout"_L1, toml.releaseCommandTimeout);
    readDuration(deploy, "wait_timeout"_L1, toml.waitTimeout);
    if (const QJsonValue share = deploy.value("max_unavailable"_L1); share.isDouble())
        toml.maxUnavailable = share.toDouble();
    toml.json = root;
    toml.definition = QJsonDocument(root).toJson(QJsonDocument::Compact);
    return toml;
}

bool looksLikeJson(const QByteArray &text)
{
    const auto first = std::find_if(text.begin(), text.end(), [](char c) {
        return c != ' ' && c != '\t' && c != '\r' && c != '\n';
    });
    return first != text.end() && *first == '{';
}

ConfigFinding jsonProblem(const QByteArray &text, const QJsonParseError &parsing)
{
    if (parsing.error == QJsonParseError::NoError) // a list
        return {ConfigFinding::Severity::Error, ConfigCode::ComposeNotMap, {}, 1, 1, {}};
    const QByteArray before = text.left(parsing.offset);
    const auto line = before.count('\n') + 1;
    const QString begun = QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1));
    return {ConfigFinding::Severity::Error,
        ConfigCode::SyntaxJson,
        {},
        static_cast<int>(line),
        static_cast<int>(begun.size()) + 1,
        {parsing.errorString()}};
}

FlyToml readJson(const QByteArray &text)
{
    FlyToml toml;
    toml.definition = "{}";
    if (text.size() > maxConfigBytes) {
        toml.findings = {{ConfigFinding::Severity::Error,
            ConfigCode::FileTooLarge,
            {},
            1,
            1,
            {QString::number(maxConfigBytes)}}};
        return toml;
    }
    QJsonParseError parsing;
    const QJsonDocument json = QJsonDocument::fromJson(text, &parsing);
    if (!json.isObject()) {
        toml.findings = {jsonProblem(text, parsing)};
        return toml;
    }
    auto document = std::make_shared<TomlDocument>(placesOfJson(text, json.object()));
    FileFindings findings(document.get());
    const QJsonObject root = modernised(json.object(), findings);
    checkKeys(root, findings);
    validateFlyToml(root, findings);
    toml = valuesOf(root);
    toml.findings = findings.sorted();
    toml.source = std::move(document);
    return toml;
}

// The parts of a definition that must be right for a deploy to be planned from it.
bool isNeeded(const ConfigFinding &finding)
{
    const QString top = finding.path.section(u'.', 0, 0);
    return finding.severity == ConfigFinding::Severity::Error
        && QStringList{u"app"_s, u"primary_region"_s, u"env"_s, u"processes"_s, u"deploy"_s}
               .contains(top);
}

const ConfigFinding *firstError(const QList<ConfigFinding> &findings)
{
    for (const ConfigFinding &finding : findings) {
        if (finding.severity == ConfigFinding::Severity::Error)
            return &finding;
    }
    return nullptr;
}
} // namespace

QStringList FlyToml::groups() const
{
    return processes.isEmpty() ? QStringList{u"app"_s} : QStringList(processes.keys());
}

int FlyToml::line(const QString &path) const
{
    const std::optional<ConfigPath> steps = configPathFromText(path);
    const int node = source && steps ? source->find(*steps) : -1;
    return node > 0 ? source->nodes.at(node).line : 0;
}

FlyFormat flyFormatOf(const QByteArray &text, const QString &fileName)
{
    if (fileName.endsWith(".yaml"_L1))
        return FlyFormat::Yaml;
    return fileName.endsWith(".json"_L1) || looksLikeJson(text) ? FlyFormat::Json : FlyFormat::Toml;
}

QString flyConfigNameIn(const QString &folder)
{
    for (const QString &name : {u"fly.toml"_s, u"fly.json"_s, u"fly.yaml"_s}) {
        if (QFileInfo(QDir(folder).filePath(name)).isFile())
            return name;
    }
    return {};
}

FlyToml readFlyToml(const QByteArray &text, const QString &fileName)
{
    const FlyFormat format = flyFormatOf(text, fileName);
    if (format == FlyFormat::Json)
        return readJson(text);
    auto document = std::make_shared<TomlDocument>(
        format == FlyFormat::Yaml ? tomlDocumentOfYaml(text) : readToml(text));
    FileFindings findings(document.get());
    const QJsonObject root = modernised(document->toJson(), findings);
    checkKeys(root, findings);
    validateFlyToml(root, findings);
    FlyToml toml = valuesOf(root);
    // A file that is not read to its end makes followers of its errors: those of the text come
    // first.
    toml.findings = document->findings + findings.sorted();
    std::stable_sort(toml.findings.begin(),
        toml.findings.end(),
        [](const ConfigFinding &a, const ConfigFinding &b) { return a.line < b.line; });
    toml.source = std::move(document);
    return toml;
}

Result<FlyToml> parseFlyToml(const QByteArray &text, const QString &fileName)
{
    FlyToml toml = readFlyToml(text, fileName);
    if (const ConfigFinding *error = firstError(toml.findings))
        return failure(configError(*error, fileName));
    return toml;
}

Result<FlyToml> flyTomlFromDefinition(const QByteArray &json)
{
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    if (!document.isObject()) {
        return failure(Error::Kind::Protocol,
            u"definition: %1 at byte %2"_s.arg(parsing.errorString()).arg(parsing.offset));
    }
    FileFindings findings(nullptr);
    const QJsonObject root = modernised(document.object(), findings);
    checkKeys(root, findings);
    for (const ConfigFinding &finding : findings.sorted()) {
        if (isNeeded(finding))
            return failure(Error::Kind::Protocol, configDetail(finding, u"definition"_s));
    }
    return valuesOf(root);
}

FlyTomlSummary summaryOf(const FlyToml &toml)
{
    FlyTomlSummary summary;
    const QJsonObject &root = toml.json;
    const QJsonObject file = toml.source ? toml.source->toJson() : root;
    summary.topLevelKeys = file.keys();
    const QJsonObject http = root.value("http_service"_L1).toObject();
    summary.hasHttpService = file.contains("http_service"_L1);
    if (http.contains("internal_port"_L1))
        summary.internalPorts.append(http.value("internal_port"_L1).toInt());
    summary.serviceChecks = static_cast<int>(http.value("checks"_L1).toArray().size());
    const QJsonArray services = root.value("services"_L1).toArray();
    summary.services = static_cast<int>(services.size());
    for (const QJsonValue &entry : services) {
        const QJsonObject service = entry.toObject();
        if (service.contains("internal_port"_L1))
            summary.internalPorts.append(service.value("internal_port"_L1).toInt());
        for (const QLatin1String key : {"tcp_checks"_L1, "http_checks"_L1})
            summary.serviceChecks += static_cast<int>(service.value(key).toArray().size());
    }
    summary.topChecks = static_cast<int>(root.value("checks"_L1).toObject().size());
    summary.mounts = static_cast<int>(root.value("mounts"_L1).toArray().size());
    summary.sizes = static_cast<int>(root.value("vm"_L1).toArray().size());
    summary.envNames = toml.env.keys();
    const QJsonObject env = file.value("env"_L1).toObject();
    for (auto entry = env.begin(); entry != env.end(); ++entry) {
        if (!entry.value().isString())
            summary.envNotText.append(entry.key());
    }
    return summary;
}
