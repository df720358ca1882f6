#include "deploy/deployservice.h"
#include "fleet/serversservice.h"
#include "models/fleetmodel.h"
#include "support/samplefleet.h"
#include "support/sandboxwindow.h"
#include "support/sshhome.h"
#include "support/stackserver.h"
#include "support/uitest.h"
#include "ui/deploy/deploymentscontroller.h"
#include "ui/deploy/plandialog.h"
#include "ui/deploy/questiondialog.h"
#include "ui/deploy/targetheader.h"
#include "ui/deploy/targetpanel.h"
#include "ui/fleet/fleetpanel.h"
#include "ui/servers/serverdialog.h"
#include "ui/servers/serverpanel.h"
#include "ui/servers/sshquestiondialog.h"
#include "ui/servers/stackformdialog.h"
#include "ui/servers/stacklinkdialog.h"
#include "ui/servers/terminals.h"
#include "ui/servers/trustdialog.h"
#include "ui/shell/actionregistry.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/statepages.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;

// Servers in the window, against a real sshd.
class TestServersWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void firstServerIsAddedByKeyboard();
    void connectionIsTriedBeforeItIsKept();
    void refusedServersNameTheirField();
    void questionsAreAskedOneAfterAnother();
    void passphraseIsAsked();
    void changedHostKeyIsExplained();
    void deadServerIsToldWithItsRemedy();
    void serverIsRenamedAndRemoved();
    void terminalAndCommands();
    void stackIsLinkedThroughTheGuide();
    void stackShowsItsServices();
    void linkedStackIsDeployed();
    void sandboxHasThePracticeServerAlone();
    void terminalsAreFound_data();
    void terminalsAreFound();

private:
    [[nodiscard]] bool waitFor(const std::function<bool()> &holds) const
    {
        return QTest::qWaitFor(holds, 20'000);
    }
    void keep(const QString &name, const QString &alias);
    [[nodiscard]] FleetServer row(const QString &name) const;
    [[nodiscard]] QAction *action(const char *id) const
    {
        return m_host->window().findChild<ActionRegistry *>()->action(QString::fromLatin1(id));
    }
    [[nodiscard]] bool applyPlan(); // waits for it, and begins
    void look(const QString &name); // pictures in both languages and themes
    template <typename Dialog> Dialog *dialog()
    {
        Dialog *found = nullptr;
        (void)waitFor([this, &found] {
            found = m_host->window().findChild<Dialog *>();
            return found && found->isVisible();
        });
        return found;
    }

    std::unique_ptr<SshHome> m_ssh;
    std::unique_ptr<SshServerProcess> m_sshd;
    std::unique_ptr<SandboxWindow> m_host;
};

void TestServersWindow::init()
{
    qunsetenv("SSH_AUTH_SOCK");
    m_ssh = std::make_unique<SshHome>();
    m_sshd = m_ssh->serve();
    QVERIFY(m_sshd->isUp());
    m_ssh->addHost(u"shop"_s, m_sshd->port());
    qputenv("ATALAYA_SSH_CONFIG", m_ssh->config().toUtf8());
    m_host = std::make_unique<SandboxWindow>(false);
}

void TestServersWindow::cleanup()
{
    m_host.reset();
    m_sshd.reset();
    m_ssh.reset();
}

void TestServersWindow::keep(const QString &name, const QString &alias)
{
    Server server;
    server.name = name;
    server.address.host = alias;
    QVERIFY(m_host->composition().servers()->add(server));
}

FleetServer TestServersWindow::row(const QString &name) const
{
    for (const FleetServer &server : m_host->composition().servers()->servers()) {
        if (server.server.name == name)
            return server;
    }
    return {};
}

bool TestServersWindow::applyPlan()
{
    const QPointer<PlanDialog> plan = dialog<PlanDialog>();
    auto *apply = plan ? FIND(QPushButton, plan.data(), "plan.apply") : nullptr;
    if (!apply || !waitFor([apply] { return apply->isEnabled(); }))
        return false;
    look(u"stack-ready"_s);
    apply->click();
    return waitFor([plan] { return !plan || !plan->isVisible(); });
}

void TestServersWindow::look(const QString &name)
{
    if (qEnvironmentVariableIsEmpty("ATALAYA_SHOTS"))
        return;
    QWidget *shown = QApplication::activeModalWidget();
    if (!shown)
        shown = &m_host->window();
    for (const QString &language : {u"es"_s, u"en"_s}) {
        m_host->language().choose(language);
        for (const Settings::Theme theme : {Settings::Theme::Dark, Settings::Theme::Light}) {
            m_host->appearance().choose(theme);
            UiTest::shot(shown,
                u"%1-%2-%3"_s.arg(
                    name, language, theme == Settings::Theme::Dark ? u"dark"_s : u"light"_s));
        }
    }
}

void TestServersWindow::firstServerIsAddedByKeyboard()
{
    m_ssh->know(*m_sshd);
    m_host->show();
    look(u"start"_s);
    auto *button = FIND(QPushButton, &m_host->window(), "start.server");
    QVERIFY(button->isVisible());
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    auto *add = dialog<ServerDialog>();
    QVERIFY(add);
    QCOMPARE(FIND(QComboBox, add, "server.address")->count(), 1); // the alias
    QVERIFY(!FIND(QPushButton, add, "serverDialog.save")->isEnabled());
    QTest::keyClicks(FIND(QLineEdit, add, "server.addressField"), u"shop"_s);
    QCOMPARE(FIND(QLineEdit, add, "server.nameField")->text(), u"shop"_s);
    QTest::keyClicks(FIND(QLineEdit, add, "server.nameField"), u" one"_s);
    QCOMPARE(UiTest::namelessNodes(add), QStringList());
    look(u"add"_s);
    QTest::keyClick(FIND(QLineEdit, add, "server.nameField"), Qt::Key_Return);
    auto *panel = m_host->window().findChild<ServerPanel *>();
    QVERIFY(waitFor([this] { return row(u"shop one"_s).facts.has_value(); }));
    QVERIFY(panel->isVisible());
    QVERIFY(!FIND(QWidget, &m_host->window(), "start")->isVisible());
    QCOMPARE(panel->place().server, row(u"shop one"_s).server.id);
    QVERIFY(FIND(QTreeView, panel, "place.factsList")->model()->rowCount() > 4);
    QCOMPARE(UiTest::namelessNodes(&m_host->window()), QStringList());
    QVERIFY(m_host->window().windowTitle().startsWith("shop one"_L1));
    look(u"server"_s);
    QCOMPARE(m_sshd->connections(), 1); // dialog, look and fleet share it
}

void TestServersWindow::connectionIsTriedBeforeItIsKept()
{
    m_host->show();
    action("server.add")->trigger();
    auto *add = dialog<ServerDialog>();
    QVERIFY(add);
    FIND(QLineEdit, add, "server.addressField")->setText(u"shop"_s);
    FIND(QPushButton, add, "serverDialog.check")->click();
    auto *question = dialog<SshQuestionDialog>();
    QVERIFY(question);
    QVERIFY(FIND(QLabel, question, "sshQuestion.fingerprint")->text().startsWith("SHA256:"_L1));
    QCOMPARE(UiTest::namelessNodes(question), QStringList());
    look(u"first-contact"_s);
    QTest::keyClick(question, Qt::Key_Return); // the safe way: no
    auto *result = FIND(QLabel, add, "serverDialog.result");
    QVERIFY(waitFor([&] { return result->text().contains("not accepted"_L1); }));
    look(u"declined"_s);
    FIND(QPushButton, add, "serverDialog.check")->click();
    question = dialog<SshQuestionDialog>();
    QVERIFY(question);
    FIND(QPushButton, question, "sshQuestion.go")->click();
    QVERIFY(waitFor([&] { return result->text().contains("is connected"_L1); }));
    look(u"tried"_s);
    QVERIFY(m_host->composition().servers()->servers().isEmpty());
    FIND(QPushButton, add, "serverDialog.save")->click();
    QVERIFY(waitFor([this] { return row(u"shop"_s).facts.has_value(); }));
    QCOMPARE(m_sshd->connections(), 1);
}

void TestServersWindow::refusedServersNameTheirField()
{
    m_host->show();
    action("server.add")->trigger();
    auto *add = dialog<ServerDialog>();
    QVERIFY(add);
    FIND(QLineEdit, add, "server.addressField")->setText(u"-oProxyCommand=x"_s);
    FIND(QPushButton, add, "serverDialog.save")->click();
    auto *banner = FIND(Banner, add, "serverDialog.banner");
    QVERIFY(banner->isVisible());
    FIND(QLineEdit, add, "server.addressField")->setText(u"shop"_s);
    QVERIFY(!banner->isVisible());
    FIND(QLineEdit, add, "server.port")->setText(u"ssh"_s);
    FIND(QPushButton, add, "serverDialog.check")->click();
    QVERIFY(banner->text().contains("65535"_L1));
    QCOMPARE(add->focusWidget(), FIND(QLineEdit, add, "server.port"));
    QVERIFY(m_host->composition().servers()->servers().isEmpty());
}

void TestServersWindow::questionsAreAskedOneAfterAnother()
{
    keep(u"a"_s, u"shop"_s);
    m_ssh->addHost(u"other"_s, m_sshd->port(), {u"HostKeyAlias other"_s});
    keep(u"b"_s, u"other"_s);
    m_host->show();
    QVERIFY(waitFor([this] { return row(u"a"_s).waits && row(u"b"_s).waits; }));
    QVERIFY(!m_host->window().findChild<SshQuestionDialog *>()); // nothing asks by itself
    look(u"unknown"_s);
    ServersService *servers = m_host->composition().servers();
    servers->connectTo(row(u"a"_s).server.id);
    servers->connectTo(row(u"b"_s).server.id);
    for (int number = 0; number < 2; ++number) {
        auto *question = dialog<SshQuestionDialog>();
        QVERIFY(question);
        QCOMPARE(m_host->window().findChildren<SshQuestionDialog *>().size(), 1);
        FIND(QPushButton, question, "sshQuestion.go")->click();
        QVERIFY(waitFor([question = QPointer<QWidget>(question)] { return question.isNull(); }));
    }
    QVERIFY(waitFor([this] { return row(u"a"_s).facts && row(u"b"_s).facts; }));
}

void TestServersWindow::passphraseIsAsked()
{
    m_ssh->know(*m_sshd);
    m_ssh->makeKey(u"locked"_s, u"open sesame"_s);
    m_ssh->addHost(u"safe"_s,
        m_sshd->port(),
        {u"IdentityFile "_s + m_ssh->path(u"locked"_s), u"IdentitiesOnly yes"_s});
    m_ssh->write(u"id"_s, "no key\n"); // the usual one cannot be used
    keep(u"safe"_s, u"safe"_s);
    m_host->show();
    QVERIFY(waitFor([this] { return row(u"safe"_s).waits; }));
    FIND(QPushButton, m_host->window().findChild<ServerPanel *>(), "place.primary")->click();
    auto *question = dialog<SshQuestionDialog>();
    QVERIFY(question);
    auto *field = FIND(QLineEdit, question, "sshQuestion.field");
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    look(u"passphrase"_s);
    QTest::keyClicks(field, u"open sesame"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(waitFor([this] { return row(u"safe"_s).facts.has_value(); }));
}

void TestServersWindow::changedHostKeyIsExplained()
{
    m_ssh->makeKey(u"before"_s, {}, false);
    m_ssh->append(u"known"_s,
        u"[127.0.0.1]:%1 "_s.arg(m_sshd->port()).toUtf8() + m_ssh->publicKey(u"before"_s));
    keep(u"shop"_s, u"shop"_s);
    m_host->show();
    QVERIFY(waitFor([this] { return row(u"shop"_s).waits; }));
    const auto *panel = m_host->window().findChild<ServerPanel *>();
    const auto *pages = FIND(StatePages, panel, "place.pages");
    QCOMPARE(pages->state(), StatePages::State::Error);
    QVERIFY2(
        pages->sentence().contains("is another one than before"_L1), qPrintable(pages->sentence()));
    look(u"changed-key"_s);
    FIND(QPushButton, panel, "place.pages.copyDetails")->click();
    QVERIFY(!QApplication::clipboard()->text().isEmpty());
}

void TestServersWindow::deadServerIsToldWithItsRemedy()
{
    m_ssh->know(*m_sshd);
    keep(u"shop"_s, u"shop"_s);
    m_host->show();
    QVERIFY(waitFor([this] { return row(u"shop"_s).facts.has_value(); }));
    m_sshd->kill();
    QVERIFY(waitFor([this] { return row(u"shop"_s).error.has_value(); }));
    const auto *panel = m_host->window().findChild<ServerPanel *>();
    // What was known stays, with what is wrong above it.
    QCOMPARE(FIND(StatePages, panel, "place.pages")->state(), StatePages::State::Data);
    auto *banner = FIND(Banner, panel, "place.banner");
    QVERIFY(waitFor([banner] { return banner->isVisible(); }));
    look(u"dead"_s);
    m_host->language().choose(u"es"_s);
    QVERIFY2(banner->text().contains("shop"_L1), qPrintable(banner->text()));
    m_host->language().choose(u"en"_s);
}

void TestServersWindow::serverIsRenamedAndRemoved()
{
    m_ssh->know(*m_sshd);
    keep(u"shop"_s, u"shop"_s);
    m_host->show();
    QVERIFY(waitFor([this] { return row(u"shop"_s).facts.has_value(); }));
    m_host->prompts.texts = {u"main"_s};
    action("server.rename")->trigger();
    QVERIFY(m_host->window().windowTitle().startsWith("main"_L1));
    QVERIFY(row(u"main"_s).facts); // it is reached as before: nothing is forgotten
    m_host->prompts.choices = {0};
    action("server.remove")->trigger();
    QCOMPARE(m_host->composition().servers()->servers().size(), 1);
    action("server.edit")->trigger();
    auto *edit = dialog<ServerDialog>();
    QVERIFY(edit);
    QCOMPARE(FIND(QLineEdit, edit, "server.nameField")->text(), u"main"_s);
    FIND(QPlainTextEdit, edit, "server.folders")->setPlainText(u"/srv\n"_s);
    FIND(QPushButton, edit, "serverDialog.save")->click();
    QCOMPARE(row(u"main"_s).server.folders, QStringList{u"/srv"_s});
    m_host->prompts.choices = {1};
    action("server.remove")->trigger();
    QVERIFY(m_host->composition().servers()->servers().isEmpty());
    QVERIFY(FIND(QWidget, &m_host->window(), "start")->isVisible());
    QVERIFY(!action("server.remove")->isEnabled());
}

void TestServersWindow::terminalAndCommands()
{
    m_ssh->know(*m_sshd);
    keep(u"shop"_s, u"shop"_s);
    m_host->show();
    QVERIFY(waitFor([this] { return row(u"shop"_s).facts.has_value(); }));
    action("server.terminal")->trigger();
    QCOMPARE(m_host->openedTerminals.size(), 1);
    QVERIFY(m_host->openedTerminals.first().contains(u"ssh"_s));
    QCOMPARE(m_host->openedTerminals.first().last(), u"shop"_s);
    m_host->terminalOpens = false;
    const auto *panel = m_host->window().findChild<ServerPanel *>();
    FIND(QPushButton, panel, "place.primary")->click();
    auto *banner = FIND(Banner, panel, "place.banner");
    QVERIFY(banner->text().contains("TERMINAL"_L1));
    action("server.copySsh")->trigger();
    QCOMPARE(QApplication::clipboard()->text(), u"ssh -- shop"_s);
    QVERIFY(!action("server.copyDocker")->isEnabled()); // of a stack
    auto *menu = FIND(QMenu, panel, "place.menu");
    QTest::keyClick(&m_host->window(), Qt::Key_Down, Qt::AltModifier);
    QVERIFY(waitFor([menu] { return menu->isVisible(); }));
    QVERIFY(menu->actions().size() > 6);
    for (const QAction *entry : menu->actions())
        QVERIFY(entry->isSeparator() || !entry->text().isEmpty());
    look(u"menu"_s);
    menu->close();
}

void TestServersWindow::stackIsLinkedThroughTheGuide()
{
    m_ssh->know(*m_sshd);
    QTemporaryDir there; // this computer is the server
    QFile compose(there.filePath(u"compose.yaml"_s));
    QVERIFY(compose.open(QIODevice::WriteOnly));
    compose.write("services:\n  web:\n    image: nginx:1.27\n");
    compose.close();
    QTemporaryDir here;
    QVERIFY(QFile::copy(compose.fileName(), here.filePath(u"compose.yaml"_s)));
    Server server;
    server.name = u"shop"_s;
    server.address.host = u"shop"_s;
    server.folders = {there.path()};
    QVERIFY(m_host->composition().servers()->add(server));
    m_host->show();
    const auto *panel = m_host->window().findChild<ServerPanel *>();
    auto *table = FIND(QTreeView, panel, "place.table");
    QVERIFY(waitFor([table] { return table->model()->rowCount() == 1; }));
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(panel->place().stack, there.path());
    look(u"stack-folder"_s);

    action("server.link")->trigger();
    auto *link = dialog<StackLinkDialog>();
    QVERIFY(link);
    QVERIFY(!FIND(QPushButton, link, "stackLink.link")->isEnabled());
    m_host->prompts.paths = {here.path()};
    FIND(QPushButton, link, "stackLink.choose")->click();
    auto *write = FIND(QPushButton, link, "stackLink.write");
    QVERIFY(write->isVisible());
    write->click();
    auto *form = dialog<StackFormDialog>();
    QVERIFY(form);
    QCOMPARE(FIND(QLineEdit, form, "stackForm.compose")->text(), u"compose.yaml"_s);
    QCOMPARE(FIND(QLineEdit, form, "stackForm.directory")->text(), there.path());
    FIND(QLineEdit, form, "stackForm.servers")->clear();
    QVERIFY(!FIND(QPushButton, form, "stackForm.write")->isEnabled()); // and says which line
    FIND(QLineEdit, form, "stackForm.servers")->setText(u"shop"_s);
    FIND(QLineEdit, form, "stackForm.stack")->setText(u"store"_s);
    FIND(QLineEdit, form, "stackForm.migrateService")->setText(u"web"_s);
    FIND(QLineEdit, form, "stackForm.migrate")->setText(u"migrate --all"_s);
    FIND(QLineEdit, form, "stackForm.smoke")->setText(u"http://localhost:8080/"_s);
    QCOMPARE(UiTest::namelessNodes(form), QStringList());
    look(u"stack-form"_s);
    FIND(QPushButton, form, "stackForm.write")->click();
    QVERIFY(QFile::exists(here.filePath(u"atalaya.toml"_s)));
    QVERIFY(FIND(QLabel, link, "stackLink.warning")->isHidden());
    QVERIFY(FIND(QPushButton, link, "stackLink.link")->isEnabled());
    QCOMPARE(UiTest::namelessNodes(link), QStringList());
    look(u"stack-link"_s);
    FIND(QPushButton, link, "stackLink.link")->click();

    // From now on it is a target like an app.
    QVERIFY(!panel->isVisible());
    auto *target = m_host->window().findChild<TargetPanel *>();
    QVERIFY(target->isVisible());
    QCOMPARE(target->app(), AppName(u"stack:store"_s));
    QCOMPARE(FIND(QLabel, target, "target.name")->text(), u"store"_s);
    QVERIFY(m_host->window().windowTitle().startsWith("store"_L1));
    QVERIFY(waitFor([target] { return target->actions().offers(TargetAction::Deploy); }));
    target->setTab(TargetPanel::Tab::Overview);
    QVERIFY(FIND(QTreeView, target, "place.factsList")->isVisible());
    look(u"stack-target"_s);

    // What it runs has to be seen before anything is done with it.
    target->run(TargetAction::Deploy);
    auto *trust = dialog<TrustDialog>();
    QVERIFY(trust);
    QVERIFY(FIND(QTreeView, trust, "trust.commands")->model()->rowCount() > 0);
    QCOMPARE(UiTest::namelessNodes(trust), QStringList());
    look(u"trust"_s);
    QPointer<QWidget> asked(trust);
    FIND(QPushButton, trust, "trust.trust")->click();
    QVERIFY(waitFor([&asked] { return asked.isNull(); }));
    const QString file = here.filePath(u"atalaya.toml"_s);
    QVERIFY(m_host->composition().settings().trust(file));
    auto *plan = dialog<PlanDialog>(); // it is made now, and tells what stands in its way
    QVERIFY(plan);
    const auto *planPages = plan->findChild<StatePages *>();
    QVERIFY(waitFor([planPages] { return planPages->state() != StatePages::State::Loading; }));
    look(u"stack-plan"_s);
    plan->reject();

    action("target.link")->trigger();
    link = dialog<StackLinkDialog>();
    QVERIFY(link);
    FIND(QPushButton, link, "stackLink.unlink")->click();
    QVERIFY(panel->isVisible());
    QCOMPARE(panel->place().stack, there.path());
}

void TestServersWindow::stackShowsItsServices()
{
    ServerPanel panel;
    panel.resize(1016, 600);
    panel.setNow(Sample::now());
    panel.setPlace(Sample::server(true), u"chat"_s);
    panel.show();
    QCOMPARE(FIND(QTreeView, &panel, "place.table")->model()->rowCount(), 3);
    QCOMPARE(UiTest::namelessNodes(&panel), QStringList());
    UiTest::shot(&panel, u"services-en"_s);
    m_host->language().choose(u"es"_s);
    m_host->appearance().choose(Settings::Theme::Dark);
    UiTest::shot(&panel, u"services-es"_s);
    panel.setPlace(Sample::server(true), {});
    UiTest::shot(&panel, u"facts-es"_s);
    m_host->appearance().choose(Settings::Theme::Light);
    m_host->language().choose(u"en"_s);
    panel.setPlace(Sample::server(true), u"gone"_s);
    QCOMPARE(FIND(StatePages, &panel, "place.pages")->state(), StatePages::State::Empty);
}

void TestServersWindow::linkedStackIsDeployed()
{
    StackServer docker; // a stand-in, on a real sshd
    m_sshd = m_ssh->serve(
        {u"SetEnv PATH=%1:/usr/local/bin:/usr/bin:/bin"_s.arg(docker.path(u"bin"_s))}, u"dock"_s);
    QVERIFY(m_sshd->isUp());
    m_ssh->addHost(u"dock"_s, m_sshd->port());
    m_ssh->know(*m_sshd);
    QTemporaryDir folder;
    StackServer::writeProject(folder.path(), {docker.directory()}, "1.0.0");
    docker.runs(folder.path(), "1.0.0");
    StackServer::writeProject(folder.path(), {docker.directory()}, "1.1.0");
    m_host->composition().settings().setProjectConfig(
        u"stack:shop"_s, folder.filePath(u"atalaya.toml"_s));
    keep(u"s1"_s, u"dock"_s);
    m_host->show();
    QVERIFY(waitFor([this] { return row(u"s1"_s).stack(u"shop"_s) != nullptr; }));
    m_host->window().openApp(u"stack:shop"_s);
    auto *target = m_host->window().findChild<TargetPanel *>();
    QVERIFY(target->isVisible());

    target->runPrimary();
    auto *trust = dialog<TrustDialog>();
    QVERIFY(trust);
    FIND(QPushButton, trust, "trust.trust")->click();
    QSignalSpy finished(&m_host->composition().deploy(), &DeployService::finished);
    QVERIFY(applyPlan());
    QVERIFY(finished.wait(60'000));
    QCOMPARE(docker.imageOf(u"web"_s), QByteArray("registry.test/shop/web:1.1.0"));
    QVERIFY(waitFor([target] { return target->header()->sentence().contains("1.1.0"_L1); }));
    QCOMPARE(FIND(QLabel, target, "target.environment")->text(), u"not production"_s);
    look(u"stack-done"_s);
    QVERIFY(waitFor([target] { return target->actions().offers(TargetAction::RollBack); }));

    // The next version never becomes healthy: what now is asked, and done.
    docker.set(u"sick"_s, "1.2.0");
    StackServer::writeProject(folder.path(), {docker.directory()}, "1.2.0");
    target->run(TargetAction::Deploy);
    QVERIFY(applyPlan());
    QVERIFY(finished.wait(60'000));
    QVERIFY(waitFor([target] { return target->canDecide(); }));
    look(u"stack-failed"_s);
    action("action.decide")->trigger();
    auto *question = dialog<QuestionDialog>();
    QVERIFY(question);
    look(u"stack-question"_s);
    FIND(QAbstractButton, question, "question.restore-data")->click();
    FIND(QPushButton, question, "question.go")->click();
    QVERIFY(applyPlan());
    QVERIFY(finished.wait(60'000));
    QCOMPARE(docker.imageOf(u"web"_s), QByteArray("registry.test/shop/web:1.1.0"));
    QVERIFY(waitFor([target] { return !target->canDecide(); }));
    look(u"stack-restored"_s);
    QSet<qint64> told; // each step of the server is journalled once
    const DeploymentState &state = target->controller()->state();
    for (const SpanState &span : state.spans) {
        if (span.run.isEmpty())
            continue;
        QVERIFY2(!told.contains(span.runSequence), qPrintable(QString::number(span.runSequence)));
        told.insert(span.runSequence);
    }
    QVERIFY(told.size() > 5);
}

void TestServersWindow::sandboxHasThePracticeServerAlone()
{
    m_host.reset();
    SandboxWindow sandbox(true);
    sandbox.show();
    ServersService *servers = sandbox.composition().servers();
    QCOMPARE(servers->servers().size(), 1);
    QVERIFY(servers->servers().constFirst().server.local);
    QVERIFY(waitFor([servers] { return servers->servers().constFirst().facts.has_value(); }));
    QCOMPARE(servers->servers().constFirst().facts->stacks.value(0).services.size(), 4);
    // It is the only one, and no ssh reaches it.
    QCOMPARE(servers->add({}).error().kind, Error::Kind::Precondition);
    const auto *actions = sandbox.window().findChild<ActionRegistry *>();
    for (const QString &id : {u"server.add"_s, u"server.remove"_s})
        QVERIFY2(!actions->action(id), qPrintable(id));
}

void TestServersWindow::terminalsAreFound_data()
{
    QTest::addColumn<QStringList>("installed");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QStringList>("launch");
    const QStringList all{u"xdg-terminal-exec"_s, u"konsole"_s, u"xterm"_s};
    QTest::newRow("the desktop's choice")
        << all << u"xterm"_s << QStringList{u"/bin/xdg-terminal-exec"_s, u"ssh"_s};
    QTest::newRow("the variable") << QStringList{u"konsole"_s, u"kitty"_s}
                                  << u"kitty --single-instance"_s
                                  << QStringList{u"/bin/kitty"_s, u"--single-instance"_s, u"ssh"_s};
    QTest::newRow("a variable that is wrong")
        << QStringList{u"gnome-terminal"_s} << u"nothing"_s
        << QStringList{u"/bin/gnome-terminal"_s, u"--"_s, u"ssh"_s};
    QTest::newRow("Debian's") << QStringList{u"x-terminal-emulator"_s, u"xterm"_s} << QString()
                              << QStringList{u"/bin/x-terminal-emulator"_s, u"-e"_s, u"ssh"_s};
    QTest::newRow("none") << QStringList() << u"xterm"_s << QStringList();
}

void TestServersWindow::terminalsAreFound()
{
    QFETCH(QStringList, installed);
    QFETCH(QString, wanted);
    QFETCH(QStringList, launch);
    const auto find = [&installed](const QString &program) {
        return installed.contains(program) ? QString(u"/bin/"_s + program) : QString();
    };
    QCOMPARE(Terminals::launchOf({u"ssh"_s}, wanted, find), launch);
}

QTEST_MAIN(TestServersWindow)
#include "tst_serverswindow.moc"
