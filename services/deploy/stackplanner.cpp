#include "deploy/stackplanner.h"

#include "config/stackchecks.h"
#include "config/stackversion.h"
#include "deploy/causes.h"
#include "deploy/stackparts.h"
#include "types/deployevent.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
QString stackSha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

bool isAgain(DeployKind kind)
{
    return kind == DeployKind::Retry || kind == DeployKind::Resume;
}

// What the request comes to, the same for all servers.
class StackPlanning
{
public:
    explicit StackPlanning(const StackInputs &inputs)
        : m_inputs(inputs)
    {
    }

    Result<DeployPlan> run()
    {
        describe();
        if (const Result<void> fit = checkInputs(); !fit)
            return failure(fit.error());
        placeAttempt();
        choosePhases();
        if (const Result<void> fit = m_backsUp ? checkBackups() : Result<void>(); !fit)
            return failure(fit.error());
        planServers();
        notices();
        steps();
        seal();
        return m_plan;
    }

private:
    void describe();
    [[nodiscard]] Result<void> checkInputs() const;
    [[nodiscard]] Result<void> checkImages(const StackLook &look) const;
    [[nodiscard]] Result<void> checkBackups() const;
    void placeAttempt();
    void choosePhases();
    void planServers();
    void notices();
    void serverNotices(const StackServerPlan &server);
    void steps();
    void seal();
    void notice(PlanWarning warning, const QStringList &args = {})
    {
        m_plan.notices.append({warning, args});
    }
    [[nodiscard]] const StackLook *lookOf(const QString &server) const
    {
        const auto found = std::find_if(m_inputs.looks.cbegin(),
            m_inputs.looks.cend(),
            [&server](const StackLook &look) { return look.server == server; });
        return found == m_inputs.looks.cend() ? nullptr : &*found;
    }

    const StackInputs &m_inputs;
    DeployPlan m_plan;
    StackPlan m_stack;
    const StackRecord *m_sameChain = nullptr;
    const StackRecord *m_returnsTo = nullptr;
    const StackRecord *m_restoreFrom = nullptr;
    bool m_dataChanged = false; // between that version and now
    bool m_backsUp = false;
    bool m_migrates = false;
    bool m_pulls = false;
    bool m_restores = false;
};

void StackPlanning::describe()
{
    const AtalayaToml &toml = m_inputs.toml;
    const QList<RedeployOffer> offers = redeployOffers(m_inputs);
    m_stack.stack = toml.stack;
    m_stack.project = stackProjectName(toml, m_inputs.compose);
    m_stack.directory = toml.directory;
    m_stack.redeploy = m_inputs.redeploy.value_or(offers.constFirst().redeploy);
    m_stack.version = m_inputs.version;
    for (const QString &server : toml.servers) {
        const QString now = m_inputs.versionsNow.value(server);
        if (m_stack.versionNow.isEmpty())
            m_stack.versionNow = now;
    }
    m_stack.chain = m_inputs.chain;
    m_stack.onRequest = m_inputs.onRequest;
    m_stack.takesOver = m_inputs.takesOver;
    m_stack.configDigest = m_inputs.configDigest;
    m_stack.environmentDigest = m_inputs.environmentDigest;
    m_stack.migrationKey = stackMigrationKey(m_inputs);
    m_stack.migrationFiles = m_inputs.migrationFiles;
    m_stack.rollsBackByItself = toml.rollback == AtalayaToml::Answer::Automatic;
    for (const DeskProbe &probe : toml.probes)
        m_stack.watches.append({probe.url, probe.every, probe.timeout});
    m_stack.restoresByItself = toml.databaseRestore == AtalayaToml::Answer::Automatic;
    m_plan.kind = m_inputs.kind;
    m_plan.app = stackTarget(toml.stack);
    m_plan.production = toml.production;
    m_plan.image = m_stack.version;
    m_plan.definitionDigest = m_inputs.configDigest;
    m_plan.configSource =
        m_inputs.tomlPath.isEmpty() ? QString::fromLatin1(atalayaTomlName) : m_inputs.tomlPath;
    for (const StackLook &look : m_inputs.looks) {
        if (!m_plan.surveyedAt.isValid() || look.at < m_plan.surveyedAt)
            m_plan.surveyedAt = look.at;
    }
}

Result<void> StackPlanning::checkImages(const StackLook &look) const
{
    qint64 bytes = 0;
    for (const QString &service : StackParts::recreated(m_inputs)) {
        const auto image = m_inputs.images.constFind(service);
        if (image == m_inputs.images.constEnd())
            continue;
        if (image->digest.isEmpty() && image->isAsked)
            return Cause::imageMissing(image->reference);
        if (!look.cpu.isEmpty() && !image->cpus.isEmpty() && !image->cpus.contains(look.cpu))
            return Cause::stackImageCpu(image->reference, look.cpu);
        const StackServiceNow *now = look.service(service);
        if (!now || now->digest != image->digest || image->digest.isEmpty())
            bytes += image->bytes;
    }
    // What is pulled is packed, and stands unpacked beside it for a while.
    if (look.freeBytes >= 0 && look.freeBytes < 3 * bytes)
        return Cause::stackDiskFull(look.server, 3 * bytes, look.freeBytes);
    return {};
}

// As large as the last one, and when it is restored aside, as much again unpacked where the data
// is.
Result<void> StackPlanning::checkBackups() const
{
    for (const StackLook &look : m_inputs.looks) {
        qint64 packed = 0;
        qint64 restored = 0;
        for (const StackBackup &backup : m_inputs.toml.backups) {
            qint64 last = 0;
            for (const StackRecord &record : m_inputs.history) {
                for (const StackBackupMade &made : record.backups) {
                    if (last == 0 && made.server == look.server
                        && made.name == stackBackupName(backup))
                        last = made.bytes;
                }
            }
            packed += last;
            restored += backup.verify == StackBackup::Verify::Restore ? 6 * last : 0;
        }
        if (look.freeForBackups >= 0 && look.freeForBackups < packed)
            return Cause::stackBackupSpace(look.server, packed, look.freeForBackups);
        if (look.freeBytes >= 0 && look.freeBytes < restored)
            return Cause::stackBackupSpace(look.server, restored, look.freeBytes);
    }
    return {};
}

Result<void> StackPlanning::checkInputs() const
{
    const AtalayaToml &toml = m_inputs.toml;
    if (StackParts::recreated(m_inputs).isEmpty())
        return Cause::stackNoServices(toml.stack);
    const bool anyReached = std::any_of(m_inputs.looks.cbegin(),
        m_inputs.looks.cend(),
        [](const StackLook &look) { return look.isReached; });
    if (!anyReached && m_inputs.looks.size() == 1 && m_inputs.looks.constFirst().problem)
        return failure(*m_inputs.looks.constFirst().problem);
    if (!anyReached)
        return Cause::stackNotReached(toml.servers);
    if (isAgain(m_inputs.kind) && !m_inputs.previous)
        return Cause::nothingToRetry();
    if (!m_inputs.version.isEmpty() && !isImageTag(m_inputs.version))
        return Cause::stackBadVersion(m_inputs.version);
    if (m_stack.redeploy == StackRedeploy::EarlierVersion && m_inputs.version.isEmpty()
        && m_inputs.commit.isEmpty())
        return Cause::nothingToReturnTo();
    if (toml.source == AtalayaToml::Source::Git && m_inputs.commit.isEmpty())
        return Cause::stackNoCommit();
    for (const StackLook &look : m_inputs.looks) {
        if (toml.source == AtalayaToml::Source::Git && look.isReached && look.commit.isEmpty())
            return Cause::stackNoClone(look.server, toml.directory);
        // A second one beside it would fight with it for ports and data.
        if (!look.project.isEmpty() && look.project != m_stack.project)
            return Cause::stackOtherProject(look.server, look.project, m_stack.project);
    }
    if (m_stack.redeploy == StackRedeploy::Environment && !StackParts::namesOtherImages(m_inputs))
        return {};
    for (const StackLook &look : m_inputs.looks) {
        if (const Result<void> fit = checkImages(look); look.isReached && !fit)
            return fit;
    }
    return {};
}

// Same inputs: another attempt of the same deployment, with its backups.
void StackPlanning::placeAttempt()
{
    if (!m_inputs.previous)
        return;
    const StackRecord &previous = *m_inputs.previous;
    const StackPlan &then = previous.plan;
    const bool same = then.version == m_stack.version && then.configDigest == m_stack.configDigest
        && then.environmentDigest == m_stack.environmentDigest
        && (!m_inputs.redeploy || *m_inputs.redeploy == then.redeploy);
    if (isAgain(m_inputs.kind) && !previous.succeeded && same) {
        m_sameChain = &previous;
        m_plan.deployment = previous.deployment;
        m_plan.attempt = previous.attempts + 1;
        m_stack.chain = then.chain;
        m_stack.redeploy = then.redeploy;
    } else if (m_inputs.kind != DeployKind::Deploy) {
        m_plan.refersTo = previous.deployment;
        if (m_plan.kind == DeployKind::Resume)
            m_plan.kind = DeployKind::Retry;
    }
}

void StackPlanning::choosePhases()
{
    const QList<StackRecord> &history = m_inputs.history;
    const StackRedeploy redeploy = m_stack.redeploy;
    for (qsizetype i = 0; i < history.size() && redeploy == StackRedeploy::EarlierVersion; ++i) {
        const StackPlan &then = history.at(i).plan;
        const bool isOtherCommit = m_inputs.kind == DeployKind::RollBack
            && m_inputs.toml.source == AtalayaToml::Source::Git
            && stackCommitOf(then) != m_inputs.commit;
        if (then.version != m_inputs.version || isOtherCommit)
            continue;
        m_returnsTo = &history.at(i);
        // The data as that version left it: backed up before the one that came next.
        const StackRecord *halfWay =
            m_inputs.previous && !m_inputs.previous->succeeded ? &*m_inputs.previous : nullptr;
        const StackRecord *next = i > 0 ? &history.at(i - 1) : halfWay;
        if (next && !next->backups.isEmpty())
            m_restoreFrom = next;
        const bool isMigrated = halfWay && !halfWay->migrations.isEmpty();
        const StackPlan &newest = isMigrated ? halfWay->plan : history.constFirst().plan;
        m_dataChanged = newest.migrationKey != m_returnsTo->plan.migrationKey
            && (newest.migrationFiles.isEmpty()
                || newest.migrationFiles != m_returnsTo->plan.migrationFiles);
        break;
    }
    const bool wantsData = m_inputs.restoreData || (m_dataChanged && m_stack.restoresByItself);
    m_restores = wantsData && m_restoreFrom != nullptr;
    m_migrates = m_inputs.toml.migration
        && (redeploy == StackRedeploy::Everything || redeploy == StackRedeploy::Database);
    m_backsUp = m_inputs.backUp.value_or(m_migrates) || m_restores;
    m_stack.backsUp = m_backsUp;
    m_stack.restoresData = m_restores;
    m_pulls = redeploy != StackRedeploy::Environment || StackParts::namesOtherImages(m_inputs);
    if (!m_migrates)
        m_stack.migrationKey = m_returnsTo ? m_returnsTo->plan.migrationKey
            : history.isEmpty()            ? QString()
                                           : history.constFirst().plan.migrationKey;
}

void StackPlanning::planServers()
{
    int place = 0;
    for (const QString &name : m_inputs.toml.servers) {
        const int wave = place++ / std::max(1, m_inputs.toml.atOnce) + 1;
        const StackLook *look = lookOf(name);
        if (!look || !look->isReached) {
            m_stack.servers.append({name, wave, {}, {}, {}, false, {}, {}});
            continue;
        }
        const StackServerTask task{m_inputs,
            *look,
            m_stack,
            m_plan.attempt,
            m_sameChain,
            m_restoreFrom,
            m_backsUp,
            m_migrates,
            m_pulls,
            m_restores};
        StackServerPlan server = StackParts::serverPlan(task);
        server.wave = wave;
        server.run = u"%1-%2-%3"_s.arg(m_stack.chain).arg(m_plan.attempt).arg(place);
        server.commitNow = look->commit;
        server.canRollBack = std::all_of(
            server.services.cbegin(), server.services.cend(), [](const PlannedService &service) {
                return service.action != PlannedService::Action::Recreate
                    || !service.digestNow.isEmpty();
            });
        StackParts::addRollback(task, server);
        m_stack.servers.append(server);
    }
}

void StackPlanning::serverNotices(const StackServerPlan &server)
{
    const StackLook *look = lookOf(server.server);
    if (look && !look->lockedBy.isEmpty())
        notice(PlanWarning::StackLocked, {server.server, look->lockedBy});
    QStringList unhealthy;
    for (const StackServiceNow &service : look ? look->services : QList<StackServiceNow>()) {
        if (service.unhealthy || service.restarting)
            unhealthy.append(stackLane(server.server, service.service));
    }
    if (!unhealthy.isEmpty())
        notice(PlanWarning::UnhealthyNow, unhealthy);
    if (!look)
        return;
    const QStringList planned = StackParts::recreated(m_inputs);
    const StackChanges changes = StackParts::changesOf(m_inputs, *look);
    QStringList others;
    for (const QStringList &list : {changes.images, changes.environment, changes.configuration}) {
        for (const QString &service : list) {
            if (!planned.contains(service) && !others.contains(service))
                others.append(service);
        }
    }
    if (!others.isEmpty())
        notice(PlanWarning::NotPartOfDeploy, others);
}

void StackPlanning::notices()
{
    QStringList unreached;
    QStringList noWayBack;
    for (const StackServerPlan &server : std::as_const(m_stack.servers)) {
        const StackLook *look = lookOf(server.server);
        if (!look || !look->isReached)
            unreached.append(server.server);
        else if (!server.canRollBack)
            noWayBack.append(server.server);
    }
    if (!unreached.isEmpty())
        notice(PlanWarning::ServerNotReached, unreached);
    for (const StackServerPlan &server : std::as_const(m_stack.servers))
        serverNotices(server);
    if (const FreezeWindow *window = m_inputs.toml.frozenAt(m_inputs.now))
        notice(PlanWarning::DeployFrozen,
            {window->name, window->endOf(m_inputs.now).toString(Qt::ISODateWithMs)});
    if (m_migrates && m_inputs.toml.backups.isEmpty())
        notice(PlanWarning::NoBackupBefore);
    if (m_migrates && m_inputs.migrationFiles.isEmpty() && !m_inputs.history.isEmpty())
        notice(PlanWarning::MigrationUnsure);
    if (!noWayBack.isEmpty())
        notice(PlanWarning::NoWayBack, noWayBack);
    if (m_restores)
        notice(PlanWarning::DataLost,
            {m_restoreFrom->backups.constFirst().at.toUTC().toString(Qt::ISODateWithMs)});
    else if (m_migrates && m_stack.rollsBackByItself && !m_stack.restoresByItself)
        notice(PlanWarning::RestoreAsked);
    else if (m_dataChanged)
        notice(PlanWarning::RestoreAsked, {m_inputs.version});
    const bool drifted = m_inputs.previous && isAgain(m_inputs.kind) && !m_sameChain
        && m_inputs.previous->plan.configDigest != m_stack.configDigest;
    if (drifted)
        notice(PlanWarning::ConfigDrift, {QString::fromLatin1(atalayaTomlName)});
}

// The same steps as everybody knows them, and how long users may notice.
void StackPlanning::steps()
{
    std::chrono::milliseconds longest{0};
    bool interrupts = false;
    bool isKnown = true;
    for (const StackServerPlan &server : std::as_const(m_stack.servers)) {
        for (const StackStep &step : server.steps) {
            PlannedStep planned;
            planned.phase = step.phase;
            planned.step = step.step;
            planned.lane = stackLane(server.server, step.service);
            planned.detail = step.detail;
            planned.skipped = step.skipped;
            planned.reason = step.reason;
            planned.reasonArgs = step.reasonArgs;
            planned.writes = step.writes;
            const QString key = stackUsualKey(step.step, step.service, step.detail);
            const auto usual = m_inputs.usual.constFind(key);
            if (!key.isEmpty() && !step.skipped && usual != m_inputs.usual.constEnd())
                planned.usual = *usual;
            m_plan.steps.append(planned);
            m_plan.apiWrites += step.writes && !step.skipped ? 1 : 0;
        }
        for (const PlannedService &service : server.services) {
            using From = PlannedService::DowntimeFrom;
            if (service.action != PlannedService::Action::Recreate)
                continue;
            interrupts = true;
            isKnown = isKnown && service.downtimeFrom != From::Unknown;
            longest = std::max(longest, service.downtimeAtMost);
        }
    }
    constexpr std::chrono::seconds brief{10};
    m_plan.risk = !interrupts         ? PlanRisk::None
        : isKnown && longest <= brief ? PlanRisk::Brief
                                      : PlanRisk::Downtime;
}

void StackPlanning::seal()
{
    m_plan.stack = m_stack;
    QString seen;
    for (const StackLook &look : m_inputs.looks) {
        seen += u"%1 %2 %3\n"_s.arg(look.server, QString::number(look.isReached), look.commit);
        for (const StackServiceNow &service : look.services) {
            const bool sameEnvironment = service.environment == service.environmentWanted;
            seen += u"%1 %2 %3 %4 %5 %6\n"_s.arg(service.service,
                service.image,
                service.digest,
                QString::number(service.containers),
                QString::number(sameEnvironment),
                QString::number(service.configuration == service.configurationWanted));
        }
        for (const StackFileNow &file : look.files)
            seen += u"%1 %2\n"_s.arg(file.path, QString::number(file.now == file.wanted));
    }
    m_plan.surveyHash = stackSha256(seen.toUtf8());
    DeployPlan hashed = m_plan;
    hashed.surveyedAt = {};
    m_plan.hash = stackSha256(deployPlanToJson(hashed));
}
} // namespace

bool isRunOnce(const ComposeProject &compose, const QString &service)
{
    for (const ComposeService &other : compose.services) {
        for (const ComposeDependency &dependency : other.dependsOn) {
            if (dependency.service == service
                && dependency.condition == ComposeDependency::Condition::Completed)
                return true;
        }
    }
    return false;
}

QHash<QString, QString> stackReferences(const AtalayaToml &toml,
    const ComposeProject &compose,
    const VariableLookup &variables,
    const QString &version)
{
    const QStringList versioned = stackVersioned(toml, compose);
    QHash<QString, QString> references;
    for (const ComposeService &service : compose.services) {
        QString reference = VariableText(service.image.text).resolved([&](const QString &name) {
            if (!version.isEmpty() && name == toml.version.variable)
                return std::optional<QString>(version);
            return variables ? variables(name) : std::nullopt;
        });
        if (!version.isEmpty() && !toml.version.file.isEmpty() && versioned.contains(service.name))
            reference = QString(imageName(reference).repository + u':' + version);
        if (!reference.isEmpty())
            references.insert(service.name, reference);
    }
    return references;
}

QString stackMigrationKey(const StackInputs &inputs)
{
    if (!inputs.toml.migration)
        return {};
    const StackMigration &migration = *inputs.toml.migration;
    const StackImage image = inputs.images.value(migration.service);
    const QStringList parts{image.digest.isEmpty() ? image.reference : image.digest,
        migration.service,
        migration.command.join(QChar(u'\x1f')),
        inputs.environmentDigest};
    return stackSha256(parts.join(u'\n').toUtf8());
}

Result<DeployPlan> makeStackPlan(const StackInputs &inputs)
{
    return StackPlanning(inputs).run();
}
