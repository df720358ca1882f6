#include "models/wordscompose.h"

#include <QCoreApplication>

namespace {

struct ComposeWordsText
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString yamlProblem(const ConfigFinding &finding)
{
    const QString first = finding.arguments.value(0);
    switch (finding.code) {
    case ConfigCode::YamlTab:
        return ComposeWordsText::tr("There is a tab here. YAML is indented with spaces only.");
    case ConfigCode::YamlCharacter:
        return ComposeWordsText::tr(
            "No value can begin with this character. Put the value in quotes.");
    case ConfigCode::YamlColon:
        return ComposeWordsText::tr(
            "A key cannot stand here. Either the indentation does not fit, or a "
            "value with a colon lacks its quotes.");
    case ConfigCode::YamlNoColon:
        return ComposeWordsText::tr("A colon is missing behind the key.");
    case ConfigCode::YamlIndent:
        return ComposeWordsText::tr("The indentation does not fit what stands above.");
    case ConfigCode::YamlQuote:
        return ComposeWordsText::tr("The quote that begins here is not closed.");
    case ConfigCode::YamlBracket:
        return ComposeWordsText::tr(
            "In what begins here, a comma or the closing bracket is missing.");
    case ConfigCode::YamlControl:
        return ComposeWordsText::tr(
            "There is a control character here, which YAML does not allow.");
    case ConfigCode::YamlAlias:
        return ComposeWordsText::tr("There is no anchor “&%1” above for the alias “*%1”.")
            .arg(first);
    case ConfigCode::YamlCircle:
        return ComposeWordsText::tr("The anchor “&%1” contains itself.").arg(first);
    case ConfigCode::YamlKey:
        return ComposeWordsText::tr("A key must be a plain text.");
    case ConfigCode::YamlSyntax:
        return ComposeWordsText::tr("The YAML cannot be read here: %1").arg(first);
    case ConfigCode::YamlBomb:
        return ComposeWordsText::tr(
            "The aliases stand for more than %1 values: the file is not read.")
            .arg(first);
    default:
        return {};
    }
}

QString composeKind(const ConfigFinding &finding)
{
    const QString &path = finding.path;
    switch (finding.code) {
    case ConfigCode::ComposeNotMap:
        return path.isEmpty() ? ComposeWordsText::tr("The file must hold keys with values.")
                              : ComposeWordsText::tr("“%1” must hold keys with values.").arg(path);
    case ConfigCode::ComposeNotList:
        return ComposeWordsText::tr("“%1” must be a list: a dash before each entry.").arg(path);
    case ConfigCode::ComposeNotText:
        return ComposeWordsText::tr("“%1” must be a single value.").arg(path);
    case ConfigCode::ComposeNotTextOrList:
        return ComposeWordsText::tr("“%1” must be a text or a list.").arg(path);
    case ConfigCode::ComposeNotTextOrMap:
        return ComposeWordsText::tr("“%1” must be a text, or keys with values.").arg(path);
    case ConfigCode::ComposeNotMapOrList:
        return ComposeWordsText::tr("“%1” must hold keys with values, or a list.").arg(path);
    default:
        return {};
    }
}

QString composeRefusal(const ConfigFinding &finding)
{
    const QString &path = finding.path;
    const QString first = finding.arguments.value(0);
    switch (finding.code) {
    case ConfigCode::ComposeUnknownKey:
        return first.isEmpty()
            ? ComposeWordsText::tr("“%1” is no key of docker compose, which refuses the file.")
                  .arg(path)
            : ComposeWordsText::tr(
                "“%1” is no key of docker compose, which refuses the file. Did you "
                "mean “%2”?")
                  .arg(path, first);
    case ConfigCode::ComposeNoServices:
        return ComposeWordsText::tr("The file has no services: there is nothing to run.");
    case ConfigCode::ComposeNoImage:
        return ComposeWordsText::tr(
            "The service “%1” has neither an image nor a build. If this file is laid over another, "
            "name them all, in order, with --file.")
            .arg(first);
    case ConfigCode::ComposeVariableForm:
        return ComposeWordsText::tr(
            "A dollar sign in “%1” begins no variable, and docker compose refuses the file. Write "
            "$$ for a dollar sign.")
            .arg(path);
    case ConfigCode::ComposeBadPort:
        return ComposeWordsText::tr("“%1” is no port. Write it as \"8080:80\", in quotes.")
            .arg(path);
    case ConfigCode::ComposeCondition:
        return ComposeWordsText::tr("“%1” has no condition that docker compose knows. There are "
                                    "service_started, service_healthy and "
                                    "service_completed_successfully.")
            .arg(path);
    case ConfigCode::ComposeCircle:
        return ComposeWordsText::tr("These services wait for one another and none can start: %1.")
            .arg(first);
    case ConfigCode::ComposeFileMissing:
        return ComposeWordsText::tr("The file “%1” that is named here cannot be read.").arg(first);
    default:
        return {};
    }
}

QString undefinedName(const ConfigFinding &finding)
{
    const QString first = finding.arguments.value(0);
    const QString near = finding.arguments.value(1);
    switch (finding.code) {
    case ConfigCode::ComposeUnknownService:
        return near.isEmpty()
            ? ComposeWordsText::tr("There is no service “%1”.").arg(first)
            : ComposeWordsText::tr("There is no service “%1”. Did you mean “%2”?").arg(first, near);
    case ConfigCode::ComposeUndefinedVolume:
        return near.isEmpty()
            ? ComposeWordsText::tr(
                "The volume “%1” is not defined. Add it under “volumes” at the top of "
                "the file, or write ./%1 for a folder.")
                  .arg(first)
            : ComposeWordsText::tr("The volume “%1” is not defined. Did you mean “%2”?")
                  .arg(first, near);
    case ConfigCode::ComposeUndefinedNetwork:
        return near.isEmpty()
            ? ComposeWordsText::tr(
                "The network “%1” is not defined. Add it under “networks” at the top "
                "of the file.")
                  .arg(first)
            : ComposeWordsText::tr("The network “%1” is not defined. Did you mean “%2”?")
                  .arg(first, near);
    case ConfigCode::ComposeUndefinedSecret:
        return near.isEmpty()
            ? ComposeWordsText::tr(
                "The secret “%1” is not defined. Add it under “secrets” at the top of "
                "the file.")
                  .arg(first)
            : ComposeWordsText::tr("The secret “%1” is not defined. Did you mean “%2”?")
                  .arg(first, near);
    case ConfigCode::ComposeUndefinedConfig:
        return near.isEmpty()
            ? ComposeWordsText::tr(
                "The config “%1” is not defined. Add it under “configs” at the top of "
                "the file.")
                  .arg(first)
            : ComposeWordsText::tr("The config “%1” is not defined. Did you mean “%2”?")
                  .arg(first, near);
    default:
        return {};
    }
}

QString stackPractice(const ConfigFinding &finding)
{
    const QString first = finding.arguments.value(0);
    const QString second = finding.arguments.value(1);
    switch (finding.code) {
    case ConfigCode::ComposeVersion:
        return ComposeWordsText::tr(
            "Nothing reads “version” any more, and docker compose warns about it "
            "each time. Take the line out.");
    case ConfigCode::ComposeBuild:
        return ComposeWordsText::tr(
            "The service “%1” is built where it runs: on a production server that takes its memory "
            "and processor for long, and what runs cannot be told from the version. Build "
            "elsewhere, "
            "push to a registry and name the image here.")
            .arg(first);
    case ConfigCode::ComposeBuildAndImage:
        return ComposeWordsText::tr(
            "The service “%1” has an image and a build: without --no-build, a server that lacks "
            "the "
            "image builds it. Leave “build” to a file that is only used for development.")
            .arg(first);
    case ConfigCode::ComposeNoTag:
        return ComposeWordsText::tr(
            "The image “%2” of “%1” has no tag, which means latest: nobody can "
            "tell what runs, or go back to it. Name a version.")
            .arg(first, second);
    case ConfigCode::ComposeLatest:
        return ComposeWordsText::tr(
            "The image “%2” of “%1” is “latest”: nobody can tell what runs, or go "
            "back to it. Name a version.")
            .arg(first, second);
    case ConfigCode::ComposeDatabasePort:
        return ComposeWordsText::tr(
            "The database “%1” is open to everybody on port %2, past the firewall too. Services of "
            "this stack reach it without a port; for a tunnel, write \"127.0.0.1:%2:%3\".")
            .arg(first, second, finding.arguments.value(2));
    case ConfigCode::ComposeNoHealth:
        return ComposeWordsText::tr(
            "Others wait for “%1” (%2), and it has no health check: they start "
            "before it can answer. "
            "Add a “healthcheck”, and let them wait for service_healthy.")
            .arg(first, second);
    default:
        return {};
    }
}

QString variablePractice(const ConfigFinding &finding)
{
    const QString first = finding.arguments.value(0);
    const QString second = finding.arguments.value(1);
    switch (finding.code) {
    case ConfigCode::ComposeSecretValue:
        return ComposeWordsText::tr(
            "The value of “%1” looks like a secret. Everybody who has the file has it, and so has "
            "the history of git. Put it into an env file that stays on the server, and write "
            "${%1:?} "
            "here.")
            .arg(first);
    case ConfigCode::ComposeSecretInCommand:
        return ComposeWordsText::tr(
            "The command of “%1” holds a password. Everybody who has the file or sees the "
            "processes "
            "of the server has it. Put it into an env file that stays on the server, and name the "
            "variable here.")
            .arg(first);
    case ConfigCode::ComposeSecretDefault:
        return ComposeWordsText::tr(
            "Without “%1” the service starts with a secret that everybody knows, or fails later. "
            "Write ${%1:?} here: then nothing starts without it.")
            .arg(first);
    case ConfigCode::ComposeSecretEmpty:
        return ComposeWordsText::tr("Without “%1” the service starts with an empty secret, and "
                                    "nothing says so. If it needs "
                                    "one, write ${%1:?} here.")
            .arg(first);
    case ConfigCode::VariableRequired:
        return ComposeWordsText::tr(
            "“%1” is required here and set nowhere: docker compose will not "
            "start. Set it in the env file.")
            .arg(first);
    case ConfigCode::VariableMissing:
        return ComposeWordsText::tr(
            "“%1” is set nowhere: docker compose puts nothing in its place. Set "
            "it in the env file, or give it a default.")
            .arg(first);
    case ConfigCode::VariableEmpty:
        return ComposeWordsText::tr(
            "“%1” is required here and empty: docker compose will not start. Give "
            "it a value in the env file.")
            .arg(first);
    case ConfigCode::Placeholder:
        return ComposeWordsText::tr(
            "“%1” still has a placeholder: what needs it will fail. Replace it by "
            "the real value.")
            .arg(first);
    case ConfigCode::JsonList:
        return ComposeWordsText::tr(
            "“%1” is a JSON list; what reads it usually wants commas, and takes brackets and "
            "quotes "
            "for a part of the values. Write a,b,c unless the application says otherwise.")
            .arg(first);
    case ConfigCode::BrokenList:
        return ComposeWordsText::tr(
            "“%1” looks like a JSON list and is none: it will not be read. Put "
            "each entry in double quotes.")
            .arg(first);
    case ConfigCode::JsonListElsewhereCommas:
        return ComposeWordsText::tr(
            "“%1” is a JSON list here and separated by commas in %2: what reads it "
            "takes one of them. Write a,b,c if that is what it wants.")
            .arg(first, second);
    case ConfigCode::CommasElsewhereJsonList:
        return ComposeWordsText::tr(
            "“%1” is separated by commas here and a JSON list in %2: what reads it "
            "takes one of them. Write [\"a\",\"b\"] if that is what it wants.")
            .arg(first, second);
    default:
        return {};
    }
}

QString envLine(const ConfigFinding &finding)
{
    const QString first = finding.arguments.value(0);
    switch (finding.code) {
    case ConfigCode::EnvTracked:
        return ComposeWordsText::tr("“%1” is tracked by git: its secrets are in the history for "
                                    "everybody who has it. Take it "
                                    "out with git rm --cached, ignore it, and change the secrets.")
            .arg(first);
    case ConfigCode::EnvLine:
        return ComposeWordsText::tr(
            "This line sets no variable. Write NAME=value, or a number sign before a comment.");
    case ConfigCode::EnvWithoutValue:
        return ComposeWordsText::tr("“%1” has no equals sign: its value comes from the shell that "
                                    "starts docker compose, or "
                                    "from nowhere.")
            .arg(first);
    case ConfigCode::EnvNumberSign:
        return ComposeWordsText::tr("The value of “%1” begins with a number sign: most take it for "
                                    "a comment, docker compose "
                                    "does not. Put it in quotes.")
            .arg(first);
    case ConfigCode::EnvQuote:
        return ComposeWordsText::tr("The quote of “%1” is not closed.").arg(first);
    case ConfigCode::EnvBehindQuote:
        return ComposeWordsText::tr(
            "Something stands behind the closing quote of “%1”. Put all of the "
            "value in quotes, or a number sign before a comment.")
            .arg(first);
    case ConfigCode::EnvDuplicate:
        return ComposeWordsText::tr(
            "“%1” is set already in line %2: this one counts. Keep one of them.")
            .arg(first, finding.arguments.value(1));
    default:
        return {};
    }
}

} // namespace

QString Words::composeFinding(const ConfigFinding &finding)
{
    for (const auto &words : {yamlProblem,
             composeKind,
             composeRefusal,
             undefinedName,
             stackPractice,
             variablePractice,
             envLine}) {
        if (const QString text = words(finding); !text.isEmpty())
            return text;
    }
    return {};
}
