#include "deploy/stackverdict.h"

#include "config/stackversion.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
using Runs = StackServiceVerdict::Runs;

bool isTakingPart(const PlannedService &service)
{
    return service.action != PlannedService::Action::LeftAlone && !service.runsOnce;
}

// Only the environment tells the new from the old: the image is the same.
Runs byEnvironment(const PlannedService &planned, const StackServiceVerdict &found)
{
    if (!planned.environmentChanges || found.environmentUnknown || !found.wrongEnvironment)
        return Runs::New;
    return Runs::Old;
}

Runs runsOf(
    const PlannedService &planned, const StackServiceNow &now, const StackServiceVerdict &found)
{
    const bool byDigest = !now.digest.isEmpty() && !planned.digestTarget.isEmpty();
    const QString is = byDigest ? now.digest : now.image;
    const QString target = byDigest ? planned.digestTarget : planned.imageTarget;
    const QString before = byDigest ? planned.digestNow : planned.imageNow;
    if (is.isEmpty() || target.isEmpty())
        return Runs::Unknown;
    if (is == target)
        return target == before ? byEnvironment(planned, found) : Runs::New;
    return is == before ? Runs::Old : Runs::Other;
}

StackServiceVerdict lookAt(const PlannedService &planned, const StackAfter &after)
{
    StackServiceVerdict found;
    found.service = planned.service;
    found.wanted = after.wanted.value(planned.service, 1);
    const StackServiceNow *now = after.look.service(planned.service);
    if (!now || now->containers == 0) {
        found.runs = Runs::Nothing;
        return found;
    }
    found.containers = now->containers;
    found.unhealthy = now->unhealthy;
    found.restarting = now->restarting;
    found.environmentUnknown = now->environment.isEmpty() || now->environmentWanted.isEmpty();
    found.wrongEnvironment =
        !found.environmentUnknown && now->environment != now->environmentWanted;
    found.runs = runsOf(planned, *now, found);
    return found;
}

// Whether there is anything by which new and old could be told apart.
bool changesSomething(const PlannedService &planned)
{
    return planned.digestTarget != planned.digestNow || planned.imageTarget != planned.imageNow
        || planned.environmentChanges;
}

// Servers may have been on different ones.
QString versionBefore(const StackPlan &plan, const StackServerPlan &server)
{
    QStringList tags;
    for (const PlannedService &planned : server.services) {
        if (!planned.imageNow.isEmpty() && imageName(planned.imageTarget).tag == plan.version)
            tags.append(imageName(planned.imageNow).tag);
    }
    tags.removeDuplicates();
    return tags.size() == 1 ? tags.constFirst() : plan.versionNow;
}

// Nothing ran before, and nothing runs now: as it was.
bool isStillNothing(const StackServerPlan &plan, const StackVerdict &verdict)
{
    const bool wasNothing = std::all_of(
        plan.services.cbegin(), plan.services.cend(), [](const PlannedService &planned) {
            return !isTakingPart(planned) || planned.imageNow.isEmpty();
        });
    return wasNothing && !verdict.services.isEmpty()
        && std::all_of(verdict.services.cbegin(),
            verdict.services.cend(),
            [](const StackServiceVerdict &found) { return found.runs == Runs::Nothing; });
}

Reality stackRealityOf(const StackServerPlan &plan, const StackVerdict &verdict)
{
    if (isStillNothing(plan, verdict))
        return Reality::AllOld;
    bool anyNew = false;
    bool anyOld = false;
    bool anyOther = false;
    bool wrongCount = false;
    bool isIll = !verdict.failedSmoke.isEmpty() || !verdict.failedData.isEmpty();
    bool anyChange = false;
    qsizetype at = 0;
    for (const PlannedService &planned : plan.services) {
        if (!isTakingPart(planned))
            continue;
        const StackServiceVerdict &found = verdict.services.at(at++);
        if (found.runs == Runs::Unknown)
            return Reality::Unknown;
        wrongCount = wrongCount || found.containers != found.wanted;
        isIll = isIll || found.unhealthy || found.restarting;
        anyOther = anyOther || found.runs == Runs::Other;
        if (!changesSomething(planned))
            continue;
        anyChange = true;
        const bool half = found.runs == Runs::New && found.wrongEnvironment;
        anyNew = anyNew || (found.runs == Runs::New && !half);
        anyOld = anyOld || found.runs == Runs::Old;
        anyOther = anyOther || half;
    }
    if (wrongCount)
        return Reality::WrongCount;
    if (anyOther || (anyNew && anyOld))
        return Reality::Mixed;
    if (isIll)
        return Reality::Unhealthy;
    return anyNew || !anyChange ? Reality::AllNew : Reality::AllOld;
}
} // namespace

StackVerdict stackVerdict(const StackPlan &plan,
    const StackServerPlan &server,
    const StackReport &report,
    const StackAfter &after)
{
    StackVerdict verdict;
    verdict.server = server.server;
    verdict.reported = report.reported;
    verdict.reportedBecause = report.because;
    verdict.oldVersion = versionBefore(plan, server);
    verdict.newVersion = plan.version;
    verdict.databaseRestored = after.databaseRestored;
    verdict.lookedAt = after.look.at;
    if (!after.look.isReached || !after.problem.isEmpty()) {
        verdict.unknownBecause = after.problem.isEmpty() ? u"offline"_s : after.problem;
        return verdict;
    }
    for (const PlannedService &planned : server.services) {
        if (isTakingPart(planned))
            verdict.services.append(lookAt(planned, after));
    }
    verdict.failedSmoke = after.failedSmoke;
    verdict.failedData = after.failedData;
    verdict.reality = stackRealityOf(server, verdict);
    if (verdict.reality == Reality::Unknown)
        verdict.unknownBecause = u"protocol"_s;
    return verdict;
}

Verdict stackVerdict(const StackPlan &plan,
    const QList<StackReport> &reports,
    const QList<StackAfter> &afters,
    const QDateTime &lookedAt)
{
    Verdict all;
    all.lookedAt = lookedAt;
    for (const StackServerPlan &server : plan.servers) {
        StackReport report{server.server, Reported::Interrupted, {}};
        for (const StackReport &one : reports) {
            if (one.server == server.server)
                report = one;
        }
        StackAfter after;
        after.look.isReached = false;
        for (const StackAfter &one : afters) {
            if (one.look.server == server.server)
                after = one;
        }
        all.servers.append(stackVerdict(plan, server, report, after));
    }
    if (all.servers.isEmpty())
        return all;
    const StackVerdict &first = all.servers.constFirst();
    all.reality = first.reality;
    all.reported = first.reported;
    all.reportedBecause = first.reportedBecause;
    all.unknownBecause = first.unknownBecause;
    for (const StackVerdict &one : std::as_const(all.servers)) {
        if (one.reality != all.reality)
            all.reality = one.reality == Reality::Unknown || all.reality == Reality::Unknown
                ? Reality::Unknown
                : Reality::Mixed;
        if (all.unknownBecause.isEmpty())
            all.unknownBecause = one.unknownBecause;
        // One that failed says more than those that did not.
        if (all.reported == Reported::Succeeded && one.reported != Reported::Succeeded) {
            all.reported = one.reported;
            all.reportedBecause = one.reportedBecause;
        }
    }
    return all;
}
