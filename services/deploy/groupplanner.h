#pragma once

#include "deploy/planner.h"
#include "fly/groupconfig.h"

#include <QSet>

// Free volumes, each given away once.
class VolumeChoice
{
public:
    explicit VolumeChoice(const QList<Volume> &volumes);
    // Id of a free one of this name and region; empty: there is none.
    [[nodiscard]] QString take(const QString &name, const QString &region);

private:
    QList<Volume> m_free; // by id
};

// What a plan makes and destroys outside of a strategy (fly-io.md 5.3, 5.5, 5.6 step 3): process
// groups that come and go, machines whose volume changes or whose host is not well. Private to the
// planner.
class GroupPlanner
{
public:
    GroupPlanner(PreparedPlan &prepared, const PlanInputs &inputs, VolumeChoice &volumes);

    // An earlier attempt made it in place of a machine that is still there.
    [[nodiscard]] bool isSuccessor(const MachineId &machine) const;
    // One that an earlier attempt made may not have got as far as it was meant to.
    void restoreState(PlannedMachine &planned) const;
    [[nodiscard]] bool isRemoved(const QString &group) const;
    [[nodiscard]] bool replaces() const; // bluegreen replaces every machine by itself
    // False: it is updated in place.
    [[nodiscard]] Result<bool> replace(const Machine &machine, PlannedMachine &planned);
    // Machines of the groups that have none.
    [[nodiscard]] Result<void> addMissing();

private:
    [[nodiscard]] const PlannedLaunch *earlierLaunch(const QString &lane) const;
    Result<void> add(PlannedLaunch launch, MachineConfig config);
    Result<void> addGroup(const QString &group);
    [[nodiscard]] Result<std::optional<MountPoint>> mount(
        const QString &group, const QString &region, const QString &forWhat);
    [[nodiscard]] bool hasOthers(const QString &group) const;

    PreparedPlan &m_prepared;
    const PlanInputs &m_inputs;
    VolumeChoice &m_volumes;
    const FlyToml *m_toml; // nothing: the groups are not known, none changes
    QHash<QString, MachineId> m_made; // by lane, by earlier attempts of this deployment
    QSet<MachineId> m_successors;
};
