#include "diagnosis/catalogue.h"
#include "support/enginefixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What a deploy makes and destroys outside of a strategy: process groups that come and go, volumes,
// machines on hosts that are not well (fly-io.md 5.3, 5.5, 5.6 step 3).
class TestGroupChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removedGroupIsDestroyed();
    void destroyingHasToBeMeant();
    void addedGroupIsMade_data();
    void addedGroupIsMade();
    void failureInANewGroupIsTold();
    void killedAnywhereMakesNothingTwice_data();
    void killedAnywhereMakesNothingTwice();
    void addedVolumeReplacesTheMachine();
    void missingVolumeIsRefused();
    void removedVolumeIsKept();
    void renamedVolumeIsRefused();
    void volumeThatIsGoneIsTold();
    void machineOnABadHostIsReplaced();
    void volumeOnABadHostIsRefused();
    void machineWithoutRoomMovesElsewhere();
    void machineThatWouldNotComeUpLeavesTheOldOne();
    void noneUnavailableIsOneUnavailable();
    void suspendedMachineLosesItsSnapshot();
    void localFilesAreSent();
    void machineConfigOfAFileIsSent();
    void localFilesStayInTheirFolder_data();
    void localFilesStayInTheirFolder();

private:
    PlanRequest deploy(const QByteArray &toml);
    static EngineFixture::Outcome run(EngineFixture &fixture, const PlanRequest &request);
    static QByteArray toml(const QByteArray &processes, const QByteArray &more = {});
    static QString volume(EngineFixture &fixture, const QString &name);
    static EngineFixture::Change mounted();

    QTemporaryDir m_folder;
    int m_files = 0;
};

QByteArray TestGroupChanges::toml(const QByteArray &processes, const QByteArray &more)
{
    return "app = \"grupo-gad\"\nprimary_region = \"dfw\"\nkill_signal = \"SIGINT\"\n"
           "kill_timeout = \"30s\"\n[env]\nPORT = \"8000\"\n[processes]\n"
        + processes
        + "[http_service]\ninternal_port = 8000\nauto_stop_machines = \"off\"\n"
          "processes = [\"app\"]\n[[http_service.checks]]\ninterval = \"2s\"\ntimeout = \"1s\"\n"
          "grace_period = \"2s\"\nmethod = \"GET\"\npath = \"/health\"\n"
        + more;
}

PlanRequest TestGroupChanges::deploy(const QByteArray &toml)
{
    const QString path = m_folder.filePath(u"fly-%1.toml"_s.arg(++m_files));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(toml) != toml.size())
        qFatal("no file");
    PlanRequest request;
    request.app = EngineFixture::app;
    request.image = EngineFixture::newImage;
    request.configPath = path;
    return request;
}

EngineFixture::Outcome TestGroupChanges::run(EngineFixture &fixture, const PlanRequest &request)
{
    Result<DeployPlan> plan = fixture.plan(request);
    if (!plan) {
        EngineFixture::Outcome refused;
        refused.accepted = failure(plan.error());
        return refused;
    }
    plan->destroyConfirmed = true;
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    fixture.clock.jump(5s); // what is being destroyed is gone then
    return outcome;
}

// Makes a free volume; gives its id.
QString TestGroupChanges::volume(EngineFixture &fixture, const QString &name)
{
    const SimTime now = fixture.transport.worldNow();
    return fixture.transport.inspect([&](SimWorld &world) {
        SimRequest request;
        request.method = "POST";
        request.path = u"/v1/apps/grupo-gad/volumes"_s;
        request.headers = {
            {"authorization", "Bearer fo1_sandbox_full"}, {"content-type", "application/json"}};
        request.body = QJsonDocument(
            QJsonObject{{u"name"_s, name}, {u"region"_s, u"dfw"_s}, {u"size_gb"_s, 1}})
                           .toJson();
        const SimAnswer answer = world.handle(request, now);
        return QJsonDocument::fromJson(std::get<SimReply>(answer).body)
            .object()
            .value("id"_L1)
            .toString();
    });
}

// One machine that has the volume "data".
EngineFixture::Change TestGroupChanges::mounted()
{
    return [](QJsonObject &app) {
        QJsonObject config = app.value("machineConfig"_L1).toObject();
        config.insert("mounts"_L1,
            QJsonArray{QJsonObject{{u"volume"_s, u"vol_0000000000000001"_s},
                {u"name"_s, u"data"_s},
                {u"path"_s, u"/data"_s}}});
        app.insert("machineConfig"_L1, config);
    };
}

#define EXPECT_DONE(outcome)                                                                       \
    QVERIFY2((outcome).accepted,                                                                   \
        (outcome).accepted ? "" : qPrintable((outcome).accepted.error().detail));                  \
    QVERIFY2((outcome).ended && (outcome).ended->reported == Reported::Succeeded,                  \
        (outcome).ended && (outcome).ended->error ? qPrintable((outcome).ended->error->detail)     \
                                                  : "not ended well");                             \
    QVERIFY((outcome).verdict);                                                                    \
    QCOMPARE((outcome).verdict->reality, Reality::AllNew)

void TestGroupChanges::removedGroupIsDestroyed()
{
    EngineFixture fixture(12, EngineFixture::Pace::Quick, EngineFixture::mixed());
    const Result<DeployPlan> plan = fixture.plan(deploy(toml("app = \"\"\n")));
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    QCOMPARE(plan->destroyed().size(), 5);
    const bool told =
        std::any_of(plan->notices.cbegin(), plan->notices.cend(), [](const PlanNotice &notice) {
            return notice.warning == PlanWarning::MachinesDestroyed && notice.args.size() == 5;
        });
    QVERIFY(told);
    const EngineFixture::Outcome outcome = run(fixture, deploy(toml("app = \"\"\n")));
    EXPECT_DONE(outcome);
    QCOMPARE(fixture.machinesOf(u"worker"_s).size(), 0);
    QCOMPARE(fixture.machinesOf(u"app"_s).size(), 7);
    QCOMPARE(outcome.ended->changed.size(), 12);
    QCOMPARE(fixture.liveLeases(), 0);
    // They go before the others are updated.
    qint64 lastGone = 0;
    qint64 firstUpdate = std::numeric_limits<qint64>::max();
    for (const DeployEvent &event : outcome.events) {
        if (std::holds_alternative<events::MachineDestroyed>(event.body))
            lastGone = event.sequence;
        if (std::holds_alternative<events::MachineUpdated>(event.body))
            firstUpdate = std::min(firstUpdate, event.sequence);
    }
    QVERIFY(lastGone > 0 && lastGone < firstUpdate);
}

void TestGroupChanges::destroyingHasToBeMeant()
{
    EngineFixture fixture(12, EngineFixture::Pace::Quick, EngineFixture::mixed());
    const EngineFixture::Outcome refused = fixture.run(deploy(toml("app = \"\"\n")));
    QVERIFY(!refused.accepted);
    QCOMPARE(refused.accepted.error().kind, Error::Kind::Precondition);
    QCOMPARE(refused.accepted.error().code, u"destroy-not-confirmed 5"_s);
    QCOMPARE(fixture.machinesOf(u"worker"_s).size(), 5);
}

void TestGroupChanges::addedGroupIsMade_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<int>("made");
    QTest::addColumn<int>("running");
    QTest::addColumn<QString>("volume");
    QTest::addRow("without services: one and a standby") << QByteArray() << 2 << 1 << QString();
    QTest::addRow("with services: two")
        << QByteArray("[[services]]\ninternal_port = 9000\nprotocol = \"tcp\"\n"
                      "processes = [\"jobs\"]\n[[services.ports]]\nport = 9000\n")
        << 2 << 2 << QString();
    QTest::addRow("with a volume: one")
        << QByteArray("[[mounts]]\nsource = \"data\"\ndestination = \"/data\"\n"
                      "processes = [\"jobs\"]\n")
        << 1 << 1 << u"data"_s;
}

void TestGroupChanges::addedGroupIsMade()
{
    QFETCH(QByteArray, more);
    QFETCH(int, made);
    QFETCH(int, running);
    QFETCH(QString, volume);
    EngineFixture fixture(3);
    if (!volume.isEmpty())
        TestGroupChanges::volume(fixture, volume);
    const PlanRequest request = deploy(toml("app = \"\"\njobs = \"work\"\n", more));
    const Result<DeployPlan> plan = fixture.plan(request);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    QCOMPARE(plan->launches.size(), made);
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    EXPECT_DONE(outcome);
    const QList<SimMachineFacts> jobs = fixture.machinesOf(u"jobs"_s);
    QCOMPARE(jobs.size(), made);
    QCOMPARE(std::count_if(jobs.cbegin(),
                 jobs.cend(),
                 [](const SimMachineFacts &machine) { return machine.state == "started"_L1; }),
        running);
    QCOMPARE(fixture.machinesOf(u"app"_s).size(), 3);
    QCOMPARE(fixture.liveLeases(), 0);
    QVERIFY(!outcome.verdict->contradicts());
    // Nothing is left to do.
    const Result<DeployPlan> again = fixture.plan(request);
    QVERIFY(again);
    QVERIFY(again->launches.isEmpty());
}

void TestGroupChanges::failureInANewGroupIsTold()
{
    EngineFixture fixture(3);
    fixture.provoke(u"no-capacity"_s);
    const EngineFixture::Outcome outcome =
        fixture.run(deploy(toml("app = \"\"\njobs = \"work\"\n")));
    QVERIFY(outcome.ended);
    QCOMPARE(outcome.ended->reported, Reported::Failed);
    QVERIFY(!outcome.verdict->contradicts());
    QCOMPARE(fixture.liveLeases(), 0);
}

void TestGroupChanges::killedAnywhereMakesNothingTwice_data()
{
    QTest::addColumn<bool>("adds");
    QTest::addColumn<bool>("moves");
    QTest::addRow("group that comes") << true << false;
    QTest::addRow("group that goes") << false << false;
    QTest::addRow("machines that move") << false << true;
}

void TestGroupChanges::killedAnywhereMakesNothingTwice()
{
    QFETCH(bool, adds);
    QFETCH(bool, moves);
    const auto world = [&]() {
        auto fixture = std::make_unique<EngineFixture>(2,
            EngineFixture::Pace::Quick,
            adds || moves ? EngineFixture::Change() : EngineFixture::mixed());
        if (moves)
            fixture->provoke(u"host-unreachable"_s, fixture->machines().first().id);
        return fixture;
    };
    const QByteArray processes = adds ? "app = \"\"\njobs = \"work\"\n" : "app = \"\"\n";
    const PlanRequest request = deploy(toml(processes));
    const auto planned = [&](EngineFixture &fixture, const PlanRequest &wanted) {
        Result<DeployPlan> plan = fixture.plan(wanted);
        if (plan)
            plan->destroyConfirmed = true;
        return plan;
    };
    int requests = 0;
    qsizetype apps = 0;
    {
        const auto whole = world();
        const Result<DeployPlan> plan = planned(*whole, request);
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
        const int before = whole->transport.requestCount();
        const EngineFixture::Outcome outcome = whole->run(*plan);
        EXPECT_DONE(outcome);
        requests = whole->transport.requestCount() - before;
        apps = whole->machinesOf(u"app"_s).size();
    }
    const int points = matrixSize() == MatrixSize::Small ? 5 : 18;
    QStringList broken;
    for (int point = 1; point < points; ++point) {
        const auto fixture = world();
        const Result<DeployPlan> plan = planned(*fixture, request);
        static_cast<void>(fixture->runAndKill(*plan, requests * point / points));
        fixture->revive();
        fixture->clock.jump(std::chrono::seconds(point % 4 == 0 ? 60 : point));
        if (fixture->journal.ids().isEmpty())
            continue; // killed before it began
        const DeploymentState state = fixture->journal.state(fixture->journal.ids().last());
        if (state.attempts.isEmpty() || state.lastAttempt()->ended)
            continue;
        const Result<DeployPlan> resume = planned(*fixture, fixture->request(DeployKind::Resume));
        const EngineFixture::Outcome outcome =
            resume ? fixture->run(*resume) : EngineFixture::Outcome();
        const auto wrong = [&](const QString &what) {
            broken.append(u"killed at %1 of %2: %3"_s.arg(point).arg(points).arg(what));
        };
        if (!outcome.ended || outcome.ended->reported != Reported::Succeeded)
            wrong(!resume                                   ? resume.error().detail
                    : outcome.ended && outcome.ended->error ? outcome.ended->error->detail
                                                            : u"not finished"_s);
        if (!outcome.verdict || outcome.verdict->reality != Reality::AllNew)
            wrong(u"not all new"_s);
        if (fixture->machinesOf(u"jobs"_s).size() != (adds ? 2 : 0))
            wrong(u"%1 jobs"_s.arg(fixture->machinesOf(u"jobs"_s).size()));
        if (fixture->machinesOf(u"app"_s).size() != apps)
            wrong(u"%1 apps"_s.arg(fixture->machinesOf(u"app"_s).size()));
        if (fixture->machinesOf(u"worker"_s).size() != 0)
            wrong(u"workers left"_s);
        if (fixture->releaseRuns() > 1)
            wrong(u"release command repeated"_s);
    }
    QVERIFY2(broken.isEmpty(), qPrintable(broken.mid(0, 12).join(u'\n')));
}

void TestGroupChanges::addedVolumeReplacesTheMachine()
{
    EngineFixture fixture(2);
    const QStringList volumes{volume(fixture, u"data"_s), volume(fixture, u"data"_s)};
    const QByteArray mounts = "[[mounts]]\nsource = \"data\"\ndestination = \"/data\"\n";
    const PlanRequest request = deploy(toml("app = \"\"\n", mounts));
    const Result<DeployPlan> plan = fixture.plan(request);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    QCOMPARE(plan->machines.first().action, PlannedMachine::Action::Replace);
    QCOMPARE(plan->machines.first().why, PlanReason::MountsChanged);
    QStringList chosen;
    for (const PlannedLaunch &launch : plan->launches)
        chosen.append(launch.volume);
    chosen.sort();
    QStringList free = volumes;
    free.sort();
    QCOMPARE(chosen, free);
    const QString before = fixture.machines().first().id;
    const EngineFixture::Outcome outcome = run(fixture, request);
    EXPECT_DONE(outcome);
    QCOMPARE(fixture.machines().size(), 2);
    for (const SimMachineFacts &machine : fixture.machines()) {
        QVERIFY(machine.id != before);
        QVERIFY(machine.healthy);
        QCOMPARE(machine.image, EngineFixture::newImage);
    }
    QCOMPARE(fixture.liveLeases(), 0);
}

void TestGroupChanges::missingVolumeIsRefused()
{
    EngineFixture fixture(2);
    volume(fixture, u"data"_s);
    const QByteArray mounts = "[[mounts]]\nsource = \"data\"\ndestination = \"/data\"\n";
    const Result<DeployPlan> plan = fixture.plan(deploy(toml("app = \"\"\n", mounts)));
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, Error::Kind::Precondition);
    QVERIFY2(
        plan.error().code.startsWith("volume-missing data dfw "_L1), qPrintable(plan.error().code));
}

void TestGroupChanges::removedVolumeIsKept()
{
    EngineFixture fixture(1, EngineFixture::Pace::Quick, mounted());
    const Result<DeployPlan> plan = fixture.plan(deploy(toml("app = \"\"\n")));
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    QVERIFY(std::any_of(plan->notices.cbegin(), plan->notices.cend(), [](const PlanNotice &notice) {
        return notice.warning == PlanWarning::VolumesDetached
            && notice.args == QStringList{u"data"_s};
    }));
    const EngineFixture::Outcome outcome = run(fixture, deploy(toml("app = \"\"\n")));
    EXPECT_DONE(outcome);
    const ClockParticipant participant(fixture.clock);
    const Result<QList<Volume>> volumes = fixture.fly.volumes(EngineFixture::app, {});
    QVERIFY(volumes);
    QCOMPARE(volumes->size(), 1);
    QVERIFY(volumes->first().isFree());
}

void TestGroupChanges::renamedVolumeIsRefused()
{
    EngineFixture fixture(1, EngineFixture::Pace::Quick, mounted());
    const QByteArray mounts = "[[mounts]]\nsource = \"other\"\ndestination = \"/data\"\n";
    const Result<DeployPlan> plan = fixture.plan(deploy(toml("app = \"\"\n", mounts)));
    QVERIFY(!plan);
    QVERIFY(plan.error().detail.contains("data"_L1));
    QVERIFY(plan.error().detail.contains("other"_L1));
}

// Gone between the plan and the update: with its cause, the platform's answer as evidence, and what
// to do next.
void TestGroupChanges::volumeThatIsGoneIsTold()
{
    EngineFixture fixture(1, EngineFixture::Pace::Quick, mounted());
    const Result<Catalogue> catalogue = Catalogue::builtIn();
    QVERIFY(catalogue);
    fixture.diagnose = [&catalogue](const DeploymentState &state, const QList<LogLine> &log) {
        return catalogue->diagnose(state, log);
    };
    const QByteArray mounts = "[[mounts]]\nsource = \"data\"\ndestination = \"/data\"\n";
    const Result<DeployPlan> plan = fixture.plan(deploy(toml("app = \"\"\n", mounts)));
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    fixture.provoke(u"volume-missing"_s);
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    QVERIFY(outcome.ended && outcome.verdict);
    QCOMPARE(outcome.ended->reported, Reported::Failed);
    const AttemptState attempt = *fixture.journal.state(*outcome.accepted).lastAttempt();
    QVERIFY(attempt.diagnosis);
    QCOMPARE(attempt.diagnosis->rule, u"update.volume-missing"_s);
    const Evidence &proof = attempt.diagnosis->evidence.first();
    QCOMPARE(proof.kind, Evidence::Kind::Answer);
    QVERIFY2(proof.text.contains("does not exist"_L1), qPrintable(proof.text));
    for (const QString &language : {u"en"_s, u"es"_s}) {
        const DiagnosisText text = catalogue->text(*attempt.diagnosis, language);
        QVERIFY2(text.cause.contains(fixture.machines().first().id), qPrintable(text.cause));
        QVERIFY(text.nextSteps.contains(NextStep::RetryDeploy));
    }
}

void TestGroupChanges::machineOnABadHostIsReplaced()
{
    EngineFixture fixture(3);
    const QString bad = fixture.machines().at(1).id;
    fixture.provoke(u"host-unreachable"_s, bad);
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    QCOMPARE(plan->destroyed(), QList<MachineId>{MachineId(bad)});
    const EngineFixture::Outcome outcome = run(fixture, fixture.deployOf(EngineFixture::newImage));
    EXPECT_DONE(outcome);
    QCOMPARE(fixture.machines().size(), 3);
    for (const SimMachineFacts &machine : fixture.machines())
        QVERIFY(machine.id != bad && machine.healthy);
}

void TestGroupChanges::volumeOnABadHostIsRefused()
{
    EngineFixture fixture(1, EngineFixture::Pace::Quick, mounted());
    fixture.provoke(u"host-unreachable"_s, fixture.machines().first().id);
    const QByteArray mounts = "[[mounts]]\nsource = \"data\"\ndestination = \"/data\"\n";
    const Result<DeployPlan> plan = fixture.plan(deploy(toml("app = \"\"\n", mounts)));
    QVERIFY(!plan);
    QVERIFY2(plan.error().code.startsWith("volume-unreachable "_L1),
        qPrintable(plan.error().code + plan.error().detail));
}

void TestGroupChanges::machineWithoutRoomMovesElsewhere()
{
    EngineFixture fixture(3);
    const QString full = fixture.machines().at(0).id;
    fixture.provoke(u"no-capacity"_s, full);
    const EngineFixture::Outcome outcome = fixture.run(fixture.deployOf(EngineFixture::newImage));
    EXPECT_DONE(outcome);
    QCOMPARE(fixture.machines().size(), 3);
    for (const SimMachineFacts &machine : fixture.machines())
        QVERIFY(machine.id != full && machine.healthy);
    QVERIFY(
        std::any_of(outcome.events.cbegin(), outcome.events.cend(), [](const DeployEvent &event) {
            const auto *note = std::get_if<events::SpanNoted>(&event.body);
            return note && note->note == Note::NoRoom;
        }));
}

void TestGroupChanges::machineThatWouldNotComeUpLeavesTheOldOne()
{
    EngineFixture fixture(1);
    const QString bad = fixture.machines().first().id;
    fixture.provoke(u"no-capacity"_s, bad);
    fixture.provoke(u"machine-never-healthy"_s);
    const EngineFixture::Outcome outcome = fixture.run(fixture.deployOf(EngineFixture::newImage));
    QVERIFY(outcome.ended);
    QCOMPARE(outcome.ended->reported, Reported::Failed);
    const QList<SimMachineFacts> machines = fixture.machines();
    QVERIFY(std::any_of(machines.cbegin(), machines.cend(), [&](const SimMachineFacts &machine) {
        return machine.id == bad && machine.healthy;
    }));
    QVERIFY(!outcome.verdict->contradicts());
}

void TestGroupChanges::noneUnavailableIsOneUnavailable()
{
    EngineFixture fixture(3);
    const QByteArray none = "[deploy]\nmax_unavailable = 0\n";
    const PlanRequest request = deploy(toml("app = \"\"\n", none));
    const Result<DeployPlan> plan = fixture.plan(request);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    QVERIFY(std::any_of(plan->notices.cbegin(), plan->notices.cend(), [](const PlanNotice &notice) {
        return notice.warning == PlanWarning::UnavailableRaised;
    }));
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    EXPECT_DONE(outcome);
}

void TestGroupChanges::suspendedMachineLosesItsSnapshot()
{
    EngineFixture fixture(12, EngineFixture::Pace::Quick, EngineFixture::mixed());
    const Result<DeployPlan> plan = fixture.plan(fixture.deployOf(EngineFixture::newImage));
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    QCOMPARE(plan->machines.size(), 12);
    QVERIFY(std::any_of(plan->notices.cbegin(), plan->notices.cend(), [](const PlanNotice &notice) {
        return notice.warning == PlanWarning::SnapshotLost && notice.args.size() == 1;
    }));
    const EngineFixture::Outcome outcome = fixture.run(*plan);
    EXPECT_DONE(outcome);
}

void TestGroupChanges::localFilesAreSent()
{
    EngineFixture fixture(2);
    QFile local(m_folder.filePath(u"settings.bin"_s));
    QVERIFY(local.open(QIODevice::WriteOnly));
    const QByteArray content("\x00\xff\x80 not text", 12);
    local.write(content);
    local.close();
    const PlanRequest request = deploy(toml("app = \"\"\n",
        "[[files]]\nguest_path = \"/etc/settings\"\nlocal_path = \"settings.bin\"\n"));
    EXPECT_DONE(run(fixture, request));
    const auto sent = [&fixture] {
        QStringList values;
        const Result<QList<Machine>> machines = fixture.fly.machines(EngineFixture::app, {});
        for (const Machine &machine : machines.value_or(QList<Machine>())) {
            const QJsonArray files = QJsonDocument::fromJson(machine.config->document)
                                         .object()
                                         .value("files"_L1)
                                         .toArray();
            values.append(files.first().toObject().value("raw_value"_L1).toString());
        }
        return values;
    };
    const QString encoded = QString::fromLatin1(content.toBase64());
    QCOMPARE(sent(), (QStringList{encoded, encoded}));

    // Another content is another config, although fly.toml says the same.
    QVERIFY(local.open(QIODevice::WriteOnly));
    local.write("other");
    local.close();
    const Result<DeployPlan> plan = fixture.plan(request);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
    QCOMPARE(plan->machines.first().action, PlannedMachine::Action::Update);
    EXPECT_DONE(run(fixture, request));
    QCOMPARE(sent().first(), u"b3RoZXI="_s);
}

void TestGroupChanges::machineConfigOfAFileIsSent()
{
    EngineFixture fixture(2);
    const auto write = [this](const QString &name, const QByteArray &text) {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    const PlanRequest request =
        deploy(toml("app = \"\"\n").prepend("machine_config = \"machine.json\"\n"));
    QVERIFY(write(u"machine.json"_s, "{\n \"containers\": [}"));
    const Result<DeployPlan> broken = fixture.plan(request);
    QVERIFY(!broken);
    QVERIFY2(
        broken.error().detail.contains("machine.json:2:"_L1), qPrintable(broken.error().detail));

    QVERIFY(write(u"machine.json"_s,
        R"({"containers":[{"name":"app","files":[{"guest_path":"/a","local_path":"a.txt"}]},
            {"name":"side","image":"nginx:1"}]})"));
    QVERIFY(!fixture.plan(request)); // a.txt is not there
    QVERIFY(write(u"a.txt"_s, "hello"));
    EXPECT_DONE(run(fixture, request));
    const Result<QList<Machine>> machines = fixture.fly.machines(EngineFixture::app, {});
    QVERIFY(machines);
    QCOMPARE(machines->size(), 2);
    for (const Machine &machine : *machines) {
        const QJsonArray containers = QJsonDocument::fromJson(machine.config->document)
                                          .object()
                                          .value("containers"_L1)
                                          .toArray();
        const QJsonObject own = containers.at(0).toObject();
        QCOMPARE(own.value("image"_L1).toString(), machine.config->image);
        const QJsonObject file = own.value("files"_L1).toArray().first().toObject();
        QCOMPARE(file.value("raw_value"_L1).toString(), u"aGVsbG8="_s);
        QCOMPARE(containers.at(1).toObject().value("image"_L1).toString(), u"nginx:1"_s);
    }
}

void TestGroupChanges::localFilesStayInTheirFolder_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("told");
    QTest::addRow("missing") << QByteArray("none.txt") << u"there is no such file"_s;
    QTest::addRow("above") << QByteArray("..") << u"outside"_s;
    QTest::addRow("absolute") << QByteArray("/etc/passwd") << u"outside"_s;
    QTest::addRow("folder") << QByteArray(".") << u"outside"_s;
}

void TestGroupChanges::localFilesStayInTheirFolder()
{
    QFETCH(QByteArray, path);
    QFETCH(QString, told);
    EngineFixture fixture(1);
    const QByteArray files = "[[files]]\nguest_path = \"/a\"\nlocal_path = \"" + path + "\"\n";
    const Result<DeployPlan> plan = fixture.plan(deploy(toml("app = \"\"\n", files)));
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, Error::Kind::InvalidInput);
    QVERIFY2(plan.error().detail.contains(told), qPrintable(plan.error().detail));
}

QTEST_GUILESS_MAIN(TestGroupChanges)
#include "tst_groupchanges.moc"
