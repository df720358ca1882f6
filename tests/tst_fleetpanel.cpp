#include "models/fleetmodel.h"
#include "models/format.h"
#include "models/words.h"
#include "support/samplefleet.h"
#include "support/uitest.h"
#include "ui/fleet/fleetpanel.h"
#include "ui/widgets/statepages.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;

class TestFleetPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsItsFourStates();
    void errorCanBeRetriedAndCopied();
    void staleDataStaysWithItsAge();
    void selectionSurvivesRefresh();
    void foldedAccountStaysFolded();
    void keyboardFindsAndOpens();
    void escapeClearsTheFilter();
    void everyFocusableNodeHasARoleAndName();
    void foldsComeBackAfterTheFilter();
    void filterUnfoldsWhatItFinds();
    void filterMarksNoOtherApp();
    void deadAccountDoesNotAgeTheOthers();
    void paintsSomething();
    void serversAreChosenAndFound();
    void deadServersAreCounted();
};

namespace {

StatePages *pages(FleetPanel &panel)
{
    return panel.findChild<StatePages *>();
}

} // namespace

void TestFleetPanel::showsItsFourStates()
{
    FleetPanel panel;
    QCOMPARE(pages(panel)->state(), StatePages::State::Loading);
    panel.setSnapshot({});
    QCOMPARE(pages(panel)->state(), StatePages::State::Empty);
    FleetSnapshot loading = Sample::fleet();
    loading.accounts[0].apps.clear();
    loading.accounts[0].loading = true;
    panel.setSnapshot(loading);
    QCOMPARE(pages(panel)->state(), StatePages::State::Loading);
    loading.accounts[0].loading = false;
    panel.setSnapshot(loading);
    QCOMPARE(pages(panel)->state(), StatePages::State::Empty);
    loading.accounts[0].error = Error{Error::Kind::Unauthorised, u"401"_s, 401, u"req"_s, {}, {}};
    panel.setSnapshot(loading);
    QCOMPARE(pages(panel)->state(), StatePages::State::Error);
    panel.setSnapshot(Sample::fleet());
    QCOMPARE(pages(panel)->state(), StatePages::State::Data);
}

void TestFleetPanel::errorCanBeRetriedAndCopied()
{
    FleetPanel panel;
    FleetSnapshot fleet = Sample::fleet();
    fleet.accounts[0].apps.clear();
    const Error error{Error::Kind::Offline, u"could not connect"_s, 0, u"01REQ"_s, {}, {}};
    fleet.accounts[0].error = error;
    panel.setSnapshot(fleet);
    QCOMPARE(pages(panel)->sentence(), Words::watchedError(error));
    const QSignalSpy retries(&panel, &FleetPanel::retryRequested);
    FIND(QPushButton, &panel, "fleet.retry")->click();
    QCOMPARE(retries.size(), 1);
    FIND(QPushButton, &panel, "fleet.copyDetails")->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains("could not connect"_L1));
    QVERIFY(QGuiApplication::clipboard()->text().contains("01REQ"_L1));
}

void TestFleetPanel::staleDataStaysWithItsAge()
{
    FleetPanel panel;
    FleetSnapshot fleet = Sample::fleet();
    fleet.accounts[0].error = Error{Error::Kind::Offline, u"no route"_s, 0, {}, {}, {}};
    panel.setNow(Sample::now().addSecs(240));
    panel.setSnapshot(fleet);
    QCOMPARE(pages(panel)->state(), StatePages::State::Data);
    const QString age = FIND(QWidget, &panel, "fleet.age")->accessibleName();
    QVERIFY2(age.contains(u'4'), qPrintable(age));
}

void TestFleetPanel::selectionSurvivesRefresh()
{
    FleetPanel panel;
    panel.setSnapshot(Sample::fleet());
    panel.select(AppName(u"sist-cabanas-mvp"_s));
    auto *tree = FIND(QTreeView, &panel, "fleet.tree");
    FleetSnapshot next = Sample::fleet();
    next.accounts[0].apps[0].machines[0].state = MachineState::Replacing;
    next.accounts[0].apps.prepend(Sample::app(u"alpha"_s));
    panel.setSnapshot(next);
    QCOMPARE(tree->currentIndex().data(FleetModel::AppRole).toString(), u"sist-cabanas-mvp"_s);
}

void TestFleetPanel::foldedAccountStaysFolded()
{
    FleetPanel panel;
    panel.setSnapshot(Sample::fleet());
    auto *tree = FIND(QTreeView, &panel, "fleet.tree");
    QVERIFY(tree->isExpanded(tree->model()->index(0, 0)));
    tree->collapse(tree->model()->index(0, 0));
    panel.setSnapshot(Sample::fleet());
    QVERIFY(!tree->isExpanded(tree->model()->index(0, 0)));
}

void TestFleetPanel::keyboardFindsAndOpens()
{
    FleetPanel panel;
    panel.resize(280, 500);
    panel.setSnapshot(Sample::fleet());
    panel.show();
    QSignalSpy chosen(&panel, &FleetPanel::appChosen);
    panel.focusFilter();
    auto *filter = FIND(QLineEdit, &panel, "fleet.filter");
    QTest::keyClicks(filter, u"cabanas"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).value<AppName>().value, u"sist-cabanas-mvp"_s);
    filter->clear();
    auto *tree = FIND(QTreeView, &panel, "fleet.tree");
    QTest::keyClick(filter, Qt::Key_Down);
    QCOMPARE(tree->currentIndex().data(FleetModel::AppRole).toString(), u"grupo-gad"_s);
    QTest::keyClick(tree, Qt::Key_Return);
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen.at(1).at(0).value<AppName>().value, u"grupo-gad"_s);
}

void TestFleetPanel::escapeClearsTheFilter()
{
    FleetPanel panel;
    panel.setSnapshot(Sample::fleet());
    auto *filter = FIND(QLineEdit, &panel, "fleet.filter");
    filter->setText(u"nowhere"_s);
    QCOMPARE(pages(panel)->state(), StatePages::State::Empty);
    QTest::keyClick(filter, Qt::Key_Escape);
    QVERIFY(filter->text().isEmpty());
    QCOMPARE(pages(panel)->state(), StatePages::State::Data);
}

void TestFleetPanel::everyFocusableNodeHasARoleAndName()
{
    FleetPanel panel;
    panel.setSnapshot(Sample::fleet());
    panel.show();
    QCOMPARE(UiTest::namelessNodes(&panel), QStringList());
}

void TestFleetPanel::foldsComeBackAfterTheFilter()
{
    FleetPanel panel;
    panel.setSnapshot(Sample::fleet());
    auto *tree = FIND(QTreeView, &panel, "fleet.tree");
    auto *filter = FIND(QLineEdit, &panel, "fleet.filter");
    const QModelIndex account = tree->model()->index(0, 0);
    tree->expand(tree->model()->index(1, 0, account));
    filter->setText(u"148e"_s); // machines of the first app
    QVERIFY(tree->isExpanded(tree->model()->index(0, 0, tree->model()->index(0, 0))));
    filter->setText(u"148e d"_s);
    filter->clear();
    const QModelIndex again = tree->model()->index(0, 0);
    QVERIFY(tree->isExpanded(again));
    QVERIFY(!tree->isExpanded(tree->model()->index(0, 0, again)));
    QVERIFY(tree->isExpanded(tree->model()->index(1, 0, again)));
}

void TestFleetPanel::filterUnfoldsWhatItFinds()
{
    FleetPanel panel;
    panel.setSnapshot(Sample::fleet());
    auto *tree = FIND(QTreeView, &panel, "fleet.tree");
    tree->collapseAll();
    FIND(QLineEdit, &panel, "fleet.filter")->setText(u"cabanas"_s);
    const QModelIndex account = tree->model()->index(0, 0);
    QVERIFY(tree->isExpanded(account)); // the hit is in sight
    QVERIFY(!tree->isExpanded(tree->model()->index(0, 0, account))); // it is the app itself
}

void TestFleetPanel::filterMarksNoOtherApp()
{
    FleetPanel panel;
    panel.setSnapshot(Sample::fleet());
    panel.select(AppName(u"grupo-gad"_s));
    auto *tree = FIND(QTreeView, &panel, "fleet.tree");
    auto *filter = FIND(QLineEdit, &panel, "fleet.filter");
    filter->setText(u"cabanas"_s);
    QVERIFY(!tree->currentIndex().isValid()); // what is shown is out of sight
    panel.setSnapshot(Sample::fleet());
    QVERIFY(!tree->currentIndex().isValid());
    filter->setText(u"cab"_s);
    filter->clear();
    QCOMPARE(tree->currentIndex().data(FleetModel::AppRole).toString(), u"grupo-gad"_s);
}

void TestFleetPanel::deadAccountDoesNotAgeTheOthers()
{
    FleetPanel panel;
    FleetSnapshot fleet = Sample::fleet();
    fleet.accounts.append(fleet.accounts.constFirst());
    fleet.accounts[1].id = AccountId(u"other"_s);
    fleet.accounts[1].fetchedAt = Sample::now().addSecs(-7'200);
    fleet.accounts[1].error = Error{Error::Kind::Offline, u"no route"_s, 0, {}, {}, {}};
    panel.setNow(Sample::now());
    panel.setSnapshot(fleet);
    const QString age = FIND(QWidget, &panel, "fleet.age")->accessibleName();
    QVERIFY2(age.contains(Format::age(Sample::now().addSecs(-4), Sample::now())), qPrintable(age));
    QVERIFY2(age.contains("not reachable"_L1), qPrintable(age));
}

void TestFleetPanel::paintsSomething()
{
    FleetPanel panel;
    panel.resize(280, 400);
    panel.setSnapshot(Sample::fleet());
    panel.select(AppName(u"grupo-gad"_s));
    panel.show();
    const QImage picture = panel.grab().toImage();
    QVERIFY(!picture.isNull());
    QVERIFY(picture.pixelColor(140, 60) != picture.pixelColor(140, 58) || !picture.allGray());
    UiTest::shot(&panel, u"fleet"_s);
}

void TestFleetPanel::serversAreChosenAndFound()
{
    FleetPanel panel;
    panel.resize(280, 500);
    FleetSnapshot fleet = Sample::fleet();
    fleet.servers = {Sample::server(true)};
    panel.setSnapshot(fleet);
    panel.show();
    const QSignalSpy places(&panel, &FleetPanel::placeChosen);
    const QSignalSpy apps(&panel, &FleetPanel::appChosen);
    panel.focusFilter();
    auto *filter = FIND(QLineEdit, &panel, "fleet.filter");
    auto *tree = FIND(QTreeView, &panel, "fleet.tree");
    QTest::keyClicks(filter, u"backend"_s);
    QTest::keyClick(filter, Qt::Key_Down);
    for (int step = 0; step < 3; ++step) // invex, chat, backend
        QTest::keyClick(tree, Qt::Key_Down);
    QTest::keyClick(tree, Qt::Key_Return);
    QCOMPARE(places.size(), 1);
    const auto place = places.at(0).at(0).value<ServerPlace>();
    QCOMPARE(place, (ServerPlace{fleet.servers.first().server.id, u"chat"_s}));
    QCOMPARE(apps.size(), 0);
    filter->clear();
    // A service of what is shown stays marked; a refresh changes nothing.
    QCOMPARE(tree->currentIndex().data(FleetModel::ServiceRole).toString(), u"backend"_s);
    panel.setSnapshot(fleet);
    QCOMPARE(tree->currentIndex().data(FleetModel::ServiceRole).toString(), u"backend"_s);
    panel.select(AppName(u"grupo-gad"_s));
    QCOMPARE(tree->currentIndex().data(FleetModel::AppRole).toString(), u"grupo-gad"_s);
    panel.select(ServerPlace{fleet.servers.first().server.id, {}});
    QVERIFY(tree->currentIndex().data(FleetModel::StackRole).toString().isEmpty());
    UiTest::shot(&panel, u"fleet-servers"_s);
}

void TestFleetPanel::deadServersAreCounted()
{
    FleetPanel panel;
    FleetSnapshot fleet;
    fleet.servers = {Sample::server(), Sample::server()};
    fleet.servers[1].server.id = ServerId(u"other"_s);
    fleet.servers[1].error = Error{Error::Kind::Offline, u"x"_s, 0, {}, {}, u"ssh-no-route"_s};
    panel.setNow(Sample::now());
    panel.setSnapshot(fleet);
    QCOMPARE(pages(panel)->state(), StatePages::State::Data);
    const QString age = FIND(QWidget, &panel, "fleet.age")->accessibleName();
    QVERIFY2(age.contains("server"_L1), qPrintable(age));
    FIND(QLineEdit, &panel, "fleet.filter")->setText(u"nowhere"_s);
    QCOMPARE(pages(panel)->state(), StatePages::State::Empty);
}

QTEST_MAIN(TestFleetPanel)
#include "tst_fleetpanel.moc"
