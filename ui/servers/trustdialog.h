#pragma once

#include "settings/projecttrust.h"

#include <QDialog>

class PrimaryButton;
class QLabel;
class QPushButton;
class QTreeView;
class RowsModel;

// What a project would run on the user's servers, before it may: every command, and what has
// changed since it was looked at. Window-modal, opened with open(); closing it trusts nothing.
class TrustDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Project
    {
        QString stack;
        QString tomlPath;
        QString contentHash;
        QList<StackCommand> commands;
    };
    TrustDialog(const Project &project, const TrustState &state, QWidget *parent);

Q_SIGNALS:
    void trusted(); // accepted() follows

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QTreeView *table(const QString &name, RowsModel *model) const;
    void retranslate();

    const Project m_project;
    const TrustState m_state;
    QLabel *m_sentence;
    QLabel *m_file;
    QLabel *m_changesTitle;
    RowsModel *m_changes;
    QTreeView *m_changesView;
    QLabel *m_commandsTitle;
    RowsModel *m_commands;
    QTreeView *m_commandsView;
    QLabel *m_remark;
    QPushButton *m_cancel;
    PrimaryButton *m_trust;
};
