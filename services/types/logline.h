#pragma once

#include <QDateTime>
#include <QString>

struct LogLine
{
    enum class Source
    {
        App,
        Platform,
        Proxy,
        Build,
        Console
    };
    QDateTime at; // UTC
    Source source = Source::App;
    QString lane; // machine id, or "build"
    QString level; // as told: "info", "error", …
    QString text; // sanitised, redacted, one line
    int attempt = 1;
    // Of a server's run: the number of the event that began its step there, and how many bytes of
    // that step's log there are up to the end of this line. 0: it is of none.
    qint64 step = 0;
    qint64 stepBytes = 0;
    bool operator==(const LogLine &) const = default;
};
