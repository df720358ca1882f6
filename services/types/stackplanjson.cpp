#include "types/planarchive.h"
#include "types/stackplanarchive.h"

using namespace Qt::StringLiterals;

namespace {
constexpr Word<StackRedeploy> stackRedeploys[] = {
    {StackRedeploy::Everything, "everything"_L1},
    {StackRedeploy::Code, "code"_L1},
    {StackRedeploy::Database, "database"_L1},
    {StackRedeploy::Environment, "environment"_L1},
    {StackRedeploy::EarlierVersion, "earlier-version"_L1},
};

constexpr Word<StackWant::Kind> stackWants[] = {
    {StackWant::Kind::Is, "is"_L1},
    {StackWant::Kind::AtLeast, "at-least"_L1},
    {StackWant::Kind::Exactly, "exactly"_L1},
};

constexpr Word<StackStep::Failure> stackFailures[] = {
    {StackStep::Failure::Stop, "stop"_L1},
    {StackStep::Failure::GoOn, "go-on"_L1},
};

constexpr Word<PlannedService::Action> serviceActions[] = {
    {PlannedService::Action::Nothing, "nothing"_L1},
    {PlannedService::Action::Recreate, "recreate"_L1},
    {PlannedService::Action::Create, "create"_L1},
    {PlannedService::Action::LeftAlone, "left-alone"_L1},
};

constexpr Word<PlannedService::DowntimeFrom> downtimeSources[] = {
    {PlannedService::DowntimeFrom::None, "none"_L1},
    {PlannedService::DowntimeFrom::Past, "past"_L1},
    {PlannedService::DowntimeFrom::HealthCheck, "health-check"_L1},
    {PlannedService::DowntimeFrom::Unknown, "unknown"_L1},
};

constexpr Word<StackServiceVerdict::Runs> serviceRuns[] = {
    {StackServiceVerdict::Runs::New, "new"_L1},
    {StackServiceVerdict::Runs::Old, "old"_L1},
    {StackServiceVerdict::Runs::Other, "other"_L1},
    {StackServiceVerdict::Runs::Nothing, "nothing"_L1},
    {StackServiceVerdict::Runs::Unknown, "unknown"_L1},
};
} // namespace

template <> struct EnumNames<StackRedeploy>
{
    static QString name(StackRedeploy value) { return wordOf(stackRedeploys, value); }
    static std::optional<StackRedeploy> value(QStringView name)
    {
        return valueOf(stackRedeploys, name);
    }
};
template <> struct EnumNames<StackWant::Kind>
{
    static QString name(StackWant::Kind value) { return wordOf(stackWants, value); }
    static std::optional<StackWant::Kind> value(QStringView name)
    {
        return valueOf(stackWants, name);
    }
};
template <> struct EnumNames<StackStep::Failure>
{
    static QString name(StackStep::Failure value) { return wordOf(stackFailures, value); }
    static std::optional<StackStep::Failure> value(QStringView name)
    {
        return valueOf(stackFailures, name);
    }
};
template <> struct EnumNames<PlannedService::Action>
{
    static QString name(PlannedService::Action value) { return wordOf(serviceActions, value); }
    static std::optional<PlannedService::Action> value(QStringView name)
    {
        return valueOf(serviceActions, name);
    }
};
template <> struct EnumNames<PlannedService::DowntimeFrom>
{
    static QString name(PlannedService::DowntimeFrom value)
    {
        return wordOf(downtimeSources, value);
    }
    static std::optional<PlannedService::DowntimeFrom> value(QStringView name)
    {
        return valueOf(downtimeSources, name);
    }
};
template <> struct EnumNames<StackServiceVerdict::Runs>
{
    static QString name(StackServiceVerdict::Runs value) { return wordOf(serviceRuns, value); }
    static std::optional<StackServiceVerdict::Runs> value(QStringView name)
    {
        return valueOf(serviceRuns, name);
    }
};

QString stackRedeployName(StackRedeploy redeploy)
{
    return wordOf(stackRedeploys, redeploy);
}

std::optional<StackRedeploy> stackRedeployFromName(QStringView name)
{
    return valueOf(stackRedeploys, name);
}

void describe(auto &archive, Either<StackWant> auto &want)
{
    archive.field("kind"_L1, want.kind);
    archive.added("text"_L1, want.text);
    archive.added("number"_L1, want.number);
}

void describe(auto &archive, Either<StackStep> auto &step)
{
    archive.field("number"_L1, step.number);
    archive.field("phase"_L1, step.phase);
    archive.field("step"_L1, step.step);
    archive.added("service"_L1, step.service);
    archive.added("detail"_L1, step.detail);
    archive.added("argv"_L1, step.argv);
    archive.added("inputSecret"_L1, step.inputSecret);
    archive.added("inputFile"_L1, step.inputFile);
    archive.added("outputFile"_L1, step.outputFile);
    archive.field("timeoutSeconds"_L1, step.timeout);
    archive.added("wants"_L1, step.wants);
    archive.field("tries"_L1, step.tries);
    archive.field("everySeconds"_L1, step.every);
    archive.field("failure"_L1, step.failure);
    archive.added("again"_L1, step.again);
    archive.field("repeatable"_L1, step.repeatable);
    archive.added("writes"_L1, step.writes);
    archive.added("written"_L1, step.written);
    archive.added("skipped"_L1, step.skipped);
    archive.added("reason"_L1, step.reason);
    archive.added("reasonArgs"_L1, step.reasonArgs);
    archive.added("onlyAfter"_L1, step.onlyAfter);
    archive.added("asks"_L1, step.asks);
}

void describe(auto &archive, Either<PlannedService> auto &service)
{
    archive.field("service"_L1, service.service);
    archive.field("action"_L1, service.action);
    archive.field("imageNow"_L1, service.imageNow);
    archive.field("digestNow"_L1, service.digestNow);
    archive.field("imageTarget"_L1, service.imageTarget);
    archive.field("digestTarget"_L1, service.digestTarget);
    archive.added("environmentChanges"_L1, service.environmentChanges);
    archive.added("configurationChanges"_L1, service.configurationChanges);
    archive.added("why"_L1, service.why);
    archive.added("whyArgs"_L1, service.whyArgs);
    archive.added("waitsFor"_L1, service.waitsFor);
    archive.added("hasHealthcheck"_L1, service.hasHealthcheck);
    archive.added("runsOnce"_L1, service.runsOnce);
    archive.field("downtimeFrom"_L1, service.downtimeFrom);
    archive.field("downtimeMs"_L1, service.downtime);
    archive.field("downtimeAtMostMs"_L1, service.downtimeAtMost);
}

void describe(auto &archive, Either<StackServerPlan> auto &server)
{
    archive.field("server"_L1, server.server);
    archive.field("wave"_L1, server.wave);
    archive.field("services"_L1, server.services);
    archive.field("steps"_L1, server.steps);
    archive.field("rollback"_L1, server.rollback);
    archive.field("canRollBack"_L1, server.canRollBack);
    archive.added("run"_L1, server.run);
    archive.added("commitNow"_L1, server.commitNow);
}

void describe(auto &archive, Either<StackWatch> auto &watch)
{
    archive.field("address"_L1, watch.address);
    archive.field("everyMs"_L1, watch.every);
    archive.field("timeoutMs"_L1, watch.timeout);
}

namespace {
void describeStack(auto &archive, Either<StackPlan> auto &plan)
{
    archive.field("stack"_L1, plan.stack);
    archive.field("project"_L1, plan.project);
    archive.field("directory"_L1, plan.directory);
    archive.field("redeploy"_L1, plan.redeploy);
    archive.field("version"_L1, plan.version);
    archive.field("versionNow"_L1, plan.versionNow);
    archive.field("chain"_L1, plan.chain);
    archive.field("configDigest"_L1, plan.configDigest);
    archive.field("environmentDigest"_L1, plan.environmentDigest);
    archive.field("migrationKey"_L1, plan.migrationKey);
    archive.field("migrationFiles"_L1, plan.migrationFiles);
    archive.field("rollsBackByItself"_L1, plan.rollsBackByItself);
    archive.field("restoresByItself"_L1, plan.restoresByItself);
    archive.field("servers"_L1, plan.servers);
    archive.added("onRequest"_L1, plan.onRequest);
    archive.added("backsUp"_L1, plan.backsUp);
    archive.added("restoresData"_L1, plan.restoresData);
    archive.added("answer"_L1, plan.answer);
    archive.added("takesOver"_L1, plan.takesOver);
    archive.added("watches"_L1, plan.watches);
}
} // namespace

void describe(JsonWriter &archive, const StackPlan &plan)
{
    describeStack(archive, plan);
}

void describe(JsonReader &archive, StackPlan &plan)
{
    describeStack(archive, plan);
}

void describe(DigestWriter &archive, const StackPlan &plan)
{
    describeStack(archive, plan);
}

void describe(auto &archive, Either<StackServiceVerdict> auto &service)
{
    archive.field("service"_L1, service.service);
    archive.field("runs"_L1, service.runs);
    archive.added("containers"_L1, service.containers);
    archive.added("wanted"_L1, service.wanted);
    archive.added("unhealthy"_L1, service.unhealthy);
    archive.added("restarting"_L1, service.restarting);
    archive.added("wrongEnvironment"_L1, service.wrongEnvironment);
    archive.added("environmentUnknown"_L1, service.environmentUnknown);
}

void describe(auto &archive, Either<StackFailedLook> auto &look)
{
    archive.field("name"_L1, look.name);
    archive.field("expected"_L1, look.expected);
    archive.field("found"_L1, look.found);
}

namespace {
void describeStackVerdict(auto &archive, Either<StackVerdict> auto &verdict)
{
    archive.field("server"_L1, verdict.server);
    archive.field("reported"_L1, verdict.reported);
    archive.field("reality"_L1, verdict.reality);
    archive.field("oldVersion"_L1, verdict.oldVersion);
    archive.field("newVersion"_L1, verdict.newVersion);
    archive.field("services"_L1, verdict.services);
    archive.added("failedSmoke"_L1, verdict.failedSmoke);
    archive.added("failedData"_L1, verdict.failedData);
    archive.added("unknownBecause"_L1, verdict.unknownBecause);
    archive.added("reportedBecause"_L1, verdict.reportedBecause);
    archive.added("databaseRestored"_L1, verdict.databaseRestored);
    archive.field("lookedAt"_L1, verdict.lookedAt);
}
} // namespace

void describe(JsonWriter &archive, const StackVerdict &verdict)
{
    describeStackVerdict(archive, verdict);
}

void describe(JsonReader &archive, StackVerdict &verdict)
{
    describeStackVerdict(archive, verdict);
}
