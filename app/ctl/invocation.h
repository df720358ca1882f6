#pragma once

#include "app/ctl/command.h"
#include "app/startoptions.h"

#include <QHash>
#include <QStringList>

// A command line of atalayactl, understood.
struct CtlInvocation
{
    enum class Kind
    {
        Run,
        Help, // `text` has it
        Refused, // `text` says why
    };
    Kind kind = Kind::Run;
    QString text;
    CtlCommand command;
    QStringList arguments;
    QHash<QString, QString> values; // of the options given; empty text for switches
    QHash<QString, QStringList> lists; // the same, each time it was given
    StartOptions start;
    bool json = false;

    [[nodiscard]] bool has(const QString &option) const { return values.contains(option); }
    [[nodiscard]] QString value(const QString &option) const { return values.value(option); }
    [[nodiscard]] QStringList all(const QString &option) const { return lists.value(option); }
};

// `arguments` without the program's name.
CtlInvocation parseInvocation(const QStringList &arguments);
