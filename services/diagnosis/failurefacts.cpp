#include "diagnosis/failurefacts.h"

#include "diagnosis/rule.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int memoryKillSignal = 9;
constexpr int signalBase = 128; // a shell's way to tell a signal as an exit code
constexpr int lastSignal = 64;

// A condition that is not set holds.
template <typename Value> bool holds(const std::optional<Value> &wanted, const Value &is)
{
    return !wanted || *wanted == is;
}

bool isOneOf(const QStringList &wanted, const QString &is)
{
    return wanted.isEmpty() || wanted.contains(is);
}

bool matches(const std::optional<QRegularExpression> &wanted, const QString &text)
{
    return !wanted || (!text.isEmpty() && wanted->match(text).hasMatch());
}

} // namespace

std::optional<FailureFacts> FailureFacts::of(const DeploymentState &state)
{
    const AttemptState *attempt = state.lastAttempt();
    if (!attempt || !attempt->ended || attempt->ended->reported != Reported::Failed)
        return {};
    FailureFacts facts;
    facts.m_attempt = attempt->number;
    facts.m_step = attempt->ended->failedStep;
    facts.m_lane = attempt->ended->failedLane;
    facts.readError(attempt->ended->error);
    facts.readSpans(state);
    if (attempt->releaseCommand && facts.isRelease())
        facts.readReleaseCommand(*attempt->releaseCommand);
    facts.readPlan(*attempt);
    return facts;
}

QStringList FailureFacts::names()
{
    return {u"machine"_s,
        u"region"_s,
        u"exit"_s,
        u"signal"_s,
        u"command"_s,
        u"releaseTimeout"_s,
        u"waitTimeout"_s,
        u"httpStatus"_s,
        u"check"_s,
        u"checkStatus"_s,
        u"address"_s,
        u"internalPort"_s,
        u"leaseOwner"_s,
        u"leaseUntil"_s,
        u"volume"_s,
        u"release"_s, // these three: see situations.h
        u"minutes"_s,
        u"memory"_s};
}

bool FailureFacts::isBuild() const
{
    return m_step == Step::BuildImage || m_step == Step::BuildStage || m_step == Step::PushImage;
}

bool FailureFacts::isRelease() const
{
    return m_step == Step::ReleaseCommand || m_step == Step::ReleaseMachineRun;
}

bool FailureFacts::wasKilledForMemory() const
{
    return m_oomKilled || m_signal == memoryKillSignal
        || m_exitCode == signalBase + memoryKillSignal;
}

void FailureFacts::readReleaseCommand(const events::ReleaseCommandEnded &ended)
{
    m_releaseKnown = true;
    m_exitCode = ended.exitCode;
    m_signal = ended.signal;
    m_oomKilled = ended.oomKilled;
    m_timedOut = ended.timedOut;
    m_lane = ended.machine.value;
    m_values[u"command"_s] = ended.command;
}

// The spans that failed tell more than the end: how the machine exited, what its checks said.
void FailureFacts::readSpans(const DeploymentState &state)
{
    for (const SpanState &span : state.spans) {
        const bool counts = span.attempt == m_attempt && span.step == m_step
            && (m_lane.isEmpty() || span.lane == m_lane);
        if (!counts)
            continue;
        for (const SpanNote &note : span.notes)
            readNote(note);
        if (!m_error)
            readError(span.error);
    }
    if (m_error && m_error->code == "release-not-prepared"_L1)
        readPreparation(state);
    // Who holds a machine is told where leases are taken, whatever failed by it.
    for (const SpanState &span : state.spans) {
        for (const SpanNote &note : span.notes) {
            if (span.attempt == m_attempt && note.note == Note::LeaseHeldBy)
                readNote(note);
        }
    }
}

// Of a release command's machine that was never ready for it.
void FailureFacts::readPreparation(const DeploymentState &state)
{
    for (const SpanState &span : state.spans) {
        if (span.attempt != m_attempt || span.step != Step::ReleaseMachinePrepare)
            continue;
        for (const SpanNote &note : span.notes) {
            if (note.note == Note::ReleaseMachine)
                m_lane = m_values[u"machine"_s] = note.args.value(0);
            else if (note.note == Note::MachineState)
                m_machineState = note.args.value(0);
        }
    }
}

void FailureFacts::readNote(const SpanNote &note)
{
    const QStringList &args = note.args;
    switch (note.note) {
    case Note::MachineExited:
        if (args.size() < 3)
            break;
        m_exitCode = args[0].toInt();
        m_signal = args[1].toInt();
        m_oomKilled = args[2] == "true"_L1;
        break;
    case Note::CheckOutput:
        if (args.size() >= 2)
            readCheck(args[0], args[1]);
        break;
    case Note::MachineState:
        if (!args.isEmpty())
            m_machineState = args[0];
        break;
    case Note::LeaseHeldBy:
        if (args.isEmpty())
            break;
        m_values[u"leaseOwner"_s] = args[0];
        if (args.size() > 1) {
            const QDateTime until = QDateTime::fromString(args[1], Qt::ISODate).toUTC();
            const bool isToday = until.date() == note.at.toUTC().date() || !note.at.isValid();
            m_values[u"leaseUntil"_s] =
                until.toString(isToday ? u"HH:mm:ss"_s : u"yyyy-MM-dd HH:mm:ss"_s);
        }
        break;
    default:
        break;
    }
}

void FailureFacts::readError(const std::optional<Error> &error)
{
    m_error = error;
    if (!error)
        return;
    if (error->httpStatus > 0)
        m_values[u"httpStatus"_s] = QString::number(error->httpStatus);
    static const QRegularExpression volume(u"volume (\\S+) does not exist"_s);
    if (const auto missing = volume.match(error->detail); missing.hasMatch())
        m_values[u"volume"_s] = missing.captured(1);
    static const QRegularExpression changed(
        u"^machine (?:ID )?(\\S+) (?:was changed by somebody else|lease currently held)"_s);
    if (const auto match = changed.match(error->detail); m_lane.isEmpty() && match.hasMatch())
        m_lane = match.captured(1);
    static const QRegularExpression exited(u"(?:exited|last) with code (\\d+)"_s);
    const QRegularExpressionMatch match = exited.match(error->detail);
    if (match.hasMatch())
        m_exitCode = match.capturedView(1).toInt();
}

void FailureFacts::readPlan(const AttemptState &attempt)
{
    const DeployPlan &plan = attempt.plan;
    m_values[u"releaseTimeout"_s] = QString::number(plan.releaseCommandTimeout.count());
    m_values[u"waitTimeout"_s] = QString::number(plan.waitTimeout.count());
    if (!m_values.contains(u"command"_s))
        m_values[u"command"_s] = plan.releaseCommand;
    readShellsSignal();
    if (isRelease())
        return;
    m_values[u"machine"_s] = m_lane;
    for (const PlannedMachine &machine : plan.machines) {
        if (machine.id.value == m_lane)
            m_values[u"region"_s] = machine.region;
    }
}

void FailureFacts::readCheck(const QString &name, const QString &output)
{
    static const QRegularExpression refusal(u"(?<!\\d)[45]\\d\\d(?!\\d)"_s);
    m_values[u"check"_s] = name;
    m_checkOutput = output;
    m_values[u"checkStatus"_s] = refusal.match(output).captured();
}

void FailureFacts::readShellsSignal()
{
    if (m_exitCode)
        m_values[u"exit"_s] = QString::number(*m_exitCode);
    const bool toldByShell =
        m_exitCode && *m_exitCode > signalBase && *m_exitCode <= signalBase + lastSignal;
    if (m_signal <= 0 && toldByShell)
        m_signal = *m_exitCode - signalBase;
    if (m_signal > 0)
        m_values[u"signal"_s] = QString::number(m_signal);
}

// The words of flyctl, of the platform's init and of its proxy (fly-io.md 5.4, 5.7, 10).
void FailureFacts::readLine(const LogLine &line)
{
    static const QRegularExpression exitCode(
        u"(?:non-zero status of|exited (?:normally )?with code:?|exit code:?) (\\d{1,3})\\b"_s);
    static const QRegularExpression signal(
        u"(?:killed by|exited with|by) signal:? (\\d{1,2})\\b"_s);
    static const QRegularExpression memory(
        u"[Oo]ut of memory: Killed|oom-kill|oom_killed\"?: ?true|OOM killed"_s);
    static const QRegularExpression check(
        u"(?<name>servicecheck-\\d{2}-(?:http|tcp)-\\d+)\\W.*\\b(?:critical|failed)\\b(?<output>.*)"_s);
    if (!line.lane.isEmpty() && line.lane != "build"_L1)
        m_values[u"machine"_s] = line.lane;
    static const QStringList words{
        u"exit"_s, u"status of"_s, u"signal"_s, u"emory"_s, u"oom"_s, u"OOM"_s, u"servicecheck"_s};
    const bool mayTell = std::any_of(words.cbegin(), words.cend(), [&line](const QString &word) {
        return line.text.contains(word);
    });
    if (!mayTell)
        return;
    if (const auto match = exitCode.match(line.text); match.hasMatch())
        m_exitCode = match.capturedView(1).toInt();
    if (const auto match = signal.match(line.text); match.hasMatch())
        m_signal = match.capturedView(1).toInt();
    if (memory.match(line.text).hasMatch())
        m_oomKilled = true;
    if (const auto match = check.match(line.text); match.hasMatch()) {
        readCheck(match.captured(u"name"_s), line.text);
        m_error = Error{Error::Kind::Timeout, line.text, 0, {}, {}, {}};
    }
}

// The last address it says it listens on counts.
void FailureFacts::readListening(const LogLine &line, const QList<int> &ports)
{
    static const QRegularExpression listening(
        u"(?:[Ll]istening|[Rr]unning) (?:at|on):? .*?(?<address>(?<host>127\\.0\\.0\\.1|localhost|0\\.0\\.0\\.0|\\[::\\]|\\*)?:(?<port>\\d{2,5}))\\b"_s);
    if (!line.text.contains("istening"_L1) && !line.text.contains("unning"_L1))
        return;
    const QRegularExpressionMatch match = listening.match(line.text);
    if (!match.hasMatch())
        return;
    const QString host = match.captured(u"host"_s);
    const bool isPrivate = host == "127.0.0.1"_L1 || host == "localhost"_L1;
    const int port = match.capturedView(u"port"_s).toInt();
    const bool isKnown = ports.isEmpty() || ports.contains(port);
    m_listensElsewhere = isPrivate || !isKnown;
    m_values[u"address"_s] = match.captured(u"address"_s);
    m_values[u"internalPort"_s] = isKnown ? QString() : QString::number(ports.first());
}

FailureFacts FailureFacts::ofLog(LogStory story, const QList<LogLine> &log, const QList<int> &ports)
{
    FailureFacts facts;
    facts.m_step = story == LogStory::Build ? Step::BuildStage
        : story == LogStory::ReleaseCommand ? Step::ReleaseCommand
                                            : Step::UpdateMachine;
    for (const LogLine &line : log)
        facts.readLine(line);
    for (const LogLine &line : story == LogStory::Run ? log : QList<LogLine>())
        facts.readListening(line, ports);
    facts.readShellsSignal();
    if (story == LogStory::ReleaseCommand) {
        facts.m_releaseKnown = true;
        if (facts.m_exitCode.value_or(0) == 0)
            facts.m_exitCode = 1; // it is asked about because it failed
    }
    if (story != LogStory::Run)
        facts.m_error.reset();
    else if (facts.m_exitCode || !facts.m_error)
        facts.m_error = Error{Error::Kind::Process, {}, 0, {}, {}, {}};
    return facts;
}

bool FailureFacts::fulfilsRelease(const FactCondition &condition) const
{
    if (condition.releaseCommand.isEmpty())
        return true;
    if (!isRelease() || !m_releaseKnown)
        return false;
    const bool ended = m_timedOut || m_signal > 0 || m_oomKilled || m_exitCode.value_or(0) != 0;
    if (condition.releaseCommand == "ended"_L1)
        return ended;
    if (condition.releaseCommand == "failed"_L1)
        return !m_timedOut && m_exitCode.value_or(0) != 0;
    return !ended;
}

bool FailureFacts::fulfil(const FactCondition &condition) const
{
    const Error error = m_error.value_or(Error());
    const QString kind = m_error ? errorKindName(error.kind) : QString();
    return (condition.steps.isEmpty() || condition.steps.contains(m_step))
        && isOneOf(condition.errorKinds, kind) && isOneOf(condition.errorCodes, error.code)
        && matches(condition.errorText, error.detail) && fulfilsRelease(condition)
        && holds(condition.killedForMemory, wasKilledForMemory())
        && holds(condition.timedOut, m_timedOut) && holds(condition.signalled, m_signal > 0)
        && holds(condition.exited, m_exitCode.has_value())
        && holds(condition.listensElsewhere, m_listensElsewhere)
        && holds(condition.leaseHeld, m_values.contains(u"leaseOwner"_s))
        && isOneOf(condition.machineStates, m_machineState)
        && matches(condition.checkText, m_checkOutput);
}
