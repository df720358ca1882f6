#pragma once

#include "models/fleetmodel.h"
#include "models/words.h"

#include <memory>
#include <vector>

// A row of the fleet, and what it is to become. Private to FleetModel.

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
        search.clear();
    }
    [[nodiscard]] bool sameContent(const Wanted &wanted) const
    {
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
        case Kind::Machine:
            break;
        }
        return parent->stale();
    }
    [[nodiscard]] Status status() const;
};
