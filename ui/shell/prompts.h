#pragma once

#include <QString>

#include <functional>

class QWidget;

// Questions to the user, answered later. The real ones are window-modal dialogs opened with open();
// tests answer from a script. `answer` runs at most once, never after `parent` died.
class Prompts
{
public:
    struct Question
    {
        QString title;
        QString text;
        QString detail;
        QStringList choices; // buttons, the safe one first: Escape and Return choose it
        int dangerous = -1; // index of the choice marked as destructive, or -1
    };

    virtual ~Prompts() = default;

    virtual void question(
        QWidget *parent, const Question &question, std::function<void(int)> answer) = 0;
    // `answer` gets an empty path when the user gives up.
    virtual void saveFile(QWidget *parent,
        const QString &title,
        const QString &suggestedName,
        const QString &filter,
        std::function<void(const QString &)> answer) = 0;
    virtual void openFile(QWidget *parent,
        const QString &title,
        const QString &filter,
        std::function<void(const QString &)> answer) = 0;
    virtual void openFolder(
        QWidget *parent, const QString &title, std::function<void(const QString &)> answer) = 0;
    // One line of text; empty when given up.
    virtual void text(QWidget *parent,
        const QString &title,
        const QString &label,
        const QString &suggestion,
        std::function<void(const QString &)> answer) = 0;

protected:
    Prompts() = default;
    Q_DISABLE_COPY_MOVE(Prompts)
};
