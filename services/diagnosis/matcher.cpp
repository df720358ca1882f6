#include "diagnosis/matcher.h"

#include "core/sanitise.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLine = 2000; // of a line, what a rule may look at
constexpr qsizetype longestCapture = 200;

QString presentable(const QString &text)
{
    return Redact::text(Sanitise::line(text));
}

bool isBuildLine(const LogLine &line)
{
    return line.source == LogLine::Source::Build || line.lane == "build"_L1;
}

bool hasAny(const QString &text, const QStringList &words)
{
    return std::any_of(
        words.cbegin(), words.cend(), [&text](const QString &word) { return text.contains(word); });
}

// The lines of what failed: of the build, of its machine; of the whole attempt when none is known.
QList<qint64> linesOf(const FailureFacts &facts, const QList<LogLine> &log)
{
    QList<qint64> own;
    QList<qint64> ofAttempt;
    for (qsizetype i = 0; i < log.size(); ++i) {
        const LogLine &line = log[i];
        if (line.attempt != facts.attempt() || line.source == LogLine::Source::Console)
            continue;
        if (facts.isBuild() != isBuildLine(line))
            continue;
        ofAttempt.append(i);
        if (facts.isBuild() || facts.lane().isEmpty() || line.lane == facts.lane())
            own.append(i);
    }
    return own.isEmpty() ? ofAttempt : own;
}

} // namespace

Matcher::Matcher(const CatalogueRules &rules, const FailureFacts &facts, const QList<LogLine> &log)
    : m_rules(rules)
    , m_facts(facts)
    , m_log(log)
    , m_lines(linesOf(facts, log))
{
}

std::optional<Diagnosis> Matcher::first(Proof proof) const
{
    for (const Rule &rule : m_rules.rules) {
        std::optional<Diagnosis> diagnosis = tryRule(rule, proof);
        if (diagnosis)
            return diagnosis;
    }
    return {};
}

std::optional<Diagnosis> Matcher::tryRule(const Rule &rule, Proof proof) const
{
    const bool fits = std::any_of(rule.when.cbegin(),
        rule.when.cend(),
        [this](const FactCondition &condition) { return m_facts.fulfil(condition); });
    if (!fits)
        return {};
    std::optional<Hit> hit;
    if (rule.log) {
        hit = find(*rule.log);
        if (!hit && !rule.log->optional)
            return {};
        if (hit && rule.log->unless && isToldAfter(*rule.log->unless, hit->index))
            return {};
    }
    const bool says = hit && rule.log->from != LogCondition::From::LastError
        && !(rule.log->pattern.any.contains(QString()));
    if (proof == Proof::ProvenByALine && !says)
        return {};
    QHash<QString, QString> captures = hit ? hit->captures : QHash<QString, QString>();
    for (const LinePattern &pattern : rule.also) {
        const std::optional<Hit> more = findLine(pattern);
        if (!more)
            continue;
        for (auto it = more->captures.cbegin(); it != more->captures.cend(); ++it) {
            if (captures.value(it.key()).isEmpty())
                captures.insert(it.key(), it.value());
        }
    }
    Diagnosis diagnosis;
    diagnosis.rule = rule.id;
    diagnosis.catalogue = m_rules.version;
    for (const QString &name : rule.captures) {
        const QString captured = captures.value(name, m_facts.value(name));
        diagnosis.captures.append(presentable(captured).left(longestCapture));
    }
    diagnosis.evidence = evidenceFor(rule, hit, captures);
    return diagnosis;
}

std::optional<Matcher::Hit> Matcher::find(const LogCondition &condition) const
{
    switch (condition.from) {
    case LogCondition::From::Packages:
        return findPackages();
    case LogCondition::From::LastError:
        return findLastError();
    case LogCondition::From::Pattern:
        break;
    }
    return findLine(condition.pattern);
}

std::optional<Matcher::Hit> Matcher::findLine(const LinePattern &pattern) const
{
    // Only lines that have one of the words are worth an expression.
    QList<qint64> candidates;
    for (const qint64 index : m_lines) {
        if (hasAny(m_log[index].text, pattern.any))
            candidates.append(index);
    }
    if (pattern.pickLast)
        std::reverse(candidates.begin(), candidates.end());
    for (const QRegularExpression &expression : pattern.expressions) {
        for (const qint64 index : std::as_const(candidates)) {
            const QRegularExpressionMatch match =
                expression.match(m_log[index].text.left(longestLine));
            if (!match.hasMatch())
                continue;
            Hit hit{index, {}};
            const QStringList names = expression.namedCaptureGroups();
            for (const QString &name : names) {
                if (!name.isEmpty())
                    hit.captures.insert(name, match.captured(name));
            }
            return hit;
        }
    }
    return {};
}

bool Matcher::isToldAfter(const LinePattern &pattern, qint64 index) const
{
    return std::any_of(m_lines.cbegin(), m_lines.cend(), [&](qint64 line) {
        const QString &text = m_log[line].text;
        return line > index && hasAny(text, pattern.any)
            && std::any_of(pattern.expressions.cbegin(),
                pattern.expressions.cend(),
                [&text](const QRegularExpression &expression) {
                    return expression.match(text.left(longestLine)).hasMatch();
                });
    });
}

// What is to be installed, by all lines that name a missing header or program.
std::optional<Matcher::Hit> Matcher::findPackages() const
{
    std::optional<Hit> earliest;
    QStringList install;
    for (const MissingPackages &missing : m_rules.packages) {
        const std::optional<Hit> hit = findLine(missing.pattern);
        if (!hit)
            continue;
        if (!earliest || hit->index < earliest->index)
            earliest = hit;
        for (const QString &package : missing.install) {
            if (!install.contains(package))
                install.append(package);
        }
    }
    if (earliest)
        earliest->captures.insert(u"packages"_s, install.join(u", "_s));
    return earliest;
}

// The last line that looks like an error; without one, the last thing the app said.
std::optional<Matcher::Hit> Matcher::findLastError() const
{
    static const LinePattern errors{
        {u"rror"_s, u"xception"_s, u"FATAL"_s, u"atal"_s, u"CRITICAL"_s, u"panic"_s, u"ERR"_s},
        {QRegularExpression(
            u"[Ee]rror\\b|ERROR|ERR!|Exception\\b|FATAL|\\b[Ff]atal\\b|CRITICAL|\\bpanic:"_s)},
        true};
    if (const std::optional<Hit> error = findLine(errors))
        return error;
    for (auto it = m_lines.crbegin(); it != m_lines.crend(); ++it) {
        const LogLine &line = m_log[*it];
        // The platform's init speaks among the app's lines, indented by a blank.
        const bool isOfInit =
            line.text.startsWith(" INFO "_L1) || line.text.startsWith(" WARN "_L1);
        if (line.source == LogLine::Source::App && !isOfInit && !line.text.trimmed().isEmpty())
            return Hit{*it, {}};
    }
    return {};
}

QList<Evidence> Matcher::evidenceFor(
    const Rule &rule, const std::optional<Hit> &hit, const QHash<QString, QString> &captures) const
{
    QList<Evidence> all;
    if (hit)
        all.append(
            {Evidence::Kind::LogLine, presentable(m_log[hit->index].text), hit->index, {}, 0});
    const bool byCheck = std::any_of(rule.when.cbegin(),
        rule.when.cend(),
        [](const FactCondition &condition) { return condition.checkText.has_value(); });
    if (byCheck) {
        const QString text = u"%1: %2"_s.arg(m_facts.checkName(), m_facts.checkOutput());
        all.prepend({Evidence::Kind::Check, presentable(text), -1, {}, 0});
    }
    const QString instruction = captures.value(u"instruction"_s);
    const int line = captures.value(u"line"_s).toInt();
    if (!rule.configFile.isEmpty() && (line > 0 || !instruction.isEmpty())) {
        all.append(
            {Evidence::Kind::ConfigLine, presentable(instruction), -1, rule.configFile, line});
    }
    if (m_facts.signal() > 0) {
        const QString text = u"signal %1"_s.arg(m_facts.signal());
        all.append({Evidence::Kind::ExitCode, text, -1, {}, 0});
    } else if (m_facts.exitCode()) {
        const QString text = u"exit %1"_s.arg(*m_facts.exitCode());
        all.append({Evidence::Kind::ExitCode, text, -1, {}, 0});
    }
    if (all.isEmpty() && !m_facts.answer().isEmpty())
        all.append({Evidence::Kind::Answer, presentable(m_facts.answer()), -1, {}, 0});
    if (all.isEmpty() && !m_facts.machineState().isEmpty()) {
        const QString text = u"%1: %2"_s.arg(m_facts.lane(), m_facts.machineState());
        all.append({Evidence::Kind::Answer, presentable(text), -1, {}, 0});
    }
    return all;
}
