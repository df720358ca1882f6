#include "diagnosis/catalogue.h"
#include "models/comparisonmodel.h"
#include "models/fleetmodel.h"
#include "support/samplefleet.h"
#include "support/timelinestory.h"
#include "support/uitest.h"
#include "ui/deploy/capsuledialog.h"
#include "ui/deploy/capsulewindow.h"
#include "ui/deploy/comparedialog.h"
#include "ui/deploy/copymenu.h"
#include "ui/deploy/deploymentspanel.h"
#include "ui/deploy/ganttview.h"
#include "ui/fleet/fleetpanel.h"
#include "ui/logs/logpane.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace {

Capsule capsuleOf(const TimelineStory &story, bool withLog)
{
    Capsule capsule;
    capsule.madeBy = u"atalaya 0.1.0"_s;
    capsule.madeAt = story.time(200'000);
    capsule.events = story.events();
    capsule.app = AppName(u"grupo-gad"_s);
    capsule.number = 57;
    capsule.deployment = capsule.events.first().deployment;
    if (withLog)
        capsule.log = Sample::log(30);
    return capsule;
}

} // namespace

// What carries a deployment out of the window, or one in, fed with values: no services.
class TestExports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theRecordIsSeenBeforeItIsWritten();
    void aCapsuleOffersNothingToDo_data();
    void aCapsuleOffersNothingToDo();
    void aCapsuleOfARunningOneStandsStill();
    void twoAreComparedSideBySide();
    void anotherPairIsAskedFor();
    void theListOffersItsMenu();
    void theExportButtonOffersEveryForm();
    void theFleetOffersCommands();
    void greyedEntriesSayWhy();

private:
    std::unique_ptr<Catalogue> m_catalogue;
};

void TestExports::initTestCase()
{
    Result<Catalogue> catalogue = Catalogue::builtIn();
    QVERIFY(catalogue);
    m_catalogue = std::make_unique<Catalogue>(*catalogue);
}

void TestExports::theRecordIsSeenBeforeItIsWritten()
{
    const Capsule capsule = capsuleOf(TimelineStory::failedRelease(), false);
    CapsuleDialog dialog(capsule, Sample::log(30), nullptr);
    QSignalSpy wanted(&dialog, &CapsuleDialog::previewWanted);
    QSignalSpy save(&dialog, &CapsuleDialog::saveRequested);
    dialog.setPreview(capsuleToJson(dialog.capsule()));
    dialog.show();
    auto *preview = FIND(QPlainTextEdit, &dialog, "capsule.preview");
    QVERIFY(preview->toPlainText().contains("\"format\": \"atalaya-capsule\""_L1));
    QVERIFY(!preview->toPlainText().contains("\"log\""_L1));
    QVERIFY(!FIND(QLabel, &dialog, "capsule.inside")->text().contains("and the log"_L1));
    QVERIFY(!dialog.capsule().log);
    FIND(QCheckBox, &dialog, "capsule.withLog")->click();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(dialog.capsule().log->size(), 30);
    QVERIFY(FIND(QLabel, &dialog, "capsule.inside")->text().contains("and the log"_L1));
    dialog.setPreview(capsuleToJson(dialog.capsule()));
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(save.count(), 1);
    dialog.setError({Error::Kind::StorageFull, u"full"_s, 0, {}, {}, {}});
    QCOMPARE(UiTest::namelessNodes(&dialog), QStringList());
    UiTest::shot(&dialog, u"capsule-dialog"_s);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
}

void TestExports::aCapsuleOffersNothingToDo_data()
{
    QTest::addColumn<bool>("withLog");
    QTest::newRow("without the log") << false;
    QTest::newRow("with the log") << true;
}

void TestExports::aCapsuleOffersNothingToDo()
{
    QFETCH(const bool, withLog);
    const Capsule capsule = capsuleOf(TimelineStory::failedRelease(), withLog);
    const Result<DeploymentState> state = capsule.state();
    QVERIFY2(state, state ? "" : qPrintable(state.error().detail));
    CapsuleWindow window(capsule, *state, *m_catalogue, u"en"_s, nullptr);
    window.setAttribute(Qt::WA_DeleteOnClose, false);
    window.show();
    QVERIFY(window.windowTitle().startsWith("Capsule: "_L1));
    const QString notice = FIND(QLabel, &window, "capsuleWindow.notice")->text();
    QVERIFY(notice.startsWith("Read-only capsule"_L1));
    QCOMPARE(notice.contains("without the log"_L1), !withLog);
    QCOMPARE(window.panel()->log()->isVisible(), withLog);
    QVERIFY(window.panel()->chart()->isVisible());
    QVERIFY(!FIND(QListView, &window, "deployments.list")->isVisible());
    // Of all that writes nothing is there to be seen, and no key reaches it.
    for (const char *name :
        {"outcome.retry", "outcome.resume", "outcome.rollBack", "outcome.cancel", "chart.export"})
        QVERIFY2(!window.findChild<QWidget *>(QString::fromLatin1(name))->isVisible(), name);
    QCOMPARE(UiTest::namelessNodes(&window), QStringList());
    UiTest::shot(&window, withLog ? u"capsule-log"_s : u"capsule"_s);
    QTest::keyClick(&window, Qt::Key_Escape);
    QVERIFY(!window.isVisible());
}

void TestExports::aCapsuleOfARunningOneStandsStill()
{
    const TimelineStory story = TimelineStory::retried();
    Capsule capsule = capsuleOf(story, false);
    capsule.events = story.events(60'000);
    capsule.madeAt = story.time(62'000);
    const Result<DeploymentState> state = capsule.state();
    QVERIFY(state);
    CapsuleWindow window(capsule, *state, *m_catalogue, u"en"_s, nullptr);
    window.setAttribute(Qt::WA_DeleteOnClose, false);
    window.show();
    const QString notice = FIND(QLabel, &window, "capsuleWindow.notice")->text();
    QVERIFY(notice.contains("had not ended"_L1));
    QVERIFY(!window.findChild<QWidget *>(u"outcome.resume"_s)->isVisible());
    UiTest::shot(&window, u"capsule-running"_s);
}

void TestExports::twoAreComparedSideBySide()
{
    const DeploymentState second = TimelineStory::retried().state();
    DeploymentState first = TimelineStory::failedMachine().state();
    QList<DeploymentSummary> history = Sample::history();
    first.id = history.at(1).id;
    history[0].id = second.id;
    CompareDialog dialog(
        AppName(u"grupo-gad"_s), history, history.at(1).id, history.at(0).id, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.setNow(second.lastAt);
    QSignalSpy wanted(&dialog, &CompareDialog::stateWanted);
    dialog.begin();
    QCOMPARE(wanted.count(), 2);
    dialog.show();
    auto *table = FIND(QTreeView, &dialog, "compare.table");
    dialog.setState(first);
    QCOMPARE(table->model()->rowCount(), 0);
    dialog.setState(second);
    QVERIFY(table->model()->rowCount() > 3);
    QVERIFY(table->isVisible());
    QVERIFY(FIND(QLabel, &dialog, "compare.sentence")->text().contains("longer"_L1));
    QCOMPARE(UiTest::namelessNodes(&dialog), QStringList());
    const QAccessibleInterface *node = QAccessible::queryAccessibleInterface(table);
    QVERIFY(node && node->role() == QAccessible::Tree);
    UiTest::shot(&dialog, u"compare"_s);
}

void TestExports::anotherPairIsAskedFor()
{
    const QList<DeploymentSummary> history = Sample::history();
    CompareDialog dialog(
        AppName(u"grupo-gad"_s), history, history.at(1).id, history.at(0).id, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.begin();
    QSignalSpy wanted(&dialog, &CompareDialog::stateWanted);
    FIND(QComboBox, &dialog, "compare.first")->setCurrentIndex(2);
    QVERIFY(wanted.count() >= 1);
    QCOMPARE(wanted.first().first().value<DeploymentId>(), history.at(2).id);
    dialog.show();
    dialog.setError({Error::Kind::Storage, u"gone"_s, 0, {}, {}, {}});
    QVERIFY(FIND(QPushButton, &dialog, "compare.retry")->isVisible());
}

void TestExports::theListOffersItsMenu()
{
    DeploymentsPanel panel(*m_catalogue);
    panel.resize(1000, 700);
    panel.show();
    panel.setHistory(Sample::history());
    QSignalSpy compare(&panel, &DeploymentsPanel::compareRequested);
    QSignalSpy exported(&panel, &DeploymentsPanel::exportRequested);
    auto *list = FIND(QListView, &panel, "deployments.list");
    const QRect first = list->visualRect(list->model()->index(0, 0));
    Q_EMIT list->customContextMenuRequested(first.center());
    auto *menu = FIND(QMenu, &panel, "deployments.menu");
    menu->findChild<QAction *>(u"deployments.compare"_s)->trigger();
    menu->findChild<QAction *>(u"deployments.export"_s)->trigger();
    QCOMPARE(compare.count(), 1);
    QCOMPARE(exported.count(), 1);
    menu->findChild<QAction *>(u"copy.flyctl"_s)->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith("flyctl deploy --app grupo-gad"_L1));
    UiTest::shot(menu, u"deployments-menu"_s);
    menu->close();
}

void TestExports::theExportButtonOffersEveryForm()
{
    DeploymentsPanel panel(*m_catalogue);
    QSignalSpy exported(&panel, &DeploymentsPanel::exportRequested);
    auto *menu = FIND(QMenu, &panel, "chart.exportMenu");
    QCOMPARE(FIND(QToolButton, &panel, "chart.export")->menu(), menu);
    for (const char *name : {"export.png", "export.svg", "export.csv", "export.record"})
        menu->findChild<QAction *>(QString::fromLatin1(name))->trigger();
    QCOMPARE(exported.count(), 4);
    QCOMPARE(exported.last().first().value<DeploymentsPanel::Export>(),
        DeploymentsPanel::Export::Record);
}

void TestExports::theFleetOffersCommands()
{
    FleetPanel fleet;
    fleet.resize(300, 500);
    fleet.show();
    fleet.setSnapshot(Sample::fleet());
    auto *tree = FIND(QTreeView, &fleet, "fleet.tree");
    const QModelIndex account = tree->model()->index(0, 0);
    const QModelIndex app = tree->model()->index(0, 0, account);
    tree->expand(app);
    const QModelIndex machine = tree->model()->index(0, 0, app);
    const auto copied = [&](const QModelIndex &row, const char *what, const char *tool) {
        Q_EMIT tree->customContextMenuRequested(tree->visualRect(row).center());
        auto *menu = FIND(QMenu, &fleet, "fleet.menu");
        menu->findChild<QMenu *>(QString::fromLatin1(what))
            ->findChild<QAction *>(QString::fromLatin1(tool))
            ->trigger();
        delete menu;
        return QGuiApplication::clipboard()->text();
    };
    QCOMPARE(copied(account, "fleet.copyApps", "copy.flyctl"), u"flyctl apps list"_s);
    QVERIFY(copied(app, "fleet.copyMachines", "copy.curl").endsWith("/machines"_L1));
    const QString id = machine.data(Roles::Id).toString();
    QVERIFY(copied(machine, "fleet.copyRestart", "copy.flyctl").endsWith(u" -- "_s + id));
}

void TestExports::greyedEntriesSayWhy()
{
    QMenu menu;
    PlatformAction cancel;
    cancel.what = PlatformAction::What::Cancel;
    CopyMenu::add(menu, cancel);
    for (const QAction *entry : menu.actions()) {
        QVERIFY(!entry->isEnabled());
        QVERIFY(!entry->toolTip().isEmpty());
    }
    QVERIFY(CopyMenu::copy(cancel, CopyMenu::Tool::Curl).isEmpty());
    QVERIFY(CopyMenu::told(cancel, CopyMenu::Tool::Curl).contains("Ctrl+C"_L1));
}

QTEST_MAIN(TestExports)
#include "tst_exports.moc"
