#pragma once

#include "config/yamldocument.h"

#include <QList>
#include <QString>
#include <QStringList>

struct ComposePlace
{
    int file = 0; // of those that were read
    int line = 0;
    int column = 0;
    bool operator==(const ComposePlace &) const = default;
};

struct ComposeEntry;

// A value of a compose file, standing alone: aliases and merge keys are dissolved, every part knows
// its place, also after several files became one.
struct ComposeNode
{
    YamlNode::Kind kind = YamlNode::Kind::Null;
    QString text; // as written, with its variables
    QString tag;
    ComposePlace place;
    QList<ComposeEntry> entries;
    QList<ComposeNode> items;

    [[nodiscard]] bool isMap() const { return kind == YamlNode::Kind::Map; }
    [[nodiscard]] bool isList() const { return kind == YamlNode::Kind::List; }
    [[nodiscard]] bool isText() const { return kind == YamlNode::Kind::Text; }
    [[nodiscard]] bool isNull() const { return kind == YamlNode::Kind::Null; }
    [[nodiscard]] const ComposeEntry *find(QStringView key) const;
    [[nodiscard]] const ComposeNode &at(QStringView key) const; // a null where there is none
    [[nodiscard]] QString textAt(QStringView key) const { return at(key).text; }
    [[nodiscard]] QList<ComposeEntry> map() const; // empty for all else
    [[nodiscard]] QList<ComposeNode> list() const; // a text counts as a list of one
    [[nodiscard]] QStringList texts() const;
    [[nodiscard]] bool isTrue() const { return isText() && text == QLatin1StringView("true"); }
};

struct ComposeEntry
{
    QString key;
    ComposePlace place; // of the key
    ComposeNode value;
};

ComposeNode composeNode(const YamlDocument &document, int node, int file);

// The forms that compose knows for one thing become one: KEY=VALUE lists to maps, short
// depends_on, networks, build and extends to their long forms.
void normaliseCompose(ComposeNode &root);
// The same for one service, where it stands alone.
void normaliseComposeService(ComposeNode &service);

// By compose's rules for several files: maps by key, texts by the later, lists behind one another
// except what is one thing by its target; command, entrypoint and test by the later; !reset takes
// out, !override replaces. Both normalised. `into` keeps the places of what it keeps.
void mergeCompose(ComposeNode &into, const ComposeNode &later, const QStringList &path = {});
// What an untouched file has of !reset and !override has no meaning but its value.
void dropComposeTags(ComposeNode &root);

// What of a service's short forms is where: "8080:80/tcp", "./data:/data:ro".
struct ComposePort
{
    QString hostIp;
    QString published; // a range stays one; empty: any free one
    QString target;
    QString protocol;
    ComposePlace place;
};
struct ComposeMount
{
    enum class Type
    {
        Volume, // of the project; `source` is its name
        Anonymous,
        Bind,
        Other // tmpfs and its like
    };
    Type type = Type::Volume;
    QString source;
    QString target;
    bool isReadOnly = false;
    ComposePlace place;
};
std::optional<ComposePort> composePort(const ComposeNode &node); // nothing: it is none
ComposeMount composeMount(const ComposeNode &node);
