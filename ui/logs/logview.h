#pragma once

#include <QAbstractScrollArea>
#include <QPixmap>

class LogModel;

// The lines of a log, painted line by line: only what can be seen, into a pixmap that is kept until
// what is shown changes. Follows the tail until the user scrolls up.
class LogView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit LogView(LogModel *model, QWidget *parent = nullptr);

    [[nodiscard]] LogModel *model() const { return m_model; }
    [[nodiscard]] bool followsTail() const { return m_follow; }
    void setFollowTail(bool follow);

    // Scrolls to a line of the log and marks it; false when it is not shown.
    bool showLine(qint64 index);
    [[nodiscard]] qint64 markedLine() const { return m_marked; } // -1: none
    void setSearch(const QString &text); // its hits are marked in the lines
    bool findNext(bool forward); // from the current row

    [[nodiscard]] int currentRow() const { return m_current; }
    [[nodiscard]] QString selectedText() const; // redacted
    void copySelection() const;

    // For the accessible interface.
    [[nodiscard]] int firstVisibleRow() const;
    [[nodiscard]] int visibleRows() const;
    [[nodiscard]] QRect rowRect(int row) const; // in the viewport
    [[nodiscard]] bool isSelected(int row) const;
    [[nodiscard]] QString spokenText(int row) const;

Q_SIGNALS:
    void followTailChanged(bool follow);
    void currentRowChanged(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Columns
    {
        int time = 0;
        int level = 0;
        int lane = 0;
        int text = 0;
    };

    void rowsInserted();
    void rowsRemoved(int count);
    void reset();
    void invalidate();
    void measure();
    void updateScrollBars();
    void setCurrent(int row, bool extend);
    void moveCurrent(int row, bool extend);
    void renderLayer();
    void paintRow(QPainter *painter, int row, int y);
    void paintText(QPainter *painter, const QString &text, int x, int y);
    [[nodiscard]] int rowAt(const QPoint &position) const;
    bool showToolTip(const QPoint &position, const QPoint &global);

    LogModel *m_model;
    QPixmap m_layer;
    bool m_layerValid = false;
    bool m_follow = true;
    bool m_moving = false; // we scroll, not the user
    int m_anchor = -1;
    int m_current = -1;
    qint64 m_marked = -1;
    QString m_search;
    int m_rowHeight = 16;
    int m_widest = 0;
    Columns m_columns;
    QString m_levelWords[4];
};
