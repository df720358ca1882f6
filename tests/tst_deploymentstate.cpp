#include "types/deploymentstate.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const QDateTime start(QDate(2026, 8, 20), QTime(14, 0), Qt::UTC);
const DeploymentId deployment(u"01K2ABCDEF0123456789ABCDEF"_s);
const MachineId machine(u"148e4d2a1b3c89"_s);

// Numbers events as a journal does, one second apart.
class Story
{
public:
    DeploymentState state;
    QList<DeployEvent> events;

    Result<void> tell(const DeployEventBody &body, int attempt = 1)
    {
        const qint64 number = state.lastSequence + 1;
        const DeployEvent event{1, deployment, number, attempt, start.addSecs(number), body};
        const Result<void> done = state.apply(event);
        if (done)
            events.append(event);
        return done;
    }
    void begin(int attempt = 1)
    {
        DeployPlan plan;
        plan.app = AppName(u"grupo-gad"_s);
        plan.attempt = attempt;
        QVERIFY(
            tell(events::AttemptStarted{plan, {u"desk"_s, u"boot"_s, 7, u"atalaya"_s}}, attempt));
    }
    void span(qint64 id, int attempt = 1)
    {
        events::SpanStarted started;
        started.span = SpanId{id};
        started.phase = Phase::Update;
        started.step = Step::UpdateMachine;
        started.lane = machine.value;
        QVERIFY(tell(started, attempt));
    }
};
} // namespace

class TestDeploymentState final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spansAreFolded();
    void attemptIsFolded();
    void oldEventsChangeNothing();
    void gapIsRefused();
    void otherDeploymentIsRefused();
    void refusedEventChangesNothing_data();
    void refusedEventChangesNothing();
    void interruptedSpansEndWhereLastHeardOf();
    void endAfterInterruptionCounts();
    void recordedInterruptionEndsSpans();
    void laterAttemptSettlesLeasesAndIntents();
    void machineBeforeIsTheFirstOne();
    void verdictContradicts_data();
    void verdictContradicts();
};

void TestDeploymentState::spansAreFolded()
{
    Story story;
    story.begin();
    story.span(1);
    QVERIFY(story.tell(events::SpanNoted{SpanId{1}, Note::MachineState, {u"starting"_s}}));
    QVERIFY(story.tell(events::SpanRequest{SpanId{1}, u"GET"_s, u"/v1"_s, 200, {}, {}}));
    QVERIFY(story.tell(events::SpanNoted{SpanId{0}, Note::BudgetWait, {u"10"_s}}));
    QVERIFY(story.tell(events::SpanEnded{SpanId{1}, Outcome::Succeeded, {}}));
    events::SpanSkipped skipped;
    skipped.span.span = SpanId{2};
    skipped.span.step = Step::ResolveImage;
    skipped.reason = PlanReason::ImageExists;
    QVERIFY(story.tell(skipped));

    QCOMPARE(story.state.spans.size(), 2);
    const SpanState *span = story.state.span(SpanId{1});
    QVERIFY(span);
    QCOMPARE(span->lane, machine.value);
    QCOMPARE(span->startedAt, start.addSecs(2));
    QCOMPARE(span->endedAt, start.addSecs(6));
    QCOMPARE(span->outcome, Outcome::Succeeded);
    QCOMPARE(span->notes.size(), 1);
    QCOMPARE(span->requests.size(), 1);
    const SpanState *second = story.state.span(SpanId{2});
    QCOMPARE(second->outcome, Outcome::Skipped);
    QCOMPARE(second->skipReason, PlanReason::ImageExists);
    QCOMPARE(second->startedAt, second->endedAt);
    QVERIFY(!story.state.span(SpanId{3}));
}

void TestDeploymentState::attemptIsFolded()
{
    Story story;
    story.begin();
    QCOMPARE(story.state.app.value, u"grupo-gad"_s);
    QVERIFY(story.tell(events::Intent{u"i1"_s, events::Intent::What::TakeLease, {}, machine, {}}));
    QVERIFY(story.tell(events::LeaseTaken{machine, u"nonce"_s, start}));
    QCOMPARE(story.state.lastAttempt()->openIntents.size(), 1);
    QCOMPARE(story.state.lastAttempt()->leases.value(machine.value).nonce, u"nonce"_s);
    QVERIFY(story.tell(events::IntentDone{u"i1"_s, Outcome::Succeeded}));
    QVERIFY(story.tell(events::ReleaseCreated{ReleaseId(u"r"_s), 43}));
    QVERIFY(story.tell(
        events::ReleaseCommandEnded{u"key"_s, u"migrate"_s, machine, 0, -1, false, false}));
    QVERIFY(story.tell(events::MachineUpdated{machine, u"old"_s, u"new"_s}));
    QVERIFY(story.tell(events::CancelRequested{}));
    QVERIFY(story.tell(events::LeaseDropped{machine, false}));
    QVERIFY(story.tell(
        events::AttemptEnded{Reported::Succeeded, {}, Step::Survey, {}, {machine}, {}, false}));
    QVERIFY(story.tell(events::VerdictReached{Verdict()}));
    QVERIFY(story.tell(events::DiagnosisMade{{u"rule"_s, 1, {}, {}}}));
    const AttemptState &attempt = *story.state.lastAttempt();
    QVERIFY(attempt.openIntents.isEmpty());
    QVERIFY(attempt.leases.isEmpty());
    QCOMPARE(attempt.releaseVersion, 43);
    QCOMPARE(attempt.releaseCommand->exitCode, std::optional(0));
    QCOMPARE(attempt.updated.value(machine.value), u"new"_s);
    QVERIFY(attempt.cancelRequested);
    QCOMPARE(attempt.ended->reported, Reported::Succeeded);
    QVERIFY(attempt.endedAt.isValid());
    QVERIFY(attempt.verdict);
    QCOMPARE(attempt.diagnosis->rule, u"rule"_s);
    QCOMPARE(attempt.owner.pid, 7);
}

void TestDeploymentState::oldEventsChangeNothing()
{
    Story story;
    story.begin();
    story.span(1);
    QVERIFY(story.tell(events::SpanEnded{SpanId{1}, Outcome::Failed, {}}));
    const DeploymentState before = story.state;
    for (const DeployEvent &event : std::as_const(story.events))
        QVERIFY(story.state.apply(event));
    QVERIFY(story.state == before);

    DeploymentState replayed;
    for (const DeployEvent &event : std::as_const(story.events))
        QVERIFY(replayed.apply(event));
    QVERIFY(replayed == before);
}

void TestDeploymentState::gapIsRefused()
{
    Story story;
    story.begin();
    const DeploymentState before = story.state;
    const DeployEvent event{1, deployment, 3, 1, start, events::CancelRequested{}};
    const Result<void> done = story.state.apply(event);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, Error::Kind::Protocol);
    QCOMPARE(done.error().detail, u"event 3 follows event 1"_s);
    QVERIFY(story.state == before);
}

void TestDeploymentState::otherDeploymentIsRefused()
{
    Story story;
    story.begin();
    const DeployEvent event{1, DeploymentId(u"other"_s), 2, 1, start, events::CancelRequested{}};
    QCOMPARE(story.state.apply(event).error().kind, Error::Kind::Protocol);
}

void TestDeploymentState::refusedEventChangesNothing_data()
{
    QTest::addColumn<int>("row");
    QTest::newRow("end of an unknown span") << 0;
    QTest::newRow("note on an unknown span") << 1;
    QTest::newRow("request of an unknown span") << 2;
    QTest::newRow("span starts twice") << 3;
    QTest::newRow("span ends twice") << 4;
    QTest::newRow("span without a number") << 5;
    QTest::newRow("attempt leaps") << 6;
    QTest::newRow("lease of an attempt that was not") << 7;
}

void TestDeploymentState::refusedEventChangesNothing()
{
    QFETCH(int, row);
    Story story;
    story.begin();
    story.span(1);
    QVERIFY(story.tell(events::SpanEnded{SpanId{1}, Outcome::Succeeded, {}}));
    events::SpanStarted first;
    first.span = SpanId{1};
    const QList<std::pair<DeployEventBody, int>> bad{
        {events::SpanEnded{SpanId{9}, Outcome::Failed, {}}, 1},
        {events::SpanNoted{SpanId{9}, {}, {}}, 1},
        {events::SpanRequest{SpanId{9}, {}, {}, 0, {}, {}}, 1},
        {first, 1},
        {events::SpanEnded{SpanId{1}, Outcome::Failed, {}}, 1},
        {events::SpanStarted{}, 1},
        {events::AttemptStarted{}, 3},
        {events::LeaseTaken{machine, {}, {}}, 2},
    };
    const DeploymentState before = story.state;
    const Result<void> done = story.tell(bad.at(row).first, bad.at(row).second);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, Error::Kind::Protocol);
    QVERIFY(done.error().detail.startsWith("event 4: "_L1));
    QVERIFY(story.state == before);
}

void TestDeploymentState::interruptedSpansEndWhereLastHeardOf()
{
    Story story;
    story.begin();
    story.span(1);
    story.span(2);
    QVERIFY(story.tell(events::SpanEnded{SpanId{1}, Outcome::Succeeded, {}}));
    story.begin(2);
    QCOMPARE(story.state.span(SpanId{1})->outcome, Outcome::Succeeded);
    QCOMPARE(story.state.span(SpanId{2})->outcome, Outcome::Interrupted);
    QCOMPARE(story.state.span(SpanId{2})->endedAt, start.addSecs(4));
    story.span(3, 2);
    QCOMPARE(story.state.span(SpanId{3})->outcome, Outcome::Running);
    QCOMPARE(story.state.span(SpanId{3})->attempt, 2);
}

void TestDeploymentState::endAfterInterruptionCounts()
{
    Story story;
    story.begin();
    story.span(1);
    story.begin(2);
    QVERIFY(story.tell(events::SpanEnded{SpanId{1}, Outcome::Succeeded, {}}, 2));
    QCOMPARE(story.state.span(SpanId{1})->outcome, Outcome::Succeeded);
}

void TestDeploymentState::recordedInterruptionEndsSpans()
{
    Story story;
    story.begin();
    story.span(1);
    QVERIFY(story.tell(events::AttemptEnded{Reported::Interrupted, {}, {}, {}, {}, {}, false}));
    QCOMPARE(story.state.span(SpanId{1})->outcome, Outcome::Interrupted);
}

void TestDeploymentState::laterAttemptSettlesLeasesAndIntents()
{
    Story story;
    story.begin();
    QVERIFY(story.tell(events::Intent{u"i1"_s, {}, {}, machine, {}}));
    QVERIFY(story.tell(events::LeaseTaken{machine, u"n"_s, start}));
    story.begin(2);
    QCOMPARE(story.state.attempts.constFirst().openIntents.size(), 1);
    QVERIFY(story.tell(events::IntentDone{u"i1"_s, Outcome::Unknown}, 2));
    QVERIFY(story.tell(events::LeaseDropped{machine, true}, 2));
    QVERIFY(story.state.attempts.constFirst().openIntents.isEmpty());
    QVERIFY(story.state.attempts.constFirst().leases.isEmpty());
}

void TestDeploymentState::machineBeforeIsTheFirstOne()
{
    Story story;
    story.begin();
    QVERIFY(story.tell(events::MachineBefore{machine, MachineState::Started, u"a"_s, {}, {}}));
    story.begin(2);
    QVERIFY(story.tell(events::MachineBefore{machine, MachineState::Stopped, u"b"_s, {}, {}}, 2));
    QCOMPARE(story.state.before.value(machine.value).instanceId, u"a"_s);
}

void TestDeploymentState::verdictContradicts_data()
{
    QTest::addColumn<int>("reported");
    QTest::addColumn<int>("reality");
    QTest::addColumn<bool>("contradicts");
    const auto row = [](const char *name, Reported reported, Reality reality, bool contradicts) {
        QTest::newRow(name) << static_cast<int>(reported) << static_cast<int>(reality)
                            << contradicts;
    };
    row("succeeded, all new", Reported::Succeeded, Reality::AllNew, false);
    row("succeeded, mixed", Reported::Succeeded, Reality::Mixed, true);
    row("succeeded, all old", Reported::Succeeded, Reality::AllOld, true);
    row("succeeded, unhealthy", Reported::Succeeded, Reality::Unhealthy, true);
    row("succeeded, unknown", Reported::Succeeded, Reality::Unknown, false);
    row("failed, all new", Reported::Failed, Reality::AllNew, true);
    row("failed, mixed", Reported::Failed, Reality::Mixed, false);
    row("failed, all old", Reported::Failed, Reality::AllOld, false);
    row("cancelled, all new", Reported::Cancelled, Reality::AllNew, true);
    row("interrupted, all new", Reported::Interrupted, Reality::AllNew, false);
    row("rolled back, all old", Reported::RolledBack, Reality::AllOld, false);
    row("rolled back, wrong count", Reported::RolledBack, Reality::WrongCount, true);
}

void TestDeploymentState::verdictContradicts()
{
    QFETCH(int, reported);
    QFETCH(int, reality);
    QFETCH(bool, contradicts);
    Verdict verdict;
    verdict.reported = Reported(reported);
    verdict.reality = Reality(reality);
    QCOMPARE(verdict.contradicts(), contradicts);
}

QTEST_GUILESS_MAIN(TestDeploymentState)
#include "tst_deploymentstate.moc"
