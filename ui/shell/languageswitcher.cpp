#include "ui/shell/languageswitcher.h"

#include "core/log.h"
#include "settings/settings.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

QString desktopLanguage()
{
    return QLocale::system().language() == QLocale::Spanish ? u"es"_s : u"en"_s;
}

// Regional habits (thousands, dates) stay those of the desktop when it speaks the same language.
QLocale localeFor(const QString &language)
{
    const QLocale wanted(language);
    const QLocale system = QLocale::system();
    return system.language() == wanted.language() ? system : wanted;
}

} // namespace

LanguageSwitcher::LanguageSwitcher(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    const QString stored = settings.language();
    apply(stored.isEmpty() ? desktopLanguage() : stored);
}

LanguageSwitcher::~LanguageSwitcher()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

QString LanguageSwitcher::current() const
{
    return m_current;
}

void LanguageSwitcher::choose(const QString &language)
{
    m_settings.setLanguage(language);
    if (language == m_current)
        return;
    apply(language);
    Q_EMIT changed(m_current);
}

void LanguageSwitcher::apply(const QString &language)
{
    m_current = language;
    // The locale first: widgets make their texts anew when the translators change.
    QLocale::setDefault(localeFor(language));
    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_own);
    const QString folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (m_qt.load(QString("qtbase_"_L1 % language), folder))
        QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(QString(":/i18n/atalaya_"_L1 % language % ".qm"_L1)))
        QCoreApplication::installTranslator(&m_own);
    else
        Log::area("ui")->warn("translation missing language={}", language.toStdString());
}
