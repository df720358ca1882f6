#include "config/filefindings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype maxFindings = 500; // and as many errors again: those are never crowded out

struct OldName
{
    QLatin1String now;
    QLatin1String old;
};

constexpr OldName oldNames[] = {
    {"mounts"_L1, "mount"_L1},
    {"vm"_L1, "compute"_L1},
    {"vm"_L1, "computes"_L1},
    {"metrics"_L1, "metric"_L1},
    {"build-target"_L1, "build_target"_L1},
};

int childWithOldName(const TomlNode &node, const QString &key)
{
    for (const OldName &name : oldNames) {
        if (key == name.now) {
            const int child = node.byKey.value(name.old, -1);
            if (child >= 0)
                return child;
        }
    }
    return -1;
}

// Tables that were lists once: [[env]], [[processes]] and [[checks]] with a name.
int entryFor(const TomlDocument &document, const TomlNode &list, const QString &key)
{
    for (const int child : list.children) {
        const TomlNode &entry = document.nodes.at(child);
        if (const int direct = entry.byKey.value(key, -1); direct >= 0)
            return direct;
        const int name = entry.byKey.value(u"name"_s, -1);
        if (name >= 0 && document.nodes.at(name).scalar.toString() == key)
            return child;
    }
    return -1;
}

// What [experimental] had before it got a place of its own.
int oldExperiment(const TomlDocument &document, const QString &key)
{
    const int experimental = document.nodes.constFirst().byKey.value(u"experimental"_s, -1);
    if (experimental < 0)
        return -1;
    return document.nodes.at(experimental)
        .byKey.value(key == "metrics"_L1 ? u"metrics_port"_s : key, -1);
}

int stepInto(const TomlDocument &document, int at, const ConfigStep &step)
{
    const TomlNode &node = document.nodes.at(at);
    const bool isList = node.kind == TomlNode::Kind::List;
    if (step.index >= 0) {
        if (isList)
            return node.children.value(step.index, -1);
        return step.index == 0 && node.kind == TomlNode::Kind::Table ? at : -1;
    }
    if (isList)
        return entryFor(document, node, step.key);
    if (const int child = node.byKey.value(step.key, -1); child >= 0)
        return child;
    const int renamed = childWithOldName(node, step.key);
    return renamed < 0 && at == 0 ? oldExperiment(document, step.key) : renamed;
}
} // namespace

int flyNodeOf(const TomlDocument &document, const ConfigPath &path)
{
    if (document.nodes.isEmpty())
        return -1;
    int at = 0;
    for (const ConfigStep &step : path) {
        const int next = stepInto(document, at, step);
        if (next < 0)
            return at == 0 ? -1 : at;
        at = next;
    }
    return at;
}

void FileFindings::add(ConfigFinding::Severity severity,
    ConfigCode code,
    const QString &path,
    const QStringList &arguments)
{
    const bool isError = severity == ConfigFinding::Severity::Error;
    if (m_findings.size() >= (isError ? 2 * maxFindings : maxFindings)
        || (isError && m_wrong.contains(path)))
        return;
    if (isError)
        m_wrong.insert(path);
    ConfigFinding finding{severity, code, path, 0, 0, arguments};
    const std::optional<ConfigPath> steps =
        m_document ? configPathFromText(path) : std::optional<ConfigPath>();
    const int node = steps ? m_nodeOf(*m_document, *steps) : -1;
    if (node > 0) {
        finding.line = m_document->nodes.at(node).line;
        finding.column = m_document->nodes.at(node).column;
    } else if (m_document && !m_document->nodes.isEmpty()) {
        finding.line = 1;
        finding.column = 1;
    }
    m_findings.append(finding);
}

QList<ConfigFinding> FileFindings::sorted() const
{
    QList<ConfigFinding> findings = m_findings;
    std::stable_sort(
        findings.begin(), findings.end(), [](const ConfigFinding &a, const ConfigFinding &b) {
            return std::pair(a.line, a.column) < std::pair(b.line, b.column);
        });
    return findings;
}
