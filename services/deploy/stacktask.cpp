#include "deploy/stacktask.h"

#include "deploy/causes.h"
#include "deploy/serverrun.h"
#include "deploy/stackprepare.h"
#include "deploy/stackrun.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
bool belongsTo(const StackStep &step, StackTask task)
{
    const Phase wanted = task == StackTask::BackUp ? Phase::Backup : Phase::Verify;
    return !step.skipped && step.phase == wanted;
}

QString taskWants(const StackStep &step)
{
    const StackWant want = step.wants.value(0);
    switch (want.kind) {
    case StackWant::Kind::Is:
        return want.text;
    case StackWant::Kind::AtLeast:
        return QString(u">= "_s + QString::number(want.number));
    case StackWant::Kind::Exactly:
        return QString::number(want.number);
    }
    return {};
}

class ServerTask
{
public:
    ServerTask(const DeployServiceParts &parts,
        const StackPlan &plan,
        const StackServerPlan &server,
        StackTask task)
        : m_parts(parts)
        , m_plan(plan)
        , m_task(task)
    {
        m_server.server = server.server;
        for (StackStep step : server.steps) {
            if (!belongsTo(step, task))
                continue;
            step.onlyAfter = 0;
            if (task == StackTask::Verify)
                step.failure = StackStep::Failure::GoOn;
            m_server.steps.append(step);
        }
        m_result.server = server.server;
        m_result.directory = plan.directory;
        m_result.services = server.services;
    }

    StackTaskResult run(const std::stop_token &stop)
    {
        if (m_server.steps.isEmpty()) {
            m_result.state = u"succeeded"_s;
            return m_result;
        }
        const Result<ServerLink> link = m_parts.stacks.open(m_server.server, stop);
        if (link && link->server.readOnly && m_task == StackTask::BackUp) {
            m_result.error = Cause::stackReadOnly(m_server.server).value();
            return m_result;
        }
        ServerRun::Parts parts;
        parts.open = m_parts.stacks.open;
        parts.clock = m_parts.clock;
        parts.leave = stop;
        parts.eventSink = [this](const RunnerEvent &event) { take(event); };
        const QString word = m_task == StackTask::BackUp ? u"backup"_s : u"verify"_s;
        ServerRun run(parts,
            {m_server.server,
                m_plan.directory,
                QString(word + u'-' + m_plan.chain),
                m_parts.stacks.owner,
                1,
                {}});
        RunnerList list = stackRunnerList(m_plan, m_server, run.place().run, m_parts.stacks.owner);
        list.rollback = RunnerList::Rollback::Never;
        const Result<QString> state =
            run.start(list, [](const QString &) { return false; }).and_then([&run] {
                return run.follow();
            });
        if (state)
            m_result.state = *state;
        else
            m_result.error = state.error();
        return m_result;
    }

private:
    void take(const RunnerEvent &event)
    {
        if (event.kind != RunnerEvent::Kind::StepEnded || event.step < 1
            || event.step > m_server.steps.size())
            return;
        const StackStep &step = m_server.steps.at(event.step - 1);
        StackTaskStep done;
        done.step = step.step;
        done.service = step.service;
        done.detail = step.detail;
        done.outcome = event.outcome;
        done.expected = taskWants(step);
        done.found = event.got;
        done.error = errorOfStep(event);
        done.file = step.outputFile;
        m_result.steps.append(done);
    }

    const DeployServiceParts &m_parts;
    const StackPlan &m_plan;
    const StackTask m_task;
    StackServerPlan m_server;
    StackTaskResult m_result;
};
} // namespace

bool StackTaskResult::isGood() const
{
    return !error && state == "succeeded"_L1
        && std::all_of(steps.cbegin(), steps.cend(), [](const StackTaskStep &step) {
               return step.outcome == Outcome::Succeeded;
           });
}

Result<QList<StackTaskResult>> runStackTask(const DeployServiceParts &parts,
    const PlanRequest &request,
    StackTask task,
    std::stop_token stop)
{
    PlanRequest asked = request;
    asked.kind = DeployKind::Deploy;
    asked.redeploy = StackRedeploy::Code;
    asked.backUp = task == StackTask::BackUp;
    const Result<PreparedStack> prepared = prepareStack(parts, asked, stop);
    if (!prepared)
        return failure(prepared.error());
    if (task == StackTask::BackUp && prepared->folder.project.toml.backups.isEmpty())
        return Cause::stackNoBackup(stackOfTarget(request.app));
    QList<StackTaskResult> results;
    for (const StackServerPlan &server : prepared->plan.stack->servers) {
        if (!server.run.isEmpty()) {
            results.append(ServerTask(parts, *prepared->plan.stack, server, task).run(stop));
            continue;
        }
        StackTaskResult unreached;
        unreached.server = server.server;
        unreached.directory = prepared->plan.stack->directory;
        unreached.error = Cause::stackNotReached({server.server}).value();
        results.append(unreached);
    }
    return results;
}
