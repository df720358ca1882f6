#include "diagnosis/catalogue.h"

#include "diagnosis/logparts.h"
#include "diagnosis/matcher.h"
#include "diagnosis/rulereader.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// In one pass: a capture that has a % in it is not filled in again.
QString filledIn(const QString &text, const QStringList &captures)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int number = i + 1 < text.size() ? text[i + 1].digitValue() : -1;
        if (text[i] == u'%' && number > 0) {
            result += captures.value(number - 1);
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

QString sentence(
    const QList<SentenceVariant> &variants, const Rule &rule, const QStringList &captures)
{
    for (const SentenceVariant &variant : variants) {
        const bool fits =
            std::all_of(variant.with.cbegin(), variant.with.cend(), [&](const QString &name) {
                return !captures.value(rule.captures.indexOf(name)).isEmpty();
            });
        if (fits)
            return filledIn(variant.text, captures);
    }
    return filledIn(variants.last().text, captures);
}

} // namespace

Result<Catalogue> Catalogue::builtIn()
{
    QFile file(u":/catalogue/failures.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Internal, u"the failure catalogue is not compiled in"_s);
    return fromJson(file.readAll(), file.fileName());
}

Result<Catalogue> Catalogue::fromJson(const QByteArray &json, const QString &fileName)
{
    Result<CatalogueRules> rules = readRules(json, fileName);
    if (!rules)
        return failure(rules.error());
    Catalogue catalogue;
    catalogue.m_rules = std::make_shared<const CatalogueRules>(std::move(*rules));
    return catalogue;
}

std::optional<Diagnosis> Catalogue::diagnose(
    const DeploymentState &state, const QList<LogLine> &log) const
{
    const std::optional<FailureFacts> facts = FailureFacts::of(state);
    if (!facts || !m_rules)
        return {};
    return Matcher(*m_rules, *facts, log).first();
}

QList<LogFinding> Catalogue::diagnoseLog(const QList<LogLine> &log, const QList<int> &ports) const
{
    QList<LogFinding> findings;
    if (!m_rules)
        return findings;
    for (const LogPart &part : partsOf(log)) {
        const FailureFacts facts = FailureFacts::ofLog(part.story, part.lines, ports);
        std::optional<Diagnosis> diagnosis =
            Matcher(*m_rules, facts, part.lines).first(Matcher::Proof::ProvenByALine);
        if (!diagnosis)
            continue;
        const bool wentWell = part.lastSuccess > diagnosis->evidence.first().logIndex;
        if (wentWell && !facts.listensElsewhere())
            continue;
        for (Evidence &evidence : diagnosis->evidence) {
            if (evidence.logIndex >= 0)
                evidence.logIndex += part.first;
        }
        findings.append({part.story, *diagnosis});
    }
    return findings;
}

DiagnosisText Catalogue::text(const Diagnosis &diagnosis, const QString &language) const
{
    if (!m_rules)
        return {};
    const auto rule = std::find_if(m_rules->rules.cbegin(),
        m_rules->rules.cend(),
        [&diagnosis](const Rule &candidate) { return candidate.id == diagnosis.rule; });
    if (rule == m_rules->rules.cend())
        return {};
    const RuleTexts &texts = rule->texts[language == "es"_L1 ? 1 : 0];
    return {sentence(texts.cause, *rule, diagnosis.captures),
        sentence(texts.remedy, *rule, diagnosis.captures),
        rule->next};
}
