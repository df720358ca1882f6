#pragma once

#include "app/startoptions.h"
#include "core/promise.h"
#include "core/ratebudget.h"
#include "deploy/journal.h"
#include "fleet/fleetservice.h"
#include "settings/settings.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

class Catalogue;
class Clock;
class DeployService;
class FlyClient;
class SandboxLink;

// Makes every service of a program once, and hands out references. It never fails: what could not
// be opened or read is told by its error, and answers with it when it is used. Its destructor stops
// the engines, joins them, ends the IO threads and closes the store, in this order.
class Composition
{
public:
    explicit Composition(const StartOptions &options);
    ~Composition();
    Q_DISABLE_COPY_MOVE(Composition)

    [[nodiscard]] const ProfilePaths &paths() const;
    [[nodiscard]] Settings &settings();
    [[nodiscard]] Clock &clock();
    [[nodiscard]] const Catalogue &catalogue() const;
    [[nodiscard]] Journal &journal();
    [[nodiscard]] DeployService &deploy();
    [[nodiscard]] FlyClient *client(); // nullptr without a usable token
    [[nodiscard]] SandboxLink *sandbox(); // nullptr outside the sandbox's profile
    [[nodiscard]] std::vector<FleetService::Account> accounts();
    [[nodiscard]] RateBudget::State budget() const;

    // The store is opened beside everything else. Damaged, newer, read-only, locked: its files are
    // as they were, and this says so. storeError() waits.
    [[nodiscard]] Pending<bool> storeOpened() const;
    [[nodiscard]] std::optional<Error> storeError() const;
    // No token, or one that cannot be one.
    [[nodiscard]] const std::optional<Error> &accountError() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};
