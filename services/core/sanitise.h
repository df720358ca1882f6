#pragma once

#include <QString>
#include <QStringList>

// Text from elsewhere (logs, answers, files), made safe for one kind of sink.
namespace Sanitise {
// For widgets and terminals: escape sequences, control characters and bidi overrides are removed;
// tabs become spaces; one line.
QString line(QStringView text);
QString forCsv(QStringView text); // also defuses formulas (= + - @ at the start)
QString forMarkup(QStringView text); // HTML and SVG text content
} // namespace Sanitise

// Removes secret values from text: the known ones, and what looks like one (tokens of Fly.io,
// passwords in URLs, NAME=value of names like SECRET or PASSWORD). Used by every sink: log files,
// journal, exports, clipboard, crash reports. Thread-safe; known values are process-wide on
// purpose.
namespace Redact {
void addKnown(const QByteArray &value); // values shorter than 6 bytes are ignored
QString text(const QString &text);
} // namespace Redact
