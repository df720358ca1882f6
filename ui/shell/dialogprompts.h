#pragma once

#include "ui/shell/prompts.h"

// The real questions: window-modal dialogs, opened and answered by signal.
class DialogPrompts final : public Prompts
{
public:
    DialogPrompts() = default;

    void question(
        QWidget *parent, const Question &question, std::function<void(int)> answer) override;
    void saveFile(QWidget *parent,
        const QString &title,
        const QString &suggestedName,
        const QString &filter,
        std::function<void(const QString &)> answer) override;
    void openFile(QWidget *parent,
        const QString &title,
        const QString &filter,
        std::function<void(const QString &)> answer) override;
    void openFolder(QWidget *parent,
        const QString &title,
        std::function<void(const QString &)> answer) override;
    void text(QWidget *parent,
        const QString &title,
        const QString &label,
        const QString &suggestion,
        std::function<void(const QString &)> answer) override;
};
