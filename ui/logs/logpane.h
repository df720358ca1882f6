#pragma once

#include "core/result.h"
#include "types/logline.h"

#include <QWidget>

class LogModel;
class LogView;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;
class StatePages;

// A deployment's log with its tools: lane, find, follow the tail, copy.
class LogPane final : public QWidget
{
    Q_OBJECT

public:
    explicit LogPane(QWidget *parent = nullptr);

    void showLoading();
    void showError(const Error &error);
    void setLines(const QList<LogLine> &lines);
    void append(const QList<LogLine> &lines);
    // Takes a lane filter away that would hide the line; false when the line is gone.
    bool showLine(qint64 index);
    void showLane(const QString &lane, const QDateTime &from); // from: scrolls there
    void openFind();
    void focusLines();
    [[nodiscard]] LogView *view() const { return m_view; }
    [[nodiscard]] LogModel *model() const { return m_model; }

Q_SIGNALS:
    void retryRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void retranslate();
    void fillLanes();
    void chooseLane(const QString &lane);
    void find(bool forward);
    void closeFind();
    void showState();

    LogModel *m_model;
    LogView *m_view;
    StatePages *m_pages;
    QLabel *m_title;
    QComboBox *m_lanes;
    QLineEdit *m_find;
    QLabel *m_findResult;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_tail;
    QToolButton *m_copy;
    std::optional<Error> m_error;
    bool m_loading = false;
};
