#pragma once

#include "types/deploymentstate.h"

#include <QList>

#include <chrono>
#include <optional>

// Two deployments side by side: the whole, each phase, and in it each lane. Attempts of one
// deployment are taken together: what it took until it was over.
struct DeploymentComparison
{
    using Milliseconds = std::chrono::milliseconds;

    struct Side // of one part
    {
        bool present = false; // it has such a part at all
        bool skipped = false; // all of it
        PlanReason reason = PlanReason::None; // why it was skipped
        QStringList reasonArgs;
        Outcome outcome = Outcome::Running; // of the last attempt that had it
        Milliseconds worked{0};
        Milliseconds waited{0}; // while nothing in it worked
        [[nodiscard]] Milliseconds took() const { return worked + waited; }
        [[nodiscard]] bool happened() const { return present && !skipped; }
        bool operator==(const Side &) const = default;
    };
    struct Part
    {
        std::optional<Phase> phase; // nothing: the whole
        QString lane; // empty: the phase itself
        Side first;
        Side second;
        // Second less first; nothing unless it happened in both.
        [[nodiscard]] std::optional<Milliseconds> difference() const;
        bool operator==(const Part &) const = default;
    };

    QList<Part> parts; // the whole, then phases in order, each before its lanes
    [[nodiscard]] Milliseconds longest() const; // side of any part
    bool operator==(const DeploymentComparison &) const = default;

    // `now`: the end of what still runs.
    static DeploymentComparison of(
        const DeploymentState &first, const DeploymentState &second, const QDateTime &now);
};
