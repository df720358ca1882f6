#include "config/stackchecks.h"

#include "config/configpath.h"
#include "config/nearestname.h"
#include "config/stackversion.h"

#include <QDir>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace {
bool isBelowProject(const QString &path)
{
    return !path.startsWith(u'/') && !path.startsWith(u'~') && !path.contains(u'$')
        && !QDir::cleanPath(path).startsWith(".."_L1);
}

class StackCheck
{
public:
    explicit StackCheck(const StackProject &project)
        : m_project(project)
        , m_toml(project.toml)
        , m_recreated(stackServices(project.toml, project.compose))
    {
    }

    QList<StackFinding> run()
    {
        for (const ConfigFinding &finding : m_toml.findings)
            m_findings.append({m_project.tomlName, finding});
        files();
        if (m_project.compose.isWhole && !m_project.compose.services.isEmpty()) {
            services();
            version();
        }
        compose();
        env();
        return m_findings;
    }

private:
    using Severity = ConfigFinding::Severity;

    void tell(
        Severity severity, ConfigCode code, const QString &path, const QStringList &arguments = {})
    {
        m_findings.append({m_project.tomlName, m_toml.at(severity, code, path, arguments)});
    }
    void service(const QString &name, const QString &path)
    {
        const QStringList known = m_project.compose.serviceNames();
        if (name.isEmpty() || known.contains(name))
            return;
        const QString nearest = nearestName(name, known);
        tell(Severity::Error,
            ConfigCode::ComposeUnknownService,
            path,
            nearest.isEmpty() ? QStringList{name} : QStringList{name, nearest});
    }

    void files();
    void services();
    void version();
    void compose();
    void env();

    const StackProject &m_project;
    const AtalayaToml &m_toml;
    const QStringList m_recreated;
    QList<StackFinding> m_findings;
};

void StackCheck::files()
{
    for (qsizetype i = 0; i < m_toml.compose.size(); ++i) {
        const QString &path = m_toml.compose.at(i);
        if (!m_project.present.contains(path))
            tell(Severity::Error,
                ConfigCode::StackFileMissing,
                configPathAt(u"compose"_s, i),
                {path});
    }
    if (!m_toml.envFile.isEmpty() && !m_project.env)
        tell(Severity::Error, ConfigCode::StackEnvFileMissing, u"env_file"_s, {m_toml.envFile});
    if (m_toml.source == AtalayaToml::Source::Git)
        return; // the server has them from git, and compose says there what is not
    const QStringList own = m_toml.compose + QStringList{m_toml.envFile};
    for (const QString &path : stackPaths(m_toml, m_project.compose)) {
        if (!own.contains(path) && !m_project.present.contains(path))
            tell(Severity::Warning, ConfigCode::StackFileMissing, u"compose"_s, {path});
    }
}

void StackCheck::services()
{
    for (qsizetype i = 0; i < m_toml.services.size(); ++i)
        service(m_toml.services.at(i), configPathAt(u"services"_s, i));
    if (m_toml.migration)
        service(m_toml.migration->service, u"migrate.service"_s);
    for (qsizetype i = 0; i < m_toml.backups.size(); ++i)
        service(m_toml.backups.at(i).service,
            configPathBelow(configPathAt(u"backup"_s, i), u"service"_s));
    for (qsizetype i = 0; i < m_toml.data.size(); ++i)
        service(
            m_toml.data.at(i).service, configPathBelow(configPathAt(u"data"_s, i), u"service"_s));
}

void StackCheck::version()
{
    const StackVersion &version = m_toml.version;
    if (!version.file.isEmpty() && m_toml.compose.contains(version.file)) {
        const int file = static_cast<int>(m_toml.compose.indexOf(version.file));
        const bool hasImage = std::any_of(m_project.compose.services.begin(),
            m_project.compose.services.end(),
            [file](const ComposeService &one) {
                return !one.image.text.isEmpty() && one.image.place.file == file;
            });
        if (!hasImage)
            tell(Severity::Error,
                ConfigCode::StackVersionNowhere,
                u"version.file"_s,
                {version.file});
    }
    const QStringList versioned = stackVersioned(m_toml, m_project.compose);
    if (!version.variable.isEmpty() && versioned.isEmpty())
        tell(Severity::Error,
            ConfigCode::StackVersionUnused,
            u"version.variable"_s,
            {version.variable});
    for (const QString &name : versioned) {
        if (!m_recreated.contains(name))
            tell(Severity::Warning,
                ConfigCode::StackNotRecreated,
                u"services"_s,
                {name, version.variable.isEmpty() ? version.file : version.variable});
    }
}

void StackCheck::compose()
{
    ComposeSurroundings surroundings;
    if (m_project.env)
        surroundings.envFiles.append(*m_project.env);
    surroundings.tracked = m_project.tracked;
    QList<ComposeFinding> all =
        m_project.compose.findings + checkCompose(m_project.compose, surroundings);
    for (ComposeFinding &one : all) {
        const QString file = m_project.compose.files.value(one.file);
        // On a server of one's own nothing is built: a warning elsewhere, refused here.
        const QString name = one.finding.arguments.value(0);
        if (one.finding.code == ConfigCode::ComposeBuild && m_recreated.contains(name)) {
            one.finding.severity = m_toml.production ? Severity::Error : one.finding.severity;
            one.finding.code = ConfigCode::StackBuilt;
        }
        m_findings.append({file, one.finding});
    }
}

void StackCheck::env()
{
    if (!m_project.env)
        return;
    const bool isTracked = m_project.tracked.contains(m_toml.envFile);
    for (ConfigFinding finding : checkDotEnv(*m_project.env, isTracked, {}, &m_project.compose)) {
        if (finding.code == ConfigCode::Placeholder)
            finding.severity = Severity::Error;
        m_findings.append({m_toml.envFile, finding});
    }
}

QStringList servicesBefore(const ComposeService &service)
{
    QStringList names;
    for (const ComposeDependency &dependency : service.dependsOn)
        names.append(dependency.service);
    names.sort();
    return names;
}
} // namespace

QStringList stackPaths(const AtalayaToml &toml, const ComposeProject &compose)
{
    QStringList paths = toml.compose;
    if (!toml.envFile.isEmpty())
        paths.append(toml.envFile);
    for (const QString &path : compose.files)
        paths.append(path);
    for (const QString &path : compose.referredPaths()) {
        if (isBelowProject(path))
            paths.append(QDir::cleanPath(path));
    }
    paths.removeDuplicates();
    return paths;
}

QList<StackFinding> checkStack(const StackProject &project)
{
    return StackCheck(project).run();
}

QStringList stackServices(const AtalayaToml &toml, const ComposeProject &compose)
{
    QStringList wanted = toml.services;
    if (wanted.isEmpty()) {
        for (const ComposeService &service : compose.services) {
            if (service.profiles.isEmpty())
                wanted.append(service.name);
        }
    }
    QStringList ordered;
    QSet<QString> seen; // circles are told elsewhere, and end here
    const std::function<void(const QString &)> place = [&](const QString &name) {
        if (seen.contains(name))
            return;
        seen.insert(name);
        const ComposeService *service = compose.service(name);
        if (!service)
            return;
        for (const QString &before : servicesBefore(*service))
            place(before);
        if (wanted.contains(name))
            ordered.append(name);
    };
    for (const QString &name : std::as_const(wanted))
        place(name);
    return ordered;
}
