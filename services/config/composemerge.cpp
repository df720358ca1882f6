#include "config/composetree.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace {
constexpr QLatin1StringView keyValueLists[] = {
    "environment"_L1, "labels"_L1, "annotations"_L1, "sysctls"_L1, "storage_opt"_L1};

// "A=1" becomes A: 1, "A" alone A: nothing.
void toMap(ComposeNode &node, QChar separator, QChar other = {})
{
    if (!node.isList())
        return;
    ComposeNode map;
    map.kind = YamlNode::Kind::Map;
    map.place = node.place;
    map.tag = node.tag;
    QHash<QString, qsizetype> byKey;
    for (const ComposeNode &item : std::as_const(node.items)) {
        if (!item.isText())
            continue;
        qsizetype at = item.text.indexOf(separator);
        if (at < 0 && !other.isNull())
            at = item.text.indexOf(other);
        ComposeEntry entry{at < 0 ? item.text : item.text.left(at), item.place, item};
        entry.value.kind = at < 0 ? YamlNode::Kind::Null : YamlNode::Kind::Text;
        entry.value.text = at < 0 ? QString() : item.text.mid(at + 1);
        const auto before = byKey.constFind(entry.key);
        if (before != byKey.constEnd()) {
            map.entries[*before] = entry;
        } else {
            byKey.insert(entry.key, map.entries.size());
            map.entries.append(entry);
        }
    }
    node = map;
}

ComposeNode *child(ComposeNode &node, QStringView key)
{
    for (ComposeEntry &entry : node.entries) {
        if (entry.key == key)
            return &entry.value;
    }
    return nullptr;
}

ComposeNode mapOf(const ComposePlace &place, const QString &key, const ComposeNode &value)
{
    ComposeNode map;
    map.kind = YamlNode::Kind::Map;
    map.place = place;
    map.entries.append(ComposeEntry{key, place, value});
    return map;
}

ComposeNode textNode(const ComposePlace &place, const QString &text)
{
    ComposeNode node;
    node.kind = YamlNode::Kind::Text;
    node.place = place;
    node.text = text;
    return node;
}

// A list of names becomes a map from each to `value`.
void namesToMap(ComposeNode &node, const std::function<ComposeNode(const ComposePlace &)> &value)
{
    if (!node.isList())
        return;
    ComposeNode map;
    map.kind = YamlNode::Kind::Map;
    map.place = node.place;
    map.tag = node.tag;
    QSet<QString> seen;
    for (const ComposeNode &item : std::as_const(node.items)) {
        if (!item.isText() || seen.contains(item.text))
            continue;
        seen.insert(item.text);
        map.entries.append(ComposeEntry{item.text, item.place, value(item.place)});
    }
    node = map;
}

void textToList(ComposeNode &node)
{
    if (!node.isText())
        return;
    ComposeNode list;
    list.kind = YamlNode::Kind::List;
    list.place = node.place;
    list.tag = node.tag;
    ComposeNode item = node;
    item.tag.clear();
    list.items.append(item);
    node = list;
}

void textToMap(ComposeNode &node, const QString &key)
{
    if (node.isText())
        node = mapOf(node.place, key, textNode(node.place, node.text));
}

void normaliseBuild(ComposeNode &build)
{
    textToMap(build, u"context"_s);
    for (const QLatin1StringView key : {"args"_L1, "labels"_L1, "additional_contexts"_L1}) {
        if (ComposeNode *node = child(build, QString(key)))
            toMap(*node, u'=');
    }
}

// What makes two entries of such a list the same thing; empty: every entry stands for itself.
QString identityOf(const QString &list, const ComposeNode &item)
{
    if (list == "ports"_L1) {
        const std::optional<ComposePort> port = composePort(item);
        return port
            ? QStringList{port->hostIp, port->published, port->target, port->protocol}.join(u'|')
            : QString();
    }
    if (list == "volumes"_L1 || list == "devices"_L1)
        return composeMount(item).target;
    if (list == "configs"_L1 || list == "secrets"_L1) {
        if (item.isText())
            return item.text;
        const QString target = item.textAt(u"target");
        return target.isEmpty() ? item.textAt(u"source") : target;
    }
    if (item.isMap())
        return item.textAt(u"path");
    return item.isText() ? item.text : QString();
}

void mergeLists(ComposeNode &into, const ComposeNode &later, const QString &list)
{
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < into.items.size(); ++i)
        places.insert(identityOf(list, into.items.at(i)), i);
    for (const ComposeNode &item : later.items) {
        const QString identity = identityOf(list, item);
        const qsizetype at = identity.isEmpty() ? -1 : places.value(identity, -1);
        if (at >= 0) {
            into.items[at] = item;
        } else {
            places.insert(identity, into.items.size());
            into.items.append(item);
        }
    }
}

bool laterWins(const QStringList &path)
{
    const QString last = path.value(path.size() - 1);
    if (path.value(0) != "services"_L1)
        return false;
    return (path.size() == 3 && (last == "command"_L1 || last == "entrypoint"_L1))
        || (path.size() == 4 && path.at(2) == "healthcheck"_L1 && last == "test"_L1);
}

// A variable without a value comes from the shell: that too is later.
bool nullCounts(const QStringList &path)
{
    return path.size() == 4 && path.at(0) == "services"_L1 && path.at(2) == "environment"_L1;
}

bool otherDriver(const ComposeNode &into, const ComposeNode &later, const QStringList &path)
{
    return path.size() == 3 && path.at(2) == "logging"_L1 && !later.textAt(u"driver").isEmpty()
        && !into.textAt(u"driver").isEmpty() && later.textAt(u"driver") != into.textAt(u"driver");
}
} // namespace

void normaliseComposeService(ComposeNode &service)
{
    for (ComposeEntry &entry : service.entries) {
        const QString &key = entry.key;
        ComposeNode &value = entry.value;
        if (std::find(std::begin(keyValueLists), std::end(keyValueLists), key)
            != std::end(keyValueLists))
            toMap(value, u'=');
        else if (key == "extra_hosts"_L1)
            toMap(value, u'=', u':');
        else if (key == "depends_on"_L1)
            namesToMap(value, [](const ComposePlace &place) {
                return mapOf(place, u"condition"_s, textNode(place, u"service_started"_s));
            });
        else if (key == "networks"_L1)
            namesToMap(value, [](const ComposePlace &place) {
                ComposeNode none;
                none.place = place;
                return none;
            });
        else if (key == "build"_L1)
            normaliseBuild(value);
        else if (key == "extends"_L1)
            textToMap(value, u"service"_s);
        else if (key == "deploy"_L1) {
            if (ComposeNode *labels = child(value, u"labels"))
                toMap(*labels, u'=');
        } else if (key == "env_file"_L1 || key == "label_file"_L1 || key == "dns"_L1
            || key == "dns_search"_L1 || key == "tmpfs"_L1)
            textToList(value);
    }
}

void normaliseCompose(ComposeNode &root)
{
    for (ComposeEntry &section : root.entries) {
        for (ComposeEntry &entry : section.value.entries) {
            if (section.key == "services"_L1) {
                normaliseComposeService(entry.value);
            } else if (section.key == "networks"_L1 || section.key == "volumes"_L1) {
                if (ComposeNode *labels = child(entry.value, u"labels"))
                    toMap(*labels, u'=');
            }
        }
    }
}

void mergeCompose(ComposeNode &into, const ComposeNode &later, const QStringList &path)
{
    if (later.isNull() && !nullCounts(path))
        return;
    if (later.tag == "!override"_L1 || laterWins(path) || otherDriver(into, later, path)
        || into.kind != later.kind) {
        into = later;
    } else if (later.isList()) {
        mergeLists(into, later, path.value(path.size() - 1));
    } else if (later.isText()) {
        into = later;
    }
    if (!later.isMap() || !into.isMap() || later.tag == "!override"_L1)
        return;
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < into.entries.size(); ++i)
        places.insert(into.entries.at(i).key, i);
    bool hasReset = false;
    for (const ComposeEntry &entry : later.entries) {
        const qsizetype at = places.value(entry.key, -1);
        const bool isReset = entry.value.tag == "!reset"_L1;
        if (at < 0) {
            if (!isReset)
                into.entries.append(entry);
            continue;
        }
        ComposeEntry &same = into.entries[at];
        if (isReset) {
            same.value.tag = entry.value.tag;
            hasReset = true;
        } else {
            if (entry.value.isText())
                same.place = entry.place;
            mergeCompose(same.value, entry.value, QStringList(path) << entry.key);
        }
    }
    if (hasReset)
        into.entries.removeIf(
            [](const ComposeEntry &entry) { return entry.value.tag == "!reset"_L1; });
}

void dropComposeTags(ComposeNode &root)
{
    root.entries.removeIf([](const ComposeEntry &entry) { return entry.value.tag == "!reset"_L1; });
    for (ComposeEntry &entry : root.entries)
        dropComposeTags(entry.value);
}
