#include "diagnosis/rulereader.h"

#include "diagnosis/failurefacts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr const char *languages[] = {"en", "es"};

// Collects the first thing that is wrong; what is read after it does not matter.
class Reader
{
public:
    explicit Reader(QString fileName)
        : m_file(std::move(fileName))
    {
    }

    Result<CatalogueRules> read(const QByteArray &json)
    {
        QJsonParseError parsed;
        const QJsonObject root = QJsonDocument::fromJson(json, &parsed).object();
        if (parsed.error != QJsonParseError::NoError)
            refuse(u"%1 at byte %2"_s.arg(parsed.errorString()).arg(parsed.offset));
        expectKeys(root, {u"catalogue"_s, u"packages"_s, u"rules"_s});
        CatalogueRules all;
        all.version = root[u"catalogue"_s].toInt();
        if (all.version < 1)
            refuse(u"\"catalogue\" is no version"_s);
        const QJsonArray packages = root[u"packages"_s].toArray();
        for (const QJsonValue &value : packages) {
            m_where = u"packages"_s;
            const QJsonObject object = value.toObject();
            expectKeys(object, {u"any"_s, u"pattern"_s, u"install"_s});
            all.packages.append({linePattern(object), strings(object[u"install"_s])});
        }
        const QJsonArray rules = root[u"rules"_s].toArray();
        for (const QJsonValue &value : rules)
            m_read.append(rule(value.toObject()));
        all.rules = m_read;
        if (!m_problem.isEmpty())
            return failure(Error::Kind::InvalidInput, u"%1: %2"_s.arg(m_file, m_problem));
        return all;
    }

private:
    void refuse(const QString &what)
    {
        if (m_problem.isEmpty())
            m_problem = m_where.isEmpty() ? what : u"%1: %2"_s.arg(m_where, what);
    }

    void expectKeys(const QJsonObject &object, const QStringList &known)
    {
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!known.contains(it.key()))
                refuse(u"unknown key \"%1\""_s.arg(it.key()));
        }
    }

    QStringList strings(const QJsonValue &value)
    {
        QStringList all;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &one : array) {
            if (!one.isString())
                refuse(u"a text is expected in a list"_s);
            all.append(one.toString());
        }
        return all;
    }

    QRegularExpression expression(const QString &text)
    {
        QRegularExpression compiled(text);
        if (!compiled.isValid())
            refuse(u"\"%1\": %2"_s.arg(text, compiled.errorString()));
        else
            compiled.optimize();
        return compiled;
    }

    std::optional<QRegularExpression> optionalExpression(const QJsonValue &value)
    {
        if (value.isUndefined())
            return {};
        return expression(value.toString());
    }

    static std::optional<bool> optionalBool(const QJsonValue &value)
    {
        return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
    }

    LinePattern linePattern(const QJsonObject &object)
    {
        LinePattern pattern;
        pattern.any = strings(object[u"any"_s]);
        if (pattern.any.isEmpty())
            refuse(u"a pattern needs \"any\""_s);
        if (object.contains(u"pattern"_s))
            pattern.expressions.append(expression(object[u"pattern"_s].toString()));
        const QStringList several = strings(object[u"patterns"_s]);
        for (const QString &text : several)
            pattern.expressions.append(expression(text));
        if (pattern.expressions.isEmpty())
            refuse(u"\"pattern\" or \"patterns\" is missing"_s);
        const QString pick = object[u"pick"_s].toString(u"first"_s);
        if (pick != "first"_L1 && pick != "last"_L1)
            refuse(u"\"pick\" is first or last"_s);
        pattern.pickLast = pick == "last"_L1;
        return pattern;
    }

    LogCondition logCondition(const QJsonObject &object)
    {
        expectKeys(object,
            {u"any"_s,
                u"pattern"_s,
                u"patterns"_s,
                u"pick"_s,
                u"optional"_s,
                u"from"_s,
                u"as"_s,
                u"unless"_s});
        if (object.contains(u"as"_s))
            return conditionOf(object[u"as"_s].toString());
        LogCondition condition;
        condition.optional = object[u"optional"_s].toBool();
        if (object.contains(u"unless"_s))
            condition.unless = linePattern(object[u"unless"_s].toObject());
        const QString from = object[u"from"_s].toString();
        if (from == "packages"_L1)
            condition.from = LogCondition::From::Packages;
        else if (from == "last-error"_L1)
            condition.from = LogCondition::From::LastError;
        else if (from.isEmpty())
            condition.pattern = linePattern(object);
        else
            refuse(u"unknown \"from\": %1"_s.arg(from));
        return condition;
    }

    // The same words mean the same in another step of a deploy.
    LogCondition conditionOf(const QString &id)
    {
        for (const Rule &earlier : std::as_const(m_read)) {
            if (earlier.id == id && earlier.log)
                return *earlier.log;
        }
        refuse(u"\"as\" names no earlier rule with a log: %1"_s.arg(id));
        return {};
    }

    FactCondition factCondition(const QJsonObject &object)
    {
        expectKeys(object,
            {u"step"_s,
                u"errorKind"_s,
                u"errorCode"_s,
                u"errorText"_s,
                u"releaseCommand"_s,
                u"killedForMemory"_s,
                u"timedOut"_s,
                u"signalled"_s,
                u"exited"_s,
                u"leaseHeld"_s,
                u"listensElsewhere"_s,
                u"machineState"_s,
                u"checkText"_s});
        if (object.isEmpty())
            refuse(u"\"when\" says nothing"_s);
        FactCondition condition;
        const QStringList steps = strings(object[u"step"_s]);
        for (const QString &name : steps) {
            const std::optional<Step> step = stepFromName(name);
            if (step)
                condition.steps.append(*step);
            else
                refuse(u"unknown step %1"_s.arg(name));
        }
        condition.errorKinds = strings(object[u"errorKind"_s]);
        for (const QString &kind : std::as_const(condition.errorKinds)) {
            if (!errorKindFromName(kind))
                refuse(u"unknown error kind %1"_s.arg(kind));
        }
        condition.errorCodes = strings(object[u"errorCode"_s]);
        condition.errorText = optionalExpression(object[u"errorText"_s]);
        condition.releaseCommand = object[u"releaseCommand"_s].toString();
        const QStringList ends{QString(), u"failed"_s, u"ended"_s, u"unknown"_s};
        if (!ends.contains(condition.releaseCommand))
            refuse(u"unknown end of the release command"_s);
        condition.killedForMemory = optionalBool(object[u"killedForMemory"_s]);
        condition.timedOut = optionalBool(object[u"timedOut"_s]);
        condition.signalled = optionalBool(object[u"signalled"_s]);
        condition.exited = optionalBool(object[u"exited"_s]);
        condition.leaseHeld = optionalBool(object[u"leaseHeld"_s]);
        condition.listensElsewhere = optionalBool(object[u"listensElsewhere"_s]);
        condition.machineStates = strings(object[u"machineState"_s]);
        condition.checkText = optionalExpression(object[u"checkText"_s]);
        return condition;
    }

    QList<SentenceVariant> sentence(const QJsonValue &value, const QStringList &captures)
    {
        const QJsonArray array =
            value.isString() ? QJsonArray{QJsonObject{{u"text"_s, value}}} : value.toArray();
        QList<SentenceVariant> variants;
        for (const QJsonValue &one : array) {
            const QJsonObject object = one.toObject();
            expectKeys(object, {u"with"_s, u"text"_s});
            const SentenceVariant variant{strings(object[u"with"_s]), object[u"text"_s].toString()};
            if (variant.text.isEmpty())
                refuse(u"a sentence is empty"_s);
            for (const QString &name : variant.with) {
                if (!captures.contains(name))
                    refuse(u"\"%1\" is not captured"_s.arg(name));
            }
            for (int number : placeholders(variant.text)) {
                if (number > captures.size())
                    refuse(u"%%1 is not captured"_s.arg(number));
            }
            variants.append(variant);
        }
        if (variants.isEmpty())
            refuse(u"a sentence is missing"_s);
        return variants;
    }

    static QSet<int> placeholders(const QString &text)
    {
        static const QRegularExpression place(u"%([1-9])"_s);
        QSet<int> numbers;
        auto matches = place.globalMatch(text);
        while (matches.hasNext())
            numbers.insert(matches.next().capturedView(1).toInt());
        return numbers;
    }

    void compare(const QList<SentenceVariant> &one, const QList<SentenceVariant> &other)
    {
        bool same = one.size() == other.size();
        for (qsizetype i = 0; same && i < one.size(); ++i) {
            same = one[i].with == other[i].with
                && placeholders(one[i].text) == placeholders(other[i].text);
        }
        if (!same)
            refuse(u"the languages differ in variants or placeholders"_s);
    }

    void checkCaptures(const Rule &rule)
    {
        QStringList known = FailureFacts::names();
        known.append(u"packages"_s);
        QList<LinePattern> patterns = rule.also;
        if (rule.log)
            patterns.append(rule.log->pattern);
        for (const LinePattern &pattern : std::as_const(patterns)) {
            for (const QRegularExpression &expression : pattern.expressions)
                known += expression.namedCaptureGroups();
        }
        for (const QString &name : rule.captures) {
            if (!known.contains(name))
                refuse(u"nothing captures \"%1\""_s.arg(name));
        }
    }

    Rule rule(const QJsonObject &object)
    {
        Rule rule;
        rule.id = object[u"id"_s].toString();
        m_where = u"rule \"%1\""_s.arg(rule.id);
        if (rule.id.isEmpty() || m_ids.contains(rule.id))
            refuse(u"its id is empty or used twice"_s);
        m_ids.insert(rule.id);
        expectKeys(object,
            {u"id"_s,
                u"when"_s,
                u"log"_s,
                u"also"_s,
                u"configFile"_s,
                u"captures"_s,
                u"en"_s,
                u"es"_s,
                u"next"_s});
        const QJsonValue when = object[u"when"_s];
        const QJsonArray conditions = when.isArray() ? when.toArray() : QJsonArray{when};
        for (const QJsonValue &condition : conditions)
            rule.when.append(factCondition(condition.toObject()));
        if (object.contains(u"log"_s))
            rule.log = logCondition(object[u"log"_s].toObject());
        const QJsonArray also = object[u"also"_s].toArray();
        for (const QJsonValue &one : also) {
            expectKeys(one.toObject(), {u"any"_s, u"pattern"_s, u"patterns"_s, u"pick"_s});
            rule.also.append(linePattern(one.toObject()));
        }
        rule.configFile = object[u"configFile"_s].toString();
        rule.captures = strings(object[u"captures"_s]);
        checkCaptures(rule);
        readTexts(object, rule);
        readNext(object, rule);
        return rule;
    }

    void readTexts(const QJsonObject &object, Rule &rule)
    {
        for (std::size_t i = 0; i < rule.texts.size(); ++i) {
            const QJsonObject texts = object[QString::fromLatin1(languages[i])].toObject();
            expectKeys(texts, {u"cause"_s, u"remedy"_s});
            rule.texts[i].cause = sentence(texts[u"cause"_s], rule.captures);
            rule.texts[i].remedy = sentence(texts[u"remedy"_s], rule.captures);
        }
        compare(rule.texts[0].cause, rule.texts[1].cause);
        compare(rule.texts[0].remedy, rule.texts[1].remedy);
    }

    void readNext(const QJsonObject &object, Rule &rule)
    {
        static const QHash<QString, NextStep> known{
            {u"retry-from-release-command"_s, NextStep::RetryFromReleaseCommand},
            {u"retry-deploy"_s, NextStep::RetryDeploy},
            {u"show-evidence"_s, NextStep::ShowEvidence},
            {u"roll-back"_s, NextStep::RollBack},
        };
        const QStringList names = strings(object[u"next"_s]);
        for (const QString &name : names) {
            if (known.contains(name))
                rule.next.append(known.value(name));
            else
                refuse(u"unknown next step %1"_s.arg(name));
        }
        if (rule.next.isEmpty())
            refuse(u"it has no next step"_s);
    }

    QString m_file;
    QString m_where;
    QString m_problem;
    QSet<QString> m_ids;
    QList<Rule> m_read;
};

} // namespace

Result<CatalogueRules> readRules(const QByteArray &json, const QString &fileName)
{
    return Reader(fileName).read(json);
}
