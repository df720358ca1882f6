#include "config/composechecks.h"

#include "config/composerules.h"
#include "config/configpath.h"
#include "config/listforms.h"
#include "config/secretnames.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
bool reachesTheWorld(const QString &hostIp)
{
    return hostIp.isEmpty() || hostIp == "0.0.0.0"_L1 || hostIp == "::"_L1 || hostIp == "[::]"_L1;
}

bool isDatabasePort(const QString &target)
{
    static const QSet<QString> ports{u"5432"_s,
        u"3306"_s,
        u"33060"_s,
        u"27017"_s,
        u"6379"_s,
        u"1433"_s,
        u"1521"_s,
        u"11211"_s,
        u"9042"_s,
        u"5984"_s,
        u"7687"_s,
        u"26257"_s,
        u"2379"_s};
    return ports.contains(target);
}

// By the last part of the image's name; tools that only talk to a database are none.
bool isDatabaseImage(const QString &image)
{
    static const QRegularExpression database(
        u"^(postgres|postgresql|postgis|timescaledb|pgvector|mysql|mariadb|percona|mongo|mongodb|"
        u"redis|"
        "valkey|keydb|memcached|mssql|elasticsearch|opensearch|cassandra|clickhouse|couchdb|neo4j|"
        "influxdb|cockroach|etcd|pgbouncer)([-_:@]|$|-server)"_s);
    static const QRegularExpression tool(u"exporter|express|admin|commander|insight|backup|-ui"_s);
    const QString name = image.section(u'/', -1);
    return database.match(name).hasMatch() && !tool.match(name).hasMatch();
}

struct ImageTag
{
    bool isPinned = false; // by its digest
    QString tag;
};

ImageTag tagOf(const QString &image)
{
    if (image.contains("@sha256:"_L1))
        return {true, {}};
    const QString name = image.section(u'/', -1);
    return {false, name.contains(u':') ? name.section(u':', 1) : QString()};
}

class ComposeCheck
{
public:
    ComposeCheck(const ComposeProject &project, const ComposeSurroundings &surroundings)
        : m_project(project)
        , m_surroundings(surroundings)
    {
        for (const EnvSource &source : surroundings.envFiles) {
            const QHash<QString, Secret> values = source.file.values();
            for (auto value = values.begin(); value != values.end(); ++value)
                m_values.insert(value.key(), value.value());
        }
    }

    QList<ComposeFinding> run()
    {
        for (const ComposeService &service : m_project.services) {
            const QString path = configPathBelow(u"services"_s, service.name);
            build(service, path);
            image(service, path);
            ports(service, path);
            secretsAndLists(service, path);
            envFiles(service, path);
        }
        health();
        defaults();
        missingVariables();
        std::stable_sort(m_findings.begin(),
            m_findings.end(),
            [](const ComposeFinding &a, const ComposeFinding &b) {
                return std::tuple(a.file, a.finding.line, a.finding.column)
                    < std::tuple(b.file, b.finding.line, b.finding.column);
            });
        return m_findings;
    }

private:
    using Severity = ConfigFinding::Severity;

    void tell(Severity severity,
        ConfigCode code,
        const QString &path,
        const ComposePlace &place,
        const QStringList &arguments = {})
    {
        if (m_findings.size() < mostComposeFindings)
            m_findings.append(ComposeFinding{
                place.file, {severity, code, path, place.line, place.column, arguments}});
    }

    [[nodiscard]] std::optional<QString> valueOf(const QString &name) const
    {
        const auto value = m_values.constFind(name);
        return value == m_values.constEnd()
            ? std::nullopt
            : std::optional<QString>(QString::fromUtf8(value->reveal()));
    }
    // Nothing: it hangs on a variable that nobody knows.
    [[nodiscard]] std::optional<QString> known(const QString &text) const
    {
        return VariableText(text).known([this](const QString &name) { return valueOf(name); });
    }

    void build(const ComposeService &service, const QString &path);
    void image(const ComposeService &service, const QString &path);
    void ports(const ComposeService &service, const QString &path);
    void secretsAndLists(const ComposeService &service, const QString &path);
    void variableValue(const ComposeEnvironment &variable, const QString &path);
    void envFiles(const ComposeService &service, const QString &path);
    void health();
    void defaults();
    void missingVariables();

    const ComposeProject &m_project;
    const ComposeSurroundings &m_surroundings;
    QHash<QString, Secret> m_values;
    QList<ComposeFinding> m_findings;
};

void ComposeCheck::build(const ComposeService &service, const QString &path)
{
    if (!service.build)
        return;
    // With an image it can be pulled, if nobody forgets --no-build.
    tell(service.image.text.isEmpty() ? Severity::Warning : Severity::Note,
        service.image.text.isEmpty() ? ConfigCode::ComposeBuild : ConfigCode::ComposeBuildAndImage,
        configPathBelow(path, u"build"_s),
        service.build->place,
        {service.name});
}

void ComposeCheck::image(const ComposeService &service, const QString &path)
{
    if (service.image.text.isEmpty() || service.build)
        return;
    const std::optional<QString> resolved = known(service.image.text);
    if (!resolved || resolved->isEmpty())
        return;
    const ImageTag tag = tagOf(*resolved);
    if (tag.isPinned || (!tag.tag.isEmpty() && tag.tag != "latest"_L1))
        return;
    tell(Severity::Warning,
        tag.tag.isEmpty() ? ConfigCode::ComposeNoTag : ConfigCode::ComposeLatest,
        configPathBelow(path, u"image"_s),
        service.image.place,
        {service.name, service.image.text});
}

void ComposeCheck::ports(const ComposeService &service, const QString &path)
{
    const bool isDatabase = isDatabaseImage(known(service.image.text).value_or(QString()));
    for (qsizetype i = 0; i < service.ports.size(); ++i) {
        const ComposePort &port = service.ports.at(i);
        const std::optional<QString> host = known(port.hostIp);
        const QString target = known(port.target).value_or(port.target);
        if (host && reachesTheWorld(*host) && (isDatabase || isDatabasePort(target)))
            tell(Severity::Warning,
                ConfigCode::ComposeDatabasePort,
                configPathAt(configPathBelow(path, u"ports"_s), i),
                port.place,
                {service.name, port.published.isEmpty() ? target : port.published, target});
    }
}

void ComposeCheck::secretsAndLists(const ComposeService &service, const QString &path)
{
    const QString environment = configPathBelow(path, u"environment"_s);
    for (const ComposeEnvironment &variable : service.environment)
        variableValue(variable, configPathBelow(environment, variable.name));
    if (service.build) {
        const QString arguments = configPathBelow(configPathBelow(path, u"build"_s), u"args"_s);
        for (const ComposeEnvironment &variable : service.build->arguments)
            variableValue(variable, configPathBelow(arguments, variable.name));
    }
    if (commandHasPassword(service.command))
        tell(Severity::Warning,
            ConfigCode::ComposeSecretInCommand,
            configPathBelow(path, u"command"_s),
            service.commandPlace,
            {service.name});
}

void ComposeCheck::variableValue(const ComposeEnvironment &variable, const QString &path)
{
    if (!variable.value || variable.value->isEmpty())
        return;
    const QString &text = *variable.value;
    const bool isLiteral = !VariableText(text).hasVariables();
    const auto told = [&](ConfigCode code) {
        tell(Severity::Warning, code, path, variable.place, {variable.name});
    };
    if (isLiteral && textIsPlaceholder(text))
        told(ConfigCode::Placeholder);
    else if (textHasPassword(text) || (isLiteral && valueIsSecret(variable.name, text)))
        told(ConfigCode::ComposeSecretValue);
    if (isLiteral && wantsCommas(variable.name) && isJsonList(text))
        told(ConfigCode::JsonList);
    else if (isLiteral && isBrokenJsonList(text))
        told(ConfigCode::BrokenList);
}

void ComposeCheck::envFiles(const ComposeService &service, const QString &path)
{
    for (qsizetype i = 0; i < service.envFiles.size(); ++i) {
        const ComposeEnvFile &file = service.envFiles.at(i);
        if (m_surroundings.tracked.contains(file.path) && !isExampleName(file.path))
            tell(Severity::Warning,
                ConfigCode::EnvTracked,
                configPathAt(configPathBelow(path, u"env_file"_s), i),
                file.place,
                {file.path});
    }
}

// Told once for each service that others wait for, where it stands.
void ComposeCheck::health()
{
    QHash<QString, QStringList> waiting;
    for (const ComposeService &service : m_project.services) {
        for (const ComposeDependency &dependency : service.dependsOn) {
            if (dependency.condition == ComposeDependency::Condition::Started
                || dependency.condition == ComposeDependency::Condition::Healthy)
                waiting[dependency.service].append(service.name);
        }
    }
    for (const ComposeService &service : m_project.services) {
        const QStringList names = waiting.value(service.name);
        const bool hasSource = !service.image.text.isEmpty() || service.build || service.extends;
        if (!names.isEmpty() && hasSource && !service.hasHealthcheck())
            tell(Severity::Warning,
                ConfigCode::ComposeNoHealth,
                configPathBelow(u"services"_s, service.name),
                service.place,
                {service.name, names.mid(0, 8).join(u", "_s)});
    }
}

void ComposeCheck::defaults()
{
    QSet<QString> told;
    for (const ComposeVariableUse &variable : m_project.variables) {
        const VariableUse &use = variable.use;
        if (use.form != VariableUse::Form::Default || told.contains(use.name))
            continue;
        const VariableText word(use.word);
        const bool isLiteral = !use.word.isEmpty() && !word.hasVariables();
        const bool isSecret =
            textHasPassword(use.word) || (isLiteral && valueIsSecret(use.name, use.word));
        if (isSecret) {
            told.insert(use.name);
            tell(Severity::Warning,
                ConfigCode::ComposeSecretDefault,
                variable.path,
                variable.place,
                {use.name});
        } else if (use.word.isEmpty() && nameIsOfSecret(use.name)) {
            told.insert(use.name);
            tell(Severity::Note,
                ConfigCode::ComposeSecretEmpty,
                variable.path,
                variable.place,
                {use.name});
        } else if (isLiteral && wantsCommas(use.name) && isJsonList(use.word)) {
            told.insert(use.name);
            tell(
                Severity::Warning, ConfigCode::JsonList, variable.path, variable.place, {use.name});
        }
    }
}

void ComposeCheck::missingVariables()
{
    const bool knowsFiles = !m_surroundings.envFiles.isEmpty();
    QSet<QString> told;
    for (const ComposeVariableUse &variable : m_project.variables) {
        const VariableUse &use = variable.use;
        const bool isRequired = use.form == VariableUse::Form::Required;
        if ((!isRequired && use.form != VariableUse::Form::Plain) || told.contains(use.name))
            continue;
        const std::optional<QString> value = valueOf(use.name);
        const bool isMissing = !value || (isRequired && use.orEmpty && value->isEmpty());
        if (!isMissing || (!knowsFiles && !isRequired))
            continue;
        told.insert(use.name);
        const ConfigCode code = value ? ConfigCode::VariableEmpty
            : isRequired              ? ConfigCode::VariableRequired
                                      : ConfigCode::VariableMissing;
        tell(knowsFiles && isRequired ? Severity::Error : Severity::Warning,
            code,
            variable.path,
            variable.place,
            {use.name});
    }
}
} // namespace

QList<ComposeFinding> checkCompose(
    const ComposeProject &project, const ComposeSurroundings &surroundings)
{
    return project.isWhole ? ComposeCheck(project, surroundings).run() : QList<ComposeFinding>();
}
