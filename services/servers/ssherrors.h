#pragma once

#include "core/result.h"
#include "types/server.h"

#include <QList>
#include <QString>

#include <optional>

// Why ssh could not do what was asked, as code and the user's words tell it apart. In an Error its
// code is "ssh-" and the cause's word, followed by what belongs to it; see sshCauseOf.
enum class SshCause
{
    NameUnknown, // no such name
    NameLookupFailed, // the resolver did not answer
    NoRoute,
    PortRefused,
    ConnectTimeout,
    BannerTimeout, // something listens, and says nothing
    ClosedAtStart, // before a key was exchanged: MaxStartups, a firewall, hosts.deny
    NotSsh, // something else listens there
    NoCommonAlgorithm,
    KeyRefused, // with the methods that the server would take
    IdentityMissing, // with the path
    IdentityTooOpen, // others may read the private key
    PassphraseWrong,
    AgentRefused,
    TooManyFailures,
    HostKeyUnknown,
    HostKeyDeclined, // the person said no
    HostKeyChanged, // with new and old fingerprint and the place of the old one
    HostKeyRevoked,
    ConnectionLost, // in the midst: what ran there goes on or not, unknown
    SessionsExceeded, // MaxSessions of the server; nothing was run
    SocketDenied, // our own socket folder
    SocketPathTooLong,
    MasterGone, // the shared connection is not there; nothing was run
    ConfigBad, // the user's configuration, with the line
    AddressBad, // with the name of a ServerProblem
    SshMissing, // the program
    AskpassMissing,
    NoShell, // the account runs no commands
    NoAnswer, // an answer that is not the survey's
    Other,
};
QString sshCauseName(SshCause cause);

struct SshFailure
{
    SshCause cause = SshCause::Other;
    QStringList arguments;
    bool viaJump = false; // the words of a jump host, not of the server
    bool operator==(const SshFailure &) const = default;
};

[[nodiscard]] Error sshErrorOf(const SshFailure &failure, const QString &detail);
[[nodiscard]] std::optional<SshFailure> sshFailureOf(const Error &error); // nothing: not of ssh
[[nodiscard]] inline std::optional<SshCause> sshCauseOf(const Error &error)
{
    const std::optional<SshFailure> found = sshFailureOf(error);
    return found ? std::optional(found->cause) : std::nullopt;
}

// `log`: what ssh itself said (-E); `words`: what came to its standard error beside that, which
// holds the server's banner and the words of an ssh to a jump host.
[[nodiscard]] Error sshError(const QString &log, const QString &words, int exitCode);
[[nodiscard]] Error sshStartError(const Error &error); // of runProcess
[[nodiscard]] Error sshAddressError(ServerProblem problem);

// "SHA256:…" as ssh writes it; empty when the text is no key.
[[nodiscard]] QString fingerprintOfKey(const QByteArray &base64);
