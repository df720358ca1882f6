#include "ui/servers/terminals.h"

#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {
struct KnownTerminal
{
    QLatin1StringView program;
    QStringList before; // of the command
};

// The desktop's choice, then Debian's, then what is usual.
const QList<KnownTerminal> &knownTerminals()
{
    static const QList<KnownTerminal> known{
        {"xdg-terminal-exec"_L1, {}},
        {"x-terminal-emulator"_L1, {u"-e"_s}},
        {"konsole"_L1, {u"-e"_s}},
        {"gnome-terminal"_L1, {u"--"_s}},
        {"ptyxis"_L1, {u"--"_s}},
        {"kgx"_L1, {u"--"_s}},
        {"xfce4-terminal"_L1, {u"-x"_s}},
        {"mate-terminal"_L1, {u"-x"_s}},
        {"qterminal"_L1, {u"-e"_s}},
        {"terminator"_L1, {u"-x"_s}},
        {"kitty"_L1, {}},
        {"foot"_L1, {}},
        {"wezterm"_L1, {u"start"_s, u"--"_s}},
        {"alacritty"_L1, {u"-e"_s}},
        {"urxvt"_L1, {u"-e"_s}},
        {"xterm"_L1, {u"-e"_s}},
    };
    return known;
}
} // namespace

QStringList Terminals::launchOf(
    const QStringList &command, const QString &wanted, const Finder &find)
{
    QList<KnownTerminal> order = knownTerminals();
    QStringList words = QProcess::splitCommand(wanted);
    const QString chosen = words.isEmpty() ? QString() : find(words.first());
    const bool hasExec = !find(order.first().program).isEmpty();
    if (!hasExec && !chosen.isEmpty()) {
        const QString name = QFileInfo(words.first()).fileName();
        QStringList before{u"-e"_s}; // what most of them take
        for (const KnownTerminal &terminal : order) {
            if (terminal.program == name)
                before = terminal.before;
        }
        words.first() = chosen;
        return words + before + command;
    }
    for (const KnownTerminal &terminal : order) {
        const QString path = find(terminal.program);
        if (!path.isEmpty())
            return QStringList{path} + terminal.before + command;
    }
    return {};
}

QStringList Terminals::sshInFolder(
    const SshTools &tools, const SshAddress &address, const QString &folder, const QString &remark)
{
    QStringList ssh{tools.ssh};
    if (!folder.isEmpty())
        ssh << u"-t"_s;
    ssh += sshArguments(tools, address);
    ssh << u"--"_s << address.host;
    if (!folder.isEmpty())
        ssh << u"cd %1 && exec \"$SHELL\" -l"_s.arg(shellWord(folder));
    // The script is the same for all; what differs are its arguments.
    const QString script =
        u"said=$1; shift; \"$@\"; [ $? -ne 255 ] || { printf '\\n%s\\n' \"$said\"; read -r _; }"_s;
    return QStringList{u"sh"_s, u"-c"_s, script, u"sh"_s, remark} + ssh;
}

bool Terminals::open(const QStringList &command)
{
    const QStringList launch = launchOf(command,
        qEnvironmentVariable("TERMINAL"),
        [](const QString &program) { return QStandardPaths::findExecutable(program); });
    return !launch.isEmpty() && QProcess::startDetached(launch.first(), launch.mid(1));
}
