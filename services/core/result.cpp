#include "core/result.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr std::array<std::pair<Error::Kind, QLatin1StringView>, 17> kindNames{{
    {Error::Kind::Cancelled, "cancelled"_L1},
    {Error::Kind::Timeout, "timeout"_L1},
    {Error::Kind::Offline, "offline"_L1},
    {Error::Kind::Unauthorised, "unauthorised"_L1},
    {Error::Kind::Forbidden, "forbidden"_L1},
    {Error::Kind::NotFound, "not-found"_L1},
    {Error::Kind::Conflict, "conflict"_L1},
    {Error::Kind::Precondition, "precondition"_L1},
    {Error::Kind::RateLimited, "rate-limited"_L1},
    {Error::Kind::Rejected, "rejected"_L1},
    {Error::Kind::Unavailable, "unavailable"_L1},
    {Error::Kind::Protocol, "protocol"_L1},
    {Error::Kind::Process, "process"_L1},
    {Error::Kind::Storage, "storage"_L1},
    {Error::Kind::StorageFull, "storage-full"_L1},
    {Error::Kind::InvalidInput, "invalid-input"_L1},
    {Error::Kind::Internal, "internal"_L1},
}};
}

QString errorKindName(Error::Kind kind)
{
    for (const auto &[candidate, name] : kindNames) {
        if (candidate == kind)
            return name;
    }
    return u"internal"_s;
}

std::optional<Error::Kind> errorKindFromName(QStringView name)
{
    for (const auto &[kind, candidate] : kindNames) {
        if (candidate == name)
            return kind;
    }
    return std::nullopt;
}
