#pragma once

#include "core/result.h"
#include "servers/sshquestion.h"

#include <QList>

#include <memory>
#include <unistd.h>

class IoThread;

// Answers atalaya-askpass, which ssh starts when it has a question: a socket in a folder that only
// its owner enters, the peer's user checked, and a nonce that is good for one question; the next
// one stands in a file of the attempt, where the next atalaya-askpass finds it.
// Any thread; the IoThread must outlive it.
class AskpassServer
{
public:
    // `folder` is private (0700) and there. `owner`: the only user who is answered.
    [[nodiscard]] static Result<std::unique_ptr<AskpassServer>> start(
        IoThread &thread, const QString &folder, uid_t owner = ::getuid());
    ~AskpassServer();
    Q_DISABLE_COPY_MOVE(AskpassServer)

    // One attempt of ssh to connect; its questions are asked while this object lives.
    class Attempt
    {
    public:
        struct State;
        explicit Attempt(std::shared_ptr<State> state);
        ~Attempt();
        Q_DISABLE_COPY_MOVE(Attempt)
        // For the environment of ssh.
        [[nodiscard]] QList<QByteArray> environment(const QString &askpassProgram) const;
        [[nodiscard]] bool hostKeyWasDeclined() const;

    private:
        std::shared_ptr<State> m_state;
    };
    [[nodiscard]] Result<std::unique_ptr<Attempt>> begin(
        const QString &server, const SshAsker &asker);

private:
    struct Private;
    explicit AskpassServer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};
