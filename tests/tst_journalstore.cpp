#include "core/sanitise.h"
#include "support/tempstore.h"

#include <QDirIterator>
#include <QElapsedTimer>

#include <thread>

using namespace Qt::StringLiterals;

namespace {
const AppName gad(u"grupo-gad"_s);
const AppName cabanas(u"sist-cabanas-mvp"_s);
const QDateTime noon(QDate(2026, 8, 20), QTime(12, 0), Qt::UTC);

LogLine line(int number, const QString &text = u"line"_s)
{
    return {noon.addMSecs(number),
        LogLine::Source::App,
        u"148e"_s,
        u"info"_s,
        text + u' ' + QString::number(number),
        1};
}
} // namespace

class TestJournalStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(noon.timeSpec(), Qt::UTC); }
    void eventsComeBackAsTheyWere();
    void batchedEventsAreReadAtOnce();
    void sequenceMustFollow();
    void numbersCountPerApp();
    void aBatchedEventIsNotLostByClosing();
    void summaryFollowsTheEvents();
    void statusTellsWhoRunsIt();
    void supersededInterruptionIsNotUnfinished();
    void deploymentsAreListedNewestFirst();
    void releaseCommandIsRememberedByItsKey_data();
    void releaseCommandIsRememberedByItsKey();
    void usualDurationsAreRanksOfSuccessfulSpans();
    void onlyUpdatesTellHowLongAMachineTakes();
    void oldDeploymentsGoWithTheirLogs();
    void digestKeyIsMadeOnce();
    void secretsReachNoFile();
    void filesAreForTheirOwnerAlone();
    void importedDeploymentIsLikeOneRunHere();
    void clearTakesAllAwayButNothingThatRuns();
    void importRefusesAKnownDeployment();
    void threadsMayWriteAtTheSameTime();
    void oddIdsAreRefused();
    void storesOfOlderFormatsStayReadable_data();
    void storesOfOlderFormatsStayReadable();
};

void TestJournalStore::eventsComeBackAsTheyWere()
{
    TempStore store;
    Script script(*store, gad, noon);
    QCOMPARE(script.begin(), Result<int>(1));
    DeployPlan plan;
    plan.image = u"registry.fly.io/grupo-gad:deployment-01J8ZQ4W7M3N5T9KD2XBHC6VRE"_s;
    VERIFY_OK(script.start(0, plan));
    VERIFY_OK(script.span(1, 2, Step::Survey));
    VERIFY_OK(script.add(3, events::ReleaseCreated{ReleaseId(u"zW1Jq6Bm7LxKv"_s), 42}));
    VERIFY_OK(script.end(4));
    const auto before = store->events(script.id(), 0);
    VERIFY_OK(before);
    QCOMPARE(before->size(), 5);
    store.reopen();
    const auto after = store->events(script.id(), 0);
    QCOMPARE(after, before);
    QCOMPARE(std::get<events::AttemptStarted>(after->first().body).plan.image, plan.image);
    const auto tail = store->events(script.id(), 3);
    QCOMPARE(tail->size(), 2);
    QCOMPARE(tail->first().sequence, 4);
}

void TestJournalStore::batchedEventsAreReadAtOnce()
{
    TempStore store;
    Script script(*store, gad, noon);
    VERIFY_OK(script.begin());
    VERIFY_OK(script.start(0));
    VERIFY_OK(script.add(1, events::SpanNoted{SpanId{1}, Note::MachineState, {u"started"_s}}));
    QCOMPARE(store->events(script.id(), 0)->size(), 2);
}

void TestJournalStore::sequenceMustFollow()
{
    TempStore store;
    Script script(*store, gad, noon);
    VERIFY_OK(script.begin());
    VERIFY_OK(script.start(0));
    DeployEvent late = script.next(1, events::CancelRequested{});
    for (const qint64 wrong : {0, 1, 3}) {
        late.sequence = wrong;
        for (const Durability durability : {Durability::Durable, Durability::Batched}) {
            const Result<void> refused = store->append(late, durability);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        }
    }
    VERIFY_OK(script.end(2));
    DeployEvent stranger = late;
    stranger.deployment = DeploymentId(newUlid());
    stranger.sequence = 1;
    const Result<void> unknown = store->append(stranger, Durability::Batched);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().kind, Error::Kind::NotFound);
}

void TestJournalStore::numbersCountPerApp()
{
    TempStore store;
    QCOMPARE(store->begin(DeploymentId(newUlid()), gad), Result<int>(1));
    QCOMPARE(store->begin(DeploymentId(newUlid()), gad), Result<int>(2));
    QCOMPARE(store->begin(DeploymentId(newUlid()), cabanas), Result<int>(1));
    const DeploymentId again(newUlid());
    QCOMPARE(store->begin(again, gad), Result<int>(3));
    const Result<int> twice = store->begin(again, gad);
    QVERIFY(!twice);
    QCOMPARE(twice.error().kind, Error::Kind::Conflict);
}

void TestJournalStore::aBatchedEventIsNotLostByClosing()
{
    TempStore store;
    Script script(*store, gad, noon);
    VERIFY_OK(script.begin());
    VERIFY_OK(script.start(0));
    VERIFY_OK(script.span(1, 2, Step::Survey));
    store.reopen();
    QCOMPARE(store->events(script.id(), 0)->size(), 3);
}

void TestJournalStore::summaryFollowsTheEvents()
{
    TempStore store;
    Script script(*store, gad, noon);
    VERIFY_OK(script.begin());
    QCOMPARE(store->deployments(gad, 10)->size(), 0); // not begun: nothing to show
    DeployPlan plan;
    plan.kind = DeployKind::RollBack;
    plan.refersTo = DeploymentId(u"01J8TN5QW4B2Z8K6XD0M9R3VHE"_s);
    plan.image = u"registry.fly.io/grupo-gad:one"_s;
    VERIFY_OK(script.start(0, plan));
    VERIFY_OK(script.add(1, events::ReleaseCreated{ReleaseId(u"r"_s), 42}));
    VERIFY_OK(script.end(11, Reported::Failed));
    Verdict verdict;
    verdict.reality = Reality::AllOld;
    verdict.reported = Reported::Failed;
    verdict.lookedAt = noon.addSecs(12);
    VERIFY_OK(script.add(12, events::VerdictReached{verdict}));

    DeploymentSummary summary = *store->deployment(script.id()).value();
    QCOMPARE(summary.number, 1);
    QCOMPARE(summary.kind, DeployKind::RollBack);
    QCOMPARE(summary.refersTo, plan.refersTo);
    QCOMPARE(summary.attempts, 1);
    QCOMPARE(summary.releaseVersion, 42);
    QCOMPARE(summary.image, plan.image);
    QCOMPARE(summary.startedAt, noon);
    QCOMPARE(summary.endedAt, noon.addSecs(11));
    QCOMPARE(summary.status, DeploymentSummary::Status::Ended);
    QCOMPARE(summary.reported, Reported::Failed);
    QCOMPARE(summary.failedStep, std::optional(Step::ReleaseCommand));
    QCOMPARE(summary.verdict, std::optional(verdict));
    QCOMPARE(summary.owner, script.owner());

    plan.kind = DeployKind::Retry;
    plan.refersTo = {};
    VERIFY_OK(script.start(60, plan));
    summary = *store->deployment(script.id()).value();
    QCOMPARE(summary.kind, DeployKind::RollBack); // that of the first attempt
    QCOMPARE(summary.attempts, 2);
    QCOMPARE(summary.startedAt, noon.addSecs(60));
    QVERIFY(!summary.endedAt.isValid());
    QVERIFY(!summary.verdict);
    VERIFY_OK(script.end(90));
    summary = *store->deployment(script.id()).value();
    QCOMPARE(summary.reported, Reported::Succeeded);
    QVERIFY(!summary.failedStep);
    QVERIFY(!store->deployment(DeploymentId(u"none"_s)).value());
}

void TestJournalStore::statusTellsWhoRunsIt()
{
    using Status = DeploymentSummary::Status;
    TempStore store;
    Script script(*store, gad, noon);
    VERIFY_OK(script.begin());
    VERIFY_OK(script.start(0));
    const auto status = [&] { return store->deployment(script.id()).value()->status; };
    QCOMPARE(status(), Status::Interrupted);
    QVERIFY(!store->owner(gad).value());
    {
        const auto lock = store->own(gad, script.owner());
        VERIFY_OK(lock);
        QCOMPARE(status(), Status::Running);
        QCOMPARE(store->owner(gad).value(), std::optional(script.owner()));
        const auto second = store->own(gad, script.owner());
        QVERIFY(!second);
        QCOMPARE(second.error().kind, Error::Kind::Conflict);
        VERIFY_OK(store->own(cabanas, script.owner()));
    }
    QCOMPARE(status(), Status::Interrupted);

    ProcessIdentity other = script.owner();
    other.pid += 1;
    other.program = u"atalayactl"_s;
    script.setOwner(other);
    VERIFY_OK(script.start(10));
    const auto lock = store->own(gad, other);
    QCOMPARE(status(), Status::RunningElsewhere);
    QCOMPARE(store->unfinished()->size(), 1);
    VERIFY_OK(script.end(20));
    QCOMPARE(status(), Status::Ended); // though its owner still holds the app
    QCOMPARE(store->unfinished()->size(), 0);
}

void TestJournalStore::supersededInterruptionIsNotUnfinished()
{
    TempStore store;
    Script first(*store, gad, noon);
    VERIFY_OK(first.begin());
    VERIFY_OK(first.start(0));
    QCOMPARE(store->unfinished()->size(), 1);
    QCOMPARE(store->unfinished()->first().status, DeploymentSummary::Status::Interrupted);
    Script second(*store, gad, noon.addSecs(600));
    VERIFY_OK(second.begin());
    VERIFY_OK(second.start(0));
    const auto lock = store->own(gad, second.owner());
    QCOMPARE(store->unfinished()->size(), 1);
    QCOMPARE(store->unfinished()->first().id, second.id());
    QCOMPARE(store->deployment(first.id()).value()->status, DeploymentSummary::Status::Interrupted);
    QCOMPARE(store->deployment(second.id()).value()->status, DeploymentSummary::Status::Running);
}

void TestJournalStore::deploymentsAreListedNewestFirst()
{
    TempStore store;
    for (int i = 0; i < 5; ++i) {
        Script script(*store, gad, noon.addSecs(i * 60));
        VERIFY_OK(script.begin());
        VERIFY_OK(script.start(0));
        VERIFY_OK(script.end(1));
    }
    const auto list = store->deployments(gad, 3);
    QCOMPARE(list->size(), 3);
    QCOMPARE(list->at(0).number, 5);
    QCOMPARE(list->at(2).number, 3);
    QCOMPARE(store->deployments(cabanas, 3)->size(), 0);
}

void TestJournalStore::releaseCommandIsRememberedByItsKey_data()
{
    QTest::addColumn<std::optional<int>>("exitCode");
    QTest::addColumn<bool>("timedOut");
    QTest::addColumn<bool>("remembered");
    QTest::newRow("succeeded") << std::optional<int>(0) << false << true;
    QTest::newRow("failed") << std::optional<int>(1) << false << false;
    QTest::newRow("not known how it ended") << std::optional<int>() << false << false;
    QTest::newRow("timed out") << std::optional<int>(0) << true << false;
}

void TestJournalStore::releaseCommandIsRememberedByItsKey()
{
    QFETCH(std::optional<int>, exitCode);
    QFETCH(bool, timedOut);
    QFETCH(bool, remembered);
    TempStore store;
    Script script(*store, gad, noon);
    VERIFY_OK(script.begin());
    VERIFY_OK(script.start(0));
    events::ReleaseCommandEnded ended;
    ended.key = u"abc"_s;
    ended.exitCode = exitCode;
    ended.timedOut = timedOut;
    VERIFY_OK(script.add(9, ended, Durability::Durable));
    const auto done = store->releaseCommandDone(u"abc"_s);
    VERIFY_OK(done);
    QCOMPARE(done->has_value(), remembered);
    if (remembered)
        QCOMPARE(done->value(), noon.addSecs(9));
    QVERIFY(!store->releaseCommandDone(u"other"_s).value());
}

void TestJournalStore::usualDurationsAreRanksOfSuccessfulSpans()
{
    TempStore store;
    for (int i = 1; i <= 20; ++i) {
        Script script(*store, gad, noon.addSecs(i * 1000));
        VERIFY_OK(script.begin());
        VERIFY_OK(script.start(0));
        VERIFY_OK(script.span(0, i, Step::ReleaseCommand));
        VERIFY_OK(script.span(0, 2 * i, Step::UpdateMachine, Segment::Pull));
        VERIFY_OK(script.span(0, 999, Step::ReleaseCommand, Segment::Work, Outcome::Failed));
        VERIFY_OK(script.end(100 + i, i == 20 ? Reported::Failed : Reported::Succeeded));
    }
    const auto usual = store->usual(gad);
    VERIFY_OK(usual);
    using namespace std::chrono_literals;
    QCOMPARE(usual->value(u"release-command"_s), (UsualDuration{10s, 19s, 20}));
    QCOMPARE(
        usual->value(usualKey(Step::UpdateMachine, Segment::Pull)), (UsualDuration{20s, 38s, 20}));
    QCOMPARE(usual->value(u"total"_s), (UsualDuration{110s, 119s, 19}));
    QVERIFY(store->usual(cabanas)->isEmpty());
}

void TestJournalStore::onlyUpdatesTellHowLongAMachineTakes()
{
    using namespace std::chrono_literals;
    TempStore store;
    Script script(*store, gad, noon);
    VERIFY_OK(script.begin());
    VERIFY_OK(script.start(0));
    events::SpanStarted bar;
    bar.span = SpanId{1};
    bar.step = Step::UpdateMachine;
    events::SpanStarted turn = bar;
    turn.span = SpanId{2};
    turn.parent = bar.span;
    turn.segment = Segment::WaitTurn;
    VERIFY_OK(script.add(0, bar));
    VERIFY_OK(script.add(0, turn));
    // Its turn is the others' time.
    VERIFY_OK(script.add(50, events::SpanEnded{turn.span, Outcome::Succeeded, {}}));
    events::SpanStarted pull = turn;
    pull.span = SpanId{3};
    pull.segment = Segment::Pull;
    VERIFY_OK(script.add(50, pull));
    VERIFY_OK(script.add(98, events::SpanEnded{pull.span, Outcome::Succeeded, {}}));
    VERIFY_OK(script.add(98, events::SpanEnded{bar.span, Outcome::Succeeded, {}}));
    // Only the labels of another machine were set.
    events::SpanStarted light = bar;
    light.span = SpanId{4};
    VERIFY_OK(script.add(98, light));
    VERIFY_OK(script.add(98, events::SpanEnded{light.span, Outcome::Succeeded, {}}));
    VERIFY_OK(script.end(99));
    const auto usual = store->usual(gad);
    QCOMPARE(usual->value(u"update-machine"_s), (UsualDuration{48s, 48s, 1}));
    QCOMPARE(usual->value(u"update-machine/wait-turn"_s), (UsualDuration{50s, 50s, 1}));
}

void TestJournalStore::oldDeploymentsGoWithTheirLogs()
{
    JournalStore::Limits limits;
    limits.deploymentsPerApp = 3;
    TempStore store(limits);
    QList<DeploymentId> ids;
    for (int i = 0; i < 5; ++i) {
        Script script(*store, gad, noon.addSecs(i * 60));
        VERIFY_OK(script.begin());
        VERIFY_OK(script.start(0));
        if (i != 1) // the second one was interrupted: it is kept
            VERIFY_OK(script.end(1));
        VERIFY_OK(store->appendLog(script.id(), {line(i)}));
        ids += script.id();
    }
    QList<int> numbers;
    const QList<DeploymentSummary> kept = *store->deployments(gad, 100);
    for (const DeploymentSummary &summary : kept)
        numbers += summary.number;
    QCOMPARE(numbers, (QList<int>{5, 4, 3, 2}));
    QVERIFY(!store->events(ids[0], 0));
    QVERIFY(!QDir(store.folder() + u"/logs/"_s + ids[0].value).exists());
    QCOMPARE(store->log(ids[1], 0, 10)->size(), 1);
    QCOMPARE(store->begin(DeploymentId(newUlid()), gad), Result<int>(6)); // numbers go on
}

void TestJournalStore::digestKeyIsMadeOnce()
{
    TempStore store;
    const QByteArray key = *store->digestKey();
    QCOMPARE(key.size(), 32);
    store.reopen();
    QCOMPARE(*store->digestKey(), key);
    TempStore other;
    QVERIFY(*other->digestKey() != key);
}

void TestJournalStore::secretsReachNoFile()
{
    const QByteArray known = "kZ9-known-\"quoted\"-value-81";
    const QByteArray plain = "kZ9-known-plain-value-82";
    const QByteArray shaped = "fo1_ThisLooksLikeAFlyToken_0123456789abcdef";
    const QByteArray inUrl = "hunter22hunter22";
    Redact::addKnown(known);
    Redact::addKnown(plain);
    const QString secrets = u"%1 %2 %3 postgres://gad:%4@db/gad"_s.arg(QString::fromUtf8(known),
        QString::fromUtf8(plain),
        QString::fromUtf8(shaped),
        QString::fromUtf8(inUrl));
    TempStore store;
    Script script(*store, gad, noon);
    VERIFY_OK(script.begin());
    DeployPlan plan;
    plan.releaseCommand = secrets;
    VERIFY_OK(script.start(0, plan));
    VERIFY_OK(script.add(1, events::SpanNoted{SpanId{1}, Note::CheckOutput, {u"http"_s, secrets}}));
    VERIFY_OK(script.add(2,
        events::SpanEnded{
            SpanId{1}, Outcome::Failed, Error{Error::Kind::Rejected, secrets, 422, {}, {}, {}}}));
    VERIFY_OK(store->appendLog(script.id(), {line(0, secrets)}));
    const QList<DeployEvent> stored = *store->events(script.id(), 0);
    QVERIFY(std::get<events::SpanNoted>(stored[1].body).args.last().contains(u"[redacted]"_s));

    for (const bool closed : {false, true}) {
        if (closed)
            store.close();
        QDirIterator files(
            store.folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int looked = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            for (const QByteArray &secret : {known, QByteArray("quoted"), plain, shaped, inUrl})
                QVERIFY2(!bytes.contains(secret), qPrintable(file.fileName()));
            ++looked;
        }
        QVERIFY(looked >= 2);
    }
}

void TestJournalStore::filesAreForTheirOwnerAlone()
{
    TempStore store;
    Script script(*store, gad, noon);
    VERIFY_OK(script.begin());
    VERIFY_OK(script.start(0));
    VERIFY_OK(store->appendLog(script.id(), {line(0)}));
    const auto lock = store->own(gad, script.owner());
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QDirIterator all(
        store.folder(), QDir::AllEntries | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    int looked = 0;
    while (all.hasNext()) {
        const QFileInfo entry = all.nextFileInfo();
        QVERIFY2(!(entry.permissions() & others), qPrintable(entry.filePath()));
        ++looked;
    }
    QVERIFY(looked >= 7); // database, its two side files, a lock, a log, their folders
}

void TestJournalStore::importedDeploymentIsLikeOneRunHere()
{
    TempStore source;
    Script script(*source, gad, noon);
    VERIFY_OK(script.begin());
    VERIFY_OK(script.start(0));
    VERIFY_OK(script.span(1, 5, Step::ReleaseCommand));
    VERIFY_OK(script.end(6));
    const QList<DeployEvent> events = *source->events(script.id(), 0);

    TempStore store;
    VERIFY_OK(store->import(gad, events, {line(0), line(1)}, 51));
    QCOMPARE(*store->events(script.id(), 0), events);
    QCOMPARE(store->log(script.id(), 0, 10)->size(), 2);
    DeploymentSummary expected = *source->deployment(script.id()).value();
    expected.number = 51;
    QCOMPARE(*store->deployment(script.id()).value(), expected);
    QVERIFY(store->usual(gad)->contains(u"release-command"_s));
    QCOMPARE(store->begin(DeploymentId(newUlid()), gad), Result<int>(52));
    QCOMPARE(script.id(), store->deployments(gad, 1)->first().id);
}

void TestJournalStore::clearTakesAllAwayButNothingThatRuns()
{
    TempStore store;
    Script ended(*store, gad, noon);
    VERIFY_OK(ended.begin());
    VERIFY_OK(ended.start(0));
    VERIFY_OK(ended.end(1));
    VERIFY_OK(store->appendLog(ended.id(), {line(0)}));
    Script running(*store, gad, noon.addSecs(60));
    VERIFY_OK(running.begin());
    VERIFY_OK(running.start(0));
    {
        const auto held = store->own(gad, ProcessIdentity::current(u"test"_s));
        QVERIFY(held);
        const Result<void> refused = store->clear();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        QCOMPARE(store->deployments(gad, 10)->size(), 2);
        QCOMPARE(store->deployments({}, 10)->size(), 2); // of all apps
    }
    VERIFY_OK(store->clear()); // what was interrupted goes, too
    QVERIFY(store->deployments({}, 10)->isEmpty());
    QVERIFY(store->log(ended.id(), 0, 10).value_or(QList<LogLine>()).isEmpty());
    QCOMPARE(store->begin(DeploymentId(newUlid()), gad), Result<int>(1));
}

void TestJournalStore::importRefusesAKnownDeployment()
{
    TempStore store;
    Script script(*store, gad, noon);
    VERIFY_OK(script.begin());
    VERIFY_OK(script.start(0));
    const QList<DeployEvent> events = *store->events(script.id(), 0);
    const Result<void> again = store->import(gad, events, {}, 0);
    QVERIFY(!again);
    QCOMPARE(again.error().kind, Error::Kind::Conflict);

    QList<DeployEvent> gap = events;
    gap[0].deployment = DeploymentId(newUlid());
    gap[0].sequence = 2;
    QVERIFY(!store->import(gad, gap, {}, 0));
    QCOMPARE(store->deployments(gad, 10)->size(), 1); // nothing half-done stays
    QVERIFY(!store->import(gad, {}, {}, 0));
    VERIFY_OK(script.end(1));
}

void TestJournalStore::threadsMayWriteAtTheSameTime()
{
    TempStore store;
    constexpr int threads = 4;
    constexpr int spans = 40;
    std::vector<std::unique_ptr<Script>> scripts;
    for (int i = 0; i < threads; ++i) {
        scripts.push_back(std::make_unique<Script>(*store, AppName(u"app-%1"_s.arg(i)), noon));
        VERIFY_OK(scripts.back()->begin());
        VERIFY_OK(scripts.back()->start(0));
    }
    std::atomic<int> failures = 0;
    {
        std::vector<std::jthread> writers;
        for (const std::unique_ptr<Script> &script : scripts) {
            writers.emplace_back([&failures, &store, one = script.get()] {
                for (int i = 0; i < spans; ++i) {
                    failures += !one->span(i, i + 1, Step::UpdateMachine);
                    failures += !store->appendLog(one->id(), {line(i)});
                }
                failures += !one->end(spans);
                failures += !store->events(one->id(), 0);
            });
        }
    }
    QCOMPARE(failures, 0);
    for (const std::unique_ptr<Script> &script : scripts) {
        QCOMPARE(store->events(script->id(), 0)->size(), 2 + 2 * spans);
        QCOMPARE(store->log(script->id(), 0, 1000)->size(), spans);
    }
}

void TestJournalStore::oddIdsAreRefused()
{
    TempStore store;
    for (const QString &odd : {u""_s, u"../../etc"_s, u"a/b"_s, u"."_s, QString(65, u'x')}) {
        QVERIFY(!store->begin(DeploymentId(odd), gad));
        QVERIFY(!store->appendLog(DeploymentId(odd), {line(0)}));
        QVERIFY(!store->log(DeploymentId(odd), 0, 1));
    }
}

void TestJournalStore::storesOfOlderFormatsStayReadable_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("format 1") << u"format-1.db"_s;
}

void TestJournalStore::storesOfOlderFormatsStayReadable()
{
    QFETCH(QString, file);
    TempStore store;
    store.close();
    QVERIFY(QFile::remove(store.database()));
    QVERIFY(QFile::copy(QFINDTESTDATA(u"data/store/"_s + file), store.database()));
    QVERIFY(QFile::setPermissions(store.database(), QFile::ReadOwner | QFile::WriteOwner));
    store.reopen();
    QVERIFY2(!store.openError(), store.openError() ? qPrintable(store.openError()->detail) : "");
    const QList<DeploymentSummary> past = store->deployments(cabanas, 10).value();
    QCOMPARE(past.size(), 1);
    QCOMPARE(past.first().number, 12);
    QCOMPARE(past.first().releaseVersion, 17);
    QCOMPARE(past.first().reported, Reported::Succeeded);
    QCOMPARE(past.first().verdict->reality, Reality::AllNew);
    const QList<DeployEvent> events = store->events(past.first().id, 0).value();
    QCOMPARE(events.size(), 81);
    QString key;
    for (const DeployEvent &event : events) {
        if (const auto *ended = std::get_if<events::ReleaseCommandEnded>(&event.body))
            key = ended->key;
    }
    QVERIFY(store->releaseCommandDone(key).value());
    QCOMPARE(store->usual(cabanas)->value(u"total"_s).samples, 1);
    QCOMPARE(store->begin(DeploymentId(newUlid()), cabanas), Result<int>(13));
}

QTEST_GUILESS_MAIN(TestJournalStore)
#include "tst_journalstore.moc"
