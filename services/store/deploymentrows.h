#pragma once

#include "core/result.h"
#include "deploy/journal.h"
#include "types/deployevent.h"

#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

class Connection;

// The tables beside the events: what lists, ownership and usual durations need without reading all
// events. Everything here is derived from the events, except numbers, owners and cancel requests.
namespace DeploymentRows {
// Key of the deployment's row; NotFound.
[[nodiscard]] Result<qint64> key(Connection &connection, const DeploymentId &id);
[[nodiscard]] Result<qint64> lastSequence(Connection &connection, qint64 key);
[[nodiscard]] Result<void> setLastSequence(Connection &connection, qint64 key, qint64 sequence);
// Makes the row; the app's next number, or `number` when it is not 0.
[[nodiscard]] Result<int> create(
    Connection &connection, const DeploymentId &id, const AppName &app, int number);
// Keeps the tables in step with one more event.
[[nodiscard]] Result<void> apply(Connection &connection, qint64 key, const DeployEvent &event);

// How the app's lock stands, to tell running from interrupted.
struct Ownership
{
    std::optional<ProcessIdentity> owner; // nothing: free
    bool ours = false;
};
using OwnershipOf = std::function<Ownership(const AppName &)>;

// Newest first. Ones that never started are left out.
[[nodiscard]] Result<QList<DeploymentSummary>> ofApp(
    Connection &connection, const AppName &app, int limit, const OwnershipOf &ownership);
[[nodiscard]] Result<std::optional<DeploymentSummary>> one(
    Connection &connection, const DeploymentId &id, const OwnershipOf &ownership);
// The last ones of their apps that have not ended.
[[nodiscard]] Result<QList<DeploymentSummary>> unfinished(
    Connection &connection, const OwnershipOf &ownership);

// Of the app's last 30 deployments, without the time a machine waits for its turn.
[[nodiscard]] Result<QHash<QString, UsualDuration>> usual(
    Connection &connection, const AppName &app);

// Ended ones beyond the newest `keep`: their rows and events go; their ids.
[[nodiscard]] Result<QList<DeploymentId>> removeOld(
    Connection &connection, const AppName &app, int keep);
// All of them, and which release commands are done; their ids.
[[nodiscard]] Result<QList<DeploymentId>> removeAll(Connection &connection);
} // namespace DeploymentRows
