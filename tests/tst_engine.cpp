#include "support/enginefixture.h"
#include "support/invariants.h"

#include <QJsonObject>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The stories of a deployment, one by one; every fault at every place is in tst_enginematrix.
class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatItDoesInOrder();
    void everyWriteHasItsIntentBefore();
    void staysOnTheCriticalPath_data();
    void staysOnTheCriticalPath();
    void failedReleaseCommandChangesNothing();
    void retryUsesTheImageAndANewRelease();
    void retryOfWhatTheJournalDoesNotKnow();
    void hangingReleaseCommandIsStopped();
    void rightMachinesGetLabelsOnly();
    void sickMachineEndsTheRollingUpdate();
    void crashIsSeenEarly();
    void foreignLeaseIsWaitedFor();
    void foreignLeaseTooLongIsAConflict();
    void destroyedMachineIsNamed();
    void cancelIsClean();
    void cancelByAnotherProcess();
    void changedSurveyIsRefused();
    void secondOwnerIsRefused();
    void sleepingComputerTakesItsLeasesAnew();
    void aLeaseThatIsOverWhenItComesIsTakenAgain();
    void unreadableLogChangesNothing();
};

namespace {
using Answer = std::optional<Result<HttpResponse>>;

// The transitions of a run, without ids and times.
QStringList story(const QList<DeployEvent> &events)
{
    QHash<qint64, QString> names;
    QHash<QString, QString> lanes;
    const auto nameOf = [&](const events::SpanStarted &span) {
        QString name = phaseName(span.phase);
        name += u' ';
        name += stepName(span.step);
        if (span.segment != Segment::Work) {
            name += u'/';
            name += segmentName(span.segment);
        }
        if (!span.lane.isEmpty()) {
            if (!lanes.contains(span.lane))
                lanes.insert(span.lane, u"m%1"_s.arg(lanes.size() + 1));
            name += u' ';
            name += lanes.value(span.lane);
        }
        names.insert(span.span.value, name);
        return name;
    };
    QStringList told;
    for (const DeployEvent &event : events) {
        if (const auto *span = std::get_if<events::SpanStarted>(&event.body))
            told.append(u"+ "_s + nameOf(*span));
        else if (const auto *end = std::get_if<events::SpanEnded>(&event.body))
            told.append(u"- %1: %2"_s.arg(names.value(end->span.value), outcomeName(end->outcome)));
        else if (const auto *skip = std::get_if<events::SpanSkipped>(&event.body))
            told.append(u"= "_s + nameOf(skip->span));
        else if (std::holds_alternative<events::AttemptStarted>(event.body))
            told.append(u"begins"_s);
        else if (const auto *ended = std::get_if<events::AttemptEnded>(&event.body))
            told.append(u"ends "_s + reportedName(ended->reported));
        else if (const auto *verdict = std::get_if<events::VerdictReached>(&event.body))
            told.append(u"is "_s + realityName(verdict->verdict.reality));
        else if (std::holds_alternative<events::DiagnosisMade>(event.body))
            told.append(u"because"_s);
    }
    return told;
}

QString reasonOf(const EngineFixture::Outcome &outcome)
{
    if (!outcome.accepted)
        return outcome.accepted.error().detail;
    return outcome.ended && outcome.ended->error ? outcome.ended->error->detail : QString();
}

bool isWrite(const HttpRequest &request)
{
    return request.isWrite() && request.url.path() != "/graphql"_L1;
}
} // namespace

void TestEngine::tellsWhatItDoesInOrder()
{
    EngineFixture fixture(1);
    const EngineFixture::Outcome outcome = fixture.run(fixture.deployOf(EngineFixture::newImage));
    QVERIFY2(outcome.accepted, qPrintable(reasonOf(outcome)));
    const QStringList expected{
        u"begins"_s,
        u"+ preflight survey"_s,
        u"- preflight survey: succeeded"_s,
        u"+ preflight check-plan"_s,
        u"- preflight check-plan: succeeded"_s,
        u"= build resolve-image"_s,
        u"+ update acquire-leases"_s,
        u"- update acquire-leases: succeeded"_s,
        u"+ preflight create-release"_s,
        u"- preflight create-release: succeeded"_s,
        u"+ migrate release-command"_s,
        u"+ migrate release-machine-prepare/pull"_s,
        u"- migrate release-machine-prepare/pull: succeeded"_s,
        u"+ migrate release-machine-run"_s,
        u"- migrate release-machine-run: succeeded"_s,
        u"- migrate release-command: succeeded"_s,
        u"+ update update-machine m1"_s,
        u"+ update update-machine/wait-turn m1"_s,
        u"- update update-machine/wait-turn m1: succeeded"_s,
        u"+ update update-machine/pull m1"_s,
        u"- update update-machine/pull m1: succeeded"_s,
        u"+ update update-machine/start m1"_s,
        u"- update update-machine/start m1: succeeded"_s,
        u"+ update update-machine/grace m1"_s,
        u"- update update-machine/grace m1: succeeded"_s,
        u"+ update update-machine/checks m1"_s,
        u"- update update-machine/checks m1: succeeded"_s,
        u"- update update-machine m1: succeeded"_s,
        u"+ cleanup release-leases"_s,
        u"- cleanup release-leases: succeeded"_s,
        u"+ verify verify-reality"_s,
        u"- verify verify-reality: succeeded"_s,
        u"+ cleanup close-release"_s,
        u"- cleanup close-release: succeeded"_s,
        u"ends succeeded"_s,
        u"is all-new"_s,
    };
    QCOMPARE(story(outcome.events), expected);
    QCOMPARE(brokenInvariants(fixture, outcome), QStringList());
    QCOMPARE(fixture.releaseStatus(43), u"complete"_s);
    QVERIFY(fixture.world->violations().isEmpty());
    // What was published is what was written down.
    QCOMPARE(fixture.journal.all(*outcome.accepted), outcome.events);
}

void TestEngine::everyWriteHasItsIntentBefore()
{
    EngineFixture fixture(3);
    QStringList naked;
    std::atomic<int> writes = 0;
    fixture.transport.setBefore([&](int, const HttpRequest &request) -> Answer {
        const bool refreshes = std::any_of(request.headers.cbegin(),
            request.headers.cend(),
            [](const HttpHeader &header) { return header.name == "fly-machine-lease-nonce"; });
        const bool refresh =
            refreshes && request.method == "POST" && request.url.path().endsWith(u"/lease"_s);
        if (!isWrite(request) || refresh)
            return std::nullopt;
        ++writes;
        const QList<DeploymentId> ids = fixture.journal.ids();
        if (ids.isEmpty() || fixture.journal.state(ids.last()).lastAttempt()->openIntents.isEmpty())
            naked.append(QString::fromLatin1(request.method) + request.url.path());
        return std::nullopt;
    });
    const EngineFixture::Outcome outcome = fixture.run(fixture.deployOf(EngineFixture::newImage));
    QCOMPARE(outcome.ended->reported, Reported::Succeeded);
    QCOMPARE(naked, QStringList());
    QVERIFY(writes >= 14);
    QVERIFY(fixture.journal.state(*outcome.accepted).lastAttempt()->openIntents.isEmpty());
}

void TestEngine::staysOnTheCriticalPath_data()
{
    QTest::addColumn<int>("machines");
    QTest::addColumn<int>("rounds");
    QTest::addRow("1 machine") << 1 << 1;
    QTest::addRow("3 machines") << 3 << 3;
    QTest::addRow("12 machines, four at a time after the first") << 12 << 4;
}

void TestEngine::staysOnTheCriticalPath()
{
    QFETCH(int, machines);
    QFETCH(int, rounds);
    EngineFixture fixture(machines, EngineFixture::Pace::Real);
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    const Clock::Duration before = fixture.clock.now();
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    const double took = std::chrono::duration<double>(fixture.clock.now() - before).count();
    QCOMPARE(outcome.ended->reported, Reported::Succeeded);
    // The scenario's times: pull, start and run of the release machine and its end; per round the
    // pull (the first machine shares the release machine's host), the drain, the start, grace and
    // the first check.
    const double release = 10 + 1.5 + 9 + 1.2;
    const double afterPull = 2.5 + 1.5 + 30 + 4;
    const double critical = release + 1.5 + afterPull + (rounds - 1) * (10 + afterPull);
    const QString told = u"took %1 s, the critical path is %2 s"_s.arg(took).arg(critical);
    QVERIFY2(took <= critical * 1.05, qPrintable(told));
}

void TestEngine::failedReleaseCommandChangesNothing()
{
    EngineFixture fixture(3);
    QStringList asked;
    fixture.diagnose = [&asked](const DeploymentState &state,
                           const QList<LogLine> &log) -> std::optional<Diagnosis> {
        asked.append(stepName(state.lastAttempt()->ended->failedStep));
        for (const LogLine &line : log)
            asked.append(line.text);
        Diagnosis diagnosis;
        diagnosis.rule = u"made.up"_s;
        return diagnosis;
    };
    fixture.provoke(u"release-command-fails"_s, {}, {{u"exitCode"_s, 3}});
    const EngineFixture::Outcome outcome = fixture.run(fixture.deployOf(EngineFixture::newImage));
    QVERIFY(outcome.ended);
    QCOMPARE(outcome.ended->reported, Reported::Failed);
    QCOMPARE(outcome.ended->failedStep, Step::ReleaseCommand);
    QCOMPARE(outcome.ended->changed, QList<MachineId>());
    QCOMPARE(outcome.ended->unchanged.size(), 3);
    QCOMPARE(outcome.verdict->reality, Reality::AllOld);
    QVERIFY(!outcome.verdict->contradicts());
    QCOMPARE(fixture.releaseStatus(43), u"failed"_s);
    const DeploymentState state = fixture.journal.state(*outcome.accepted);
    QCOMPARE(state.lastAttempt()->releaseCommand->exitCode, std::optional(3));
    QVERIFY(asked.size() > 1); // the log had been read when it was asked
    QCOMPARE(asked.first(), stepName(Step::ReleaseCommand));
    QVERIFY(state.lastAttempt()->diagnosis);
    QCOMPARE(story(outcome.events).last(), u"because"_s);
    QCOMPARE(brokenInvariants(fixture, outcome), QStringList());
}

void TestEngine::retryUsesTheImageAndANewRelease()
{
    EngineFixture fixture(3);
    fixture.provoke(u"release-command-fails"_s);
    const EngineFixture::Outcome failed = fixture.run(fixture.deployOf(EngineFixture::newImage));
    QCOMPARE(failed.ended->reported, Reported::Failed);

    const Result<DeployPlan> plan = fixture.plan(fixture.request(DeployKind::Retry));
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    QCOMPARE(plan->deployment, *failed.accepted);
    QCOMPARE(plan->attempt, 2);
    QCOMPARE(plan->failedVersion, 43);
    QVERIFY(plan->runReleaseCommand);
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    QVERIFY(outcome.ended);
    QCOMPARE(outcome.ended->reported, Reported::Succeeded);
    QCOMPARE(*outcome.accepted, *failed.accepted);
    QCOMPARE(fixture.releaseStatus(43), u"failed"_s);
    QCOMPARE(fixture.releaseStatus(44), u"complete"_s);
    QVERIFY(story(outcome.events).contains(u"= build resolve-image"_s));
    InvariantOptions options;
    options.releaseRuns = 2;
    QCOMPARE(brokenInvariants(fixture, outcome, options), QStringList());
}

void TestEngine::retryOfWhatTheJournalDoesNotKnow()
{
    EngineFixture fixture(1); // v42 failed before this store existed
    const Result<DeployPlan> plan = fixture.plan(fixture.request(DeployKind::Retry));
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    QCOMPARE(plan->image, EngineFixture::newImage);
    QCOMPARE(plan->failedVersion, 42);
    QCOMPARE(fixture.run(*plan).ended->reported, Reported::Succeeded);
}

void TestEngine::hangingReleaseCommandIsStopped()
{
    EngineFixture fixture(1);
    fixture.provoke(u"release-command-hangs"_s);
    const EngineFixture::Outcome outcome = fixture.run(fixture.deployOf(EngineFixture::newImage));
    QCOMPARE(outcome.ended->reported, Reported::Failed);
    QCOMPARE(outcome.ended->error->kind, Error::Kind::Timeout);
    const DeploymentState state = fixture.journal.state(*outcome.accepted);
    QVERIFY(state.lastAttempt()->releaseCommand->timedOut);
    QCOMPARE(fixture.allMachines(), 1); // its machine is gone
    const Result<DeployPlan> retry = fixture.plan(fixture.request(DeployKind::Retry));
    QVERIFY(retry->runReleaseCommand);
}

void TestEngine::rightMachinesGetLabelsOnly()
{
    EngineFixture fixture(3);
    QCOMPARE(fixture.run(fixture.deployOf(EngineFixture::newImage)).ended->reported,
        Reported::Succeeded);
    const QList<SimMachineFacts> before = fixture.machines();
    // How long an update takes says nothing of these.
    fixture.journal.usualDurations.insert(u"update-machine"_s, {49s, 60s, 12});
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    for (const PlannedMachine &machine : plan->machines)
        QCOMPARE(machine.action, PlannedMachine::Action::LabelsOnly);
    for (const PlannedStep &step : plan->steps)
        QVERIFY(step.step != Step::UpdateMachine || !step.usual);
    QVERIFY(!plan->runReleaseCommand);
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    QCOMPARE(outcome.ended->reported, Reported::Succeeded);
    QCOMPARE(outcome.ended->changed, QList<MachineId>());
    for (const SpanState &span : fixture.journal.state(*outcome.accepted).spans)
        QVERIFY(span.step != Step::UpdateMachine || !span.usual);
    const QList<SimMachineFacts> after = fixture.machines();
    for (qsizetype i = 0; i < after.size(); ++i) {
        QCOMPARE(after.at(i).instanceId, before.at(i).instanceId);
        QCOMPARE(after.at(i).updates, before.at(i).updates);
        QCOMPARE(after.at(i).releaseVersion, u"44"_s);
    }
    QCOMPARE(fixture.releaseRuns(), 1);
}

void TestEngine::sickMachineEndsTheRollingUpdate()
{
    EngineFixture fixture(3);
    fixture.provoke(u"machine-never-healthy"_s);
    const EngineFixture::Outcome outcome = fixture.run(fixture.deployOf(EngineFixture::newImage));
    QCOMPARE(outcome.ended->reported, Reported::Failed);
    QCOMPARE(outcome.ended->failedStep, Step::UpdateMachine);
    QVERIFY(!outcome.ended->failedLane.isEmpty());
    QCOMPARE(outcome.ended->changed, QList<MachineId>{MachineId(outcome.ended->failedLane)});
    QCOMPARE(outcome.verdict->reality, Reality::Mixed);
    QCOMPARE(outcome.verdict->unhealthyMachines.size(), 1);
    QCOMPARE(fixture.releaseStatus(43), u"failed"_s);
    QVERIFY(reasonOf(outcome).contains(u"health checks"_s));
    QCOMPARE(brokenInvariants(fixture, outcome), QStringList());
}

void TestEngine::crashIsSeenEarly()
{
    EngineFixture fixture(3);
    fixture.provoke(u"machine-crashes-at-start"_s);
    const Clock::Duration before = fixture.clock.now();
    const EngineFixture::Outcome outcome = fixture.run(fixture.deployOf(EngineFixture::newImage));
    QCOMPARE(outcome.ended->reported, Reported::Failed);
    QCOMPARE(outcome.ended->error->kind, Error::Kind::Process);
    QVERIFY(fixture.clock.now() - before < 60s); // and not five minutes
    QCOMPARE(brokenInvariants(fixture, outcome), QStringList());
}

void TestEngine::foreignLeaseIsWaitedFor()
{
    EngineFixture fixture(3);
    const QString machine = fixture.machines().at(1).id;
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    fixture.provoke(u"foreign-lease"_s,
        machine,
        {{u"owner"_s, u"somebody@acme.test"_s}, {u"ttlSeconds"_s, 20}});
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    QCOMPARE(outcome.ended->reported, Reported::Succeeded);
    QVERIFY(story(outcome.events).contains(u"+ update acquire-lease/wait-lease m1"_s));
    QStringList owner;
    for (const DeployEvent &event : outcome.events) {
        if (const auto *note = std::get_if<events::SpanNoted>(&event.body);
            note && note->note == Note::LeaseHeldBy)
            owner = note->args;
    }
    QCOMPARE(owner.value(0), u"somebody@acme.test"_s);
    QVERIFY(QDateTime::fromString(owner.value(1), Qt::ISODate).isValid());
    QCOMPARE(brokenInvariants(fixture, outcome), QStringList());
}

void TestEngine::foreignLeaseTooLongIsAConflict()
{
    EngineFixture fixture(3);
    const QString machine = fixture.machines().at(1).id;
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    fixture.provoke(u"foreign-lease"_s,
        machine,
        {{u"owner"_s, u"somebody@acme.test"_s}, {u"ttlSeconds"_s, 3600}});
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    QCOMPARE(outcome.ended->reported, Reported::Failed);
    QCOMPARE(outcome.ended->error->kind, Error::Kind::Conflict);
    QCOMPARE(outcome.ended->failedStep, Step::AcquireLeases);
    QCOMPARE(fixture.releaseStatus(43), QString()); // nothing had been begun
    QCOMPARE(fixture.liveLeases(), 1);
}

void TestEngine::destroyedMachineIsNamed()
{
    EngineFixture fixture(3);
    const QString machine = fixture.machines().at(2).id;
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    std::atomic<bool> done = false;
    fixture.transport.setBefore([&](int, const HttpRequest &request) -> Answer {
        if (request.url.path().endsWith(u"/start"_s) && !done.exchange(true))
            fixture.provoke(u"machine-destroyed"_s, machine);
        return std::nullopt;
    });
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    QCOMPARE(outcome.ended->reported, Reported::Failed);
    QCOMPARE(outcome.ended->error->kind, Error::Kind::NotFound);
    QVERIFY(reasonOf(outcome).contains(machine));
    QCOMPARE(outcome.ended->failedLane, machine);
    QCOMPARE(outcome.verdict->reality, Reality::WrongCount);
    QCOMPARE(outcome.verdict->missingMachines, QList<MachineId>{MachineId(machine)});
    QCOMPARE(fixture.liveLeases(), 0);
}

void TestEngine::cancelIsClean()
{
    EngineFixture fixture(3);
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    std::atomic<int> updates = 0;
    fixture.transport.setAfter([&](int, const HttpRequest &request) -> Answer {
        const bool update = request.method == "POST" && request.url.path().count(u'/') == 5;
        if (update && ++updates == 2) {
            fixture.cancelRun();
            fixture.cancelRun(); // once more does no harm
        }
        return std::nullopt;
    });
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    QCOMPARE(outcome.ended->reported, Reported::Cancelled);
    QCOMPARE(outcome.ended->changed.size(), 2);
    QCOMPARE(outcome.ended->unchanged.size(), 1);
    QCOMPARE(fixture.releaseStatus(43), u"interrupted"_s);
    QCOMPARE(fixture.liveLeases(), 0);
    QVERIFY(fixture.journal.state(*outcome.accepted).lastAttempt()->cancelRequested);
    QCOMPARE(brokenInvariants(fixture, outcome), QStringList());
}

void TestEngine::cancelByAnotherProcess()
{
    EngineFixture fixture(3);
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    const ProcessIdentity other{u"there"_s, u"boot"_s, 99, u"atalayactl"_s};
    std::atomic<bool> asked = false;
    fixture.transport.setAfter([&](int, const HttpRequest &request) -> Answer {
        if (request.url.path().endsWith(u"/start"_s) && !asked.exchange(true))
            static_cast<void>(fixture.journal.requestCancel(fixture.journal.ids().last(), other));
        return std::nullopt;
    });
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    QCOMPARE(outcome.ended->reported, Reported::Cancelled);
    const auto told =
        std::find_if(outcome.events.cbegin(), outcome.events.cend(), [](const DeployEvent &event) {
            return std::holds_alternative<events::CancelRequested>(event.body);
        });
    QVERIFY(told != outcome.events.cend());
    QCOMPARE(std::get<events::CancelRequested>(told->body).by, other);
    // The command was stopped in the middle: a retry runs it again.
    const Result<DeployPlan> retry = fixture.plan(fixture.request(DeployKind::Retry));
    QVERIFY(retry);
    QVERIFY(retry->runReleaseCommand);
}

void TestEngine::changedSurveyIsRefused()
{
    EngineFixture fixture(3);
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    QCOMPARE(fixture.run(fixture.deployOf(EngineFixture::newImage)).ended->reported,
        Reported::Succeeded);
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    QVERIFY(!outcome.accepted);
    QCOMPARE(outcome.accepted.error().kind, Error::Kind::Precondition);
    QVERIFY(outcome.events.isEmpty());
}

void TestEngine::secondOwnerIsRefused()
{
    EngineFixture fixture(1);
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    const auto lock =
        fixture.journal.own(EngineFixture::app, {u"there"_s, u"boot"_s, 1, u"atalaya"_s});
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    QVERIFY(!outcome.accepted);
    QCOMPARE(outcome.accepted.error().kind, Error::Kind::Conflict);
}

void TestEngine::sleepingComputerTakesItsLeasesAnew()
{
    EngineFixture fixture(3);
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    std::atomic<bool> slept = false;
    fixture.transport.setAfter([&](int, const HttpRequest &request) -> Answer {
        if (request.url.path().endsWith(u"/start"_s) && !slept.exchange(true))
            fixture.clock.jump(1h);
        return std::nullopt;
    });
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    QCOMPARE(outcome.ended->reported, Reported::Succeeded);
    int lost = 0;
    int taken = 0;
    for (const DeployEvent &event : outcome.events) {
        if (const auto *dropped = std::get_if<events::LeaseDropped>(&event.body))
            lost += dropped->expired ? 1 : 0;
        taken += std::holds_alternative<events::LeaseTaken>(event.body) ? 1 : 0;
    }
    QCOMPARE(lost, 3);
    QCOMPARE(taken, 6);
    QCOMPARE(brokenInvariants(fixture, outcome), QStringList());
}

// Asleep, and asleep again while the lease was being taken anew: its answer is older than it lives.
void TestEngine::aLeaseThatIsOverWhenItComesIsTakenAgain()
{
    EngineFixture fixture(3);
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    std::atomic<int> sleeps = 0;
    fixture.transport.setAfter([&](int, const HttpRequest &request) -> Answer {
        const QString path = request.url.path();
        const bool first = sleeps == 0 && path.endsWith(u"/start"_s);
        const bool second = sleeps == 1 && path.endsWith(u"/lease"_s) && request.isWrite();
        if (first || second) {
            ++sleeps;
            fixture.clock.jump(1h);
        }
        return std::nullopt;
    });
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    QCOMPARE(sleeps, 2);
    QVERIFY2(outcome.ended->reported == Reported::Succeeded,
        outcome.ended->error ? qPrintable(outcome.ended->error->detail) : "");
    QCOMPARE(brokenInvariants(fixture, outcome), QStringList());
}

void TestEngine::unreadableLogChangesNothing()
{
    EngineFixture fixture(1);
    fixture.transport.setBefore([](int, const HttpRequest &request) -> Answer {
        if (!request.url.path().endsWith(u"/logs"_s))
            return std::nullopt;
        return HttpResponse{401, {}, R"({"error":"unauthorized"})"};
    });
    const EngineFixture::Outcome outcome = fixture.run(fixture.deployOf(EngineFixture::newImage));
    QCOMPARE(outcome.ended->reported, Reported::Succeeded);
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
