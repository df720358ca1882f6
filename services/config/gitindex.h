#pragma once

#include <QSet>
#include <QString>

// Which files git keeps, read from its index: git itself is not started in a folder whose settings
// could start other programs.
namespace GitIndex {
// Of the work tree that `folder` is in, absolute; empty: none, or one that cannot be read.
QSet<QString> trackedFiles(const QString &folder);
// The same of the bytes of an index; relative paths.
QSet<QString> paths(const QByteArray &index);
// The commit that a branch of that work tree is at, or its HEAD; empty: it cannot be told.
QString commitOf(const QString &folder, const QString &branch = {});
} // namespace GitIndex
