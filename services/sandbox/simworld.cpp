#include "sandbox/simworld.h"

#include "sandbox/simcore.h"

#include <QFile>

using namespace Qt::StringLiterals;

// At namespace scope because a static library's resources are not registered by themselves.
static void registerScenarios()
{
    Q_INIT_RESOURCE(scenarios);
}

SimWorld::SimWorld(std::unique_ptr<SimCore> core)
    : m_core(std::move(core))
{
}
SimWorld::SimWorld(SimWorld &&) noexcept = default;
SimWorld &SimWorld::operator=(SimWorld &&) noexcept = default;
SimWorld::~SimWorld() = default;

Result<SimWorld> SimWorld::fromScenario(const QByteArray &json, const QDateTime &wallStart)
{
    Result<std::unique_ptr<SimCore>> core = SimCore::fromScenario(json, wallStart);
    if (!core)
        return failure(core.error());
    return SimWorld(std::move(*core));
}

Result<SimWorld> SimWorld::fromScenarioName(const QString &name, const QDateTime &wallStart)
{
    registerScenarios();
    QFile file(u":/scenarios/"_s + name + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::NotFound, u"no scenario "_s + name);
    return fromScenario(file.readAll(), wallStart);
}

QByteArray SimWorld::save() const
{
    return m_core->save();
}

Result<SimWorld> SimWorld::load(const QByteArray &saved)
{
    Result<std::unique_ptr<SimCore>> core = SimCore::load(saved);
    if (!core)
        return failure(core.error());
    return SimWorld(std::move(*core));
}

SimAnswer SimWorld::handle(const SimRequest &request, SimTime now)
{
    return m_core->handle(request, now);
}

SimAnswer SimWorld::resume(const SimHold &hold, SimTime now)
{
    return m_core->resume(hold, now);
}

SimAnswer SimWorld::glance(const SimRequest &request, SimTime now)
{
    return m_core->glance(request, now);
}

void SimWorld::advanceTo(SimTime now)
{
    m_core->advanceTo(now);
}

std::optional<SimTime> SimWorld::nextEventAt() const
{
    if (m_core->s.events.empty())
        return std::nullopt;
    return SimTime(m_core->s.events.begin()->first.first);
}

Result<void> SimWorld::provoke(const SimFault &fault)
{
    return m_core->provoke(fault);
}

int SimWorld::clearFaults(const QString &name)
{
    return m_core->clearFaults(name);
}

QList<SimFault> SimWorld::faults() const
{
    QList<SimFault> open;
    for (const SimOpenFault &fault : m_core->s.faults) {
        if (!fault.until || *fault.until > m_core->s.now)
            open.append(fault.fault);
    }
    return open;
}

void SimWorld::addToken(const QByteArray &token, const QString &owner)
{
    const auto known = [&token](const SimToken &other) { return other.token == token; };
    if (std::any_of(m_core->s.tokens.begin(), m_core->s.tokens.end(), known))
        return;
    ++m_core->revision;
    m_core->s.tokens.append({token, SimToken::Access::Full, owner, {}});
}

void SimWorld::setRateLimits(bool enforced)
{
    m_core->s.rateLimits = enforced;
}

void SimWorld::setConsistencyLag(SimTime lag)
{
    m_core->s.consistencyLag = lag;
}

void SimWorld::setLatency(SimTime latency)
{
    m_core->s.latency = latency;
}

Result<void> SimWorld::setCondition(const QString &name, bool met)
{
    if (!m_core->s.conditions.contains(name))
        return failure(Error::Kind::NotFound, u"no condition "_s + name);
    m_core->s.conditions.insert(name, met);
    m_core->recheckAll();
    ++m_core->revision;
    return {};
}

SimTime SimWorld::now() const
{
    return m_core->s.now;
}

QDateTime SimWorld::wallTime(SimTime time) const
{
    return m_core->wall(time);
}

SimTime SimWorld::latency() const
{
    return m_core->s.latency;
}

double SimWorld::defaultSpeed() const
{
    return m_core->s.defaultSpeed;
}

void SimWorld::setDefaultSpeed(double speed)
{
    m_core->s.defaultSpeed = speed;
    ++m_core->revision;
}

QString SimWorld::scenarioName() const
{
    return m_core->s.scenario;
}

quint64 SimWorld::revision() const
{
    return m_core->revision;
}

QStringList SimWorld::apps() const
{
    QStringList names;
    for (const auto &[name, app] : m_core->s.apps)
        names.append(name);
    return names;
}

int SimWorld::liveLeases(SimTime now) const
{
    int live = 0;
    for (const auto &[name, app] : m_core->s.apps) {
        for (const auto &[id, machine] : app.machines)
            live += machine.liveLease(now) ? 1 : 0;
    }
    return live;
}

QList<SimMachineFacts> SimWorld::machines(const QString &appName, SimTime now) const
{
    QList<SimMachineFacts> facts;
    const SimApp *app = m_core->app(appName);
    if (!app)
        return facts;
    for (const auto &[id, machine] : app->machines) {
        if (machine.isGone())
            continue;
        const SimLease *lease = machine.liveLease(now);
        const bool passing = std::all_of(machine.checks.begin(),
            machine.checks.end(),
            [](const SimCheck &check) { return check.status == "passing"_L1; });
        facts.append({appName,
            id,
            machine.state,
            machine.region,
            machine.group(),
            machine.image(),
            machine.instanceId,
            machine.metadata("fly_release_version"_L1),
            lease ? lease->owner : QString(),
            machine.updates,
            machine.starts,
            machine.cordoned,
            machine.state == "started"_L1 && !machine.checks.isEmpty() && passing});
    }
    return facts;
}

int SimWorld::releaseCommandRuns() const
{
    return m_core->s.releaseCommandRuns;
}

QString SimWorld::releaseStatus(const QString &appName, int version) const
{
    if (const SimApp *app = m_core->app(appName)) {
        for (const SimRelease &release : app->releases) {
            if (release.version == version)
                return release.status;
        }
    }
    return {};
}

QStringList SimWorld::requestLog() const
{
    return m_core->requests;
}

QStringList SimWorld::violations() const
{
    QStringList told;
    for (const SimViolation &violation : m_core->s.violations)
        told.append(violation.client.isEmpty() ? violation.what
                                               : violation.client + u": "_s + violation.what);
    return told;
}

QList<SimViolation> SimWorld::contractViolations() const
{
    return m_core->s.violations;
}

void SimWorld::setViolations(const QList<SimViolation> &violations)
{
    m_core->s.violations = violations;
    ++m_core->revision;
}
