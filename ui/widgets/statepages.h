#pragma once

#include "core/result.h"

#include <QStackedWidget>

class QLabel;
class QPushButton;
class StatusMark;

// The four states every panel shows: loading, empty (why, what to do), data, error (what, retry,
// copy details). The sentences are given anew by the owner's retranslate().
class StatePages final : public QStackedWidget
{
    Q_OBJECT

public:
    enum class State
    {
        Loading,
        Empty,
        Data,
        Error
    };

    // `name` is the prefix of the object names of what is inside ("fleet" → "fleet.retry").
    explicit StatePages(const QString &name, QWidget *content, QWidget *parent = nullptr);

    void showLoading(const QString &text);
    void showEmpty(const QString &text, const QString &hint);
    void showData();
    void showError(const Error &error, const QString &text);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void retryRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showMessage(State state, const QString &text, const QString &hint);
    void copyDetails() const;

    QWidget *m_content;
    QWidget *m_message;
    StatusMark *m_mark;
    QLabel *m_text;
    QLabel *m_hint;
    QPushButton *m_retry;
    QPushButton *m_copy;
    State m_state = State::Loading;
    Error m_error;
};
