#pragma once

#include "core/result.h"
#include "deploy/journal.h"

// What atalayactl ends with. Documented in README.md and by --help; scripts depend on it.
enum class ExitCode
{
    Done = 0,
    DeployFailed = 1,
    Usage = 2, // also bad input: a file, the typed name
    Unauthorised = 3,
    NotFound = 4,
    Conflict = 5,
    Unavailable = 6,
    Store = 7,
    Cancelled = 8,
    Contradicted = 9, // reality is not what was reported, or could not be seen
    Internal = 10,
};

ExitCode exitCodeOf(const Error &error);
// Of a deployment that has ended; Interrupted counts as failed.
ExitCode exitCodeOf(const DeploymentSummary &summary);
