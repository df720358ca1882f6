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

    [[nodiscard]] std::optional<Diagnosis> first() const;

private:
    struct Hit
    {
        qint64 index = -1;
        QHash<QString, QString> captures;
    };

    [[nodiscard]] std::optional<Diagnosis> tryRule(const Rule &rule) const;
    [[nodiscard]] std::optional<Hit> find(const LogCondition &condition) const;
    [[nodiscard]] std::optional<Hit> findLine(const LinePattern &pattern) const;
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
