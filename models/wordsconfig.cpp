#include "models/wordsconfig.h"

#include "models/wordscompose.h"
#include "models/wordsstack.h"

#include <QCoreApplication>

namespace {

struct ConfigText
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString syntax(const ConfigFinding &finding)
{
    const QString first = finding.arguments.value(0);
    switch (finding.code) {
    case ConfigCode::FileTooLarge:
        return ConfigText::tr("The file is larger than %1 bytes: it is not read.").arg(first);
    case ConfigCode::FileTooDeep:
        return ConfigText::tr("Values are nested too deeply here.");
    case ConfigCode::FileTooManyKeys:
        return ConfigText::tr("The file has more than %1 values: the rest is not read.").arg(first);
    case ConfigCode::NotUtf8:
        return ConfigText::tr("From here on the file is not UTF-8 text.");
    case ConfigCode::SyntaxKey:
        return ConfigText::tr("A key was expected here.");
    case ConfigCode::SyntaxEquals:
        return ConfigText::tr("An equals sign was expected behind the key.");
    case ConfigCode::SyntaxValue:
        return ConfigText::tr("A value was expected here. Texts stand in quotes.");
    case ConfigCode::SyntaxText:
        return ConfigText::tr("The text that begins here is not closed.");
    case ConfigCode::SyntaxEscape:
        return ConfigText::tr(
            "There is no such escape sequence. In single quotes a backslash is itself.");
    case ConfigCode::SyntaxNumber:
        return ConfigText::tr("This is not a number that TOML knows.");
    case ConfigCode::SyntaxDate:
        return ConfigText::tr("This is not a date or time that exists.");
    case ConfigCode::SyntaxList:
        return ConfigText::tr("A comma or the closing bracket is missing here.");
    case ConfigCode::SyntaxHeader:
        return ConfigText::tr("The closing bracket of the section is missing.");
    case ConfigCode::SyntaxLineEnd:
        return ConfigText::tr("The line should end here, but “%1” follows.").arg(first);
    case ConfigCode::SyntaxControl:
        return ConfigText::tr("There is a control character here, which TOML does not allow.");
    case ConfigCode::SyntaxJson:
        return ConfigText::tr("The JSON text cannot be read: %1").arg(first);
    case ConfigCode::DuplicateKey:
        return ConfigText::tr("“%1” is set already in line %2.").arg(finding.path, first);
    case ConfigCode::RedefinedSection:
        return ConfigText::tr("“%1” is defined already and cannot be opened again.")
            .arg(finding.path);
    default:
        return {};
    }
}

QString kindOfValue(const ConfigFinding &finding)
{
    const QString &path = finding.path;
    switch (finding.code) {
    case ConfigCode::NotText:
        return ConfigText::tr("“%1” must be a text in quotes.").arg(path);
    case ConfigCode::NotTextOrNumber:
        return ConfigText::tr("“%1” must be a text, a number, true or false.").arg(path);
    case ConfigCode::NotTable:
        return ConfigText::tr("“%1” must be a table.").arg(path);
    case ConfigCode::NotTableList:
        return ConfigText::tr("“%1” must be a table or a list of tables.").arg(path);
    case ConfigCode::NotListOfTables:
        return ConfigText::tr("“%1” must be a list of tables: write [[%1]].").arg(path);
    case ConfigCode::NotList:
        return ConfigText::tr("“%1” must be a list of texts.").arg(path);
    case ConfigCode::NotNumber:
        return ConfigText::tr("“%1” must be a number.").arg(path);
    case ConfigCode::NotWholeNumber:
        return ConfigText::tr("“%1” must be a whole number, without quotes.").arg(path);
    case ConfigCode::NotBoolean:
        return ConfigText::tr("“%1” must be true or false, without quotes.").arg(path);
    case ConfigCode::NotDuration:
        return ConfigText::tr("“%1” is not a duration such as \"30s\" or \"1m30s\".").arg(path);
    case ConfigCode::NotPort:
        return ConfigText::tr("“%1” must be a port number.").arg(path);
    case ConfigCode::NotSize:
        return ConfigText::tr("“%1” is not a size such as \"10gb\" or \"512mb\".").arg(path);
    case ConfigCode::NotConcurrency:
        return ConfigText::tr("“%1” must be a table, or a text such as \"20,25\".").arg(path);
    case ConfigCode::MissingName:
        return ConfigText::tr("“%1” must have a name.").arg(path);
    case ConfigCode::MissingKey:
        return ConfigText::tr("“%1” has no “%2”.").arg(path, finding.arguments.value(0));
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
            ? ConfigText::tr("“%1” is not known: Fly.io ignores it.").arg(path)
            : ConfigText::tr("“%1” is not known: Fly.io ignores it. Did you mean “%2”?")
                  .arg(path, first);
    case ConfigCode::MisplacedKey:
        return ConfigText::tr("“%1” is ignored here. “%2” belongs above the first section.")
            .arg(path, first);
    case ConfigCode::NoEffect:
        return ConfigText::tr("“%1” has no effect on a deploy any more.").arg(path);
    case ConfigCode::BareNanoseconds:
        return ConfigText::tr(
            "“%1” has no unit: Fly.io takes %2 for nanoseconds, that is %3. Write "
            "\"%2s\" for seconds.")
            .arg(path, first, second);
    case ConfigCode::BareMilliseconds:
        return ConfigText::tr("“%1” has no unit: Fly.io takes %2 for milliseconds, that is %3.")
            .arg(path, first, second);
    case ConfigCode::BareSeconds:
        return ConfigText::tr("“%1” has no unit: Fly.io takes %2 for seconds, that is %3.")
            .arg(path, first, second);
    case ConfigCode::BareFraction:
        return ConfigText::tr("“%1” has no unit: of %2 Fly.io takes the whole number only, that is "
                              "%3. Write it with its unit, in quotes.")
            .arg(path, first, second);
    case ConfigCode::EnvLooksSecret:
        return ConfigText::tr(
            "“%1” looks like a secret. What stands in this file is read by everybody "
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
        return ConfigText::tr("There is more than one way to build: %1. Keep one.").arg(first);
    case ConfigCode::BadCommand:
        return ConfigText::tr(
            "The command “%1” cannot be cut into words: its quotes are not closed.")
            .arg(finding.path);
    case ConfigCode::UnknownStrategy:
        return ConfigText::tr("There is no strategy “%1”. There are rolling, canary, bluegreen and "
                              "immediate.")
            .arg(first);
    case ConfigCode::CanaryWithMounts:
        return ConfigText::tr("The strategy canary does not go with volumes. Use rolling.");
    case ConfigCode::UnavailableUnused:
        return ConfigText::tr("The strategy %1 does not look at “%2”.").arg(first, finding.path);
    case ConfigCode::UnavailableNone:
        return ConfigText::tr(
            "With 0 machines at a time nothing could be updated: one at a time is.");
    case ConfigCode::RestartPolicy:
        return ConfigText::tr(
            "There is no restart policy “%1”. There are always, on-failure and never.")
            .arg(first);
    case ConfigCode::Compression:
        return ConfigText::tr("There is no compression “%1”. There are gzip and zstd.").arg(first);
    case ConfigCode::CompressionLevel:
        return ConfigText::tr("The compression level must be from 0 to 9.");
    case ConfigCode::UnknownSize:
        return ConfigText::tr("There is no machine size “%1”: a deploy will be refused.")
            .arg(first);
    case ConfigCode::SeveralSizes:
        return ConfigText::tr("The process group %1 has a size already: one of the two is ignored.")
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
        return ConfigText::tr("“%1” must be \"http\" or \"tcp\".").arg(path);
    case ConfigCode::CheckInterval:
        return ConfigText::tr("“%1” must be at least 2 seconds.").arg(path);
    case ConfigCode::CheckTimeout:
        return ConfigText::tr("“%1” must be at most 60 seconds.").arg(path);
    case ConfigCode::NoCheckPort:
        return ConfigText::tr("“%1” has no port, and there is no [http_service] to take one from.")
            .arg(path);
    case ConfigCode::ServiceWithoutProcesses:
        return ConfigText::tr("“%1” must say for which process groups it is: %2.").arg(path, first);
    case ConfigCode::UnknownProcess:
        return ConfigText::tr("There is no process group “%1”. There are: %2.").arg(first, second);
    case ConfigCode::ServiceWithoutPorts:
        return ConfigText::tr("“%1” has no ports: nothing reaches it from outside.").arg(path);
    case ConfigCode::RaisedToSecond:
        return ConfigText::tr("“%1” is %2: Fly.io raises it to 1 second.").arg(path, first);
    case ConfigCode::LoweredToMinute:
        return ConfigText::tr("“%1” is %2: Fly.io lowers it to 1 minute.").arg(path, first);
    case ConfigCode::AutoStop:
        return ConfigText::tr("“%1” must be \"off\", \"stop\" or \"suspend\".").arg(path);
    case ConfigCode::KillTimeout:
        return ConfigText::tr("“%1” is %2: Fly.io waits 5 minutes at most.").arg(path, first);
    case ConfigCode::MountTooSmall:
        return ConfigText::tr("A volume must have at least 1 GB.");
    case ConfigCode::SnapshotRetention:
        return ConfigText::tr("Snapshots can be kept from 1 to 60 days.");
    case ConfigCode::ExtendThreshold:
        return ConfigText::tr("A volume can begin to grow from 50 to 99 percent full.");
    case ConfigCode::ExtendIncrement:
        return ConfigText::tr("A volume can grow by 1 to 100 GB at a time.");
    case ConfigCode::ExtendLimit:
        return ConfigText::tr("A volume can grow to a limit from 1 to 500 GB.");
    case ConfigCode::ExtendAlone:
        return ConfigText::tr("“%1” does nothing without “auto_extend_size_increment”.").arg(path);
    case ConfigCode::SeveralMounts:
        return ConfigText::tr(
            "The process group %1 has more than one volume: a machine can have one.")
            .arg(first);
    default:
        return {};
    }
}

QString besideFile(const ConfigFinding &finding)
{
    const QString &path = finding.path;
    const QString first = finding.arguments.value(0);
    const QString second = finding.arguments.value(1);
    switch (finding.code) {
    case ConfigCode::MachineConfigSource:
        return ConfigText::tr("“%1” must be JSON that begins with a brace, or the name of a file "
                              "that ends in .json.")
            .arg(path);
    case ConfigCode::MachineConfigJson:
        return ConfigText::tr("The JSON of “%1” cannot be read in line %2, column %3: %4")
            .arg(first, second, finding.arguments.value(2), finding.arguments.value(3));
    case ConfigCode::MachineConfigUnused:
        return ConfigText::tr("“%1” is not used: it is decided outside of the machine config.")
            .arg(path);
    case ConfigCode::ContainerForm:
        return ConfigText::tr("“%1” must hold containers, each with a name.").arg(path);
    case ConfigCode::ContainerUnknown:
        return ConfigText::tr("There is no container “%1” for the built image. There are: %2.")
            .arg(first, second);
    case ConfigCode::ContainerImage:
        return ConfigText::tr("The container “%1” has no image, and the built one goes to another.")
            .arg(first);
    case ConfigCode::LocalFileMissing:
        return ConfigText::tr("“%1” names the file %2, which is not there. Names count from the "
                              "folder of this file.")
            .arg(path, first);
    case ConfigCode::LocalFileOutside:
        return ConfigText::tr("“%1” names the file %2, which is outside of the folder of this "
                              "file: it is not read.")
            .arg(path, first);
    case ConfigCode::LocalFileTooLarge:
        return ConfigText::tr("“%1” names the file %2, which is larger than %3 bytes: it is not "
                              "sent.")
            .arg(path, first, second);
    case ConfigCode::LocalFileUnreadable:
        return ConfigText::tr("“%1” names the file %2, which cannot be read: %3")
            .arg(path, first, second);
    default:
        return {};
    }
}

} // namespace

QString Words::configFinding(const ConfigFinding &finding)
{
    for (const auto &words : {syntax, kindOfValue, curious, deployRule, serviceRule, besideFile}) {
        if (const QString text = words(finding); !text.isEmpty())
            return text;
    }
    const QString text = composeFinding(finding);
    return text.isEmpty() ? stackFinding(finding) : text;
}

QString Words::configSeverity(ConfigFinding::Severity severity)
{
    switch (severity) {
    case ConfigFinding::Severity::Note:
        return ConfigText::tr("note", "of a line in a file");
    case ConfigFinding::Severity::Warning:
        return ConfigText::tr("warning", "of a line in a file");
    case ConfigFinding::Severity::Error:
        return ConfigText::tr("error", "of a line in a file");
    }
    return {};
}

QString Words::configChange(const ConfigChange &change)
{
    if (change.masked) {
        switch (change.kind) {
        case ConfigChange::Kind::Added:
            return ConfigText::tr("added; the value is not shown");
        case ConfigChange::Kind::Removed:
            return ConfigText::tr("removed; the value is not shown");
        case ConfigChange::Kind::Changed:
            return ConfigText::tr("changed; the values are not shown");
        }
    }
    switch (change.kind) {
    case ConfigChange::Kind::Added:
        return ConfigText::tr("added: %1").arg(change.after);
    case ConfigChange::Kind::Removed:
        return ConfigText::tr("removed: %1").arg(change.before);
    case ConfigChange::Kind::Changed:
        return ConfigText::tr("%1 becomes %2", "a value and another")
            .arg(change.before, change.after);
    }
    return {};
}
