#pragma once

#include "core/result.h"
#include "core/secret.h"
#include "types/phase.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

// What the runner on a server carries out, as values, and their encoding. The form of the lines is
// told at the head of resources/runner/atalaya-runner.sh; limits: an argument or text of up to 96
// KiB encoded, 999 steps, no NUL byte. A list is read whole before anything of it is begun.

// Of what a step prints; the step is tried until one of them holds.
struct RunnerWant
{
    enum class Kind
    {
        Is, // without the line feeds at its end
        Lines, // every line is this, and there is one
        Contains,
        AtLeast, // a number
        Exactly,
    };
    Kind kind = Kind::Is;
    QString text;
    qint64 number = 0;
    bool operator==(const RunnerWant &) const = default;
};

struct RunnerStep
{
    enum class Failure
    {
        Stop, // the run fails here: rolled back by policy
        Ask,
        GoOn, // told, and passed over
    };

    Phase phase = Phase::Preflight;
    QString lane; // of the update: the service; empty: the phase's own row
    QString title; // a stable word for models/ ("pull-images"): letters, digits, - and _
    QString detail; // machine text to show, up to 4 KiB; never a secret
    std::chrono::seconds timeout{600}; // all tries together
    Failure failure = Failure::Stop;
    bool repeatable =
        true; // else, when cut, the user is asked how it ended; never cancelled halfway
    bool again = false; // done again when a run is continued: a login
    bool confirm = false; // the user is asked before
    int ifBegun = 0; // number of the step without which there is nothing to do; 0: always done

    // The program and its arguments, found by PATH in the stack's folder; or the runner's own
    // "@place" ID, "@remove" PATH…, "@put-back" [RUN].
    QStringList arguments;
    QMap<QString, QString> environment; // no secrets: any program of that user can read it
    QString input; // text
    QString inputSecret; // name of a RunnerSecret
    QString inputFile; // relative to the stack's folder; *.gz is tested and unpacked
    QString output; // what it prints goes there, 0600, whole or not at all; *.gz: packed
    qint64 outputAtLeast = 1; // bytes, unpacked

    QList<RunnerWant> wants;
    QStringList nevers; // printing exactly this ends the tries at once
    int tries = 1;
    std::chrono::seconds every{1};
    qint64 logLimit = 4 * 1024 * 1024; // bytes of its output that are kept
    bool operator==(const RunnerStep &) const = default;
};

struct RunnerSecret
{
    QString name; // letters, digits, - and _
    Secret value;
    bool operator==(const RunnerSecret &) const = default;
};

struct RunnerList
{
    enum class Rollback
    {
        Automatic,
        Ask,
        Never
    };

    QString run; // our ULID: starting the same again starts nothing
    QString owner; // who wants it, shown to others: "ana@laptop"
    Rollback rollback = Rollback::Ask;
    int keep = 20; // runs whose records stay on the server
    QString supersedes; // an unfinished run that is given up for this one
    bool registryLogin = false; // docker's configuration is the run's own and goes with it
    QList<RunnerStep> steps; // numbered from 1
    QList<RunnerStep> rollbackSteps; // numbered on; each names by ifBegun what it undoes
    bool operator==(const RunnerList &) const = default;
};

namespace RunnerSteps {
// For `start`. A Secret, for it ends with the secrets of the steps.
Result<Secret> encode(const RunnerList &list, const QList<RunnerSecret> &secrets);
// For `continue`: those that the steps left to do want.
Result<Secret> encodeSecrets(const QList<RunnerSecret> &secrets);
// What is kept on the server, as `steps RUN` prints it: without secrets.
Result<RunnerList> decode(const QByteArray &lines);
} // namespace RunnerSteps
