#include "app/composition.h"
#include "app/ctl/command.h"
#include "app/ctl/faultwords.h"
#include "app/ctl/session.h"
#include "app/ctl/text.h"
#include "app/sandboxlink.h"
#include "app/sandboxpast.h"
#include "sandbox/practiceserver.h"

#include <QJsonArray>
#include <QLocale>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

Result<double> speedOf(const QString &text)
{
    bool isNumber = false;
    const double speed = text.toDouble(&isNumber);
    if (!isNumber || speed < 0.01 || speed > 1000)
        return failure(Error::Kind::InvalidInput,
            u"a speed is a number between 0.01 and 1000, not %1"_s.arg(text));
    return speed;
}

void tellStatus(CtlSession &session, const QJsonObject &status)
{
    session.out().object("sandbox"_L1, status);
    if (!status.value("running"_L1).toBool(true)) {
        session.out().line(CtlText::tr("The sandbox is not running."));
        return;
    }
    const QLocale locale;
    session.out().line(CtlText::tr("The sandbox is running (process %1), scenario %2, speed %3.")
                           .arg(QString::number(status.value("pid"_L1).toInteger()),
                               status.value("scenario"_L1).toString(),
                               locale.toString(status.value("speed"_L1).toDouble())));
    session.out().line(CtlText::tr("Its time: %1").arg(status.value("worldTime"_L1).toString()));
    session.out().line(
        CtlText::tr("%Ln lease(s) held now", nullptr, status.value("liveLeases"_L1).toInt()));
    session.out().line(CtlText::tr(
        "%Ln release command(s) run", nullptr, status.value("releaseCommandRuns"_L1).toInt()));
    for (const QJsonValue &fault : status.value("faults"_L1).toArray())
        session.out().line(CtlText::tr("Waiting to go wrong: %1")
                               .arg(fault.toObject().value("name"_L1).toString()));
    for (const QJsonValue &violation : status.value("violations"_L1).toArray())
        session.out().line(
            CtlText::tr("Not what a faithful client does: %1").arg(violation.toString()));
}

ExitCode control(CtlSession &session,
    const QByteArray &method,
    const QString &path,
    const QJsonObject &body,
    const std::function<void(const QJsonObject &)> &tell)
{
    const Result<QJsonObject> answer =
        session.composition().sandbox()->control(method, path, body, session.stop());
    if (!answer)
        return session.fail(answer.error());
    tell(*answer);
    return ExitCode::Done;
}

ExitCode controlStatus(
    CtlSession &session, const QByteArray &method, const QString &path, const QJsonObject &body)
{
    return control(session, method, path, body, [&session](const QJsonObject &answer) {
        tellStatus(session, answer);
    });
}

ExitCode runStart(CtlSession &session)
{
    SandboxStart start;
    start.scenario = session.invocation().value(u"scenario"_s);
    if (session.invocation().has(u"speed"_s)) {
        const Result<double> speed = speedOf(session.invocation().value(u"speed"_s));
        if (!speed)
            return session.fail(speed.error());
        start.speed = *speed;
    }
    const Result<SandboxAddress> place =
        session.composition().sandbox()->reach(session.stop(), start);
    if (!place)
        return session.fail(place.error());
    return controlStatus(session, "GET", u"status"_s, {});
}

ExitCode runStatus(CtlSession &session)
{
    const Result<SandboxAddress> place = session.composition().sandbox()->find();
    if (!place && place.error().kind == Error::Kind::NotFound) {
        tellStatus(session, {{u"running"_s, false}});
        return ExitCode::Unavailable;
    }
    return controlStatus(session, "GET", u"status"_s, {});
}

ExitCode runStop(CtlSession &session)
{
    SandboxLink &sandbox = *session.composition().sandbox();
    const Result<SandboxAddress> place = sandbox.find();
    if (!place && place.error().kind == Error::Kind::NotFound) {
        tellStatus(session, {{u"running"_s, false}});
        return ExitCode::Done;
    }
    const Result<void> stopped = sandbox.end(session.stop());
    if (!stopped)
        return session.fail(stopped.error());
    session.out().object("sandbox"_L1, {{u"running"_s, false}});
    session.out().line(CtlText::tr("The sandbox was stopped. Its world is kept."));
    return ExitCode::Done;
}

ExitCode runReset(CtlSession &session)
{
    QJsonObject body;
    if (session.invocation().has(u"scenario"_s))
        body.insert(u"scenario"_s, session.invocation().value(u"scenario"_s));
    if (const auto code = session.needStore()) // its past is begun anew, too
        return *code;
    const Result<SandboxAddress> place = session.composition().sandbox()->reach(session.stop());
    if (!place)
        return session.fail(place.error());
    const ExitCode code = controlStatus(session, "POST", u"reset"_s, body);
    if (code != ExitCode::Done)
        return code;
    const QString practice = session.composition().paths().data + u"/practice"_s;
    if (const Result<void> first = PracticeServer::reset(practice); !first)
        return session.fail(first.error());
    const Result<void> anew = SandboxPast::beginAnew(session.composition().paths().data,
        session.composition().catalogue(),
        QDateTime::currentDateTimeUtc());
    if (!anew && anew.error().kind == Error::Kind::Conflict) {
        session.out().aside(
            CtlText::tr("A deployment runs: what was deployed here before stays in its history."));
        return ExitCode::Done;
    }
    return anew ? ExitCode::Done : session.fail(anew.error());
}

ExitCode runSpeed(CtlSession &session)
{
    const Result<double> speed = speedOf(session.argument());
    if (!speed)
        return session.fail(speed.error());
    return controlStatus(session, "POST", u"speed"_s, {{u"speed"_s, *speed}});
}

// The options of a fault, "exitCode=3": numbers and true/false as such, else text.
QJsonObject settingsOf(const QString &text)
{
    QJsonObject settings;
    for (const QString &pair : text.split(u',', Qt::SkipEmptyParts)) {
        const QString value = pair.section(u'=', 1);
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (isNumber)
            settings.insert(pair.section(u'=', 0, 0), number);
        else if (value == "true"_L1 || value == "false"_L1)
            settings.insert(pair.section(u'=', 0, 0), value == "true"_L1);
        else
            settings.insert(pair.section(u'=', 0, 0), value);
    }
    return settings;
}

ExitCode runFault(CtlSession &session)
{
    const CtlInvocation &invocation = session.invocation();
    QJsonObject body{
        {u"name"_s, session.argument(0)}, {u"options"_s, settingsOf(invocation.value(u"set"_s))}};
    for (const auto &[option, key] :
        {std::pair(u"seconds"_s, u"seconds"_s), std::pair(u"delay"_s, u"delaySeconds"_s)}) {
        if (invocation.has(option))
            body.insert(key, invocation.value(option).toDouble());
    }
    if (invocation.arguments.size() > 1)
        body.insert(u"app"_s, session.argument(1));
    if (invocation.has(u"machine"_s))
        body.insert(u"machine"_s, invocation.value(u"machine"_s));
    if (invocation.has(u"count"_s)) {
        bool isNumber = false;
        const int count = invocation.value(u"count"_s).toInt(&isNumber);
        if (!isNumber || count < 0)
            return session.refuse(
                CtlText::tr("“%1” is not a number of times.").arg(invocation.value(u"count"_s)));
        body.insert(u"count"_s, count);
    }
    return control(session, "POST", u"faults"_s, body, [&session](const QJsonObject &answer) {
        session.out().object("faults"_L1, answer);
        session.out().line(CtlText::tr("%Ln fault(s) waiting to go wrong",
            nullptr,
            static_cast<int>(answer.value("open"_L1).toArray().size())));
    });
}

ExitCode runFaults(CtlSession &session)
{
    const bool clear = session.invocation().has(u"clear"_s);
    const QByteArray method = clear ? "POST" : "GET";
    const QJsonObject body = clear ? QJsonObject{{u"clear"_s, QString()}} : QJsonObject();
    return control(session, method, u"faults"_s, body, [&session](const QJsonObject &answer) {
        session.out().object("faults"_L1, answer);
        QList<QStringList> rows;
        for (const QJsonValue &known : answer.value("known"_L1).toArray()) {
            const QString name = known.toObject().value("name"_L1).toString();
            const QString words = FaultWords::text(name);
            rows.append({name,
                words.isEmpty() ? known.toObject().value("description"_L1).toString() : words});
        }
        session.out().columns(rows);
        session.out().line(CtlText::tr("%Ln fault(s) waiting to go wrong",
            nullptr,
            static_cast<int>(answer.value("open"_L1).toArray().size())));
    });
}

// What the clients asked beyond the contract; Atalaya's own are mistakes of this program.
ExitCode runViolations(CtlSession &session)
{
    const bool clear = session.invocation().has(u"clear"_s);
    return control(session,
        clear ? "POST" : "GET",
        u"violations"_s,
        {},
        [&session](const QJsonObject &answer) {
            session.out().object("violations"_L1, answer);
            const QJsonArray violations = answer.value("violations"_L1).toArray();
            QList<QStringList> rows{{CtlText::tr("Client"),
                CtlText::tr("Times"),
                CtlText::tr("What is not in the contract")}};
            for (const QJsonValue &value : violations) {
                const QJsonObject violation = value.toObject();
                rows.append({violation.value("client"_L1).toString(),
                    QString::number(violation.value("count"_L1).toInt()),
                    violation.value("what"_L1).toString()});
            }
            if (violations.isEmpty())
                session.out().line(
                    CtlText::tr("Nobody asked for anything that is not in the contract."));
            else
                session.out().columns(rows);
        });
}

ExitCode runSandboxMachines(CtlSession &session)
{
    const QString path =
        u"machines?app="_s + QString::fromLatin1(QUrl::toPercentEncoding(session.argument()));
    return control(session, "GET", path, {}, [&session](const QJsonObject &answer) {
        session.out().object("machines"_L1, answer);
        QList<QStringList> rows{{CtlText::tr("Machine"),
            CtlText::tr("State"),
            CtlText::tr("Updates"),
            CtlText::tr("Starts"),
            CtlText::tr("Lease")}};
        for (const QJsonValue &value : answer.value("machines"_L1).toArray()) {
            const QJsonObject machine = value.toObject();
            rows.append({machine.value("id"_L1).toString(),
                machine.value("state"_L1).toString(),
                QString::number(machine.value("updates"_L1).toInt()),
                QString::number(machine.value("starts"_L1).toInt()),
                machine.value("leaseOwner"_L1).toString()});
        }
        session.out().columns(rows);
    });
}

QCommandLineOption scenarioOption()
{
    return {u"scenario"_s,
        CtlText::tr("The world to begin: field-cases, one, twelve, hundred or fleet."),
        u"NAME"_s};
}

} // namespace

QList<CtlCommand> sandboxCommands()
{
    return {
        {u"sandbox start"_s,
            {},
            CtlText::tr("Starts the sandbox, or finds the running one."),
            0,
            0,
            {scenarioOption(),
                {u"speed"_s,
                    CtlText::tr("How many times as fast as the clock on the wall."),
                    u"X"_s}},
            runStart},
        {u"sandbox stop"_s,
            {},
            CtlText::tr("Stops the sandbox; its world is kept."),
            0,
            0,
            {},
            runStop},
        {u"sandbox status"_s,
            {},
            CtlText::tr("Tells whether it runs, its speed, leases and faults."),
            0,
            0,
            {},
            runStatus},
        {u"sandbox reset"_s,
            {},
            CtlText::tr("Begins its world anew, and what was deployed in it."),
            0,
            0,
            {scenarioOption()},
            runReset},
        {u"sandbox speed"_s,
            u"X"_s,
            CtlText::tr("Makes its time run X times as fast."),
            1,
            1,
            {},
            runSpeed},
        {u"sandbox machines"_s,
            u"APP"_s,
            CtlText::tr("Tells how often each machine was touched."),
            1,
            1,
            {},
            runSandboxMachines},
        {u"sandbox fault"_s,
            u"NAME [APP]"_s,
            CtlText::tr("Makes something go wrong in it."),
            1,
            2,
            {{u"machine"_s, CtlText::tr("On this machine only."), u"ID"_s},
                {u"count"_s, CtlText::tr("How many times; 0 until it is cleared."), u"N"_s},
                {u"seconds"_s,
                    CtlText::tr("Until so many seconds of its time have passed."),
                    u"N"_s},
                {u"delay"_s, CtlText::tr("Only after so many seconds of its time."), u"N"_s},
                {u"set"_s,
                    CtlText::tr("What this fault knows more: the words in brackets below."),
                    u"NAME=VALUE,…"_s}},
            runFault,
            [] { return QString(CtlText::tr("Faults:") + u'\n' + FaultWords::help()); }},
        {u"sandbox violations"_s,
            {},
            CtlText::tr("Lists what was asked of it that Fly.io does not know."),
            0,
            0,
            {{u"clear"_s, CtlText::tr("Forget them.")}},
            runViolations},
        {u"sandbox faults"_s,
            {},
            CtlText::tr("Lists what can go wrong, and what waits to."),
            0,
            0,
            {{u"clear"_s, CtlText::tr("Clear what waits to go wrong.")}},
            runFaults},
    };
}
