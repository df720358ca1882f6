#include "models/wordsstack.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct StackFileText
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString stackValue(const ConfigFinding &finding)
{
    const QString &path = finding.path;
    const QString first = finding.arguments.value(0);
    const QString second = finding.arguments.value(1);
    switch (finding.code) {
    case ConfigCode::StackUnknownKey:
        return first.isEmpty()
            ? StackFileText::tr("“%1” is no key of atalaya.toml.").arg(path)
            : StackFileText::tr("“%1” is no key of atalaya.toml. Did you mean “%2”?")
                  .arg(path, first);
    case ConfigCode::StackEmpty:
        return StackFileText::tr("“%1” must not be empty.").arg(path);
    case ConfigCode::StackLeadingDash:
        return StackFileText::tr(
            "“%1” begins with a dash: a program would take it for an option. It is refused.")
            .arg(first);
    case ConfigCode::StackBadName:
        return StackFileText::tr(
            "“%1” has characters that no name has here: there are letters, digits and . _ - / @ :")
            .arg(first);
    case ConfigCode::StackOutside:
        return StackFileText::tr("“%1” is not below the folder of this file. Everything that a "
                                 "deploy takes lies below it.")
            .arg(first);
    case ConfigCode::StackNotAbsolute:
        return StackFileText::tr(
            "“%1” must be a folder of its own on the server, with all of its path: /srv/name.")
            .arg(path);
    case ConfigCode::StackNotOneOf:
        return StackFileText::tr("There is no “%1” here. There are: %2.").arg(first, second);
    case ConfigCode::StackOutOfRange:
        return StackFileText::tr("“%1” must be from %2 to %3.")
            .arg(path, second, finding.arguments.value(2));
    case ConfigCode::StackNotTime:
        return StackFileText::tr("“%1” must be a time such as \"18:00\".").arg(path);
    case ConfigCode::StackNoZone:
        return StackFileText::tr("There is no time zone “%1”. They are written as in "
                                 "\"America/Argentina/Buenos_Aires\".")
            .arg(first);
    case ConfigCode::StackNotAddress:
        return StackFileText::tr("“%1” must be an address with a port, as in \"127.0.0.1:5432\".")
            .arg(path);
    case ConfigCode::StackNotUrl:
        return StackFileText::tr("“%1” must be an address that begins with %2:// or %3://, without "
                                 "name and password.")
            .arg(path, first, second);
    case ConfigCode::StackNotCommand:
        return StackFileText::tr("“%1” must be a command line, or a list of its words.").arg(path);
    case ConfigCode::StackShellCommand:
        return StackFileText::tr("“%2” is given to the program in “%1” as one of its words: no "
                                 "shell reads the line. Put such a line in a script of the image, "
                                 "or write [\"sh\", \"-c\", \"…\"].")
            .arg(path, first);
    case ConfigCode::StackTwice:
        return StackFileText::tr("“%1” is there already.").arg(first);
    default:
        return {};
    }
}

QString stackRule(const ConfigFinding &finding)
{
    const QString &path = finding.path;
    const QString first = finding.arguments.value(0);
    const QString second = finding.arguments.value(1);
    switch (finding.code) {
    case ConfigCode::StackEither:
        return StackFileText::tr("There can be “%1” or “%2”, not both.").arg(first, second);
    case ConfigCode::StackNeither:
        return StackFileText::tr("“%1” needs “%2” or “%3”.").arg(path, first, second);
    case ConfigCode::StackKeyNotForKind:
        return StackFileText::tr("“%1” means nothing with %2. Take it out.").arg(first, second);
    case ConfigCode::StackMoreAtOnce:
        return StackFileText::tr("%1 servers at once are more than there are (%2).")
            .arg(first, second);
    case ConfigCode::StackVersionFile:
        return StackFileText::tr("The version is to be written into “%1”, which is not among the "
                                 "compose files above.")
            .arg(first);
    case ConfigCode::StackRestart:
        return StackFileText::tr("“%1” restarts a service. That applies neither a new image nor "
                                 "new variables: a deploy recreates what it has to. It is refused.")
            .arg(path);
    case ConfigCode::StackNoBackup:
        return StackFileText::tr("There is a migration and no backup before it: what it breaks "
                                 "cannot be brought back. Add a [[backup]].");
    case ConfigCode::StackNoWayBack:
        return StackFileText::tr("This backup is made and never restored: “restore” names no "
                                 "command that reads it.");
    case ConfigCode::StackRestoreUncounted:
        return StackFileText::tr("The database “%1” may be restored, and nothing counts what is in "
                                 "it then: half a backup would go unnoticed. Add a [[data]] with "
                                 "the rows that must be there.")
            .arg(first);
    case ConfigCode::StackNothingLooked:
        return StackFileText::tr("Nothing is tried after a deploy but the services' own health "
                                 "checks. A [[smoke]] test tells what users would see.");
    case ConfigCode::StackNothingToRestore:
        return StackFileText::tr("The database is to be restored, and there is no backup that can "
                                 "be. Add a [[backup]].");
    case ConfigCode::StackRestoreAsks:
        return StackFileText::tr("The database would go back by itself, but nothing goes back "
                                 "before somebody says so: “on_failure” asks.");
    case ConfigCode::StackFrozenAlways:
        return StackFileText::tr("This window never ends: every deploy would be held back.");
    default:
        return {};
    }
}

QString stackProject(const ConfigFinding &finding)
{
    const QString first = finding.arguments.value(0);
    const QString second = finding.arguments.value(1);
    switch (finding.code) {
    case ConfigCode::StackFileMissing:
        return StackFileText::tr("There is no file “%1” in this folder.").arg(first);
    case ConfigCode::StackEnvFileMissing:
        return StackFileText::tr("There is no env file “%1”: its variables would be empty, and "
                                 "docker compose would take every default instead.")
            .arg(first);
    case ConfigCode::StackBuilt:
        return StackFileText::tr(
            "The service “%1” has no image and would be built on the server, which takes its "
            "memory and processor for long. Build elsewhere, push to a registry and name the "
            "image.")
            .arg(first);
    case ConfigCode::StackVersionUnused:
        return StackFileText::tr("No image of the compose files uses “%1”: writing a version there "
                                 "would change nothing. Write an image as in \"name:${%1:?}\".")
            .arg(first);
    case ConfigCode::StackVersionNowhere:
        return StackFileText::tr("“%1” names no image: there is no place for a version in it.")
            .arg(first);
    case ConfigCode::StackNotRecreated:
        return StackFileText::tr("The image of “%1” takes its version from “%2”, and “services” "
                                 "does not name it: it would stay at the old one.")
            .arg(first, second);
    default:
        return {};
    }
}

struct AtalayaRemark
{
    const char *path;
    const char *text;
};

constexpr AtalayaRemark atalayaRemarks[] = {
    {"", QT_TRANSLATE_NOOP("Words", "How Atalaya deploys this project to servers of your own.")},
    {"stack", QT_TRANSLATE_NOOP("Words", "What this stack is called.")},
    {"project",
        QT_TRANSLATE_NOOP("Words", "What docker compose calls it, where that is another name.")},
    {"production",
        QT_TRANSLATE_NOOP("Words", "Not production: its name is not asked before a deploy.")},
    {"servers",
        QT_TRANSLATE_NOOP(
            "Words", "In this order: names of the SSH configuration, or user@address.")},
    {"servers_at_once", QT_TRANSLATE_NOOP("Words", "How many of them at the same time.")},
    {"directory", QT_TRANSLATE_NOOP("Words", "Where the project lies on each server.")},
    {"compose", QT_TRANSLATE_NOOP("Words", "Laid over one another in this order.")},
    {"env_file", QT_TRANSLATE_NOOP("Words", "Where the variables of the compose files come from.")},
    {"services",
        QT_TRANSLATE_NOOP(
            "Words", "Recreated when something of them changes; without this line, all of them.")},
    {"source",
        QT_TRANSLATE_NOOP(
            "Words", "How the files get there: \"upload\" from this folder, or \"git\".")},
    {"version",
        QT_TRANSLATE_NOOP("Words",
            "Where the version stands: a variable of the env file, or a compose file with the "
            "images' tags.")},
    {"migrate",
        QT_TRANSLATE_NOOP("Words",
            "Run once in a container of its own, before anything is recreated. Its files tell "
            "whether there is something to migrate.")},
    {"backup",
        QT_TRANSLATE_NOOP("Words",
            "Made before a migration. Verified as \"listed\", \"schema\", or \"restore\": into a "
            "scratch database, where the data checks must hold.")},
    {"health", QT_TRANSLATE_NOOP("Words", "How long a service may take until it is healthy.")},
    {"smoke", QT_TRANSLATE_NOOP("Words", "Tried on the server when everything is healthy.")},
    {"data", QT_TRANSLATE_NOOP("Words", "Rows that must be there afterwards.")},
    {"probe",
        QT_TRANSLATE_NOOP("Words",
            "Where users reach it: watched from this computer during a deploy, so that downtime is "
            "measured.")},
    {"cleanup", QT_TRANSLATE_NOOP("Words", "What is removed at the end.")},
    {"rollback",
        QT_TRANSLATE_NOOP("Words",
            "After a failure: \"automatic\" or \"ask\"; the database goes back only after a "
            "migration.")},
    {"freeze", QT_TRANSLATE_NOOP("Words", "When nothing is deployed, unless it is meant.")},
};

} // namespace

QString Words::stackFinding(const ConfigFinding &finding)
{
    for (const auto &words : {stackValue, stackRule, stackProject}) {
        if (const QString text = words(finding); !text.isEmpty())
            return text;
    }
    return {};
}

QString Words::atalayaComment(const QString &path)
{
    const auto *found = std::find_if(std::begin(atalayaRemarks),
        std::end(atalayaRemarks),
        [&path](const AtalayaRemark &remark) { return path == QLatin1StringView(remark.path); });
    return found == std::end(atalayaRemarks) ? QString() : StackFileText::tr(found->text);
}
