#pragma once

#include "core/result.h"
#include "types/server.h"

#include <optional>

enum class FleetState;

// A server of the user's list, as the last look at it told.
struct FleetServer
{
    Server server;
    std::optional<ServerFacts> facts; // of the last look that was answered
    std::optional<Error> error; // the last look was not: the facts are as old as they say
    bool loading = true; // no look has ended yet
    bool connecting = false; // because the user asked for it: questions may come
    bool waits = false; // for the user: it is not tried again by itself
    bool operator==(const FleetServer &) const = default;

    [[nodiscard]] QDateTime seenAt() const { return facts ? facts->at : QDateTime(); }
    [[nodiscard]] const StackFacts *stack(const QString &key) const; // nullptr: it is not there
};

// What names a stack on its server: its project, or its folder where nothing of it runs.
QString stackKey(const StackFacts &stack);

// A server, or a stack of it.
struct ServerPlace
{
    ServerId server;
    QString stack; // stackKey(); empty: the server itself
    bool operator==(const ServerPlace &) const = default;
    [[nodiscard]] bool isEmpty() const { return server.isEmpty(); }
};

// One-off containers say nothing of how their stack is.
FleetState serviceFleetState(const ServiceFacts &service);
FleetState stackFleetState(const StackFacts &stack);
FleetState serverFleetState(const FleetServer &server);

// The same, whenever it was seen and however loaded it was then: what is left is worth a repaint.
ServerFacts withoutAges(ServerFacts facts);
FleetServer withoutAges(FleetServer server);
