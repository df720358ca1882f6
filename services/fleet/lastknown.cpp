#include "fleet/lastknown.h"

#include <QHash>

#include <algorithm>

FleetAccount overLastKnown(FleetAccount fresh, const FleetAccount &lastKnown)
{
    if (!fresh.fetchedAt.isValid()) {
        fresh.apps = lastKnown.apps;
        fresh.fetchedAt = lastKnown.fetchedAt;
        fresh.remembered = true;
        return fresh;
    }
    const auto isTold = [](const FleetApp &app) { return app.toldAt().isValid(); };
    if (std::ranges::all_of(fresh.apps, isTold))
        return fresh;
    QHash<AppName, const FleetApp *> known;
    for (const FleetApp &app : lastKnown.apps)
        known.insert(app.app.name, &app);
    for (FleetApp &app : fresh.apps) {
        const FleetApp *before = known.value(app.app.name);
        if (isTold(app) || !before)
            continue;
        FleetApp shown = *before;
        shown.app = app.app;
        shown.error = app.error;
        app = shown;
    }
    return fresh;
}

bool showsLastKnown(const FleetAccount &account)
{
    return account.remembered
        || std::ranges::any_of(account.apps, [](const FleetApp &app) { return app.remembered; });
}
