#include "models/format.h"
#include "models/words.h"
#include "models/wordsaccounts.h"
#include "models/wordsconfig.h"
#include "models/wordsnetwork.h"
#include "models/wordsservers.h"
#include "models/wordsstack.h"
#include "models/wordsstackrun.h"
#include "types/incident.h"

#include <QCoreApplication>

namespace {

struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString rateLimited(const Error &error)
{
    return error.retryAfter
        ? ErrorText::tr("Too many requests for Fly.io's limit. It may go on in %1.")
              .arg(Format::duration(*error.retryAfter))
        : ErrorText::tr("Too many requests for Fly.io's limit. It may go on in a moment.");
}

// One of the platform's interfaces may be down alone.
QString unavailable(const Error &error)
{
    if (error.detail.contains(QLatin1StringView(" /graphql ")))
        return ErrorText::tr(
            "Fly.io's GraphQL interface has trouble of its own now, and this needs "
            "it. The machines are not touched by that. Try again in a moment.");
    if (error.detail.contains(QLatin1StringView(" /api/v1/")))
        return ErrorText::tr("Fly.io's interface for releases has trouble of its own now, and this "
                             "needs it. The machines are not touched by that. Try again in a "
                             "moment.");
    return ErrorText::tr("Fly.io has trouble of its own now. Try again in a moment.");
}

QString rejected(const Error &error)
{
    if (error.code == QLatin1StringView("insufficient_capacity"))
        return ErrorText::tr(
            "The region has no room for the machine now. Try again later, or in another region.");
    return error.detail.isEmpty()
        ? ErrorText::tr("Fly.io refused the request. Sending it again changes nothing.")
        : ErrorText::tr("Fly.io refused the request: %1").arg(error.detail);
}

// What stopped a machine or a plan: services/deploy/causes.h.
QString ofMachine(const QString &word, const QString &machine, const QString &exitCode)
{
    if (word == QLatin1StringView("machine-destroyed"))
        return ErrorText::tr("Machine %1 was destroyed by somebody else.").arg(machine);
    if (word == QLatin1StringView("machine-changed"))
        return ErrorText::tr("Machine %1 was changed by somebody else. Look again, then repeat.")
            .arg(machine);
    if (word == QLatin1StringView("machine-exited"))
        return ErrorText::tr("Machine %1 exited with code %2.").arg(machine, exitCode);
    if (word == QLatin1StringView("machine-crash-loop"))
        return ErrorText::tr("Machine %1 crashes again and again, last with code %2.")
            .arg(machine, exitCode);
    if (word == QLatin1StringView("machine-not-started"))
        return ErrorText::tr("Machine %1 could not be started.").arg(machine);
    if (word == QLatin1StringView("image-reverted"))
        return ErrorText::tr(
            "Machine %1 runs the old image again: Fly.io could not start the new one.")
            .arg(machine);
    if (word == QLatin1StringView("machine-stays-stopped"))
        return ErrorText::tr("Machine %1 was started, but stays stopped.").arg(machine);
    if (word == QLatin1StringView("other-release-runs"))
        return ErrorText::tr(
            "Another release command runs now, on machine %1. Wait until it has ended.")
            .arg(machine);
    return {};
}

QString ofReleaseCommand(const QString &word, const QString &exitCode)
{
    if (word == QLatin1StringView("release-not-prepared"))
        return ErrorText::tr(
            "The image was not ready in time on the machine of the release command.");
    if (word == QLatin1StringView("release-timed-out"))
        return ErrorText::tr("The release command took longer than its limit and was stopped.");
    if (word == QLatin1StringView("release-stopped"))
        return ErrorText::tr("The release command was stopped before its end.");
    if (word == QLatin1StringView("release-exited"))
        return ErrorText::tr("The release command exited with code %1.").arg(exitCode);
    if (word == QLatin1StringView("release-end-unknown"))
        return ErrorText::tr("How the release command ended cannot be read from the platform.");
    return {};
}

QString ofPlan(const QString &word, const QString &image, const QString &more)
{
    if (word == QLatin1StringView("no-machines"))
        return ErrorText::tr("Fly.io lists no machine of this app that could be updated. If there "
                             "should be one, look again in a moment: its list may be late.");
    if (word == QLatin1StringView("no-image-recorded"))
        return ErrorText::tr(
            "The attempt on record ended before it had an image. Deploy one by its reference.");
    if (word == QLatin1StringView("nothing-to-retry"))
        return ErrorText::tr("No failed deployment is known that could be retried.");
    if (word == QLatin1StringView("nothing-to-return-to"))
        return ErrorText::tr("No earlier release is known that could be returned to.");
    if (word == QLatin1StringView("no-image"))
        return ErrorText::tr("The app runs no image that could be deployed.");
    if (word == QLatin1StringView("image-missing"))
        return ErrorText::tr("The image registry does not have %1.").arg(image);
    if (word == QLatin1StringView("nothing-to-resume"))
        return ErrorText::tr("There is no interrupted deployment to go on with.");
    if (word == QLatin1StringView("not-running"))
        return ErrorText::tr("This deployment is not running.");
    if (word == QLatin1StringView("no-deployment"))
        return ErrorText::tr("There is no such deployment, and none of an app of this name.");
    if (word == QLatin1StringView("no-deployment-number"))
        return more.isEmpty() ? ErrorText::tr("There is no deployment #%1.").arg(image)
                              : ErrorText::tr("%2 has no deployment #%1.").arg(image, more);
    if (word == QLatin1StringView("several-deployments"))
        return ErrorText::tr("Several apps have a deployment #%1: %2. Say which one with --app.")
            .arg(image, more);
    if (word == QLatin1StringView("no-such-release"))
        return ErrorText::tr("Fly.io does not list a release v%1 of this app.").arg(image);
    if (word == QLatin1StringView("release-never-served"))
        return ErrorText::tr("Release v%1 was never completed: there is nothing to return to.")
            .arg(image);
    if (word == QLatin1StringView("not-begun"))
        return ErrorText::tr("It was not begun: another machine failed before.");
    if (word == QLatin1StringView("no-question"))
        return ErrorText::tr("This deployment does not wait for an answer.");
    return {};
}

QString ofStrategy(const QString &word, const QString &strategy)
{
    if (word == QLatin1StringView("strategy-with-volumes"))
        return ErrorText::tr(
            "Machines with volumes cannot be deployed by the strategy %1. Use rolling.")
            .arg(strategy);
    if (word == QLatin1StringView("bluegreen-refused"))
        return ErrorText::tr("Fly.io does not offer bluegreen deploys for this app.");
    if (word == QLatin1StringView("bluegreen-mixed"))
        return ErrorText::tr(
            "The machines run different images, and bluegreen needs one. Use rolling.");
    if (word == QLatin1StringView("bluegreen-unchecked"))
        return ErrorText::tr(
            "Bluegreen needs a health check: without one nothing tells when the new "
            "machines are ready.");
    return {};
}

QString ofVolume(const QString &code)
{
    const QStringList parts = code.split(QLatin1Char(' '));
    const QString &word = parts.first();
    if (word == QLatin1StringView("volume-missing"))
        return ErrorText::tr(
            "There is no free volume “%1” in %2 for %3. Create it, then look again.")
            .arg(parts.value(1), parts.value(2), parts.value(3));
    if (word == QLatin1StringView("volume-unreachable"))
        return ErrorText::tr(
            "The server of machine %1 has a problem, and its volume “%2” is there: it "
            "cannot be replaced. Leave it out, or wait until the server is well.")
            .arg(parts.value(1), parts.value(2));
    if (word == QLatin1StringView("no-room-for-volume"))
        return ErrorText::tr(
            "The server of machine %1 has no room for the new version, and its volume "
            "is there: it cannot be replaced.")
            .arg(parts.value(1));
    if (word == QLatin1StringView("destroy-not-confirmed"))
        return ErrorText::tr(
            "The plan destroys %Ln machine(s), and nobody has said that this is meant.",
            nullptr,
            parts.value(1).toInt());
    return {};
}

QString ofSandbox(const QString &code)
{
    if (code.startsWith(QLatin1StringView("sandbox-storage ")))
        return ErrorText::tr("The sandbox cannot write its own state in %1, and so cannot start. "
                             "Make room there, or make the folder writable, then try again.")
            .arg(code.section(QLatin1Char(' '), 1));
    if (code == QLatin1StringView("sandbox-absent"))
        return ErrorText::tr("The sandbox could not be started. Try again.");
    return {};
}

QString ofConfig(const Error &error)
{
    if (const auto told = findingOfError(error)) {
        const auto &[path, finding] = *told;
        const QString what = Words::configFinding(finding);
        return finding.line > 0
            ? ErrorText::tr("There is a mistake in %1:%2: %3", "file, line, what is said of it")
                  .arg(path, QString::number(finding.line), what)
            : ErrorText::tr("There is a mistake in %1: %2", "file, what is said of it")
                  .arg(path, what);
    }
    if (error.code.startsWith(QLatin1StringView("config-unreadable ")))
        return ErrorText::tr("The file %1 cannot be read.")
            .arg(error.code.section(QLatin1Char(' '), 1));
    return {};
}

// Empty: not one of this program's own.
QString cause(const Error &error)
{
    constexpr QLatin1StringView neverSent("not-sent ");
    const QString code =
        error.code.startsWith(neverSent) ? error.code.sliced(neverSent.size()) : error.code;
    if (const QString text = ofConfig(error); !text.isEmpty())
        return text;
    const QString word = code.section(QLatin1Char(' '), 0, 0);
    const QString first = code.section(QLatin1Char(' '), 1, 1);
    for (const QString &text : {ofMachine(word, first, code.section(QLatin1Char(' '), 2, 2)),
             ofReleaseCommand(word, first),
             ofPlan(word, first, code.section(QLatin1Char(' '), 2)),
             ofStrategy(word, first),
             ofVolume(code),
             ofSandbox(code),
             Words::stackCause(code.split(QLatin1Char(' '))),
             Words::stackRunCause(code.split(QLatin1Char(' ')))}) {
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
    if (const QString server = WordsServers::problem(error); !server.isEmpty())
        return server;
    if (const QString network = WordsNetwork::problem(error); !network.isEmpty())
        return network;
    if (const QString own = cause(error); !own.isEmpty())
        return own;
    switch (error.kind) {
    case Error::Kind::Cancelled:
        return ErrorText::tr(
            "It was stopped before an answer came. What it did is not known until it "
            "is looked at.");
    case Error::Kind::Timeout:
        return error.detail.isEmpty() ? ErrorText::tr("No answer came in time.")
                                      : ErrorText::tr("It took too long: %1").arg(error.detail);
    case Error::Kind::Offline:
        return ErrorText::tr("No connection to Fly.io. Check the network, then try again.");
    case Error::Kind::Unauthorised:
        return ErrorText::tr(
            "The token is missing, wrong or expired. Give a new one for this account.");
    case Error::Kind::Forbidden:
        return ErrorText::tr(
            "The token is good, but does not allow this. Use one with wider rights.");
    case Error::Kind::NotFound:
        return ErrorText::tr("It does not exist there any more. Somebody may have removed it.");
    case Error::Kind::Conflict:
        return error.detail.isEmpty()
            ? ErrorText::tr("Somebody else holds the lease. Wait until it ends.")
            : ErrorText::tr("Somebody else is working on it: %1").arg(error.detail);
    case Error::Kind::Precondition:
        return ErrorText::tr("It has changed since it was looked at. Look again, then repeat.");
    case Error::Kind::RateLimited:
        return rateLimited(error);
    case Error::Kind::Rejected:
        return rejected(error);
    case Error::Kind::Unavailable:
        return unavailable(error);
    case Error::Kind::Protocol:
        return ErrorText::tr("The answer could not be understood: %1").arg(error.detail);
    case Error::Kind::Process:
        return ErrorText::tr("It ended with a failure: %1").arg(error.detail);
    case Error::Kind::Storage:
        return ErrorText::tr("The journal could not be written or read: %1").arg(error.detail);
    case Error::Kind::StorageFull:
        return ErrorText::tr(
            "The disk is full. Make room; a deploy does not start without its journal.");
    case Error::Kind::InvalidInput:
        return ErrorText::tr("There is a mistake in the input: %1").arg(error.detail);
    case Error::Kind::Internal:
        break;
    }
    return ErrorText::tr("A mistake of this program: %1").arg(error.detail);
}

QString Words::watchedError(const Error &error)
{
    const bool plain = WordsNetwork::problem(error).isEmpty() && !tellsAll(error);
    return error.kind == Error::Kind::Offline && plain
        ? ErrorText::tr("No connection to Fly.io. Check the network; it is tried again by itself.")
        : Words::error(error);
}

bool Words::tellsAll(const Error &error)
{
    return !WordsAccounts::problem(error).isEmpty() || !cause(error).isEmpty();
}

QString Words::accountError(const Error &error)
{
    if (error.code.contains(QLatin1StringView("sandbox-")))
        return ErrorText::tr("sandbox not running");
    if (error.code == QLatin1StringView("vault-locked"))
        return ErrorText::tr("encrypted file locked");
    if (error.code == QLatin1StringView("keychain-locked"))
        return ErrorText::tr("keychain locked");
    if (const QString network = WordsNetwork::brief(error); !network.isEmpty())
        return network;
    switch (error.kind) {
    case Error::Kind::Cancelled:
        return ErrorText::tr("stopped");
    case Error::Kind::Timeout:
        return ErrorText::tr("no answer in time");
    case Error::Kind::Offline:
        return ErrorText::tr("offline");
    case Error::Kind::Unauthorised:
        return ErrorText::tr("token missing or expired");
    case Error::Kind::Forbidden:
        return ErrorText::tr("token not allowed to do this");
    case Error::Kind::NotFound:
        return ErrorText::tr("not found");
    case Error::Kind::Conflict:
        return ErrorText::tr("held by somebody else");
    case Error::Kind::Precondition:
        return ErrorText::tr("changed meanwhile");
    case Error::Kind::RateLimited:
        return ErrorText::tr("API budget used up");
    case Error::Kind::Rejected:
        return ErrorText::tr("refused");
    case Error::Kind::Unavailable:
        return ErrorText::tr("Fly.io has trouble");
    case Error::Kind::Protocol:
        return ErrorText::tr("answer not understood");
    case Error::Kind::Process:
        return ErrorText::tr("ended with a failure");
    case Error::Kind::Storage:
        return ErrorText::tr("journal not usable");
    case Error::Kind::StorageFull:
        return ErrorText::tr("disk full");
    case Error::Kind::InvalidInput:
        return ErrorText::tr("mistake in the input");
    case Error::Kind::Internal:
        break;
    }
    return ErrorText::tr("a mistake of this program");
}

QString Words::incident(const Incident &incident)
{
    const QString name = incident.status.isEmpty()
        ? incident.name
        : ErrorText::tr("%1 (%2)", "name and state of an incident of the platform")
              .arg(incident.name, incident.status);
    return ErrorText::tr("Fly.io reports an incident of its own: %1").arg(name);
}
