#pragma once

#include <QString>

// Guesses about variables: by what their names say, and by what their values look like.
bool nameIsOfSecret(const QString &name); // DB_PASSWORD; not DB_PASSWORD_FILE, not TOKEN_TTL
bool textHasPassword(const QString &text); // an address with name and password in it
bool textIsPlaceholder(const QString &text); // CAMBIAR_POR_..., your_..._here, changeme
