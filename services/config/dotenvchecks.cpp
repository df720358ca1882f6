#include "config/composechecks.h"
#include "config/configpath.h"
#include "config/listforms.h"
#include "config/secretnames.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
struct ListForm
{
    QString path; // where it stands
    bool isJson = false;
};

// How other files write the list; nothing: they write none.
std::optional<ListForm> formElsewhere(
    const QString &name, const QList<EnvSource> &others, const ComposeProject *compose)
{
    for (const EnvSource &other : others) {
        const DotEnvVariable *variable = other.file.find(name);
        if (!variable)
            continue;
        const QString text = QString::fromUtf8(variable->value.reveal());
        if (isJsonList(text) || isCommaList(text))
            return ListForm{other.path, isJsonList(text)};
    }
    if (!compose)
        return std::nullopt;
    for (const ComposeVariableUse &variable : compose->variables) {
        const QString &word = variable.use.word;
        if (variable.use.name == name && variable.use.form == VariableUse::Form::Default
            && (isJsonList(word) || isCommaList(word)))
            return ListForm{compose->files.value(variable.place.file), isJsonList(word)};
    }
    return std::nullopt;
}

class DotEnvCheck
{
public:
    DotEnvCheck(
        const EnvSource &source, const QList<EnvSource> &others, const ComposeProject *compose)
        : m_source(source)
        , m_others(others)
        , m_compose(compose)
        , m_isExample(isExampleName(source.path))
    {
    }

    QList<ConfigFinding> run(bool isTracked)
    {
        if (isTracked && !m_isExample)
            m_findings.append(ConfigFinding{ConfigFinding::Severity::Warning,
                ConfigCode::EnvTracked,
                {},
                1,
                1,
                {m_source.path.section(u'/', -1)}});
        for (const DotEnvVariable &variable : m_source.file.variables) {
            const QString text = QString::fromUtf8(variable.value.reveal());
            if (textIsPlaceholder(text))
                tell(m_isExample ? ConfigFinding::Severity::Note : ConfigFinding::Severity::Warning,
                    ConfigCode::Placeholder,
                    variable);
            lists(variable, text);
        }
        return m_findings;
    }

private:
    void tell(ConfigFinding::Severity severity,
        ConfigCode code,
        const DotEnvVariable &variable,
        const QStringList &more = {})
    {
        constexpr qsizetype most = 500;
        if (m_findings.size() < most)
            m_findings.append(ConfigFinding{severity,
                code,
                configKeyText(variable.name),
                variable.line,
                variable.column,
                QStringList{variable.name} + more});
    }

    void lists(const DotEnvVariable &variable, const QString &text)
    {
        const bool isJson = isJsonList(text);
        if (isBrokenJsonList(text))
            return tell(ConfigFinding::Severity::Warning, ConfigCode::BrokenList, variable);
        if (!isJson && !isCommaList(text))
            return;
        const auto elsewhere = formElsewhere(variable.name, m_others, m_compose);
        if (elsewhere && elsewhere->isJson != isJson)
            tell(ConfigFinding::Severity::Warning,
                isJson ? ConfigCode::JsonListElsewhereCommas : ConfigCode::CommasElsewhereJsonList,
                variable,
                {elsewhere->path.section(u'/', -1)});
        else if (isJson && wantsCommas(variable.name))
            tell(ConfigFinding::Severity::Warning, ConfigCode::JsonList, variable);
    }

    const EnvSource &m_source;
    const QList<EnvSource> &m_others;
    const ComposeProject *m_compose;
    const bool m_isExample;
    QList<ConfigFinding> m_findings;
};
} // namespace

QList<ConfigFinding> checkDotEnv(const EnvSource &source,
    bool isTracked,
    const QList<EnvSource> &others,
    const ComposeProject *compose)
{
    QList<ConfigFinding> findings =
        source.file.findings + DotEnvCheck(source, others, compose).run(isTracked);
    std::stable_sort(
        findings.begin(), findings.end(), [](const ConfigFinding &a, const ConfigFinding &b) {
            return std::pair(a.line, a.column) < std::pair(b.line, b.column);
        });
    return findings;
}
