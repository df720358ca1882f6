#include "models/targetactions.h"

#include <algorithm>

namespace {

// The newest deployment that left something of its own running, and so can be undone.
const DeploymentSummary *undoable(const QList<DeploymentSummary> &history)
{
    for (const DeploymentSummary &row : history) {
        if (row.status != DeploymentSummary::Status::Ended)
            continue;
        if (!row.verdict || row.verdict->reality == Reality::AllOld)
            continue;
        return row.verdict->oldVersion > 0 && row.kind != DeployKind::RollBack ? &row : nullptr;
    }
    return nullptr;
}

// What a later attempt found running may be of the deployment itself: each attempt makes at most
// one release. Then no version is named; the plan finds the right one.
int versionBefore(const DeploymentSummary &row, int found)
{
    return row.attempts == 1 || found < row.releaseVersion - (row.attempts - 1) ? found : 0;
}

void offerRollBack(TargetActions &actions, const QList<DeploymentSummary> &history)
{
    if (const DeploymentSummary *row = undoable(history)) {
        actions.rollBackOf = row->id;
        actions.rollBackVersion = versionBefore(*row, row->verdict->oldVersion);
        actions.others.append(TargetAction::RollBack);
    }
}

bool wantsRetry(const DeploymentSummary &last)
{
    if (last.verdict && last.verdict->reality == Reality::AllNew)
        return false;
    return last.reported == Reported::Failed || last.reported == Reported::Cancelled
        || last.reported == Reported::Interrupted;
}

} // namespace

TargetActions targetActions(
    const FleetApp *app, const QList<DeploymentSummary> &history, bool readOnly)
{
    TargetActions actions;
    if (!history.isEmpty()) {
        const DeploymentSummary &last = history.first();
        actions.deployment = last.id;
        switch (last.status) {
        case DeploymentSummary::Status::Running:
            actions.primary = TargetAction::Cancel;
            return actions; // stopping is possible whatever the network does
        case DeploymentSummary::Status::RunningElsewhere:
            actions.primary = TargetAction::AskCancel;
            actions.owner = last.owner.program;
            return actions;
        case DeploymentSummary::Status::Interrupted:
            actions.primary = TargetAction::Resume;
            actions.rollBackOf = last.id;
            actions.rollBackVersion = app ? versionBefore(last, app->servingVersion) : 0;
            actions.others = {TargetAction::RollBack};
            break;
        case DeploymentSummary::Status::Ended:
            actions.primary = wantsRetry(last) ? TargetAction::Retry : TargetAction::Deploy;
            actions.others = {wantsRetry(last) ? TargetAction::Deploy : TargetAction::Retry};
            actions.others.append(TargetAction::DeployImage);
            offerRollBack(actions, history);
            actions.others.append(TargetAction::RollBackTo);
            break;
        }
    } else {
        actions.others = {TargetAction::DeployImage, TargetAction::RollBackTo};
    }
    if (!app)
        actions.blocked = TargetActions::Blocked::NotSeenYet;
    else if (app->error && app->error->kind == Error::Kind::Offline)
        actions.blocked = TargetActions::Blocked::NotReachable;
    else if (app->remembered)
        actions.blocked = TargetActions::Blocked::LastKnown;
    else if (readOnly)
        actions.blocked = TargetActions::Blocked::ReadOnly;
    return actions;
}

TargetActions stackActions(const FleetServer *server, const QList<DeploymentSummary> &history)
{
    TargetActions actions = targetActions(nullptr, history);
    actions.others.removeAll(TargetAction::DeployImage);
    actions.others.removeAll(TargetAction::RollBackTo);
    if (actions.blocked == TargetActions::Blocked::No) // one runs
        return actions;
    actions.blocked = server && server->server.readOnly ? TargetActions::Blocked::ReadOnly
                                                        : TargetActions::Blocked::No;
    const auto last =
        std::ranges::find(history, DeploymentSummary::Status::Ended, &DeploymentSummary::status);
    const bool left = last != history.cend() && last->verdict
        && last->verdict->reality != Reality::AllOld && last->kind != DeployKind::RollBack;
    if (left && !actions.others.contains(TargetAction::RollBack)) {
        actions.rollBackOf = last->id;
        actions.others.append(TargetAction::RollBack);
    }
    actions.rollBackVersion = 0; // stacks have no numbers
    return actions;
}
