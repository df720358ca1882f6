#pragma once

#include "settings/keychain.h"
#include "settings/proxylogin.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

// Name and password for a proxy: whether some are kept, new ones, and where they are kept.
class ProxyLoginBox final : public QWidget
{
    Q_OBJECT

public:
    explicit ProxyLoginBox(QWidget *parent = nullptr);

    void setProxy(const QString &proxy); // "host:port" that they would be for; empty: there is none
    // `session`: the proxy whose login is known until the program ends.
    void setKept(const std::optional<KeptProxyLogin> &kept, const QString &session);
    void setKeychain(Keychain::State state);
    void setVault(bool exists, bool open);
    void setKeeps(bool keeps); // false: for this session only

    [[nodiscard]] bool isFilled() const; // something was typed
    [[nodiscard]] QString problem() const; // why it cannot be saved; empty: it can
    [[nodiscard]] NetworkRoute::Login login() const;
    [[nodiscard]] TokenPlace place() const;
    [[nodiscard]] Secret filePassword() const;

Q_SIGNALS:
    void forgetRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fillPlaces();
    void retranslate();
    void refresh();
    [[nodiscard]] bool asksFilePassword() const;
    [[nodiscard]] bool isVaultNew() const;
    [[nodiscard]] QString stateText() const;

    QString m_proxy;
    std::optional<KeptProxyLogin> m_kept;
    QString m_session;
    Keychain::State m_keychain = Keychain::State::Absent;
    bool m_vaultExists = false;
    bool m_vaultOpen = false;
    bool m_keeps = true;

    QLabel *m_title;
    QLabel *m_state;
    QPushButton *m_forget;
    QLabel *m_userLabel;
    QLineEdit *m_user;
    QLabel *m_passwordLabel;
    QLineEdit *m_password;
    QLabel *m_placeLabel;
    QComboBox *m_place;
    QLineEdit *m_filePassword;
    QLineEdit *m_fileRepeat;
};
