#include "models/spancsv.h"

#include "core/sanitise.h"
#include "types/planarchive.h"

using namespace Qt::StringLiterals;

namespace {

QString seconds(std::chrono::milliseconds duration)
{
    return QString::number(static_cast<double>(duration.count()) / 1000, 'f', 3);
}

QString utc(const QDateTime &at)
{
    return at.isValid() ? at.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QString durationOf(const SpanState &span)
{
    if (!span.endedAt.isValid())
        return {};
    const qint64 took = span.startedAt.msecsTo(span.endedAt);
    return seconds(std::chrono::milliseconds(std::max<qint64>(0, took)));
}

QByteArray line(const QStringList &fields)
{
    QStringList safe;
    for (const QString &field : fields)
        safe.append(Sanitise::forCsv(Redact::text(field)));
    return safe.join(u',').toUtf8() + "\r\n";
}

QStringList fieldsOf(const DeploymentState &state, const SpanState &span)
{
    const bool skipped = span.outcome == Outcome::Skipped;
    return {state.id.value,
        state.app.value,
        QString::number(state.number),
        QString::number(span.attempt),
        QString::number(span.id.value),
        span.parent.value > 0 ? QString::number(span.parent.value) : QString(),
        phaseName(span.phase),
        stepName(span.step),
        segmentName(span.segment),
        span.lane,
        span.title,
        utc(span.startedAt),
        utc(span.endedAt),
        durationOf(span),
        isWaiting(span.segment) ? u"true"_s : u"false"_s,
        outcomeName(span.outcome),
        skipped ? EnumNames<PlanReason>::name(span.skipReason) : QString(),
        span.error ? errorKindName(span.error->kind) : QString(),
        span.usual ? seconds(span.usual->p50) : QString(),
        span.usual ? seconds(span.usual->p95) : QString()};
}

} // namespace

QByteArray spanCsv(const DeploymentState &state)
{
    QByteArray csv =
        "deployment,app,number,attempt,span,parent,phase,step,segment,lane,title,started_at,"
        "ended_at,duration_seconds,waiting,outcome,skip_reason,error,usual_p50_seconds,"
        "usual_p95_seconds\r\n";
    for (const SpanState &span : state.spans)
        csv += line(fieldsOf(state, span));
    return csv;
}
