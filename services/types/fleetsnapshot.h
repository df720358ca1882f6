#pragma once

#include "core/result.h"
#include "types/app.h"
#include "types/fleetserver.h"
#include "types/machine.h"

#include <QDateTime>
#include <QList>

#include <chrono>
#include <optional>

// State of a row of the fleet, from what is known of it.
enum class FleetState
{
    Healthy,
    Running,
    Waiting,
    Degraded,
    Failed,
    Mixed, // a deploy stopped half-way: the machines run several versions
    RolledBack,
    Started, // it runs; nobody has looked at its health yet
    Unknown
};

struct FleetApp
{
    App app;
    QList<Machine> machines; // sorted by id
    std::optional<Release> currentRelease; // newest on the platform, whatever its status
    int servingVersion = 0; // release version of the running machines, 0: mixed or unknown
    FleetState state = FleetState::Unknown;
    QDateTime fetchedAt; // of the machines, by our clock
    std::optional<Error> error; // the last refresh failed: data above is as old as fetchedAt
    std::chrono::milliseconds platformAhead{0}; // of our clock, when it was fetched
    bool remembered = false; // as an earlier session saw it: nothing has answered since
    // The organisation's list tells who is there and who runs, not how well: this is newer than
    // fetchedAt, or invalid.
    QDateTime listedAt;
    QDateTime releaseAt; // of the release
    // By the platform's clock: what the machines tell of times is compared with this one.
    [[nodiscard]] QDateTime seenAt() const { return fetchedAt.addMSecs(platformAhead.count()); }
    [[nodiscard]] QDateTime toldAt() const; // the newest news of its machines, by our clock
    bool operator==(const FleetApp &) const = default;
};

struct FleetAccount
{
    AccountId id;
    QString name; // organisation's or user's, for the tree
    bool sandbox = false;
    bool readOnly = false; // the user's switch, not what its token may do
    QList<FleetApp> apps; // sorted by name
    QDateTime fetchedAt;
    std::optional<Error> error; // offline, unauthorised: the account is marked
    bool loading = true; // nothing has arrived yet
    std::chrono::milliseconds platformAhead{0}; // of our clock, by its last answer
    bool remembered = false; // its apps are those of an earlier session
    // A part of the platform is down alone; what it tells is as old as each app says.
    std::optional<Error> machinesError; // the list of all machines
    std::optional<Error> releasesError; // the list of the newest releases (GraphQL)
    bool operator==(const FleetAccount &) const = default;
};

struct FleetSnapshot
{
    QList<FleetAccount> accounts;
    QList<FleetServer> servers; // in the order of the user's list
    bool operator==(const FleetSnapshot &) const = default;
};

// The same, whenever it was seen: what is left is worth a repaint. An account's apps are kept as
// they are.
FleetApp withoutAges(FleetApp app);
FleetAccount withoutAges(FleetAccount account);

// `seenAt`: when the machine was looked at. Given it, checks that do not pass yet within the grace
// period after a start (fly-io.md 3.4) are work in progress, not a failure.
FleetState machineFleetState(const Machine &machine, const QDateTime &seenAt = {});
