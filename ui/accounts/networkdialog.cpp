#include "ui/accounts/networkdialog.h"

#include "accounts/accountsservice.h"
#include "models/words.h"
#include "models/wordsnetwork.h"
#include "settings/settings.h"
#include "ui/accounts/proxyloginbox.h"
#include "ui/shell/prompts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/primarybutton.h"

#include <QDir>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int belowRadio = 24; // text under a radio button begins where its own does

QLabel *plainLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel *networkTitle(const QString &name)
{
    QLabel *label = plainLabel(name);
    QFont strong = label->font();
    strong.setWeight(QFont::DemiBold);
    label->setFont(strong);
    return label;
}

QHBoxLayout *indented(QWidget *widget)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(belowRadio, 0, 0, 0);
    row->addWidget(widget, 1);
    return row;
}
} // namespace

NetworkDialog::NetworkDialog(const Parts &parts, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_banner(new Banner(u"network.banner"_s))
    , m_intro(plainLabel(u"network.intro"_s))
    , m_proxyTitle(networkTitle(u"network.proxyTitle"_s))
    , m_system(new QRadioButton)
    , m_systemNow(plainLabel(u"network.systemNow"_s))
    , m_none(new QRadioButton)
    , m_given(new QRadioButton)
    , m_address(new QLineEdit)
    , m_login(new ProxyLoginBox)
    , m_fileTitle(networkTitle(u"network.fileTitle"_s))
    , m_file(new QLineEdit)
    , m_chooseFile(new QPushButton)
    , m_authorities(plainLabel(u"network.authorities"_s))
    , m_cancel(new QPushButton)
    , m_save(new PrimaryButton)
{
    setObjectName(u"network"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    build();
    const NetworkRoute::Choice now = m_parts.settings.network();
    m_system->setChecked(now.proxy == NetworkRoute::Proxy::System);
    m_none->setChecked(now.proxy == NetworkRoute::Proxy::None);
    m_given->setChecked(now.proxy == NetworkRoute::Proxy::Given);
    m_address->setText(now.address);
    m_file->setText(now.authorityFile);
    m_login->setKeeps(m_parts.accounts != nullptr);
    for (QRadioButton *button : {m_system, m_none, m_given})
        connect(button, &QRadioButton::toggled, this, &NetworkDialog::showChoice);
    connect(m_address, &QLineEdit::textChanged, this, &NetworkDialog::showChoice);
    connect(m_login, &ProxyLoginBox::forgetRequested, this, &NetworkDialog::forgetLogin);
    connect(m_file, &QLineEdit::textChanged, this, &NetworkDialog::showAuthorities);
    connect(m_chooseFile, &QPushButton::clicked, this, &NetworkDialog::chooseFile);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &NetworkDialog::save);
    retranslate();
    showLogin();
    askKeychain();
}

void NetworkDialog::build()
{
    m_system->setObjectName(u"network.system"_s);
    m_none->setObjectName(u"network.none"_s);
    m_given->setObjectName(u"network.given"_s);
    m_address->setObjectName(u"network.address"_s);
    m_address->setPlaceholderText(u"http://proxy.example:3128"_s);
    m_file->setObjectName(u"network.file"_s);
    m_file->setClearButtonEnabled(true);
    m_chooseFile->setObjectName(u"network.chooseFile"_s);
    m_chooseFile->setAutoDefault(false);
    m_cancel->setObjectName(u"network.cancel"_s);
    m_cancel->setAutoDefault(false);
    m_save->setObjectName(u"network.save"_s);
    m_save->setDefault(true);
    m_fileTitle->setBuddy(m_file);
    for (QLabel *label : {m_systemNow, m_authorities})
        label->setForegroundRole(QPalette::PlaceholderText);

    auto *fileRow = new QHBoxLayout;
    fileRow->setSpacing(8);
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(m_chooseFile);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(8);
    column->addWidget(m_banner);
    column->addWidget(m_intro);
    column->addSpacing(8);
    column->addWidget(m_proxyTitle);
    column->addWidget(m_system);
    column->addLayout(indented(m_systemNow));
    column->addWidget(m_none);
    column->addWidget(m_given);
    column->addLayout(indented(m_address));
    column->addSpacing(8);
    column->addWidget(m_login);
    column->addSpacing(8);
    column->addWidget(m_fileTitle);
    column->addLayout(fileRow);
    column->addWidget(m_authorities);
    column->addStretch();
    column->addLayout(buttons);
    resize(600, 520);
}

// What is asked for comes and goes; a layout alone lets it be squeezed.
bool NetworkDialog::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        setMinimumHeight(layout()->totalHeightForWidth(width()));
    return done;
}

void NetworkDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void NetworkDialog::retranslate()
{
    setWindowTitle(tr("Network"));
    m_intro->setText(tr("How Atalaya reaches Fly.io and your apps. What is on this computer itself "
                        "is never asked through a proxy."));
    m_proxyTitle->setText(tr("Proxy"));
    m_system->setText(tr("As the &environment and the desktop say"));
    m_systemNow->setText(systemText());
    m_none->setText(tr("&None: connect directly"));
    m_given->setText(tr("&This one:"));
    m_address->setAccessibleName(tr("Address of the proxy"));
    m_fileTitle->setText(tr("C&A file of your company"));
    m_file->setAccessibleName(tr("CA file of your company"));
    m_chooseFile->setText(tr("C&hoose…"));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("Save"));
    m_save->setAccessibleName(m_save->text());
    showChoice();
    showAuthorities();
}

// The desktop is not asked here: that may take as long as a network that is not there.
QString NetworkDialog::systemText() const
{
    NetworkRoute::Choice system;
    const NetworkRoute plain(system);
    const Result<std::optional<QNetworkProxy>> told =
        plain.chosenProxy(QUrl(u"https://api.machines.dev"_s));
    if (!told)
        return Words::error(told.error());
    if (!*told)
        return tr("The environment names no proxy; the desktop is asked.");
    if ((*told)->type() == QNetworkProxy::NoProxy)
        return tr("The environment wants no proxy for Fly.io.");
    return tr("The environment names %1.")
        .arg(QString((*told)->hostName() % u':' % QString::number((*told)->port())));
}

void NetworkDialog::showChoice()
{
    m_address->setEnabled(m_given->isChecked());
    // Name and password belong to one proxy, which has to be known for them.
    NetworkRoute::Choice choice = chosen();
    choice.authorityFile.clear();
    const Result<std::optional<QNetworkProxy>> proxy =
        NetworkRoute(choice).chosenProxy(QUrl(u"https://api.machines.dev"_s));
    const bool takesLogin =
        proxy && *proxy && (*proxy)->type() != QNetworkProxy::NoProxy && (*proxy)->user().isEmpty();
    m_login->setProxy(takesLogin ? NetworkRoute::placeOf(**proxy) : QString());
}

void NetworkDialog::showAuthorities()
{
    const QString file = m_file->text().trimmed();
    if (!file.isEmpty()) {
        const Result<QList<QSslCertificate>> found = NetworkRoute::readAuthorities(file);
        return m_authorities->setText(
            found ? WordsNetwork::authorities(*found) : Words::error(found.error()));
    }
    const QString environment = NetworkRoute(NetworkRoute::Choice{}).authorityFile();
    m_authorities->setText(environment.isEmpty()
            ? tr("Its certificates are trusted beside those of the system. Leave it empty when "
                 "nobody looks into your connections.")
            : tr("The variable SSL_CERT_FILE names %1, which is trusted beside the system's.")
                  .arg(QDir::toNativeSeparators(environment)));
}

void NetworkDialog::chooseFile()
{
    m_parts.prompts.openFile(this,
        tr("CA file of your company"),
        tr("Certificates (*.pem *.crt *.cer *.der);;All files (*)"),
        [this](const QString &file) {
            if (!file.isEmpty())
                m_file->setText(QDir::toNativeSeparators(file));
        });
}

NetworkRoute::Choice NetworkDialog::chosen() const
{
    NetworkRoute::Choice choice;
    choice.proxy = m_none->isChecked() ? NetworkRoute::Proxy::None
        : m_given->isChecked()         ? NetworkRoute::Proxy::Given
                                       : NetworkRoute::Proxy::System;
    choice.address = m_address->text().trimmed();
    choice.authorityFile = m_file->text().trimmed();
    return choice;
}

void NetworkDialog::askKeychain()
{
    if (!m_parts.accounts)
        return;
    deliver(m_parts.accounts->keychain(), this, [this](const Result<Keychain::State> &state) {
        m_login->setKeychain(state.value_or(Keychain::State::Absent));
    });
}

void NetworkDialog::showLogin()
{
    if (m_parts.accounts)
        m_login->setVault(m_parts.accounts->hasVault(), m_parts.accounts->isVaultOpen());
    m_login->setKept(m_parts.settings.proxyLogin(), m_parts.route.loginProxy());
}

void NetworkDialog::save()
{
    const Result<NetworkRoute::Choice> good = NetworkRoute::checked(chosen());
    if (!good)
        return m_banner->showMessage(Status::Failed, Words::error(good.error()));
    if (const QString problem = m_login->problem(); !problem.isEmpty())
        return m_banner->showMessage(Status::Failed, problem);
    if (m_login->isFilled())
        return keepLogin(*good);
    finish(*good);
}

void NetworkDialog::keepLogin(const NetworkRoute::Choice &good)
{
    const NetworkRoute::Login login = m_login->login();
    const TokenPlace place = m_login->place();
    const std::optional<KeptProxyLogin> before = m_parts.settings.proxyLogin();
    const auto done = [this, good, login, place] {
        const bool kept = place != TokenPlace::Session;
        if (m_parts.accounts)
            m_parts.settings.setProxyLogin(
                kept ? std::optional(KeptProxyLogin{login.proxy, place}) : std::nullopt);
        m_parts.route.setLogin(login);
        finish(good);
    };
    if (!m_parts.accounts || (place == TokenPlace::Session && !before))
        return done();
    m_save->setEnabled(false);
    // One that was kept before is kept no more.
    const Pending<bool> stored = place == TokenPlace::Session
        ? m_parts.accounts->forgetProxyLogin(before->place, m_login->filePassword())
        : m_parts.accounts->keepProxyLogin(place,
            login,
            before ? std::optional(before->place) : std::nullopt,
            m_login->filePassword());
    deliver(stored, this, [this, done](const Result<bool> &kept) {
        m_save->setEnabled(true);
        if (!kept)
            return m_banner->showMessage(Status::Failed, Words::error(kept.error()));
        done();
    });
}

void NetworkDialog::finish(const NetworkRoute::Choice &good)
{
    m_parts.settings.setNetwork(good);
    m_parts.route.choose(good);
    Q_EMIT changed();
    accept();
}

void NetworkDialog::forgetLogin()
{
    const std::optional<KeptProxyLogin> kept = m_parts.settings.proxyLogin();
    const auto done = [this] {
        if (m_parts.accounts)
            m_parts.settings.setProxyLogin({});
        m_parts.route.setLogin({});
        showLogin();
        Q_EMIT changed();
    };
    if (!kept || !m_parts.accounts)
        return done();
    deliver(m_parts.accounts->forgetProxyLogin(kept->place, m_login->filePassword()),
        this,
        [this, done](const Result<bool> &gone) {
            if (!gone)
                return m_banner->showMessage(Status::Failed, Words::error(gone.error()));
            done();
        });
}
