#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

// The parts of fly.toml that a deploy by image uses (fly-io.md 6.2), from the file's text or from a
// release's definition (the same as JSON). Errors name file, line and column.
struct FlyToml
{
    QString app;
    QString primaryRegion;
    QMap<QString, QString> env;
    QString releaseCommand;
    std::chrono::milliseconds releaseCommandTimeout{300'000}; // 0: none
    QString strategy; // empty: rolling
    std::optional<double> maxUnavailable;
    std::chrono::milliseconds waitTimeout{300'000}; // 0: none
    QMap<QString, QString> processes; // group -> command
    QString buildImage; // [build].image
    QByteArray definition; // the whole file as JSON, keys sorted: what a release is created with
    QHash<QString, int> lines; // dotted key path -> 1-based line; empty for a definition

    [[nodiscard]] QStringList groups() const; // processes' keys, or "app"
    [[nodiscard]] int line(const QString &path) const { return lines.value(path, 0); }
    bool operator==(const FlyToml &) const = default;
};

// `fileName` is for messages only.
Result<FlyToml> parseFlyToml(const QByteArray &text, const QString &fileName);
Result<FlyToml> flyTomlFromDefinition(const QByteArray &json);
