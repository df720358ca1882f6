#include "store/deploymentrows.h"

#include "store/connection.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace {

// SQLite would store a null string as NULL.
QString text(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

qint64 milliseconds(const QDateTime &time)
{
    return time.toMSecsSinceEpoch();
}

// Runs one statement whose count of changed rows does not matter.
Result<void> change(Connection &connection, const QString &sql, const QVariantList &values)
{
    const Result<int> done = connection.execute(sql, values);
    if (!done)
        return failure(done.error());
    return {};
}

struct Projection // one event onto the tables
{
    Connection &connection;
    qint64 key;
    const DeployEvent &event;

    Result<void> operator()(const events::AttemptStarted &body) const
    {
        const DeployPlan &plan = body.plan;
        // Kind and origin are those of the first attempt.
        const Result<void> updated = change(connection,
            u"UPDATE deployments SET kind = CASE WHEN attempts = 0 THEN ? ELSE kind END,"
            " refers_to = CASE WHEN attempts = 0 THEN ? ELSE refers_to END,"
            " attempts = ?, image = ?, started_ms = ?, ended_ms = NULL, ended_sequence = 0,"
            " verdict_sequence = 0, host = ?, boot_id = ?, pid = ?, program = ? WHERE key = ?"_s,
            {deployKindName(plan.kind),
                text(plan.refersTo.value),
                event.attempt,
                text(plan.image),
                milliseconds(event.at),
                text(body.owner.host),
                text(body.owner.bootId),
                body.owner.pid,
                text(body.owner.program),
                key});
        if (!updated)
            return updated;
        const Result<void> attempt = change(connection,
            u"INSERT OR REPLACE INTO attempts(deployment, attempt, started_ms) VALUES(?, ?, ?)"_s,
            {key, event.attempt, milliseconds(event.at)});
        if (!attempt)
            return attempt;
        // A wish to stop the attempt before does not stop this one.
        return change(connection, u"DELETE FROM cancels WHERE deployment = ?"_s, {key});
    }

    Result<void> operator()(const events::SpanStarted &body) const
    {
        return change(connection,
            u"INSERT OR REPLACE INTO spans(deployment, span, parent, usual_key, started_ms)"
            " VALUES(?, ?, ?, ?, ?)"_s,
            {key,
                body.span.value,
                body.parent.value,
                usualKey(body.step, body.segment),
                milliseconds(event.at)});
    }

    Result<void> operator()(const events::SpanEnded &body) const
    {
        return change(connection,
            u"UPDATE spans SET ended_ms = ?, outcome = ? WHERE deployment = ? AND span = ?"_s,
            {milliseconds(event.at), outcomeName(body.outcome), key, body.span.value});
    }

    Result<void> operator()(const events::ReleaseCreated &body) const
    {
        return change(connection,
            u"UPDATE deployments SET release_version = ? WHERE key = ?"_s,
            {body.version, key});
    }

    Result<void> operator()(const events::ReleaseCommandEnded &body) const
    {
        if (!body.declared && (body.exitCode != 0 || body.timedOut))
            return {};
        return change(connection,
            u"INSERT OR REPLACE INTO release_commands(key, done_ms) VALUES(?, ?)"_s,
            {text(body.key), milliseconds(event.at)});
    }

    Result<void> operator()(const events::AttemptEnded &body) const
    {
        const Result<void> updated = change(connection,
            u"UPDATE deployments SET ended_ms = ?, ended_sequence = ? WHERE key = ?"_s,
            {milliseconds(event.at), event.sequence, key});
        if (!updated)
            return updated;
        return change(connection,
            u"UPDATE attempts SET ended_ms = ?, reported = ? WHERE deployment = ? AND attempt = ?"_s,
            {milliseconds(event.at), reportedName(body.reported), key, event.attempt});
    }

    Result<void> operator()(const events::VerdictReached &) const
    {
        return change(connection,
            u"UPDATE deployments SET verdict_sequence = ? WHERE key = ?"_s,
            {event.sequence, key});
    }

    template <typename Other> Result<void> operator()(const Other &) const { return {}; }
};

} // namespace

Result<qint64> DeploymentRows::key(Connection &connection, const DeploymentId &id)
{
    const Result<QVariant> found =
        connection.value(u"SELECT key FROM deployments WHERE id = ?"_s, {id.value});
    if (!found)
        return failure(found.error());
    if (!found->isValid())
        return failure(Error::Kind::NotFound, u"no deployment %1 in the journal"_s.arg(id.value));
    return found->toLongLong();
}

Result<qint64> DeploymentRows::lastSequence(Connection &connection, qint64 key)
{
    const Result<QVariant> found =
        connection.value(u"SELECT last_sequence FROM deployments WHERE key = ?"_s, {key});
    if (!found)
        return failure(found.error());
    return found->toLongLong();
}

Result<void> DeploymentRows::setLastSequence(Connection &connection, qint64 key, qint64 sequence)
{
    return change(
        connection, u"UPDATE deployments SET last_sequence = ? WHERE key = ?"_s, {sequence, key});
}

Result<int> DeploymentRows::create(
    Connection &connection, const DeploymentId &id, const AppName &app, int number)
{
    const Result<QVariant> last =
        connection.value(u"SELECT max(number) FROM deployments WHERE app = ?"_s, {app.value});
    if (!last)
        return failure(last.error());
    const int next = last->toInt() + 1;
    if (number != 0 && number < next)
        return failure(Error::Kind::Conflict, u"number %1 is taken"_s.arg(number));
    const int mine = number == 0 ? next : number;
    const Result<QVariant> known =
        connection.value(u"SELECT key FROM deployments WHERE id = ?"_s, {id.value});
    if (!known)
        return failure(known.error());
    if (known->isValid())
        return failure(Error::Kind::Conflict, u"deployment %1 exists"_s.arg(id.value));
    const Result<void> made = change(connection,
        u"INSERT INTO deployments(id, app, number) VALUES(?, ?, ?)"_s,
        {id.value, app.value, mine});
    if (!made)
        return failure(made.error());
    return mine;
}

Result<void> DeploymentRows::apply(Connection &connection, qint64 key, const DeployEvent &event)
{
    return std::visit(Projection{connection, key, event}, event.body);
}

Result<QList<DeploymentId>> DeploymentRows::removeOld(
    Connection &connection, const AppName &app, int keep)
{
    QList<DeploymentId> old;
    const Result<void> listed = connection.query(
        u"SELECT id FROM deployments WHERE app = ? AND (ended_ms IS NOT NULL OR attempts = 0)"
        " AND key NOT IN (SELECT key FROM deployments WHERE app = ? ORDER BY number DESC LIMIT ?)"_s,
        {app.value, app.value, keep},
        [&old](const QSqlQuery &row) { old.append(DeploymentId(row.value(0).toString())); });
    if (!listed)
        return failure(listed.error());
    for (const DeploymentId &id : std::as_const(old)) {
        const Result<void> removed =
            change(connection, u"DELETE FROM deployments WHERE id = ?"_s, {id.value});
        if (!removed)
            return failure(removed.error());
    }
    return old;
}

Result<QList<DeploymentId>> DeploymentRows::removeAll(Connection &connection)
{
    QList<DeploymentId> all;
    const Result<void> listed = connection.query(u"SELECT id FROM deployments"_s,
        {},
        [&all](const QSqlQuery &row) { all.append(DeploymentId(row.value(0).toString())); });
    if (!listed)
        return failure(listed.error());
    for (const QString &sql : {u"DELETE FROM deployments"_s, u"DELETE FROM release_commands"_s}) {
        const Result<void> removed = change(connection, sql, {});
        if (!removed)
            return failure(removed.error());
    }
    return all;
}
