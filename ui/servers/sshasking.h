#pragma once

#include "servers/sshquestion.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

class QWidget;
class SshQuestionDialog;

// Brings ssh's questions from the thread that it is watched on to dialogs of the window, one after
// another. After it died, every question is answered with no.
class SshAsking final : public QObject
{
    Q_OBJECT

public:
    explicit SshAsking(QWidget *window);
    ~SshAsking() override;

    [[nodiscard]] SshAsker asker() const; // may outlive this object

private:
    struct Asked;
    struct Channel;
    void take(std::vector<Asked> asked);
    void askNext();
    void finish(const Result<Secret> &answer);

    QWidget *m_window;
    std::shared_ptr<Channel> m_channel;
    QList<Asked> m_waiting;
    struct Open;
    std::unique_ptr<Open> m_open; // the question that is shown
};
