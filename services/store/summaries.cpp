#include "store/connection.h"
#include "store/deploymentrows.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;
using DeploymentRows::Ownership;
using DeploymentRows::OwnershipOf;

namespace {

QString selection(const QString &where)
{
    return u"SELECT d.id, d.app, d.number, d.kind, d.refers_to, d.attempts, d.release_version,"
           " d.image, d.started_ms, d.ended_ms, d.host, d.boot_id, d.pid, d.program,"
           " ended.body, verdict.body FROM deployments d"
           " LEFT JOIN events ended ON ended.deployment = d.key AND ended.sequence = "
           "d.ended_sequence"
           " LEFT JOIN events verdict ON verdict.deployment = d.key"
           " AND verdict.sequence = d.verdict_sequence"
           " WHERE d.attempts > 0 AND "_s
        + where;
}

enum Column
{
    Id,
    App,
    Number,
    Kind,
    RefersTo,
    Attempts,
    ReleaseVersion,
    Image,
    Started,
    Ended,
    Host,
    BootId,
    Pid,
    Program,
    EndedBody,
    VerdictBody,
};

QDateTime time(const QVariant &value)
{
    return value.isNull() ? QDateTime()
                          : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

DeployKind kindFromName(const QString &name)
{
    for (DeployKind kind : {DeployKind::Retry, DeployKind::Resume, DeployKind::RollBack}) {
        if (deployKindName(kind) == name)
            return kind;
    }
    return DeployKind::Deploy;
}

// What only the events know; a row is shown without it rather than not at all.
template <typename Body> std::optional<Body> body(const QVariant &json)
{
    const QByteArray bytes = json.toByteArray();
    if (bytes.isEmpty())
        return {};
    const Result<DeployEvent> event = deployEventFromJson(bytes);
    if (!event || !std::holds_alternative<Body>(event->body))
        return {};
    return std::get<Body>(event->body);
}

DeploymentSummary summaryOf(const QSqlQuery &row)
{
    DeploymentSummary summary;
    summary.id = DeploymentId(row.value(Id).toString());
    summary.app = AppName(row.value(App).toString());
    summary.number = row.value(Number).toInt();
    summary.kind = kindFromName(row.value(Kind).toString());
    summary.refersTo = DeploymentId(row.value(RefersTo).toString());
    summary.attempts = row.value(Attempts).toInt();
    summary.releaseVersion = row.value(ReleaseVersion).toInt();
    summary.image = row.value(Image).toString();
    summary.startedAt = time(row.value(Started));
    summary.endedAt = time(row.value(Ended));
    summary.owner = {row.value(Host).toString(),
        row.value(BootId).toString(),
        row.value(Pid).toLongLong(),
        row.value(Program).toString()};
    if (const auto ended = body<events::AttemptEnded>(row.value(EndedBody))) {
        summary.reported = ended->reported;
        if (ended->reported == Reported::Failed)
            summary.failedStep = ended->failedStep;
    }
    if (const auto reached = body<events::VerdictReached>(row.value(VerdictBody)))
        summary.verdict = reached->verdict;
    return summary;
}

bool isSameProcess(const ProcessIdentity &one, const ProcessIdentity &other)
{
    return one.pid == other.pid && one.bootId == other.bootId && one.host == other.host;
}

// Only one deployment of an app can be running: of those without an end the one that began last,
// when it is the lock's holder that began it.
void setStatuses(QList<DeploymentSummary> &summaries, const OwnershipOf &ownershipOf)
{
    using Status = DeploymentSummary::Status;
    QHash<AppName, DeploymentSummary *> newest;
    for (DeploymentSummary &summary : summaries) {
        summary.status = summary.endedAt.isValid() ? Status::Ended : Status::Interrupted;
        if (summary.status == Status::Ended)
            continue;
        DeploymentSummary *&best = newest[summary.app];
        if (!best || best->startedAt < summary.startedAt)
            best = &summary;
    }
    for (auto it = newest.cbegin(); it != newest.cend(); ++it) {
        const Ownership ownership = ownershipOf(it.key());
        if (ownership.owner && isSameProcess(*ownership.owner, it.value()->owner))
            it.value()->status = ownership.ours ? Status::Running : Status::RunningElsewhere;
    }
}

Result<QList<DeploymentSummary>> select(Connection &connection,
    const QString &where,
    const QVariantList &values,
    const OwnershipOf &ownership)
{
    QList<DeploymentSummary> summaries;
    const Result<void> done = connection.query(selection(where),
        values,
        [&summaries](const QSqlQuery &row) { summaries.append(summaryOf(row)); });
    if (!done)
        return failure(done.error());
    setStatuses(summaries, ownership);
    return summaries;
}

} // namespace

Result<QList<DeploymentSummary>> DeploymentRows::ofApp(
    Connection &connection, const AppName &app, int limit, const OwnershipOf &ownership)
{
    if (app.isEmpty())
        return select(
            connection, u"1 = 1 ORDER BY d.started_ms DESC LIMIT ?"_s, {limit}, ownership);
    return select(
        connection, u"d.app = ? ORDER BY d.number DESC LIMIT ?"_s, {app.value, limit}, ownership);
}

Result<std::optional<DeploymentSummary>> DeploymentRows::one(
    Connection &connection, const DeploymentId &id, const OwnershipOf &ownership)
{
    // With the other open ones of its app, so that it is known which of them is running.
    Result<QList<DeploymentSummary>> found = select(connection,
        u"(d.id = ? OR (d.ended_ms IS NULL"
        " AND d.app = (SELECT app FROM deployments WHERE id = ?)))"_s,
        {id.value, id.value},
        ownership);
    if (!found)
        return failure(found.error());
    for (const DeploymentSummary &summary : std::as_const(*found)) {
        if (summary.id == id)
            return std::optional(summary);
    }
    return std::optional<DeploymentSummary>();
}

Result<QList<DeploymentSummary>> DeploymentRows::unfinished(
    Connection &connection, const OwnershipOf &ownership)
{
    return select(connection,
        u"d.ended_ms IS NULL AND d.number = (SELECT max(number) FROM deployments"
        " WHERE app = d.app AND attempts > 0) ORDER BY d.started_ms DESC"_s,
        {},
        ownership);
}
