#pragma once

#include <QByteArray>
#include <QString>

// Does with a text all that is done with a compose or an env file. What is wrong with the outcome;
// empty: nothing.
QString composeTroubles(const QByteArray &text);
QString dotEnvTroubles(const QByteArray &text);
