#pragma once

#include "core/result.h"
#include "types/deployplan.h"
#include "types/verdict.h"

#include <QHash>

class Clock;
class FlyClient;
struct CallContext;

// What a verdict is made from: what the run believes, what was planned, and an independent look.
struct JudgeInputs
{
    Reported reported = Reported::Failed;
    DeployPlan plan;
    int newVersion = 0; // of the attempt's release, 0: none was made
    // As each machine was before the first attempt of the deployment.
    QHash<MachineId, QString> oldImageDigests;
    QHash<MachineId, QString> oldConfigDigests;
    bool journalLost = false;
    Result<QList<Machine>> seen = failure(Error::Kind::Internal, QStringLiteral("not looked"));
    QByteArray digestKey;
    QDateTime lookedAt;
};

// Pure: the same look gives the same verdict.
[[nodiscard]] Verdict judge(const JudgeInputs &inputs);

// Looks, and looks again for a moment when what is there is not what was reported: the platform's
// nodes agree only eventually.
[[nodiscard]] Verdict verify(
    FlyClient &fly, Clock &clock, JudgeInputs inputs, const CallContext &context);
