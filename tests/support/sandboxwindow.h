#pragma once

#include "app/composition.h"
#include "fleet/fleetservice.h"
#include "support/scriptedprompts.h"
#include "ui/shell/appearance.h"
#include "ui/shell/languageswitcher.h"
#include "ui/shell/mainwindow.h"

#include <QTemporaryDir>

#include <memory>

// The program's window on services composed as the program composes them, with everything kept in
// one folder and dialogs answered from a script.
class SandboxWindow
{
public:
    explicit SandboxWindow(bool sandbox);
    ~SandboxWindow(); // ends the sandbox too

    [[nodiscard]] bool setSpeed(double speed); // of the sandbox's time
    [[nodiscard]] Composition &composition() { return *m_composition; }
    [[nodiscard]] FleetService &fleet() { return *m_fleet; }
    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] LanguageSwitcher &language() { return *m_language; }
    [[nodiscard]] Appearance &appearance() { return *m_appearance; }
    void show(); // 1280 x 800, active
    void closeWindow() { m_window.reset(); }
    void openWindow(); // as a new start would, on the same services

    ScriptedPrompts prompts;

private:
    bool m_sandbox;
    QTemporaryDir m_home;
    std::unique_ptr<Composition> m_composition;
    std::unique_ptr<LanguageSwitcher> m_language;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<FleetService> m_fleet;
    std::unique_ptr<MainWindow> m_window;
};
