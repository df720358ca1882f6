#pragma once

#include "config/stackchecks.h"
#include "types/stackcommand.h"

#include <QDir>
#include <QMap>

// A file as a deploy puts it on a server.
struct StackFile
{
    QByteArray content;
    bool isProgram = false; // may be run
    bool isPrivate = false; // for its owner alone
    bool operator==(const StackFile &) const = default;
};

// The folder of a project with an atalaya.toml, all that a deploy takes from it, read once.
struct StackFolder
{
    QString path;
    QByteArray tomlText;
    StackProject project; // with the version that was asked for in it
    QMap<QString, StackFile> files; // by path below the folder; git mode: the env file alone
    QList<StackCommand> commands;
    QString contentHash; // what trust is given to
    QString configDigest; // of atalaya.toml and of all compose files
    QString migrationFiles; // digest of what toml.migration->files names; empty: cannot be told
    QString version; // that the files say, after the one asked for was put in
    QString commit; // git mode

    [[nodiscard]] QByteArray envText() const;
    [[nodiscard]] QString tomlPath() const;
};

// What is read of `text`, an atalaya.toml of that folder, and of the files it names.
StackProject readStackProject(const QByteArray &text, const QDir &folder, const QString &name);
// `version`: put where atalaya.toml says that it stands; empty: what the files say. InvalidInput:
// a file is missing, too large or outside of the folder, or atalaya.toml has an error.
Result<StackFolder> readStackFolder(const QString &path, const QString &version = {});
