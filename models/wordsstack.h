#pragma once

#include "config/configfinding.h"
#include "deploy/stackplanner.h"
#include "settings/projecttrust.h"
#include "types/deployevent.h"
#include "types/deploymentstate.h"
#include "types/verdict.h"

// The user's words for stacks. Words:: itself calls those that belong to what apps have, too.
namespace Words {
QString stackFinding(const ConfigFinding &finding); // of atalaya.toml and its project; may be empty
QString atalayaComment(const QString &path); // what a key or section of atalaya.toml is for

QString stackStep(Step step);
QString stackStepShort(Step step);
QString stackReason(PlanReason reason, const QStringList &args);
QString stackNotice(const PlanNotice &notice);
QString stackPlannedStep(const PlannedStep &step, const DeployPlan &plan);
QString stackRisk(PlanRisk risk, const DeployPlan &plan);
QString stackCause(const QStringList &code); // of Error::code, cut at its blanks; may be empty
QString serviceAction(const PlannedService &service); // "recreated: another image"
QString expectedDowntime(const PlannedService &service);

QString redeploy(StackRedeploy redeploy); // "Code only"
QString redeployDoes(const RedeployOffer &offer); // what it does, in one sentence
QString redeployReason(RedeployReason reason, const QStringList &args);

QString trust(const TrustState &state);
QString commandChange(const StackCommandChange &change);

// Without its full stop; empty: it is said of apps.
QString stackFailure(const QString &name, const events::AttemptEnded &ended);
QString stackVerdict(const Verdict &verdict); // of all servers: a sentence each
QString stackVerdict(const StackVerdict &verdict); // of one
// Which step of an attempt failed, what it was about, and why; empty: none did.
QString stackReasonOf(const DeploymentState &state, const AttemptState &attempt);
QString watched(const WatchedAddress &seen); // one or two sentences
QString stackVerdictShort(const Verdict &verdict);
} // namespace Words
