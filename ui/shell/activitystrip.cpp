#include "ui/shell/activitystrip.h"

#include "models/format.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/glyphs.h"
#include "ui/widgets/statusmark.h"
#include "ui/widgets/statusshapes.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int s_listHeight = 160;

class ActivityDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, std::max(20, option.fontMetrics.height() + 4)};
    }

    void paint(QPainter *painter,
        const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.palette);
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, theme.selection);
        QRect area = option.rect.adjusted(16, 0, -16, 0);
        const QString time = Format::time(index.data(Roles::Sort).toDateTime());
        painter->setPen(theme.mutedText);
        painter->drawText(area, int(Qt::AlignLeft | Qt::AlignVCenter), time);
        area.setLeft(area.left() + option.fontMetrics.horizontalAdvance(time) + 12);
        const QRectF mark(area.left(), area.center().y() - 5, 11, 11);
        StatusShapes::paint(
            painter, mark, static_cast<Status>(index.data(Roles::Status).toInt()), theme);
        area.setLeft(area.left() + 20);
        painter->setPen(theme.text);
        painter->drawText(area,
            int(Qt::AlignLeft | Qt::AlignVCenter),
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    }
};

} // namespace

ActivityStrip::ActivityStrip(QWidget *parent)
    : QFrame(parent)
    , m_model(new ActivityModel(this))
    , m_title(new QLabel)
    , m_time(new QLabel)
    , m_mark(new StatusMark)
    , m_text(new ElidedLabel)
    , m_toggle(new QToolButton)
    , m_list(new QListView)
{
    setObjectName(u"activity"_s);
    m_text->setObjectName(u"activity.latest"_s);
    m_toggle->setObjectName(u"activity.toggle"_s);
    m_list->setObjectName(u"activity.list"_s);
    QFont small = font();
    small.setWeight(QFont::DemiBold);
    small.setPointSizeF(small.pointSizeF() * 0.85);
    small.setCapitalization(QFont::AllUppercase);
    m_title->setFont(small);
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_time->setForegroundRole(QPalette::PlaceholderText);
    m_toggle->setAutoRaise(true);
    m_toggle->setFocusPolicy(Qt::TabFocus);
    m_toggle->setIcon(glyphIcon(Glyph::Up));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ActivityDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedHeight(s_listHeight);
    m_list->hide();

    auto *line = new QHBoxLayout;
    line->setContentsMargins(16, 4, 8, 4);
    line->setSpacing(8);
    line->addWidget(m_title);
    line->addSpacing(8);
    line->addWidget(m_time);
    line->addWidget(m_mark);
    line->addWidget(m_text, 1);
    line->addWidget(m_toggle);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_list);
    retranslate();
    connect(m_toggle, &QToolButton::clicked, this, [this] { setExpanded(!isExpanded()); });
}

void ActivityStrip::add(const QList<DeployEvent> &events, const DeploymentState &state)
{
    m_model->add(events, state);
    showLatest();
}

void ActivityStrip::setExpanded(bool expanded)
{
    if (expanded == isExpanded())
        return;
    m_list->setVisible(expanded);
    m_toggle->setIcon(glyphIcon(expanded ? Glyph::Down : Glyph::Up));
    if (expanded)
        m_list->setFocus(Qt::OtherFocusReason);
    retranslate();
    Q_EMIT expandedChanged(expanded);
}

bool ActivityStrip::isExpanded() const
{
    return !m_list->isHidden();
}

QString ActivityStrip::latest() const
{
    return m_text->text();
}

void ActivityStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void ActivityStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isExpanded())
        return setExpanded(false);
    QFrame::keyPressEvent(event);
}

void ActivityStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(palette());
    painter.fillRect(rect(), theme.window);
    painter.fillRect(0, 0, width(), 1, theme.hairline);
}

void ActivityStrip::retranslate()
{
    m_title->setText(tr("Activity"));
    m_list->setAccessibleName(tr("Activity"));
    const QString text = isExpanded() ? tr("Hide earlier activity") : tr("Show earlier activity");
    m_toggle->setAccessibleName(text);
    m_toggle->setToolTip(text);
    m_model->retranslate();
    showLatest();
}

void ActivityStrip::showLatest()
{
    const QModelIndex newest = m_model->index(0);
    m_mark->setVisible(newest.isValid());
    if (!newest.isValid()) {
        m_time->clear();
        m_text->setText(tr("Nothing has happened since the window was opened."));
        m_text->setMuted(true);
        return;
    }
    const QDateTime at = newest.data(Roles::Sort).toDateTime();
    m_time->setText(Format::time(at));
    m_time->setToolTip(Format::utc(at));
    m_mark->setStatus(static_cast<Status>(newest.data(Roles::Status).toInt()));
    m_text->setMuted(false);
    m_text->setText(newest.data().toString());
}
