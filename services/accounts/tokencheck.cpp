#include "accounts/tokencheck.h"

using namespace Qt::StringLiterals;

namespace {
QString nameFor(const TokenScope &scope)
{
    if (scope.organizations.size() == 1)
        return scope.apps.size() == 1 ? scope.apps.first() : scope.organizations.first();
    if (!scope.user.isEmpty())
        return scope.user;
    return scope.organizations.isEmpty() ? u"Fly.io"_s : scope.organizations.join(u", "_s);
}
} // namespace

Result<CheckedToken> checkToken(
    FlyClient &client, const TokenText &text, const CallContext &context)
{
    Result<TokenScope> scope = client.tokenScope(context);
    if (!scope)
        return failure(scope.error());
    if (scope->organizations.isEmpty() && scope->apps.isEmpty()) {
        // A personal token is told only who it is; where it leads is seen in what it lists.
        const Result<QStringList> organizations = client.organizations(context);
        if (!organizations && organizations.error().kind == Error::Kind::Cancelled)
            return failure(organizations.error());
        if (organizations)
            scope->organizations = *organizations;
    }
    scope->readOnly = scope->readOnly || text.readOnly;
    if (!scope->expiresAt.isValid())
        scope->expiresAt = text.expiresAt;
    CheckedToken checked{text, *scope, {}};
    checked.suggestedName = nameFor(*scope);
    return checked;
}
