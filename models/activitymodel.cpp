#include "models/activitymodel.h"

#include "models/format.h"
#include "models/words.h"
#include "models/wordsstack.h"
#include "types/stackplan.h"

using namespace Qt::StringLiterals;

namespace {

SpanId spanOf(const DeployEvent &event)
{
    if (const auto *started = std::get_if<events::SpanStarted>(&event.body))
        return started->span;
    if (const auto *noted = std::get_if<events::SpanNoted>(&event.body))
        return noted->span;
    if (const auto *ended = std::get_if<events::SpanEnded>(&event.body))
        return ended->span;
    if (const auto *skipped = std::get_if<events::SpanSkipped>(&event.body))
        return skipped->span.span;
    return {};
}

} // namespace

ActivityModel::ActivityModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

bool ActivityModel::isNews(const DeployEvent &event)
{
    if (const auto *started = std::get_if<events::SpanStarted>(&event.body))
        return started->segment == Segment::Work || isWaiting(started->segment);
    if (const auto *ended = std::get_if<events::SpanEnded>(&event.body))
        return ended->outcome == Outcome::Failed;
    if (const auto *noted = std::get_if<events::SpanNoted>(&event.body))
        return noted->note == Note::LeaseHeldBy || noted->note == Note::MachineExited
            || noted->note == Note::RetryingCall || noted->note == Note::Adopted;
    return std::holds_alternative<events::AttemptStarted>(event.body)
        || std::holds_alternative<events::SpanSkipped>(event.body)
        || std::holds_alternative<events::MachineUpdated>(event.body)
        || std::holds_alternative<events::CancelRequested>(event.body)
        || std::holds_alternative<events::AttemptEnded>(event.body)
        || std::holds_alternative<events::VerdictReached>(event.body);
}

void ActivityModel::add(const QList<DeployEvent> &events, const DeploymentState &state)
{
    QList<Row> fresh;
    for (const DeployEvent &event : events) {
        if (!isNews(event))
            continue;
        Row row{event, targetName(state.app), std::nullopt, {}};
        if (const SpanState *span = state.span(spanOf(event)))
            row.span = *span;
        row.summary = state;
        row.summary.spans.clear();
        row.summary.spanIndex.clear();
        fresh.prepend(row);
    }
    if (fresh.isEmpty())
        return;
    if (fresh.size() > s_kept)
        fresh.resize(s_kept);
    if (const int over = int(m_rows.size() + fresh.size()) - s_kept; over > 0) {
        beginRemoveRows({}, int(m_rows.size()) - over, int(m_rows.size()) - 1);
        m_rows.remove(m_rows.size() - over, over);
        endRemoveRows();
    }
    beginInsertRows({}, 0, int(fresh.size()) - 1);
    m_rows = fresh + m_rows;
    endInsertRows();
}

void ActivityModel::retranslate()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return sentence(row);
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(Format::time(row.event.at), sentence(row));
    case Qt::ToolTipRole:
        return Format::utc(row.event.at);
    case Roles::Status:
        return status(row);
    case Roles::Sort:
        return row.event.at;
    case Roles::Id:
        return QString(row.event.deployment.value % u'/' % QString::number(row.event.sequence));
    case Roles::Raw:
        return row.app;
    default:
        return {};
    }
}

QString ActivityModel::stepOf(const Row &row)
{
    return Words::step(row.span.value_or(SpanState()));
}

QString ActivityModel::sentence(const Row &row) const
{
    const DeployEventBody &body = row.event.body;
    if (const auto *started = std::get_if<events::AttemptStarted>(&body)) {
        const QString kind = Words::kind(started->plan.kind);
        if (started->plan.stack)
            return tr("%1 %2 · version %3").arg(kind, row.app, started->plan.image);
        return tr("%1 %2 · image %3").arg(kind, row.app, Format::shortImage(started->plan.image));
    }
    if (const auto *started = std::get_if<events::SpanStarted>(&body)) {
        if (isWaiting(started->segment) && !started->lane.isEmpty()) {
            return tr("%1 · machine %2 · waiting: %3")
                .arg(row.app, Format::shortId(started->lane), Words::segment(started->segment));
        }
        if (isWaiting(started->segment)) {
            return tr("%1 · %2 · waiting: %3")
                .arg(row.app, stepOf(row), Words::segment(started->segment));
        }
        return tr("%1 · %2 started").arg(row.app, stepOf(row));
    }
    if (std::holds_alternative<events::SpanEnded>(body))
        return tr("%1 · %2 failed").arg(row.app, stepOf(row));
    if (const auto *noted = std::get_if<events::SpanNoted>(&body)) {
        const QString note = Words::note({row.event.at, noted->note, noted->args});
        if (!row.span)
            return tr("%1 · %2").arg(row.app, note); // of a call outside every step
        return tr("%1 · %2 · %3").arg(row.app, Words::step(*row.span), note);
    }
    if (const auto *skipped = std::get_if<events::SpanSkipped>(&body)) {
        return tr("%1 · %2 · %3")
            .arg(row.app, stepOf(row), Words::reason(skipped->reason, skipped->args));
    }
    if (const auto *updated = std::get_if<events::MachineUpdated>(&body))
        return tr("%1 · machine %2 updated").arg(row.app, Format::shortId(updated->machine.value));
    if (const auto *cancel = std::get_if<events::CancelRequested>(&body))
        return tr("%1 · cancel requested by %2").arg(row.app, cancel->by.program);
    if (const auto *ended = std::get_if<events::AttemptEnded>(&body))
        return tr("%1 · %2").arg(row.app, Words::whatChanged(*ended, row.summary));
    if (const auto *verdict = std::get_if<events::VerdictReached>(&body))
        return tr("%1 · %2").arg(row.app, Words::verdict(verdict->verdict));
    return {};
}

int ActivityModel::status(const Row &row) const
{
    const DeployEventBody &body = row.event.body;
    if (const auto *ended = std::get_if<events::SpanEnded>(&body))
        return int(statusOf(ended->outcome));
    if (std::holds_alternative<events::SpanSkipped>(body))
        return int(Status::Skipped);
    if (const auto *started = std::get_if<events::SpanStarted>(&body))
        return int(isWaiting(started->segment) ? Status::Waiting : Status::Running);
    if (std::holds_alternative<events::MachineUpdated>(body))
        return int(Status::Succeeded);
    if (const auto *ended = std::get_if<events::AttemptEnded>(&body))
        return int(statusOf(ended->reported, std::nullopt));
    if (const auto *verdict = std::get_if<events::VerdictReached>(&body))
        return int(statusOf(verdict->verdict.reported, verdict->verdict));
    if (std::holds_alternative<events::CancelRequested>(body)
        || std::holds_alternative<events::SpanNoted>(body))
        return int(Status::Warning);
    return int(Status::Running);
}
