#include "ui/logs/logview.h"

#include "models/format.h"
#include "models/logmodel.h"
#include "ui/logs/logaccessible.h"
#include "ui/widgets/statusshapes.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int s_margin = 8;
constexpr int s_gap = 12;
constexpr int s_longestLane = 28; // characters; those of stacks are "server/service"

Status statusOf(LogLevel level)
{
    return level == LogLevel::Error ? Status::Failed : Status::Warning;
}

} // namespace

LogView::LogView(LogModel *model, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_model(model)
{
    LogAccessible::install();
    setObjectName(u"log.view"_s);
    setFrameShape(QFrame::NoFrame);
    setFont(Theme::monospaceFont(font()));
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    measure();
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &LogView::rowsInserted);
    connect(m_model,
        &QAbstractItemModel::rowsRemoved,
        this,
        [this](const QModelIndex &, int first, int last) { rowsRemoved(last - first + 1); });
    connect(m_model, &QAbstractItemModel::modelReset, this, &LogView::reset);
    connect(m_model, &LogModel::lanesChanged, this, [this] {
        measure();
        invalidate();
    });
}

void LogView::setFollowTail(bool follow)
{
    if (follow)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    if (follow == m_follow)
        return;
    m_follow = follow;
    Q_EMIT followTailChanged(follow);
}

bool LogView::showLine(qint64 index)
{
    const int row = m_model->rowOf(index);
    if (row < 0)
        return false;
    m_marked = index;
    setFollowTail(false);
    setCurrent(row, false);
    verticalScrollBar()->setValue(std::max(0, row - visibleRows() / 2));
    invalidate();
    return true;
}

void LogView::setSearch(const QString &text)
{
    if (text == m_search)
        return;
    m_search = text;
    invalidate();
}

bool LogView::findNext(bool forward)
{
    const int from =
        m_current < 0 ? (forward ? 0 : m_model->rowCount() - 1) : m_current + (forward ? 1 : -1);
    const int row = m_model->find(m_search, from, forward);
    if (row < 0)
        return false;
    setFollowTail(false);
    moveCurrent(row, false);
    return true;
}

QString LogView::selectedText() const
{
    if (m_current < 0)
        return {};
    return m_model->copyText(std::min(m_anchor, m_current), std::max(m_anchor, m_current));
}

void LogView::copySelection() const
{
    if (const QString text = selectedText(); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

int LogView::firstVisibleRow() const
{
    return verticalScrollBar()->value();
}

int LogView::visibleRows() const
{
    return std::max(1, viewport()->height() / m_rowHeight);
}

QRect LogView::rowRect(int row) const
{
    return {0, (row - firstVisibleRow()) * m_rowHeight, viewport()->width(), m_rowHeight};
}

bool LogView::isSelected(int row) const
{
    return m_current >= 0 && row >= std::min(m_anchor, m_current)
        && row <= std::max(m_anchor, m_current);
}

QString LogView::spokenText(int row) const
{
    const qint64 line = m_model->indexAt(row);
    const LogBuffer &buffer = m_model->buffer();
    const LogLevel level = buffer.level(line);
    if (level == LogLevel::Error || level == LogLevel::Warning)
        return tr("%1: %2").arg(m_levelWords[int(level)], buffer.text(line));
    return buffer.text(line);
}

void LogView::paintEvent(QPaintEvent *)
{
    if (!m_layerValid)
        renderLayer();
    QPainter painter(viewport());
    painter.drawPixmap(0, 0, m_layer);
    if (hasFocus() && m_current >= 0) {
        painter.setPen(Theme::of(palette()).accent);
        painter.drawRect(rowRect(m_current).adjusted(0, 0, -1, -1));
    }
}

void LogView::resizeEvent(QResizeEvent *)
{
    updateScrollBars();
    if (m_follow)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    invalidate();
}

void LogView::scrollContentsBy(int, int)
{
    if (!m_moving) {
        const QScrollBar *bar = verticalScrollBar();
        const bool atEnd = bar->value() == bar->maximum();
        if (atEnd != m_follow) {
            m_follow = atEnd;
            Q_EMIT followTailChanged(m_follow);
        }
    }
    invalidate();
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        setCurrent(
            rowAt(event->position().toPoint()), event->modifiers().testFlag(Qt::ShiftModifier));
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        moveCurrent(rowAt(event->position().toPoint()), true);
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copySelection();
    const int last = m_model->rowCount() - 1;
    if (event->matches(QKeySequence::SelectAll) && last >= 0) {
        m_anchor = 0;
        m_current = last;
        return invalidate();
    }
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool upwards = event->key() == Qt::Key_Up || event->key() == Qt::Key_PageUp;
    const bool downwards = event->key() == Qt::Key_Down || event->key() == Qt::Key_PageDown;
    if (m_current < 0 && (upwards || downwards)) // from what is seen, not from the oldest line
        return moveCurrent(firstVisibleRow() + (upwards ? visibleRows() - 1 : 0), extend);
    switch (event->key()) {
    case Qt::Key_Up:
        return moveCurrent(m_current - 1, extend);
    case Qt::Key_Down:
        return moveCurrent(m_current + 1, extend);
    case Qt::Key_PageUp:
        return moveCurrent(m_current - visibleRows(), extend);
    case Qt::Key_PageDown:
        return moveCurrent(m_current + visibleRows(), extend);
    case Qt::Key_Home:
        return moveCurrent(0, extend);
    case Qt::Key_End:
        moveCurrent(last, extend);
        return setFollowTail(true);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void LogView::changeEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::LanguageChange:
        measure();
        updateScrollBars();
        [[fallthrough]];
    case QEvent::PaletteChange:
        invalidate();
        break;
    default:
        break;
    }
    QAbstractScrollArea::changeEvent(event);
}

bool LogView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        if (showToolTip(viewport()->mapFrom(this, help->pos()), help->globalPos()))
            return true;
    }
    return QAbstractScrollArea::event(event);
}

void LogView::rowsInserted()
{
    updateScrollBars();
    if (m_follow) {
        m_moving = true;
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        m_moving = false;
    }
    invalidate();
}

void LogView::rowsRemoved(int count)
{
    // The oldest rows went: what the user looks at stays where it is.
    m_moving = true;
    m_current = m_current < 0 ? -1 : std::max(0, m_current - count);
    m_anchor = m_anchor < 0 ? -1 : std::max(0, m_anchor - count);
    const int value = verticalScrollBar()->value();
    updateScrollBars();
    verticalScrollBar()->setValue(std::max(0, value - count));
    m_moving = false;
    invalidate();
}

void LogView::reset()
{
    m_anchor = -1;
    m_current = -1;
    m_widest = 0;
    if (m_marked >= m_model->buffer().end())
        m_marked = -1;
    rowsInserted();
}

void LogView::invalidate()
{
    m_layerValid = false;
    viewport()->update();
}

void LogView::measure()
{
    m_levelWords[int(LogLevel::Debug)] = tr("debug");
    m_levelWords[int(LogLevel::Info)] = tr("info");
    m_levelWords[int(LogLevel::Warning)] = tr("warning");
    m_levelWords[int(LogLevel::Error)] = tr("error");
    const QFontMetrics metrics = fontMetrics();
    m_rowHeight = std::max(16, metrics.height() + 2);
    int widestWord = 0;
    for (const QString &word : m_levelWords)
        widestWord = std::max(widestWord, metrics.horizontalAdvance(word));
    m_columns.time = s_margin;
    m_columns.level = m_columns.time + metrics.horizontalAdvance(u"00:00:00.000"_s) + s_gap;
    m_columns.lane = m_columns.level + m_rowHeight + widestWord + s_gap;
    int widestLane = metrics.horizontalAdvance(u"148e…"_s);
    for (const QString &lane : m_model->buffer().lanes())
        widestLane = std::max(widestLane, metrics.horizontalAdvance(Format::shortId(lane)));
    const int most = metrics.averageCharWidth() * s_longestLane;
    m_columns.text = m_columns.lane + std::min(widestLane, most) + s_gap;
    setAccessibleName(tr("Log"));
}

void LogView::updateScrollBars()
{
    const bool moving = std::exchange(m_moving, true);
    verticalScrollBar()->setPageStep(visibleRows());
    verticalScrollBar()->setSingleStep(3);
    verticalScrollBar()->setRange(0, std::max(0, m_model->rowCount() - visibleRows()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(24);
    horizontalScrollBar()->setRange(0, std::max(0, m_widest - viewport()->width()));
    m_moving = moving;
}

void LogView::setCurrent(int row, bool extend)
{
    const int last = m_model->rowCount() - 1;
    if (last < 0)
        return;
    m_current = std::clamp(row, 0, last);
    if (!extend || m_anchor < 0)
        m_anchor = m_current;
    invalidate();
    Q_EMIT currentRowChanged(m_current);
    LogAccessible::announceRow(this, m_current);
}

void LogView::moveCurrent(int row, bool extend)
{
    setCurrent(row, extend);
    if (m_current < 0)
        return;
    if (m_current < firstVisibleRow())
        verticalScrollBar()->setValue(m_current);
    else if (m_current >= firstVisibleRow() + visibleRows())
        verticalScrollBar()->setValue(m_current - visibleRows() + 1);
}

void LogView::renderLayer()
{
    const qreal ratio = devicePixelRatioF();
    const QSize size = viewport()->size() * ratio;
    if (m_layer.size() != size)
        m_layer = QPixmap(size);
    m_layer.setDevicePixelRatio(ratio);
    m_layer.fill(Theme::of(palette()).surface);
    QPainter painter(&m_layer);
    painter.setFont(font());
    const int widestBefore = m_widest;
    const int end = std::min(m_model->rowCount(), firstVisibleRow() + visibleRows() + 1);
    for (int row = firstVisibleRow(); row < end; ++row)
        paintRow(&painter, row, (row - firstVisibleRow()) * m_rowHeight);
    m_layerValid = true;
    if (m_widest > widestBefore)
        QMetaObject::invokeMethod(this, &LogView::updateScrollBars, Qt::QueuedConnection);
}

void LogView::paintRow(QPainter *painter, int row, int y)
{
    const Theme &theme = Theme::of(palette());
    const LogBuffer &buffer = m_model->buffer();
    const qint64 line = m_model->indexAt(row);
    const LogLevel level = buffer.level(line);
    const bool loud = level == LogLevel::Error || level == LogLevel::Warning;
    const QRect band(0, y, viewport()->width(), m_rowHeight);
    if (line == m_marked) {
        painter->fillRect(band, mixed(theme.surface, theme.status(Status::Warning), 0.22));
        painter->fillRect(QRect(0, y, 3, m_rowHeight), theme.status(Status::Warning));
    }
    if (isSelected(row) && line != m_marked)
        painter->fillRect(band, theme.selection);
    const int baseline = y + (m_rowHeight - fontMetrics().height()) / 2 + fontMetrics().ascent();
    const int shift = horizontalScrollBar()->value();
    const auto at = QDateTime::fromMSecsSinceEpoch(buffer.time(line));
    painter->setPen(theme.mutedText);
    painter->drawText(m_columns.time - shift, baseline, at.toString(u"HH:mm:ss.zzz"));
    const int mark = m_rowHeight - 6;
    if (loud)
        StatusShapes::paint(
            painter, QRectF(m_columns.level - shift, y + 3, mark, mark), statusOf(level), theme);
    painter->setPen(loud ? theme.status(statusOf(level)) : theme.mutedText);
    painter->drawText(m_columns.level + m_rowHeight - shift, baseline, m_levelWords[int(level)]);
    painter->setPen(theme.mutedText);
    const QString lane = Format::shortId(buffer.lanes().value(buffer.lane(line)));
    painter->drawText(m_columns.lane - shift,
        baseline,
        lane.size() <= s_longestLane
            ? lane
            : fontMetrics().elidedText(
                lane, Qt::ElideRight, m_columns.text - m_columns.lane - s_gap));
    painter->setPen(level == LogLevel::Error ? theme.status(Status::Failed)
            : level == LogLevel::Debug       ? theme.mutedText
                                             : theme.text);
    paintText(painter, buffer.text(line), m_columns.text - shift, y);
}

void LogView::paintText(QPainter *painter, const QString &text, int x, int y)
{
    const QFontMetrics metrics = fontMetrics();
    if (!m_search.isEmpty()) {
        const QColor hit = mixed(Theme::of(palette()).surface, Theme::of(palette()).accent, 0.35);
        for (qsizetype at = text.indexOf(m_search, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(m_search, at + m_search.size(), Qt::CaseInsensitive)) {
            painter->fillRect(QRect(x + metrics.horizontalAdvance(text.left(at)),
                                  y + 1,
                                  metrics.horizontalAdvance(text.mid(at, m_search.size())),
                                  m_rowHeight - 2),
                hit);
        }
    }
    painter->drawText(x, y + (m_rowHeight - metrics.height()) / 2 + metrics.ascent(), text);
    m_widest = std::max(m_widest, m_columns.text + metrics.horizontalAdvance(text) + s_margin);
}

int LogView::rowAt(const QPoint &position) const
{
    return firstVisibleRow() + position.y() / m_rowHeight;
}

bool LogView::showToolTip(const QPoint &position, const QPoint &global)
{
    const int row = rowAt(position);
    if (position.y() < 0 || row >= m_model->rowCount())
        return false;
    const QModelIndex index = m_model->index(row);
    QToolTip::showText(global,
        QString(Format::utc(index.data(LogModel::TimeRole).toDateTime()) % u'\n'
            % index.data(LogModel::LaneRole).toString()),
        this);
    return true;
}
