#include "servers/sshquestion.h"

#include "core/sanitise.h"
#include "types/wordtable.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {
using QuestionKind = SshQuestion::Kind;

constexpr Word<QuestionKind> questionWords[] = {
    {QuestionKind::HostKey, QLatin1String("host-key")},
    {QuestionKind::Passphrase, QLatin1String("passphrase")},
    {QuestionKind::Password, QLatin1String("password")},
    {QuestionKind::OneTimeCode, QLatin1String("one-time-code")},
    {QuestionKind::Pin, QLatin1String("pin")},
    {QuestionKind::Touch, QLatin1String("touch")},
    {QuestionKind::Confirm, QLatin1String("confirm")},
    {QuestionKind::Other, QLatin1String("other")},
};

constexpr qsizetype mostLines = 40;
constexpr qsizetype longestLine = 500;

// OpenSSH does not translate its words. The server's own come behind "(user@host) ", which ssh puts
// there so that no server can pass its text off as ssh's.
struct PromptRow
{
    const char16_t *pattern; // the first group is the subject
    QuestionKind kind;
};

constexpr PromptRow promptRows[] = {
    {u"^The authenticity of host '([^']+)' can't be established\\.", QuestionKind::HostKey},
    {u"^Please type 'yes', 'no' or the fingerprint()", QuestionKind::HostKey},
    {u"^\\((\\S+@\\S+?)\\) .*[Pp]assword", QuestionKind::Password},
    {u"^\\((\\S+@\\S+?)\\) ", QuestionKind::OneTimeCode},
    {u"^Enter passphrase for (?:RSA |)(?:key )?'?(.+?)'?: $", QuestionKind::Passphrase},
    {u"^Enter PIN for (?:\\S+ key )?(.+?): $", QuestionKind::Pin},
    {u"^Confirm user presence for key (.+)", QuestionKind::Touch},
    {u"^(\\S+@\\S+)'s password: $", QuestionKind::Password},
    {u"^Enter (\\S+@\\S+)'s (?:old|new) password: $", QuestionKind::Password},
};
} // namespace

QString sshQuestionName(SshQuestion::Kind kind)
{
    return wordOf(questionWords, kind);
}

SshQuestion questionFromPrompt(const QString &prompt, const QString &hint)
{
    SshQuestion question;
    for (const QString &line : prompt.split(u'\n')) {
        const QString clean = Sanitise::line(line).left(longestLine);
        if (!clean.trimmed().isEmpty() && question.words.size() < mostLines)
            question.words.append(clean);
    }
    if (hint == "none"_L1)
        question.kind = QuestionKind::Touch;
    else if (hint == "confirm"_L1)
        question.kind = QuestionKind::Confirm;
    for (const PromptRow &row : promptRows) {
        const auto match = QRegularExpression(QString::fromUtf16(row.pattern)).match(prompt);
        if (!match.hasMatch())
            continue;
        if (hint.isEmpty())
            question.kind = row.kind;
        question.subject = Sanitise::line(match.captured(1)).left(longestLine);
        break;
    }
    if (question.kind == QuestionKind::HostKey) {
        static const QRegularExpression key(
            u"(\\S+) key fingerprint is (SHA256:[A-Za-z0-9+/=]+)"_s);
        const auto match = key.match(prompt);
        question.keyType = match.captured(1);
        question.fingerprint = match.captured(2);
    }
    return question;
}
