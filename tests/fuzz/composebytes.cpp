#include "fuzz/composebytes.h"

#include "config/composechecks.h"
#include "config/configpath.h"

using namespace Qt::StringLiterals;

namespace {
QString troublesOf(const ConfigFinding &finding)
{
    if (configDetail(finding, u"file"_s).isEmpty())
        return u"a finding without words"_s;
    if (finding.line < 1 || finding.column < 1)
        return QString(u"a finding without a place: "_s + configDetail(finding, u"file"_s));
    if (!configPathFromText(finding.path))
        return QString(u"a path that is none: "_s + finding.path);
    return {};
}

// A resolver that answers everything with something longer, to see that nothing grows without end.
std::optional<QString> longAnswer(const QString &name)
{
    return QString(name + name);
}
} // namespace

QString composeTroubles(const QByteArray &text)
{
    const ComposeLoader itself = [&text](const QString &) { return Result<QByteArray>(text); };
    const ComposeProject alone = readCompose({{u"compose.yaml"_s, text}});
    const ComposeProject twice =
        readCompose({{u"compose.yaml"_s, text}, {u"compose.override.yaml"_s, text}}, itself);
    for (const ComposeProject &project : {alone, twice}) {
        for (const ComposeFinding &finding : project.findings + checkCompose(project, {})) {
            if (finding.file < 0 || finding.file >= project.files.size())
                return u"a finding of no file"_s;
            if (const QString found = troublesOf(finding.finding); !found.isEmpty())
                return found;
        }
        for (const ComposeVariableUse &variable : project.variables) {
            if (variable.use.name.isEmpty())
                return u"a variable without a name"_s;
            (void)VariableText(variable.use.word).resolved(longAnswer);
        }
        (void)project.referredPaths();
    }
    if (alone.findings.isEmpty() && alone.serviceNames() != twice.serviceNames())
        return u"laid over itself it has other services"_s;
    return {};
}

QString dotEnvTroubles(const QByteArray &text)
{
    const EnvSource source{u".env"_s, readDotEnv(text)};
    for (const ConfigFinding &finding : checkDotEnv(source, true, {source})) {
        if (const QString found = troublesOf(finding); !found.isEmpty())
            return found;
    }
    const QHash<QString, Secret> values = source.file.values(longAnswer);
    if (values.size() != source.file.names().size())
        return u"not every variable has a value"_s;
    int line = 0;
    for (const DotEnvVariable &variable : source.file.variables) {
        if (variable.line <= line || variable.lastLine < variable.line)
            return u"a variable without its lines"_s;
        line = variable.lastLine;
    }
    return {};
}
