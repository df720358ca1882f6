#pragma once

#include "servers/serverlink.h"

#include <QString>
#include <QTemporaryDir>

#include <atomic>
#include <memory>

// A server for stacks on this computer: a shell where ssh would be, and a stand-in for docker that
// keeps what runs as files. The stack is always the same: database, web and worker of "shop".
class StackServer
{
public:
    StackServer();

    [[nodiscard]] bool isValid() const { return m_folder.isValid(); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString directory() const { return path(QStringLiteral("srv/shop")); }
    // For whoever comes by a link its directory is called so: several servers have one name for it.
    void callDirectory(const QString &name) { m_calledDirectory = name; }
    // What docker knows: "sick" holds a version that never becomes healthy, "migration" what the
    // migration ends with, "rows" how many there are, "hold" makes the recreation of web wait.
    void set(const QString &name, const QByteArray &content);
    void unset(const QString &name);
    // As if somebody had deployed that version there, from this project's folder.
    void runs(const QString &folder, const QByteArray &version);
    [[nodiscard]] QByteArray get(const QString &name) const;
    [[nodiscard]] QByteArray imageOf(const QString &service) const; // that runs
    [[nodiscard]] QByteArray calls() const; // of docker, a line each

    [[nodiscard]] ServerLink link(const QString &name) const;
    // Every command is lost from then on, until it is healed.
    void cut() { m_isCut = true; }
    void heal() { m_isCut = false; }

    // The project's folder, for version and greeting.
    static void writeProject(const QString &folder,
        const QStringList &directories,
        const QByteArray &version,
        const QByteArray &more = {});

private:
    QTemporaryDir m_folder;
    QString m_calledDirectory;
    std::atomic<bool> m_isCut = false;
};
