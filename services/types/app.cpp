#include "types/app.h"

#include "types/wordtable.h"

using namespace Qt::StringLiterals;

namespace {
constexpr Word<ReleaseStatus> statuses[] = {
    {ReleaseStatus::Pending, "pending"_L1},
    {ReleaseStatus::Running, "running"_L1},
    {ReleaseStatus::Complete, "complete"_L1},
    {ReleaseStatus::Failed, "failed"_L1},
    {ReleaseStatus::Interrupted, "interrupted"_L1},
    {ReleaseStatus::Unknown, "unknown"_L1},
};
} // namespace

ReleaseStatus releaseStatusFromWire(QStringView text)
{
    // GraphQL may answer in capitals; older releases say "succeeded".
    const QString lower = text.toString().toLower();
    if (lower == "succeeded"_L1)
        return ReleaseStatus::Complete;
    return valueOf(statuses, lower).value_or(ReleaseStatus::Unknown);
}

QString releaseStatusToWire(ReleaseStatus status)
{
    return wordOf(statuses, status);
}
