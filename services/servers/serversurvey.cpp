#include "servers/serversurvey.h"

#include "core/sanitise.h"
#include "servers/ssherrors.h"
#include "servers/surveyscript.h"
#include "servers/surveystacks.h"

#include <QRandomGenerator>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 largestSurvey = 8 * 1024 * 1024;
constexpr qsizetype mostLinesBefore = 50;
constexpr std::chrono::seconds surveyPatience{90}; // several programs, each with its own limit

using Lines = QList<QByteArray>;

QString textLine(const Lines &lines, qsizetype index)
{
    return Sanitise::line(QString::fromUtf8(lines.value(index))).trimmed();
}

// KEY=value, KEY="value" of os-release.
QString releaseValue(const Lines &lines, const QByteArray &key)
{
    for (const QByteArray &line : lines) {
        if (!line.startsWith(QByteArray(key + '=')))
            continue;
        QByteArray value = line.mid(key.size() + 1).trimmed();
        if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'')
            && value.back() == value.front())
            value = value.mid(1, value.size() - 2);
        return Sanitise::line(QString::fromUtf8(value));
    }
    return {};
}

qint64 memoryValue(const Lines &lines, const QByteArray &key)
{
    for (const QByteArray &line : lines) {
        if (line.startsWith(QByteArray(key + ':')))
            return line.mid(key.size() + 1).trimmed().split(' ').value(0).toLongLong() * 1024;
    }
    return 0;
}

struct KernelCpu
{
    QLatin1String kernel;
    QLatin1String image;
};

// As images name what the kernel calls otherwise.
constexpr KernelCpu kernelCpus[] = {
    {QLatin1String("x86_64"), QLatin1String("amd64")},
    {QLatin1String("aarch64"), QLatin1String("arm64")},
    {QLatin1String("armv8l"), QLatin1String("arm/v7")},
    {QLatin1String("armv7l"), QLatin1String("arm/v7")},
    {QLatin1String("armv6l"), QLatin1String("arm/v6")},
    {QLatin1String("i386"), QLatin1String("386")},
    {QLatin1String("i686"), QLatin1String("386")},
};

QString imageCpu(const QString &machine)
{
    for (const KernelCpu &row : kernelCpus) {
        if (machine == row.kernel)
            return row.image;
    }
    return machine;
}

void readSystem(ServerFacts &facts, const QHash<QByteArray, Lines> &sections)
{
    const Lines os = sections.value("os");
    facts.os = releaseValue(os, "PRETTY_NAME");
    facts.osId = releaseValue(os, "ID");
    const Lines kernel = sections.value("kernel");
    facts.hostName = textLine(kernel, 0);
    facts.kernel = textLine(kernel, 1);
    facts.cpu = imageCpu(textLine(kernel, 2));
    const Lines cpus = sections.value("cpus");
    facts.cpus = textLine(cpus, 0).toInt();
    facts.load = textLine(cpus, 1).section(u' ', 0, 0).toDouble();
    const Lines memory = sections.value("memory");
    facts.memoryTotal = memoryValue(memory, "MemTotal");
    facts.memoryFree = memoryValue(memory, "MemAvailable");
    facts.swapTotal = memoryValue(memory, "SwapTotal");
    for (const QByteArray &line : sections.value("boot")) {
        if (line.size() == 36 && line.count('-') == 4)
            facts.bootId = QString::fromLatin1(line);
        else if (line.contains('.'))
            facts.upFor = std::chrono::seconds(qint64(line.split(' ').value(0).toDouble()));
    }
    const Lines user = sections.value("user");
    facts.user = textLine(user, 0);
    facts.isRoot = textLine(user, 1) == "0"_L1;
}

void readDocker(ServerFacts &facts, const Lines &lines)
{
    static const QRegularExpression running(u"^\"([^\"]+)\" \"([^\"]*)\"$"_s);
    if (lines.value(0) == "absent") {
        facts.docker = DockerState::Absent;
        return;
    }
    facts.docker = DockerState::Unknown;
    QStringList said;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QString line = textLine(lines, i);
        const auto match = running.match(line);
        if (match.hasMatch()) {
            facts.docker = DockerState::Running;
            facts.dockerVersion = match.captured(1);
            facts.dockerRoot = match.captured(2);
            return;
        }
        if (!line.isEmpty())
            said.append(line);
    }
    facts.dockerText = said.join(u' ').left(500);
    if (facts.dockerText.contains("permission denied"_L1, Qt::CaseInsensitive))
        facts.docker = DockerState::NoPermission;
    else if (facts.dockerText.contains("Cannot connect to the Docker daemon"_L1)
        || facts.dockerText.contains("Is the docker daemon running"_L1))
        facts.docker = DockerState::NotRunning;
}

void readCompose(ServerFacts &facts, const Lines &lines)
{
    static const QRegularExpression version(u"^v?(\\d+\\.\\S+)$"_s);
    const QString kind = textLine(lines, lines.size() - 1);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto match = version.match(textLine(lines, i));
        if (match.hasMatch())
            facts.composeVersion = match.captured(1);
    }
    if (facts.composeVersion.isEmpty())
        facts.compose = ComposeKind::Absent;
    else if (kind == "plugin"_L1)
        facts.compose = ComposeKind::Plugin;
    else
        facts.compose = facts.composeVersion.startsWith("1."_L1) ? ComposeKind::Legacy
                                                                 : ComposeKind::Standalone;
}

void readDisks(ServerFacts &facts, const Lines &lines)
{
    static const QRegularExpression row(u"\\s(\\d+)\\s+\\d+\\s+(\\d+)\\s+\\S+\\s+(/.*)$"_s);
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        const auto match = row.match(QString::fromUtf8(lines.at(i + 1)));
        if (!lines.at(i).startsWith("path ") || !match.hasMatch())
            continue;
        facts.disks.append({QString::fromUtf8(lines.at(i).mid(5)),
            match.captured(3),
            match.captured(1).toLongLong() * 1024,
            match.captured(2).toLongLong() * 1024});
    }
}

void readBackups(ServerFacts &facts, const Lines &lines)
{
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QByteArray &line = lines.at(i);
        if (line.startsWith("folder ")) {
            facts.backups.append({QString::fromUtf8(line.mid(7)), true, {}, 0, {}});
            continue;
        }
        if (facts.backups.isEmpty())
            continue;
        BackupFacts &backup = facts.backups.last();
        const QList<QByteArray> words = line.split(' ');
        if (line == "missing")
            backup.exists = false;
        else if (words.size() == 2 && backup.newest.isEmpty() && i + 1 < lines.size()) {
            backup.at = QDateTime::fromSecsSinceEpoch(words.at(0).toLongLong(), Qt::UTC);
            backup.size = words.at(1).toLongLong();
            backup.newest = textLine(lines, ++i);
        }
    }
}

// "1700000000.123456789"; busybox has no fraction.
void readClock(
    ServerFacts &facts, const QByteArray &text, const QDateTime &sent, const QDateTime &came)
{
    using std::chrono::milliseconds;
    const qsizetype dot = text.indexOf('.');
    bool whole = false;
    bool part = false;
    const qint64 seconds = text.left(dot < 0 ? text.size() : dot).toLongLong(&whole);
    const int fraction = text.mid(dot + 1, 3).toInt(&part);
    if (!whole || !sent.isValid() || !came.isValid())
        return;
    part = part && dot >= 0;
    const qint64 ours = (sent.toMSecsSinceEpoch() + came.toMSecsSinceEpoch()) / 2;
    const qint64 theirs = seconds * 1000 + (part ? fraction : 500);
    facts.clockAhead = milliseconds(theirs - ours);
    facts.clockUncertainty = milliseconds((sent.msecsTo(came) + 1) / 2 + (part ? 0 : 500));
}
} // namespace

SurveyReader::SurveyReader(QByteArray nonce)
    : m_nonce(std::move(nonce))
{
}

void SurveyReader::take(const QByteArray &line, const QDateTime &at)
{
    m_size += line.size() + 1;
    if (m_size > largestSurvey)
        return;
    if (line.startsWith(QByteArray(m_nonce + ' '))) {
        m_section = line.mid(m_nonce.size() + 1);
        m_sections.insert(m_section, {});
    } else if (!m_section.isEmpty()) {
        if (m_section == "time" && !m_timeAt.isValid())
            m_timeAt = at;
        m_sections[m_section].append(line);
    } else if (m_before.size() < mostLinesBefore) {
        m_before.append(line);
    }
}

Result<ServerFacts> SurveyReader::facts(const QDateTime &sent, int exitCode) const
{
    if (m_size > largestSurvey)
        return failure(Error::Kind::Protocol, u"the server told more than a survey holds"_s);
    if (m_sections.isEmpty()) {
        QStringList said;
        for (const QByteArray &line : m_before)
            said.append(Sanitise::line(QString::fromUtf8(line)));
        const QString text = said.join(u'\n').left(1'000);
        const SshCause cause = exitCode == 0 ? SshCause::NoAnswer : SshCause::NoShell;
        return failure(sshErrorOf({cause, {}, false}, text));
    }
    if (!m_sections.contains("end"))
        return failure(sshErrorOf({SshCause::NoAnswer, {}, false},
            u"the survey was cut in its part %1"_s.arg(QString::fromUtf8(m_section))));
    ServerFacts facts;
    facts.at = m_timeAt;
    readClock(facts, m_sections.value("time").value(0), sent, m_timeAt);
    readSystem(facts, m_sections);
    readDocker(facts, m_sections.value("docker"));
    readCompose(facts, m_sections.value("compose"));
    SurveyStacks::read(facts,
        m_sections.value("containers"),
        m_sections.value("images"),
        m_sections.value("folders"));
    readDisks(facts, m_sections.value("disks"));
    readBackups(facts, m_sections.value("backups"));
    return facts;
}

Result<ServerFacts> surveyServer(
    const SshConnection &connection, const Server &server, Clock &clock, std::stop_token stop)
{
    const auto run = [&connection](const SshCommand &command, std::stop_token token) {
        return connection.run(command, std::move(token));
    };
    return surveyServer({server, run}, clock, std::move(stop));
}

Result<ServerFacts> surveyServer(const ServerLink &link, Clock &clock, std::stop_token stop)
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    const QByteArray nonce = "atalaya-"
        + QByteArray(reinterpret_cast<const char *>(words.data()), sizeof(words)).toHex();
    const Result<QByteArray> script = surveyScript(link.server, nonce);
    if (!script)
        return failure(script.error());
    SurveyReader reader(nonce);
    SshCommand command;
    command.line = "sh -s";
    command.input = *script;
    command.timeout = surveyPatience;
    command.onLine = [&reader, &clock](
                         const QByteArray &line) { reader.take(line, clock.wallNow()); };
    const QDateTime sent = clock.wallNow();
    const Result<SshEnd> end = link.run(command, std::move(stop));
    if (!end)
        return failure(end.error());
    Result<ServerFacts> facts = reader.facts(sent, end->exitCode);
    if (facts && link.timeHere)
        facts->clockAhead = facts->clockUncertainty = std::chrono::milliseconds(0);
    return facts;
}
