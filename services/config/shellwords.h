#pragma once

#include "core/result.h"

#include <QStringList>

// Cuts a command line as a shell cuts words (quotes, backslashes, comments), without expanding
// anything. InvalidInput for a quote that is not closed.
Result<QStringList> shellWords(const QString &command);
