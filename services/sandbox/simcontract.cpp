#include "sandbox/simcontract.h"

#include "sandbox/contracttype.h"
#include "sandbox/graphqlquery.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <atomic>

using namespace Qt::StringLiterals;

// At namespace scope because a static library's resources are not registered by themselves.
static void registerContract()
{
    Q_INIT_RESOURCE(contract);
}

namespace {
std::atomic<bool> strictness = false;

using Type = std::shared_ptr<const ContractType>;

Result<Type> typeFrom(const QJsonValue &value)
{
    const Result<ContractType> type = ContractType::fromText(value.toString());
    if (!type)
        return failure(type.error());
    return std::make_shared<const ContractType>(*type);
}

Result<ContractKeys> keysFrom(const QJsonObject &object)
{
    ContractKeys keys;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const Result<Type> type = typeFrom(entry.value());
        if (!type)
            return failure(type.error());
        keys.insert(entry.key(), *type);
    }
    return keys;
}

QStringList segmentsOf(const QString &path)
{
    return path.split(u'/', Qt::SkipEmptyParts);
}

bool isPlaceholder(const QString &segment)
{
    return segment.startsWith(u'{');
}

Result<SimContract::Route> routeFrom(const QJsonObject &object)
{
    SimContract::Route route;
    const QString path = object.value("path"_L1).toString();
    route.service = object.value("service"_L1).toString();
    route.pattern = object.value("method"_L1).toString() + u' ' + path;
    route.segments = segmentsOf(path);
    const Result<ContractKeys> query = keysFrom(object.value("query"_L1).toObject());
    if (!query)
        return failure(query.error());
    for (auto key = query->cbegin(); key != query->cend(); ++key)
        route.query.insert(key.key(), key.value());
    if (object.contains("body"_L1)) {
        const Result<Type> body = typeFrom(object.value("body"_L1));
        if (!body)
            return failure(body.error());
        route.body = *body;
    }
    static const QHash<QString, SimContract::Nonce> nonces{
        {u"optional"_s, SimContract::Nonce::Optional},
        {u"leased"_s, SimContract::Nonce::Leased},
        {u"required"_s, SimContract::Nonce::Required}};
    route.nonce = nonces.value(object.value("nonce"_L1).toString(), SimContract::Nonce::None);
    const QJsonObject answers = object.value("answers"_L1).toObject();
    for (auto answer = answers.begin(); answer != answers.end(); ++answer) {
        Type type;
        if (!answer.value().toString().isEmpty()) {
            const Result<Type> told = typeFrom(answer.value());
            if (!told)
                return failure(told.error());
            type = *told;
        }
        route.answers.insert(answer.key().toInt(), type);
    }
    return route;
}

// "ReleaseConnection(first:Int,after:String)"
struct GraphQlType
{
    QString name;
    QStringList arguments;
    QStringList required;

    static GraphQlType fromText(const QString &text)
    {
        GraphQlType type;
        type.name = text.section(u'(', 0, 0);
        const QString inside = text.section(u'(', 1).chopped(text.contains(u'(') ? 1 : 0);
        for (const QString &argument : inside.split(u',', Qt::SkipEmptyParts)) {
            type.arguments.append(argument.section(u':', 0, 0));
            if (argument.endsWith(u'!'))
                type.required.append(type.arguments.last());
        }
        return type;
    }

    static GraphQlType ofRoot(const QJsonObject &root)
    {
        GraphQlType type;
        type.name = root.value("type"_L1).toString();
        const QJsonObject arguments = root.value("arguments"_L1).toObject();
        type.arguments = arguments.keys();
        for (const QString &name : std::as_const(type.arguments)) {
            if (arguments.value(name).toString().endsWith(u'!'))
                type.required.append(name);
        }
        return type;
    }
};

// Follows a selection through the types of the table.
class GraphQlCheck
{
public:
    explicit GraphQlCheck(const QJsonObject &types)
        : m_types(types)
    {
    }

    void field(const GraphQlField &field, const GraphQlType &type, const QString &on)
    {
        for (auto it = field.arguments.begin(); it != field.arguments.end(); ++it) {
            if (!type.arguments.contains(it.key()))
                find(u"Field '%1' doesn't accept argument '%2'"_s.arg(field.name, it.key()));
        }
        for (const QString &name : type.required) {
            const QJsonValue given = field.arguments.value(name);
            if (given.isNull() || given.isUndefined())
                find(u"Field '%1' is missing required arguments: %2"_s.arg(field.name, name));
        }
        const bool leaf = m_types.value(type.name).isUndefined();
        if (type.name == "any"_L1 || m_types.value(type.name).isString())
            return;
        if (leaf && !field.fields.isEmpty())
            find(u"Selections can't be made on scalars (field '%1' returns %2)"_s.arg(
                field.name, type.name));
        if (!leaf && field.fields.isEmpty())
            find(u"Field must have selections (field '%1' of %2 has none)"_s.arg(field.name, on));
        if (!leaf)
            selection(field.fields, type.name);
    }

    void find(const QString &what) { findings.append({what, true}); }

    QList<ContractFinding> findings;

private:
    void selection(const QList<GraphQlField> &fields, const QString &on)
    {
        const QJsonObject type = m_types.value(on).toObject();
        const QJsonArray variants = type.value("..."_L1).toArray();
        for (const GraphQlField &inner : fields) {
            if (inner.name == "__typename"_L1)
                continue;
            const bool other = !inner.onType.isEmpty() && inner.onType != on;
            if (other && !variants.contains(inner.onType)) {
                find(u"Fragment on %1 can't be spread inside %2"_s.arg(inner.onType, on));
                continue;
            }
            const QString holder = other ? inner.onType : on;
            const QJsonValue told = m_types.value(holder).toObject().value(inner.name);
            if (!told.isString())
                find(u"Field '%1' doesn't exist on type '%2'"_s.arg(inner.name, holder));
            else
                field(inner, GraphQlType::fromText(told.toString()), holder);
        }
    }

    const QJsonObject &m_types;
};

void checkQuery(
    const SimContract::Route &route, const SimRequest &request, QList<ContractFinding> &findings)
{
    for (const auto &[key, value] : request.query.queryItems(QUrl::FullyDecoded)) {
        auto known = route.query.constFind(key);
        if (known == route.query.cend() && key.contains(u'.'))
            known = route.query.constFind(QString(key.section(u'.', 0, 0) + u".*"_s));
        if (known == route.query.cend())
            findings.append({u"query key %1 is not known"_s.arg(key), false});
        else if (!(*known)->takesText(value))
            findings.append(
                {u"query key %1 is %2, not %3"_s.arg(key, value, (*known)->text()), true});
    }
    for (auto key = route.query.cbegin(); key != route.query.cend(); ++key) {
        if (key.value()->isRequired() && !request.query.hasQueryItem(key.key()))
            findings.append({u"query key %1 is missing"_s.arg(key.key()), true});
    }
}
} // namespace

struct SimContract::Private
{
    QHash<QByteArray, QList<Route>> routes; // by method
    ContractTypes types;
    QJsonObject queries;
    QJsonObject mutations;
    QJsonObject graphQlTypes;
};

SimContract::SimContract()
    : d(std::make_unique<Private>())
{
}
SimContract::~SimContract() = default;
SimContract::SimContract(SimContract &&) noexcept = default;

bool SimViolation::isOurs() const
{
    return client.startsWith("atalaya"_L1);
}

void SimContract::setStrict(bool strict)
{
    strictness = strict;
}

bool SimContract::isStrict()
{
    return strictness;
}

const SimContract &SimContract::instance()
{
    static const SimContract contract = [] {
        registerContract();
        QFile file(u":/contract/flyio.json"_s);
        Result<SimContract> read = file.open(QIODevice::ReadOnly)
            ? fromJson(file.readAll())
            : failure(Error::Kind::Internal, u"no contract is compiled in"_s);
        if (!read)
            qFatal("%s", qPrintable(read.error().detail));
        return std::move(*read);
    }();
    return contract;
}

Result<SimContract> SimContract::fromJson(const QByteArray &json)
{
    QJsonParseError parsing;
    const QJsonObject root = QJsonDocument::fromJson(json, &parsing).object();
    if (root.isEmpty())
        return failure(Error::Kind::InvalidInput, u"contract: "_s + parsing.errorString());
    SimContract contract;
    const QJsonObject types = root.value("types"_L1).toObject();
    for (auto type = types.begin(); type != types.end(); ++type) {
        const Result<ContractKeys> keys = keysFrom(type.value().toObject());
        if (!keys)
            return failure(keys.error());
        contract.d->types.insert(type.key(), *keys);
    }
    for (const ContractKeys &keys : std::as_const(contract.d->types)) {
        for (const Type &type : keys) {
            for (const QString &name : type->names()) {
                if (!contract.d->types.contains(name))
                    return failure(Error::Kind::InvalidInput, u"contract: no type "_s + name);
            }
        }
    }
    const QJsonArray routes = root.value("routes"_L1).toArray();
    for (const QJsonValue &value : routes) {
        const Result<Route> route = routeFrom(value.toObject());
        if (!route)
            return failure(route.error());
        contract.d->routes[value.toObject().value("method"_L1).toString().toLatin1()].append(
            *route);
    }
    const QJsonObject graphQl = root.value("graphql"_L1).toObject();
    contract.d->queries = graphQl.value("queries"_L1).toObject();
    contract.d->mutations = graphQl.value("mutations"_L1).toObject();
    contract.d->graphQlTypes = graphQl.value("types"_L1).toObject();
    return contract;
}

// A literal segment counts more than a placeholder: "/releases/all_current" is no release's id.
const SimContract::Route *SimContract::find(const QByteArray &method, const QString &path) const
{
    const QStringList segments = segmentsOf(path);
    const Route *best = nullptr;
    qsizetype fewest = 0;
    const auto known = d->routes.constFind(method);
    if (known == d->routes.cend())
        return nullptr;
    for (const Route &route : *known) {
        if (route.segments.size() != segments.size())
            continue;
        qsizetype placeholders = 0;
        bool fits = true;
        for (qsizetype i = 0; fits && i < segments.size(); ++i) {
            const bool any = isPlaceholder(route.segments[i]);
            placeholders += any ? 1 : 0;
            fits = any || route.segments[i] == segments[i];
        }
        if (fits && (!best || placeholders < fewest)) {
            best = &route;
            fewest = placeholders;
        }
    }
    return best;
}

QList<SimContract::Route> SimContract::routes() const
{
    QList<Route> all;
    for (const QList<Route> &some : std::as_const(d->routes))
        all += some;
    return all;
}

QList<ContractFinding> SimContract::check(
    const Route &route, const SimRequest &request, const QJsonObject &body) const
{
    QList<ContractFinding> findings;
    checkQuery(route, request, findings);
    if (route.body) {
        // flyctl takes a lease without a body; what must be there is missing all the same.
        route.body->check(body, d->types, {}, findings);
    } else {
        for (const QString &key : body.keys())
            findings.append({u"key %1 is not known"_s.arg(key), false});
    }
    if (route.nonce == Nonce::Required && request.header("fly-machine-lease-nonce").isEmpty())
        findings.append({u"header fly-machine-lease-nonce is missing"_s, false});
    const bool typed = request.header("content-type").startsWith("application/json");
    if (!body.isEmpty() && !typed)
        findings.append({u"header content-type is not application/json"_s, false});
    return findings;
}

QList<ContractFinding> SimContract::check(const GraphQlQuery &query) const
{
    const QJsonObject &roots = query.isMutation ? d->mutations : d->queries;
    const QString on = query.isMutation ? u"Mutations"_s : u"Queries"_s;
    GraphQlCheck check(d->graphQlTypes);
    for (const GraphQlField &field : query.fields) {
        const QJsonObject root = roots.value(field.name).toObject();
        if (root.isEmpty())
            check.find(u"Field '%1' doesn't exist on type '%2'"_s.arg(field.name, on));
        else
            check.field(field, GraphQlType::ofRoot(root), on);
    }
    return check.findings;
}

QStringList SimContract::checkAnswer(const Route &route, int status, const QByteArray &body) const
{
    if (!route.answers.contains(status)) {
        // Errors look alike everywhere; what succeeds is told one by one.
        return status >= 400 ? QStringList() : QStringList{u"status %1 is not told"_s.arg(status)};
    }
    const Type type = route.answers.value(status);
    if (!type)
        return {};
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(body, &parsing);
    const QJsonValue value = document.isArray() ? QJsonValue(document.array())
        : document.isObject()                   ? QJsonValue(document.object())
                                                : QJsonValue(QString::fromUtf8(body));
    QList<ContractFinding> findings;
    type->check(value, d->types, {}, findings);
    QStringList told;
    for (const ContractFinding &finding : std::as_const(findings))
        told.append(finding.what);
    return told;
}
