#include "models/wordsconfig.h"

#include <QCoreApplication>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString syntax(const ConfigFinding &finding)
{
    const QString first = finding.arguments.value(0);
    switch (finding.code) {
    case ConfigCode::FileTooLarge:
        return Text::tr("The file is larger than %1 bytes: it is not read.").arg(first);
    case ConfigCode::FileTooDeep:
        return Text::tr("Values are nested too deeply here.");
    case ConfigCode::FileTooManyKeys:
        return Text::tr("The file has more than %1 values: the rest is not read.").arg(first);
    case ConfigCode::NotUtf8:
        return Text::tr("From here on the file is not UTF-8 text.");
    case ConfigCode::SyntaxKey:
        return Text::tr("A key was expected here.");
    case ConfigCode::SyntaxEquals:
        return Text::tr("An equals sign was expected behind the key.");
    case ConfigCode::SyntaxValue:
        return Text::tr("A value was expected here. Texts stand in quotes.");
    case ConfigCode::SyntaxText:
        return Text::tr("The text that begins here is not closed.");
    case ConfigCode::SyntaxEscape:
        return Text::tr(
            "There is no such escape sequence. In single quotes a backslash is itself.");
    case ConfigCode::SyntaxNumber:
        return Text::tr("This is not a number that TOML knows.");
    case ConfigCode::SyntaxDate:
        return Text::tr("This is not a date or time that exists.");
    case ConfigCode::SyntaxList:
        return Text::tr("A comma or the closing bracket is missing here.");
    case ConfigCode::SyntaxHeader:
        return Text::tr("The closing bracket of the section is missing.");
    case ConfigCode::SyntaxLineEnd:
        return Text::tr("The line should end here, but “%1” follows.").arg(first);
    case ConfigCode::SyntaxControl:
        return Text::tr("There is a control character here, which TOML does not allow.");
    case ConfigCode::SyntaxJson:
        return Text::tr("The JSON text cannot be read: %1").arg(first);
    case ConfigCode::DuplicateKey:
        return Text::tr("“%1” is set already in line %2.").arg(finding.path, first);
    case ConfigCode::RedefinedSection:
        return Text::tr("“%1” is defined already and cannot be opened again.").arg(finding.path);
    default:
        return {};
    }
}

QString kindOfValue(const ConfigFinding &finding)
{
    const QString &path = finding.path;
    switch (finding.code) {
    case ConfigCode::NotText:
        return Text::tr("“%1” must be a text in quotes.").arg(path);
    case ConfigCode::NotTextOrNumber:
        return Text::tr("“%1” must be a text, a number, true or false.").arg(path);
    case ConfigCode::NotTable:
        return Text::tr("“%1” must be a table.").arg(path);
    case ConfigCode::NotTableList:
        return Text::tr("“%1” must be a table or a list of tables.").arg(path);
    case ConfigCode::NotListOfTables:
        return Text::tr("“%1” must be a list of tables: write [[%1]].").arg(path);
    case ConfigCode::NotList:
        return Text::tr("“%1” must be a list of texts.").arg(path);
    case ConfigCode::NotNumber:
        return Text::tr("“%1” must be a number.").arg(path);
    case ConfigCode::NotWholeNumber:
        return Text::tr("“%1” must be a whole number, without quotes.").arg(path);
    case ConfigCode::NotBoolean:
        return Text::tr("“%1” must be true or false, without quotes.").arg(path);
    case ConfigCode::NotDuration:
        return Text::tr("“%1” is not a duration such as \"30s\" or \"1m30s\".").arg(path);
    case ConfigCode::NotPort:
        return Text::tr("“%1” must be a port number.").arg(path);
    case ConfigCode::NotSize:
        return Text::tr("“%1” is not a size such as \"10gb\" or \"512mb\".").arg(path);
    case ConfigCode::NotConcurrency:
        return Text::tr("“%1” must be a table, or a text such as \"20,25\".").arg(path);
    case ConfigCode::MissingName:
        return Text::tr("“%1” must have a name.").arg(path);
    case ConfigCode::MissingKey:
        return Text::tr("“%1” has no “%2”.").arg(path, finding.arguments.value(0));
    default:
        return {};
    }
}

QString curious(const ConfigFinding &finding)
{
    const QString &path = finding.path;
    const QString first = finding.arguments.value(0);
    const QString second = finding.arguments.value(1);
    switch (finding.code) {
    case ConfigCode::UnknownKey:
        return first.isEmpty()
            ? Text::tr("“%1” is not known: Fly.io ignores it.").arg(path)
            : Text::tr("“%1” is not known: Fly.io ignores it. Did you mean “%2”?").arg(path, first);
    case ConfigCode::MisplacedKey:
        return Text::tr("“%1” is ignored here. “%2” belongs above the first section.")
            .arg(path, first);
    case ConfigCode::NoEffect:
        return Text::tr("“%1” has no effect on a deploy any more.").arg(path);
    case ConfigCode::BareNanoseconds:
        return Text::tr("“%1” has no unit: Fly.io takes %2 for nanoseconds, that is %3. Write "
                        "\"%2s\" for seconds.")
            .arg(path, first, second);
    case ConfigCode::BareMilliseconds:
        return Text::tr("“%1” has no unit: Fly.io takes %2 for milliseconds, that is %3.")
            .arg(path, first, second);
    case ConfigCode::BareSeconds:
        return Text::tr("“%1” has no unit: Fly.io takes %2 for seconds, that is %3.")
            .arg(path, first, second);
    case ConfigCode::EnvLooksSecret:
        return Text::tr("“%1” looks like a secret. What stands in this file is read by everybody "
                        "who has the folder: set it as a secret.")
            .arg(first);
    default:
        return {};
    }
}

QString deployRule(const ConfigFinding &finding)
{
    const QString first = finding.arguments.value(0);
    switch (finding.code) {
    case ConfigCode::SeveralBuilds:
        return Text::tr("There is more than one way to build: %1. Keep one.").arg(first);
    case ConfigCode::BadCommand:
        return Text::tr("The command “%1” cannot be cut into words: its quotes are not closed.")
            .arg(finding.path);
    case ConfigCode::UnknownStrategy:
        return Text::tr("There is no strategy “%1”. There are rolling, canary, bluegreen and "
                        "immediate.")
            .arg(first);
    case ConfigCode::CanaryWithMounts:
        return Text::tr("The strategy canary does not go with volumes. Use rolling.");
    case ConfigCode::UnavailableUnused:
        return Text::tr("The strategy %1 does not look at “%2”.").arg(first, finding.path);
    case ConfigCode::UnavailableNone:
        return Text::tr("With 0 machines at a time nothing could be updated: one at a time is.");
    case ConfigCode::RestartPolicy:
        return Text::tr("There is no restart policy “%1”. There are always, on-failure and never.")
            .arg(first);
    case ConfigCode::Compression:
        return Text::tr("There is no compression “%1”. There are gzip and zstd.").arg(first);
    case ConfigCode::CompressionLevel:
        return Text::tr("The compression level must be from 0 to 9.");
    case ConfigCode::UnknownSize:
        return Text::tr("There is no machine size “%1”: a deploy will be refused.").arg(first);
    case ConfigCode::SeveralSizes:
        return Text::tr("The process group %1 has a size already: one of the two is ignored.")
            .arg(first);
    default:
        return {};
    }
}

QString serviceRule(const ConfigFinding &finding)
{
    const QString &path = finding.path;
    const QString first = finding.arguments.value(0);
    const QString second = finding.arguments.value(1);
    switch (finding.code) {
    case ConfigCode::CheckType:
        return Text::tr("“%1” must be \"http\" or \"tcp\".").arg(path);
    case ConfigCode::CheckInterval:
        return Text::tr("“%1” must be at least 2 seconds.").arg(path);
    case ConfigCode::CheckTimeout:
        return Text::tr("“%1” must be at most 60 seconds.").arg(path);
    case ConfigCode::NoCheckPort:
        return Text::tr("“%1” has no port, and there is no [http_service] to take one from.")
            .arg(path);
    case ConfigCode::ServiceWithoutProcesses:
        return Text::tr("“%1” must say for which process groups it is: %2.").arg(path, first);
    case ConfigCode::UnknownProcess:
        return Text::tr("There is no process group “%1”. There are: %2.").arg(first, second);
    case ConfigCode::ServiceWithoutPorts:
        return Text::tr("“%1” has no ports: nothing reaches it from outside.").arg(path);
    case ConfigCode::RaisedToSecond:
        return Text::tr("“%1” is %2: Fly.io raises it to 1 second.").arg(path, first);
    case ConfigCode::LoweredToMinute:
        return Text::tr("“%1” is %2: Fly.io lowers it to 1 minute.").arg(path, first);
    case ConfigCode::AutoStop:
        return Text::tr("“%1” must be \"off\", \"stop\" or \"suspend\".").arg(path);
    case ConfigCode::KillTimeout:
        return Text::tr("“%1” is %2: Fly.io waits 5 minutes at most.").arg(path, first);
    case ConfigCode::MountTooSmall:
        return Text::tr("A volume must have at least 1 GB.");
    case ConfigCode::SnapshotRetention:
        return Text::tr("Snapshots can be kept from 1 to 60 days.");
    case ConfigCode::ExtendThreshold:
        return Text::tr("A volume can begin to grow from 50 to 99 percent full.");
    case ConfigCode::ExtendIncrement:
        return Text::tr("A volume can grow by 1 to 100 GB at a time.");
    case ConfigCode::ExtendLimit:
        return Text::tr("A volume can grow to a limit from 1 to 500 GB.");
    case ConfigCode::ExtendAlone:
        return Text::tr("“%1” does nothing without “auto_extend_size_increment”.").arg(path);
    case ConfigCode::SeveralMounts:
        return Text::tr("The process group %1 has more than one volume: a machine can have one.")
            .arg(first);
    default:
        return {};
    }
}

} // namespace

QString Words::configFinding(const ConfigFinding &finding)
{
    for (const auto &words : {syntax, kindOfValue, curious, deployRule, serviceRule}) {
        if (const QString text = words(finding); !text.isEmpty())
            return text;
    }
    return {};
}

QString Words::configSeverity(ConfigFinding::Severity severity)
{
    switch (severity) {
    case ConfigFinding::Severity::Note:
        return Text::tr("note", "of a line in a file");
    case ConfigFinding::Severity::Warning:
        return Text::tr("warning", "of a line in a file");
    case ConfigFinding::Severity::Error:
        return Text::tr("error", "of a line in a file");
    }
    return {};
}

QString Words::configChange(const ConfigChange &change)
{
    if (change.masked) {
        switch (change.kind) {
        case ConfigChange::Kind::Added:
            return Text::tr("added; the value is not shown");
        case ConfigChange::Kind::Removed:
            return Text::tr("removed; the value is not shown");
        case ConfigChange::Kind::Changed:
            return Text::tr("changed; the values are not shown");
        }
    }
    switch (change.kind) {
    case ConfigChange::Kind::Added:
        return Text::tr("added: %1").arg(change.after);
    case ConfigChange::Kind::Removed:
        return Text::tr("removed: %1").arg(change.before);
    case ConfigChange::Kind::Changed:
        return Text::tr("%1 becomes %2", "a value and another").arg(change.before, change.after);
    }
    return {};
}
