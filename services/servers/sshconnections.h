#pragma once

#include "servers/sshmux.h"
#include "servers/sshquestion.h"
#include "servers/sshtools.h"

#include <memory>

class IoThread;

// An open connection to a server, shared by all who asked for the same address. It stays open
// while an object of it lives; what runs over it is never cut by us. Copies are cheap. Any thread.
class SshConnection
{
public:
    // Waits for its turn where the server takes no more commands at once. Blocking.
    [[nodiscard]] Result<SshEnd> run(const SshCommand &command, std::stop_token stop) const;
    [[nodiscard]] const SshAddress &address() const;
    [[nodiscard]] Result<qint64> masterPid() const;

private:
    friend class SshConnections;
    struct Link;
    explicit SshConnection(std::shared_ptr<Link> link);
    std::shared_ptr<Link> m_link;
};

// Connects through the user's own OpenSSH: one master a server and identity, its socket in a
// private folder of this object. A master that nobody uses any more ends by itself after
// `persist`, also when this program was killed. Any thread; the IoThread must outlive it.
class SshConnections
{
public:
    struct Options
    {
        SshTools tools;
        QString folder; // for the sockets: below the runtime folder, made when missing
        QString askpass; // path of atalaya-askpass
        std::chrono::seconds persist{600};
        std::chrono::seconds patience{600}; // for the answers of a person
    };
    [[nodiscard]] static Result<std::unique_ptr<SshConnections>> create(
        IoThread &thread, const Options &options);
    ~SshConnections();
    Q_DISABLE_COPY_MOVE(SshConnections)

    // The open connection to that address, or a new one. Without `asker` nothing is asked: what
    // would need an answer fails. `server` is how the console calls it, for the questions. A host
    // key is never taken without a person's yes, whatever the configuration says. Blocking.
    [[nodiscard]] Result<SshConnection> open(const QString &server,
        const SshAddress &address,
        const SshAsker &asker,
        std::stop_token stop);
    // Whoever holds it keeps it; the next open() connects anew.
    void forget(const SshAddress &address);
    // Ends the masters that nobody holds.
    void closeIdle();
    [[nodiscard]] const SshTools &tools() const;

private:
    struct Private;
    explicit SshConnections(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};
