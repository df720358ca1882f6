#pragma once

#include "core/result.h"

#include <QString>

#include <memory>

// An advisory lock on a file, freed by the kernel when its process dies, however it dies. An open
// file description lock (F_OFD_SETLK), because that kind can be looked at without being taken, and
// two locks of one process exclude each other. The file is created 0600 and stays. Move-only.
class FileLock
{
public:
    FileLock(FileLock &&) noexcept;
    FileLock &operator=(FileLock &&) noexcept;
    ~FileLock(); // releases

    // Conflict when another process (or another FileLock) holds it.
    [[nodiscard]] static Result<FileLock> tryLock(const QString &path);
    // Whether somebody holds it now, without taking it. A missing file is free.
    [[nodiscard]] static bool isHeld(const QString &path);

private:
    explicit FileLock(int descriptor);
    int m_descriptor = -1;
};

// Who runs something, as recorded beside its lock.
struct ProcessIdentity
{
    QString host;
    QString bootId; // /proc/sys/kernel/random/boot_id
    qint64 pid = 0;
    QString program; // "atalaya" or "atalayactl"
    bool operator==(const ProcessIdentity &) const = default;

    static ProcessIdentity current(const QString &program);
};
