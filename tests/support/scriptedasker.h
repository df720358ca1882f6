#pragma once

#include "servers/sshquestion.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <mutex>

// Answers at once, and remembers what was asked.
struct ScriptedAsker
{
    std::mutex mutex;
    QList<SshQuestion> asked;
    QHash<QString, QStringList> answers; // by the question's name, in order; none left: "no"

    SshAsker asker()
    {
        return [this](const SshQuestion &question, std::stop_token) {
            const std::lock_guard lock(mutex);
            asked.append(question);
            QStringList &left = answers[sshQuestionName(question.kind)];
            const Promise<Secret> promise;
            if (left.isEmpty())
                promise.fulfil(failure(Error::Kind::Cancelled, QStringLiteral("no")));
            else
                promise.fulfil(Secret(left.takeFirst().toUtf8()));
            return promise.pending();
        };
    }
};
