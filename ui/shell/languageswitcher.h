#pragma once

#include <QObject>
#include <QTranslator>

class Settings;

// Installs the translators of the chosen language on the application; switching is live (widgets
// get LanguageChange). The default QLocale follows, so that numbers and words agree.
class LanguageSwitcher final : public QObject
{
    Q_OBJECT

public:
    explicit LanguageSwitcher(
        Settings &settings, QObject *parent = nullptr); // applies the stored choice
    ~LanguageSwitcher() override;

    [[nodiscard]] QString current() const; // "en" or "es"
    void choose(const QString &language); // stored

Q_SIGNALS:
    void changed(const QString &language);

private:
    void apply(const QString &language);

    Settings &m_settings;
    QString m_current;
    QTranslator m_own;
    QTranslator m_qt;
};
