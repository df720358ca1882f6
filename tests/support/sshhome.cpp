#include "support/sshhome.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTcpServer>

#include <csignal>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int sshdPatience = 10'000;

int freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : 0;
}

QByteArray contentOfFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &content, QIODevice::OpenMode mode)
{
    QFile file(path);
    if (!file.open(mode) || file.write(content) != content.size())
        qWarning("%s: cannot be written", qPrintable(path));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

void generateKey(const QString &path, const QString &passphrase)
{
    const QStringList arguments{
        u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, passphrase, u"-C"_s, u"test"_s, u"-f"_s, path};
    if (QProcess::execute(u"ssh-keygen"_s, arguments) != 0)
        qWarning("ssh-keygen failed");
}

void killTree(qint64 pid)
{
    const QString list = u"/proc/%1/task/%1/children"_s.arg(pid);
    for (const QByteArray &child : contentOfFile(list).simplified().split(' ')) {
        if (!child.isEmpty())
            killTree(child.toLongLong());
    }
    ::kill(pid_t(pid), SIGKILL);
}
} // namespace

SshServerProcess::SshServerProcess(const Options &options)
    : m_hostKey(options.folder + u'/' + options.name + u"_host"_s)
{
    // As root it wants a folder that its package makes at boot.
    if (::getuid() == 0)
        ::mkdir("/run/sshd", 0755);
    if (!QFile::exists(m_hostKey))
        generateKey(m_hostKey, {});
    // Somebody may take the port between our look and its bind.
    for (int attempt = 0; attempt < 5 && m_port == 0; ++attempt) {
        if (!start(options))
            m_process.reset();
    }
}

bool SshServerProcess::start(const Options &options)
{
    const int port = freePort();
    const QString config = options.folder + u'/' + options.name + u"_config"_s;
    QStringList lines = options.settings;
    lines << u"ListenAddress 127.0.0.1"_s << u"Port %1"_s.arg(port) << u"HostKey "_s + m_hostKey
          << u"AuthorizedKeysFile "_s + options.folder + u"/authorized"_s << u"PidFile none"_s
          << u"StrictModes no"_s << u"UsePAM no"_s << u"PasswordAuthentication no"_s
          << u"KbdInteractiveAuthentication no"_s << u"PermitRootLogin yes"_s
          << u"MaxStartups 200:30:400"_s << u"LogLevel VERBOSE"_s
          << u"Subsystem sftp internal-sftp"_s
          << u"SetEnv SHLVL=2"_s; // no shell reads the profile of who runs the test
    writeFile(config, lines.join(u'\n').toUtf8() + '\n', QIODevice::WriteOnly);
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->start(u"/usr/sbin/sshd"_s, {u"-D"_s, u"-e"_s, u"-f"_s, config});
    if (!m_process->waitForStarted(sshdPatience))
        return false;
    m_log.clear();
    const bool listens = log("Server listening on").contains("Server listening on");
    if (!listens)
        qWarning("%s", m_log.constData());
    m_port = listens ? port : 0;
    return listens;
}

SshServerProcess::~SshServerProcess()
{
    kill();
}

QString SshServerProcess::hostKey() const
{
    return QString::fromUtf8(contentOfFile(m_hostKey + u".pub"_s)).section(u' ', 0, 1);
}

QByteArray SshServerProcess::log(const QByteArray &text)
{
    const QDeadlineTimer deadline(sshdPatience);
    m_log += m_process->readAll();
    while (!text.isEmpty() && !m_log.contains(text) && !deadline.hasExpired()
        && m_process->state() == QProcess::Running) {
        m_process->waitForReadyRead(int(deadline.remainingTime()));
        m_log += m_process->readAll();
    }
    return m_log;
}

qsizetype SshServerProcess::connections()
{
    return log("Accepted publickey").count("Accepted publickey");
}

void SshServerProcess::kill()
{
    if (!m_process || m_process->state() == QProcess::NotRunning)
        return;
    killTree(m_process->processId());
    m_process->waitForFinished(sshdPatience);
}

SshHome::SshHome()
{
    makeKey(u"id"_s);
    write(u"known"_s, {});
    write(u"config"_s,
        u"Host *\n  UserKnownHostsFile %1\n  GlobalKnownHostsFile /dev/null\n  IdentityFile %2\n"
        "  IdentitiesOnly yes\n  IdentityAgent none\n  KexAlgorithms curve25519-sha256\n"
        "  UpdateHostKeys no\n  HashKnownHosts no\n"_s.arg(path(u"known"_s), path(u"id"_s))
            .toUtf8());
}

void SshHome::write(const QString &name, const QByteArray &content) const
{
    writeFile(path(name), content, QIODevice::WriteOnly);
}

void SshHome::append(const QString &name, const QByteArray &content) const
{
    writeFile(path(name), content, QIODevice::Append);
}

void SshHome::makeKey(const QString &name, const QString &passphrase, bool letIn) const
{
    generateKey(path(name), passphrase);
    if (letIn)
        append(u"authorized"_s, publicKey(name));
}

QByteArray SshHome::publicKey(const QString &name) const
{
    return contentOfFile(path(name) + u".pub"_s);
}

void SshHome::addHost(const QString &alias, int port, const QStringList &settings) const
{
    QStringList lines{u"Host "_s + alias, u"  HostName 127.0.0.1"_s, u"  Port %1"_s.arg(port)};
    for (const QString &setting : settings)
        lines.append(u"  "_s + setting);
    write(u"config"_s, lines.join(u'\n').toUtf8() + '\n' + contentOfFile(config()));
}

void SshHome::know(const SshServerProcess &server) const
{
    append(u"known"_s, u"[127.0.0.1]:%1 %2\n"_s.arg(server.port()).arg(server.hostKey()).toUtf8());
}

std::unique_ptr<SshServerProcess> SshHome::serve(
    const QStringList &settings, const QString &name) const
{
    SshServerProcess::Options options;
    options.folder = m_folder.path();
    options.name = name;
    options.settings = settings;
    return std::make_unique<SshServerProcess>(options);
}
