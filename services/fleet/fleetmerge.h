#pragma once

#include "fly/flyclient.h"
#include "types/fleetsnapshot.h"

// Puts what the calls answer together to what is known of an account. `at` is the time of the
// answer by our clock.
namespace FleetMerge {
void apps(FleetAccount &known, const QList<App> &apps);

// A list of an organisation's machines: `complete`, or what changed since an earlier one. Answers
// the apps to look at: theirs is more than such a list can tell.
QList<AppName> machines(FleetAccount &known,
    const QString &organization,
    const OrganizationMachines &listing,
    bool complete,
    const QDateTime &at);

void releases(FleetAccount &known, const NewestReleases &releases, const QDateTime &at);

struct Look // at one app, itself
{
    Result<QList<Machine>> machines;
    std::optional<Result<std::optional<Release>>> release; // nothing: not asked for
};
void look(FleetApp &app, Look look, const QDateTime &at, std::chrono::milliseconds platformAhead);
} // namespace FleetMerge
