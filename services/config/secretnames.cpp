#include "config/secretnames.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestGuess = 4096; // of longer texts the beginning is looked at

bool matchesText(const QRegularExpression &pattern, const QString &text)
{
    return pattern.match(text.left(longestGuess)).hasMatch();
}
} // namespace

bool nameIsOfSecret(const QString &name)
{
    static const QRegularExpression secret(u"passw(or)?d|passphrase|contrase|(^|_)(pass|pwd|psw)($|"
                                           u"_)|pass$|secret|(^|_|[a-z])token($|_)"
                                           "|credential|(api|private|access|encryption|signing|"
                                           "secret|master|license|auth|enc|jwt)_?key"
                                           "|(^|_)salt($|_)|^pgpassword$"_s,
        QRegularExpression::CaseInsensitiveOption);
    // What is only about a secret: where it is, how long it lives, how it is made.
    static const QRegularExpression about(
        u"(_(file|path|dir|name|id|url|uri|host|port|header|prefix|length|len|size|min|max|ttl|"
        "expires?(_in|_at|_minutes|_hours|_days|_seconds)?|expiry|expiration|lifetime|minutes|"
        "hours|"
        "days|seconds|ms|algorithm|alg|policy|enabled|required|rounds|limit|issuer|audience|type|"
        "rotation|version|window|timeout|interval)$)|public|publishable|(^|_)(max|min|num|count)_|"
        "debug|allow|disable|require|enable|(^|_)tokens($|_)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return matchesText(secret, name) && !matchesText(about, name);
}

bool valueIsSecret(const QString &name, const QString &value)
{
    static const QRegularExpression none(u"^(true|false|yes|no|on|off|none|null|/.*)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression number(u"^[\\d.]{1,5}[a-z]{0,2}$"_s);
    static const QRegularExpression password(
        u"pass|pwd"_s, QRegularExpression::CaseInsensitiveOption);
    const QString text = value.trimmed();
    return nameIsOfSecret(name) && !matchesText(none, text)
        && (matchesText(password, name) || !matchesText(number, text));
}

bool commandHasPassword(const QStringList &words)
{
    static const QRegularExpression option(
        u"^--?(requirepass|masterauth|password|passwd|pass|token|secret|secret-key)(=(.*))?$"_s);
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QRegularExpressionMatch match = option.match(words.at(i));
        if (!match.hasMatch())
            continue;
        const QString value = match.hasCaptured(2) ? match.captured(3) : words.value(i + 1);
        if (!value.isEmpty() && !value.startsWith(u'-') && !value.startsWith(u'/')
            && !value.contains(u'$'))
            return true;
    }
    return false;
}

bool textHasPassword(const QString &text)
{
    static const QRegularExpression address(u"[a-z][a-z0-9+.-]*://[^/\\s:@${}]*:([^/\\s@${}]+)@"_s,
        QRegularExpression::CaseInsensitiveOption);
    return matchesText(address, text);
}

bool textIsPlaceholder(const QString &text)
{
    static const QRegularExpression placeholder(
        u"cambiar[_-]?(por|esto|me)|cambiame|reemplazar|"
        "(^|[^a-z])your?([_-][a-z0-9]+)*[_-]here|^your[_-]|^<[^<>]+>$|^\\[[a-z _-]+\\]$|"
        "change[_-]?(me|this|it)([^a-z]|$)|replace[_-]?(me|this|with)|"
        "^(todo|fixme|tbd|x{4,}|\\*{4,}|\\.{3,}|dummy|placeholder|example|secret[_-]?here|insert[_-"
        "].*)$|"
        "tu[_-][a-z0-9_-]+[_-]aqu|put[_-].*[_-]here|^paste[_-]"_s,
        QRegularExpression::CaseInsensitiveOption);
    return matchesText(placeholder, text.trimmed());
}
