#include "sandbox/simcore.h"

using namespace Qt::StringLiterals;

// /v1/...
SimAnswer SimCore::flaps(const SimCall &call)
{
    const QString area = call.path.value(1);
    if (area == "apps"_L1)
        return appsRoute(call);
    if (area == "incidents"_L1 && call.request.method == "GET")
        return incidents();
    if (area == "platform"_L1)
        return platformRoute(call);
    if (area == "tokens"_L1 && call.path.value(2) == "current"_L1)
        return currentToken(call);
    if (area == "orgs"_L1 && call.path.size() == 4 && call.path[3] == "machines"_L1) {
        if (auto refused = limit(u"org machines"_s, call.path[2]))
            return *refused;
        return listOrganisationMachines(call, call.path[2]);
    }
    if (area == "orgs"_L1 && call.path.size() == 4 && call.path[3] == "volumes"_L1)
        return organisationVolumes(call.path[2]);
    return unknownRoute(call);
}

// /v1/apps/{app}/machines...
SimAnswer SimCore::machineRoute(const SimCall &call, SimApp &app)
{
    const bool read = call.request.method == "GET";
    if (call.path.size() == 4) {
        if (auto refused = limit(read ? u"list machines"_s : u"create machine"_s, app.name))
            return *refused;
        if (read)
            return listMachines(call, app);
        if (call.request.method == "POST")
            return createMachine(call, app);
    }
    const auto found = app.machines.find(call.path.value(4));
    if (found == app.machines.end() || !isVisible(call, app, found->second.visibleAt))
        return notFound(u"machine not found"_s);
    return oneMachineRoute(call, app, found->second);
}

SimAnswer SimCore::oneMachineRoute(const SimCall &call, SimApp &app, SimMachine &machine)
{
    const QString verb = call.path.value(5);
    QString action = QString::fromLatin1(call.request.method);
    action += u' ';
    action += verb;
    const bool isGet = verb.isEmpty() && call.request.method == "GET";
    if (auto refused = limit(action, machine.id, isGet ? 5 : 1, isGet ? 10 : 3))
        return *refused;
    if (verb == "wait"_L1)
        return waitRoute(call, app, machine);
    if (verb == "lease"_L1)
        return leaseRoute(call, machine);
    if (isGet)
        return json(200, machineJson(app, machine));
    if (verb == "events"_L1) {
        const int wanted = call.request.query.queryItemValue(u"limit"_s).toInt();
        return json(200, eventsJson(machine, std::min(wanted <= 0 ? 20 : wanted, 50)));
    }
    if (verb == "versions"_L1) {
        QJsonArray versions;
        for (const auto &[version, config] : machine.versions)
            versions.prepend(QJsonObject{{u"version"_s, version}, {u"user_config"_s, config}});
        return json(200, versions);
    }
    if (verb == "ps"_L1)
        return processes(machine);
    if (verb == "metadata"_L1 && !call.isWrite())
        return metadataRoute(call, machine);
    if (!call.isWrite()) {
        return unknownRoute(call);
    }
    if (machine.isGone() && call.request.method != "DELETE")
        return error(412,
            verb == "start"_L1 ? u"unable to start machine from current state: 'destroyed'"_s
                               : u"machine is destroyed"_s);
    // Labels are free: flyctl marks old machines without the nonce of the lease that it holds.
    if (auto refused = verb == "metadata"_L1 ? std::nullopt : guardLease(call, machine))
        return *refused;
    if (std::optional<SimReply> done = machineAction(call, app, machine))
        return *done;
    return unknownRoute(call);
}

std::optional<SimReply> SimCore::machineAction(
    const SimCall &call, SimApp &app, SimMachine &machine)
{
    const QString verb = call.path.value(5);
    if (verb == "metadata"_L1)
        return metadataRoute(call, machine);
    if (verb.isEmpty() && call.request.method == "DELETE")
        return deleteMachine(call, app, machine);
    if (call.request.method != "POST")
        return std::nullopt;
    if (machine.hostStatus != "ok"_L1)
        return error(408, u"timed out talking to the machine's host"_s);
    if (verb.isEmpty())
        return updateMachine(call, app, machine);
    if (verb == "start"_L1)
        return startMachine(app, machine);
    if (verb == "stop"_L1)
        return stopMachine(app, machine);
    if (verb == "suspend"_L1)
        return suspendMachine(app, machine);
    if (verb == "restart"_L1)
        return restartMachine(app, machine);
    if (verb == "signal"_L1)
        return signalMachine(call, app, machine);
    if (verb == "cordon"_L1 || verb == "uncordon"_L1) {
        machine.cordoned = verb == "cordon"_L1;
        return json(200, QJsonObject{{u"ok"_s, true}});
    }
    if (verb == "exec"_L1) {
        if (machine.state != "started"_L1)
            return error(412, u"machine not running"_s);
        return json(200,
            QJsonObject{{u"exit_code"_s, 0},
                {u"exit_signal"_s, 0},
                {u"stdout"_s, u"Linux sandbox 6.1.0 x86_64 GNU/Linux\n"_s},
                {u"stderr"_s, QString()}});
    }
    return std::nullopt;
}
