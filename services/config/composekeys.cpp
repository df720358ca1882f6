#include "config/composekeys.h"

#include "config/configpath.h"
#include "config/nearestname.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace {
enum class ComposeKind
{
    Anything,
    Map,
    List,
    Text,
    TextOrList,
    TextOrMap,
    MapOrList,
};

struct ComposeKey
{
    QLatin1StringView name;
    ComposeKind kind = ComposeKind::Anything;
};

using ComposeKeys = QList<ComposeKey>;

const ComposeKeys &topKeys()
{
    static const ComposeKeys keys{{"name"_L1, ComposeKind::Text},
        {"version"_L1},
        {"services"_L1, ComposeKind::Map},
        {"networks"_L1, ComposeKind::Map},
        {"volumes"_L1, ComposeKind::Map},
        {"configs"_L1, ComposeKind::Map},
        {"secrets"_L1, ComposeKind::Map},
        {"models"_L1, ComposeKind::Map},
        {"include"_L1, ComposeKind::List}};
    return keys;
}

const ComposeKeys &serviceKeysOfCompose()
{
    static const ComposeKeys keys{{"annotations"_L1, ComposeKind::MapOrList},
        {"attach"_L1},
        {"blkio_config"_L1},
        {"build"_L1, ComposeKind::TextOrMap},
        {"cap_add"_L1, ComposeKind::List},
        {"cap_drop"_L1, ComposeKind::List},
        {"cgroup"_L1},
        {"cgroup_parent"_L1},
        {"command"_L1, ComposeKind::TextOrList},
        {"configs"_L1, ComposeKind::List},
        {"container_name"_L1, ComposeKind::Text},
        {"cpu_count"_L1},
        {"cpu_percent"_L1},
        {"cpu_period"_L1},
        {"cpu_quota"_L1},
        {"cpu_rt_period"_L1},
        {"cpu_rt_runtime"_L1},
        {"cpu_shares"_L1},
        {"cpus"_L1},
        {"cpuset"_L1},
        {"credential_spec"_L1},
        {"depends_on"_L1, ComposeKind::MapOrList},
        {"deploy"_L1, ComposeKind::Map},
        {"develop"_L1},
        {"device_cgroup_rules"_L1},
        {"devices"_L1, ComposeKind::List},
        {"dns"_L1, ComposeKind::TextOrList},
        {"dns_opt"_L1},
        {"dns_search"_L1, ComposeKind::TextOrList},
        {"domainname"_L1},
        {"driver_opts"_L1},
        {"entrypoint"_L1, ComposeKind::TextOrList},
        {"env_file"_L1, ComposeKind::TextOrList},
        {"environment"_L1, ComposeKind::MapOrList},
        {"expose"_L1, ComposeKind::List},
        {"extends"_L1, ComposeKind::TextOrMap},
        {"external_links"_L1},
        {"extra_hosts"_L1, ComposeKind::MapOrList},
        {"gpus"_L1},
        {"group_add"_L1},
        {"healthcheck"_L1, ComposeKind::Map},
        {"hostname"_L1, ComposeKind::Text},
        {"image"_L1, ComposeKind::Text},
        {"init"_L1},
        {"ipc"_L1},
        {"isolation"_L1},
        {"label_file"_L1, ComposeKind::TextOrList},
        {"labels"_L1, ComposeKind::MapOrList},
        {"links"_L1, ComposeKind::List},
        {"logging"_L1, ComposeKind::Map},
        {"mac_address"_L1},
        {"mem_limit"_L1},
        {"mem_reservation"_L1},
        {"mem_swappiness"_L1},
        {"memswap_limit"_L1},
        {"models"_L1},
        {"network_mode"_L1, ComposeKind::Text},
        {"networks"_L1, ComposeKind::MapOrList},
        {"oom_kill_disable"_L1},
        {"oom_score_adj"_L1},
        {"pid"_L1},
        {"pids_limit"_L1},
        {"platform"_L1, ComposeKind::Text},
        {"ports"_L1, ComposeKind::List},
        {"post_start"_L1},
        {"pre_stop"_L1},
        {"privileged"_L1},
        {"profiles"_L1, ComposeKind::List},
        {"provider"_L1},
        {"pull_policy"_L1, ComposeKind::Text},
        {"pull_refresh_after"_L1},
        {"read_only"_L1},
        {"restart"_L1, ComposeKind::Text},
        {"runtime"_L1},
        {"scale"_L1},
        {"secrets"_L1, ComposeKind::List},
        {"security_opt"_L1},
        {"shm_size"_L1},
        {"stdin_open"_L1},
        {"stop_grace_period"_L1, ComposeKind::Text},
        {"stop_signal"_L1, ComposeKind::Text},
        {"storage_opt"_L1},
        {"sysctls"_L1, ComposeKind::MapOrList},
        {"tmpfs"_L1, ComposeKind::TextOrList},
        {"tty"_L1},
        {"ulimits"_L1},
        {"use_api_socket"_L1},
        {"user"_L1, ComposeKind::Text},
        {"userns_mode"_L1},
        {"uts"_L1},
        {"volumes"_L1, ComposeKind::List},
        {"volumes_from"_L1, ComposeKind::List},
        {"working_dir"_L1, ComposeKind::Text}};
    return keys;
}

const ComposeKeys &healthcheckKeys()
{
    static const ComposeKeys keys{{"test"_L1, ComposeKind::TextOrList},
        {"interval"_L1, ComposeKind::Text},
        {"timeout"_L1, ComposeKind::Text},
        {"retries"_L1, ComposeKind::Text},
        {"start_period"_L1, ComposeKind::Text},
        {"start_interval"_L1, ComposeKind::Text},
        {"disable"_L1}};
    return keys;
}

const ComposeKeys &buildKeys()
{
    static const ComposeKeys keys{{"context"_L1, ComposeKind::Text},
        {"dockerfile"_L1, ComposeKind::Text},
        {"dockerfile_inline"_L1},
        {"additional_contexts"_L1, ComposeKind::MapOrList},
        {"args"_L1, ComposeKind::MapOrList},
        {"cache_from"_L1},
        {"cache_to"_L1},
        {"entitlements"_L1},
        {"extra_hosts"_L1},
        {"isolation"_L1},
        {"labels"_L1, ComposeKind::MapOrList},
        {"network"_L1},
        {"no_cache"_L1},
        {"platforms"_L1},
        {"privileged"_L1},
        {"provenance"_L1},
        {"pull"_L1},
        {"sbom"_L1},
        {"secrets"_L1},
        {"shm_size"_L1},
        {"ssh"_L1},
        {"tags"_L1},
        {"target"_L1, ComposeKind::Text},
        {"ulimits"_L1}};
    return keys;
}

const ComposeKeys &deployKeys()
{
    static const ComposeKeys keys{{"mode"_L1, ComposeKind::Text},
        {"replicas"_L1, ComposeKind::Text},
        {"labels"_L1, ComposeKind::MapOrList},
        {"endpoint_mode"_L1},
        {"placement"_L1},
        {"resources"_L1, ComposeKind::Map},
        {"restart_policy"_L1, ComposeKind::Map},
        {"rollback_config"_L1},
        {"update_config"_L1}};
    return keys;
}

const ComposeKeys &networkKeys()
{
    static const ComposeKeys keys{{"name"_L1, ComposeKind::Text},
        {"driver"_L1, ComposeKind::Text},
        {"driver_opts"_L1},
        {"ipam"_L1, ComposeKind::Map},
        {"external"_L1},
        {"internal"_L1},
        {"enable_ipv4"_L1},
        {"enable_ipv6"_L1},
        {"attachable"_L1},
        {"labels"_L1, ComposeKind::MapOrList}};
    return keys;
}

const ComposeKeys &volumeKeys()
{
    static const ComposeKeys keys{{"name"_L1, ComposeKind::Text},
        {"driver"_L1, ComposeKind::Text},
        {"driver_opts"_L1},
        {"external"_L1},
        {"labels"_L1, ComposeKind::MapOrList}};
    return keys;
}

const ComposeKeys &fileKeys() // of configs and secrets
{
    static const ComposeKeys keys{{"name"_L1, ComposeKind::Text},
        {"file"_L1, ComposeKind::Text},
        {"content"_L1},
        {"environment"_L1, ComposeKind::Text},
        {"external"_L1},
        {"driver"_L1},
        {"driver_opts"_L1},
        {"template_driver"_L1},
        {"labels"_L1, ComposeKind::MapOrList}};
    return keys;
}

const ComposeKeys &dependencyKeys()
{
    static const ComposeKeys keys{
        {"condition"_L1, ComposeKind::Text}, {"restart"_L1}, {"required"_L1}};
    return keys;
}

// Nothing: the value is as it should be.
std::optional<ConfigCode> wrongKind(ComposeKind kind, const ComposeNode &node)
{
    if (node.isNull() || node.text.contains(u'$'))
        return std::nullopt;
    switch (kind) {
    case ComposeKind::Anything:
        return std::nullopt;
    case ComposeKind::Map:
        return node.isMap() ? std::nullopt : std::optional(ConfigCode::ComposeNotMap);
    case ComposeKind::List:
        return node.isList() ? std::nullopt : std::optional(ConfigCode::ComposeNotList);
    case ComposeKind::Text:
        return node.isText() ? std::nullopt : std::optional(ConfigCode::ComposeNotText);
    case ComposeKind::TextOrList:
        return node.isMap() ? std::optional(ConfigCode::ComposeNotTextOrList) : std::nullopt;
    case ComposeKind::TextOrMap:
        return node.isList() ? std::optional(ConfigCode::ComposeNotTextOrMap) : std::nullopt;
    case ComposeKind::MapOrList:
        return node.isText() ? std::optional(ConfigCode::ComposeNotMapOrList) : std::nullopt;
    }
    return std::nullopt;
}

class ComposeKeyCheck
{
public:
    explicit ComposeKeyCheck(const ComposeTell &tell)
        : m_tell(tell)
    {
    }

    void map(const ComposeNode &node, const ComposeKeys &known, const QString &path)
    {
        for (const ComposeEntry &entry : node.map()) {
            if (entry.key.startsWith("x-"_L1))
                continue;
            const QString at = configPathBelow(path, entry.key);
            const auto key = std::find_if(known.begin(),
                known.end(),
                [&entry](const ComposeKey &k) { return entry.key == k.name; });
            if (key == known.end())
                unknown(entry, known, at);
            else if (const auto code = wrongKind(key->kind, entry.value))
                m_tell(*code, at, entry.place, {});
        }
    }

    void each(const ComposeNode &root, const QString &section, const ComposeKeys &known)
    {
        for (const ComposeEntry &entry : root.at(section).map()) {
            const QString at = configPathBelow(section, entry.key);
            if (entry.key.startsWith("x-"_L1))
                continue;
            if (entry.value.isMap())
                map(entry.value, known, at);
            else if (!entry.value.isNull())
                m_tell(ConfigCode::ComposeNotMap, at, entry.place, {});
        }
    }

    void service(const ComposeEntry &service)
    {
        const QString path = configPathBelow(u"services"_s, service.key);
        const ComposeNode &node = service.value;
        map(node.at(u"healthcheck"), healthcheckKeys(), configPathBelow(path, u"healthcheck"_s));
        map(node.at(u"build"), buildKeys(), configPathBelow(path, u"build"_s));
        map(node.at(u"deploy"), deployKeys(), configPathBelow(path, u"deploy"_s));
        const QList<ComposeNode> ports = node.at(u"ports").list();
        for (qsizetype i = 0; i < ports.size(); ++i) {
            if (!composePort(ports.at(i)))
                m_tell(ConfigCode::ComposeBadPort,
                    configPathAt(configPathBelow(path, u"ports"_s), i),
                    ports.at(i).place,
                    {});
        }
        const QString dependsOn = configPathBelow(path, u"depends_on"_s);
        for (const ComposeEntry &entry : node.at(u"depends_on").map())
            map(entry.value, dependencyKeys(), configPathBelow(dependsOn, entry.key));
    }

private:
    void unknown(const ComposeEntry &entry, const ComposeKeys &known, const QString &path)
    {
        constexpr int most = 100; // of which a likely name is looked for
        QString nearest;
        if (++m_unknown <= most) {
            QStringList names;
            for (const ComposeKey &key : known)
                names.append(key.name);
            nearest = nearestName(entry.key, names);
        }
        m_tell(ConfigCode::ComposeUnknownKey,
            path,
            entry.place,
            nearest.isEmpty() ? QStringList() : QStringList{nearest});
    }

    const ComposeTell &m_tell;
    int m_unknown = 0;
};
} // namespace

void checkComposeKeys(const ComposeNode &root, const ComposeTell &tell)
{
    ComposeKeyCheck check(tell);
    check.map(root, topKeys(), {});
    check.each(root, u"services"_s, serviceKeysOfCompose());
    check.each(root, u"networks"_s, networkKeys());
    check.each(root, u"volumes"_s, volumeKeys());
    check.each(root, u"configs"_s, fileKeys());
    check.each(root, u"secrets"_s, fileKeys());
    for (const ComposeEntry &service : root.at(u"services").map())
        check.service(service);
}
