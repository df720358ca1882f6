#pragma once

#include "core/filelock.h"
#include "core/result.h"
#include "types/deployplan.h"
#include "types/diagnosis.h"
#include "types/machineevents.h"
#include "types/phase.h"
#include "types/verdict.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <variant>

// What a running step tells about itself; words are made in models/.
enum class Note
{
    LeaseHeldBy, // args: owner, expiry (ISO UTC)
    BudgetWait, // args: milliseconds
    ChecksPassing, // args: passing, total
    CheckOutput, // args: check name, output (sanitised)
    MachineState, // args: platform's word
    RetryingCall, // args: error kind word, detail
    MachineExited, // args: exit code, signal ("-1": none), oom ("true"/"false")
    ReleaseMachine, // args: machine id
    Adopted, // something made before a crash was found and taken over; args: id
    CreatedMachine, // of this lane; args: machine id
    NoAnswer, // of a watched address; args: problem word of a probe, HTTP status, address
    NoRoom, // its server has no room for the new version; args: platform's sentence
};

struct SpanId
{
    qint64 value = 0; // unique in the deployment; 0: none
    bool operator==(const SpanId &) const = default;
    friend bool operator<(SpanId a, SpanId b) { return a.value < b.value; }
    friend size_t qHash(SpanId id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

namespace events {

struct AttemptStarted
{
    DeployPlan plan;
    ProcessIdentity owner;
    bool operator==(const AttemptStarted &) const = default;
};

struct SpanStarted
{
    SpanId span;
    SpanId parent;
    Phase phase = Phase::Preflight;
    Step step = Step::Survey;
    Segment segment = Segment::Work;
    QString lane; // machine id, stage name; empty: the phase's own row
    QString title; // only for steps whose title is data (BuildStage)
    std::optional<UsualDuration> usual;
    bool operator==(const SpanStarted &) const = default;
};

struct SpanNoted
{
    SpanId span;
    Note note = Note::MachineState;
    QStringList args;
    bool operator==(const SpanNoted &) const = default;
};

struct SpanRequest // an exchange with the platform that belongs to a span
{
    SpanId span;
    QString method;
    QString path; // without host and query values
    int status = 0; // 0: no answer
    QString requestId;
    std::chrono::milliseconds took{0};
    bool operator==(const SpanRequest &) const = default;
};

struct SpanEnded
{
    SpanId span;
    Outcome outcome = Outcome::Succeeded;
    std::optional<Error> error; // redacted
    bool operator==(const SpanEnded &) const = default;
};

struct SpanSkipped // a span without length, with its reason
{
    SpanStarted span;
    PlanReason reason = PlanReason::None;
    QStringList args;
    bool operator==(const SpanSkipped &) const = default;
};

// Write-ahead: durable before the request leaves. What it was for is found by `marker` afterwards.
struct Intent
{
    enum class What
    {
        CreateRelease,
        RunRelease,
        CreateReleaseMachine,
        StartReleaseMachine,
        StopReleaseMachine,
        TakeLease,
        UpdateMachine,
        SetLabels,
        DropLease,
        CloseRelease,
        CreateMachine, // detail: the lane
        UncordonMachine,
        CordonMachine,
        StopMachine,
        StartMachine,
        DestroyMachine,
    };
    QString id; // our ULID, also in the metadata of what is created
    What what = What::UpdateMachine;
    SpanId span;
    MachineId machine;
    QString detail; // version, status word
    bool operator==(const Intent &) const = default;
};

struct IntentDone
{
    QString id;
    Outcome outcome = Outcome::Succeeded; // Unknown: the answer was lost
    bool operator==(const IntentDone &) const = default;
};

struct MachineBefore // once per machine and deployment, before the first change
{
    MachineId machine;
    MachineState state = MachineState::Unknown;
    QString instanceId;
    QString imageDigest;
    QString configDigest;
    bool operator==(const MachineBefore &) const = default;
};

struct LeaseTaken // kept for resume; the nonce leaves the journal in no export
{
    MachineId machine;
    QString nonce;
    QDateTime expiresAt;
    bool operator==(const LeaseTaken &) const = default;
};

struct LeaseDropped
{
    MachineId machine;
    bool expired = false; // not released by us, ran out
    bool operator==(const LeaseDropped &) const = default;
};

struct ReleaseCreated
{
    ReleaseId release;
    int version = 0;
    bool operator==(const ReleaseCreated &) const = default;
};

struct ReleaseCommandEnded // never repeated once it succeeded for the same key
{
    QString key; // digest of (image digest, command, env hash, secrets version)
    QString command;
    MachineId machine;
    std::optional<int> exitCode; // nothing: unknown
    int signal = -1;
    bool oomKilled = false;
    bool timedOut = false;
    bool declared = false; // done, says the user: nobody saw how it ended
    bool operator==(const ReleaseCommandEnded &) const = default;
};

struct MachineUpdated
{
    MachineId machine;
    QString oldInstance;
    QString newInstance;
    bool operator==(const MachineUpdated &) const = default;
};

struct SwitchBegan // before traffic goes to the new machines; from here on they are never removed
{
    bool operator==(const SwitchBegan &) const = default;
};

struct CancelRequested
{
    ProcessIdentity by;
    bool operator==(const CancelRequested &) const = default;
};

struct AttemptEnded
{
    Reported reported = Reported::Failed;
    std::optional<Error> error; // the first one
    Step failedStep = Step::Survey; // when failed
    QString failedLane;
    QList<MachineId> changed;
    QList<MachineId> unchanged;
    bool journalLost = false;
    bool operator==(const AttemptEnded &) const = default;
};

struct VerdictReached
{
    Verdict verdict;
    bool operator==(const VerdictReached &) const = default;
};

struct DiagnosisMade
{
    Diagnosis diagnosis;
    bool operator==(const DiagnosisMade &) const = default;
};

} // namespace events

using DeployEventVariant = std::variant<events::AttemptStarted,
    events::SpanStarted,
    events::SpanNoted,
    events::SpanRequest,
    events::SpanEnded,
    events::SpanSkipped,
    events::Intent,
    events::IntentDone,
    events::MachineBefore,
    events::LeaseTaken,
    events::LeaseDropped,
    events::ReleaseCreated,
    events::ReleaseCommandEnded,
    events::MachineUpdated,
    events::CancelRequested,
    events::AttemptEnded,
    events::VerdictReached,
    events::DiagnosisMade,
    events::MachineCreated,
    events::MachineDestroyed,
    events::SwitchBegan,
    events::QuestionAsked,
    events::QuestionAnswered>;

// What copies, destroys and compares so many alternatives is compiled once, not in every file that
// sees an event: a third of a build.
class DeployEventBody : public DeployEventVariant
{
public:
    using DeployEventVariant::DeployEventVariant;
    DeployEventBody();
    DeployEventBody(const DeployEventBody &other);
    DeployEventBody(DeployEventBody &&other) noexcept;
    DeployEventBody &operator=(const DeployEventBody &other);
    DeployEventBody &operator=(DeployEventBody &&other) noexcept;
    ~DeployEventBody();

    bool operator==(const DeployEventBody &other) const;
};

// One transition of a deployment: immutable, numbered without gaps from 1 within the deployment
// (attempts included). Store, timeline, notifications and atalayactl feed on this stream alone.
struct DeployEvent
{
    int schema = 1;
    DeploymentId deployment;
    qint64 sequence = 0;
    int attempt = 1;
    QDateTime at; // UTC, milliseconds
    DeployEventBody body;
    QString run = {}; // the server's run that told it; empty: it was made here
    qint64 runSequence = 0; // its number there
    bool operator==(const DeployEvent &) const = default;
};

// The journal's and --json's form: one JSON object, compact. Reading accepts all older schemas;
// an unknown kind or field value is a Protocol error naming it.
QByteArray deployEventToJson(const DeployEvent &event);
Result<DeployEvent> deployEventFromJson(const QByteArray &json);
QByteArray deployPlanToJson(const DeployPlan &plan);
// What DeployPlan::hash is: over everything but the time of the survey and the hash itself.
QString deployPlanDigest(const DeployPlan &plan);
Result<DeployPlan> deployPlanFromJson(const QByteArray &json);
QString deployKindName(DeployKind kind); // "deploy", "retry", "resume", "roll-back"
QString reportedName(Reported reported); // "succeeded", …
QString probeProblemName(ProbeResult::Problem problem); // "name-unknown", …
std::optional<ProbeResult::Problem> probeProblemFromName(QStringView name);
QString realityName(Reality reality); // "all-new", …
QString failureAnswerName(FailureAnswer answer); // "retry", "leave-out", "roll-back", …
std::optional<FailureAnswer> failureAnswerFromName(QStringView name);
