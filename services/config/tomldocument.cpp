#include "config/tomldocument.h"

#include <QJsonArray>

#include <algorithm>

namespace {
// Children in the order of their keys: an object that grows at its end only grows in linear time.
QList<int> sortedChildren(const TomlDocument &document, const TomlNode &node)
{
    QList<int> children = node.children;
    std::sort(children.begin(), children.end(), [&](int a, int b) {
        return document.nodes.at(a).key < document.nodes.at(b).key;
    });
    return children;
}
} // namespace

QJsonValue TomlDocument::toJson(int index) const
{
    const TomlNode &node = nodes.at(index);
    switch (node.kind) {
    case TomlNode::Kind::Scalar:
        return node.scalar;
    case TomlNode::Kind::List: {
        QJsonArray array;
        for (const int child : node.children)
            array.append(toJson(child));
        return array;
    }
    case TomlNode::Kind::Table: {
        QJsonObject object;
        for (const int child : sortedChildren(*this, node))
            object.insert(nodes.at(child).key, toJson(child));
        return object;
    }
    }
    return {};
}

QJsonObject TomlDocument::toJson() const
{
    return nodes.isEmpty() ? QJsonObject() : toJson(0).toObject();
}

int TomlDocument::findNearest(const ConfigPath &path) const
{
    if (nodes.isEmpty())
        return -1;
    int node = 0;
    for (const ConfigStep &step : path) {
        const TomlNode &at = nodes.at(node);
        const int next =
            step.index >= 0 ? at.children.value(step.index, -1) : at.byKey.value(step.key, -1);
        if (next < 0 || (step.index >= 0) != (at.kind == TomlNode::Kind::List))
            return node == 0 ? -1 : node;
        node = next;
    }
    return node;
}

int TomlDocument::find(const ConfigPath &path) const
{
    if (nodes.isEmpty())
        return -1;
    int node = 0;
    for (const ConfigStep &step : path) {
        const TomlNode &at = nodes.at(node);
        node = step.index >= 0 ? at.children.value(step.index, -1) : at.byKey.value(step.key, -1);
        if (node < 0 || (step.index >= 0) != (at.kind == TomlNode::Kind::List))
            return -1;
    }
    return node;
}

QString TomlDocument::pathOf(int node) const
{
    ConfigPath path;
    while (node > 0 && nodes.at(node).parent >= 0) {
        const TomlNode &at = nodes.at(node);
        const TomlNode &parent = nodes.at(at.parent);
        if (parent.kind == TomlNode::Kind::List)
            path.prepend({{}, parent.children.indexOf(node)});
        else
            path.prepend({at.key, -1});
        node = at.parent;
    }
    return configPathText(path);
}
