#pragma once

#include "support/enginefixture.h"

#include <QStringList>

// What must hold after any run, whatever was done to it. Tests only.
struct InvariantOptions
{
    bool platformAnswers = true; // false: the network stayed down to the end
    bool journalWrites = true;
    bool wholeDeployment = true; // false: an earlier attempt changed machines, too
    int releaseRuns = 1; // at most
};

[[nodiscard]] QStringList brokenInvariants(EngineFixture &fixture,
    const EngineFixture::Outcome &outcome,
    const InvariantOptions &options = {});
