#include "deploy/planner.h"

#include "deploy/causes.h"
#include "deploy/planparts.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

bool isSameImage(const DeployPlan &recorded, const Survey &survey)
{
    if (recorded.image != survey.imageRef)
        return false;
    const QString digest = survey.image ? survey.image->digest : QString();
    return recorded.imageDigest.isEmpty() || digest.isEmpty() || recorded.imageDigest == digest;
}

bool isSameDefinition(const AttemptState &last, const ConfigSource &source, const Survey &survey)
{
    if (!source.toml || last.plan.definitionDigest.isEmpty())
        return source.isDefinition;
    if (definitionDigest(source.toml->definition) == last.plan.definitionDigest)
        return true;
    // The platform's release of that attempt holds exactly what it was made with.
    return source.isDefinition && survey.newest && !last.release.isEmpty()
        && survey.newest->id == last.release;
}

// What a roll back returns to; where the platform keeps no definition of it, nothing is derived.
ConfigSource configOfTarget(const PlanInputs &inputs)
{
    ConfigSource source;
    source.isDefinition = true;
    source.toml = inputs.survey.target;
    source.name = u"release v"_s;
    source.name +=
        QString::number(rollBackVersion(inputs.previous, inputs.survey, inputs.request.toVersion));
    return source;
}

// Which of the configs in reach the plan uses, and whether the recorded one was left for it.
ConfigSource chooseConfig(const PlanInputs &inputs)
{
    const Survey &survey = inputs.survey;
    if (inputs.request.kind == DeployKind::RollBack)
        return configOfTarget(inputs);
    ConfigSource definition;
    definition.isDefinition = true;
    definition.toml = survey.definition;
    if (survey.newest) {
        definition.name = u"release v"_s;
        definition.name += QString::number(survey.newest->version);
    }
    if (!survey.file)
        return definition;
    ConfigSource file;
    file.toml = survey.file;
    if (!inputs.request.configPath.isEmpty()) {
        file.name = inputs.request.configPath;
        return file;
    }
    const AttemptState *last = inputs.previous ? inputs.previous->lastAttempt() : nullptr;
    if (!last)
        return definition;
    file.name = last->plan.configSource;
    file.fileDrifted = definitionDigest(file.toml->definition) != last->plan.definitionDigest;
    if (isSameDefinition(*last, definition, survey)) {
        definition.fileDrifted = file.fileDrifted;
        return definition;
    }
    return file;
}

QString keyOf(const PlanInputs &inputs, const FlyToml &toml)
{
    QMessageAuthenticationCode env(QCryptographicHash::Sha256, inputs.digestKey);
    for (auto it = toml.env.cbegin(); it != toml.env.cend(); ++it) {
        QString line = it.key();
        line += u'=';
        line += it.value();
        line += u'\n';
        env.addData(line.toUtf8());
    }
    QStringList parts;
    parts << (inputs.survey.image ? inputs.survey.image->digest : inputs.survey.imageRef)
          << toml.releaseCommand << QString::fromLatin1(env.result().toHex())
          << secretsDigest(inputs.survey.secrets);
    return sha256(parts.join(u'\n').toUtf8());
}

Result<void> checkTarget(const PlanInputs &inputs)
{
    const int wanted = inputs.request.toVersion;
    const int version = rollBackVersion(inputs.previous, inputs.survey, wanted);
    if (version == 0)
        return wanted > 0 ? Cause::noSuchRelease(wanted) : Cause::nothingToReturnTo();
    const auto release = std::find_if(inputs.survey.releases.cbegin(),
        inputs.survey.releases.cend(),
        [version](const Release &seen) { return seen.version == version; });
    // The one before is what served; any other one has to have got that far.
    const bool chosen = wanted > 0 && wanted != rollBackVersion(inputs.previous, inputs.survey, 0);
    if (chosen && release->status != ReleaseStatus::Complete)
        return Cause::releaseNeverServed(version);
    return {};
}

Result<void> checkInputs(const PlanInputs &inputs, DeployKind kind)
{
    const Survey &survey = inputs.survey;
    const AttemptState *last = inputs.previous ? inputs.previous->lastAttempt() : nullptr;
    const bool again = kind == DeployKind::Retry || kind == DeployKind::Resume;
    if (survey.machines.isEmpty())
        return Cause::noMachines();
    if (again && last && last->plan.image.isEmpty())
        return Cause::noImageRecorded();
    if (again && !last && failedRelease(survey) == 0)
        return Cause::nothingToRetry();
    if (kind == DeployKind::RollBack) {
        if (const Result<void> fit = checkTarget(inputs); !fit)
            return fit;
    }
    if (survey.imageRef.isEmpty())
        return Cause::noImage();
    if (!survey.image)
        return Cause::imageMissing(survey.imageRef);
    return {};
}

// What has been seen once is asked for ever after: no machine boots with older secrets.
quint64 highestSecretsVersion(const PlanInputs &inputs)
{
    quint64 highest = inputs.survey.secretsVersion;
    if (inputs.previous) {
        for (const AttemptState &attempt : inputs.previous->attempts)
            highest = std::max(highest, attempt.plan.secretsVersion);
    }
    return highest;
}

void describeInputs(const PlanInputs &inputs, const ConfigSource &source, DeployPlan &plan)
{
    const Survey &survey = inputs.survey;
    plan.app = inputs.request.app;
    plan.organization = survey.app.organization;
    plan.production = inputs.production;
    plan.image = survey.imageRef;
    plan.imageDigest = survey.image ? survey.image->digest : QString();
    plan.configSource = source.name;
    plan.currentVersion = servingVersion(survey.machines);
    plan.secretsDigest = secretsDigest(survey.secrets);
    for (const SecretDigest &secret : survey.secrets)
        plan.secretNames.append(secret.name);
    plan.leftOut = inputs.request.leaveOut;
    plan.secretsVersion = highestSecretsVersion(inputs);
    plan.surveyedAt = survey.at;
    if (source.toml) {
        plan.definitionDigest = definitionDigest(source.toml->definition);
        plan.maxUnavailable = source.toml->maxUnavailable.value_or(plan.maxUnavailable);
        // 0 means no limit to flyctl, in ways that fail at once (fly-io.md 5.7): the default it is.
        if (source.toml->waitTimeout.count() > 0)
            plan.waitTimeout = std::chrono::ceil<std::chrono::seconds>(source.toml->waitTimeout);
        plan.releaseCommandTimeout =
            std::chrono::ceil<std::chrono::seconds>(source.toml->releaseCommandTimeout);
        plan.releaseCommand = source.toml->releaseCommand;
        plan.primaryRegion = source.toml->primaryRegion;
    }
    if (plan.primaryRegion.isEmpty())
        plan.primaryRegion = survey.machines.first().region;
}

// Same inputs: another attempt of the same deployment. Other inputs, or a roll back: a new one that
// refers to the old.
void placeAttempt(const PlanInputs &inputs, const ConfigSource &source, DeployPlan &plan)
{
    const AttemptState *last = inputs.previous ? inputs.previous->lastAttempt() : nullptr;
    const bool again = plan.kind == DeployKind::Retry || plan.kind == DeployKind::Resume;
    if (!last)
        return;
    if (again && last->plan.strategy == plan.strategy && isSameImage(last->plan, inputs.survey)
        && isSameDefinition(*last, source, inputs.survey)) {
        plan.deployment = inputs.previous->id;
        plan.attempt = static_cast<int>(inputs.previous->attempts.size()) + 1;
    } else if (plan.kind != DeployKind::Deploy) {
        plan.refersTo = inputs.previous->id;
        if (plan.kind == DeployKind::Resume)
            plan.kind = DeployKind::Retry;
    }
    if (again)
        plan.failedVersion = last->releaseVersion;
    if (plan.kind == DeployKind::Resume) {
        if (const std::optional<Release> open = openRelease(*inputs.previous, inputs.survey)) {
            plan.resumeRelease = open->id;
            plan.resumeVersion = open->version;
        }
    }
}

void placeWithoutRecord(const PlanInputs &inputs, DeployPlan &plan)
{
    if (!inputs.previous && plan.kind == DeployKind::Retry)
        plan.failedVersion = failedRelease(inputs.survey);
}

void collectLeftovers(const PlanInputs &inputs, PreparedPlan &prepared)
{
    prepared.leftovers = inputs.survey.releaseMachines;
    for (const Release &release : inputs.survey.releases)
        prepared.newestVersion = std::max(prepared.newestVersion, release.version);
    if (!inputs.previous)
        return;
    const DeploymentState &previous = *inputs.previous;
    for (const Release &orphan : orphanedReleases(previous, inputs.survey)) {
        if (orphan.id != prepared.plan.resumeRelease)
            prepared.orphans.append(orphan);
    }
    for (const AttemptState &attempt : previous.attempts)
        prepared.ownLeases.insert(attempt.leases);
    if (isInterrupted(previous) && prepared.plan.deployment != previous.id)
        prepared.superseded = previous;
    if (previous.openQuestion() && prepared.plan.deployment != previous.id)
        prepared.asked = previous;
}
} // namespace

QString releaseKeyFor(const PlanInputs &inputs)
{
    const ConfigSource source = chooseConfig(inputs);
    if (!source.toml || source.toml->releaseCommand.isEmpty())
        return {};
    return keyOf(inputs, *source.toml);
}

Result<PreparedPlan> preparePlan(const PlanInputs &inputs)
{
    const Result<DeployKind> kind = effectiveKind(inputs.request, inputs.previous);
    if (!kind)
        return failure(kind.error());
    if (const Result<void> fit = checkInputs(inputs, *kind); !fit)
        return failure(fit.error());
    const ConfigSource source = chooseConfig(inputs);

    PreparedPlan prepared;
    DeployPlan &plan = prepared.plan;
    plan.kind = *kind;
    prepared.toml = source.toml;
    prepared.digestKey = inputs.digestKey;
    const std::optional<FlyToml> &kept = source.toml ? source.toml : inputs.survey.definition;
    prepared.definition = kept ? kept->definition : QByteArray("{}");
    describeInputs(inputs, source, plan);
    plan.strategy = PlanParts::chooseStrategy(inputs, source, plan.kind);
    placeAttempt(inputs, source, plan);
    placeWithoutRecord(inputs, plan);
    if (plan.kind == DeployKind::RollBack)
        plan.toVersion = rollBackVersion(inputs.previous, inputs.survey, inputs.request.toVersion);
    if (source.toml && !source.toml->releaseCommand.isEmpty())
        prepared.releaseKey = keyOf(inputs, *source.toml);
    collectLeftovers(inputs, prepared);
    PlanInputs rest = inputs;
    rest.survey.machines = PlanParts::withoutMade(inputs, prepared);
    const Result<void> planned =
        PlanParts::planMachines(rest, prepared).and_then([&rest, &prepared] {
            return PlanParts::planStrategy(rest, prepared);
        });
    if (!planned)
        return failure(planned.error());
    PlanParts::planReleaseCommand(rest, prepared);
    PlanParts::planSteps(rest, prepared);
    PlanParts::planNotices(rest, source, prepared);
    plan.surveyHash = PlanParts::surveyHash(rest, prepared);
    plan.hash = deployPlanDigest(plan);
    return prepared;
}

Result<DeployPlan> makePlan(const PlanInputs &inputs)
{
    Result<PreparedPlan> prepared = preparePlan(inputs);
    if (!prepared)
        return failure(prepared.error());
    return std::move(prepared->plan);
}

QString definitionDigest(const QByteArray &definition)
{
    return sha256(definition);
}

bool hasImage(const Machine &machine, const QString &digest, const QString &reference)
{
    if (!digest.isEmpty() && !machine.image.digest.isEmpty())
        return machine.image.digest == digest;
    const QString running = machine.config && !machine.config->image.isEmpty()
        ? machine.config->image
        : machine.image.reference();
    return !reference.isEmpty() && running == reference;
}
