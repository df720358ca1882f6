#include "deploy/record.h"

#include "deploy/causes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::seconds clockSkew{120}; // between this computer and the platform
constexpr std::chrono::seconds unheardFor{20}; // by then every node knows what was made

// The latest attempt that began to start its release machine, or knows how it ended.
const AttemptState *attemptWithReleaseCommand(const DeploymentState &state)
{
    for (auto attempt = state.attempts.crbegin(); attempt != state.attempts.crend(); ++attempt) {
        const bool started =
            std::any_of(state.spans.cbegin(), state.spans.cend(), [&](const SpanState &span) {
                return span.attempt == attempt->number && span.step == Step::ReleaseMachineRun
                    && span.outcome != Outcome::Skipped;
            });
        if (started || attempt->releaseCommand)
            return &*attempt;
    }
    return nullptr;
}

MachineId releaseMachineOf(const DeploymentState &state, int attempt)
{
    MachineId id;
    for (const SpanState &span : state.spans) {
        if (span.attempt != attempt)
            continue;
        for (const SpanNote &note : span.notes) {
            if (note.note == Note::ReleaseMachine && !note.args.isEmpty())
                id = MachineId(note.args.first());
        }
    }
    return id;
}

QString openIntent(const AttemptState &attempt, events::Intent::What what)
{
    for (const events::Intent &intent : attempt.openIntents) {
        if (intent.what == what)
            return intent.id;
    }
    return {};
}

bool isClosed(ReleaseStatus status)
{
    return status == ReleaseStatus::Complete || status == ReleaseStatus::Failed
        || status == ReleaseStatus::Interrupted;
}

const Release *releaseById(const Survey &survey, const ReleaseId &id)
{
    const auto found = std::find_if(survey.releases.cbegin(),
        survey.releases.cend(),
        [&id](const Release &release) { return release.id == id; });
    return found == survey.releases.cend() ? nullptr : &*found;
}

ReleaseFate fateFromMachine(const Survey &survey, const MachineId &id)
{
    ReleaseFate fate;
    fate.machine = id;
    fate.what = ReleaseFate::What::Unknown;
    if (!survey.releaseMachine)
        return fate;
    const Machine &machine = *survey.releaseMachine;
    fate.machine = machine.id;
    if (const std::optional<MachineEvent> exit = machine.exitSinceStart()) {
        fate.exit = exit->exit;
        fate.at = exit->at;
        const bool good = exit->exit && exit->exit->exitCode == 0 && !exit->exit->requestedStop;
        fate.what = good ? ReleaseFate::What::Succeeded : ReleaseFate::What::Failed;
        return fate;
    }
    const bool started = std::any_of(machine.events.cbegin(),
        machine.events.cend(),
        [](const MachineEvent &event) { return event.type == "start"_L1; });
    switch (machine.state) {
    case MachineState::Starting:
    case MachineState::Started:
    case MachineState::Restarting:
    case MachineState::Stopping:
    case MachineState::Destroying:
        fate.what = ReleaseFate::What::Running;
        break;
    default:
        if (!started)
            fate.what = ReleaseFate::What::NotRun;
        break;
    }
    return fate;
}
void addKnownMachines(
    const PlanRequest &request, const DeploymentState &previous, SurveyHints &hints)
{
    if (request.kind == DeployKind::Deploy)
        return;
    hints.known = machinesKnown(previous);
    for (const AttemptState &attempt : previous.attempts) {
        for (const events::Intent &intent : attempt.openIntents) {
            if (intent.what == events::Intent::What::CreateMachine)
                hints.openCreations.insert(intent.id);
        }
    }
    hints.unheardUntil = previous.lastAt.addSecs(unheardFor.count());
}
} // namespace

bool isInterrupted(const DeploymentState &state)
{
    const AttemptState *last = state.lastAttempt();
    return last && !last->ended;
}

Result<DeployKind> effectiveKind(
    const PlanRequest &request, const std::optional<DeploymentState> &previous)
{
    if (request.kind == DeployKind::Resume) {
        if (!previous || !isInterrupted(*previous))
            return Cause::nothingToResume();
    }
    if (request.kind == DeployKind::Retry && previous && isInterrupted(*previous))
        return DeployKind::Resume;
    return request.kind;
}

SurveyHints hintsFor(const PlanRequest &request, const std::optional<DeploymentState> &previous)
{
    SurveyHints hints;
    hints.wantsBlueGreen = [request, previous](const Survey &survey) {
        const auto names = [](const std::optional<FlyToml> &toml) {
            return toml && toml->strategy.toLower() == strategyName(Strategy::BlueGreen);
        };
        const AttemptState *last = previous ? previous->lastAttempt() : nullptr;
        return request.strategy.value_or(last ? last->plan.strategy : Strategy::Rolling)
            == Strategy::BlueGreen
            || names(survey.file) || names(survey.definition);
    };
    hints.app = request.app;
    hints.configPath = request.configPath;
    const AttemptState *last = previous ? previous->lastAttempt() : nullptr;
    if (request.kind == DeployKind::Deploy) {
        hints.image = request.image;
    } else if (request.kind == DeployKind::RollBack) {
        hints.versions = true;
        hints.releases = request.toVersion > 0 ? 100 : hints.releases;
        hints.imageOfRelease = [previous, wanted = request.toVersion](const Survey &survey) {
            return rollBackVersion(previous, survey, wanted);
        };
    } else if (last) {
        hints.image = last->plan.image;
        if (last->plan.configSource.startsWith(u'/'))
            hints.recordedConfig = last->plan.configSource;
    } else {
        hints.imageOfRelease = [](const Survey &survey) { return failedRelease(survey); };
    }
    if (!previous)
        return hints;
    addKnownMachines(request, *previous, hints);
    if (const AttemptState *ran = attemptWithReleaseCommand(*previous)) {
        const bool known =
            ran->releaseCommand && (ran->releaseCommand->exitCode || ran->releaseCommand->declared);
        if (!known) {
            hints.releaseMachine = releaseMachineOf(*previous, ran->number);
            hints.releaseIntent = openIntent(*ran, events::Intent::What::CreateReleaseMachine);
        }
    }
    return hints;
}

int failedRelease(const Survey &survey)
{
    if (survey.releases.isEmpty())
        return 0;
    const Release &newest = survey.releases.first();
    const bool failed =
        newest.status == ReleaseStatus::Failed || newest.status == ReleaseStatus::Interrupted;
    return failed ? newest.version : 0;
}

int rollBackVersion(
    const std::optional<DeploymentState> &previous, const Survey &survey, int wanted)
{
    if (wanted > 0) {
        for (const Release &release : survey.releases) {
            if (release.version == wanted)
                return wanted;
        }
        return 0;
    }
    const int serving = servingVersion(survey.machines);
    if (previous && !previous->attempts.isEmpty()) {
        const int before = previous->attempts.first().plan.currentVersion;
        const bool allThere = std::all_of(survey.machines.cbegin(),
            survey.machines.cend(),
            [before](const Machine &machine) { return labelledVersion(machine) == before; });
        // An ended deployment that left nothing behind has nothing to be rolled back.
        if (before > 0 && (!allThere || isInterrupted(*previous)))
            return before;
    }
    for (const Release &release : survey.releases) {
        if (release.status == ReleaseStatus::Complete && release.version < serving)
            return release.version;
    }
    return 0;
}

QString laneMade(const DeploymentState &previous, const Machine &machine)
{
    const auto told = previous.created.constFind(machine.id.value);
    if (told != previous.created.cend())
        return told->lane;
    const QString label =
        machine.config ? machine.config->metadata.value(u"atalaya_intent"_s) : QString();
    for (const AttemptState &attempt : previous.attempts) {
        const events::Intent intent = attempt.openIntents.value(label);
        if (!label.isEmpty() && intent.what == events::Intent::What::CreateMachine)
            return intent.detail;
    }
    return {};
}

QHash<QString, MachineId> machinesMade(const DeploymentState &previous, const Survey &survey)
{
    QHash<QString, MachineId> made;
    for (const Machine &machine : survey.machines) {
        if (const QString lane = laneMade(previous, machine); !lane.isEmpty())
            made.insert(lane, machine.id);
    }
    return made;
}

QHash<MachineId, QString> machinesKnown(const DeploymentState &previous)
{
    QHash<MachineId, QString> known;
    QHash<QString, QString> groups; // by lane
    for (const AttemptState &attempt : previous.attempts) {
        for (const PlannedMachine &machine : attempt.plan.machines)
            known.insert(machine.id, machine.group);
        for (const PlannedLaunch &launch : attempt.plan.launches)
            groups.insert(launch.lane, launch.group);
    }
    for (const events::MachineCreated &created : previous.created)
        known.insert(created.machine, groups.value(created.lane, known.value(created.replaces)));
    for (const QString &destroyed : previous.destroyed)
        known.remove(MachineId(destroyed));
    for (const AttemptState &attempt : previous.attempts) {
        for (const events::Intent &intent : attempt.openIntents) {
            if (intent.what == events::Intent::What::DestroyMachine)
                known.remove(intent.machine);
        }
    }
    return known;
}

ReleaseFate releaseFate(const DeploymentState &previous, const Survey &survey)
{
    const AttemptState *ran = attemptWithReleaseCommand(previous);
    if (!ran)
        return {};
    if (ran->releaseCommand && (ran->releaseCommand->exitCode || ran->releaseCommand->declared)) {
        const bool good = ran->releaseCommand->declared
            || (*ran->releaseCommand->exitCode == 0 && !ran->releaseCommand->timedOut);
        ReleaseFate fate;
        fate.what = good ? ReleaseFate::What::Succeeded : ReleaseFate::What::Failed;
        fate.machine = ran->releaseCommand->machine;
        return fate;
    }
    // Stopped by us, because it took too long or on request.
    if (ran->releaseCommand && (ran->releaseCommand->timedOut || ran->releaseCommand->signal > 0)) {
        ReleaseFate fate;
        fate.what = ReleaseFate::What::Failed;
        fate.machine = ran->releaseCommand->machine;
        return fate;
    }
    return fateFromMachine(survey, releaseMachineOf(previous, ran->number));
}

std::optional<Release> openRelease(const DeploymentState &previous, const Survey &survey)
{
    const AttemptState *last = previous.lastAttempt();
    if (!last)
        return std::nullopt;
    if (!last->release.isEmpty()) {
        if (const Release *seen = releaseById(survey, last->release)) {
            if (isClosed(seen->status))
                return std::nullopt;
            return *seen;
        }
        Release release;
        release.id = last->release;
        release.version = last->releaseVersion;
        return release;
    }
    if (openIntent(*last, events::Intent::What::CreateRelease).isEmpty())
        return std::nullopt;
    const QDateTime since =
        last->startedAt.addSecs(-clockSkew.count()).addMSecs(survey.platformAhead.count());
    for (const Release &release : survey.releases) {
        if (release.imageRef == last->plan.image && !isClosed(release.status)
            && release.version > last->plan.currentVersion && release.createdAt >= since)
            return release;
    }
    return std::nullopt;
}

QList<Release> orphanedReleases(const DeploymentState &previous, const Survey &survey)
{
    QList<Release> orphans;
    for (const AttemptState &attempt : previous.attempts) {
        const Release *seen =
            attempt.release.isEmpty() ? nullptr : releaseById(survey, attempt.release);
        if (seen && !isClosed(seen->status) && seen->status != ReleaseStatus::Unknown)
            orphans.append(*seen);
    }
    if (isInterrupted(previous)) {
        const std::optional<Release> open = openRelease(previous, survey);
        if (open && std::none_of(orphans.cbegin(), orphans.cend(), [&open](const Release &orphan) {
                return orphan.id == open->id;
            }))
            orphans.append(*open);
    }
    return orphans;
}
