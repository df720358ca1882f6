#pragma once

#include "diagnosis/failurefacts.h"
#include "types/logline.h"

#include <QByteArray>
#include <QList>

// A stretch of a log about one thing.
struct LogPart
{
    LogStory story = LogStory::Run;
    qsizetype first = 0; // index of its first line in the whole log
    qsizetype lastSuccess = -1; // index, within the part, of a line that says it went well
    QList<LogLine> lines;
};

// By what flyctl, docker and the platform print when a part begins (fly-io.md 10).
QList<LogPart> partsOf(const QList<LogLine> &log);

// One LogLine per line of the text, escapes removed; the prefix of `fly logs` is understood.
QList<LogLine> linesOfText(const QByteArray &text);
