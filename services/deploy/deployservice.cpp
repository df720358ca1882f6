#include "deploy/deployservice.h"

#include "core/mailbox.h"
#include "core/pool.h"
#include "deploy/engine.h"
#include "deploy/follower.h"
#include "deploy/question.h"
#include "deploy/stackengine.h"
#include "deploy/stacktask.h"

#include <limits>
#include <map>
#include <variant>

using namespace Qt::StringLiterals;

namespace {
struct EventNews
{
    int engine = 0; // 0: of a followed deployment
    DeployEvent event;
};
struct LogNews
{
    DeploymentId id;
    QList<LogLine> lines;
};
struct EngineAttached // to a deployment that was begun before
{
    int engine = 0;
    DeploymentId id;
};
struct EngineEnded
{
    int engine = 0;
    DeploymentId id;
};
struct FollowEnded
{
    DeploymentId id;
    AppName app;
};
using News = std::variant<EventNews, LogNews, EngineAttached, EngineEnded, FollowEnded, Error>;

template <typename T> Pending<T> answered(Result<T> answer)
{
    const Promise<T> promise;
    promise.fulfil(std::move(answer));
    return promise.pending();
}

tl::unexpected<Error> noAccount(const AppName &app)
{
    QString detail = u"no account knows the app "_s;
    detail += app.value;
    return failure(Error::Kind::Unauthorised, detail);
}

bool changesHistory(const DeployEvent &event)
{
    return std::holds_alternative<events::AttemptStarted>(event.body)
        || std::holds_alternative<events::AttemptEnded>(event.body)
        || std::holds_alternative<events::VerdictReached>(event.body);
}

Result<DeploymentState> loadState(Journal &journal, const DeploymentId &id)
{
    const Result<QList<DeployEvent>> events = journal.events(id, 0);
    if (!events)
        return failure(events.error());
    DeploymentState state;
    if (const Result<void> applied = state.apply(*events); !applied)
        return failure(applied.error());
    const Result<std::optional<DeploymentSummary>> summary = journal.deployment(id);
    if (!summary)
        return failure(summary.error());
    if (!*summary)
        return failure(Error::Kind::NotFound, u"no such deployment: "_s + id.value);
    state.id = id;
    state.app = (*summary)->app;
    state.number = (*summary)->number;
    return state;
}

Result<bool> askToStop(Journal &journal, const DeploymentId &id, const ProcessIdentity &identity)
{
    const Result<std::optional<DeploymentSummary>> summary = journal.deployment(id);
    if (!summary)
        return failure(summary.error());
    using Status = DeploymentSummary::Status;
    if (!*summary
        || ((*summary)->status != Status::Running
            && (*summary)->status != Status::RunningElsewhere))
        return false;
    if (const Result<void> asked = journal.requestCancel(id, identity); !asked)
        return failure(asked.error());
    return true;
}
} // namespace

struct DeployService::Private
{
    struct Running
    {
        AppName app;
        DeploymentId id; // known once its first event has arrived
        std::unique_ptr<PlanEngine> engine;
    };

    Private(DeployService &owner, DeployServiceParts given)
        : service(owner)
        , parts(std::move(given))
        , identity(ProcessIdentity::current(parts.program))
        , mailbox([this](std::vector<News> news) { read(std::move(news)); })
        , follower(*parts.journal, *parts.clock, sinks())
    {
    }

    Follower::Sinks sinks()
    {
        Follower::Sinks into;
        into.events = [this](const DeploymentId &, const QList<DeployEvent> &events) {
            for (const DeployEvent &event : events)
                mailbox.put(EventNews{0, event});
        };
        into.log = [this](const DeploymentId &id, const QList<LogLine> &lines) {
            mailbox.put(LogNews{id, lines});
        };
        into.ended = [this](const DeploymentId &id, const AppName &app) {
            mailbox.put(FollowEnded{id, app});
        };
        return into;
    }

    EngineParts engineParts(FlyClient *client, const AppName &app, int key)
    {
        EngineParts into;
        into.fly = client;
        into.journal = parts.journal;
        into.clock = parts.clock;
        into.diagnose = parts.diagnose;
        into.probe = parts.probe;
        into.identity = identity;
        into.production = !parts.isProduction || parts.isProduction(app);
        into.eventSink = [this, key](const DeployEvent &event) {
            mailbox.put(EventNews{key, event});
        };
        into.logSink = [this](const DeploymentId &id, const QList<LogLine> &lines) {
            mailbox.put(LogNews{id, lines});
        };
        into.journalFailed = [this](const Error &error) { mailbox.put(error); };
        into.attached = [this, key](const DeploymentId &id) {
            mailbox.put(EngineAttached{key, id});
        };
        into.stacks = &parts.stacks;
        return into;
    }

    template <typename T> Pending<T> read(std::function<Result<T>(Journal &)> look)
    {
        return pool.run<T>([journal = parts.journal, look = std::move(look)](
                               std::stop_token) { return look(*journal); });
    }

    void read(std::vector<News> news)
    {
        QList<DeployEvent> batch;
        const auto flush = [&] {
            if (batch.isEmpty())
                return;
            const QList<DeployEvent> events = std::exchange(batch, {});
            Q_EMIT service.eventsArrived(events.first().deployment, events);
        };
        for (News &item : news) {
            if (const auto *told = std::get_if<EventNews>(&item)) {
                if (!batch.isEmpty() && batch.last().deployment != told->event.deployment)
                    flush();
                batch.append(told->event);
                noteEvent(*told);
            } else {
                flush();
                noteOther(item);
            }
        }
        flush();
    }

    void noteEvent(const EventNews &told)
    {
        const auto running = engines.find(told.engine);
        const auto *begun = std::get_if<events::AttemptStarted>(&told.event.body);
        if (begun && running != engines.end()) {
            running->second.id = told.event.deployment;
            Q_EMIT service.started(told.event.deployment, begun->plan.app);
        }
        if (changesHistory(told.event) && running != engines.end())
            Q_EMIT service.historyChanged(running->second.app);
    }

    void noteOther(const News &item)
    {
        if (const auto *log = std::get_if<LogNews>(&item)) {
            Q_EMIT service.logArrived(log->id, log->lines);
        } else if (const auto *error = std::get_if<Error>(&item)) {
            Q_EMIT service.journalFailed(*error);
        } else if (const auto *follow = std::get_if<FollowEnded>(&item)) {
            Q_EMIT service.historyChanged(follow->app);
            Q_EMIT service.finished(follow->id, follow->app);
        } else if (const auto *attached = std::get_if<EngineAttached>(&item)) {
            const auto running = engines.find(attached->engine);
            if (running == engines.end())
                return;
            running->second.id = attached->id;
            Q_EMIT service.started(attached->id, running->second.app);
            Q_EMIT service.historyChanged(running->second.app);
        } else if (const auto *ended = std::get_if<EngineEnded>(&item)) {
            const auto running = engines.find(ended->engine);
            if (running == engines.end())
                return;
            const AppName app = running->second.app;
            engines.erase(running); // joins: telling its end was the engine's last act
            if (ended->id.isEmpty())
                return; // it was refused
            Q_EMIT service.historyChanged(app);
            Q_EMIT service.finished(ended->id, app);
        }
    }

    DeployService &service;
    const DeployServiceParts parts;
    const ProcessIdentity identity;
    Mailbox<News> mailbox;
    Follower follower;
    std::map<int, Running> engines;
    int lastEngine = 0;
    Pool pool;
};

DeployService::DeployService(DeployServiceParts parts, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(parts)))
{
}

DeployService::~DeployService()
{
    stopAll();
}

Pending<DeployPlan> DeployService::plan(const PlanRequest &request)
{
    if (isStackTarget(request.app))
        return d->pool.run<DeployPlan>(
            [parts = &d->parts, request](std::stop_token stop) -> Result<DeployPlan> {
                const ClockParticipant participant(*parts->clock);
                Result<PreparedStack> prepared = prepareStack(*parts, request, std::move(stop));
                if (!prepared)
                    return failure(prepared.error());
                return std::move(prepared->plan);
            });
    FlyClient *client = d->parts.clientFor(request.app);
    if (!client)
        return answered<DeployPlan>(noAccount(request.app));
    const bool production = !d->parts.isProduction || d->parts.isProduction(request.app);
    PlanRequest asked = request;
    if (d->parts.lastFromConfig && !request.configPath.isEmpty())
        asked.lastFromConfig = d->parts.lastFromConfig(request.configPath);
    return d->pool.run<DeployPlan>(
        [client, journal = d->parts.journal, clock = d->parts.clock, request = asked, production](
            std::stop_token stop) -> Result<DeployPlan> {
            const ClockParticipant participant(*clock);
            CallContext context;
            context.stop = std::move(stop);
            Result<PreparedPlan> prepared =
                surveyAndPlan(*client, *journal, *clock, request, production, context);
            if (!prepared)
                return failure(prepared.error());
            return std::move(prepared->plan);
        });
}

Pending<DeploymentId> DeployService::apply(const DeployPlan &plan)
{
    FlyClient *client = plan.stack ? nullptr : d->parts.clientFor(plan.app);
    if (!client && !plan.stack)
        return answered<DeploymentId>(noAccount(plan.app));
    const int key = ++d->lastEngine;
    Private::Running running;
    running.app = plan.app;
    if (plan.stack)
        running.engine =
            std::make_unique<StackEngine>(d->engineParts(nullptr, plan.app, key), d->parts);
    else
        running.engine = std::make_unique<DeployEngine>(d->engineParts(client, plan.app, key));
    PlanEngine &engine = *running.engine;
    d->engines.emplace(key, std::move(running));
    return engine.start(plan, [mailbox = &d->mailbox, key](const DeploymentId &id) {
        mailbox->put(EngineEnded{key, id});
    });
}

Pending<bool> DeployService::cancel(const DeploymentId &id, StopMode mode)
{
    for (auto &[key, running] : d->engines) {
        if (running.id != id || (isStackTarget(running.app) && mode != StopMode::Policy))
            continue;
        running.engine->cancel();
        return answered<bool>(true);
    }
    return d->pool.run<bool>([parts = &d->parts, id, mode, identity = d->identity](
                                 std::stop_token stop) -> Result<bool> {
        const Result<DeploymentState> state = loadState(*parts->journal, id);
        if (state && isStackTarget(state->app))
            return stopStackRuns(*parts, *state, mode, std::move(stop));
        return askToStop(*parts->journal, id, identity);
    });
}

Pending<bool> DeployService::answer(const DeploymentId &id, FailureAnswer answer)
{
    return d->pool.run<bool>([journal = d->parts.journal,
                                 clock = d->parts.clock,
                                 mailbox = &d->mailbox,
                                 identity = d->identity,
                                 id,
                                 answer](std::stop_token) -> Result<bool> {
        const Result<DeployEvent> told = answerQuestion(*journal, *clock, id, answer, identity);
        if (!told)
            return failure(told.error());
        mailbox->put(EventNews{0, *told});
        return true;
    });
}

Pending<QList<StackTaskResult>> DeployService::doTask(const PlanRequest &request, StackTask task)
{
    return d->pool.run<QList<StackTaskResult>>(
        [parts = &d->parts, request, task](std::stop_token stop) {
            const ClockParticipant participant(*parts->clock);
            return runStackTask(*parts, request, task, std::move(stop));
        });
}

Pending<QList<DeploymentSummary>> DeployService::history(const AppName &app, int limit)
{
    return d->read<QList<DeploymentSummary>>(
        [app, limit](Journal &journal) { return journal.deployments(app, limit); });
}

Pending<DeploymentState> DeployService::load(const DeploymentId &id)
{
    return d->read<DeploymentState>([id](Journal &journal) { return loadState(journal, id); });
}

Pending<QList<DeployEvent>> DeployService::events(const DeploymentId &id)
{
    return d->read<QList<DeployEvent>>([id](Journal &journal) { return journal.events(id, 0); });
}

Pending<QList<LogLine>> DeployService::log(const DeploymentId &id)
{
    return d->read<QList<LogLine>>(
        [id](Journal &journal) { return journal.log(id, 0, std::numeric_limits<int>::max()); });
}

Pending<QList<DeploymentSummary>> DeployService::unfinished()
{
    return d->read<QList<DeploymentSummary>>([](Journal &journal) { return journal.unfinished(); });
}

void DeployService::follow(const DeploymentId &id, qint64 afterSequence)
{
    d->follower.follow(id, afterSequence);
}

void DeployService::unfollow(const DeploymentId &id)
{
    d->follower.unfollow(id);
}

QList<DeploymentId> DeployService::running() const
{
    QList<DeploymentId> ids;
    for (const auto &[key, running] : d->engines) {
        if (!running.id.isEmpty())
            ids.append(running.id);
    }
    return ids;
}

void DeployService::stopAll()
{
    for (auto &[key, running] : d->engines)
        running.engine->leave();
}
