#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

// The practice server: a folder of this computer in which stacks are deployed as on a server, by
// the same runner, with a stand-in for docker (resources/practice/docker) that runs nothing and
// keeps what would run in files. Only the stacks that come with it are known to it.
//
//   bin/docker   srv/STACK   home   state
class PracticeServer
{
public:
    // `folder` is made when it is not there, and mended where something of it is missing; what has
    // been deployed stays. Storage: it cannot be written.
    [[nodiscard]] static Result<PracticeServer> make(const QString &folder);
    // As it was at first.
    [[nodiscard]] static Result<void> reset(const QString &folder);

    [[nodiscard]] static QStringList stacks();
    [[nodiscard]] QString stackFolder(const QString &stack) const;
    // A project's folder to deploy from, made when it is not there; what the user has changed
    // stays.
    [[nodiscard]] Result<void> writeProject(const QString &stack, const QString &folder) const;
    // Whether this is the atalaya.toml that came with it: no other is taken, for its commands run
    // on this computer.
    [[nodiscard]] bool isShipped(const QString &stack, const QByteArray &toml) const;

    // All that its shell gets of an environment: a home and a PATH of its own.
    [[nodiscard]] QList<QByteArray> environment() const;
    [[nodiscard]] QString home() const;

private:
    explicit PracticeServer(QString folder);

    QString m_folder;
};
