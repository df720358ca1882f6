#include "support/sandboxwindow.h"

#include "app/sandboxlink.h"
#include "sandbox/rendezvous.h"

#include <QJsonObject>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;

SandboxWindow::SandboxWindow(bool sandbox)
    : m_sandbox(sandbox)
{
    qputenv("ATALAYA_HOME", m_home.path().toUtf8());
    for (const char *name : {"ATALAYA_TOKEN", "FLY_API_TOKEN", "FLY_ACCESS_TOKEN"})
        qunsetenv(name);
    StartOptions options;
    options.program = u"atalaya"_s;
    options.sandbox = sandbox;
    m_composition = std::make_unique<Composition>(options);
    m_composition->settings().setLanguage(u"en"_s);
    m_composition->settings().setTheme(Settings::Theme::Light);
    m_language = std::make_unique<LanguageSwitcher>(m_composition->settings());
    m_appearance = std::make_unique<Appearance>(m_composition->settings(), false);
    m_fleet = std::make_unique<FleetService>(m_composition->accounts(), m_composition->clock());
    openWindow();
}

SandboxWindow::~SandboxWindow()
{
    m_window.reset();
    m_fleet.reset();
    m_composition.reset();
    if (m_sandbox) {
        const QString folder = ProfilePaths::forProfile(u"sandbox"_s).runtime;
        (void)Rendezvous::stop(folder, std::chrono::seconds(30), {});
    }
}

bool SandboxWindow::setSpeed(double speed)
{
    bool done = false;
    std::thread beside([this, speed, &done] { // talking to it blocks
        SandboxLink *link = m_composition->sandbox();
        done = link && link->reach({})
            && link->control("POST", u"speed"_s, {{u"speed"_s, speed}}, {}).has_value();
    });
    beside.join();
    return done;
}

void SandboxWindow::show()
{
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    (void)QTest::qWaitForWindowActive(m_window.get());
    m_fleet->start();
}

void SandboxWindow::openWindow()
{
    WindowParts parts{.fleet = *m_fleet,
        .deploy = m_composition->deploy(),
        .settings = m_composition->settings(),
        .catalogue = m_composition->catalogue(),
        .clock = m_composition->clock(),
        .language = *m_language,
        .appearance = *m_appearance};
    parts.prompts = &prompts;
    parts.budget = [this] { return m_composition->budget(); };
    parts.sandbox = m_sandbox;
    parts.desktopServices = false;
    m_window = std::make_unique<MainWindow>(parts);
}
