#include "app/desktop/desktopoptions.h"

#include "app/languages.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

struct OptionText
{
    Q_DECLARE_TR_FUNCTIONS(Desktop)
};

void declareOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(OptionText::tr(
        "Watches deployments to Fly.io, says why they failed, and retries them. The token is read "
        "from the variable %1, from a file or from standard input; never from an argument.")
                                         .arg(u"ATALAYA_TOKEN"_s));
    parser.addOptions({
        {u"sandbox"_s,
            OptionText::tr("Open the embedded sandbox: no account and no network are needed.")},
        {u"app"_s, OptionText::tr("Open this app."), u"NAME"_s},
        {u"language"_s,
            OptionText::tr("Speak English (en) or Spanish (es) from now on."),
            u"CODE"_s},
        {u"token-file"_s, OptionText::tr("Read the token from this file."), u"FILE"_s},
        {u"token-stdin"_s, OptionText::tr("Read the token from standard input.")},
        {{u"h"_s, u"help"_s}, OptionText::tr("Show this help.")},
        {u"version"_s, OptionText::tr("Show the version.")},
    });
}

void say(std::FILE *stream, const QString &text)
{
    std::fputs(qPrintable(text.trimmed() + u'\n'), stream);
}

} // namespace

DesktopOptions parseDesktopOptions()
{
    // Only for what is said on the terminal; the window switches languages itself.
    QObject here;
    Languages::install(here, Languages::fromEnvironment());
    QCommandLineParser parser;
    declareOptions(parser);
    DesktopOptions options;
    QString problem;
    if (!parser.parse(QCoreApplication::arguments()))
        problem = parser.errorText();
    else if (!parser.positionalArguments().isEmpty())
        problem =
            OptionText::tr("“%1” is not understood.").arg(parser.positionalArguments().first());
    options.language = parser.value(u"language"_s);
    if (!options.language.isEmpty() && options.language != "en"_L1 && options.language != "es"_L1)
        problem =
            OptionText::tr("There is no language “%1”: it is en or es.").arg(options.language);

    if (!problem.isEmpty()) {
        say(stderr, problem);
        options.exitCode = 2;
    } else if (parser.isSet(u"help"_s)) {
        say(stdout, parser.helpText());
        options.exitCode = 0;
    } else if (parser.isSet(u"version"_s)) {
        say(stdout, u"atalaya " ATALAYA_VERSION ""_s);
        options.exitCode = 0;
    }
    options.start.program = u"atalaya"_s;
    options.start.sandbox = parser.isSet(u"sandbox"_s);
    options.start.token.file = parser.value(u"token-file"_s);
    options.start.token.standardInput = parser.isSet(u"token-stdin"_s);
    options.app = parser.value(u"app"_s);
    return options;
}
