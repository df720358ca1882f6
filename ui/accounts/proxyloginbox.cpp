#include "ui/accounts/proxyloginbox.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype shortestFilePassword = 8;

QLineEdit *secretLine(const QString &name)
{
    auto *line = new QLineEdit;
    line->setObjectName(name);
    line->setEchoMode(QLineEdit::Password);
    return line;
}
} // namespace

ProxyLoginBox::ProxyLoginBox(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_state(new QLabel)
    , m_forget(new QPushButton)
    , m_userLabel(new QLabel)
    , m_user(new QLineEdit)
    , m_passwordLabel(new QLabel)
    , m_password(secretLine(u"network.password"_s))
    , m_placeLabel(new QLabel)
    , m_place(new QComboBox)
    , m_filePassword(secretLine(u"network.filePassword"_s))
    , m_fileRepeat(secretLine(u"network.fileRepeat"_s))
{
    build();
    retranslate();
    connect(m_forget, &QPushButton::clicked, this, &ProxyLoginBox::forgetRequested);
    connect(m_place, &QComboBox::currentIndexChanged, this, &ProxyLoginBox::refresh);
    for (QLineEdit *line : {m_user, m_password})
        connect(line, &QLineEdit::textChanged, this, &ProxyLoginBox::refresh);
}

void ProxyLoginBox::build()
{
    m_title->setObjectName(u"network.loginTitle"_s);
    m_state->setObjectName(u"network.loginState"_s);
    m_forget->setObjectName(u"network.forget"_s);
    m_user->setObjectName(u"network.user"_s);
    m_place->setObjectName(u"network.place"_s);
    QFont strong = m_title->font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_forget->setAutoDefault(false);
    m_userLabel->setBuddy(m_user);
    m_passwordLabel->setBuddy(m_password);
    m_placeLabel->setBuddy(m_place);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    grid->addWidget(m_title, 0, 0, 1, 4);
    auto *state = new QHBoxLayout;
    state->setSpacing(8);
    state->addWidget(m_state, 1);
    state->addWidget(m_forget, 0, Qt::AlignTop);
    grid->addLayout(state, 1, 0, 1, 4);
    grid->addWidget(m_userLabel, 2, 0);
    grid->addWidget(m_user, 2, 1);
    grid->addWidget(m_passwordLabel, 2, 2);
    grid->addWidget(m_password, 2, 3);
    grid->addWidget(m_placeLabel, 3, 0);
    grid->addWidget(m_place, 3, 1, 1, 3);
    grid->addWidget(m_filePassword, 4, 1);
    grid->addWidget(m_fileRepeat, 4, 3);
}

void ProxyLoginBox::setProxy(const QString &proxy)
{
    m_proxy = proxy;
    refresh();
}

void ProxyLoginBox::setKept(const std::optional<KeptProxyLogin> &kept, const QString &session)
{
    m_kept = kept;
    m_session = session;
    refresh();
}

void ProxyLoginBox::setKeychain(Keychain::State state)
{
    m_keychain = state;
    fillPlaces();
}

void ProxyLoginBox::setVault(bool exists, bool open)
{
    m_vaultExists = exists;
    m_vaultOpen = open;
    fillPlaces();
}

void ProxyLoginBox::setKeeps(bool keeps)
{
    m_keeps = keeps;
    fillPlaces();
}

// The first is the safest that there is.
void ProxyLoginBox::fillPlaces()
{
    const QVariant chosen = m_place->currentData();
    {
        const QSignalBlocker quiet(m_place);
        m_place->clear();
        if (m_keeps && m_keychain != Keychain::State::Absent)
            m_place->addItem(
                tr("In the keychain of this desktop"), QVariant::fromValue(TokenPlace::Keychain));
        if (m_keeps)
            m_place->addItem(m_vaultExists ? tr("In the encrypted file that is there")
                                           : tr("In an encrypted file that a password opens"),
                QVariant::fromValue(TokenPlace::EncryptedFile));
        m_place->addItem(tr("For this session only: forgotten when the window closes"),
            QVariant::fromValue(TokenPlace::Session));
        m_place->setCurrentIndex(std::max(m_place->findData(chosen), 0));
    }
    refresh();
}

bool ProxyLoginBox::isFilled() const
{
    return m_user->isEnabled() && (!m_user->text().isEmpty() || !m_password->text().isEmpty());
}

bool ProxyLoginBox::asksFilePassword() const
{
    const bool forNew = isFilled() && place() == TokenPlace::EncryptedFile;
    const bool forOld = m_kept && m_kept->place == TokenPlace::EncryptedFile;
    return !m_vaultOpen && (forNew || forOld);
}

bool ProxyLoginBox::isVaultNew() const
{
    return asksFilePassword() && !m_vaultExists;
}

QString ProxyLoginBox::problem() const
{
    if (!isFilled())
        return {};
    if (m_user->text().trimmed().isEmpty() || m_password->text().isEmpty())
        return tr("The proxy wants both a name and a password.");
    if (place() != TokenPlace::EncryptedFile || m_vaultOpen)
        return {};
    const QString text = m_filePassword->text();
    if (!m_vaultExists && text.size() < shortestFilePassword)
        return tr("The password of the encrypted file needs %Ln character(s) or more.",
            nullptr,
            static_cast<int>(shortestFilePassword));
    if (!m_vaultExists && text != m_fileRepeat->text())
        return tr("The two passwords of the encrypted file differ.");
    return text.isEmpty() ? tr("Give the password of the encrypted file.") : QString();
}

NetworkRoute::Login ProxyLoginBox::login() const
{
    return {m_proxy, m_user->text().trimmed(), Secret(m_password->text().toUtf8())};
}

TokenPlace ProxyLoginBox::place() const
{
    return m_place->currentData().value<TokenPlace>();
}

Secret ProxyLoginBox::filePassword() const
{
    return Secret(m_filePassword->text().toUtf8());
}

QString ProxyLoginBox::stateText() const
{
    if (m_kept && m_kept->place == TokenPlace::Keychain)
        return tr("Kept for %1 in the keychain.").arg(m_kept->proxy);
    if (m_kept)
        return tr("Kept for %1 in the encrypted file.").arg(m_kept->proxy);
    if (!m_session.isEmpty())
        return tr("Known for %1 until this window closes.").arg(m_session);
    if (m_proxy.isEmpty())
        return tr(
            "Choose “This one” and give its address first: they are sent to that proxy only.");
    return tr("Only where %1 asks for them. They are sent to no other proxy.").arg(m_proxy);
}

void ProxyLoginBox::refresh()
{
    m_state->setText(stateText());
    // What is kept is out of reach of a run that keeps nothing.
    m_forget->setVisible(m_kept ? m_keeps : !m_session.isEmpty());
    for (QWidget *widget :
        std::initializer_list<QWidget *>{m_userLabel, m_user, m_passwordLabel, m_password})
        widget->setEnabled(!m_proxy.isEmpty());
    const bool filled = isFilled();
    m_placeLabel->setVisible(filled);
    m_place->setVisible(filled);
    m_filePassword->setVisible(asksFilePassword());
    m_fileRepeat->setVisible(isVaultNew());
    m_filePassword->setPlaceholderText(m_vaultExists ? tr("Password of the encrypted file")
                                                     : tr("Password, %Ln character(s) or more",
                                                         nullptr,
                                                         static_cast<int>(shortestFilePassword)));
}

void ProxyLoginBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ProxyLoginBox::retranslate()
{
    m_title->setText(tr("Name and password for the proxy"));
    m_forget->setText(tr("&Forget them"));
    m_userLabel->setText(tr("Na&me:"));
    m_user->setAccessibleName(tr("Name for the proxy"));
    m_passwordLabel->setText(tr("&Password:"));
    m_password->setAccessibleName(tr("Password for the proxy"));
    m_placeLabel->setText(tr("&Keep them:"));
    m_place->setAccessibleName(tr("Where name and password are kept"));
    m_filePassword->setAccessibleName(tr("Password of the encrypted file"));
    m_fileRepeat->setPlaceholderText(tr("The password again"));
    m_fileRepeat->setAccessibleName(tr("Password of the encrypted file, again"));
    fillPlaces();
}
