#include "config/tomledit.h"

#include "config/tomlwriter.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
bool canBeWritten(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return false;
    const QJsonArray array = value.toArray();
    const QJsonObject object = value.toObject();
    return std::all_of(array.begin(), array.end(), canBeWritten)
        && std::all_of(object.begin(), object.end(), canBeWritten);
}

// The document's JSON with one place changed; what the result of an edit must say.
QJsonValue changed(const QJsonValue &at, QList<ConfigStep> path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    const ConfigStep step = path.takeFirst();
    if (step.index >= 0) {
        QJsonArray array = at.toArray();
        if (step.index > array.size())
            return at; // refused by the comparison that follows
        const QJsonValue inner = changed(array.at(step.index), path, value);
        if (step.index == array.size())
            array.append(inner);
        else if (inner.isUndefined())
            array.removeAt(step.index);
        else
            array.replace(step.index, inner);
        return array;
    }
    QJsonObject object = at.toObject();
    const QJsonValue inner = changed(object.value(step.key), path, value);
    if (inner.isUndefined())
        object.remove(step.key);
    else
        object.insert(step.key, inner);
    return object;
}

class TomlEdit
{
public:
    explicit TomlEdit(const QByteArray &text)
        : m_document(readToml(text))
        , m_text(text)
    {
    }

    Result<QByteArray> set(const ConfigPath &path, const QJsonValue &value)
    {
        if (const Result<void> ready = check(path); !ready)
            return failure(ready.error());
        if (!canBeWritten(value))
            return failure(Error::Kind::InvalidInput, u"TOML has no value for nothing"_s);
        const int there = m_document.find(path);
        const QJsonValue wanted = changed(m_document.toJson(), path, value);
        if (there >= 0 && m_document.toJson(there) == value)
            return m_text;
        const bool done = there < 0 ? insert(path, value) : replace(there, value);
        return done ? proven(wanted) : refused(path);
    }

    Result<QByteArray> remove(const ConfigPath &path)
    {
        if (const Result<void> ready = check(path); !ready)
            return failure(ready.error());
        const int there = m_document.find(path);
        if (there < 0)
            return failure(
                Error::Kind::NotFound, QString(configPathText(path) + u" is not in the file"_s));
        const QJsonValue wanted =
            changed(m_document.toJson(), path, QJsonValue(QJsonValue::Undefined));
        return cut(there) ? proven(wanted) : refused(path);
    }

private:
    using Kind = TomlNode::Kind;
    using Origin = TomlNode::Origin;

    Result<void> check(const ConfigPath &path) const
    {
        if (hasErrors(m_document.findings))
            return failure(Error::Kind::InvalidInput,
                configDetail(m_document.findings.constFirst(), u"TOML"_s));
        if (path.isEmpty() || path.constFirst().index >= 0)
            return failure(Error::Kind::InvalidInput, u"no key is named"_s);
        return {};
    }

    static tl::unexpected<Error> refused(const ConfigPath &path)
    {
        return failure(Error::Kind::InvalidInput,
            QString(configPathText(path) + u" cannot be changed in place"_s));
    }

    Result<QByteArray> proven(const QJsonValue &wanted) const
    {
        const TomlDocument read = readToml(m_text);
        if (hasErrors(read.findings) || QJsonValue(read.toJson()) != wanted)
            return failure(Error::Kind::InvalidInput, u"the file cannot be changed there"_s);
        return m_text;
    }

    [[nodiscard]] const TomlNode &node(int index) const { return m_document.nodes.at(index); }

    [[nodiscard]] QByteArray bytes(TextSpan span) const
    {
        return m_text.mid(span.begin, span.end - span.begin);
    }

    void put(TextSpan span, const QByteArray &instead)
    {
        m_text.replace(span.begin, span.end - span.begin, instead);
    }

    [[nodiscard]] TomlManner mannerOf(const TomlNode &at) const
    {
        const QByteArray old = bytes(at.value);
        if (at.kind == Kind::List)
            return {old.contains('\'') && !old.contains('"'), false};
        const bool literal = old.startsWith('\'');
        const bool fraction = at.scalar.isDouble() && old.contains('.');
        return {literal, fraction};
    }

    // As the neighbours write theirs.
    [[nodiscard]] TomlManner mannerBeside(int table) const
    {
        int literal = 0;
        for (const int child : node(table).children) {
            const TomlNode &at = node(child);
            if (at.kind == Kind::Scalar && at.scalar.isString() && !at.isDate)
                literal += bytes(at.value).startsWith('\'') ? 1 : -1;
        }
        return {literal > 0, false};
    }

    bool replace(int there, const QJsonValue &value)
    {
        const TomlNode &at = node(there);
        if (at.origin != Origin::Value || at.value.end <= at.value.begin)
            return false;
        put(at.value, tomlValueText(value, mannerOf(at)).toUtf8());
        return true;
    }

    [[nodiscard]] qsizetype lineBegin(qsizetype at) const
    {
        return at == 0 ? 0 : m_text.lastIndexOf('\n', at - 1) + 1;
    }
    [[nodiscard]] qsizetype lineEnd(qsizetype at) const // behind the line break
    {
        const qsizetype end = m_text.indexOf('\n', at);
        return end < 0 ? m_text.size() : end + 1;
    }
    [[nodiscard]] QByteArray lineBreak() const
    {
        const qsizetype end = m_text.indexOf('\n');
        return end > 0 && m_text[end - 1] == '\r' ? "\r\n" : "\n";
    }
    [[nodiscard]] QByteArray indentOf(qsizetype at) const
    {
        const qsizetype begin = lineBegin(at);
        const QByteArray indent = m_text.mid(begin, at - begin);
        const bool blank =
            std::all_of(indent.begin(), indent.end(), [](char c) { return c == ' ' || c == '\t'; });
        return blank ? indent : QByteArray();
    }

    bool insert(const ConfigPath &path, const QJsonValue &value)
    {
        qsizetype depth = 0;
        int at = 0;
        while (depth < path.size()) {
            const int next = m_document.find(path.first(depth + 1));
            if (next < 0)
                break;
            at = next;
            ++depth;
        }
        const ConfigPath missing = path.sliced(depth);
        if (node(at).kind == Kind::List && node(at).origin == Origin::HeaderList)
            return insertEntry(path, value);
        if (node(at).kind != Kind::Table || missing.constFirst().index >= 0)
            return false;
        for (const ConfigStep &step : missing) {
            if (step.index > 0)
                return false;
        }
        if (node(at).origin == Origin::Value)
            return missing.size() == 1 && insertInline(at, missing.constFirst().key, value);
        if (missing.size() > 1 || value.isObject() || isListOfTables(value))
            return appendSection(path, value);
        return insertLine(at, missing.constFirst().key, value);
    }

    static bool isListOfTables(const QJsonValue &value)
    {
        const QJsonArray array = value.toArray();
        return !array.isEmpty() && array.first().isObject();
    }

    bool insertInline(int table, const QString &key, const QJsonValue &value)
    {
        const TextSpan span = node(table).value;
        const QByteArray entry =
            QString(configKeyText(key) + u" = "_s + tomlValueText(value, mannerBeside(table)))
                .toUtf8();
        qsizetype close = span.end - 1;
        if (node(table).children.isEmpty()) {
            put(span, "{ " + entry + " }");
            return true;
        }
        while (m_text[close - 1] == ' ' || m_text[close - 1] == '\t')
            --close;
        put({close, close}, ", " + entry);
        return true;
    }

    // Behind the last line of the section, or before the first header for the file as a whole.
    bool insertLine(int table, const QString &key, const QJsonValue &value)
    {
        const TomlStatement *last = nullptr;
        QString prefix;
        for (const TomlStatement &statement : m_document.statements) {
            const bool ofTable = statement.table == table;
            const bool dotted = !statement.isHeader && isBelow(statement.node, table);
            if (ofTable || (node(table).origin == Origin::Dotted && dotted))
                last = &statement;
        }
        if (node(table).origin == Origin::Dotted) {
            if (!last)
                return false;
            prefix = dottedPrefix(table, last->table);
        } else if (!last && table != 0) {
            return node(table).origin == Origin::Implicit
                && appendSection(
                    *configPathFromText(configPathBelow(m_document.pathOf(table), key)), value);
        }
        const QString line = QString(
            prefix + configKeyText(key) + u" = "_s + tomlValueText(value, mannerBeside(table)));
        if (!last)
            return insertFirst(line.toUtf8());
        insertBehind(last->span.end, indentBelow(*last) + line.toUtf8());
        return true;
    }

    [[nodiscard]] QByteArray indentBelow(const TomlStatement &statement) const
    {
        const QByteArray own = indentOf(statement.span.begin);
        if (!statement.isHeader)
            return own;
        // A section without keys: indented as the other sections' keys are against their headers.
        for (const TomlStatement &other : m_document.statements) {
            if (other.isHeader || other.table == 0)
                continue;
            const int header = node(other.table).statement;
            if (header < 0)
                continue;
            const QByteArray outer = indentOf(m_document.statements.at(header).span.begin);
            const QByteArray inner = indentOf(other.span.begin);
            return inner.startsWith(outer) ? QByteArray(own + inner.mid(outer.size())) : own;
        }
        return own;
    }

    [[nodiscard]] bool isBelow(int child, int table) const
    {
        for (; child > 0; child = node(child).parent) {
            if (child == table)
                return true;
        }
        return table == 0;
    }

    [[nodiscard]] QString dottedPrefix(int table, int section) const
    {
        QString prefix;
        for (int at = table; at != section && at > 0; at = node(at).parent)
            prefix.prepend(QString(configKeyText(node(at).key) + u'.'));
        return prefix;
    }

    bool insertFirst(const QByteArray &line)
    {
        const auto header = std::find_if(m_document.statements.begin(),
            m_document.statements.end(),
            [](const TomlStatement &statement) { return statement.isHeader; });
        if (header == m_document.statements.end()) {
            append(line);
            return true;
        }
        const qsizetype begin = lineBegin(header->span.begin);
        put({begin, begin}, line + lineBreak() + lineBreak());
        return true;
    }

    void insertBehind(qsizetype end, const QByteArray &line)
    {
        const qsizetype next = lineEnd(end);
        const bool broken = next > 0 && m_text[next - 1] == '\n';
        put({next, next}, broken ? line + lineBreak() : lineBreak() + line);
    }

    void append(const QByteArray &line)
    {
        if (!m_text.isEmpty() && !m_text.endsWith('\n'))
            m_text += lineBreak();
        m_text += line + lineBreak();
    }

    static QString headerText(const ConfigPath &path)
    {
        QStringList keys;
        for (const ConfigStep &step : path) {
            if (step.index < 0)
                keys.append(configKeyText(step.key));
        }
        return keys.join(u'.');
    }

    // A table behind everything. In a list of sections only its last entry can still get one.
    bool appendSection(const ConfigPath &path, const QJsonValue &value)
    {
        const QByteArray brk = lineBreak();
        QByteArray lines;
        if (isListOfTables(value)) {
            for (const QJsonValue &entry : value.toArray())
                lines += sectionLines(u"[[%1]]"_s.arg(headerText(path)), entry.toObject());
        } else if (value.isObject()) {
            lines = sectionLines(u"[%1]"_s.arg(headerText(path)), value.toObject());
        } else {
            ConfigPath table = path;
            const ConfigStep key = table.takeLast();
            if (key.index >= 0)
                return false;
            const bool isEntry = table.constLast().index >= 0;
            lines = sectionLines(
                (isEntry ? u"[[%1]]"_s : u"[%1]"_s).arg(headerText(table)), {{key.key, value}});
        }
        const qsizetype end = insertionPoint(path);
        QByteArray before;
        if (end > 0 && m_text[end - 1] != '\n')
            before = brk;
        if (end > 0)
            before += brk;
        put({end, end}, before + lines);
        return true;
    }

    // Behind the last line that belongs to the outermost table of the path.
    [[nodiscard]] qsizetype insertionPoint(const ConfigPath &path) const
    {
        qsizetype depth = path.size();
        int outer = -1;
        while (depth > 0 && outer < 0)
            outer = m_document.find(path.first(--depth));
        qsizetype end = m_text.size();
        for (const TomlStatement &statement : m_document.statements) {
            if (depth > 0 && isBelow(statement.node, outer))
                end = lineEnd(statement.span.end);
        }
        return end;
    }

    [[nodiscard]] QByteArray sectionLines(const QString &header, const QJsonObject &entries) const
    {
        QString lines = QString(header + QString::fromLatin1(lineBreak()));
        for (auto it = entries.begin(); it != entries.end(); ++it)
            lines += QString(u"  "_s + configKeyText(it.key()) + u" = "_s
                + tomlValueText(it.value(), {}) + QString::fromLatin1(lineBreak()));
        return lines.toUtf8();
    }

    bool insertEntry(const ConfigPath &path, const QJsonValue &value)
    {
        ConfigPath list = path;
        const ConfigStep last = list.takeLast();
        const int at = m_document.find(list);
        if (at < 0 || last.index != node(at).children.size() || !value.isObject())
            return false;
        return appendSection(list, QJsonArray{value});
    }

    bool cut(int there)
    {
        const TomlNode &at = node(there);
        const TomlNode &parent = node(at.parent);
        if (at.statement < 0 && at.origin == Origin::Value)
            return cutInside(there);
        if (parent.kind == Kind::List && parent.origin == Origin::HeaderList
            && parent.children.size() == 1)
            return cut(at.parent);
        // From the end on, so that places before stay what they are.
        bool any = false;
        for (qsizetype i = m_document.statements.size() - 1; i >= 0; --i) {
            const TomlStatement &statement = m_document.statements.at(i);
            if (!isBelow(statement.node, there))
                continue;
            put({lineBegin(statement.span.begin), lineEnd(statement.span.end)}, {});
            any = true;
        }
        return any;
    }

    // A value in one piece with others: with the comma that belonged to it.
    bool cutInside(int there)
    {
        const TomlNode &at = node(there);
        const TomlNode &parent = node(at.parent);
        if (parent.origin != Origin::Value)
            return false;
        const auto place = parent.children.indexOf(there);
        const bool isLast = place + 1 == parent.children.size();
        const auto beginOf = [&](int child) {
            qsizetype begin = node(child).value.begin;
            if (parent.kind == Kind::Table)
                begin = m_text.lastIndexOf(configKeyText(node(child).key).toUtf8(), begin);
            return begin;
        };
        TextSpan span{beginOf(there), at.value.end};
        if (!isLast)
            span.end = beginOf(parent.children.at(place + 1));
        else if (place > 0)
            span.begin = node(parent.children.at(place - 1)).value.end;
        if (span.begin < 0 || span.begin > span.end)
            return false;
        put(span, {});
        return true;
    }

    TomlDocument m_document;
    QByteArray m_text;
};
} // namespace

Result<QByteArray> tomlWithValue(
    const QByteArray &text, const ConfigPath &path, const QJsonValue &value)
{
    return TomlEdit(text).set(path, value);
}

Result<QByteArray> tomlWithoutValue(const QByteArray &text, const ConfigPath &path)
{
    return TomlEdit(text).remove(path);
}
