#include "ui/servers/serverpanel.h"

#include "models/wordsservers.h"
#include "ui/servers/serverbody.h"
#include "ui/servers/serverheader.h"
#include "ui/widgets/banner.h"

#include <QAbstractButton>
#include <QEvent>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ServerPanel::ServerPanel(QWidget *parent)
    : QWidget(parent)
    , m_header(new ServerHeader)
    , m_banner(new Banner(u"place.banner"_s))
    , m_body(new ServerBody)
{
    setObjectName(u"place"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_banner);
    column->addWidget(m_body, 1);
    connect(m_header, &ServerHeader::connectRequested, this, &ServerPanel::connectRequested);
    connect(m_header, &ServerHeader::terminalRequested, this, &ServerPanel::terminalRequested);
    connect(m_header, &ServerHeader::menuRequested, this, &ServerPanel::menuRequested);
    connect(m_banner, &Banner::actionTriggered, this, &ServerPanel::connectRequested);
    connect(m_body, &ServerBody::connectRequested, this, &ServerPanel::connectRequested);
    connect(m_body, &ServerBody::stackChosen, this, &ServerPanel::stackChosen);
}

ServerPlace ServerPanel::place() const
{
    return m_server ? ServerPlace{m_server->server.id, m_stack} : ServerPlace();
}

void ServerPanel::setPlace(const FleetServer &server, const QString &stack)
{
    const ServerPlace before = place();
    m_server = server;
    m_stack = stack;
    if (place() != before) {
        m_troubleTold.clear();
        m_banner->dismiss();
    }
    m_header->setPlace(server, stack);
    m_body->setPlace(server, stack);
    showTrouble();
}

void ServerPanel::clear()
{
    m_server.reset();
    m_stack.clear();
}

void ServerPanel::setNow(const QDateTime &now)
{
    m_header->setNow(now);
    m_body->setNow(now);
}

void ServerPanel::tell(Status status, const QString &text)
{
    m_troubleTold.clear();
    m_banner->showMessage(status, text);
}

void ServerPanel::openMenu()
{
    if (auto *more = m_header->findChild<QAbstractButton *>(u"place.more"_s))
        more->click();
}

void ServerPanel::focusTable()
{
    m_body->focusTable();
}

void ServerPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_server)
        showTrouble();
    QWidget::changeEvent(event);
}

// Facts that are old stay in sight, with what is wrong above them.
void ServerPanel::showTrouble()
{
    const bool old = m_server->error && m_server->facts && !m_server->connecting;
    const QString trouble = old ? WordsServers::trouble(*m_server) : QString();
    if (trouble == m_troubleTold)
        return;
    if (trouble.isEmpty())
        m_banner->dismiss();
    else
        m_banner->showMessage(Status::Warning, trouble, tr("Connect"));
    m_troubleTold = trouble;
}
