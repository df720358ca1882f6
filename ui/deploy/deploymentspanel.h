#pragma once

#include "deploy/journal.h"
#include "types/deploymentstate.h"

#include <QWidget>

#include <functional>
#include <optional>

class Catalogue;
class DeploymentsModel;
class ElidedLabel;
class GanttView;
class LogPane;
class OutcomeStrip;
class QListView;
class QMenu;
class QSplitter;
class QStackedWidget;
class QToolButton;
class SpanInspector;
class SpanTable;
class StatePages;

// The deployments of an app: the list; of the one looked at, its chart (or table), its outcome and
// its log. Shows values and tells what the user wants; knows no service.
class DeploymentsPanel final : public QWidget
{
    Q_OBJECT

public:
    enum class Export
    {
        Picture,
        Drawing,
        Table,
        Record
    };

    explicit DeploymentsPanel(const Catalogue &catalogue, QWidget *parent = nullptr);

    void setHistoryLoading();
    void setHistory(const QList<DeploymentSummary> &history);
    void setHistoryError(const Error &error);
    void setShown(const DeploymentId &id);

    void setStateLoading();
    void setState(const DeploymentState &state);
    void setStateError(const Error &error);
    void applyEvents(const QList<DeployEvent> &events, const DeploymentState &state);
    void setLog(const QList<LogLine> &lines);
    void appendLog(const QList<LogLine> &lines);

    void setNow(const QDateTime &now);
    void setTimeSource(std::function<QDateTime()> now);
    void setReducedMotion(bool reduced);
    void setLanguage(const QString &language);
    void setOffered(bool retry, bool rollBack);

    // For a record from elsewhere: no list, and nothing that could be done.
    void showOnlyRecord();

    void focusList();
    void focusChart();
    void showTable(bool table);
    [[nodiscard]] bool showsTable() const;
    void fitChart();
    void showEvidence(const Evidence &evidence);
    [[nodiscard]] GanttView *chart() const { return m_gantt; }
    [[nodiscard]] LogPane *log() const { return m_log; }
    [[nodiscard]] OutcomeStrip *outcome() const { return m_outcome; }
    [[nodiscard]] QSplitter *splitter() const { return m_columns; }

Q_SIGNALS:
    void deploymentChosen(const DeploymentId &id);
    void reloadRequested();
    void exportRequested(Export form);
    void compareRequested();
    void retryRequested();
    void resumeRequested();
    void rollBackRequested();
    void cancelRequested();
    void decideRequested();
    void rollBackToRequested(int version);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *buildChart();
    void connectParts();
    void retranslate();
    void showHistoryState();
    void showDeploymentTitle();
    void showOutcome();
    void selectSpan(SpanId span);
    void openInspector(SpanId span);
    void fillExportMenu();
    void openRowMenu(const QPoint &position);
    void addRollBack(QMenu &menu, const DeploymentSummary &row);
    [[nodiscard]] std::optional<DeploymentSummary> summary() const;

    DeploymentsModel *m_model;
    DeploymentState m_state;
    DeploymentId m_shown;
    std::optional<Error> m_historyError;
    std::optional<Error> m_stateError;
    bool m_historyLoading = true;
    bool m_stateLoading = false;
    QList<LogLine> m_logLines;
    QDateTime m_now;

    QListView *m_list;
    StatePages *m_listPages;
    StatePages *m_pages;
    QSplitter *m_columns;
    QSplitter *m_rows;
    QSplitter *m_chartRow;
    ElidedLabel *m_title;
    QToolButton *m_fit;
    QToolButton *m_table;
    QToolButton *m_export;
    QMenu *m_exportMenu;
    QStackedWidget *m_views;
    GanttView *m_gantt;
    SpanTable *m_spans;
    SpanInspector *m_inspector;
    OutcomeStrip *m_outcome;
    LogPane *m_log;
};
