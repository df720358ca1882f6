#pragma once

#include "core/result.h"

#include <QJsonArray>
#include <QString>

#include <functional>

// A list in a JSON file of a profile, for its owner alone: {"format": 1, "NAME": [...]}. Two
// programs may change it at once; each change is read, made and written under a lock. Any thread.
class LockedList
{
public:
    LockedList(const QString &path, const QString &name);

    [[nodiscard]] const QString &path() const { return m_path; }
    // A missing file is an empty list; a damaged one is an error, and stays as it is.
    [[nodiscard]] Result<QJsonArray> read() const;
    [[nodiscard]] Result<void> change(
        const std::function<Result<QJsonArray>(const QJsonArray &)> &edit) const;

private:
    QString m_path;
    QString m_name;
};
