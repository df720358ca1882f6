#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

// The runner as it is put on a server, and how it is called there. The command is constant: folder,
// hash and arguments are lines of its input, so that nothing of them meets a shell's grammar or the
// server's list of processes. The program is checked by its hash before each call; "no-runner" is
// the refusal of a server that has not this one: install, then call again.
namespace RunnerProgram {

const QByteArray &script();
const QByteArray &hash(); // SHA-256, hexadecimal
const QString &command(); // what ssh is to run

// The input of that command. `input` follows the arguments: a step list, secrets, a tar file.
Result<QByteArray> install(const QString &folder);
Result<QByteArray> call(const QString &folder, const QStringList &arguments);
Result<Secret> call(const QString &folder, const QStringList &arguments, const Secret &input);

// The first line of an answer: its first word, and the words after it.
struct Answer
{
    QString word; // "started", "already", "cancelled", "staged", "installed", "refused", …
    QStringList words;
    bool operator==(const Answer &) const = default;
};
Result<Answer> answer(const QByteArray &output);

// What `lock` prints.
struct Lock
{
    enum class Holder
    {
        Nobody,
        Alive,
        Gone, // its process has ended without giving it back
        Rebooted, // so has the server
    };
    Holder holder = Holder::Nobody;
    QString run;
    qint64 pid = 0;
    QDateTime since; // UTC
    QString boot;
    QString owner;
    bool operator==(const Lock &) const = default;
};
Result<Lock> lock(const QByteArray &output);

// A line of what `list` prints, the newest last.
struct Run
{
    QString run;
    QString state; // as RunnerRest has it, or "running"
    qint64 sequence = 0;
    QDateTime began; // UTC
    QDateTime changed; // UTC
    QString owner;
    bool operator==(const Run &) const = default;
};
Result<QList<Run>> runs(const QByteArray &output);

} // namespace RunnerProgram
