#include "config/flyschema.h"

#include "config/nearestname.h"

#include <QJsonArray>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace {
enum class Type
{
    Text,
    Texts,
    TextOrTexts,
    TextOrNumber,
    TextOrBoolean,
    Whole,
    Number,
    Boolean,
    Table, // of `inner`
    Tables, // a list of `inner`
    Named, // a table of `inner` by names of the user's
    TextMap,
    AnyMap,
    Done, // a shape or a unit that was dealt with before
};

struct Section;

struct Key
{
    QLatin1String name;
    Type type = Type::Text;
    const Section *inner = nullptr;
    bool hasEffect = true;
};

struct Section
{
    std::vector<Key> keys;
};

std::vector<Key> operator+(std::vector<Key> left, const std::vector<Key> &right)
{
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

const Section concurrency{{
    {"type"_L1},
    {"soft_limit"_L1, Type::Whole},
    {"hard_limit"_L1, Type::Whole},
}};

const Section tlsOptions{{
    {"alpn"_L1, Type::Texts},
    {"versions"_L1, Type::Texts},
    {"default_self_signed"_L1, Type::Boolean},
}};

const Section httpResponse{{
    {"headers"_L1, Type::AnyMap},
    {"pristine"_L1, Type::Boolean},
}};

const Section replayCache{{
    {"path_prefix"_L1},
    {"ttl_seconds"_L1, Type::Whole},
    {"type"_L1},
    {"name"_L1},
    {"allow_bypass"_L1, Type::Boolean},
}};

const Section httpOptions{{
    {"compress"_L1, Type::Boolean},
    {"h2_backend"_L1, Type::Boolean},
    {"idle_timeout"_L1, Type::Whole},
    {"headers_read_timeout"_L1, Type::Whole},
    {"response"_L1, Type::Table, &httpResponse},
    {"replay_cache"_L1, Type::Tables, &replayCache},
}};

const Section proxyOptions{{{"version"_L1}}};

const Section port{{
    {"port"_L1, Type::Whole},
    {"start_port"_L1, Type::Whole},
    {"end_port"_L1, Type::Whole},
    {"handlers"_L1, Type::Texts},
    {"force_https"_L1, Type::Boolean},
    {"tls_options"_L1, Type::Table, &tlsOptions},
    {"http_options"_L1, Type::Table, &httpOptions},
    {"proxy_proto_options"_L1, Type::Table, &proxyOptions},
}};

const std::vector<Key> checkTimes{
    {"interval"_L1, Type::Done},
    {"timeout"_L1, Type::Done},
    {"grace_period"_L1, Type::Done},
};

const std::vector<Key> httpCheckKeys = checkTimes
    + std::vector<Key>{
        {"method"_L1},
        {"path"_L1},
        {"protocol"_L1},
        {"tls_skip_verify"_L1, Type::Boolean},
        {"tls_server_name"_L1},
        {"headers"_L1, Type::Done},
    };

const Section tcpCheck{checkTimes};
const Section httpCheck{httpCheckKeys};
const Section topCheck{httpCheckKeys
    + std::vector<Key>{
        {"type"_L1},
        {"kind"_L1},
        {"port"_L1, Type::Whole},
        {"processes"_L1, Type::Texts},
    }};

const Section machineCheck{{
    {"command"_L1, Type::Texts},
    {"image"_L1},
    {"entrypoint"_L1, Type::Texts},
    {"kill_signal"_L1},
    {"kill_timeout"_L1, Type::Done},
}};

const std::vector<Key> serviceKeys{
    {"internal_port"_L1, Type::Whole},
    {"auto_stop_machines"_L1, Type::TextOrBoolean},
    {"auto_start_machines"_L1, Type::Boolean},
    {"min_machines_running"_L1, Type::Whole},
    {"processes"_L1, Type::Texts},
    {"concurrency"_L1, Type::Table, &concurrency},
    {"machine_checks"_L1, Type::Tables, &machineCheck},
};

const Section httpService{serviceKeys
    + std::vector<Key>{
        {"force_https"_L1, Type::Boolean},
        {"tls_options"_L1, Type::Table, &tlsOptions},
        {"http_options"_L1, Type::Table, &httpOptions},
        {"checks"_L1, Type::Tables, &httpCheck},
    }};

const Section service{serviceKeys
    + std::vector<Key>{
        {"protocol"_L1},
        {"ports"_L1, Type::Tables, &port},
        {"tcp_checks"_L1, Type::Tables, &tcpCheck},
        {"http_checks"_L1, Type::Tables, &httpCheck},
    }};

const Section vm{{
    {"size"_L1},
    {"memory"_L1, Type::TextOrNumber},
    {"cpu_kind"_L1},
    {"cpus"_L1, Type::Whole},
    {"memory_mb"_L1, Type::Whole},
    {"max_memory_mb"_L1, Type::Whole},
    {"gpus"_L1, Type::Whole},
    {"gpu_kind"_L1},
    {"kernel_args"_L1, Type::Texts},
    {"host_dedication_id"_L1},
    {"persist_rootfs"_L1},
    {"processes"_L1, Type::Texts},
}};

const Section mount{{
    {"source"_L1},
    {"destination"_L1},
    {"initial_size"_L1, Type::TextOrNumber},
    {"snapshot_retention"_L1, Type::Whole},
    {"scheduled_snapshots"_L1, Type::Boolean},
    {"auto_extend_size_threshold"_L1, Type::Whole},
    {"auto_extend_size_increment"_L1, Type::TextOrNumber},
    {"auto_extend_size_limit"_L1, Type::TextOrNumber},
    {"processes"_L1, Type::Texts},
}};

const Section restart{{
    {"policy"_L1},
    {"retries"_L1, Type::Whole},
    {"processes"_L1, Type::Texts},
}};

const Section file{{
    {"guest_path"_L1},
    {"local_path"_L1},
    {"secret_name"_L1},
    {"raw_value"_L1},
    {"processes"_L1, Type::Texts},
}};

const Section statics{{
    {"guest_path"_L1},
    {"url_prefix"_L1},
    {"tigris_bucket"_L1},
    {"index_document"_L1},
}};

const Section metrics{{
    {"port"_L1, Type::Whole},
    {"path"_L1},
    {"https"_L1, Type::Boolean},
    {"processes"_L1, Type::Texts},
}};

const Section compose{{{"file"_L1}}};

const Section build{{
    {"builder"_L1},
    {"buildpacks"_L1, Type::Texts},
    {"builtin"_L1},
    {"settings"_L1, Type::AnyMap},
    {"image"_L1},
    {"dockerfile"_L1},
    {"ignorefile"_L1},
    {"build-target"_L1},
    {"args"_L1, Type::TextMap},
    {"compose"_L1, Type::Table, &compose},
    {"compression"_L1},
    {"compression_level"_L1, Type::Whole},
}};

const Section deploy{{
    {"strategy"_L1},
    {"max_unavailable"_L1, Type::Number},
    {"wait_timeout"_L1, Type::Done},
    {"release_command"_L1},
    {"release_command_timeout"_L1, Type::Done},
    {"release_command_vm"_L1, Type::Table, &vm},
    {"seed_command"_L1},
}};

const Section experimental{{
    {"cmd"_L1, Type::TextOrTexts},
    {"entrypoint"_L1, Type::TextOrTexts},
    {"exec"_L1, Type::TextOrTexts},
    {"machine_config"_L1},
    {"attached"_L1, Type::AnyMap},
    {"kill_timeout"_L1, Type::Done},
    {"metrics_port"_L1, Type::Whole},
    {"metrics_path"_L1},
    {"auto_rollback"_L1, Type::Boolean, nullptr, false},
    {"enable_consul"_L1, Type::Boolean, nullptr, false},
    {"enable_etcd"_L1, Type::Boolean, nullptr, false},
    {"lazy_load_images"_L1, Type::Boolean, nullptr, false},
}};

const Section root{{
    {"app"_L1},
    {"primary_region"_L1},
    {"kill_signal"_L1},
    {"kill_timeout"_L1, Type::Done},
    {"swap_size_mb"_L1, Type::Whole},
    {"console_command"_L1},
    {"host_dedication_id"_L1},
    {"machine_config"_L1},
    {"container"_L1},
    {"build"_L1, Type::Table, &build},
    {"deploy"_L1, Type::Table, &deploy},
    {"env"_L1, Type::Done},
    {"processes"_L1, Type::TextMap},
    {"http_service"_L1, Type::Table, &httpService},
    {"services"_L1, Type::Tables, &service},
    {"machine_checks"_L1, Type::Tables, &machineCheck},
    {"checks"_L1, Type::Named, &topCheck},
    {"mounts"_L1, Type::Tables, &mount},
    {"vm"_L1, Type::Tables, &vm},
    {"restart"_L1, Type::Tables, &restart},
    {"files"_L1, Type::Tables, &file},
    {"statics"_L1, Type::Tables, &statics},
    {"metrics"_L1, Type::Tables, &metrics},
    {"experimental"_L1, Type::Table, &experimental},
}};

QString nearestKey(const QString &name, const Section &section)
{
    QStringList names;
    for (const Key &key : section.keys)
        names.append(key.name);
    return nearestName(name, names);
}

class KeyCheck
{
public:
    explicit KeyCheck(FileFindings &findings)
        : m_findings(findings)
    {
    }

    void table(const QJsonObject &object, const Section &section, const QString &path)
    {
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            const QString name = entry.key();
            const QString at = configPathBelow(path, name);
            const auto key = std::find_if(section.keys.begin(),
                section.keys.end(),
                [&name](const Key &known) { return known.name == name; });
            if (key == section.keys.end())
                unknown(name, section, at);
            else
                known(entry.value(), *key, at);
        }
    }

private:
    void unknown(const QString &name, const Section &section, const QString &path)
    {
        // Who has a thousand of them does not look for a slip of the pen.
        constexpr int most = 100;
        const QString nearest = ++m_unknown > most ? QString() : nearestKey(name, section);
        const bool isOfTop = &section != &root
            && std::any_of(root.keys.begin(), root.keys.end(), [&name](const Key &key) {
                   return key.name == name;
               });
        if (isOfTop)
            m_findings.warning(ConfigCode::MisplacedKey, path, {name});
        else
            m_findings.warning(ConfigCode::UnknownKey,
                path,
                nearest.isEmpty() ? QStringList() : QStringList{nearest});
    }

    void known(const QJsonValue &value, const Key &key, const QString &path)
    {
        if (value.isNull())
            return;
        if (!key.hasEffect)
            m_findings.note(ConfigCode::NoEffect, path);
        switch (key.type) {
        case Type::Table:
            return expect(value.isObject(), ConfigCode::NotTable, path)
                ? table(value.toObject(), *key.inner, path)
                : void();
        case Type::Tables:
            return tables(value, *key.inner, path);
        case Type::Named:
            return named(value.toObject(), *key.inner, path);
        case Type::Texts:
            return texts(value, path);
        case Type::TextOrTexts:
            return value.isString() ? void() : texts(value, path);
        case Type::TextMap:
            return textMap(value, path);
        case Type::AnyMap:
            expect(value.isObject(), ConfigCode::NotTable, path);
            return;
        case Type::Done:
            return;
        default:
            return scalar(value, key.type, path);
        }
    }

    void scalar(const QJsonValue &value, Type type, const QString &path)
    {
        const bool isWhole = value.isDouble() && value.toInteger(0) == value.toInteger(1);
        switch (type) {
        case Type::Text:
            expect(value.isString(), ConfigCode::NotText, path);
            break;
        case Type::TextOrNumber:
            expect(value.isString() || isWhole, ConfigCode::NotSize, path);
            break;
        case Type::TextOrBoolean:
            expect(value.isString() || value.isBool(), ConfigCode::NotText, path);
            break;
        case Type::Whole:
            expect(isWhole, ConfigCode::NotWholeNumber, path);
            break;
        case Type::Number:
            expect(value.isDouble(), ConfigCode::NotNumber, path);
            break;
        case Type::Boolean:
            expect(value.isBool(), ConfigCode::NotBoolean, path);
            break;
        default:
            break;
        }
    }

    bool expect(bool right, ConfigCode otherwise, const QString &path)
    {
        if (!right)
            m_findings.error(otherwise, path);
        return right;
    }

    void tables(const QJsonValue &value, const Section &section, const QString &path)
    {
        if (!expect(value.isArray(), ConfigCode::NotListOfTables, path))
            return;
        const QJsonArray entries = value.toArray();
        for (qsizetype i = 0; i < entries.size(); ++i) {
            const QString at = configPathAt(path, i);
            if (expect(entries.at(i).isObject(), ConfigCode::NotTable, at))
                table(entries.at(i).toObject(), section, at);
        }
    }

    void named(const QJsonObject &object, const Section &section, const QString &path)
    {
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            table(entry.value().toObject(), section, configPathBelow(path, entry.key()));
    }

    void texts(const QJsonValue &value, const QString &path)
    {
        const QJsonArray entries = value.toArray();
        const bool right = value.isArray()
            && std::all_of(entries.begin(), entries.end(), [](const QJsonValue &entry) {
                   return entry.isString();
               });
        expect(right, ConfigCode::NotList, path);
    }

    void textMap(const QJsonValue &value, const QString &path)
    {
        if (!expect(value.isObject(), ConfigCode::NotTable, path))
            return;
        const QJsonObject object = value.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            expect(
                entry.value().isString(), ConfigCode::NotText, configPathBelow(path, entry.key()));
    }

    FileFindings &m_findings;
    int m_unknown = 0;
};
} // namespace

void checkKeys(const QJsonObject &toml, FileFindings &findings)
{
    KeyCheck(findings).table(toml, root, {});
}
