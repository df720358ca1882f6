#include "models/logmodel.h"
#include "support/samplefleet.h"
#include "support/uitest.h"
#include "ui/logs/logpane.h"
#include "ui/logs/logview.h"
#include "ui/widgets/statepages.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestLogView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void followsTheTailUntilScrolledUp();
    void droppedLinesKeepTheView();
    void paintsOnlyWhatIsSeen();
    void manyLinesAreAppendedInBatches();
    void selectionIsCopied();
    void findWalksThroughHits();
    void evidenceIsShownAndMarked();
    void laneFilterGivesWayToEvidence();
    void statesAreShown();
    void screenReaderReadsTheLines();
    void everyFocusableNodeHasARoleAndName();

private:
    std::unique_ptr<LogPane> m_pane;
    LogView *m_view = nullptr;
};

void TestLogView::init()
{
    m_pane = std::make_unique<LogPane>();
    m_view = m_pane->view();
    m_pane->resize(800, 320);
    m_pane->show();
}

void TestLogView::followsTheTailUntilScrolledUp()
{
    m_pane->setLines(Sample::log(500));
    QScrollBar *bar = m_view->verticalScrollBar();
    QVERIFY(m_view->followsTail());
    QCOMPARE(bar->value(), bar->maximum());
    m_pane->append(Sample::log(100));
    m_pane->model()->flush();
    QCOMPARE(bar->value(), bar->maximum());
    bar->setValue(10);
    QVERIFY(!m_view->followsTail());
    QVERIFY(!FIND(QToolButton, m_pane.get(), "log.tail")->isChecked());
    m_pane->append(Sample::log(100));
    m_pane->model()->flush();
    QCOMPARE(bar->value(), 10);
    QTest::keyClick(m_view, Qt::Key_End);
    QVERIFY(m_view->followsTail());
    QCOMPARE(bar->value(), bar->maximum());
}

void TestLogView::droppedLinesKeepTheView()
{
    LogModel model({4000, 1 << 30});
    LogView view(&model);
    view.resize(600, 300);
    view.show();
    model.setLines(Sample::log(3900));
    view.verticalScrollBar()->setValue(2000);
    const qint64 top = model.indexAt(view.firstVisibleRow());
    model.append(Sample::log(500));
    model.flush();
    QCOMPARE(model.indexAt(view.firstVisibleRow()), top);
    QVERIFY(!view.followsTail());
}

void TestLogView::paintsOnlyWhatIsSeen()
{
    m_pane->setLines(Sample::log(20));
    const QImage some = m_view->grab().toImage();
    m_pane->setLines({});
    m_pane->setLines(Sample::log(2));
    const QImage few = m_view->grab().toImage();
    QVERIFY(some != few);
    QVERIFY(m_view->visibleRows() < 40);
    UiTest::shot(m_pane.get(), u"log"_s);
}

void TestLogView::manyLinesAreAppendedInBatches()
{
    m_pane->setLines(Sample::log(10));
    QSignalSpy inserted(m_pane->model(), &QAbstractItemModel::rowsInserted);
    const QList<LogLine> lines = Sample::log(1000);
    for (int batch = 0; batch < 100; ++batch)
        m_pane->append(lines);
    while (m_pane->model()->rowCount() < 100'010)
        QVERIFY(inserted.wait());
    // In portions: none so large that the window stands still, none smaller than need be.
    QCOMPARE(inserted.size(), 25);
    for (const QList<QVariant> &portion : inserted)
        QCOMPARE(portion.at(2).toInt() - portion.at(1).toInt() + 1, 4'000);
    QCOMPARE(m_pane->model()->rowCount(), 100'010);
    QVERIFY(!m_view->grab().isNull());
}

void TestLogView::selectionIsCopied()
{
    m_pane->setLines(Sample::log(50));
    m_view->setFollowTail(false);
    QTest::keyClick(m_view, Qt::Key_Home);
    QTest::keyClick(m_view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(m_view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keySequence(m_view, QKeySequence::Copy);
    const QString copied = QGuiApplication::clipboard()->text();
    QCOMPARE(copied.count(u'\n'), 3);
    QVERIFY(copied.contains("line 0:"_L1) && copied.contains("line 2:"_L1));
    QTest::keySequence(m_view, QKeySequence::SelectAll);
    QCOMPARE(m_view->selectedText().count(u'\n'), 50);
}

void TestLogView::findWalksThroughHits()
{
    m_pane->setLines(Sample::log(200));
    m_pane->openFind();
    auto *find = FIND(QLineEdit, m_pane.get(), "log.find");
    QTest::keyClicks(find, u"line 42:"_s);
    QTest::keyClick(find, Qt::Key_Return);
    QCOMPARE(m_view->currentRow(), 42);
    QVERIFY(!m_view->followsTail());
    QVERIFY(
        m_view->firstVisibleRow() <= 42 && 42 < m_view->firstVisibleRow() + m_view->visibleRows());
    find->setText(u"line 1"_s);
    QTest::keyClick(find, Qt::Key_Return);
    QCOMPARE(m_view->currentRow(), 100);
    QTest::keyClick(find, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(m_view->currentRow(), 19);
    QTest::keyClick(find, Qt::Key_Escape);
    QVERIFY(find->text().isEmpty());
}

void TestLogView::evidenceIsShownAndMarked()
{
    m_pane->setLines(Sample::log(300));
    QVERIFY(m_pane->showLine(150));
    QCOMPARE(m_view->markedLine(), 150);
    QCOMPARE(m_view->currentRow(), 150);
    QVERIFY(m_view->rowRect(150).top() >= 0);
    QVERIFY(m_view->rowRect(150).bottom() <= m_view->viewport()->height());
    QVERIFY(!m_pane->showLine(5000));
}

void TestLogView::laneFilterGivesWayToEvidence()
{
    m_pane->setLines(Sample::log(300));
    auto *lanes = FIND(QComboBox, m_pane.get(), "log.lane");
    QCOMPARE(lanes->count(), 4);
    m_pane->showLane(u"148e1"_s, Sample::now().addSecs(4));
    QCOMPARE(m_pane->model()->lane(), u"148e1"_s);
    QCOMPARE(lanes->currentData().toString(), u"148e1"_s);
    QVERIFY(m_pane->showLine(150)); // a line of 148e0
    QVERIFY(m_pane->model()->lane().isEmpty());
}

void TestLogView::statesAreShown()
{
    auto *pages = m_pane->findChild<StatePages *>();
    m_pane->showLoading();
    QCOMPARE(pages->state(), StatePages::State::Loading);
    m_pane->setLines({});
    QCOMPARE(pages->state(), StatePages::State::Empty);
    m_pane->append(Sample::log(1));
    m_pane->model()->flush();
    QCOMPARE(pages->state(), StatePages::State::Data);
    m_pane->showError({Error::Kind::Storage, u"gone"_s, 0, {}, {}, {}});
    QCOMPARE(pages->state(), StatePages::State::Error);
}

void TestLogView::screenReaderReadsTheLines()
{
    m_pane->setLines(Sample::log(300));
    m_view->setFollowTail(false);
    m_view->verticalScrollBar()->setValue(100);
    QAccessibleInterface *node = QAccessible::queryAccessibleInterface(m_view);
    QVERIFY(node);
    QCOMPARE(node->role(), QAccessible::List);
    QCOMPARE(node->childCount(), m_view->visibleRows());
    QAccessibleInterface *third = node->child(3);
    QVERIFY(third);
    QVERIFY2(third->text(QAccessible::Name).contains("line 103:"_L1),
        qPrintable(third->text(QAccessible::Name)));
    QVERIFY(third->text(QAccessible::Name).startsWith("error"_L1)); // every fourth is
    QCOMPARE(node->indexOfChild(third), 3);
    QCOMPARE(third->parent(), node);
    QVERIFY(!third->rect().isEmpty());
    m_view->verticalScrollBar()->setValue(0);
    QVERIFY(third->text(QAccessible::Name).contains("line 3:"_L1));
}

void TestLogView::everyFocusableNodeHasARoleAndName()
{
    m_pane->setLines(Sample::log(10));
    QCOMPARE(UiTest::namelessNodes(m_pane.get()), QStringList());
}

QTEST_MAIN(TestLogView)
#include "tst_logview.moc"
