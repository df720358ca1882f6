#pragma once

#include "app/ctl/exitcodes.h"
#include "config/stackfolder.h"
#include "deploy/deployservice.h"

#include <QCommandLineOption>

#include <optional>

class CtlSession;

// What a word of the command line may be, besides an app: a folder with an atalaya.toml, that file,
// or the name of a stack whose folder is linked, or that was deployed from here.
struct CtlStack
{
    AppName target;
    QString toml; // empty: its folder is not known here
};
[[nodiscard]] std::optional<CtlStack> stackNamed(CtlSession &session, const QString &word);
// The stack's target, or the app of that name.
[[nodiscard]] AppName targetNamed(CtlSession &session, const QString &word);

// The folder is linked for the next time; what it runs must be trusted: --trust, or it is shown and
// the exit code given.
[[nodiscard]] std::optional<ExitCode> needTrust(CtlSession &session, const CtlStack &stack);
// Of --version, --redeploy and their like; an exit code: one of them makes no sense.
[[nodiscard]] std::optional<ExitCode> readStackOptions(CtlSession &session, PlanRequest &request);
[[nodiscard]] QCommandLineOption trustOption();
[[nodiscard]] QCommandLineOption versionOption();
[[nodiscard]] QList<QCommandLineOption> stackDeployOptions();
