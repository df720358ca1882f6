#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

// A tar file made in memory: regular files of a name, a mode and a content. POSIX ustar, and a pax
// header where a name is longer than that holds.
class TarFile
{
public:
    // Relative, without "..": InvalidInput otherwise.
    Result<void> add(const QString &name, const QByteArray &content, int mode);
    [[nodiscard]] QByteArray bytes() const; // with its end

private:
    void entry(const QByteArray &name, const QByteArray &content, int mode, char type);

    QByteArray m_bytes;
};
