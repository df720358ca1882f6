#include "types/stackcommand.h"

#include <QHash>

QList<StackCommandChange> stackCommandChanges(
    const QList<StackCommand> &before, const QList<StackCommand> &now)
{
    using Kind = StackCommandChange::Kind;
    QHash<QString, QString> known;
    for (const StackCommand &command : before)
        known.insert(command.place, command.text);
    QList<StackCommandChange> changes;
    QHash<QString, QString> there;
    for (const StackCommand &command : now) {
        there.insert(command.place, command.text);
        const auto was = known.constFind(command.place);
        if (was == known.constEnd())
            changes.append({Kind::Added, command.place, {}, command.text});
        else if (*was != command.text)
            changes.append({Kind::Changed, command.place, *was, command.text});
    }
    for (const StackCommand &command : before) {
        if (!there.contains(command.place))
            changes.append({Kind::Removed, command.place, command.text, {}});
    }
    return changes;
}
