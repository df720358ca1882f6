#pragma once

#include "app/composition.h"
#include "fleet/fleetservice.h"
#include "support/scriptedprompts.h"
#include "ui/shell/appearance.h"
#include "ui/shell/languageswitcher.h"
#include "ui/shell/mainwindow.h"

#include <QJsonObject>
#include <QTemporaryDir>

#include <memory>

class QDialog;

// The program's window on services composed as the program composes them, with everything kept in
// one folder and dialogs answered from a script.
class SandboxWindow
{
public:
    // With desktop services: notifications and the sleep inhibitor go to the buses there are.
    explicit SandboxWindow(bool sandbox, bool desktopServices = false);
    ~SandboxWindow(); // ends the sandbox too

    [[nodiscard]] bool setSpeed(double speed); // of the sandbox's time
    // What the sandbox is told or asked; an empty answer: it could not be.
    QJsonObject control(
        const QByteArray &method, const QString &path, const QJsonObject &body = {});
    [[nodiscard]] Composition &composition() { return *m_composition; }
    [[nodiscard]] FleetService &fleet() { return *m_fleet; }
    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] LanguageSwitcher &language() { return *m_language; }
    [[nodiscard]] Appearance &appearance() { return *m_appearance; }
    void show(); // 1280 x 800, active
    // Waits for the dialog with its plan read and, with a name, types it and begins. nullptr,
    // false: it does not come to that.
    [[nodiscard]] QDialog *plan();
    [[nodiscard]] bool apply(const QString &typedName);
    [[nodiscard]] bool confirm(const QString &typedName); // without waiting for the begin
    void closeWindow() { m_window.reset(); }
    void openWindow(); // as a new start would, on the same services
    void restart(); // the whole program, on what was kept

    ScriptedPrompts prompts;
    int otherProfileOpened = 0;
    QList<QUrl> openedPages; // in what would be the browser
    QList<QStringList> openedTerminals; // what would run in them
    bool terminalOpens = true;

private:
    void compose();

    bool m_sandbox;
    bool m_desktopServices;
    QTemporaryDir m_home;
    std::unique_ptr<Composition> m_composition;
    std::unique_ptr<LanguageSwitcher> m_language;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<FleetService> m_fleet;
    std::unique_ptr<MainWindow> m_window;
};
