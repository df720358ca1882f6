#include "support/enginefixture.h"
#include "support/engineoutcome.h"
#include "support/invariants.h"

#include <QJsonObject>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
using Answer = std::optional<Result<HttpResponse>>;

// When in a deployment a fault begins.
enum class Begins
{
    BeforePlan,
    AfterPlan,
    AtFirstUpdate, // when the platform has taken the first update of a machine
    AtClose // when the release is about to be closed
};

struct Given
{
    QString fault;
    QJsonObject options;
    Begins begins = Begins::AfterPlan;
    int count = -1; // as the fault has it
    double seconds = 0;
};

struct Expected
{
    std::optional<Error::Kind> refused; // the plan is; nothing runs
    Reported reported = Reported::Succeeded;
    std::optional<Error::Kind> because;
    Reality reality = Reality::AllNew;
    bool contradicts = false;
};

bool isClose(const HttpRequest &request)
{
    return request.method == "PATCH" && !request.body.contains("\"running\"");
}

void provoke(EngineFixture &fixture, const Given &given)
{
    QJsonObject json{{u"name"_s, given.fault},
        {u"app"_s, EngineFixture::app.value},
        {u"seconds"_s, given.seconds},
        {u"options"_s, given.options}};
    if (given.count >= 0)
        json.insert("count"_L1, given.count);
    const Result<SimFault> fault = simFaultFromJson(json);
    if (!fault)
        qFatal("%s", qPrintable(fault.error().detail));
    const Result<void> done =
        fixture.transport.inspect([&](SimWorld &world) { return world.provoke(*fault); });
    if (!done)
        qFatal("%s", qPrintable(done.error().detail));
}

// Provokes the fault when the run has come so far.
void arm(EngineFixture &fixture, const Given &given, std::atomic<bool> &done)
{
    if (given.begins == Begins::AtFirstUpdate) {
        fixture.transport.setAfter([&](int, const HttpRequest &request) -> Answer {
            if (isUpdate(request) && !done.exchange(true))
                provoke(fixture, given);
            return std::nullopt;
        });
    } else if (given.begins == Begins::AtClose) {
        fixture.transport.setBefore([&](int, const HttpRequest &request) -> Answer {
            if (isClose(request) && !done.exchange(true))
                provoke(fixture, given);
            return std::nullopt;
        });
    }
}

struct Row
{
    const char *name;
    Given given;
    Expected expected;
};

QList<Row> rowsOfFaults()
{
    QList<Row> rows;
    using Kind = Error::Kind;
    const auto failed = [](Kind kind, Reality reality, bool contradicts = false) {
        return Expected{{}, Reported::Failed, kind, reality, contradicts};
    };
    const auto refused = [](Kind kind) { return Expected{kind, {}, {}, {}, false}; };
    const Expected fine;
    // All went well but for the last call, which only tells so: no failure of the deployment.
    const Expected untold{{}, Reported::Succeeded, Kind::Unavailable, Reality::AllNew, false};

    rows.append({"image-pull-fails",
        Given{u"image-pull-fails"_s, {}},
        failed(Kind::Process, Reality::AllOld)});
    rows.append({"image-pull-fails, quietly",
        Given{u"image-pull-fails"_s, {{u"quietly"_s, true}}},
        failed(Kind::Process, Reality::AllOld)});
    rows.append({"no-capacity, at the release machine",
        Given{u"no-capacity"_s, {}},
        failed(Kind::Rejected, Reality::AllOld)});
    rows.append({"machine-stuck-created",
        Given{u"machine-stuck-created"_s, {}},
        failed(Kind::Timeout, Reality::AllOld)});
    rows.append({"lease-lost", Given{u"lease-lost"_s, {}, Begins::AtFirstUpdate}, fine});
    rows.append({"machine-crashes-at-start",
        Given{u"machine-crashes-at-start"_s, {}},
        failed(Kind::Process, Reality::Mixed)});
    rows.append({"machine-out-of-memory",
        Given{u"machine-out-of-memory"_s, {}},
        failed(Kind::Process, Reality::Mixed)});
    rows.append({"machine-starts-slowly", Given{u"machine-starts-slowly"_s, {}}, fine});
    rows.append({"reads-rate-limited for a while",
        Given{u"reads-rate-limited"_s, {}, Begins::AtFirstUpdate, 0, 20},
        fine});
    rows.append({"reads-rate-limited for good",
        Given{u"reads-rate-limited"_s, {}, Begins::AtFirstUpdate, 0},
        failed(Kind::RateLimited, Reality::Unknown)});
    rows.append({"empty-list, at the plan",
        Given{u"empty-list"_s, {}, Begins::BeforePlan, 0},
        refused(Kind::Precondition)});
    rows.append({"empty-list, at the end", Given{u"empty-list"_s, {}, Begins::AtClose, 0}, fine});
    rows.append({"graphql-down",
        Given{u"graphql-down"_s, {}, Begins::BeforePlan},
        refused(Kind::Unavailable)});
    rows.append(
        {"graphql-down, once it runs", Given{u"graphql-down"_s, {}, Begins::AtFirstUpdate}, fine});
    rows.append(
        {"uiex-down", Given{u"uiex-down"_s, {}, Begins::BeforePlan}, refused(Kind::Unavailable)});
    rows.append({"uiex-down, before its release",
        Given{u"uiex-down"_s, {{u"after"_s, 1}}},
        failed(Kind::Unavailable, Reality::AllOld)});
    rows.append(
        {"uiex-down, once it runs", Given{u"uiex-down"_s, {}, Begins::AtFirstUpdate}, untold});
    rows.append({"token-revoked in the middle",
        Given{u"token-revoked"_s, {{u"after"_s, 2}}, Begins::AtFirstUpdate},
        failed(Kind::Unauthorised, Reality::Unknown)});
    rows.append({"release-close-fails", Given{u"release-close-fails"_s, {}}, untold});
    return rows;
}
} // namespace

Q_DECLARE_METATYPE(Given)
Q_DECLARE_METATYPE(Expected)

// Every fault that the sandbox can be made to have, met by a whole deployment: it ends, tells the
// right kind of error, and what it tells of reality is so.
class TestEngineFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deployMeets_data();
    void deployMeets();
    void rollbackWhoseEndCannotBeToldIsRight();
    void bluegreenThatEndsWithNoMachineIsTold();
    void everyFaultIsMetSomewhere();
};

void TestEngineFaults::deployMeets_data()
{
    QTest::addColumn<Given>("given");
    QTest::addColumn<Expected>("expected");
    for (const Row &row : rowsOfFaults())
        QTest::newRow(row.name) << row.given << row.expected;
}

void TestEngineFaults::deployMeets()
{
    QFETCH(Given, given);
    QFETCH(Expected, expected);
    EngineFixture fixture(3);
    if (given.begins == Begins::BeforePlan)
        provoke(fixture, given);
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    if (expected.refused) {
        QVERIFY(!plan);
        QVERIFY2(plan.error().kind == *expected.refused,
            qPrintable(errorKindName(plan.error().kind) + u": "_s + plan.error().detail));
        return;
    }
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    if (given.begins == Begins::AfterPlan)
        provoke(fixture, given);
    std::atomic<bool> done = false;
    arm(fixture, given, done);
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    fixture.transport.setAfter({});
    fixture.transport.setBefore({});
    QVERIFY2(outcome.accepted && outcome.ended && outcome.verdict, qPrintable(told(outcome)));
    QVERIFY2(outcome.ended->reported == expected.reported, qPrintable(told(outcome)));
    if (expected.because)
        QVERIFY2(outcome.ended->error && outcome.ended->error->kind == *expected.because,
            qPrintable(told(outcome)));
    QVERIFY2(outcome.verdict->reality == expected.reality, qPrintable(told(outcome)));
    QVERIFY2(outcome.verdict->contradicts() == expected.contradicts, qPrintable(told(outcome)));
    fixture.clock.jump(30s);
    QCOMPARE(fixture.liveLeases(), 0);
}

// Everything went back, and only the last call failed.
void TestEngineFaults::rollbackWhoseEndCannotBeToldIsRight()
{
    EngineFixture fixture(3);
    QCOMPARE(fixture.run(fixture.deployOf(EngineFixture::newImage)).ended->reported,
        Reported::Succeeded);
    const Result<DeployPlan> plan = fixture.plan(fixture.request(DeployKind::RollBack));
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    provoke(fixture, {u"release-close-fails"_s, {}});
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    QVERIFY2(outcome.ended && outcome.verdict, qPrintable(told(outcome)));
    QVERIFY2(outcome.ended->reported != Reported::Failed, qPrintable(told(outcome)));
    QVERIFY2(outcome.verdict->reality == Reality::AllNew, qPrintable(told(outcome)));
    QVERIFY(!outcome.verdict->contradicts());
    for (const SimMachineFacts &machine : fixture.machines())
        QCOMPARE(machine.image, EngineFixture::oldImage);
}

void TestEngineFaults::bluegreenThatEndsWithNoMachineIsTold()
{
    EngineFixture fixture(3);
    PlanRequest request = fixture.deployOf(EngineFixture::newImage);
    request.strategy = Strategy::BlueGreen;
    const Result<DeployPlan> plan = fixture.plan(request);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    provoke(fixture, {u"new-machines-vanish"_s, {}});
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    QVERIFY2(outcome.ended && outcome.verdict, qPrintable(told(outcome)));
    QVERIFY2(outcome.verdict->reality == Reality::WrongCount, qPrintable(told(outcome)));
    QCOMPARE(outcome.verdict->foundMachines, 0);
    QCOMPARE(outcome.verdict->missingMachines.size(), 3);
    QCOMPARE(outcome.verdict->contradicts(), outcome.ended->reported == Reported::Succeeded);
    QCOMPARE(fixture.machines().size(), 0);
}

// The list of faults grows: a new one is given its row here or in another test of this table.
void TestEngineFaults::everyFaultIsMetSomewhere()
{
    static const QStringList elsewhere{u"release-command-fails"_s, // tst_engine
        u"release-command-hangs"_s,
        u"database-down"_s, // tst_simfaults, tst_desktop
        u"machine-never-healthy"_s, // tst_engine
        u"machine-destroyed"_s,
        u"foreign-lease"_s,
        u"host-unreachable"_s, // tst_planner
        u"slow-pull"_s, // tst_simfaults
        u"server-errors"_s, // tst_enginematrix
        u"rate-limited"_s,
        u"drop-connection"_s,
        u"truncated-json"_s,
        u"create-408-committed"_s,
        u"token-expired"_s, // tst_atalayactl
        u"incident"_s, // tst_flyclient
        u"public-address-down"_s, // tst_atalayactl
        u"new-machines-vanish"_s, // above
        u"volume-missing"_s}; // tst_groupchanges
    QStringList met = elsewhere;
    for (const Row &row : rowsOfFaults())
        met.append(row.given.fault);
    for (const SimFaultInfo &fault : simFaults())
        QVERIFY2(met.contains(fault.name), qPrintable(fault.name));
}

QTEST_GUILESS_MAIN(TestEngineFaults)
#include "tst_enginefaults.moc"
