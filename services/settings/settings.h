#pragma once

#include "core/networkroute.h"
#include "settings/projecttrust.h"
#include "settings/proxylogin.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <memory>
#include <optional>

// The user's choices, one typed function per key, defaults in one table (settings.cpp). An INI file
// of its own per profile: the sandbox never shares one with real accounts. UI thread only.
class Settings
{
public:
    explicit Settings(const QString &filePath);
    ~Settings();
    Q_DISABLE_COPY_MOVE(Settings)

    enum class Theme
    {
        System,
        Light,
        Dark
    };

    [[nodiscard]] QString language() const; // "en", "es" or empty: the desktop's
    void setLanguage(const QString &language);
    [[nodiscard]] Theme theme() const;
    void setTheme(Theme theme);
    [[nodiscard]] bool reducedMotion() const;
    void setReducedMotion(bool reduced);
    [[nodiscard]] NetworkRoute::Choice network() const; // proxy and CA file
    void setNetwork(const NetworkRoute::Choice &choice);
    // Where the login of a proxy is kept; never the login.
    [[nodiscard]] std::optional<KeptProxyLogin> proxyLogin() const;
    void setProxyLogin(const std::optional<KeptProxyLogin> &kept);
    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    [[nodiscard]] QByteArray splitter(const QString &name) const;
    void setSplitter(const QString &name, const QByteArray &state);
    [[nodiscard]] QString lastApp() const;
    void setLastApp(const QString &app);
    [[nodiscard]] bool isProduction(const QString &app) const; // default true: its name is asked
    void setProduction(const QString &app, bool production);
    [[nodiscard]] QString projectConfig(const QString &app) const; // path of its fly.toml, or empty
    void setProjectConfig(const QString &app, const QString &path); // empty: linked no more
    [[nodiscard]] QMap<QString, QString> projectConfigs() const; // of all linked apps
    // The app last deployed with this fly.toml; empty: none is known.
    [[nodiscard]] QString lastAppOf(const QString &configPath) const;
    void setLastAppOf(const QString &configPath, const QString &app);
    // What was trusted of the atalaya.toml with this path; nothing: nobody has seen it.
    [[nodiscard]] std::optional<ProjectTrust> trust(const QString &tomlPath) const;
    void setTrust(const QString &tomlPath, const std::optional<ProjectTrust> &trust);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

// The folders of one profile ("default" or "sandbox"); made on demand, 0700.
struct ProfilePaths
{
    QString data; // of store.db, logs/, locks/
    QString config; // of settings.ini
    QString state; // of the program's log files
    QString runtime; // of the sandbox's rendezvous file

    // Base folders by XDG; ATALAYA_HOME overrides all of them with one folder (tests, portable
    // use).
    static ProfilePaths forProfile(const QString &profile);
};
