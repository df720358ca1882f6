#pragma once

#include "core/promise.h"
#include "servers/serverlink.h"
#include "servers/sshquestion.h"
#include "types/fleetserver.h"

#include <QList>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class Clock;

// The user's servers, each looked at in one round trip: the visible one every 3 s, the others every
// 30 s, nothing while hidden. One that does not answer marks itself alone and is tried again more
// and more seldom; one that needs its user (a key, a fingerprint) rests until they say so, so that
// no server locks anybody out for knocking. Looks that begin by themselves ask nothing. What they
// told last is kept for the next start.
// Lives in the UI's thread; looks on threads of its own.
class ServersService final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        QString folder; // of the list of servers
        // How a server is reached. Blocking, called on threads of this service.
        std::function<Result<ServerLink>(const Server &, const SshAsker &, std::stop_token)> open;
        Clock *clock = nullptr;
        std::optional<QList<Server>> fixed = {}; // instead of the list in the folder
        QString knownFolder = {}; // of what they told last; empty: nothing is kept
    };
    explicit ServersService(Parts parts, QObject *parent = nullptr);
    ~ServersService() override; // aborts what runs

    void start();
    [[nodiscard]] const QList<FleetServer> &servers() const;
    [[nodiscard]] std::optional<FleetServer> server(const ServerId &id) const;
    [[nodiscard]] const std::optional<Error> &storeError() const; // the list cannot be read
    [[nodiscard]] bool isFixed() const; // nothing is added, changed or removed

    // Errors as ServerStore's; Precondition: the list is fixed.
    [[nodiscard]] Result<Server> add(const Server &server);
    [[nodiscard]] Result<void> save(const Server &server);
    [[nodiscard]] Result<void> remove(const ServerId &id);

    // Who answers ssh's questions of what the user asked for.
    void setAsker(const SshAsker &asker);
    void connectTo(const ServerId &id); // now, with questions
    // One look with questions at a server that need not be in the list.
    [[nodiscard]] Pending<ServerFacts> check(const Server &server);

    void setVisibleServer(const ServerId &id); // polled often; empty: none
    void setHidden(bool hidden);
    void refreshNow(); // also those that rest

Q_SIGNALS:
    void changed(); // servers(), also when only their ages did

private:
    struct Private;
    std::unique_ptr<Private> d;
};
