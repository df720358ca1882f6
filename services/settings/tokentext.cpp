#include "settings/tokentext.h"

#include "core/sanitise.h"
#include "settings/macaroon.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestToken = 64 * 1024; // a set of macaroons is some kilobytes
constexpr qsizetype shortest = 8;

Error problem(QLatin1StringView code, const QString &detail)
{
    return {Error::Kind::Unauthorised, detail, 0, {}, {}, QString(code)};
}

// How tokens and keys of others begin that are pasted by mistake.
bool isForeign(const QByteArray &token)
{
    static const QList<QByteArray> beginnings{"ghp_",
        "gho_",
        "ghs_",
        "github_pat_",
        "glpat-",
        "sk-",
        "sk_live_",
        "sk_test_",
        "AKIA",
        "ASIA",
        "xox",
        "dop_v1_",
        "eyJ",
        "-----BEGIN",
        "ssh-",
        "npm_",
        "pypi-",
        "hvs.",
        "dckr_pat_"};
    return std::ranges::any_of(
        beginnings, [&token](const QByteArray &beginning) { return token.startsWith(beginning); });
}

bool isKnownKind(const QByteArray &token)
{
    return isMacaroon(token) || isDischarge(token) || token.startsWith("fo1_");
}

// NAME= of a shell or a file of variables, quotes of all kinds, what a mail program adds.
QByteArray unwrapped(const QByteArray &raw)
{
    QString text = QString::fromUtf8(raw).trimmed();
    static const QRegularExpression assignment(
        u"\\A(?:export\\s+)?[A-Za-z_][A-Za-z0-9_]*\\s*[=:]\\s*(?=\\S)"_s);
    static const QRegularExpression around(
        u"\\A[\\s\"'`\\x{201c}\\x{201d}\\x{2018}\\x{2019}\\x{ab}\\x{bb}\\x{feff}\\x{200b}]+|"
        u"[\\s\"'`\\x{201c}\\x{201d}\\x{2018}\\x{2019}\\x{ab}\\x{bb};\\x{200b}]+\\z"_s);
    text.remove(around).remove(assignment);
    return text.remove(around).toUtf8();
}

// Single tokens; a line break inside of one is mended.
QList<QByteArray> pieces(const QByteArray &text)
{
    static const QRegularExpression gaps(u"[,\\s]+"_s);
    static const QRegularExpression base64(u"\\A[A-Za-z0-9+/_=-]+\\z"_s);
    const QString whole = QString::fromUtf8(text);
    QList<QByteArray> found;
    qsizetype at = 0;
    bool broken = false; // only blanks between this piece and the one before
    for (auto gap = gaps.globalMatch(whole);;) {
        const bool more = gap.hasNext();
        const QRegularExpressionMatch match = more ? gap.next() : QRegularExpressionMatch();
        const qsizetype end = more ? match.capturedStart() : whole.size();
        const QString piece = whole.mid(at, end - at);
        const QString lower = piece.toLower();
        const bool scheme = lower == "bearer"_L1 || lower == "flyv1"_L1;
        const QByteArray bytes = piece.toUtf8();
        if (!piece.isEmpty() && !scheme) {
            if (broken && !found.isEmpty() && isMacaroon(found.last()) && !isKnownKind(bytes)
                && base64.match(piece).hasMatch())
                found.last() += bytes;
            else
                found.append(bytes);
        }
        if (!more)
            return found;
        broken = !match.captured().contains(u',') && !scheme;
        at = match.capturedEnd();
    }
}

bool isPlain(const QByteArray &token)
{
    return std::ranges::all_of(
        token, [](char c) { return c > 0x20 && c < 0x7f && c != '"' && c != '\''; });
}

Result<void> check(const QList<QByteArray> &tokens)
{
    if (tokens.isEmpty())
        return failure(problem("token-empty"_L1, u"the token is empty"_s));
    for (const QByteArray &token : tokens) {
        if (isForeign(token))
            return failure(problem("token-foreign"_L1, u"this is a token of another service"_s));
    }
    const auto known = std::ranges::count_if(tokens, isKnownKind);
    const bool plain = std::ranges::all_of(tokens, isPlain);
    // Old personal tokens have no beginning of their own; several words are no token at all.
    const bool oldKind = known == 0 && tokens.size() == 1 && tokens.first().size() >= shortest;
    if (!plain || (known != tokens.size() && !oldKind))
        return failure(
            problem("token-text"_L1, u"this is not a token: it has other text, or is cut off"_s));
    if (std::ranges::all_of(tokens, isDischarge))
        return failure(problem(
            "token-discharge"_L1, u"these are only the discharge tokens that belong to a token"_s));
    return {};
}

void describe(const QList<QByteArray> &tokens, TokenText &text)
{
    bool allRead = true;
    bool someRight = false;
    bool endless = false;
    for (const QByteArray &token : tokens) {
        const MacaroonFacts facts = macaroonFacts(token);
        if (isDischarge(token) || facts.isDischarge)
            continue;
        const QString kind = isMacaroon(token) ? u"macaroon"_s : u"personal"_s;
        if (!text.kinds.contains(kind))
            text.kinds.append(kind);
        someRight = true;
        allRead = allRead && facts.readOnly;
        endless = endless || !facts.expiresAt.isValid();
        // The whole set is good until its last token has ended.
        if (!text.expiresAt.isValid() || facts.expiresAt > text.expiresAt)
            text.expiresAt = facts.expiresAt;
    }
    text.readOnly = someRight && allRead;
    if (endless)
        text.expiresAt = {};
}
} // namespace

Result<TokenText> TokenText::read(const QByteArray &raw)
{
    if (raw.size() > longestToken)
        return failure(problem("token-text"_L1, u"this is far longer than a token"_s));
    const QList<QByteArray> tokens = pieces(unwrapped(raw));
    if (const Result<void> good = check(tokens); !good)
        return failure(good.error());
    TokenText text;
    describe(tokens, text);
    for (const QByteArray &token : tokens)
        Redact::addKnown(token);
    text.token = Secret(tokens.join(','));
    return text;
}
