#include "servers/sshtools.h"

#include <QFile>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

QString shellWord(const QString &word)
{
    const bool plain = !word.isEmpty() && std::all_of(word.cbegin(), word.cend(), [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || u"._-:/@%+,=[]"_s.contains(c);
    });
    QString inner = word;
    return plain ? word : u"'%1'"_s.arg(inner.replace(u'\'', u"'\\''"_s));
}

QString sshConfigPath(const SshTools &tools)
{
    if (!tools.configFile.isEmpty())
        return tools.configFile;
    const passwd *entry = ::getpwuid(::getuid());
    return entry ? QFile::decodeName(entry->pw_dir) + u"/.ssh/config"_s : QString();
}

QStringList sshArguments(const SshTools &tools, const SshAddress &address)
{
    QStringList arguments;
    if (!tools.configFile.isEmpty())
        arguments << u"-F"_s << tools.configFile;
    if (address.port > 0)
        arguments << u"-p"_s << QString::number(address.port);
    if (!address.user.isEmpty())
        arguments << u"-l"_s << address.user;
    if (!address.identity.isEmpty())
        arguments << u"-o"_s << u"IdentitiesOnly=yes"_s << u"-i"_s << address.identity;
    if (!address.jump.isEmpty())
        arguments << u"-J"_s << address.jump;
    return arguments;
}

QString sshCommandText(const SshAddress &address)
{
    QStringList words = sshArguments({}, address);
    words.prepend(u"ssh"_s);
    words << u"--"_s << address.host;
    for (QString &word : words)
        word = shellWord(word);
    return words.join(u' ');
}
