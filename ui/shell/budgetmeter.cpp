#include "ui/shell/budgetmeter.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <cmath>

namespace {
constexpr int s_bars = 4;
constexpr int s_barWidth = 6;
constexpr int s_barGap = 2;
constexpr int s_meterWidth = s_bars * (s_barWidth + s_barGap);
} // namespace

BudgetMeter::BudgetMeter(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    retranslate();
}

void BudgetMeter::setState(const RateBudget::State &state)
{
    const bool same =
        std::lround(state.available * s_bars) == std::lround(m_state.available * s_bars)
        && state.queued == m_state.queued && state.tightestKey == m_state.tightestKey;
    m_state = state;
    if (same)
        return;
    retranslate();
    update();
}

QSize BudgetMeter::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_label) + 8 + s_meterWidth,
        std::max(16, fontMetrics().height())};
}

void BudgetMeter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(palette());
    painter.setPen(theme.mutedText);
    const int textWidth = fontMetrics().horizontalAdvance(m_label);
    painter.drawText(
        QRect(0, 0, textWidth, height()), int(Qt::AlignLeft | Qt::AlignVCenter), m_label);
    const int lit = int(std::ceil(m_state.available * s_bars));
    const bool tight = m_state.queued > 0 || lit <= 1;
    const QColor on = tight ? theme.status(Status::Warning) : theme.mutedText;
    for (int bar = 0; bar < s_bars; ++bar) {
        const QRect box(
            textWidth + 8 + bar * (s_barWidth + s_barGap), height() / 2 - 5, s_barWidth, 10);
        if (bar < lit) {
            painter.fillRect(box, on);
        } else {
            painter.setPen(theme.mutedText);
            painter.drawRect(box.adjusted(0, 0, -1, -1));
        }
    }
}

void BudgetMeter::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void BudgetMeter::retranslate()
{
    m_label = tr("API budget");
    const QString left = QLocale().toString(int(std::lround(m_state.available * 100)));
    QString text = tr("%1 % of the tightest API limit is left.").arg(left);
    if (!m_state.tightestKey.isEmpty())
        text = tr("%1 % of the tightest API limit is left (%2).").arg(left, m_state.tightestKey);
    const QString queue = m_state.queued > 0
        ? tr("%Ln call(s) wait for it.", nullptr, m_state.queued)
        : tr("No call waits for it.");
    setToolTip(QString(text % u'\n' % queue));
    setAccessibleName(m_label);
    setAccessibleDescription(QString(text % u' ' % queue));
    updateGeometry();
}
