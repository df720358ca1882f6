#pragma once

#include "core/result.h"

#include <QDateTime>

class Catalogue;
class JournalStore;

// The deployments that the sandbox's apps had before its first start, from resources/scenarios/
// history. They are events like any others: list, replay, usual durations, diagnosis and the plan
// of a retry are made from them as from real ones.
namespace SandboxPast {
// Writes those that are missing; to be called with an empty journal, or with one that a start
// before did not get to fill. An app with deployments of its own is left alone. `now`: the
// sandbox's wall time. How many were written.
[[nodiscard]] Result<int> import(
    JournalStore &store, const Catalogue &catalogue, const QDateTime &now);
// Of a world that begins anew: what was deployed in the one before is taken away. Conflict: a
// deployment runs, and all stays as it is. `folder`: of the store.
[[nodiscard]] Result<void> beginAnew(
    const QString &folder, const Catalogue &catalogue, const QDateTime &now);
} // namespace SandboxPast
