#include "fly/machineconfig.h"
#include "support/simdriver.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace {
Result<FlyToml> flyTomlOf(const QString &app)
{
    QFile file(u":/scenarios/%1/fly.toml"_s.arg(app));
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::NotFound, file.fileName());
    return parseFlyToml(file.readAll(), file.fileName());
}
} // namespace

class TestScenario : public QObject
{
    Q_OBJECT

private slots:
    void scenarioHasItsMachines_data();
    void scenarioHasItsMachines();
    void fieldCaseTellsTheFailedRelease();
    void decisiveLineIsTheFourteenth();
    void machinesAreWhatTheirFlyTomlMakes_data();
    void machinesAreWhatTheirFlyTomlMakes();
    void definitionIsTheFlyToml_data();
    void definitionIsTheFlyToml();
    void retryTakesTwoToThreeMinutes();
    void brokenScenarioIsRefused_data();
    void brokenScenarioIsRefused();
};

void TestScenario::scenarioHasItsMachines_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("machines");
    QTest::newRow("field-cases") << u"field-cases"_s << 3;
    QTest::newRow("one") << u"one"_s << 1;
    QTest::newRow("twelve") << u"twelve"_s << 12;
    QTest::newRow("hundred") << u"hundred"_s << 100;
}

void TestScenario::scenarioHasItsMachines()
{
    QFETCH(QString, name);
    SimDriver sim(name);
    const QList<SimMachineFacts> machines = sim.world.machines(u"grupo-gad"_s, sim.now);
    QTEST(int(machines.size()), "machines");
    for (const SimMachineFacts &machine : machines) {
        QVERIFY(machine.healthy);
        QCOMPARE(machine.state, u"started"_s);
        QCOMPARE(machine.releaseVersion, u"41"_s);
        QCOMPARE(machine.id.size(), 14);
    }
    QCOMPARE(sim.world.scenarioName(), name);
    QCOMPARE(sim.world.liveLeases(sim.now), 0);
    QCOMPARE(sim.world.releaseCommandRuns(), 0);
    QVERIFY(!sim.world.nextEventAt()); // nothing happens until somebody acts
}

void TestScenario::fieldCaseTellsTheFailedRelease()
{
    SimDriver sim;
    const QJsonArray releases = sim.get(u"/api/v1/apps/grupo-gad/releases?limit=25"_s)
                                    .json.toObject()
                                    .value("releases"_L1)
                                    .toArray();
    QStringList told;
    for (const QJsonValue &release : releases) {
        const QJsonObject r = release.toObject();
        told.append(QStringList{
            QString::number(r.value("version"_L1).toInt()), r.value("status"_L1).toString()}
                        .join(u' '));
    }
    QCOMPARE(told,
        (QStringList{
            u"42 failed"_s, u"41 complete"_s, u"40 complete"_s, u"39 failed"_s, u"38 complete"_s}));
    const QJsonObject gone = sim.machine(u"grupo-gad"_s, u"2874e01c6d4398"_s);
    QCOMPARE(gone.value("state"_L1).toString(), u"destroyed"_s);
    const QString image = releases.at(0).toObject().value("image_ref"_L1).toString();
    QCOMPARE(gone.value("config"_L1).toObject().value("image"_L1).toString(), image);
    QCOMPARE(sim.world.machines(u"sist-cabanas-mvp"_s, sim.now).size(), 1);
    QCOMPARE(sim.world.defaultSpeed(), 4.0);
}

void TestScenario::decisiveLineIsTheFourteenth()
{
    SimDriver sim;
    const QJsonArray lines =
        sim.get(u"/api/v1/apps/grupo-gad/logs?next_token=&instance=2874e01c6d4398"_s)
            .json.toObject()
            .value("data"_L1)
            .toArray();
    QStringList ofTheApp;
    for (const QJsonValue &line : lines) {
        const QString message =
            line.toObject().value("attributes"_L1).toObject().value("message"_L1).toString();
        if (!message.startsWith(" INFO"_L1) && !message.startsWith("Pulling"_L1))
            ofTheApp.append(message);
    }
    QCOMPARE(ofTheApp.size(), 14);
    QVERIFY(ofTheApp.last().contains("connection refused (grupo-gad-db.internal:5432)"_L1));
}

void TestScenario::machinesAreWhatTheirFlyTomlMakes_data()
{
    QTest::addColumn<QString>("app");
    QTest::newRow("grupo-gad") << u"grupo-gad"_s;
    QTest::newRow("sist-cabanas-mvp") << u"sist-cabanas-mvp"_s;
}

// Else a deploy of the same inputs would find every machine to be wrong.
void TestScenario::machinesAreWhatTheirFlyTomlMakes()
{
    QFETCH(QString, app);
    SimDriver sim;
    const Result<FlyToml> toml = flyTomlOf(app);
    QVERIFY2(toml, toml ? "" : qPrintable(toml.error().detail));
    for (const SimMachineFacts &facts : sim.world.machines(app, sim.now)) {
        const QJsonObject config = sim.machine(app, facts.id).value("config"_L1).toObject();
        const Result<MachineConfig> old = machineConfigFromJson(QJsonDocument(config).toJson());
        QVERIFY(old.has_value());
        const Result<MachineConfig> derived =
            derivedConfig(*toml, *old, facts.image, {u"id"_s, 41, u"1"_s, u"attempt"_s});
        QVERIFY2(derived, derived ? "" : qPrintable(derived.error().detail));
        QCOMPARE(configDigest(*derived, "key"), configDigest(*old, "key"));
        MachineConfig bare;
        bare.processGroup = u"app"_s;
        const Result<MachineConfig> fresh =
            derivedConfig(*toml, bare, facts.image, {u"id"_s, 41, u"1"_s, u"attempt"_s});
        QVERIFY2(fresh, fresh ? "" : qPrintable(fresh.error().detail));
        QCOMPARE(configDigest(*fresh, "key"), configDigest(*old, "key"));
    }
}

void TestScenario::definitionIsTheFlyToml_data()
{
    machinesAreWhatTheirFlyTomlMakes_data();
}

void TestScenario::definitionIsTheFlyToml()
{
    QFETCH(QString, app);
    SimDriver sim;
    const QString query =
        u"{app(name:\"%1\"){currentReleaseUnprocessed{configDefinition}}}"_s.arg(app);
    const QJsonObject data = sim.call("POST", u"/graphql"_s, {{u"query"_s, query}})
                                 .json.toObject()
                                 .value("data"_L1)
                                 .toObject();
    const QJsonObject definition = data.value("app"_L1)
                                       .toObject()
                                       .value("currentReleaseUnprocessed"_L1)
                                       .toObject()
                                       .value("configDefinition"_L1)
                                       .toObject();
    const Result<FlyToml> told = flyTomlFromDefinition(QJsonDocument(definition).toJson());
    const Result<FlyToml> kept = flyTomlOf(app);
    QVERIFY(told && kept);
    QCOMPARE(told->definition, kept->definition);
    QCOMPARE(told->env, kept->env);
    QCOMPARE(told->releaseCommand, kept->releaseCommand);
}

// Rolling, one machine after the other, as flyctl would: the time is what the stranger will wait.
void TestScenario::retryTakesTwoToThreeMinutes()
{
    SimDriver sim;
    const QString app = u"grupo-gad"_s;
    const QString image = u"registry.fly.io/grupo-gad:deployment-01J8ZQ4W7M3N5T9KD2XBHC6VRE"_s;
    const QJsonObject metadata{{u"fly_process_group"_s, u"fly_app_release_command"_s}};
    const QJsonObject config{{u"image"_s, image},
        {u"auto_destroy"_s, true},
        {u"restart"_s, QJsonObject{{u"policy"_s, u"no"_s}}},
        {u"metadata"_s, metadata}};
    const QString release =
        sim.call("POST", u"/v1/apps/grupo-gad/machines"_s, {{u"config"_s, config}})
            .json.toObject()
            .value("id"_L1)
            .toString();
    QVERIFY(sim.passUntil(app, release, u"destroyed"_s));
    for (const SimMachineFacts &machine : sim.world.machines(app, sim.now)) {
        QCOMPARE(
            sim.call(
                   "POST", SimDriver::path(app, machine.id), sim.launchBody(app, machine.id, image))
                .status,
            200);
        const auto healthy = [&] {
            const QList<SimMachineFacts> all = sim.world.machines(app, sim.now);
            return std::any_of(all.begin(), all.end(), [&](const SimMachineFacts &m) {
                return m.id == machine.id && m.healthy;
            });
        };
        while (!healthy()) {
            QVERIFY(sim.world.nextEventAt().has_value());
            sim.pass(*sim.world.nextEventAt() - sim.now);
        }
    }
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(sim.now).count();
    QVERIFY2(seconds >= 120 && seconds <= 180, qPrintable(QString::number(seconds)));
}

void TestScenario::brokenScenarioIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no apps") << QByteArray(R"({"organisations":[{"slug":"a"}]})");
    QTest::newRow("unknown access") << QByteArray(
        R"({"organisations":[{"slug":"a"}],"apps":[{"name":"x"}],"tokens":[{"access":"some"}]})");
    QTest::newRow("same name") << QByteArray(
        R"({"organisations":[{"slug":"a"}],"apps":[{"name":"x"},{"name":"x"}]})");
    QTest::newRow("release unknown") << QByteArray(
        R"({"organisations":[{"slug":"a"}],"apps":[{"name":"x","machines":[{"release":3}]}]})");
}

void TestScenario::brokenScenarioIsRefused()
{
    QFETCH(QByteArray, json);
    const Result<SimWorld> world = SimWorld::fromScenario(json, QDateTime::currentDateTimeUtc());
    QVERIFY(!world);
    QCOMPARE(world.error().kind, Error::Kind::InvalidInput);
}

QTEST_GUILESS_MAIN(TestScenario)
#include "tst_scenario.moc"
