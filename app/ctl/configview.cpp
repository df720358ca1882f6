#include "app/ctl/configview.h"

#include "app/ctl/text.h"
#include "models/wordsconfig.h"

#include <QJsonArray>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

QJsonObject findingObject(const ConfigFinding &finding)
{
    return {{u"severity"_s, configSeverityName(finding.severity)},
        {u"code"_s, configCodeName(finding.code)},
        {u"path"_s, finding.path},
        {u"line"_s, finding.line},
        {u"column"_s, finding.column},
        {u"arguments"_s, QJsonArray::fromStringList(finding.arguments)},
        {u"text"_s, Words::configFinding(finding)}};
}

QString changeName(ConfigChange::Kind kind)
{
    switch (kind) {
    case ConfigChange::Kind::Added:
        return u"added"_s;
    case ConfigChange::Kind::Removed:
        return u"removed"_s;
    case ConfigChange::Kind::Changed:
        return u"changed"_s;
    }
    return {};
}

QJsonObject changeObject(const ConfigChange &change)
{
    QJsonObject object{{u"path"_s, change.path},
        {u"change"_s, changeName(change.kind)},
        {u"masked"_s, change.masked}};
    if (!change.masked) {
        object.insert(u"before"_s, change.before);
        object.insert(u"after"_s, change.after);
    }
    return object;
}

QStringList idsOf(const QList<MachineId> &machines)
{
    QStringList ids;
    for (const MachineId &id : machines)
        ids.append(id.value);
    return ids;
}

QJsonObject differencesObject(const ConfigDifferences &differences)
{
    QJsonArray sets;
    for (const ConfigChangeSet &set : differences.sets) {
        QJsonArray changes;
        for (const ConfigChange &change : set.changes)
            changes.append(changeObject(change));
        sets.append(QJsonObject{{u"group"_s, set.group},
            {u"machines"_s, QJsonArray::fromStringList(idsOf(set.machines))},
            {u"changes"_s, changes}});
    }
    QJsonArray failed;
    for (const auto &[machine, why] : differences.failed)
        failed.append(QJsonObject{{u"machine"_s, machine}, {u"detail"_s, why}});
    return {{u"app"_s, differences.app},
        {u"config"_s, differences.source},
        {u"differences"_s, sets},
        {u"same"_s, QJsonArray::fromStringList(idsOf(differences.same))},
        {u"failed"_s, failed}};
}

} // namespace

ConfigCounts countsOf(const QList<ConfigFinding> &findings)
{
    ConfigCounts counts;
    for (const ConfigFinding &finding : findings) {
        counts.errors += finding.severity == ConfigFinding::Severity::Error ? 1 : 0;
        counts.warnings += finding.severity == ConfigFinding::Severity::Warning ? 1 : 0;
    }
    return counts;
}

QJsonObject checkObject(const QString &path, const FlyToml &toml)
{
    const FlyTomlSummary summary = summaryOf(toml);
    const ConfigCounts counts = countsOf(toml.findings);
    QJsonArray ports;
    for (const int port : summary.internalPorts)
        ports.append(port);
    QJsonArray findings;
    for (const ConfigFinding &finding : toml.findings)
        findings.append(findingObject(finding));
    return {{u"file"_s, path},
        {u"format"_s, u"fly"_s},
        {u"valid"_s, counts.errors == 0},
        {u"errors"_s, counts.errors},
        {u"warnings"_s, counts.warnings},
        {u"app"_s, toml.app},
        {u"primaryRegion"_s, toml.primaryRegion},
        {u"strategy"_s, toml.strategy},
        {u"releaseCommand"_s, toml.releaseCommand},
        {u"processes"_s, QJsonArray::fromStringList(toml.processes.keys())},
        {u"topLevelKeys"_s, QJsonArray::fromStringList(summary.topLevelKeys)},
        {u"services"_s, summary.services},
        {u"httpService"_s, summary.hasHttpService},
        {u"internalPorts"_s, ports},
        {u"serviceChecks"_s, summary.serviceChecks},
        {u"checks"_s, summary.topChecks},
        {u"mounts"_s, summary.mounts},
        {u"sizes"_s, summary.sizes},
        {u"envNames"_s, QJsonArray::fromStringList(summary.envNames)},
        {u"envNotText"_s, QJsonArray::fromStringList(summary.envNotText)},
        {u"findings"_s, findings}};
}

QJsonObject checkObject(
    const QStringList &files, const ComposeProject &project, const QList<ComposeFinding> &findings)
{
    QList<ConfigFinding> bare;
    QJsonArray told;
    for (const ComposeFinding &finding : findings) {
        bare.append(finding.finding);
        QJsonObject object = findingObject(finding.finding);
        object.insert(u"file"_s, project.files.value(finding.file));
        told.append(object);
    }
    const ConfigCounts counts = countsOf(bare);
    const auto servicesWith = [&project](const auto &has) {
        QJsonArray names;
        for (const ComposeService &service : project.services) {
            if (has(service))
                names.append(service.name);
        }
        return names;
    };
    const auto namesIn = [](const QList<ComposeResource> &resources) {
        QJsonArray names;
        for (const ComposeResource &resource : resources)
            names.append(resource.name);
        return names;
    };
    const auto texts = [](const QStringList &list) { return QJsonArray::fromStringList(list); };
    return {{u"file"_s, files.value(0)},
        {u"files"_s, texts(project.files)},
        {u"format"_s, u"compose"_s},
        {u"valid"_s, counts.errors == 0},
        {u"errors"_s, counts.errors},
        {u"warnings"_s, counts.warnings},
        {u"name"_s, project.name.text},
        {u"serviceNames"_s, texts(project.serviceNames())},
        {u"withBuild"_s, servicesWith([](const ComposeService &s) { return s.build.has_value(); })},
        {u"withHealthcheck"_s,
            servicesWith([](const ComposeService &s) { return s.healthcheck.has_value(); })},
        {u"withEnvFile"_s,
            servicesWith([](const ComposeService &s) { return !s.envFiles.isEmpty(); })},
        {u"volumes"_s, namesIn(project.volumes)},
        {u"networks"_s, namesIn(project.networks)},
        {u"configs"_s, namesIn(project.configs)},
        {u"secrets"_s, namesIn(project.secrets)},
        {u"variables"_s, texts(project.variableNames())},
        {u"variablesWithDefault"_s, texts(project.namesWithForm(VariableUse::Form::Default))},
        {u"variablesRequired"_s, texts(project.namesWithForm(VariableUse::Form::Required))},
        {u"findings"_s, told}};
}

QJsonObject checkObject(const EnvSource &source, const QList<ConfigFinding> &findings)
{
    const ConfigCounts counts = countsOf(findings);
    QJsonArray told;
    for (const ConfigFinding &finding : findings)
        told.append(findingObject(finding));
    const auto texts = [](const QStringList &list) { return QJsonArray::fromStringList(list); };
    return {{u"file"_s, source.path},
        {u"format"_s, u"env"_s},
        {u"valid"_s, counts.errors == 0},
        {u"errors"_s, counts.errors},
        {u"warnings"_s, counts.warnings},
        {u"names"_s, texts(source.file.names())},
        {u"duplicates"_s, texts(source.file.duplicates())},
        {u"emptyNames"_s, texts(source.file.emptyNames())},
        {u"multiLineNames"_s, texts(source.file.multiLineNames())},
        {u"namesWithVariables"_s, texts(source.file.namesWithVariables())},
        {u"findings"_s, told}};
}

QJsonObject checkObject(
    const QString &path, const AtalayaToml &toml, const QList<StackFinding> &findings)
{
    QList<ConfigFinding> bare;
    QJsonArray told;
    for (const StackFinding &finding : findings) {
        bare.append(finding.finding);
        QJsonObject object = findingObject(finding.finding);
        object.insert(u"file"_s, finding.file);
        told.append(object);
    }
    const ConfigCounts counts = countsOf(bare);
    const auto texts = [](const QStringList &list) { return QJsonArray::fromStringList(list); };
    return {{u"file"_s, path},
        {u"format"_s, u"atalaya"_s},
        {u"valid"_s, counts.errors == 0},
        {u"errors"_s, counts.errors},
        {u"warnings"_s, counts.warnings},
        {u"stack"_s, toml.stack},
        {u"servers"_s, texts(toml.servers)},
        {u"compose"_s, texts(toml.compose)},
        {u"envFile"_s, toml.envFile},
        {u"serviceNames"_s, texts(toml.services)},
        {u"backups"_s, toml.backups.size()},
        {u"smokeTests"_s, toml.smoke.size()},
        {u"dataChecks"_s, toml.data.size()},
        {u"findings"_s, told}};
}

QList<ComposeFinding> inOrderOfFiles(QList<ComposeFinding> findings)
{
    std::stable_sort(
        findings.begin(), findings.end(), [](const ComposeFinding &a, const ComposeFinding &b) {
            return std::tuple(a.file, a.finding.line, a.finding.column)
                < std::tuple(b.file, b.finding.line, b.finding.column);
        });
    return findings;
}

QString findingLine(const QString &path, const ConfigFinding &finding)
{
    const QString place =
        finding.line > 0 ? u"%1:%2:%3"_s.arg(path).arg(finding.line).arg(finding.column) : path;
    return CtlText::tr("%1: %2: %3", "a place in a file, error or warning, and what it is")
        .arg(place, Words::configSeverity(finding.severity), Words::configFinding(finding));
}

QString checkSummary(const QString &path, const ConfigCounts &counts)
{
    if (counts.errors == 0 && counts.warnings == 0)
        return CtlText::tr("%1 is in order.").arg(path);
    const QString errors = CtlText::tr("%Ln error(s)", nullptr, counts.errors);
    const QString warnings = CtlText::tr("%Ln warning(s)", nullptr, counts.warnings);
    return CtlText::tr("%1: %2, %3.", "a file, how many errors, how many warnings")
        .arg(path, errors, warnings);
}

QStringList changeLines(const ConfigChangeSet &set)
{
    QStringList lines{CtlText::tr("Process group %1, machines %2:")
                          .arg(set.group, idsOf(set.machines).join(u", "_s))};
    for (const ConfigChange &change : set.changes)
        lines.append(u"  %1  %2"_s.arg(change.path, Words::configChange(change)));
    return lines;
}

void showDifferences(CtlOutput &out, const ConfigDifferences &differences)
{
    out.object("config-diff"_L1, differencesObject(differences));
    out.line(CtlText::tr("Config: %1").arg(differences.source));
    for (const ConfigChangeSet &set : differences.sets) {
        for (const QString &line : changeLines(set))
            out.line(line);
    }
    if (!differences.same.isEmpty())
        out.line(CtlText::tr("As the file says: %1.").arg(idsOf(differences.same).join(u", "_s)));
    for (const auto &[machine, why] : differences.failed)
        out.line(CtlText::tr("Machine %1 cannot be compared: %2").arg(machine, why));
}
