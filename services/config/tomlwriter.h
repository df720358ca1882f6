#pragma once

#include <QJsonValue>
#include <QString>

// How values of a file are written: quotes and fractions as those that stand there now.
struct TomlManner
{
    bool literal = false; // 'text' where the text allows it
    bool fraction = false; // 1.0 for a whole number
};

QString tomlValueText(const QJsonValue &value, TomlManner manner); // in one line
