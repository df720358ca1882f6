#pragma once

#include "diagnosis/failurefacts.h"
#include "diagnosis/rule.h"
#include "types/diagnosis.h"
#include "types/logline.h"

#include <QHash>
#include <QList>

#include <optional>

// Tries rules on one failed attempt and its log.
class Matcher
{
public:
    Matcher(const CatalogueRules &rules, const FailureFacts &facts, const QList<LogLine> &log);

    // ProvenByALine: only by what a line of the log says.
    enum class Proof
    {
        Any,
        ProvenByALine
    };
    [[nodiscard]] std::optional<Diagnosis> first(Proof proof = Proof::Any) const;

private:
    struct Hit
    {
        qint64 index = -1;
        QHash<QString, QString> captures;
    };

    [[nodiscard]] std::optional<Diagnosis> tryRule(const Rule &rule, Proof proof) const;
    [[nodiscard]] std::optional<Hit> find(const LogCondition &condition) const;
    [[nodiscard]] std::optional<Hit> findLine(const LinePattern &pattern) const;
    [[nodiscard]] bool isToldAfter(const LinePattern &pattern, qint64 index) const;
    [[nodiscard]] std::optional<Hit> findPackages() const;
    [[nodiscard]] std::optional<Hit> findLastError() const;
    [[nodiscard]] QList<Evidence> evidenceFor(const Rule &rule,
        const std::optional<Hit> &hit,
        const QHash<QString, QString> &captures) const;

    const CatalogueRules &m_rules;
    const FailureFacts &m_facts;
    const QList<LogLine> &m_log;
    QList<qint64> m_lines; // indexes into the log, of the lines that belong to the failure
};
