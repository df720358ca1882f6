#include "servers/ssherrors.h"

#include "core/sanitise.h"
#include "types/wordtable.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace {
using Kind = Error::Kind;

struct CauseRow
{
    SshCause cause;
    QLatin1String name;
    Kind kind;
};

constexpr CauseRow causeRows[] = {
    {SshCause::NameUnknown, QLatin1String("name-unknown"), Kind::Offline},
    {SshCause::NameLookupFailed, QLatin1String("name-lookup-failed"), Kind::Offline},
    {SshCause::NoRoute, QLatin1String("no-route"), Kind::Offline},
    {SshCause::PortRefused, QLatin1String("port-refused"), Kind::Offline},
    {SshCause::ConnectTimeout, QLatin1String("connect-timeout"), Kind::Timeout},
    {SshCause::BannerTimeout, QLatin1String("banner-timeout"), Kind::Timeout},
    {SshCause::ClosedAtStart, QLatin1String("closed-at-start"), Kind::Offline},
    {SshCause::NotSsh, QLatin1String("not-ssh"), Kind::Protocol},
    {SshCause::NoCommonAlgorithm, QLatin1String("no-common-algorithm"), Kind::Protocol},
    {SshCause::KeyRefused, QLatin1String("key-refused"), Kind::Unauthorised},
    {SshCause::IdentityMissing, QLatin1String("identity-missing"), Kind::InvalidInput},
    {SshCause::IdentityTooOpen, QLatin1String("identity-too-open"), Kind::InvalidInput},
    {SshCause::PassphraseWrong, QLatin1String("passphrase-wrong"), Kind::Unauthorised},
    {SshCause::AgentRefused, QLatin1String("agent-refused"), Kind::Unauthorised},
    {SshCause::TooManyFailures, QLatin1String("too-many-failures"), Kind::Unauthorised},
    {SshCause::HostKeyUnknown, QLatin1String("host-key-unknown"), Kind::Forbidden},
    {SshCause::HostKeyDeclined, QLatin1String("host-key-declined"), Kind::Forbidden},
    {SshCause::HostKeyChanged, QLatin1String("host-key-changed"), Kind::Forbidden},
    {SshCause::HostKeyRevoked, QLatin1String("host-key-revoked"), Kind::Forbidden},
    {SshCause::ConnectionLost, QLatin1String("connection-lost"), Kind::Offline},
    {SshCause::SessionsExceeded, QLatin1String("sessions-exceeded"), Kind::RateLimited},
    {SshCause::SocketDenied, QLatin1String("socket-denied"), Kind::Storage},
    {SshCause::SocketPathTooLong, QLatin1String("socket-path-too-long"), Kind::Storage},
    {SshCause::MasterGone, QLatin1String("master-gone"), Kind::Offline},
    {SshCause::ConfigBad, QLatin1String("config-bad"), Kind::InvalidInput},
    {SshCause::AddressBad, QLatin1String("address-bad"), Kind::InvalidInput},
    {SshCause::SshMissing, QLatin1String("ssh-missing"), Kind::Process},
    {SshCause::AskpassMissing, QLatin1String("askpass-missing"), Kind::Process},
    {SshCause::NoShell, QLatin1String("no-shell"), Kind::Forbidden},
    {SshCause::NoAnswer, QLatin1String("no-answer"), Kind::Protocol},
    {SshCause::Other, QLatin1String("other"), Kind::Process},
};

const CauseRow &rowOf(SshCause cause)
{
    for (const CauseRow &row : causeRows) {
        if (row.cause == cause)
            return row;
    }
    Q_UNREACHABLE();
}

// The first that is found decides: what is told first, or says more, stands higher. OpenSSH does
// not translate its words.
struct SaidRow
{
    QLatin1String said;
    SshCause cause;
};

constexpr SaidRow saidRows[] = {
    {QLatin1String("REMOTE HOST IDENTIFICATION HAS CHANGED"), SshCause::HostKeyChanged},
    {QLatin1String("POSSIBLE DNS SPOOFING DETECTED"), SshCause::HostKeyChanged},
    {QLatin1String("REVOKED HOST KEY DETECTED"), SshCause::HostKeyRevoked},
    {QLatin1String("is marked as revoked"), SshCause::HostKeyRevoked},
    {QLatin1String("host key is known for"), SshCause::HostKeyUnknown},
    {QLatin1String("Host key verification failed"), SshCause::HostKeyDeclined},
    {QLatin1String("Bad configuration option"), SshCause::ConfigBad},
    {QLatin1String("Bad owner or permissions on"), SshCause::ConfigBad},
    {QLatin1String("terminating, "), SshCause::ConfigBad},
    {QLatin1String("Can't open user config file"), SshCause::ConfigBad},
    {QLatin1String("keyword "), SshCause::ConfigBad},
    {QLatin1String("Temporary failure in name resolution"), SshCause::NameLookupFailed},
    {QLatin1String("Could not resolve hostname"), SshCause::NameUnknown},
    {QLatin1String("hostname contains invalid characters"), SshCause::AddressBad},
    {QLatin1String("Connection timed out during banner exchange"), SshCause::BannerTimeout},
    {QLatin1String(": Connection refused"), SshCause::PortRefused},
    {QLatin1String(": No route to host"), SshCause::NoRoute},
    {QLatin1String(": Network is unreachable"), SshCause::NoRoute},
    {QLatin1String(": Host is down"), SshCause::NoRoute},
    {QLatin1String(": Connection timed out"), SshCause::ConnectTimeout},
    {QLatin1String(": Operation timed out"), SshCause::ConnectTimeout},
    {QLatin1String("Unable to negotiate with"), SshCause::NoCommonAlgorithm},
    {QLatin1String("banner line contains invalid characters"), SshCause::NotSsh},
    {QLatin1String("banner line too long"), SshCause::NotSsh},
    {QLatin1String("No SSH identification"), SshCause::NotSsh},
    {QLatin1String("Protocol major versions differ"), SshCause::NotSsh},
    {QLatin1String("Bad remote protocol version"), SshCause::NotSsh},
    {QLatin1String("too many lines before version string"), SshCause::NotSsh},
    {QLatin1String("kex_exchange_identification"), SshCause::ClosedAtStart},
    {QLatin1String("ssh_exchange_identification"), SshCause::ClosedAtStart},
    {QLatin1String("Too many authentication failures"), SshCause::TooManyFailures},
    {QLatin1String("UNPROTECTED PRIVATE KEY FILE"), SshCause::IdentityTooOpen},
    {QLatin1String("incorrect passphrase supplied"), SshCause::PassphraseWrong},
    {QLatin1String("agent refused operation"), SshCause::AgentRefused},
    {QLatin1String("no such identity"), SshCause::IdentityMissing},
    {QLatin1String("Permission denied ("), SshCause::KeyRefused},
    {QLatin1String("too long for Unix domain socket"), SshCause::SocketPathTooLong},
    {QLatin1String("ControlPath too long"), SshCause::SocketPathTooLong},
    {QLatin1String("unix_listener"), SshCause::SocketDenied},
    {QLatin1String("Control socket connect"), SshCause::MasterGone},
    {QLatin1String("Session open refused by peer"), SshCause::SessionsExceeded},
    {QLatin1String("administratively prohibited"), SshCause::SessionsExceeded},
    {QLatin1String("exec request failed"), SshCause::NoShell},
    {QLatin1String("shell request failed"), SshCause::NoShell},
    {QLatin1String("Broken pipe"), SshCause::ConnectionLost},
    {QLatin1String("Connection reset by"), SshCause::ConnectionLost},
    {QLatin1String("Connection closed by"), SshCause::ConnectionLost},
    {QLatin1String("closed by remote host"), SshCause::ConnectionLost},
    {QLatin1String("not responding"), SshCause::ConnectionLost},
    {QLatin1String("Received disconnect from"), SshCause::ConnectionLost},
};

std::optional<SshCause> causeSaid(const QString &text)
{
    for (const SaidRow &row : saidRows) {
        if (text.contains(row.said))
            return row.cause;
    }
    return std::nullopt;
}

QString foundIn(const QString &text, const QString &pattern)
{
    return QRegularExpression(pattern).match(text).captured(1);
}

// "FILE:LINE" of known hosts: the fingerprint of the key that stands there.
QString fingerprintAt(const QString &place)
{
    const qsizetype colon = place.lastIndexOf(u':');
    const int wanted = place.mid(colon + 1).toInt();
    QFile file(place.left(colon));
    if (wanted <= 0 || !file.open(QIODevice::ReadOnly))
        return {};
    QByteArray line;
    for (int number = 0; number < wanted && !file.atEnd(); ++number)
        line = file.readLine(64 * 1024);
    const QList<QByteArray> words = line.simplified().split(' ');
    const qsizetype marker = line.startsWith('@') ? 1 : 0;
    return fingerprintOfKey(words.value(marker + 2));
}

QStringList argumentsOf(SshCause cause, const QString &text)
{
    switch (cause) {
    case SshCause::HostKeyChanged: {
        const QString place = foundIn(text, u"Offending [\\w-]+ key in ([^\\r\\n]+:\\d+)"_s);
        const QString fresh = foundIn(text, u"(SHA256:[A-Za-z0-9+/=]+)"_s);
        const QString old = fingerprintAt(place);
        return {fresh.isEmpty() ? u"?"_s : fresh, old.isEmpty() ? u"?"_s : old, place};
    }
    case SshCause::KeyRefused:
        return {foundIn(text, u"Permission denied \\(([a-z0-9,-]+)\\)"_s)};
    case SshCause::IdentityMissing:
        return {foundIn(text, u"no such identity: ([^\\r\\n]+): "_s)};
    case SshCause::IdentityTooOpen:
        return {foundIn(text, u"Permissions \\d+ for '([^']+)'"_s)};
    case SshCause::ConfigBad:
        return {text.section(u'\n', 0, 0).simplified()};
    case SshCause::AddressBad:
        return {serverProblemName(ServerProblem::HostUnfit)};
    default:
        return {};
    }
}
} // namespace

QString sshCauseName(SshCause cause)
{
    return rowOf(cause).name;
}

// "ssh-CAUSE[@jump] ARGUMENT ARGUMENT REST": only the last argument may hold blanks.
Error sshErrorOf(const SshFailure &failure, const QString &detail)
{
    const CauseRow &row = rowOf(failure.cause);
    QStringList words{QString(u"ssh-"_s % row.name % (failure.viaJump ? u"@jump"_s : QString()))};
    words += failure.arguments;
    Error error;
    error.kind = row.kind;
    error.detail = detail;
    error.code = words.join(u' ').trimmed();
    return error;
}

std::optional<SshFailure> sshFailureOf(const Error &error)
{
    if (!error.code.startsWith("ssh-"_L1))
        return std::nullopt;
    const QString head = error.code.section(u' ', 0, 0).mid(4);
    SshFailure found;
    found.viaJump = head.endsWith("@jump"_L1);
    const QString name = found.viaJump ? head.chopped(5) : head;
    for (const CauseRow &row : causeRows) {
        if (row.name != name)
            continue;
        found.cause = row.cause;
        const QString rest = error.code.section(u' ', 1);
        if (row.cause == SshCause::HostKeyChanged)
            found.arguments = {
                rest.section(u' ', 0, 0), rest.section(u' ', 1, 1), rest.section(u' ', 2)};
        else if (!rest.isEmpty())
            found.arguments = {rest};
        return found;
    }
    return std::nullopt;
}

Error sshError(const QString &log, const QString &words, int exitCode)
{
    SshFailure found;
    QString decisive = log;
    const std::optional<SshCause> own = causeSaid(log);
    // Through a jump host the outer ssh knows only that its way was closed.
    const bool wayClosed = log.contains("UNKNOWN port"_L1) || !own;
    const std::optional<SshCause> other = wayClosed ? causeSaid(words) : std::nullopt;
    if (other) {
        found.cause = *other;
        found.viaJump = log.contains("UNKNOWN port"_L1);
        decisive = words;
    } else {
        found.cause = own.value_or(SshCause::Other);
    }
    found.arguments = argumentsOf(found.cause, decisive);
    QStringList lines;
    for (const QString &line : decisive.trimmed().split(u'\n'))
        lines.append(Sanitise::line(line));
    const QString said = lines.join(u'\n').left(2'000);
    return sshErrorOf(found, said.isEmpty() ? u"ssh ended with %1"_s.arg(exitCode) : said);
}

Error sshStartError(const Error &error)
{
    if (error.code.startsWith("program-"_L1))
        return sshErrorOf(
            {SshCause::SshMissing, {error.code.section(u' ', 1)}, false}, error.detail);
    return error;
}

Error sshAddressError(ServerProblem problem)
{
    return sshErrorOf({SshCause::AddressBad, {serverProblemName(problem)}, false},
        u"not an address of a server: %1"_s.arg(serverProblemName(problem)));
}

QString fingerprintOfKey(const QByteArray &base64)
{
    const auto key =
        QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    if (!key || (*key).isEmpty())
        return {};
    const QByteArray hash = QCryptographicHash::hash(*key, QCryptographicHash::Sha256)
                                .toBase64(QByteArray::OmitTrailingEquals);
    return u"SHA256:"_s + QString::fromLatin1(hash);
}
