#include "types/deployevent.h"
#include "types/eventarchive.h"
#include "types/planarchive.h"
#include "types/stackplanarchive.h"

using namespace Qt::StringLiterals;

namespace {
constexpr Word<Note> notes[] = {
    {Note::LeaseHeldBy, "lease-held-by"_L1},
    {Note::BudgetWait, "budget-wait"_L1},
    {Note::ChecksPassing, "checks-passing"_L1},
    {Note::CheckOutput, "check-output"_L1},
    {Note::MachineState, "machine-state"_L1},
    {Note::RetryingCall, "retrying-call"_L1},
    {Note::MachineExited, "machine-exited"_L1},
    {Note::ReleaseMachine, "release-machine"_L1},
    {Note::Adopted, "adopted"_L1},
    {Note::CreatedMachine, "created-machine"_L1},
    {Note::NoAnswer, "no-answer"_L1},
    {Note::NoRoom, "no-room"_L1},
};

constexpr Word<FailureAnswer> answers[] = {
    {FailureAnswer::Retry, "retry"_L1},
    {FailureAnswer::LeaveOut, "leave-out"_L1},
    {FailureAnswer::RollBack, "roll-back"_L1},
    {FailureAnswer::Leave, "leave"_L1},
    {FailureAnswer::RestoreData, "restore-data"_L1},
    {FailureAnswer::GoOn, "go-on"_L1},
};

constexpr Word<Reported> reports[] = {
    {Reported::Succeeded, "succeeded"_L1},
    {Reported::Failed, "failed"_L1},
    {Reported::Cancelled, "cancelled"_L1},
    {Reported::Interrupted, "interrupted"_L1},
    {Reported::RolledBack, "rolled-back"_L1},
};

constexpr Word<Reality> realities[] = {
    {Reality::AllNew, "all-new"_L1},
    {Reality::AllOld, "all-old"_L1},
    {Reality::Mixed, "mixed"_L1},
    {Reality::WrongCount, "wrong-count"_L1},
    {Reality::Unhealthy, "unhealthy"_L1},
    {Reality::Unknown, "unknown"_L1},
};

constexpr Word<ProbeResult::Problem> probeProblems[] = {
    {ProbeResult::Problem::None, "none"_L1},
    {ProbeResult::Problem::NameUnknown, "name-unknown"_L1},
    {ProbeResult::Problem::Unreachable, "unreachable"_L1},
    {ProbeResult::Problem::TimedOut, "timed-out"_L1},
    {ProbeResult::Problem::CertificateExpired, "certificate-expired"_L1},
    {ProbeResult::Problem::CertificateName, "certificate-name"_L1},
    {ProbeResult::Problem::CertificateUntrusted, "certificate-untrusted"_L1},
    {ProbeResult::Problem::BadAnswer, "bad-answer"_L1},
};

constexpr Word<Evidence::Kind> evidenceKinds[] = {
    {Evidence::Kind::LogLine, "log-line"_L1},
    {Evidence::Kind::ExitCode, "exit-code"_L1},
    {Evidence::Kind::ConfigLine, "config-line"_L1},
    {Evidence::Kind::Check, "check"_L1},
    {Evidence::Kind::Answer, "answer"_L1},
};

using What = events::Intent::What;
constexpr Word<What> intents[] = {
    {What::CreateRelease, "create-release"_L1},
    {What::RunRelease, "run-release"_L1},
    {What::CreateReleaseMachine, "create-release-machine"_L1},
    {What::StartReleaseMachine, "start-release-machine"_L1},
    {What::StopReleaseMachine, "stop-release-machine"_L1},
    {What::TakeLease, "take-lease"_L1},
    {What::UpdateMachine, "update-machine"_L1},
    {What::SetLabels, "set-labels"_L1},
    {What::DropLease, "drop-lease"_L1},
    {What::CloseRelease, "close-release"_L1},
    {What::CreateMachine, "create-machine"_L1},
    {What::UncordonMachine, "uncordon-machine"_L1},
    {What::CordonMachine, "cordon-machine"_L1},
    {What::StopMachine, "stop-machine"_L1},
    {What::StartMachine, "start-machine"_L1},
    {What::DestroyMachine, "destroy-machine"_L1},
};
} // namespace

template <> struct EnumNames<Note>
{
    static QString name(Note value) { return wordOf(notes, value); }
    static std::optional<Note> value(QStringView name) { return valueOf(notes, name); }
};
template <> struct EnumNames<FailureAnswer>
{
    static QString name(FailureAnswer value) { return wordOf(answers, value); }
    static std::optional<FailureAnswer> value(QStringView name) { return valueOf(answers, name); }
};
template <> struct EnumNames<ProbeResult::Problem>
{
    static QString name(ProbeResult::Problem value) { return wordOf(probeProblems, value); }
    static std::optional<ProbeResult::Problem> value(QStringView name)
    {
        return valueOf(probeProblems, name);
    }
};
template <> struct EnumNames<Evidence::Kind>
{
    static QString name(Evidence::Kind value) { return wordOf(evidenceKinds, value); }
    static std::optional<Evidence::Kind> value(QStringView name)
    {
        return valueOf(evidenceKinds, name);
    }
};
template <> struct EnumNames<What>
{
    static QString name(What value) { return wordOf(intents, value); }
    static std::optional<What> value(QStringView name) { return valueOf(intents, name); }
};
template <> struct EnumNames<Error::Kind>
{
    static QString name(Error::Kind value) { return errorKindName(value); }
    static std::optional<Error::Kind> value(QStringView name) { return errorKindFromName(name); }
};

void describe(auto &archive, Either<Error> auto &error)
{
    archive.field("kind"_L1, error.kind);
    archive.field("detail"_L1, error.detail);
    archive.field("httpStatus"_L1, error.httpStatus);
    archive.field("requestId"_L1, error.requestId);
    archive.field("retryAfterSeconds"_L1, error.retryAfter);
    archive.field("code"_L1, error.code);
}

void describe(auto &archive, Either<ProcessIdentity> auto &identity)
{
    archive.field("host"_L1, identity.host);
    archive.field("bootId"_L1, identity.bootId);
    archive.field("pid"_L1, identity.pid);
    archive.field("program"_L1, identity.program);
}

void describe(auto &archive, Either<ProbeResult> auto &probe)
{
    archive.field("address"_L1, probe.address);
    archive.field("problem"_L1, probe.problem);
    archive.field("status"_L1, probe.status);
    archive.field("certificateExpires"_L1, probe.certificateExpires);
    archive.field("tookMs"_L1, probe.took);
}

void describe(auto &archive, Either<WatchedAddress> auto &watched)
{
    archive.field("address"_L1, watched.address);
    archive.field("looks"_L1, watched.looks);
    archive.field("answers"_L1, watched.answers);
    archive.field("outages"_L1, watched.outages);
    archive.field("downMs"_L1, watched.down);
    archive.field("longestMs"_L1, watched.longest);
    archive.field("problem"_L1, watched.problem);
    archive.field("isDown"_L1, watched.isDown);
}

void describe(auto &archive, Either<Verdict> auto &verdict)
{
    archive.field("rules"_L1, verdict.rules);
    archive.field("reported"_L1, verdict.reported);
    archive.field("reality"_L1, verdict.reality);
    archive.field("expectedMachines"_L1, verdict.expectedMachines);
    archive.field("foundMachines"_L1, verdict.foundMachines);
    archive.field("oldVersion"_L1, verdict.oldVersion);
    archive.field("newVersion"_L1, verdict.newVersion);
    archive.field("newMachines"_L1, verdict.newMachines);
    archive.field("oldMachines"_L1, verdict.oldMachines);
    archive.field("otherMachines"_L1, verdict.otherMachines);
    archive.field("missingMachines"_L1, verdict.missingMachines);
    archive.field("unhealthyMachines"_L1, verdict.unhealthyMachines);
    archive.field("unknownBecause"_L1, verdict.unknownBecause);
    archive.field("lookedAt"_L1, verdict.lookedAt);
    archive.added("extraMachines"_L1, verdict.extraMachines);
    archive.added("unlistedMachines"_L1, verdict.unlistedMachines);
    archive.added("revertedMachines"_L1, verdict.revertedMachines);
    archive.added("leftOutMachines"_L1, verdict.leftOutMachines);
    archive.added("unreachedMachines"_L1, verdict.unreachedMachines);
    archive.added("goneMachines"_L1, verdict.goneMachines);
    archive.added("reportedBecause"_L1, verdict.reportedBecause);
    archive.added("returnedTo"_L1, verdict.returnedTo);
    archive.field("probe"_L1, verdict.probe);
    archive.added("servers"_L1, verdict.servers);
    archive.added("watched"_L1, verdict.watched);
}

void describe(auto &archive, Either<Evidence> auto &evidence)
{
    archive.field("kind"_L1, evidence.kind);
    archive.field("text"_L1, evidence.text);
    archive.field("logIndex"_L1, evidence.logIndex);
    archive.field("file"_L1, evidence.file);
    archive.field("line"_L1, evidence.line);
}

void describe(auto &archive, Either<Diagnosis> auto &diagnosis)
{
    archive.field("rule"_L1, diagnosis.rule);
    archive.field("catalogue"_L1, diagnosis.catalogue);
    archive.field("captures"_L1, diagnosis.captures);
    archive.field("evidence"_L1, diagnosis.evidence);
}

void describe(auto &archive, Either<events::AttemptStarted> auto &event)
{
    archive.field("plan"_L1, event.plan);
    archive.field("owner"_L1, event.owner);
}

void describe(auto &archive, Either<events::SpanStarted> auto &event)
{
    archive.field("span"_L1, event.span.value);
    archive.field("parent"_L1, event.parent.value);
    archive.field("phase"_L1, event.phase);
    archive.field("step"_L1, event.step);
    archive.field("segment"_L1, event.segment);
    archive.field("lane"_L1, event.lane);
    archive.field("title"_L1, event.title);
    archive.field("usual"_L1, event.usual);
}

void describe(auto &archive, Either<events::SpanNoted> auto &event)
{
    archive.field("span"_L1, event.span.value);
    archive.field("note"_L1, event.note);
    archive.field("args"_L1, event.args);
}

void describe(auto &archive, Either<events::SpanRequest> auto &event)
{
    archive.field("span"_L1, event.span.value);
    archive.field("method"_L1, event.method);
    archive.field("path"_L1, event.path);
    archive.field("status"_L1, event.status);
    archive.field("requestId"_L1, event.requestId);
    archive.field("tookMs"_L1, event.took);
}

void describe(auto &archive, Either<events::SpanEnded> auto &event)
{
    archive.field("span"_L1, event.span.value);
    archive.field("outcome"_L1, event.outcome);
    archive.field("error"_L1, event.error);
}

void describe(auto &archive, Either<events::SpanSkipped> auto &event)
{
    describe(archive, event.span);
    archive.field("reason"_L1, event.reason);
    archive.field("args"_L1, event.args);
}

void describe(auto &archive, Either<events::Intent> auto &event)
{
    archive.field("id"_L1, event.id);
    archive.field("what"_L1, event.what);
    archive.field("span"_L1, event.span.value);
    archive.field("machine"_L1, event.machine);
    archive.field("detail"_L1, event.detail);
}

void describe(auto &archive, Either<events::IntentDone> auto &event)
{
    archive.field("id"_L1, event.id);
    archive.field("outcome"_L1, event.outcome);
}

void describe(auto &archive, Either<events::MachineBefore> auto &event)
{
    archive.field("machine"_L1, event.machine);
    archive.field("state"_L1, event.state);
    archive.field("instanceId"_L1, event.instanceId);
    archive.field("imageDigest"_L1, event.imageDigest);
    archive.field("configDigest"_L1, event.configDigest);
}

void describe(auto &archive, Either<events::LeaseTaken> auto &event)
{
    archive.field("machine"_L1, event.machine);
    archive.field("nonce"_L1, event.nonce);
    archive.field("expiresAt"_L1, event.expiresAt);
}

void describe(auto &archive, Either<events::LeaseDropped> auto &event)
{
    archive.field("machine"_L1, event.machine);
    archive.field("expired"_L1, event.expired);
}

void describe(auto &archive, Either<events::ReleaseCreated> auto &event)
{
    archive.field("release"_L1, event.release);
    archive.field("version"_L1, event.version);
}

void describe(auto &archive, Either<events::ReleaseCommandEnded> auto &event)
{
    archive.field("key"_L1, event.key);
    archive.field("command"_L1, event.command);
    archive.field("machine"_L1, event.machine);
    archive.field("exitCode"_L1, event.exitCode);
    archive.field("signal"_L1, event.signal);
    archive.field("oomKilled"_L1, event.oomKilled);
    archive.field("timedOut"_L1, event.timedOut);
    archive.added("declared"_L1, event.declared);
}

void describe(auto &archive, Either<events::MachineUpdated> auto &event)
{
    archive.field("machine"_L1, event.machine);
    archive.field("oldInstance"_L1, event.oldInstance);
    archive.field("newInstance"_L1, event.newInstance);
}

void describe(auto &archive, Either<events::QuestionAsked> auto &event)
{
    archive.field("failed"_L1, event.failed);
    archive.field("done"_L1, event.done);
    archive.field("waiting"_L1, event.waiting);
    archive.field("answers"_L1, event.answers);
    archive.added("gone"_L1, event.gone);
}

void describe(auto &archive, Either<events::QuestionAnswered> auto &event)
{
    archive.field("answer"_L1, event.answer);
    archive.field("by"_L1, event.by);
}

void describe(auto &archive, Either<events::CancelRequested> auto &event)
{
    archive.field("by"_L1, event.by);
}

void describe(auto &archive, Either<events::AttemptEnded> auto &event)
{
    archive.field("reported"_L1, event.reported);
    archive.field("error"_L1, event.error);
    archive.field("failedStep"_L1, event.failedStep);
    archive.field("failedLane"_L1, event.failedLane);
    archive.field("changed"_L1, event.changed);
    archive.field("unchanged"_L1, event.unchanged);
    archive.field("journalLost"_L1, event.journalLost);
}

void describe(auto &archive, Either<events::VerdictReached> auto &event)
{
    archive.field("verdict"_L1, event.verdict);
}

void describe(auto &archive, Either<events::DiagnosisMade> auto &event)
{
    archive.field("diagnosis"_L1, event.diagnosis);
}

void describe(auto &archive, Either<events::MachineCreated> auto &event)
{
    archive.field("machine"_L1, event.machine);
    archive.field("lane"_L1, event.lane);
    archive.field("replaces"_L1, event.replaces);
    archive.field("configDigest"_L1, event.configDigest);
}

void describe(auto &archive, Either<events::MachineDestroyed> auto &event)
{
    archive.field("machine"_L1, event.machine);
}

void describe(auto &, Either<events::SwitchBegan> auto &) { }

namespace {
// In the order of DeployEventBody's alternatives.
constexpr QLatin1String kindNames[] = {
    "attempt-started"_L1,
    "span-started"_L1,
    "span-noted"_L1,
    "span-request"_L1,
    "span-ended"_L1,
    "span-skipped"_L1,
    "intent"_L1,
    "intent-done"_L1,
    "machine-before"_L1,
    "lease-taken"_L1,
    "lease-dropped"_L1,
    "release-created"_L1,
    "release-command-ended"_L1,
    "machine-updated"_L1,
    "cancel-requested"_L1,
    "attempt-ended"_L1,
    "verdict-reached"_L1,
    "diagnosis-made"_L1,
    "machine-created"_L1,
    "machine-destroyed"_L1,
    "switch-began"_L1,
    "question-asked"_L1,
    "question-answered"_L1,
};
static_assert(std::size(kindNames) == std::variant_size_v<DeployEventVariant>);

void describeEnvelope(auto &archive, Either<DeployEvent> auto &event)
{
    archive.field("schema"_L1, event.schema);
    archive.field("deployment"_L1, event.deployment);
    archive.field("sequence"_L1, event.sequence);
    archive.field("attempt"_L1, event.attempt);
    archive.field("at"_L1, event.at);
    archive.added("run"_L1, event.run);
    archive.added("runSequence"_L1, event.runSequence);
}

template <std::size_t Index = 0>
void readBody(
    JsonReader &event, const QString &kind, const QJsonObject &json, DeployEventBody &body)
{
    if constexpr (Index == std::variant_size_v<DeployEventVariant>) {
        event.problem().add(event.pathOf("kind"_L1), u"unknown word \"%1\""_s.arg(kind));
    } else if (kind == kindNames[Index]) {
        JsonReader reader(json, event.pathOf(kindNames[Index]), event.problem());
        describe(reader, body.emplace<Index>());
    } else {
        readBody<Index + 1>(event, kind, json, body);
    }
}
} // namespace

void describe(JsonWriter &archive, const DeployEvent &event)
{
    describeEnvelope(archive, event);
    archive.field("kind"_L1, QString(kindNames[event.body.index()]));
    archive.field("body"_L1,
        std::visit([](const auto &body) { return JsonWriter::objectOf(body); }, event.body));
}

void describe(JsonReader &archive, DeployEvent &event)
{
    describeEnvelope(archive, event);
    if (event.schema != 1)
        archive.problem().add(
            archive.pathOf("schema"_L1), u"unknown schema %1"_s.arg(event.schema));
    QString kind;
    archive.field("kind"_L1, kind);
    const QJsonValue body = archive.object().value("body"_L1);
    if (!body.isObject())
        archive.problem().add(
            archive.pathOf("body"_L1), body.isUndefined() ? u"missing"_s : u"not an object"_s);
    if (!archive.problem().first())
        readBody(archive, kind, body.toObject(), event.body);
}

QString EnumNames<Reported>::name(Reported value)
{
    return wordOf(reports, value);
}

std::optional<Reported> EnumNames<Reported>::value(QStringView name)
{
    return valueOf(reports, name);
}

QString EnumNames<Reality>::name(Reality value)
{
    return wordOf(realities, value);
}

std::optional<Reality> EnumNames<Reality>::value(QStringView name)
{
    return valueOf(realities, name);
}

QString reportedName(Reported reported)
{
    return wordOf(reports, reported);
}

std::optional<ProbeResult::Problem> probeProblemFromName(QStringView name)
{
    return valueOf(probeProblems, name);
}

QString probeProblemName(ProbeResult::Problem problem)
{
    return wordOf(probeProblems, problem);
}

QString realityName(Reality reality)
{
    return wordOf(realities, reality);
}

QString failureAnswerName(FailureAnswer answer)
{
    return wordOf(answers, answer);
}

std::optional<FailureAnswer> failureAnswerFromName(QStringView name)
{
    return valueOf(answers, name);
}

QByteArray deployEventToJson(const DeployEvent &event)
{
    return QJsonDocument(JsonWriter::objectOf(event)).toJson(QJsonDocument::Compact);
}

Result<DeployEvent> deployEventFromJson(const QByteArray &json)
{
    return readJsonText<DeployEvent>(
        json, u"event"_s, {}, [](JsonReader &reader, DeployEvent &event) {
            describe(reader, event);
        });
}
