#pragma once

#include "models/rowsmodel.h"
#include "types/fleetserver.h"

// What a server and its stacks told, as rows of texts in the current language; atalayactl writes
// the same lines.
namespace ServerRows {
// `now`: by the clock that the facts have their times of.
QList<TextRow> facts(const ServerFacts &facts, const QDateTime &now);
QList<TextRow> stackFacts(const StackFacts &stack); // folder, files, lock

QStringList stackHeaders();
QList<TextRow> stacks(const ServerFacts &facts);

enum class ServiceColumn
{
    Service,
    State,
    Health,
    Image,
    Digest,
    Restarts,
    Ports,
    Started,
    Count
};
QStringList serviceHeaders();
QList<TextRow> services(const StackFacts &stack, const QDateTime &now);
} // namespace ServerRows
