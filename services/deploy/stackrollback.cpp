#include "config/stackversion.h"
#include "deploy/stackparts.h"
#include "deploy/stackplanner.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
// What brings a server back to what ran before the first attempt, step by step.
class StackRollbackSteps
{
public:
    StackRollbackSteps(const StackServerTask &task, StackServerPlan &server)
        : m_task(task)
        , m_toml(task.inputs.toml)
        , m_compose(StackParts::compose(task))
        , m_server(server)
    {
    }

    void run()
    {
        for (const StackStep &step : std::as_const(m_server.steps))
            m_number = std::max(m_number, step.number);
        m_migration = numberOf(Step::ReleaseCommand);
        if (m_migration == 0)
            m_migration = numberOf(Step::RestoreDatabase);
        created(); // while the files that name them are there
        files();
        images();
        database();
        services();
        verify();
    }

private:
    [[nodiscard]] int numberOf(Step step, const QString &service = {}) const
    {
        for (const StackStep &planned : m_server.steps) {
            if (planned.step == step && !planned.skipped
                && (service.isEmpty() || planned.service == service))
                return planned.number;
        }
        return 0;
    }
    void add(StackStep step, int onlyAfter, bool asks = false)
    {
        step.number = ++m_number;
        step.onlyAfter = onlyAfter;
        step.asks = asks;
        m_server.rollback.append(step);
    }
    void add(const QList<StackStep> &steps, int onlyAfter, bool asks = false)
    {
        for (const StackStep &step : steps)
            add(step, onlyAfter, asks);
    }
    // The first that changes what serves: before it there is nothing to look at again.
    [[nodiscard]] int firstChange() const
    {
        for (const StackStep &step : m_server.steps) {
            if (step.writes && !step.skipped && step.phase > Phase::Backup)
                return step.number;
        }
        return 0;
    }
    [[nodiscard]] static StackStep command(Phase phase,
        Step step,
        const QStringList &argv,
        std::chrono::seconds timeout = StackParts::minute)
    {
        StackStep planned = StackParts::run(phase, step, argv, timeout);
        planned.writes = true;
        return planned;
    }
    // Before the first attempt; else as it is now.
    [[nodiscard]] StackServiceNow before(const PlannedService &service) const
    {
        for (const StackBefore &one :
            m_task.sameChain ? m_task.sameChain->before : QList<StackBefore>()) {
            for (const StackServiceNow &was : one.services) {
                if (one.server == m_server.server && was.service == service.service)
                    return was;
            }
        }
        const StackServiceNow *now = m_task.look.service(service.service);
        return now ? *now : StackServiceNow();
    }

    [[nodiscard]] bool isRemoved(const PlannedService &service) const;
    void created();
    void files();
    void images();
    void database();
    void services();
    void verify();

    const StackServerTask &m_task;
    const AtalayaToml &m_toml;
    const StackCompose m_compose;
    StackServerPlan &m_server;
    int m_migration = 0;
    int m_number = 0;
};

bool StackRollbackSteps::isRemoved(const PlannedService &service) const
{
    const StackServiceNow was = before(service);
    return numberOf(Step::UpdateService, service.service) > 0 && !service.runsOnce
        && was.containers == 0 && was.image.isEmpty();
}

// What was not there before goes again, with its containers; volumes stay: data is never removed.
void StackRollbackSteps::created()
{
    for (const PlannedService &service : std::as_const(m_server.services)) {
        if (!isRemoved(service))
            continue;
        const int updated = numberOf(Step::UpdateService, service.service);
        StackStep step = command(Phase::Update,
            Step::StopService,
            m_compose.with({u"rm"_s, u"--stop"_s, u"--force"_s, service.service}),
            std::chrono::seconds(300));
        step.service = service.service;
        step.written = {service.service};
        add(step, updated);
    }
}

void StackRollbackSteps::files()
{
    QString commit = m_task.look.commit;
    for (const StackBefore &one :
        m_task.sameChain ? m_task.sameChain->before : QList<StackBefore>()) {
        if (one.server == m_server.server && !one.commit.isEmpty())
            commit = one.commit;
    }
    int checkedOut = 0;
    for (const StackStep &step : std::as_const(m_server.steps)) {
        if (step.step == Step::CheckOutCommit && !step.skipped)
            checkedOut = step.number;
    }
    if (checkedOut > 0 && !commit.isEmpty()) {
        StackStep step = command(Phase::Upload,
            Step::ReturnFiles,
            {u"git"_s, u"checkout"_s, u"--quiet"_s, u"--detach"_s, commit});
        step.detail = commit;
        add(step, checkedOut);
    }
    const auto putBack = [this](const QStringList &run, int onlyAfter) {
        add(command(Phase::Upload, Step::ReturnFiles, QStringList{u"@put-back"_s} + run),
            onlyAfter);
    };
    if (const int uploaded = numberOf(Step::UploadFiles); uploaded > 0)
        putBack({}, uploaded);
    // What earlier attempts kept is what ran before.
    if (m_task.sameChain) {
        for (const QString &run : m_task.sameChain->placedBy.value(m_server.server))
            putBack({run}, 0);
    }
}

// A tag that has been pulled anew names another image now; the one before is still there.
void StackRollbackSteps::images()
{
    for (const PlannedService &service : std::as_const(m_server.services)) {
        const StackServiceNow was = before(service);
        const int pulled = numberOf(Step::PullImage, service.service);
        const bool moved = was.image == service.imageTarget && !was.digest.isEmpty()
            && was.digest != service.digestTarget;
        const bool isEarlier = m_task.sameChain && service.digestNow != was.digest;
        if (!moved || (pulled == 0 && !isEarlier))
            continue;
        StackStep step = command(Phase::Pull,
            Step::ReturnImage,
            {u"docker"_s,
                u"image"_s,
                u"tag"_s,
                QString(imageName(was.image).repository + u'@' + was.digest),
                was.image});
        step.service = service.service;
        step.detail = was.digest;
        add(step, isEarlier ? 0 : pulled);
    }
}

void StackRollbackSteps::database()
{
    if (m_migration == 0)
        return;
    const bool asks = !m_task.plan.restoresByItself;
    QList<StackStep> emergency;
    QList<StackStep> restored;
    for (const StackBackup &backup : m_toml.backups) {
        const bool canRestore =
            backup.kind != StackBackup::Kind::Command || !backup.restore.isEmpty();
        const auto made = std::find_if(
            m_server.steps.cbegin(), m_server.steps.cend(), [&backup](const StackStep &step) {
                return step.step == Step::BackUp && step.detail == stackBackupName(backup)
                    && (!step.skipped || step.reason == PlanReason::BackupMade);
            });
        if (!canRestore || made == m_server.steps.cend())
            continue;
        emergency.append(StackParts::backupStep(
            m_task, backup, StackParts::backupFile(m_task, u"emergency_rollback"_s, backup)));
        restored += StackParts::restoreSteps(m_task, backup, made->outputFile);
    }
    if (restored.isEmpty())
        return;
    add(emergency, m_migration, asks);
    if (const QStringList stopped = StackParts::stoppedForRestore(m_task); !stopped.isEmpty()) {
        StackStep step = command(Phase::Migrate,
            Step::StopService,
            m_compose.with(QStringList{u"stop"_s} + stopped),
            std::chrono::seconds(300));
        step.written = stopped;
        add(step, m_migration, asks);
    }
    add(restored, m_migration, asks);
}

void StackRollbackSteps::services()
{
    for (const PlannedService &service : std::as_const(m_server.services)) {
        const StackServiceNow was = before(service);
        const int updated = numberOf(Step::UpdateService, service.service);
        const bool isEarlier = m_task.sameChain && service.digestNow != was.digest;
        if ((updated == 0 && !isEarlier) || was.containers == 0)
            continue;
        QList<StackStep> steps = StackParts::recreation(m_task, service.service);
        steps.first().detail = was.image;
        add(steps, isEarlier ? 0 : updated);
    }
    // Those that only stood still for the database.
    const QList<StackStep> so = m_server.rollback;
    for (const StackStep &step : so) {
        if (step.step != Step::StopService || !step.service.isEmpty())
            continue;
        StackStep start = command(Phase::Update,
            Step::UpdateService,
            m_compose.with(
                QStringList{
                    u"up"_s, u"-d"_s, u"--no-build"_s, u"--no-deps"_s, u"--pull"_s, u"never"_s}
                + step.written),
            m_toml.healthTimeout);
        start.written = step.written;
        add(start, step.onlyAfter, step.asks);
        return;
    }
}

void StackRollbackSteps::verify()
{
    QList<PlannedService> left = m_server.services;
    left.removeIf([this](const PlannedService &service) { return isRemoved(service); });
    if (!m_server.rollback.isEmpty() && !left.isEmpty())
        add(StackParts::lookSteps(m_task, left), m_task.sameChain ? 0 : firstChange());
}
} // namespace

void StackParts::addRollback(const StackServerTask &task, StackServerPlan &server)
{
    StackRollbackSteps(task, server).run();
}

QStringList StackParts::stoppedForRestore(const StackServerTask &task)
{
    const AtalayaToml &toml = task.inputs.toml;
    QStringList databases;
    for (const StackBackup &backup : toml.backups)
        databases.append(backup.service);
    QStringList others;
    QStringList users;
    for (const QString &name : recreated(task.inputs)) {
        if (databases.contains(name) || isRunOnce(task.inputs.compose, name))
            continue;
        others.append(name);
        const ComposeService *service = task.inputs.compose.service(name);
        const bool waits = service
            && std::any_of(service->dependsOn.begin(),
                service->dependsOn.end(),
                [&databases](
                    const ComposeDependency &one) { return databases.contains(one.service); });
        if (waits || (toml.migration && toml.migration->service == name))
            users.append(name);
    }
    // Where nobody says that they wait for it, any of them may use it.
    return users.isEmpty() ? others : users;
}

QList<StackStep> stackRollback(
    const StackServerPlan &server, const QList<int> &begun, bool isAgreed)
{
    QList<StackStep> steps;
    for (const StackStep &step : server.rollback) {
        const bool isDue = step.onlyAfter == 0 || begun.contains(step.onlyAfter);
        if (isDue && (!step.asks || isAgreed))
            steps.append(step);
    }
    return steps;
}
