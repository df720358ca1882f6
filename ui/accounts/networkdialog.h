#pragma once

#include "core/networkroute.h"

#include <QDialog>

class AccountsService;
class Banner;
class PrimaryButton;
class Prompts;
class ProxyLoginBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class Settings;

// How Fly.io is reached: the proxy, and a company's CA file. What is saved counts at once.
// Window-modal, opened with open().
class NetworkDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Parts
    {
        Settings &settings;
        NetworkRoute &route;
        Prompts &prompts;
        AccountsService *accounts; // nullptr: nothing is kept in this run
    };
    NetworkDialog(const Parts &parts, QWidget *parent);

Q_SIGNALS:
    void changed(); // saved

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void showChoice();
    void showAuthorities();
    void chooseFile();
    void askKeychain();
    void showLogin();
    void save();
    void keepLogin(const NetworkRoute::Choice &good);
    void finish(const NetworkRoute::Choice &good);
    void forgetLogin();
    [[nodiscard]] NetworkRoute::Choice chosen() const;
    [[nodiscard]] QString systemText() const;

    const Parts m_parts;
    Banner *m_banner;
    QLabel *m_intro;
    QLabel *m_proxyTitle;
    QRadioButton *m_system;
    QLabel *m_systemNow;
    QRadioButton *m_none;
    QRadioButton *m_given;
    QLineEdit *m_address;
    ProxyLoginBox *m_login;
    QLabel *m_fileTitle;
    QLineEdit *m_file;
    QPushButton *m_chooseFile;
    QLabel *m_authorities;
    QPushButton *m_cancel;
    PrimaryButton *m_save;
};
