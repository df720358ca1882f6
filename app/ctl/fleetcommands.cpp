#include "app/ctl/command.h"
#include "app/ctl/copyas.h"
#include "app/ctl/jsonshapes.h"
#include "app/ctl/session.h"
#include "app/ctl/text.h"
#include "core/clock.h"
#include "fly/flyclient.h"
#include "models/words.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QJsonObject appObject(const App &app)
{
    return {{u"name"_s, app.name.value},
        {u"organization"_s, app.organization},
        {u"status"_s, app.status},
        {u"machines"_s, app.machineCount},
        {u"role"_s, app.role}};
}

// A dead account is told and does not hide the others.
Result<QList<App>> appsOfAll(CtlSession &session, const QString &organization)
{
    QList<App> all;
    std::optional<Error> problem;
    qsizetype answered = 0;
    for (FlyClient *client : session.clients()) {
        const Result<QList<App>> apps = client->apps(organization, session.context());
        if (!apps) {
            problem = apps.error();
            continue;
        }
        ++answered;
        all += *apps;
    }
    if (problem && answered == 0)
        return failure(*problem);
    if (problem)
        session.out().aside(Words::error(*problem));
    return all;
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
    const Result<QList<App>> found = appsOfAll(session, organization);
    if (!found)
        return session.fail(found.error());
    QList<App> apps = *found;
    std::sort(apps.begin(), apps.end(), [](const App &a, const App &b) { return a.name < b.name; });

    QJsonArray array;
    QList<QStringList> rows{{CtlText::tr("App"),
        CtlText::tr("Organisation"),
        CtlText::tr("Status"),
        CtlText::tr("Machines")}};
    for (const App &app : std::as_const(apps)) {
        array.append(appObject(app));
        rows.append(
            {app.name.value, app.organization, app.status, QLocale().toString(app.machineCount)});
    }
    session.out().object("apps"_L1, {{u"apps"_s, array}});
    session.out().columns(rows);
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

ExitCode runMachines(CtlSession &session)
{
    if (CopyAs::isAsked(session)) {
        PlatformAction action;
        action.what = PlatformAction::What::ListMachines;
        action.app = AppName(session.argument());
        return CopyAs::print(session, action);
    }
    const AppName app(session.argument());
    if (const auto code = session.needClient(app))
        return *code;
    // The list of an app that does not exist is empty, or refused, by the platform's mood.
    const Result<App> known = session.client().app(app, session.context());
    if (!known)
        return session.fail(known.error());
    const Result<QList<Machine>> machines = session.client().machines(app, session.context());
    if (!machines)
        return session.fail(machines.error());

    QJsonArray array;
    QList<QStringList> rows{{CtlText::tr("Machine"),
        CtlText::tr("State"),
        CtlText::tr("Region"),
        CtlText::tr("Release"),
        CtlText::tr("Checks"),
        CtlText::tr("Image")}};
    for (const Machine &machine : *machines) {
        const QJsonObject object = machineObject(machine);
        array.append(object);
        rows.append({machine.id.value,
            Words::machineState(machine.state, machine.rawState),
            machine.region,
            u"v%1"_s.arg(object.value(u"releaseVersion"_s).toInt()),
            u"%1/%2"_s.arg(machine.passingChecks()).arg(machine.checks.size()),
            machine.image.reference()});
    }
    session.out().object("machines"_L1, {{u"app"_s, app.value}, {u"machines"_s, array}});
    session.out().columns(rows);
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
