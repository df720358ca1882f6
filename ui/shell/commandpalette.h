#pragma once

#include "models/commandsmodel.h"

#include <QFrame>
#include <QPointer>

#include <functional>

class QLineEdit;
class QListView;

// The command field's list: opens below the field as a child of the window (no window of its own,
// so nothing steals the keyboard), closes with Escape or when the focus goes elsewhere.
class CommandPalette final : public QFrame
{
    Q_OBJECT

public:
    // `commands` is asked each time it opens.
    CommandPalette(
        QLineEdit *field, std::function<QList<CommandsModel::Command>()> commands, QWidget *window);

    void open();
    void close();

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool keyPressed(int key);
    void choose(const QModelIndex &index);
    void place();
    void selectFirst();

    QLineEdit *m_field;
    std::function<QList<CommandsModel::Command>()> m_commands;
    CommandsModel *m_model;
    QListView *m_list;
    QPointer<QWidget> m_focusBefore;
};
