#pragma once

#include "accounts/accountsservice.h"

#include <QDialog>

class AccountsModel;
class Banner;
class Prompts;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;
class StatePages;

// The accounts: what each may do, its name, its read-only switch; checked again, removed.
// Window-modal, opened with open().
class AccountsDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Parts
    {
        AccountsService &accounts;
        Prompts &prompts;
        // A deployment runs: its account must stay.
        std::function<bool()> isBusy;
        bool vaultHoldsMore = false; // than tokens: its password is asked for anyway
    };
    AccountsDialog(Parts parts, QWidget *parent);

Q_SIGNALS:
    void connectRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildVault();
    void retranslate();
    void showAccounts();
    void showChosen();
    void rename();
    void recheck();
    void askRemove();
    void remove(const AccountId &id);
    void unlock();
    void tell(const Error &error);
    [[nodiscard]] std::optional<Account> chosen() const;

    const Parts m_parts;
    bool m_busy = false;
    AccountsModel *m_model;
    Banner *m_banner;
    StatePages *m_pages;
    QTreeView *m_list;
    QLabel *m_facts;
    QCheckBox *m_readOnly;
    QPushButton *m_connect;
    QPushButton *m_rename;
    QPushButton *m_recheck;
    QPushButton *m_remove;
    QPushButton *m_close;
    QWidget *m_vault;
    QLabel *m_vaultLabel;
    QLineEdit *m_password;
    QPushButton *m_unlock;
};
