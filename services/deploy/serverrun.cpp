#include "deploy/serverrun.h"

#include "core/log.h"
#include "core/sanitise.h"
#include "deploy/causes.h"
#include "servers/ssherrors.h"
#include "types/stackplan.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr Clock::Duration firstRunnerRest = 500ms; // between tries to reach it again, doubling
constexpr Clock::Duration longestRunnerRest = 10s;
constexpr Clock::Duration runnerPatience = 20min; // for a link to come back
constexpr Clock::Duration runnerBriefPatience = 1min; // where nothing depends on it yet
constexpr std::chrono::seconds runnerCallLimit{60};
constexpr std::chrono::minutes runnerStageLimit{30};

// The link may come back; whether something ran is not known.
bool isLinkTrouble(const Error &error)
{
    if (const std::optional<SshCause> cause = sshCauseOf(error)) {
        switch (*cause) {
        case SshCause::NameUnknown:
        case SshCause::NameLookupFailed:
        case SshCause::NoRoute:
        case SshCause::PortRefused:
        case SshCause::ConnectTimeout:
        case SshCause::BannerTimeout:
        case SshCause::ClosedAtStart:
        case SshCause::ConnectionLost:
        case SshCause::SessionsExceeded:
        case SshCause::MasterGone:
        case SshCause::NoAnswer:
            return true;
        default:
            return false;
        }
    }
    return error.kind == Error::Kind::Timeout || error.kind == Error::Kind::Offline;
}

// What may be asked twice, until the link lets it through.
template <typename Once>
auto overCutLinks(
    Clock &clock, const std::stop_token &leave, Clock::Duration patience, const Once &once)
{
    const Clock::Duration began = clock.now();
    for (Clock::Duration rest = firstRunnerRest;; rest = std::min(rest * 2, longestRunnerRest)) {
        auto done = once();
        if (done || !isLinkTrouble(done.error()) || clock.now() - began > patience)
            return done;
        if (!clock.sleepFor(rest, leave))
            return decltype(done)(failure(Error::Kind::Cancelled, u"it is left to go on"_s));
    }
}

tl::unexpected<Error> runnerRefused(const RunnerProgram::Answer &answer)
{
    return failure(Error{Error::Kind::Rejected,
        u"the runner refused: %1"_s.arg(answer.words.join(u' ')),
        0,
        {},
        {},
        u"stack-runner %1"_s.arg(answer.words.value(0))});
}
} // namespace

ServerRun::ServerRun(Parts parts, Place place)
    : m_parts(std::move(parts))
    , m_place(std::move(place))
{
}

ServerRun::~ServerRun() = default;

// One try; a link that fails is forgotten, the next try makes another.
Result<SshEnd> ServerRun::exchange(const SshCommand &command)
{
    std::optional<ServerLink> link;
    {
        const std::lock_guard lock(m_mutex);
        link = m_link;
    }
    if (!link) {
        Result<ServerLink> opened = m_parts.open(m_place.server, m_parts.leave);
        if (!opened)
            return failure(opened.error());
        link = std::move(*opened);
        const std::lock_guard lock(m_mutex);
        m_link = link;
        m_timeHere = link->timeHere;
    }
    Result<SshEnd> end = link->run(command, m_parts.leave);
    if (!end) {
        const std::lock_guard lock(m_mutex);
        m_link.reset();
    }
    return end;
}

Result<QByteArray> ServerRun::call(const QStringList &arguments, const Secret &input)
{
    const Result<Secret> text = RunnerProgram::call(m_place.folder, arguments, input);
    if (!text)
        return failure(text.error());
    SshCommand command;
    command.line = RunnerProgram::command().toLatin1();
    command.secretInput = *text;
    command.timeout = arguments.value(0) == "stage"_L1 ? runnerStageLimit : runnerCallLimit;
    // The link may have gone unnoticed since the last call: nothing was run then.
    for (bool again = false;; again = true) {
        const Result<SshEnd> end = exchange(command);
        if (end)
            return end->output;
        if (again || sshCauseOf(end.error()) != SshCause::MasterGone)
            return failure(end.error());
    }
}

// The runner and the stack's folder are put there when they are missing.
Result<RunnerProgram::Answer> ServerRun::ask(const QStringList &arguments, const Secret &input)
{
    for (int prepared = 0; prepared < 3; ++prepared) {
        const Result<QByteArray> output = call(arguments, input);
        if (!output)
            return failure(output.error());
        const Result<RunnerProgram::Answer> answer = RunnerProgram::answer(*output);
        if (!answer || answer->word != "refused"_L1)
            return answer;
        const QString why = answer->words.value(0);
        if (why == "no-folder"_L1) {
            if (const Result<void> made = makeFolder(); !made)
                return failure(made.error());
        } else if (why == "no-runner"_L1) {
            const Result<QByteArray> program = RunnerProgram::install(m_place.folder);
            if (!program)
                return failure(program.error());
            SshCommand command;
            command.line = RunnerProgram::command().toLatin1();
            command.secretInput = Secret(*program);
            if (const Result<SshEnd> installed = exchange(command); !installed)
                return failure(installed.error());
        } else {
            return answer;
        }
    }
    return failure(Error::Kind::Process, u"the runner could not be put on the server"_s);
}

Result<void> ServerRun::makeFolder()
{
    const QByteArray end = "atalaya-end-of-folder";
    if (m_place.folder.contains(u'\n') || m_place.folder.toUtf8() == end)
        return failure(Error::Kind::InvalidInput, u"a line feed in the name of the folder"_s);
    SshCommand command;
    command.line = "sh -s";
    command.input = "umask 022\nIFS= read -r folder <<'" + end + "'\n" + m_place.folder.toUtf8()
        + '\n' + end + "\nmkdir -p -- \"$folder\"\n";
    const Result<SshEnd> made = exchange(command);
    if (!made)
        return failure(made.error());
    if (made->exitCode != 0)
        return failure(Error{Error::Kind::Forbidden,
            Sanitise::line(QString::fromUtf8(made->errors.left(500))),
            0,
            {},
            {},
            u"stack-folder %1 %2"_s.arg(m_place.server, m_place.folder)});
    return {};
}

Result<void> ServerRun::stage(const QString &id, const QByteArray &tar)
{
    const QString hash =
        QString::fromLatin1(QCryptographicHash::hash(tar, QCryptographicHash::Sha256).toHex());
    const Result<RunnerProgram::Answer> answer =
        overCutLinks(*m_parts.clock, m_parts.leave, runnerBriefPatience, [&] {
            return ask({u"stage"_s, id, hash}, Secret(QByteArray(tar)));
        });
    if (!answer)
        return failure(answer.error());
    return answer->word == "staged"_L1 ? Result<void>() : runnerRefused(*answer);
}

Result<void> ServerRun::start(
    RunnerList list, const std::function<bool(const QString &)> &mayGiveUp)
{
    for (int tries = 0; tries < 2; ++tries) {
        const Result<Secret> lines = RunnerSteps::encode(list, {});
        if (!lines)
            return failure(lines.error());
        const Result<RunnerProgram::Answer> answer =
            overCutLinks(*m_parts.clock, m_parts.leave, runnerBriefPatience, [&] {
                return ask({u"start"_s}, *lines);
            });
        // Whether it was started is seen by following it.
        if (!answer && isLinkTrouble(answer.error()))
            return {};
        if (!answer)
            return failure(answer.error());
        if (answer->word == "started"_L1 || answer->word == "already"_L1)
            return {};
        const QString why = answer->words.value(0);
        if (why == "held"_L1)
            return Cause::stackHeld(m_place.server, answer->words.mid(4).join(u' '));
        if (why != "unfinished"_L1)
            return runnerRefused(*answer);
        const QString last = answer->words.value(1);
        if (answer->words.value(2) == "working"_L1 || !mayGiveUp(last))
            return Cause::stackUnfinished(m_place.server, last);
        list.supersedes = last;
    }
    return Cause::stackUnfinished(m_place.server, list.supersedes);
}

Result<void> ServerRun::carryOn(const QString &answer)
{
    const Result<Secret> none = RunnerSteps::encodeSecrets({});
    if (!none)
        return failure(none.error());
    bool isAgain = false;
    const Result<void> done =
        overCutLinks(*m_parts.clock, m_parts.leave, runnerPatience, [&]() -> Result<void> {
            // An answer that was heard is not given to what may be asked by now.
            if (std::exchange(isAgain, true)) {
                const Result<RunnerStatus> now = status();
                if (!now || now->sequence > m_imported)
                    return now ? Result<void>() : failure(now.error());
            }
            return carryOnOnce(answer, *none);
        });
    return done || !isLinkTrouble(done.error()) ? done : Cause::stackLinkLost(m_place.server);
}

Result<void> ServerRun::carryOnOnce(const QString &answer, const Secret &secrets)
{
    const Result<RunnerProgram::Answer> told =
        ask({u"continue"_s, m_place.run, answer, m_place.owner}, secrets);
    if (!told)
        return failure(told.error());
    const bool runs = told->word == "started"_L1 || told->word == "already"_L1
        || told->words.value(0) == "held"_L1; // it goes on already
    return runs || told->words.value(0) == "ended"_L1 ? Result<void>() : runnerRefused(*told);
}

Result<void> ServerRun::cancel(const QString &mode)
{
    const Result<RunnerProgram::Answer> told =
        overCutLinks(*m_parts.clock, m_parts.leave, runnerBriefPatience, [&] {
            return ask({u"cancel"_s, m_place.run, mode, m_place.owner});
        });
    if (!told)
        return failure(told.error());
    // One that rests needs no stop.
    const bool isDone = told->word != "refused"_L1 || told->words.value(0) == "rests"_L1
        || told->words.value(0) == "no-run"_L1;
    return isDone ? Result<void>() : runnerRefused(*told);
}

Result<ServerRun::RunnerStatus> ServerRun::status()
{
    const Result<QByteArray> output = call({u"status"_s, m_place.run});
    if (!output)
        return failure(output.error());
    RunnerStatus status;
    for (const QByteArray &line : output->split('\n')) {
        if (line.startsWith("sequence "))
            status.sequence = line.mid(9).toLongLong();
        if (!line.startsWith("event "))
            continue;
        const Result<RunnerEvent> event = RunnerEvents::decode(m_place.run, line.mid(6));
        if (!event)
            return failure(event.error());
        status.question = *event;
    }
    return status;
}

Result<std::optional<RunnerEvent>> ServerRun::question()
{
    const Result<RunnerStatus> now =
        overCutLinks(*m_parts.clock, m_parts.leave, runnerPatience, [&] { return status(); });
    if (now)
        return now->question;
    return isLinkTrouble(now.error()) ? Cause::stackLinkLost(m_place.server) : failure(now.error());
}

Result<QString> ServerRun::follow()
{
    prime();
    RunnerReader reader(m_place.run, m_imported, m_logBytes);
    Clock::Duration rest = firstRunnerRest;
    Clock::Duration reached = m_parts.clock->now();
    for (;;) {
        const qint64 before = reader.sequence();
        const qint64 bytesBefore = reader.logBytes();
        const Result<QString> state = followOnce(reader);
        if (state && !state->isEmpty()) { // a run that goes on is followed from here
            m_imported = reader.sequence();
            m_logBytes = reader.logBytes();
            return state;
        }
        if (m_parts.leave.stop_requested())
            return failure(Error::Kind::Cancelled, u"it is left to go on"_s);
        if (!state && !isLinkTrouble(state.error()))
            return failure(state.error());
        if (state || reader.sequence() > before || reader.logBytes() != bytesBefore) {
            reached = m_parts.clock->now();
            rest = firstRunnerRest;
        }
        if (m_parts.clock->now() - reached > runnerPatience)
            return Cause::stackLinkLost(m_place.server);
        if (!m_parts.clock->sleepFor(rest, m_parts.leave))
            return failure(Error::Kind::Cancelled, u"it is left to go on"_s);
        rest = std::min(rest * 2, longestRunnerRest);
        reader.reconnect();
    }
}

// Empty: the stream ended without a rest, and is to be followed again.
Result<QString> ServerRun::followOnce(RunnerReader &reader)
{
    const Result<QByteArray> text = RunnerProgram::call(m_place.folder,
        {u"follow"_s,
            m_place.run,
            QString::number(reader.sequence()),
            QString::number(reader.logBytes())});
    if (!text)
        return failure(text.error());
    QString state;
    std::optional<Error> broken;
    SshCommand command;
    command.line = RunnerProgram::command().toLatin1();
    command.secretInput = Secret(*text);
    command.timeout = std::chrono::milliseconds(0);
    command.onBytes = [&](const QByteArray &bytes) {
        if (broken || !state.isEmpty())
            return;
        const Result<QList<RunnerItem>> items = reader.feed(bytes);
        const Result<void> taken =
            items ? take(*items, state) : Result<void>(failure(items.error()));
        if (!taken)
            broken = taken.error();
    };
    const Result<SshEnd> end = exchange(command);
    if (!state.isEmpty())
        return state;
    if (broken)
        return failure(*broken);
    if (!end)
        return failure(end.error());
    return QString();
}

Result<void> ServerRun::take(const QList<RunnerItem> &items, QString &state)
{
    for (const RunnerItem &item : items) {
        if (const auto *event = std::get_if<RunnerEvent>(&item)) {
            take(*event);
        } else if (const auto *log = std::get_if<RunnerLog>(&item)) {
            take(*log);
        } else if (const auto *rest = std::get_if<RunnerRest>(&item)) {
            state = rest->state;
        } else {
            const auto &refusal = std::get<RunnerRefusal>(item);
            const bool isGone = refusal.reason == "no-run"_L1 || refusal.reason == "no-runner"_L1
                || refusal.reason == "no-folder"_L1;
            if (!isGone)
                return failure(Error::Kind::Protocol,
                    u"the runner refused to be followed: %1"_s.arg(refusal.reason));
            state = u"none"_s;
        }
    }
    return {};
}
