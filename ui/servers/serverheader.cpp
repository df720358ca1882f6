#include "ui/servers/serverheader.h"

#include "models/format.h"
#include "models/words.h"
#include "models/wordsservers.h"
#include "servers/sshtools.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/statusmark.h"

#include <QEvent>
#include <QLabel>
#include <QMenu>

using namespace Qt::StringLiterals;

ServerHeader::ServerHeader(QWidget *parent)
    : HeaderFrame(u"place"_s, parent)
    , m_now(QDateTime::currentDateTimeUtc())
{
    connect(m_primary, &QPushButton::clicked, this, [this] {
        if (m_server.error || m_server.server.local)
            Q_EMIT connectRequested();
        else
            Q_EMIT terminalRequested();
    });
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        m_menu->clear();
        Q_EMIT menuRequested(m_menu);
    });
    retranslate();
}

void ServerHeader::setPlace(const FleetServer &server, const QString &stack)
{
    m_server = server;
    m_stack = stack;
    setProduction(server.server.production);
    retranslate();
}

void ServerHeader::setNow(const QDateTime &now)
{
    m_now = now;
    m_facts->setText(factsText());
}

void ServerHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    HeaderFrame::changeEvent(event);
}

QString ServerHeader::factsText() const
{
    QStringList facts;
    if (m_stack.isEmpty())
        facts.append(WordsServers::place(m_server.server));
    else
        facts.append(tr("on %1", "a server").arg(m_server.server.name));
    if (m_server.server.readOnly)
        facts.append(tr("read-only"));
    if (m_server.seenAt().isValid())
        facts.append(tr("seen %1").arg(Format::age(m_server.seenAt(), m_now)));
    return facts.join(u" · "_s);
}

void ServerHeader::retranslate()
{
    const StackFacts *stack = m_server.stack(m_stack);
    m_title->setText(m_stack.isEmpty() ? m_server.server.name : m_stack);
    m_facts->setText(factsText());
    const bool tellsStack = stack && !m_server.error && !m_server.connecting;
    m_mark->setStatus(statusOf(tellsStack ? stackFleetState(*stack) : serverFleetState(m_server)));
    m_sentence->setText(
        tellsStack ? WordsServers::sentence(*stack) : WordsServers::sentence(m_server));
    const bool isLocal = m_server.server.local;
    const bool reaches = !m_server.error && !isLocal;
    m_primary->setText(m_server.connecting ? tr("Connecting…")
            : reaches                      ? tr("Open terminal")
            : isLocal                      ? tr("Look again")
                                           : tr("Connect"));
    m_primary->setAccessibleName(m_primary->text());
    m_primary->setToolTip(reaches ? tr("Opens your own terminal there (Ctrl+Shift+T)")
            : isLocal             ? tr("Looks at it now")
                                  : tr("Connects now; what ssh needs to know is asked"));
    m_primary->setEnabled(!m_server.connecting);
}
