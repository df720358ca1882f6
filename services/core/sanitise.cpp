#include "core/sanitise.h"

#include <QByteArray>
#include <QReadWriteLock>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <mutex>
#include <shared_mutex>

using namespace Qt::StringLiterals;

namespace {
constexpr char16_t escape = 0x1b;

bool isInvisible(char16_t c)
{
    return c == 0x00ad || c == 0x061c || c == 0x180e || (c >= 0x200b && c <= 0x200f)
        || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff
        || (c >= 0xfff9 && c <= 0xfffb) || c >= 0xfffe;
}

bool isControl(char16_t c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f);
}

bool isBlank(char16_t c)
{
    return c == u'\t' || c == u'\n' || c == u'\r' || c == u'\v' || c == u'\f' || c == 0x85
        || c == 0x2028 || c == 0x2029;
}

// Behind a control sequence whose introducer ends before `i`.
qsizetype afterControlSequence(QStringView text, qsizetype i)
{
    while (i < text.size() && text[i].unicode() >= 0x20 && text[i].unicode() <= 0x3f)
        ++i;
    const bool ended = i < text.size() && text[i].unicode() >= 0x40 && text[i].unicode() <= 0x7e;
    return ended ? i + 1 : i;
}

// Behind a string (title, hyperlink, device control) that ends with BEL or ST; one that does not
// end is cut at the end of its line, so that it cannot swallow what follows.
qsizetype afterControlString(QStringView text, qsizetype i)
{
    for (; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c == 0x07 || c == 0x9c)
            return i + 1;
        if (c == escape)
            return i + 1 < text.size() && text[i + 1] == u'\\' ? i + 2 : i;
        if (c == u'\n' || c == u'\r')
            return i;
    }
    return i;
}

// Behind the escape sequence that begins at `i`, in its 7-bit or 8-bit form; `i` when none does.
qsizetype afterEscape(QStringView text, qsizetype i)
{
    char16_t kind = text[i].unicode();
    qsizetype next = i + 1;
    if (kind == escape) {
        if (next >= text.size())
            return next;
        kind = static_cast<char16_t>(text[next].unicode() + 0x40);
        ++next;
    }
    switch (kind) {
    case 0x9b:
        return afterControlSequence(text, next);
    case 0x90:
    case 0x98:
    case 0x9d:
    case 0x9e:
    case 0x9f:
        return afterControlString(text, next);
    default:
        break;
    }
    if (text[i].unicode() != escape)
        return i;
    // Intermediates and one final character, e.g. the choice of a character set.
    next = i + 1;
    while (next < text.size() && text[next].unicode() >= 0x20 && text[next].unicode() <= 0x2f)
        ++next;
    const bool ended =
        next < text.size() && text[next].unicode() >= 0x30 && text[next].unicode() <= 0x7e;
    return ended ? next + 1 : next;
}

// Length of the code point at `i` when it is a pair worth keeping, 0 when it is to be dropped, -1
// for half a pair. Tag characters (plane 14) are invisible text.
int pairLength(QStringView text, qsizetype i)
{
    if (!text[i].isHighSurrogate() || i + 1 >= text.size() || !text[i + 1].isLowSurrogate())
        return -1;
    const char32_t point = QChar::surrogateToUcs4(text[i], text[i + 1]);
    return point >= 0xe0000 && point <= 0xe0fff ? 0 : 2;
}

QString clean(QStringView text, bool keepLines)
{
    while (!keepLines && !text.isEmpty() && (text.back() == u'\n' || text.back() == u'\r'))
        text.chop(1);
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        const QChar character = text[i];
        const char16_t c = character.unicode();
        if (c >= 0x20 && c < 0x7f) {
            result += character;
            ++i;
        } else if (keepLines && c == u'\n') {
            result += character;
            ++i;
        } else if (isBlank(c)) {
            result += u' ';
            i += c == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n' && !keepLines ? 2 : 1;
        } else if (isControl(c)) {
            i = std::max(i + 1, afterEscape(text, i));
        } else if (character.isSurrogate()) {
            const int length = pairLength(text, i);
            if (length < 0)
                result += QChar(QChar::ReplacementCharacter);
            else
                result += text.mid(i, length);
            i += length < 0 ? 1 : 2;
        } else {
            if (!isInvisible(c))
                result += character;
            ++i;
        }
    }
    return result;
}
} // namespace

QString Sanitise::line(QStringView text)
{
    return clean(text, false);
}

QString Sanitise::forCsv(QStringView text)
{
    QString field = line(text);
    const qsizetype first = std::find_if(field.cbegin(), field.cend(), [](QChar c) {
        return c != u' ';
    }) - field.cbegin();
    if (first < field.size() && u"=+-@"_s.contains(field[first]))
        field.prepend(u'\'');
    if (field.contains(u'"') || field.contains(u',') || field.contains(u';')) {
        field.replace(u'"', u"\"\""_s);
        field = u"\"%1\""_s.arg(field);
    }
    return field;
}

QString Sanitise::forMarkup(QStringView text)
{
    QString result = clean(text, true).toHtmlEscaped();
    return result.replace(u'\'', u"&#39;"_s);
}

namespace {
constexpr qsizetype shortestKnown = 6;

struct KnownValues
{
    std::shared_mutex mutex;
    QStringList values; // longest first: a value may contain another
};

KnownValues &knownValues()
{
    // Never destroyed: the last lines are logged after the statics are gone.
    static KnownValues *const values = new KnownValues;
    return *values;
}

QString mark()
{
    return u"[redacted]"_s;
}

QRegularExpression pattern(const QString &text)
{
    QRegularExpression expression(text, QRegularExpression::CaseInsensitiveOption);
    Q_ASSERT(expression.isValid());
    expression.optimize();
    return expression;
}

// Every repetition is bounded or possessive: a hostile line costs no more than a long one, and a
// long value does not exhaust the matcher's stack, which would leave it unredacted.
struct Patterns
{
    QString name = u"(?:secret|password|passwd|passphrase|token|api[_-]?key|private[_-]?key"
                   "|access[_-]?key|credential|database[_-]?url|redis[_-]?url|_dsn|_pwd)"
                   "[a-z0-9_.-]{0,64}"_s;
    // One look that most lines do not pass.
    QRegularExpression hint = pattern(
        u"fo1_|fm1[ra]_|fm2_|flyv1|bearer|basic |://|-----begin|secret|passw|passphrase|token"
        "|[_-]?key|credential|_url|_dsn|_pwd"_s);
    QRegularExpression privateKey = pattern(
        u"-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|\\z)"_s);
    // Not the name of a shell's variable: that is how commands are told without the value.
    QRegularExpression scheme = pattern(u"\\b(flyv1|bearer|basic)(\\s{1,4})"
                                        "(?!(?-i:\\$[A-Z][A-Z0-9_]*)(?:[\\s\"']|\\z))"
                                        "[^\\s\"'<>\\\\]{6,}+"_s);
    QRegularExpression flyToken = pattern(
        u"(?:fo1|fm1r|fm1a|fm2)_[a-z0-9+/=_.-]+(?:,(?:fo1|fm1r|fm1a|fm2)_[a-z0-9+/=_.-]+)*"_s);
    QRegularExpression urlPassword = pattern(u"(://[^\\s/:@\"']{0,256}):[^\\s/\"'<>]{1,512}@"_s);
    QRegularExpression json =
        pattern(u"(%1\"\\s{0,4}:\\s{0,4}\")(?:[^\"\\\\]++|\\\\.)*+"_s.arg(name));
    QRegularExpression jsonInJson = pattern(
        u"(%1\\\\\"\\s{0,4}:\\s{0,4}\\\\\")(?:[^\"\\\\]++|\\\\\\\\\\\\.|\\\\\\\\|\\\\(?!\"))*+"_s
            .arg(name));
    QRegularExpression assignment =
        pattern(u"(%1[\"']?\\s{0,4}=\\s{0,4})(?!\\[redacted\\])"
                "(?:\"(?:[^\"\\\\]++|\\\\.)*+\"?|'[^']*+'?|[^\\s,;&\"']++)"_s.arg(name));
    QRegularExpression yaml = pattern(
        u"(%1:\\s{1,4})(?!\\[redacted\\])(?:\"[^\"]*+\"?|'[^']*+'?|[^\\s,;&\"'\\\\{}]++)"_s.arg(
            name));
};

const Patterns &patterns()
{
    static const Patterns *const all = new Patterns;
    return *all;
}

QString withoutKnown(QString text)
{
    KnownValues &known = knownValues();
    const std::shared_lock lock(known.mutex);
    for (const QString &value : std::as_const(known.values)) {
        if (text.contains(value))
            text.replace(value, mark());
    }
    return text;
}
} // namespace

void Redact::addKnown(const QByteArray &value)
{
    const QString plain = QString::fromUtf8(value);
    QString escaped = plain;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u"\\n"_s);
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(plain));
    KnownValues &known = knownValues();
    const std::lock_guard lock(known.mutex);
    for (const QString &form : {plain, escaped, encoded, Sanitise::line(plain)}) {
        if (value.size() >= shortestKnown && !known.values.contains(form))
            known.values.append(form);
    }
    std::stable_sort(known.values.begin(),
        known.values.end(),
        [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

QString Redact::text(const QString &text)
{
    const Patterns &all = patterns();
    QString result = withoutKnown(text);
    if (!all.hint.match(result).hasMatch())
        return result;
    result.replace(all.privateKey, mark());
    result.replace(all.json, u"\\1"_s % mark());
    result.replace(all.jsonInJson, u"\\1"_s % mark());
    result.replace(all.scheme, u"\\1\\2"_s % mark());
    result.replace(all.flyToken, mark());
    result.replace(all.urlPassword, u"\\1:"_s % mark() % u"@"_s);
    result.replace(all.assignment, u"\\1"_s % mark());
    result.replace(all.yaml, u"\\1"_s % mark());
    return result;
}
