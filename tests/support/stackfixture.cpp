#include "support/stackfixture.h"

#include "config/stackcommands.h"
#include "config/stackversion.h"
#include "types/planarchive.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

QByteArray StackFixture::fileIn(const QString &folder, const QString &name)
{
    QFile file(QDir(folder).filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll();
}

StackProject StackFixture::project(const QString &folder, const QByteArray &env)
{
    StackProject project;
    project.tomlName = u"atalaya.toml"_s;
    project.toml = readAtalayaToml(fileIn(folder, project.tomlName));
    QList<ComposeSource> sources;
    for (const QString &path : std::as_const(project.toml.compose))
        sources.append({path, fileIn(folder, path)});
    project.compose = readCompose(sources);
    project.env = EnvSource{project.toml.envFile, readDotEnv(env)};
    for (const QString &path : stackPaths(project.toml, project.compose))
        project.present.insert(path);
    return project;
}

StackProject StackFixture::invex(const QString &folder)
{
    return project(folder, fileIn(folder, u"envs/example.env"_s));
}

StackProject StackFixture::gad(const QString &folder)
{
    return project(folder,
        "SECRET_KEY=0123456789abcdef0123456789abcdef\nDATABASE_URL=postgresql://db/gad\n"
        "POSTGRES_PASSWORD=0123456789abcdef\n");
}

StackProject StackFixture::withToml(const StackProject &project, const QByteArray &text)
{
    StackProject other = project;
    other.toml = readAtalayaToml(text);
    return other;
}

namespace {
QString digestFor(const QString &reference)
{
    return u"sha256:%1"_s.arg(qHash(reference, 7), 16, 16, QLatin1Char('0'));
}
} // namespace

void StackFixture::offer(StackInputs &inputs, const QString &version)
{
    const auto variables = [](const QString &) { return std::optional<QString>(); };
    const QHash<QString, QString> references =
        stackReferences(inputs.toml, inputs.compose, variables, version);
    inputs.version = version;
    inputs.images.clear();
    for (auto one = references.begin(); one != references.end(); ++one)
        inputs.images.insert(
            one.key(), {one.value(), digestFor(one.value()), {u"amd64"_s}, 100'000'000});
}

StackInputs StackFixture::running(const StackProject &project, const QString &version)
{
    StackInputs inputs;
    inputs.toml = project.toml;
    inputs.compose = project.compose;
    inputs.configDigest = u"config-1"_s;
    inputs.environmentDigest = u"environment-1"_s;
    inputs.migrationFiles = u"files-1"_s;
    inputs.commit = u"c0ffee1"_s;
    inputs.chain = u"20261123T120000"_s;
    inputs.now = QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
    offer(inputs, version);
    for (const QString &server : project.toml.servers) {
        StackLook look;
        look.server = server;
        look.project = stackProjectName(project.toml, project.compose);
        look.commit = inputs.commit;
        look.cpu = u"amd64"_s;
        look.freeBytes = 50'000'000'000;
        look.at = inputs.now;
        for (const ComposeService &service : project.compose.services) {
            if (!service.profiles.isEmpty())
                continue;
            const StackImage image = inputs.images.value(service.name);
            look.services.append({service.name,
                image.reference,
                image.digest,
                1,
                false,
                false,
                u"env"_s,
                u"env"_s,
                u"configuration"_s,
                u"configuration"_s});
        }
        if (project.toml.source == AtalayaToml::Source::Upload) {
            for (const QString &path : stackPaths(project.toml, project.compose))
                look.files.append({path, u"same"_s, u"same"_s});
        } else {
            look.files.append({project.toml.envFile, u"same"_s, u"same"_s});
        }
        inputs.versionsNow.insert(server, version);
        inputs.looks.append(look);
    }
    return inputs;
}

StackInputs StackFixture::upgraded(const StackProject &project)
{
    StackInputs inputs = running(project, u"1.4.0"_s);
    inputs.history = {recordOf(inputs, planned(inputs), true)};
    offer(inputs, u"1.5.0"_s);
    inputs.migrationFiles = u"files-2"_s;
    inputs.configDigest = u"config-2"_s;
    for (StackLook &look : inputs.looks)
        look.files.first().wanted = u"other"_s;
    return inputs;
}

DeployPlan StackFixture::planned(const StackInputs &inputs)
{
    const Result<DeployPlan> plan = makeStackPlan(inputs);
    if (!plan)
        qFatal("%s", qPrintable(plan.error().detail));
    return *plan;
}

const StackServerPlan &StackFixture::first(const DeployPlan &plan)
{
    return plan.stack->servers.constFirst();
}

const StackStep *StackFixture::step(
    const QList<StackStep> &steps, Step wanted, const QString &service)
{
    for (const StackStep &one : steps) {
        if (one.step == wanted && (service.isEmpty() || one.service == service))
            return &one;
    }
    return nullptr;
}

bool StackFixture::tells(const DeployPlan &plan, PlanWarning warning)
{
    return std::any_of(plan.notices.cbegin(),
        plan.notices.cend(),
        [warning](const PlanNotice &notice) { return notice.warning == warning; });
}

StackServiceNow *StackFixture::service(StackInputs &inputs, const QString &name, qsizetype server)
{
    for (StackServiceNow &one : inputs.looks[server].services) {
        if (one.service == name)
            return &one;
    }
    qFatal("no service %s", qPrintable(name));
}

StackRecord StackFixture::recordOf(
    const StackInputs &inputs, const DeployPlan &plan, bool succeeded)
{
    StackRecord record;
    record.deployment = DeploymentId(u"01J8DEPLOYMENT"_s);
    record.attempts = 1;
    record.succeeded = succeeded;
    record.plan = *plan.stack;
    record.at = inputs.now;
    for (const StackLook &look : inputs.looks)
        record.before.append({look.server, look.commit, look.services});
    return record;
}

QStringList StackFixture::lines(const QList<StackStep> &steps)
{
    QStringList all;
    for (const StackStep &step : steps) {
        QString line = step.skipped ? u"-"_s : QString::number(step.number);
        line += QString(u' ' + stepName(step.step));
        if (!step.service.isEmpty())
            line += QString(u' ' + step.service);
        if (step.skipped) {
            line += u" (%1)"_s.arg(EnumNames<PlanReason>::name(step.reason));
            if (!step.detail.isEmpty() && step.service.isEmpty())
                line += QString(u' ' + step.detail);
        } else {
            if (step.onlyAfter > 0)
                line += u" after %1"_s.arg(step.onlyAfter);
            if (step.asks)
                line += u" if asked"_s;
            if (!step.inputFile.isEmpty())
                line += QString(u" < "_s + step.inputFile);
            if (!step.outputFile.isEmpty())
                line += QString(u" > "_s + step.outputFile);
        }
        all.append(line);
    }
    return all;
}
