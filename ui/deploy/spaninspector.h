#pragma once

#include "types/deploymentstate.h"
#include "types/logline.h"

#include <QWidget>

#include <memory>

// Everything that is known of one step: what, when, how long against the usual, what it waits for,
// its error in words, request ids to copy, its lines of the log.
class SpanInspector final : public QWidget
{
    Q_OBJECT

public:
    explicit SpanInspector(QWidget *parent = nullptr);
    ~SpanInspector() override;

    void setSpan(const DeploymentState &state, SpanId span); // none: empty, with a hint
    [[nodiscard]] SpanId span() const;
    // The deployment's log; the last lines of the step's lane and time are shown.
    void setLog(const QList<LogLine> &lines);
    void setNow(const QDateTime &now); // for the duration of a running step

Q_SIGNALS:
    // Show these lines in the log pane. Empty lane: all lanes. An invalid `to`: it still runs.
    void logRequested(const QString &lane, const QDateTime &from, const QDateTime &to);
    void closed(); // Escape

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};
