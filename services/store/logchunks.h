#pragma once

#include "core/result.h"
#include "types/ids.h"
#include "types/logline.h"

#include <QList>
#include <QString>

#include <mutex>

// Log lines of deployments: one folder each, in it files of JSON lines named by the number of their
// first line. The oldest file goes when a deployment has more than its share. Thread-safe; one
// process writes a deployment's lines (its owner), any may read.
class LogChunks
{
public:
    LogChunks(QString folder, qint64 bytesPerDeployment);

    [[nodiscard]] Result<void> append(const DeploymentId &id, const QList<LogLine> &lines);
    // Line 0 is the oldest one kept.
    [[nodiscard]] Result<QList<LogLine>> read(const DeploymentId &id, qint64 from, int limit) const;
    void remove(const DeploymentId &id);

private:
    struct Chunk
    {
        QString path;
        qint64 firstLine = 0;
        qint64 bytes = 0;
    };
    struct End // where the next line goes, known once the last file was looked at
    {
        qint64 nextLine = 0;
        Chunk last;
    };

    [[nodiscard]] QString folderOf(const DeploymentId &id) const;
    [[nodiscard]] QList<Chunk> chunks(const DeploymentId &id) const; // oldest first
    [[nodiscard]] Result<End> findEnd(const DeploymentId &id) const;
    [[nodiscard]] Result<void> writeOut(
        const DeploymentId &id, End &end, const QByteArray &text) const;
    void dropOldest(const DeploymentId &id) const;

    QString m_folder;
    qint64 m_limit;
    qint64 m_chunkBytes;
    mutable std::mutex m_mutex;
    QHash<DeploymentId, End> m_ends;
};
