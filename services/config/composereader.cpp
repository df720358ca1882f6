#include "config/composefile.h"
#include "config/composekeys.h"
#include "config/composerules.h"
#include "config/composeservice.h"
#include "config/configpath.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {
constexpr int deepestInclude = 6;
constexpr int mostComposeFiles = 40;
constexpr qsizetype mostComposeVariables = 20'000;

QString besideFile(const QString &from, const QString &path)
{
    if (path.startsWith(u'/') || !from.contains(u'/'))
        return path;
    return QString(from.section(u'/', 0, -2) + u'/' + path);
}

class ComposeReader
{
public:
    ComposeReader(ComposeProject &project, const ComposeLoader &loader)
        : m_project(project)
        , m_loader(loader)
    {
    }

    ComposeNode file(const ComposeSource &source, int index, int depth);
    void values(const ComposeNode &root);

private:
    void tell(ConfigCode code,
        const QString &path,
        const ComposePlace &place,
        const QStringList &arguments = {})
    {
        if (m_project.findings.size() < mostComposeFindings)
            m_project.findings.append(ComposeFinding{place.file,
                {ConfigFinding::Severity::Error, code, path, place.line, place.column, arguments}});
    }
    ComposeNode document(const ComposeSource &source, int file);
    std::optional<ComposeNode> named(
        const QString &path, const QString &from, const ComposePlace &place, int depth);
    void collectVariables(const ComposeNode &node, const QString &path);
    ComposeNode included(const ComposeNode &root, const QString &from, int depth);
    void resolveExtends(ComposeNode &root, const QString &from, int depth);
    void extend(ComposeEntry &service, const ComposeNode &root, const QString &from, int depth);

    ComposeProject &m_project;
    const ComposeLoader &m_loader;
    QSet<std::pair<int, std::pair<int, int>>> m_seen; // texts whose variables are known: aliases
    QSet<QString> m_opened; // that an include or extends is reading
    QHash<QString, ComposeNode> m_trees; // of files that were named before
};

ComposeNode ComposeReader::document(const ComposeSource &source, int file)
{
    const YamlDocument yaml = readYaml(source.text);
    for (const ConfigFinding &finding : yaml.findings) {
        m_project.findings.append(ComposeFinding{file, finding});
        // Of what is not read to its end, most that could be told only follows from that.
        if (finding.code != ConfigCode::DuplicateKey)
            m_project.isWhole = false;
    }
    ComposeNode root;
    root.kind = YamlNode::Kind::Map;
    root.place = {file, 1, 1};
    for (const int index : yaml.roots) {
        ComposeNode node = composeNode(yaml, index, file);
        if (!node.isMap()) {
            if (!node.isNull() && m_project.isWhole)
                tell(ConfigCode::ComposeNotMap, {}, node.place);
            continue;
        }
        collectVariables(node, {});
        if (m_project.isWhole)
            checkComposeKeys(node, [this](auto code, auto path, auto place, auto arguments) {
                tell(code, path, place, arguments);
            });
        normaliseCompose(node);
        mergeCompose(root, node);
    }
    return root;
}

void ComposeReader::collectVariables(const ComposeNode &node, const QString &path)
{
    if (node.isText() && node.text.contains(u'$')) {
        const auto place =
            std::pair(node.place.file, std::pair(node.place.line, node.place.column));
        if (m_seen.contains(place) || m_project.variables.size() >= mostComposeVariables)
            return;
        m_seen.insert(place);
        const VariableText text(node.text);
        if (text.broken() >= 0)
            tell(ConfigCode::ComposeVariableForm, path, node.place);
        for (const VariableUse &use : text.uses())
            m_project.variables.append(ComposeVariableUse{use, node.place, path});
    }
    for (const ComposeEntry &entry : node.entries)
        collectVariables(entry.value, configPathBelow(path, entry.key));
    for (qsizetype i = 0; i < node.items.size(); ++i)
        collectVariables(node.items.at(i), configPathAt(path, i));
}

// A file that another names; nothing: it cannot be read, or only with values nobody knows here.
std::optional<ComposeNode> ComposeReader::named(
    const QString &path, const QString &from, const ComposePlace &place, int depth)
{
    const QString full = besideFile(from, path);
    if (const auto before = m_trees.constFind(full); before != m_trees.constEnd())
        return *before;
    const bool isKnown = m_loader && !path.contains(u'$') && !path.contains("://"_L1);
    if (!isKnown || depth >= deepestInclude || m_opened.contains(full)
        || m_project.files.size() >= mostComposeFiles) {
        m_project.isComplete = false;
        return std::nullopt;
    }
    const Result<QByteArray> text = m_loader(full);
    if (!text) {
        m_project.isComplete = false;
        tell(ConfigCode::ComposeFileMissing, {}, place, {path});
        return std::nullopt;
    }
    m_opened.insert(full);
    m_project.files.append(full);
    ComposeNode root = file({full, *text}, static_cast<int>(m_project.files.size()) - 1, depth + 1);
    m_opened.remove(full);
    m_trees.insert(full, root);
    return root;
}

ComposeNode ComposeReader::included(const ComposeNode &root, const QString &from, int depth)
{
    ComposeNode all;
    all.kind = YamlNode::Kind::Map;
    all.place = root.place;
    for (const ComposeNode &item : root.at(u"include").list()) {
        ComposeInclude include{item.isMap() ? item.at(u"path").texts() : item.texts(), item.place};
        for (const QString &path : std::as_const(include.paths)) {
            if (const auto tree = named(path, from, item.place, depth))
                mergeCompose(all, *tree);
        }
        if (depth == 0)
            m_project.includes.append(include);
    }
    return all;
}

void ComposeReader::extend(
    ComposeEntry &service, const ComposeNode &root, const QString &from, int depth)
{
    const ComposeEntry *extends = service.value.find(u"extends");
    if (!extends || depth >= deepestInclude)
        return;
    const QString base = extends->value.textAt(u"service");
    const QString path = extends->value.textAt(u"file");
    std::optional<ComposeNode> other;
    if (!path.isEmpty()) {
        other = named(path, from, extends->place, depth);
        if (!other)
            return;
    }
    const ComposeNode &services = (other ? *other : root).at(u"services");
    const ComposeEntry *found = services.find(base);
    if (!found || (!other && base == service.key)) {
        tell(ConfigCode::ComposeUnknownService,
            configPathBelow(configPathBelow(u"services"_s, service.key), u"extends"_s),
            extends->place,
            {base});
        return;
    }
    ComposeEntry copy = *found;
    if (!other)
        extend(copy, root, from, depth + 1);
    copy.value.entries.removeIf(
        [](const ComposeEntry &entry) { return entry.key == "extends"_L1; });
    const QStringList place{u"services"_s, service.key};
    mergeCompose(copy.value, service.value, place);
    service.value = copy.value;
}

void ComposeReader::resolveExtends(ComposeNode &root, const QString &from, int depth)
{
    const ComposeNode before = root;
    for (ComposeEntry &section : root.entries) {
        if (section.key != "services"_L1)
            continue;
        for (ComposeEntry &service : section.value.entries)
            extend(service, before, from, depth);
    }
}

ComposeNode ComposeReader::file(const ComposeSource &source, int index, int depth)
{
    ComposeNode root = document(source, index);
    resolveExtends(root, source.path, depth);
    ComposeNode all = included(root, source.path, depth);
    mergeCompose(all, root);
    return all;
}

QList<ComposeResource> resourcesOf(const ComposeNode &section)
{
    QList<ComposeResource> all;
    for (const ComposeEntry &entry : section.map()) {
        if (entry.key.startsWith("x-"_L1))
            continue;
        const ComposeNode &external = entry.value.at(u"external");
        ComposeResource resource;
        resource.name = entry.key;
        resource.place = entry.place;
        resource.realName = entry.value.textAt(u"name");
        if (external.isMap())
            resource.realName = external.textAt(u"name");
        resource.isExternal = external.isMap() || external.isTrue();
        resource.file = entry.value.textAt(u"file");
        resource.variable = entry.value.textAt(u"environment");
        resource.hasContent = entry.value.find(u"content") != nullptr;
        resource.driver = entry.value.textAt(u"driver");
        all.append(resource);
    }
    std::sort(all.begin(), all.end(), [](const ComposeResource &a, const ComposeResource &b) {
        return a.name < b.name;
    });
    return all;
}

void ComposeReader::values(const ComposeNode &root)
{
    if (const ComposeEntry *name = root.find(u"name"))
        m_project.name = {name->value.text, name->place};
    if (const ComposeEntry *version = root.find(u"version")) {
        m_project.version = version->value.text;
        m_project.findings.append(ComposeFinding{version->place.file,
            {ConfigFinding::Severity::Warning,
                ConfigCode::ComposeVersion,
                u"version"_s,
                version->place.line,
                version->place.column,
                {}}});
    }
    for (const ComposeEntry &entry : root.at(u"services").map()) {
        if (!entry.key.startsWith("x-"_L1))
            m_project.services.append(composeService(entry));
    }
    std::sort(m_project.services.begin(),
        m_project.services.end(),
        [](const ComposeService &a, const ComposeService &b) { return a.name < b.name; });
    m_project.volumes = resourcesOf(root.at(u"volumes"));
    m_project.networks = resourcesOf(root.at(u"networks"));
    m_project.configs = resourcesOf(root.at(u"configs"));
    m_project.secrets = resourcesOf(root.at(u"secrets"));
}
} // namespace

ComposeProject readCompose(const QList<ComposeSource> &sources, const ComposeLoader &loader)
{
    ComposeProject project;
    project.namedFiles = static_cast<int>(sources.size());
    ComposeReader reader(project, loader);
    ComposeNode all;
    all.kind = YamlNode::Kind::Map;
    for (const ComposeSource &source : sources)
        project.files.append(source.path);
    for (int i = 0; i < project.namedFiles; ++i)
        mergeCompose(all, reader.file(sources.at(i), i, 0));
    dropComposeTags(all);
    reader.values(all);
    if (project.isWhole)
        checkComposeRules(project);
    std::stable_sort(project.findings.begin(),
        project.findings.end(),
        [](const ComposeFinding &a, const ComposeFinding &b) {
            return std::tuple(a.file, a.finding.line, a.finding.column)
                < std::tuple(b.file, b.finding.line, b.finding.column);
        });
    return project;
}
