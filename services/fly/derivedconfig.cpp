#include "config/shellwords.h"
#include "fly/configguest.h"
#include "fly/configservices.h"
#include "fly/machineconfig.h"
#include "fly/machinecontainers.h"
#include "fly/machinelabels.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {
void setOrRemove(QJsonObject &object, QLatin1String key, const QJsonValue &value)
{
    const bool empty = value.isUndefined() || value.isNull()
        || (value.isArray() && value.toArray().isEmpty())
        || (value.isObject() && value.toObject().isEmpty());
    if (empty)
        object.remove(key);
    else
        object.insert(key, value);
}

QJsonObject firstFor(const QJsonValue &list, const QString &group, const QString &defaultGroup)
{
    for (const QJsonValue &entry : list.toArray()) {
        if (appliesTo(entry.toObject(), group, defaultGroup))
            return entry.toObject();
    }
    return {};
}

// A [[vm]] without processes is for all groups; one that names the group is preferred.
QJsonObject vmFor(const QJsonObject &toml, const QString &group)
{
    QJsonObject general;
    for (const QJsonValue &entry : toml.value("vm"_L1).toArray()) {
        const QJsonArray processes = entry.toObject().value("processes"_L1).toArray();
        if (processes.contains(group))
            return entry.toObject();
        if (processes.isEmpty())
            general = entry.toObject();
    }
    return general;
}

Result<QJsonArray> commandOf(const QString &line)
{
    const Result<QStringList> words = shellWords(line);
    if (!words)
        return failure(words.error());
    return QJsonArray::fromStringList(*words);
}

// A text is one word, however many it seems to have.
QJsonArray listOf(const QJsonValue &value)
{
    if (value.isArray())
        return value.toArray();
    return value.toString().isEmpty() ? QJsonArray() : QJsonArray{value};
}

class Derivation
{
public:
    Derivation(const FlyToml &toml, const QString &group)
        : m_toml(toml)
        , m_json(toml.json)
        , m_group(group)
        , m_defaultGroup(toml.groups().constFirst())
    {
    }

    Result<void> intoMachine(QJsonObject &config, const QString &image)
    {
        // What only the platform's own tool can put together is not quietly left out.
        if (m_json.value("build"_L1).toObject().contains("compose"_L1))
            return failure(Error::Kind::InvalidInput,
                u"build.compose: containers of a compose file are not supported; write them into "
                "machine_config"_s);
        if (const Result<void> laid = layMachineSource(m_toml, image, config); !laid)
            return failure(laid.error());
        setEnv(config);
        const QJsonArray services = servicesFor(m_json, m_group, m_defaultGroup);
        setOrRemove(config, "services"_L1, services);
        if (!services.isEmpty())
            config.remove("standbys"_L1);
        const Result<QJsonObject> checks = checksFor(m_json, m_group, m_defaultGroup);
        if (!checks)
            return failure(checks.error());
        setOrRemove(config, "checks"_L1, *checks);
        QJsonObject metrics = firstFor(m_json.value("metrics"_L1), m_group, m_defaultGroup);
        metrics.remove("processes"_L1);
        setOrRemove(config, "metrics"_L1, metrics);
        setStatics(config);
        setRestart(config);
        return setMounts(config)
            .and_then([&] { return setShared(config, m_toml.processes.value(m_group)); })
            .and_then([&] { return setGuest(config); });
    }

    // What a machine of the app and a release machine have in common.
    Result<void> setShared(QJsonObject &config, const QString &command)
    {
        setOrRemove(config, "stop_config"_L1, stopConfig());
        return setFiles(config).and_then([&] { return setInit(config, command); });
    }

    [[nodiscard]] const QJsonObject &json() const { return m_json; }

private:
    void setEnv(QJsonObject &config) const
    {
        QJsonObject env = m_json.value("env"_L1).toObject();
        env.insert("FLY_PROCESS_GROUP"_L1, m_group);
        if (!m_toml.primaryRegion.isEmpty())
            env.insert("PRIMARY_REGION"_L1, m_toml.primaryRegion);
        const QJsonValue standbyFor = config.value("env"_L1).toObject().value("FLY_STANDBY_FOR"_L1);
        if (!standbyFor.isUndefined() && config.contains("standbys"_L1))
            env.insert("FLY_STANDBY_FOR"_L1, standbyFor);
        config.insert("env"_L1, env);
    }

    // All four keys, also empty ones: flyctl leaves none out.
    void setStatics(QJsonObject &config) const
    {
        QJsonArray statics;
        for (const QJsonValue &entry : m_json.value("statics"_L1).toArray()) {
            QJsonObject made;
            for (const QLatin1String key :
                {"guest_path"_L1, "url_prefix"_L1, "tigris_bucket"_L1, "index_document"_L1})
                made.insert(key, entry.toObject().value(key).toString());
            statics.append(made);
        }
        setOrRemove(config, "statics"_L1, statics);
    }

    void setRestart(QJsonObject &config) const
    {
        QJsonObject from; // the last one counts
        for (const QJsonValue &entry : m_json.value("restart"_L1).toArray()) {
            if (appliesTo(entry.toObject(), m_group, m_defaultGroup))
                from = entry.toObject();
        }
        QJsonObject restart;
        if (const QString policy = from.value("policy"_L1).toString(); !policy.isEmpty())
            restart.insert("policy"_L1, policy == "never"_L1 ? u"no"_s : policy);
        if (from.contains("retries"_L1))
            restart.insert("max_retries"_L1, from.value("retries"_L1));
        setOrRemove(config, "restart"_L1, restart);
    }

    [[nodiscard]] QJsonObject stopConfig() const
    {
        QJsonObject stop;
        setOrRemove(stop, "signal"_L1, m_json.value("kill_signal"_L1));
        setOrRemove(stop, "timeout"_L1, m_json.value("kill_timeout"_L1));
        return stop;
    }

    Result<void> setInit(QJsonObject &config, const QString &command) const
    {
        const QJsonObject experimental = m_json.value("experimental"_L1).toObject();
        const Result<QJsonArray> words = commandOf(command);
        if (!words)
            return failure(words.error());
        QJsonObject init = config.value("init"_L1).toObject();
        setOrRemove(
            init, "cmd"_L1, words->isEmpty() ? listOf(experimental.value("cmd"_L1)) : *words);
        setOrRemove(init, "entrypoint"_L1, listOf(experimental.value("entrypoint"_L1)));
        setOrRemove(init, "exec"_L1, listOf(experimental.value("exec"_L1)));
        setOrRemove(init, "swap_size_mb"_L1, m_json.value("swap_size_mb"_L1));
        config.insert("init"_L1, init);
        return {};
    }

    Result<void> setGuest(QJsonObject &config) const
    {
        const QJsonObject vm = vmFor(m_json, m_group);
        if (vm.isEmpty())
            return {};
        const Result<QJsonObject> guest =
            guestFromVm(vm, m_json.value("host_dedication_id"_L1).toString());
        if (!guest)
            return failure(guest.error());
        config.insert("guest"_L1, *guest);
        return {};
    }

    // The volume of an existing machine stays; only its path and its growth may change in place.
    Result<void> setMounts(QJsonObject &config) const
    {
        const QJsonObject wanted = firstFor(m_json.value("mounts"_L1), m_group, m_defaultGroup);
        const QJsonArray old = config.value("mounts"_L1).toArray();
        if (wanted.isEmpty() && old.isEmpty())
            return {};
        if (wanted.isEmpty() || old.isEmpty())
            return failure(Error::Kind::InvalidInput,
                u"mounts: a volume was added or removed; the machine must be replaced"_s);
        QJsonObject mount = old.first().toObject();
        const QString name = mount.value("name"_L1).toString();
        const QString source = wanted.value("source"_L1).toString();
        if (!name.isEmpty() && !source.isEmpty() && name != source)
            return failure(Error::Kind::InvalidInput,
                u"mounts: the volume's name changed from %1 to %2; the machine must be replaced"_s
                    .arg(name, source));
        // Of a mount without a name nobody knows whether it is the wanted one: it stays as it is.
        const QJsonValue path = wanted.value("destination"_L1);
        if (!name.isEmpty() && mount.value("path"_L1) != path) {
            mount = {{u"volume"_s, mount.value("volume"_L1)}, {u"name"_s, name}};
            setOrRemove(mount, "path"_L1, path);
        }
        setOrRemove(
            mount, "extend_threshold_percent"_L1, wanted.value("auto_extend_size_threshold"_L1));
        const std::pair<QLatin1String, QLatin1String> sizes[] = {
            {"add_size_gb"_L1, "auto_extend_size_increment"_L1},
            {"size_gb_limit"_L1, "auto_extend_size_limit"_L1}};
        for (const auto &[key, from] : sizes) {
            mount.remove(key);
            if (!wanted.contains(from))
                continue;
            if (!wanted.value(from).isString())
                return failure(Error::Kind::InvalidInput,
                    u"mounts.%1: must be a text such as \"10gb\""_s.arg(from));
            const Result<int> size = gigabytes(wanted.value(from), QString(u"mounts."_s + from));
            if (!size)
                return failure(size.error());
            mount.insert(key, *size);
        }
        config.insert("mounts"_L1, QJsonArray{mount});
        return {};
    }

    Result<void> setFiles(QJsonObject &config) const
    {
        const QJsonArray old = config.value("files"_L1).toArray();
        QJsonArray files;
        for (const QJsonValue &entry : m_json.value("files"_L1).toArray()) {
            // Every file for every group: flyctl does not read their `processes`.
            const QJsonObject from = entry.toObject();
            const QJsonValue path = from.value("guest_path"_L1);
            QJsonObject file{{u"guest_path"_s, path}};
            if (from.contains("raw_value"_L1)) {
                const QByteArray raw = from.value("raw_value"_L1).toString().toUtf8();
                file.insert("raw_value"_L1, QString::fromLatin1(raw.toBase64()));
            } else if (from.contains("secret_name"_L1)) {
                file.insert("secret_name"_L1, from.value("secret_name"_L1));
            } else if (const auto local =
                           m_toml.localFiles.constFind(from.value("local_path"_L1).toString());
                       local != m_toml.localFiles.cend()) {
                file.insert("raw_value"_L1, QString::fromLatin1(local->toBase64()));
            } else {
                // The content of a local file is not in a definition: what the machine has stays.
                file = {};
                for (const QJsonValue &had : old) {
                    if (had.toObject().value("guest_path"_L1) == path)
                        file = had.toObject();
                }
                if (file.isEmpty())
                    return failure(Error::Kind::InvalidInput,
                        u"files: %1 comes from a local file that no machine has yet"_s.arg(
                            path.toString()));
            }
            files.append(file);
        }
        setOrRemove(config, "files"_L1, files);
        return {};
    }

    const FlyToml &m_toml;
    QJsonObject m_json;
    QString m_group;
    QString m_defaultGroup;
};

// The guest of the machine with most memory in the default group.
QJsonObject largestGuest(const QList<Machine> &machines, const QString &defaultGroup)
{
    QJsonObject guest;
    int most = 0;
    for (const Machine &machine : machines) {
        if (!machine.isLaunchMachine() || !machine.config || machine.processGroup() != defaultGroup
            || machine.config->memoryMb <= most)
            continue;
        most = machine.config->memoryMb;
        guest =
            QJsonDocument::fromJson(machine.config->document).object().value("guest"_L1).toObject();
    }
    return guest;
}

QJsonArray filesOf(const QList<Machine> &machines, const QString &group)
{
    for (const Machine &machine : machines) {
        if (machine.isLaunchMachine() && machine.config && machine.processGroup() == group)
            return QJsonDocument::fromJson(machine.config->document)
                .object()
                .value("files"_L1)
                .toArray();
    }
    return {};
}
} // namespace

Result<MachineConfig> derivedConfig(const FlyToml &toml,
    const MachineConfig &old,
    const QString &image,
    const ReleaseLabels &labels)
{
    QJsonObject config = QJsonDocument::fromJson(old.document).object();
    Derivation derivation(toml, old.processGroup);
    if (const Result<void> done = derivation.intoMachine(config, image); !done)
        return failure(done.error());
    config.insert("image"_L1, image);
    config.insert("metadata"_L1,
        labelledMetadata(config.value("metadata"_L1).toObject(), old.processGroup, labels));
    return machineConfigFromJson(QJsonDocument(config).toJson(QJsonDocument::Compact));
}

Result<MachineConfig> releaseCommandConfig(const FlyToml &toml,
    const QList<Machine> &machines,
    const QString &image,
    const ReleaseLabels &labels)
{
    const QString group = u"fly_app_release_command"_s;
    const QString defaultGroup = toml.groups().constFirst();
    Derivation derivation(toml, defaultGroup);
    const QJsonObject &json = derivation.json();

    QJsonObject config{{u"files"_s, filesOf(machines, defaultGroup)}};
    if (const Result<void> done = derivation.setShared(config, toml.releaseCommand); !done)
        return failure(done.error());
    QJsonObject init = config.value("init"_L1).toObject();
    init.remove("exec"_L1); // it would run instead of the command
    config.insert("init"_L1, init);

    QJsonObject env = json.value("env"_L1).toObject();
    env.insert("RELEASE_COMMAND"_L1, u"1"_s);
    env.insert("FLY_PROCESS_GROUP"_L1, group);
    if (!toml.primaryRegion.isEmpty())
        env.insert("PRIMARY_REGION"_L1, toml.primaryRegion);
    config.insert("env"_L1, env);

    QJsonObject guest = largestGuest(machines, defaultGroup);
    const QJsonObject vm =
        json.value("deploy"_L1).toObject().value("release_command_vm"_L1).toObject();
    if (!vm.isEmpty()) {
        const Result<QJsonObject> own =
            guestFromVm(vm, json.value("host_dedication_id"_L1).toString());
        if (!own)
            return failure(own.error());
        guest = *own;
    }
    config.insert("guest"_L1, guest.isEmpty() ? guestOfPreset(u"shared-cpu-2x"_s) : guest);
    config.insert("image"_L1, image);
    config.insert("auto_destroy"_L1, true);
    config.insert("restart"_L1, QJsonObject{{u"policy"_s, u"no"_s}});
    config.insert("dns"_L1, QJsonObject{{u"skip_registration"_s, true}});
    config.insert("metadata"_L1, labelledMetadata({}, group, labels));
    return machineConfigFromJson(QJsonDocument(config).toJson(QJsonDocument::Compact));
}
