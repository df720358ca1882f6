#include "sandbox/simcore.h"

using namespace Qt::StringLiterals;

namespace {
const QJsonObject okBody{{u"ok"_s, true}};
} // namespace

SimReply SimCore::startMachine(SimApp &app, SimMachine &machine)
{
    static const QStringList refused{u"created"_s,
        u"creating"_s,
        u"replacing"_s,
        u"updating"_s,
        u"stopping"_s,
        u"suspending"_s,
        u"restarting"_s,
        u"destroying"_s};
    if (refused.contains(machine.state)) {
        QString text = u"unable to start machine from current state: '"_s;
        text += machine.state;
        text += u'\'';
        return error(412, text);
    }
    const QJsonObject reply{
        {u"previous_state"_s, machine.state}, {u"migrated"_s, false}, {u"new_host"_s, QString()}};
    if (machine.state != "started"_L1 && machine.state != "starting"_L1)
        beginStarting(app, machine);
    return json(200, reply);
}

SimReply SimCore::stopMachine(SimApp &app, SimMachine &machine)
{
    if (machine.state == "stopped"_L1 || machine.state == "stopping"_L1)
        return json(200, okBody);
    if (machine.state == "suspended"_L1) {
        ++machine.epoch;
        setState(machine, u"stopped"_s);
        record(machine, u"stop"_s, u"stopped"_s, u"user"_s);
        return json(200, okBody);
    }
    if (machine.state != "started"_L1 && machine.state != "starting"_L1
        && machine.state != "restarting"_L1) {
        QString text = u"unable to stop machine from current state: '"_s;
        text += machine.state;
        text += u'\'';
        return error(412, text);
    }
    ++machine.epoch;
    setState(machine, u"stopping"_s);
    record(machine, u"stop"_s, u"stopping"_s, u"user"_s);
    drain(app, machine);
    schedule(SimEvent::Kind::StopDone, machine, app.name, app.behaviour.drain);
    return json(200, okBody);
}

SimReply SimCore::suspendMachine(SimApp &app, SimMachine &machine)
{
    if (machine.state == "suspended"_L1)
        return json(200, okBody);
    if (machine.state != "started"_L1)
        return error(412, u"unable to suspend machine: it is not started"_s);
    ++machine.epoch;
    setState(machine, u"suspending"_s);
    record(machine, u"suspend"_s, u"suspending"_s, u"user"_s);
    endRun(app, machine);
    schedule(SimEvent::Kind::SuspendDone, machine, app.name, SimTime(900));
    return json(200, okBody);
}

SimReply SimCore::restartMachine(SimApp &app, SimMachine &machine)
{
    if (machine.state != "started"_L1)
        return error(412, u"unable to restart machine: it is not started"_s);
    ++machine.epoch;
    setState(machine, u"restarting"_s);
    record(machine, u"restart"_s, u"restarting"_s, u"user"_s);
    drain(app, machine);
    schedule(SimEvent::Kind::OldVersionStopped, machine, app.name, app.behaviour.drain);
    return json(200, okBody);
}

SimReply SimCore::signalMachine(const SimCall &call, SimApp &app, SimMachine &machine)
{
    if (machine.state != "started"_L1)
        return error(412, u"machine not running"_s);
    const QJsonValue signal = call.body.value("signal"_L1);
    if (signal.toString() == "SIGKILL"_L1 || signal.toInt() == 9)
        planExit(app, machine, SimTime(50), 137);
    return json(200, okBody);
}

SimReply SimCore::deleteMachine(const SimCall &call, SimApp &app, SimMachine &machine)
{
    if (machine.isGone() || machine.state == "destroying"_L1)
        return json(200, okBody);
    const QUrlQuery &query = call.request.query;
    const bool force = query.queryItemValue(u"kill"_s) == "true"_L1
        || query.queryItemValue(u"force"_s) == "true"_L1;
    static const QStringList idle{u"stopped"_s, u"suspended"_s, u"failed"_s, u"created"_s};
    if (!force && !idle.contains(machine.state))
        return error(
            412, u"failed_precondition: unable to destroy machine, not currently stopped"_s);
    destroyMachine(app, machine, u"user"_s);
    const QString tag = machine.metadata("fly_bluegreen_deployment_tag"_L1);
    if (!tag.isEmpty() && takeFault("new-machines-vanish"_L1, app.name, {})) {
        for (auto &[id, other] : app.machines)
            destroyMachine(app, other, u"flyd"_s);
    }
    return json(200, okBody);
}

void SimCore::destroyMachine(SimApp &app, SimMachine &machine, const QString &source)
{
    if (machine.isGone())
        return;
    ++machine.epoch;
    endRun(app, machine);
    machine.checks.clear();
    setState(machine, u"destroying"_s);
    record(machine, u"destroy"_s, u"destroying"_s, source);
    schedule(SimEvent::Kind::DestroyDone, machine, app.name, SimTime(1'200));
}

SimReply SimCore::metadataRoute(const SimCall &call, SimMachine &machine)
{
    QJsonObject metadata = machine.config.value("metadata"_L1).toObject();
    const QString key = call.path.value(6);
    const QByteArray &method = call.request.method;
    if (method == "GET") {
        if (key.isEmpty())
            return json(200, metadata);
        if (!metadata.contains(key))
            return notFound(u"metadata key not found"_s);
        return json(200, QJsonObject{{u"value"_s, metadata.value(key)}});
    }
    if (method == "DELETE") {
        metadata.remove(key);
    } else if (method == "POST" && !key.isEmpty()) {
        metadata.insert(key, call.body.value("value"_L1).toString());
    } else if ((method == "PUT" || method == "PATCH") && key.isEmpty()) {
        const QString version = call.body.value("machine_version"_L1).toString();
        if (!version.isEmpty() && version != machine.instanceId)
            return error(412, u"machine_version does not match"_s);
        if (method == "PUT")
            metadata = QJsonObject();
        const QJsonObject changes = call.body.value("metadata"_L1).toObject();
        for (auto it = changes.begin(); it != changes.end(); ++it) {
            if (it.value().toString().isEmpty())
                metadata.remove(it.key());
            else
                metadata.insert(it.key(), it.value());
        }
    } else {
        return error(400, u"invalid metadata request"_s);
    }
    machine.config.insert("metadata"_L1, metadata);
    return {204, {}, {}, SimReply::Whole};
}

SimReply SimCore::processes(const SimMachine &machine)
{
    QJsonArray list;
    if (machine.state == "started"_L1) {
        const QJsonObject service = machine.config.value("services"_L1).toArray().at(0).toObject();
        QJsonArray sockets;
        if (service.contains("internal_port"_L1)) {
            QString address = u"0.0.0.0:"_s;
            address += QString::number(service.value("internal_port"_L1).toInt());
            sockets.append(QJsonObject{{u"proto"_s, u"tcp"_s}, {u"address"_s, address}});
        }
        list.append(QJsonObject{{u"pid"_s, 322},
            {u"stime"_s, 3},
            {u"rtime"_s, qint64((s.now - machine.updatedAt).count() / 1000)},
            {u"command"_s, u"app"_s},
            {u"directory"_s, u"/app"_s},
            {u"cpu"_s, 1},
            {u"rss"_s, 148'000'000},
            {u"listen_sockets"_s, sockets}});
    }
    return json(200, list);
}
