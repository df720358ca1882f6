#pragma once

#include "config/configfinding.h"
#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>

struct TomlDocument;

// fly.toml (fly-io.md 6), from the file's text or from a release's definition (the same as JSON):
// what decisions need by name, and everything else in `definition`.
struct FlyToml
{
    QString app;
    QString primaryRegion;
    QMap<QString, QString> env;
    QString releaseCommand;
    std::chrono::milliseconds releaseCommandTimeout{300'000}; // 0: none
    QString strategy; // empty: rolling
    std::optional<double> maxUnavailable; // as the file has it; 0 means one at a time
    std::chrono::milliseconds waitTimeout{300'000}; // 0: none
    QMap<QString, QString> processes; // group -> command
    QString buildImage; // [build].image
    QByteArray definition; // the whole file as JSON, keys sorted: what a release is created with
    QJsonObject json; // the same, read
    QList<ConfigFinding> findings; // of the file, in its order; none of a definition
    std::shared_ptr<const TomlDocument> source; // places; nothing for a definition
    QMap<QString, QByteArray> localFiles; // by their names in the file, see localFileFindings()

    [[nodiscard]] QStringList groups() const; // processes' keys, or "app"
    [[nodiscard]] int line(const QString &path) const; // 1-based; 0: not there
    // Everything comes from the definition; where it stood in a file makes no difference.
    bool operator==(const FlyToml &other) const { return definition == other.definition; }
};

enum class FlyFormat
{
    Toml,
    Json,
    Yaml
};
// By the ending of the name, as the platform's tool does: .json, .yaml, else TOML; and what begins
// with a brace is JSON under any other name.
FlyFormat flyFormatOf(const QByteArray &text, const QString &fileName);
// The file of a folder that the platform's tool would take: fly.toml, fly.json, fly.yaml; empty:
// none.
QString flyConfigNameIn(const QString &folder);

// Reads all that can be read; what cannot is among the findings. `fileName` tells the format.
FlyToml readFlyToml(const QByteArray &text, const QString &fileName = {});
// The same, refused at the first error that a deploy must not pass over: InvalidInput, "file:line:
// column: key what".
Result<FlyToml> parseFlyToml(const QByteArray &text, const QString &fileName);
Result<FlyToml> flyTomlFromDefinition(const QByteArray &json);

// What a file is about, counted.
struct FlyTomlSummary
{
    QStringList topLevelKeys; // as the file has them, sorted
    int services = 0; // without http_service
    bool hasHttpService = false;
    QList<int> internalPorts; // of http_service and services, in this order
    int serviceChecks = 0;
    int topChecks = 0;
    int mounts = 0;
    int sizes = 0; // [[vm]]
    QStringList envNames;
    QStringList envNotText; // numbers and booleans in the file, texts for the machine
};
FlyTomlSummary summaryOf(const FlyToml &toml);
