#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QString>

// A TOML file as generic JSON, with the line each key stands on ("services[0].internal_port").
struct TomlDocument
{
    QJsonObject root;
    QHash<QString, int> lines; // 1-based
};

// Syntax errors read "file:line:column: what".
Result<TomlDocument> parseToml(const QByteArray &text, const QString &fileName);
