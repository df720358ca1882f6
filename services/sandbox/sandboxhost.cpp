#include "sandbox/sandboxhost.h"

#include "core/log.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {
constexpr auto cheapSave = std::chrono::milliseconds(10);
constexpr auto writeShare = 10; // dearer ones take at most a tenth of the time

Result<void> writeFile(const QString &path, const QByteArray &bytes, bool toDisk)
{
    const QByteArray target = QFile::encodeName(path);
    const QByteArray temporary = target + ".new";
    const int descriptor =
        ::open(temporary.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return failure(Error::Kind::Storage, u"cannot write "_s + path);
    qsizetype written = 0;
    while (written < bytes.size()) {
        const ssize_t count =
            ::write(descriptor, bytes.constData() + written, size_t(bytes.size() - written));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        written += count;
    }
    const bool flushed = !toDisk || ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (written != bytes.size() || !flushed
        || std::rename(temporary.constData(), target.constData()) != 0) {
        ::unlink(temporary.constData());
        return failure(Error::Kind::Storage, u"cannot write "_s + path);
    }
    return {};
}
} // namespace

Result<std::unique_ptr<SandboxHost>> SandboxHost::open(const Settings &settings)
{
    std::optional<SimWorld> world;
    if (!settings.folder.isEmpty()) {
        QDir().mkpath(settings.folder);
        QFile file(settings.folder + u"/sandbox.state"_s);
        if (file.open(QIODevice::ReadOnly)) {
            Result<SimWorld> saved = SimWorld::load(file.readAll());
            if (saved)
                world = std::move(*saved);
            else
                Log::area("sandbox")->warn(
                    "state=refused reason=\"{}\"", saved.error().detail.toStdString());
        }
    }
    const bool isNew = !world;
    if (isNew) {
        Result<SimWorld> begun =
            SimWorld::fromScenarioName(settings.scenario, QDateTime::currentDateTimeUtc());
        if (!begun)
            return failure(begun.error());
        world = std::move(*begun);
    }
    std::unique_ptr<SandboxHost> host(new SandboxHost(std::move(*world), settings));
    if (auto saved = host->save(true); !saved)
        return failure(saved.error());
    Log::area("sandbox")->info("world={} speed={}", isNew ? "new" : "continued", host->m_speed);
    return host;
}

SandboxHost::SandboxHost(SimWorld world, Settings settings)
    : m_settings(std::move(settings))
    , m_clock(makeRealClock())
    , m_world(std::move(world))
{
    m_startedAt = m_clock->now();
    m_anchorWorld = m_world.now();
    m_anchorReal = m_startedAt;
    m_world.addToken(m_settings.token, u"you@sandbox.test"_s);
    setSpeed(m_settings.speed > 0 ? m_settings.speed : m_world.defaultSpeed());
}

SimTime SandboxHost::now() const
{
    const auto real = std::chrono::duration<double, std::milli>(m_clock->now() - m_anchorReal);
    return m_anchorWorld + SimTime(qint64(real.count() * m_speed));
}

void SandboxHost::setSpeed(double speed)
{
    m_anchorWorld = now();
    m_anchorReal = m_clock->now();
    m_speed = speed;
    m_world.setDefaultSpeed(speed);
}

SimAnswer SandboxHost::answer(const SimRequest &request)
{
    ++m_requests;
    if (request.path.startsWith("/_sandbox/"_L1))
        return control(request);
    const quint64 before = m_world.revision();
    SimAnswer answer = m_world.handle(request, now());
    // What has been answered is to outlive a kill; a big world is saved less often, on the timer.
    const bool cheap =
        m_saveCost < cheapSave || m_clock->now() - m_savedAt >= m_saveCost * writeShare;
    if (m_world.revision() != before && cheap) {
        if (auto saved = save(false); !saved)
            Log::area("sandbox")->error(
                "save=failed reason=\"{}\"", saved.error().detail.toStdString());
    }
    return answer;
}

SimAnswer SandboxHost::resume(const SimHold &hold)
{
    return m_world.resume(hold, now());
}

void SandboxHost::advance()
{
    m_world.advanceTo(now());
}

std::chrono::nanoseconds SandboxHost::untilReal(SimTime time) const
{
    const std::chrono::duration<double, std::milli> world = time - now();
    const auto real = std::chrono::duration<double, std::milli>(world.count() / m_speed);
    // A millisecond more, so that the world's clock has surely reached it.
    return std::max(std::chrono::nanoseconds(0),
               std::chrono::duration_cast<std::chrono::nanoseconds>(real))
        + std::chrono::milliseconds(1);
}

std::optional<std::chrono::nanoseconds> SandboxHost::untilNextEvent() const
{
    const std::optional<SimTime> next = m_world.nextEventAt();
    return next ? std::optional(untilReal(*next)) : std::nullopt;
}

std::chrono::nanoseconds SandboxHost::latency() const
{
    const std::chrono::duration<double, std::milli> world = m_world.latency();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
        std::chrono::duration<double, std::milli>(world.count() / m_speed));
}

bool SandboxHost::hasUnsaved() const
{
    return !m_settings.folder.isEmpty() && m_world.revision() != m_savedRevision;
}

QString SandboxHost::statePath() const
{
    return m_settings.folder + u"/sandbox.state"_s;
}

Result<void> SandboxHost::save(bool toDisk)
{
    if (m_settings.folder.isEmpty())
        return {};
    advance();
    const Clock::Duration begin = m_clock->now();
    m_savedRevision = m_world.revision();
    const Result<void> written = writeFile(statePath(), m_world.save(), toDisk);
    m_savedAt = m_clock->now();
    if (!toDisk)
        m_saveCost = m_savedAt - begin;
    return written;
}
