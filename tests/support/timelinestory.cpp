#include "timelinestory.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace {

const QDateTime storyStart(QDate(2026, 11, 20), QTime(14, 2, 10), Qt::UTC);

std::optional<UsualDuration> usualOf(int ms)
{
    if (ms == 0)
        return {};
    return UsualDuration{std::chrono::milliseconds(ms), std::chrono::milliseconds(ms + ms / 2), 8};
}

PlannedStep planned(Phase phase, Step step, int usual, const QString &lane = {})
{
    PlannedStep result;
    result.phase = phase;
    result.step = step;
    result.lane = lane;
    result.usual = usualOf(usual);
    return result;
}

Error refused()
{
    return {Error::Kind::Process,
        QStringLiteral("the command exited with code 1"),
        0,
        QStringLiteral("01JDB3K6Q9-dfw"),
        {},
        {}};
}

} // namespace

TimelineStory::TimelineStory(int machines)
{
    const QStringList known{QStringLiteral("148e306fd02189"),
        QStringLiteral("148fe2d7b91e68"),
        QStringLiteral("1490d4a2c77e38")};
    for (int i = 0; i < machines; ++i) {
        PlannedMachine machine;
        machine.id = MachineId(i < known.size()
                ? known.at(i)
                : QStringLiteral("d8%1a72b%1").arg(i, 4, 16, QLatin1Char('0')));
        machine.region = QStringLiteral("dfw");
        m_machines.append(machine);
    }
}

void TimelineStory::attempt(DeployKind kind, qint64 at, const QList<PlannedStep> &steps)
{
    ++m_attempt;
    m_attemptStart = storyStart.addMSecs(at);
    events::AttemptStarted started;
    started.plan.kind = kind;
    started.plan.app = AppName(QStringLiteral("grupo-gad"));
    started.plan.attempt = m_attempt;
    started.plan.image = QStringLiteral("registry.fly.io/grupo-gad:deployment-01J8X4T7M2");
    started.plan.machines = m_machines;
    started.plan.steps = steps;
    started.plan.releaseCommand = QStringLiteral("alembic upgrade head");
    tell(0, started);
}

void TimelineStory::end(qint64 at, Reported reported, Step failedStep)
{
    events::AttemptEnded ended;
    ended.reported = reported;
    ended.failedStep = failedStep;
    tell(at, ended);
}

SpanId TimelineStory::span(Phase phase, Step step, qint64 from, qint64 to, const Extra &extra)
{
    const SpanId id{m_nextSpan++};
    events::SpanStarted started;
    started.span = id;
    started.parent = extra.parent;
    started.phase = phase;
    started.step = step;
    started.segment = extra.segment;
    started.lane = extra.lane;
    started.title = extra.title;
    started.usual = usualOf(extra.usual);
    tell(from, started);
    if (to >= 0)
        tell(to, events::SpanEnded{id, extra.outcome, extra.error});
    return id;
}

void TimelineStory::skip(Phase phase,
    Step step,
    qint64 at,
    PlanReason reason,
    const QStringList &args,
    const QString &lane)
{
    events::SpanSkipped skipped;
    skipped.span.span = SpanId{m_nextSpan++};
    skipped.span.phase = phase;
    skipped.span.step = step;
    skipped.span.lane = lane;
    skipped.reason = reason;
    skipped.args = args;
    tell(at, skipped);
}

void TimelineStory::note(SpanId span, qint64 at, Note note, const QStringList &args)
{
    tell(at, events::SpanNoted{span, note, args});
}

void TimelineStory::request(SpanId span, qint64 at, const QString &path, const QString &requestId)
{
    tell(at,
        events::SpanRequest{
            span, QStringLiteral("POST"), path, 200, requestId, std::chrono::milliseconds(340)});
}

void TimelineStory::tell(qint64 at, const DeployEventBody &body)
{
    Told told;
    told.at = m_attemptStart.addMSecs(at);
    told.event.deployment = DeploymentId(QStringLiteral("01JDB3K6Q9V7"));
    told.event.attempt = m_attempt;
    told.event.at = told.at;
    told.event.body = body;
    m_told.append(told);
}

QDateTime TimelineStory::time(qint64 ms) const
{
    return m_attemptStart.addMSecs(ms);
}

QList<PlannedStep> TimelineStory::usualSteps() const
{
    PlannedStep image = planned(Phase::Build, Step::ResolveImage, 0);
    image.skipped = true;
    image.reason = PlanReason::ImageExists;
    image.reasonArgs = {QStringLiteral("registry.fly.io/grupo-gad:deployment-01J8X4T7M2")};
    QList<PlannedStep> steps{planned(Phase::Preflight, Step::Survey, 1'300),
        planned(Phase::Preflight, Step::CheckPlan, 200),
        image,
        planned(Phase::Update, Step::AcquireLeases, 900),
        planned(Phase::Preflight, Step::CreateRelease, 500),
        planned(Phase::Migrate, Step::ReleaseCommand, 10'000)};
    for (const PlannedMachine &machine : m_machines)
        steps.append(planned(Phase::Update, Step::UpdateMachine, 28'000, machine.id.value));
    steps.append(planned(Phase::Cleanup, Step::ReleaseLeases, 700));
    steps.append(planned(Phase::Verify, Step::VerifyReality, 2'000));
    steps.append(planned(Phase::Cleanup, Step::CloseRelease, 500));
    return steps;
}

QList<DeployEvent> TimelineStory::events(qint64 until) const
{
    QList<Told> told = m_told;
    std::stable_sort(
        told.begin(), told.end(), [](const Told &a, const Told &b) { return a.at < b.at; });
    QList<DeployEvent> result;
    for (const Told &one : told) {
        if (until >= 0 && one.at > time(until))
            break;
        result.append(one.event);
        result.last().sequence = result.size();
    }
    return result;
}

DeploymentState TimelineStory::state(qint64 until) const
{
    DeploymentState state;
    state.number = 58;
    for (const DeployEvent &event : events(until)) {
        const Result<void> applied = state.apply(event);
        if (!applied)
            qFatal("%s", qPrintable(applied.error().detail));
    }
    return state;
}

void TimelineStory::releaseAttempt(bool fails)
{
    const SpanId survey = span(Phase::Preflight, Step::Survey, 0, 1'400, {.usual = 1'300});
    request(survey,
        600,
        QStringLiteral("/v1/apps/grupo-gad/machines"),
        QStringLiteral("01JDB3K6Q9-dfw"));
    span(Phase::Preflight, Step::CheckPlan, 1'400, 1'600, {.usual = 200});
    skip(Phase::Build,
        Step::ResolveImage,
        1'600,
        PlanReason::ImageExists,
        {QStringLiteral("registry.fly.io/grupo-gad:deployment-01J8X4T7M2")});
    const SpanId leases = span(Phase::Update, Step::AcquireLeases, 1'650, 2'500, {.usual = 900});
    if (!fails) {
        const SpanId wait = span(Phase::Update,
            Step::AcquireLease,
            1'800,
            2'450,
            {.lane = machine(1), .parent = leases, .segment = Segment::WaitLease});
        note(wait,
            1'850,
            Note::LeaseHeldBy,
            {QStringLiteral("maria@acme.test"), QStringLiteral("2026-11-20T14:09:00Z")});
    }
    span(Phase::Preflight, Step::CreateRelease, 2'500, 3'050, {.usual = 500});
    tell(3'050, events::ReleaseCreated{ReleaseId(QStringLiteral("rel42")), fails ? 42 : 43});
    const qint64 end = fails ? 91'000 : 14'200;
    const SpanId row = span(Phase::Migrate,
        Step::ReleaseCommand,
        3'100,
        end,
        {.outcome = fails ? Outcome::Failed : Outcome::Succeeded,
            .error = fails ? std::optional(refused()) : std::nullopt,
            .usual = 10'000});
    span(Phase::Migrate,
        Step::ReleaseMachinePrepare,
        3'200,
        8'600,
        {.parent = row, .segment = Segment::Pull, .usual = 5'000});
    span(Phase::Migrate,
        Step::ReleaseMachineRun,
        8'600,
        end - 100,
        {.parent = row,
            .outcome = fails ? Outcome::Failed : Outcome::Succeeded,
            .error = fails ? std::optional(refused()) : std::nullopt,
            .usual = 4'500});
}

void TimelineStory::updateMachine(int index, qint64 turn, qint64 from, Outcome outcome)
{
    const QString lane = machine(index);
    const bool fails = outcome == Outcome::Failed;
    const qint64 end = from + (fails ? 62'000 : 29'500);
    const std::optional<Error> error = fails ? std::optional(Error{Error::Kind::Timeout,
                                           QStringLiteral("health checks did not pass in 5 min"),
                                           0,
                                           {},
                                           {},
                                           {}})
                                             : std::nullopt;
    const SpanId bar = span(Phase::Update,
        Step::UpdateMachine,
        turn,
        end,
        {.lane = lane, .outcome = outcome, .error = error, .usual = 28'000});
    const auto segment =
        [&](Segment what, qint64 start, qint64 stop, int usual, Outcome how = Outcome::Succeeded) {
            return span(Phase::Update,
                Step::UpdateMachine,
                start,
                stop,
                {.lane = lane, .parent = bar, .segment = what, .outcome = how, .usual = usual});
        };
    if (turn < from)
        segment(Segment::WaitTurn, turn, from, 0);
    segment(Segment::Pull, from, from + 7'900, 8'000);
    segment(Segment::Start, from + 7'900, from + 10'400, 2'500);
    segment(Segment::Grace, from + 10'400, from + 20'400, 10'000);
    const SpanId checks = segment(Segment::Checks, from + 20'400, end, 7'500, outcome);
    request(bar,
        from + 300,
        QStringLiteral("/v1/apps/grupo-gad/machines/") + lane,
        QStringLiteral("01JDB3KQ5T-dfw"));
    note(checks, from + 21'000, Note::ChecksPassing, {QStringLiteral("1"), QStringLiteral("2")});
}

TimelineStory TimelineStory::failedRelease()
{
    TimelineStory story;
    story.attempt(DeployKind::Deploy, 0, story.usualSteps());
    story.releaseAttempt(true);
    story.span(Phase::Cleanup, Step::ReleaseLeases, 91'100, 91'700, {.usual = 700});
    story.span(Phase::Verify, Step::VerifyReality, 91'700, 93'600, {.usual = 2'000});
    story.span(Phase::Cleanup, Step::CloseRelease, 93'600, 94'100, {.usual = 500});
    story.end(94'200, Reported::Failed, Step::ReleaseCommand);
    return story;
}

TimelineStory TimelineStory::retried()
{
    TimelineStory story = failedRelease();
    story.attempt(DeployKind::Retry, 400'000, story.usualSteps());
    story.releaseAttempt(false);
    story.updateMachine(0, 14'300, 14'300);
    story.updateMachine(1, 14'300, 44'000);
    story.updateMachine(2, 14'300, 74'000);
    story.span(Phase::Cleanup, Step::ReleaseLeases, 103'600, 104'200, {.usual = 700});
    story.span(Phase::Verify, Step::VerifyReality, 104'200, 106'500, {.usual = 2'000});
    story.span(Phase::Cleanup, Step::CloseRelease, 106'500, 107'000, {.usual = 500});
    story.end(107'100, Reported::Succeeded);
    return story;
}

TimelineStory TimelineStory::failedMachine()
{
    TimelineStory story;
    story.attempt(DeployKind::Deploy, 0, story.usualSteps());
    story.releaseAttempt(false);
    story.updateMachine(0, 14'300, 14'300);
    story.updateMachine(1, 14'300, 44'000, Outcome::Failed);
    story.span(Phase::Cleanup, Step::ReleaseLeases, 106'200, 106'900, {.usual = 700});
    story.span(Phase::Verify, Step::VerifyReality, 106'900, 109'000, {.usual = 2'000});
    story.span(Phase::Cleanup, Step::CloseRelease, 109'000, 109'600, {.usual = 500});
    story.end(109'700, Reported::Failed, Step::UpdateMachine);
    return story;
}

TimelineStory TimelineStory::failedBuild()
{
    TimelineStory story;
    QList<PlannedStep> steps = story.usualSteps();
    steps[2] = planned(Phase::Build, Step::BuildImage, 55'000);
    steps.insert(3, planned(Phase::Push, Step::PushImage, 20'000));
    story.attempt(DeployKind::Deploy, 0, steps);
    story.span(Phase::Preflight, Step::Survey, 0, 1'100, {.usual = 1'300});
    story.span(Phase::Preflight, Step::CheckPlan, 1'100, 1'300, {.usual = 200});
    const Error error{
        Error::Kind::Process, QStringLiteral("pip install exited with code 1"), 0, {}, {}, {}};
    const SpanId build = story.span(Phase::Build,
        Step::BuildImage,
        1'400,
        47'900,
        {.outcome = Outcome::Failed, .error = error, .usual = 55'000});
    const auto stage = [&](const char *lane,
                           const char *title,
                           qint64 from,
                           qint64 to,
                           Outcome how = Outcome::Succeeded) {
        story.span(Phase::Build,
            Step::BuildStage,
            from,
            to,
            {.lane = QString::fromLatin1(lane),
                .parent = build,
                .outcome = how,
                .title = QString::fromLatin1(title)});
    };
    stage("builder 1/4", "FROM python:3.12-slim", 1'600, 4'900);
    stage("builder 2/4", "RUN apt-get install gcc g++ make", 4'900, 21'300);
    stage("builder 3/4", "COPY requirements.txt", 21'300, 21'600);
    stage("builder 4/4",
        "RUN pip install --prefix=/install -r requirements.txt",
        21'600,
        47'800,
        Outcome::Failed);
    stage("stage-1 1/3", "FROM python:3.12-slim", 1'700, 5'200);
    story.end(48'100, Reported::Failed, Step::BuildStage);
    return story;
}

DeploymentState TimelineStory::stoppedHalfWay()
{
    DeploymentState state = failedMachine().state();
    AttemptState &attempt = state.attempts.last();
    events::QuestionAsked question;
    for (const PlannedMachine &machine : std::as_const(attempt.plan.machines)) {
        (question.done.isEmpty()            ? question.done
                : question.failed.isEmpty() ? question.failed
                                            : question.waiting)
            .append(machine.id);
    }
    question.answers = {FailureAnswer::Retry,
        FailureAnswer::LeaveOut,
        FailureAnswer::RollBack,
        FailureAnswer::Leave};
    attempt.question = question;
    attempt.plan.currentVersion = 41;
    attempt.releaseVersion = 43;
    return state;
}

TimelineStory TimelineStory::large(int machines, int segments)
{
    TimelineStory story(machines);
    QList<PlannedStep> steps;
    for (int i = 0; i < machines; ++i)
        steps.append(planned(Phase::Update, Step::UpdateMachine, 400'000, story.machine(i)));
    story.attempt(DeployKind::Deploy, 0, steps);
    constexpr std::array kinds{Segment::Pull, Segment::Start, Segment::Grace, Segment::Checks};
    for (int i = 0; i < machines; ++i) {
        const QString lane = story.machine(i);
        const SpanId bar = story.span(Phase::Update,
            Step::UpdateMachine,
            i * 37 % 5'000,
            -1,
            {.lane = lane, .usual = 400'000});
        qint64 at = i * 37 % 5'000;
        for (int s = 0; s < segments; ++s) {
            const qint64 length = 2'000 + (i * 131 + s * 977) % 4'000;
            const bool last = s + 1 == segments;
            story.span(Phase::Update,
                Step::UpdateMachine,
                at,
                last ? -1 : at + length,
                {.lane = lane,
                    .parent = bar,
                    .segment = kinds.at(static_cast<size_t>(s) % kinds.size()),
                    .outcome = (i * 7 + s) % 211 == 5 ? Outcome::Failed : Outcome::Succeeded});
            at += length;
        }
    }
    return story;
}
