#pragma once

#include "servers/sshconfig.h"
#include "types/server.h"

#include <QWidget>

class Prompts;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

// How a server is reached, how it is called and what is kept on it.
class ServerForm final : public QWidget
{
    Q_OBJECT

public:
    ServerForm(const QList<SshAlias> &aliases, Prompts &prompts, QWidget *parent = nullptr);

    void setServer(const Server &server);
    [[nodiscard]] Server server() const; // as it is typed; its id as given
    [[nodiscard]] bool isReady() const; // there is an address and a name
    void focusProblem(ServerProblem problem); // goes to the field that it is about

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildIdentity();
    void retranslate();
    void followAddress();
    void chooseKey();

    Server m_server;
    const QList<SshAlias> m_aliases;
    Prompts &m_prompts;
    bool m_nameIsTyped = false; // else it follows the address

    QLabel *m_addressLabel;
    QComboBox *m_address;
    QLabel *m_addressHint;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QLabel *m_otherwise;
    QLabel *m_userLabel;
    QLineEdit *m_user;
    QLabel *m_portLabel;
    QLineEdit *m_port;
    QLabel *m_identityLabel;
    QLineEdit *m_identity;
    QPushButton *m_chooseKey;
    QLabel *m_jumpLabel;
    QLineEdit *m_jump;
    QLabel *m_foldersLabel;
    QPlainTextEdit *m_folders;
    QLabel *m_backupsLabel;
    QPlainTextEdit *m_backups;
    QCheckBox *m_production;
    QCheckBox *m_readOnly;
};
