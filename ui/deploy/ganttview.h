#pragma once

#include "core/result.h"
#include "types/deploymentstate.h"

#include <QAbstractScrollArea>
#include <QImage>

#include <functional>
#include <memory>

// The live picture of a deployment: rows of phases, a lane per machine, bars made of segments,
// usual durations behind, waits apart from work (product.md, Look). Decides nothing: it paints what
// TimelineLayout made of the events, where TimeScale puts it.
class GanttView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit GanttView(QWidget *parent = nullptr);
    ~GanttView() override;

    // Another deployment, or the same one read again. Selection, zoom and folding stay when it is
    // the same.
    void setState(const DeploymentState &state);
    // New events of the deployment shown; those of another one are ignored. Cheap.
    void applyEvents(const QList<DeployEvent> &events);
    [[nodiscard]] const DeploymentState &state() const;
    // False for a deployment whose process is gone: what it left running is shown as interrupted.
    void setLive(bool live);
    // What time it is for running bars. With a source the view asks by itself, ten times a second
    // while something runs and it can be seen.
    void setNow(const QDateTime &now);
    void setTimeSource(std::function<QDateTime()> now);
    void setReducedMotion(bool reduced);

    [[nodiscard]] SpanId selectedSpan() const;
    void setSelectedSpan(SpanId span); // none: SpanId{}; scrolls it into sight

    // Fits the whole deployment and follows it while it runs.
    void fit();
    void zoomIn();
    void zoomOut();
    [[nodiscard]] bool isFollowing() const;
    void setAllFolded(bool folded);

    // The whole chart with its title and all rows, whatever is scrolled; `scale` 2 for print.
    [[nodiscard]] QImage picture(qreal scale) const;
    // The same in lines and texts, in light colours; nothing in it leads elsewhere.
    [[nodiscard]] QByteArray drawing() const; // SVG

Q_SIGNALS:
    void selectedSpanChanged(SpanId span);
    void spanActivated(SpanId span); // Enter or double click: show it in the inspector
    void tableRequested(); // T

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    friend class GanttAccessible;
    struct Private;
    std::unique_ptr<Private> d;
};
