#pragma once

#include "models/fleetmodel.h"
#include "models/words.h"

#include <memory>
#include <vector>

// A row of the fleet, and what it is to become. Private to FleetModel.

// Of the servers' part of the tree; each kind of row has its own.
struct FleetModel::ServerRow
{
    FleetServer server; // without its stacks
    StackFacts stack; // without its services
    ServiceFacts service;
    FleetState state = FleetState::Unknown;
    int others = 0; // servers that do not answer, services that are not well

    [[nodiscard]] bool sameContent(const ServerRow &other) const
    {
        return withoutAges(server) == withoutAges(other.server) && stack == other.stack
            && service == other.service && state == other.state && others == other.others;
    }
};

struct FleetModel::Wanted
{
    Kind kind = Kind::Account;
    QString id;
    QString appName;
    FleetAccount account; // without its apps
    FleetApp app; // without its machines
    Machine machine;
    int failed = 0; // apps of an account, where they are too many to be seen at a glance
    std::vector<Wanted> children;
    bool sameChildren = false; // as they are: `children` says nothing
    QString server; // its id, of the servers' part
    QString stack; // its key
    std::shared_ptr<const ServerRow> serverRow; // nullptr: of an account's part
};

struct FleetModel::Node
{
    Kind kind = Kind::Account;
    QString id;
    QString appName;
    FleetAccount account; // without its apps
    FleetApp app; // without its machines
    Machine machine;
    int failed = 0;
    QString server; // its id, of the servers' part
    QString stack; // its key
    std::shared_ptr<const ServerRow> serverRow; // nullptr: of an account's part
    mutable QString search; // what the filter looks at; made when it is first asked for

    Node *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children;

    void take(const Wanted &wanted)
    {
        account = wanted.account;
        app = wanted.app;
        machine = wanted.machine;
        failed = wanted.failed;
        serverRow = wanted.serverRow;
        search.clear();
    }
    [[nodiscard]] bool sameContent(const Wanted &wanted) const
    {
        if (serverRow && wanted.serverRow)
            return serverRow->sameContent(*wanted.serverRow);
        return withoutAges(account) == withoutAges(wanted.account)
            && withoutAges(app) == withoutAges(wanted.app) && machine == wanted.machine
            && failed == wanted.failed;
    }
    void renumber()
    {
        for (size_t i = 0; i < children.size(); ++i)
            children[i]->row = int(i);
    }
    [[nodiscard]] QDateTime toldAt() const
    {
        if (kind == Kind::Stack || kind == Kind::Service)
            return parent->toldAt();
        if (serverRow)
            return serverRow->server.seenAt();
        if (kind == Kind::Account)
            return account.fetchedAt;
        return kind == Kind::App ? app.toldAt() : parent->app.toldAt();
    }
    // What is below an account or an app that cannot be reached is as old as that.
    [[nodiscard]] bool stale() const
    {
        switch (kind) {
        case Kind::Account:
            return account.error || account.remembered;
        case Kind::App:
            return app.error || app.remembered || parent->stale();
        case Kind::Servers:
            return false;
        case Kind::Server:
            return serverRow->server.error.has_value();
        case Kind::Machine:
        case Kind::Stack:
        case Kind::Service:
            break;
        }
        return parent->stale();
    }
    [[nodiscard]] Status status() const;
};
