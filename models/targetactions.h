#pragma once

#include "deploy/journal.h"
#include "types/deploymentstate.h"
#include "types/fleetsnapshot.h"

// What is sensible to do with an app now: one primary action, and others for its menu. Only offers;
// what may be done is decided by plan and guards.
enum class TargetAction
{
    Deploy,
    DeployImage,
    Retry,
    Resume,
    RollBack,
    RollBackTo, // a release of the user's choice
    Cancel,
    AskCancel
};

struct TargetActions
{
    enum class Blocked
    {
        No,
        NotSeenYet,
        NotReachable,
        LastKnown, // what is shown is of an earlier session
        ReadOnly // the account's switch
    };

    TargetAction primary = TargetAction::Deploy;
    QList<TargetAction> others;
    DeploymentId deployment; // what Retry, Resume and Cancel are about
    DeploymentId rollBackOf; // what RollBack is about
    int rollBackVersion = 0; // release that would return, 0: not known
    QString owner; // AskCancel: the program that runs it
    Blocked blocked = Blocked::No;
    bool operator==(const TargetActions &) const = default;

    [[nodiscard]] bool offers(TargetAction action) const
    {
        return primary == action || others.contains(action);
    }
};

// Of a linked stack: it can be asked for whatever is known of its servers now. `server`: the one
// that is looked at; nullptr: it is not in the list.
TargetActions stackActions(const FleetServer *server, const QList<DeploymentSummary> &history);
// `history`: newest first. `app`: nullptr while nothing of it has been seen.
// `readOnly`: the switch of the app's account.
TargetActions targetActions(
    const FleetApp *app, const QList<DeploymentSummary> &history, bool readOnly = false);
