#include "models/platformcommands.h"

#include "core/sanitise.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

using What = PlatformAction::What;
using Remark = PlatformCommands::Remark;

struct CommandText
{
    Q_DECLARE_TR_FUNCTIONS(PlatformCommands)
};

const QString machinesApi = u"https://api.machines.dev"_s;
const QString webApi = u"https://api.fly.io"_s;

// One word of a POSIX shell, whatever is in it.
QString quoted(const QString &text)
{
    static const QRegularExpression plain(u"\\A[A-Za-z0-9_./:@%+,=-]+\\z"_s);
    QString line = Sanitise::line(Redact::text(text));
    if (plain.match(line).hasMatch())
        return line;
    return u"'%1'"_s.arg(line.replace(u'\'', u"'\\''"_s));
}

// A value that begins with "-" would be read as another option.
QString option(const QString &name, const QString &value)
{
    const QString between = value.startsWith(u'-') ? u"="_s : u" "_s;
    return u" --%1%2%3"_s.arg(name, between, quoted(value));
}

QString segment(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString flyctlFor(const QString &command, const AppName &app)
{
    return QString(u"flyctl "_s % command % option(u"app"_s, app.value));
}

QString ofMachine(const QString &command, const PlatformAction &action)
{
    return QString(
        flyctlFor(u"machine "_s + command, action.app) % u" -- "_s % quoted(action.machine.value));
}

// Double quotes only around what the shell shall put in.
QString curlStart(const QString &method, const QString &more = {})
{
    QString text = u"curl --fail-with-body -sS "_s;
    if (method != "GET"_L1)
        text += u"-X %1 "_s.arg(quoted(method));
    text += u"-H \"Authorization: Bearer $FLY_API_TOKEN\" "_s;
    return more.isEmpty() ? text : QString(text % more % u' ');
}

QString curlFor(const QString &method, const QString &url, const QString &more = {})
{
    return QString(curlStart(method, more) % quoted(url));
}

QString appUrl(const PlatformAction &action, const QString &rest)
{
    return QString(machinesApi % "/v1/apps/"_L1 % segment(action.app.value) % rest);
}

QString machineUrl(const PlatformAction &action, const QString &rest)
{
    return appUrl(action, QString("/machines/"_L1 % segment(action.machine.value) % rest));
}

QString releasesUrl(const PlatformAction &action, const QString &rest)
{
    return QString(webApi % "/api/v1/apps/"_L1 % segment(action.app.value) % rest);
}

QString listAppsCurl(const QString &organization)
{
    const QString address = QString(machinesApi % "/v1/apps?org_slug="_L1);
    if (!organization.isEmpty())
        return curlFor(u"GET"_s, QString(address % segment(organization)));
    return QString(curlStart(u"GET"_s) % "\""_L1 % address % "$FLY_ORG\""_L1);
}

// Whether the registry has it; without a reference, what the machines run.
QString imageCurl(const PlatformAction &action)
{
    if (action.image.isEmpty())
        return curlFor(u"GET"_s, appUrl(action, u"/machines"_s));
    const QJsonObject body{{u"query"_s,
                               u"query($appName: String!, $imageRef: String!) { app(name: $appName)"
                               " { image(ref: $imageRef) { id digest ref } } }"_s},
        {u"variables"_s,
            QJsonObject{{u"appName"_s, action.app.value}, {u"imageRef"_s, action.image}}}};
    const QString json = QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact));
    return curlFor(u"POST"_s,
        QString(webApi % "/graphql"_L1),
        QString("-H 'Content-Type: application/json' --data "_L1 % quoted(json)));
}

PlatformCommands deploy(const PlatformAction &action, Remark remark)
{
    QString command = flyctlFor(u"deploy"_s, action.app);
    if (!action.image.isEmpty())
        command += option(u"image"_s, action.image);
    if (!action.strategy.isEmpty())
        command += option(u"strategy"_s, action.strategy);
    if (!action.configPath.isEmpty())
        command += option(u"config"_s, action.configPath);
    return {command, {}, remark, Remark::ManyRequests};
}

PlatformCommands request(const PlatformAction &action)
{
    const bool ofMachines = action.path.startsWith("/v1/"_L1);
    const QString url = QString((ofMachines ? machinesApi : webApi) % action.path);
    const QString method = action.method.toUpper();
    if (method == "GET"_L1 || method == "DELETE"_L1)
        return {{}, curlFor(method, url), Remark::SingleRequest, Remark::None};
    return {{},
        curlFor(method, url, u"-H 'Content-Type: application/json' --data @body.json"_s),
        Remark::SingleRequest,
        Remark::BodyNotRecorded};
}

What whatOf(DeployKind kind)
{
    switch (kind) {
    case DeployKind::Deploy:
        return What::Deploy;
    case DeployKind::Retry:
        return What::Retry;
    case DeployKind::Resume:
        return What::Resume;
    case DeployKind::RollBack:
        return What::RollBack;
    }
    return What::Deploy;
}

} // namespace

PlatformAction PlatformAction::of(const DeployPlan &plan)
{
    PlatformAction action;
    action.what = whatOf(plan.kind);
    action.app = plan.app;
    action.image = plan.image;
    action.strategy = strategyName(plan.strategy);
    // Otherwise it says whose configuration it is: that of the app as the platform has it.
    if (plan.configSource.startsWith(u'/'))
        action.configPath = plan.configSource;
    return action;
}

PlatformAction PlatformAction::of(const DeploymentSummary &summary)
{
    PlatformAction action;
    action.what = whatOf(summary.kind);
    action.app = summary.app;
    action.image = summary.image;
    return action;
}

PlatformCommands PlatformCommands::of(const PlatformAction &action)
{
    const AppName &app = action.app;
    switch (action.what) {
    case What::ListApps:
        return {action.organization.isEmpty()
                ? u"flyctl apps list"_s
                : QString("flyctl apps list"_L1 % option(u"org"_s, action.organization)),
            listAppsCurl(action.organization)};
    case What::ShowApp:
        return {flyctlFor(u"status"_s, app), curlFor(u"GET"_s, appUrl(action, {}))};
    case What::ListMachines:
        return {
            flyctlFor(u"machine list"_s, app), curlFor(u"GET"_s, appUrl(action, u"/machines"_s))};
    case What::ShowMachine:
        return {ofMachine(u"status"_s, action), curlFor(u"GET"_s, machineUrl(action, {}))};
    case What::RestartMachine:
        return {
            ofMachine(u"restart"_s, action), curlFor(u"POST"_s, machineUrl(action, u"/restart"_s))};
    case What::ListReleases:
        return {QString(flyctlFor(u"releases"_s, app) % " --image"_L1),
            curlFor(u"GET"_s, releasesUrl(action, u"/releases?limit=25"_s))};
    case What::ShowLogs: {
        QString command = flyctlFor(u"logs"_s, app);
        QString query = u"/logs?next_token="_s;
        if (!action.machine.isEmpty()) {
            command += option(u"machine"_s, action.machine.value);
            query += QString("&instance="_L1 % segment(action.machine.value));
        }
        return {QString(command % " --no-tail"_L1), curlFor(u"GET"_s, releasesUrl(action, query))};
    }
    case What::ShowImage:
        return {flyctlFor(u"image show"_s, app), imageCurl(action)};
    case What::Deploy:
        return deploy(action, Remark::None);
    case What::Retry:
    case What::Resume:
        return deploy(action, Remark::DeploysAgain);
    case What::RollBack:
        return deploy(action, Remark::ImageOnly);
    case What::Cancel:
        return {{}, {}, Remark::StopWhereItRuns, Remark::StopWhereItRuns};
    case What::Request:
        return request(action);
    }
    return {};
}

QString PlatformCommands::text(Remark remark)
{
    switch (remark) {
    case Remark::None:
        break;
    case Remark::DeploysAgain:
        return CommandText::tr(
            "flyctl knows no retry: this deploys the image again. The release command "
            "runs again, and every machine is updated again.");
    case Remark::ImageOnly:
        return CommandText::tr(
            "flyctl knows no rollback: this deploys the older image. Configuration and "
            "secrets stay as they are now.");
    case Remark::StopWhereItRuns:
        return CommandText::tr(
            "No command of flyctl and no request cancels a deployment: it is stopped "
            "where it runs, with Ctrl+C.");
    case Remark::ManyRequests:
        return CommandText::tr("No single request deploys: it is a sequence of them.");
    case Remark::SingleRequest:
        return CommandText::tr("flyctl has no command for a single request.");
    case Remark::BodyNotRecorded:
        return CommandText::tr(
            "What the request carried is not recorded: it belongs into body.json.");
    }
    return {};
}
