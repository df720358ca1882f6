#include "support/timelinestory.h"
#include "ui/deploy/ganttview.h"

#include <QAccessible>
#include <QTest>

using namespace Qt::StringLiterals;

class TestGanttAccessibility : public QObject
{
    Q_OBJECT

    static QAccessibleInterface *rowNamed(QAccessibleInterface *chart, const QString &start)
    {
        for (int i = 0; i < chart->childCount(); ++i) {
            if (chart->child(i)->text(QAccessible::Name).startsWith(start))
                return chart->child(i);
        }
        return nullptr;
    }

private Q_SLOTS:
    void everyNodeHasRoleNameAndPlace()
    {
        const TimelineStory story = TimelineStory::retried();
        GanttView view;
        view.resize(1'000, 480);
        view.setNow(story.time(200'000));
        view.setState(story.state());
        view.show();
        QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(chart);
        QCOMPARE(chart->role(), QAccessible::Tree);
        QVERIFY(!chart->text(QAccessible::Name).isEmpty());
        QCOMPARE(chart->text(QAccessible::Description), u"v43 was deployed."_s);
        QCOMPARE(chart->childCount(), 11);
        for (int i = 0; i < chart->childCount(); ++i) {
            QAccessibleInterface *row = chart->child(i);
            QVERIFY(row && row->isValid());
            QCOMPARE(row->role(), QAccessible::TreeItem);
            QVERIFY(!row->text(QAccessible::Name).isEmpty());
            QCOMPARE(row->parent(), chart);
            QCOMPARE(chart->indexOfChild(row), i);
            QVERIFY(!row->rect().isEmpty());
            for (int j = 0; j < row->childCount(); ++j) {
                QAccessibleInterface *step = row->child(j);
                QVERIFY(step && step->isValid());
                QCOMPARE(step->role(), QAccessible::ListItem);
                QVERIFY(!step->text(QAccessible::Name).isEmpty());
                QCOMPARE(step->parent(), row);
                QCOMPARE(row->indexOfChild(step), j);
                QVERIFY(row->rect().intersects(step->rect()));
                QVERIFY(step->state().focusable);
            }
        }
    }

    void stepsAreFullPhrases()
    {
        const TimelineStory story = TimelineStory::retried();
        GanttView view;
        view.resize(1'000, 480);
        view.setNow(story.time(200'000));
        view.setState(story.state());
        QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(&view);
        QAccessibleInterface *row = rowNamed(chart, u"148e…"_s);
        QVERIFY(row);
        QCOMPARE(row->text(QAccessible::Name), u"148e…, dfw, succeeded, 30 s"_s);
        QStringList names;
        for (int i = 0; i < row->childCount(); ++i)
            names.append(row->child(i)->text(QAccessible::Name));
        const QStringList expected{u"Update machine 148e…, 30 s, succeeded"_s,
            u"machine 148e…, pull, 8 s, succeeded"_s,
            u"machine 148e…, start, 3 s, succeeded"_s,
            u"machine 148e…, grace, 10 s, succeeded"_s,
            u"machine 148e…, checks, 9 s, succeeded"_s};
        QCOMPARE(names, expected);
        QAccessibleInterface *build = rowNamed(chart, u"build"_s);
        QVERIFY(build);
        QCOMPARE(build->child(0)->text(QAccessible::Name),
            u"Find the image, skipped: reused deployment-01J8…"_s);
    }

    void focusFollowsTheKeyboard()
    {
        const TimelineStory story = TimelineStory::failedRelease();
        GanttView view;
        view.resize(1'000, 480);
        view.setNow(story.time(200'000));
        view.setState(story.state());
        view.show();
        QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(!chart->focusChild());
        QTest::keyClick(&view, Qt::Key_Down);
        QAccessibleInterface *focused = chart->focusChild();
        QVERIFY(focused);
        QVERIFY(focused->state().selected);
        QVERIFY(focused->text(QAccessible::Name).contains(u"succeeded"_s));
    }

    void rowsTellWhetherTheyAreFolded()
    {
        const TimelineStory story = TimelineStory::retried();
        GanttView view;
        view.resize(1'000, 480);
        view.setNow(story.time(200'000));
        view.setState(story.state());
        QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(chart->child(0)->state().collapsed);
        QAccessibleInterface *update = rowNamed(chart, u"update"_s);
        QVERIFY(update->state().expanded);
        const int rows = chart->childCount();
        view.setAllFolded(true);
        QCOMPARE(chart->childCount(), rows - 3);
        QVERIFY(rowNamed(chart, u"update"_s)->state().collapsed);
    }

    void actionsSelectAndOpen()
    {
        const TimelineStory story = TimelineStory::failedRelease();
        GanttView view;
        view.resize(1'000, 480);
        view.setNow(story.time(200'000));
        view.setState(story.state());
        QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(&view);
        QAccessibleInterface *step = rowNamed(chart, u"release command"_s)->child(0);
        QAccessibleActionInterface *action = step->actionInterface();
        QVERIFY(action);
        action->doAction(QAccessibleActionInterface::setFocusAction());
        QVERIFY(step->state().selected);
        SpanId opened;
        connect(&view, &GanttView::spanActivated, this, [&](SpanId span) { opened = span; });
        action->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(opened == view.selectedSpan());
    }

    void whatIsToComeIsTold()
    {
        const TimelineStory story = TimelineStory::retried();
        GanttView view;
        view.resize(1'000, 480);
        view.setNow(story.time(20'000));
        view.setState(story.state(20'000));
        QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(&view);
        QCOMPARE(
            rowNamed(chart, u"verify"_s)->text(QAccessible::Name), u"verify, expected at 1:39"_s);
    }
};

QTEST_MAIN(TestGanttAccessibility)
#include "tst_ganttaccessibility.moc"
