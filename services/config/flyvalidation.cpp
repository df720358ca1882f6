#include "config/flyvalidation.h"

#include "config/bytesize.h"
#include "config/goduration.h"
#include "config/machinesource.h"
#include "config/shellwords.h"

#include <QJsonArray>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <limits>

using namespace Qt::StringLiterals;

namespace {
using namespace std::chrono_literals;
using Nanoseconds = std::chrono::nanoseconds;

QStringList textsOf(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue &entry : list.toArray())
        texts.append(entry.toString());
    return texts;
}

std::optional<Nanoseconds> durationOf(const QJsonObject &object, QLatin1String key)
{
    return goDurationFromText(object.value(key).toString());
}

class Validation
{
public:
    Validation(const QJsonObject &toml, FileFindings &findings)
        : m_toml(toml)
        , m_groups(toml.value("processes"_L1).toObject().keys())
        , m_findings(findings)
    {
    }

    void run()
    {
        checkBuild();
        checkDeploy();
        checkCommands();
        checkEnv();
        checkTopChecks();
        checkServices();
        checkMounts();
        checkRestart();
        checkSizes();
        checkMachineChecks(m_toml, {});
        checkMachineSource(m_toml, m_findings);
        const std::optional<Nanoseconds> kill = durationOf(m_toml, "kill_timeout"_L1);
        if (kill && *kill > 300s)
            m_findings.warning(ConfigCode::KillTimeout, u"kill_timeout"_s, {goDurationText(*kill)});
    }

private:
    void each(
        QLatin1String key, const std::function<void(const QJsonObject &, const QString &)> &look)
    {
        const QJsonArray entries = m_toml.value(key).toArray();
        for (qsizetype i = 0; i < entries.size(); ++i)
            look(entries.at(i).toObject(), configPathAt(key, i));
    }

    void checkBuild()
    {
        const QJsonObject build = m_toml.value("build"_L1).toObject();
        QStringList ways;
        for (const QLatin1String key : {"builder"_L1, "builtin"_L1, "dockerfile"_L1, "image"_L1}) {
            if (!build.value(key).toString().isEmpty())
                ways.append(key);
        }
        if (ways.size() > 1)
            m_findings.warning(ConfigCode::SeveralBuilds, u"build"_s, {ways.join(u", "_s)});
        const QString compression = build.value("compression"_L1).toString();
        if (!compression.isEmpty() && compression != "gzip"_L1 && compression != "zstd"_L1)
            m_findings.error(ConfigCode::Compression, u"build.compression"_s, {compression});
        const QJsonValue level = build.value("compression_level"_L1);
        if (level.isDouble() && (level.toDouble() < 0 || level.toDouble() > 9))
            m_findings.error(ConfigCode::CompressionLevel, u"build.compression_level"_s);
    }

    void checkDeploy()
    {
        const QJsonObject deploy = m_toml.value("deploy"_L1).toObject();
        const QString strategy = deploy.value("strategy"_L1).toString();
        const QStringList strategies{u"canary"_s, u"rolling"_s, u"immediate"_s, u"bluegreen"_s};
        if (!strategy.isEmpty() && !strategies.contains(strategy.toLower()))
            m_findings.error(ConfigCode::UnknownStrategy, u"deploy.strategy"_s, {strategy});
        const bool canary = strategy.toLower() == "canary"_L1;
        if (canary && !m_toml.value("mounts"_L1).toArray().isEmpty())
            m_findings.error(ConfigCode::CanaryWithMounts, u"deploy.strategy"_s);
        const QJsonValue share = deploy.value("max_unavailable"_L1);
        if (!share.isDouble())
            return;
        const QString path = u"deploy.max_unavailable"_s;
        if (!strategy.isEmpty() && !canary && strategy.toLower() != "rolling"_L1)
            m_findings.warning(ConfigCode::UnavailableUnused, path, {strategy});
        else if (share.toDouble() <= 0)
            m_findings.warning(ConfigCode::UnavailableNone, path);
    }

    void checkCommand(const QJsonValue &command, const QString &path)
    {
        const Result<QStringList> words = shellWords(command.toString());
        if (!words)
            m_findings.error(ConfigCode::BadCommand, path, {words.error().detail});
    }

    void checkCommands()
    {
        checkCommand(m_toml.value("deploy"_L1).toObject().value("release_command"_L1),
            u"deploy.release_command"_s);
        checkCommand(m_toml.value("console_command"_L1), u"console_command"_s);
        const QJsonObject processes = m_toml.value("processes"_L1).toObject();
        for (auto entry = processes.begin(); entry != processes.end(); ++entry)
            checkCommand(entry.value(), configPathBelow(u"processes"_s, entry.key()));
    }

    void checkEnv()
    {
        static const QRegularExpression name(
            u"password|passwd|secret|token|credential|api_?key|private_?key|database_url"_s,
            QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression plain(u"^(true|false|[\\d.]*)$"_s);
        const QJsonObject env = m_toml.value("env"_L1).toObject();
        for (auto entry = env.begin(); entry != env.end(); ++entry) {
            if (name.match(entry.key()).hasMatch()
                && !plain.match(entry.value().toString()).hasMatch())
                m_findings.warning(ConfigCode::EnvLooksSecret,
                    configPathBelow(u"env"_s, entry.key()),
                    {entry.key()});
        }
    }

    void checkTopChecks()
    {
        const QJsonObject checks = m_toml.value("checks"_L1).toObject();
        const QJsonValue port =
            m_toml.value("http_service"_L1).toObject().value("internal_port"_L1);
        for (auto entry = checks.begin(); entry != checks.end(); ++entry) {
            const QString path = configPathBelow(u"checks"_s, entry.key());
            const QJsonObject check = entry.value().toObject();
            const QString type = check.value("type"_L1).toString();
            if (type != "http"_L1 && type != "tcp"_L1)
                m_findings.error(ConfigCode::CheckType, configPathBelow(path, u"type"_s), {type});
            const std::optional<Nanoseconds> interval = durationOf(check, "interval"_L1);
            if (interval && *interval < 2s)
                m_findings.error(ConfigCode::CheckInterval,
                    configPathBelow(path, u"interval"_s),
                    {goDurationText(*interval)});
            const std::optional<Nanoseconds> timeout = durationOf(check, "timeout"_L1);
            if (timeout && *timeout > 60s)
                m_findings.error(ConfigCode::CheckTimeout,
                    configPathBelow(path, u"timeout"_s),
                    {goDurationText(*timeout)});
            if (check.value("port"_L1).isUndefined() && port.isUndefined())
                m_findings.warning(ConfigCode::NoCheckPort, path);
        }
    }

    void checkGroups(const QJsonObject &entry, const QString &path)
    {
        const QStringList known = m_groups.isEmpty() ? QStringList{u"app"_s} : m_groups;
        for (const QString &name : textsOf(entry.value("processes"_L1))) {
            if (!known.contains(name))
                m_findings.error(ConfigCode::UnknownProcess,
                    configPathBelow(path, u"processes"_s),
                    {name, known.join(u", "_s)});
        }
    }

    void checkServices()
    {
        const QJsonObject http = m_toml.value("http_service"_L1).toObject();
        if (!http.isEmpty()) {
            checkService(http, u"http_service"_s);
            checkServiceChecks(http, "checks"_L1, u"http_service"_s);
        }
        each("services"_L1, [this](const QJsonObject &service, const QString &path) {
            checkService(service, path);
            checkServiceChecks(service, "tcp_checks"_L1, path);
            checkServiceChecks(service, "http_checks"_L1, path);
            if (service.value("ports"_L1).toArray().isEmpty())
                m_findings.warning(ConfigCode::ServiceWithoutPorts, path);
        });
    }

    void checkService(const QJsonObject &service, const QString &path)
    {
        if (!m_groups.isEmpty() && service.value("processes"_L1).toArray().isEmpty())
            m_findings.error(ConfigCode::ServiceWithoutProcesses, path, {m_groups.join(u", "_s)});
        const QJsonValue stopping = service.value("auto_stop_machines"_L1);
        const QStringList known{u"off"_s, u"stop"_s, u"suspend"_s};
        if (stopping.isString() && !known.contains(stopping.toString()))
            m_findings.error(ConfigCode::AutoStop,
                configPathBelow(path, u"auto_stop_machines"_s),
                {stopping.toString()});
        checkGroups(service, path);
        checkMachineChecks(service, path);
    }

    void checkServiceChecks(const QJsonObject &service, QLatin1String key, const QString &path)
    {
        const QJsonArray checks = service.value(key).toArray();
        for (qsizetype i = 0; i < checks.size(); ++i) {
            const QString at = configPathAt(configPathBelow(path, key), i);
            const QJsonObject check = checks.at(i).toObject();
            checkTime(check, "interval"_L1, true, at);
            checkTime(check, "timeout"_L1, true, at);
            checkTime(check, "grace_period"_L1, false, at);
        }
    }

    void checkTime(
        const QJsonObject &check, QLatin1String key, bool zeroIsShort, const QString &path)
    {
        const std::optional<Nanoseconds> time = durationOf(check, key);
        if (!time)
            return;
        const QStringList arguments{goDurationText(*time)};
        const QString at = configPathBelow(path, key);
        if (*time > 60s)
            m_findings.warning(ConfigCode::LoweredToMinute, at, arguments);
        else if (*time < 1s && (zeroIsShort || *time > 0s))
            m_findings.warning(ConfigCode::RaisedToSecond, at, arguments);
    }

    void checkMachineChecks(const QJsonObject &owner, const QString &path)
    {
        const QString list = configPathBelow(path, u"machine_checks"_s);
        const QJsonArray checks = owner.value("machine_checks"_L1).toArray();
        for (qsizetype i = 0; i < checks.size(); ++i) {
            if (checks.at(i).toObject().value("command"_L1).toArray().isEmpty())
                m_findings.warning(ConfigCode::MissingKey, configPathAt(list, i), {u"command"_s});
        }
    }

    void checkMounts()
    {
        each("mounts"_L1, [this](const QJsonObject &mount, const QString &path) {
            checkMount(mount, path);
            checkExtending(mount, path);
        });
        countByGroup("mounts"_L1, ConfigCode::SeveralMounts);
    }

    void checkMount(const QJsonObject &mount, const QString &path)
    {
        if (const QJsonValue size = mount.value("initial_size"_L1); !size.isUndefined())
            checkSize(size,
                1,
                std::numeric_limits<int>::max(),
                ConfigCode::MountTooSmall,
                configPathBelow(path, u"initial_size"_s));
        const QJsonValue retention = mount.value("snapshot_retention"_L1);
        if (retention.isDouble() && (retention.toInt() < 1 || retention.toInt() > 60))
            m_findings.error(
                ConfigCode::SnapshotRetention, configPathBelow(path, u"snapshot_retention"_s));
    }

    void checkExtending(const QJsonObject &mount, const QString &path)
    {
        const QJsonValue threshold = mount.value("auto_extend_size_threshold"_L1);
        const QJsonValue increment = mount.value("auto_extend_size_increment"_L1);
        const QJsonValue limit = mount.value("auto_extend_size_limit"_L1);
        const QString at = configPathBelow(path, u"auto_extend_size_threshold"_s);
        const int percent = threshold.toInt();
        if (percent != 0 && (percent < 50 || percent > 99))
            m_findings.error(ConfigCode::ExtendThreshold, at);
        else if (percent != 0 && increment.isUndefined())
            m_findings.error(ConfigCode::ExtendAlone, at);
        if (!increment.isUndefined())
            checkSize(increment,
                1,
                100,
                ConfigCode::ExtendIncrement,
                configPathBelow(path, u"auto_extend_size_increment"_s));
        if (!limit.isUndefined())
            checkSize(limit,
                1,
                500,
                ConfigCode::ExtendLimit,
                configPathBelow(path, u"auto_extend_size_limit"_s));
    }

    void checkSize(
        const QJsonValue &size, int least, int most, ConfigCode otherwise, const QString &path)
    {
        const std::optional<int> gigabytes = gigabytesOf(size);
        if (!gigabytes)
            m_findings.error(ConfigCode::NotSize, path);
        else if (*gigabytes < least || *gigabytes > most)
            m_findings.error(otherwise, path);
    }

    // More entries for one process group than it can have.
    void countByGroup(QLatin1String key, ConfigCode code)
    {
        const bool generalIsForAll = key == "vm"_L1;
        const QString general = generalIsForAll || m_groups.isEmpty() ? u"app"_s : m_groups.first();
        QMap<QString, int> counts;
        each(key, [&](const QJsonObject &entry, const QString &path) {
            QStringList groups = textsOf(entry.value("processes"_L1));
            if (groups.isEmpty())
                groups.append(generalIsForAll ? QString() : general);
            for (const QString &group : std::as_const(groups)) {
                if (++counts[group] == 2)
                    m_findings.warning(code, path, {group.isEmpty() ? general : group});
            }
        });
    }

    void checkRestart()
    {
        each("restart"_L1, [this](const QJsonObject &restart, const QString &path) {
            const QString policy = restart.value("policy"_L1).toString();
            const QStringList known{u"always"_s, u"never"_s, u"on-failure"_s};
            if (!known.contains(policy))
                m_findings.error(
                    ConfigCode::RestartPolicy, configPathBelow(path, u"policy"_s), {policy});
            checkGroups(restart, path);
        });
    }

    void checkVm(const QJsonObject &vm, const QString &path)
    {
        const QString size = vm.value("size"_L1).toString();
        if (!size.isEmpty() && !isMachineSize(size))
            m_findings.warning(ConfigCode::UnknownSize, configPathBelow(path, u"size"_s), {size});
        const QJsonValue memory = vm.value("memory"_L1);
        const std::optional<int> megabytes = megabytesOf(memory);
        if (memory.isString() && (!megabytes || *megabytes <= 0))
            m_findings.warning(ConfigCode::NotSize, configPathBelow(path, u"memory"_s));
    }

    void checkSizes()
    {
        each("vm"_L1, [this](const QJsonObject &vm, const QString &path) { checkVm(vm, path); });
        countByGroup("vm"_L1, ConfigCode::SeveralSizes);
        const QJsonObject own =
            m_toml.value("deploy"_L1).toObject().value("release_command_vm"_L1).toObject();
        if (!own.isEmpty())
            checkVm(own, u"deploy.release_command_vm"_s);
    }

    const QJsonObject &m_toml;
    const QStringList m_groups;
    FileFindings &m_findings;
};
} // namespace

void validateFlyToml(const QJsonObject &toml, FileFindings &findings)
{
    Validation(toml, findings).run();
}
