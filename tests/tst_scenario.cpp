#include "support/simdriver.h"

#include <QFile>

using namespace Qt::StringLiterals;

class TestScenario : public QObject
{
    Q_OBJECT

private slots:
    void scenarioHasItsMachines_data();
    void scenarioHasItsMachines();
    void fieldCaseTellsTheFailedRelease();
    void decisiveLineIsTheFourteenth();
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
