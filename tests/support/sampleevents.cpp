#include "support/sampleevents.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QDateTime start(QDate(2026, 8, 20), QTime(14, 3, 11, 250), Qt::UTC);

Error sampleError()
{
    return {
        Error::Kind::RateLimited, u"slow down \"now\""_s, 429, u"01JNRQ9-yyz"_s, 2s, u"unknown"_s};
}

QList<PlannedMachine> sampleMachines()
{
    PlannedMachine machine;
    machine.id = MachineId(u"148e4d2a1b3c89"_s);
    machine.name = u"misty-river-1042"_s;
    machine.region = u"dfw"_s;
    machine.group = u"app"_s;
    machine.action = PlannedMachine::Action::UpdateStayStopped;
    machine.stateNow = MachineState::Stopped;
    machine.stateBefore = MachineState::Started;
    machine.instanceId = u"01K2ABD0M5Q8H3Z7V1N6T4R9YC"_s;
    machine.imageNow = u"registry.fly.io/grupo-gad:deployment-41"_s;
    machine.digestNow = u"sha256:41"_s;
    machine.configDigestNow = u"aa"_s;
    machine.configDigestTarget = u"bb"_s;
    machine.warm = false;
    machine.heldBy = LeaseInfo{u"ops@acme.test"_s, u"deploy"_s, start.addSecs(13)};
    return {machine, PlannedMachine()};
}
} // namespace

DeployPlan samplePlan()
{
    DeployPlan plan;
    plan.kind = DeployKind::Retry;
    plan.app = AppName(u"grupo-gad"_s);
    plan.organization = u"acme"_s;
    plan.deployment = DeploymentId(u"01K2ABCDEF0123456789ABCDEF"_s);
    plan.refersTo = DeploymentId(u"01K2ABCDEF0123456789ABCDEE"_s);
    plan.attempt = 2;
    plan.image = u"registry.fly.io/grupo-gad:deployment-42"_s;
    plan.imageDigest = u"sha256:42"_s;
    plan.definitionDigest = u"cc"_s;
    plan.configSource = u"release v42"_s;
    plan.maxUnavailable = 0.33;
    plan.waitTimeout = 120s;
    plan.releaseCommandTimeout = 600s;
    plan.releaseCommand = u"alembic upgrade head"_s;
    plan.runReleaseCommand = true;
    plan.primaryRegion = u"dfw"_s;
    plan.currentVersion = 41;
    plan.failedVersion = 42;
    plan.toVersion = 40;
    plan.resumeRelease = ReleaseId(u"gJ9x"_s);
    plan.resumeVersion = 43;
    plan.secretsVersion = 17;
    plan.secretsDigest = u"dd"_s;
    plan.machines = sampleMachines();
    plan.steps = {{Phase::Update,
                      Step::UpdateMachine,
                      u"148e4d2a1b3c89"_s,
                      u"detail"_s,
                      true,
                      PlanReason::KeptStopped,
                      {u"stopped"_s},
                      true,
                      UsualDuration{10s, 20s, 7}},
        {}};
    plan.launches = {{launchLane(MachineId(u"148e4d2a1b3c89"_s)),
        MachineId(u"148e4d2a1b3c89"_s),
        u"app"_s,
        u"dfw"_s,
        false,
        u"digest"_s,
        MachineId(u"148e00000000"_s),
        PlanReason::None,
        {},
        {}}};
    plan.leftovers = {MachineId(u"148e00000001"_s)};
    plan.switched = true;
    plan.notices = {
        {PlanWarning::LeaseHeld, {u"148e4d2a1b3c89"_s, u"ops"_s, u"2026-08-20T14:03:24Z"_s}}};
    plan.risk = PlanRisk::Brief;
    plan.apiWrites = 11;
    plan.usualTotal = UsualDuration{180s, 240s, 9};
    plan.surveyedAt = start;
    plan.surveyHash = u"ee"_s;
    plan.hash = u"ff"_s;
    return plan;
}

QList<DeployEvent> sampleEvents()
{
    const SpanId span{7};
    const MachineId machine(u"148e4d2a1b3c89"_s);
    const ProcessIdentity owner{u"desk"_s, u"5f0c"_s, 4242, u"atalaya"_s};
    const events::SpanStarted started{span,
        SpanId{3},
        Phase::Update,
        Step::UpdateMachine,
        Segment::WaitLease,
        machine.value,
        u"[2/5] RUN pip install"_s,
        UsualDuration{1s, 2s, 3}};
    Verdict verdict;
    verdict.reported = Reported::RolledBack;
    verdict.reality = Reality::WrongCount;
    verdict.expectedMachines = 3;
    verdict.foundMachines = 2;
    verdict.oldVersion = 41;
    verdict.newVersion = 42;
    verdict.newMachines = {machine};
    verdict.oldMachines = {MachineId(u"a"_s)};
    verdict.otherMachines = {MachineId(u"b"_s)};
    verdict.missingMachines = {MachineId(u"c"_s)};
    verdict.unhealthyMachines = {MachineId(u"d"_s)};
    verdict.unknownBecause = u"offline"_s;
    verdict.lookedAt = start;
    verdict.extraMachines = {MachineId(u"e"_s)};
    verdict.unlistedMachines = {MachineId(u"f"_s)};
    verdict.revertedMachines = {MachineId(u"a"_s)};
    verdict.leftOutMachines = {MachineId(u"g"_s)};
    verdict.unreachedMachines = {MachineId(u"h"_s)};
    verdict.goneMachines = {MachineId(u"i"_s)};
    verdict.reportedBecause = u"rate-limited"_s;
    verdict.returnedTo = 40;
    verdict.probe = ProbeResult{u"https://grupo-gad.fly.dev/"_s,
        ProbeResult::Problem::CertificateExpired,
        0,
        start.addDays(-1),
        120ms};
    const Diagnosis diagnosis{u"release.database-refused"_s,
        3,
        {u"grupo-gad-db.internal"_s},
        {{Evidence::Kind::ConfigLine, u"connection refused"_s, 14, u"fly.toml"_s, 9}}};
    const QList<DeployEventBody> bodies{
        events::AttemptStarted{samplePlan(), owner},
        started,
        events::SpanNoted{span, Note::ChecksPassing, {u"1"_s, u"2"_s}},
        events::SpanRequest{
            span, u"POST"_s, u"/v1/apps/grupo-gad/machines"_s, 200, u"01JNRQ9-yyz"_s, 87ms},
        events::SpanEnded{span, Outcome::Failed, sampleError()},
        events::SpanSkipped{
            {SpanId{8}, SpanId{3}, Phase::Build, Step::ResolveImage, Segment::Work, {}, {}, {}},
            PlanReason::ImageExists,
            {u"deployment-42"_s}},
        events::Intent{
            u"01K2INTENT"_s, events::Intent::What::UpdateMachine, span, machine, u"42"_s},
        events::IntentDone{u"01K2INTENT"_s, Outcome::Unknown},
        events::MachineBefore{machine, MachineState::Started, u"01K2A"_s, u"sha256:41"_s, u"aa"_s},
        events::LeaseTaken{machine, u"5c35f65c9f95"_s, start.addSecs(13)},
        events::LeaseDropped{machine, true},
        events::ReleaseCreated{ReleaseId(u"gJ9x"_s), 42},
        events::ReleaseCommandEnded{u"key"_s, u"alembic upgrade head"_s, machine, 1, 9, true, true},
        events::MachineUpdated{machine, u"01K2A"_s, u"01K2B"_s},
        events::CancelRequested{owner},
        events::AttemptEnded{Reported::Cancelled,
            sampleError(),
            Step::ReleaseCommand,
            u"lane"_s,
            {machine},
            {MachineId(u"a"_s)},
            true},
        events::VerdictReached{verdict},
        events::DiagnosisMade{diagnosis},
        events::MachineCreated{
            machine, launchLane(MachineId(u"a"_s)), MachineId(u"a"_s), u"digest"_s},
        events::MachineDestroyed{machine},
        events::SwitchBegan{},
        events::QuestionAsked{{machine},
            {MachineId(u"a"_s)},
            {MachineId(u"b"_s)},
            {FailureAnswer::Retry, FailureAnswer::LeaveOut},
            {MachineId(u"c"_s)}},
        events::QuestionAnswered{FailureAnswer::LeaveOut, owner},
    };
    QList<DeployEvent> list;
    for (const DeployEventBody &body : bodies) {
        const qint64 number = list.size() + 1;
        list.append({1,
            DeploymentId(u"01K2ABCDEF0123456789ABCDEF"_s),
            number,
            1,
            start.addMSecs(number * 10),
            body});
    }
    return list;
}
