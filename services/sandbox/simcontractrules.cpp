#include "sandbox/graphqlquery.h"
#include "sandbox/simcore.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype keptViolations = 500;
} // namespace

QString SimCore::clientOf(const SimRequest &request)
{
    const QString agent = QString::fromUtf8(request.header("user-agent").left(120));
    return agent.section(u' ', 0, 0);
}

void SimCore::violation(const QString &what)
{
    const SimViolation found{m_client, what, 1, s.now};
    if (SimContract::isStrict() && found.isOurs())
        qFatal("%s, not in the contract: %s", qPrintable(m_client), qPrintable(what));
    ++revision;
    for (SimViolation &known : s.violations) {
        if (known.client == found.client && known.what == what) {
            ++known.count;
            return;
        }
    }
    if (s.violations.size() < keptViolations)
        s.violations.append(found);
}

// Records what is not in the table, and gives the answer where the platform would not take it.
std::optional<SimReply> SimCore::checkContract(const SimCall &call)
{
    const SimRequest &request = call.request;
    m_client = clientOf(request);
    const SimContract &contract = SimContract::instance();
    const SimContract::Route *route = contract.find(request.method, request.path);
    // Names in the registry may have more parts than the table shows.
    if (!route && call.path.value(0) == "v2"_L1)
        return std::nullopt;
    if (!route) {
        if (isLogin(call))
            return std::nullopt; // its page is for people, no part of the interface
        violation(u"unknown route: %1 %2"_s.arg(
            QString::fromLatin1(request.method), request.path.left(200)));
        return std::nullopt; // what serves no such path says so
    }
    if (route->service == "registry"_L1 || route->service == "browser"_L1)
        return std::nullopt;
    const bool noObject = !request.body.isEmpty() && call.body.isEmpty()
        && !QJsonDocument::fromJson(request.body).isObject();
    if (noObject) {
        violation(u"%1: the body is no JSON object"_s.arg(route->pattern));
        return error(400, u"invalid request body"_s);
    }
    std::optional<SimReply> refusal;
    for (const ContractFinding &finding : contract.check(*route, request, call.body)) {
        QString what = route->pattern;
        what += u": "_s;
        what += finding.what;
        violation(what);
        if (!finding.refused || refusal)
            continue;
        if (route->service == "machines"_L1)
            refusal = error(400, u"invalid request: "_s + finding.what);
        else if (route->service == "uiex"_L1 || route->service == "login"_L1)
            refusal = error(422, finding.what);
    }
    if (route->service == "graphql"_L1)
        checkGraphQl(call);
    return refusal;
}

// The answer is the schema's: an error with status 200.
void SimCore::checkGraphQl(const SimCall &call)
{
    const Result<GraphQlQuery> query = parseGraphQl(call.body.value("query"_L1).toString(),
        call.body.value("variables"_L1).toObject(),
        call.body.value("operationName"_L1).toString());
    if (!query)
        return; // said by whoever answers it
    for (const ContractFinding &finding : SimContract::instance().check(*query))
        violation(u"GraphQL: "_s + finding.what);
}

void SimCore::checkNonce(const SimCall &call, const SimLease &lease)
{
    const bool own = !m_client.isEmpty() && lease.client == m_client && call.token
        && lease.owner == call.token->owner;
    if (own && call.nonce().isEmpty())
        violation(u"%1 without the nonce of its lease"_s.arg(
            QString::fromLatin1(call.request.method) + u' ' + call.path.value(5)));
}

void SimCore::checkAffinity(const SimCall &call, const SimApp &app)
{
    const bool made = !app.madeBy.isEmpty() && app.madeBy == m_client && s.now < app.visibleAt;
    if (made && !call.request.header("cookie").contains("fly_flaps_affinity="))
        violation(u"the cookie fly_flaps_affinity was not sent back"_s);
}
