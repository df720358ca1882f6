#include "deploy/stackengine.h"

#include "core/log.h"
#include "deploy/causes.h"
#include "deploy/stackattempt.h"

using namespace Qt::StringLiterals;

StackEngine::StackEngine(EngineParts parts, const DeployServiceParts &service)
    : m_parts(std::move(parts))
    , m_service(service)
{
}

StackEngine::~StackEngine()
{
    leave();
    if (!m_thread.joinable())
        return;
    const ClockBlocked blocked(*m_parts.clock);
    m_thread.join();
}

Pending<DeploymentId> StackEngine::start(const DeployPlan &plan, Finished finished)
{
    m_finished = std::move(finished);
    const Promise<DeploymentId> accepted;
    m_parts.clock->announce();
    m_thread = std::jthread([this, plan, accepted] {
        const ClockParticipant participant(*m_parts.clock, ClockParticipant::Entry::Announced);
        run(plan, accepted);
    });
    return accepted.pending();
}

void StackEngine::cancel()
{
    m_cancel.request_stop();
}

void StackEngine::leave()
{
    m_leave.request_stop();
}

void StackEngine::run(const DeployPlan &plan, const Promise<DeploymentId> &accepted)
{
    const QDateTime askedAt = m_parts.clock->wallNow();
    const auto refuse = [&](const Error &error) {
        Log::area("deploy")->info(
            "refused: stack={} {}", plan.app.value.toStdString(), error.detail.toStdString());
        accepted.fulfil(failure(error));
        if (m_finished)
            m_finished({});
    };
    const Result<std::unique_ptr<FileLock>> lock = m_parts.journal->own(plan.app, m_parts.identity);
    if (!lock)
        return refuse(lock.error());
    Result<PreparedStack> prepared =
        prepareStack(m_service, stackRequestOf(plan), m_leave.get_token());
    if (!prepared)
        return refuse(prepared.error());
    const StackPlan &asked = *plan.stack;
    const StackPlan &now = *prepared->plan.stack;
    if (prepared->plan.surveyHash != plan.surveyHash)
        return refuse(Error{Error::Kind::Precondition,
            u"the app changed since the plan was made"_s,
            0,
            {},
            {},
            {}});
    if (now.configDigest != asked.configDigest || now.environmentDigest != asked.environmentDigest)
        return refuse(Cause::stackFilesChanged().value());
    for (const PlanNotice &notice : std::as_const(prepared->plan.notices)) {
        if (notice.warning == PlanWarning::StackLocked && !goesOnWithRuns(plan))
            return refuse(Cause::stackHeld(notice.args.value(0), notice.args.value(1)).value());
    }
    if (const Result<void> writable = mayChange(asked); !writable)
        return refuse(writable.error());
    if (m_cancel.stop_requested() || m_leave.stop_requested())
        return refuse({Error::Kind::Cancelled, u"stopped before it began"_s, 0, {}, {}, {}});

    StackAttempt attempt(
        m_parts, m_service, std::move(*prepared), {m_cancel.get_token(), m_leave.get_token()});
    if (const Result<void> begun = attempt.begin(askedAt); !begun)
        return refuse(begun.error());
    accepted.fulfil(attempt.deployment());
    attempt.carryOut();
    if (m_finished)
        m_finished(attempt.deployment());
}

// Every change of a read-only server is refused before it leaves.
Result<void> StackEngine::mayChange(const StackPlan &plan)
{
    for (const StackServerPlan &server : plan.servers) {
        if (server.run.isEmpty())
            continue;
        const Result<ServerLink> link = m_service.stacks.open(server.server, m_leave.get_token());
        if (link && link->server.readOnly)
            return Cause::stackReadOnly(server.server);
    }
    return {};
}

Result<bool> stopStackRuns(const DeployServiceParts &service,
    const DeploymentState &state,
    StopMode mode,
    std::stop_token stop)
{
    const AttemptState *last = state.lastAttempt();
    if (!last || !last->plan.stack || last->ended)
        return false;
    const QString word = mode == StopMode::RollBack ? u"roll-back"_s
        : mode == StopMode::Leave                   ? u"leave"_s
                                                    : u"policy"_s;
    std::optional<Error> first;
    for (const StackServerPlan &server : last->plan.stack->servers) {
        if (server.run.isEmpty())
            continue;
        ServerRun::Parts parts;
        parts.open = service.stacks.open;
        parts.clock = service.clock;
        parts.leave = stop;
        ServerRun run(parts,
            {server.server, last->plan.stack->directory, server.run, service.stacks.owner, 1, {}});
        const Result<void> told = run.cancel(word);
        if (!told && !first)
            first = told.error();
    }
    if (first)
        return failure(*first);
    return true;
}
