#include "ui/accounts/tokenkeepingpage.h"

#include "models/wordsaccounts.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int shortestPassword = 8;

QLabel *hint()
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setIndent(24);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

TokenKeepingPage::TokenKeepingPage(QWidget *parent)
    : QWidget(parent)
    , m_facts(new QLabel)
    , m_nameLabel(new QLabel)
    , m_name(new QLineEdit)
    , m_readOnly(new QCheckBox)
    , m_readOnlyHint(hint())
    , m_keepLabel(new QLabel)
    , m_inKeychain(new QRadioButton)
    , m_keychainHint(hint())
    , m_inFile(new QRadioButton)
    , m_passwords(new QWidget)
    , m_password(new QLineEdit)
    , m_repeat(new QLineEdit)
    , m_inSession(new QRadioButton)
{
    build();
    retranslate();
    for (QRadioButton *button : {m_inKeychain, m_inFile, m_inSession}) {
        connect(button, &QRadioButton::toggled, this, [this] {
            showKeeping();
            Q_EMIT readyChanged();
        });
    }
    for (QLineEdit *field : {m_name, m_password, m_repeat})
        connect(field, &QLineEdit::textChanged, this, &TokenKeepingPage::readyChanged);
}

void TokenKeepingPage::build()
{
    m_facts->setObjectName(u"connect.facts"_s);
    m_name->setObjectName(u"connect.name"_s);
    m_readOnly->setObjectName(u"connect.readOnly"_s);
    m_inKeychain->setObjectName(u"connect.keychain"_s);
    m_inFile->setObjectName(u"connect.file"_s);
    m_password->setObjectName(u"connect.password"_s);
    m_repeat->setObjectName(u"connect.repeat"_s);
    m_inSession->setObjectName(u"connect.session"_s);
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_nameLabel->setBuddy(m_name);
    for (QLineEdit *field : {m_password, m_repeat})
        field->setEchoMode(QLineEdit::Password);

    auto *passwords = new QHBoxLayout(m_passwords);
    passwords->setContentsMargins(24, 0, 0, 0);
    passwords->setSpacing(8);
    passwords->addWidget(m_password);
    passwords->addWidget(m_repeat);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_facts);
    column->addSpacing(12);
    column->addWidget(m_nameLabel);
    column->addWidget(m_name);
    column->addSpacing(12);
    column->addWidget(m_readOnly);
    column->addWidget(m_readOnlyHint);
    column->addSpacing(12);
    column->addWidget(m_keepLabel);
    column->addWidget(m_inKeychain);
    column->addWidget(m_keychainHint);
    column->addWidget(m_inFile);
    column->addWidget(m_passwords);
    column->addWidget(m_inSession);
    column->addStretch();
}

void TokenKeepingPage::setToken(const CheckedToken &checked, const std::optional<FoundToken> &found)
{
    m_checked = checked;
    m_found = found;
    m_name->setText(checked.suggestedName);
    m_name->selectAll();
    m_readOnly->setChecked(false);
    retranslate();
    m_name->setFocus(Qt::OtherFocusReason);
}

void TokenKeepingPage::setKeychain(Keychain::State state)
{
    m_keychain = state;
    const bool usable = state != Keychain::State::Absent;
    m_inKeychain->setEnabled(usable);
    // Where there is none the person says what is to be done instead; nothing is chosen for them.
    if (usable && !m_inFile->isChecked() && !m_inSession->isChecked())
        m_inKeychain->setChecked(true);
    retranslate();
}

void TokenKeepingPage::setVault(bool exists, bool open)
{
    m_vaultExists = exists;
    m_vaultOpen = open;
    retranslate();
}

AccountsService::NewAccount TokenKeepingPage::account() const
{
    AccountsService::NewAccount wanted;
    wanted.checked = m_checked;
    wanted.name = m_name->text().trimmed();
    wanted.readOnly = m_readOnly->isChecked();
    if (m_found) {
        wanted.place = m_found->place;
        wanted.foundAt = m_found->foundAt;
    } else if (m_inKeychain->isChecked()) {
        wanted.place = TokenPlace::Keychain;
    } else if (m_inFile->isChecked()) {
        wanted.place = TokenPlace::EncryptedFile;
        wanted.password = Secret(m_password->text().toUtf8());
    }
    return wanted;
}

bool TokenKeepingPage::asksPassword() const
{
    return !m_found && m_inFile->isChecked() && !m_vaultOpen;
}

bool TokenKeepingPage::isReady() const
{
    if (m_name->text().trimmed().isEmpty())
        return false;
    if (m_found)
        return true;
    if (asksPassword())
        return m_vaultExists ? !m_password->text().isEmpty()
                             : m_password->text().size() >= shortestPassword
                && m_password->text() == m_repeat->text();
    return m_inKeychain->isChecked() || m_inFile->isChecked() || m_inSession->isChecked();
}

void TokenKeepingPage::forget()
{
    m_password->clear();
    m_repeat->clear();
}

void TokenKeepingPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TokenKeepingPage::showKeeping()
{
    const bool ours = !m_found;
    for (QWidget *widget : std::initializer_list<QWidget *>{
             m_keepLabel, m_inKeychain, m_keychainHint, m_inFile, m_inSession})
        widget->setVisible(ours);
    m_passwords->setVisible(asksPassword());
    m_repeat->setVisible(!m_vaultExists);
}

QString TokenKeepingPage::keychainText() const
{
    switch (m_keychain) {
    case Keychain::State::Ready:
        return tr("It opens with your session; nothing else has to be typed.");
    case Keychain::State::Locked:
        return tr("It is locked: the desktop asks for its password.");
    case Keychain::State::Absent:
        return tr("This desktop has none that can be used now. Choose one of the others.");
    }
    return {};
}

void TokenKeepingPage::retranslate()
{
    m_facts->setText(WordsAccounts::facts(m_checked.scope, m_checked.text.kinds).join(u'\n'));
    m_nameLabel->setText(tr("&Name of the account here:"));
    m_name->setAccessibleName(tr("Name of the account"));
    m_readOnly->setText(tr("&Read only"));
    m_readOnlyHint->setText(
        tr("Every write with this account is refused before it leaves. It can be switched later."));
    m_keepLabel->setText(tr("Where the token is kept:"));
    m_inKeychain->setText(tr("In the &keychain of this desktop"));
    m_keychainHint->setText(keychainText());
    m_inFile->setText(m_vaultExists ? tr("In the encrypted &file that is there")
                                    : tr("In an encrypted &file that a password opens"));
    m_password->setPlaceholderText(m_vaultExists
            ? tr("Its password")
            : tr("Password, %Ln character(s) or more", nullptr, shortestPassword));
    m_password->setAccessibleName(tr("Password of the encrypted file"));
    m_repeat->setPlaceholderText(tr("The password again"));
    m_repeat->setAccessibleName(tr("Password of the encrypted file, again"));
    m_inSession->setText(tr("For this &session only: it is forgotten when the window closes"));
    showKeeping();
}
