#include "deploy/planner.h"
#include "support/enginefixture.h"
#include "support/timelinestory.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

// What is computed while somebody waits: the plan of an app with many machines, and the state of a
// deployment from its events. Times are the best of several rounds, against their budgets.
namespace {

constexpr int machines = 2'000;
constexpr int rounds = 5;

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

// The survey is of a real world, read as the engine reads it.
Result<PlanInputs> inputsOf(EngineFixture &fixture)
{
    const ClockParticipant participant(fixture.clock);
    SurveyHints hints;
    hints.app = EngineFixture::app;
    hints.image = EngineFixture::newImage;
    Result<Survey> survey = surveyApp(fixture.fly, fixture.clock, hints, {});
    if (!survey)
        return failure(survey.error());
    PlanInputs inputs;
    inputs.survey = std::move(*survey);
    inputs.digestKey = "key";
    inputs.request.app = EngineFixture::app;
    inputs.request.image = EngineFixture::newImage;
    return inputs;
}

bool benchPlan()
{
    EngineFixture fixture(machines);
    const Result<PlanInputs> inputs = inputsOf(fixture);
    if (!inputs) {
        std::fputs(qPrintable(inputs.error().detail + u'\n'), stderr);
        return false;
    }
    double best = 1e9;
    qsizetype planned = 0;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        const Result<PreparedPlan> plan = preparePlan(*inputs);
        best = std::min(best, milliseconds(timer));
        planned = plan ? plan->plan.machines.size() : 0;
    }
    constexpr double budget = 50;
    std::printf(
        "plan for %d machines                      %8.1f ms   budget %.0f ms   ratio %.2f\n",
        int(planned),
        best,
        budget,
        best / budget);
    return planned == machines && best <= budget;
}

bool benchFold()
{
    const QList<DeployEvent> events = TimelineStory::large(1'000, 50).events();
    double best = 1e9;
    qsizetype spans = 0;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        DeploymentState state;
        for (const DeployEvent &event : events) {
            if (!state.apply(event))
                return false;
        }
        best = std::min(best, milliseconds(timer));
        spans = state.spans.size();
    }
    std::printf("fold of %d events, %d steps          %8.1f ms   %.0f events/ms\n",
        int(events.size()),
        int(spans),
        best,
        static_cast<double>(events.size()) / best);
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const bool plan = benchPlan();
    const bool fold = benchFold();
    return plan && fold ? 0 : 1;
}
