#pragma once

#include "types/fleetsnapshot.h"

#include <QObject>

#include <memory>
#include <vector>

class Clock;
class FlyClient;

// Polls accounts into one FleetSnapshot: the visible app every 3 s, the rest by lists of whole
// organisations every 30 s, nothing while hidden, within the API budget. Such lists tell no health:
// for it every app is looked at itself, soon after the start, when a list shows a change, and in
// turn. Keeps the last known state when the account cannot be reached. Lives in the UI's thread;
// fetches on threads of its own.
class FleetService final : public QObject
{
    Q_OBJECT

public:
    struct Account
    {
        AccountId id;
        QString name;
        QString organization; // slug; empty: asked of the token
        bool sandbox = false;
        FlyClient *client = nullptr; // nullptr: no token; the account shows Unauthorised
        bool readOnly = false; // the user's switch: nothing may be written with it
        bool operator==(const Account &) const = default;
    };

    FleetService(std::vector<Account> accounts, Clock &clock, QObject *parent = nullptr);
    ~FleetService() override;

    void start();
    // Those that stay keep what is known of them. The clients of the others are not used any more
    // when it returns.
    void setAccounts(std::vector<Account> accounts);
    // Those of the user's list, as ServersService knows them.
    void setServers(const QList<FleetServer> &servers);
    // What an earlier session knew, shown until the accounts answer; without names and switches.
    void showLastKnown(const QList<FleetAccount> &accounts);
    [[nodiscard]] const FleetSnapshot &snapshot() const;
    void setVisibleApp(const AppName &app); // polled often
    void setHidden(bool hidden);
    void refreshNow(); // also of what had failed

Q_SIGNALS:
    void snapshotChanged(const FleetSnapshot &snapshot); // only when something differs
    void refreshed(); // after every poll, for ages

private:
    struct Private;
    std::unique_ptr<Private> d;
};
