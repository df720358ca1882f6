#include "support/timelinestory.h"
#include "ui/deploy/spaninspector.h"
#include "ui/deploy/spantable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace {

QString textOf(const QWidget &owner, const QString &name)
{
    const auto *label = owner.findChild<QLabel *>(name);
    return label && label->isVisibleTo(&owner) ? label->text() : QString();
}

SpanId failedUpdate(const DeploymentState &state)
{
    for (const SpanState &span : state.spans) {
        if (span.outcome == Outcome::Failed && span.segment == Segment::Work)
            return span.id;
    }
    return {};
}

} // namespace

class TestSpanInspector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAStepItSaysWhatToDo()
    {
        const SpanInspector inspector;
        QVERIFY(!textOf(inspector, u"inspectorHint"_s).isEmpty());
        QVERIFY(textOf(inspector, u"inspectorTitle"_s).isEmpty());
    }

    void aFailedStepIsTold()
    {
        const TimelineStory story = TimelineStory::failedMachine();
        const DeploymentState state = story.state();
        SpanInspector inspector;
        inspector.setNow(story.time(200'000));
        inspector.setSpan(state, failedUpdate(state));
        QCOMPARE(textOf(inspector, u"inspectorTitle"_s), u"Update machine 148f…"_s);
        QCOMPARE(textOf(inspector, u"inspectorOutcome"_s), u"failed"_s);
        QCOMPARE(textOf(inspector, u"inspectorWhen"_s), u"14:02:24 to 14:03:56"_s);
        QVERIFY(textOf(inspector, u"inspectorDuration"_s).contains(u"usually 28 s"_s));
        QVERIFY(!textOf(inspector, u"inspectorError"_s).isEmpty());
        QVERIFY(textOf(inspector, u"inspectorHint"_s).isEmpty());
        QCOMPARE(inspector.findChild<QLabel *>(u"inspectorWhen"_s)->toolTip(),
            u"2026-11-20T14:02:24Z to 2026-11-20T14:03:56Z"_s);
    }

    void aRequestIdIsCopiedByAClick()
    {
        const DeploymentState state = TimelineStory::failedMachine().state();
        SpanInspector inspector;
        inspector.setSpan(state, failedUpdate(state));
        auto *button = inspector.findChild<QToolButton *>(u"inspectorRequest"_s);
        QVERIFY(button);
        QVERIFY(!button->accessibleName().isEmpty());
        button->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"01JDB3KQ5T-dfw"_s);
    }

    void itsLogLinesAreShownAndTheRestIsOneClickAway()
    {
        const TimelineStory story = TimelineStory::failedMachine();
        const DeploymentState state = story.state();
        SpanInspector inspector;
        inspector.setSpan(state, failedUpdate(state));
        auto *lines = inspector.findChild<QPlainTextEdit *>(u"inspectorLog"_s);
        QVERIFY(!lines->isVisibleTo(&inspector));
        inspector.setLog({{story.time(50'000),
            LogLine::Source::App,
            story.machine(1),
            u"error"_s,
            u"<b>503</b>"_s,
            1}});
        QVERIFY(lines->isVisibleTo(&inspector));
        QVERIFY(lines->toPlainText().contains(u"<b>503</b>"_s));
        QSignalSpy wanted(&inspector, &SpanInspector::logRequested);
        inspector.findChild<QToolButton *>(u"inspectorShowInLog"_s)->click();
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.at(0).at(0).toString(), story.machine(1));
    }

    void escapeCloses()
    {
        SpanInspector inspector;
        QSignalSpy closed(&inspector, &SpanInspector::closed);
        QTest::keyClick(&inspector, Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
    }

    void theTableFollowsSelectionAndKeys()
    {
        const DeploymentState state = TimelineStory::failedMachine().state();
        SpanTable table;
        table.resize(800, 300);
        table.setState(state);
        const SpanId failed = failedUpdate(state);
        QSignalSpy selected(&table, &SpanTable::selectedSpanChanged);
        table.setSelectedSpan(failed);
        QCOMPARE(selected.count(), 1);
        table.setSelectedSpan(failed);
        QCOMPARE(selected.count(), 1);
        QVERIFY(table.selectedSpan() == failed);
        auto *view = table.findChild<QTreeView *>(u"spanTableView"_s);
        QVERIFY(view->isColumnHidden(view->model()->columnCount() - 1)); // one attempt only
        QVERIFY(view->isExpanded(view->currentIndex()));
        QSignalSpy chart(&table, &SpanTable::chartRequested);
        QTest::keyClick(view, Qt::Key_T);
        QCOMPARE(chart.count(), 1);
        QTest::keyClick(view, Qt::Key_Down);
        QVERIFY(table.selectedSpan() != failed);
        table.setState(state); // read again: the selection stays
        QVERIFY(table.selectedSpan() != SpanId{});
    }
};

QTEST_MAIN(TestSpanInspector)
#include "tst_spaninspector.moc"
