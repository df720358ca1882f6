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
} // namespace

QString flyTomlTroubles(const QByteArray &text)
{
    const FlyToml toml = readFlyToml(text);
    if (const QString found = troublesOfFindings(toml); !found.isEmpty())
        return found;
    const Result<FlyToml> strict = parseFlyToml(text, u"fly.toml"_s);
    if (bool(strict) == hasErrors(toml.findings))
        return u"refused without an error, or taken with one"_s;
    (void)summaryOf(toml);
    const Result<MachineConfig> none = machineConfigFromJson("{}");
    if (strict && none)
        (void)derivedConfig(*strict, *none, u"image"_s, {});
    if (strict && !flyTomlFromDefinition(toml.definition))
        return u"its own definition cannot be read"_s;
    return toml.source ? troublesOfEdits(*toml.source) : QString();
}
