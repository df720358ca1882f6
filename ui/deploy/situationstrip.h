#pragma once

#include "diagnosis/catalogue.h"
#include "types/deploymentstate.h"

#include <QFrame>
#include <QSet>

class ElidedLabel;
class QLabel;
class QPushButton;
class QToolButton;
class StatusMark;

// Without what the last deployment tells of itself: the machine it failed at, and the release that
// it has left open because it was interrupted.
[[nodiscard]] QList<Diagnosis> untoldSituations(
    const QList<Diagnosis> &situations, const DeploymentState &last);

// What is wrong with the app although nobody deploys it, one thing at a time: the sentence, what
// proves it, what to do. Hidden while there is nothing to tell.
class SituationStrip final : public QFrame
{
    Q_OBJECT

public:
    explicit SituationStrip(const Catalogue &catalogue, QWidget *parent = nullptr);

    void setSituations(const QList<Diagnosis> &situations);
    void setLanguage(const QString &language);
    // What of the next steps can be done now. `version`: to which it would be rolled back, if
    // known.
    void setOffered(bool retry, bool rollBack, int version = 0);
    void setQuiet(bool quiet); // a deployment runs, and tells more
    void forgetHidden(); // another app is looked at
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void retryRequested();
    void rollBackRequested();
    void machineRequested(const MachineId &machine);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void retranslate();
    void refresh();
    void showNext();
    void hideShown();
    [[nodiscard]] const Diagnosis *shown() const;

    const Catalogue &m_catalogue;
    QString m_language;
    QList<Diagnosis> m_all;
    QList<Diagnosis> m_told; // those of them that were not hidden
    QSet<QString> m_hidden;
    QString m_shownKey;
    bool m_retryOffered = false;
    bool m_rollBackOffered = false;
    int m_rollBackVersion = 0;
    bool m_quiet = false;
    StatusMark *m_mark;
    QLabel *m_cause;
    ElidedLabel *m_evidence;
    QLabel *m_remedy;
    QPushButton *m_retry;
    QPushButton *m_rollBack;
    QPushButton *m_machine;
    QLabel *m_count;
    QPushButton *m_next;
    QToolButton *m_close;
};
