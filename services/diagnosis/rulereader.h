#pragma once

#include "diagnosis/rule.h"

// Reads and checks a catalogue: unknown words, broken expressions, sentences without a translation
// or with other placeholders are errors that name the rule.
Result<CatalogueRules> readRules(const QByteArray &json, const QString &fileName);
