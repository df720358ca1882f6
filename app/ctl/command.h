#pragma once

#include "app/ctl/exitcodes.h"

#include <QCommandLineOption>
#include <QList>
#include <QString>

#include <functional>

class CtlSession;

// One word of atalayactl ("deploy"), or two ("sandbox start").
struct CtlCommand
{
    QString name;
    QString arguments; // as the help shows them: "APP"
    QString summary;
    int leastArguments = 0;
    int mostArguments = 0;
    QList<QCommandLineOption> options;
    std::function<ExitCode(CtlSession &)> run; // on the command's thread
    std::function<QString()> more = {}; // what its help tells beyond its options

    [[nodiscard]] bool isOfAccounts() const
    {
        return name.startsWith(QLatin1StringView("accounts "));
    }
    [[nodiscard]] bool isOfSandbox() const
    {
        return name.startsWith(QLatin1StringView("sandbox "));
    }
};

// The commands by group; texts in the current language.
QList<CtlCommand> fleetCommands(); // apps, machines
QList<CtlCommand> deployCommands(); // plan, deploy, retry, resume, roll-back, cancel
QList<CtlCommand> pastCommands(); // history, show
QList<CtlCommand> exportCommands(); // export, compare
QList<CtlCommand> accountCommands(); // accounts …
QList<CtlCommand> linkCommands(); // link, unlink, links, production
QList<CtlCommand> networkCommands(); // network show, proxy, ca
QList<CtlCommand> configCommands(); // config check, diff, set, unset
QList<CtlCommand> diagnoseCommands(); // diagnose
QList<CtlCommand> serverCommands(); // servers …
QList<CtlCommand> stackCommands(); // stacks, backup, verify
QList<CtlCommand> sandboxCommands();
