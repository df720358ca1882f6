#include "app/ctl/session.h"

#include "app/composition.h"
#include "app/ctl/text.h"
#include "deploy/deployservice.h"
#include "fly/flyclient.h"

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

std::optional<ExitCode> CtlSession::needClient()
{
    const std::optional<Error> &error = m_composition.accountError();
    return error ? std::optional(fail(*error)) : std::nullopt;
}

FlyClient &CtlSession::client()
{
    return *m_composition.client();
}

CallContext CtlSession::context() const
{
    CallContext context;
    context.stop = stop();
    return context;
}

void CtlSession::interrupt()
{
    m_stop.request_stop();
    DeployService &deploy = m_composition.deploy();
    for (const DeploymentId &id : deploy.running())
        deploy.cancel(id);
}
