#pragma once

#include "config/tomldocument.h"
#include "core/result.h"

// Changes a TOML text value by value: comments, order, quotes, indentation and line ends of the
// rest stay as they are, byte for byte. Every change is checked by reading the result: it says what
// was asked for and nothing else, or the change is refused. The file must be without syntax errors.
//
// A value that is not there yet goes to the end of its section; a section that is not there, to the
// end of the file. Objects become sections, lists of texts and numbers stay in one line.
Result<QByteArray> tomlWithValue(
    const QByteArray &text, const ConfigPath &path, const QJsonValue &value);
// Takes a key out with its line, or a section with all of its lines. NotFound when it is not there.
Result<QByteArray> tomlWithoutValue(const QByteArray &text, const ConfigPath &path);
