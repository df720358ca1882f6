#include "models/activitymodel.h"
#include "models/words.h"
#include "support/timelinestory.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;

class TestActivityModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsNewestFirst();
    void noteNamesItsStep();
    void noteOutsideEveryStepNamesNone();
    void keepsNoMoreThanItsBound();
    void aVerdictHasTheStatusOfItsDeploy();
};

namespace {

QString lineAt(const ActivityModel &model, int row)
{
    return model.index(row).data().toString();
}

QList<DeployEvent> notesOf(const TimelineStory &story)
{
    QList<DeployEvent> notes;
    for (const DeployEvent &event : story.events()) {
        if (std::holds_alternative<events::SpanNoted>(event.body))
            notes << event;
    }
    return notes;
}

} // namespace

void TestActivityModel::tellsNewestFirst()
{
    TimelineStory story;
    story.attempt(DeployKind::Retry, 0, {});
    story.span(Phase::Preflight, Step::Survey, 10, 400);
    ActivityModel model;
    const QAbstractItemModelTester tester(&model);
    model.add(story.events(), story.state());
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(lineAt(model, 0), u"grupo-gad · Look at what runs now started"_s);
    QVERIFY2(lineAt(model, 1).startsWith("Retry grupo-gad"_L1), qPrintable(lineAt(model, 1)));
}

void TestActivityModel::noteNamesItsStep()
{
    TimelineStory story;
    story.attempt(DeployKind::Retry, 0, {});
    const SpanId lease = story.span(Phase::Update, Step::AcquireLease, 0, 900);
    story.note(lease, 100, Note::Adopted, {u"148e21"_s});
    story.note(lease, 200, Note::Adopted, {u"148f77"_s});
    ActivityModel model;
    model.add(notesOf(story), story.state());
    QCOMPARE(model.rowCount(), 2);
    // Each line tells its own note, not the last one of its step.
    QVERIFY2(lineAt(model, 1).endsWith("148e21"_L1), qPrintable(lineAt(model, 1)));
    QVERIFY2(lineAt(model, 0).endsWith("148f77"_L1), qPrintable(lineAt(model, 0)));
    QCOMPARE(lineAt(model, 0).count(u'·'), 2);
}

void TestActivityModel::noteOutsideEveryStepNamesNone()
{
    TimelineStory story;
    story.attempt(DeployKind::Retry, 0, {});
    story.note({}, 100, Note::RetryingCall, {u"offline"_s, {}});
    ActivityModel model;
    model.add(notesOf(story), story.state());
    QCOMPARE(model.rowCount(), 1);
    const QString line = lineAt(model, 0);
    QVERIFY2(line.startsWith(u"grupo-gad · Tried again after: "_s), qPrintable(line));
    QVERIFY2(!line.endsWith(u'·'), qPrintable(line));
}

void TestActivityModel::keepsNoMoreThanItsBound()
{
    TimelineStory story;
    story.attempt(DeployKind::Retry, 0, {});
    for (int i = 0; i < 150; ++i)
        story.note({}, i, Note::RetryingCall, {u"offline"_s, {}});
    ActivityModel model;
    const QAbstractItemModelTester tester(&model);
    model.add(notesOf(story), story.state());
    model.add(notesOf(story), story.state());
    QCOMPARE(model.rowCount(), 200);
}

void TestActivityModel::aVerdictHasTheStatusOfItsDeploy()
{
    events::VerdictReached halfWay;
    halfWay.verdict.reported = Reported::Failed;
    halfWay.verdict.reality = Reality::Mixed;
    TimelineStory story;
    story.attempt(DeployKind::Retry, 0, {});
    story.end(100, Reported::Failed);
    story.tell(200, halfWay);
    ActivityModel model;
    model.add(story.events(), story.state());
    QCOMPARE(model.index(0).data(Roles::Status).toInt(), int(Status::Failed));
    QCOMPARE(model.index(1).data(Roles::Status).toInt(), int(Status::Failed));
}

QTEST_GUILESS_MAIN(TestActivityModel)
#include "tst_activitymodel.moc"
