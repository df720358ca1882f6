#include "config/jsonplaces.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace {

// Walks a text that is known to be JSON: it only has to find out where things are.
class JsonWalk
{
public:
    explicit JsonWalk(const QByteArray &text)
        : m_text(text)
    {
        m_document.text = text;
    }

    TomlDocument run(const QJsonObject &root)
    {
        skipSpace();
        m_document.nodes.append(nodeOf(root));
        object(root, 0);
        return std::move(m_document);
    }

private:
    [[nodiscard]] char here() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    void skipSpace()
    {
        for (; here() == ' ' || here() == '\t' || here() == '\r' || here() == '\n'; ++m_at) {
            if (here() == '\n') {
                ++m_line;
                m_lineStart = m_at + 1;
            }
        }
    }

    // Behind the next of the characters that stand between values.
    void skip(char mark)
    {
        skipSpace();
        if (here() == mark)
            ++m_at;
        skipSpace();
    }

    void skipText()
    {
        for (++m_at; m_at < m_text.size() && here() != '"'; ++m_at) {
            if (here() == '\\')
                ++m_at;
        }
        ++m_at;
    }

    [[nodiscard]] QString key()
    {
        const qsizetype begin = m_at;
        skipText();
        const QByteArray raw = m_text.mid(begin, m_at - begin);
        return QJsonDocument::fromJson("[" + raw + "]").array().first().toString();
    }

    // In characters, counted on from the last time: a file may be one long line.
    [[nodiscard]] int column()
    {
        if (m_columnAt < m_lineStart) {
            m_columnAt = m_lineStart;
            m_column = 1;
        }
        for (; m_columnAt < m_at; ++m_columnAt)
            m_column += (static_cast<unsigned char>(m_text[m_columnAt]) & 0xc0) != 0x80 ? 1 : 0;
        return m_column;
    }

    [[nodiscard]] TomlNode nodeOf(const QJsonValue &value)
    {
        TomlNode node;
        node.kind = value.isObject() ? TomlNode::Kind::Table
            : value.isArray()        ? TomlNode::Kind::List
                                     : TomlNode::Kind::Scalar;
        if (node.kind == TomlNode::Kind::Scalar)
            node.scalar = value;
        node.line = m_line;
        node.column = column();
        return node;
    }

    int add(int parent, TomlNode node, const QString &name)
    {
        if (parent < 0 || m_document.nodes.size() >= maxConfigNodes)
            return -1;
        const int index = static_cast<int>(m_document.nodes.size());
        node.parent = parent;
        node.key = name;
        m_document.nodes.append(std::move(node));
        TomlNode &above = m_document.nodes[parent];
        above.children.append(index);
        if (above.kind == TomlNode::Kind::Table)
            above.byKey.insert(name, index);
        return index;
    }

    void object(const QJsonObject &object, int node)
    {
        skip('{');
        while (here() == '"') {
            TomlNode made = nodeOf({});
            const QString name = key();
            skip(':');
            const QJsonValue value = object.value(name);
            const TomlNode kind = nodeOf(value);
            made.kind = kind.kind;
            made.scalar = kind.scalar;
            this->value(value, add(node, std::move(made), name));
            skip(',');
        }
        skip('}');
    }

    void list(const QJsonArray &list, int node)
    {
        skip('[');
        for (qsizetype i = 0; here() != '\0' && here() != ']'; ++i) {
            const qsizetype begin = m_at;
            value(list.at(i), add(node, nodeOf(list.at(i)), {}));
            skip(',');
            if (m_at == begin)
                break; // a key that is there twice has led astray
        }
        skip(']');
    }

    void value(const QJsonValue &value, int node)
    {
        if (here() == '{')
            object(value.toObject(), node);
        else if (here() == '[')
            list(value.toArray(), node);
        else if (here() == '"')
            skipText();
        else
            while (here() != '\0' && !QByteArrayView(",]} \t\r\n").contains(here()))
                ++m_at;
    }

    const QByteArray &m_text;
    TomlDocument m_document;
    qsizetype m_at = 0;
    qsizetype m_lineStart = 0;
    qsizetype m_columnAt = 0;
    int m_column = 1;
    int m_line = 1;
};
} // namespace

TomlDocument placesOfJson(const QByteArray &text, const QJsonObject &root)
{
    return JsonWalk(text).run(root);
}
