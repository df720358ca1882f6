#pragma once

#include <QByteArray>
#include <QString>

// Does with a text all that is done with a fly.toml: reads it, counts it, derives a machine's
// config, changes and removes a value. What is wrong with the outcome; empty: nothing.
QString flyTomlTroubles(const QByteArray &text);
// The same of a fly.yaml, which is not changed.
QString flyYamlTroubles(const QByteArray &text);
