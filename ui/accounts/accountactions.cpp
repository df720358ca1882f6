#include "ui/accounts/accountactions.h"

#include "accounts/accountsservice.h"
#include "deploy/deployservice.h"
#include "settings/settings.h"
#include "types/stackplan.h"
#include "ui/accounts/accountsdialog.h"
#include "ui/accounts/connectdialog.h"
#include "ui/accounts/linkdialog.h"
#include "ui/accounts/networkdialog.h"
#include "ui/deploy/targetpanel.h"
#include "ui/shell/actionregistry.h"

#include <QDesktopServices>
#include <QWidget>

using namespace Qt::StringLiterals;

AccountActions::AccountActions(Parts parts)
    : QObject(&parts.window)
    , m_parts(std::move(parts))
{
    add();
}

void AccountActions::add()
{
    ActionRegistry &actions = m_parts.actions;
    if (m_parts.accounts) {
        actions.add({u"accounts.manage"_s,
            {QKeySequence(u"Ctrl+Shift+A"_s)},
            [] { return tr("Accounts…"); },
            [this] { manageAccounts(); }});
        actions.add({u"accounts.connect"_s,
            {},
            [] { return tr("Connect Fly.io…"); },
            [this] { connectAccount(); }});
    }
    if (m_parts.network) {
        actions.add({u"network.choose"_s,
            {QKeySequence(u"Ctrl+Shift+N"_s)},
            [] { return tr("Network…"); },
            [this] { chooseNetwork(); }});
    }
    actions.add({u"target.link"_s,
        {QKeySequence(u"Ctrl+Shift+K"_s)},
        [] { return tr("Link folder…"); },
        [this] { linkFolder(); }});
    if (m_parts.openOtherProfile) {
        actions.add({u"profile.other"_s,
            {},
            [this] {
                return m_parts.sandbox ? tr("Open your own accounts") : tr("Try it in the sandbox");
            },
            [this] { openOtherProfile(); }});
    }
    const auto refresh = [this] {
        m_parts.actions.action(u"target.link"_s)->setEnabled(!m_parts.target.app().isEmpty());
    };
    refresh();
    connect(&m_parts.target, &TargetPanel::actionsChanged, this, refresh);
}

bool AccountActions::isFirstRun() const
{
    return m_parts.accounts && !m_parts.accounts->storeError()
        && m_parts.accounts->accounts().isEmpty();
}

bool AccountActions::wantsPassword() const
{
    if (!m_parts.accounts || m_parts.accounts->isVaultOpen())
        return false;
    if (isProxyLoginInFile())
        return true;
    const QList<Account> &accounts = m_parts.accounts->accounts();
    return std::ranges::any_of(accounts,
        [](const Account &account) { return account.place == TokenPlace::EncryptedFile; });
}

bool AccountActions::isProxyLoginInFile() const
{
    const std::optional<KeptProxyLogin> proxy = m_parts.settings.proxyLogin();
    return proxy && proxy->place == TokenPlace::EncryptedFile;
}

void AccountActions::connectAccount()
{
    if (!m_parts.accounts)
        return;
    auto open = m_parts.openPage;
    if (!open)
        open = [](const QUrl &page) { return QDesktopServices::openUrl(page); };
    (new ConnectDialog(*m_parts.accounts, open, &m_parts.window))->open();
}

void AccountActions::manageAccounts()
{
    if (!m_parts.accounts)
        return;
    auto *dialog = new AccountsDialog({*m_parts.accounts,
                                          m_parts.prompts,
                                          [this] { return !m_parts.deploy.running().isEmpty(); },
                                          isProxyLoginInFile()},
        &m_parts.window);
    connect(dialog, &AccountsDialog::connectRequested, this, [this, dialog] {
        dialog->accept();
        connectAccount();
    });
    dialog->open();
}

void AccountActions::chooseNetwork()
{
    if (!m_parts.network)
        return;
    auto *dialog = new NetworkDialog(
        {m_parts.settings, *m_parts.network, m_parts.prompts, m_parts.accounts}, &m_parts.window);
    connect(dialog, &NetworkDialog::changed, this, &AccountActions::networkChanged);
    dialog->open();
}

void AccountActions::linkFolder()
{
    if (m_parts.target.app().isEmpty())
        return;
    if (isStackTarget(m_parts.target.app())) {
        Q_EMIT stackLinkRequested();
        return;
    }
    (new LinkDialog(m_parts.target.app(), m_parts.settings, m_parts.prompts, &m_parts.window))
        ->open();
}

void AccountActions::openOtherProfile()
{
    if (m_parts.openOtherProfile)
        m_parts.openOtherProfile();
}
