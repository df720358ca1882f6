#pragma once

#include <QByteArray>

// A JSON object with every text in it passed through Redact::text. Value by value: on the text as a
// whole a pattern could swallow quotes and break it.
QByteArray redactedJson(const QByteArray &json);
