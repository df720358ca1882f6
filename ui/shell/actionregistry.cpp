#include "ui/shell/actionregistry.h"

#include <QWidget>

ActionRegistry::ActionRegistry(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

QAction *ActionRegistry::add(Spec spec)
{
    auto *action = new QAction(this);
    action->setObjectName(spec.id);
    action->setShortcuts(spec.shortcuts);
    action->setShortcutContext(Qt::WindowShortcut);
    action->setCheckable(spec.checkable);
    m_window->addAction(action); // shortcuts work while the menu is closed
    if (spec.run)
        connect(action, &QAction::triggered, this, [run = spec.run] { run(); });
    m_entries.append({std::move(spec), action});
    name(m_entries.last());
    return action;
}

QAction *ActionRegistry::action(const QString &id) const
{
    for (const Entry &entry : m_entries) {
        if (entry.spec.id == id)
            return entry.action;
    }
    return nullptr;
}

void ActionRegistry::trigger(const QString &id)
{
    if (QAction *known = action(id))
        known->trigger();
}

void ActionRegistry::retranslate()
{
    for (const Entry &entry : m_entries)
        name(entry);
}

QList<CommandsModel::Command> ActionRegistry::commands() const
{
    QList<CommandsModel::Command> commands;
    for (const Entry &entry : m_entries) {
        if (!entry.spec.inPalette || !entry.action->isEnabled() || !entry.action->isVisible())
            continue;
        QString text = entry.action->text();
        text.remove(u'&');
        commands.append({entry.spec.id,
            text,
            entry.action->shortcut().toString(QKeySequence::NativeText),
            false});
    }
    return commands;
}

void ActionRegistry::name(const Entry &entry)
{
    const QString text = entry.spec.text();
    entry.action->setText(text);
    QString plain = text;
    plain.remove(u'&');
    const QString keys = entry.action->shortcut().toString(QKeySequence::NativeText);
    //: tooltip: what a button does, and its keyboard shortcut
    entry.action->setToolTip(keys.isEmpty() ? plain : tr("%1 (%2)").arg(plain, keys));
}
