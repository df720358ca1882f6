#include "config/tomlscanner.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
// A hostile file ends in findings, not in the memory or the stack.
constexpr qsizetype maxSyntaxFindings = 50;
constexpr qsizetype maxKeyParts = 32;
constexpr int maxDepth = 100;
constexpr int lostTable = 1; // holds what stands where it cannot be kept; never a part of the file

struct KeyPart
{
    QString name;
    qsizetype at = 0;
};

class TomlParser
{
public:
    explicit TomlParser(const QByteArray &text)
        : m_document{text, {}, {}, {}}
        , m_scanner(m_document.text)
    {
        m_document.nodes.reserve(std::min(text.size() / 16 + 8, maxConfigNodes));
        for (int i = 0; i < 2; ++i) {
            TomlNode table;
            table.kind = TomlNode::Kind::Table;
            table.origin = TomlNode::Origin::Header;
            m_document.nodes.append(table);
        }
    }

    TomlDocument run()
    {
        if (!canBeRead())
            return std::move(m_document);
        if (m_scanner.looksAt("\xef\xbb\xbf"))
            m_scanner.advance(3);
        while (!m_scanner.atEnd() && m_document.findings.size() < maxSyntaxFindings && !m_full) {
            m_nesting = 0;
            if (!statement()) {
                report(m_scanner.problem());
                resume();
            }
        }
        return std::move(m_document);
    }

private:
    using Kind = TomlNode::Kind;
    using Origin = TomlNode::Origin;

    bool canBeRead()
    {
        if (m_document.text.size() > maxConfigBytes) {
            m_document.text.clear();
            report({ConfigCode::FileTooLarge, 0, {QString::number(maxConfigBytes)}});
            return false;
        }
        const qsizetype bad = firstBadUtf8(m_document.text);
        if (bad >= 0)
            report({ConfigCode::NotUtf8, bad, {}});
        return bad < 0;
    }

    void report(const TomlScanner::Problem &problem, const QString &path = {})
    {
        const TomlScanner::Place place = m_scanner.placeOf(problem.at);
        m_document.findings.append({ConfigFinding::Severity::Error,
            problem.code,
            path,
            place.line,
            place.column,
            problem.arguments});
    }

    // Behind what could not be read; inside a list that means the next line that begins anew.
    void resume()
    {
        m_scanner.skipToNextLine();
        while (m_nesting > 0 && !m_scanner.atEnd() && !m_scanner.looksLikeStatement())
            m_scanner.skipToNextLine();
    }

    TomlNode &node(int index) { return m_document.nodes[index]; }

    int add(TomlNode made, qsizetype at)
    {
        if (m_document.nodes.size() >= maxConfigNodes) {
            m_full = true;
            m_scanner.fail(ConfigCode::FileTooManyKeys, at, {QString::number(maxConfigNodes)});
            return -1;
        }
        const TomlScanner::Place place = m_scanner.placeOf(at);
        made.line = place.line;
        made.column = place.column;
        m_document.nodes.append(std::move(made));
        return static_cast<int>(m_document.nodes.size()) - 1;
    }

    void link(int parent, int child, const QString &key)
    {
        node(child).parent = parent;
        node(child).key = key;
        node(parent).children.append(child);
        if (node(parent).kind == Kind::Table)
            node(parent).byKey.insert(key, child);
    }

    int addTable(int parent, const KeyPart &key, Origin origin, int section)
    {
        TomlNode made;
        made.kind = Kind::Table;
        made.origin = origin;
        made.section = section;
        const int index = add(std::move(made), key.at);
        if (index >= 0)
            link(parent, index, key.name);
        return index;
    }

    bool statement()
    {
        m_scanner.skipBlanks();
        if (m_scanner.peek() == '#')
            return m_scanner.skipComment() && endLine();
        if (m_scanner.atEnd() || m_scanner.skipLineEnd())
            return true;
        if (m_scanner.peek() == '[') {
            m_table = lostTable; // until the header was read
            m_section = lostTable;
            return header();
        }
        return keyWithValue();
    }

    bool endLine()
    {
        m_scanner.skipBlanks();
        if (m_scanner.peek() == '#' && !m_scanner.skipComment())
            return false;
        if (m_scanner.atEnd() || m_scanner.skipLineEnd())
            return true;
        return m_scanner.fail(
            ConfigCode::SyntaxLineEnd, m_scanner.position(), {m_scanner.restOfLine()});
    }

    bool dottedKey(QList<KeyPart> &keys)
    {
        do {
            if (!keys.isEmpty())
                m_scanner.advance(); // the dot
            m_scanner.skipBlanks();
            const qsizetype at = m_scanner.position();
            const std::optional<QString> name = m_scanner.key();
            if (!name)
                return false;
            keys.append({*name, at});
            if (keys.size() > maxKeyParts)
                return m_scanner.fail(ConfigCode::FileTooDeep, at);
            m_scanner.skipBlanks();
        } while (m_scanner.peek() == '.');
        return true;
    }

    bool header()
    {
        const qsizetype begin = m_scanner.position();
        const bool isList = m_scanner.looksAt("[[");
        m_scanner.advance(isList ? 2 : 1);
        QList<KeyPart> keys;
        if (!dottedKey(keys))
            return false;
        if (!m_scanner.looksAt(isList ? "]]" : "]"))
            return m_scanner.fail(ConfigCode::SyntaxHeader, m_scanner.position());
        m_scanner.advance(isList ? 2 : 1);
        const TextSpan span{begin, m_scanner.position()};
        if (!endLine())
            return false;
        const qsizetype after = m_scanner.position();
        const int table = openTable(keys, isList, begin);
        if (table < 0) {
            if (m_full)
                return false;
            report({ConfigCode::RedefinedSection, begin, {}}, textOf(keys));
            m_scanner.moveTo(after);
            return true;
        }
        m_table = table;
        m_section = table;
        node(table).value = span;
        node(table).statement = static_cast<int>(m_document.statements.size());
        m_document.statements.append({true, span, table, table});
        return true;
    }

    static QString textOf(const QList<KeyPart> &keys)
    {
        QString text;
        for (const KeyPart &key : keys)
            text = configPathBelow(text, key.name);
        return text;
    }

    // The table that a header leads into; -1: it cannot be there.
    int openTable(const QList<KeyPart> &keys, bool isList, qsizetype begin)
    {
        int at = 0;
        for (qsizetype i = 0; i + 1 < keys.size(); ++i) {
            const int next = node(at).byKey.value(keys.at(i).name, -1);
            at = next >= 0 ? enterTable(next)
                           : addTable(at, {keys.at(i).name, begin}, Origin::Implicit, 0);
            if (at < 0)
                return -1;
        }
        const QString &name = keys.last().name;
        const int there = node(at).byKey.value(name, -1);
        if (isList)
            return openEntry(at, there, name, begin);
        if (there < 0)
            return addTable(at, {name, begin}, Origin::Header, 0);
        if (node(there).kind != Kind::Table || node(there).origin != Origin::Implicit)
            return -1;
        node(there).origin = Origin::Header;
        const TomlScanner::Place place = m_scanner.placeOf(begin);
        node(there).line = place.line;
        node(there).column = place.column;
        return there;
    }

    [[nodiscard]] int enterTable(int index)
    {
        const TomlNode &at = node(index);
        if (at.origin == Origin::HeaderList)
            return at.children.last();
        return at.kind == Kind::Table && at.origin != Origin::Value ? index : -1;
    }

    int openEntry(int parent, int list, const QString &name, qsizetype begin)
    {
        if (list < 0) {
            TomlNode made;
            made.kind = Kind::List;
            made.origin = Origin::HeaderList;
            list = add(std::move(made), begin);
            if (list < 0)
                return -1;
            link(parent, list, name);
        } else if (node(list).origin != Origin::HeaderList) {
            return -1;
        }
        return addTable(list, {QString(), begin}, Origin::Header, 0);
    }

    bool keyWithValue()
    {
        const qsizetype begin = m_scanner.position();
        QList<KeyPart> keys;
        const int value = assignment(m_table, m_section, 0, keys);
        if (value < 0)
            return false;
        const TextSpan span{begin, m_scanner.position()};
        if (node(value).parent >= 0) {
            node(value).statement = static_cast<int>(m_document.statements.size());
            m_document.statements.append({false, span, value, m_table});
        }
        return endLine();
    }

    // key = value, put into `table`. The value's node; it has no parent when its place was taken.
    int assignment(int table, int section, int depth, QList<KeyPart> &keys)
    {
        if (!dottedKey(keys))
            return -1;
        if (m_scanner.peek() != '=') {
            m_scanner.fail(ConfigCode::SyntaxEquals, m_scanner.position());
            return -1;
        }
        m_scanner.advance();
        m_scanner.skipBlanks();
        const int made = value(depth + static_cast<int>(keys.size()));
        if (made < 0)
            return -1;
        const TomlScanner::Place place = m_scanner.placeOf(keys.last().at);
        node(made).line = place.line;
        node(made).column = place.column;
        const int parent = dottedParent(table, section, keys);
        if (m_full)
            return -1;
        const int there = parent < 0 ? -1 : node(parent).byKey.value(keys.last().name, -1);
        if (parent >= 0 && there < 0)
            link(parent, made, keys.last().name);
        else if (parent < 0)
            report({ConfigCode::RedefinedSection, keys.first().at, {}}, pathIn(table, keys));
        else
            report({ConfigCode::DuplicateKey, keys.last().at, {QString::number(node(there).line)}},
                pathIn(table, keys));
        return made;
    }

    [[nodiscard]] QString pathIn(int table, const QList<KeyPart> &keys) const
    {
        QString text = table == lostTable ? QString() : m_document.pathOf(table);
        for (const KeyPart &key : keys)
            text = configPathBelow(text, key.name);
        return text;
    }

    int dottedParent(int table, int section, const QList<KeyPart> &keys)
    {
        int at = table;
        for (qsizetype i = 0; i + 1 < keys.size(); ++i) {
            const int next = node(at).byKey.value(keys.at(i).name, -1);
            if (next < 0) {
                at = addTable(at, keys.at(i), Origin::Dotted, section);
            } else {
                TomlNode &there = node(next);
                const bool grows = there.kind == Kind::Table
                    && (there.origin == Origin::Implicit
                        || (there.origin == Origin::Dotted && there.section == section));
                if (grows) {
                    there.origin = Origin::Dotted;
                    there.section = section;
                }
                at = grows ? next : -1;
            }
            if (at < 0)
                return -1;
        }
        return at;
    }

    int value(int depth)
    {
        const qsizetype begin = m_scanner.position();
        if (depth > maxDepth) {
            m_scanner.fail(ConfigCode::FileTooDeep, begin);
            return -1;
        }
        int made = -1;
        switch (m_scanner.peek()) {
        case '[':
            made = list(depth);
            break;
        case '{':
            made = inlineTable(depth);
            break;
        case '"':
        case '\'':
            if (const std::optional<QString> text = m_scanner.text())
                made = addScalar({*text, false}, begin);
            break;
        default:
            if (const std::optional<TomlScanner::Scalar> scalar = m_scanner.scalar())
                made = addScalar(*scalar, begin);
        }
        if (made >= 0)
            node(made).value = {begin, m_scanner.position()};
        return made;
    }

    int addScalar(const TomlScanner::Scalar &scalar, qsizetype begin)
    {
        TomlNode made;
        made.scalar = scalar.value;
        made.isDate = scalar.isDate;
        return add(std::move(made), begin);
    }

    int addContainer(Kind kind)
    {
        TomlNode made;
        made.kind = kind;
        return add(std::move(made), m_scanner.position());
    }

    int list(int depth)
    {
        const int made = addContainer(Kind::List);
        m_scanner.advance();
        ++m_nesting;
        for (bool comma = true; made >= 0;) {
            if (!m_scanner.skipSpace())
                return -1;
            if (m_scanner.peek() == ']') {
                m_scanner.advance();
                --m_nesting;
                return made;
            }
            if (!comma) {
                m_scanner.fail(ConfigCode::SyntaxList, m_scanner.position());
                return -1;
            }
            const int entry = value(depth + 1);
            if (entry < 0)
                return -1;
            link(made, entry, {});
            if (!m_scanner.skipSpace())
                return -1;
            comma = m_scanner.peek() == ',';
            if (comma)
                m_scanner.advance();
        }
        return -1;
    }

    int inlineTable(int depth)
    {
        const int made = addContainer(Kind::Table);
        m_scanner.advance();
        m_scanner.skipBlanks();
        if (made >= 0 && m_scanner.peek() == '}') {
            m_scanner.advance();
            return made;
        }
        while (made >= 0) {
            QList<KeyPart> keys;
            if (assignment(made, made, depth + 1, keys) < 0)
                return -1;
            m_scanner.skipBlanks();
            const char next = m_scanner.peek();
            if (next != ',' && next != '}') {
                m_scanner.fail(ConfigCode::SyntaxList, m_scanner.position());
                return -1;
            }
            m_scanner.advance();
            if (next == '}')
                return made;
        }
        return -1;
    }

    TomlDocument m_document;
    TomlScanner m_scanner;
    int m_table = 0;
    int m_section = 0;
    int m_nesting = 0;
    bool m_full = false;
};
} // namespace

TomlDocument readToml(const QByteArray &text)
{
    return TomlParser(text).run();
}
