#include "config/stackchecks.h"
#include "deploy/stackparts.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::seconds healthEvery{2};

QString smokeName(const SmokeTest &test)
{
    if (!test.name.isEmpty())
        return test.name;
    if (!test.url.isEmpty())
        return test.url;
    return test.address.isEmpty() ? shellLine(test.command) : test.address;
}

StackStep wanting(StackStep step, const QStringList &texts)
{
    for (const QString &text : texts)
        step.wants.append({StackWant::Kind::Is, text, 0});
    return step;
}
} // namespace

StackStep StackParts::run(
    Phase phase, Step step, const QStringList &argv, std::chrono::seconds timeout)
{
    StackStep planned;
    planned.phase = phase;
    planned.step = step;
    planned.argv = argv;
    planned.timeout = timeout;
    return planned;
}

StackStep StackParts::counting(StackStep step, const DataCheck &check)
{
    step.detail = check.name.isEmpty() ? check.sql : check.name;
    if (check.exactly)
        step.wants.append({StackWant::Kind::Exactly, {}, *check.exactly});
    else
        step.wants.append({StackWant::Kind::AtLeast, {}, check.minimum.value_or(0)});
    return step;
}

StackCompose StackParts::compose(const StackServerTask &task)
{
    return {task.inputs.toml, task.plan.project};
}

StackStep StackParts::healthStep(const StackServerTask &task, const QString &service, Phase phase)
{
    const ComposeService *known = task.inputs.compose.service(service);
    const std::chrono::seconds timeout = task.inputs.toml.healthTimeout;
    StackStep step = run(phase,
        Step::VerifyHealth,
        compose(task).health(service, known && known->hasHealthcheck()),
        timeout);
    step.service = service;
    step.detail = service;
    const int containers = known ? std::max(1, known->replicas.value_or(1)) : 1;
    const QString word = QString::fromLatin1(stackHealthyWord);
    step.every = healthEvery;
    step.tries = std::max(1, static_cast<int>(timeout / healthEvery));
    return wanting(step, {QStringList(containers, word).join(u'\n')});
}

StackStep StackParts::backupStep(
    const StackServerTask &task, const StackBackup &backup, const QString &file)
{
    StackStep step = run(Phase::Backup, Step::BackUp, compose(task).backup(backup), backup.timeout);
    step.detail = stackBackupName(backup);
    step.outputFile = file;
    step.writes = true;
    step.written = {file};
    return step;
}

QList<StackStep> StackParts::restoreSteps(
    const StackServerTask &task, const StackBackup &backup, const QString &file)
{
    const StackCompose compose = StackParts::compose(task);
    QList<QStringList> commands;
    if (backup.kind == StackBackup::Kind::PgDump)
        commands = {
            compose.dropping(backup, backup.database), compose.making(backup, backup.database)};
    commands.append(compose.restoring(backup));
    QList<StackStep> steps;
    for (const QStringList &argv : std::as_const(commands)) {
        StackStep step = run(Phase::Migrate, Step::RestoreDatabase, argv, backup.timeout);
        step.detail = stackBackupName(backup);
        step.writes = true;
        step.written = {stackBackupName(backup)};
        step.repeatable = false;
        steps.append(step);
    }
    steps.last().inputFile = file;
    return steps;
}

QList<StackStep> StackParts::recreation(const StackServerTask &task, const QString &service)
{
    const StackCompose words = compose(task);
    const bool runsOnce = isRunOnce(task.inputs.compose, service);
    StackStep step = run(Phase::Update,
        Step::UpdateService,
        runsOnce ? words.with({u"run"_s, u"--rm"_s, u"--no-deps"_s, u"-T"_s, service})
                 : words.recreation(service),
        runsOnce ? task.inputs.toml.healthTimeout : 5 * minute);
    step.service = service;
    step.writes = true;
    step.written = {service};
    step.repeatable = !runsOnce;
    if (runsOnce)
        return {step};
    return {step, healthStep(task, service, Phase::Update)};
}

QList<StackStep> StackParts::lookSteps(
    const StackServerTask &task, const QList<PlannedService> &services)
{
    QList<StackStep> steps;
    for (const PlannedService &service : services) {
        const StackServiceNow *now = task.look.service(service.service);
        // What stood still before stays as it was.
        const bool runs =
            service.action != PlannedService::Action::LeftAlone || (now && now->containers > 0);
        if (runs && !service.runsOnce)
            steps.append(healthStep(task, service.service, Phase::Verify));
    }
    for (const SmokeTest &test : task.inputs.toml.smoke) {
        for (const auto &[argv, right] : stackSmoke(test)) {
            StackStep step = run(Phase::Verify,
                Step::SmokeTest,
                argv,
                test.tries * (test.every + test.timeout) + minute);
            step.detail = smokeName(test);
            step.tries = test.tries;
            step.every = test.every;
            steps.append(wanting(step, right));
        }
    }
    const StackCompose words = compose(task);
    for (const DataCheck &check : task.inputs.toml.data) {
        StackStep step = run(Phase::Verify, Step::DataCheck, words.count(check), minute);
        steps.append(counting(step, check));
    }
    return steps;
}

QString StackParts::backupFile(
    const StackServerTask &task, const QString &prefix, const StackBackup &backup)
{
    const QLatin1String ending = backup.kind == StackBackup::Kind::PgDump ? "dump"_L1
        : backup.kind == StackBackup::Kind::MongoDump                     ? "archive.gz"_L1
                                                                          : "backup"_L1;
    static const QRegularExpression unfit(u"[^A-Za-z0-9_-]"_s);
    const QString name = stackBackupName(backup).replace(unfit, u"_"_s);
    // Those of earlier attempts stay.
    const QString &chain = task.plan.chain;
    const QString attempt = task.attempt > 1 ? u"%1-%2"_s.arg(chain).arg(task.attempt) : chain;
    return u"backups/%1_%2_%3.%4"_s.arg(prefix, attempt, name, ending);
}
