#pragma once

#include "core/result.h"
#include "types/deployevent.h"

#include <QHash>
#include <QSet>

#include <functional>

class Clock;
class FlyClient;
struct CallContext;

// What a verdict is made from: what the run believes, what was planned, and an independent look.
struct JudgeInputs
{
    Reported reported = Reported::Failed;
    QString reportedBecause; // Error kind word, when it did not succeed
    DeployPlan plan;
    int newVersion = 0; // of the attempt's release, 0: none was made
    // As each machine was before the first attempt of the deployment.
    QHash<MachineId, QString> oldImageDigests;
    QHash<MachineId, QString> oldConfigDigests;
    QHash<MachineId, QString> oldInstances;
    QHash<QString, events::MachineCreated> created; // by machine id
    QSet<QString> updated; // machine ids: the run has sent them the new version
    QSet<QString> destroyed; // machine ids: by this deployment
    bool switched = false; // traffic has gone to what was created
    bool journalLost = false;
    Result<QList<Machine>> seen = failure(Error::Kind::Internal, QStringLiteral("not looked"));
    QList<MachineId> unlisted; // of the seen ones: the list did not tell them
    std::optional<ProbeResult> probe;
    QByteArray digestKey;
    QDateTime lookedAt;
};

// Pure: the same look gives the same verdict.
[[nodiscard]] Verdict judge(const JudgeInputs &inputs);

// Looks, and looks again for a moment when what is there is not what was reported: the platform's
// nodes agree only eventually, and machines may still be starting. A machine that the list leaves
// out is asked for by itself.
[[nodiscard]] Verdict verify(
    FlyClient &fly, Clock &clock, JudgeInputs inputs, const CallContext &context);
