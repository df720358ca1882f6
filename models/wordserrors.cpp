#include "models/format.h"
#include "models/words.h"

#include <QCoreApplication>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString rateLimited(const Error &error)
{
    return error.retryAfter
        ? Text::tr("Too many requests for Fly.io's limit. It may go on in %1.")
              .arg(Format::duration(*error.retryAfter))
        : Text::tr("Too many requests for Fly.io's limit. It may go on in a moment.");
}

QString rejected(const Error &error)
{
    if (error.code == QLatin1StringView("insufficient_capacity"))
        return Text::tr(
            "The region has no room for the machine now. Try again later, or in another region.");
    return error.detail.isEmpty()
        ? Text::tr("Fly.io refused the request. Sending it again changes nothing.")
        : Text::tr("Fly.io refused the request: %1").arg(error.detail);
}

} // namespace

QString Words::error(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Cancelled:
        return Text::tr("It was stopped before an answer came. What it did is not known until it "
                        "is looked at.");
    case Error::Kind::Timeout:
        return error.detail.isEmpty() ? Text::tr("No answer came in time.")
                                      : Text::tr("It took too long: %1").arg(error.detail);
    case Error::Kind::Offline:
        return Text::tr("No connection to Fly.io. Check the network; it is tried again by itself.");
    case Error::Kind::Unauthorised:
        return Text::tr("The token is missing, wrong or expired. Give a new one for this account.");
    case Error::Kind::Forbidden:
        return Text::tr("The token is good, but does not allow this. Use one with wider rights.");
    case Error::Kind::NotFound:
        return Text::tr("It does not exist there any more. Somebody may have removed it.");
    case Error::Kind::Conflict:
        return error.detail.isEmpty()
            ? Text::tr("Somebody else holds the lease. Wait until it ends.")
            : Text::tr("Somebody else is working on it: %1").arg(error.detail);
    case Error::Kind::Precondition:
        return Text::tr("It has changed since it was looked at. Look again, then repeat.");
    case Error::Kind::RateLimited:
        return rateLimited(error);
    case Error::Kind::Rejected:
        return rejected(error);
    case Error::Kind::Unavailable:
        return Text::tr("Fly.io has trouble of its own now. Try again in a moment.");
    case Error::Kind::Protocol:
        return Text::tr("The answer could not be understood: %1").arg(error.detail);
    case Error::Kind::Process:
        return Text::tr("It ended with a failure: %1").arg(error.detail);
    case Error::Kind::Storage:
        return Text::tr("The journal could not be written or read: %1").arg(error.detail);
    case Error::Kind::StorageFull:
        return Text::tr(
            "The disk is full. Make room; a deploy does not start without its journal.");
    case Error::Kind::InvalidInput:
        return Text::tr("There is a mistake in the input: %1").arg(error.detail);
    case Error::Kind::Internal:
        break;
    }
    return Text::tr("A mistake of this program: %1").arg(error.detail);
}

QString Words::accountError(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Cancelled:
        return Text::tr("stopped");
    case Error::Kind::Timeout:
        return Text::tr("no answer in time");
    case Error::Kind::Offline:
        return Text::tr("offline");
    case Error::Kind::Unauthorised:
        return Text::tr("token missing or expired");
    case Error::Kind::Forbidden:
        return Text::tr("token not allowed to do this");
    case Error::Kind::NotFound:
        return Text::tr("not found");
    case Error::Kind::Conflict:
        return Text::tr("held by somebody else");
    case Error::Kind::Precondition:
        return Text::tr("changed meanwhile");
    case Error::Kind::RateLimited:
        return Text::tr("API budget used up");
    case Error::Kind::Rejected:
        return Text::tr("refused");
    case Error::Kind::Unavailable:
        return Text::tr("Fly.io has trouble");
    case Error::Kind::Protocol:
        return Text::tr("answer not understood");
    case Error::Kind::Process:
        return Text::tr("ended with a failure");
    case Error::Kind::Storage:
        return Text::tr("journal not usable");
    case Error::Kind::StorageFull:
        return Text::tr("disk full");
    case Error::Kind::InvalidInput:
        return Text::tr("mistake in the input");
    case Error::Kind::Internal:
        break;
    }
    return Text::tr("a mistake of this program");
}
