#pragma once

#include "core/filelock.h"
#include "core/result.h"
#include "core/secret.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>
#include <stop_token>

struct SandboxAddress
{
    QUrl url; // of all its services
    Secret token;
    qint64 pid = 0;
};

// How a console and its sandbox find each other: a lock that the sandbox holds while it lives, and
// beside it a file (0600) with address and token. A file whose lock is free is of a dead one.
class Rendezvous
{
public:
    // $XDG_RUNTIME_DIR/atalaya, or a folder of the user's own under the temporary one; 0700.
    [[nodiscard]] static QString defaultFolder();

    // For the console. The sandbox of the folder, when one lives.
    [[nodiscard]] static Result<std::optional<SandboxAddress>> find(const QString &folder);
    // That one, or a new one, started detached: it outlives its starter. `arguments` are handed on
    // to a new one only. Blocks; Timeout, Cancelled, or Process when it cannot be started.
    [[nodiscard]] static Result<SandboxAddress> ensureRunning(const QString &program,
        const QString &folder,
        std::chrono::milliseconds timeout,
        std::stop_token stop,
        const QStringList &arguments = {});
    // Asks the sandbox to end and waits until it has; nothing to do is success.
    [[nodiscard]] static Result<void> stop(
        const QString &folder, std::chrono::milliseconds timeout, std::stop_token stop);

    // For the sandbox. Conflict when another one lives in this folder.
    [[nodiscard]] static Result<Rendezvous> hold(const QString &folder);
    // What a killed predecessor published: its port and token are taken over, so that its clients
    // go on.
    [[nodiscard]] std::optional<SandboxAddress> predecessor() const;
    [[nodiscard]] Result<void> publish(const SandboxAddress &address);
    void withdraw(); // before an orderly end

private:
    Rendezvous(QString folder, FileLock lock);
    QString m_folder;
    FileLock m_lock;
};
