#pragma once

#include "types/app.h"
#include "types/diagnosis.h"
#include "types/machine.h"

#include <QList>

// What an app that nobody deploys just now tells by its releases, its machines' events, checks and
// configuration (field-cases A4): a release that does not get done, machines killed for want of
// memory long after they began to serve, checks that fail. Texts: Catalogue::text(). Pure.
// `since`: machines' events before it are past and do not count; invalid: all of them do.
[[nodiscard]] QList<Diagnosis> situationsOf(const QList<Release> &releases,
    const QList<Machine> &machines,
    const QDateTime &now,
    const QDateTime &since = {});
