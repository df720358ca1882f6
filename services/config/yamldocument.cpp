#include "config/yamldocument.h"

#include "config/configpath.h"
#include "config/tomldocument.h"

#include <QHash>

#include <algorithm>
#include <memory>
#include <yaml.h>

using namespace Qt::StringLiterals;

namespace {
struct YamlProblem
{
    QLatin1String words; // of the library
    ConfigCode code;
    bool atContext; // the place is where it began, not where it was noticed
};

constexpr YamlProblem yamlProblems[] = {
    {"found a tab character"_L1, ConfigCode::YamlTab, false},
    {"cannot start any token"_L1, ConfigCode::YamlCharacter, false},
    {"mapping values are not allowed"_L1, ConfigCode::YamlColon, false},
    {"could not find expected ':'"_L1, ConfigCode::YamlNoColon, true},
    {"did not find expected key"_L1, ConfigCode::YamlIndent, false},
    {"did not find expected '-' indicator"_L1, ConfigCode::YamlIndent, false},
    {"block sequence entries are not allowed"_L1, ConfigCode::YamlIndent, false},
    {"block mapping entries are not allowed"_L1, ConfigCode::YamlIndent, false},
    {"block mapping keys are not allowed"_L1, ConfigCode::YamlIndent, false},
    {"did not find expected <document start>"_L1, ConfigCode::YamlIndent, false},
    {"found unexpected end of stream"_L1, ConfigCode::YamlQuote, true},
    {"found unexpected document indicator"_L1, ConfigCode::YamlQuote, true},
    {"did not find expected ',' or ']'"_L1, ConfigCode::YamlBracket, true},
    {"did not find expected ',' or '}'"_L1, ConfigCode::YamlBracket, true},
    {"found unknown escape character"_L1, ConfigCode::SyntaxEscape, false},
    {"control characters are not allowed"_L1, ConfigCode::YamlControl, false},
};

struct YamlEventDeleter
{
    void operator()(yaml_event_t *event) const { yaml_event_delete(event); }
};

QString yamlText(const yaml_char_t *text, std::size_t length)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(text), static_cast<qsizetype>(length));
}

QString yamlName(const yaml_char_t *text)
{
    return text ? QString::fromUtf8(reinterpret_cast<const char *>(text)) : QString();
}

bool isNullWord(const QString &text)
{
    return text.isEmpty() || text == u'~' || text == "null"_L1 || text == "Null"_L1
        || text == "NULL"_L1;
}

// Follows the events of the library's parser, which keeps no tree: nothing here recurses.
class YamlBuilder
{
public:
    YamlDocument take() { return std::move(m_document); }

    // False: nothing more is read.
    bool event(const yaml_event_t &event);

    void fail(ConfigCode code, const yaml_mark_t &mark, const QStringList &arguments = {})
    {
        m_document.findings.append(ConfigFinding{ConfigFinding::Severity::Error,
            code,
            pathHere(),
            static_cast<int>(mark.line) + 1,
            static_cast<int>(mark.column) + 1,
            arguments});
        m_failed = true;
    }
    void closeAll()
    {
        while (!m_open.isEmpty())
            close();
    }

private:
    struct Open
    {
        int node = -1;
        bool isMap = false;
        bool hasKey = false; // its value is still to come
        YamlEntry pending;
        QHash<QString, int> lines; // of the keys so far
        QList<int> merges;
    };
    struct Extent
    {
        qint64 values = 1;
        int height = 1;
        bool closed = false;
    };

    [[nodiscard]] QString pathHere() const;
    int add(YamlNode::Kind kind, const yaml_mark_t &mark, const yaml_char_t *anchor);
    void scalar(const yaml_event_t &event);
    void alias(const yaml_event_t &event);
    void begin(YamlNode::Kind kind,
        const yaml_mark_t &mark,
        const yaml_char_t *anchor,
        const yaml_char_t *tag);
    void close();
    void attach(int node, const yaml_mark_t &mark);
    void key(const QString &text, const yaml_mark_t &mark);
    void merge(YamlNode &into, int from);

    YamlDocument m_document;
    QList<Extent> m_extents; // by node
    QList<Open> m_open;
    QHash<QString, int> m_anchors;
    qint64 m_merged = 0;
    bool m_failed = false;
};

QString YamlBuilder::pathHere() const
{
    QString path;
    for (const Open &open : m_open) {
        if (!open.isMap)
            path = configPathAt(path, m_document.nodes.at(open.node).items.size());
        else if (open.hasKey)
            path = configPathBelow(path, open.pending.key);
    }
    return path;
}

int YamlBuilder::add(YamlNode::Kind kind, const yaml_mark_t &mark, const yaml_char_t *anchor)
{
    if (m_document.nodes.size() >= maxYamlNodes) {
        fail(ConfigCode::FileTooManyKeys, mark, {QString::number(maxYamlNodes)});
        return -1;
    }
    YamlNode node;
    node.kind = kind;
    node.line = static_cast<int>(mark.line) + 1;
    node.column = static_cast<int>(mark.column) + 1;
    m_document.nodes.append(node);
    m_extents.append(Extent());
    const int index = static_cast<int>(m_document.nodes.size()) - 1;
    if (anchor)
        m_anchors.insert(yamlName(anchor), index);
    return index;
}

void YamlBuilder::key(const QString &text, const yaml_mark_t &mark)
{
    Open &open = m_open.last();
    open.pending =
        YamlEntry{text, static_cast<int>(mark.line) + 1, static_cast<int>(mark.column) + 1, -1};
    open.hasKey = true;
}

void YamlBuilder::attach(int node, const yaml_mark_t &mark)
{
    if (m_open.isEmpty()) {
        m_document.roots.append(node);
        return;
    }
    Open &open = m_open.last();
    if (!open.isMap) {
        m_document.nodes[open.node].items.append(node);
        return;
    }
    const YamlEntry entry = open.pending;
    const auto before = open.lines.constFind(entry.key);
    if (entry.key == "<<"_L1) {
        open.merges.append(node);
    } else if (before != open.lines.constEnd()) {
        const bool failed = m_failed; // the rest is read all the same
        yaml_mark_t place = mark;
        place.line = static_cast<std::size_t>(entry.line - 1);
        place.column = static_cast<std::size_t>(entry.column - 1);
        fail(ConfigCode::DuplicateKey, place, {QString::number(*before)});
        m_failed = failed;
    } else {
        open.lines.insert(entry.key, entry.line);
        m_document.nodes[open.node].entries.append(entry);
        m_document.nodes[open.node].entries.last().value = node;
    }
    open.hasKey = false;
}

void YamlBuilder::scalar(const yaml_event_t &event)
{
    const auto &data = event.data.scalar;
    const QString text = yamlText(data.value, data.length);
    if (!m_open.isEmpty() && m_open.constLast().isMap && !m_open.constLast().hasKey) {
        const int node =
            data.anchor ? add(YamlNode::Kind::Text, event.start_mark, data.anchor) : -1;
        if (node >= 0) {
            m_document.nodes[node].text = text;
            m_extents[node].closed = true;
        }
        return key(text, event.start_mark);
    }
    const int index = add(YamlNode::Kind::Text, event.start_mark, data.anchor);
    if (index < 0)
        return;
    YamlNode &node = m_document.nodes[index];
    node.quoted = data.style != YAML_PLAIN_SCALAR_STYLE;
    node.text = text;
    node.tag = yamlName(data.tag);
    if (!node.quoted && isNullWord(text))
        node.kind = YamlNode::Kind::Null;
    m_extents[index].closed = true;
    attach(index, event.start_mark);
}

void YamlBuilder::alias(const yaml_event_t &event)
{
    const QString name = yamlName(event.data.alias.anchor);
    const int node = m_anchors.value(name, -1);
    if (node < 0)
        return fail(ConfigCode::YamlAlias, event.start_mark, {name});
    if (!m_extents.at(node).closed)
        return fail(ConfigCode::YamlCircle, event.start_mark, {name});
    if (!m_open.isEmpty() && m_open.constLast().isMap && !m_open.constLast().hasKey) {
        if (m_document.nodes.at(node).kind != YamlNode::Kind::Text)
            return fail(ConfigCode::YamlKey, event.start_mark);
        return key(m_document.nodes.at(node).text, event.start_mark);
    }
    attach(node, event.start_mark);
}

void YamlBuilder::begin(
    YamlNode::Kind kind, const yaml_mark_t &mark, const yaml_char_t *anchor, const yaml_char_t *tag)
{
    if (!m_open.isEmpty() && m_open.constLast().isMap && !m_open.constLast().hasKey)
        return fail(ConfigCode::YamlKey, mark);
    if (m_open.size() >= maxYamlDepth)
        return fail(ConfigCode::FileTooDeep, mark);
    const int node = add(kind, mark, anchor);
    if (node < 0)
        return;
    m_document.nodes[node].tag = yamlName(tag);
    attach(node, mark);
    Open open;
    open.node = node;
    open.isMap = kind == YamlNode::Kind::Map;
    m_open.append(open);
}

void YamlBuilder::merge(YamlNode &into, int from)
{
    const YamlNode &source = m_document.nodes.at(from);
    if (source.kind != YamlNode::Kind::Map)
        return;
    QSet<QString> known;
    for (const YamlEntry &entry : std::as_const(into.entries))
        known.insert(entry.key);
    for (const YamlEntry &entry : source.entries) {
        if (known.contains(entry.key) || ++m_merged > maxYamlValues)
            continue;
        into.entries.append(entry);
        into.entries.last().merged = true;
    }
}

void YamlBuilder::close()
{
    const Open open = m_open.takeLast();
    YamlNode node = m_document.nodes.at(open.node);
    for (const int source : open.merges) {
        const YamlNode &from = m_document.nodes.at(source);
        if (from.kind == YamlNode::Kind::List) {
            for (const int item : from.items)
                merge(node, item);
        } else {
            merge(node, source);
        }
    }
    Extent extent;
    extent.closed = true;
    const auto count = [&](int child) {
        extent.values += m_extents.at(child).values;
        extent.height = std::max(extent.height, 1 + m_extents.at(child).height);
    };
    for (const YamlEntry &entry : std::as_const(node.entries))
        count(entry.value);
    for (const int item : std::as_const(node.items))
        count(item);
    yaml_mark_t place{};
    place.line = static_cast<std::size_t>(node.line - 1);
    place.column = static_cast<std::size_t>(node.column - 1);
    if (extent.values > maxYamlValues || m_merged > maxYamlValues) {
        if (!m_failed)
            fail(ConfigCode::YamlBomb, place, {QString::number(maxYamlValues)});
        node.entries.clear();
        node.items.clear();
        extent.values = extent.height = 1;
    } else if (extent.height > maxYamlDepth) {
        if (!m_failed)
            fail(ConfigCode::FileTooDeep, place);
        node.entries.clear();
        node.items.clear();
        extent.height = 1;
    }
    m_document.nodes[open.node] = std::move(node);
    m_extents[open.node] = extent;
}

bool YamlBuilder::event(const yaml_event_t &event)
{
    switch (event.type) {
    case YAML_SCALAR_EVENT:
        scalar(event);
        break;
    case YAML_ALIAS_EVENT:
        alias(event);
        break;
    case YAML_SEQUENCE_START_EVENT:
        begin(YamlNode::Kind::List,
            event.start_mark,
            event.data.sequence_start.anchor,
            event.data.sequence_start.tag);
        break;
    case YAML_MAPPING_START_EVENT:
        begin(YamlNode::Kind::Map,
            event.start_mark,
            event.data.mapping_start.anchor,
            event.data.mapping_start.tag);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        close();
        break;
    case YAML_DOCUMENT_START_EVENT:
        m_anchors.clear();
        break;
    case YAML_STREAM_END_EVENT:
        return false;
    default:
        break;
    }
    return !m_failed;
}

yaml_mark_t placeOfByte(const QByteArray &text, std::size_t offset)
{
    const QByteArray before = text.left(static_cast<qsizetype>(offset));
    yaml_mark_t mark{};
    mark.line = static_cast<std::size_t>(before.count('\n'));
    const qsizetype start = before.lastIndexOf('\n') + 1;
    mark.column = static_cast<std::size_t>(QString::fromUtf8(before.mid(start)).size());
    return mark;
}

void tellProblem(const yaml_parser_t &parser, const QByteArray &text, YamlBuilder &builder)
{
    const QString words = parser.problem ? QString::fromUtf8(parser.problem) : u"out of memory"_s;
    const auto *known = std::find_if(std::begin(yamlProblems),
        std::end(yamlProblems),
        [&](const YamlProblem &problem) { return words.contains(problem.words); });
    if (parser.error == YAML_READER_ERROR) {
        const bool isControl = known != std::end(yamlProblems);
        return builder.fail(isControl ? ConfigCode::YamlControl : ConfigCode::NotUtf8,
            placeOfByte(text, parser.problem_offset));
    }
    if (known == std::end(yamlProblems))
        return builder.fail(ConfigCode::YamlSyntax, parser.problem_mark, {words});
    const bool atContext = known->atContext && parser.context;
    const yaml_mark_t &mark = atContext ? parser.context_mark : parser.problem_mark;
    const bool isTab = known->code == ConfigCode::YamlCharacter
        && text.split('\n').value(static_cast<qsizetype>(mark.line)).contains('\t');
    builder.fail(isTab ? ConfigCode::YamlTab : known->code, mark);
}
} // namespace

YamlDocument readYaml(const QByteArray &text)
{
    YamlBuilder builder;
    if (text.size() > maxConfigBytes) {
        builder.fail(ConfigCode::FileTooLarge, {}, {QString::number(maxConfigBytes)});
        return builder.take();
    }
    yaml_parser_t parser;
    if (yaml_parser_initialize(&parser) == 0)
        return builder.take();
    const std::unique_ptr<yaml_parser_t, decltype(&yaml_parser_delete)> ending(
        &parser, &yaml_parser_delete);
    yaml_parser_set_input_string(&parser,
        reinterpret_cast<const unsigned char *>(text.constData()),
        static_cast<std::size_t>(text.size()));
    for (bool more = true; more;) {
        yaml_event_t event;
        if (yaml_parser_parse(&parser, &event) == 0) {
            tellProblem(parser, text, builder);
            break;
        }
        const std::unique_ptr<yaml_event_t, YamlEventDeleter> owned(&event);
        more = builder.event(event);
    }
    builder.closeAll();
    return builder.take();
}
