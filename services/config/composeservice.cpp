#include "config/composeservice.h"

#include "config/shellwords.h"

using namespace Qt::StringLiterals;

namespace {
ComposeText placedText(const ComposeNode &service, QStringView key)
{
    const ComposeEntry *entry = service.find(key);
    return entry ? ComposeText{entry->value.text, entry->place} : ComposeText();
}

// A command is a list, or a line that is cut as a shell cuts it.
QStringList commandWords(const ComposeNode &node)
{
    if (node.isList())
        return node.texts();
    if (!node.isText())
        return {};
    const Result<QStringList> words = shellWords(node.text);
    return words ? *words : QStringList{node.text};
}

QList<ComposeEnvironment> variablesOf(const ComposeNode &map)
{
    QList<ComposeEnvironment> all;
    for (const ComposeEntry &entry : map.map()) {
        ComposeEnvironment variable{entry.key, std::nullopt, entry.place, entry.value.place};
        if (entry.value.isText())
            variable.value = entry.value.text;
        all.append(variable);
    }
    return all;
}

std::optional<ComposeBuild> buildOf(const ComposeNode &service)
{
    const ComposeEntry *entry = service.find(u"build");
    if (!entry || entry->value.isNull())
        return std::nullopt;
    ComposeBuild build;
    build.place = entry->place;
    build.context = entry->value.textAt(u"context");
    build.dockerfile = entry->value.textAt(u"dockerfile");
    build.target = entry->value.textAt(u"target");
    build.arguments = variablesOf(entry->value.at(u"args"));
    return build;
}

QList<ComposeEnvFile> envFilesOf(const ComposeNode &service)
{
    QList<ComposeEnvFile> files;
    for (const ComposeNode &item : service.at(u"env_file").list()) {
        ComposeEnvFile file;
        file.place = item.place;
        file.path = item.isMap() ? item.textAt(u"path") : item.text;
        file.isRequired = item.textAt(u"required") != "false"_L1;
        file.isRaw = item.textAt(u"format") == "raw"_L1;
        if (!file.path.isEmpty())
            files.append(file);
    }
    return files;
}

QList<ComposeReference> referencesOf(const ComposeNode &list)
{
    QList<ComposeReference> all;
    for (const ComposeNode &item : list.list()) {
        if (item.isMap())
            all.append({item.textAt(u"source"), item.textAt(u"target"), item.place});
        else
            all.append({item.text, {}, item.place});
    }
    return all;
}

ComposeDependency::Condition conditionOf(const QString &word)
{
    if (word.isEmpty() || word == "service_started"_L1)
        return ComposeDependency::Condition::Started;
    if (word == "service_healthy"_L1)
        return ComposeDependency::Condition::Healthy;
    return word == "service_completed_successfully"_L1 ? ComposeDependency::Condition::Completed
                                                       : ComposeDependency::Condition::Other;
}

QList<ComposeDependency> dependenciesOf(const ComposeNode &service)
{
    QList<ComposeDependency> all;
    for (const ComposeEntry &entry : service.at(u"depends_on").map()) {
        all.append({entry.key,
            conditionOf(entry.value.textAt(u"condition")),
            entry.value.textAt(u"required") != "false"_L1,
            entry.value.at(u"restart").isTrue(),
            entry.place});
    }
    return all;
}

std::optional<ComposeHealthcheck> healthcheckOf(const ComposeNode &service)
{
    const ComposeEntry *entry = service.find(u"healthcheck");
    if (!entry || !entry->value.isMap())
        return std::nullopt;
    const ComposeNode &node = entry->value;
    ComposeHealthcheck check;
    check.place = entry->place;
    check.test = node.at(u"test").texts();
    check.isDisabled = node.at(u"disable").isTrue() || check.test.value(0) == "NONE"_L1;
    check.interval = node.textAt(u"interval");
    check.timeout = node.textAt(u"timeout");
    check.retries = node.textAt(u"retries");
    check.startPeriod = node.textAt(u"start_period");
    check.startInterval = node.textAt(u"start_interval");
    return check;
}

std::optional<int> replicasOf(const ComposeNode &service)
{
    for (const ComposeNode *node :
        {&service.at(u"scale"), &service.at(u"deploy").at(u"replicas")}) {
        bool ok = false;
        const int count = node->text.toInt(&ok);
        if (ok)
            return count;
    }
    return std::nullopt;
}
} // namespace

ComposeService composeService(const ComposeEntry &entry)
{
    const ComposeNode &node = entry.value;
    ComposeService service;
    service.name = entry.key;
    service.place = entry.place;
    service.image = placedText(node, u"image");
    service.build = buildOf(node);
    service.envFiles = envFilesOf(node);
    service.environment = variablesOf(node.at(u"environment"));
    for (const ComposeNode &item : node.at(u"ports").list()) {
        if (const auto port = composePort(item))
            service.ports.append(*port);
    }
    for (const ComposeNode &item : node.at(u"volumes").list())
        service.mounts.append(composeMount(item));
    service.configs = referencesOf(node.at(u"configs"));
    service.secrets = referencesOf(node.at(u"secrets"));
    for (const ComposeEntry &network : node.at(u"networks").map())
        service.networks.append({network.key, {}, network.place});
    service.networkMode = placedText(node, u"network_mode");
    service.dependsOn = dependenciesOf(node);
    service.healthcheck = healthcheckOf(node);
    service.restart = placedText(node, u"restart");
    service.command = commandWords(node.at(u"command"));
    service.commandPlace = placedText(node, u"command").place;
    service.entrypoint = commandWords(node.at(u"entrypoint"));
    service.profiles = node.at(u"profiles").texts();
    if (const ComposeEntry *extends = node.find(u"extends"))
        service.extends = ComposeExtends{
            extends->value.textAt(u"service"), extends->value.textAt(u"file"), extends->place};
    service.replicas = replicasOf(node);
    service.memoryLimit = node.at(u"deploy").at(u"resources").at(u"limits").textAt(u"memory");
    if (service.memoryLimit.isEmpty())
        service.memoryLimit = node.textAt(u"mem_limit");
    service.platform = placedText(node, u"platform");
    service.containerName = placedText(node, u"container_name");
    service.pullPolicy = placedText(node, u"pull_policy");
    return service;
}
