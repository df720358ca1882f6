#include "deploy/stackattempt.h"

#include "core/log.h"
#include "core/ulid.h"
#include "deploy/causes.h"
#include "deploy/record.h"
#include "deploy/stackrecord.h"
#include "deploy/stackrun.h"
#include "servers/tarfile.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr Clock::Duration stackCancelPoll = 500ms;
constexpr int mostResumptions = 3; // of a run whose server went down, in one following
constexpr int keptRunnerRuns = 40;
} // namespace

StackAttempt::StackAttempt(const EngineParts &engine,
    const DeployServiceParts &service,
    PreparedStack prepared,
    Stops stops)
    : m_engine(engine)
    , m_service(service)
    , m_clock(*engine.clock)
    , m_prepared(std::move(prepared))
    , m_deployment(m_prepared.plan.deployment.isEmpty()
              ? DeploymentId(newUlid(engine.clock->wallNow()))
              : m_prepared.plan.deployment)
    , m_isAttached(goesOnWithRuns(m_prepared.plan) && isInterrupted(m_prepared.state))
    , m_stops(std::move(stops))
    , m_recorder(*engine.journal, *engine.clock, m_prepared.state, {})
    , m_watcher(*engine.clock)
    , m_addresses(m_recorder, *engine.clock, service.stacks.look)
{
    m_recorder.beginAttempt(m_deployment, m_prepared.plan.attempt);
    m_recorder.setSinks(m_engine.eventSink, [this] {
        if (m_engine.journalFailed)
            m_engine.journalFailed(m_recorder.journalError().value_or(Error()));
    });
}

StackAttempt::~StackAttempt() = default;

Result<void> StackAttempt::begin(const QDateTime &askedAt)
{
    const DeployPlan &plan = m_prepared.plan;
    if (m_isAttached) {
        endOwnSpans();
        if (m_engine.attached)
            m_engine.attached(m_deployment);
        return {};
    }
    if (plan.deployment.isEmpty()) {
        if (const Result<int> number = m_engine.journal->begin(m_deployment, plan.app); !number)
            return failure(number.error());
    }
    if (!plan.stack->answer.isEmpty()) {
        RunRecorder &recorder = m_recorder;
        recorder.beginAttempt(m_deployment, plan.attempt - 1);
        const events::QuestionAnswered answered{
            failureAnswerFromName(plan.stack->answer).value_or(FailureAnswer::Leave),
            m_engine.identity};
        const Result<void> written = recorder.record(answered, Durability::Durable);
        recorder.beginAttempt(m_deployment, plan.attempt);
        if (!written)
            return written;
    }
    const Result<void> written = m_recorder.record(
        events::AttemptStarted{plan, m_engine.identity}, Durability::Durable, askedAt);
    if (!written || !plan.stack->answer.isEmpty())
        return written;
    Span looking(m_recorder, {Phase::Preflight, Step::Survey, {}, {}, Segment::Work, askedAt});
    looking.end(Outcome::Succeeded);
    Span check(m_recorder, {Phase::Preflight, Step::CheckPlan, {}, {}, Segment::Work, {}});
    check.end(Outcome::Succeeded);
    return {};
}

// What the process that died was doing by itself is done again; the runs have gone on.
void StackAttempt::endOwnSpans()
{
    for (const SpanState &span : std::as_const(m_prepared.state.spans)) {
        if (span.run.isEmpty() && span.outcome == Outcome::Running)
            static_cast<void>(m_recorder.record(
                events::SpanEnded{span.id, Outcome::Interrupted, {}}, Durability::Batched));
    }
}

// Those that an earlier process has told are not told again.
void StackAttempt::skippedSteps(const StackServerPlan &server)
{
    const DeploymentState state = m_recorder.state();
    qsizetype told = std::count_if(
        state.spans.cbegin(), state.spans.cend(), [this, &server](const SpanState &span) {
            return span.attempt == m_prepared.plan.attempt && span.outcome == Outcome::Skipped
                && isOfServer(span, server.server);
        });
    for (const StackStep &step : server.steps) {
        if (!step.skipped || told-- > 0)
            continue;
        Span::skip(m_recorder,
            {step.phase, step.step, stackLane(server.server, step.service), {}, Segment::Work, {}},
            step.reason,
            step.reasonArgs);
    }
}

void StackAttempt::makeRuns()
{
    const StackPlan &stack = *m_prepared.plan.stack;
    for (const StackServerPlan &server : stack.servers) {
        if (server.run.isEmpty())
            continue;
        ServerRun::Parts parts;
        parts.open = m_service.stacks.open;
        parts.clock = &m_clock;
        parts.recorder = &m_recorder;
        parts.journal = m_engine.journal;
        parts.leave = m_stops.leave;
        parts.logSink = [this](const QList<LogLine> &lines) {
            if (m_engine.logSink)
                m_engine.logSink(m_deployment, lines);
        };
        ServerRun::Place place;
        place.server = server.server;
        place.folder = stack.directory;
        place.run = server.run;
        place.owner = m_service.stacks.owner;
        place.attempt = m_prepared.plan.attempt;
        place.clockAhead = m_prepared.clocksAhead.value(server.server);
        m_runs.emplace(
            server.server, std::make_unique<ServerRun>(std::move(parts), std::move(place)));
        m_ends.emplace(server.server, ServerEnd());
    }
}

void StackAttempt::carryOut()
{
    supersede();
    answerEarlier();
    makeRuns();
    m_watcher.start([this](const std::stop_token &over) { watchForCancel(over); });
    m_addresses.start(m_prepared.plan.stack->watches);
    int last = 0;
    for (const StackServerPlan &server : m_prepared.plan.stack->servers)
        last = std::max(last, server.wave);
    for (int number = 1; number <= last; ++number) {
        const bool goesOn = std::all_of(m_ends.cbegin(), m_ends.cend(), [](const auto &entry) {
            return !entry.second.isBegun || entry.second.state == "succeeded"_L1;
        });
        if (!goesOn || m_isCancelled || m_stops.leave.stop_requested())
            break;
        wave(number);
    }
    m_watcher.end();
    const bool isLeft = std::any_of(
        m_ends.cbegin(), m_ends.cend(), [](const auto &entry) { return entry.second.isLeft; });
    m_watched = m_addresses.end(isLeft ? AddressWatch::End::AtOnce : AddressWatch::End::LastLook);
    if (!isLeft)
        finish();
}

// Those of one wave at the same time; each comes to its own end.
void StackAttempt::wave(int number)
{
    std::vector<std::unique_ptr<FlowThread>> threads;
    for (const StackServerPlan &server : m_prepared.plan.stack->servers) {
        if (server.wave != number || server.run.isEmpty())
            continue;
        threads.push_back(std::make_unique<FlowThread>(m_clock));
        threads.back()->start([this, &server](const std::stop_token &) { carryOut(server); });
    }
    for (const std::unique_ptr<FlowThread> &thread : threads)
        thread->end();
}

void StackAttempt::carryOut(const StackServerPlan &server)
{
    ServerRun *run = nullptr;
    ServerEnd end;
    end.isBegun = true;
    {
        const std::lock_guard lock(m_mutex);
        run = m_runs.at(server.server).get();
        m_ends[server.server] = end;
    }
    Result<void> done;
    if (goesOnWithRuns(m_prepared.plan))
        done = settle(*run, end);
    else
        done = begin(server, *run).and_then([&] { return settle(*run, end); });
    // It never came to be: the one who was to start it died before, or its link did.
    if (done && end.state == "none"_L1)
        done = begin(server, *run).and_then([&] { return settle(*run, end); });
    if (done && end.state == "none"_L1)
        done = Cause::stackRunGone(server.server);
    if (!done) {
        end.isLeft = done.error().kind == Error::Kind::Cancelled
            || done.error().code.startsWith("stack-link-lost"_L1);
        end.error = done.error();
    }
    end.failures = run->failures();
    const std::lock_guard lock(m_mutex);
    m_ends[server.server] = end;
}

// What an earlier process did not come to: its files must be what they were.
Result<void> StackAttempt::readFilesAgain()
{
    const std::lock_guard lock(m_mutex);
    const DeployPlan &plan = m_prepared.plan;
    if (!m_prepared.folder.path.isEmpty())
        return {};
    const QString path = QFileInfo(plan.configSource).absolutePath();
    Result<StackFolder> folder = readStackFolder(path);
    if (folder && folder->version != plan.stack->version && !plan.stack->version.isEmpty())
        folder = readStackFolder(path, plan.stack->version);
    if (!folder)
        return failure(folder.error());
    if (m_service.stacks.isTrusted) {
        if (const Result<void> trusted = m_service.stacks.isTrusted(*folder); !trusted)
            return trusted;
    }
    if (folder->configDigest != plan.stack->configDigest)
        return Cause::stackFilesChanged();
    m_prepared.folder = std::move(*folder);
    return {};
}

QByteArray StackAttempt::filesFor(const StackServerPlan &server) const
{
    TarFile tar;
    QStringList written;
    for (const StackStep &step : server.steps) {
        if (step.step == Step::UploadFiles && !step.skipped)
            written = step.written;
    }
    for (const QString &name : std::as_const(written)) {
        const auto file = m_prepared.folder.files.constFind(name);
        if (file == m_prepared.folder.files.cend())
            continue;
        const int mode = (file->isPrivate ? 0600 : 0644) | (file->isProgram ? 0111 : 0);
        static_cast<void>(tar.add(name, file->content, file->isPrivate ? mode & ~0077 : mode));
    }
    return written.isEmpty() ? QByteArray() : tar.bytes();
}

Result<void> StackAttempt::begin(const StackServerPlan &server, ServerRun &run)
{
    if (const Result<void> read = readFilesAgain(); !read)
        return read;
    skippedSteps(server);
    for (const StackStep &step : server.steps) {
        if (step.step != Step::UploadFiles || step.skipped)
            continue;
        if (const Result<void> staged = run.stage(step.argv.value(1), filesFor(server)); !staged)
            return staged;
    }
    RunnerList list =
        stackRunnerList(*m_prepared.plan.stack, server, server.run, m_service.stacks.owner);
    list.keep = keptRunnerRuns;
    return run.start(list, [this](const QString &other) {
        return m_prepared.plan.stack->takesOver || m_prepared.ownRuns.contains(other);
    });
}

// Follows it until it rests for good, or waits for a person.
Result<void> StackAttempt::settle(ServerRun &run, ServerEnd &end)
{
    bool isAnswered = false;
    for (int resumed = 0;;) {
        const Result<QString> state = run.follow();
        if (!state)
            return failure(state.error());
        end.state = *state;
        end.question.reset();
        if (*state == "interrupted"_L1 && resumed < mostResumptions) {
            ++resumed;
            if (const Result<void> goes = run.carryOn(u"go-on"_s); !goes)
                return goes;
            continue;
        }
        if (*state != "asked"_L1)
            return {};
        const Result<std::optional<RunnerEvent>> question = run.question();
        if (!question)
            return failure(question.error());
        end.question = *question;
        const std::optional<QString> answer = *question ? answerTo(**question) : std::nullopt;
        // Where the same is asked again, the answer was not one to that.
        const bool isConfirm = *question && (*question)->question == "confirm"_L1;
        if (!answer || (isAnswered && !isConfirm))
            return {};
        isAnswered = true;
        if (const Result<void> told = run.carryOn(*answer); !told)
            return told;
    }
}

// What this attempt's answer is to what the runner asks; nothing: a person has to be asked.
std::optional<QString> StackAttempt::answerTo(const RunnerEvent &question) const
{
    const std::optional<FailureAnswer> given = failureAnswerFromName(m_prepared.plan.stack->answer);
    if (!given)
        return std::nullopt;
    const bool isConfirm = question.question == "confirm"_L1;
    switch (*given) {
    case FailureAnswer::Retry:
        return u"retry"_s;
    case FailureAnswer::GoOn:
        return u"skip"_s;
    case FailureAnswer::RollBack:
        return isConfirm ? u"skip"_s : u"roll-back"_s;
    case FailureAnswer::RestoreData:
        return isConfirm ? u"go-on"_s : u"roll-back"_s;
    case FailureAnswer::Leave:
        return u"leave"_s;
    case FailureAnswer::LeaveOut:
        break;
    }
    return std::nullopt;
}

// Another process asks the servers itself.
void StackAttempt::watchForCancel(const std::stop_token &over)
{
    while (!m_isCancelled) {
        if (!m_clock.sleepFor(stackCancelPoll, over) || m_stops.leave.stop_requested())
            return;
        if (m_stops.cancel.stop_requested()) {
            m_isCancelled = true;
            cancelRuns();
        }
    }
}

void StackAttempt::cancelRuns()
{
    for (const auto &[server, run] : m_runs) {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_ends[server].isBegun || !m_ends[server].state.isEmpty())
                continue;
        }
        // Over a link of its own: the run's own is busy with following.
        ServerRun::Parts parts;
        parts.open = m_service.stacks.open;
        parts.clock = &m_clock;
        parts.leave = m_stops.leave;
        ServerRun stopping(parts, run->place());
        if (const Result<void> told = stopping.cancel(u"policy"_s); !told)
            Log::area("deploy")->warn("not stopped: server={} {}",
                server.toStdString(),
                told.error().detail.toStdString());
    }
}
