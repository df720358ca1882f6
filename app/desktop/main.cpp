#include "app/composition.h"
#include "app/desktop/desktopoptions.h"
#include "app/desktop/firstpaint.h"
#include "app/signals.h"
#include "app/userssh.h"
#include "deploy/deployservice.h"
#include "fleet/serversservice.h"
#include "models/words.h"
#include "ui/shell/appearance.h"
#include "ui/shell/languageswitcher.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QFile>
#include <QIcon>
#include <QProcess>

namespace {

// Told by the system to end: nobody can be asked. Deployments are stopped cleanly first.
void stopAndQuit(DeployService &deploy)
{
    deploy.stopAll();
    if (deploy.running().isEmpty())
        QCoreApplication::quit();
    QObject::connect(&deploy, &DeployService::finished, &deploy, [&deploy] {
        if (deploy.running().isEmpty())
            QCoreApplication::quit();
    });
}

// Where no session bus is, libdbus would start one of its own: that takes longer than the rest of
// our start, and it would stay behind.
void leaveAbsentBusAlone()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const bool listens = !runtime.isEmpty() && QFile::exists(runtime + QLatin1StringView("/bus"));
    if (!listens && !qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
}

// A window of its own: nothing of the sandbox mixes with real accounts.
void openOtherProfile(bool sandbox)
{
    const QStringList arguments =
        sandbox ? QStringList{QStringLiteral("--sandbox")} : QStringList();
    QProcess::startDetached(QCoreApplication::applicationFilePath(), arguments);
}

int run(const DesktopOptions &options)
{
    Composition composition(options.start);
    if (!options.language.isEmpty())
        composition.settings().setLanguage(options.language);
    LanguageSwitcher language(composition.settings());
    Appearance appearance(composition.settings());
    FleetService fleet(composition.accounts(), composition.clock());
    composition.serve(fleet);

    const WindowParts parts{.fleet = fleet,
        .deploy = composition.deploy(),
        .settings = composition.settings(),
        .catalogue = composition.catalogue(),
        .clock = composition.clock(),
        .language = language,
        .appearance = appearance,
        .prompts = nullptr,
        .budget = [&composition] { return composition.budget(); },
        .incidents = composition.incidents(),
        .sandbox = options.start.sandbox,
        .accounts = composition.accountsService(),
        .network = composition.route(),
        .openOtherProfile = [sandbox = options.start.sandbox] { openOtherProfile(!sandbox); },
        .servers = composition.servers(),
        .ssh = UserSsh::tools(),
        .deploysStacks = true,
        .answerSsh = [&composition](const SshAsker &asker) { composition.ssh().setAsker(asker); }};
    MainWindow window(parts);
    FirstPaint::reportOf(window);
    deliver(composition.storeOpened(), &window, [&window](const Result<bool> &opened) {
        if (!opened)
            window.showNotice(Words::error(opened.error()));
    });
    if (!options.app.isEmpty())
        window.openApp(options.app);

    TerminationSignals termination(1);
    QObject::connect(&termination, &TerminationSignals::requested, &window, [&composition] {
        stopAndQuit(composition.deploy());
    });
    window.show();
    fleet.start();
    composition.servers()->start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    leaveAbsentBusAlone();
    const QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("atalaya"));
    QApplication::setApplicationDisplayName(QStringLiteral("Atalaya"));
    QApplication::setApplicationVersion(QStringLiteral(ATALAYA_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("atalaya"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/atalaya.svg")));

    const DesktopOptions options = parseDesktopOptions();
    return options.exitCode ? *options.exitCode : run(options);
}
