#include "types/machine.h"

#include "types/wordtable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr Word<MachineState> states[] = {
    {MachineState::Created, "created"_L1},
    {MachineState::Creating, "creating"_L1},
    {MachineState::Starting, "starting"_L1},
    {MachineState::Started, "started"_L1},
    {MachineState::Stopping, "stopping"_L1},
    {MachineState::Stopped, "stopped"_L1},
    {MachineState::Restarting, "restarting"_L1},
    {MachineState::Suspending, "suspending"_L1},
    {MachineState::Suspended, "suspended"_L1},
    {MachineState::Updating, "updating"_L1},
    {MachineState::Replacing, "replacing"_L1},
    {MachineState::Replaced, "replaced"_L1},
    {MachineState::Migrated, "migrated"_L1},
    {MachineState::LaunchFailed, "launch_failed"_L1},
    {MachineState::Failed, "failed"_L1},
    {MachineState::Destroying, "destroying"_L1},
    {MachineState::Destroyed, "destroyed"_L1},
    {MachineState::Unknown, "unknown"_L1},
};

bool isHelperGroup(const QString &group)
{
    return group == "fly_app_release_command"_L1 || group == "release_command"_L1
        || group == "fly_app_console"_L1 || group == "fly_app_test_machine_command"_L1;
}
} // namespace

MachineState machineStateFromWire(QStringView text)
{
    return valueOf(states, text).value_or(MachineState::Unknown);
}

QString machineStateToWire(MachineState state)
{
    return wordOf(states, state);
}

bool isTransient(MachineState state)
{
    switch (state) {
    case MachineState::Creating:
    case MachineState::Starting:
    case MachineState::Stopping:
    case MachineState::Restarting:
    case MachineState::Suspending:
    case MachineState::Destroying:
    case MachineState::Updating:
    case MachineState::Replacing:
    case MachineState::LaunchFailed:
        return true;
    case MachineState::Created:
    case MachineState::Started:
    case MachineState::Stopped:
    case MachineState::Suspended:
    case MachineState::Replaced:
    case MachineState::Migrated:
    case MachineState::Failed:
    case MachineState::Destroyed:
    case MachineState::Unknown:
        return false;
    }
    return false;
}

QString ImageRef::reference() const
{
    QString text = registry.isEmpty() ? repository : QString(registry + u'/' + repository);
    if (!tag.isEmpty())
        text += QString(u':' + tag);
    else if (!digest.isEmpty())
        text += QString(u'@' + digest);
    return text;
}

QString Machine::processGroup() const
{
    if (config)
        return config->processGroup;
    return incompleteConfig ? incompleteConfig->processGroup : u"app"_s;
}

bool Machine::isActive() const
{
    return state != MachineState::Destroyed && state != MachineState::Destroying;
}

bool Machine::isLaunchMachine() const
{
    const std::optional<MachineConfig> &known = config ? config : incompleteConfig;
    return isActive() && known && known->metadata.value(u"fly_platform_version"_s) == "v2"_L1
        && !isHelperGroup(known->processGroup);
}

bool Machine::isHelper() const
{
    return isHelperGroup(processGroup());
}

int Machine::passingChecks() const
{
    return static_cast<int>(std::ranges::count(checks, CheckStatus::Passing, &HealthCheck::status));
}

std::optional<MachineEvent> Machine::exitSinceStart() const
{
    std::optional<MachineEvent> exit;
    QDateTime start;
    for (const MachineEvent &event : events) {
        if (event.type == "start"_L1 && (!start.isValid() || event.at > start))
            start = event.at;
        if (event.type == "exit"_L1 && event.exit && (!exit || event.at > exit->at))
            exit = event;
    }
    // The same millisecond is possible for a command that ends at once.
    if (exit && start.isValid() && exit->at < start)
        return std::nullopt;
    return exit;
}
