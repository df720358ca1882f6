#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <functional>
#include <stop_token>

struct SshCommand
{
    // For the login shell of the account. Made of constants alone: whatever comes from a file or a
    // person travels in `input`.
    QByteArray line;
    Secret secretInput; // before `input`; a secret travels in no other way
    QByteArray input; // for its standard input, which is then closed
    std::chrono::milliseconds timeout{30'000}; // real time; 0: none
    qint64 outputLimit = 8 * 1024 * 1024; // of its standard output; more is an error
    // Called on the caller's thread with each line as it comes, without its end; `output` then
    // stays empty and has no limit. A line above 64 KiB comes in pieces.
    std::function<void(const QByteArray &line)> onLine;
    // The same with the bytes as they come, where a cut line must not be taken for a whole one.
    std::function<void(const QByteArray &bytes)> onBytes;
};

struct SshEnd
{
    int exitCode = 0; // -1: a signal ended it, or it did not say
    QByteArray output;
    QByteArray errors; // its beginning, up to 64 KiB
};

// The client side of OpenSSH's connection sharing (its PROTOCOL.mux), spoken by ourselves: no
// program is started for a command, a lost connection is told from an exit code of 255, and what
// the master refuses is never tried over a new connection. Blocking: for engine and pool threads.
namespace SshMux {
// Errors: Cancelled, Timeout and "ssh-connection-lost" mean that it ran, or runs on, unknown;
// "ssh-master-gone" and "ssh-sessions-exceeded" that nothing was run.
[[nodiscard]] Result<SshEnd> run(
    const QString &socketPath, const SshCommand &command, std::stop_token stop);
// The process id of the master.
[[nodiscard]] Result<qint64> checkAlive(const QString &socketPath);
// It takes no more commands, and ends when those that run have ended.
[[nodiscard]] Result<void> stopListening(const QString &socketPath);
} // namespace SshMux
