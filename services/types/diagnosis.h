#pragma once

#include <QList>
#include <QString>
#include <QStringList>

// Evidence that proves a cause; shown one click away.
struct Evidence
{
    enum class Kind
    {
        LogLine,
        ExitCode,
        ConfigLine,
        Check,
        Answer // of the platform
    };
    Kind kind = Kind::LogLine;
    QString text; // sanitised and redacted
    qint64 logIndex = -1; // index into the deployment's log, for LogLine
    QString file; // for ConfigLine: "Dockerfile", "fly.toml"
    int line = 0; // 1-based
    bool operator==(const Evidence &) const = default;
};

// Why it failed, from a rule of resources/catalogue. Texts live in the catalogue in both languages;
// the value keeps the rule and what it captured.
struct Diagnosis
{
    QString rule; // id in the catalogue, e.g. "release.database-refused"
    int catalogue = 1; // its version
    QStringList captures; // %1, %2 … of its sentences
    QList<Evidence> evidence; // the decisive one first
    bool operator==(const Diagnosis &) const = default;
};
