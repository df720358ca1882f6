#include "config/composerules.h"

#include "config/configpath.h"
#include "config/nearestname.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
struct KnownNames
{
    explicit KnownNames(const QStringList &all)
        : names(all)
        , set(all.begin(), all.end())
    {
    }
    QStringList names;
    QSet<QString> set;
};

KnownNames namesOf(const QList<ComposeResource> &resources)
{
    QStringList names;
    for (const ComposeResource &resource : resources)
        names.append(resource.name);
    return KnownNames(names);
}

class ComposeRules
{
public:
    explicit ComposeRules(ComposeProject &project)
        : m_project(project)
        , m_services(project.serviceNames())
        , m_volumes(namesOf(project.volumes))
        , m_networks(namesOf(project.networks))
        , m_secrets(namesOf(project.secrets))
        , m_configs(namesOf(project.configs))
        , m_isOverlay(project.isOverlay())
    {
    }

    void run()
    {
        // Copied: the project is changed below.
        const QList<ComposeService> services = m_project.services;
        if (services.isEmpty() && m_project.includes.isEmpty() && m_project.findings.isEmpty())
            tell(ConfigCode::ComposeNoServices, {}, {0, 1, 1}, {});
        for (const ComposeService &service : services) {
            const QString path = configPathBelow(u"services"_s, service.name);
            source(service, path);
            dependencies(service, path);
            references(service, path);
        }
        circles(services);
    }

private:
    void tell(ConfigCode code,
        const QString &path,
        const ComposePlace &place,
        const QStringList &arguments)
    {
        // What is not there may be in the file that this one is laid over.
        const bool mayBeElsewhere = m_isOverlay || !m_project.isComplete;
        if (m_project.findings.size() < mostComposeFindings)
            m_project.findings.append(ComposeFinding{place.file,
                {mayBeElsewhere ? ConfigFinding::Severity::Warning : ConfigFinding::Severity::Error,
                    code,
                    path,
                    place.line,
                    place.column,
                    arguments}});
    }

    void missing(ConfigCode code,
        const QString &name,
        const KnownNames &known,
        const QString &path,
        const ComposePlace &place)
    {
        constexpr int most = 100; // of which a likely name is looked for
        if (name.isEmpty() || name.contains(u'$') || known.set.contains(name))
            return;
        tell(code,
            path,
            place,
            {name, ++m_missing <= most ? nearestName(name, known.names) : QString()});
    }

    void source(const ComposeService &service, const QString &path)
    {
        if (service.image.text.isEmpty() && !service.build && !service.extends)
            tell(ConfigCode::ComposeNoImage, path, service.place, {service.name});
    }

    void dependencies(const ComposeService &service, const QString &path)
    {
        const QString at = configPathBelow(path, u"depends_on"_s);
        for (const ComposeDependency &dependency : service.dependsOn) {
            if (dependency.isRequired)
                missing(ConfigCode::ComposeUnknownService,
                    dependency.service,
                    m_services,
                    at,
                    dependency.place);
            if (dependency.condition == ComposeDependency::Condition::Other)
                tell(ConfigCode::ComposeCondition,
                    configPathBelow(at, dependency.service),
                    dependency.place,
                    {});
        }
        if (service.networkMode.text.startsWith("service:"_L1))
            missing(ConfigCode::ComposeUnknownService,
                service.networkMode.text.mid(8),
                m_services,
                configPathBelow(path, u"network_mode"_s),
                service.networkMode.place);
    }

    void references(const ComposeService &service, const QString &path)
    {
        for (const ComposeMount &mount : service.mounts) {
            if (mount.type == ComposeMount::Type::Volume)
                missing(ConfigCode::ComposeUndefinedVolume,
                    mount.source,
                    m_volumes,
                    configPathBelow(path, u"volumes"_s),
                    mount.place);
        }
        for (const ComposeReference &network : service.networks) {
            if (network.source != "default"_L1)
                missing(ConfigCode::ComposeUndefinedNetwork,
                    network.source,
                    m_networks,
                    configPathBelow(path, u"networks"_s),
                    network.place);
        }
        for (const ComposeReference &secret : service.secrets)
            missing(ConfigCode::ComposeUndefinedSecret,
                secret.source,
                m_secrets,
                configPathBelow(path, u"secrets"_s),
                secret.place);
        for (const ComposeReference &config : service.configs)
            missing(ConfigCode::ComposeUndefinedConfig,
                config.source,
                m_configs,
                configPathBelow(path, u"configs"_s),
                config.place);
    }

    // Takes away what waits for nothing that is left; the rest waits in a circle.
    void circles(const QList<ComposeService> &services)
    {
        QHash<QString, int> waiting; // for how many
        QHash<QString, QStringList> waitedFor;
        QStringList ready;
        for (const ComposeService &service : services) {
            int count = 0;
            for (const ComposeDependency &dependency : service.dependsOn) {
                if (!m_services.set.contains(dependency.service))
                    continue;
                waitedFor[dependency.service].append(service.name);
                ++count;
            }
            if (count == 0)
                ready.append(service.name);
            else
                waiting.insert(service.name, count);
        }
        while (!ready.isEmpty()) {
            for (const QString &name : waitedFor.value(ready.takeLast())) {
                if (--waiting[name] == 0) {
                    waiting.remove(name);
                    ready.append(name);
                }
            }
        }
        QStringList names = waiting.keys();
        names.sort();
        if (names.isEmpty())
            return;
        const ComposeService *first = m_project.service(names.constFirst());
        tell(ConfigCode::ComposeCircle,
            configPathBelow(configPathBelow(u"services"_s, first->name), u"depends_on"_s),
            first->place,
            {names.mid(0, 8).join(u", "_s)});
    }

    ComposeProject &m_project;
    const KnownNames m_services;
    const KnownNames m_volumes;
    const KnownNames m_networks;
    const KnownNames m_secrets;
    const KnownNames m_configs;
    const bool m_isOverlay;
    int m_missing = 0;
};
} // namespace

void checkComposeRules(ComposeProject &project)
{
    ComposeRules(project).run();
}
