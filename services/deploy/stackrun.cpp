#include "deploy/stackrun.h"

namespace {
RunnerWant runnerWant(const StackWant &want)
{
    switch (want.kind) {
    case StackWant::Kind::Is:
        return {RunnerWant::Kind::Is, want.text, 0};
    case StackWant::Kind::AtLeast:
        return {RunnerWant::Kind::AtLeast, {}, want.number};
    case StackWant::Kind::Exactly:
        return {RunnerWant::Kind::Exactly, {}, want.number};
    }
    return {};
}

RunnerStep runnerStep(const StackStep &step)
{
    RunnerStep one;
    one.phase = step.phase;
    one.lane = step.service;
    one.title = stepName(step.step);
    one.detail = step.detail;
    one.timeout = step.timeout;
    one.failure = step.failure == StackStep::Failure::GoOn ? RunnerStep::Failure::GoOn
                                                           : RunnerStep::Failure::Stop;
    one.repeatable = step.repeatable;
    one.again = step.again;
    one.confirm = step.asks;
    one.ifBegun = step.onlyAfter;
    one.arguments = step.argv;
    one.inputSecret = step.inputSecret;
    one.inputFile = step.inputFile;
    one.output = step.outputFile;
    for (const StackWant &want : step.wants)
        one.wants.append(runnerWant(want));
    one.tries = step.tries;
    one.every = step.every;
    return one;
}
} // namespace

RunnerList stackRunnerList(
    const StackPlan &plan, const StackServerPlan &server, const QString &run, const QString &owner)
{
    RunnerList list;
    list.run = run;
    list.owner = owner;
    list.rollback =
        plan.rollsBackByItself ? RunnerList::Rollback::Automatic : RunnerList::Rollback::Ask;
    for (const StackStep &step : server.steps) {
        if (step.skipped)
            continue;
        list.steps.append(runnerStep(step));
        list.registryLogin = list.registryLogin || step.step == Step::LogIn;
    }
    for (const StackStep &step : server.rollback)
        list.rollbackSteps.append(runnerStep(step));
    return list;
}
