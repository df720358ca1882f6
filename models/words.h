#pragma once

#include "core/result.h"
#include "types/app.h"
#include "types/deployevent.h"
#include "types/deploymentstate.h"
#include "types/deployplan.h"
#include "types/fleetsnapshot.h"
#include "types/verdict.h"

#include <QString>

struct Incident;

// The meaning behind a colour and shape; ui/ picks both (product.md, Look).
enum class Status
{
    Succeeded,
    Running,
    Waiting,
    Warning,
    Failed,
    RolledBack,
    Unknown,
    Skipped
};

// The user's words, in the current language, for the values of services/. Whole sentences; every
// class of text has its one function here, so that a state reads the same wherever it is shown.
namespace Words {
// Row titles: "release command", "update", …; of a stack: "migration".
QString phase(Phase phase, const AppName &target = {});
QString step(const SpanState &span); // "Acquire leases", "machine 148e…", a stage's own title
QString step(Step step);
QString stepShort(const SpanState &span); // inside a bar; empty where the lane's name says it
QString segment(Segment segment); // short, fits in a bar: "pull", "grace"
QString outcome(Outcome outcome);
QString status(Status status); // the word beside colour and shape
QString note(const SpanNote &note);
QString reason(PlanReason reason, const QStringList &args); // why skipped or re-used
QString plannedStep(const PlannedStep &step, const DeployPlan &plan); // a line of the plan
QString machineAction(const PlannedMachine &machine);
QString notice(const PlanNotice &notice);
QString risk(PlanRisk risk, const DeployPlan &plan);
QString kind(DeployKind kind); // "Retry", "Roll back"
QString machineState(MachineState state, const QString &raw);
QString fleetState(FleetState state);
QString releaseStatus(ReleaseStatus status, const QString &raw);
QString verdict(const Verdict &verdict); // one sentence; says so when it contradicts the run
QString probe(const ProbeResult &probe); // one sentence
QString verdictShort(const Verdict &verdict); // for lists: "done", "failed", "rolled back", "mixed"
// With `now` it tells how long ago.
QString attemptSummary(const AttemptState &attempt,
    const DeploymentState &state,
    const QDateTime &now = {}); // header: "v42 failed in its release command, 4 min ago."
QString error(const Error &error); // what happened and what can be done, for a person
// The same where the fleet is watched: it is asked again by itself.
QString watchedError(const Error &error);
// Its sentence says it all: the English detail would say it once more.
bool tellsAll(const Error &error);
QString whatChanged(const events::AttemptEnded &ended,
    const DeploymentState &state); // "2 machines were updated, 1 was not touched."
QString incident(const Incident &incident); // one sentence, in the platform's words
QString accountError(const Error &error); // for the mark at an account: "offline", "token expired"
} // namespace Words

Status statusOf(Outcome outcome);
Status statusOf(FleetState state);
// Of an attempt that has ended: what was reported, unless the look afterwards says otherwise.
Status statusOf(Reported reported, const std::optional<Verdict> &verdict);
Status statusOf(const SpanState &span); // waiting segments are Waiting while they run and after
