#include "ui/accounts/connectdialog.h"

#include "models/words.h"
#include "ui/accounts/tokenkeepingpage.h"
#include "ui/accounts/tokensourcepage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/primarybutton.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QScrollArea *scrolled(QWidget *page)
{
    auto *area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // texts wrap
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    return area;
}

} // namespace

ConnectDialog::ConnectDialog(
    AccountsService &accounts, std::function<bool(const QUrl &)> openPage, QWidget *parent)
    : QDialog(parent)
    , m_accounts(accounts)
    , m_openPage(std::move(openPage))
    , m_title(new QLabel)
    , m_banner(new Banner(u"connect.banner"_s))
    , m_stack(new QStackedWidget)
    , m_source(new TokenSourcePage)
    , m_waiting(new QLabel)
    , m_address(new QLabel)
    , m_openAgain(new QPushButton)
    , m_keeping(new TokenKeepingPage)
    , m_cancel(new QPushButton)
    , m_back(new QPushButton)
    , m_next(new PrimaryButton)
{
    setObjectName(u"connect"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    build();
    m_source->setFound(m_accounts.found());
    m_keeping->setVault(m_accounts.hasVault(), m_accounts.isVaultOpen());
    deliver(m_accounts.keychain(), this, [this](const Result<Keychain::State> &state) {
        m_keeping->setKeychain(state.value_or(Keychain::State::Absent));
    });
    connect(m_source, &TokenSourcePage::readyChanged, this, &ConnectDialog::updateButtons);
    connect(m_keeping, &TokenKeepingPage::readyChanged, this, &ConnectDialog::updateButtons);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_back, &QPushButton::clicked, this, &ConnectDialog::goBack);
    connect(m_next, &QPushButton::clicked, this, &ConnectDialog::goOn);
    connect(m_openAgain, &QPushButton::clicked, this, [this] { (void)m_openPage(m_loginPage); });
    retranslate();
    showPage(Page::Source);
}

ConnectDialog::~ConnectDialog()
{
    m_accounts.giveUpLogin();
}

void ConnectDialog::build()
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_title->setWordWrap(true);
    m_waiting->setObjectName(u"connect.waiting"_s);
    m_waiting->setWordWrap(true);
    m_waiting->setTextFormat(Qt::PlainText);
    m_address->setObjectName(u"connect.address"_s);
    m_address->setWordWrap(true);
    m_address->setTextFormat(Qt::PlainText);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_openAgain->setObjectName(u"connect.openAgain"_s);
    m_cancel->setObjectName(u"connect.cancel"_s);
    m_back->setObjectName(u"connect.back"_s);
    m_next->setObjectName(u"connect.next"_s);
    m_next->setDefault(true);
    for (QPushButton *button : {m_openAgain, m_cancel, m_back})
        button->setAutoDefault(false);

    auto *waiting = new QWidget;
    auto *waitingColumn = new QVBoxLayout(waiting);
    waitingColumn->setContentsMargins(0, 0, 0, 0);
    waitingColumn->setSpacing(12);
    waitingColumn->addWidget(m_waiting);
    waitingColumn->addWidget(m_address);
    waitingColumn->addWidget(m_openAgain, 0, Qt::AlignLeft);
    waitingColumn->addStretch();
    m_stack->addWidget(scrolled(m_source));
    m_stack->addWidget(waiting);
    m_stack->addWidget(scrolled(m_keeping));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    column->addLayout(buttons);
    resize(600, 560);
}

void ConnectDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void ConnectDialog::retranslate()
{
    setWindowTitle(tr("Connect Fly.io"));
    switch (m_page) {
    case Page::Source:
        m_title->setText(tr("Where is the token?"));
        break;
    case Page::Waiting:
        m_title->setText(tr("Looking at the token"));
        break;
    case Page::Keeping:
        m_title->setText(tr("What this token may do"));
        break;
    }
    m_waiting->setText(waitingText());
    m_address->setText(m_loginPage.toString());
    m_openAgain->setText(tr("Open the page again"));
    m_cancel->setText(tr("Cancel"));
    m_back->setText(tr("Back"));
    m_next->setText(m_page == Page::Keeping ? tr("Connect") : tr("Continue"));
    m_next->setAccessibleName(m_next->text());
    if (!m_banner->isHidden())
        m_banner->showMessage(Status::Failed, Words::error(m_error));
}

QString ConnectDialog::waitingText() const
{
    return m_loginPage.isEmpty()
        ? tr("Asking Fly.io what the token may do. Nothing is kept yet.")
        : tr("A page of Fly.io has been opened in the browser. Allow it there; this goes on by "
             "itself. If no page came up, open this address:");
}

void ConnectDialog::showPage(Page page)
{
    m_page = page;
    m_stack->setCurrentIndex(int(page));
    m_address->setVisible(!m_loginPage.isEmpty());
    m_openAgain->setVisible(!m_loginPage.isEmpty());
    retranslate();
    updateButtons();
}

void ConnectDialog::updateButtons()
{
    m_back->setVisible(m_page != Page::Source);
    m_back->setEnabled(m_page != Page::Keeping || !m_busy);
    const bool ready = m_page == Page::Keeping ? m_keeping->isReady() : m_source->isReady();
    m_next->setVisible(m_page != Page::Waiting);
    m_next->setEnabled(!m_busy && ready);
}

void ConnectDialog::goBack()
{
    ++m_round;
    m_accounts.giveUpLogin();
    m_busy = false;
    m_loginPage.clear();
    m_banner->dismiss();
    showPage(Page::Source);
}

void ConnectDialog::goOn()
{
    m_banner->dismiss();
    if (m_page == Page::Keeping)
        return save();
    m_found.reset();
    switch (m_source->source()) {
    case TokenSourcePage::Source::Browser:
        return beginLogin();
    case TokenSourcePage::Source::Pasted:
        return check(m_accounts.check(m_source->pasted()));
    case TokenSourcePage::Source::Found:
        m_found = m_source->chosen();
        return check(m_accounts.checkFound(*m_found));
    }
}

void ConnectDialog::beginLogin()
{
    m_busy = true;
    showPage(Page::Waiting);
    deliver(m_accounts.beginLogin(),
        this,
        [this, round = ++m_round](const Result<BrowserLogin::Session> &session) {
            if (round != m_round)
                return;
            if (session)
                followBrowser(*session);
            else
                fail(session.error());
        });
}

void ConnectDialog::followBrowser(const BrowserLogin::Session &session)
{
    m_loginPage = session.page;
    showPage(Page::Waiting);
    (void)m_openPage(m_loginPage);
    check(m_accounts.finishLogin(session));
}

void ConnectDialog::check(const Pending<CheckedToken> &pending)
{
    m_busy = true;
    showPage(Page::Waiting);
    deliver(pending, this, [this, round = ++m_round](const Result<CheckedToken> &checked) {
        if (round != m_round)
            return;
        if (!checked)
            return fail(checked.error());
        m_busy = false;
        m_loginPage.clear();
        m_source->forget();
        m_keeping->setToken(*checked, m_found);
        showPage(Page::Keeping);
    });
}

void ConnectDialog::save()
{
    m_busy = true;
    updateButtons();
    deliver(m_accounts.add(m_keeping->account()), this, [this](const Result<Account> &added) {
        m_busy = false;
        if (!added) {
            m_error = added.error();
            m_banner->showMessage(Status::Failed, Words::error(m_error));
            return updateButtons();
        }
        m_keeping->forget();
        Q_EMIT connected(*added);
        accept();
    });
}

void ConnectDialog::fail(const Error &error)
{
    m_busy = false;
    m_loginPage.clear();
    showPage(Page::Source);
    m_error = error;
    m_banner->showMessage(Status::Failed, Words::error(error));
}
