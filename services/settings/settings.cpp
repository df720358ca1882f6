#include "settings/settings.h"

#include <QFile>
#include <QSettings>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace {

// Every key with what it is when nobody chose.
struct Key
{
    const char *name;
    QVariant fallback;
};

const Key languageKey{"ui/language", QString()};
const Key themeKey{"ui/theme", u"system"_s};
const Key reducedMotionKey{"ui/reducedMotion", false};
const Key proxyKey{"network/proxy", u"system"_s};
const Key proxyAddressKey{"network/proxyAddress", QString()};
const Key authorityFileKey{"network/authorityFile", QString()};
const Key proxyLoginKey{"network/proxyLogin", QString()};
const Key proxyLoginPlaceKey{"network/proxyLoginKept", QString()};
const Key geometryKey{"window/geometry", QByteArray()};
const Key lastAppKey{"ui/lastApp", QString()};
const Key splitterKey{"splitters/%1", QByteArray()};
const Key productionKey{"apps/%1/production", true};
const Key projectConfigKey{"apps/%1/flyToml", QString()};
const Key lastAppOfKey{"projects/%1/lastApp", QString()};
const Key trustKey{"projects/%1/trust", QByteArray()};

QString path(const Key &key, const QString &name = {})
{
    const QString text = QString::fromLatin1(key.name);
    // A slash in a name must not open another group.
    return name.isEmpty() ? text : text.arg(QString::fromLatin1(name.toUtf8().toPercentEncoding()));
}

void createPrivate(const QString &filePath)
{
    QFile file(filePath);
    const QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
    if (!file.exists() && file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly))
        file.close();
}

} // namespace

struct Settings::Private
{
    explicit Private(const QString &filePath)
        : file(filePath, QSettings::IniFormat)
    {
    }

    QVariant value(const Key &key, const QString &name = {}) const
    {
        return file.value(path(key, name), key.fallback);
    }
    void setValue(const Key &key, const QVariant &value, const QString &name = {})
    {
        file.setValue(path(key, name), value);
    }

    mutable QSettings file;
};

Settings::Settings(const QString &filePath)
{
    createPrivate(filePath);
    d = std::make_unique<Private>(filePath);
}

Settings::~Settings() = default;

QString Settings::language() const
{
    const QString language = d->value(languageKey).toString();
    return language == "en"_L1 || language == "es"_L1 ? language : QString();
}

void Settings::setLanguage(const QString &language)
{
    d->setValue(languageKey, language);
}

Settings::Theme Settings::theme() const
{
    const QString theme = d->value(themeKey).toString();
    if (theme == "light"_L1)
        return Theme::Light;
    return theme == "dark"_L1 ? Theme::Dark : Theme::System;
}

void Settings::setTheme(Theme theme)
{
    static constexpr const char *names[] = {"system", "light", "dark"};
    d->setValue(themeKey, QString::fromLatin1(names[int(theme)]));
}

bool Settings::reducedMotion() const
{
    return d->value(reducedMotionKey).toBool();
}

void Settings::setReducedMotion(bool reduced)
{
    d->setValue(reducedMotionKey, reduced);
}

NetworkRoute::Choice Settings::network() const
{
    const QString word = d->value(proxyKey).toString();
    NetworkRoute::Choice choice;
    choice.proxy = word == "none"_L1 ? NetworkRoute::Proxy::None
        : word == "given"_L1         ? NetworkRoute::Proxy::Given
                                     : NetworkRoute::Proxy::System;
    choice.address = d->value(proxyAddressKey).toString();
    choice.authorityFile = d->value(authorityFileKey).toString();
    return choice;
}

void Settings::setNetwork(const NetworkRoute::Choice &choice)
{
    static constexpr const char *words[] = {"system", "none", "given"};
    d->setValue(proxyKey, QString::fromLatin1(words[int(choice.proxy)]));
    d->setValue(proxyAddressKey, choice.address);
    d->setValue(authorityFileKey, choice.authorityFile);
}

std::optional<KeptProxyLogin> Settings::proxyLogin() const
{
    KeptProxyLogin kept;
    kept.proxy = d->value(proxyLoginKey).toString();
    const std::optional<TokenPlace> place =
        tokenPlaceFromName(d->value(proxyLoginPlaceKey).toString());
    const bool ours = place == TokenPlace::Keychain || place == TokenPlace::EncryptedFile;
    if (kept.proxy.isEmpty() || !ours)
        return std::nullopt;
    kept.place = *place;
    return kept;
}

void Settings::setProxyLogin(const std::optional<KeptProxyLogin> &kept)
{
    d->setValue(proxyLoginKey, kept ? kept->proxy : QString());
    d->setValue(proxyLoginPlaceKey, kept ? tokenPlaceName(kept->place) : QString());
}

QByteArray Settings::windowGeometry() const
{
    return d->value(geometryKey).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    d->setValue(geometryKey, geometry);
}

QByteArray Settings::splitter(const QString &name) const
{
    return d->value(splitterKey, name).toByteArray();
}

void Settings::setSplitter(const QString &name, const QByteArray &state)
{
    d->setValue(splitterKey, state, name);
}

QString Settings::lastApp() const
{
    return d->value(lastAppKey).toString();
}

void Settings::setLastApp(const QString &app)
{
    d->setValue(lastAppKey, app);
}

bool Settings::isProduction(const QString &app) const
{
    return d->value(productionKey, app).toBool();
}

void Settings::setProduction(const QString &app, bool production)
{
    d->setValue(productionKey, production, app);
}

QString Settings::projectConfig(const QString &app) const
{
    return d->value(projectConfigKey, app).toString();
}

void Settings::setProjectConfig(const QString &app, const QString &configPath)
{
    d->setValue(projectConfigKey, configPath, app);
}

QMap<QString, QString> Settings::projectConfigs() const
{
    QMap<QString, QString> linked;
    d->file.beginGroup(u"apps"_s);
    const QStringList groups = d->file.childGroups();
    d->file.endGroup();
    for (const QString &group : groups) {
        const QString app = QString::fromUtf8(QByteArray::fromPercentEncoding(group.toLatin1()));
        const QString config = projectConfig(app);
        if (!config.isEmpty())
            linked.insert(app, config);
    }
    return linked;
}

QString Settings::lastAppOf(const QString &configPath) const
{
    return d->value(lastAppOfKey, configPath).toString();
}

void Settings::setLastAppOf(const QString &configPath, const QString &app)
{
    d->setValue(lastAppOfKey, app, configPath);
}

std::optional<ProjectTrust> Settings::trust(const QString &tomlPath) const
{
    return projectTrustFromJson(d->value(trustKey, tomlPath).toByteArray());
}

void Settings::setTrust(const QString &tomlPath, const std::optional<ProjectTrust> &trust)
{
    if (trust)
        d->setValue(trustKey, projectTrustToJson(*trust), tomlPath);
    else
        d->file.remove(path(trustKey, tomlPath));
}
