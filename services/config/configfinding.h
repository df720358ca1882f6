#pragma once

#include "core/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

// What can be said about a line of fly.toml, of a compose file or of an env file. The sentence for
// a person is made in models/ from the code, the path and the arguments.
enum class ConfigCode
{
    // The text cannot be read there; the rest of the file still is.
    FileTooLarge, // args: limit in bytes
    FileTooDeep,
    FileTooManyKeys, // args: limit
    NotUtf8,
    SyntaxKey, // a key or a section was expected
    SyntaxEquals,
    SyntaxValue,
    SyntaxText, // a text is not closed
    SyntaxEscape,
    SyntaxNumber,
    SyntaxDate,
    SyntaxList, // a list or table in one line is not closed, or lacks a comma
    SyntaxHeader,
    SyntaxLineEnd, // args: what stands there
    SyntaxControl, // a control character
    SyntaxJson, // args: what the parser said
    DuplicateKey, // args: line of the first
    RedefinedSection,
    // A value of the wrong kind.
    NotText,
    NotTextOrNumber,
    NotTable,
    NotTableList,
    NotListOfTables, // [restart] where [[restart]] is needed
    NotList,
    NotNumber,
    NotWholeNumber,
    NotBoolean,
    NotDuration,
    NotPort,
    NotSize,
    NotConcurrency,
    MissingName,
    MissingKey, // args: the key
                // Read, and nothing comes of it.
    UnknownKey, // args: the nearest known name, or nothing
    MisplacedKey, // args: the key, which belongs to the top of the file
    NoEffect, // accepted, without effect on a deploy any more
              // A bare number, and what becomes of it.
    BareNanoseconds, // args: number, duration
    BareMilliseconds,
    BareSeconds,
    BareFraction, // of a unit, which is cut off
                  // fly-io.md 6.4
    SeveralBuilds, // args: the keys
    BadCommand, // args: what is wrong with its quotes
    UnknownStrategy, // args: the word
    CanaryWithMounts,
    CheckType,
    CheckInterval, // shorter than 2 s
    CheckTimeout, // longer than 60 s
    NoCheckPort,
    ServiceWithoutProcesses,
    UnknownProcess, // args: the name, the nearest that exists
    ServiceWithoutPorts,
    RaisedToSecond, // args: duration
    LoweredToMinute, // args: duration
    MountTooSmall,
    AutoStop, // args: the word
    KillTimeout, // longer than 5 minutes; args: duration
    SnapshotRetention,
    ExtendThreshold,
    ExtendIncrement,
    ExtendLimit,
    ExtendAlone,
    SeveralMounts, // args: process group
    SeveralSizes, // args: process group
    UnknownSize, // args: the word
    RestartPolicy, // args: the word
    Compression,
    CompressionLevel,
    UnavailableUnused, // args: strategy
    UnavailableNone,
    EnvLooksSecret, // args: the name
                    // The raw machine config and the files beside a fly.toml.
    MachineConfigSource, // neither JSON nor the name of a .json file
    MachineConfigJson, // args: file or key, line, column, what the parser said
    MachineConfigUnused, // fly.toml itself decides it
    ContainerForm,
    ContainerUnknown, // args: the name, those there are
    ContainerImage, // args: the name
    LocalFileMissing, // args: name
    LocalFileOutside, // args: name
    LocalFileTooLarge, // args: name, limit in bytes
    LocalFileUnreadable, // args: name, reason
                         // YAML that cannot be read.
    YamlTab, // a tab where only blanks may indent
    YamlCharacter, // one that begins no value without quotes
    YamlColon, // where no key can stand
    YamlNoColon, // behind a key
    YamlIndent,
    YamlQuote, // not closed
    YamlBracket, // not closed, or lacks a comma
    YamlControl,
    YamlAlias, // args: the name, which no anchor has
    YamlCircle, // args: the name of an anchor that holds itself
    YamlKey, // a map or a list as a key
    YamlSyntax, // args: what the parser said
    YamlBomb, // args: limit of values, aliases counted each time
              // What docker compose refuses.
    ComposeNotMap,
    ComposeNotList,
    ComposeNotText,
    ComposeNotTextOrList,
    ComposeNotTextOrMap,
    ComposeNotMapOrList,
    ComposeUnknownKey, // args: the nearest known name, or nothing
    ComposeNoServices,
    ComposeNoImage, // args: service
    ComposeVariableForm, // a dollar sign that begins no variable
    ComposeBadPort,
    ComposeCondition,
    ComposeCircle, // args: the services
    ComposeFileMissing, // args: path
    ComposeUnknownService, // args: name, the nearest that exists or nothing
    ComposeUndefinedVolume, // the same
    ComposeUndefinedNetwork,
    ComposeUndefinedSecret,
    ComposeUndefinedConfig,
    // Practices that break deploys or give secrets away.
    ComposeVersion, // the key that nothing reads any more
    ComposeBuild, // args: service
    ComposeBuildAndImage, // args: service
    ComposeNoTag, // args: service, image
    ComposeLatest, // args: service, image
    ComposeDatabasePort, // args: service, port outside, port inside
    ComposeNoHealth, // args: service, those that wait for it
    ComposeSecretValue, // args: name of the variable
    ComposeSecretInCommand, // args: service
    ComposeSecretDefault, // args: name
    ComposeSecretEmpty, // args: name
    VariableRequired, // args: name
    VariableMissing, // args: name
    VariableEmpty, // args: name
    Placeholder, // args: name
    JsonList, // args: name
    BrokenList, // args: name
    JsonListElsewhereCommas, // args: name, file
    CommasElsewhereJsonList, // args: name, file
    EnvTracked, // args: file
                // Of env files.
    EnvLine, // not what stands there: it may be a secret
    EnvWithoutValue, // args: name
    EnvNumberSign, // args: name
    EnvQuote, // args: name
    EnvBehindQuote, // args: name
    EnvDuplicate, // args: name, line of the first
                  // Of atalaya.toml.
    StackUnknownKey, // args: the nearest known name, or nothing
    StackEmpty,
    StackLeadingDash, // args: the text, which a program would take for an option
    StackBadName, // args: the text
    StackOutside, // args: path, which is not below the project
    StackNotAbsolute, // args: path
    StackNotOneOf, // args: the word, those that there are
    StackOutOfRange, // args: value, least, most
    StackNotTime, // args: the text
    StackNoZone, // args: the text
    StackNotAddress, // args: the text
    StackNotUrl, // args: two schemes
    StackNotCommand,
    StackShellCommand, // args: the word that only a shell understands
    StackTwice, // args: the text
    StackEither, // args: two keys
    StackNeither, // args: two keys
    StackKeyNotForKind, // args: the key, beside what
    StackMoreAtOnce, // args: number, servers
    StackVersionFile, // args: file, which is none of the compose files
    StackRestart, // a command restarts services
    StackNoBackup, // a migration without one
    StackNoWayBack, // a backup that nothing restores
    StackRestoreUncounted, // args: database
    StackNothingLooked, // neither smoke tests nor data checks
    StackNothingToRestore,
    StackRestoreAsks, // the database would go back without a question, what runs with one
    StackFrozenAlways,
    // Of a project with an atalaya.toml.
    StackFileMissing, // args: path
    StackEnvFileMissing, // args: path
    StackBuilt, // args: service, which would be built on the server
    StackVersionUnused, // args: variable
    StackVersionNowhere, // args: file
    StackNotRecreated, // args: service, the one whose version it takes
};

struct ConfigFinding
{
    enum class Severity
    {
        Note,
        Warning,
        Error
    };

    Severity severity = Severity::Error;
    ConfigCode code = ConfigCode::SyntaxKey;
    QString path; // "services[0].ports[1].port"; empty for the file as a whole
    int line = 0; // 1-based; 0: not known
    int column = 0; // 1-based, in characters
    QStringList arguments;
    bool operator==(const ConfigFinding &) const = default;
};

QString configCodeName(ConfigCode code); // stable: "unknown-key"
QString configSeverityName(ConfigFinding::Severity severity); // "error", "warning", "note"
// English, for Error::detail: "fly.toml:4:3: deploy.strategy is not a strategy".
QString configDetail(const ConfigFinding &finding, const QString &fileName);
// As texts, for where only those are kept: severity, code, path, line, column, arguments.
QStringList configFindingToTexts(const ConfigFinding &finding);
std::optional<ConfigFinding> configFindingFromTexts(const QStringList &texts);
// InvalidInput that a person reads in the own language: its code holds the file and the finding.
Error configError(const ConfigFinding &finding, const QString &fileName);
// Of such an error: the file, and the finding; else nothing.
std::optional<std::pair<QString, ConfigFinding>> findingOfError(const Error &error);
bool hasErrors(const QList<ConfigFinding> &findings);
