#pragma once

#include "app/pastfile.h"
#include "config/flytoml.h"
#include "types/deployevent.h"

#include <QDateTime>
#include <QHash>

// The plan that a deployment of a history file followed, and the verdict on how it ended: both by
// the same functions as for a real one.
class PastPlan
{
public:
    struct Circumstances
    {
        QDateTime now; // of the sandbox
        QHash<QString, UsualDuration> usual; // of the deployments before
        QByteArray digestKey;
    };

    PastPlan(const PastApp &app, const PastDeployment &past, Circumstances given);

    [[nodiscard]] QDateTime time(double second) const; // since the deployment's start
    [[nodiscard]] QString reference(const QString &tag) const;
    [[nodiscard]] std::optional<UsualDuration> usual(Step step, Segment segment) const;
    [[nodiscard]] DeployPlan plan() const;
    [[nodiscard]] QString releaseKey() const;
    // What a look after the end found.
    [[nodiscard]] Verdict verdict(const DeployPlan &plan, double lookedAt) const;

private:
    enum class Side
    {
        Before,
        After
    };
    [[nodiscard]] const PastStep *updateOf(const MachineId &id) const;
    [[nodiscard]] bool hasStep(QStringView what) const;
    [[nodiscard]] QString digestOf(const QString &tag) const;
    [[nodiscard]] QString tagOf(const MachineId &id, Side side) const;
    [[nodiscard]] Machine machine(const MachineId &id, Side side) const;
    [[nodiscard]] PlannedMachine planned(const MachineId &id, const QString &name) const;
    [[nodiscard]] PlannedStep planned(Phase phase, Step step, bool writes) const;
    void addSteps(DeployPlan &plan) const;

    const PastApp &m_app;
    const PastDeployment &m_past;
    const Circumstances m_given;
    std::optional<FlyToml> m_toml;
};
