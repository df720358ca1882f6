#pragma once

#include "deploy/journal.h"
#include "types/deploymentstate.h"

#include <QDialog>

#include <optional>

class ComparisonModel;
class QComboBox;
class QLabel;
class QTreeView;
class StatePages;

// Two deployments of an app side by side. Shows values; asks for the records it is to compare.
class CompareDialog final : public QDialog
{
    Q_OBJECT

public:
    // `history`: newest first.
    CompareDialog(const AppName &app,
        const QList<DeploymentSummary> &history,
        const DeploymentId &first,
        const DeploymentId &second,
        QWidget *parent);

    void setState(const DeploymentState &state); // of a deployment that was asked for
    void setError(const Error &error);
    void setNow(const QDateTime &now);
    void begin(); // asks for the two, after its signals are connected

Q_SIGNALS:
    void stateWanted(const DeploymentId &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fill(QComboBox *box, const DeploymentId &chosen);
    void retranslate();
    void ask();
    void compare();
    [[nodiscard]] QString labelOf(const DeploymentSummary &summary) const;
    [[nodiscard]] static DeploymentId idIn(const QComboBox *box);
    [[nodiscard]] QString shortName(const DeploymentId &id) const;

    AppName m_app;
    QList<DeploymentSummary> m_history;
    QHash<QString, DeploymentState> m_states; // by id
    QDateTime m_now;
    QLabel *m_firstLabel;
    QLabel *m_secondLabel;
    QComboBox *m_first;
    QComboBox *m_second;
    QLabel *m_sentence;
    ComparisonModel *m_model;
    QTreeView *m_table;
    StatePages *m_pages;
};
