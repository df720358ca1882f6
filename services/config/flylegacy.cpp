#include "config/flylegacy.h"

#include "config/goduration.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QLocale>
#include <QStringList>

#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

namespace {
using namespace std::chrono_literals;
using Nanoseconds = std::chrono::nanoseconds;

QString below(const QString &path, QLatin1String key)
{
    return configPathBelow(path, key);
}

class Moderniser
{
public:
    Moderniser(QJsonObject root, FileFindings &findings)
        : m_root(std::move(root))
        , m_findings(findings)
    {
    }

    QJsonObject run()
    {
        mergeEnv();
        nameProcesses();
        listOf("mounts"_L1, {"mount"_L1});
        listOf("vm"_L1, {"compute"_L1, "computes"_L1});
        listOf("services"_L1, {});
        listOf("metrics"_L1, {"metric"_L1});
        listOf("machine_checks"_L1, {});
        moveExperimental();
        nameChecks();
        eachService();
        modernHttpService();
        eachOf("machine_checks"_L1, [this](QJsonObject check, const QString &path) {
            duration(check, "kill_timeout"_L1, 1ns, path);
            return check;
        });
        modernTable("deploy"_L1, [this](QJsonObject deploy, const QString &path) {
            duration(deploy, "wait_timeout"_L1, 1ns, path);
            duration(deploy, "release_command_timeout"_L1, 1ns, path);
            return deploy;
        });
        modernTable("build"_L1, [](QJsonObject build, const QString &) {
            if (build.contains("build_target"_L1) && !build.contains("build-target"_L1))
                build.insert("build-target"_L1, build.take("build_target"_L1));
            return build;
        });
        duration(m_root, "kill_timeout"_L1, 1s, {});
        return m_root;
    }

private:
    // A bare number has the unit of its key; a text is Go's.
    void duration(QJsonObject &object, QLatin1String key, Nanoseconds unit, const QString &path)
    {
        const QJsonValue value = object.value(key);
        if (value.isUndefined())
            return;
        std::optional<Nanoseconds> read;
        if (value.isDouble()) {
            read = bareDuration(value, unit, below(path, key));
        } else if (value.isString()) {
            const QString text = value.toString();
            if (text.isEmpty() && unit != 1ns) {
                object.remove(key);
                return;
            }
            if (text == "none"_L1 || text == "0"_L1)
                read = 0ns;
            else
                read = goDurationFromText(text);
        }
        if (!read)
            return m_findings.error(ConfigCode::NotDuration, below(path, key));
        object.insert(key, goDurationText(*read));
    }

    // Whole units only: the platform's tool cuts a fraction off before it counts.
    std::optional<Nanoseconds> bareDuration(
        const QJsonValue &value, Nanoseconds unit, const QString &path)
    {
        const double whole = std::trunc(value.toDouble());
        const double count = whole * static_cast<double>(unit.count());
        if (std::abs(count) >= 9.2e18)
            return std::nullopt;
        const Nanoseconds read = static_cast<qint64>(whole) * unit;
        const QStringList arguments{
            QString::number(value.toDouble(), 'g', 15), goDurationText(read)};
        const bool isCut = whole != value.toDouble();
        if (unit == 1ns && (isCut || read != 0ns))
            m_findings.warning(ConfigCode::BareNanoseconds, path, arguments);
        else if (isCut)
            m_findings.warning(ConfigCode::BareFraction, path, arguments);
        else if (read != 0ns)
            m_findings.note(unit == 1s ? ConfigCode::BareSeconds : ConfigCode::BareMilliseconds,
                path,
                arguments);
        return read;
    }

    void checkDurations(QJsonObject &check, Nanoseconds unit, const QString &path)
    {
        duration(check, "interval"_L1, unit, path);
        duration(check, "timeout"_L1, unit, path);
        duration(check, "grace_period"_L1, unit, path);
    }

    void listOf(QLatin1String key, std::initializer_list<QLatin1String> oldKeys)
    {
        QJsonArray all;
        const auto add = [&](QLatin1String from) {
            const QJsonValue value = m_root.take(from);
            if (value.isObject())
                all.append(value);
            else if (value.isArray())
                for (const QJsonValue &entry : value.toArray())
                    all.append(entry);
            else if (!value.isUndefined())
                m_findings.error(ConfigCode::NotTableList, from);
        };
        for (const QLatin1String oldKey : oldKeys)
            add(oldKey);
        add(key);
        QJsonArray kept;
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (!all.at(i).isObject())
                m_findings.error(ConfigCode::NotTable, configPathAt(key, i));
            else if (key != "services"_L1 || !all.at(i).toObject().isEmpty())
                kept.append(all.at(i));
        }
        if (!kept.isEmpty())
            m_root.insert(key, kept);
    }

    void eachOf(
        QLatin1String key, const std::function<QJsonObject(QJsonObject, const QString &)> &change)
    {
        if (!m_root.contains(key))
            return;
        QJsonArray entries = m_root.value(key).toArray();
        for (qsizetype i = 0; i < entries.size(); ++i)
            entries[i] = change(entries.at(i).toObject(), configPathAt(key, i));
        m_root.insert(key, entries);
    }

    void modernTable(
        QLatin1String key, const std::function<QJsonObject(QJsonObject, const QString &)> &change)
    {
        const QJsonValue value = m_root.value(key);
        if (value.isUndefined())
            return;
        if (!value.isObject())
            return m_findings.error(ConfigCode::NotTable, key);
        m_root.insert(key, change(value.toObject(), key));
    }

    QJsonValue envText(const QJsonValue &value, const QString &path)
    {
        if (value.isString())
            return value;
        if (value.isBool())
            return value.toBool() ? u"true"_s : u"false"_s;
        if (value.isDouble()) {
            const double number = value.toDouble();
            const qint64 whole = value.toInteger(0);
            if (value.toInteger(1) == whole)
                return QString::number(whole);
            return QString::number(number, 'g', QLocale::FloatingPointShortest);
        }
        m_findings.error(ConfigCode::NotTextOrNumber, path);
        return QString();
    }

    void mergeEnv()
    {
        const QJsonValue value = m_root.value("env"_L1);
        if (value.isUndefined())
            return;
        QJsonArray tables = value.toArray();
        if (value.isObject())
            tables.append(value);
        else if (!value.isArray())
            return m_findings.error(ConfigCode::NotTable, u"env"_s);
        QJsonObject env;
        for (const QJsonValue &table : tables) {
            if (!table.isObject())
                return m_findings.error(ConfigCode::NotTable, u"env"_s);
            const QJsonObject entries = table.toObject();
            for (auto entry = entries.begin(); entry != entries.end(); ++entry)
                env.insert(
                    entry.key(), envText(entry.value(), configPathBelow(u"env"_s, entry.key())));
        }
        m_root.insert("env"_L1, env);
    }

    void nameProcesses()
    {
        const QJsonValue value = m_root.value("processes"_L1);
        if (!value.isArray())
            return;
        const QJsonArray list = value.toArray();
        m_root.remove("processes"_L1);
        QJsonObject processes;
        for (qsizetype i = 0; i < list.size(); ++i) {
            const QJsonObject process = list.at(i).toObject();
            if (!process.value("name"_L1).isString()) {
                m_findings.error(ConfigCode::MissingName, configPathAt(u"processes"_s, i));
                continue;
            }
            processes.insert(
                process.value("name"_L1).toString(), process.value("command"_L1).toString());
        }
        if (!processes.isEmpty())
            m_root.insert("processes"_L1, processes);
    }

    void moveExperimental()
    {
        const QJsonObject experimental = m_root.value("experimental"_L1).toObject();
        const QJsonValue timeout = experimental.value("kill_timeout"_L1);
        if (!timeout.isUndefined() && !m_root.contains("kill_timeout"_L1))
            m_root.insert("kill_timeout"_L1, timeout);
        if (experimental.contains("metrics_port"_L1) && !m_root.contains("metrics"_L1)) {
            const QJsonObject metrics{{u"port"_s, experimental.value("metrics_port"_L1)},
                {u"path"_s, experimental.value("metrics_path"_L1)}};
            m_root.insert("metrics"_L1, QJsonArray{metrics});
        }
    }

    void nameChecks()
    {
        const QJsonValue value = m_root.value("checks"_L1);
        if (!value.isUndefined() && !value.isArray() && !value.isObject())
            return m_findings.error(ConfigCode::NotTable, u"checks"_s);
        QJsonObject checks = value.toObject();
        const QJsonArray list = value.toArray();
        for (qsizetype i = 0; i < list.size(); ++i) {
            QJsonObject check = list.at(i).toObject();
            const QString name = check.take("name"_L1).toString();
            if (name.isEmpty())
                m_findings.error(ConfigCode::MissingName, configPathAt(u"checks"_s, i));
            else
                checks.insert(name, check);
        }
        if (checks.isEmpty()) {
            m_root.remove("checks"_L1);
            return;
        }
        for (auto entry = checks.begin(); entry != checks.end(); ++entry) {
            const QString path = configPathBelow(u"checks"_s, entry.key());
            if (!entry.value().isObject()) {
                m_findings.error(ConfigCode::NotTable, path);
                continue;
            }
            QJsonObject check = entry.value().toObject();
            checkDurations(check, 1ms, path);
            entry.value() = check;
        }
        m_root.insert("checks"_L1, checks);
    }

    void checkList(QJsonObject &service, QLatin1String key, Nanoseconds unit, const QString &path)
    {
        const QJsonValue value = service.value(key);
        if (value.isUndefined())
            return;
        const QString at = below(path, key);
        if (!value.isArray() && !value.isObject())
            return m_findings.error(ConfigCode::NotTableList, at);
        QJsonArray kept;
        const QJsonArray checks = value.isObject() ? QJsonArray{value} : value.toArray();
        for (qsizetype i = 0; i < checks.size(); ++i) {
            QJsonObject check = checks.at(i).toObject();
            checkDurations(check, unit, configPathAt(at, i));
            if (!check.isEmpty())
                kept.append(check);
        }
        if (kept.isEmpty())
            service.remove(key);
        else
            service.insert(key, kept);
    }

    void portNumber(QJsonObject &object, QLatin1String key, const QString &path)
    {
        const QJsonValue value = object.value(key);
        if (!value.isString())
            return;
        bool ok = false;
        const int port = value.toString().toInt(&ok);
        if (!ok)
            return m_findings.error(ConfigCode::NotPort, below(path, key));
        object.insert(key, port);
    }

    void concurrency(QJsonObject &service, const QString &path)
    {
        const QJsonValue value = service.value("concurrency"_L1);
        if (!value.isString())
            return;
        const QStringList limits = value.toString().split(u',');
        bool softOk = false;
        bool hardOk = false;
        const int soft = limits.value(0).trimmed().toInt(&softOk);
        const int hard = limits.value(1).trimmed().toInt(&hardOk);
        if (limits.size() != 2 || !softOk || !hardOk)
            return m_findings.error(ConfigCode::NotConcurrency, below(path, "concurrency"_L1));
        service.insert("concurrency"_L1,
            QJsonObject{
                {u"type"_s, u"requests"_s}, {u"soft_limit"_s, soft}, {u"hard_limit"_s, hard}});
    }

    void eachService()
    {
        eachOf("services"_L1, [this](QJsonObject service, const QString &path) {
            portNumber(service, "internal_port"_L1, path);
            concurrency(service, path);
            checkList(service, "tcp_checks"_L1, 1ms, path);
            checkList(service, "http_checks"_L1, 1ms, path);
            QJsonArray ports = service.value("ports"_L1).toArray();
            for (qsizetype i = 0; i < ports.size(); ++i) {
                QJsonObject port = ports.at(i).toObject();
                portNumber(port, "port"_L1, configPathAt(below(path, "ports"_L1), i));
                ports[i] = port;
            }
            if (!ports.isEmpty())
                service.insert("ports"_L1, ports);
            return service;
        });
    }

    void modernHttpService()
    {
        modernTable("http_service"_L1, [this](QJsonObject service, const QString &path) {
            checkList(service, "checks"_L1, 1ns, path);
            return service;
        });
    }

    QJsonObject m_root;
    FileFindings &m_findings;
};
} // namespace

QJsonObject modernised(const QJsonObject &root, FileFindings &findings)
{
    return Moderniser(root, findings).run();
}
