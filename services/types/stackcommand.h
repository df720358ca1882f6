#pragma once

#include <QList>
#include <QString>

// Something that a project makes run, as a person is shown it before the project is trusted.
struct StackCommand
{
    QString place; // where it stands: "migrate", "smoke[0]", "services.web.command"
    QString text; // as one would type it
    bool operator==(const StackCommand &) const = default;
};

struct StackCommandChange
{
    enum class Kind
    {
        Added,
        Removed,
        Changed
    };
    Kind kind = Kind::Changed;
    QString place;
    QString before;
    QString after;
    bool operator==(const StackCommandChange &) const = default;
};

// By place, in the order of `now`, what is gone at the end.
QList<StackCommandChange> stackCommandChanges(
    const QList<StackCommand> &before, const QList<StackCommand> &now);
