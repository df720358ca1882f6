#pragma once

#include "config/atalayatoml.h"
#include "config/composefile.h"
#include "types/stackcommand.h"

// The command lines of a stack, as lists of words: nothing of them is ever read by a shell.
class StackCompose
{
public:
    StackCompose(const AtalayaToml &toml, const QString &project);

    // docker compose with exactly the files of the project, in their order, and `words`.
    [[nodiscard]] QStringList with(const QStringList &words) const;
    [[nodiscard]] QStringList inService(const QString &service, const QStringList &words) const;
    [[nodiscard]] QStringList migration(const StackMigration &migration) const;
    // Names or removes the containers that a recreation has left that was cut. Does nothing else.
    [[nodiscard]] QStringList settling() const;
    [[nodiscard]] QStringList recreation(const QString &service) const;
    [[nodiscard]] QStringList backup(const StackBackup &backup) const;
    // One number, from `database` where it is not the one of the check.
    [[nodiscard]] QStringList count(const DataCheck &check, const QString &database = {}) const;
    // Reads a backup at its standard input.
    [[nodiscard]] QStringList listing(const StackBackup &backup) const;
    [[nodiscard]] QStringList loading(
        const StackBackup &backup, const QString &database, bool schemaOnly) const;
    [[nodiscard]] QStringList restoring(const StackBackup &backup) const;
    [[nodiscard]] QStringList making(const StackBackup &backup, const QString &database) const;
    [[nodiscard]] QStringList dropping(const StackBackup &backup, const QString &database) const;

    // Prints a word for each container of the service that runs, and is healthy.
    [[nodiscard]] QStringList health(const QString &service, bool hasHealthcheck) const;

private:
    QString m_project;
    QStringList m_base;
};
// The word that StackCompose::health() prints.
constexpr const char *stackHealthyWord = "healthy";
// What docker compose calls the project: as atalaya.toml or the files say, else as the directory.
QString stackProjectName(const AtalayaToml &toml, const ComposeProject &compose);

// A smoke test as commands, each with what it prints when all is well.
QList<std::pair<QStringList, QStringList>> stackSmoke(const SmokeTest &test);
// Programs that the server needs for a deploy, besides docker: "curl".
QStringList stackTools(const AtalayaToml &toml);

// Everything that a deploy of this project runs on its servers because the files say so: the
// commands of atalaya.toml, those of the services, and what of the server they can reach.
QList<StackCommand> stackCommands(const AtalayaToml &toml, const ComposeProject &compose);
// Of the file's text and those commands: what trust is given to.
QString stackContentHash(const QByteArray &text, const QList<StackCommand> &commands);
// A command line for reading and for typing.
QString shellLine(const QStringList &words);
