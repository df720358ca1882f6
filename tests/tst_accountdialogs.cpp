#include "accounts/accountsservice.h"
#include "core/networkroute.h"
#include "fleet/fleetservice.h"
#include "models/fleetmodel.h"
#include "sandbox/sandboxserver.h"
#include "support/sandboxwindow.h"
#include "support/uitest.h"
#include "ui/accounts/startpage.h"
#include "ui/deploy/targetheader.h"
#include "ui/fleet/fleetpanel.h"
#include "ui/shell/actionregistry.h"
#include "ui/widgets/banner.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QTreeView>

#include <thread>

using namespace Qt::StringLiterals;

namespace {
const QByteArray full = "fo1_sandbox_full";
const QByteArray ofOneApp = "fm2_sandbox_deploy_grupo_gad";
} // namespace

// The window before and with accounts, on a platform that is a sandbox over HTTP.
class TestAccountDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void firstRunOffersTwoWays();
    void aPastedTokenIsShownBeforeItIsKept();
    void wrongTokensAreToldAtOnce();
    void loginGoesThroughTheBrowser();
    void foundTokensAreOffered();
    void accountsAreManaged();
    void readOnlyGreysTheActions();
    void foldersAreLinked();
    void networkIsChosen();
    void aProxysLoginIsKeptAndForgotten();
    void lastKnownIsShownWhileOffline();
    void bothLanguagesAndThemes();

private:
    [[nodiscard]] MainWindow &window() { return m_host->window(); }
    [[nodiscard]] AccountsService &accounts() { return *m_host->composition().accountsService(); }
    void trigger(const QString &id);
    QDialog *dialog(const QString &name);
    int appsShown();
    void connectWith(const QByteArray &token, const QString &name);
    void finishKeeping(QDialog *connecting, const QString &name);

    std::unique_ptr<SandboxServer> m_server;
    std::unique_ptr<SandboxWindow> m_host;
    std::unique_ptr<QTemporaryDir> m_flyctl;
};

void TestAccountDialogs::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:"); // no keychain
    SandboxOptions options;
    options.scenario = u"field-cases"_s;
    options.speed = 30;
    Result<std::unique_ptr<SandboxServer>> started = SandboxServer::start(options);
    QVERIFY(started.has_value());
    m_server = std::move(*started);
    for (const char *name : {"ATALAYA_MACHINES_URL", "ATALAYA_WEB_URL", "ATALAYA_RELEASES_URL"})
        qputenv(name, m_server->url().toEncoded());
}

void TestAccountDialogs::init()
{
    m_flyctl = std::make_unique<QTemporaryDir>();
    qputenv("FLY_CONFIG_DIR", m_flyctl->path().toUtf8());
    m_host = std::make_unique<SandboxWindow>(false);
    m_host->show();
}

void TestAccountDialogs::cleanup()
{
    m_host.reset();
}

void TestAccountDialogs::trigger(const QString &id)
{
    for (QAction *action : window().actions()) {
        if (action->objectName() == id) {
            QVERIFY2(action->isEnabled(), qPrintable(id));
            action->trigger();
            return;
        }
    }
    QFAIL(qPrintable(id));
}

int TestAccountDialogs::appsShown()
{
    const QTreeView *tree = FIND(QTreeView, &window(), "fleet.tree");
    const QAbstractItemModel *model = tree->model();
    return tree->isVisible() ? model->rowCount(model->index(0, 0)) : 0;
}

QDialog *TestAccountDialogs::dialog(const QString &name)
{
    QDialog *found = window().findChild<QDialog *>(name);
    if (!found)
        qFatal("no dialog %s", qPrintable(name));
    return found;
}

// Keeps it for the session: there is no keychain here.
void TestAccountDialogs::finishKeeping(QDialog *connecting, const QString &name)
{
    auto *next = FIND(QPushButton, connecting, "connect.next");
    auto *field = FIND(QLineEdit, connecting, "connect.name");
    QTRY_VERIFY_WITH_TIMEOUT(field->isVisible(), 30'000);
    field->setText(name);
    QVERIFY(!FIND(QRadioButton, connecting, "connect.keychain")->isEnabled());
    QVERIFY(!next->isEnabled()); // where it is kept is the person's to say
    FIND(QRadioButton, connecting, "connect.session")->click();
    QVERIFY(next->isEnabled());
    const auto before = accounts().accounts().size();
    next->click();
    QTRY_COMPARE_WITH_TIMEOUT(accounts().accounts().size(), before + 1, 30'000);
}

void TestAccountDialogs::connectWith(const QByteArray &token, const QString &name)
{
    trigger(u"accounts.connect"_s);
    QDialog *connecting = dialog(u"connect"_s);
    FIND(QLineEdit, connecting, "connect.token")->setText(QString::fromLatin1(token));
    FIND(QPushButton, connecting, "connect.next")->click();
    finishKeeping(connecting, name);
    QTRY_VERIFY_WITH_TIMEOUT(!window().findChild<QDialog *>(u"connect"_s), 10'000);
}

void TestAccountDialogs::firstRunOffersTwoWays()
{
    auto *start = FIND(StartPage, &window(), "start");
    QVERIFY(start->isVisible());
    QVERIFY(!FIND(QTreeView, &window(), "fleet.tree")->isVisible());
    QCOMPARE(UiTest::namelessNodes(&window()), QStringList());
    FIND(QPushButton, start, "start.try")->click();
    QCOMPARE(m_host->otherProfileOpened, 1);
    FIND(QPushButton, start, "start.connect")->click();
    QDialog *connecting = dialog(u"connect"_s);
    QCOMPARE(UiTest::namelessNodes(connecting), QStringList());
    QTest::keyClick(connecting, Qt::Key_Escape);
    QVERIFY(accounts().accounts().isEmpty());
}

void TestAccountDialogs::aPastedTokenIsShownBeforeItIsKept()
{
    trigger(u"accounts.connect"_s);
    QDialog *connecting = dialog(u"connect"_s);
    auto *token = FIND(QLineEdit, connecting, "connect.token");
    QCOMPARE(token->echoMode(), QLineEdit::Password);
    token->setText(QString::fromLatin1(ofOneApp));
    FIND(QPushButton, connecting, "connect.next")->click();
    auto *facts = FIND(QLabel, connecting, "connect.facts");
    QTRY_VERIFY_WITH_TIMEOUT(facts->isVisible(), 30'000);
    QVERIFY2(facts->text().contains("grupo-gad"_L1), qPrintable(facts->text()));
    QVERIFY(accounts().accounts().isEmpty());
    QVERIFY(token->text().isEmpty()); // not longer than needed
    QCOMPARE(UiTest::namelessNodes(connecting), QStringList());
    FIND(QPushButton, connecting, "connect.back")->click();
    token->setText(QString::fromLatin1(full));
    FIND(QPushButton, connecting, "connect.next")->click();

    // An encrypted file wants a password of some length, twice.
    QTRY_VERIFY_WITH_TIMEOUT(FIND(QLineEdit, connecting, "connect.name")->isVisible(), 30'000);
    auto *next = FIND(QPushButton, connecting, "connect.next");
    FIND(QRadioButton, connecting, "connect.file")->click();
    auto *password = FIND(QLineEdit, connecting, "connect.password");
    auto *repeat = FIND(QLineEdit, connecting, "connect.repeat");
    password->setText(u"short"_s);
    repeat->setText(u"short"_s);
    QVERIFY(!next->isEnabled());
    password->setText(u"correct horse"_s);
    QVERIFY(!next->isEnabled());
    repeat->setText(u"correct horse"_s);
    QVERIFY(next->isEnabled());
    FIND(QCheckBox, connecting, "connect.readOnly")->setChecked(true);
    next->click();
    QTRY_COMPARE_WITH_TIMEOUT(accounts().accounts().size(), 1, 30'000);
    QCOMPARE(accounts().accounts().first().place, TokenPlace::EncryptedFile);
    QVERIFY(accounts().accounts().first().readOnly);
    QVERIFY(!FIND(StartPage, &window(), "start")->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(appsShown() >= 2, 30'000); // the fleet fills itself

    // The next start asks for the password, once.
    m_host->restart();
    QDialog *managing = dialog(u"accounts"_s);
    auto *unlocking = FIND(QLineEdit, managing, "accounts.password");
    QVERIFY(unlocking->isVisible());
    QCOMPARE(UiTest::namelessNodes(managing), QStringList());
    UiTest::shot(managing, u"accounts-locked"_s);
    unlocking->setText(u"wrong"_s);
    QTest::keyClick(unlocking, Qt::Key_Return);
    auto *banner = FIND(Banner, managing, "accounts.banner");
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 30'000);
    unlocking->setText(u"correct horse"_s);
    QTest::keyClick(unlocking, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!unlocking->isVisible(), 30'000);
    managing->accept();
    QTRY_VERIFY_WITH_TIMEOUT(appsShown() >= 2, 30'000);
}

void TestAccountDialogs::wrongTokensAreToldAtOnce()
{
    trigger(u"accounts.connect"_s);
    QDialog *connecting = dialog(u"connect"_s);
    auto *token = FIND(QLineEdit, connecting, "connect.token");
    auto *banner = FIND(Banner, connecting, "connect.banner");
    for (const auto &[text, said] : {std::pair(u"these are words"_s, u"not a token"_s),
             std::pair(u"ghp_0123456789abcdefghijABCDEFGHIJ012345"_s, u"another service"_s),
             std::pair(u"fo1_sandbox_expired"_s, u"expired"_s)}) {
        token->setText(text);
        FIND(QPushButton, connecting, "connect.next")->click();
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible() && banner->text().contains(said), 30'000);
    }
    connecting->reject();
    QVERIFY(accounts().accounts().isEmpty());
}

void TestAccountDialogs::loginGoesThroughTheBrowser()
{
    trigger(u"accounts.connect"_s);
    QDialog *connecting = dialog(u"connect"_s);
    FIND(QPushButton, connecting, "connect.next")->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_host->openedPages.size(), 1, 30'000);
    QVERIFY(FIND(QLabel, connecting, "connect.address")->isVisible());
    UiTest::shot(connecting, u"connect-browser"_s);
    std::thread browser([this] {
        const auto transport = m_host->composition().clients().plainTransport();
        HttpRequest request;
        request.method = "POST";
        request.url = m_host->openedPages.first();
        (void)transport->perform(request, {});
    });
    browser.join();
    finishKeeping(connecting, u"from the browser"_s);
    QCOMPARE(accounts().accounts().first().name, u"from the browser"_s);
}

void TestAccountDialogs::foundTokensAreOffered()
{
    QFile file(m_flyctl->filePath(u"config.yml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("access_token: " + full + '\n') > 0);
    file.close();
    trigger(u"accounts.connect"_s);
    QDialog *connecting = dialog(u"connect"_s);
    FIND(QRadioButton, connecting, "connect.found0")->click();
    UiTest::shot(connecting, u"connect-found"_s);
    FIND(QPushButton, connecting, "connect.next")->click();
    auto *next = FIND(QPushButton, connecting, "connect.next");
    QTRY_VERIFY_WITH_TIMEOUT(
        FIND(QLineEdit, connecting, "connect.name")->isVisible() && next->isEnabled(), 30'000);
    QVERIFY(!FIND(QRadioButton, connecting, "connect.session")->isVisible());
    next->click();
    QTRY_COMPARE_WITH_TIMEOUT(accounts().accounts().size(), 1, 30'000);
    QCOMPARE(accounts().accounts().first().place, TokenPlace::FlyctlFile);
}

void TestAccountDialogs::accountsAreManaged()
{
    connectWith(full, u"whole"_s);
    connectWith(ofOneApp, u"one app"_s);
    trigger(u"accounts.manage"_s);
    QDialog *managing = dialog(u"accounts"_s);
    QCOMPARE(UiTest::namelessNodes(managing), QStringList());
    auto *list = FIND(QTreeView, managing, "accounts.list");
    QCOMPARE(list->model()->rowCount(), 2);
    UiTest::shot(managing, u"accounts"_s);
    m_host->prompts.texts = {u"renamed"_s};
    FIND(QPushButton, managing, "accounts.rename")->click();
    QCOMPARE(accounts().accounts().first().name, u"renamed"_s);
    FIND(QPushButton, managing, "accounts.recheck")->click();
    auto *banner = FIND(Banner, managing, "accounts.banner");
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 30'000);
    QVERIFY(banner->text().contains("renamed"_L1));

    FIND(QPushButton, managing, "accounts.remove")->click(); // asked, and kept
    QCOMPARE(accounts().accounts().size(), 2);
    QCOMPARE(m_host->prompts.asked.size(), 1);
    m_host->prompts.choices = {1};
    FIND(QPushButton, managing, "accounts.remove")->click();
    QTRY_COMPARE_WITH_TIMEOUT(accounts().accounts().size(), 1, 30'000);
    QCOMPARE(accounts().accounts().first().name, u"one app"_s);
    QCOMPARE(list->model()->rowCount(), 1);
    managing->accept();
}

void TestAccountDialogs::readOnlyGreysTheActions()
{
    connectWith(full, u"mine"_s);
    m_host->window().openApp(u"grupo-gad"_s);
    QAction *retry = nullptr;
    for (QAction *action : window().actions()) {
        if (action->objectName() == "action.primary"_L1)
            retry = action;
    }
    QVERIFY(retry);
    QTRY_VERIFY_WITH_TIMEOUT(retry->isEnabled(), 30'000);
    trigger(u"accounts.manage"_s);
    QDialog *managing = dialog(u"accounts"_s);
    FIND(QCheckBox, managing, "accounts.readOnly")->click();
    QVERIFY(accounts().accounts().first().readOnly);
    QTRY_VERIFY_WITH_TIMEOUT(!retry->isEnabled(), 30'000);
    FIND(QCheckBox, managing, "accounts.readOnly")->click();
    QTRY_VERIFY_WITH_TIMEOUT(retry->isEnabled(), 30'000);
    managing->accept();
}

void TestAccountDialogs::foldersAreLinked()
{
    connectWith(full, u"mine"_s);
    m_host->window().openApp(u"grupo-gad"_s);
    QTemporaryDir mono;
    for (const QString &name : {u"api"_s, u"web"_s}) {
        QDir(mono.path()).mkpath(name);
        QFile file(mono.filePath(name + u"/fly.toml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(name == "api"_L1 ? "app = \"other-app\"\n" : "app = \"grupo-gad\"\n");
    }
    trigger(u"target.link"_s);
    QDialog *linking = dialog(u"link"_s);
    m_host->prompts.paths = {mono.path()};
    FIND(QPushButton, linking, "link.choose")->click();
    auto *files = FIND(QListWidget, linking, "link.files");
    QCOMPARE(files->count(), 2);
    QVERIFY(files->currentItem()->text().contains("web"_L1)); // the one that names the app
    QCOMPARE(UiTest::namelessNodes(linking), QStringList());
    files->setCurrentRow(0);
    QVERIFY(FIND(QLabel, linking, "link.warning")->isVisible());
    UiTest::shot(linking, u"link"_s);
    files->setCurrentRow(1);
    FIND(QPushButton, linking, "link.link")->click();
    Settings &settings = m_host->composition().settings();
    QCOMPARE(settings.projectConfig(u"grupo-gad"_s), mono.filePath(u"web/fly.toml"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!window().findChild<QDialog *>(u"link"_s), 10'000);
    trigger(u"target.link"_s);
    FIND(QPushButton, dialog(u"link"_s), "link.unlink")->click();
    QVERIFY(settings.projectConfig(u"grupo-gad"_s).isEmpty());
}

void TestAccountDialogs::networkIsChosen()
{
    QTemporaryDir folder;
    QFile empty(folder.filePath(u"empty.pem"_s));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    trigger(u"network.choose"_s);
    QPointer<QDialog> choosing = dialog(u"network"_s);
    QCOMPARE(UiTest::namelessNodes(choosing), QStringList());
    auto *address = FIND(QLineEdit, choosing, "network.address");
    auto *file = FIND(QLineEdit, choosing, "network.file");
    auto *facts = FIND(QLabel, choosing, "network.authorities");
    auto *save = FIND(QPushButton, choosing, "network.save");
    auto *banner = FIND(Banner, choosing, "network.banner");
    QVERIFY(FIND(QRadioButton, choosing, "network.system")->isChecked());
    QVERIFY(!address->isEnabled());
    FIND(QRadioButton, choosing, "network.given")->click();
    QVERIFY(address->isEnabled());
    address->setText(u"http://me:secret-77@p.example:1"_s);
    save->click();
    QVERIFY(banner->text().contains(u"https_proxy"_s));
    address->setText(u"p.example:3128"_s);
    m_host->prompts.paths = {empty.fileName()};
    FIND(QPushButton, choosing, "network.chooseFile")->click();
    QVERIFY(facts->text().contains(empty.fileName()));
    save->click();
    QVERIFY(banner->text().contains(u"empty.pem"_s)); // which one is wrong
    file->setText(QFINDTESTDATA(u"data/probe/authority.pem"_s));
    QVERIFY(facts->text().contains(u"Atalaya tests"_s));
    for (const QString &language : {u"en"_s, u"es"_s}) {
        for (const bool dark : {false, true}) {
            m_host->language().choose(language);
            m_host->appearance().choose(dark ? Settings::Theme::Dark : Settings::Theme::Light);
            UiTest::shot(choosing, u"network-"_s + language + (dark ? u"-dark"_s : u"-light"_s));
        }
    }
    m_host->language().choose(u"en"_s);
    save->click();
    QTRY_VERIFY_WITH_TIMEOUT(!choosing, 10'000);
    const NetworkRoute::Choice kept = m_host->composition().settings().network();
    QCOMPARE(kept.proxy, NetworkRoute::Proxy::Given);
    QCOMPARE(kept.address, u"p.example:3128"_s);
    QVERIFY(kept.authorityFile.endsWith(u"authority.pem"_s));
    QCOMPARE(m_host->composition().route()->choice(), kept); // at once
}

// Name and password of a proxy: in the encrypted file, then for the session only, then forgotten.
void TestAccountDialogs::aProxysLoginIsKeptAndForgotten()
{
    const auto begin = [this] {
        trigger(u"network.choose"_s);
        return QPointer<QDialog>(dialog(u"network"_s));
    };
    Settings &settings = m_host->composition().settings();
    NetworkRoute &route = *m_host->composition().route();
    QPointer<QDialog> choosing = begin();
    QVERIFY(!FIND(QLineEdit, choosing, "network.user")->isEnabled()); // of which proxy?
    FIND(QRadioButton, choosing, "network.given")->click();
    FIND(QLineEdit, choosing, "network.address")->setText(u"p.example:3128"_s);
    auto *user = FIND(QLineEdit, choosing, "network.user");
    auto *place = FIND(QComboBox, choosing, "network.place");
    QVERIFY(user->isEnabled());
    QVERIFY(!place->isVisible());
    user->setText(u"me"_s);
    FIND(QPushButton, choosing, "network.save")->click();
    QVERIFY(FIND(Banner, choosing, "network.banner")->text().contains(u"both"_s));
    FIND(QLineEdit, choosing, "network.password")->setText(u"open-sesame-93"_s);
    place->setCurrentIndex(place->findData(QVariant::fromValue(TokenPlace::EncryptedFile)));
    auto *filePassword = FIND(QLineEdit, choosing, "network.filePassword");
    QVERIFY(filePassword->isVisible());
    filePassword->setText(u"correct horse"_s);
    auto *repeat = FIND(QLineEdit, choosing, "network.fileRepeat");
    if (repeat->isVisible()) {
        FIND(QPushButton, choosing, "network.save")->click();
        QVERIFY(FIND(Banner, choosing, "network.banner")->text().contains(u"differ"_s));
        repeat->setText(u"correct horse"_s);
    }
    QCOMPARE(UiTest::namelessNodes(choosing), QStringList());
    for (const QString &language : {u"en"_s, u"es"_s}) {
        for (const bool dark : {false, true}) {
            m_host->language().choose(language);
            m_host->appearance().choose(dark ? Settings::Theme::Dark : Settings::Theme::Light);
            UiTest::shot(choosing, u"proxylogin-"_s + language + (dark ? u"-dark"_s : u"-light"_s));
        }
    }
    m_host->language().choose(u"en"_s);
    FIND(QPushButton, choosing, "network.save")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!choosing, 30'000);
    const KeptProxyLogin inFile{u"p.example:3128"_s, TokenPlace::EncryptedFile};
    QCOMPARE(settings.proxyLogin(), std::optional(inFile));
    QCOMPARE(route.loginProxy(), inFile.proxy); // at once

    choosing = begin();
    QVERIFY(FIND(QLabel, choosing, "network.loginState")->text().contains(u"encrypted file"_s));
    QVERIFY(FIND(QLineEdit, choosing, "network.password")->text().isEmpty());
    UiTest::shot(choosing, u"proxylogin-kept"_s);
    FIND(QLineEdit, choosing, "network.user")->setText(u"me"_s);
    FIND(QLineEdit, choosing, "network.password")->setText(u"open-sesame-94"_s);
    place = FIND(QComboBox, choosing, "network.place");
    place->setCurrentIndex(place->findData(QVariant::fromValue(TokenPlace::Session)));
    FIND(QPushButton, choosing, "network.save")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!choosing, 30'000);
    QVERIFY(!settings.proxyLogin());
    QCOMPARE(route.loginProxy(), inFile.proxy);

    choosing = begin();
    QVERIFY(FIND(QLabel, choosing, "network.loginState")->text().contains(u"closes"_s));
    FIND(QPushButton, choosing, "network.forget")->click();
    QTRY_VERIFY_WITH_TIMEOUT(route.loginProxy().isEmpty(), 10'000);
    QVERIFY(!FIND(QPushButton, choosing, "network.forget")->isVisible());
    FIND(QPushButton, choosing, "network.cancel")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!choosing, 10'000);
}

void TestAccountDialogs::lastKnownIsShownWhileOffline()
{
    connectWith(full, u"mine"_s);
    QTRY_VERIFY_WITH_TIMEOUT(appsShown() > 0, 30'000);
    const auto isSeen = [](const FleetApp &row) {
        return row.app.name.value == "grupo-gad"_L1 && !row.machines.isEmpty();
    };
    const auto rows = [this] { return m_host->fleet().snapshot().accounts.first().apps; };
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::any_of(rows(), isSeen), 30'000);
    FleetAccount kept = m_host->fleet().snapshot().accounts.first();
    kept.fetchedAt = kept.fetchedAt.addSecs(-7200);
    kept.remembered = true;
    for (FleetApp &row : kept.apps) {
        row.remembered = true;
        row.fetchedAt = kept.fetchedAt;
    }
    // As if this were the next start, with no answer yet.
    FleetService::Account mine;
    mine.id = kept.id;
    mine.name = u"mine"_s;
    FleetService offline({mine}, m_host->composition().clock());
    offline.showLastKnown({kept});
    FleetPanel panel;
    panel.resize(300, 420);
    panel.setNow(m_host->composition().clock().wallNow());
    panel.setSnapshot(offline.snapshot());
    panel.show();
    const QModelIndex shop = panel.model()->indexOfApp(AppName(u"grupo-gad"_s));
    QVERIFY(shop.isValid());
    QVERIFY(shop.data(FleetModel::StaleRole).toBool());
    QVERIFY(panel.model()->index(0, 0, shop).data(FleetModel::StaleRole).toBool());
    UiTest::shot(&panel, u"lastknown-fleet"_s);
    TargetHeader header;
    header.resize(900, 90);
    header.setTarget(AppName(u"grupo-gad"_s), true);
    header.setNow(m_host->composition().clock().wallNow());
    const std::optional<FleetApp> known = panel.model()->app(AppName(u"grupo-gad"_s));
    header.setApp(known);
    const TargetActions actions = targetActions(&*known, {});
    QCOMPARE(actions.blocked, TargetActions::Blocked::LastKnown);
    header.setActions(actions);
    header.show();
    QVERIFY(!FIND(QPushButton, &header, "target.primary")->isEnabled());
    QVERIFY(FIND(QPushButton, &header, "target.primary")->toolTip().contains(u"last known"_s));
    UiTest::shot(&header, u"lastknown-header"_s);
}

void TestAccountDialogs::bothLanguagesAndThemes()
{
    for (const QString &language : {u"en"_s, u"es"_s}) {
        for (const bool dark : {false, true}) {
            m_host->language().choose(language);
            m_host->appearance().choose(dark ? Settings::Theme::Dark : Settings::Theme::Light);
            const QString suffix = language + (dark ? u"-dark"_s : u"-light"_s);
            UiTest::shot(&window(), u"start-"_s + suffix);
            trigger(u"accounts.connect"_s);
            QDialog *connecting = dialog(u"connect"_s);
            UiTest::shot(connecting, u"connect-source-"_s + suffix);
            FIND(QLineEdit, connecting, "connect.token")->setText(QString::fromLatin1(full));
            FIND(QPushButton, connecting, "connect.next")->click();
            auto *file = FIND(QRadioButton, connecting, "connect.file");
            QTRY_VERIFY_WITH_TIMEOUT(file->isVisible(), 30'000);
            file->click();
            UiTest::shot(connecting, u"connect-keeping-"_s + suffix);
            const QString facts = FIND(QLabel, connecting, "connect.facts")->text();
            QCOMPARE(facts.contains("Pertenece"_L1), language == "es"_L1);
            connecting->reject();
            QTRY_VERIFY_WITH_TIMEOUT(!window().findChild<QDialog *>(u"connect"_s), 10'000);
        }
    }
}

QTEST_MAIN(TestAccountDialogs)
#include "tst_accountdialogs.moc"
