#pragma once

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <cstdio>

// Public files of others with facts that other parsers found; read in place, not a part of this
// project. ATALAYA_CORPORA names the folder, else it is looked for beside the source tree. Programs
// that include this define SOURCE_TREE.
namespace Corpora {
constexpr int notRun = 77; // what CTest counts as skipped

inline QString path(const QString &corpus, const QString &name)
{
    const QString named = qEnvironmentVariable("ATALAYA_CORPORA");
    const QString top = named.isEmpty() ? QStringLiteral(SOURCE_TREE "/../shared/corpora") : named;
    return QDir::cleanPath(QString(top + u'/' + corpus + u'/' + name));
}

inline QByteArray content(const QString &corpus, const QString &name)
{
    QFile file(path(corpus, name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QJsonObject index(const QString &corpus)
{
    return QJsonDocument::fromJson(content(corpus, QStringLiteral("index.json"))).object();
}

inline bool isThere(const QString &corpus)
{
    if (QFile::exists(path(corpus, QStringLiteral("index.json"))))
        return true;
    std::printf("not run: the corpus %s is not there (ATALAYA_CORPORA)\n", qPrintable(corpus));
    return false;
}

inline QStringList texts(const QJsonValue &list)
{
    QStringList all;
    for (const QVariant &entry : list.toVariant().toList())
        all.append(entry.toString());
    return all;
}
} // namespace Corpora
