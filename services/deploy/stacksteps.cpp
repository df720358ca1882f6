#include "config/goduration.h"
#include "deploy/stackparts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
const QString scratchDatabase = u"atalaya_check"_s;
constexpr std::chrono::seconds pullTimeout{3600};
constexpr std::chrono::seconds dockerPatience{120};
constexpr std::chrono::seconds dockerEvery{2};
constexpr int mostDatabaseLooks = 15;

StackStep &skip(StackStep &step, PlanReason reason, const QStringList &args = {})
{
    step.skipped = true;
    step.reason = reason;
    step.reasonArgs = args;
    return step;
}

// Puts one server's steps in their order and numbers them.
class StackServerSteps
{
public:
    explicit StackServerSteps(const StackServerTask &task)
        : m_task(task)
        , m_inputs(task.inputs)
        , m_toml(task.inputs.toml)
        , m_compose(StackParts::compose(task))
    {
    }

    StackServerPlan run()
    {
        m_plan.server = m_task.look.server;
        m_plan.services = StackParts::services(m_task);
        preflight();
        databases();
        logIn();
        backups();
        upload();
        pulls();
        if (m_task.restores)
            restore();
        migration();
        updates();
        verify();
        cleanup();
        return m_plan;
    }

private:
    void add(const StackStep &step)
    {
        m_plan.steps.append(step);
        m_plan.steps.last().number = step.skipped ? 0 : ++m_number;
    }
    void add(const QList<StackStep> &steps)
    {
        for (const StackStep &step : steps)
            add(step);
    }
    [[nodiscard]] const StackBackupMade *made(const StackBackup &backup) const;
    [[nodiscard]] bool runs(const QString &service) const
    {
        const StackServiceNow *now = m_task.look.service(service);
        return now && now->containers > 0;
    }

    void preflight();
    void databases();
    void logIn();
    void backups();
    void verifyBackup(const StackBackup &backup, const QString &file);
    void upload();
    void uploadFiles();
    void pulls();
    void restore();
    void migration();
    void startForMigration();
    void updates();
    void verify();
    void cleanup();

    const StackServerTask &m_task;
    const StackInputs &m_inputs;
    const AtalayaToml &m_toml;
    const StackCompose m_compose;
    StackServerPlan m_plan;
    int m_number = 0;
};

const StackBackupMade *StackServerSteps::made(const StackBackup &backup) const
{
    if (!m_task.sameChain)
        return nullptr;
    for (const StackBackupMade &one : m_task.sameChain->backups) {
        if (one.server == m_task.look.server && one.name == stackBackupName(backup))
            return &one;
    }
    return nullptr;
}

void StackServerSteps::preflight()
{
    // A server that was down answers before its docker does: a run that goes on waits for it.
    StackStep docker = StackParts::run(Phase::Preflight,
        Step::CheckTools,
        {u"docker"_s, u"compose"_s, u"ls"_s, u"--quiet"_s},
        dockerPatience);
    docker.every = dockerEvery;
    docker.tries = static_cast<int>(dockerPatience / dockerEvery);
    docker.again = true;
    add(docker);
    for (const QString &tool : stackTools(m_toml))
        add(StackParts::run(
            Phase::Preflight, Step::CheckTools, {tool, u"--version"_s}, StackParts::minute));
}

// After a reboot what is to be backed up or migrated needs its time, too.
void StackServerSteps::databases()
{
    QStringList services;
    for (const StackBackup &backup : m_toml.backups) {
        const ComposeService *service = m_inputs.compose.service(backup.service);
        if (service && service->hasHealthcheck() && runs(backup.service)
            && !services.contains(backup.service))
            services.append(backup.service);
    }
    if (!m_task.backsUp && !m_task.migrates)
        return;
    for (const QString &service : std::as_const(services)) {
        StackStep step = StackParts::healthStep(m_task, service, Phase::Preflight);
        step.tries = std::min(step.tries, mostDatabaseLooks);
        step.failure = StackStep::Failure::GoOn; // a backup tells better what is wrong
        step.again = true;
        add(step);
    }
}

void StackServerSteps::logIn()
{
    if (!m_task.pulls)
        return;
    for (const StackRegistry &registry : m_inputs.registries) {
        StackStep step = StackParts::run(Phase::Preflight,
            Step::LogIn,
            {u"docker"_s,
                u"login"_s,
                u"--username"_s,
                registry.user,
                u"--password-stdin"_s,
                u"--"_s,
                registry.address},
            StackParts::minute);
        step.detail = registry.address;
        step.inputSecret = registry.secret;
        step.again = true;
        add(step);
    }
}

void StackServerSteps::backups()
{
    if (m_toml.backups.isEmpty())
        return;
    for (const StackBackup &backup : m_toml.backups) {
        const StackBackupMade *earlier = made(backup);
        const QString file = earlier
            ? earlier->file
            : StackParts::backupFile(
                m_task, m_task.restores ? u"emergency"_s : u"pre_deploy"_s, backup);
        StackStep step = StackParts::backupStep(m_task, backup, file);
        if (!m_task.backsUp)
            skip(step, PlanReason::NotAsked, {stackRedeployName(m_task.plan.redeploy)});
        else if (earlier)
            skip(step,
                PlanReason::BackupMade,
                {earlier->at.toUTC().toString(Qt::ISODateWithMs), earlier->file});
        else if (!runs(backup.service))
            skip(step, PlanReason::NotRunning, {backup.service});
        add(step);
        if (!step.skipped)
            verifyBackup(backup, file);
    }
}

void StackServerSteps::verifyBackup(const StackBackup &backup, const QString &file)
{
    if (backup.kind == StackBackup::Kind::Command)
        return; // there and not empty: nobody knows more about it
    const auto check = [&](const QStringList &argv, const QString &input = {}) {
        StackStep step = StackParts::run(Phase::Backup, Step::VerifyBackup, argv, backup.timeout);
        step.detail = stackBackupName(backup);
        step.inputFile = input;
        return step;
    };
    if (backup.verify == StackBackup::Verify::Listed) {
        add(check(m_compose.listing(backup), file));
        return;
    }
    const bool schemaOnly = backup.verify == StackBackup::Verify::Schema;
    add(check(m_compose.dropping(backup, scratchDatabase)));
    add(check(m_compose.making(backup, scratchDatabase)));
    add(check(m_compose.loading(backup, scratchDatabase, schemaOnly), file));
    for (const DataCheck &data : m_toml.data) {
        if (schemaOnly || data.service != backup.service || data.database != backup.database)
            continue;
        StackStep step = check(m_compose.count(data, scratchDatabase));
        add(StackParts::counting(step, data));
    }
    StackStep dropped = check(m_compose.dropping(backup, scratchDatabase));
    dropped.failure = StackStep::Failure::GoOn;
    add(dropped);
}

void StackServerSteps::upload()
{
    if (m_toml.source == AtalayaToml::Source::Git) {
        const QString remote = m_toml.remote.isEmpty() ? u"origin"_s : m_toml.remote;
        StackStep fetch = StackParts::run(Phase::Upload,
            Step::CheckOutCommit,
            {u"git"_s, u"fetch"_s, u"--quiet"_s, remote},
            10 * StackParts::minute);
        StackStep checkOut = StackParts::run(Phase::Upload,
            Step::CheckOutCommit,
            {u"git"_s, u"checkout"_s, u"--quiet"_s, u"--detach"_s, m_inputs.commit},
            StackParts::minute);
        for (StackStep *step : {&fetch, &checkOut}) {
            step->detail = m_inputs.commit;
            step->writes = true;
            if (!m_inputs.commit.isEmpty() && m_task.look.commit == m_inputs.commit)
                skip(*step, PlanReason::FilesRight);
            else if (m_task.plan.redeploy == StackRedeploy::Environment)
                skip(*step, PlanReason::NotAsked, {stackRedeployName(m_task.plan.redeploy)});
        }
        add(fetch);
        add(checkOut);
    }
    uploadFiles();
    add(StackParts::run(Phase::Upload,
        Step::CheckConfiguration,
        m_compose.with({u"config"_s, u"--quiet"_s}),
        StackParts::minute));
}

void StackServerSteps::uploadFiles()
{
    StackStep step = StackParts::run(Phase::Upload,
        Step::UploadFiles,
        {u"@place"_s, u"%1-%2"_s.arg(m_task.plan.chain).arg(m_task.attempt)},
        10 * StackParts::minute);
    step.writes = true;
    for (const StackFileNow &file : m_task.look.files) {
        const bool isAsked =
            m_task.plan.redeploy != StackRedeploy::Environment || file.path == m_toml.envFile;
        if (isAsked && file.now != file.wanted)
            step.written.append(file.path);
    }
    step.written.sort();
    if (step.written.isEmpty())
        skip(step, PlanReason::FilesRight);
    if (!m_task.look.files.isEmpty())
        add(step);
}

void StackServerSteps::pulls()
{
    for (const PlannedService &service : std::as_const(m_plan.services)) {
        if (service.action == PlannedService::Action::LeftAlone)
            continue;
        StackStep step = StackParts::run(Phase::Pull,
            Step::PullImage,
            m_compose.with({u"pull"_s, u"--quiet"_s, service.service}),
            pullTimeout);
        step.service = service.service;
        step.detail = service.imageTarget;
        step.writes = true;
        const bool same = !service.digestTarget.isEmpty()
            && service.digestTarget == service.digestNow && service.imageTarget == service.imageNow;
        if (service.action == PlannedService::Action::Nothing)
            skip(step, PlanReason::AlreadyRight);
        else if (!m_task.pulls)
            skip(step, PlanReason::NoNewImage);
        else if (same)
            skip(step, PlanReason::ImageExists, {service.imageTarget});
        add(step);
    }
}

void StackServerSteps::restore()
{
    const QStringList stopped = StackParts::stoppedForRestore(m_task);
    bool isStopped = false;
    for (const StackBackup &backup : m_toml.backups) {
        const StackRecord *from = m_task.restoreFrom;
        QString file;
        for (const StackBackupMade &one : from ? from->backups : QList<StackBackupMade>()) {
            if (one.server == m_task.look.server && one.name == stackBackupName(backup))
                file = one.file;
        }
        if (file.isEmpty())
            continue;
        if (!isStopped && !stopped.isEmpty()) {
            StackStep stop = StackParts::run(Phase::Migrate,
                Step::StopService,
                m_compose.with(QStringList{u"stop"_s} + stopped),
                5 * StackParts::minute);
            stop.writes = true;
            stop.written = stopped;
            add(stop);
            isStopped = true;
        }
        add(StackParts::restoreSteps(m_task, backup, file));
    }
}

// On a first deploy what the migration talks to is not there yet.
void StackServerSteps::startForMigration()
{
    for (PlannedService &service : m_plan.services) {
        const ComposeService *migrating = m_inputs.compose.service(m_toml.migration->service);
        const bool isNeeded = migrating
            && std::any_of(migrating->dependsOn.begin(),
                migrating->dependsOn.end(),
                [&service](
                    const ComposeDependency &one) { return one.service == service.service; });
        if (!isNeeded || service.action != PlannedService::Action::Create)
            continue;
        for (StackStep step : StackParts::recreation(m_task, service.service)) {
            step.phase = Phase::Migrate;
            add(step);
        }
    }
}

void StackServerSteps::migration()
{
    if (!m_toml.migration)
        return;
    const StackMigration &migration = *m_toml.migration;
    StackStep step = StackParts::run(
        Phase::Migrate, Step::ReleaseCommand, m_compose.migration(migration), migration.timeout);
    step.detail = shellLine(migration.command);
    step.service = migration.service;
    step.repeatable = false;
    step.writes = true;
    for (const StackBackup &backup : m_toml.backups)
        step.written.append(stackBackupName(backup));
    const StackMigrationRun *ran = nullptr;
    QList<StackMigrationRun> all =
        m_task.sameChain ? m_task.sameChain->migrations : QList<StackMigrationRun>();
    for (const StackRecord &record : m_inputs.history)
        all += record.migrations;
    for (const StackMigrationRun &one : std::as_const(all)) {
        if (!ran && one.server == m_task.look.server && one.key == m_task.plan.migrationKey)
            ran = &one;
    }
    if (!m_task.migrates)
        skip(step, PlanReason::NotAsked, {stackRedeployName(m_task.plan.redeploy)});
    else if (ran && ran->isEnded)
        skip(step, PlanReason::ReleaseCommandDone, {ran->at.toUTC().toString(Qt::ISODateWithMs)});
    else if (ran)
        step.reason = PlanReason::ReleaseCommandUnknown;
    if (!step.skipped)
        startForMigration();
    add(step);
}

void StackServerSteps::updates()
{
    const bool recreates = std::ranges::any_of(m_plan.services, [](const PlannedService &service) {
        return service.action == PlannedService::Action::Recreate;
    });
    if (recreates) {
        StackStep step = StackParts::run(
            Phase::Update, Step::SettleContainers, m_compose.settling(), StackParts::minute);
        step.again = true; // a recreation that was cut is begun again
        add(step);
    }
    for (const PlannedService &service : std::as_const(m_plan.services)) {
        if (service.action == PlannedService::Action::LeftAlone)
            continue;
        QList<StackStep> steps = StackParts::recreation(m_task, service.service);
        steps.first().detail = service.imageTarget;
        const bool isUp = std::any_of(
            m_plan.steps.cbegin(), m_plan.steps.cend(), [&service](const StackStep &earlier) {
                return earlier.step == Step::UpdateService && earlier.service == service.service;
            });
        if (service.action == PlannedService::Action::Nothing || isUp)
            steps = {skip(steps.first(), PlanReason::AlreadyRight)};
        add(steps);
    }
}

void StackServerSteps::verify()
{
    add(StackParts::lookSteps(m_task, m_plan.services));
}

void StackServerSteps::cleanup()
{
    if (!m_toml.prune)
        return;
    QStringList argv{u"docker"_s, u"image"_s, u"prune"_s, u"--force"_s};
    if (m_toml.prune->all)
        argv.append(u"--all"_s);
    argv << u"--filter"_s << QString(u"until="_s + goDurationText(m_toml.prune->olderThan));
    StackStep step =
        StackParts::run(Phase::Cleanup, Step::PruneImages, argv, 10 * StackParts::minute);
    step.writes = true;
    if (!m_task.pulls)
        skip(step, PlanReason::NoNewImage);
    step.failure = StackStep::Failure::GoOn;
    add(step);
}

} // namespace

StackServerPlan StackParts::serverPlan(const StackServerTask &task)
{
    return StackServerSteps(task).run();
}
