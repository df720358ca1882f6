#include "models/wordsservers.h"

#include "servers/ssherrors.h"
#include "servers/sshtools.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {
struct ServersText
{
    Q_DECLARE_TR_FUNCTIONS(Servers)
};

QString wayProblem(SshCause cause)
{
    switch (cause) {
    case SshCause::NameUnknown:
        return ServersText::tr("There is no computer of the name that %1 has. Check its address, "
                               "or the alias in ~/.ssh/config.");
    case SshCause::NameLookupFailed:
        return ServersText::tr("The name of %1 could not be looked up: the name service does not "
                               "answer. Check the connection of this computer.");
    case SshCause::NoRoute:
        return ServersText::tr("There is no way to %1 from this network. Check the connection, the "
                               "VPN and the address.");
    case SshCause::PortRefused:
        return ServersText::tr("%1 is there, but nothing listens on that port. Check the port, and "
                               "whether its SSH service runs.");
    case SshCause::ConnectTimeout:
        return ServersText::tr("%1 does not answer at all. It is off, or a firewall drops what is "
                               "sent. Check the address, the port and the VPN.");
    case SshCause::BannerTimeout:
        return ServersText::tr("%1 takes the connection, but says nothing. It is overloaded, or "
                               "something else than SSH listens on that port.");
    case SshCause::ClosedAtStart:
        return ServersText::tr("%1 closes the connection before a key is shown. It has too many "
                               "connections now, or refuses this computer (firewall, fail2ban, "
                               "hosts.deny). Wait a moment, then try again.");
    case SshCause::NotSsh:
        return ServersText::tr("What answers for %1 on that port is not SSH 2. Check the port.");
    case SshCause::NoCommonAlgorithm:
        return ServersText::tr("Your ssh and %1 have no way of encrypting in common: one of them "
                               "is very old. Update it, or allow the old way for this server in "
                               "~/.ssh/config.");
    case SshCause::ConnectionLost:
        return ServersText::tr("The connection to %1 was lost. What was running there may go on. "
                               "Connect again and look.");
    case SshCause::SessionsExceeded:
        return ServersText::tr("%1 takes no further command at once (MaxSessions). Wait until one "
                               "has ended, or raise the limit in its sshd_config.");
    default:
        return {};
    }
}

QString keyProblem(SshCause cause, const QString &argument)
{
    switch (cause) {
    case SshCause::KeyRefused:
        return argument.isEmpty()
            ? ServersText::tr("%1 takes none of your keys. Choose another key or user, or put your "
                              "public key into its authorized_keys.")
            : ServersText::tr("%1 takes none of your keys. It would take: %2. Choose another key "
                              "or user, or put your public key into its authorized_keys.");
    case SshCause::IdentityMissing:
        return ServersText::tr("The key file %2, chosen for %1, is not there. Choose another one.");
    case SshCause::IdentityTooOpen:
        return ServersText::tr("Others on this computer may read the private key %2, so ssh does "
                               "not use it for %1. Run: chmod 600 on that file.");
    case SshCause::PassphraseWrong:
        return ServersText::tr("The passphrase of the key for %1 was not right. Try again.");
    case SshCause::AgentRefused:
        return ServersText::tr("The SSH agent did not sign for %1: it was locked, or the question "
                               "was declined, or the hardware key was not touched. Try again.");
    case SshCause::TooManyFailures:
        return ServersText::tr("%1 gave up after too many keys. Choose the one key for this "
                               "server, so that only that one is offered.");
    default:
        return {};
    }
}

QString hostKeyProblem(const SshFailure &failure)
{
    switch (failure.cause) {
    case SshCause::HostKeyUnknown:
        return ServersText::tr("%1 was never seen before, so its host key is not known. Connect "
                               "to it once and compare the fingerprint with what its owner says.");
    case SshCause::HostKeyDeclined:
        return ServersText::tr("The host key of %1 was not accepted, so nothing was sent there.");
    case SshCause::HostKeyChanged:
        return ServersText::tr(
            "The host key of %1 is another one than before: it was %3, now it is %2. Either the "
            "server was set up anew, or somebody stands between. Nothing was sent. Ask its owner "
            "for the fingerprint; only if it is the new one, remove the old key, which is at %4, "
            "and connect again.");
    case SshCause::HostKeyRevoked:
        return ServersText::tr("The host key of %1 is marked as revoked in your known hosts. "
                               "Nothing was sent. Ask the owner of the server for its new key.");
    default:
        return {};
    }
}

QString ownProblem(const SshFailure &failure)
{
    switch (failure.cause) {
    case SshCause::SocketDenied:
        return ServersText::tr("The folder for the shared connections to %1 cannot be used: %2. "
                               "Check its owner and its permissions.");
    case SshCause::SocketPathTooLong:
        return ServersText::tr("The path for the shared connection to %1 is too long: %2. Set "
                               "XDG_RUNTIME_DIR or TMPDIR to a folder with a shorter path.");
    case SshCause::MasterGone:
        return ServersText::tr("The shared connection to %1 has ended, and nothing was run. "
                               "Connect again.");
    case SshCause::ConfigBad:
        return ServersText::tr("ssh cannot use your configuration, so %1 cannot be reached: %2");
    case SshCause::SshMissing:
        return ServersText::tr("%1 cannot be reached: ssh is not installed on this computer. "
                               "Install the package openssh-client.");
    case SshCause::AskpassMissing:
        return ServersText::tr("Questions about %1 cannot be asked: the program %2 is missing. "
                               "Install Atalaya again.");
    case SshCause::NoShell:
        return ServersText::tr("The account on %1 may not run commands. Use one with a login "
                               "shell.");
    case SshCause::NoAnswer:
        return ServersText::tr("%1 did not answer as a shell does. Look whether its login shell "
                               "prints something or ends at once.");
    case SshCause::Other:
        return ServersText::tr("ssh could not connect to %1. Its own words are in the details.");
    default:
        return {};
    }
}

QString sshProblem(const SshFailure &failure, const QString &server)
{
    if (failure.cause == SshCause::AddressBad) {
        for (int i = 0; i <= int(ServerProblem::FolderUnfit); ++i) {
            if (serverProblemName(ServerProblem(i)) == failure.arguments.value(0))
                return WordsServers::whatIsWrong(ServerProblem(i));
        }
    }
    QString text = wayProblem(failure.cause);
    for (const QString &other : {keyProblem(failure.cause, failure.arguments.value(0)),
             hostKeyProblem(failure),
             ownProblem(failure)}) {
        if (text.isEmpty())
            text = other;
    }
    const QString who = server.isEmpty() ? ServersText::tr("the server") : server;
    const QString whose = failure.viaJump ? ServersText::tr("the jump host of %1").arg(who) : who;
    // Not all sentences use all of them; what is put in is not searched again.
    text.replace(u"%1"_s, QString(QChar(0x1)));
    for (int i = 0; i < 3; ++i)
        text.replace(u"%%1"_s.arg(i + 2), QString(QChar(char16_t(0x2 + i))));
    text.replace(QChar(0x2), failure.arguments.value(0));
    text.replace(QChar(0x3), failure.arguments.value(1));
    text.replace(QChar(0x4), failure.arguments.value(2));
    text.replace(QChar(0x1), whose);
    const bool ourWord = text.startsWith(whose) && (server.isEmpty() || failure.viaJump);
    return ourWord ? QString(text.left(1).toUpper() + text.mid(1)) : text;
}
} // namespace

QString WordsServers::place(const Server &server)
{
    return server.local ? ServersText::tr("the practice server: a folder of this computer")
                        : sshCommandText(server.address);
}

QString WordsServers::problem(const Error &error, const QString &server)
{
    if (const std::optional<SshFailure> failure = sshFailureOf(error))
        return sshProblem(*failure, server);
    if (error.code == "no-server"_L1)
        return ServersText::tr("There is no server of this name in your list.");
    const std::optional<ServerProblem> wrong = problemOf(error);
    return wrong ? whatIsWrong(*wrong) : QString();
}

std::optional<ServerProblem> WordsServers::problemOf(const Error &error)
{
    for (int i = 0; i <= int(ServerProblem::FolderUnfit); ++i) {
        if (error.code == "server-"_L1 + serverProblemName(ServerProblem(i)))
            return ServerProblem(i);
    }
    return std::nullopt;
}

QString WordsServers::brief(const Error &error)
{
    const std::optional<SshCause> cause = sshCauseOf(error);
    switch (cause.value_or(SshCause::Other)) {
    case SshCause::NameUnknown:
    case SshCause::NameLookupFailed:
        return ServersText::tr("name not found");
    case SshCause::NoRoute:
        return ServersText::tr("no route");
    case SshCause::PortRefused:
        return ServersText::tr("port refused");
    case SshCause::ConnectTimeout:
    case SshCause::BannerTimeout:
        return ServersText::tr("does not answer");
    case SshCause::KeyRefused:
    case SshCause::IdentityMissing:
    case SshCause::IdentityTooOpen:
    case SshCause::PassphraseWrong:
    case SshCause::AgentRefused:
    case SshCause::TooManyFailures:
        return ServersText::tr("key refused");
    case SshCause::HostKeyUnknown:
    case SshCause::HostKeyDeclined:
        return ServersText::tr("host key unknown");
    case SshCause::HostKeyChanged:
    case SshCause::HostKeyRevoked:
        return ServersText::tr("host key changed");
    case SshCause::ConnectionLost:
    case SshCause::MasterGone:
        return ServersText::tr("connection lost");
    case SshCause::NoShell:
    case SshCause::NoAnswer:
        return ServersText::tr("no shell");
    default:
        return cause ? ServersText::tr("not reachable") : QString();
    }
}

QString WordsServers::whatIsWrong(ServerProblem problem)
{
    switch (problem) {
    case ServerProblem::NameEmpty:
        return ServersText::tr("The server needs a name.");
    case ServerProblem::NameTaken:
        return ServersText::tr("Another server of your list has this name.");
    case ServerProblem::NameUnfit:
        return ServersText::tr("A name has at most 100 characters, all of them visible.");
    case ServerProblem::HostEmpty:
        return ServersText::tr("The address of the server is missing.");
    case ServerProblem::HostUnfit:
        return ServersText::tr("This is not a name or an address of a computer. It may not begin "
                               "with “-” nor contain blanks.");
    case ServerProblem::PortUnfit:
        return ServersText::tr("A port is a number from 1 to 65535.");
    case ServerProblem::UserUnfit:
        return ServersText::tr("This is not a user name. It may not begin with “-” nor contain "
                               "blanks.");
    case ServerProblem::IdentityUnfit:
        return ServersText::tr("Give the whole path of the key file, from “/” on.");
    case ServerProblem::JumpUnfit:
        return ServersText::tr("A jump host is written as USER@HOST:PORT, several with commas, "
                               "and may not begin with “-”.");
    case ServerProblem::FolderUnfit:
        return ServersText::tr("Give the whole path of a folder on the server, from “/” on.");
    }
    return {};
}

QString WordsServers::question(const SshQuestion &question)
{
    using Kind = SshQuestion::Kind;
    switch (question.kind) {
    case Kind::HostKey:
        return ServersText::tr("You have never connected to %1 from here. Compare the fingerprint "
                               "with what its owner says. Is it that server?")
            .arg(question.server);
    case Kind::Passphrase:
        return question.again
            ? ServersText::tr("The passphrase was not right. What is that of the key %1?")
                  .arg(question.subject)
            : ServersText::tr("What is the passphrase of the key %1?").arg(question.subject);
    case Kind::Password:
        return question.again
            ? ServersText::tr("The password was not right. What is that of %1?")
                  .arg(question.subject)
            : ServersText::tr("What is the password of %1?").arg(question.subject);
    case Kind::OneTimeCode:
        return ServersText::tr("%1 asks for something. These are its own words:")
            .arg(question.server);
    case Kind::Pin:
        return ServersText::tr("What is the PIN of the hardware key %1?").arg(question.subject);
    case Kind::Touch:
        return ServersText::tr("Touch your hardware key to connect to %1.").arg(question.server);
    case Kind::Confirm:
        return ServersText::tr("ssh wants to be sure before it connects to %1. These are its own "
                               "words:")
            .arg(question.server);
    case Kind::Other:
        return ServersText::tr("ssh asks for something to connect to %1. These are its own words:")
            .arg(question.server);
    }
    return {};
}

QString WordsServers::answerLabel(SshQuestion::Kind kind)
{
    using Kind = SshQuestion::Kind;
    switch (kind) {
    case Kind::Passphrase:
        return ServersText::tr("Passphrase");
    case Kind::Password:
        return ServersText::tr("Password");
    case Kind::OneTimeCode:
        return ServersText::tr("Code");
    case Kind::Pin:
        return ServersText::tr("PIN");
    case Kind::Other:
        return ServersText::tr("Answer", "what is typed into a field");
    case Kind::HostKey:
    case Kind::Touch:
    case Kind::Confirm:
        return {};
    }
    return {};
}
