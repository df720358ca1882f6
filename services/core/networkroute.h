#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QList>
#include <QNetworkProxy>
#include <QProcessEnvironment>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QUrl>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

// How connections leave this computer: through which proxy, and whose certificates are trusted. The
// user's choice comes first; then the environment (https_proxy, http_proxy, all_proxy, no_proxy in
// lower or upper case; SSL_CERT_FILE); then the desktop. The certificates of a file are trusted
// beside those of the system. Loopback is never sent to a proxy. Thread-safe.
class NetworkRoute
{
public:
    enum class Proxy
    {
        System, // as environment and desktop say
        None,
        Given
    };
    struct Choice
    {
        Proxy proxy = Proxy::System;
        QString address; // of a given one: "http://proxy.example:3128", "socks5://…"
        QString authorityFile; // PEM or DER; empty: the environment's
        bool operator==(const Choice &) const = default;
    };

    // Name and password for one proxy, wherever they are kept; a proxy that the environment gives
    // with a name has its own.
    struct Login
    {
        QString proxy; // "host:port": they are sent to no other one
        QString user;
        Secret password;
    };
    // Blocking. An error with the code "vault-locked" means: ask again later.
    using LoginReader = std::function<Result<std::optional<Login>>()>;

    explicit NetworkRoute(
        Choice choice, QProcessEnvironment environment = QProcessEnvironment::systemEnvironment());
    Q_DISABLE_COPY_MOVE(NetworkRoute)

    [[nodiscard]] Choice choice() const;
    void choose(const Choice &choice); // for what is sent from now on
    [[nodiscard]] quint64 revision() const; // grows with every choice and login
    void setLogin(const std::optional<Login> &login); // for what is sent from now on
    void setLoginReader(LoginReader reader); // asked once, when a proxy may want a login
    [[nodiscard]] QString loginProxy() const; // whose login is known; empty: none is
    // Asks the reader if that is what this address needs. Blocking: a keychain may ask a person.
    void fetchLogin(const QUrl &url) const;

    // Nothing: the desktop is to be asked, which may take a while. Errors: InvalidInput with the
    // code "proxy-address" or "proxy-password"; they name no password.
    [[nodiscard]] Result<std::optional<QNetworkProxy>> chosenProxy(const QUrl &url) const;
    // In the order in which they are to be tried.
    [[nodiscard]] Result<QList<QNetworkProxy>> proxiesFor(const QUrl &url) const;
    [[nodiscard]] QString authorityFile() const; // the one in force; empty: none
    // Null: as Qt has it. Errors: InvalidInput with "ca-unreadable FILE" or "ca-empty FILE".
    [[nodiscard]] Result<QSslConfiguration> tls() const;

    // For a QNetworkAccessManager, which owns it.
    [[nodiscard]] static QNetworkProxyFactory *makeFactory(
        std::shared_ptr<const NetworkRoute> route);
    // An address as a person writes it; credentials are refused, for a setting is no secret place.
    [[nodiscard]] static Result<QNetworkProxy> readAddress(const QString &address);
    [[nodiscard]] static Result<QList<QSslCertificate>> readAuthorities(const QString &file);
    // The choice as it can be kept; an address that is not used now need not be right.
    [[nodiscard]] static Result<Choice> checked(Choice choice);
    [[nodiscard]] static bool isLoopback(const QString &host);
    [[nodiscard]] static QString placeOf(const QNetworkProxy &proxy); // "host:port"

private:
    [[nodiscard]] QString variable(const QStringList &names) const;
    [[nodiscard]] bool isExempt(const QUrl &url) const;
    [[nodiscard]] std::optional<QString> environmentProxy(const QUrl &url) const;
    [[nodiscard]] QString authorityFileOf(const Choice &choice) const;
    [[nodiscard]] QNetworkProxy withLogin(QNetworkProxy proxy) const;
    void keepLogin(const Login &login) const; // under the lock

    const QProcessEnvironment m_environment;
    mutable std::mutex m_mutex;
    Choice m_choice;
    mutable quint64 m_revision = 1;
    mutable std::mutex m_asking; // one at a time
    mutable LoginReader m_loginReader;
    mutable std::optional<Login> m_login;
    mutable QSslConfiguration m_tls; // of m_tlsFile
    mutable QString m_tlsFile;
};
