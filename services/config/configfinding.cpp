#include "config/configfinding.h"

#include "types/wordtable.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr QLatin1StringView codeOfFinding("config-finding "); // a list in JSON follows

struct CodeWords
{
    ConfigCode code;
    QLatin1String name;
    QLatin1String detail; // behind the path
};

constexpr CodeWords codes[] = {
    {ConfigCode::FileTooLarge, "file-too-large"_L1, "larger than %1 bytes"_L1},
    {ConfigCode::FileTooDeep, "file-too-deep"_L1, "nested too deeply"_L1},
    {ConfigCode::FileTooManyKeys, "file-too-many-keys"_L1, "more than %1 values"_L1},
    {ConfigCode::NotUtf8, "not-utf8"_L1, "not UTF-8 text"_L1},
    {ConfigCode::SyntaxKey, "syntax-key"_L1, "a key was expected"_L1},
    {ConfigCode::SyntaxEquals, "syntax-equals"_L1, "= was expected behind the key"_L1},
    {ConfigCode::SyntaxValue, "syntax-value"_L1, "a value was expected"_L1},
    {ConfigCode::SyntaxText, "syntax-text"_L1, "a text is not closed"_L1},
    {ConfigCode::SyntaxEscape, "syntax-escape"_L1, "no such escape sequence"_L1},
    {ConfigCode::SyntaxNumber, "syntax-number"_L1, "not a number"_L1},
    {ConfigCode::SyntaxDate, "syntax-date"_L1, "not a date or time"_L1},
    {ConfigCode::SyntaxList, "syntax-list"_L1, "a list or table is not closed"_L1},
    {ConfigCode::SyntaxHeader, "syntax-header"_L1, "the name of a section is not closed"_L1},
    {ConfigCode::SyntaxLineEnd, "syntax-line-end"_L1, "the end of the line was expected"_L1},
    {ConfigCode::SyntaxControl, "syntax-control"_L1, "a control character"_L1},
    {ConfigCode::SyntaxJson, "syntax-json"_L1, "%1"_L1},
    {ConfigCode::DuplicateKey, "duplicate-key"_L1, "is set already in line %1"_L1},
    {ConfigCode::RedefinedSection, "redefined-section"_L1, "is defined already"_L1},
    {ConfigCode::NotText, "not-text"_L1, "must be a text in quotes"_L1},
    {ConfigCode::NotTextOrNumber,
        "not-text-or-number"_L1,
        "must be a text, a number, true or false"_L1},
    {ConfigCode::NotTable, "not-table"_L1, "must be a table"_L1},
    {ConfigCode::NotTableList, "not-table-list"_L1, "must be a table or a list of tables"_L1},
    {ConfigCode::NotListOfTables, "not-list-of-tables"_L1, "must be a list of tables"_L1},
    {ConfigCode::NotList, "not-list"_L1, "must be a list of texts"_L1},
    {ConfigCode::NotNumber, "not-number"_L1, "must be a number"_L1},
    {ConfigCode::NotWholeNumber, "not-whole-number"_L1, "must be a whole number"_L1},
    {ConfigCode::NotBoolean, "not-boolean"_L1, "must be true or false"_L1},
    {ConfigCode::NotDuration,
        "not-duration"_L1,
        "is not a duration such as \"30s\" or \"1m30s\""_L1},
    {ConfigCode::NotPort, "not-port"_L1, "must be a port number"_L1},
    {ConfigCode::NotSize, "not-size"_L1, "is not a size such as \"10gb\""_L1},
    {ConfigCode::NotConcurrency, "not-concurrency"_L1, "must be \"soft,hard\" or a table"_L1},
    {ConfigCode::MissingName, "missing-name"_L1, "must have a name"_L1},
    {ConfigCode::MissingKey, "missing-key"_L1, "must have %1"_L1},
    {ConfigCode::UnknownKey, "unknown-key"_L1, "is not a known key"_L1},
    {ConfigCode::MisplacedKey, "misplaced-key"_L1, "belongs to the top of the file"_L1},
    {ConfigCode::NoEffect, "no-effect"_L1, "has no effect"_L1},
    {ConfigCode::BareNanoseconds, "bare-nanoseconds"_L1, "%1 means %2"_L1},
    {ConfigCode::BareMilliseconds, "bare-milliseconds"_L1, "%1 means %2"_L1},
    {ConfigCode::BareSeconds, "bare-seconds"_L1, "%1 means %2"_L1},
    {ConfigCode::BareFraction, "bare-fraction"_L1, "%1 means %2"_L1},
    {ConfigCode::SeveralBuilds, "several-builds"_L1, "more than one way to build: %1"_L1},
    {ConfigCode::BadCommand, "bad-command"_L1, "cannot be split into words: %1"_L1},
    {ConfigCode::UnknownStrategy,
        "unknown-strategy"_L1,
        "must be canary, rolling, immediate or bluegreen"_L1},
    {ConfigCode::CanaryWithMounts, "canary-with-mounts"_L1, "canary does not go with mounts"_L1},
    {ConfigCode::CheckType, "check-type"_L1, "must be http or tcp"_L1},
    {ConfigCode::CheckInterval, "check-interval"_L1, "must be at least 2s"_L1},
    {ConfigCode::CheckTimeout, "check-timeout"_L1, "must be at most 60s"_L1},
    {ConfigCode::NoCheckPort, "no-check-port"_L1, "has no port"_L1},
    {ConfigCode::ServiceWithoutProcesses,
        "service-without-processes"_L1,
        "must name its processes"_L1},
    {ConfigCode::UnknownProcess, "unknown-process"_L1, "there is no process group %1"_L1},
    {ConfigCode::ServiceWithoutPorts, "service-without-ports"_L1, "has no ports"_L1},
    {ConfigCode::RaisedToSecond, "raised-to-second"_L1, "%1 is raised to 1s"_L1},
    {ConfigCode::LoweredToMinute, "lowered-to-minute"_L1, "%1 is lowered to 1m"_L1},
    {ConfigCode::MountTooSmall, "mount-too-small"_L1, "must be at least 1 GB"_L1},
    {ConfigCode::AutoStop, "auto-stop"_L1, "must be off, stop or suspend"_L1},
    {ConfigCode::KillTimeout, "kill-timeout"_L1, "%1 is lowered to 5m"_L1},
    {ConfigCode::SnapshotRetention, "snapshot-retention"_L1, "must be from 1 to 60"_L1},
    {ConfigCode::ExtendThreshold, "extend-threshold"_L1, "must be from 50 to 99"_L1},
    {ConfigCode::ExtendIncrement, "extend-increment"_L1, "must be from 1 to 100 GB"_L1},
    {ConfigCode::ExtendLimit, "extend-limit"_L1, "must be from 1 to 500 GB"_L1},
    {ConfigCode::ExtendAlone, "extend-alone"_L1, "needs an increment"_L1},
    {ConfigCode::SeveralMounts, "several-mounts"_L1, "more than one volume for group %1"_L1},
    {ConfigCode::SeveralSizes, "several-sizes"_L1, "more than one size for group %1"_L1},
    {ConfigCode::UnknownSize, "unknown-size"_L1, "unknown size \"%1\""_L1},
    {ConfigCode::RestartPolicy, "restart-policy"_L1, "must be always, never or on-failure"_L1},
    {ConfigCode::Compression, "compression"_L1, "must be gzip or zstd"_L1},
    {ConfigCode::CompressionLevel, "compression-level"_L1, "must be from 0 to 9"_L1},
    {ConfigCode::UnavailableUnused, "unavailable-unused"_L1, "is not used by %1"_L1},
    {ConfigCode::UnavailableNone, "unavailable-none"_L1, "one machine at a time"_L1},
    {ConfigCode::EnvLooksSecret, "env-looks-secret"_L1, "looks like a secret"_L1},
    {ConfigCode::MachineConfigSource,
        "machine-config-source"_L1,
        "must be JSON, or the name of a .json file"_L1},
    {ConfigCode::MachineConfigJson, "machine-config-json"_L1, "%1:%2:%3: %4"_L1},
    {ConfigCode::MachineConfigUnused, "machine-config-unused"_L1, "is not used from there"_L1},
    {ConfigCode::ContainerForm, "container-form"_L1, "must be containers with names"_L1},
    {ConfigCode::ContainerUnknown, "container-unknown"_L1, "there is no container %1"_L1},
    {ConfigCode::ContainerImage, "container-image"_L1, "container %1 has no image"_L1},
    {ConfigCode::LocalFileMissing, "local-file-missing"_L1, "names %1: there is no such file"_L1},
    {ConfigCode::LocalFileOutside,
        "local-file-outside"_L1,
        "names %1: it is outside of the folder of the file"_L1},
    {ConfigCode::LocalFileTooLarge,
        "local-file-too-large"_L1,
        "names %1: it is larger than %2 bytes"_L1},
    {ConfigCode::LocalFileUnreadable, "local-file-unreadable"_L1, "names %1: %2"_L1},
    {ConfigCode::YamlTab, "yaml-tab"_L1, "is indented with a tab"_L1},
    {ConfigCode::YamlCharacter, "yaml-character"_L1, "a character that begins no value"_L1},
    {ConfigCode::YamlColon, "yaml-colon"_L1, "a colon where no key can stand"_L1},
    {ConfigCode::YamlNoColon, "yaml-no-colon"_L1, "a colon was expected behind the key"_L1},
    {ConfigCode::YamlIndent, "yaml-indent"_L1, "the indentation does not fit"_L1},
    {ConfigCode::YamlQuote, "yaml-quote"_L1, "a quote is not closed"_L1},
    {ConfigCode::YamlBracket, "yaml-bracket"_L1, "a bracket is not closed"_L1},
    {ConfigCode::YamlControl, "yaml-control"_L1, "a control character"_L1},
    {ConfigCode::YamlAlias, "yaml-alias"_L1, "there is no anchor %1"_L1},
    {ConfigCode::YamlCircle, "yaml-circle"_L1, "the anchor %1 holds itself"_L1},
    {ConfigCode::YamlKey, "yaml-key"_L1, "a key must be a text"_L1},
    {ConfigCode::YamlSyntax, "yaml-syntax"_L1, "%1"_L1},
    {ConfigCode::YamlBomb, "yaml-bomb"_L1, "more than %1 values behind its aliases"_L1},
    {ConfigCode::ComposeNotMap, "compose-not-map"_L1, "must be a map"_L1},
    {ConfigCode::ComposeNotList, "compose-not-list"_L1, "must be a list"_L1},
    {ConfigCode::ComposeNotText, "compose-not-text"_L1, "must be a text"_L1},
    {ConfigCode::ComposeNotTextOrList,
        "compose-not-text-or-list"_L1,
        "must be a text or a list"_L1},
    {ConfigCode::ComposeNotTextOrMap, "compose-not-text-or-map"_L1, "must be a text or a map"_L1},
    {ConfigCode::ComposeNotMapOrList, "compose-not-map-or-list"_L1, "must be a map or a list"_L1},
    {ConfigCode::ComposeUnknownKey, "compose-unknown-key"_L1, "is not a key of compose"_L1},
    {ConfigCode::ComposeNoServices, "compose-no-services"_L1, "has no services"_L1},
    {ConfigCode::ComposeNoImage, "compose-no-image"_L1, "has neither image nor build"_L1},
    {ConfigCode::ComposeVariableForm,
        "compose-variable-form"_L1,
        "has a dollar sign that begins no variable"_L1},
    {ConfigCode::ComposeBadPort, "compose-bad-port"_L1, "is no port"_L1},
    {ConfigCode::ComposeCondition, "compose-condition"_L1, "has no such condition"_L1},
    {ConfigCode::ComposeCircle, "compose-circle"_L1, "wait for one another: %1"_L1},
    {ConfigCode::ComposeFileMissing, "compose-file-missing"_L1, "%1 cannot be read"_L1},
    {ConfigCode::ComposeUnknownService, "compose-unknown-service"_L1, "there is no service %1"_L1},
    {ConfigCode::ComposeUndefinedVolume, "compose-undefined-volume"_L1, "there is no volume %1"_L1},
    {ConfigCode::ComposeUndefinedNetwork,
        "compose-undefined-network"_L1,
        "there is no network %1"_L1},
    {ConfigCode::ComposeUndefinedSecret, "compose-undefined-secret"_L1, "there is no secret %1"_L1},
    {ConfigCode::ComposeUndefinedConfig, "compose-undefined-config"_L1, "there is no config %1"_L1},
    {ConfigCode::ComposeVersion, "compose-version"_L1, "is obsolete"_L1},
    {ConfigCode::ComposeBuild, "compose-build"_L1, "is built on the server"_L1},
    {ConfigCode::ComposeBuildAndImage,
        "compose-build-and-image"_L1,
        "may be built on the server"_L1},
    {ConfigCode::ComposeNoTag, "compose-no-tag"_L1, "the image has no tag"_L1},
    {ConfigCode::ComposeLatest, "compose-latest"_L1, "the image's tag is latest"_L1},
    {ConfigCode::ComposeDatabasePort,
        "compose-database-port"_L1,
        "a database is open to the world on port %2"_L1},
    {ConfigCode::ComposeNoHealth, "compose-no-health"_L1, "has no health check; %2 wait for it"_L1},
    {ConfigCode::ComposeSecretValue, "compose-secret-value"_L1, "has a secret in the file"_L1},
    {ConfigCode::ComposeSecretInCommand,
        "compose-secret-in-command"_L1,
        "has a secret in its command"_L1},
    {ConfigCode::ComposeSecretDefault,
        "compose-secret-default"_L1,
        "%1 falls back to a default"_L1},
    {ConfigCode::ComposeSecretEmpty, "compose-secret-empty"_L1, "%1 may be empty"_L1},
    {ConfigCode::VariableRequired, "variable-required"_L1, "%1 is required and not set"_L1},
    {ConfigCode::VariableMissing, "variable-missing"_L1, "%1 is not set"_L1},
    {ConfigCode::VariableEmpty, "variable-empty"_L1, "%1 is required and empty"_L1},
    {ConfigCode::Placeholder, "placeholder"_L1, "%1 still has a placeholder"_L1},
    {ConfigCode::JsonList, "json-list"_L1, "%1 is a JSON list, commas are usual"_L1},
    {ConfigCode::BrokenList, "broken-list"_L1, "%1 is in brackets and no JSON"_L1},
    {ConfigCode::JsonListElsewhereCommas,
        "json-list-elsewhere-commas"_L1,
        "%1 is a JSON list here, separated by commas in %2"_L1},
    {ConfigCode::CommasElsewhereJsonList,
        "commas-elsewhere-json-list"_L1,
        "%1 is separated by commas here, a JSON list in %2"_L1},
    {ConfigCode::EnvTracked, "env-tracked"_L1, "%1 is tracked by git"_L1},
    {ConfigCode::EnvLine, "env-line"_L1, "a line that sets no variable"_L1},
    {ConfigCode::EnvWithoutValue, "env-without-value"_L1, "has no value"_L1},
    {ConfigCode::EnvNumberSign, "env-number-sign"_L1, "begins with a number sign"_L1},
    {ConfigCode::EnvQuote, "env-quote"_L1, "the quote is not closed"_L1},
    {ConfigCode::EnvBehindQuote, "env-behind-quote"_L1, "something stands behind the quote"_L1},
    {ConfigCode::EnvDuplicate, "env-duplicate"_L1, "is set already in line %2"_L1},
    {ConfigCode::StackUnknownKey, "stack-unknown-key"_L1, "is not a key of atalaya.toml"_L1},
    {ConfigCode::StackEmpty, "stack-empty"_L1, "must not be empty"_L1},
    {ConfigCode::StackLeadingDash, "stack-leading-dash"_L1, "must not begin with a dash"_L1},
    {ConfigCode::StackBadName, "stack-bad-name"_L1, "is not a name: %1"_L1},
    {ConfigCode::StackOutside, "stack-outside"_L1, "%1 is not below the project"_L1},
    {ConfigCode::StackNotAbsolute, "stack-not-absolute"_L1, "must be an absolute folder"_L1},
    {ConfigCode::StackNotOneOf, "stack-not-one-of"_L1, "must be one of %2"_L1},
    {ConfigCode::StackOutOfRange, "stack-out-of-range"_L1, "must be from %2 to %3"_L1},
    {ConfigCode::StackNotTime, "stack-not-time"_L1, "must be a time such as 18:00"_L1},
    {ConfigCode::StackNoZone, "stack-no-zone"_L1, "there is no time zone %1"_L1},
    {ConfigCode::StackNotAddress, "stack-not-address"_L1, "must be host:port"_L1},
    {ConfigCode::StackNotUrl, "stack-not-url"_L1, "must be an address of %1 or %2"_L1},
    {ConfigCode::StackNotCommand, "stack-not-command"_L1, "must be a text or a list of texts"_L1},
    {ConfigCode::StackShellCommand, "stack-shell-command"_L1, "%1 is read by a shell only"_L1},
    {ConfigCode::StackTwice, "stack-twice"_L1, "%1 is there already"_L1},
    {ConfigCode::StackEither, "stack-either"_L1, "only one of %1 and %2"_L1},
    {ConfigCode::StackNeither, "stack-neither"_L1, "must have %1 or %2"_L1},
    {ConfigCode::StackKeyNotForKind, "stack-key-not-for-kind"_L1, "has no meaning with %2"_L1},
    {ConfigCode::StackMoreAtOnce, "stack-more-at-once"_L1, "%1 at once of %2"_L1},
    {ConfigCode::StackVersionFile, "stack-version-file"_L1, "%1 is no compose file of this"_L1},
    {ConfigCode::StackRestart, "stack-restart"_L1, "restarts services"_L1},
    {ConfigCode::StackNoBackup, "stack-no-backup"_L1, "there is no backup"_L1},
    {ConfigCode::StackNoWayBack, "stack-no-way-back"_L1, "has no command to restore it"_L1},
    {ConfigCode::StackRestoreUncounted, "stack-restore-uncounted"_L1, "nothing counts in %1"_L1},
    {ConfigCode::StackNothingLooked, "stack-nothing-looked"_L1, "nothing is tried afterwards"_L1},
    {ConfigCode::StackNothingToRestore, "stack-nothing-to-restore"_L1, "there is no backup"_L1},
    {ConfigCode::StackRestoreAsks, "stack-restore-asks"_L1, "on_failure asks first"_L1},
    {ConfigCode::StackFrozenAlways, "stack-frozen-always"_L1, "never ends"_L1},
    {ConfigCode::StackFileMissing, "stack-file-missing"_L1, "there is no file %1"_L1},
    {ConfigCode::StackEnvFileMissing, "stack-env-file-missing"_L1, "there is no env file %1"_L1},
    {ConfigCode::StackBuilt, "stack-built"_L1, "%1 would be built on the server"_L1},
    {ConfigCode::StackVersionUnused, "stack-version-unused"_L1, "no image uses %1"_L1},
    {ConfigCode::StackVersionNowhere, "stack-version-nowhere"_L1, "%1 has no image"_L1},
    {ConfigCode::StackNotRecreated, "stack-not-recreated"_L1, "%1 is not recreated"_L1},
};

constexpr Word<ConfigFinding::Severity> severities[] = {
    {ConfigFinding::Severity::Note, "note"_L1},
    {ConfigFinding::Severity::Warning, "warning"_L1},
    {ConfigFinding::Severity::Error, "error"_L1},
};

const CodeWords &wordsOf(ConfigCode code)
{
    const auto *found = std::find_if(std::begin(codes),
        std::end(codes),
        [code](const CodeWords &words) { return words.code == code; });
    Q_ASSERT(found != std::end(codes));
    return *found;
}

// In one pass: an argument may itself hold "%1".
QString filled(QLatin1String pattern, const QStringList &arguments)
{
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == u'%' && i + 1 < pattern.size())
            text += arguments.value(pattern[++i].toLatin1() - '1');
        else
            text += pattern[i];
    }
    return text;
}
} // namespace

QString configCodeName(ConfigCode code)
{
    return wordsOf(code).name;
}

QString configSeverityName(ConfigFinding::Severity severity)
{
    return wordOf(severities, severity);
}

QString configDetail(const ConfigFinding &finding, const QString &fileName)
{
    QString text = fileName;
    if (finding.line > 0)
        text += u":%1:%2"_s.arg(finding.line).arg(finding.column);
    text += u": "_s;
    if (!finding.path.isEmpty())
        text += QString(finding.path + u' ');
    return text + filled(wordsOf(finding.code).detail, finding.arguments);
}

QStringList configFindingToTexts(const ConfigFinding &finding)
{
    return QStringList{configSeverityName(finding.severity),
               configCodeName(finding.code),
               finding.path,
               QString::number(finding.line),
               QString::number(finding.column)}
    + finding.arguments;
}

std::optional<ConfigFinding> configFindingFromTexts(const QStringList &texts)
{
    const auto severity = valueOf(severities, texts.value(0));
    const auto *words = std::find_if(std::begin(codes),
        std::end(codes),
        [&](const CodeWords &known) { return texts.value(1) == known.name; });
    if (!severity || words == std::end(codes))
        return std::nullopt;
    return ConfigFinding{*severity,
        words->code,
        texts.value(2),
        texts.value(3).toInt(),
        texts.value(4).toInt(),
        texts.mid(5)};
}

Error configError(const ConfigFinding &finding, const QString &fileName)
{
    QJsonArray texts{fileName};
    for (const QString &text : configFindingToTexts(finding))
        texts.append(text);
    const QByteArray json = QJsonDocument(texts).toJson(QJsonDocument::Compact);
    QString code = codeOfFinding;
    code += QString::fromUtf8(json);
    return {Error::Kind::InvalidInput, configDetail(finding, fileName), 0, {}, {}, code};
}

std::optional<std::pair<QString, ConfigFinding>> findingOfError(const Error &error)
{
    if (!error.code.startsWith(codeOfFinding))
        return std::nullopt;
    const QByteArray json = error.code.sliced(codeOfFinding.size()).toUtf8();
    QStringList texts;
    for (const QJsonValue &text : QJsonDocument::fromJson(json).array())
        texts.append(text.toString());
    const std::optional<ConfigFinding> finding = configFindingFromTexts(texts.mid(1));
    return finding ? std::optional(std::pair(texts.value(0), *finding)) : std::nullopt;
}

bool hasErrors(const QList<ConfigFinding> &findings)
{
    return std::any_of(findings.begin(), findings.end(), [](const ConfigFinding &finding) {
        return finding.severity == ConfigFinding::Severity::Error;
    });
}
