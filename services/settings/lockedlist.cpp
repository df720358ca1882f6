#include "settings/lockedlist.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace {
constexpr int listFormat = 1;
constexpr int listPatience = 5'000; // ms; a change takes a few
} // namespace

LockedList::LockedList(const QString &path, const QString &name)
    : m_path(path)
    , m_name(name)
{
}

Result<QJsonArray> LockedList::read() const
{
    QFile file(m_path);
    if (!file.exists())
        return QJsonArray();
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Storage, u"%1: %2"_s.arg(m_path, file.errorString()));
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &parsing);
    const QJsonObject root = document.object();
    if (!document.isObject() || root.value("format"_L1).toInt() != listFormat) {
        return failure(Error::Kind::Storage,
            u"%1: not a list of %2 that this program can read (%3)"_s.arg(
                m_path, m_name, parsing.errorString()));
    }
    return root.value(m_name).toArray();
}

Result<void> LockedList::change(
    const std::function<Result<QJsonArray>(const QJsonArray &)> &edit) const
{
    QLockFile lock(m_path + u".lock"_s);
    if (!lock.tryLock(listPatience))
        return failure(Error::Kind::Storage, u"%1 is locked by another program"_s.arg(m_path));
    const Result<QJsonArray> before = read();
    if (!before)
        return failure(before.error());
    const Result<QJsonArray> after = edit(*before);
    if (!after)
        return failure(after.error());
    const QJsonDocument document(QJsonObject{{u"format"_s, listFormat}, {m_name, *after}});
    QSaveFile file(m_path);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(document.toJson()) >= 0 && file.commit();
    if (!written)
        return failure(Error::Kind::Storage, u"%1: %2"_s.arg(m_path, file.errorString()));
    return {};
}
