#pragma once

#include <QString>
#include <QStringList>

// Guesses about variables: by what their names say, and by what their values look like.
bool nameIsOfSecret(const QString &name); // DB_PASSWORD; not DB_PASSWORD_FILE, not TOKEN_TTL
// The name says so, and the value could be one: it is no switch, no path, no number of seconds.
bool valueIsSecret(const QString &name, const QString &value);
// A command that is given a password as it stands: --requirepass hunter2.
bool commandHasPassword(const QStringList &words);
bool textHasPassword(const QString &text); // an address with name and password in it
bool textIsPlaceholder(const QString &text); // CAMBIAR_POR_..., your_..._here, changeme
