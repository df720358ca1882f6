#include "ui/widgets/headerframe.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/statusmark.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

HeaderFrame::HeaderFrame(const QString &prefix, QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel)
    , m_facts(new ElidedLabel)
    , m_mark(new StatusMark)
    , m_sentence(new ElidedLabel)
    , m_primary(new PrimaryButton)
    , m_more(new PrimaryButton)
    , m_menu(new QMenu(this))
    , m_environment(new QLabel)
{
    build(prefix);
    showEnvironment();
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_menu->popup(m_primary->mapToGlobal(QPoint(0, m_primary->height())));
    });
}

void HeaderFrame::build(const QString &prefix)
{
    setObjectName(QString(prefix % ".header"_L1));
    m_title->setObjectName(QString(prefix % ".name"_L1));
    m_environment->setObjectName(QString(prefix % ".environment"_L1));
    m_facts->setObjectName(QString(prefix % ".facts"_L1));
    m_sentence->setObjectName(QString(prefix % ".sentence"_L1));
    m_primary->setObjectName(QString(prefix % ".primary"_L1));
    m_more->setObjectName(QString(prefix % ".more"_L1));
    m_menu->setObjectName(QString(prefix % ".menu"_L1));
    m_primary->setJoined(Qt::RightEdge);
    m_more->setJoined(Qt::LeftEdge);
    m_facts->setMuted(true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.45);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    small.setWeight(QFont::DemiBold);
    m_environment->setFont(small);

    auto *upper = new QHBoxLayout;
    upper->setSpacing(12);
    upper->addWidget(m_title);
    upper->addWidget(m_environment);
    upper->addWidget(m_facts, 1);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(8);
    lower->addWidget(m_mark);
    lower->addWidget(m_sentence, 1);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addLayout(upper);
    texts->addLayout(lower);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    buttons->addWidget(m_primary);
    buttons->addWidget(m_more);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(16);
    row->addLayout(texts, 1);
    row->addLayout(buttons);
}

QString HeaderFrame::sentence() const
{
    return m_sentence->text();
}

void HeaderFrame::setProduction(bool production)
{
    m_production = production;
    showEnvironment();
    update();
}

void HeaderFrame::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        showEnvironment();
    QFrame::changeEvent(event);
}

void HeaderFrame::showEnvironment()
{
    m_environment->setText(m_production ? tr("PRODUCTION") : tr("not production"));
    m_more->setAccessibleName(tr("More actions"));
    m_more->setToolTip(tr("More actions (%1)")
                           .arg(QKeySequence(u"Alt+Down"_s).toString(QKeySequence::NativeText)));
    const Theme &theme = Theme::of(palette());
    QPalette colours = m_environment->palette();
    colours.setColor(
        QPalette::WindowText, m_production ? theme.status(Status::Failed) : theme.mutedText);
    if (m_environment->palette() != colours)
        m_environment->setPalette(colours);
}

void HeaderFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(palette());
    painter.fillRect(rect(), theme.window);
    if (m_production)
        painter.fillRect(0, 0, Theme::ProductionEdge, height(), theme.production);
}
