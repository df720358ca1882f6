#include "diagnosis/situations.h"

#include "core/sanitise.h"
#include "types/fleetsnapshot.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 normalMinutes = 10; // a build may take so long
constexpr qint64 stuckMinutes = 15;

QString shown(const QString &text)
{
    return Redact::text(Sanitise::line(text));
}

QString minuteOf(const QDateTime &at)
{
    return at.toUTC().toString(u"yyyy-MM-dd HH:mm"_s);
}

Evidence answered(const QString &text)
{
    return {Evidence::Kind::Answer, shown(text), -1, {}, 0};
}

const Release &newestOf(const QList<Release> &releases)
{
    return *std::max_element(releases.cbegin(),
        releases.cend(),
        [](const Release &one, const Release &other) { return one.version < other.version; });
}

// A release that was done, and nothing that serves it.
void addUnserved(
    const QList<Release> &releases, const QList<Machine> &machines, QList<Diagnosis> &found)
{
    const bool served = std::any_of(machines.cbegin(), machines.cend(), [](const Machine &machine) {
        return machine.isActive() && !machine.isHelper();
    });
    QList<Release> done;
    std::copy_if(
        releases.cbegin(), releases.cend(), std::back_inserter(done), [](const Release &release) {
            return release.status == ReleaseStatus::Complete;
        });
    if (served || done.isEmpty())
        return;
    const Release &newest = newestOf(done);
    Diagnosis diagnosis;
    diagnosis.rule = u"run.release-without-machines"_s;
    diagnosis.captures = {QString::number(newest.version)};
    diagnosis.evidence = {answered(u"v%1: %2, %3; machines: 0"_s.arg(
        QString::number(newest.version), newest.rawStatus, minuteOf(newest.createdAt)))};
    found.append(diagnosis);
}

void addPending(const QList<Release> &releases, const QDateTime &now, QList<Diagnosis> &found)
{
    if (releases.isEmpty())
        return;
    const Release &newest = newestOf(releases);
    const bool open =
        newest.status == ReleaseStatus::Pending || newest.status == ReleaseStatus::Running;
    const qint64 minutes = newest.createdAt.secsTo(now) / 60;
    if (!open || minutes < normalMinutes)
        return;
    Diagnosis diagnosis;
    diagnosis.rule = minutes >= stuckMinutes ? u"run.release-stuck"_s : u"run.release-slow"_s;
    diagnosis.captures = {QString::number(newest.version), QString::number(minutes)};
    diagnosis.evidence = {answered(u"v%1: %2, %3"_s.arg(
        QString::number(newest.version), newest.rawStatus, minuteOf(newest.createdAt)))};
    found.append(diagnosis);
}

// How long it had run when it was killed; nothing: its start is not among the events.
std::optional<qint64> minutesBefore(const Machine &machine, const QDateTime &end)
{
    for (const MachineEvent &event : machine.events) {
        if (event.type == "start"_L1 && event.at <= end)
            return event.at.secsTo(end) / 60;
    }
    return std::nullopt;
}

void addMemory(const Machine &machine, const QDateTime &since, QList<Diagnosis> &found)
{
    int kills = 0;
    const MachineEvent *newest = nullptr;
    for (const MachineEvent &event : machine.events) {
        const bool isPast = since.isValid() && event.at < since;
        if (!event.exit || !event.exit->oomKilled || isPast)
            continue;
        ++kills;
        newest = newest ? newest : &event;
    }
    if (!newest)
        return;
    const int memory = machine.config ? machine.config->memoryMb : 0;
    const std::optional<qint64> minutes = minutesBefore(machine, newest->at);
    Diagnosis diagnosis;
    diagnosis.rule = u"run.out-of-memory-later"_s;
    diagnosis.captures = {machine.id.value,
        minutes ? QString::number(*minutes) : QString(),
        memory > 0 ? QString::number(memory) : QString()};
    diagnosis.evidence.append(answered(u"exit %1, oom_killed, %2 (%3 ×)"_s.arg(
        QString::number(newest->exit->exitCode), minuteOf(newest->at), QString::number(kills))));
    if (memory > 0) {
        diagnosis.evidence.append(
            {Evidence::Kind::ConfigLine, u"memory_mb = %1"_s.arg(memory), -1, u"fly.toml"_s, 0});
    }
    found.append(diagnosis);
}

// One that has just been started may still be within its grace period.
void addChecks(const Machine &machine, const QDateTime &now, QList<Diagnosis> &found)
{
    if (machine.state != MachineState::Started
        || machineFleetState(machine, now) == FleetState::Running)
        return;
    for (const HealthCheck &check : machine.checks) {
        if (check.status != CheckStatus::Critical)
            continue;
        Diagnosis diagnosis;
        diagnosis.rule = u"run.check-critical"_s;
        diagnosis.captures = {machine.id.value, check.name};
        diagnosis.evidence = {
            {Evidence::Kind::Check, shown(u"%1: %2"_s.arg(check.name, check.output)), -1, {}, 0}};
        found.append(diagnosis);
        return; // one of a machine is enough
    }
}
} // namespace

QList<Diagnosis> situationsOf(const QList<Release> &releases,
    const QList<Machine> &machines,
    const QDateTime &now,
    const QDateTime &since)
{
    QList<Diagnosis> found;
    addPending(releases, now, found);
    addUnserved(releases, machines, found);
    for (const Machine &machine : machines) {
        if (!machine.isActive() || machine.isHelper())
            continue;
        addMemory(machine, since, found);
        addChecks(machine, now, found);
    }
    return found;
}
