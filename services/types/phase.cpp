#include "types/phase.h"

#include "types/wordtable.h"

using namespace Qt::StringLiterals;

namespace {
constexpr Word<Phase> phases[] = {
    {Phase::Preflight, "preflight"_L1},
    {Phase::Backup, "backup"_L1},
    {Phase::Build, "build"_L1},
    {Phase::Push, "push"_L1},
    {Phase::Upload, "upload"_L1},
    {Phase::Pull, "pull"_L1},
    {Phase::Migrate, "migrate"_L1},
    {Phase::Update, "update"_L1},
    {Phase::Verify, "verify"_L1},
    {Phase::Cleanup, "cleanup"_L1},
};

constexpr Word<Segment> segments[] = {
    {Segment::Work, "work"_L1},
    {Segment::WaitLease, "wait-lease"_L1},
    {Segment::WaitBudget, "wait-budget"_L1},
    {Segment::WaitTurn, "wait-turn"_L1},
    {Segment::Pull, "pull"_L1},
    {Segment::Start, "start"_L1},
    {Segment::Grace, "grace"_L1},
    {Segment::Checks, "checks"_L1},
    {Segment::Switch, "switch"_L1},
    {Segment::Drain, "drain"_L1},
    {Segment::Down, "down"_L1},
};

constexpr Word<Step> steps[] = {
    {Step::Survey, "survey"_L1},
    {Step::CheckPlan, "check-plan"_L1},
    {Step::ResolveImage, "resolve-image"_L1},
    {Step::BuildImage, "build-image"_L1},
    {Step::BuildStage, "build-stage"_L1},
    {Step::PushImage, "push-image"_L1},
    {Step::CreateRelease, "create-release"_L1},
    {Step::AcquireLeases, "acquire-leases"_L1},
    {Step::AcquireLease, "acquire-lease"_L1},
    {Step::ReleaseCommand, "release-command"_L1},
    {Step::ReleaseMachinePrepare, "release-machine-prepare"_L1},
    {Step::ReleaseMachineRun, "release-machine-run"_L1},
    {Step::UpdateMachine, "update-machine"_L1},
    {Step::LaunchMachine, "launch-machine"_L1},
    {Step::RetireMachine, "retire-machine"_L1},
    {Step::VerifyReality, "verify-reality"_L1},
    {Step::ReleaseLeases, "release-leases"_L1},
    {Step::CloseRelease, "close-release"_L1},
    {Step::DestroyReleaseMachine, "destroy-release-machine"_L1},
    {Step::CheckTools, "check-tools"_L1},
    {Step::LogIn, "log-in"_L1},
    {Step::BackUp, "back-up"_L1},
    {Step::VerifyBackup, "verify-backup"_L1},
    {Step::UploadFiles, "upload-files"_L1},
    {Step::CheckOutCommit, "check-out-commit"_L1},
    {Step::CheckConfiguration, "check-configuration"_L1},
    {Step::PullImage, "pull-image"_L1},
    {Step::SettleContainers, "settle-containers"_L1},
    {Step::UpdateService, "update-service"_L1},
    {Step::WatchAddress, "watch-address"_L1},
    {Step::VerifyHealth, "verify-health"_L1},
    {Step::SmokeTest, "smoke-test"_L1},
    {Step::DataCheck, "data-check"_L1},
    {Step::PruneImages, "prune-images"_L1},
    {Step::ReturnFiles, "return-files"_L1},
    {Step::ReturnImage, "return-image"_L1},
    {Step::StopService, "stop-service"_L1},
    {Step::RestoreDatabase, "restore-database"_L1},
};

constexpr Word<Outcome> outcomes[] = {
    {Outcome::Running, "running"_L1},
    {Outcome::Succeeded, "succeeded"_L1},
    {Outcome::Failed, "failed"_L1},
    {Outcome::Cancelled, "cancelled"_L1},
    {Outcome::Skipped, "skipped"_L1},
    {Outcome::Interrupted, "interrupted"_L1},
    {Outcome::Unknown, "unknown"_L1},
};
} // namespace

bool isWaiting(Segment segment)
{
    switch (segment) {
    case Segment::WaitLease:
    case Segment::WaitBudget:
    case Segment::WaitTurn:
    case Segment::Pull:
    case Segment::Grace:
        return true;
    case Segment::Work:
    case Segment::Start:
    case Segment::Checks:
    case Segment::Switch:
    case Segment::Drain:
    case Segment::Down:
        return false;
    }
    return false;
}

QString phaseName(Phase phase)
{
    return wordOf(phases, phase);
}

std::optional<Phase> phaseFromName(QStringView name)
{
    return valueOf(phases, name);
}

QString segmentName(Segment segment)
{
    return wordOf(segments, segment);
}

std::optional<Segment> segmentFromName(QStringView name)
{
    return valueOf(segments, name);
}

QString stepName(Step step)
{
    return wordOf(steps, step);
}

std::optional<Step> stepFromName(QStringView name)
{
    return valueOf(steps, name);
}

QString outcomeName(Outcome outcome)
{
    return wordOf(outcomes, outcome);
}

std::optional<Outcome> outcomeFromName(QStringView name)
{
    return valueOf(outcomes, name);
}
