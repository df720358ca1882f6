#pragma once

#include <QString>

// The two ways in which variables hold lists: ["a","b"] and a,b. What reads them takes one of them.
bool isJsonList(const QString &text);
bool isCommaList(const QString &text); // two or more, and no JSON
bool isBrokenJsonList(const QString &text); // in brackets, and no JSON: ['a','b'], [a, b]
// By convention, as in hosts that a web framework answers for: its readers cut at commas.
bool wantsCommas(const QString &name);
