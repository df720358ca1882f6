#pragma once

#include <QJsonValue>

namespace Redact {
// Every text in it passed through Redact::text. Value by value: on the text as a whole a pattern
// could swallow quotes and break it.
QJsonValue json(const QJsonValue &value);
} // namespace Redact
