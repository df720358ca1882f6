#include "config/tomlscanner.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
bool isBare(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
        || c == '-';
}

bool isControl(char c)
{
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
}

bool isOfScalar(char c)
{
    return isBare(c) || c == '+' || c == '.' || c == ':';
}

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
} // namespace

TomlScanner::TomlScanner(const QByteArray &text)
    : m_text(text)
    , m_lineStarts{0}
{
    for (qsizetype at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        m_lineStarts.append(at + 1);
}

TomlScanner::Place TomlScanner::placeOf(qsizetype position)
{
    const auto next = std::upper_bound(m_lineStarts.cbegin(), m_lineStarts.cend(), position);
    const qsizetype line = next - m_lineStarts.cbegin() - 1;
    if (line != m_columnLine || position < m_columnAt) {
        m_columnLine = line;
        m_columnAt = m_lineStarts.at(line);
        m_column = 1;
    }
    for (; m_columnAt < std::min(position, m_text.size()); ++m_columnAt) {
        if ((static_cast<unsigned char>(m_text[m_columnAt]) & 0xc0) != 0x80)
            ++m_column;
    }
    return {static_cast<int>(line) + 1, m_column};
}

bool TomlScanner::fail(ConfigCode code, qsizetype at, const QStringList &arguments)
{
    m_problem = {code, at, arguments};
    m_at = at;
    return false;
}

void TomlScanner::skipBlanks()
{
    while (peek() == ' ' || peek() == '\t')
        ++m_at;
}

bool TomlScanner::skipLineEnd()
{
    if (peek() == '\r' && peek(1) == '\n')
        ++m_at;
    if (peek() != '\n')
        return false;
    ++m_at;
    return true;
}

void TomlScanner::skipToNextLine()
{
    const qsizetype end = m_text.indexOf('\n', m_at);
    m_at = end < 0 ? m_text.size() : end + 1;
}

bool TomlScanner::skipComment()
{
    while (!atEnd() && peek() != '\n' && !(peek() == '\r' && peek(1) == '\n')) {
        if (isControl(peek()))
            return fail(ConfigCode::SyntaxControl, m_at);
        ++m_at;
    }
    return true;
}

bool TomlScanner::skipSpace()
{
    for (;;) {
        skipBlanks();
        if (peek() == '#') {
            if (!skipComment())
                return false;
        } else if (!skipLineEnd()) {
            return true;
        }
    }
}

bool TomlScanner::looksLikeStatement() const
{
    qsizetype at = m_at;
    const auto here = [&] { return at < m_text.size() ? m_text[at] : '\0'; };
    while (here() == ' ' || here() == '\t')
        ++at;
    if (here() == '[') {
        ++at;
        return here() == '[' || isBare(here());
    }
    const qsizetype begin = at;
    while (isBare(here()) || here() == '.' || here() == ' ' || here() == '"')
        ++at;
    return at > begin && here() == '=';
}

QString TomlScanner::restOfLine() const
{
    constexpr qsizetype longest = 40;
    qsizetype end = m_text.indexOf('\n', m_at);
    if (end < 0)
        end = m_text.size();
    return QString::fromUtf8(m_text.mid(m_at, std::min(end - m_at, longest))).trimmed();
}

std::optional<QString> TomlScanner::key()
{
    if (peek() == '"' || peek() == '\'') {
        if (looksAt("\"\"\"") || looksAt("'''")) {
            fail(ConfigCode::SyntaxKey, m_at);
            return std::nullopt;
        }
        return text();
    }
    const qsizetype begin = m_at;
    while (isBare(peek()))
        ++m_at;
    if (m_at == begin) {
        fail(ConfigCode::SyntaxKey, begin);
        return std::nullopt;
    }
    return QString::fromLatin1(m_text.mid(begin, m_at - begin));
}

std::optional<QString> TomlScanner::text()
{
    const bool basic = peek() == '"';
    const bool isLong = looksAt(basic ? "\"\"\"" : "'''");
    const qsizetype begin = m_at;
    advance(isLong ? 3 : 1);
    if (isLong)
        skipLineEnd(); // the first one does not count
    std::optional<QString> read = basic ? basicText(isLong) : literalText(isLong);
    if (!read && m_problem.code == ConfigCode::SyntaxText)
        fail(ConfigCode::SyntaxText, begin);
    return read;
}

bool TomlScanner::isControlHere() const
{
    return isControl(peek()) && peek() != '\n' && !(peek() == '\r' && peek(1) == '\n');
}

std::optional<QString> TomlScanner::literalText(bool isLong)
{
    const qsizetype begin = m_at;
    for (; !atEnd(); ++m_at) {
        if (peek() == '\'' && (!isLong || looksAt("'''"))) {
            // Up to two quotes may stand before the closing ones.
            for (int extra = 0; isLong && extra < 2 && peek(3) == '\''; ++extra)
                ++m_at;
            const QString read = QString::fromUtf8(m_text.mid(begin, m_at - begin));
            advance(isLong ? 3 : 1);
            return isLong ? QString(read).replace(u"\r\n"_s, u"\n"_s) : read;
        }
        if (!isLong && (peek() == '\n' || peek() == '\r'))
            break;
        if (isControlHere()) {
            fail(ConfigCode::SyntaxControl, m_at);
            return std::nullopt;
        }
    }
    fail(ConfigCode::SyntaxText, begin);
    return std::nullopt;
}

std::optional<QString> TomlScanner::basicText(bool isLong)
{
    const qsizetype begin = m_at;
    QByteArray read;
    while (!atEnd()) {
        const char c = peek();
        if (c == '"' && (!isLong || looksAt("\"\"\""))) {
            for (int extra = 0; isLong && extra < 2 && peek(3) == '"'; ++extra) {
                read += '"';
                ++m_at;
            }
            advance(isLong ? 3 : 1);
            return QString::fromUtf8(read);
        }
        if (c == '\\') {
            if (!escape(read, isLong))
                return std::nullopt;
        } else if (!isLong && (c == '\n' || c == '\r')) {
            break;
        } else if (isControlHere()) {
            fail(ConfigCode::SyntaxControl, m_at);
            return std::nullopt;
        } else {
            if (c != '\r')
                read += c;
            ++m_at;
        }
    }
    fail(ConfigCode::SyntaxText, begin);
    return std::nullopt;
}

// A backslash at the end of a line takes away all space up to the next character.
bool TomlScanner::skipFoldedLine()
{
    const qsizetype begin = m_at;
    skipBlanks();
    if (!skipLineEnd()) {
        m_at = begin;
        return false;
    }
    do {
        skipBlanks();
    } while (skipLineEnd());
    return true;
}

bool TomlScanner::escape(QByteArray &out, bool isLong)
{
    static const QByteArray names = "btnfr\"\\";
    static const QByteArray values = "\b\t\n\f\r\"\\";
    const qsizetype begin = m_at;
    ++m_at;
    if (isLong && skipFoldedLine())
        return true;
    if (atEnd())
        return fail(ConfigCode::SyntaxText, begin);
    const char name = peek();
    ++m_at;
    if (name == 'u' || name == 'U')
        return codePoint(out, name == 'u' ? 4 : 8, begin);
    const qsizetype known = names.indexOf(name);
    if (known < 0)
        return fail(ConfigCode::SyntaxEscape, begin);
    out += values[known];
    return true;
}

bool TomlScanner::codePoint(QByteArray &out, int digits, qsizetype begin)
{
    const QByteArray hex = m_text.mid(m_at, digits);
    const bool complete = hex.size() == digits && std::all_of(hex.begin(), hex.end(), isHex);
    const uint point = complete ? hex.toUInt(nullptr, 16) : 0;
    if (!complete || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
        return fail(ConfigCode::SyntaxEscape, begin);
    const char32_t character = point;
    out += QString::fromUcs4(&character, 1).toUtf8();
    m_at += digits;
    return true;
}

std::optional<TomlScanner::Scalar> TomlScanner::scalar()
{
    const qsizetype begin = m_at;
    while (isOfScalar(peek()))
        ++m_at;
    // A blank may stand between a date and its time.
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (m_at - begin == 10 && m_text[begin + 4] == '-' && peek() == ' ' && isDigit(peek(1))
        && isDigit(peek(2)) && peek(3) == ':') {
        ++m_at;
        while (isOfScalar(peek()))
            ++m_at;
    }
    const QByteArrayView token = QByteArrayView(m_text).sliced(begin, m_at - begin);
    if (token.isEmpty()) {
        fail(ConfigCode::SyntaxValue, begin);
        return std::nullopt;
    }
    if (token == "true" || token == "false")
        return Scalar{token == "true", false};
    const bool date = (token.size() >= 5 && token[4] == '-' && isDigit(token[0]))
        || (token.size() >= 3 && token[2] == ':');
    if (date) {
        if (const std::optional<QString> read = tomlDate(token))
            return Scalar{*read, true};
        fail(ConfigCode::SyntaxDate, begin);
        return std::nullopt;
    }
    if (const std::optional<QJsonValue> number = tomlNumber(token))
        return Scalar{*number, false};
    const bool likeNumber = isDigit(token[0]) || token[0] == '+' || token[0] == '-';
    fail(likeNumber ? ConfigCode::SyntaxNumber : ConfigCode::SyntaxValue, begin);
    return std::nullopt;
}
