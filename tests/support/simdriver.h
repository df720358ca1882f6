#pragma once

#include "sandbox/simworld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

// Speaks to a SimWorld as a client would and moves its time. Tests only.
class SimDriver
{
public:
    struct Answer
    {
        int status = 0; // 0: held
        QJsonValue json;
        SimReply reply;
        std::optional<SimHold> hold;
    };

    explicit SimDriver(const QString &scenario = QStringLiteral("field-cases"))
        : world(load(scenario))
    {
        world.setRateLimits(false);
        world.setConsistencyLag(SimTime(0));
    }

    static SimWorld load(const QString &scenario)
    {
        Result<SimWorld> loaded = SimWorld::fromScenarioName(
            scenario, QDateTime(QDate(2026, 8, 20), QTime(14, 0), Qt::UTC));
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().detail));
        return std::move(*loaded);
    }

    Answer call(const QByteArray &method,
        const QString &pathAndQuery,
        const QJsonObject &body = {},
        const QString &nonce = {})
    {
        SimRequest request;
        request.method = method;
        request.path = pathAndQuery.section(u'?', 0, 0);
        request.query = QUrlQuery(pathAndQuery.section(u'?', 1));
        request.headers = {{"authorization", token}};
        if (!nonce.isEmpty())
            request.headers.append({"fly-machine-lease-nonce", nonce.toLatin1()});
        request.headers += extraHeaders;
        if (!body.isEmpty()) {
            request.headers.append(HttpHeader{"content-type", "application/json"});
            request.body = QJsonDocument(body).toJson();
        }
        return answer(world.handle(request, now));
    }
    Answer get(const QString &path) { return call("GET", path); }

    static Answer answer(const SimAnswer &given)
    {
        if (const SimHold *hold = std::get_if<SimHold>(&given))
            return {0, {}, {}, *hold};
        const SimReply &reply = std::get<SimReply>(given);
        const QJsonDocument document = QJsonDocument::fromJson(reply.body);
        const QJsonValue json =
            document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
        return {reply.status, json, reply, std::nullopt};
    }

    void pass(SimTime time)
    {
        now += time;
        world.advanceTo(now);
    }
    // Goes from event to event until the machine is in the state; false after `limit`.
    bool passUntil(const QString &app,
        const QString &machine,
        const QString &state,
        SimTime limit = SimTime(120'000))
    {
        const SimTime end = now + limit;
        while (now <= end) {
            if (stateOf(app, machine) == state)
                return true;
            const std::optional<SimTime> next = world.nextEventAt();
            if (!next)
                return false;
            now = std::max(now, *next);
            world.advanceTo(now);
        }
        return false;
    }
    QJsonObject machine(const QString &app, const QString &id)
    {
        return get(path(app, id)).json.toObject();
    }
    QString stateOf(const QString &app, const QString &id)
    {
        return machine(app, id).value(QLatin1StringView("state")).toString();
    }
    static QString path(const QString &app, const QString &id, const QString &rest = {})
    {
        return QStringLiteral("/v1/apps/%1/machines/%2%3").arg(app, id, rest);
    }
    // The same machine's config with another image, as an update sends it.
    QJsonObject launchBody(const QString &app, const QString &id, const QString &image)
    {
        QJsonObject config = machine(app, id).value(QLatin1StringView("config")).toObject();
        config.insert(QLatin1StringView("image"), image);
        return {{QStringLiteral("config"), config}, {QStringLiteral("skip_launch"), false}};
    }

    QByteArray token = "Bearer fo1_sandbox_full";
    QList<HttpHeader> extraHeaders;
    SimWorld world;
    SimTime now{0};
};
