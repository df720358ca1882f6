#include "models/words.h"
#include "models/wordsconfig.h"
#include "models/wordsnetwork.h"
#include "models/wordsquestion.h"
#include "models/wordsstack.h"
#include "support/timelinestory.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Verdict verdictOf(Reported reported, Reality reality)
{
    Verdict verdict;
    verdict.reported = reported;
    verdict.reality = reality;
    verdict.expectedMachines = 3;
    verdict.foundMachines = reality == Reality::WrongCount ? 2 : 3;
    verdict.oldVersion = 41;
    verdict.newVersion = 42;
    verdict.newMachines = {MachineId(u"148e306fd02189"_s)};
    verdict.unhealthyMachines = {MachineId(u"148fe2d7b91e68"_s)};
    verdict.unknownBecause = u"offline"_s;
    return verdict;
}

const QList<Reported> allReported{Reported::Succeeded,
    Reported::Failed,
    Reported::Cancelled,
    Reported::Interrupted,
    Reported::RolledBack};
const QList<Reality> allRealities{Reality::AllNew,
    Reality::AllOld,
    Reality::Mixed,
    Reality::WrongCount,
    Reality::Unhealthy,
    Reality::Unknown};

} // namespace

class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyValueHasItsWord()
    {
        for (int i = 0; i <= static_cast<int>(Phase::Cleanup); ++i)
            QVERIFY(!Words::phase(static_cast<Phase>(i)).isEmpty());
        for (int i = 0; i <= static_cast<int>(Step::RestoreDatabase); ++i)
            QVERIFY(!Words::step(static_cast<Step>(i)).isEmpty());
        for (int i = 0; i <= static_cast<int>(Segment::Down); ++i)
            QVERIFY(!Words::segment(static_cast<Segment>(i)).isEmpty());
        for (int i = 0; i <= static_cast<int>(Outcome::Unknown); ++i)
            QVERIFY(!Words::outcome(static_cast<Outcome>(i)).isEmpty());
        for (int i = 0; i <= static_cast<int>(Status::Skipped); ++i)
            QVERIFY(!Words::status(static_cast<Status>(i)).isEmpty());
        for (int i = 1; i <= static_cast<int>(PlanReason::OnRequest); ++i)
            QVERIFY(!Words::reason(static_cast<PlanReason>(i), {u"started"_s}).isEmpty());
        for (int i = 0; i <= static_cast<int>(PlanWarning::NotPartOfDeploy); ++i)
            QVERIFY(
                !Words::notice({static_cast<PlanWarning>(i), {u"1"_s, u"2"_s, u"3"_s}}).isEmpty());
        for (int i = 0; i <= static_cast<int>(MachineState::Unknown); ++i)
            QVERIFY(!Words::machineState(static_cast<MachineState>(i), {}).isEmpty());
        for (int i = 0; i <= static_cast<int>(FleetState::Unknown); ++i)
            QVERIFY(!Words::fleetState(static_cast<FleetState>(i)).isEmpty());
        for (int i = 0; i <= static_cast<int>(Note::Adopted); ++i)
            QVERIFY(!Words::note({{}, static_cast<Note>(i), {u"1"_s, u"2"_s, u"3"_s}}).isEmpty());
        for (int i = 0; i <= static_cast<int>(ReleaseStatus::Unknown); ++i)
            QVERIFY(!Words::releaseStatus(static_cast<ReleaseStatus>(i), {}).isEmpty());
    }

    void everyErrorIsTold()
    {
        QSet<QString> sentences;
        QSet<QString> marks;
        for (int i = 0; i <= static_cast<int>(Error::Kind::Internal); ++i) {
            Error error;
            error.kind = static_cast<Error::Kind>(i);
            sentences.insert(Words::error(error));
            marks.insert(Words::accountError(error));
        }
        QCOMPARE(sentences.size(), static_cast<int>(Error::Kind::Internal) + 1);
        QCOMPARE(marks.size(), static_cast<int>(Error::Kind::Internal) + 1);
        Error limited;
        limited.kind = Error::Kind::RateLimited;
        limited.retryAfter = std::chrono::seconds(12);
        QVERIFY(Words::error(limited).contains(u"12 s"_s));
    }

    void anOfflineErrorPromisesOnlyWhatIsDone()
    {
        const Error offline{Error::Kind::Offline, u"refused"_s, 0, {}, {}, u"not-sent"_s};
        QVERIFY(!Words::error(offline).contains(u"by itself"_s));
        QVERIFY(Words::watchedError(offline).contains(u"by itself"_s));
        Error sandbox = offline;
        sandbox.code = u"not-sent sandbox-storage /run/a b/atalaya"_s;
        for (const QString &sentence : {Words::error(sandbox), Words::watchedError(sandbox)}) {
            QVERIFY2(sentence.contains(u"/run/a b/atalaya"_s), qPrintable(sentence));
            QVERIFY2(!sentence.contains(u"Fly.io"_s), qPrintable(sentence));
        }
        QCOMPARE(Words::accountError(sandbox), u"sandbox not running"_s);
    }

    // The words of the file's findings, not the English of logs.
    void aMistakeInAConfigIsToldInTheOwnLanguage()
    {
        const ConfigFinding finding{ConfigFinding::Severity::Error,
            ConfigCode::NotWholeNumber,
            u"http_service.internal_port"_s,
            7,
            3,
            {}};
        const Error error = configError(finding, u"/home/a b/fly.toml"_s);
        QCOMPARE(error.kind, Error::Kind::InvalidInput);
        QCOMPARE(Words::error(error),
            QString(
                u"There is a mistake in /home/a b/fly.toml:7: "_s + Words::configFinding(finding)));
        QVERIFY(Words::tellsAll(error));
        const auto told = findingOfError(error);
        QVERIFY(told && told->second == finding);
    }

    void clocksThatDifferAreTold()
    {
        using namespace std::chrono_literals;
        QVERIFY(WordsNetwork::clocksDiffer(59s).isEmpty());
        QVERIFY(WordsNetwork::clocksDiffer(-59s).isEmpty());
        const QString behind = WordsNetwork::clocksDiffer(3600s + 20s);
        QVERIFY2(behind.contains(u"1 h"_s) && behind.contains(u" behind "_s), qPrintable(behind));
        const QString ahead = WordsNetwork::clocksDiffer(-3600s);
        QVERIFY2(ahead.contains(u"1 h"_s) && ahead.contains(u" ahead "_s), qPrintable(ahead));
        QVERIFY2(!WordsNetwork::clocksDiffer(90s).contains(u" s "_s),
            qPrintable(WordsNetwork::clocksDiffer(90s)));
    }

    void whereNothingRestartsNothingIsInterrupted()
    {
        DeployPlan plan;
        PlannedMachine machine;
        machine.action = PlannedMachine::Action::Update;
        plan.machines = {machine, machine};
        const QString updated = Words::risk(PlanRisk::None, plan);
        for (PlannedMachine &row : plan.machines)
            row.action = PlannedMachine::Action::Nothing;
        plan.machines[1].action = PlannedMachine::Action::UpdateStayStopped;
        plan.machines[1].warm = false;
        QVERIFY(Words::risk(PlanRisk::None, plan) != updated);
        QVERIFY(!Words::risk(PlanRisk::None, plan).contains(u"interruption"_s));
    }

    // The engine's own reasons have sentences of their own, without its English.
    void ownReasonsAreTold()
    {
        Error error{Error::Kind::Process,
            u"machine 148e1 exited with code 1"_s,
            0,
            {},
            {},
            u"machine-exited 148e1 1"_s};
        QCOMPARE(Words::error(error), u"Machine 148e1 exited with code 1."_s);
        error.kind = Error::Kind::Precondition;
        error.code = u"nothing-to-return-to"_s;
        QCOMPARE(Words::error(error), u"No earlier release is known that could be returned to."_s);
        error.code = u"a word of the platform"_s;
        QVERIFY(Words::error(error).contains(u"changed since"_s));
    }

    void everyFindingInAConfigHasItsSentence()
    {
        QSet<QString> sentences;
        for (int i = 0; i <= static_cast<int>(ConfigCode::StackNotRecreated); ++i) {
            ConfigFinding finding;
            finding.code = static_cast<ConfigCode>(i);
            finding.path = u"a.b"_s;
            finding.arguments = {u"first"_s, u"second"_s};
            const QString sentence = Words::configFinding(finding);
            QVERIFY2(!sentence.isEmpty(), qPrintable(configCodeName(finding.code)));
            QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
            sentences.insert(sentence);
            const QStringList texts = configFindingToTexts(finding);
            QCOMPARE(configFindingFromTexts(texts), std::optional(finding));
            QVERIFY(Words::notice({PlanWarning::ConfigLine, QStringList{u"fly.toml"_s} + texts})
                        .endsWith(sentence));
        }
        QCOMPARE(sentences.size(), static_cast<int>(ConfigCode::StackNotRecreated) + 1);
        QVERIFY(!configFindingFromTexts({u"error"_s, u"no-such-code"_s}));
    }

    void everyVerdictOfAStackHasItsSentence()
    {
        StackVerdict verdict;
        verdict.server = u"invex"_s;
        verdict.oldVersion = u"1.4.0"_s;
        verdict.newVersion = u"1.5.0"_s;
        verdict.services = {{u"backend"_s, StackServiceVerdict::Runs::New, 1},
            {u"web"_s, StackServiceVerdict::Runs::Old, 0}};
        QSet<QString> sentences;
        for (const Reported reported : allReported) {
            for (const Reality reality : {Reality::AllNew, Reality::AllOld, Reality::Mixed}) {
                verdict.reported = reported;
                verdict.reality = reality;
                const QString sentence = Words::stackVerdict(verdict);
                QVERIFY2(!sentence.isEmpty() && !sentence.contains(u'%'), qPrintable(sentence));
                sentences.insert(sentence);
            }
        }
        QCOMPARE(sentences.size(), allReported.size() * 3);
        verdict.reported = Reported::Succeeded;
        verdict.reality = Reality::Unhealthy;
        verdict.failedData = {{u"monthly_kpis"_s, u"7320"_s, u"206"_s}};
        QVERIFY(Words::stackVerdict(verdict).contains(u"monthly_kpis: 206 instead of 7320"_s));
        verdict.services[0].wrongEnvironment = true;
        QVERIFY(Words::stackVerdict(verdict).contains(u"variables that were wanted: backend"_s));
        Verdict all;
        all.servers = {verdict};
        QCOMPARE(Words::verdict(all), Words::stackVerdict(verdict));
        all.servers.append(verdict);
        QCOMPARE(Words::verdict(all).count(u"invex: "_s), 2);
        // One failed, the other was not begun: nobody stopped it.
        all.reported = Reported::RolledBack;
        all.servers[1].server = u"second"_s;
        all.servers[1].reported = Reported::Cancelled;
        all.servers[1].reality = Reality::AllOld;
        QVERIFY(Words::verdict(all).contains(
            u"second: It was not begun, because another server failed before: 1.4.0 serves."_s));
        all.reported = Reported::Cancelled;
        QVERIFY(Words::verdict(all).contains(u"second: It was stopped, and nothing has changed"_s));
        for (const Reality reality : allRealities) {
            all.reality = reality;
            QVERIFY(!Words::verdictShort(all).isEmpty());
        }
    }

    void everyPartOfAtalayaTomlIsExplained()
    {
        QSet<QString> comments;
        const QStringList parts{{},
            u"stack"_s,
            u"project"_s,
            u"production"_s,
            u"servers"_s,
            u"servers_at_once"_s,
            u"directory"_s,
            u"compose"_s,
            u"env_file"_s,
            u"services"_s,
            u"source"_s,
            u"version"_s,
            u"migrate"_s,
            u"backup"_s,
            u"health"_s,
            u"smoke"_s,
            u"data"_s,
            u"cleanup"_s,
            u"rollback"_s,
            u"freeze"_s};
        for (const QString &part : parts)
            comments.insert(Words::atalayaComment(part));
        QCOMPARE(comments.size(), parts.size());
        QVERIFY(!comments.contains(QString()));
        QVERIFY(Words::atalayaComment(u"nothing"_s).isEmpty());
    }

    void everyRedeployHasItsWords()
    {
        QSet<QString> sentences;
        for (int i = 0; i <= static_cast<int>(StackRedeploy::EarlierVersion); ++i) {
            RedeployOffer offer;
            offer.redeploy = static_cast<StackRedeploy>(i);
            QVERIFY(!Words::redeploy(offer.redeploy).isEmpty());
            sentences.insert(Words::redeployDoes(offer));
        }
        for (int i = 0; i <= static_cast<int>(RedeployReason::NoEarlierVersion); ++i)
            sentences.insert(Words::redeployReason(static_cast<RedeployReason>(i), {u"web"_s}));
        QCOMPARE(sentences.size(),
            static_cast<int>(StackRedeploy::EarlierVersion) + 1
                + static_cast<int>(RedeployReason::NoEarlierVersion) + 1);
        for (const QString &code : {u"stack-no-services a"_s,
                 u"stack-not-reached a b"_s,
                 u"stack-bad-version"_s,
                 u"stack-no-commit"_s,
                 u"stack-no-clone gad-1 /opt/gad"_s,
                 u"stack-other-project a b c"_s,
                 u"stack-image-cpu a arm64"_s,
                 u"stack-disk-full a 1 2"_s,
                 u"stack-backup-space a 1 2"_s})
            QVERIFY2(!Words::stackCause(code.split(u' ')).isEmpty(), qPrintable(code));
    }

    void aMaskedChangeTellsNoValue()
    {
        for (const auto kind :
            {ConfigChange::Kind::Added, ConfigChange::Kind::Removed, ConfigChange::Kind::Changed}) {
            const QString told = Words::configChange({u"env.A"_s, kind, u"x1"_s, u"x2"_s, true});
            QVERIFY2(!told.isEmpty() && !told.contains(u'x'), qPrintable(told));
        }
        QCOMPARE(
            Words::configChange({u"a"_s, ConfigChange::Kind::Changed, u"300"_s, u"500"_s, false}),
            u"300 becomes 500"_s);
    }

    void everyCellOfTheVerdictHasItsSentence()
    {
        QSet<QString> sentences;
        for (const Reported reported : allReported) {
            for (const Reality reality : allRealities) {
                const QString sentence = Words::verdict(verdictOf(reported, reality));
                QVERIFY(sentence.endsWith(u'.') || sentence.endsWith(u'…'));
                QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
                sentences.insert(sentence);
                QVERIFY(!Words::verdictShort(verdictOf(reported, reality)).isEmpty());
            }
        }
        QCOMPARE(sentences.size(), allReported.size() * allRealities.size());
    }

    void aContradictionIsSaid()
    {
        QVERIFY(Words::verdict(verdictOf(Reported::Succeeded, Reality::AllOld))
                    .startsWith(u"The run reported success, but"_s));
        QVERIFY(Words::verdict(verdictOf(Reported::Failed, Reality::AllNew))
                    .startsWith(u"The run reported a failure, but"_s));
        QCOMPARE(Words::verdictShort(verdictOf(Reported::Succeeded, Reality::AllNew)), u"done"_s);
    }

    void theInterfaceThatIsDownIsNamed()
    {
        Error error{Error::Kind::Unavailable, u"POST /graphql answered 502: x"_s, 502, {}, {}, {}};
        QVERIFY(Words::error(error).contains(u"GraphQL"_s));
        error.detail = u"GET /api/v1/apps/shop/releases answered 502: x"_s;
        QVERIFY(Words::error(error).contains(u"releases"_s));
        error.detail = u"GET /v1/apps/shop answered 502: x"_s;
        QCOMPARE(
            Words::error(error), u"Fly.io has trouble of its own now. Try again in a moment."_s);
    }

    void nobodyIsWellWhoseAddressFails()
    {
        Verdict verdict = verdictOf(Reported::Succeeded, Reality::AllNew);
        verdict.probe.emplace();
        verdict.probe->address = u"https://shop.fly.dev/"_s;
        QVERIFY(Words::verdict(verdict).startsWith(u"All is well"_s));
        verdict.probe->problem = ProbeResult::Problem::BadAnswer;
        verdict.probe->status = 502;
        QCOMPARE(Words::verdict(verdict),
            u"The machines are well: 3 on v42 and healthy. The public address https://shop.fly.dev/ answers with the error 502."_s);
    }

    void whatWasLeftOutIsNamed()
    {
        Verdict verdict = verdictOf(Reported::Succeeded, Reality::AllNew);
        verdict.foundMachines = 2;
        verdict.leftOutMachines = {MachineId(u"148fe2d7b91e68"_s)};
        QCOMPARE(Words::verdict(verdict),
            u"Done, but not everywhere: 2 machine(s) on v42 and healthy. Left out on request: 148f…"_s);
        QCOMPARE(Words::verdictShort(verdict), u"done, some left out"_s);
        for (const Reported reported : allReported) {
            for (const Reality reality : allRealities) {
                Verdict cell = verdictOf(reported, reality);
                cell.leftOutMachines = verdict.leftOutMachines;
                cell.unreachedMachines = {MachineId(u"1490aa11bb22cc"_s)};
                const QString sentence = Words::verdict(cell);
                QVERIFY2(
                    !sentence.contains(u"all there are"_s) && !sentence.contains(u"all is well"_s),
                    qPrintable(sentence));
                QVERIFY2(sentence.contains(u"Left out on request: 148f…"_s)
                        && sentence.contains(
                            u"Left out, because its server could not be reached: 1490…"_s),
                    qPrintable(sentence));
            }
        }
    }

    void whatIsGoneIsTold()
    {
        Verdict verdict = verdictOf(Reported::RolledBack, Reality::AllNew);
        verdict.foundMachines = 2;
        verdict.goneMachines = {MachineId(u"148fe2d7b91e68"_s)};
        QCOMPARE(Words::verdict(verdict),
            u"Rolled back: 2 machine(s) on v42 and healthy. 1 machine(s) fewer than before, "
            "because somebody else destroyed them: 148f…"_s);
        QVERIFY(Words::notice(
            {PlanWarning::MachineGone, {u"148fe2d7b91e68"_s, u"2026-08-20T14:05:00Z"_s}})
                    .contains(u"2026"_s));
        QVERIFY(
            !Words::notice({PlanWarning::MachineGone, {u"148fe2d7b91e68"_s, {}}}).contains(u"%"_s));
        DeploymentState state = TimelineStory::retried().state();
        events::QuestionAsked question;
        question.gone = {MachineId(u"148fe2d7b91e68"_s)};
        question.answers = {FailureAnswer::Retry, FailureAnswer::RollBack, FailureAnswer::Leave};
        state.attempts.last().question = question;
        state.attempts.last().answer.reset();
        state.attempts.last().ended.emplace();
        for (const FailureAnswer answer : std::as_const(question.answers)) {
            const QString told = Words::answerMeans(answer, state).join(u' ');
            QVERIFY2(told.contains(u"nothing brings it back: 148fe2d7b91e68"_s), qPrintable(told));
            QVERIFY2(!told.contains(u"Set back"_s), qPrintable(told));
        }
    }

    void attemptsAreToldInOneSentence()
    {
        const TimelineStory failed = TimelineStory::failedRelease();
        const DeploymentState state = failed.state();
        QCOMPARE(Words::attemptSummary(state.attempts.last(), state),
            u"v42 failed in its release command."_s);
        QCOMPARE(Words::attemptSummary(state.attempts.last(), state, failed.time(94'200 + 250'000)),
            u"v42 failed in its release command, 4 min ago."_s);
        const DeploymentState build = TimelineStory::failedBuild().state();
        QCOMPARE(
            Words::attemptSummary(build.attempts.last(), build), u"#58 failed in its build."_s);
        const DeploymentState running = TimelineStory::retried().state(20'000);
        QCOMPARE(
            Words::attemptSummary(running.attempts.last(), running), u"v43 is being deployed."_s);
    }

    void waitsAreWaitingWhileTheyGoWell()
    {
        SpanState span;
        span.segment = Segment::Grace;
        QCOMPARE(statusOf(span), Status::Waiting);
        span.outcome = Outcome::Succeeded;
        QCOMPARE(statusOf(span), Status::Waiting);
        span.outcome = Outcome::Failed;
        QCOMPARE(statusOf(span), Status::Failed);
        span.segment = Segment::Work;
        span.outcome = Outcome::Cancelled;
        QCOMPARE(statusOf(span), Status::Warning);
    }

    void planLinesSayWhatIsDone()
    {
        const DeploymentState state = TimelineStory::retried().state();
        const DeployPlan &plan = state.attempts.last().plan;
        QStringList lines;
        for (const PlannedStep &step : plan.steps)
            lines.append(Words::plannedStep(step, plan));
        QCOMPARE(lines.at(2), u"Reuse image deployment-01J8…; nothing is built"_s);
        QCOMPARE(lines.at(5), u"Run alembic upgrade head"_s);
        QCOMPARE(lines.at(6), u"Update machine 148e… in dfw"_s);
        PlannedStep skipped = plan.steps.at(6);
        skipped.skipped = true;
        skipped.reason = PlanReason::AlreadyRight;
        QCOMPARE(Words::plannedStep(skipped, plan), u"Leave machine 148e…: already right"_s);
    }

    void somebodyElsesDeployIsNoHalfOfOurs()
    {
        Verdict verdict;
        verdict.reported = Reported::Failed;
        verdict.reality = Reality::Mixed;
        verdict.reportedBecause = errorKindName(Error::Kind::Precondition);
        verdict.foundMachines = verdict.expectedMachines = 1;
        verdict.otherMachines = {MachineId(u"148e306fd02189"_s)};
        QVERIFY(Words::verdict(verdict).startsWith("It was given up before it changed"_L1));
        verdict.reportedBecause = errorKindName(Error::Kind::Process);
        QVERIFY(Words::verdict(verdict).startsWith("It failed half-way"_L1));
    }

    void reasonOfAStackNamesWhatFailed()
    {
        SpanState span;
        span.attempt = 1;
        span.step = Step::DataCheck;
        span.lane = stackLane(u"a"_s, u"postgres"_s);
        span.title = u"monthly_kpis"_s;
        span.outcome = Outcome::Failed;
        span.error = Error{Error::Kind::Process, {}, 0, {}, {}, u"stack-step want 206"_s};
        AttemptState attempt;
        attempt.number = 1;
        attempt.ended = events::AttemptEnded{};
        attempt.ended->error = span.error;
        attempt.ended->failedStep = span.step;
        attempt.ended->failedLane = span.lane;
        StackStep counting;
        counting.step = span.step;
        counting.detail = span.title;
        counting.wants = {{StackWant::Kind::AtLeast, {}, 7320}};
        attempt.plan.stack.emplace().servers.append({u"a"_s, 1, {}, {counting}, {}, false, {}, {}});
        DeploymentState state;
        state.spans = {span};
        QCOMPARE(Words::stackReasonOf(state, attempt),
            u"Count the data “monthly_kpis”: 206 counted, at least 7,320 wanted."_s);

        state.spans[0].step = Step::VerifyHealth;
        state.spans[0].title.clear();
        state.spans[0].error->code = u"stack-step timed-out "_s;
        attempt.ended->failedStep = Step::VerifyHealth;
        QCOMPARE(Words::stackReasonOf(state, attempt),
            u"Wait until it is healthy “postgres”: It took longer than it may."_s);
        attempt.ended->error.reset();
        QVERIFY(Words::stackReasonOf(state, attempt).isEmpty());
    }

    void whatChangedNamesTheMachines()
    {
        events::AttemptEnded ended;
        QCOMPARE(Words::whatChanged(ended, {}), u"No machine was changed."_s);
        ended.changed = {MachineId(u"148e306fd02189"_s)};
        ended.unchanged = {MachineId(u"148fe2d7b91e68"_s)};
        QVERIFY(Words::whatChanged(ended, {}).contains(u"148f…"_s));
        const MachineId made(u"d89024b7f2e6a1"_s);
        DeploymentState replacing;
        replacing.created.insert(made.value, {made, {}, ended.changed.first(), {}});
        ended.changed.append(made);
        ended.unchanged.clear();
        QVERIFY(Words::whatChanged(ended, replacing).startsWith("1 machine"_L1));
        ended.journalLost = true;
        QVERIFY(Words::whatChanged(ended, {}).contains(u"not known"_s));
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
