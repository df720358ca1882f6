#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <chrono>
#include <optional>

// What went wrong, as code branches on it. `detail` is English, for logs and "copy details"; the
// sentence a person reads is made in models/ or ui/ from the kind and names.
struct Error
{
    enum class Kind
    {
        Cancelled, // means "unknown", never "undone": read back before deciding
        Timeout,
        Offline, // no connection could be made, or it broke
        Unauthorised, // 401: token missing, invalid or expired
        Forbidden, // 403: the token is good, but not for this
        NotFound,
        Conflict, // 409: a lease held by somebody else
        Precondition, // 412: wrong state or version
        RateLimited, // 429
        Rejected, // any other 4xx: sending it again changes nothing
        Unavailable, // 5xx
        Protocol, // an answer that cannot be understood; detail names the field
        Process,
        Storage,
        StorageFull,
        InvalidInput, // a file or argument of the user; detail names file, line, field
        Internal,
    };

    Kind kind = Kind::Internal;
    QString detail;
    int httpStatus = 0;
    QString requestId; // `fly-request-id` of the answer, when there was one
    std::optional<std::chrono::seconds> retryAfter;
    QString code; // the platform's `status` word, e.g. "insufficient_capacity"

    bool operator==(const Error &) const = default;
};

template <typename T> using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(Error::Kind kind, const QString &detail)
{
    return tl::unexpected<Error>(Error{kind, detail, 0, {}, {}, {}});
}

[[nodiscard]] inline tl::unexpected<Error> failure(const Error &error)
{
    return tl::unexpected<Error>(error);
}

// The stable English word of a kind, for logs, JSON and the journal ("rate-limited").
QString errorKindName(Error::Kind kind);
std::optional<Error::Kind> errorKindFromName(QStringView name);
