#include "ui/deploy/ganttview.h"

#include "models/format.h"
#include "models/timelinetext.h"
#include "ui/deploy/ganttaccessible.h"
#include "ui/deploy/ganttprivate.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <cmath>

using namespace std::chrono_literals;

namespace {
constexpr auto tick = 100ms; // ten times a second: the second's change is seen at once
constexpr double hatchPerSecond = 1.2;
} // namespace

GanttView::Private::Private(GanttView *view)
    : q(view)
{
    timer.setInterval(tick);
    motion.start();
}

GanttView::GanttView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , d(std::make_unique<Private>(this))
{
    GanttAccessible::install();
    setObjectName(QStringLiteral("ganttView"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(320, 160);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    verticalScrollBar()->setSingleStep(GanttGeometry::RowHeight);
    horizontalScrollBar()->setSingleStep(GanttGeometry::RowHeight);
    setAccessibleName(tr("Timeline"));
    connect(&d->timer, &QTimer::timeout, this, [this] { setNow(d->source()); });
}

GanttView::~GanttView() = default;

void GanttView::setState(const DeploymentState &state)
{
    const bool same = state.id == d->state.id && !state.id.isEmpty();
    d->state = state;
    if (!same) {
        d->options.folds.clear();
        d->selected = {};
        d->hovered = {};
        d->current = {};
        d->following = true;
        d->scale = {};
        verticalScrollBar()->setValue(0);
    }
    d->now = std::max(d->clock(), state.lastAt);
    d->rebuild();
    if (!same)
        emit selectedSpanChanged({});
    else if (d->selected.value != 0 && !state.span(d->selected))
        setSelectedSpan({});
}

void GanttView::applyEvents(const QList<DeployEvent> &events)
{
    QList<DeployEvent> fresh;
    for (const DeployEvent &event : events) {
        if (event.deployment != d->state.id || event.sequence <= d->state.lastSequence)
            continue;
        if (!d->state.apply(event))
            break; // a gap: whoever follows the journal reads the deployment again
        fresh.append(event);
    }
    if (fresh.isEmpty())
        return;
    d->now = std::max({d->clock(), d->now, fresh.last().at});
    const qint64 before = d->layout.now();
    d->take(d->layout.apply(d->state, fresh, d->now));
    d->repaintMoving(before);
}

const DeploymentState &GanttView::state() const
{
    return d->state;
}

void GanttView::setLive(bool live)
{
    if (d->options.live == live)
        return;
    d->options.live = live;
    d->rebuild();
}

void GanttView::setNow(const QDateTime &now)
{
    if (!now.isValid() || now < d->now) // events may be ahead of the clock's last tick
        return;
    d->now = now;
    const qint64 before = d->layout.now();
    d->take(d->layout.setNow(d->state, now));
    d->repaintMoving(before);
}

void GanttView::setTimeSource(std::function<QDateTime()> now)
{
    d->source = std::move(now);
    d->updateTimer();
}

void GanttView::setReducedMotion(bool reduced)
{
    d->reducedMotion = reduced;
    viewport()->update();
}

SpanId GanttView::selectedSpan() const
{
    return d->selected;
}

void GanttView::setSelectedSpan(SpanId span)
{
    d->select(span, true);
}

void GanttView::fit()
{
    d->following = true;
    d->scale.fit();
    d->touch();
    d->updateScrollBars();
}

void GanttView::zoomIn()
{
    d->zoom(d->scale.width() / 2, 1.5);
}

void GanttView::zoomOut()
{
    d->zoom(d->scale.width() / 2, 1 / 1.5);
}

bool GanttView::isFollowing() const
{
    return d->following;
}

void GanttView::setAllFolded(bool folded)
{
    for (qsizetype i = 0; i < d->layout.rowCount(); ++i) {
        const TimelineRow &row = d->layout.row(i);
        if (row.foldable && row.kind == TimelineRow::Kind::Phase)
            d->options.folds.insert(TimelineLayout::foldOf(row), folded);
    }
    d->rebuild();
}

void GanttView::Private::rebuild()
{
    layout.build(state, options, now);
    TimelineLayout::Change all;
    all.structure = true;
    take(all);
}

void GanttView::Private::take(const TimelineLayout::Change &change)
{
    if (change.isEmpty())
        return;
    if (change.structure) {
        geometry.nameWidth = painter().nameWidth(layout, q->viewport()->width());
        scale.setWidth(q->viewport()->width() - geometry.nameWidth);
        updateTimer();
        GanttAccessible::rowsChanged(q);
    }
    const TimeScale before = scale;
    contentGrew();
    if (scale.contentEnd() != before.contentEnd() || change.structure)
        updateScrollBars();
    const bool moved = scale.from() != before.from() || scale.to() != before.to();
    if (change.structure || moved || scale.width() != before.width())
        touch();
    else
        touchRows(change.rows);
}

void GanttView::Private::contentGrew()
{
    scale.setContentEnd(contentEnd(painter(), scale.width()));
    if (following)
        scale.fit();
}

double GanttView::Private::contentEnd(GanttPainter &with, double width) const
{
    constexpr double air = 1.1; // TimeScale's own
    constexpr double most = 0.35; // of the width may go to a row's text
    constexpr double mostOfHeading = 0.2;
    double end = static_cast<double>(layout.contentEnd());
    for (qsizetype i = 0; i < layout.rowCount(); ++i) {
        const TimelineRow &row = layout.row(i);
        if (row.reach.isEmpty())
            continue;
        const qint64 last =
            row.reach.last() == TimelineBar::Running ? layout.now() : row.reach.last();
        const bool heading = row.kind == TimelineRow::Kind::Attempt;
        const double room = std::min(with.textRoom(row), width * (heading ? mostOfHeading : most));
        end = std::max(end, static_cast<double>(last) * width / (width - room) / air);
    }
    return end;
}

void GanttView::Private::updateTimer()
{
    const bool wanted = source && layout.isRunning() && q->isVisible();
    if (wanted && !timer.isActive())
        timer.start();
    else if (!wanted)
        timer.stop();
}

void GanttView::Private::updateScrollBars()
{
    settingBars = true;
    const int height = q->viewport()->height() - GanttGeometry::AxisHeight;
    const auto rows = static_cast<int>(layout.rowCount()) * GanttGeometry::RowHeight + 8;
    q->verticalScrollBar()->setPageStep(height);
    q->verticalScrollBar()->setRange(0, std::max(0, rows - height));
    const double whole = std::max(TimeScale::roundEnd(scale.contentEnd()), scale.to());
    const double pixels = whole * scale.pixelsPerMs();
    const auto page = static_cast<int>(scale.width());
    // Far in, the bar counts in coarser steps than pixels.
    q->horizontalScrollBar()->setPageStep(page);
    q->horizontalScrollBar()->setRange(
        0, static_cast<int>(std::min(1e9, std::max(0.0, pixels - page))));
    q->horizontalScrollBar()->setValue(
        static_cast<int>(std::min(1e9, scale.from() * scale.pixelsPerMs())));
    settingBars = false;
    geometry.scrollY = q->verticalScrollBar()->value();
}

void GanttView::Private::touch()
{
    ++revision;
    q->viewport()->update();
}

void GanttView::Private::touchRows(const QList<int> &rows)
{
    for (const int row : rows) {
        const QRect area = geometry.rowRect(row).intersected(
            QRect(0, GanttGeometry::AxisHeight, geometry.size.width(), geometry.size.height()));
        staleRows += area;
        q->viewport()->update(area);
    }
}

void GanttView::Private::repaintMoving(qint64 before)
{
    if (!layout.isRunning())
        return;
    if (following && static_cast<double>(layout.now()) > scale.to() * 0.98) {
        contentGrew();
        touch();
        return;
    }
    const GanttPicture what = picture();
    const auto old = static_cast<int>(std::floor(what.x(before)));
    const QRegion marks = painter().nowRegion(what);
    QRegion region = marks + std::exchange(marked, marks); // the expected end moves, too
    region += QRect(old - 1, 0, 3, geometry.size.height());
    const int first = std::max(0, geometry.rowAt(GanttGeometry::AxisHeight));
    const int last = geometry.rowAt(geometry.size.height());
    for (int row = first; row <= last && row < layout.rowCount(); ++row)
        region += painter().movingRect(what, row);
    q->viewport()->update(region);
}

GanttPicture GanttView::Private::picture() const
{
    return {layout,
        scale,
        geometry,
        state.attempts.isEmpty()
            ? QString()
            : GanttView::tr("Started %1").arg(Format::time(state.attempts.last().startedAt))};
}

GanttPainter &GanttView::Private::painter()
{
    if (!paint)
        paint = std::make_unique<GanttPainter>(
            Theme::of(q->palette()), q->font(), q->devicePixelRatioF());
    return *paint;
}

QDateTime GanttView::Private::clock() const
{
    return source ? source() : now;
}

GanttStillKey GanttView::Private::wantedKey() const
{
    return {revision,
        scale.from(),
        scale.to(),
        geometry,
        q->devicePixelRatioF(),
        q->palette().cacheKey()};
}

const QPixmap &GanttView::Private::stillLayer()
{
    const GanttStillKey key = wantedKey();
    if (key.ratio != stillKey.ratio)
        paint.reset();
    const QSize pixels = (QSizeF(geometry.size) * key.ratio).toSize();
    if (still.size() != pixels) {
        still = QPixmap(pixels);
        stillKey = {};
    }
    const QRegion stale = staleArea(key);
    still.setDevicePixelRatio(key.ratio);
    if (!stale.isEmpty()) {
        QPainter onto(&still);
        const GanttPicture what = picture();
        for (const QRect &area : stale)
            painter().paintStill(onto, area, what);
    }
    stillKey = key;
    staleRows = {};
    return still;
}

// Of the kept layer nothing fits, whatever is scrolled.
bool GanttView::Private::isAllStale(const GanttStillKey &key) const
{
    GanttStillKey scrolled = stillKey;
    scrolled.geometry.scrollY = key.geometry.scrollY;
    return key != scrolled;
}

// While everything changes from frame to frame, as in a zoom, the layer would be copied for
// nothing.
bool GanttView::Private::paintsPastLayer(const QRegion &shown)
{
    const GanttStillKey key = wantedKey();
    const bool all = key.ratio == stillKey.ratio && isAllStale(key)
        && shown == QRegion(QRect(QPoint(), geometry.size));
    return std::exchange(changedAll, all) && all;
}

// What of the kept layer does not fit any more. Scrolled rows are moved, not painted again.
QRegion GanttView::Private::staleArea(const GanttStillKey &key)
{
    const QRect all(QPoint(), geometry.size);
    const int distance = key.geometry.scrollY - stillKey.geometry.scrollY;
    const QRect rows = all.adjusted(0, GanttGeometry::AxisHeight, 0, 0);
    const double pixels = distance * key.ratio;
    if (isAllStale(key) || std::abs(distance) >= rows.height() || pixels != std::round(pixels))
        return all;
    if (distance == 0)
        return staleRows.intersected(all);
    still.setDevicePixelRatio(1);
    still.scroll(0,
        -static_cast<int>(pixels),
        QRectF(QPointF(rows.topLeft()) * key.ratio, QSizeF(rows.size()) * key.ratio)
            .toAlignedRect());
    QRect shown = rows;
    if (distance > 0)
        shown.setTop(rows.bottom() + 1 - distance);
    else
        shown.setBottom(rows.top() - 1 - distance);
    return (staleRows.intersected(rows).translated(0, -distance) + shown).intersected(rows);
}

void GanttView::paintEvent(QPaintEvent *event)
{
    QPainter onto(viewport());
    const GanttPicture what = d->picture();
    if (d->paintsPastLayer(event->region())) {
        d->painter().paintStill(onto, QRect(QPoint(), d->geometry.size), what);
    } else {
        const QPixmap &still = d->stillLayer();
        const qreal ratio = still.devicePixelRatio();
        for (const QRect &rect : event->region())
            onto.drawPixmap(rect,
                still,
                QRectF(QPointF(rect.topLeft()) * ratio, QSizeF(rect.size()) * ratio).toRect());
    }
    onto.setClipRegion(event->region());
    const double hatch = d->reducedMotion
        ? 0
        : std::fmod(static_cast<double>(d->motion.elapsed()) / 1000 * hatchPerSecond, 1.0);
    GanttPainter &painter = d->painter();
    const Theme &theme = painter.theme();
    painter.paintMoving(onto, event->rect(), what, hatch);
    onto.setClipRegion(event->region().intersected(d->geometry.plot()));
    if (d->hovered.value != 0 && d->hovered != d->selected)
        painter.paintRing(onto, d->rectOf(d->hovered), theme.mutedText, 1);
    if (d->selected.value != 0)
        painter.paintRing(
            onto, d->rectOf(d->selected), hasFocus() ? theme.accent : theme.mutedText, 2);
    onto.setClipRegion(event->region());
    const int current = d->indexOf(d->current);
    if (hasFocus() && current >= 0) {
        const QRect row = d->geometry.rowRect(current).intersected(d->geometry.names());
        onto.fillRect(row.left(), row.top(), 3, row.height(), theme.accent);
    }
    if (hasFocus() && current < 0) {
        onto.setPen(theme.accent);
        onto.setBrush(Qt::NoBrush);
        onto.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void GanttView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    d->geometry.size = viewport()->size();
    d->geometry.nameWidth = d->painter().nameWidth(d->layout, viewport()->width());
    d->scale.setWidth(viewport()->width() - d->geometry.nameWidth);
    d->contentGrew();
    d->updateScrollBars();
    d->touch();
}

void GanttView::scrollContentsBy(int, int)
{
    if (d->settingBars)
        return;
    d->geometry.scrollY = verticalScrollBar()->value();
    const double from = horizontalScrollBar()->value() / d->scale.pixelsPerMs();
    if (std::abs(from - d->scale.from()) * d->scale.pixelsPerMs() >= 1) {
        d->scale.setRange(from, from + d->scale.to() - d->scale.from());
        d->leaveFit();
    }
    viewport()->update();
}

void GanttView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
        setAccessibleName(tr("Timeline"));
        d->rebuild();
        break;
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
        d->paint.reset();
        d->rebuild();
        break;
    default:
        break;
    }
}

void GanttView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    if (d->source && d->layout.isRunning())
        setNow(d->source());
    d->updateTimer();
}

void GanttView::hideEvent(QHideEvent *event)
{
    QAbstractScrollArea::hideEvent(event);
    d->timer.stop();
}
