#include "models/format.h"
#include "models/words.h"
#include "models/wordsaccounts.h"

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

// What stopped a machine or a plan: services/deploy/causes.h.
QString ofMachine(const QString &word, const QString &machine, const QString &exitCode)
{
    if (word == QLatin1StringView("machine-destroyed"))
        return Text::tr("Machine %1 was destroyed by somebody else.").arg(machine);
    if (word == QLatin1StringView("machine-changed"))
        return Text::tr("Machine %1 was changed by somebody else. Look again, then repeat.")
            .arg(machine);
    if (word == QLatin1StringView("machine-exited"))
        return Text::tr("Machine %1 exited with code %2.").arg(machine, exitCode);
    if (word == QLatin1StringView("machine-crash-loop"))
        return Text::tr("Machine %1 crashes again and again, last with code %2.")
            .arg(machine, exitCode);
    if (word == QLatin1StringView("machine-not-started"))
        return Text::tr("Machine %1 could not be started.").arg(machine);
    if (word == QLatin1StringView("image-reverted"))
        return Text::tr("Machine %1 runs the old image again: Fly.io could not start the new one.")
            .arg(machine);
    if (word == QLatin1StringView("machine-stays-stopped"))
        return Text::tr("Machine %1 was started, but stays stopped.").arg(machine);
    if (word == QLatin1StringView("other-release-runs"))
        return Text::tr("Another release command runs now, on machine %1. Wait until it has ended.")
            .arg(machine);
    return {};
}

QString ofReleaseCommand(const QString &word, const QString &exitCode)
{
    if (word == QLatin1StringView("release-not-prepared"))
        return Text::tr("The image was not ready in time on the machine of the release command.");
    if (word == QLatin1StringView("release-timed-out"))
        return Text::tr("The release command took longer than its limit and was stopped.");
    if (word == QLatin1StringView("release-stopped"))
        return Text::tr("The release command was stopped before its end.");
    if (word == QLatin1StringView("release-exited"))
        return Text::tr("The release command exited with code %1.").arg(exitCode);
    if (word == QLatin1StringView("release-end-unknown"))
        return Text::tr("How the release command ended cannot be read from the platform.");
    return {};
}

QString ofPlan(const QString &word, const QString &image)
{
    if (word == QLatin1StringView("no-machines"))
        return Text::tr("The app has no machines of its own that could be updated.");
    if (word == QLatin1StringView("no-image-recorded"))
        return Text::tr(
            "The attempt on record ended before it had an image. Deploy one by its reference.");
    if (word == QLatin1StringView("nothing-to-retry"))
        return Text::tr("No failed deployment is known that could be retried.");
    if (word == QLatin1StringView("nothing-to-return-to"))
        return Text::tr("No earlier release is known that could be returned to.");
    if (word == QLatin1StringView("no-image"))
        return Text::tr("The app runs no image that could be deployed.");
    if (word == QLatin1StringView("image-missing"))
        return Text::tr("The image registry does not have %1.").arg(image);
    if (word == QLatin1StringView("nothing-to-resume"))
        return Text::tr("There is no interrupted deployment to go on with.");
    if (word == QLatin1StringView("no-such-release"))
        return Text::tr("Fly.io does not list a release v%1 of this app.").arg(image);
    if (word == QLatin1StringView("release-never-served"))
        return Text::tr("Release v%1 was never completed: there is nothing to return to.")
            .arg(image);
    if (word == QLatin1StringView("no-question"))
        return Text::tr("This deployment does not wait for an answer.");
    return {};
}

QString ofStrategy(const QString &word, const QString &strategy)
{
    if (word == QLatin1StringView("strategy-with-volumes"))
        return Text::tr("Machines with volumes cannot be deployed by the strategy %1. Use rolling.")
            .arg(strategy);
    if (word == QLatin1StringView("bluegreen-refused"))
        return Text::tr("Fly.io does not offer bluegreen deploys for this app.");
    if (word == QLatin1StringView("bluegreen-mixed"))
        return Text::tr("The machines run different images, and bluegreen needs one. Use rolling.");
    if (word == QLatin1StringView("bluegreen-unchecked"))
        return Text::tr("Bluegreen needs a health check: without one nothing tells when the new "
                        "machines are ready.");
    return {};
}

QString ofVolume(const QString &code)
{
    const QStringList parts = code.split(QLatin1Char(' '));
    const QString &word = parts.first();
    if (word == QLatin1StringView("volume-missing"))
        return Text::tr("There is no free volume “%1” in %2 for %3. Create it, then look again.")
            .arg(parts.value(1), parts.value(2), parts.value(3));
    if (word == QLatin1StringView("volume-unreachable"))
        return Text::tr("The server of machine %1 has a problem, and its volume “%2” is there: it "
                        "cannot be replaced. Leave it out, or wait until the server is well.")
            .arg(parts.value(1), parts.value(2));
    if (word == QLatin1StringView("no-room-for-volume"))
        return Text::tr("The server of machine %1 has no room for the new version, and its volume "
                        "is there: it cannot be replaced.")
            .arg(parts.value(1));
    if (word == QLatin1StringView("destroy-not-confirmed"))
        return Text::tr("The plan destroys %Ln machine(s), and nobody has said that this is meant.",
            nullptr,
            parts.value(1).toInt());
    return {};
}

// Empty: not one of this program's own.
QString cause(const QString &code)
{
    const QString word = code.section(QLatin1Char(' '), 0, 0);
    const QString first = code.section(QLatin1Char(' '), 1, 1);
    for (const QString &text : {ofMachine(word, first, code.section(QLatin1Char(' '), 2, 2)),
             ofReleaseCommand(word, first),
             ofPlan(word, first),
             ofStrategy(word, first),
             ofVolume(code)}) {
        if (!text.isEmpty())
            return text;
    }
    return {};
}

} // namespace

QString Words::error(const Error &error)
{
    if (const QString known = WordsAccounts::problem(error); !known.isEmpty())
        return known;
    if (const QString own = cause(error.code); !own.isEmpty())
        return own;
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
    if (error.code == QLatin1StringView("vault-locked"))
        return Text::tr("encrypted file locked");
    if (error.code == QLatin1StringView("keychain-locked"))
        return Text::tr("keychain locked");
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
