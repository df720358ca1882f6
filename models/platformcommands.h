#pragma once

#include "deploy/journal.h"
#include "types/deployplan.h"
#include "types/ids.h"

#include <QString>

// Something that is seen or done here, to be done with other tools.
struct PlatformAction
{
    enum class What
    {
        ListApps, // organization; empty: $FLY_ORG
        ShowApp,
        ListMachines,
        ShowMachine,
        RestartMachine,
        ListReleases,
        ShowLogs, // of the machine, when one is given
        ShowImage, // image; empty: that of the machines
        Deploy, // image, configPath, strategy
        Retry, // image, configPath
        Resume, // image
        RollBack, // image: that of the release to return to
        Cancel,
        Request, // method, path
    };
    What what = What::ShowApp;
    AppName app;
    MachineId machine;
    QString organization;
    QString image;
    QString configPath;
    QString strategy;
    QString method;
    QString path; // without host

    [[nodiscard]] static PlatformAction of(const DeployPlan &plan);
    [[nodiscard]] static PlatformAction of(const DeploymentSummary &summary);
};

// The same as commands for a POSIX shell. The token is $FLY_API_TOKEN and never written out. Where
// a tool cannot do it, its command is empty, and the remark says so.
struct PlatformCommands
{
    enum class Remark
    {
        None,
        DeploysAgain, // flyctl knows no retry and no resume
        ImageOnly, // flyctl knows no rollback
        StopWhereItRuns, // nothing cancels a deployment from elsewhere
        ManyRequests, // no single request does it
        SingleRequest, // flyctl has no command for it
        BodyNotRecorded,
    };
    QString flyctl;
    QString curl;
    Remark flyctlRemark = Remark::None;
    Remark curlRemark = Remark::None;
    bool operator==(const PlatformCommands &) const = default;

    static PlatformCommands of(const PlatformAction &action);
    static QString text(Remark remark); // for a person; empty for None
};
