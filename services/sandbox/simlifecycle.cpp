#include "sandbox/simcore.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto destroyedStaysReadable = std::chrono::hours(1);
constexpr qsizetype keptEvents = 50;
constexpr qsizetype keptRuns = 20;
} // namespace

void SimCore::apply(const SimEvent &event)
{
    if (event.kind == SimEvent::Kind::FaultBegins) {
        if (const Result<SimFault> fault = simFaultFromJson(event.fault))
            begin(*fault);
        return;
    }
    SimApp *owner = app(event.app);
    SimMachine *subject = machine(event.app, event.machine);
    if (!subject || subject->epoch != event.epoch)
        return;
    switch (event.kind) {
    case SimEvent::Kind::ImageReady:
        return imageReady(*owner, *subject);
    case SimEvent::Kind::ImageFailed:
        return imageFailed(*owner, *subject, event.fault.value("quietly"_L1).toBool());
    case SimEvent::Kind::OldVersionStopped:
        recordExit(*owner, *subject, 0, true, false);
        return beginStarting(*owner, *subject);
    case SimEvent::Kind::VmStarted:
        return vmStarted(*owner, *subject);
    case SimEvent::Kind::ChecksAppear:
        return checksAppear(*owner, *subject);
    case SimEvent::Kind::CheckRun:
        return runChecks(*owner, *subject);
    case SimEvent::Kind::MainExits:
        return mainExits(*owner, *subject);
    case SimEvent::Kind::RestartDue:
        return beginStarting(*owner, *subject);
    case SimEvent::Kind::StopDone:
        subject->checks.clear();
        setState(*subject, u"stopped"_s);
        return recordExit(*owner, *subject, 0, true, false);
    case SimEvent::Kind::SuspendDone:
        subject->checks.clear();
        setState(*subject, u"suspended"_s);
        record(*subject, u"suspend"_s, u"suspended"_s, u"flyd"_s);
        return;
    case SimEvent::Kind::DestroyDone:
        return destroyed(*owner, *subject);
    case SimEvent::Kind::FaultBegins:
        return;
    }
}

SimMachineEvent &SimCore::record(
    SimMachine &machine, const QString &type, const QString &status, const QString &source)
{
    machine.events.prepend({ulid(), type, status, source, s.now, {}});
    while (machine.events.size() > keptEvents)
        machine.events.removeLast();
    return machine.events.first();
}

void SimCore::setState(SimMachine &machine, const QString &state)
{
    machine.state = state;
    machine.updatedAt = s.now;
}

void SimCore::prepareImage(SimApp &app, SimMachine &machine)
{
    const QString image = machine.image();
    QString key = machine.host;
    key += u' ';
    key += image;
    SimTime pull = s.pulled.contains(key) ? app.behaviour.cachedPull : app.behaviour.pull;
    if (const std::optional<SimFault> slow = takeFault("slow-pull"_L1, app.name, machine.id))
        pull = SimTime(qint64(
            double(app.behaviour.pull.count()) * slow->options.value("factor"_L1).toDouble(6)));
    logLine(app, machine, "runner"_L1, u"info"_s, u"Pulling container image "_s + image, s.now);
    machine.otherImage.clear();
    if (machine.state == "created"_L1
        && takeFault("machine-stuck-created"_L1, app.name, machine.id))
        return;
    const std::optional<SimFault> broken = machine.versions.size() > 1
        ? takeFault("image-pull-fails"_L1, app.name, machine.id)
        : std::nullopt;
    if (broken) {
        const qint64 at = (s.now + pull).count();
        s.events.emplace(std::pair(at, ++s.sequence),
            SimEvent{
                SimEvent::Kind::ImageFailed, app.name, machine.id, machine.epoch, broken->options});
        return;
    }
    schedule(SimEvent::Kind::ImageReady, machine, app.name, pull);
}

void SimCore::imageReady(SimApp &app, SimMachine &machine)
{
    QString key = machine.host;
    key += u' ';
    key += machine.image();
    s.pulled.insert(key);
    QString line = u"Successfully prepared image "_s;
    line += machine.image();
    logLine(app, machine, "runner"_L1, u"info"_s, line, s.now);
    const bool oldRuns = !machine.runs.isEmpty() && !machine.runs.last().end;
    if (oldRuns)
        drain(app, machine);
    if (!machine.launchWhenReady) {
        setState(machine, u"stopped"_s);
        if (oldRuns)
            recordExit(app, machine, 0, true, false);
        return;
    }
    if (oldRuns)
        schedule(SimEvent::Kind::OldVersionStopped, machine, app.name, app.behaviour.drain);
    else
        beginStarting(app, machine);
}

// The machine goes on with what it had, which never stopped.
void SimCore::imageFailed(SimApp &app, SimMachine &machine, bool quietly)
{
    logLine(app,
        machine,
        "runner"_L1,
        u"error"_s,
        u"Failed to pull container image %1: unexpected EOF"_s.arg(machine.image()),
        s.now);
    const auto before = machine.versions.at(machine.versions.size() - 2);
    if (quietly) {
        machine.otherImage = before.second.value("image"_L1).toString();
    } else {
        machine.versions.removeLast();
        machine.instanceId = before.first;
        machine.config = before.second;
    }
    if (machine.lease)
        machine.lease->version = machine.instanceId;
    const bool runs = !machine.runs.isEmpty() && !machine.runs.last().end;
    setState(machine, runs ? u"started"_s : u"stopped"_s);
    if (!runs)
        return;
    checksAppear(app, machine);
    runChecks(app, machine);
}

void SimCore::beginStarting(SimApp &app, SimMachine &machine)
{
    machine.launchWhenReady = true;
    setState(machine, u"starting"_s);
    logLine(app, machine, "runner"_L1, u"info"_s, u"Configuring firecracker"_s, s.now);
    schedule(SimEvent::Kind::VmStarted, machine, app.name, app.behaviour.vmStart);
}

void SimCore::vmStarted(SimApp &app, SimMachine &machine)
{
    setState(machine, u"started"_s);
    record(machine, u"start"_s, u"started"_s, u"flyd"_s);
    ++machine.starts;
    machine.checks.clear();
    machine.runs.append({s.now, std::nullopt});
    while (machine.runs.size() > keptRuns)
        machine.runs.removeFirst();
    boot(app, machine);
}

void SimCore::endRun(SimApp &app, SimMachine &machine)
{
    if (!machine.runs.isEmpty() && !machine.runs.last().end)
        machine.runs.last().end = s.now;
    dropFutureLog(app, machine);
}

void SimCore::drain(SimApp &app, SimMachine &machine)
{
    const bool wasUp = !machine.runs.isEmpty() && !machine.runs.last().end;
    endRun(app, machine);
    if (!wasUp)
        return;
    QString line = u" INFO Sending signal "_s;
    line +=
        machine.config.value("stop_config"_L1).toObject().value("signal"_L1).toString(u"SIGINT"_s);
    line += u" to main child process w/ PID 322"_s;
    logLine(app, machine, "app"_L1, u"info"_s, line, s.now);
    logScript(app, machine, app.behaviour.drainLog);
}

// Every exit event carries request.exit_event: flyctl reads it without looking (fly-io.md 3.5).
void SimCore::recordExit(
    SimApp &app, SimMachine &machine, int code, bool requested, bool restarting)
{
    const bool outOfMemory = machine.runFault == "oom"_L1 && !requested;
    const int signal = code == 137 ? 9 : -1;
    SimMachineEvent &event = record(machine, u"exit"_s, u"stopped"_s, u"flyd"_s);
    event.request = QJsonObject{{u"restart_count"_s, machine.restartCount},
        {u"exit_event"_s,
            QJsonObject{{u"exit_code"_s, code},
                {u"guest_exit_code"_s, code},
                {u"guest_signal"_s, signal},
                {u"oom_killed"_s, outOfMemory},
                {u"requested_stop"_s, requested},
                {u"restarting"_s, restarting},
                {u"signal"_s, signal},
                {u"exited_at"_s, stamp(s.now)}}}};
    if (outOfMemory)
        logLine(app,
            machine,
            "app"_L1,
            u"error"_s,
            u"Out of memory: Killed process 322 (python)"_s,
            s.now);
    QString line = code == 137
        ? u" INFO Main child exited with signal (with signal 'SIGKILL', core dumped? false)"_s
        : u" INFO Main child exited normally with code: "_s;
    if (code != 137)
        line += QString::number(code);
    logLine(app, machine, "app"_L1, u"info"_s, line, s.now);
    logLine(app, machine, "app"_L1, u"info"_s, u" INFO Starting clean up."_s, s.now);
}

void SimCore::mainExits(SimApp &app, SimMachine &machine)
{
    endRun(app, machine);
    ++machine.epoch; // checks of this run
    machine.checks.clear();
    const QJsonObject restart = machine.config.value("restart"_L1).toObject();
    const QString policy = restart.value("policy"_L1).toString(u"on-failure"_s);
    const int mostRestarts = restart.value("max_retries"_L1).toInt(10);
    const bool wanted =
        policy == "always"_L1 || (policy == "on-failure"_L1 && machine.plannedExit != 0);
    const bool restarts = wanted && machine.restartCount < mostRestarts;
    if (restarts)
        ++machine.restartCount;
    recordExit(app, machine, machine.plannedExit, false, restarts);
    if (restarts) {
        setState(machine, u"restarting"_s);
        schedule(SimEvent::Kind::RestartDue, machine, app.name, SimTime(700));
        return;
    }
    if (machine.config.value("auto_destroy"_L1).toBool()) {
        destroyMachine(app, machine, u"flyd"_s);
        return;
    }
    if (wanted) {
        logLine(app,
            machine,
            "runner"_L1,
            u"error"_s,
            u"machine has reached its max restart count of "_s + QString::number(mostRestarts),
            s.now);
    }
    setState(machine, u"stopped"_s);
}

void SimCore::destroyed(SimApp &app, SimMachine &machine)
{
    setState(machine, u"destroyed"_s);
    record(machine, u"destroy"_s, u"destroyed"_s, u"flyd"_s);
    machine.destroyedAt = s.now;
    machine.lease.reset();
    detachVolumes(app, machine.id);
    std::erase_if(app.machines, [this](const auto &entry) {
        const SimMachine &old = entry.second;
        return old.destroyedAt && s.now - *old.destroyedAt > destroyedStaysReadable;
    });
}
