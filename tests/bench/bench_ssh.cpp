#include "core/iothread.h"
#include "servers/sshconnections.h"
#include "servers/surveyscript.h"
#include "support/sshhome.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <functional>
#include <optional>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

// One survey sent to many sshds of this computer: our connections against what people use for it,
// with the same key exchange, the same 50 at once, and everybody with masters of their own. Cold:
// nothing is connected. Warm: all masters are there.
namespace {
constexpr int atOnce = 50;
constexpr int mostServers = 200;
constexpr int coldRuns = 3;
constexpr int warmRuns = 3;
const QByteArray nonce = "bench-0123456789abcdef";

struct Measured
{
    double cold = 0; // milliseconds, medians
    double warm = 0;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

double millisecondsOf(const std::function<bool()> &work)
{
    QElapsedTimer clock;
    clock.start();
    if (!work())
        qFatal("a run failed");
    return double(clock.nsecsElapsed()) / 1e6;
}

// Kilobytes, without what is shared with others.
qint64 memoryOf(qint64 pid)
{
    QFile file(u"/proc/%1/smaps_rollup"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).simplified().split(' ').value(0).toLongLong();
    }
    return 0;
}

class Servers
{
public:
    Servers()
    {
        for (int i = 1; i <= mostServers; ++i) {
            m_all.push_back(m_home.serve({}, u"s%1"_s.arg(i)));
            if (!m_all.back()->isUp())
                qFatal("no sshd; is openssh-server there?");
            m_home.addHost(name(i), m_all.back()->port());
            m_home.know(*m_all.back());
        }
        const Result<QByteArray> script = surveyScript({}, nonce);
        if (!script)
            qFatal("no script");
        payload = *script;
        m_home.write(u"payload"_s, payload);
    }
    static QString name(int number) { return u"h%1"_s.arg(number); }
    [[nodiscard]] const SshHome &home() const { return m_home; }

    QByteArray payload;

private:
    SshHome m_home;
    std::vector<std::unique_ptr<SshServerProcess>> m_all;
};

class Ours
{
public:
    Ours(const Servers &servers, int count)
        : m_servers(servers)
        , m_count(count)
        , m_io(u"ssh"_s)
    {
    }

    Measured run()
    {
        Measured measured;
        std::vector<double> cold;
        for (int i = 0; i < coldRuns; ++i) {
            connect();
            cold.push_back(millisecondsOf([this] { return lookAtAll(); }));
        }
        measured.cold = median(cold);
        std::vector<double> warm;
        for (int i = 0; i < warmRuns; ++i)
            warm.push_back(millisecondsOf([this] { return lookAtAll(); }));
        measured.warm = median(warm);
        tellMemory();
        m_held.clear();
        m_connections.reset();
        return measured;
    }

private:
    void connect()
    {
        m_held.clear();
        m_connections.reset();
        SshConnections::Options options;
        options.tools.configFile = m_servers.home().config();
        options.folder = m_folder.filePath(u"m%1"_s.arg(++m_times));
        Result<std::unique_ptr<SshConnections>> made = SshConnections::create(m_io, options);
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        m_connections = std::move(*made);
        m_held.resize(size_t(m_count));
    }

    bool lookAtAll()
    {
        std::atomic<int> next = 0;
        std::atomic<int> good = 0;
        std::vector<std::jthread> threads;
        for (int i = 0; i < std::min(atOnce, m_count); ++i)
            threads.emplace_back([&] {
                for (int server = next++; server < m_count; server = next++)
                    good += look(server) ? 1 : 0;
            });
        threads.clear();
        return good == m_count;
    }

    bool look(int server)
    {
        SshAddress address;
        address.host = Servers::name(server + 1);
        std::optional<SshConnection> &held = m_held.at(size_t(server));
        if (!held) {
            Result<SshConnection> opened = m_connections->open(address.host, address, {}, {});
            if (!opened) {
                qWarning("%s", qPrintable(opened.error().detail));
                return false;
            }
            held = std::move(*opened);
        }
        SshCommand command;
        command.line = "sh -s";
        command.input = m_servers.payload;
        const Result<SshEnd> end = held->run(command, {});
        return end && end->exitCode == 0 && end->output.contains(nonce);
    }

    void tellMemory() const
    {
        qint64 masters = 0;
        qint64 kilobytes = 0;
        for (const std::optional<SshConnection> &held : m_held) {
            if (const Result<qint64> pid = held->masterPid()) {
                ++masters;
                kilobytes += memoryOf(*pid);
            }
        }
        std::printf("  memory: %lld ssh masters, %lld kB a server (Pss); this program %lld kB\n",
            static_cast<long long>(masters),
            static_cast<long long>(kilobytes / std::max<qint64>(1, masters)),
            static_cast<long long>(memoryOf(QCoreApplication::applicationPid())));
    }

    const Servers &m_servers;
    const int m_count;
    QTemporaryDir m_folder;
    IoThread m_io;
    std::unique_ptr<SshConnections> m_connections;
    std::vector<std::optional<SshConnection>> m_held;
    int m_times = 0;
};

// What people use. Their commands are given the configuration with masters, and the payload.
class Theirs
{
public:
    Theirs(const Servers &servers, int count)
        : m_count(count)
        , m_home(servers.home())
        , m_config(m_home.path(u"peers_config"_s))
    {
        QFile own(m_home.config());
        if (!own.open(QIODevice::ReadOnly))
            qFatal("no configuration");
        m_home.write(u"peers_config"_s,
            "Host *\n  ControlMaster auto\n  ControlPersist 120\n  ControlPath "
                + m_folder.filePath(u"%C"_s).toUtf8() + "\n  BatchMode yes\n" + own.readAll());
        QByteArray names;
        for (int i = 1; i <= count; ++i)
            names += Servers::name(i).toUtf8() + '\n';
        m_home.write(u"hosts"_s, names);
        // Ansible would take braces and quotes for its own.
        m_home.write(u"quoted"_s, "echo " + servers.payload.toBase64() + " | base64 -d | sh -s");
    }

    // Nothing: it is not on this computer.
    std::optional<Measured> run(const QString &program, const QString &line)
    {
        if (QStandardPaths::findExecutable(program).isEmpty())
            return std::nullopt;
        Measured measured;
        std::vector<double> cold;
        for (int i = 0; i < coldRuns; ++i) {
            closeAll();
            cold.push_back(millisecondsOf([&] { return shell(line); }));
        }
        measured.cold = median(cold);
        std::vector<double> warm;
        for (int i = 0; i < warmRuns; ++i)
            warm.push_back(millisecondsOf([&] { return shell(line); }));
        measured.warm = median(warm);
        closeAll();
        return measured;
    }

private:
    bool shell(const QString &line) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"CONFIG"_s, m_config);
        environment.insert(u"PAYLOAD"_s, m_home.path(u"payload"_s));
        environment.insert(u"QUOTED"_s, m_home.path(u"quoted"_s));
        environment.insert(u"HOSTS"_s, m_home.path(u"hosts"_s));
        environment.insert(u"LAST"_s, QString::number(m_count));
        environment.insert(u"ANSIBLE_HOST_KEY_CHECKING"_s, u"True"_s);
        environment.insert(u"ANSIBLE_SSH_ARGS"_s, QString(u"-F "_s + m_config));
        environment.insert(u"ANSIBLE_LOCALHOST_WARNING"_s, u"False"_s);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(u"sh"_s, {u"-c"_s, line});
        process.closeWriteChannel();
        if (!process.waitForFinished(600'000) || process.exitCode() != 0) {
            std::fprintf(stderr, "%s\n", process.readAll().right(2'000).constData());
            return false;
        }
        // Every server has told all of it.
        const QByteArray end = nonce + " end";
        return process.readAll().count(end) >= m_count;
    }

    void closeAll() const
    {
        static_cast<void>(QProcess::execute(u"sh"_s,
            {u"-c"_s,
                u"xargs -a '%1' -P 50 -I{} ssh -F '%2' -O exit {} 2>/dev/null; true"_s.arg(
                    m_home.path(u"hosts"_s), m_config)}));
    }

    const int m_count;
    const SshHome &m_home;
    QTemporaryDir m_folder;
    const QString m_config;
};

void tell(const char *name, const std::optional<Measured> &measured)
{
    if (measured)
        std::printf(
            "  %-14s cold %9.1f ms   warm %9.1f ms\n", name, measured->cold, measured->warm);
    else
        std::printf("  %-14s not on this computer\n", name);
}

void compare(const Servers &servers, int count)
{
    std::printf("%d server%s\n", count, count == 1 ? "" : "s");
    const Measured ours = Ours(servers, count).run();
    tell("atalaya", ours);
    const std::pair<const char *, std::pair<QString, QString>> peers[] = {
        {"xargs ssh",
            {u"xargs"_s,
                u"xargs -a \"$HOSTS\" -P 50 -I{} sh -c"
                " 'ssh -F \"$CONFIG\" {} sh -s <\"$PAYLOAD\"'"_s}},
        {"clush",
            {u"clush"_s, u"clush -f 50 -w \"h[1-$LAST]\" -o \"-F $CONFIG\" sh -s <\"$PAYLOAD\""_s}},
        {"parallel-ssh",
            {u"parallel-ssh"_s,
                u"parallel-ssh -h \"$HOSTS\" -p 50 -t 300 -x \"-F $CONFIG\" -I -i sh -s"
                " <\"$PAYLOAD\""_s}},
        {"ansible raw",
            {u"ansible"_s, u"ansible all -i \"$HOSTS\" -m raw -f 50 -a \"$(cat \"$QUOTED\")\""_s}},
    };
    double bestCold = 0;
    double bestWarm = 0;
    for (const auto &[name, how] : peers) {
        const std::optional<Measured> theirs = Theirs(servers, count).run(how.first, how.second);
        tell(name, theirs);
        if (theirs && (bestCold == 0 || theirs->cold < bestCold))
            bestCold = theirs->cold;
        if (theirs && (bestWarm == 0 || theirs->warm < bestWarm))
            bestWarm = theirs->warm;
    }
    std::printf("  ratio to the best of them: cold %.2f (target 1.05), warm %.2f (target < 1)\n",
        ours.cold / bestCold,
        ours.warm / bestWarm);
}
} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // it takes ten minutes
    const Servers servers;
    for (const int count : {1, 50, mostServers})
        compare(servers, count);
    return 0;
}
