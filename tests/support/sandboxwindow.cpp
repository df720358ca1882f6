#include "support/sandboxwindow.h"

#include "app/sandboxlink.h"
#include "app/userssh.h"
#include "deploy/deployservice.h"
#include "fleet/serversservice.h"
#include "sandbox/rendezvous.h"
#include "support/contractguard.h"

#include <QDialog>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;

SandboxWindow::SandboxWindow(bool sandbox, bool desktopServices)
    : m_sandbox(sandbox)
    , m_desktopServices(desktopServices)
{
    qputenv("ATALAYA_HOME", m_home.path().toUtf8());
    for (const char *name : {"ATALAYA_TOKEN", "FLY_API_TOKEN", "FLY_ACCESS_TOKEN"})
        qunsetenv(name);
    qputenv("FLY_NO_INCIDENTS_CHECK", "1"); // heeded by real accounts only
    compose();
}

void SandboxWindow::compose()
{
    StartOptions options;
    options.program = u"atalaya"_s;
    options.sandbox = m_sandbox;
    m_composition = std::make_unique<Composition>(options);
    m_composition->settings().setLanguage(u"en"_s);
    m_composition->settings().setTheme(Settings::Theme::Light);
    m_language = std::make_unique<LanguageSwitcher>(m_composition->settings());
    m_appearance = std::make_unique<Appearance>(m_composition->settings(), false);
    m_fleet = std::make_unique<FleetService>(m_composition->accounts(), m_composition->clock());
    m_composition->serve(*m_fleet);
    openWindow();
}

void SandboxWindow::restart()
{
    m_window.reset();
    m_fleet.reset();
    m_appearance.reset();
    m_language.reset();
    m_composition.reset();
    compose();
    show();
}

SandboxWindow::~SandboxWindow()
{
    m_window.reset();
    m_fleet.reset();
    // Nothing is asked where the test has started no sandbox.
    if (m_sandbox && m_composition->sandbox()->find())
        requireFaithfulClient(control("GET", u"violations"_s, {}));
    m_composition.reset();
    if (m_sandbox) {
        const QString folder = ProfilePaths::forProfile(u"sandbox"_s).runtime;
        (void)Rendezvous::stop(folder, std::chrono::seconds(30), {});
    }
}

bool SandboxWindow::setSpeed(double speed)
{
    return !control("POST", u"speed"_s, {{u"speed"_s, speed}}).isEmpty();
}

QJsonObject SandboxWindow::control(
    const QByteArray &method, const QString &path, const QJsonObject &body)
{
    QJsonObject answer;
    std::thread beside([&] { // talking to it blocks
        SandboxLink *link = m_composition->sandbox();
        if (link && link->reach({}))
            answer = link->control(method, path, body, {}).value_or(QJsonObject());
    });
    beside.join();
    return answer;
}

void SandboxWindow::show()
{
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    (void)QTest::qWaitForWindowActive(m_window.get());
    m_fleet->start();
    if (ServersService *servers = m_composition->servers())
        servers->start();
}

QDialog *SandboxWindow::plan()
{
    const auto confirm = [this]() -> QLineEdit * {
        const auto *dialog = m_window->findChild<QDialog *>(u"plan"_s);
        return dialog ? dialog->findChild<QLineEdit *>(u"plan.confirm"_s) : nullptr;
    };
    const bool ready = QTest::qWaitFor(
        [&confirm] {
            const QLineEdit *name = confirm();
            return name && name->isVisible();
        },
        30'000);
    return ready ? m_window->findChild<QDialog *>(u"plan"_s) : nullptr;
}

bool SandboxWindow::confirm(const QString &typedName)
{
    const QDialog *dialog = plan();
    if (!dialog)
        return false;
    auto *name = dialog->findChild<QLineEdit *>(u"plan.confirm"_s);
    QTest::keyClicks(name, typedName);
    QTest::keyClick(name, Qt::Key_Return);
    return true;
}

bool SandboxWindow::apply(const QString &typedName)
{
    QSignalSpy started(&m_composition->deploy(), &DeployService::started);
    return confirm(typedName) && (!started.isEmpty() || started.wait(30'000));
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
    parts.incidents = m_composition->incidents();
    parts.sandbox = m_sandbox;
    parts.accounts = m_composition->accountsService();
    parts.network = m_composition->route();
    parts.openOtherProfile = [this] { ++otherProfileOpened; };
    parts.openPage = [this](const QUrl &page) {
        openedPages.append(page);
        return true;
    };
    parts.servers = m_composition->servers();
    parts.ssh = UserSsh::tools();
    parts.deploysStacks = true;
    parts.answerSsh = [this](const SshAsker &asker) { m_composition->ssh().setAsker(asker); };
    parts.openTerminal = [this](const QStringList &command) {
        openedTerminals.append(command);
        return terminalOpens;
    };
    parts.desktopServices = m_desktopServices;
    m_window = std::make_unique<MainWindow>(parts);
}
