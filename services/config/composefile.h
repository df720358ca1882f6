#pragma once

#include "config/composetree.h"
#include "config/configfinding.h"
#include "config/variabletext.h"
#include "core/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

// Texts of a compose file stand here as written, variables unresolved. Values of environments may
// be secrets: they are here for checks and hashes, never for findings, logs or listings.

struct ComposeText
{
    QString text;
    ComposePlace place;
};

struct ComposeDependency
{
    enum class Condition
    {
        Started,
        Healthy,
        Completed,
        Other
    };
    QString service;
    Condition condition = Condition::Started;
    bool isRequired = true;
    bool restarts = false;
    ComposePlace place;
};

struct ComposeEnvFile
{
    QString path;
    bool isRequired = true;
    bool isRaw = false;
    ComposePlace place;
};

struct ComposeEnvironment
{
    QString name;
    std::optional<QString> value; // nothing: taken from the shell
    ComposePlace place;
    ComposePlace valuePlace;
};

struct ComposeHealthcheck
{
    bool isDisabled = false;
    QStringList test;
    QString interval;
    QString timeout;
    QString retries;
    QString startPeriod;
    QString startInterval;
    ComposePlace place;
};

struct ComposeBuild
{
    QString context;
    QString dockerfile;
    QString target;
    QList<ComposeEnvironment> arguments;
    ComposePlace place;
};

struct ComposeReference // of a service to a config, a secret or a network
{
    QString source;
    QString target;
    ComposePlace place;
};

struct ComposeExtends
{
    QString service;
    QString file; // empty: this one
    ComposePlace place;
};

struct ComposeService
{
    QString name;
    ComposePlace place;
    ComposeText image;
    std::optional<ComposeBuild> build;
    QList<ComposeEnvFile> envFiles;
    QList<ComposeEnvironment> environment;
    QList<ComposePort> ports;
    QList<ComposeMount> mounts;
    QList<ComposeReference> configs;
    QList<ComposeReference> secrets;
    QList<ComposeReference> networks;
    ComposeText networkMode;
    QList<ComposeDependency> dependsOn;
    std::optional<ComposeHealthcheck> healthcheck;
    ComposeText restart;
    QStringList command;
    ComposePlace commandPlace;
    QStringList entrypoint;
    QStringList profiles;
    std::optional<ComposeExtends> extends;
    std::optional<int> replicas; // of deploy or scale, where it is a number
    QString memoryLimit;
    ComposeText platform;
    ComposeText containerName;
    ComposeText pullPolicy;

    [[nodiscard]] bool hasHealthcheck() const { return healthcheck && !healthcheck->isDisabled; }
};

struct ComposeResource // a volume, network, config or secret of the project
{
    QString name;
    QString realName;
    QString file; // of configs and secrets
    QString variable; // they are taken from
    bool hasContent = false;
    bool isExternal = false;
    QString driver;
    ComposePlace place;
};

struct ComposeInclude
{
    QStringList paths;
    ComposePlace place;
};

struct ComposeVariableUse
{
    VariableUse use;
    ComposePlace place; // of the text it stands in
    QString path; // services.web.image
};

struct ComposeFinding
{
    int file = 0;
    ConfigFinding finding;
};

// One or several compose files, read as docker compose would put them together.
struct ComposeProject
{
    QStringList files; // paths; those of include and extends behind the named ones
    int namedFiles = 0;
    ComposeText name;
    QString version; // of the obsolete key
    QList<ComposeService> services; // by name
    QList<ComposeResource> volumes;
    QList<ComposeResource> networks;
    QList<ComposeResource> configs;
    QList<ComposeResource> secrets;
    QList<ComposeInclude> includes;
    QList<ComposeVariableUse> variables; // all of them, in the order of the files
    QList<ComposeFinding> findings; // of reading; the practices are checkCompose's
    bool isComplete = true; // false: an included or extended file could not be read
    bool isWhole =
        true; // false: one of the files is no YAML to its end; there is only its beginning
    // A file that is only made to be laid over another: a service has nothing to run.
    [[nodiscard]] bool isOverlay() const;

    [[nodiscard]] const ComposeService *service(QStringView name) const;
    [[nodiscard]] QStringList serviceNames() const;
    [[nodiscard]] QStringList variableNames() const; // sorted, each once
    [[nodiscard]] QStringList namesWithForm(VariableUse::Form form) const; // sorted, each once
    // Paths on this side that the project refers to: env files, bind mounts, configs, secrets. They
    // are relative to the folder of the first file.
    [[nodiscard]] QStringList referredPaths() const;
    // A path that stands in a file, seen from the folder of the first: what an included or extended
    // file names is relative to that one.
    [[nodiscard]] QString pathFrom(const QString &path, const ComposePlace &place) const;
};

struct ComposeSource
{
    QString path;
    QByteArray text;
};

// Reads a file that an include or an extends names; the path is relative to the file that names it,
// put together with that one's.
using ComposeLoader = std::function<Result<QByteArray>(const QString &path)>;

// In the order of docker compose's -f: the later ones lie over the earlier ones.
ComposeProject readCompose(const QList<ComposeSource> &sources, const ComposeLoader &loader = {});
bool looksLikeCompose(const QByteArray &text); // has services, or is nothing but an include
