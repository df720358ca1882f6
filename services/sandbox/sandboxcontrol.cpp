#include "sandbox/sandboxhost.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {
SimReply json(int status, const QJsonObject &object)
{
    return {status,
        {{"content-type", "application/json; charset=utf-8"}},
        QJsonDocument(object).toJson(QJsonDocument::Compact),
        SimReply::Whole};
}

SimReply refusal(int status, const QString &text)
{
    return json(status, {{u"error"_s, text}});
}

QJsonArray faultsJson(const QList<SimFault> &faults)
{
    QJsonArray array;
    for (const SimFault &fault : faults)
        array.append(simFaultToJson(fault));
    return array;
}
} // namespace

SimReply SandboxHost::control(const SimRequest &request)
{
    if (request.header("authorization") != "Bearer " + m_settings.token)
        return refusal(401, u"the control API wants the sandbox's own token"_s);
    advance();
    const QString what = request.path.section(u'/', 2);
    const bool post = request.method == "POST";
    if (what == "status"_L1 && !post)
        return status();
    if (what == "machines"_L1 && !post)
        return machines(request);
    if (what == "requests"_L1 && !post) {
        const int from = request.query.queryItemValue(u"from"_s).toInt();
        const QStringList log = m_world.requestLog();
        return json(200,
            {{u"requests"_s, QJsonArray::fromStringList(log.mid(from))}, {u"total"_s, log.size()}});
    }
    if (what == "faults"_L1)
        return faults(request);
    if (what == "violations"_L1)
        return violations(request);
    if (what == "reset"_L1 && post)
        return reset(request);
    if (what == "speed"_L1 && post) {
        const double speed =
            QJsonDocument::fromJson(request.body).object().value("speed"_L1).toDouble();
        if (speed < 0.01 || speed > 1000)
            return refusal(400, u"speed must be between 0.01 and 1000"_s);
        setSpeed(speed);
        return status();
    }
    if (what == "stop"_L1 && post) {
        m_stopAsked = true;
        return json(200, {{u"ok"_s, true}});
    }
    return refusal(404, u"no such control: "_s + what);
}

SimReply SandboxHost::status()
{
    const SimTime at = m_world.now();
    const double uptime = std::chrono::duration<double>(m_clock->now() - m_startedAt).count();
    return json(200,
        {{u"version"_s, QStringLiteral(ATALAYA_VERSION)},
            {u"pid"_s, qint64(::getpid())},
            {u"scenario"_s, m_world.scenarioName()},
            {u"speed"_s, m_speed},
            {u"uptimeSeconds"_s, uptime},
            {u"worldStart"_s, m_world.wallTime(SimTime(0)).toString(Qt::ISODateWithMs)},
            {u"worldTime"_s, m_world.wallTime(at).toString(Qt::ISODateWithMs)},
            {u"requests"_s, m_requests},
            {u"apps"_s, QJsonArray::fromStringList(m_world.apps())},
            {u"liveLeases"_s, m_world.liveLeases(at)},
            {u"releaseCommandRuns"_s, m_world.releaseCommandRuns()},
            {u"faults"_s, faultsJson(m_world.faults())},
            {u"violations"_s, QJsonArray::fromStringList(m_world.violations())}});
}

// What a test of whole processes asks: who was touched how often.
SimReply SandboxHost::machines(const SimRequest &request)
{
    QJsonArray array;
    for (const SimMachineFacts &m :
        m_world.machines(request.query.queryItemValue(u"app"_s), m_world.now())) {
        array.append(QJsonObject{{u"id"_s, m.id},
            {u"state"_s, m.state},
            {u"region"_s, m.region},
            {u"group"_s, m.group},
            {u"image"_s, m.image},
            {u"instanceId"_s, m.instanceId},
            {u"releaseVersion"_s, m.releaseVersion},
            {u"leaseOwner"_s, m.leaseOwner},
            {u"updates"_s, m.updates},
            {u"starts"_s, m.starts},
            {u"healthy"_s, m.healthy}});
    }
    return json(200, {{u"machines"_s, array}});
}

SimReply SandboxHost::reset(const SimRequest &request)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const QString scenario = body.value("scenario"_L1).toString(m_world.scenarioName());
    Result<SimWorld> fresh = SimWorld::fromScenarioName(scenario, QDateTime::currentDateTimeUtc());
    if (!fresh)
        return refusal(404, fresh.error().detail);
    fresh->setViolations(m_world.contractViolations());
    m_world = std::move(*fresh);
    m_world.addToken(m_settings.token, u"you@sandbox.test"_s);
    m_anchorWorld = SimTime(0);
    m_anchorReal = m_clock->now();
    setSpeed(body.value("speed"_L1)
                 .toDouble(m_settings.speed > 0 ? m_settings.speed : m_world.defaultSpeed()));
    if (auto saved = save(true); !saved)
        return refusal(500, saved.error().detail);
    return status();
}

// They outlive a new world: they tell of the clients.
SimReply SandboxHost::violations(const SimRequest &request)
{
    if (request.method == "POST")
        m_world.setViolations({});
    QJsonArray array;
    for (const SimViolation &violation : m_world.contractViolations()) {
        array.append(QJsonObject{{u"client"_s, violation.client},
            {u"what"_s, violation.what},
            {u"count"_s, violation.count},
            {u"at"_s, m_world.wallTime(violation.at).toString(Qt::ISODateWithMs)}});
    }
    return json(200, {{u"violations"_s, array}});
}

SimReply SandboxHost::faults(const SimRequest &request)
{
    if (request.method == "POST") {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        if (body.contains("clear"_L1)) {
            m_world.clearFaults(body.value("clear"_L1).toString());
        } else {
            const Result<SimFault> fault = simFaultFromJson(body);
            if (!fault)
                return refusal(400, fault.error().detail);
            if (const Result<void> provoked = m_world.provoke(*fault); !provoked)
                return refusal(provoked.error().kind == Error::Kind::NotFound ? 404 : 400,
                    provoked.error().detail);
        }
    }
    QJsonArray known;
    for (const SimFaultInfo &info : simFaults())
        known.append(QJsonObject{{u"name"_s, info.name}, {u"description"_s, info.description}});
    return json(200, {{u"known"_s, known}, {u"open"_s, faultsJson(m_world.faults())}});
}
