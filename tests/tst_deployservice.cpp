#include "deploy/deployservice.h"
#include "fly/flyclient.h"
#include "support/enginefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(QList<DeployEvent>)
Q_DECLARE_METATYPE(QList<LogLine>)

// The facade that windows and atalayactl use, on a fast real clock.
class TestDeployService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void planAppliesAndTells();
    void unknownAppHasNoAccount();
    void refusalIsTheAnswer();
    void cancelHere();
    void cancelElsewhere();
    void followsAnotherProcess();
    void destructionStopsTheEngine();
    void journalThatFailsIsTold();
};

namespace {
// A world that runs sixty times as fast as the wall's clock; slower where the engine's patience of
// some seconds must outlast a busy computer.
class Stage
{
public:
    explicit Stage(double speed = 60.0)
        : clock(makeRealClock(speed))
        , transport(EngineFixture::makeWorld(1, EngineFixture::Pace::Quick), *clock)
        , budget(*clock)
        , fly(EngineFixture::endpoints(), transport, budget, *clock)
    {
    }

    std::unique_ptr<DeployService> service(const QString &program = u"atalaya"_s)
    {
        DeployServiceParts parts;
        parts.clientFor = [this](const AppName &app) {
            return app == EngineFixture::app ? &fly : nullptr;
        };
        parts.journal = &journal;
        parts.clock = clock.get();
        parts.isProduction = [](const AppName &) { return false; };
        parts.program = program;
        return std::make_unique<DeployService>(parts);
    }

    PlanRequest deploy() const
    {
        PlanRequest request;
        request.app = EngineFixture::app;
        request.image = EngineFixture::newImage;
        return request;
    }

    MemoryJournal journal;
    std::unique_ptr<Clock> clock;
    InProcessTransport transport;
    RateBudget budget;
    FlyClient fly;
};

template <typename T> Result<T> answerOf(const Pending<T> &pending)
{
    QObject context;
    std::optional<Result<T>> answer;
    QEventLoop loop;
    deliver(pending, &context, [&](const Result<T> &given) {
        answer = given;
        loop.quit();
    });
    if (!answer)
        loop.exec();
    return *answer;
}

bool waitFor(QSignalSpy &spy)
{
    return !spy.isEmpty() || spy.wait(30'000);
}
} // namespace

void TestDeployService::initTestCase()
{
    qRegisterMetaType<DeploymentId>("DeploymentId");
    qRegisterMetaType<AppName>("AppName");
    qRegisterMetaType<QList<DeployEvent>>("QList<DeployEvent>");
    qRegisterMetaType<QList<LogLine>>("QList<LogLine>");
    qRegisterMetaType<Error>("Error");
}

void TestDeployService::planAppliesAndTells()
{
    Stage stage;
    const auto service = stage.service();
    const Result<DeployPlan> plan = answerOf(service->plan(stage.deploy()));
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    QVERIFY(!plan->production);
    QSignalSpy started(service.get(), &DeployService::started);
    QSignalSpy finished(service.get(), &DeployService::finished);
    QSignalSpy log(service.get(), &DeployService::logArrived);
    DeploymentState live;
    bool folds = true;
    connect(service.get(),
        &DeployService::eventsArrived,
        this,
        [&](const DeploymentId &, const QList<DeployEvent> &events) {
            for (const DeployEvent &event : events)
                folds = folds && live.apply(event).has_value();
        });
    const Result<DeploymentId> id = answerOf(service->apply(*plan));
    QVERIFY2(id, id ? "" : qPrintable(id.error().detail));
    QCOMPARE(service->running(), QList<DeploymentId>{*id});
    QVERIFY(waitFor(finished));
    QVERIFY(folds);
    QCOMPARE(started.size(), 1);
    QCOMPARE(service->running(), QList<DeploymentId>());
    QVERIFY(live.lastAttempt()->verdict); // the verdict had arrived before
    QVERIFY(!log.isEmpty());
    const Result<DeploymentState> loaded = answerOf(service->load(*id));
    QCOMPARE(loaded->lastSequence, live.lastSequence);
    QCOMPARE(loaded->number, 1);
    const Result<QList<DeploymentSummary>> history = answerOf(service->history(EngineFixture::app));
    QCOMPARE(history->size(), 1);
    QCOMPARE(history->first().reported, Reported::Succeeded);
    QVERIFY(!answerOf(service->log(*id))->isEmpty());
    QVERIFY(answerOf(service->unfinished())->isEmpty());
}

void TestDeployService::unknownAppHasNoAccount()
{
    Stage stage;
    const auto service = stage.service();
    PlanRequest request = stage.deploy();
    request.app = AppName(u"nobody"_s);
    const Result<DeployPlan> plan = answerOf(service->plan(request));
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, Error::Kind::Unauthorised);
}

void TestDeployService::refusalIsTheAnswer()
{
    Stage stage;
    const auto service = stage.service();
    const Result<DeployPlan> plan = answerOf(service->plan(stage.deploy()));
    const auto lock = stage.journal.own(EngineFixture::app, {});
    QSignalSpy finished(service.get(), &DeployService::finished);
    const Result<DeploymentId> id = answerOf(service->apply(*plan));
    QVERIFY(!id);
    QCOMPARE(id.error().kind, Error::Kind::Conflict);
    QVERIFY(finished.isEmpty());
}

void TestDeployService::cancelHere()
{
    Stage stage;
    const auto service = stage.service();
    const Result<DeployPlan> plan = answerOf(service->plan(stage.deploy()));
    QSignalSpy finished(service.get(), &DeployService::finished);
    const Result<DeploymentId> id = answerOf(service->apply(*plan));
    QVERIFY(id);
    QVERIFY(*answerOf(service->cancel(*id)));
    QVERIFY(waitFor(finished));
    QCOMPARE(stage.journal.state(*id).lastAttempt()->ended->reported, Reported::Cancelled);
    QVERIFY(!*answerOf(service->cancel(*id))); // nothing runs any more
}

void TestDeployService::cancelElsewhere()
{
    Stage stage;
    const auto runs = stage.service();
    const auto asks = stage.service(u"atalayactl"_s);
    const Result<DeployPlan> plan = answerOf(runs->plan(stage.deploy()));
    QSignalSpy finished(runs.get(), &DeployService::finished);
    const Result<DeploymentId> id = answerOf(runs->apply(*plan));
    QVERIFY(id);
    QVERIFY(*answerOf(asks->cancel(*id)));
    QVERIFY(waitFor(finished));
    QCOMPARE(stage.journal.state(*id).lastAttempt()->ended->reported, Reported::Cancelled);
}

void TestDeployService::followsAnotherProcess()
{
    Stage stage;
    const auto runs = stage.service();
    const auto follows = stage.service();
    const Result<DeployPlan> plan = answerOf(runs->plan(stage.deploy()));
    const Result<DeploymentId> id = answerOf(runs->apply(*plan));
    QVERIFY(id);
    QSignalSpy finished(follows.get(), &DeployService::finished);
    DeploymentState seen;
    connect(follows.get(),
        &DeployService::eventsArrived,
        this,
        [&](const DeploymentId &, const QList<DeployEvent> &events) {
            for (const DeployEvent &event : events)
                static_cast<void>(seen.apply(event));
        });
    follows->follow(*id, 0);
    QVERIFY(waitFor(finished));
    QVERIFY(seen.lastAttempt()->ended);
    QVERIFY(seen.lastAttempt()->verdict);
    QCOMPARE(seen.lastSequence, stage.journal.state(*id).lastSequence);
    QVERIFY(follows->running().isEmpty());
}

void TestDeployService::destructionStopsTheEngine()
{
    Stage stage(6.0);
    auto service = stage.service();
    const Result<DeployPlan> plan = answerOf(service->plan(stage.deploy()));
    const Result<DeploymentId> id = answerOf(service->apply(*plan));
    QVERIFY(id);
    service.reset();
    const DeploymentState state = stage.journal.state(*id);
    QVERIFY(state.lastAttempt()->ended);
    QCOMPARE(state.lastAttempt()->ended->reported, Reported::Cancelled);
    QCOMPARE(stage.transport.inspect(
                 [&](SimWorld &world) { return world.liveLeases(stage.transport.worldNow()); }),
        0);
}

void TestDeployService::journalThatFailsIsTold()
{
    Stage stage;
    const auto service = stage.service();
    const Result<DeployPlan> plan = answerOf(service->plan(stage.deploy()));
    QSignalSpy failed(service.get(), &DeployService::journalFailed);
    QSignalSpy finished(service.get(), &DeployService::finished);
    std::optional<events::AttemptEnded> ended;
    connect(service.get(),
        &DeployService::eventsArrived,
        this,
        [&](const DeploymentId &, const QList<DeployEvent> &events) {
            for (const DeployEvent &event : events) {
                if (const auto *end = std::get_if<events::AttemptEnded>(&event.body))
                    ended = *end;
            }
        });
    stage.journal.failFrom(30, Error::Kind::StorageFull);
    QVERIFY(answerOf(service->apply(*plan)));
    QVERIFY(waitFor(finished));
    QCOMPARE(failed.size(), 1);
    QVERIFY(ended);
    QVERIFY(ended->journalLost);
    QCOMPARE(ended->error->kind, Error::Kind::StorageFull);
}

QTEST_GUILESS_MAIN(TestDeployService)
#include "tst_deployservice.moc"
