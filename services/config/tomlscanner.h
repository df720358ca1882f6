#pragma once

#include "config/tomldocument.h"

#include <optional>

// Reads the smallest parts of a TOML text (TOML 1.0): keys, texts, numbers, dates. Private to the
// parser. What fails leaves a problem and the place where it began.
class TomlScanner
{
public:
    struct Problem
    {
        ConfigCode code = ConfigCode::SyntaxKey;
        qsizetype at = 0; // bytes
        QStringList arguments;
    };
    struct Place
    {
        int line = 0;
        int column = 0;
    };
    struct Scalar
    {
        QJsonValue value;
        bool isDate = false;
    };

    explicit TomlScanner(const QByteArray &text);

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char peek(qsizetype ahead = 0) const // '\0' behind the end
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }
    [[nodiscard]] bool looksAt(const char *text) const
    {
        return QByteArrayView(m_text).sliced(m_at).startsWith(text);
    }
    [[nodiscard]] qsizetype position() const { return m_at; }
    void moveTo(qsizetype position) { m_at = position; }
    void advance(qsizetype bytes = 1) { m_at += bytes; }
    [[nodiscard]] Place placeOf(qsizetype position);

    void skipBlanks(); // spaces and tabs
    bool skipSpace(); // also line ends and comments; false: a problem in a comment
    bool skipComment();
    bool skipLineEnd(); // false: there is none here
    void skipToNextLine();
    [[nodiscard]] bool looksLikeStatement() const; // a header or a key, from here on
    [[nodiscard]] QString restOfLine() const; // the beginning of it, for messages

    std::optional<QString> key();
    std::optional<QString> text(); // at a quote
    std::optional<Scalar> scalar(); // numbers, dates, true and false

    bool fail(ConfigCode code, qsizetype at, const QStringList &arguments = {});
    [[nodiscard]] const Problem &problem() const { return m_problem; }

private:
    std::optional<QString> basicText(bool isLong);
    std::optional<QString> literalText(bool isLong);
    bool escape(QByteArray &out, bool isLong);
    bool codePoint(QByteArray &out, int digits, qsizetype begin);
    bool skipFoldedLine();
    bool isControlHere() const;

    const QByteArray &m_text;
    qsizetype m_at = 0;
    QList<qsizetype> m_lineStarts;
    qsizetype m_columnAt = 0; // the last place asked for: columns are counted on from there
    qsizetype m_columnLine = -1;
    int m_column = 0;
    Problem m_problem;
};

// The first byte that is no UTF-8; -1: all is.
qsizetype firstBadUtf8(QByteArrayView text);
std::optional<QJsonValue> tomlNumber(QByteArrayView token);
std::optional<QString> tomlDate(QByteArrayView token); // as ISO 8601 text
