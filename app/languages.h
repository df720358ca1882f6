#pragma once

#include <QString>

class QObject;

// The languages the programs speak, compiled in at :/i18n. For programs without a window; the
// desktop switches live through ui/shell/languageswitcher.h.
namespace Languages {
// "en" or "es", by LC_ALL, LC_MESSAGES and LANG; English for every other language.
QString fromEnvironment();
// Installs the translator of `language` on the application, for as long as `owner` lives, and makes
// QLocale follow.
void install(QObject &owner, const QString &language);
} // namespace Languages
