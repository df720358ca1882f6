#include "ui/accounts/accountsdialog.h"

#include "models/accountsmodel.h"
#include "models/words.h"
#include "models/wordsaccounts.h"
#include "ui/shell/prompts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/quiettreeview.h"
#include "ui/widgets/statepages.h"
#include "ui/widgets/statuscolumndelegate.h"

#include <QCheckBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

AccountsDialog::AccountsDialog(Parts parts, QWidget *parent)
    : QDialog(parent)
    , m_parts(std::move(parts))
    , m_model(new AccountsModel(this))
    , m_banner(new Banner(u"accounts.banner"_s))
    , m_list(new QuietTreeView)
    , m_facts(new QLabel)
    , m_readOnly(new QCheckBox)
    , m_connect(new QPushButton)
    , m_rename(new QPushButton)
    , m_recheck(new QPushButton)
    , m_remove(new QPushButton)
    , m_close(new QPushButton)
    , m_vaultLabel(new QLabel)
    , m_password(new QLineEdit)
    , m_unlock(new QPushButton)
{
    setObjectName(u"accounts"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    build();
    connect(&m_parts.accounts, &AccountsService::changed, this, &AccountsDialog::showAccounts);
    connect(m_list->selectionModel(),
        &QItemSelectionModel::currentRowChanged,
        this,
        &AccountsDialog::showChosen);
    connect(m_readOnly, &QCheckBox::clicked, this, [this](bool on) {
        if (const auto account = chosen()) {
            if (const Result<void> done = m_parts.accounts.setReadOnly(account->id, on); !done)
                tell(done.error());
        }
    });
    connect(m_connect, &QPushButton::clicked, this, &AccountsDialog::connectRequested);
    connect(m_rename, &QPushButton::clicked, this, &AccountsDialog::rename);
    connect(m_recheck, &QPushButton::clicked, this, &AccountsDialog::recheck);
    connect(m_remove, &QPushButton::clicked, this, &AccountsDialog::askRemove);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_unlock, &QPushButton::clicked, this, &AccountsDialog::unlock);
    connect(m_password, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_unlock->setEnabled(!text.isEmpty());
    });
    retranslate();
}

void AccountsDialog::build()
{
    m_list->setObjectName(u"accounts.list"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new StatusColumnDelegate(-1, m_list)); // rows as everywhere
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setTabKeyNavigation(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(
        int(AccountsModel::Column::Organizations), QHeaderView::Stretch);
    m_list->header()->setStretchLastSection(false);
    m_facts->setObjectName(u"accounts.facts"_s);
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_readOnly->setObjectName(u"accounts.readOnly"_s);
    m_connect->setObjectName(u"accounts.connectButton"_s);
    m_rename->setObjectName(u"accounts.rename"_s);
    m_recheck->setObjectName(u"accounts.recheck"_s);
    m_remove->setObjectName(u"accounts.remove"_s);
    m_close->setObjectName(u"accounts.close"_s);
    for (QPushButton *button : {m_connect, m_rename, m_recheck, m_remove, m_unlock})
        button->setAutoDefault(false);

    auto *content = new QWidget;
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(8);
    inner->addWidget(m_list, 1);
    inner->addWidget(m_facts);
    inner->addWidget(m_readOnly);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(8);
    for (QPushButton *button : {m_rename, m_recheck, m_remove})
        actions->addWidget(button);
    actions->addStretch();
    inner->addLayout(actions);
    m_pages = new StatePages(u"accounts.pages"_s, content);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_connect);
    buttons->addStretch();
    buttons->addWidget(m_close);
    m_vault = buildVault();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addWidget(m_banner);
    column->addWidget(m_vault);
    column->addWidget(m_pages, 1);
    column->addLayout(buttons);
    resize(820, 520);
}

QWidget *AccountsDialog::buildVault()
{
    auto *vault = new QWidget;
    m_password->setObjectName(u"accounts.password"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_unlock->setObjectName(u"accounts.unlock"_s);
    m_unlock->setEnabled(false);
    m_vaultLabel->setBuddy(m_password);
    auto *row = new QHBoxLayout(vault);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_vaultLabel);
    row->addWidget(m_password, 1);
    row->addWidget(m_unlock);
    connect(m_password, &QLineEdit::returnPressed, this, &AccountsDialog::unlock);
    return vault;
}

void AccountsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void AccountsDialog::retranslate()
{
    setWindowTitle(tr("Accounts"));
    m_list->setAccessibleName(tr("Accounts and what their tokens may do"));
    m_readOnly->setText(tr("&Read only: refuse every write with this account before it leaves"));
    m_connect->setText(tr("&Connect another…"));
    m_rename->setText(tr("Re&name…"));
    m_recheck->setText(tr("&Check again"));
    m_recheck->setToolTip(tr("Find out anew what its token may do"));
    m_remove->setText(tr("Re&move…"));
    m_close->setText(tr("Close"));
    m_vaultLabel->setText(tr("The encrypted file with tokens is locked. Its &password:"));
    m_password->setAccessibleName(tr("Password of the encrypted file"));
    m_unlock->setText(tr("Unlock"));
    m_model->retranslate();
    showAccounts();
}

void AccountsDialog::showAccounts()
{
    const QList<Account> &accounts = m_parts.accounts.accounts();
    m_model->setAccounts(accounts);
    const bool needsVault = m_parts.vaultHoldsMore
        || std::ranges::any_of(accounts,
            [](const Account &account) { return account.place == TokenPlace::EncryptedFile; });
    const bool locked = needsVault && !m_parts.accounts.isVaultOpen();
    m_vault->setVisible(locked);
    if (locked)
        m_password->setFocus(Qt::OtherFocusReason);
    if (const auto &error = m_parts.accounts.storeError())
        m_pages->showError(*error, Words::error(*error));
    else if (accounts.isEmpty())
        m_pages->showEmpty(
            tr("No account is connected."), tr("“Connect another…” connects the first."));
    else
        m_pages->showData();
    if (!m_list->currentIndex().isValid() && !accounts.isEmpty())
        m_list->setCurrentIndex(m_model->index(0, 0));
    showChosen();
}

void AccountsDialog::showChosen()
{
    const std::optional<Account> account = chosen();
    m_facts->setText(account ? WordsAccounts::facts(*account).join(u'\n') : QString());
    m_readOnly->setChecked(account && account->readOnly);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_readOnly, m_rename})
        widget->setEnabled(account.has_value());
    for (QWidget *widget : {m_recheck, m_remove})
        widget->setEnabled(account && !m_busy);
}

std::optional<Account> AccountsDialog::chosen() const
{
    const int row = m_list->currentIndex().row();
    const QList<Account> &accounts = m_model->accounts();
    return row >= 0 && row < accounts.size() ? std::optional(accounts.at(row)) : std::nullopt;
}

void AccountsDialog::rename()
{
    const std::optional<Account> account = chosen();
    if (!account)
        return;
    m_parts.prompts.text(this,
        tr("Rename the account"),
        tr("Name of the account here:"),
        account->name,
        [this, id = account->id](const QString &name) {
            if (name.isEmpty())
                return;
            if (const Result<void> done = m_parts.accounts.rename(id, name); !done)
                tell(done.error());
        });
}

void AccountsDialog::recheck()
{
    const std::optional<Account> account = chosen();
    if (!account)
        return;
    m_busy = true;
    m_banner->dismiss();
    showChosen();
    deliver(m_parts.accounts.recheck(account->id), this, [this](const Result<Account> &checked) {
        m_busy = false;
        showChosen();
        if (!checked)
            return tell(checked.error());
        m_banner->showMessage(Status::Succeeded, tr("%1 was looked at again.").arg(checked->name));
    });
}

void AccountsDialog::askRemove()
{
    const std::optional<Account> account = chosen();
    if (!account)
        return;
    if (m_parts.isBusy && m_parts.isBusy()) {
        m_banner->showMessage(Status::Warning,
            tr("A deployment is running. Accounts can be removed when it has ended."));
        return;
    }
    const bool ours =
        account->place != TokenPlace::Environment && account->place != TokenPlace::FlyctlFile;
    Prompts::Question question;
    question.title = tr("Remove the account");
    question.text = tr("Remove the account %1?").arg(account->name);
    question.detail = ours
        ? tr("Its token is forgotten here. Fly.io still accepts it until it is revoked there. "
             "Apps and past deployments stay as they are.")
        : tr("Its token stays where it is. Apps and past deployments stay as they are.");
    question.choices = {tr("Keep it"), tr("Remove it")};
    question.dangerous = 1;
    m_parts.prompts.question(this, question, [this, id = account->id](int choice) {
        if (choice == 1)
            remove(id);
    });
}

void AccountsDialog::remove(const AccountId &id)
{
    m_busy = true;
    showChosen();
    deliver(m_parts.accounts.remove(id), this, [this](const Result<bool> &removed) {
        m_busy = false;
        if (!removed)
            tell(removed.error());
        showChosen();
    });
}

void AccountsDialog::unlock()
{
    if (m_password->text().isEmpty())
        return;
    const Secret password(m_password->text().toUtf8());
    m_password->clear();
    m_banner->dismiss();
    deliver(m_parts.accounts.openVault(password), this, [this](const Result<bool> &opened) {
        if (!opened)
            tell(opened.error());
    });
}

void AccountsDialog::tell(const Error &error)
{
    m_banner->showMessage(Status::Failed, Words::error(error));
}
