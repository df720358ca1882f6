#include "ui/servers/trustflow.h"

#include "config/stackfolder.h"
#include "core/clock.h"
#include "settings/settings.h"
#include "ui/servers/trustdialog.h"

#include <QFileInfo>

void TrustFlow::ask(Settings &settings,
    Clock &clock,
    const QString &configPath,
    QWidget *parent,
    const std::function<void()> &trusted)
{
    const Result<StackFolder> folder = readStackFolder(QFileInfo(configPath).absolutePath());
    if (!folder)
        return;
    const TrustState state =
        trustStateOf(settings.trust(folder->tomlPath()), folder->contentHash, folder->commands);
    auto *dialog = new TrustDialog(
        {folder->project.toml.stack, folder->tomlPath(), folder->contentHash, folder->commands},
        state,
        parent);
    QObject::connect(dialog, &TrustDialog::trusted, dialog, [&settings, &clock, folder, trusted] {
        settings.setTrust(folder->tomlPath(),
            ProjectTrust{folder->contentHash, folder->commands, clock.wallNow()});
        trusted();
    });
    dialog->open();
}
