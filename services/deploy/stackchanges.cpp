#include "config/goduration.h"
#include "config/stackchecks.h"
#include "deploy/stackparts.h"
#include "deploy/stackplanner.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
bool hasOtherImage(const StackServiceNow &now, const StackImage &wanted)
{
    if (!now.digest.isEmpty() && !wanted.digest.isEmpty())
        return now.digest != wanted.digest;
    return !wanted.reference.isEmpty() && now.image != wanted.reference;
}

bool differs(const QString &now, const QString &wanted)
{
    return !wanted.isEmpty() && now != wanted;
}

std::chrono::milliseconds healthTime(const QString &text, std::chrono::milliseconds otherwise)
{
    const auto read = goDurationFromText(text);
    return read ? std::chrono::duration_cast<std::chrono::milliseconds>(*read) : otherwise;
}

// What docker takes when the health check does not say it.
constexpr std::chrono::seconds usualInterval{30};
constexpr int usualRetries = 3;
constexpr std::chrono::seconds usualStop{10};

void expectDowntime(
    const StackInputs &inputs, const ComposeService *service, PlannedService &planned)
{
    using From = PlannedService::DowntimeFrom;
    planned.hasHealthcheck = service && service->hasHealthcheck();
    if (planned.action != PlannedService::Action::Recreate) {
        planned.downtimeFrom = From::None;
        return;
    }
    if (const auto usual = inputs.usual.constFind(planned.service);
        usual != inputs.usual.constEnd() && usual->samples > 0) {
        planned.downtimeFrom = From::Past;
        planned.downtime = usual->p50;
        planned.downtimeAtMost = usual->p95;
        return;
    }
    if (!planned.hasHealthcheck) {
        planned.downtimeFrom = From::Unknown;
        return;
    }
    const ComposeHealthcheck &check = *service->healthcheck;
    const std::chrono::milliseconds interval = healthTime(check.interval, usualInterval);
    const std::chrono::milliseconds grace = healthTime(check.startPeriod, {});
    const std::chrono::milliseconds first = healthTime(check.startInterval, interval);
    const int retries = check.retries.toInt() > 0 ? check.retries.toInt() : usualRetries;
    planned.downtimeFrom = From::HealthCheck;
    planned.downtime = grace.count() > 0 ? std::min(first, interval) : interval;
    planned.downtimeAtMost = usualStop + grace + interval * retries;
    planned.downtimeAtMost = std::min<std::chrono::milliseconds>(
        planned.downtimeAtMost, inputs.toml.healthTimeout + usualStop);
}

class ServicePlanning
{
public:
    explicit ServicePlanning(const StackServerTask &task)
        : m_task(task)
        , m_inputs(task.inputs)
        , m_planned(StackParts::recreated(task.inputs))
    {
    }

    QList<PlannedService> run()
    {
        QList<PlannedService> services;
        for (const QString &name : m_planned)
            services.append(planned(name));
        runOnce(services);
        for (const ComposeService &service : m_inputs.compose.services) {
            if (!m_planned.contains(service.name) && service.profiles.isEmpty()) {
                PlannedService other = facts(service.name);
                other.action = PlannedService::Action::LeftAlone;
                expectDowntime(m_inputs, &service, other);
                services.append(other);
            }
        }
        return services;
    }

private:
    using Action = PlannedService::Action;

    PlannedService facts(const QString &name)
    {
        const StackServiceNow *now = m_task.look.service(name);
        const StackImage image = m_inputs.images.value(name);
        PlannedService service;
        service.service = name;
        service.imageNow = now ? now->image : QString();
        service.digestNow = now ? now->digest : QString();
        // Without a pull the image stays, whatever its registry has by now.
        service.imageTarget = m_task.pulls || !now ? image.reference : now->image;
        service.digestTarget = m_task.pulls || !now ? image.digest : now->digest;
        if (const ComposeService *compose = m_inputs.compose.service(name)) {
            for (const ComposeDependency &dependency : compose->dependsOn) {
                if (m_planned.contains(dependency.service))
                    service.waitsFor.append(dependency.service);
            }
            service.waitsFor.sort();
        }
        return service;
    }

    PlannedService planned(const QString &name)
    {
        PlannedService service = facts(name);
        const StackServiceNow *now = m_task.look.service(name);
        decide(now, service);
        expectDowntime(m_inputs, m_inputs.compose.service(name), service);
        return service;
    }

    void decide(const StackServiceNow *now, PlannedService &service)
    {
        if (!now) {
            service.action = Action::Create;
            service.why = PlanReason::NotRunning;
            return;
        }
        const StackImage image = m_inputs.images.value(service.service);
        service.environmentChanges = differs(now->environment, now->environmentWanted);
        service.configurationChanges = differs(now->configuration, now->configurationWanted);
        if (m_task.pulls && hasOtherImage(*now, image))
            service.why = PlanReason::ImageChanges;
        else if (service.environmentChanges)
            service.why = PlanReason::EnvironmentChanges;
        else if (service.configurationChanges)
            service.why = PlanReason::ConfigurationChanges;
        else if (now->containers == 0)
            service.why = PlanReason::NotRunning;
        else if (now->unhealthy || now->restarting)
            service.why = PlanReason::Unhealthy;
        else if (m_inputs.onRequest.contains(service.service))
            service.why = PlanReason::OnRequest;
        service.action = service.why == PlanReason::None ? Action::Nothing : Action::Recreate;
        if (service.action == Action::Nothing)
            service.why = PlanReason::AlreadyRight;
    }

    // They leave no container to look at: with the others, or not at all.
    void runOnce(QList<PlannedService> &services)
    {
        const bool any =
            std::any_of(services.cbegin(), services.cend(), [this](const PlannedService &service) {
                return service.action != Action::Nothing
                    && !isRunOnce(m_inputs.compose, service.service);
            });
        for (PlannedService &service : services) {
            if (!isRunOnce(m_inputs.compose, service.service))
                continue;
            service.action = any ? Action::Create : Action::Nothing;
            service.why = any ? PlanReason::OnRequest : PlanReason::AlreadyRight;
            service.runsOnce = true;
            service.downtimeFrom = PlannedService::DowntimeFrom::None;
        }
    }

    const StackServerTask &m_task;
    const StackInputs &m_inputs;
    const QStringList m_planned;
};

void addOnce(QStringList &into, const QStringList &more)
{
    for (const QString &one : more) {
        if (!into.contains(one))
            into.append(one);
    }
}

class Redeploys
{
public:
    explicit Redeploys(const StackInputs &inputs)
        : m_inputs(inputs)
    {
        bool anyRuns = false;
        for (const StackLook &look : inputs.looks) {
            if (!look.isReached)
                continue;
            const StackChanges here = StackParts::changesOf(inputs, look);
            addOnce(m_changes.images, here.images);
            addOnce(m_changes.environment, here.environment);
            addOnce(m_changes.configuration, here.configuration);
            addOnce(m_changes.missing, here.missing);
            addOnce(m_changes.unhealthy, here.unhealthy);
            anyRuns = anyRuns
                || std::any_of(look.services.cbegin(),
                    look.services.cend(),
                    [](const StackServiceNow &service) { return service.containers > 0; });
        }
        m_isFirst = !anyRuns;
        m_planned = StackParts::recreated(inputs);
        for (QStringList *list :
            {&m_changes.images, &m_changes.environment, &m_changes.configuration})
            list->removeIf([this](const QString &name) { return !m_planned.contains(name); });
        // What is in an image tells nothing of what it migrates: the files do, where they are
        // named.
        m_hasMigration = inputs.toml.migration.has_value();
        const StackRecord *last = inputs.history.isEmpty() ? nullptr : &inputs.history.constFirst();
        m_filesKnown =
            !inputs.migrationFiles.isEmpty() && last && !last->plan.migrationFiles.isEmpty();
        m_filesChanged = m_filesKnown && inputs.migrationFiles != last->plan.migrationFiles;
    }

    QList<RedeployOffer> offers()
    {
        QList<RedeployOffer> all{code(), database(), environment(), earlier()};
        if (m_isFirst)
            all.prepend(everything());
        const StackRedeploy best = recognised();
        for (RedeployOffer &offer : all)
            offer.isRecommended = offer.redeploy == best;
        std::stable_partition(
            all.begin(), all.end(), [](const RedeployOffer &offer) { return offer.isRecommended; });
        return all;
    }

private:
    [[nodiscard]] StackRedeploy recognised() const;
    [[nodiscard]] RedeployOffer code() const;
    [[nodiscard]] RedeployOffer database() const;
    [[nodiscard]] RedeployOffer environment() const;
    [[nodiscard]] RedeployOffer earlier() const;
    [[nodiscard]] RedeployOffer everything() const;
    [[nodiscard]] const StackRecord *earlierRecord() const;
    [[nodiscard]] bool isEarlierAsked() const;
    [[nodiscard]] bool toMigrate() const
    {
        return m_hasMigration && (m_filesChanged || (!m_filesKnown && !m_changes.images.isEmpty()));
    }
    [[nodiscard]] QStringList touched() const
    {
        QStringList all;
        for (const QString &name : m_planned) {
            const bool changes = m_changes.images.contains(name)
                || m_changes.environment.contains(name) || m_changes.configuration.contains(name)
                || m_changes.missing.contains(name) || m_changes.unhealthy.contains(name);
            if (changes)
                all.append(name);
        }
        return all;
    }
    void tellChanges(RedeployOffer &offer) const
    {
        if (!m_changes.images.isEmpty())
            offer.reasons.append({RedeployReason::ImagesChange, m_changes.images});
        if (!m_changes.environment.isEmpty())
            offer.reasons.append({RedeployReason::EnvironmentChanges, m_changes.environment});
        if (!m_changes.configuration.isEmpty())
            offer.reasons.append({RedeployReason::ConfigurationChanges, m_changes.configuration});
        if (offer.reasons.isEmpty())
            offer.reasons.append({RedeployReason::NothingChanged, {}});
    }

    const StackInputs &m_inputs;
    StackChanges m_changes;
    QStringList m_planned;
    bool m_isFirst = false;
    bool m_hasMigration = false;
    bool m_filesKnown = false;
    bool m_filesChanged = false;
};

const StackRecord *Redeploys::earlierRecord() const
{
    const QString now =
        m_inputs.history.isEmpty() ? QString() : m_inputs.history.constFirst().plan.version;
    for (const StackRecord &record : m_inputs.history) {
        const QString &version = record.plan.version;
        const bool isAsked = m_inputs.version.isEmpty() || m_inputs.version == version;
        // One that was left half-way goes back to what serves elsewhere; a commit may have the
        // version of the one after it.
        const bool isSameCommit = m_inputs.toml.source != AtalayaToml::Source::Git
            || stackCommitOf(record.plan) == m_inputs.commit;
        const bool isBack =
            m_inputs.kind == DeployKind::RollBack && isSameCommit && m_inputs.version == version;
        if (isBack || (!version.isEmpty() && version != now && isAsked))
            return &record;
    }
    return nullptr;
}

bool Redeploys::isEarlierAsked() const
{
    return m_inputs.kind == DeployKind::RollBack
        || (!m_inputs.version.isEmpty() && earlierRecord() != nullptr);
}

StackRedeploy Redeploys::recognised() const
{
    if (m_isFirst)
        return StackRedeploy::Everything;
    if (isEarlierAsked())
        return StackRedeploy::EarlierVersion;
    if (toMigrate())
        return StackRedeploy::Database;
    const bool onlyEnvironment = m_changes.images.isEmpty() && m_changes.configuration.isEmpty()
        && !m_changes.environment.isEmpty();
    return onlyEnvironment ? StackRedeploy::Environment : StackRedeploy::Code;
}

RedeployOffer Redeploys::everything() const
{
    RedeployOffer offer;
    offer.redeploy = StackRedeploy::Everything;
    offer.reasons = {{RedeployReason::FirstDeploy, {}}};
    offer.services = m_planned;
    offer.migrates = m_hasMigration;
    offer.pulls = true;
    return offer;
}

RedeployOffer Redeploys::code() const
{
    RedeployOffer offer;
    offer.redeploy = StackRedeploy::Code;
    offer.services = touched();
    offer.pulls = true;
    tellChanges(offer);
    if (m_hasMigration && m_filesKnown && !m_filesChanged)
        offer.reasons.append({RedeployReason::MigrationFilesSame, {}});
    else if (toMigrate())
        offer.reasons.append({RedeployReason::MigrationWouldStay, {}});
    return offer;
}

RedeployOffer Redeploys::database() const
{
    RedeployOffer offer;
    offer.redeploy = StackRedeploy::Database;
    offer.services = touched();
    offer.pulls = true;
    offer.backsUp = !m_inputs.toml.backups.isEmpty();
    offer.migrates = m_hasMigration;
    offer.isPossible = m_hasMigration;
    if (!m_hasMigration) {
        offer.reasons = {{RedeployReason::NoMigration, {}}};
        return offer;
    }
    tellChanges(offer);
    offer.reasons.append({m_filesChanged ? RedeployReason::MigrationFilesChange
            : m_filesKnown               ? RedeployReason::MigrationFilesSame
                                         : RedeployReason::MigrationUnsure,
        {}});
    return offer;
}

RedeployOffer Redeploys::environment() const
{
    RedeployOffer offer;
    offer.redeploy = StackRedeploy::Environment;
    offer.services = m_changes.environment;
    offer.isPossible = !m_changes.environment.isEmpty();
    if (offer.isPossible)
        offer.reasons.append({RedeployReason::EnvironmentChanges, m_changes.environment});
    else
        offer.reasons.append({RedeployReason::NothingChanged, {}});
    offer.pulls = StackParts::namesOtherImages(m_inputs);
    if (!m_changes.images.isEmpty() && !offer.pulls)
        offer.reasons.append({RedeployReason::ImagesWouldStay, m_changes.images});
    return offer;
}

RedeployOffer Redeploys::earlier() const
{
    RedeployOffer offer;
    offer.redeploy = StackRedeploy::EarlierVersion;
    offer.pulls = true;
    const StackRecord *record = earlierRecord();
    offer.isPossible = record != nullptr;
    if (!record) {
        offer.reasons = {{RedeployReason::NoEarlierVersion, {}}};
        return offer;
    }
    offer.services = m_planned;
    const QString version =
        record->plan.version.isEmpty() ? stackCommitOf(record->plan).left(7) : record->plan.version;
    offer.reasons = {{RedeployReason::EarlierVersion,
        {version, record->at.toUTC().toString(Qt::ISODateWithMs)}}};
    return offer;
}
} // namespace

QStringList StackParts::recreated(const StackInputs &inputs)
{
    return stackServices(inputs.toml, inputs.compose);
}

StackChanges StackParts::changesOf(const StackInputs &inputs, const StackLook &look)
{
    StackChanges changes;
    for (const ComposeService &service : inputs.compose.services) {
        if (!service.profiles.isEmpty() || isRunOnce(inputs.compose, service.name))
            continue;
        const StackServiceNow *now = look.service(service.name);
        if (!now || now->containers == 0)
            changes.missing.append(service.name);
        if (!now)
            continue;
        if (hasOtherImage(*now, inputs.images.value(service.name)))
            changes.images.append(service.name);
        if (differs(now->environment, now->environmentWanted))
            changes.environment.append(service.name);
        if (differs(now->configuration, now->configurationWanted))
            changes.configuration.append(service.name);
        if (now->unhealthy || now->restarting)
            changes.unhealthy.append(service.name);
    }
    return changes;
}

bool StackParts::namesOtherImages(const StackInputs &inputs)
{
    const QStringList planned = recreated(inputs);
    return std::any_of(inputs.looks.cbegin(), inputs.looks.cend(), [&](const StackLook &look) {
        return std::any_of(planned.cbegin(), planned.cend(), [&](const QString &service) {
            const StackServiceNow *now = look.service(service);
            const QString wanted = inputs.images.value(service).reference;
            return now && !wanted.isEmpty() && now->image != wanted;
        });
    });
}

QList<PlannedService> StackParts::services(const StackServerTask &task)
{
    return ServicePlanning(task).run();
}

QList<RedeployOffer> redeployOffers(const StackInputs &inputs)
{
    return Redeploys(inputs).offers();
}
