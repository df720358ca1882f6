#pragma once

#include "ui/shell/prompts.h"

#include <QList>
#include <QStringList>

// Answers from a script, at once; an unexpected question is kept and answered with the safe choice.
class ScriptedPrompts final : public Prompts
{
public:
    ScriptedPrompts() = default;

    QList<int> choices; // answers to come
    QStringList paths;
    QStringList texts;
    QList<Question> asked;
    QStringList suggestedNames;

    void question(QWidget *, const Question &question, std::function<void(int)> answer) override
    {
        asked.append(question);
        answer(choices.isEmpty() ? 0 : choices.takeFirst());
    }
    void saveFile(QWidget *,
        const QString &,
        const QString &suggestedName,
        const QString &,
        std::function<void(const QString &)> answer) override
    {
        suggestedNames.append(suggestedName);
        answer(paths.isEmpty() ? QString() : paths.takeFirst());
    }
    void openFile(QWidget *,
        const QString &,
        const QString &,
        std::function<void(const QString &)> answer) override
    {
        answer(paths.isEmpty() ? QString() : paths.takeFirst());
    }
    void openFolder(
        QWidget *, const QString &, std::function<void(const QString &)> answer) override
    {
        answer(paths.isEmpty() ? QString() : paths.takeFirst());
    }
    void text(QWidget *,
        const QString &,
        const QString &,
        const QString &suggestion,
        std::function<void(const QString &)> answer) override
    {
        suggestedNames.append(suggestion);
        answer(texts.isEmpty() ? QString() : texts.takeFirst());
    }
};
