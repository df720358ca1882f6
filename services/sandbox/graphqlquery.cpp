#include "sandbox/graphqlquery.h"

#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {
constexpr int deepest = 32;

struct Token
{
    enum class Kind
    {
        Name,
        Number,
        String,
        Punctuation,
        End
    };
    Kind kind = Kind::End;
    QString text;
};

Result<QList<Token>> tokens(const QString &text)
{
    QList<Token> list;
    qsizetype at = 0;
    const auto isName = [&](qsizetype i) { return text[i].isLetterOrNumber() || text[i] == u'_'; };
    while (at < text.size()) {
        const QChar c = text[at];
        const qsizetype begin = at;
        if (c.isSpace() || c == u',' || c == QChar(0xfeff)) {
            ++at;
        } else if (c == u'#') {
            while (at < text.size() && text[at] != u'\n')
                ++at;
        } else if (c == u'"') {
            ++at;
            QString value;
            while (at < text.size() && text[at] != u'"') {
                if (text[at] == u'\\' && at + 1 < text.size())
                    ++at;
                value += text[at++];
            }
            if (at >= text.size())
                return failure(Error::Kind::Protocol, u"unterminated string"_s);
            ++at;
            list.append({Token::Kind::String, value});
        } else if (c.isDigit() || c == u'-') {
            ++at;
            while (at < text.size() && (text[at].isDigit() || text[at] == u'.'))
                ++at;
            list.append({Token::Kind::Number, text.sliced(begin, at - begin)});
        } else if (isName(at)) {
            while (at < text.size() && isName(at))
                ++at;
            list.append({Token::Kind::Name, text.sliced(begin, at - begin)});
        } else if (text.sliced(at).startsWith("..."_L1)) {
            at += 3;
            list.append({Token::Kind::Punctuation, u"..."_s});
        } else if (QStringView(u"{}()[]:$!=@|&").contains(c)) {
            ++at;
            list.append({Token::Kind::Punctuation, QString(c)});
        } else {
            return failure(Error::Kind::Protocol, u"unexpected character "_s + c);
        }
    }
    return list;
}

class Parser
{
public:
    Parser(QList<Token> list, const QJsonObject &variables)
        : m_tokens(std::move(list))
        , m_variables(variables)
    {
    }

    Result<GraphQlQuery> document(const QString &operationName)
    {
        std::optional<GraphQlQuery> chosen;
        while (!atEnd()) {
            if (isNext(u"fragment"_s)) {
                skip(2); // fragment Name
                const QString fragment = m_tokens.value(m_at - 1).text;
                expect(u"on"_s);
                const QString type = take().text;
                skipDirectives();
                m_fragments.insert(fragment, {type, selection(0)});
                continue;
            }
            GraphQlQuery query;
            QString name;
            if (!isNext(u"{"_s)) {
                query.isMutation = take().text == "mutation"_L1;
                if (peek().kind == Token::Kind::Name)
                    name = take().text;
                if (isNext(u"("_s))
                    variableDefinitions();
                skipDirectives();
            }
            query.fields = selection(0);
            if (m_failed)
                break;
            if (!chosen || name == operationName)
                chosen = query;
        }
        if (m_failed || !chosen)
            return failure(Error::Kind::Protocol, u"syntax error in the query"_s);
        chosen->fields = spread(chosen->fields, 0);
        return *chosen;
    }

private:
    struct Fragment
    {
        QString type;
        QList<GraphQlField> fields;
    };

    [[nodiscard]] bool atEnd() const { return m_failed || m_at >= m_tokens.size(); }
    [[nodiscard]] Token peek() const { return m_tokens.value(m_at); }
    [[nodiscard]] bool isNext(const QString &text) const
    {
        return !atEnd() && m_tokens[m_at].kind != Token::Kind::String
            && m_tokens[m_at].text == text;
    }
    Token take()
    {
        if (atEnd())
            m_failed = true;
        return m_tokens.value(m_at++);
    }
    void skip(int count) { m_at += count; }
    void expect(const QString &text)
    {
        if (!isNext(text))
            m_failed = true;
        ++m_at;
    }

    // ($name: [Type!]! = default, ...)
    void variableDefinitions()
    {
        expect(u"("_s);
        while (!atEnd() && !isNext(u")"_s)) {
            expect(u"$"_s);
            const QString name = take().text;
            expect(u":"_s);
            while (isNext(u"["_s) || isNext(u"]"_s) || isNext(u"!"_s)
                || peek().kind == Token::Kind::Name)
                skip(1);
            if (isNext(u"="_s)) {
                skip(1);
                const QJsonValue standard = value(0);
                if (!m_variables.contains(name))
                    m_variables.insert(name, standard);
            }
        }
        expect(u")"_s);
    }

    void skipDirectives()
    {
        while (isNext(u"@"_s)) {
            skip(2);
            if (isNext(u"("_s))
                arguments();
        }
    }

    QJsonObject arguments()
    {
        QJsonObject object;
        expect(u"("_s);
        while (!atEnd() && !isNext(u")"_s)) {
            const QString name = take().text;
            expect(u":"_s);
            object.insert(name, value(0));
        }
        expect(u")"_s);
        return object;
    }

    QJsonValue value(int depth)
    {
        if (depth > deepest)
            m_failed = true;
        if (atEnd())
            return {};
        const Token token = take();
        if (token.kind == Token::Kind::String)
            return token.text;
        if (token.kind == Token::Kind::Number)
            return token.text.toDouble();
        if (token.text == "$"_L1)
            return m_variables.value(take().text);
        if (token.text == "["_L1) {
            QJsonArray array;
            while (!atEnd() && !isNext(u"]"_s))
                array.append(value(depth + 1));
            expect(u"]"_s);
            return array;
        }
        if (token.text == "{"_L1) {
            QJsonObject object;
            while (!atEnd() && !isNext(u"}"_s)) {
                const QString name = take().text;
                expect(u":"_s);
                object.insert(name, value(depth + 1));
            }
            expect(u"}"_s);
            return object;
        }
        if (token.text == "true"_L1 || token.text == "false"_L1)
            return token.text == "true"_L1;
        return token.text == "null"_L1 ? QJsonValue() : QJsonValue(token.text); // an enum's word
    }

    QList<GraphQlField> selection(int depth)
    {
        QList<GraphQlField> fields;
        if (depth > deepest)
            m_failed = true;
        expect(u"{"_s);
        while (!atEnd() && !isNext(u"}"_s)) {
            GraphQlField field;
            if (isNext(u"..."_s)) {
                skip(1);
                field.alias = u"..."_s;
                if (isNext(u"on"_s)) {
                    skip(1);
                    field.onType = take().text;
                } else if (peek().kind == Token::Kind::Name) {
                    field.name = take().text; // a named fragment, spread later
                }
                skipDirectives();
                if (field.name.isEmpty())
                    field.fields = selection(depth + 1);
            } else {
                field.name = take().text;
                field.alias = field.name;
                if (isNext(u":"_s)) {
                    skip(1);
                    field.name = take().text;
                }
                if (isNext(u"("_s))
                    field.arguments = arguments();
                skipDirectives();
                if (isNext(u"{"_s))
                    field.fields = selection(depth + 1);
            }
            fields.append(field);
        }
        expect(u"}"_s);
        return fields;
    }

    QList<GraphQlField> spread(const QList<GraphQlField> &fields, int depth) const
    {
        QList<GraphQlField> flat;
        if (depth > deepest)
            return flat;
        for (const GraphQlField &field : fields) {
            if (field.alias != "..."_L1) {
                flat.append(field);
                flat.last().fields = spread(field.fields, depth + 1);
                continue;
            }
            const Fragment fragment = field.name.isEmpty() ? Fragment{field.onType, field.fields}
                                                           : m_fragments.value(field.name);
            for (GraphQlField inner : spread(fragment.fields, depth + 1)) {
                if (inner.onType.isEmpty())
                    inner.onType = fragment.type;
                flat.append(inner);
            }
        }
        return flat;
    }

    QList<Token> m_tokens;
    QJsonObject m_variables;
    QHash<QString, Fragment> m_fragments;
    qsizetype m_at = 0;
    bool m_failed = false;
};
} // namespace

Result<GraphQlQuery> parseGraphQl(
    const QString &text, const QJsonObject &variables, const QString &operationName)
{
    const Result<QList<Token>> list = tokens(text);
    if (!list)
        return failure(list.error());
    return Parser(*list, variables).document(operationName);
}
