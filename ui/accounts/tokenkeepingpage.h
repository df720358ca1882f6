#pragma once

#include "accounts/accountsservice.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QRadioButton;

// What a token may do, how its account is called, and where it is kept.
class TokenKeepingPage final : public QWidget
{
    Q_OBJECT

public:
    explicit TokenKeepingPage(QWidget *parent = nullptr);

    // `found`: somebody else's token; it is kept nowhere.
    void setToken(const CheckedToken &checked, const std::optional<FoundToken> &found);
    void setKeychain(Keychain::State state);
    void setVault(bool exists, bool open);
    [[nodiscard]] AccountsService::NewAccount account() const;
    [[nodiscard]] bool isReady() const;
    void forget(); // passwords

Q_SIGNALS:
    void readyChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void showKeeping();
    [[nodiscard]] QString keychainText() const;
    [[nodiscard]] bool asksPassword() const;

    CheckedToken m_checked;
    std::optional<FoundToken> m_found;
    Keychain::State m_keychain = Keychain::State::Absent;
    bool m_vaultExists = false;
    bool m_vaultOpen = false;

    QLabel *m_facts;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QCheckBox *m_readOnly;
    QLabel *m_readOnlyHint;
    QLabel *m_keepLabel;
    QRadioButton *m_inKeychain;
    QLabel *m_keychainHint;
    QRadioButton *m_inFile;
    QWidget *m_passwords;
    QLineEdit *m_password;
    QLineEdit *m_repeat;
    QRadioButton *m_inSession;
};
