#include "config/flyyaml.h"

#include "config/yamldocument.h"

#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace {
// As the platform's tool counts: 0x, 0o, 0b and a leading zero set the base, underscores are air.
std::optional<qint64> yamlWhole(QString digits)
{
    digits.remove(u'_');
    static const QRegularExpression octal(u"^([-+]?)0[oO]([0-7]+)$"_s);
    bool ok = false;
    qint64 number = 0;
    if (const QRegularExpressionMatch match = octal.match(digits); match.hasMatch())
        number = QString(match.captured(1) + match.captured(2)).toLongLong(&ok, 8);
    else
        number = digits.toLongLong(&ok, 0);
    return ok ? std::optional(number) : std::nullopt;
}

// What stands there without quotes. "yes" and "on" are texts, and so is a date.
QJsonValue plainYamlValue(const QString &text)
{
    static const QRegularExpression number(
        u"^[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?$"_s);
    if (text == "true"_L1 || text == "True"_L1 || text == "TRUE"_L1)
        return true;
    if (text == "false"_L1 || text == "False"_L1 || text == "FALSE"_L1)
        return false;
    const QChar first = text.isEmpty() ? QChar() : text.front();
    if (!first.isDigit() && first != u'-' && first != u'+' && first != u'.')
        return text;
    if (const std::optional<qint64> whole = yamlWhole(text))
        return *whole;
    return number.match(text).hasMatch() ? QJsonValue(text.toDouble()) : QJsonValue(text);
}

QJsonValue yamlScalar(const YamlNode &node)
{
    if (node.kind == YamlNode::Kind::Null)
        return QJsonValue::Null;
    if (node.quoted || node.tag.endsWith(":str"_L1))
        return node.text;
    return plainYamlValue(node.text);
}

class YamlPlaces
{
public:
    explicit YamlPlaces(YamlDocument yaml)
        : m_yaml(std::move(yaml))
    {
        m_document.findings = m_yaml.findings;
    }

    TomlDocument run(const QByteArray &text)
    {
        m_document.text = text;
        TomlNode root;
        root.kind = TomlNode::Kind::Table;
        root.line = root.column = 1;
        m_document.nodes.append(root);
        if (!m_yaml.roots.isEmpty())
            fillRoot(m_yaml.nodes.at(m_yaml.roots.constFirst()));
        return std::move(m_document);
    }

private:
    void fillRoot(const YamlNode &root)
    {
        if (root.kind == YamlNode::Kind::Map)
            fill(0, root);
        else if (root.kind != YamlNode::Kind::Null && m_document.findings.isEmpty())
            problem(ConfigCode::ComposeNotMap, root.line, root.column);
    }

    void problem(ConfigCode code, int line, int column, const QStringList &arguments = {})
    {
        m_document.findings.append(
            ConfigFinding{ConfigFinding::Severity::Error, code, {}, line, column, arguments});
    }

    // The depth is bounded by the reader of the text.
    void fill(int at, const YamlNode &from)
    {
        for (const YamlEntry &entry : from.entries)
            add(at, entry.key, entry.line, entry.column, m_yaml.nodes.at(entry.value));
        for (const int item : from.items) {
            const YamlNode &node = m_yaml.nodes.at(item);
            add(at, {}, node.line, node.column, node);
        }
    }

    void add(int parent, const QString &key, int line, int column, const YamlNode &from)
    {
        const int index = static_cast<int>(m_document.nodes.size());
        if (index >= maxConfigNodes) {
            if (!std::exchange(m_full, true))
                problem(
                    ConfigCode::FileTooManyKeys, line, column, {QString::number(maxConfigNodes)});
            return;
        }
        TomlNode node;
        node.key = key;
        node.parent = parent;
        node.line = line;
        node.column = column;
        node.kind = from.kind == YamlNode::Kind::Map ? TomlNode::Kind::Table
            : from.kind == YamlNode::Kind::List      ? TomlNode::Kind::List
                                                     : TomlNode::Kind::Scalar;
        if (node.kind == TomlNode::Kind::Scalar)
            node.scalar = yamlScalar(from);
        m_document.nodes.append(std::move(node));
        TomlNode &above = m_document.nodes[parent];
        above.children.append(index);
        if (above.kind == TomlNode::Kind::Table)
            above.byKey.insert(key, index);
        fill(index, from);
    }

    const YamlDocument m_yaml;
    TomlDocument m_document;
    bool m_full = false;
};
} // namespace

TomlDocument tomlDocumentOfYaml(const QByteArray &text)
{
    return YamlPlaces(readYaml(text)).run(text);
}
