#pragma once

#include "models/timelinelayout.h"
#include "models/timescale.h"
#include "ui/deploy/ganttpainter.h"
#include "ui/deploy/ganttview.h"

#include <QElapsedTimer>
#include <QPixmap>
#include <QRegion>
#include <QTimer>

// What the still layer was painted for.
struct GanttStillKey
{
    quint64 revision = 0;
    double from = 0;
    double to = 0;
    GanttGeometry geometry;
    qreal ratio = 1;
    qint64 palette = 0;
    bool operator==(const GanttStillKey &) const = default;
};

// The inside of GanttView, shared by its parts: ganttview.cpp (contents, painting), ganttinput.cpp
// (pointer, keys) and ganttaccessible.cpp (screen readers).
struct GanttView::Private
{
    // A row as the keyboard knows it: stays the same when rows come and go.
    struct RowKey
    {
        int attempt = 0; // 0: none
        TimelineRow::Kind kind = TimelineRow::Kind::Phase;
        Phase phase = Phase::Preflight;
        QString lane;
        int track = 0;
        bool operator==(const RowKey &) const = default;
    };

    explicit Private(GanttView *view);

    void rebuild(); // rows, after state, folding or language changed
    void take(const TimelineLayout::Change &change);
    void contentGrew();
    [[nodiscard]] double contentEnd(
        GanttPainter &painter, double width) const; // the rows' texts included
    void updateScrollBars();
    void updateTimer();
    void touch(); // the still layer must be painted anew
    void touchRows(const QList<int> &rows); // these rows of it only
    void repaintMoving(qint64 before);
    [[nodiscard]] GanttPicture picture() const;
    [[nodiscard]] GanttPainter &painter();
    const QPixmap &stillLayer();
    [[nodiscard]] GanttStillKey wantedKey() const;
    [[nodiscard]] bool isAllStale(const GanttStillKey &key) const;
    [[nodiscard]] bool paintsPastLayer(const QRegion &shown);
    [[nodiscard]] QRegion staleArea(const GanttStillKey &key);
    [[nodiscard]] QDateTime clock() const;

    [[nodiscard]] static RowKey keyOf(const TimelineRow &row);
    [[nodiscard]] int indexOf(const RowKey &key) const; // -1: not there
    [[nodiscard]] SpanId spanAt(QPoint position) const;
    [[nodiscard]] QRectF rectOf(SpanId span) const; // in the viewport; empty: folded away
    void select(SpanId span, bool reveal);
    void setCurrentRow(int row, bool reveal);
    void revealRow(int row);
    void toggleFold(int row);
    void walkRows(int distance);
    void walkBars(int distance);
    void walkToEnd(bool last);
    void selectNear(int row, qint64 time);
    void zoom(double x, double factor);
    void pan(double pixels);
    void leaveFit();
    bool pressedKey(QKeyEvent *event);
    [[nodiscard]] QString hint(QPoint position) const;
    void announce(SpanId span);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString verdict() const; // of the last attempt, in a sentence
    [[nodiscard]] QString description() const; // of the whole chart, for who cannot see it

    // ganttexport.cpp: the chart with its title, whatever is scrolled or zoomed.
    struct Sheet
    {
        QSize size;
        GanttGeometry geometry;
        TimeScale scale;
    };
    [[nodiscard]] Sheet sheet(GanttPainter &with) const;
    void paintSheet(QPainter &onto, GanttPainter &with, const Sheet &sheet) const;

    GanttView *q;
    DeploymentState state;
    TimelineOptions options;
    TimelineLayout layout;
    TimeScale scale;
    std::unique_ptr<GanttPainter> paint;
    GanttGeometry geometry;
    QDateTime now;
    std::function<QDateTime()> source;
    QTimer timer;
    QElapsedTimer motion;
    bool reducedMotion = false;
    bool following = true;
    QRegion marked; // where now and the expected end were painted last
    bool settingBars = false;
    bool changedAll = false; // the last frame had nothing of the one before

    SpanId selected;
    SpanId hovered;
    RowKey current;
    qint64 walkTime = 0; // where Up and Down look for the next bar
    QPoint pressedAt;
    bool pressed = false;
    bool dragging = false;

    quint64 revision = 1;
    QRegion staleRows; // with the revision unchanged
    GanttStillKey stillKey;
    QPixmap still;
};
