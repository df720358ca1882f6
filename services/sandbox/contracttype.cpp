#include "sandbox/contracttype.h"

#include "sandbox/simcontract.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype mostFindings = 20; // of one request: a list of a thousand wrong entries

QString below(const QString &path, const QString &key)
{
    return path.isEmpty() ? key : QString(path + u'.' + key);
}

QString kindOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return u"bool"_s;
    case QJsonValue::Double:
        return u"number"_s;
    case QJsonValue::String:
        return u"string"_s;
    case QJsonValue::Array:
        return u"array"_s;
    default:
        return u"object"_s;
    }
}

bool isWhole(double number)
{
    return std::trunc(number) == number && std::abs(number) < 9.1e18;
}
} // namespace

Result<ContractType::Choice> ContractType::choiceFrom(const QString &text)
{
    static const QHash<QString, Kind> plain{{u"any"_s, Kind::Any},
        {u"string"_s, Kind::Text},
        {u"integer"_s, Kind::Whole},
        {u"number"_s, Kind::Number},
        {u"boolean"_s, Kind::Flag},
        {u"object"_s, Kind::Object}};
    Choice choice;
    if (plain.contains(text)) {
        choice.kind = plain.value(text);
        return choice;
    }
    if (text.startsWith("enum:"_L1)) {
        choice.kind = Kind::Word;
        choice.words = text.sliced(5).split(u',', Qt::SkipEmptyParts);
        return choice;
    }
    const bool list = text.endsWith("[]"_L1);
    if (list || (text.startsWith(u'{') && text.endsWith(u'}'))) {
        const QString inside =
            list ? text.chopped(2) : text.sliced(1, std::max<qsizetype>(text.size() - 2, 0));
        const Result<ContractType> inner = fromText(inside);
        if (!inner)
            return failure(inner.error());
        choice.kind = list ? Kind::List : Kind::Map;
        choice.inner = std::make_shared<const ContractType>(*inner);
        return choice;
    }
    if (text.isEmpty() || !text.front().isUpper())
        return failure(Error::Kind::InvalidInput, u"contract: no such type: "_s + text);
    choice.kind = Kind::Named;
    choice.name = text;
    return choice;
}

Result<ContractType> ContractType::fromText(const QString &text)
{
    ContractType type;
    type.m_required = text.endsWith(u'!');
    type.m_text = type.m_required ? text.chopped(1) : text;
    for (const QString &part : type.m_text.split(u'|')) {
        const Result<Choice> choice = choiceFrom(part);
        if (!choice)
            return failure(choice.error());
        type.m_choices.append(*choice);
    }
    return type;
}

QStringList ContractType::names() const
{
    QStringList names;
    for (const Choice &choice : m_choices) {
        if (choice.kind == Kind::Named)
            names.append(choice.name);
        else if (choice.inner)
            names += choice.inner->names();
    }
    return names;
}

bool ContractType::Choice::takes(const QJsonValue &value) const
{
    switch (kind) {
    case Kind::Any:
        return true;
    case Kind::Text:
        return value.isString();
    case Kind::Word:
        return words.contains(value.toString());
    case Kind::Whole:
        return value.isDouble() && isWhole(value.toDouble());
    case Kind::Number:
        return value.isDouble();
    case Kind::Flag:
        return value.isBool();
    case Kind::List:
        return value.isArray();
    case Kind::Object:
    case Kind::Named:
    case Kind::Map:
        return value.isObject();
    }
    return false;
}

void ContractType::Choice::check(const QJsonValue &value,
    const ContractTypes &types,
    const QString &path,
    QList<ContractFinding> &findings) const
{
    if (kind == Kind::List) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size() && findings.size() < mostFindings; ++i)
            inner->check(array.at(i), types, u"%1[%2]"_s.arg(path).arg(i), findings);
    }
    const QJsonObject object = value.toObject();
    if (kind == Kind::Map) {
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            inner->check(entry.value(), types, below(path, entry.key()), findings);
    }
    if (kind != Kind::Named)
        return;
    const ContractKeys keys = types.value(name);
    for (auto entry = object.begin(); entry != object.end() && findings.size() < mostFindings;
         ++entry) {
        const auto known = keys.constFind(entry.key());
        if (known == keys.cend())
            findings.append({u"key %1 is not known"_s.arg(below(path, entry.key())), false});
        else
            (*known)->check(entry.value(), types, below(path, entry.key()), findings);
    }
    for (auto key = keys.cbegin(); key != keys.cend(); ++key) {
        if (key.value()->isRequired() && !object.contains(key.key()))
            findings.append({u"key %1 is missing"_s.arg(below(path, key.key())), true});
    }
}

void ContractType::check(const QJsonValue &value,
    const ContractTypes &types,
    const QString &path,
    QList<ContractFinding> &findings) const
{
    if (value.isNull() || findings.size() >= mostFindings)
        return;
    std::optional<QList<ContractFinding>> best;
    for (const Choice &choice : m_choices) {
        if (!choice.takes(value))
            continue;
        QList<ContractFinding> own;
        choice.check(value, types, path, own);
        if (!best || own.size() < best->size())
            best = own;
    }
    if (best)
        findings += *best;
    else if (value.isString() && m_text.contains("enum:"_L1))
        findings.append({u"%1 is %2, not one of %3"_s.arg(path, value.toString(), m_text), true});
    else
        findings.append({u"%1 is a %2, not %3"_s.arg(path, kindOf(value), m_text), true});
}

bool ContractType::takesText(const QString &text) const
{
    return std::any_of(m_choices.begin(), m_choices.end(), [&text](const Choice &choice) {
        bool ok = true;
        switch (choice.kind) {
        case Kind::Whole:
            (void)text.toLongLong(&ok);
            return ok;
        case Kind::Number:
            (void)text.toDouble(&ok);
            return ok;
        case Kind::Flag:
            return text == "true"_L1 || text == "false"_L1 || text == "1"_L1 || text == "0"_L1;
        case Kind::Word: {
            const QStringList given = text.split(u',', Qt::SkipEmptyParts);
            return std::all_of(given.begin(), given.end(), [&choice](const QString &word) {
                return choice.words.contains(word);
            });
        }
        default:
            return true;
        }
    });
}
