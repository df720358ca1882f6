#include "deploy/stackprepare.h"

#include "config/stackcommands.h"
#include "config/stackversion.h"
#include "core/parallel.h"
#include "core/ulid.h"
#include "deploy/causes.h"
#include "deploy/record.h"
#include "deploy/stackplanner.h"
#include "deploy/stacksurveys.h"

#include <QFileInfo>
#include <QMessageAuthenticationCode>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int stackHistoryLooked = 40;
constexpr std::size_t stackLooksAtOnce = 8;

// Newest first.
Result<QList<DeploymentState>> statesOfStack(Journal &journal, const AppName &target)
{
    const Result<QList<DeploymentSummary>> past = journal.deployments(target, stackHistoryLooked);
    if (!past)
        return failure(past.error());
    QList<DeploymentState> states;
    for (const DeploymentSummary &summary : *past) {
        const Result<QList<DeployEvent>> events = journal.events(summary.id, 0);
        if (!events)
            return failure(events.error());
        DeploymentState state;
        if (const Result<void> applied = state.apply(*events); !applied)
            return failure(applied.error());
        state.app = target;
        state.number = summary.number;
        if (!state.attempts.isEmpty())
            states.append(state);
    }
    return states;
}

bool isOfGit(const StackFolder &folder)
{
    return folder.project.toml.source == AtalayaToml::Source::Git;
}

class StackPreparing
{
public:
    StackPreparing(
        const DeployServiceParts &parts, const PlanRequest &request, const std::stop_token &stop)
        : m_parts(parts)
        , m_request(request)
        , m_stop(stop)
    {
    }

    Result<PreparedStack> run()
    {
        Result<QList<DeploymentState>> states = statesOfStack(*m_parts.journal, m_request.app);
        if (!states)
            return failure(states.error());
        m_states = std::move(*states);
        m_prepared.ownRuns = stackRunsOf(m_states);
        findPrevious();
        const bool isRetried =
            m_request.kind == DeployKind::Retry && m_previous && isInterrupted(*m_previous);
        if (m_request.kind == DeployKind::Resume || m_request.answer || isRetried)
            return goOn();
        return chooseVersion()
            .and_then([this] { return readFolder(); })
            .and_then([this] { return gather(); })
            .and_then([this] { return lookAround(); })
            .and_then([this] { return makePlan(); });
    }

private:
    void findPrevious();
    Result<PreparedStack> goOn();
    Result<void> chooseVersion();
    Result<void> readFolder();
    Result<void> gather();
    Result<void> lookAround();
    Result<PreparedStack> makePlan();
    [[nodiscard]] const StackRecord *earlierRecord() const;
    [[nodiscard]] bool isHalfWay() const;
    [[nodiscard]] static bool isNamed(const StackRecord &record, const QString &name);
    void findReturn();

    const DeployServiceParts &m_parts;
    const PlanRequest &m_request;
    const std::stop_token &m_stop;
    QList<DeploymentState> m_states;
    const DeploymentState *m_previous = nullptr;
    QString m_version;
    const StackRecord *m_returnsTo = nullptr;
    StackInputs m_inputs;
    PreparedStack m_prepared;
};

void StackPreparing::findPrevious()
{
    for (const DeploymentState &state : std::as_const(m_states)) {
        if (m_request.deployment.isEmpty() || state.id == m_request.deployment) {
            m_previous = &state;
            break;
        }
    }
    for (const DeploymentState &state : std::as_const(m_states)) {
        const std::optional<StackRecord> record = stackRecordOf(state);
        if (record && record->succeeded)
            m_inputs.history.append(*record);
    }
}

// What its last attempt was to do, and how that goes on: the runs on the servers are the truth.
Result<PreparedStack> StackPreparing::goOn()
{
    const AttemptState *last = m_previous ? m_previous->lastAttempt() : nullptr;
    if (!last || !last->plan.stack)
        return Cause::nothingToResume();
    // One that was being answered goes on with its answer.
    const bool isAnswer = m_request.answer && !isInterrupted(*m_previous);
    const events::QuestionAsked *question = m_previous->openQuestion();
    if (isAnswer && (!question || !question->answers.contains(*m_request.answer)))
        return Cause::noQuestion();
    if (!isAnswer && !isInterrupted(*m_previous))
        return Cause::nothingToResume();
    DeployPlan plan = last->plan;
    plan.deployment = m_previous->id;
    plan.refersTo = {};
    plan.attempt = last->number + (isAnswer ? 1 : 0);
    plan.kind = DeployKind::Resume;
    if (isAnswer) {
        plan.stack->answer = failureAnswerName(*m_request.answer);
        const bool isBack = *m_request.answer == FailureAnswer::RollBack
            || *m_request.answer == FailureAnswer::RestoreData;
        plan.kind = isBack ? DeployKind::RollBack : DeployKind::Resume;
    }
    m_prepared.plan = plan;
    m_prepared.state = *m_previous;
    return m_prepared;
}

// The version before the one that serves, as far as deployments from here tell it; where the last
// one was left half-way, on some servers or in some services: the one before that.
const StackRecord *StackPreparing::earlierRecord() const
{
    if (isHalfWay() && !m_inputs.history.isEmpty())
        return &m_inputs.history.constFirst();
    for (const StackRecord &record : m_inputs.history) {
        const StackPlan &now = m_inputs.history.constFirst().plan;
        const bool isOther =
            record.plan.version != now.version || stackCommitOf(record.plan) != stackCommitOf(now);
        if (isOther && isNamed(record, {}))
            return &record;
    }
    return nullptr;
}

// By its version, or by the beginning of its commit; without a name: there is one to ask for.
bool StackPreparing::isNamed(const StackRecord &record, const QString &name)
{
    constexpr qsizetype shortestCommit = 7;
    const QString commit = stackCommitOf(record.plan);
    if (name.isEmpty())
        return !record.plan.version.isEmpty() || !commit.isEmpty();
    return record.plan.version == name
        || (name.size() >= shortestCommit && commit.startsWith(name));
}

void StackPreparing::findReturn()
{
    if (m_version.isEmpty()) {
        m_returnsTo = earlierRecord();
        return;
    }
    for (const StackRecord &record : std::as_const(m_inputs.history)) {
        if (!m_returnsTo && isNamed(record, m_version))
            m_returnsTo = &record;
    }
}

bool StackPreparing::isHalfWay() const
{
    if (m_states.isEmpty())
        return false;
    const std::optional<StackRecord> last = stackRecordOf(m_states.constFirst());
    const std::optional<Verdict> &verdict = m_states.constFirst().lastAttempt()->verdict;
    return last && !last->succeeded && !(verdict && verdict->reality == Reality::AllOld);
}

Result<void> StackPreparing::chooseVersion()
{
    m_version = m_request.image;
    if (m_request.kind == DeployKind::Retry) {
        if (!m_previous || !m_previous->lastAttempt()->plan.stack)
            return Cause::nothingToRetry();
        if (m_version.isEmpty())
            m_version = m_previous->lastAttempt()->plan.stack->version;
    }
    if (m_request.kind != DeployKind::RollBack)
        return {};
    findReturn();
    if (!m_returnsTo && m_version.isEmpty())
        return Cause::nothingToReturnTo();
    if (m_returnsTo)
        m_version = m_returnsTo->plan.version;
    return {};
}

Result<void> StackPreparing::readFolder()
{
    QString path = m_request.configPath;
    if (path.isEmpty() && m_parts.stacks.folderOf)
        path = m_parts.stacks.folderOf(m_request.app);
    const QString stack = stackOfTarget(m_request.app);
    if (path.isEmpty())
        return Cause::stackNotLinked(stack);
    if (QFileInfo(path).isFile())
        path = QFileInfo(path).absolutePath();
    // What the files themselves say is not put there once more.
    Result<StackFolder> folder = readStackFolder(path);
    const bool isInCommit = folder && isOfGit(*folder) && m_returnsTo
        && folder->project.toml.version.variable.isEmpty();
    if (folder && !m_version.isEmpty() && folder->version != m_version && !isInCommit)
        folder = readStackFolder(path, m_version);
    if (!folder)
        return failure(folder.error());
    if (folder->project.toml.stack != stack)
        return Cause::stackOtherName(stack, folder->project.toml.stack);
    if (m_parts.stacks.isTrusted) {
        if (const Result<void> trusted = m_parts.stacks.isTrusted(*folder); !trusted)
            return trusted;
    }
    m_prepared.folder = std::move(*folder);
    return {};
}

Result<void> StackPreparing::gather()
{
    const StackFolder &folder = m_prepared.folder;
    const Result<QByteArray> key = m_parts.journal->digestKey();
    if (!key)
        return failure(key.error());
    const QDateTime now = m_parts.clock->wallNow();
    m_inputs.kind = m_request.kind;
    m_inputs.redeploy = m_request.redeploy;
    m_inputs.version = m_version.isEmpty() ? folder.version : m_version;
    m_inputs.onRequest = m_request.onRequest;
    m_inputs.backUp = m_request.backUp;
    m_inputs.restoreData = m_request.restoreData;
    m_inputs.takesOver = m_request.takeOver;
    m_inputs.tomlPath = folder.tomlPath();
    m_inputs.toml = folder.project.toml;
    m_inputs.compose = folder.project.compose;
    m_inputs.configDigest = folder.configDigest;
    m_inputs.environmentDigest = QString::fromLatin1(
        QMessageAuthenticationCode::hash(folder.envText(), *key, QCryptographicHash::Sha256)
            .toHex());
    m_inputs.migrationFiles = folder.migrationFiles;
    m_inputs.commit = folder.commit;
    if (isOfGit(folder) && m_returnsTo)
        m_inputs.commit = stackCommitOf(m_returnsTo->plan);
    m_inputs.usual = stackUsual(m_states);
    m_inputs.now = now;
    // Names backups and runs: readable, and never the same twice.
    m_inputs.chain = m_request.chain.isEmpty()
        ? QString(now.toUTC().toString(u"yyyyMMdd'T'HHmmss"_s) + u'-' + newUlid(now).right(6))
        : m_request.chain;
    if (m_previous)
        m_inputs.previous = stackRecordOf(*m_previous);
    return {};
}

Result<void> StackPreparing::lookAround()
{
    if (!m_parts.stacks.open)
        return Cause::stackNotReached(m_inputs.toml.servers);
    const StackFolder &folder = m_prepared.folder;
    const QHash<QString, Secret> env =
        folder.project.env ? folder.project.env->file.values() : QHash<QString, Secret>();
    const auto variables = [&env](const QString &name) -> std::optional<QString> {
        const auto value = env.constFind(name);
        return value == env.cend() ? std::nullopt
                                   : std::optional(QString::fromUtf8(value->reveal()));
    };
    QHash<QString, QString> references =
        stackReferences(m_inputs.toml, m_inputs.compose, variables, m_inputs.version);
    const bool isOtherCommit = m_inputs.commit != folder.commit;
    // The files here are those of another commit: what that one ran is known.
    for (const StackServerPlan &server :
        isOtherCommit ? m_returnsTo->plan.servers : QList<StackServerPlan>()) {
        for (const PlannedService &service : server.services) {
            if (!service.imageTarget.isEmpty())
                references.insert(service.service, service.imageTarget);
        }
    }
    const QString project = stackProjectName(m_inputs.toml, m_inputs.compose);
    std::vector<QString> servers(m_inputs.toml.servers.cbegin(), m_inputs.toml.servers.cend());
    std::mutex mutex;
    QHash<QString, StackServerLook> seen;
    const auto look = [&](const QString &server, const std::stop_token &stop) -> Result<void> {
        const StackSurveyParts parts{folder, references, project, true, isOtherCommit};
        Result<StackServerLook> one =
            lookAtStack(m_parts.stacks.open, server, parts, *m_parts.clock, stop);
        if (!one)
            return failure(one.error());
        const std::lock_guard lock(mutex);
        seen.insert(server, std::move(*one));
        return {};
    };
    if (const Result<void> done =
            forEachParallel(servers, stackLooksAtOnce, *m_parts.clock, m_stop, look);
        !done)
        return done;
    const QStringList versioned = stackVersioned(m_inputs.toml, m_inputs.compose);
    for (const QString &server : std::as_const(m_inputs.toml.servers)) {
        const StackServerLook &one = seen[server];
        m_inputs.looks.append(one.look);
        m_prepared.clocksAhead.insert(server, one.clockAhead);
        for (auto image = one.images.cbegin(); image != one.images.cend(); ++image) {
            StackImage &known = m_inputs.images[image.key()];
            if (known.reference.isEmpty() || (!known.isAsked && image->isAsked))
                known = *image;
        }
        QStringList tags;
        for (const StackServiceNow &service : one.look.services) {
            if (versioned.contains(service.service))
                tags.append(imageName(service.image).tag);
        }
        tags.removeDuplicates();
        if (tags.size() == 1)
            m_inputs.versionsNow.insert(server, tags.constFirst());
    }
    return {};
}

Result<PreparedStack> StackPreparing::makePlan()
{
    Result<DeployPlan> plan = makeStackPlan(m_inputs);
    if (!plan)
        return failure(plan.error());
    m_prepared.plan = std::move(*plan);
    if (m_previous && m_prepared.plan.deployment == m_previous->id)
        m_prepared.state = *m_previous;
    else if (m_previous && isInterrupted(*m_previous))
        m_prepared.superseded = *m_previous;
    if (m_previous && m_previous->openQuestion() && m_prepared.plan.deployment != m_previous->id)
        m_prepared.asked = *m_previous;
    return m_prepared;
}
} // namespace

Result<PreparedStack> prepareStack(
    const DeployServiceParts &parts, const PlanRequest &request, std::stop_token stop)
{
    return StackPreparing(parts, request, stop).run();
}

PlanRequest stackRequestOf(const DeployPlan &plan)
{
    PlanRequest request;
    request.kind = plan.kind;
    request.app = plan.app;
    request.deployment = plan.deployment.isEmpty() ? plan.refersTo : plan.deployment;
    if (plan.configSource.startsWith(u'/'))
        request.configPath = plan.configSource;
    request.image = plan.stack->version;
    if (const QString commit = stackCommitOf(*plan.stack);
        plan.kind == DeployKind::RollBack && !commit.isEmpty())
        request.image = commit;
    request.redeploy = plan.stack->redeploy;
    request.onRequest = plan.stack->onRequest;
    request.backUp = plan.stack->backsUp;
    request.restoreData = plan.stack->restoresData;
    request.takeOver = plan.stack->takesOver;
    request.chain = plan.stack->chain;
    request.answer = failureAnswerFromName(plan.stack->answer);
    return request;
}

bool goesOnWithRuns(const DeployPlan &plan)
{
    return plan.stack && (plan.kind == DeployKind::Resume || !plan.stack->answer.isEmpty());
}
