#include "app/composition.h"
#include "app/ctl/command.h"
#include "app/ctl/copyas.h"
#include "app/ctl/jsonshapes.h"
#include "app/ctl/session.h"
#include "app/ctl/text.h"
#include "app/lastknownfleet.h"
#include "core/clock.h"
#include "fly/flyclient.h"
#include "models/format.h"
#include "models/words.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct ListedApp
{
    App app;
    QDateTime lastSeen; // invalid: now
};

struct ListedApps
{
    QList<ListedApp> apps;
    std::optional<Error> problem; // of an account that did not answer
    bool someAnswered = false;
    [[nodiscard]] bool isOld() const
    {
        return std::any_of(apps.cbegin(), apps.cend(), [](const ListedApp &row) {
            return row.lastSeen.isValid();
        });
    }
};

QJsonObject appObject(const ListedApp &row)
{
    QJsonObject object{{u"name"_s, row.app.name.value},
        {u"organization"_s, row.app.organization},
        {u"status"_s, row.app.status},
        {u"machines"_s, row.app.machineCount},
        {u"role"_s, row.app.role}};
    if (row.lastSeen.isValid())
        object.insert(u"lastSeen"_s, utcText(row.lastSeen));
    return object;
}

// What was seen of an account that cannot be reached now. A refused token is no network.
std::optional<FleetAccount> lastKnownOf(
    CtlSession &session, const AccountId &account, const Error &why)
{
    LastKnownFleet *lastKnown = session.composition().lastKnown();
    const bool away = why.kind == Error::Kind::Offline || why.kind == Error::Kind::Timeout
        || why.kind == Error::Kind::Unavailable;
    if (!lastKnown || !away)
        return std::nullopt;
    const Result<QList<FleetAccount>> all = lastKnown->load();
    if (!all) {
        session.out().aside(Words::error(all.error()));
        return std::nullopt;
    }
    const auto found = std::ranges::find(*all, account, &FleetAccount::id);
    return found == all->end() ? std::nullopt : std::optional(*found);
}

// A dead account is told and does not hide the others.
ListedApps appsOfAll(CtlSession &session, const QString &organization)
{
    ListedApps listed;
    for (FlyClient *client : session.clients()) {
        const AccountId account = client->endpoints().account;
        const Result<QList<App>> apps = client->apps(organization, session.context());
        if (apps) {
            listed.someAnswered = true;
            for (const App &app : *apps)
                listed.apps.append({app, {}});
            if (organization.isEmpty() && session.composition().lastKnown())
                session.composition().lastKnown()->noteApps(account, *apps);
            continue;
        }
        listed.problem = apps.error();
        const std::optional<FleetAccount> known = lastKnownOf(session, account, apps.error());
        if (!known)
            continue;
        for (const FleetApp &row : known->apps) {
            if (organization.isEmpty() || row.app.organization == organization)
                listed.apps.append({row.app, known->fetchedAt});
        }
    }
    std::sort(listed.apps.begin(), listed.apps.end(), [](const ListedApp &a, const ListedApp &b) {
        return a.app.name < b.app.name;
    });
    return listed;
}

void tellApps(CtlSession &session, const ListedApps &listed)
{
    const QDateTime now = session.composition().clock().wallNow();
    QJsonArray array;
    QList<QStringList> rows{{CtlText::tr("App"),
        CtlText::tr("Organisation"),
        CtlText::tr("Status"),
        CtlText::tr("Machines")}};
    if (listed.isOld())
        rows.first().append(CtlText::tr("Last seen"));
    for (const ListedApp &row : listed.apps) {
        array.append(appObject(row));
        rows.append({row.app.name.value,
            row.app.organization,
            row.app.status,
            QLocale().toString(row.app.machineCount)});
        if (listed.isOld())
            rows.last().append(
                row.lastSeen.isValid() ? Format::age(row.lastSeen, now) : CtlText::tr("now"));
    }
    session.out().object("apps"_L1, {{u"apps"_s, array}});
    session.out().columns(rows);
}

ExitCode runApps(CtlSession &session)
{
    if (CopyAs::isAsked(session)) {
        PlatformAction action;
        action.what = PlatformAction::What::ListApps;
        action.organization = session.invocation().value(u"org"_s);
        return CopyAs::print(session, action);
    }
    if (const auto code = session.needClient())
        return *code;
    const QString organization = session.invocation().value(u"org"_s); // empty: all
    const ListedApps listed = appsOfAll(session, organization);
    if (listed.someAnswered || !listed.apps.isEmpty())
        tellApps(session, listed);
    if (listed.problem && !listed.someAnswered)
        return session.fail(*listed.problem);
    if (listed.problem)
        session.out().aside(Words::error(*listed.problem));
    return ExitCode::Done;
}

QJsonObject machineObject(const Machine &machine)
{
    const QMap<QString, QString> metadata =
        machine.config ? machine.config->metadata : QMap<QString, QString>();
    QJsonObject object{
        {u"id"_s, machine.id.value},
        {u"name"_s, machine.name},
        {u"state"_s, machine.rawState},
        {u"region"_s, machine.region},
        {u"group"_s, machine.processGroup()},
        {u"image"_s, machine.image.reference()},
        {u"digest"_s, machine.image.digest},
        {u"instance"_s, machine.instanceId},
        {u"releaseVersion"_s, metadata.value(u"fly_release_version"_s).toInt()},
        {u"checksPassing"_s, machine.passingChecks()},
        {u"checks"_s, static_cast<int>(machine.checks.size())},
        {u"hostStatus"_s, machine.hostStatus},
        {u"updatedAt"_s, utcText(machine.updatedAt)},
    };
    if (machine.lease)
        object.insert(u"lease"_s,
            QJsonObject{{u"owner"_s, machine.lease->owner},
                {u"expiresAt"_s, utcText(machine.lease->expiresAt)}});
    return object;
}

void tellMachines(CtlSession &session,
    const AppName &app,
    const QList<Machine> &machines,
    const QDateTime &lastSeen = {})
{
    QJsonArray array;
    QList<QStringList> rows{{CtlText::tr("Machine"),
        CtlText::tr("State"),
        CtlText::tr("Region"),
        CtlText::tr("Release"),
        CtlText::tr("Checks"),
        CtlText::tr("Image")}};
    for (const Machine &machine : machines) {
        const QJsonObject object = machineObject(machine);
        array.append(object);
        rows.append({machine.id.value,
            Words::machineState(machine.state, machine.rawState),
            machine.region,
            u"v%1"_s.arg(object.value(u"releaseVersion"_s).toInt()),
            u"%1/%2"_s.arg(machine.passingChecks()).arg(machine.checks.size()),
            machine.image.reference()});
    }
    QJsonObject told{{u"app"_s, app.value}, {u"machines"_s, array}};
    if (lastSeen.isValid())
        told.insert(u"lastSeen"_s, utcText(lastSeen));
    session.out().object("machines"_L1, told);
    if (lastSeen.isValid())
        session.out().line(
            CtlText::tr("Last seen %1:")
                .arg(Format::age(lastSeen, session.composition().clock().wallNow())));
    session.out().columns(rows);
}

// Tells what was last known before the error that the exit code is of. Which account has the app is
// not known where several could.
ExitCode failMachines(CtlSession &session, const AppName &app, const Error &error)
{
    std::optional<FleetApp> newest;
    for (const FlyClient *client : session.clients()) {
        const std::optional<FleetAccount> known =
            lastKnownOf(session, client->endpoints().account, error);
        for (const FleetApp &row : known ? known->apps : QList<FleetApp>()) {
            const bool counts = row.app.name == app && row.fetchedAt.isValid();
            if (counts && (!newest || newest->fetchedAt < row.fetchedAt))
                newest = row;
        }
    }
    if (newest)
        tellMachines(session, app, newest->machines, newest->fetchedAt);
    return session.fail(error);
}

ExitCode runMachines(CtlSession &session)
{
    if (CopyAs::isAsked(session)) {
        PlatformAction action;
        action.what = PlatformAction::What::ListMachines;
        action.app = AppName(session.argument());
        return CopyAs::print(session, action);
    }
    const AppName app(session.argument());
    if (const Result<void> found = session.findClient(app); !found)
        return failMachines(session, app, found.error());
    // The list of an app that does not exist is empty, or refused, by the platform's mood.
    const Result<App> known = session.client().app(app, session.context());
    if (!known)
        return failMachines(session, app, known.error());
    const Result<QList<Machine>> machines = session.client().machines(app, session.context());
    if (!machines)
        return failMachines(session, app, machines.error());
    tellMachines(session, app, *machines);
    if (LastKnownFleet *lastKnown = session.composition().lastKnown())
        lastKnown->noteMachines(session.client().endpoints().account, app, *machines);
    return ExitCode::Done;
}

} // namespace

QList<CtlCommand> fleetCommands()
{
    return {
        {u"apps"_s,
            {},
            CtlText::tr("Lists the apps."),
            0,
            0,
            QList<QCommandLineOption>{
                {u"org"_s, CtlText::tr("Of this organisation only."), u"SLUG"_s}}
                + CopyAs::options(),
            runApps},
        {u"machines"_s,
            u"APP"_s,
            CtlText::tr("Lists the machines of an app."),
            1,
            1,
            CopyAs::options(),
            runMachines},
    };
}
