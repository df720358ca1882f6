#include "app/pastscript.h"

using namespace Qt::StringLiterals;
using What = events::Intent::What;

// What each step of a history file left behind, in the order in which the engine does things.
namespace {

constexpr double moment = 0.05;
constexpr double drainTime = 2.4; // the old version stops at the end of the pull
constexpr double vmStartTime = 1.5;
constexpr double leaseTime = 13;

Error processError(const QString &detail)
{
    return {Error::Kind::Process, detail, 0, {}, {}, {}};
}

} // namespace

void PastScript::survey(const PastStep &step)
{
    const SpanId id = open(step.at, {Phase::Preflight, Step::Survey});
    const double part = step.length / 4;
    request(id, {step.at + part, u"GET"_s, appPath({}), part});
    request(id, {step.at + 2 * part, u"GET"_s, appPath(u"/machines"_s), part});
    request(id, {step.at + 3 * part, u"GET"_s, u"/api/v1/apps/%1/releases"_s.arg(m_app.app.value)});
    request(id, {step.at + 3.5 * part, u"GET"_s, appPath(u"/secrets"_s)});
    close(step.at + step.length, id);
}

void PastScript::build(const PastStep &step)
{
    const double ended = step.at + step.length;
    const SpanId row = open(step.at, {Phase::Build, Step::BuildImage});
    std::optional<Error> failed;
    for (const PastStage &stage : step.stages) {
        Place place{Phase::Build, Step::BuildStage, stage.lane, row};
        place.title = stage.title;
        const SpanId id = open(step.at + stage.at, place);
        std::optional<Error> error;
        if (stage.failed) {
            error = processError(u"%1: exit code 1"_s.arg(stage.title));
            failed = error;
            failedAt(Step::BuildStage, stage.lane, *error);
        }
        close(step.at + stage.at + stage.length, id, error);
    }
    sayLines(step.at, ended, step.log, LogLine::Source::Build, u"build"_s);
    close(ended, row, failed);
}

void PastScript::push(const PastStep &step)
{
    const SpanId id = open(step.at, {Phase::Push, Step::PushImage});
    sayLines(step.at, step.at + step.length, step.log, LogLine::Source::Build, u"build"_s);
    close(step.at + step.length, id);
}

void PastScript::leases(const PastStep &step)
{
    const double ended = step.at + step.length;
    const SpanId id = open(step.at, {Phase::Update, Step::AcquireLeases});
    const double share = step.length / double(m_plan.machines.size() + 1);
    double at = step.at;
    for (const PlannedMachine &machine : m_plan.machines) {
        at += share;
        intend(step.at + moment, at, id, What::TakeLease, machine.id.value, {});
        request(id, {at, u"POST"_s, machinePath(machine.id.value, u"/lease"_s), share});
        const QDateTime expires = m_circumstances.time(at + leaseTime);
        put(at, events::LeaseTaken{machine.id, made(u"nonce"_s).toLower(), expires});
        m_leased.append(machine.id);
    }
    close(ended, id);
}

void PastScript::createRelease(const PastStep &step)
{
    const double created = step.at + step.length * 0.55;
    const double ended = step.at + step.length;
    const SpanId id = open(step.at, {Phase::Preflight, Step::CreateRelease});
    intend(step.at + moment, created, id, What::CreateRelease, {}, m_plan.image);
    request(id, {created, u"POST"_s, u"/api/v1/releases"_s, 0.2});
    put(created, events::ReleaseCreated{m_past.release, m_past.version});
    intend(created, ended, id, What::RunRelease, {}, QString::number(m_past.version));
    const QString path = u"/api/v1/releases/%1"_s.arg(m_past.release.value);
    request(id, {ended, u"PATCH"_s, path, 0.15});
    close(ended, id);
}

void PastScript::releaseCommand(const PastStep &step)
{
    const QString image = m_plan.image;
    const double prepared = step.at + step.prepare;
    const SpanId row = open(step.at, {Phase::Migrate, Step::ReleaseCommand});
    const SpanId prepare =
        open(step.at, {Phase::Migrate, Step::ReleaseMachinePrepare, {}, row, Segment::Pull});
    const double created = step.at + 0.3;
    intend(
        step.at + moment, created, prepare, What::CreateReleaseMachine, {}, m_plan.releaseCommand);
    request(prepare, {created, u"POST"_s, appPath(u"/machines"_s), 0.25});
    note(created, prepare, Note::ReleaseMachine, {step.machine});
    say(created + 0.1,
        LogLine::Source::Platform,
        step.machine,
        u"Pulling container image "_s + image);
    say(prepared - 0.1,
        LogLine::Source::Platform,
        step.machine,
        u"Successfully prepared image "_s + image);
    request(prepare, {prepared, u"GET"_s, machinePath(step.machine, u"/wait"_s), step.prepare});
    close(prepared, prepare);
    runReleaseMachine(step, row);
}

void PastScript::runReleaseMachine(const PastStep &step, SpanId row)
{
    const double begun = step.at + step.prepare;
    const double ended = begun + step.run;
    const double booted = begun + vmStartTime;
    const double exited = ended - 0.9;
    const SpanId run = open(begun, {Phase::Migrate, Step::ReleaseMachineRun, {}, row});
    note(begun, run, Note::ReleaseMachine, {step.machine});
    intend(begun, begun + 0.2, run, What::StartReleaseMachine, step.machine, m_plan.releaseCommand);
    request(run, {begun + 0.2, u"POST"_s, machinePath(step.machine, u"/start"_s), 0.18});
    say(begun + 0.3, LogLine::Source::Platform, step.machine, u"Configuring firecracker"_s);
    say(booted, LogLine::Source::App, step.machine, u" INFO Starting init (commit: 676b820)..."_s);
    say(booted,
        LogLine::Source::App,
        step.machine,
        u" INFO Preparing to run: `%1` as root"_s.arg(m_plan.releaseCommand));
    sayLines(booted, exited, step.log, LogLine::Source::App, step.machine);
    const QString code = QString::number(step.exitCode);
    say(exited,
        LogLine::Source::App,
        step.machine,
        u" INFO Main child exited normally with code: "_s + code);
    say(exited, LogLine::Source::App, step.machine, u" INFO Starting clean up."_s);
    request(run, {ended - 0.2, u"GET"_s, machinePath(step.machine, {}), 0.1});
    note(ended - 0.1, run, Note::MachineExited, {code, u"-1"_s, u"false"_s});

    events::ReleaseCommandEnded report;
    report.key = m_circumstances.releaseKey();
    report.command = m_plan.releaseCommand;
    report.machine = MachineId(step.machine);
    report.exitCode = step.exitCode;
    put(ended - 0.1, report);
    std::optional<Error> error;
    if (step.exitCode != 0) {
        error = processError(u"the release command exited with code "_s + code);
        failedAt(Step::ReleaseCommand, {}, *error);
    }
    close(ended, run, error);
    close(ended, row, error);
}

void PastScript::update(const PastStep &step)
{
    const double pulling = step.at + step.turn;
    const SpanId bar = open(step.at, {Phase::Update, Step::UpdateMachine, step.machine, {}});
    const SpanId turn =
        open(step.at, {Phase::Update, Step::UpdateMachine, step.machine, bar, Segment::WaitTurn});
    close(pulling, turn);
    writeUpdate(step, pulling, bar);
    watchUpdate(step, pulling, bar);
    sayUpdate(step, pulling);
}

void PastScript::writeUpdate(const PastStep &step, double at, SpanId bar)
{
    const MachineId machine(step.machine);
    for (const PlannedMachine &planned : m_plan.machines) {
        if (planned.id != machine)
            continue;
        put(at,
            events::MachineBefore{machine,
                MachineState::Started,
                step.before,
                planned.digestNow,
                planned.configDigestNow});
    }
    const double answered = at + 0.35;
    intend(at, answered, bar, What::UpdateMachine, step.machine, m_plan.image);
    request(bar, {answered, u"POST"_s, machinePath(step.machine, {}), 0.3});
    put(answered, events::MachineUpdated{machine, step.before, step.after});
}

void PastScript::watchUpdate(const PastStep &step, double pulling, SpanId bar)
{
    const QString lane = step.machine;
    const double starting = pulling + step.pull;
    const double started = starting + step.start;
    const double checking = started + step.grace;
    const double ended = checking + step.checks;
    const auto segment = [&](double from, double to, Segment what) {
        const SpanId id = open(from, {Phase::Update, Step::UpdateMachine, lane, bar, what});
        std::optional<Error> error;
        if (step.failed && what == Segment::Checks)
            error = m_end.error;
        close(to, id, error);
    };
    if (step.failed) {
        QString detail = u"timeout reached waiting for health checks to pass for machine "_s;
        detail += u"%1: %2 %3"_s.arg(lane, m_app.check, step.checkOutput);
        failedAt(Step::UpdateMachine, lane, {Error::Kind::Timeout, detail, 0, {}, {}, {}});
    }
    note(pulling + 0.4, bar, Note::MachineState, {u"replacing"_s});
    segment(pulling + 0.36, starting, Segment::Pull);
    note(starting, bar, Note::MachineState, {u"starting"_s});
    segment(starting, started, Segment::Start);
    note(started, bar, Note::MachineState, {u"started"_s});
    note(started + 1.2, bar, Note::ChecksPassing, {u"0"_s, u"1"_s});
    segment(started, checking, Segment::Grace);
    segment(checking, ended, Segment::Checks);
    if (step.failed) {
        note(checking + 4, bar, Note::CheckOutput, {m_app.check, step.checkOutput});
        close(ended, bar, m_end.error);
    } else {
        note(ended, bar, Note::ChecksPassing, {u"1"_s, u"1"_s});
        close(ended, bar);
    }
}

void PastScript::sayUpdate(const PastStep &step, double pulling)
{
    const QString lane = step.machine;
    const double starting = pulling + step.pull;
    const double started = starting + step.start;
    const double ended = started + step.grace + step.checks;
    const double pulled = starting - drainTime;
    say(pulling + 0.4,
        LogLine::Source::Platform,
        lane,
        u"Pulling container image "_s + m_plan.image);
    say(pulled, LogLine::Source::Platform, lane, u"Successfully prepared image "_s + m_plan.image);
    say(pulled, LogLine::Source::App, lane, u" INFO Sending signal SIGINT to main child process"_s);
    sayLines(pulled, starting, u"drain"_s, LogLine::Source::App, lane);
    say(starting, LogLine::Source::Platform, lane, u"Configuring firecracker"_s);
    say(started, LogLine::Source::App, lane, u" INFO Starting init (commit: 676b820)..."_s);
    const QString lines = step.log.isEmpty() ? u"boot"_s : step.log;
    sayLines(started, ended, lines, LogLine::Source::App, lane);
    if (step.failed)
        return;
    say(ended - 0.3,
        LogLine::Source::Platform,
        lane,
        u"Health check '%1' on port %2 is now passing."_s.arg(
            m_app.check, m_app.check.section(u'-', -1)));
}

// Image and config are right already: only the labels of the new release are set.
void PastScript::labels(const PastStep &step)
{
    const double ended = step.at + step.length;
    const SpanId bar = open(step.at, {Phase::Update, Step::UpdateMachine, step.machine, {}});
    intend(step.at + moment,
        ended,
        bar,
        What::SetLabels,
        step.machine,
        QString::number(m_past.version));
    for (const QString &label : {u"fly_release_id"_s, u"fly_release_version"_s}) {
        request(bar,
            {ended - moment, u"POST"_s, machinePath(step.machine, u"/metadata/"_s + label), 0.2});
    }
    close(ended, bar);
}

void PastScript::cancelledUpdate(const PastStep &step)
{
    const Error why{Error::Kind::Cancelled, u"another machine failed before"_s, 0, {}, {}, {}};
    const double ended = step.at + step.length;
    const SpanId bar = open(step.at, {Phase::Update, Step::UpdateMachine, step.machine, {}});
    const SpanId turn =
        open(step.at, {Phase::Update, Step::UpdateMachine, step.machine, bar, Segment::WaitTurn});
    put(ended, events::SpanEnded{turn, Outcome::Cancelled, {}});
    close(ended, bar, why);
}

void PastScript::releaseLeases(const PastStep &step)
{
    const double ended = step.at + step.length;
    const SpanId id = open(step.at, {Phase::Cleanup, Step::ReleaseLeases});
    for (const MachineId &machine : std::as_const(m_leased)) {
        intend(step.at + moment, ended, id, What::DropLease, machine.value, {});
        request(id, {ended, u"DELETE"_s, machinePath(machine.value, u"/lease"_s), 0.2});
        put(ended, events::LeaseDropped{machine, false});
    }
    close(ended, id);
}

void PastScript::verify(const PastStep &step)
{
    m_lookedAt = step.at + step.length;
    const SpanId id = open(step.at, {Phase::Verify, Step::VerifyReality});
    request(id, {m_lookedAt, u"GET"_s, appPath(u"/machines"_s), step.length});
    close(m_lookedAt, id);
}

void PastScript::closeRelease(const PastStep &step)
{
    const double ended = step.at + step.length;
    const bool good = m_past.reported != Reported::Failed;
    const SpanId id = open(step.at, {Phase::Cleanup, Step::CloseRelease});
    const QString status = good ? u"complete"_s : u"failed"_s;
    intend(step.at + moment,
        ended,
        id,
        What::CloseRelease,
        {},
        u"v%1 %2"_s.arg(m_past.version).arg(status));
    const QString path = u"/api/v1/releases/%1"_s.arg(m_past.release.value);
    request(id, {ended, u"PATCH"_s, path, 0.2});
    close(ended, id);
}
