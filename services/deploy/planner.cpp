#include "deploy/planner.h"

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

// Which of the configs in reach the plan uses, and whether the recorded one was left for it.
ConfigSource chooseConfig(const PlanInputs &inputs)
{
    const Survey &survey = inputs.survey;
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

Result<void> checkInputs(const PlanInputs &inputs, DeployKind kind)
{
    const Survey &survey = inputs.survey;
    const AttemptState *last = inputs.previous ? inputs.previous->lastAttempt() : nullptr;
    const bool again = kind == DeployKind::Retry || kind == DeployKind::Resume;
    if (survey.machines.isEmpty())
        return failure(
            Error::Kind::Precondition, u"the app has no machines of its own to update"_s);
    if (again && last && last->plan.image.isEmpty()) {
        return failure(Error::Kind::Precondition,
            u"the recorded attempt ended before it had an image: deploy one by its reference"_s);
    }
    if (again && !last && failedRelease(survey) == 0)
        return failure(Error::Kind::Precondition, u"no failed deployment is known to retry"_s);
    if (kind == DeployKind::RollBack && rollBackVersion(inputs.previous, survey) == 0)
        return failure(Error::Kind::Precondition, u"no earlier release is known to return to"_s);
    if (survey.imageRef.isEmpty())
        return failure(
            Error::Kind::Precondition, u"the app runs no image that could be deployed"_s);
    if (!survey.image) {
        QString detail = u"the registry does not have "_s;
        detail += survey.imageRef;
        return failure(Error::Kind::NotFound, detail);
    }
    return {};
}

// Group changes create and destroy machines; this plan only updates, so it does not hide them.
Result<void> checkGroups(const Survey &survey, const FlyToml &toml)
{
    const QStringList wanted = toml.groups();
    QStringList found;
    for (const Machine &machine : survey.machines) {
        if (machine.config)
            found.append(machine.processGroup());
    }
    for (const QString &group : std::as_const(found)) {
        if (!wanted.contains(group)) {
            QString detail = u"machines of the process group "_s;
            detail += group;
            detail += u" run, but the configuration does not have it"_s;
            return failure(Error::Kind::Precondition, detail);
        }
    }
    for (const QString &group : wanted) {
        if (!found.contains(group)) {
            QString detail = u"the configuration has the process group "_s;
            detail += group;
            detail += u", but no machine of it exists"_s;
            return failure(Error::Kind::Precondition, detail);
        }
    }
    return {};
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
    if (again && isSameImage(last->plan, inputs.survey)
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
    if (source.toml && *kind != DeployKind::RollBack) {
        if (const Result<void> fit = checkGroups(inputs.survey, *source.toml); !fit)
            return failure(fit.error());
    }

    PreparedPlan prepared;
    DeployPlan &plan = prepared.plan;
    plan.kind = *kind;
    prepared.toml = source.toml;
    prepared.definition = source.toml ? source.toml->definition : QByteArray("{}");
    describeInputs(inputs, source, plan);
    placeAttempt(inputs, source, plan);
    placeWithoutRecord(inputs, plan);
    if (plan.kind == DeployKind::RollBack)
        plan.toVersion = rollBackVersion(inputs.previous, inputs.survey);
    if (source.toml && !source.toml->releaseCommand.isEmpty())
        prepared.releaseKey = keyOf(inputs, *source.toml);
    collectLeftovers(inputs, prepared);
    if (const Result<void> planned = PlanParts::planMachines(inputs, prepared); !planned)
        return failure(planned.error());
    PlanParts::planReleaseCommand(inputs, prepared);
    PlanParts::planSteps(inputs, prepared);
    PlanParts::planNotices(inputs, source, prepared);
    plan.surveyHash = PlanParts::surveyHash(inputs, prepared);
    DeployPlan hashed = plan;
    hashed.surveyedAt = {};
    hashed.hash.clear();
    plan.hash = sha256(deployPlanToJson(hashed));
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
