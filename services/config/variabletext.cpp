#include "config/variabletext.h"

#include <algorithm>

namespace {
constexpr int deepestVariable = 16;
constexpr qsizetype longestResolved = 64 * 1024; // values may name values that name values

bool beginsVariableName(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

qsizetype endOfVariableName(QStringView text, qsizetype at)
{
    if (at >= text.size() || !beginsVariableName(text[at]))
        return at;
    while (at < text.size()
        && (beginsVariableName(text[at]) || (text[at] >= u'0' && text[at] <= u'9')))
        ++at;
    return at;
}

// The brace that closes the one before `at`; -1: none does.
qsizetype closingBrace(QStringView text, qsizetype at)
{
    int open = 1;
    for (; at < text.size(); ++at) {
        if (text[at] == u'$' && at + 1 < text.size() && text[at + 1] == u'{') {
            ++open;
            ++at;
        } else if (text[at] == u'}' && --open == 0) {
            return at;
        }
    }
    return -1;
}

std::optional<VariableUse::Form> variableForm(QChar operation)
{
    switch (operation.unicode()) {
    case u'-':
        return VariableUse::Form::Default;
    case u'?':
        return VariableUse::Form::Required;
    case u'+':
        return VariableUse::Form::Alternative;
    default:
        return std::nullopt;
    }
}

// What stands between the braces; nothing: no variable.
std::optional<VariableUse> variableInBraces(QStringView inside)
{
    VariableUse use;
    qsizetype at = endOfVariableName(inside, 0);
    use.name = inside.left(at).toString();
    if (use.name.isEmpty())
        return std::nullopt;
    if (at == inside.size())
        return use;
    if (inside[at] == u':') {
        use.orEmpty = true;
        ++at;
    }
    const auto form = at < inside.size() ? variableForm(inside[at]) : std::nullopt;
    if (!form)
        return std::nullopt;
    use.form = *form;
    use.word = inside.mid(at + 1).toString();
    return use;
}
} // namespace

VariableText::VariableText(QStringView text, Dollar dollar)
    : m_dollar(dollar)
    , m_pieces(pieces(text, 0, 0))
{
}

QList<VariableText::Piece> VariableText::pieces(QStringView text, qsizetype offset, int depth)
{
    QList<Piece> all;
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype at = text.indexOf(u'$', from);
        if (at != from)
            all.append(Piece{text.mid(from, at < 0 ? -1 : at - from).toString(), {}, {}});
        if (at < 0)
            break;
        from = variable(text, at, offset, depth, all);
    }
    return all;
}

// Reads what begins at the dollar sign `at`; where it goes on behind it.
qsizetype VariableText::variable(
    QStringView text, qsizetype at, qsizetype offset, int depth, QList<Piece> &into)
{
    const QChar next = at + 1 < text.size() ? text[at + 1] : QChar();
    if (next == u'$' && m_dollar == Dollar::Strict) {
        into.append(Piece{QString(u'$'), {}, {}});
        return at + 2;
    }
    if (const qsizetype end = endOfVariableName(text, at + 1); end > at + 1) {
        VariableUse use;
        use.name = text.mid(at + 1, end - at - 1).toString();
        into.append(Piece{{}, use, {}});
        return end;
    }
    const qsizetype close = next == u'{' ? closingBrace(text, at + 2) : -1;
    if (close >= 0 && depth < deepestVariable) {
        if (const auto use = variableInBraces(text.mid(at + 2, close - at - 2))) {
            const qsizetype word = close - use->word.size();
            into.append(
                Piece{{}, use, pieces(text.mid(word, close - word), offset + word, depth + 1)});
            return close + 1;
        }
    }
    if (m_broken < 0 && m_dollar == Dollar::Strict)
        m_broken = offset + at;
    into.append(Piece{QString(u'$'), {}, {}});
    return at + 1;
}

bool VariableText::hasVariables() const
{
    return std::any_of(
        m_pieces.begin(), m_pieces.end(), [](const Piece &piece) { return piece.use.has_value(); });
}

void VariableText::collect(const QList<Piece> &pieces, QList<VariableUse> &into)
{
    for (const Piece &piece : pieces) {
        if (piece.use)
            into.append(*piece.use);
        collect(piece.word, into);
    }
}

QList<VariableUse> VariableText::uses() const
{
    QList<VariableUse> all;
    collect(m_pieces, all);
    return all;
}

// False: something that is not known was left out.
bool VariableText::append(const QList<Piece> &pieces, const VariableLookup &lookup, QString &into)
{
    bool whole = true;
    for (const Piece &piece : pieces) {
        if (into.size() > longestResolved)
            return false;
        if (!piece.use) {
            into += piece.literal;
            continue;
        }
        const VariableUse &use = *piece.use;
        const std::optional<QString> value = lookup ? lookup(use.name) : std::nullopt;
        const bool isSet = value && !(use.orEmpty && value->isEmpty());
        if (use.form == VariableUse::Form::Alternative)
            whole = (!isSet || append(piece.word, lookup, into)) && whole;
        else if (isSet)
            into += *value;
        else if (use.form == VariableUse::Form::Default)
            whole = append(piece.word, lookup, into) && whole;
        else
            whole = whole && value.has_value();
    }
    return whole;
}

QString VariableText::resolved(const VariableLookup &lookup) const
{
    QString text;
    (void)append(m_pieces, lookup, text);
    return text;
}

std::optional<QString> VariableText::known(const VariableLookup &lookup) const
{
    QString text;
    return append(m_pieces, lookup, text) ? std::optional<QString>(text) : std::nullopt;
}
