#include "ui/deploy/outcomestrip.h"

#include "models/format.h"
#include "models/wordsquestion.h"
#include "models/wordsstack.h"
#include "ui/widgets/statusmark.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

// The step that is at work now, deepest and latest: what a person would name.
const SpanState *currentStep(const DeploymentState &state, int attempt)
{
    const SpanState *queued = nullptr; // waits for its turn: the others are what happens
    QList<SpanId> idle; // steps of those that wait
    for (auto span = state.spans.crbegin(); span != state.spans.crend(); ++span) {
        if (span->attempt != attempt || span->outcome != Outcome::Running
            || span->step == Step::WatchAddress)
            continue;
        if (span->segment == Segment::WaitTurn) {
            queued = queued ? queued : &*span;
            idle.append(span->parent);
            continue;
        }
        const bool shown = span->segment == Segment::Work || isWaiting(span->segment);
        if (shown && !idle.contains(span->id))
            return &*span;
    }
    return queued;
}

// The proof's gist: the whole line is one click away.
QString gist(const QString &text)
{
    constexpr int most = 90;
    return text.size() <= most ? text : QString(text.left(most).trimmed() % u'…');
}

QLabel *textLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

OutcomeStrip::OutcomeStrip(const Catalogue &catalogue, QWidget *parent)
    : QFrame(parent)
    , m_catalogue(catalogue)
    , m_now(QDateTime::currentDateTimeUtc())
    , m_language(u"en"_s)
    , m_mark(new StatusMark)
    , m_headline(textLabel(u"outcome.headline"_s))
    , m_body(textLabel(u"outcome.body"_s))
    , m_change(textLabel(u"outcome.change"_s))
    , m_retry(new QPushButton)
    , m_resume(new QPushButton)
    , m_rollBack(new QPushButton)
    , m_cancel(new QPushButton)
    , m_decide(new QPushButton)
    , m_evidence(new QPushButton)
    , m_buttons(new QHBoxLayout)
{
    build();
    retranslate();
    connect(m_retry, &QPushButton::clicked, this, &OutcomeStrip::retryRequested);
    connect(m_resume, &QPushButton::clicked, this, &OutcomeStrip::resumeRequested);
    connect(m_rollBack, &QPushButton::clicked, this, &OutcomeStrip::rollBackRequested);
    connect(m_cancel, &QPushButton::clicked, this, &OutcomeStrip::cancelRequested);
    connect(m_decide, &QPushButton::clicked, this, &OutcomeStrip::decideRequested);
    connect(m_evidence, &QPushButton::clicked, this, [this] {
        const AttemptState *attempt = m_state.lastAttempt();
        if (attempt && attempt->diagnosis && !attempt->diagnosis->evidence.isEmpty())
            Q_EMIT evidenceRequested(attempt->diagnosis->evidence.first());
    });
}

void OutcomeStrip::build()
{
    setObjectName(u"outcome"_s);
    m_retry->setObjectName(u"outcome.retry"_s);
    m_resume->setObjectName(u"outcome.resume"_s);
    m_rollBack->setObjectName(u"outcome.rollBack"_s);
    m_cancel->setObjectName(u"outcome.cancel"_s);
    m_decide->setObjectName(u"outcome.decide"_s);
    m_evidence->setObjectName(u"outcome.evidence"_s);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_headline->setFont(strong);
    m_change->setForegroundRole(QPalette::PlaceholderText);

    m_buttons->setSpacing(8);
    for (QPushButton *button : {m_decide, m_resume, m_retry, m_rollBack, m_cancel, m_evidence})
        m_buttons->addWidget(button);
    m_buttons->addStretch();
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_mark, 0, Qt::AlignTop);
    head->addWidget(m_headline, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_body);
    column->addWidget(m_change);
    column->addLayout(m_buttons);
    // As tall as its wrapped sentences: the log below gives way.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void OutcomeStrip::setDeployment(
    const DeploymentState &state, const std::optional<DeploymentSummary> &summary)
{
    m_state = state;
    m_summary = summary;
    refresh();
}

void OutcomeStrip::setNow(const QDateTime &now)
{
    m_now = now;
    const AttemptState *attempt = m_state.lastAttempt();
    if (attempt && !attempt->ended)
        refresh();
}

void OutcomeStrip::setLanguage(const QString &language)
{
    m_language = language;
    refresh();
}

void OutcomeStrip::setOffered(bool retry, bool rollBack)
{
    m_retryOffered = retry;
    m_rollBackOffered = rollBack;
    refresh();
}

void OutcomeStrip::setUsable(bool usable)
{
    for (QPushButton *button : {m_retry, m_resume, m_rollBack, m_cancel, m_decide})
        button->setEnabled(usable);
}

void OutcomeStrip::setToldAbove(bool told)
{
    if (std::exchange(m_toldAbove, told) != told)
        refresh();
}

void OutcomeStrip::setReadOnly()
{
    m_readOnly = true;
    refresh();
}

QString OutcomeStrip::headline() const
{
    return m_headline->text();
}

QString OutcomeStrip::explanation() const
{
    return m_body->text();
}

void OutcomeStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void OutcomeStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(palette());
    painter.fillRect(rect(), theme.window);
    painter.fillRect(0, 0, width(), 1, theme.hairline);
    painter.fillRect(0, height() - 1, width(), 1, theme.hairline);
}

void OutcomeStrip::retranslate()
{
    m_resume->setText(tr("Resume"));
    m_rollBack->setText(tr("Roll back"));
    m_cancel->setText(tr("Ask it to cancel"));
    m_decide->setText(tr("Decide what to do…"));
    m_evidence->setText(tr("Evidence"));
    m_evidence->setToolTip(tr("Show the line that proves it"));
    refresh();
}

void OutcomeStrip::refresh()
{
    const AttemptState *attempt = m_state.lastAttempt();
    setVisible(attempt != nullptr);
    if (!attempt)
        return;
    using ListStatus = DeploymentSummary::Status;
    const bool isInterrupted = m_summary && m_summary->status == ListStatus::Interrupted;
    const bool isElsewhere = m_summary && m_summary->status == ListStatus::RunningElsewhere;
    DiagnosisText diagnosis;
    const Lines lines = attempt->ended ? ended(*attempt, &diagnosis)
        : isInterrupted                ? interrupted(*attempt)
                                       : running(*attempt);
    m_mark->setStatus(lines.status);
    m_headline->setText(lines.headline);
    m_body->setText(lines.body);
    m_body->setVisible(!lines.body.isEmpty());
    m_change->setText(lines.change);
    m_change->setVisible(!lines.change.isEmpty());
    setAccessibleName(lines.headline);
    showButtons(attempt, diagnosis, isInterrupted, isElsewhere);
}

OutcomeStrip::Lines OutcomeStrip::running(const AttemptState &attempt) const
{
    const bool elsewhere =
        m_summary && m_summary->status == DeploymentSummary::Status::RunningElsewhere;
    const auto elapsed = std::chrono::milliseconds(attempt.startedAt.msecsTo(m_now));
    const std::optional<UsualDuration> usual = attempt.plan.usualTotal;
    const SpanState *step = currentStep(m_state, attempt.number);
    Lines lines;
    lines.status = step && isWaiting(step->segment) ? Status::Waiting : Status::Running;
    if (attempt.cancelRequested)
        lines.headline =
            tr("Stopping: what is being changed is finished, then leases are released.");
    else if (step && step->segment != Segment::Work && !step->lane.isEmpty())
        lines.headline =
            tr("Now: machine %1, %2").arg(Format::shortId(step->lane), Words::step(*step));
    else if (step && attempt.plan.stack && !serviceOfLane(step->lane).isEmpty())
        lines.headline = tr("Now: %1, %2", "a step, and its service")
                             .arg(Words::step(*step), serviceOfLane(step->lane));
    else if (step)
        lines.headline = tr("Now: %1").arg(Words::step(*step));
    else
        lines.headline = tr("Running");
    lines.body = usual && usual->p50.count() > 0
        ? tr("%1 so far, usually %2.").arg(Format::duration(elapsed), Format::duration(usual->p50))
        : tr("%1 so far.").arg(Format::duration(elapsed));
    if (elsewhere) {
        lines.change =
            tr("It is run by %1 (process %2 on %3) and followed here.")
                .arg(attempt.owner.program, QString::number(attempt.owner.pid), attempt.owner.host);
    } else if (step && !step->notes.isEmpty()) {
        lines.change = Words::note(step->notes.last());
    }
    return lines;
}

OutcomeStrip::Lines OutcomeStrip::interrupted(const AttemptState &attempt) const
{
    Lines lines;
    lines.status = Status::Warning;
    lines.headline =
        tr("Interrupted: %1 ended while it ran this deployment.").arg(attempt.owner.program);
    if (attempt.plan.stack) {
        lines.body = tr("What had been begun on the servers has gone on by itself. Resuming brings "
                        "what happened since, and repeats nothing that is done.");
        return lines;
    }
    lines.body = attempt.updated.isEmpty()
        ? tr("No machine had been updated. Resuming looks first, and repeats nothing that is done.")
        : tr("%Ln machine(s) had been updated. Resuming looks first, and repeats nothing that is "
             "done.",
            nullptr,
            int(attempt.updated.size()));
    return lines;
}

OutcomeStrip::Lines OutcomeStrip::ended(const AttemptState &attempt, DiagnosisText *diagnosis) const
{
    Lines lines;
    lines.status = statusOf(attempt.ended->reported, attempt.verdict);
    const QString truth = attempt.verdict ? Words::verdict(*attempt.verdict) : QString();
    if (attempt.diagnosis)
        *diagnosis = m_catalogue.text(*attempt.diagnosis, m_language);
    if (attempt.ended->reported == Reported::Failed) {
        lines.headline = failureHeadline(attempt);
        lines.body = diagnosis->cause;
        if (!diagnosis->remedy.isEmpty())
            lines.body = QString(lines.body % u'\n' % diagnosis->remedy).trimmed();
        if (lines.body.isEmpty() && attempt.ended->error)
            lines.body = reason(attempt);
        const bool nothingChanged = attempt.verdict && attempt.verdict->reality == Reality::AllOld;
        lines.change = m_toldAbove && nothingChanged ? QString() : truth;
        if (const QString question = Words::question(m_state); !question.isEmpty())
            lines.body = QString(lines.body % u'\n' % question).trimmed();
        else if (attempt.answer)
            lines.body = QString(lines.body % u'\n' % Words::answered(*attempt.answer)).trimmed();
    } else {
        lines.headline = truth.isEmpty() ? Words::attemptSummary(attempt, m_state, {}) : truth;
        lines.body = Words::whatChanged(*attempt.ended, m_state);
        // That it was cancelled is no news to who reads what became of it.
        if (attempt.ended->error && attempt.ended->error->kind != Error::Kind::Cancelled)
            lines.change = reason(attempt);
    }
    return lines;
}

QString OutcomeStrip::reason(const AttemptState &attempt) const
{
    const QString ofStack = attempt.plan.stack ? Words::stackReasonOf(m_state, attempt) : QString();
    return ofStack.isEmpty() ? Words::error(*attempt.ended->error) : ofStack;
}

QString OutcomeStrip::failureHeadline(const AttemptState &attempt) const
{
    if (attempt.ended->journalLost)
        return tr("Stopped: the journal could not be written");
    const QString step = Words::step(attempt.ended->failedStep);
    const auto &command = attempt.releaseCommand;
    QString what = step;
    if (command && attempt.ended->failedStep == Step::ReleaseCommand && command->exitCode) {
        what = command->oomKilled ? tr("%1 · out of memory").arg(step)
            : command->timedOut   ? tr("%1 · took too long").arg(step)
            : command->signal > 0
            ? tr("%1 · signal %2").arg(step, QString::number(command->signal))
            : tr("%1 · exit %2").arg(step, QString::number(*command->exitCode));
    } else if (!attempt.ended->failedLane.isEmpty()) {
        what = tr("%1 · %2", "step · machine or stage")
                   .arg(step, Format::shortId(attempt.ended->failedLane));
    }
    if (!attempt.diagnosis || attempt.diagnosis->evidence.isEmpty())
        return what;
    const Evidence &proof = attempt.diagnosis->evidence.first();
    const QString text = gist(proof.text);
    switch (proof.kind) {
    case Evidence::Kind::Answer:
        return tr("%1 · “%2”").arg(what, text);
    case Evidence::Kind::LogLine:
        if (proof.logIndex < 0)
            return tr("%1 · “%2”").arg(what, text);
        return tr("%1 · “%2” (log line %3)")
            .arg(what, text, QLocale().toString(proof.logIndex + 1));
    case Evidence::Kind::ConfigLine:
        return tr("%1 · “%2” (%3, line %4)")
            .arg(what, text, proof.file, QLocale().toString(proof.line));
    case Evidence::Kind::ExitCode:
    case Evidence::Kind::Check:
        break;
    }
    return what;
}

void OutcomeStrip::showButtons(const AttemptState *attempt,
    const DiagnosisText &diagnosis,
    bool isInterrupted,
    bool isElsewhere)
{
    m_evidence->setVisible(attempt->diagnosis && !attempt->diagnosis->evidence.isEmpty());
    if (m_readOnly) {
        for (QPushButton *button : {m_retry, m_resume, m_rollBack, m_cancel, m_decide})
            button->hide();
        return;
    }
    const bool fromRelease = diagnosis.nextSteps.contains(NextStep::RetryFromReleaseCommand);
    const bool asks = m_retryOffered && m_state.openQuestion();
    m_decide->setVisible(asks);
    const bool retry = m_retryOffered && !isInterrupted && !asks
        && (fromRelease || diagnosis.nextSteps.contains(NextStep::RetryDeploy));
    m_retry->setText(fromRelease ? tr("Retry from the release command") : tr("Retry deploy"));
    m_retry->setVisible(retry);
    m_resume->setVisible(isInterrupted);
    // Where it left nothing of its own, a roll back would undo the deployment before it.
    const bool isUndone = attempt->verdict && attempt->verdict->reality == Reality::AllOld;
    m_rollBack->setVisible(m_rollBackOffered && !asks && !isUndone
        && (isInterrupted || diagnosis.nextSteps.contains(NextStep::RollBack)));
    // What ran before the first attempt: a later one may have found the new version half-way.
    const int version = m_state.attempts.first().plan.currentVersion;
    m_rollBack->setText(version > 0 ? tr("Roll back to v%1").arg(version) : tr("Roll back"));
    m_cancel->setVisible(isElsewhere && !attempt->cancelRequested);
}
