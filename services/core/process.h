#pragma once

#include "core/promise.h"
#include "core/secret.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <stop_token>

class IoThread;

struct ProcessRequest
{
    QString program; // a path, or a name that PATH finds
    QStringList arguments; // as they are: no shell reads them
    QByteArray input; // for its standard input, which is then closed
    Secret secretInput; // before `input`; a secret travels in no other way
    QList<QByteArray> environment; // "NAME=value", in addition or instead
    bool onlyThatEnvironment = false; // nothing of ours
    QString folder; // to work in; empty: ours
    std::chrono::milliseconds timeout{30'000}; // real time; 0: none
    std::chrono::milliseconds grace{2'000}; // between the wish that it ends and its kill
    qint64 outputLimit = 8 * 1024 * 1024; // of its standard output; more is an error
    // Called on the IO thread with each line as it comes, without its end; `output` then stays
    // empty and has no limit. A line above 64 KiB comes in pieces.
    std::function<void(const QByteArray &line)> onLine;
    // The same with the bytes as they come, and nothing a last time, before the answer.
    std::function<void(const QByteArray &bytes)> onBytes;
};

struct ProcessEnd
{
    int exitCode = 0; // -1 when a signal ended it
    int signal = 0;
    QByteArray output;
    QByteArray errors; // its beginning, up to 64 KiB
};

// Runs a child in a session of its own, without a terminal; answered exactly once. An exit code of
// any kind is an answer; errors are Cancelled, Timeout, Protocol ("output-too-long"), Process (not
// started: "program-missing NAME", "program-not-runnable NAME"). To end it early, all of its
// process group is asked to, and killed after `grace`; the answer comes when it is gone. What it
// left in the background when it ended by itself is let live. Any thread; `thread` must outlive it.
[[nodiscard]] Pending<ProcessEnd> runProcess(
    IoThread &thread, ProcessRequest request, std::stop_token stop);
