#include "ui/deploy/capsulewindow.h"

#include "models/format.h"
#include "types/stackplan.h"
#include "ui/deploy/deploymentspanel.h"
#include "ui/logs/logpane.h"
#include "ui/widgets/statusmark.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

CapsuleWindow::CapsuleWindow(const Capsule &capsule,
    const DeploymentState &state,
    const Catalogue &catalogue,
    const QString &language,
    QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_capsule(capsule)
    , m_ended(state.lastAttempt() && state.lastAttempt()->ended)
    , m_title(new QLabel)
    , m_mark(new StatusMark)
    , m_notice(new QLabel)
    , m_panel(new DeploymentsPanel(catalogue))
{
    setObjectName(u"capsuleWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    m_panel->showOnlyRecord();
    m_panel->setNow(capsule.madeAt); // what still ran is shown as it was then
    m_panel->setLanguage(language);
    m_panel->setHistory({});
    m_panel->setState(state);
    if (capsule.log)
        m_panel->setLog(*capsule.log);
    else
        m_panel->log()->hide();
    retranslate();
}

void CapsuleWindow::build()
{
    m_title->setObjectName(u"capsuleWindow.title"_s);
    m_notice->setObjectName(u"capsuleWindow.notice"_s);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_title->setTextFormat(Qt::PlainText);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_mark->setStatus(Status::Warning);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(8);
    lower->addWidget(m_mark, 0, Qt::AlignTop);
    lower->addWidget(m_notice, 1);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 12, 16, 12);
    head->setSpacing(4);
    head->addWidget(m_title);
    head->addLayout(lower);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_panel, 1);
    resize(1040, 720);
}

void CapsuleWindow::setLanguage(const QString &language)
{
    m_panel->setLanguage(language);
}

void CapsuleWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CapsuleWindow::keyPressEvent(QKeyEvent *event)
{
    const bool closes = event->key() == Qt::Key_Escape || event->matches(QKeySequence::Close);
    if (closes)
        close();
    else
        QWidget::keyPressEvent(event);
}

void CapsuleWindow::retranslate()
{
    const QString number = QLocale().toString(m_capsule.number);
    m_title->setText(tr("Deployment #%1 of %2").arg(number, targetName(m_capsule.app)));
    setWindowTitle(tr("Capsule: deployment #%1 of %2").arg(number, targetName(m_capsule.app)));
    const QString when = Format::dateTime(m_capsule.madeAt);
    QStringList said{tr("Read-only capsule, made by %1 on %2: nothing can be done from here.")
                         .arg(m_capsule.madeBy, when)};
    if (!m_ended)
        said.append(tr("The deployment had not ended then."));
    if (!m_capsule.log)
        said.append(tr("It was made without the log."));
    m_notice->setText(said.join(u' '));
}
