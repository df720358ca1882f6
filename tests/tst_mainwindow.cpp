#include "fleet/incidentwatch.h"
#include "models/words.h"
#include "support/sandboxwindow.h"
#include "support/timelinestory.h"
#include "support/uitest.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/commandpalette.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/statepages.h"

#include <QApplication>
#include <QJsonObject>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

// The window without an account and without a network.
class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void withoutATokenItSaysWhatToDo();
    void palettesRunCommands();
    void everyShortcutIsUnique();
    void everyMenuEntryDoesSomething();
    void languageSwitchesLive();
    void themeSwitchesLive();
    void geometryIsKept();
    void noticesStandAboveAndGoAway();
    void interruptedDeploymentIsTold();
    void incidentOfThePlatformIsToldUntilItIsOver();
    void noServiceNeedsTheWindow();
    void everyFocusableNodeHasARoleAndName();
    void nothingIsClippedWhenItIsSmall();

private:
    std::unique_ptr<SandboxWindow> m_host;
};

void TestMainWindow::init()
{
    m_host = std::make_unique<SandboxWindow>(false);
    m_host->show();
}

void TestMainWindow::cleanup()
{
    m_host.reset();
}

void TestMainWindow::withoutATokenItSaysWhatToDo()
{
    auto *start = FIND(QWidget, &m_host->window(), "start");
    QVERIFY(start->isVisible());
    QVERIFY(FIND(QPushButton, start, "start.connect")->isEnabled());
    QVERIFY(FIND(QPushButton, start, "start.try")->isEnabled());
    UiTest::shot(&m_host->window(), u"no-account"_s);
    // The keyboard is where the user goes on, not in the bar above.
    QCOMPARE(QApplication::focusWidget(), FIND(QPushButton, start, "start.connect"));
    QTest::keyClick(&m_host->window(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), FIND(QPushButton, start, "start.server"));
    QTest::keyClick(&m_host->window(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), FIND(QPushButton, start, "start.try"));
}

void TestMainWindow::palettesRunCommands()
{
    QTest::keyClick(&m_host->window(), Qt::Key_K, Qt::ControlModifier);
    auto *field = FIND(QLineEdit, &m_host->window(), "commandField");
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, u"dark"_s);
    auto *list = FIND(QListView, &m_host->window(), "palette.list");
    QVERIFY(list->isVisible());
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(m_host->appearance().dark());
    QVERIFY(!list->isVisible());
}

void TestMainWindow::everyShortcutIsUnique()
{
    QStringList seen;
    for (const QAction *action : m_host->window().actions()) {
        for (const QKeySequence &keys : action->shortcuts()) {
            QVERIFY2(!seen.contains(keys.toString()), qPrintable(keys.toString()));
            seen.append(keys.toString());
        }
        QVERIFY2(!action->objectName().isEmpty(), qPrintable(action->text()));
        QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
    }
    QVERIFY(seen.contains(u"Ctrl+K"_s));
}

void TestMainWindow::everyMenuEntryDoesSomething()
{
    const QMenu *menu = FIND(QMenu, &m_host->window(), "menu");
    int entries = 0;
    for (const QAction *action : menu->actions()) {
        if (action->isSeparator())
            continue;
        ++entries;
        QVERIFY(!action->objectName().isEmpty());
        QVERIFY2(m_host->window().actions().contains(const_cast<QAction *>(action)),
            qPrintable(action->objectName()));
    }
    QVERIFY(entries >= 12);
}

void TestMainWindow::languageSwitchesLive()
{
    auto *spanish = FIND(QToolButton, &m_host->window(), "language.esButton");
    spanish->click();
    QCOMPARE(m_host->language().current(), u"es"_s);
    QCOMPARE(m_host->composition().settings().language(), u"es"_s);
    QCOMPARE(QLocale().language(), QLocale::Spanish);
    QVERIFY(spanish->isChecked());
    QTest::keyClick(&m_host->window(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_host->language().current(), u"en"_s);
    QVERIFY(!spanish->isChecked());
}

void TestMainWindow::themeSwitchesLive()
{
    const QImage light = m_host->window().grab().toImage();
    FIND(QToolButton, &m_host->window(), "themeButton")->click();
    QVERIFY(m_host->appearance().dark());
    QCOMPARE(m_host->composition().settings().theme(), Settings::Theme::Dark);
    QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 100);
    QVERIFY(m_host->window().grab().toImage() != light);
    m_host->appearance().choose(Settings::Theme::Light);
}

void TestMainWindow::geometryIsKept()
{
    m_host->window().resize(1100, 640);
    QVERIFY(m_host->window().close());
    m_host->closeWindow();
    m_host->openWindow();
    QCOMPARE(m_host->window().size(), QSize(1100, 640));
}

void TestMainWindow::noticesStandAboveAndGoAway()
{
    auto *banner = FIND(Banner, &m_host->window(), "banner");
    m_host->window().showNotice(u"The journal is damaged."_s);
    QVERIFY(banner->isVisible());
    QCOMPARE(banner->text(), u"The journal is damaged."_s);
    FIND(QToolButton, banner, "banner.close")->setFocus();
    QTest::keyClick(FIND(QToolButton, banner, "banner.close"), Qt::Key_Escape);
    QVERIFY(!banner->isVisible());
}

// Through the real sandbox: its status page is asked as the platform's is.
void TestMainWindow::incidentOfThePlatformIsToldUntilItIsOver()
{
    m_host.reset();
    SandboxWindow host(true);
    const QJsonObject incident{{u"name"_s, u"incident"_s},
        {u"options"_s, QJsonObject{{u"name"_s, u"Machines in dfw cannot be updated"_s}}}};
    QVERIFY(!host.control("POST", u"faults"_s, incident).isEmpty());
    host.show();
    auto *banner = FIND(Banner, &host.window(), "banner");
    IncidentWatch *watch = host.composition().incidents();
    const auto looked = [&](const QString &wanted) {
        watch->refresh();
        return banner->isVisible() && banner->text().contains(wanted);
    };
    QTRY_VERIFY_WITH_TIMEOUT(
        looked(u"Machines in dfw cannot be updated (investigating)"_s), 20'000);
    UiTest::shot(&host.window(), u"incident"_s);
    host.language().choose(u"es"_s);
    QTRY_VERIFY(banner->text().startsWith(u"Fly.io informa de una incidencia"_s));
    UiTest::shot(&host.window(), u"incident-es"_s);
    host.language().choose(u"en"_s);

    FIND(QToolButton, banner, "banner.close")->click();
    QVERIFY(!banner->isVisible());
    QVERIFY(!host.control("POST", u"faults"_s, incident).isEmpty()); // one more
    QTRY_VERIFY_WITH_TIMEOUT(looked(u"2 incidents"_s), 20'000);
    QVERIFY(!host.control("POST", u"faults"_s, {{u"clear"_s, QString()}}).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT((watch->refresh(), !banner->isVisible()), 20'000);
}

void TestMainWindow::interruptedDeploymentIsTold()
{
    m_host->closeWindow();
    const QList<DeployEvent> events = TimelineStory::retried().events(30'000);
    Journal &journal = m_host->composition().journal();
    const AppName app(u"grupo-gad"_s);
    QVERIFY(journal.begin(events.first().deployment, app));
    for (const DeployEvent &event : events)
        QVERIFY(journal.append(event, Durability::Batched));
    m_host->openWindow();
    m_host->show();
    auto *banner = FIND(Banner, &m_host->window(), "banner");
    QTRY_VERIFY(banner->isVisible() && banner->text().contains("grupo-gad"_L1));
    FIND(QPushButton, banner, "banner.action")->click();
    QVERIFY(!banner->isVisible());
    auto *outcome = FIND(QWidget, &m_host->window(), "outcome");
    auto *resume = FIND(QPushButton, &m_host->window(), "outcome.resume");
    QTRY_VERIFY_WITH_TIMEOUT(outcome->isVisible() && !resume->isHidden(), 20'000);
    QCOMPARE(FIND(QPushButton, &m_host->window(), "target.primary")->text(),
        QCoreApplication::translate("TargetHeader", "Resume"));
    QVERIFY(!resume->isEnabled()); // without a token nothing can be changed
    UiTest::shot(&m_host->window(), u"interrupted"_s);
}

void TestMainWindow::noServiceNeedsTheWindow()
{
    m_host->closeWindow();
    m_host->fleet().refreshNow();
    m_host->openWindow();
    m_host->window().openApp(u"not-there-yet"_s);
    QVERIFY(m_host->window().windowTitle().contains("not-there-yet"_L1));
}

void TestMainWindow::everyFocusableNodeHasARoleAndName()
{
    QCOMPARE(UiTest::namelessNodes(&m_host->window()), QStringList());
}

void TestMainWindow::nothingIsClippedWhenItIsSmall()
{
    m_host->window().resize(m_host->window().minimumSize());
    QCoreApplication::processEvents();
    auto *topBar = FIND(QWidget, &m_host->window(), "topBar");
    for (const QToolButton *button : topBar->findChildren<QToolButton *>()) {
        if (button->isVisible())
            QVERIFY2(topBar->rect().contains(button->geometry()), qPrintable(button->objectName()));
    }
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
