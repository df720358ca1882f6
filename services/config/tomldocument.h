#pragma once

#include "config/configfinding.h"
#include "config/configpath.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

struct TextSpan // bytes
{
    qsizetype begin = 0;
    qsizetype end = 0;
    bool operator==(const TextSpan &) const = default;
};

// A value of a TOML file and where it stands.
struct TomlNode
{
    enum class Kind
    {
        Table,
        List,
        Scalar
    };
    enum class Origin
    {
        Implicit, // a table that only a longer name tells of
        Header, // [name], or an entry of [[name]]
        HeaderList, // the list that [[name]] adds to
        Dotted, // a table that a dotted key made
        Value, // right of an equals sign, in one piece
    };

    Kind kind = Kind::Scalar;
    Origin origin = Origin::Value;
    QString key; // empty for entries of lists
    int parent = -1;
    int line = 0; // of the key, the entry or the header; 1-based
    int column = 0; // in characters, 1-based
    TextSpan value; // of values in one piece; of a header its brackets
    int statement = -1; // the line of the file that gives it; of values inside others: none
    QJsonValue scalar;
    bool isDate = false;
    int section = 0; // of dotted tables: the header under which it may still grow
    QList<int> children;
    QHash<QString, int> byKey;
};

Q_DECLARE_TYPEINFO(TomlNode, Q_RELOCATABLE_TYPE);

struct TomlStatement // a header, or a key with its value; comments and blank lines are none
{
    bool isHeader = false;
    TextSpan span; // without indentation, trailing blanks and comment
    int node = -1;
    int table = 0; // of a key: the section it stands in; of a header: the table it opens
};

// A TOML text read to the end: what cannot be read is among the findings, the rest is there.
// A value; text and places belong together. Limits keep hostile files cheap.
struct TomlDocument
{
    QByteArray text;
    QList<TomlNode> nodes; // the first is the file as a whole
    QList<TomlStatement> statements; // in the order of the file
    QList<ConfigFinding> findings; // syntax only; all errors

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] QJsonValue toJson(int node) const;
    [[nodiscard]] int find(const ConfigPath &path) const; // -1: not there
    // Of the path, or of the nearest value above it that the file has; -1: nothing of it.
    [[nodiscard]] int findNearest(const ConfigPath &path) const;
    [[nodiscard]] QString pathOf(int node) const;
};

constexpr qsizetype maxConfigBytes = 1024 * 1024;
constexpr qsizetype maxConfigNodes = 20'000;

TomlDocument readToml(const QByteArray &text);
