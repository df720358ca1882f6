#include "app/ctl/invocation.h"

#include "app/ctl/text.h"

#include <QCommandLineParser>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

QList<CtlCommand> allCommands()
{
    return fleetCommands() + deployCommands() + pastCommands() + exportCommands()
        + accountCommands() + linkCommands() + networkCommands() + configCommands()
        + diagnoseCommands() + serverCommands() + stackCommands() + sandboxCommands();
}

QList<QCommandLineOption> commonOptions()
{
    return {
        {u"sandbox"_s, CtlText::tr("Work on the embedded sandbox instead of your account.")},
        {u"json"_s, CtlText::tr("Answer in JSON, one object per line.")},
        {u"token-file"_s, CtlText::tr("Read the token from this file."), u"FILE"_s},
        {u"token-stdin"_s, CtlText::tr("Read the token from standard input.")},
        {u"account"_s, CtlText::tr("Use this account, by its name or id."), u"ACCOUNT"_s},
        {u"password-file"_s,
            CtlText::tr("Read the password of the encrypted file from this file."),
            u"FILE"_s},
        {{u"h"_s, u"help"_s}, CtlText::tr("Show this help.")},
        {u"version"_s, CtlText::tr("Show the version.")},
    };
}

constexpr qsizetype helpWidth = 80;
constexpr qsizetype widestName = 26; // a longer one has its text on the next line

// Cut between words; `indent`: of all lines but the first.
QString wrappedHelp(const QString &text, qsizetype indent = 0)
{
    const QString margin(indent, u' ');
    QString result;
    qsizetype column = indent;
    for (const QString &word : text.split(u' ')) {
        const bool begins = column == indent;
        if (!begins && column + 1 + word.size() > helpWidth) {
            result += u'\n' + margin;
            column = indent;
        } else if (!begins) {
            result += u' ';
            ++column;
        }
        result += word;
        column += word.size();
    }
    return result;
}

// Names at the left, what they mean in a column of its own.
QString helpTable(const QList<std::pair<QString, QString>> &rows)
{
    qsizetype width = 0;
    for (const auto &[name, text] : rows)
        width = std::max(width, name.size() <= widestName ? name.size() : 0);
    const qsizetype column = width + 4;
    QString lines;
    for (const auto &[name, text] : rows) {
        lines += u"  "_s + name.leftJustified(width + 2);
        if (name.size() > width)
            lines += u'\n' + QString(column, u' ');
        lines += wrappedHelp(text, column) + u'\n';
    }
    return lines;
}

QString optionsTable(const QList<QCommandLineOption> &options)
{
    QList<std::pair<QString, QString>> rows;
    for (const QCommandLineOption &option : options) {
        QStringList names;
        for (const QString &name : option.names())
            names.append((name.size() == 1 ? u"-"_s : u"--"_s) + name);
        const QString value = option.valueName().isEmpty() ? QString() : u' ' + option.valueName();
        rows.append({names.join(u", "_s) + value, option.description()});
    }
    return helpTable(rows);
}

QString exitCodesText()
{
    const QList<std::pair<int, QString>> codes{
        {0, CtlText::tr("done")},
        {1, CtlText::tr("the deployment failed")},
        {2, CtlText::tr("wrong usage or bad input")},
        {3, CtlText::tr("token missing, expired or of the wrong kind")},
        {4, CtlText::tr("no such app, machine or deployment")},
        {5, CtlText::tr("conflict: owned by another process, leased, or changed since the plan")},
        {6, CtlText::tr("offline, or the platform is not available")},
        {7, CtlText::tr("the store is damaged, newer, read-only, locked or full")},
        {8, CtlText::tr("cancelled")},
        {9, CtlText::tr("reality is not what was reported, or could not be looked at")},
        {10, CtlText::tr("a mistake of this program")},
    };
    QList<std::pair<QString, QString>> rows;
    for (const auto &[code, meaning] : codes)
        rows.append({QString::number(code).rightJustified(2), meaning});
    return helpTable(rows);
}

QString commandLines(const QList<CtlCommand> &commands)
{
    QList<std::pair<QString, QString>> rows;
    for (const CtlCommand &command : commands)
        rows.append({QString(command.name + u' ' + command.arguments).trimmed(), command.summary});
    return helpTable(rows);
}

QString generalHelp()
{
    QString text = CtlText::tr("Usage: %1").arg(u"atalayactl [--sandbox] [--json] COMMAND …"_s);
    text += u"\n\n"_s + CtlText::tr("Deployments to Fly.io, without a window.") + u"\n\n"_s
        + CtlText::tr("Commands:") + u'\n' + commandLines(allCommands());
    text +=
        u'\n' + CtlText::tr("“%1” shows the options of one.").arg(u"atalayactl COMMAND --help"_s);
    text += u"\n\n"_s
        + wrappedHelp(CtlText::tr("The token is read from the variable %1, from a file or from "
                                  "standard input; never from an argument.")
                          .arg(u"ATALAYA_TOKEN"_s));
    text += u"\n\n"_s + CtlText::tr("Exit codes:") + u'\n' + exitCodesText();
    return text;
}

QString helpOf(const CtlCommand &command)
{
    const QString usage =
        QString(u"atalayactl "_s + command.name + u' ' + command.arguments).trimmed();
    QString text =
        CtlText::tr("Usage: %1").arg(usage) + u'\n' + wrappedHelp(command.summary) + u'\n';
    if (!command.options.isEmpty())
        text += u'\n' + CtlText::tr("Options:") + u'\n' + optionsTable(command.options);
    text +=
        u'\n' + CtlText::tr("Options of every command:") + u'\n' + optionsTable(commonOptions());
    return command.more ? text + u'\n' + command.more() : text;
}

QList<CtlCommand> commandsOfGroup(const QString &word)
{
    QList<CtlCommand> commands = allCommands();
    commands.removeIf(
        [&word](const CtlCommand &command) { return !command.name.startsWith(word + u' '); });
    return commands;
}

// For “atalayactl sandbox”, say: which words may follow.
QString helpOfGroup(const QList<CtlCommand> &commands)
{
    return CtlText::tr("Commands:") + u'\n' + commandLines(commands) + u'\n'
        + CtlText::tr("“%1” shows the options of one.").arg(u"atalayactl COMMAND --help"_s);
}

// The first words that are no options: the name of the command.
std::optional<CtlCommand> takeCommand(QStringList &arguments, QString &word)
{
    QList<qsizetype> places;
    for (qsizetype i = 0; i < arguments.size() && places.size() < 2; ++i) {
        if (arguments.at(i) == "--"_L1)
            break;
        static const QStringList valued{
            u"--token-file"_s, u"--password-file"_s, u"--account"_s, u"--app"_s};
        if (valued.contains(arguments.at(i)))
            ++i; // its value
        else if (!arguments.at(i).startsWith(u'-'))
            places.append(i);
    }
    if (places.isEmpty())
        return std::nullopt;
    word = arguments.at(places.first());
    const QString both = places.size() > 1 ? word + u' ' + arguments.at(places.at(1)) : word;
    for (const CtlCommand &command : allCommands()) {
        if (command.name == both && both != word) {
            arguments.removeAt(places.at(1));
            arguments.removeAt(places.first());
            return command;
        }
        if (command.name == word) {
            arguments.removeAt(places.first());
            return command;
        }
    }
    static const QStringList groups{
        u"sandbox"_s, u"accounts"_s, u"config"_s, u"network"_s, u"servers"_s};
    word = groups.contains(word) ? both : word;
    return std::nullopt;
}

CtlInvocation refused(const QString &why)
{
    CtlInvocation invocation;
    invocation.kind = CtlInvocation::Kind::Refused;
    invocation.text = why;
    return invocation;
}

CtlInvocation help(const QString &text)
{
    CtlInvocation invocation;
    invocation.kind = CtlInvocation::Kind::Help;
    invocation.text = text;
    return invocation;
}

void readCommon(const QCommandLineParser &parser, CtlInvocation &invocation)
{
    invocation.json = parser.isSet(u"json"_s);
    invocation.start.program = u"atalayactl"_s;
    invocation.start.sandbox = parser.isSet(u"sandbox"_s) || invocation.command.isOfSandbox();
    invocation.start.storedAccounts =
        invocation.command.isOfAccounts() || parser.isSet(u"account"_s);
    for (const QString &name : {u"account"_s, u"password-file"_s}) {
        if (parser.isSet(name))
            invocation.values.insert(name, parser.value(name));
    }
    invocation.start.token.file = parser.value(u"token-file"_s);
    invocation.start.token.standardInput = parser.isSet(u"token-stdin"_s);
    for (const QCommandLineOption &option : std::as_const(invocation.command.options)) {
        const QString name = option.names().last();
        if (!parser.isSet(name))
            continue;
        invocation.values.insert(name, parser.value(name));
        invocation.lists.insert(name, parser.values(name));
    }
}

} // namespace

CtlInvocation parseInvocation(const QStringList &arguments)
{
    QStringList rest = arguments;
    QString word;
    const std::optional<CtlCommand> command = takeCommand(rest, word);
    QCommandLineParser parser;
    parser.addOptions(commonOptions());
    if (command)
        parser.addOptions(command->options);
    const bool understood = parser.parse(QStringList{u"atalayactl"_s} + rest);

    CtlInvocation invocation;
    const QList<CtlCommand> group = command ? QList<CtlCommand>() : commandsOfGroup(word);
    const bool wantsHelp = word == "help"_L1 || (word.isEmpty() && parser.isSet(u"help"_s));
    if (!command && wantsHelp) {
        invocation = help(generalHelp());
    } else if (!group.isEmpty() && parser.isSet(u"help"_s)) {
        invocation = help(helpOfGroup(group));
    } else if (!group.isEmpty()) {
        invocation = refused(CtlText::tr("One more word is wanted after “%1”.").arg(word));
    } else if (!word.isEmpty() && !command) {
        invocation = refused(CtlText::tr("There is no command “%1”.").arg(word));
    } else if (!understood) {
        invocation = refused(parser.errorText());
    } else if (parser.isSet(u"version"_s)) {
        invocation = help(u"atalayactl " ATALAYA_VERSION ""_s);
    } else if (!command) {
        invocation = refused(CtlText::tr("A command is missing."));
    } else if (parser.isSet(u"help"_s)) {
        invocation = help(helpOf(*command));
    } else {
        const auto count = parser.positionalArguments().size();
        if (count < command->leastArguments || count > command->mostArguments)
            invocation =
                refused(CtlText::tr("It is used like this: %1")
                            .arg(u"atalayactl "_s + command->name + u' ' + command->arguments));
        else
            invocation.arguments = parser.positionalArguments();
    }
    if (command)
        invocation.command = *command;
    readCommon(parser, invocation);
    return invocation;
}
