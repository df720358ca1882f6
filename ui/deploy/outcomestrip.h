#pragma once

#include "deploy/journal.h"
#include "diagnosis/catalogue.h"
#include "models/words.h"
#include "types/deploymentstate.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class StatusMark;

// Under the chart: how the deployment goes or went, why it failed, what to do, and the evidence.
class OutcomeStrip final : public QFrame
{
    Q_OBJECT

public:
    explicit OutcomeStrip(const Catalogue &catalogue, QWidget *parent = nullptr);

    // `summary`: as the history has it; nothing while that is being read.
    void setDeployment(
        const DeploymentState &state, const std::optional<DeploymentSummary> &summary);
    void setNow(const QDateTime &now);
    void setLanguage(const QString &language); // of the catalogue's sentences
    // What of the next steps can be done now.
    void setOffered(bool retry, bool rollBack);
    void setUsable(bool usable); // false: nothing can be changed now
    void setReadOnly(); // a record from elsewhere: only its evidence can be asked for
    // What is looked at is told of in the header above: that nothing changed is not said again.
    void setToldAbove(bool told);
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString explanation() const;

Q_SIGNALS:
    void retryRequested();
    void resumeRequested();
    void rollBackRequested();
    void cancelRequested();
    void decideRequested(); // about one that stopped half-way
    void evidenceRequested(const Evidence &evidence);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Lines
    {
        Status status = Status::Unknown;
        QString headline;
        QString body;
        QString change;
    };

    void build();
    void retranslate();
    void refresh();
    [[nodiscard]] Lines running(const AttemptState &attempt) const;
    [[nodiscard]] Lines interrupted(const AttemptState &attempt) const;
    [[nodiscard]] Lines ended(const AttemptState &attempt, DiagnosisText *diagnosis) const;
    [[nodiscard]] QString reason(const AttemptState &attempt) const; // of its error
    [[nodiscard]] QString failureHeadline(const AttemptState &attempt) const;
    void showButtons(const AttemptState *attempt,
        const DiagnosisText &diagnosis,
        bool isInterrupted,
        bool isElsewhere);

    const Catalogue &m_catalogue;
    DeploymentState m_state;
    std::optional<DeploymentSummary> m_summary;
    QDateTime m_now;
    QString m_language;
    bool m_retryOffered = false;
    bool m_rollBackOffered = false;
    bool m_readOnly = false;
    bool m_toldAbove = false;
    StatusMark *m_mark;
    QLabel *m_headline;
    QLabel *m_body;
    QLabel *m_change;
    QPushButton *m_retry;
    QPushButton *m_resume;
    QPushButton *m_rollBack;
    QPushButton *m_cancel;
    QPushButton *m_decide;
    QPushButton *m_evidence;
    QHBoxLayout *m_buttons;
};
