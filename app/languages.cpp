#include "app/languages.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

QString Languages::fromEnvironment()
{
    for (const char *name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QString value = qEnvironmentVariable(name);
        if (!value.isEmpty())
            return value.startsWith("es"_L1) ? u"es"_s : u"en"_s;
    }
    return u"en"_s;
}

void Languages::install(QObject &owner, const QString &language)
{
    // English has a catalogue too: without it plurals read "1 machine(s)".
    auto *translator = new QTranslator(&owner);
    if (translator->load(":/i18n/atalaya_"_L1 + language))
        QCoreApplication::installTranslator(translator);
    // The region (decimal sign, time format) stays the user's when the language agrees.
    const QLocale system = QLocale::system();
    const QLocale wanted(language);
    QLocale::setDefault(system.language() == wanted.language() ? system : wanted);
}
