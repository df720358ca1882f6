#include "fly/configdiff.h"

#include "config/configpath.h"
#include "core/sanitise.h"
#include "fly/machineconfig.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestValue = 400;

// What an entry of a list is known by, so that one more in front does not change all behind it.
QString nameOf(const QJsonValue &entry)
{
    const QJsonObject object = entry.toObject();
    for (const QLatin1String key :
        {"guest_path"_L1, "internal_port"_L1, "port"_L1, "name"_L1, "path"_L1, "type"_L1}) {
        const QJsonValue value = object.value(key);
        if (value.isDouble())
            return QString::number(value.toInteger());
        if (value.isString() && !value.toString().isEmpty())
            return value.toString();
    }
    return {};
}

// Nothing when the entries cannot be told from each other.
std::optional<QStringList> namesOf(const QJsonArray &list)
{
    QStringList names;
    for (const QJsonValue &entry : list) {
        const QString name = nameOf(entry);
        if (name.isEmpty() || names.contains(name))
            return std::nullopt;
        names.append(name);
    }
    return names;
}

bool holdsObjects(const QJsonArray &list)
{
    return std::any_of(
        list.begin(), list.end(), [](const QJsonValue &entry) { return entry.isObject(); });
}

QString textOf(const QJsonValue &value)
{
    QString text;
    if (value.isString())
        text = value.toString();
    else if (value.isArray())
        text = QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    else if (value.isObject())
        text = QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    else if (value.isBool())
        text = value.toBool() ? u"true"_s : u"false"_s;
    else if (value.isDouble())
        text = value.toVariant().toString();
    text = Redact::text(text);
    return text.size() > longestValue ? QString(text.left(longestValue) + u'…') : text;
}

bool authorises(const QString &name)
{
    static const QRegularExpression pattern(
        u"auth|token|secret|cookie|key|password"_s, QRegularExpression::CaseInsensitiveOption);
    return pattern.match(name).hasMatch();
}

class Difference
{
public:
    QList<ConfigChange> changes;

    void look(const QJsonValue &now, const QJsonValue &next, const QString &path, bool masked)
    {
        if (now == next)
            return;
        if (isTable(now) && isTable(next) && (now.isObject() || next.isObject()))
            return tables(now.toObject(), next.toObject(), path, masked);
        const QJsonArray before = now.toArray();
        const QJsonArray after = next.toArray();
        if (isList(now) && isList(next) && (holdsObjects(before) || holdsObjects(after)))
            return lists(before, after, path, masked);
        ConfigChange change;
        change.path = path;
        change.kind = now.isUndefined() ? ConfigChange::Kind::Added
            : next.isUndefined()        ? ConfigChange::Kind::Removed
                                        : ConfigChange::Kind::Changed;
        change.masked = masked;
        if (!masked) {
            change.before = textOf(now);
            change.after = textOf(next);
        }
        changes.append(change);
    }

private:
    static bool isTable(const QJsonValue &value) { return value.isObject() || value.isUndefined(); }
    static bool isList(const QJsonValue &value) { return value.isArray() || value.isUndefined(); }

    void tables(const QJsonObject &now, const QJsonObject &next, const QString &path, bool masked)
    {
        QStringList keys = now.keys() + next.keys();
        keys.sort();
        keys.removeDuplicates();
        const bool secretHeader = authorises(now.value("name"_L1).toString())
            || authorises(next.value("name"_L1).toString());
        for (const QString &key : std::as_const(keys)) {
            const bool hides = masked || key == "env"_L1 || key == "raw_value"_L1
                || (secretHeader && key == "values"_L1);
            look(now.value(key), next.value(key), configPathBelow(path, key), hides);
        }
    }

    void lists(const QJsonArray &now, const QJsonArray &next, const QString &path, bool masked)
    {
        const std::optional<QStringList> before = namesOf(now);
        const std::optional<QStringList> after = namesOf(next);
        if (!before || !after) {
            for (qsizetype i = 0; i < std::max(now.size(), next.size()); ++i)
                look(entry(now, i), entry(next, i), configPathAt(path, i), masked);
            return;
        }
        QStringList names = *before + *after;
        names.removeDuplicates();
        for (const QString &name : std::as_const(names))
            look(entry(now, before->indexOf(name)),
                entry(next, after->indexOf(name)),
                QString(path + u'[' + name + u']'),
                masked);
    }

    static QJsonValue entry(const QJsonArray &list, qsizetype index)
    {
        return index >= 0 && index < list.size() ? list.at(index)
                                                 : QJsonValue(QJsonValue::Undefined);
    }
};
} // namespace

QList<ConfigChange> configChanges(const MachineConfig &now, const MachineConfig &next)
{
    Difference difference;
    difference.look(comparableConfig(now), comparableConfig(next), {}, false);
    return difference.changes;
}

void ConfigChangeSets::add(const Machine &machine,
    const MachineConfig &next,
    const QString &digestNow,
    const QString &digestNext)
{
    if (digestNow == digestNext || !machine.config)
        return;
    const QString group = machine.processGroup();
    const QString key = QStringList{group, digestNow, digestNext}.join(u'\n');
    if (const auto known = m_known.constFind(key); known != m_known.cend()) {
        m_sets[*known].machines.append(machine.id);
        return;
    }
    const QList<ConfigChange> changes = configChanges(*machine.config, next);
    if (changes.isEmpty())
        return;
    const auto same = std::find_if(m_sets.begin(), m_sets.end(), [&](const ConfigChangeSet &set) {
        return set.group == group && set.changes == changes;
    });
    m_known.insert(key, same - m_sets.begin());
    if (same == m_sets.end())
        m_sets.append({group, {machine.id}, changes});
    else
        same->machines.append(machine.id);
}
