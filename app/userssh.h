#pragma once

#include "core/result.h"
#include "servers/sshquestion.h"

#include <QString>

#include <memory>

class SshConnections;
struct SshTools;

// The user's OpenSSH, for a whole program: its thread, folder of sockets and answerer of questions
// are made when it is first needed. Any thread. What uses it must be gone before it is.
class UserSsh
{
public:
    explicit UserSsh(const QString &runtimeFolder);
    ~UserSsh();
    Q_DISABLE_COPY_MOVE(UserSsh)

    [[nodiscard]] Result<SshConnections *> connections(); // blocking
    // Who is asked when work of its own, as a deploy is, needs a connection; nothing: nobody is.
    void setAsker(SshAsker asker);
    [[nodiscard]] SshAsker asker() const;
    // ATALAYA_SSH_CONFIG names another configuration than the user's.
    [[nodiscard]] static SshTools tools();

private:
    struct Private;
    std::unique_ptr<Private> d;
};
