#pragma once

#include "core/descriptor.h"
#include "core/result.h"

#include <QString>

#include <utility>

// Sockets of this computer, by path.
namespace LocalSocket {
// ssh adds 17 characters to the name of a socket while it makes it, and the system takes 107.
inline constexpr qsizetype longestPath = 90;

[[nodiscard]] Result<Descriptor> listenAt(const QString &path); // 0600, not blocking
[[nodiscard]] Result<Descriptor> connectTo(const QString &path);
} // namespace LocalSocket

// A folder for sockets with a short path, 0700 and of this user, gone with its object. Those that
// killed programs left are removed.
class SocketFolder
{
public:
    // Below `base` (made when missing); when its path is too long, below the folder for temporary
    // files.
    [[nodiscard]] static Result<SocketFolder> make(const QString &base);
    ~SocketFolder();
    Q_DISABLE_COPY(SocketFolder)
    SocketFolder(SocketFolder &&other) noexcept
        : m_path(std::exchange(other.m_path, {}))
        , m_lock(std::move(other.m_lock))
    {
    }
    SocketFolder &operator=(SocketFolder &&) = delete;
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    SocketFolder(QString path, Descriptor lock);
    QString m_path;
    Descriptor m_lock;
};
