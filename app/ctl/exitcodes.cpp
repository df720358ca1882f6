#include "app/ctl/exitcodes.h"

ExitCode exitCodeOf(const Error &error)
{
    using Kind = Error::Kind;
    switch (error.kind) {
    case Kind::InvalidInput:
    case Kind::Rejected:
        return ExitCode::Usage;
    case Kind::Unauthorised:
    case Kind::Forbidden:
        return ExitCode::Unauthorised;
    case Kind::NotFound:
        return ExitCode::NotFound;
    case Kind::Conflict:
    case Kind::Precondition:
        return ExitCode::Conflict;
    case Kind::Offline:
    case Kind::Timeout:
    case Kind::RateLimited:
    case Kind::Unavailable:
    case Kind::Protocol:
        return ExitCode::Unavailable;
    case Kind::Storage:
    case Kind::StorageFull:
        return ExitCode::Store;
    case Kind::Cancelled:
        return ExitCode::Cancelled;
    case Kind::Process:
    case Kind::Internal:
        return ExitCode::Internal;
    }
    return ExitCode::Internal;
}

ExitCode exitCodeOf(const DeploymentSummary &summary)
{
    const bool unseen = summary.verdict && summary.verdict->reality == Reality::Unknown;
    if (unseen || (summary.verdict && summary.verdict->contradicts()))
        return ExitCode::Contradicted;
    switch (summary.reported) {
    case Reported::Succeeded:
    case Reported::RolledBack:
        return ExitCode::Done;
    case Reported::Cancelled:
        return ExitCode::Cancelled;
    case Reported::Failed:
    case Reported::Interrupted:
        return ExitCode::DeployFailed;
    }
    return ExitCode::Internal;
}
