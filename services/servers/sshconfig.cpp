#include "servers/sshconfig.h"

#include "core/process.h"
#include "servers/ssherrors.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <glob.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int deepestInclude = 16; // as ssh
constexpr qint64 largestConfig = 1024 * 1024;
constexpr qsizetype mostAliases = 5'000;
constexpr std::chrono::seconds resolvePatience{10};

// The words of one line: blanks and one "=" behind the keyword divide, quotes hold together, "#"
// begins a comment.
QStringList wordsOfLine(const QString &line)
{
    QStringList words;
    QString word;
    bool begun = false;
    bool quoted = false;
    for (const QChar c : line) {
        if (c == u'"') {
            quoted = !quoted;
            begun = true;
        } else if (!quoted && !begun && c == u'#') {
            break;
        } else if (!quoted && (c.isSpace() || (c == u'=' && words.isEmpty()))) {
            if (begun)
                words.append(std::exchange(word, {}));
            begun = false;
        } else if (!quoted && !begun && c == u'=' && words.size() == 1) {
            continue; // "Host = name"
        } else {
            word += c;
            begun = true;
        }
    }
    if (begun)
        words.append(word);
    return words;
}

bool isPlainAlias(const QString &name)
{
    SshAddress address;
    address.host = name;
    return !name.contains(u'*') && !name.contains(u'?') && !name.startsWith(u'!')
        && !problemOf(address);
}

class AliasReader
{
public:
    explicit AliasReader(const QString &top)
        : m_folder(QFileInfo(top).absolutePath())
    {
    }

    Result<void> read(const QString &path, int depth)
    {
        QFile file(path);
        if (depth > deepestInclude || !file.exists())
            return {};
        if (!file.open(QIODevice::ReadOnly))
            return failure(Error::Kind::Storage, u"%1: %2"_s.arg(path, file.errorString()));
        const QStringList lines = QString::fromUtf8(file.read(largestConfig)).split(u'\n');
        for (qsizetype i = 0; i < lines.size() && m_found.size() < mostAliases; ++i) {
            const QStringList words = wordsOfLine(lines.at(i));
            const QString keyword = words.value(0).toLower();
            if (keyword == "host"_L1)
                take(words.mid(1), path, int(i) + 1);
            else if (keyword == "include"_L1)
                follow(words.mid(1), depth);
        }
        return {};
    }
    [[nodiscard]] const QList<SshAlias> &found() const { return m_found; }

private:
    void take(const QStringList &names, const QString &path, int line)
    {
        for (const QString &name : names) {
            const bool known = std::any_of(m_found.cbegin(),
                m_found.cend(),
                [&name](const SshAlias &other) { return other.name == name; });
            if (!known && isPlainAlias(name))
                m_found.append({name, path, line});
        }
    }
    // What is included and cannot be read is left out, as ssh does.
    void follow(const QStringList &patterns, int depth)
    {
        for (const QString &pattern : patterns) {
            const bool whole = pattern.startsWith(u'/') || pattern.startsWith(u'~');
            const QString path = whole ? pattern : QString(m_folder % u'/' % pattern);
            glob_t found = {};
            if (::glob(QFile::encodeName(path).constData(), GLOB_TILDE, nullptr, &found) == 0) {
                for (std::size_t i = 0; i < found.gl_pathc; ++i)
                    static_cast<void>(read(QFile::decodeName(found.gl_pathv[i]), depth + 1));
            }
            ::globfree(&found);
        }
    }

    QString m_folder; // relative includes of the user's file are looked for beside it
    QList<SshAlias> m_found;
};

QString orEmptyWhenNone(const QString &value)
{
    return value == "none"_L1 ? QString() : value;
}

QString withHome(const QString &path)
{
    return path.startsWith("~/"_L1) ? QString(QDir::homePath() % QStringView(path).mid(1)) : path;
}
} // namespace

Result<QList<SshAlias>> sshAliases(const QString &configFile)
{
    AliasReader reader(configFile);
    const Result<void> read = reader.read(configFile, 0);
    if (!read)
        return failure(read.error());
    return reader.found();
}

QString SshEndpoint::knownHostsName() const
{
    const QString name = hostKeyAlias.isEmpty() ? hostName : hostKeyAlias;
    return port == 22 || !hostKeyAlias.isEmpty() ? name : u"[%1]:%2"_s.arg(name).arg(port);
}

Result<SshEndpoint> endpointFromText(const QByteArray &text)
{
    SshEndpoint endpoint;
    for (const QByteArray &line : text.split('\n')) {
        const QString key = QString::fromUtf8(line.left(line.indexOf(' ')));
        const QString value = QString::fromUtf8(line.mid(line.indexOf(' ') + 1)).trimmed();
        if (key == "hostname"_L1)
            endpoint.hostName = value;
        else if (key == "port"_L1)
            endpoint.port = value.toInt();
        else if (key == "user"_L1)
            endpoint.user = value;
        else if (key == "proxyjump"_L1)
            endpoint.jump = orEmptyWhenNone(value);
        else if (key == "proxycommand"_L1)
            endpoint.proxyCommand = orEmptyWhenNone(value);
        else if (key == "hostkeyalias"_L1)
            endpoint.hostKeyAlias = orEmptyWhenNone(value);
        else if (key == "identityfile"_L1)
            endpoint.identities.append(withHome(value));
        else if (key == "identitiesonly"_L1)
            endpoint.identitiesOnly = value == "yes"_L1;
        else if (key == "identityagent"_L1)
            endpoint.agent = value;
        else if (key == "userknownhostsfile"_L1 || key == "globalknownhostsfile"_L1)
            endpoint.knownHosts += value.split(u' ', Qt::SkipEmptyParts);
    }
    for (QString &file : endpoint.knownHosts)
        file = withHome(file);
    if (endpoint.hostName.isEmpty() || endpoint.port <= 0)
        return failure(Error::Kind::Protocol, u"ssh -G named no hostname or port"_s);
    return endpoint;
}

Result<SshEndpoint> resolveSsh(
    IoThread &thread, const SshTools &tools, const SshAddress &address, std::stop_token stop)
{
    if (const std::optional<ServerProblem> problem = problemOf(address))
        return failure(sshAddressError(*problem));
    ProcessRequest request;
    request.program = tools.ssh;
    request.arguments =
        QStringList{u"-G"_s} + sshArguments(tools, address) + QStringList{u"--"_s, address.host};
    request.timeout = resolvePatience;
    request.outputLimit = 256 * 1024;
    const Result<ProcessEnd> end = await(runProcess(thread, request, std::move(stop)));
    if (!end)
        return failure(sshStartError(end.error()));
    if (end->exitCode != 0)
        return failure(sshError(QString::fromUtf8(end->errors), {}, end->exitCode));
    return endpointFromText(end->output);
}
