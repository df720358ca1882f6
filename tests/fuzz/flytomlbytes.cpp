#include "fuzz/flytomlbytes.h"

#include "config/flytoml.h"
#include "config/tomledit.h"
#include "fly/machineconfig.h"

using namespace Qt::StringLiterals;

namespace {
QString troublesOfFindings(const FlyToml &toml)
{
    for (const ConfigFinding &finding : toml.findings) {
        if (configDetail(finding, u"fly.toml"_s).isEmpty())
            return u"a finding without words"_s;
        if (toml.source && (finding.line < 1 || finding.column < 1))
            return u"a finding without a place"_s;
        if (!configPathFromText(finding.path))
            return QString(u"a path that is none: "_s + finding.path);
    }
    return {};
}

QString troublesOfEdits(const TomlDocument &document)
{
    if (document.nodes.size() > 400 || document.statements.isEmpty()
        || hasErrors(document.findings))
        return {};
    // The last value: what fuzzing grows is at the end.
    for (qsizetype i = document.nodes.size() - 1; i > 0; --i) {
        const TomlNode &node = document.nodes.at(i);
        if (node.kind != TomlNode::Kind::Scalar || node.parent < 0)
            continue;
        const ConfigPath path =
            configPathFromText(document.pathOf(static_cast<int>(i))).value_or(ConfigPath());
        const Result<QByteArray> same = tomlWithValue(document.text, path, node.scalar);
        if (!same || *same != document.text)
            return u"an unchanged value changes the text"_s;
        const Result<QByteArray> other = tomlWithValue(document.text, path, u"other"_s);
        if (!other)
            return u"a value cannot be changed"_s;
        if (other->left(node.value.begin) != document.text.left(node.value.begin))
            return u"a changed value changes what stands before it"_s;
        (void)tomlWithoutValue(document.text, path);
        return {};
    }
    return {};
}

QString troublesOfReading(const FlyToml &toml, const Result<FlyToml> &strict)
{
    if (const QString found = troublesOfFindings(toml); !found.isEmpty())
        return found;
    if (bool(strict) == hasErrors(toml.findings))
        return u"refused without an error, or taken with one"_s;
    (void)summaryOf(toml);
    const Result<MachineConfig> none = machineConfigFromJson("{}");
    if (strict && none) {
        const Result<MachineConfig> first = derivedConfig(*strict, *none, u"image"_s, {});
        const Result<MachineConfig> next =
            first ? derivedConfig(*strict, *first, u"image"_s, {}) : first;
        if (bool(first) != bool(next))
            return u"its config cannot be derived a second time"_s;
    }
    if (strict && !flyTomlFromDefinition(toml.definition))
        return u"its own definition cannot be read"_s;
    return {};
}
} // namespace

QString flyTomlTroubles(const QByteArray &text)
{
    const FlyToml toml = readFlyToml(text);
    const QString found = troublesOfReading(toml, parseFlyToml(text, u"fly.toml"_s));
    return found.isEmpty() && toml.source ? troublesOfEdits(*toml.source) : found;
}

QString flyYamlTroubles(const QByteArray &text)
{
    const QString name = u"fly.yaml"_s;
    return troublesOfReading(readFlyToml(text, name), parseFlyToml(text, name));
}
