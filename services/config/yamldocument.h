#pragma once

#include "config/configfinding.h"

#include <QByteArray>
#include <QList>
#include <QString>

// A key of a YAML map and its value. Values are shared: an alias is the node of its anchor.
struct YamlEntry
{
    QString key;
    int line = 0; // of the key; 1-based
    int column = 0; // in characters, 1-based
    int value = -1;
    bool merged = false; // it came by a merge key (<<): the place is where it was written
};

struct YamlNode
{
    enum class Kind
    {
        Map,
        List,
        Text, // numbers and true and false too, as written
        Null
    };

    Kind kind = Kind::Null;
    QString text;
    bool quoted = false; // or a block of text: never a number
    QString tag; // "!reset"; empty: none
    int line = 0;
    int column = 0;
    QList<YamlEntry> entries; // in the order of the file, merged ones behind
    QList<int> items;
};

Q_DECLARE_TYPEINFO(YamlEntry, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(YamlNode, Q_RELOCATABLE_TYPE);

// A YAML text read as far as it can be. Anchors are shared, merge keys resolved, and it is bounded:
// whoever walks it from a root meets no circle, not more than maxYamlDepth levels and not more than
// maxYamlValues values, aliases counted each time.
struct YamlDocument
{
    QList<YamlNode> nodes;
    QList<int> roots; // one for each document of the text
    QList<ConfigFinding> findings; // all errors
};

constexpr int maxYamlDepth = 64;
constexpr qsizetype maxYamlNodes = 20'000; // written
constexpr qint64 maxYamlValues = 50'000; // with aliases counted each time

YamlDocument readYaml(const QByteArray &text);
