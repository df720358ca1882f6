#pragma once

#include "types/deployevent.h"

#include <QString>
#include <QStringList>

// The user's words for what a stack's run on its servers told.
namespace Words {
// Why it could not be begun, was lost, or a step of it ended wrong: of Error::code, cut at its
// blanks; may be empty.
QString stackRunCause(const QStringList &code);
QString stackChanged(const events::AttemptEnded &ended); // which services were recreated
} // namespace Words
