#include "config/composetree.h"

#include <algorithm>

using namespace Qt::StringLiterals;

const ComposeEntry *ComposeNode::find(QStringView key) const
{
    const auto found = std::find_if(entries.begin(),
        entries.end(),
        [key](const ComposeEntry &entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &*found;
}

const ComposeNode &ComposeNode::at(QStringView key) const
{
    static const ComposeNode none;
    const ComposeEntry *entry = find(key);
    return entry ? entry->value : none;
}

QList<ComposeEntry> ComposeNode::map() const
{
    return isMap() ? entries : QList<ComposeEntry>();
}

QList<ComposeNode> ComposeNode::list() const
{
    if (isText())
        return {*this};
    return isList() ? items : QList<ComposeNode>();
}

QStringList ComposeNode::texts() const
{
    QStringList all;
    for (const ComposeNode &item : list()) {
        if (item.isText())
            all.append(item.text);
    }
    return all;
}

ComposeNode composeNode(const YamlDocument &document, int index, int file)
{
    const YamlNode &from = document.nodes.at(index);
    ComposeNode node;
    node.kind = from.kind;
    node.text = from.text;
    node.tag = from.tag;
    node.place = {file, from.line, from.column};
    node.entries.reserve(from.entries.size());
    for (const YamlEntry &entry : from.entries) {
        node.entries.append(ComposeEntry{
            entry.key, {file, entry.line, entry.column}, composeNode(document, entry.value, file)});
    }
    node.items.reserve(from.items.size());
    for (const int item : from.items)
        node.items.append(composeNode(document, item, file));
    return node;
}

namespace {
// The end of the variable or the sign that begins at `at`: a colon inside ${A:-b} separates
// nothing.
qsizetype behindVariable(QStringView text, qsizetype at)
{
    if (text[at] != u'$' || at + 1 >= text.size() || text[at + 1] != u'{')
        return at + 1;
    int open = 0;
    for (; at < text.size(); ++at) {
        if (text[at] == u'{')
            ++open;
        else if (text[at] == u'}' && --open == 0)
            return at + 1;
    }
    return text.size();
}

QStringList cutAtColons(QStringView text)
{
    QStringList parts{QString()};
    bool inBrackets = false; // of an IPv6 address
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype next = behindVariable(text, at);
        inBrackets = text[at] == u'[' || (inBrackets && text[at] != u']');
        if (text[at] == u':' && !inBrackets)
            parts.append(QString());
        else
            parts.last() += text.mid(at, next - at);
        at = next;
    }
    return parts;
}

bool isPortText(const QString &text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit() || c == u'-'; });
}

bool isPathText(const QString &source)
{
    return source.startsWith(u'.') || source.startsWith(u'/') || source.startsWith(u'~')
        || source.startsWith(u'\\') || (source.size() > 1 && source[1] == u':');
}
} // namespace

std::optional<ComposePort> composePort(const ComposeNode &node)
{
    ComposePort port;
    port.place = node.place;
    port.protocol = u"tcp"_s;
    if (node.isMap()) {
        port.hostIp = node.textAt(u"host_ip");
        port.published = node.textAt(u"published");
        port.target = node.textAt(u"target");
        if (!node.textAt(u"protocol").isEmpty())
            port.protocol = node.textAt(u"protocol");
        return port.target.isEmpty() ? std::nullopt : std::optional<ComposePort>(port);
    }
    if (!node.isText() || node.text.isEmpty())
        return std::nullopt;
    QString text = node.text;
    if (const qsizetype slash = text.lastIndexOf(u'/'); slash > text.lastIndexOf(u'}')) {
        port.protocol = text.mid(slash + 1);
        text.truncate(slash);
    }
    QStringList parts = cutAtColons(text);
    port.target = parts.takeLast();
    if (!parts.isEmpty())
        port.published = parts.takeLast();
    port.hostIp = parts.join(u':'); // an IPv6 address may stand without brackets
    const auto isPort = [](const QString &part) { return part.contains(u'$') || isPortText(part); };
    if (!isPort(port.target) || (!port.published.isEmpty() && !isPort(port.published)))
        return std::nullopt;
    return port;
}

ComposeMount composeMount(const ComposeNode &node)
{
    ComposeMount mount;
    mount.place = node.place;
    if (node.isMap()) {
        mount.source = node.textAt(u"source");
        mount.target = node.textAt(u"target");
        mount.isReadOnly = node.at(u"read_only").isTrue();
        const QString type = node.textAt(u"type");
        if (type == "bind"_L1)
            mount.type = ComposeMount::Type::Bind;
        else if (type != "volume"_L1)
            mount.type = ComposeMount::Type::Other;
        else if (mount.source.isEmpty())
            mount.type = ComposeMount::Type::Anonymous;
        return mount;
    }
    QStringList parts = cutAtColons(node.text);
    // C:\data:/data
    if (parts.size() > 1 && parts.at(0).size() == 1 && parts.at(1).startsWith(u'\\')) {
        const QString drive = parts.takeFirst();
        parts.first().prepend(QString(drive + u':'));
    }
    if (parts.size() == 1) {
        mount.type = ComposeMount::Type::Anonymous;
        mount.target = parts.first();
        return mount;
    }
    mount.source = parts.at(0);
    mount.target = parts.at(1);
    mount.isReadOnly = parts.value(2).split(u',').contains("ro"_L1);
    if (isPathText(mount.source))
        mount.type = ComposeMount::Type::Bind;
    else if (mount.source.startsWith(u'$')) // a name or a path: only its value tells
        mount.type = mount.source.contains(":-."_L1) || mount.source.contains(":-/"_L1)
                || mount.source.contains(u'/')
            ? ComposeMount::Type::Bind
            : ComposeMount::Type::Other;
    return mount;
}
