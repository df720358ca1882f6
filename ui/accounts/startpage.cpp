#include "ui/accounts/startpage.h"

#include "ui/widgets/primarybutton.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 560;

QLabel *paragraph(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

StartPage::StartPage(QWidget *parent)
    : QFrame(parent)
    , m_title(paragraph(u"start.title"_s))
    , m_lead(paragraph(u"start.lead"_s))
    , m_connect(new PrimaryButton)
    , m_connectText(paragraph(u"start.connectText"_s))
    , m_server(new QPushButton)
    , m_serverText(paragraph(u"start.serverText"_s))
    , m_try(new QPushButton)
    , m_tryText(paragraph(u"start.tryText"_s))
    , m_promise(paragraph(u"start.promise"_s))
{
    setObjectName(u"start"_s);
    build();
    setFocusProxy(m_connect);
    retranslate();
    connect(m_connect, &QPushButton::clicked, this, &StartPage::connectRequested);
    connect(m_server, &QPushButton::clicked, this, &StartPage::addServerRequested);
    connect(m_try, &QPushButton::clicked, this, &StartPage::tryRequested);
}

void StartPage::build()
{
    m_connect->setObjectName(u"start.connect"_s);
    m_server->setObjectName(u"start.server"_s);
    m_try->setObjectName(u"start.try"_s);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.8);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    for (QLabel *label : {m_connectText, m_serverText, m_tryText, m_promise})
        label->setForegroundRole(QPalette::PlaceholderText);

    auto *inner = new QWidget;
    inner->setMaximumWidth(columnWidth);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_lead);
    column->addSpacing(24);
    column->addWidget(m_connect, 0, Qt::AlignLeft);
    column->addWidget(m_connectText);
    column->addSpacing(16);
    column->addWidget(m_server, 0, Qt::AlignLeft);
    column->addWidget(m_serverText);
    column->addSpacing(16);
    column->addWidget(m_try, 0, Qt::AlignLeft);
    column->addWidget(m_tryText);
    column->addSpacing(24);
    column->addWidget(m_promise);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(inner, 4);
    row->addStretch(1);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addStretch(2);
    outer->addLayout(row);
    outer->addStretch(3);
}

void StartPage::setOffersServers(bool offers)
{
    m_server->setVisible(offers);
    m_serverText->setVisible(offers);
}

void StartPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void StartPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::of(palette()).surface);
}

void StartPage::retranslate()
{
    m_title->setText(tr("Watch your deploys from here"));
    m_lead->setText(tr("Atalaya deploys to Fly.io, shows every phase as it happens, says why it "
                       "failed, and looks at what is really running afterwards. It watches your "
                       "own servers and their compose stacks, too."));
    m_connect->setText(tr("Connect Fly.io…"));
    m_connectText->setText(
        tr("Log in with the browser, paste a token, or use one that is on this computer. What it "
           "may do is shown before it is kept."));
    m_server->setText(tr("Add a server…"));
    m_serverText->setText(
        tr("One that you reach by SSH: an alias of ~/.ssh/config, or by hand. Your own ssh "
           "connects, with your keys; its containers and stacks appear in the fleet."));
    m_try->setText(tr("Try it now"));
    m_tryText->setText(tr("Opens the sandbox: apps that run on this computer only. It needs no "
                          "account and no network, and nothing in it can break."));
    for (QPushButton *other : {m_server, m_try}) // the ways stand alike
        other->setMinimumSize(m_connect->sizeHint());
    m_promise->setText(
        tr("A token is sent to Fly.io and nowhere else. It is kept in the keychain of this desktop "
           "or where you say, and never in a log."));
}
