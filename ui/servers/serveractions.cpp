#include "ui/servers/serveractions.h"

#include "fleet/serversservice.h"
#include "models/wordsservers.h"
#include "ui/servers/serverdialog.h"
#include "ui/servers/servermenu.h"
#include "ui/servers/stacklinkdialog.h"
#include "ui/servers/terminals.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/prompts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace {
// Those that are about the place that is shown.
const QStringList placeActions{u"server.connect"_s,
    u"server.terminal"_s,
    u"server.edit"_s,
    u"server.rename"_s,
    u"server.remove"_s,
    u"server.copySsh"_s,
    u"server.copyDocker"_s,
    u"server.link"_s};
} // namespace

ServerActions::ServerActions(Parts parts)
    : QObject(&parts.window)
    , m_parts(std::move(parts))
{
    if (m_parts.servers)
        addActions();
}

void ServerActions::addActions()
{
    ActionRegistry &actions = m_parts.actions;
    actions.add({u"server.connect"_s,
        {},
        [] { return tr("Connect to the server"); },
        [this] { connectTo(m_place); }});
    if (m_parts.deploysStacks)
        actions.add({u"server.link"_s,
            {},
            [] { return tr("Link the stack to a folder…"); },
            [this] { linkFolder(m_place); }});
    if (!m_parts.servers->isFixed())
        addOwnActions();
    updateActions();
}

// About servers of the user, that ssh reaches.
void ServerActions::addOwnActions()
{
    ActionRegistry &actions = m_parts.actions;
    actions.add({u"server.add"_s,
        {QKeySequence(u"Ctrl+Shift+S"_s)},
        [] { return tr("Add a server…"); },
        [this] { addServer(); }});
    actions.add({u"server.terminal"_s,
        {QKeySequence(u"Ctrl+Shift+T"_s)},
        [] { return tr("Open terminal here"); },
        [this] { openTerminal(m_place); }});
    actions.add(
        {u"server.edit"_s, {}, [] { return tr("Edit the server…"); }, [this] { edit(m_place); }});
    actions.add({u"server.rename"_s,
        {},
        [] { return tr("Rename the server…"); },
        [this] { rename(m_place); }});
    actions.add({u"server.remove"_s,
        {},
        [] { return tr("Remove the server…"); },
        [this] { askRemove(m_place); }});
    actions.add(
        {u"server.copySsh"_s, {}, [] { return tr("Copy as ssh"); }, [this] { copyUsual(false); }});
    actions.add({u"server.copyDocker"_s,
        {},
        [] { return tr("Copy as docker"); },
        [this] { copyUsual(true); }});
}

bool ServerActions::hasServers() const
{
    return m_parts.servers && !m_parts.servers->servers().isEmpty();
}

void ServerActions::setPlace(const ServerPlace &place)
{
    m_place = place;
    updateActions();
}

void ServerActions::updateActions()
{
    if (!m_parts.servers)
        return;
    for (const QString &id : placeActions) {
        if (QAction *action = m_parts.actions.action(id))
            action->setEnabled(!m_place.isEmpty());
    }
    for (const QString &id : {u"server.copyDocker"_s, u"server.link"_s}) {
        QAction *action = m_parts.actions.action(id);
        if (action && m_place.stack.isEmpty())
            action->setEnabled(false);
    }
}

std::optional<FleetServer> ServerActions::serverOf(const ServerPlace &place) const
{
    return m_parts.servers ? m_parts.servers->server(place.server) : std::nullopt;
}

void ServerActions::addEntries(QMenu &menu, const ServerPlace &place, const QString &service)
{
    const std::optional<FleetServer> server = serverOf(place);
    if (!server)
        return;
    const auto entry = [this, &menu, place](const QString &name,
                           const QString &text,
                           void (ServerActions::*run)(const ServerPlace &)) {
        QAction *action = menu.addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, [this, place, run] { (this->*run)(place); });
        return action;
    };
    const bool isOwn = !server->server.local;
    if (isOwn)
        entry(u"place.terminal"_s, tr("Open terminal here"), &ServerActions::openTerminal);
    entry(u"place.connect"_s,
        server->error ? tr("Connect") : tr("Look again"),
        &ServerActions::connectTo)
        ->setEnabled(!server->connecting);
    if (m_parts.deploysStacks && !place.stack.isEmpty())
        entry(u"place.link"_s, tr("Link folder…"), &ServerActions::linkFolder);
    if (!isOwn)
        return;
    menu.addSeparator();
    ServerMenu::addCopies(menu, *server, place.stack, service);
    if (!place.stack.isEmpty())
        return;
    menu.addSeparator();
    entry(u"place.edit"_s, tr("Edit…"), &ServerActions::edit);
    entry(u"place.rename"_s, tr("Rename…"), &ServerActions::rename);
    entry(u"place.remove"_s, tr("Remove…"), &ServerActions::askRemove);
}

void ServerActions::addServer()
{
    if (m_parts.servers)
        openDialog(std::nullopt);
}

void ServerActions::edit(const ServerPlace &place)
{
    if (const std::optional<FleetServer> server = serverOf(place))
        openDialog(server->server);
}

void ServerActions::openDialog(const std::optional<Server> &existing)
{
    // Without aliases it goes by hand.
    const QList<SshAlias> aliases =
        sshAliases(sshConfigPath(m_parts.tools)).value_or(QList<SshAlias>());
    auto *dialog =
        new ServerDialog({*m_parts.servers, m_parts.prompts, aliases}, existing, &m_parts.window);
    connect(dialog, &ServerDialog::saved, this, [this, isNew = !existing](const Server &server) {
        m_parts.servers->connectTo(server.id);
        if (isNew)
            Q_EMIT added({server.id, {}});
    });
    dialog->open();
}

void ServerActions::rename(const ServerPlace &place)
{
    const std::optional<FleetServer> server = serverOf(place);
    if (!server)
        return;
    m_parts.prompts.text(&m_parts.window,
        tr("Rename the server"),
        tr("Name of the server here:"),
        server->server.name,
        [this, place](const QString &name) {
            const std::optional<FleetServer> now = serverOf(place);
            if (name.isEmpty() || !now)
                return;
            Server renamed = now->server;
            renamed.name = name;
            if (const Result<void> saved = m_parts.servers->save(renamed); !saved)
                tell(saved.error());
        });
}

void ServerActions::askRemove(const ServerPlace &place)
{
    const std::optional<FleetServer> server = serverOf(place);
    if (!server)
        return;
    Prompts::Question question;
    question.title = tr("Remove the server");
    question.text = tr("Remove the server %1 from the list?").arg(server->server.name);
    question.detail = tr("Nothing is changed on it: its stacks run on, and its backups stay. What "
                         "is known of past deployments stays here.");
    for (const StackFacts &stack : server->facts.value_or(ServerFacts()).stacks) {
        if (stack.lock && stack.lock->held)
            question.detail.prepend(
                tr("A deploy of %1 runs there now. It goes on by itself, and this console will not "
                   "see how it ends.")
                    .arg(stackKey(stack))
                + u' ');
    }
    question.choices = {tr("Keep it"), tr("Remove it")};
    question.dangerous = 1;
    m_parts.prompts.question(&m_parts.window, question, [this, place](int choice) {
        if (choice != 1)
            return;
        if (const Result<void> removed = m_parts.servers->remove(place.server); !removed)
            tell(removed.error());
    });
}

void ServerActions::connectTo(const ServerPlace &place)
{
    if (m_parts.servers)
        m_parts.servers->connectTo(place.server);
}

void ServerActions::openTerminal(const ServerPlace &place)
{
    const std::optional<FleetServer> server = serverOf(place);
    if (!server)
        return;
    const StackFacts *stack = server->stack(place.stack);
    const QStringList command = Terminals::sshInFolder(m_parts.tools,
        server->server.address,
        stack ? stack->folder : QString(),
        tr("ssh could not connect. Enter closes this window."));
    const bool opened =
        m_parts.openTerminal ? m_parts.openTerminal(command) : Terminals::open(command);
    if (!opened) {
        Q_EMIT told(Status::Failed,
            tr("No terminal could be opened. Install one, or name yours in the variable TERMINAL. "
               "The command is: %1")
                .arg(sshCommandText(server->server.address)));
    }
}

void ServerActions::linkFolder(const ServerPlace &place)
{
    const std::optional<FleetServer> server = serverOf(place);
    if (!server || place.stack.isEmpty())
        return;
    auto *dialog = new StackLinkDialog(
        {m_parts.settings, m_parts.prompts}, *server, place.stack, &m_parts.window);
    connect(dialog, &StackLinkDialog::linked, this, [this, place] { Q_EMIT linked(place); });
    dialog->open();
}

void ServerActions::copyUsual(bool docker)
{
    const std::optional<FleetServer> server = serverOf(m_place);
    if (!server)
        return;
    const ServerCommands commands =
        ServerCommands::of(ServerMenu::usualAction(*server, m_place.stack));
    const QString command = docker ? commands.docker : commands.ssh;
    if (command.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(command);
    Q_EMIT told(Status::Succeeded, tr("Copied: %1").arg(command));
}

void ServerActions::tell(const Error &error)
{
    const QString text = WordsServers::problem(error);
    Q_EMIT told(Status::Failed, text.isEmpty() ? Words::error(error) : text);
}
