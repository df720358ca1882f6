#include "app/ctl/session.h"

#include "accounts/accountsservice.h"
#include "app/composition.h"
#include "app/ctl/text.h"
#include "core/sanitise.h"
#include "deploy/deployservice.h"
#include "fly/flyclient.h"
#include "models/wordsnetwork.h"
#include "settings/settings.h"
#include "settings/tokenkeeper.h"
#include "types/stackplan.h"

#include <QFile>

using namespace Qt::StringLiterals;

CtlSession::CtlSession(
    Composition &composition, const CtlInvocation &invocation, CtlOutput &out, RunWatcher &watcher)
    : m_composition(composition)
    , m_invocation(invocation)
    , m_out(out)
    , m_watcher(watcher)
{
}

ExitCode CtlSession::fail(const Error &error)
{
    const ExitCode code = exitCodeOf(error);
    m_out.error(error, static_cast<int>(code));
    return code;
}

ExitCode CtlSession::refuse(const QString &problem)
{
    m_out.usage(problem, static_cast<int>(ExitCode::Usage));
    return ExitCode::Usage;
}

std::optional<ExitCode> CtlSession::needStore()
{
    const std::optional<Error> error = m_composition.storeError();
    return error ? std::optional(fail(*error)) : std::nullopt;
}

std::optional<ExitCode> CtlSession::needClient(const AppName &app)
{
    const Result<void> found = findClient(app);
    return found ? std::nullopt : std::optional(fail(found.error()));
}

Result<void> CtlSession::findClient(const AppName &app)
{
    if (isStackTarget(app))
        return {}; // its servers are reached when they are needed
    if (const std::optional<Error> &error = m_composition.accountError())
        return failure(*error);
    if (const Result<void> open = openVault(); !open)
        return failure(open.error());
    AccountClients &clients = m_composition.clients();
    QList<Account> candidates = m_composition.knownAccounts();
    if (m_invocation.has(u"account"_s)) {
        const Result<Account> chosen = findAccount(m_invocation.value(u"account"_s));
        if (!chosen)
            return failure(chosen.error());
        candidates = {*chosen};
    }
    m_clients.clear();
    for (const Account &account : std::as_const(candidates))
        m_clients.append(clients.client(account.id));
    if (app.isEmpty() || candidates.size() == 1) {
        if (!app.isEmpty())
            clients.noteApp(candidates.first().id, app);
        return {};
    }
    return chooseByApp(app, candidates);
}

// Several accounts, and nobody said which: the one whose token sees the app.
Result<void> CtlSession::chooseByApp(const AppName &app, const QList<Account> &candidates)
{
    std::optional<Error> first;
    QList<FlyClient *> owners;
    for (qsizetype i = 0; i < candidates.size(); ++i) {
        FlyClient *client = m_clients.at(i);
        const Result<App> known = client->app(app, context());
        if (known) {
            m_composition.clients().noteApp(candidates.at(i).id, app);
            owners.append(client);
        } else if (!first || first->kind == Error::Kind::Forbidden
            || (known.error().kind != Error::Kind::NotFound
                && known.error().kind != Error::Kind::Forbidden)) {
            first = known.error();
        }
    }
    if (owners.isEmpty())
        return failure(*first);
    FlyClient *chosen = m_composition.clients().clientFor(app);
    m_clients = {chosen ? chosen : owners.first()};
    return {};
}

std::optional<ExitCode> CtlSession::needWritable(const AppName &app)
{
    if (isStackTarget(app))
        return std::nullopt; // each server says so for itself
    const std::optional<Account> account = m_composition.clients().accountFor(app);
    if (!account || !account->readOnly)
        return std::nullopt;
    return fail({Error::Kind::Forbidden,
        u"the account %1 is switched to read-only"_s.arg(account->name),
        0,
        {},
        {},
        QString(readOnlyRefusal)});
}

Result<Account> CtlSession::findAccount(const QString &nameOrId) const
{
    QList<Account> found;
    for (const Account &account : m_composition.knownAccounts()) {
        if (account.id.value == nameOrId)
            return account;
        if (account.name == nameOrId)
            found.append(account);
    }
    if (found.size() == 1)
        return found.first();
    if (found.isEmpty())
        return failure(Error::Kind::NotFound, u"there is no account %1"_s.arg(nameOrId));
    return failure(Error::Kind::InvalidInput,
        u"several accounts have the name %1: use the id"_s.arg(nameOrId));
}

Result<Secret> CtlSession::vaultPassword() const
{
    QByteArray text = qgetenv("ATALAYA_PASSWORD");
    const QString path = m_invocation.value(u"password-file"_s);
    if (!path.isEmpty()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return failure(Error::Kind::InvalidInput,
                u"the password file %1 cannot be read: %2"_s.arg(path, file.errorString()));
        text = file.readLine();
    }
    while (text.endsWith('\n') || text.endsWith('\r'))
        text.chop(1);
    Redact::addKnown(text);
    return Secret(std::move(text));
}

Result<void> CtlSession::openVault()
{
    AccountsService *service = m_composition.accountsService();
    if (!service)
        return openVaultOfProxy();
    if (!service->hasVault() || service->isVaultOpen())
        return {};
    const Result<Secret> password = vaultPassword();
    if (!password)
        return failure(password.error());
    if (password->isEmpty())
        return {}; // what needs it says so
    const Result<bool> open =
        ask<bool>([service, secret = *password] { return service->openVault(secret); });
    return open ? Result<void>() : failure(open.error());
}

// The token of this run was given, and the proxy's password may be in the file all the same.
Result<void> CtlSession::openVaultOfProxy()
{
    if (m_composition.sandbox())
        return {};
    const Settings settings(m_composition.paths().config + u"/settings.ini"_s);
    const std::optional<KeptProxyLogin> kept = settings.proxyLogin();
    if (!kept || kept->place != TokenPlace::EncryptedFile)
        return {};
    const Result<Secret> password = vaultPassword();
    if (!password || password->isEmpty())
        return password ? Result<void>() : failure(password.error());
    return m_composition.tokenKeeper().vault().open(*password);
}

FlyClient &CtlSession::client()
{
    return *m_clients.first();
}

CallContext CtlSession::context() const
{
    CallContext context;
    context.stop = stop();
    return context;
}

void CtlSession::tellClock()
{
    if (m_composition.sandbox()) // which has a time of its own
        return;
    for (const FlyClient *client : std::as_const(m_clients)) {
        const QString text =
            client ? WordsNetwork::clocksDiffer(client->platformAhead()) : QString();
        if (!text.isEmpty())
            return m_out.aside(text);
    }
}

void CtlSession::interrupt()
{
    m_stop.request_stop();
    DeployService &deploy = m_composition.deploy();
    for (const DeploymentId &id : deploy.running())
        deploy.cancel(id);
}
