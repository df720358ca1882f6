#include "deploy/stackrecord.h"

#include "config/atalayatoml.h"

#include <algorithm>

namespace {
bool isStackSpan(const SpanState &span, int attempt, Step step)
{
    return span.attempt == attempt && span.step == step && span.outcome != Outcome::Skipped;
}

bool anyEnded(const DeploymentState &state, int attempt, const QString &server, Step step)
{
    return std::any_of(state.spans.cbegin(), state.spans.cend(), [&](const SpanState &span) {
        return isStackSpan(span, attempt, step) && isOfServer(span, server)
            && span.outcome == Outcome::Succeeded;
    });
}

// What ran on a server as a plan saw it.
StackBefore beforeOf(const StackServerPlan &server)
{
    StackBefore before;
    before.server = server.server;
    before.commit = server.commitNow;
    for (const PlannedService &planned : server.services) {
        StackServiceNow service;
        service.service = planned.service;
        service.image = planned.imageNow;
        service.digest = planned.digestNow;
        service.containers = planned.imageNow.isEmpty() ? 0 : 1;
        before.services.append(service);
    }
    return before;
}

bool hasSucceeded(const AttemptState &attempt)
{
    if (!attempt.ended)
        return false;
    if (attempt.verdict && attempt.verdict->reality != Reality::Unknown)
        return attempt.verdict->reality == Reality::AllNew
            && attempt.ended->reported != Reported::Failed;
    return attempt.ended->reported == Reported::Succeeded;
}

// Not because that was what it was for.
bool isUndone(const AttemptState &attempt, const QString &server)
{
    if (attempt.plan.kind == DeployKind::RollBack && attempt.plan.stack->answer.isEmpty())
        return false;
    const QList<StackVerdict> verdicts =
        attempt.verdict ? attempt.verdict->servers : QList<StackVerdict>();
    return std::any_of(verdicts.cbegin(), verdicts.cend(), [&server](const StackVerdict &one) {
        return one.server == server && one.reported == Reported::RolledBack;
    });
}

class StackRecording
{
public:
    explicit StackRecording(const DeploymentState &state)
        : m_state(state)
    {
    }

    StackRecord run()
    {
        const AttemptState &last = m_state.attempts.constLast();
        m_record.deployment = m_state.id;
        m_record.attempts = static_cast<int>(m_state.attempts.size());
        m_record.succeeded = hasSucceeded(last);
        m_record.plan = *last.plan.stack;
        m_record.at = last.endedAt.isValid() ? last.endedAt : last.startedAt;
        for (const StackServerPlan &server : m_state.attempts.constFirst().plan.stack->servers)
            m_record.before.append(beforeOf(server));
        for (const AttemptState &attempt : m_state.attempts) {
            for (const StackServerPlan &server : attempt.plan.stack->servers)
                take(attempt, server);
        }
        return m_record;
    }

private:
    void take(const AttemptState &attempt, const StackServerPlan &server)
    {
        const QString &name = server.server;
        // Those of an answer are of the attempt that was answered.
        if (attempt.plan.stack->answer.isEmpty()
            && anyEnded(m_state, attempt.number, name, Step::UploadFiles))
            m_record.placedBy[name].prepend(server.run);
        if (anyEnded(m_state, attempt.number, name, Step::ReturnFiles))
            m_record.placedBy[name].removeAll(server.run);
        backups(attempt, server);
        migrations(attempt, server);
        // What served before serves again, and its data goes on: no backup of before is of it.
        if (isUndone(attempt, name))
            m_record.backups.removeIf(
                [&name](const StackBackupMade &made) { return made.server == name; });
    }

    // Made, and looked at as far as the plan wanted.
    void backups(const AttemptState &attempt, const StackServerPlan &server)
    {
        for (const StackStep &step : server.steps) {
            if (step.step != Step::BackUp || step.skipped)
                continue;
            const SpanState *made = nullptr;
            bool isRight = true;
            for (const SpanState &span : m_state.spans) {
                if (span.attempt != attempt.number || !isOfServer(span, server.server)
                    || span.title != step.detail)
                    continue;
                if (span.step == Step::BackUp && span.outcome == Outcome::Succeeded && !made)
                    made = &span;
                isRight = isRight
                    && (span.step != Step::VerifyBackup || span.outcome == Outcome::Succeeded);
            }
            if (made && isRight)
                m_record.backups.append(
                    {server.server, step.detail, step.outputFile, made->endedAt, 0});
        }
    }

    void migrations(const AttemptState &attempt, const StackServerPlan &server)
    {
        // What was put back has to be migrated again.
        if (anyEnded(m_state, attempt.number, server.server, Step::RestoreDatabase)) {
            m_record.migrations.removeIf(
                [&server](const StackMigrationRun &run) { return run.server == server.server; });
            return;
        }
        for (const SpanState &span : m_state.spans) {
            if (!isStackSpan(span, attempt.number, Step::ReleaseCommand)
                || !isOfServer(span, server.server))
                continue;
            const bool isEnded = span.outcome == Outcome::Succeeded;
            if (isEnded || span.outcome == Outcome::Interrupted || span.outcome == Outcome::Unknown)
                m_record.migrations.prepend(
                    {server.server, attempt.plan.stack->migrationKey, isEnded, span.endedAt});
        }
    }

    const DeploymentState &m_state;
    StackRecord m_record;
};

UsualDuration usualOf(QList<qint64> lengths)
{
    std::sort(lengths.begin(), lengths.end());
    const auto at = [&lengths](double share) {
        const auto index = static_cast<qsizetype>(share * double(lengths.size() - 1) + 0.5);
        return std::chrono::milliseconds(lengths.at(index));
    };
    return {at(0.5), at(0.95), static_cast<int>(lengths.size())};
}

// From the beginning of its recreation until it was healthy.
qint64 serviceDowntime(const DeploymentState &state, const SpanState &update)
{
    for (const SpanState &span : state.spans) {
        if (span.attempt == update.attempt && span.lane == update.lane
            && span.step == Step::VerifyHealth && span.phase == Phase::Update
            && span.outcome == Outcome::Succeeded && span.startedAt >= update.startedAt)
            return update.startedAt.msecsTo(span.endedAt);
    }
    return update.startedAt.msecsTo(update.endedAt);
}
} // namespace

bool isOfServer(const SpanState &span, const QString &server)
{
    return !span.lane.isEmpty() && serverOfLane(span.lane) == server;
}

std::optional<StackRecord> stackRecordOf(const DeploymentState &state)
{
    const bool isOfStack = !state.attempts.isEmpty()
        && std::all_of(state.attempts.cbegin(),
            state.attempts.cend(),
            [](const AttemptState &attempt) { return attempt.plan.stack.has_value(); });
    return isOfStack ? std::optional(StackRecording(state).run()) : std::nullopt;
}

QHash<QString, UsualDuration> stackUsual(const QList<DeploymentState> &states)
{
    QHash<QString, QList<qint64>> lengths;
    for (const DeploymentState &state : states) {
        for (const SpanState &span : state.spans) {
            const QString key = stackUsualKey(span.step, serviceOfLane(span.lane), span.title);
            if (key.isEmpty() || span.outcome != Outcome::Succeeded || span.run.isEmpty())
                continue;
            lengths[key].append(span.step == Step::UpdateService
                    ? serviceDowntime(state, span)
                    : span.startedAt.msecsTo(span.endedAt));
        }
    }
    QHash<QString, UsualDuration> usual;
    for (auto entry = lengths.cbegin(); entry != lengths.cend(); ++entry)
        usual.insert(entry.key(), usualOf(entry.value()));
    return usual;
}

QStringList stackRunsOf(const QList<DeploymentState> &states)
{
    QStringList runs;
    for (const DeploymentState &state : states) {
        for (const AttemptState &attempt : state.attempts) {
            for (const StackServerPlan &server :
                attempt.plan.stack ? attempt.plan.stack->servers : QList<StackServerPlan>())
                runs.append(server.run);
        }
    }
    return runs;
}
