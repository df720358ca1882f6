#include "capsule/capsule.h"

#include <QFile>
#include <QSaveFile>

#include <limits>

using namespace Qt::StringLiterals;

namespace {

// Who ran it is told by the program; the computer and its processes are nobody else's business.
void withoutComputer(ProcessIdentity &identity)
{
    identity = {{}, {}, 0, identity.program};
}

void withoutOwn(DeployEventBody &body)
{
    if (auto *started = std::get_if<events::AttemptStarted>(&body))
        withoutComputer(started->owner);
    else if (auto *cancel = std::get_if<events::CancelRequested>(&body))
        withoutComputer(cancel->by);
    else if (auto *lease = std::get_if<events::LeaseTaken>(&body))
        lease->nonce.clear();
}

tl::unexpected<Error> fileError(const QString &path, const QString &what)
{
    return failure(Error::Kind::InvalidInput, u"%1: %2"_s.arg(path, what));
}

} // namespace

Capsule Capsule::from(const DeploymentSummary &summary,
    const QList<DeployEvent> &events,
    const QString &program,
    const QDateTime &now)
{
    Capsule capsule;
    capsule.madeBy = u"%1 %2"_s.arg(program, QStringLiteral(ATALAYA_VERSION));
    capsule.madeAt = now.toUTC();
    capsule.app = summary.app;
    capsule.deployment = summary.id;
    capsule.number = summary.number;
    capsule.events = events;
    for (DeployEvent &event : capsule.events)
        withoutOwn(event.body);
    return capsule;
}

Result<Capsule> Capsule::of(Journal &journal,
    const DeploymentId &id,
    bool withLog,
    const QString &program,
    const QDateTime &now)
{
    const Result<std::optional<DeploymentSummary>> summary = journal.deployment(id);
    if (!summary)
        return failure(summary.error());
    if (!*summary)
        return failure(Error::Kind::NotFound, u"there is no deployment %1 here"_s.arg(id.value));
    const Result<QList<DeployEvent>> events = journal.events(id, 0);
    if (!events)
        return failure(events.error());
    Capsule capsule = from(**summary, *events, program, now);
    if (!withLog)
        return capsule;
    const Result<QList<LogLine>> lines = journal.log(id, 0, std::numeric_limits<int>::max());
    if (!lines)
        return failure(lines.error());
    capsule.log = *lines;
    return capsule;
}

Result<DeploymentState> Capsule::state() const
{
    DeploymentState state;
    state.id = deployment;
    state.app = app;
    state.number = number;
    for (qsizetype i = 0; i < events.size(); ++i) {
        const Result<void> applied = state.apply(events.at(i));
        if (!applied)
            return failure(
                Error::Kind::InvalidInput, u"events[%1]: %2"_s.arg(i).arg(applied.error().detail));
    }
    return state;
}

DeploymentSummary summaryOf(const DeploymentState &state)
{
    DeploymentSummary summary;
    summary.id = state.id;
    summary.app = state.app;
    summary.number = state.number;
    const AttemptState *last = state.lastAttempt();
    if (!last)
        return summary;
    summary.kind = state.attempts.first().plan.kind;
    summary.refersTo = state.attempts.first().plan.refersTo;
    summary.attempts = static_cast<int>(state.attempts.size());
    summary.releaseVersion = last->releaseVersion;
    summary.image = last->plan.image;
    summary.startedAt = last->startedAt;
    summary.endedAt = last->endedAt;
    summary.owner = last->owner;
    summary.verdict = last->verdict;
    summary.status =
        last->ended ? DeploymentSummary::Status::Ended : DeploymentSummary::Status::Interrupted;
    if (last->ended) {
        summary.reported = last->ended->reported;
        if (last->ended->reported == Reported::Failed)
            summary.failedStep = last->ended->failedStep;
    }
    return summary;
}

Result<void> writeCapsule(const Capsule &capsule, const QString &path)
{
    QSaveFile file(path);
    const QByteArray json = capsuleToJson(capsule);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return failure(Error::Kind::Storage, u"%1: %2"_s.arg(path, file.errorString()));
    return {};
}

Result<Capsule> readCapsule(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(path, file.errorString());
    const QByteArray json = file.read(Capsule::MostBytes + 1);
    if (json.size() > Capsule::MostBytes)
        return fileError(
            path, u"larger than the %1 bytes that a capsule may have"_s.arg(Capsule::MostBytes));
    Result<Capsule> capsule = capsuleFromJson(json);
    if (!capsule)
        return fileError(path, capsule.error().detail);
    return capsule;
}
