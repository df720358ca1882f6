#pragma once

#include "models/words.h"
#include "servers/sshtools.h"
#include "types/fleetserver.h"

#include <QObject>
#include <QStringList>

#include <functional>

class ActionRegistry;
class Prompts;
class QMenu;
class QWidget;
class ServersService;
class Settings;

// The window's actions about servers, and the dialogs that they open.
class ServerActions final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        ActionRegistry &actions;
        QWidget &window;
        Prompts &prompts;
        Settings &settings;
        ServersService *servers; // nullptr: there are none in this profile, and no action is made
        SshTools tools;
        std::function<bool(const QStringList &command)> openTerminal; // empty: the user's own
        bool deploysStacks; // else they are only watched, and linking them is of no use
    };
    explicit ServerActions(Parts parts);

    [[nodiscard]] bool hasServers() const;
    void setPlace(const ServerPlace &place); // what the actions of the registry are about
    // What can be done with that place, in a menu.
    void addEntries(QMenu &menu, const ServerPlace &place, const QString &service = {});

    void addServer();
    void edit(const ServerPlace &place);
    void rename(const ServerPlace &place);
    void askRemove(const ServerPlace &place);
    void connectTo(const ServerPlace &place);
    void openTerminal(const ServerPlace &place);
    void linkFolder(const ServerPlace &place); // of a stack

Q_SIGNALS:
    void told(Status status, const QString &text);
    void added(const ServerPlace &place);
    void linked(const ServerPlace &place); // to a folder, or not any more

private:
    void addActions();
    void addOwnActions();
    void updateActions();
    void openDialog(const std::optional<Server> &existing);
    void copyUsual(bool docker);
    [[nodiscard]] std::optional<FleetServer> serverOf(const ServerPlace &place) const;
    void tell(const Error &error);

    const Parts m_parts;
    ServerPlace m_place;
};
