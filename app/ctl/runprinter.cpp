#include "app/ctl/runprinter.h"

#include "app/ctl/jsonshapes.h"
#include "app/ctl/text.h"
#include "models/format.h"
#include "models/words.h"

using namespace Qt::StringLiterals;

namespace {

std::chrono::milliseconds lengthOf(const SpanState &span)
{
    return std::chrono::milliseconds(span.startedAt.msecsTo(span.endedAt));
}

bool isWorthALine(Note note)
{
    return note == Note::LeaseHeldBy || note == Note::MachineExited || note == Note::RetryingCall
        || note == Note::Adopted;
}

} // namespace

void RunPrinter::print(const DeployEvent &event)
{
    if (event.deployment == m_state.id && event.sequence <= m_state.lastSequence)
        return;
    const Result<void> applied = m_state.apply(event);
    if (m_out.isJson()) {
        if (m_events)
            m_out.object("event"_L1, {{u"event"_s, eventObject(event)}});
    } else if (applied) {
        tell(event);
    }
}

QString RunPrinter::stamp(const QDateTime &at) const
{
    const AttemptState *attempt = m_state.lastAttempt();
    const qint64 since = attempt ? attempt->startedAt.msecsTo(at) : 0;
    const QString time = Format::axis(std::chrono::seconds(since / 1000));
    return u"  "_s + time.rightJustified(7) + u"  "_s;
}

// The segments of a machine's bar: "wait 3 s, pull 10 s".
QString RunPrinter::parts(const SpanState &span) const
{
    QStringList texts;
    for (const SpanState &part : m_state.spans) {
        if (part.parent == span.id && part.segment != Segment::Work && part.endedAt.isValid()
            && lengthOf(part).count() > 0)
            texts += CtlText::tr("%1 %2", "part of a step, its duration")
                         .arg(Words::segment(part.segment), Format::duration(lengthOf(part)));
    }
    return texts.join(u", "_s);
}

// Of a stack's service, which one it is about.
QString RunPrinter::nameOf(const SpanState &span) const
{
    const QString name = Words::step(span);
    const bool isOfService = isStackTarget(m_state.app) && !isAddressLane(span.lane);
    const QString service = isOfService ? serviceOfLane(span.lane) : QString();
    return service.isEmpty()
        ? name
        : CtlText::tr("%1 “%2”", "a step, and what it is about").arg(name, service);
}

void RunPrinter::spanEnded(const SpanState &span)
{
    if (span.segment != Segment::Work || span.step == Step::AcquireLease)
        return;
    const QString name = nameOf(span);
    const QString duration = Format::duration(lengthOf(span));
    const QString outcome = Words::outcome(span.outcome);
    QString text =
        CtlText::tr("%1: %2, %3", "step, outcome, duration").arg(name, outcome, duration);
    const QString segments = parts(span);
    if (!segments.isEmpty())
        text += u" ("_s + segments + u')';
    m_out.line(stamp(span.endedAt) + text);
    // A step fails for the reason of its part, which has been told.
    const QString reason = span.error ? Words::error(*span.error) : QString();
    if (!reason.isEmpty() && reason != m_reason)
        m_out.line(QString(11, u' ') + reason);
    m_reason = reason;
}

void RunPrinter::spanNoted(const events::SpanNoted &noted)
{
    const SpanState *span = m_state.span(noted.span);
    if (!span || span->notes.isEmpty() || !isWorthALine(noted.note))
        return;
    m_out.line(
        stamp(span->notes.last().at) + nameOf(*span) + u": "_s + Words::note(span->notes.last()));
}

void RunPrinter::tell(const DeployEvent &event)
{
    if (const auto *started = std::get_if<events::AttemptStarted>(&event.body)) {
        m_out.line(CtlText::tr("%1 of %2, deployment %3, attempt %4")
                       .arg(Words::kind(started->plan.kind),
                           targetName(started->plan.app),
                           event.deployment.value,
                           QLocale().toString(event.attempt)));
    } else if (const auto *skipped = std::get_if<events::SpanSkipped>(&event.body)) {
        const SpanState *span = m_state.span(skipped->span.span);
        if (span)
            m_out.line(stamp(event.at)
                + CtlText::tr("%1: skipped, %2", "step, reason")
                      .arg(nameOf(*span), Words::reason(skipped->reason, skipped->args)));
    } else if (const auto *noted = std::get_if<events::SpanNoted>(&event.body)) {
        spanNoted(*noted);
    } else if (const auto *ended = std::get_if<events::SpanEnded>(&event.body)) {
        if (const SpanState *span = m_state.span(ended->span))
            spanEnded(*span);
    } else if (std::holds_alternative<events::CancelRequested>(event.body)) {
        m_out.line(stamp(event.at) + CtlText::tr("Stop was asked for."));
    } else if (const auto *attempt = std::get_if<events::AttemptEnded>(&event.body)) {
        m_out.line(stamp(event.at) + Words::whatChanged(*attempt, m_state));
    } else if (const auto *reached = std::get_if<events::VerdictReached>(&event.body)) {
        m_out.line(Words::verdict(reached->verdict));
    }
}
