#include "sandbox/simcore.h"

using namespace Qt::StringLiterals;

namespace {
struct CheckSpec
{
    QString name;
    QString type;
    int port = 0;
    QString path;
    SimTime interval{15'000};
    SimTime grace{0};
};

CheckSpec specFromJson(const QJsonObject &check, int defaultPort)
{
    CheckSpec spec;
    spec.type = check.value("type"_L1).toString();
    spec.port = check.value("port"_L1).toInt(defaultPort);
    spec.path = check.value("path"_L1).toString(u"/"_s);
    spec.interval =
        std::max(goDuration(check.value("interval"_L1)).value_or(spec.interval), SimTime(1'000));
    spec.grace = goDuration(check.value("grace_period"_L1)).value_or(spec.grace);
    return spec;
}

// Service checks are named by their place among all service checks (fly-io.md 3.4).
QList<CheckSpec> checkSpecs(const SimMachine &machine)
{
    QList<CheckSpec> specs;
    const QJsonArray services = machine.config.value("services"_L1).toArray();
    int index = 0;
    for (const QJsonValue &service : services) {
        const int port = service.toObject().value("internal_port"_L1).toInt();
        const QJsonArray checks = service.toObject().value("checks"_L1).toArray();
        for (const QJsonValue &check : checks) {
            CheckSpec spec = specFromJson(check.toObject(), port);
            spec.name = QStringList{u"servicecheck"_s,
                QString::number(index++).rightJustified(2, u'0'),
                spec.type,
                QString::number(spec.port)}
                            .join(u'-');
            specs.append(spec);
        }
    }
    const QJsonObject named = machine.config.value("checks"_L1).toObject();
    for (auto it = named.begin(); it != named.end(); ++it) {
        CheckSpec spec = specFromJson(it.value().toObject(), 0);
        spec.name = it.key();
        specs.append(spec);
    }
    return specs;
}

const QList<SimScriptLine> &crashLog()
{
    static const QString error = u"error"_s;
    static const QList<SimScriptLine> lines{
        {SimTime(1'200), error, u"Traceback (most recent call last):"_s},
        {SimTime(1'200), error, u"  File \"/app/app/main.py\", line 14, in <module>"_s},
        {SimTime(1'200), error, u"    settings = Settings()"_s},
        {SimTime(1'300), error, u"ValueError: SECRET_KEY must have at least 32 characters"_s}};
    return lines;
}

QString failedOutput(const CheckSpec &spec, bool listening)
{
    if (listening)
        return u"503 Service Unavailable: {\"status\":\"unhealthy\",\"database\":\"connection refused\"}"_s;
    const QString address = u"172.19.8.106:"_s + QString::number(spec.port);
    if (spec.type == "tcp"_L1)
        return u"dial tcp "_s + address + u": connect: connection refused"_s;
    QString text = u"Get \"http://"_s;
    text += address;
    text += spec.path;
    text += u"\": dial tcp "_s;
    text += address;
    text += u": connect: connection refused"_s;
    return text;
}
} // namespace

bool SimCore::conditionsMet(const QStringList &needs) const
{
    return std::all_of(needs.begin(), needs.end(), [this](const QString &need) {
        return s.conditions.value(need, true);
    });
}

void SimCore::planExit(SimApp &app, SimMachine &machine, SimTime in, int code)
{
    machine.plannedExit = code;
    schedule(SimEvent::Kind::MainExits, machine, app.name, in);
}

// What is to go wrong with this version; it stays with it through restarts.
void SimCore::takeRunFault(const SimApp &app, SimMachine &machine)
{
    if (!machine.runFault.isEmpty())
        return;
    if (takeFault("machine-crashes-at-start"_L1, app.name, machine.id)) {
        machine.runFault = u"crash"_s;
    } else if (takeFault("machine-out-of-memory"_L1, app.name, machine.id)) {
        machine.runFault = u"oom"_s;
    } else if (const auto ill = takeFault("machine-never-healthy"_L1, app.name, machine.id)) {
        machine.runFault = ill->options.contains("status"_L1) ? u"unhealthy"_s : u"never-healthy"_s;
    } else if (const auto slow = takeFault("machine-starts-slowly"_L1, app.name, machine.id)) {
        machine.runFault = u"slow"_s;
        machine.bootFactor = std::max(1, slow->options.value("factor"_L1).toInt(10));
    }
}

void SimCore::boot(SimApp &app, SimMachine &machine)
{
    const SimBehaviour &behaviour = app.behaviour;
    QString command =
        machine.config.value("init"_L1).toObject().value("cmd"_L1).toVariant().toStringList().join(
            u' ');
    if (command.isEmpty())
        command = u"the image's command"_s;
    logLine(
        app, machine, "app"_L1, u"info"_s, u" INFO Starting init (commit: 676b820)..."_s, s.now);
    logLine(app,
        machine,
        "app"_L1,
        u"info"_s,
        u" INFO Preparing to run: `"_s + command + u"` as root"_s,
        s.now);
    if (machine.group() == "fly_app_release_command"_L1
        || machine.metadata("process_group"_L1) == "release_command"_L1)
        return runReleaseCommand(app, machine);
    if (machine.group() == "fly_app_test_machine_command"_L1)
        return planExit(app, machine, SimTime(3'000), 0);
    takeRunFault(app, machine);
    if (machine.runFault == "crash"_L1) {
        logScript(app, machine, crashLog());
        return planExit(app, machine, SimTime(1'500), 1);
    }
    if (machine.runFault == "oom"_L1)
        planExit(app, machine, behaviour.boot, 137);
    if (!conditionsMet(behaviour.needs) && !behaviour.needsFailedLog.isEmpty()) {
        logScript(app, machine, behaviour.needsFailedLog);
        return planExit(app, machine, behaviour.needsFailedLog.last().at + SimTime(200), 3);
    }
    QList<SimScriptLine> bootLog = behaviour.bootLog;
    for (SimScriptLine &line : bootLog)
        line.at *= machine.bootFactor;
    if (machine.runFault != "never-healthy"_L1)
        logScript(app, machine, bootLog);
    const QList<CheckSpec> specs = checkSpecs(machine);
    if (specs.isEmpty())
        return;
    SimTime grace{0};
    for (const CheckSpec &spec : specs)
        grace = std::max(grace, spec.grace);
    schedule(SimEvent::Kind::ChecksAppear, machine, app.name, SimTime(1'200));
    schedule(SimEvent::Kind::CheckRun, machine, app.name, grace + behaviour.check);
}

void SimCore::runReleaseCommand(SimApp &app, SimMachine &machine)
{
    const SimBehaviour &behaviour = app.behaviour;
    ++s.releaseCommandRuns;
    if (const std::optional<SimFault> fault =
            takeFault("release-command-fails"_L1, app.name, machine.id)) {
        const QString text = fault->options.value("log"_L1).toString();
        if (text.isEmpty()) {
            logScript(app, machine, behaviour.releaseFailedLog);
        } else {
            for (const QString &line : text.split(u'\n'))
                logLine(app, machine, "app"_L1, u"error"_s, line, s.now + SimTime(900));
        }
        return planExit(app,
            machine,
            behaviour.releaseFailedTime,
            fault->options.value("exitCode"_L1).toInt(1));
    }
    if (takeFault("release-command-hangs"_L1, app.name, machine.id)) {
        logScript(app, machine, behaviour.releaseLog.mid(0, 2));
        return;
    }
    if (!conditionsMet(behaviour.releaseNeeds)) {
        logScript(app, machine, behaviour.releaseFailedLog);
        return planExit(app, machine, behaviour.releaseFailedTime, behaviour.releaseFailedExit);
    }
    logScript(app, machine, behaviour.releaseLog);
    planExit(app, machine, behaviour.releaseTime, 0);
}

void SimCore::checksAppear(SimApp &app, SimMachine &machine)
{
    Q_UNUSED(app)
    for (const CheckSpec &spec : checkSpecs(machine))
        machine.checks.append({spec.name, u"critical"_s, failedOutput(spec, false), s.now});
}

void SimCore::runChecks(SimApp &app, SimMachine &machine)
{
    if (machine.state != "started"_L1 || machine.runs.isEmpty())
        return;
    const SimTime bootedAt = machine.runs.last().start + app.behaviour.boot * machine.bootFactor;
    const bool listening = machine.runFault != "never-healthy"_L1 && s.now >= bootedAt;
    const bool good =
        listening && machine.runFault != "unhealthy"_L1 && conditionsMet(app.behaviour.needs);
    SimTime next = SimTime::max();
    const QList<CheckSpec> specs = checkSpecs(machine);
    for (const CheckSpec &spec : specs) {
        auto found = std::find_if(machine.checks.begin(),
            machine.checks.end(),
            [&spec](const SimCheck &check) { return check.name == spec.name; });
        if (found == machine.checks.end())
            continue;
        const QString status = good ? u"passing"_s : u"critical"_s;
        if (found->status != status)
            found->updatedAt = s.now; // when the status changed, not when the check ran
        found->status = status;
        found->output =
            good ? u"200 OK Output: "_s + app.behaviour.checkOutput : failedOutput(spec, listening);
        next = std::min(next, spec.interval);
    }
    // A passing check is looked at again when a condition changes (recheckAll); nothing else does.
    if (!good && next != SimTime::max())
        schedule(SimEvent::Kind::CheckRun, machine, app.name, next);
}

void SimCore::recheckAll()
{
    for (auto &[name, app] : s.apps) {
        for (auto &[id, machine] : app.machines) {
            const bool running = machine.state == "started"_L1 && !machine.checks.isEmpty();
            const bool passing = std::any_of(machine.checks.begin(),
                machine.checks.end(),
                [](const SimCheck &check) { return check.status == "passing"_L1; });
            if (running && passing)
                schedule(SimEvent::Kind::CheckRun, machine, name, SimTime(2'000));
        }
    }
}
