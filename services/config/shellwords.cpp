#include "config/shellwords.h"

using namespace Qt::StringLiterals;

namespace {
class Splitter
{
public:
    explicit Splitter(const QString &text)
        : m_text(text)
    {
    }

    Result<QStringList> run()
    {
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            if (c == u'\'' || c == u'"') {
                if (!quoted(c))
                    return failure(
                        Error::Kind::InvalidInput, u"a quote is not closed: %1"_s.arg(m_text));
            } else if (c == u'\\') {
                if (++m_at >= m_text.size())
                    return failure(
                        Error::Kind::InvalidInput, u"ends in a backslash: %1"_s.arg(m_text));
                add(m_text[m_at]);
            } else if (c.isSpace()) {
                finishWord();
            } else if (c == u'#' && !m_inWord) {
                skipComment();
            } else {
                add(c);
            }
        }
        finishWord();
        return m_words;
    }

private:
    void add(QChar c)
    {
        m_word += c;
        m_inWord = true;
    }

    void finishWord()
    {
        if (m_inWord)
            m_words.append(m_word);
        m_word.clear();
        m_inWord = false;
    }

    bool quoted(QChar quote)
    {
        m_inWord = true;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            if (c == quote)
                return true;
            if (c == u'\\' && quote == u'"' && m_at + 1 < m_text.size())
                ++m_at;
            m_word += m_text[m_at];
        }
        return false;
    }

    void skipComment()
    {
        while (m_at + 1 < m_text.size() && m_text[m_at + 1] != u'\n')
            ++m_at;
    }

    QString m_text;
    qsizetype m_at = 0;
    QString m_word;
    bool m_inWord = false;
    QStringList m_words;
};
} // namespace

Result<QStringList> shellWords(const QString &command)
{
    return Splitter(command).run();
}
