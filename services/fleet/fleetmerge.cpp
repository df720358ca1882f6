#include "fleet/fleetmerge.h"

#include "fleet/fleetrules.h"

#include <QSet>

#include <algorithm>

namespace {
// Lists lag behind what an app tells itself. What it told a moment ago stands; the next list
// reaches back far enough.
constexpr qint64 secondsOfTrust = 10;

bool isFresh(const QDateTime &seenAt, const QDateTime &at)
{
    return seenAt.isValid() && seenAt.secsTo(at) < secondsOfTrust;
}

QHash<AppName, qsizetype> rowsOfApps(const FleetAccount &account)
{
    QHash<AppName, qsizetype> rows;
    rows.reserve(account.apps.size());
    for (qsizetype row = 0; row < account.apps.size(); ++row)
        rows.insert(account.apps.at(row).app.name, row);
    return rows;
}

// True: there is more to know of it than the list tells.
bool takeOverview(QList<Machine> &machines, const Machine &told)
{
    const auto place = std::ranges::lower_bound(machines, told.id, std::less<>(), &Machine::id);
    const qsizetype row = place - machines.begin();
    const bool known = place != machines.end() && place->id == told.id;
    if (!told.isActive() || told.isHelper()) {
        if (known)
            machines.removeAt(row);
        return known;
    }
    if (!known) {
        if (told.incompleteConfig) // else it may be a helper
            machines.insert(row, told);
        return true;
    }
    Machine &machine = machines[row];
    if (told.updatedAt < machine.updatedAt)
        return false;
    const bool sameVersion = machine.instanceId == told.instanceId;
    if (sameVersion && machine.state == told.state) {
        machine.updatedAt = told.updatedAt;
        return false;
    }
    if (!sameVersion && told.incompleteConfig) {
        machine = told;
        return true;
    }
    machine.state = told.state;
    machine.rawState = told.rawState;
    machine.updatedAt = told.updatedAt;
    return true;
}

bool dropUntold(
    QList<Machine> &machines, const QSet<MachineId> &told, const QStringList &silentRegions)
{
    return machines.removeIf([&](const Machine &machine) {
        return !told.contains(machine.id) && !silentRegions.contains(machine.region);
    }) > 0;
}

bool isIn(const QList<Machine> &machines, const QStringList &regions)
{
    return std::ranges::any_of(
        machines, [&](const Machine &machine) { return regions.contains(machine.region); });
}

void judge(FleetApp &app)
{
    app.servingVersion = servingVersionOf(app.machines);
    app.state = appFleetState(app);
}

// The list does not tell everything of a release that an app tells itself.
void takeRelease(FleetApp &app, const std::optional<Release> &told, const QDateTime &at)
{
    // A list may lag behind, but for seconds: later the app was made anew, or the sandbox's world.
    constexpr qint64 lag = 120;
    std::optional<Release> &known = app.currentRelease;
    if (!known || !told || known->version != told->version) {
        const qint64 age = known && known->createdAt.isValid()
            ? known->createdAt.secsTo(at.addMSecs(app.platformAhead.count()))
            : 0;
        const bool isOlder = known && told && told->version < known->version;
        if (!isOlder || std::abs(age) > lag)
            known = told;
        return;
    }
    known->status = told->status;
    known->rawStatus = told->rawStatus;
}
} // namespace

void FleetMerge::apps(FleetAccount &known, const QList<App> &apps)
{
    const QHash<AppName, qsizetype> rows = rowsOfApps(known);
    QList<FleetApp> merged;
    merged.reserve(apps.size());
    for (const App &app : apps) {
        const auto row = rows.constFind(app.name);
        FleetApp next = row == rows.constEnd() ? FleetApp() : known.apps.at(*row);
        next.app = app;
        merged.append(next);
    }
    std::ranges::sort(
        merged, [](const FleetApp &a, const FleetApp &b) { return a.app.name < b.app.name; });
    known.apps = merged;
}

QList<AppName> FleetMerge::machines(FleetAccount &known,
    const QString &organization,
    const OrganizationMachines &listing,
    bool complete,
    const QDateTime &at)
{
    const QHash<AppName, qsizetype> rows = rowsOfApps(known);
    QHash<AppName, QSet<MachineId>> told;
    QSet<AppName> changed;
    for (const OrganizationMachine &entry : listing.machines) {
        const auto row = rows.constFind(entry.app);
        if (row == rows.constEnd() || isFresh(known.apps.at(*row).fetchedAt, at))
            continue;
        told[entry.app].insert(entry.machine.id);
        if (takeOverview(known.apps[*row].machines, entry.machine))
            changed.insert(entry.app);
    }
    for (FleetApp &app : known.apps) {
        if (app.app.organization != organization || isFresh(app.fetchedAt, at))
            continue;
        if (complete && dropUntold(app.machines, told.value(app.app.name), listing.errorRegions))
            changed.insert(app.app.name);
        const bool first = !app.toldAt().isValid();
        if (!isIn(app.machines, listing.errorRegions)) {
            app.listedAt = at;
            app.remembered = false;
        }
        if (first || changed.contains(app.app.name))
            judge(app);
    }
    return changed.values();
}

void FleetMerge::releases(FleetAccount &known, const NewestReleases &releases, const QDateTime &at)
{
    for (FleetApp &app : known.apps) {
        const auto told = releases.constFind(app.app.name);
        if (told == releases.constEnd() || isFresh(app.releaseAt, at))
            continue;
        takeRelease(app, *told, at);
        app.releaseAt = at;
        app.state = appFleetState(app);
    }
}

void FleetMerge::look(
    FleetApp &app, Look look, const QDateTime &at, std::chrono::milliseconds platformAhead)
{
    app.error.reset();
    if (look.machines) {
        look.machines->removeIf(
            [](const Machine &machine) { return !machine.isActive() || machine.isHelper(); });
        app.machines = *look.machines;
        app.fetchedAt = at;
        app.platformAhead = platformAhead;
        app.remembered = false;
    } else {
        app.error = look.machines.error();
    }
    if (look.release && *look.release) {
        app.currentRelease = **look.release;
        app.releaseAt = at;
    } else if (look.release && !app.error) {
        app.error = look.release->error();
    }
    judge(app);
}
