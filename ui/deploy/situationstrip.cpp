#include "ui/deploy/situationstrip.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/glyphs.h"
#include "ui/widgets/statusmark.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

// The same thing, however many minutes it has lasted meanwhile.
QString situationKey(const Diagnosis &situation)
{
    return QString(situation.rule % u' ' % situation.captures.value(0));
}

// Of a machine's situation; empty: it is the app's.
MachineId machineOfSituation(const Diagnosis &situation)
{
    const bool isOfApp = situation.rule.startsWith("run.release-"_L1);
    return isOfApp ? MachineId() : MachineId(situation.captures.value(0));
}

QString proofOf(const Diagnosis &situation)
{
    QStringList texts;
    for (const Evidence &evidence : situation.evidence)
        texts.append(evidence.text);
    return texts.join(u" · "_s);
}

} // namespace

QList<Diagnosis> untoldSituations(const QList<Diagnosis> &situations, const DeploymentState &last)
{
    const AttemptState *attempt = last.lastAttempt();
    if (!attempt)
        return situations;
    const QString failedAt = attempt->ended ? attempt->ended->failedLane : QString();
    const QString open = attempt->ended ? QString() : QString::number(attempt->releaseVersion);
    QList<Diagnosis> untold = situations;
    untold.removeIf([&](const Diagnosis &row) {
        const bool ofRelease = row.rule.startsWith("run.release-"_L1);
        const QString &told = ofRelease ? open : failedAt;
        return !told.isEmpty() && row.captures.value(0) == told;
    });
    return untold;
}

SituationStrip::SituationStrip(const Catalogue &catalogue, QWidget *parent)
    : QFrame(parent)
    , m_catalogue(catalogue)
    , m_language(u"en"_s)
    , m_mark(new StatusMark)
    , m_cause(new QLabel)
    , m_evidence(new ElidedLabel)
    , m_remedy(new QLabel)
    , m_retry(new QPushButton)
    , m_rollBack(new QPushButton)
    , m_machine(new QPushButton)
    , m_count(new QLabel)
    , m_next(new QPushButton)
    , m_close(new QToolButton)
{
    build();
    retranslate();
    connect(m_retry, &QPushButton::clicked, this, &SituationStrip::retryRequested);
    connect(m_rollBack, &QPushButton::clicked, this, &SituationStrip::rollBackRequested);
    connect(m_machine, &QPushButton::clicked, this, [this] {
        if (const Diagnosis *situation = shown())
            Q_EMIT machineRequested(machineOfSituation(*situation));
    });
    connect(m_next, &QPushButton::clicked, this, &SituationStrip::showNext);
    connect(m_close, &QToolButton::clicked, this, &SituationStrip::hideShown);
}

void SituationStrip::build()
{
    setObjectName(u"situation"_s);
    m_cause->setObjectName(u"situation.cause"_s);
    m_evidence->setObjectName(u"situation.evidence"_s);
    m_remedy->setObjectName(u"situation.remedy"_s);
    m_retry->setObjectName(u"situation.retry"_s);
    m_rollBack->setObjectName(u"situation.rollBack"_s);
    m_machine->setObjectName(u"situation.machine"_s);
    m_count->setObjectName(u"situation.count"_s);
    m_next->setObjectName(u"situation.next"_s);
    m_close->setObjectName(u"situation.close"_s);
    m_mark->setStatus(Status::Warning);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_cause->setFont(strong);
    m_evidence->setMuted(true);
    for (QLabel *label : {m_cause, m_remedy}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_close->setAutoRaise(true);
    m_close->setIcon(glyphIcon(Glyph::Close));
    m_close->setFocusPolicy(Qt::TabFocus);

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    auto *said = new QHBoxLayout; // the mark beside the first line, however high the button is
    said->setSpacing(8);
    said->addWidget(m_mark, 0, Qt::AlignTop);
    said->addWidget(m_cause, 1);
    head->addLayout(said, 1);
    head->setAlignment(said, Qt::AlignTop);
    head->addWidget(m_close, 0, Qt::AlignTop);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_retry, m_rollBack, m_machine})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(m_count);
    buttons->addWidget(m_next);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 8, 8);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_evidence);
    column->addWidget(m_remedy);
    column->addLayout(buttons);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void SituationStrip::setSituations(const QList<Diagnosis> &situations)
{
    if (situations == m_all)
        return;
    m_all = situations;
    refresh();
}

void SituationStrip::setLanguage(const QString &language)
{
    m_language = language;
    refresh();
}

void SituationStrip::setOffered(bool retry, bool rollBack, int version)
{
    const bool same =
        m_retryOffered == retry && m_rollBackOffered == rollBack && m_rollBackVersion == version;
    m_retryOffered = retry;
    m_rollBackOffered = rollBack;
    m_rollBackVersion = version;
    if (!same)
        refresh();
}

void SituationStrip::setQuiet(bool quiet)
{
    if (std::exchange(m_quiet, quiet) != quiet)
        refresh();
}

void SituationStrip::forgetHidden()
{
    m_hidden.clear();
    m_all.clear();
    refresh();
}

QString SituationStrip::sentence() const
{
    return isHidden() ? QString() : m_cause->text();
}

void SituationStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void SituationStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(palette());
    painter.fillRect(
        rect(), mixed(theme.window, theme.status(Status::Warning), theme.dark ? 0.16 : 0.08));
    painter.fillRect(0, height() - 1, width(), 1, theme.hairline);
}

void SituationStrip::retranslate()
{
    m_retry->setText(tr("Retry deploy"));
    m_machine->setText(tr("Show the machine"));
    m_next->setText(tr("Next"));
    m_next->setToolTip(tr("Show the next thing that is wrong"));
    m_close->setAccessibleName(tr("Hide this until it happens again"));
    m_close->setToolTip(m_close->accessibleName());
    refresh();
}

void SituationStrip::refresh()
{
    m_told = m_all;
    m_told.removeIf([this](const Diagnosis &row) { return m_hidden.contains(situationKey(row)); });
    QSet<QString> holding;
    for (const Diagnosis &row : std::as_const(m_all))
        holding.insert(situationKey(row));
    m_hidden.intersect(holding); // what is over and comes again is news
    const Diagnosis *situation = shown();
    const bool appears = isHidden() || (situation && situationKey(*situation) != m_shownKey);
    setVisible(situation && !m_quiet);
    if (!situation)
        return m_shownKey.clear();
    m_shownKey = situationKey(*situation);
    const DiagnosisText text = m_catalogue.text(*situation, m_language);
    const QString proof = proofOf(*situation);
    m_cause->setText(text.cause);
    m_evidence->setText(tr("Evidence: %1").arg(proof));
    m_evidence->setVisible(!proof.isEmpty());
    m_remedy->setText(text.remedy);
    m_retry->setVisible(m_retryOffered && text.nextSteps.contains(NextStep::RetryDeploy));
    m_rollBack->setText(
        m_rollBackVersion > 0 ? tr("Roll back to v%1").arg(m_rollBackVersion) : tr("Roll back"));
    m_rollBack->setVisible(m_rollBackOffered && text.nextSteps.contains(NextStep::RollBack));
    m_machine->setVisible(!machineOfSituation(*situation).isEmpty());
    const bool several = m_told.size() > 1;
    m_count->setVisible(several);
    m_next->setVisible(several);
    m_count->setText(tr("%1 of %2", "which of several things")
                         .arg(QLocale().toString(situation - m_told.constData() + 1),
                             QLocale().toString(m_told.size())));
    setAccessibleName(text.cause);
    setAccessibleDescription(QString(m_evidence->text() % u'\n' % text.remedy));
    if (appears && isVisible()) {
        QAccessibleEvent news(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&news);
    }
}

void SituationStrip::showNext()
{
    const Diagnosis *situation = shown();
    if (!situation)
        return;
    const qsizetype next = (situation - m_told.constData() + 1) % m_told.size();
    m_shownKey = situationKey(m_told.at(next));
    refresh();
}

void SituationStrip::hideShown()
{
    if (const Diagnosis *situation = shown())
        m_hidden.insert(situationKey(*situation));
    refresh();
}

// The one that was looked at, as long as it holds; nothing: there is none.
const Diagnosis *SituationStrip::shown() const
{
    const auto found = std::ranges::find(m_told, m_shownKey, situationKey);
    if (found != m_told.cend())
        return &*found;
    return m_told.isEmpty() ? nullptr : &m_told.first();
}
