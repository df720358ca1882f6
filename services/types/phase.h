#pragma once

#include <QString>

#include <optional>

enum class Phase
{
    Preflight,
    Backup,
    Build,
    Push,
    Upload,
    Pull, // of stacks; an app's machines pull for themselves
    Migrate,
    Update,
    Verify,
    Cleanup
};

// A part of a bar. Wait… segments are waiting time, drawn apart from work.
enum class Segment
{
    Work, // a step that is not cut further
    WaitLease, // somebody else holds the machine
    WaitBudget, // the API's rate limit
    WaitTurn, // max_unavailable: other machines first
    Pull, // image pull, state replacing/created
    Start, // starting
    Grace, // running, inside the checks' grace period
    Checks, // waiting for checks to pass
    Switch,
    Drain, // old version stopping
    Down, // a watched address did not answer
};
bool isWaiting(Segment segment);

// What a span does. The user's words for it are made in models/.
enum class Step
{
    Survey, // preflight: look at reality
    CheckPlan, // preflight: survey unchanged, guards
    ResolveImage, // build: the image exists, is re-used
    BuildImage, // build: row; stages are BuildStage spans
    BuildStage, // title is the stage's own text
    PushImage,
    CreateRelease,
    AcquireLeases, // one span; who holds what is in progress notes
    AcquireLease, // on a machine's lane
    ReleaseCommand, // migrate: row
    ReleaseMachinePrepare, // segment Pull
    ReleaseMachineRun, // segment Work
    UpdateMachine, // a machine's bar
    LaunchMachine, // the bar of a machine that the deploy makes: green, canary
    RetireMachine, // the bar of a machine that is taken out of service and destroyed
    VerifyReality, // verify: independent look
    ReleaseLeases, // cleanup
    CloseRelease, // cleanup
    DestroyReleaseMachine,
    // Of a stack, on its server. ReleaseCommand is the one-off migration there.
    CheckTools, // preflight: docker, compose, git
    LogIn, // at an image registry, for this run only
    BackUp,
    VerifyBackup,
    UploadFiles, // what they replace is kept
    CheckOutCommit,
    CheckConfiguration, // compose reads all of it
    PullImage, // on a service's lane
    SettleContainers, // what a recreation that was cut has left
    UpdateService, // a service's bar
    WatchAddress, // from the desk, all the while; its lane is the address
    VerifyHealth,
    SmokeTest,
    DataCheck,
    PruneImages,
    ReturnFiles, // rolling back: the files before
    ReturnImage, // its reference names what ran before again
    StopService, // while its database is restored
    RestoreDatabase,
};

enum class Outcome
{
    Running,
    Succeeded,
    Failed,
    Cancelled, // stopped on request
    Skipped,
    Interrupted, // its process died
    Unknown, // cannot be known
};

// Stable English words for journal, JSON and logs ("wait-lease"); readers accept only these.
QString phaseName(Phase phase);
std::optional<Phase> phaseFromName(QStringView name);
QString segmentName(Segment segment);
std::optional<Segment> segmentFromName(QStringView name);
QString stepName(Step step);
std::optional<Step> stepFromName(QStringView name);
QString outcomeName(Outcome outcome);
std::optional<Outcome> outcomeFromName(QStringView name);
