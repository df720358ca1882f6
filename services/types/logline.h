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
    bool operator==(const LogLine &) const = default;
};
