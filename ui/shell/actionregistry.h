#pragma once

#include "models/commandsmodel.h"

#include <QAction>
#include <QKeySequence>
#include <QObject>

#include <functional>

class QWidget;

// Every action of the window: menu, shortcut, tooltip and command palette have it from here. An
// action's object name is its id ("deploy.retry").
class ActionRegistry final : public QObject
{
    Q_OBJECT

public:
    struct Spec
    {
        QString id;
        QList<QKeySequence> shortcuts; // the first one is shown
        std::function<QString()> text; // in the language of the moment
        std::function<void()> run;
        bool checkable = false;
        bool inPalette = true;
    };

    explicit ActionRegistry(QWidget *window);

    QAction *add(Spec spec);
    [[nodiscard]] QAction *action(const QString &id) const; // nullptr: unknown
    void trigger(const QString &id);
    void retranslate();
    [[nodiscard]] QList<CommandsModel::Command> commands() const; // those that can be used now

private:
    struct Entry
    {
        Spec spec;
        QAction *action;
    };
    static void name(const Entry &entry);

    QWidget *m_window;
    QList<Entry> m_entries;
};
