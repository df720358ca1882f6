#include "support/sampleevents.h"
#include "types/deployevent.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;

namespace {
// Fields that were added since may be there, too.
bool holdsAllOf(const QJsonValue &now, const QJsonValue &before)
{
    if (before.isArray()) {
        const QJsonArray old = before.toArray();
        const QJsonArray all = now.toArray();
        bool same = old.size() == all.size();
        for (qsizetype i = 0; same && i < old.size(); ++i)
            same = holdsAllOf(all.at(i), old.at(i));
        return same;
    }
    if (!before.isObject())
        return now == before;
    const QJsonObject old = before.toObject();
    const QJsonObject all = now.toObject();
    for (auto it = old.constBegin(); it != old.constEnd(); ++it) {
        if (!holdsAllOf(all.value(it.key()), it.value()))
            return false;
    }
    return true;
}

} // namespace

class TestDeployEventJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindComesBack_data();
    void everyKindComesBack();
    void samplesCoverEveryKind();
    void emptyFieldsComeBack();
    void planComesBack();
    void wordsOfEnumsAreReadBack();
    void oldJournalStaysReadable();
    void badFieldIsNamed_data();
    void badFieldIsNamed();
    void badPlanFieldIsNamed();
    void garbageIsRefused_data();
    void garbageIsRefused();
};

void TestDeployEventJson::everyKindComesBack_data()
{
    QTest::addColumn<int>("index");
    const QList<DeployEvent> events = sampleEvents();
    for (int i = 0; i < events.size(); ++i) {
        const QJsonObject json = QJsonDocument::fromJson(deployEventToJson(events.at(i))).object();
        QTest::newRow(qPrintable(json.value("kind"_L1).toString())) << i;
    }
}

void TestDeployEventJson::everyKindComesBack()
{
    QFETCH(int, index);
    const DeployEvent event = sampleEvents().at(index);
    const QByteArray json = deployEventToJson(event);
    QVERIFY(!json.contains('\n'));
    const Result<DeployEvent> read = deployEventFromJson(json);
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QVERIFY(*read == event);
    QCOMPARE(deployEventToJson(*read), json);
}

void TestDeployEventJson::samplesCoverEveryKind()
{
    std::set<std::size_t> kinds;
    for (const DeployEvent &event : sampleEvents())
        kinds.insert(event.body.index());
    QCOMPARE(kinds.size(), std::variant_size_v<DeployEventVariant>);
}

void TestDeployEventJson::emptyFieldsComeBack()
{
    DeployEvent event = sampleEvents().constFirst();
    event.body = events::SpanEnded{SpanId{1}, Outcome::Succeeded, std::nullopt};
    QVERIFY(deployEventFromJson(deployEventToJson(event)).value() == event);
    event.body = events::ReleaseCommandEnded{};
    QVERIFY(deployEventFromJson(deployEventToJson(event)).value() == event);
    event.body = events::AttemptStarted{DeployPlan(), {}};
    QVERIFY(deployEventFromJson(deployEventToJson(event)).value() == event);
    event.body = events::VerdictReached{Verdict()};
    QVERIFY(deployEventFromJson(deployEventToJson(event)).value() == event);
}

void TestDeployEventJson::planComesBack()
{
    const DeployPlan plan = samplePlan();
    const Result<DeployPlan> read = deployPlanFromJson(deployPlanToJson(plan));
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QVERIFY(*read == plan);
}

void TestDeployEventJson::wordsOfEnumsAreReadBack()
{
    for (int i = 0; i <= static_cast<int>(Phase::Cleanup); ++i)
        QCOMPARE(phaseFromName(phaseName(Phase(i))), std::optional(Phase(i)));
    for (int i = 0; i <= static_cast<int>(Segment::Down); ++i)
        QCOMPARE(segmentFromName(segmentName(Segment(i))), std::optional(Segment(i)));
    for (int i = 0; i <= static_cast<int>(Step::DestroyReleaseMachine); ++i)
        QCOMPARE(stepFromName(stepName(Step(i))), std::optional(Step(i)));
    for (int i = 0; i <= static_cast<int>(Outcome::Unknown); ++i)
        QCOMPARE(outcomeFromName(outcomeName(Outcome(i))), std::optional(Outcome(i)));
    QVERIFY(!phaseFromName(u"Preflight"));
    QCOMPARE(deployKindName(DeployKind::RollBack), u"roll-back"_s);
    QCOMPARE(reportedName(Reported::RolledBack), u"rolled-back"_s);
    QCOMPARE(realityName(Reality::WrongCount), u"wrong-count"_s);
}

// The file was written when schema 1 was made and is never regenerated.
void TestDeployEventJson::oldJournalStaysReadable()
{
    QFile file(QFINDTESTDATA("data/events/schema1.jsonl"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    int read = 0;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        const Result<DeployEvent> event = deployEventFromJson(line);
        QVERIFY2(event, event ? "" : qPrintable(event.error().detail));
        QCOMPARE(event->body.index(), sampleEvents().at(read).body.index());
        const QJsonObject before = QJsonDocument::fromJson(line).object();
        const QJsonObject now = QJsonDocument::fromJson(deployEventToJson(*event)).object();
        QVERIFY2(holdsAllOf(now, before), line.constData());
        // And it is what it always was: the sample of its kind, but for what was added since.
        const QByteArray sample = deployEventToJson(sampleEvents().at(read));
        QVERIFY2(holdsAllOf(QJsonDocument::fromJson(sample).object(), before), sample.constData());
        ++read;
    }
    QCOMPARE(read, 18);
}

void TestDeployEventJson::badFieldIsNamed_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<QByteArray>("find");
    QTest::addColumn<QByteArray>("replacement");
    QTest::addColumn<QString>("detail");
    using B = QByteArray;
    QTest::newRow("unknown kind") << 1 << B("\"kind\":\"span-started\"")
                                  << B("\"kind\":\"span-begun\"")
                                  << u"kind: unknown word \"span-begun\""_s;
    QTest::newRow("newer schema") << 1 << B("\"schema\":1") << B("\"schema\":2")
                                  << u"schema: unknown schema 2"_s;
    QTest::newRow("no sequence") << 1 << B("\"sequence\":2") << B("\"s\":2")
                                 << u"sequence: missing"_s;
    QTest::newRow("sequence is text")
        << 1 << B("\"sequence\":2") << B("\"sequence\":\"2\"") << u"sequence: not a whole number"_s;
    QTest::newRow("sequence is a fraction")
        << 1 << B("\"sequence\":2") << B("\"sequence\":2.5") << u"sequence: not a whole number"_s;
    QTest::newRow("attempt too large")
        << 1 << B("\"attempt\":1") << B("\"attempt\":99999999999") << u"attempt: out of range"_s;
    QTest::newRow("bad time") << 1 << B("2026-08-20T14:03:11.270Z") << B("yesterday")
                              << u"at: not a time"_s;
    QTest::newRow("unknown phase") << 1 << B("\"phase\":\"update\"") << B("\"phase\":\"later\"")
                                   << u"span-started.phase: unknown word \"later\""_s;
    QTest::newRow("lane is a number") << 1 << B("\"lane\":\"148e4d2a1b3c89\"") << B("\"lane\":5")
                                      << u"span-started.lane: not a text"_s;
    QTest::newRow("usual is a text") << 1 << B("\"usual\":{") << B("\"usual\":\"x\",\"other\":{")
                                     << u"span-started.usual: not an object"_s;
    QTest::newRow("no field of usual")
        << 1 << B("\"samples\":3") << B("\"sample\":3") << u"span-started.usual.samples: missing"_s;
    QTest::newRow("args is a text") << 2 << B("\"args\":[\"1\",\"2\"]") << B("\"args\":\"1\"")
                                    << u"span-noted.args: not a list"_s;
    QTest::newRow("second arg is a number")
        << 2 << B("\"args\":[\"1\",\"2\"]") << B("\"args\":[\"1\",2]")
        << u"span-noted.args[1]: not a text"_s;
    QTest::newRow("body is a list")
        << 10 << B("\"body\":{") << B("\"body\":[],\"b\":{") << u"body: not an object"_s;
    QTest::newRow("no body") << 10 << B("\"body\":") << B("\"b\":") << u"body: missing"_s;
    QTest::newRow("flag is a number") << 10 << B("\"expired\":true") << B("\"expired\":1")
                                      << u"lease-dropped.expired: not true or false"_s;
    QTest::newRow("step of the plan")
        << 0 << B("\"reason\":\"kept-stopped\"") << B("\"reason\":\"?\"")
        << u"attempt-started.plan.steps[0].reason: unknown word \"?\""_s;
    QTest::newRow("share is a text")
        << 0 << B("\"maxUnavailable\":0.33") << B("\"maxUnavailable\":\"a third\"")
        << u"attempt-started.plan.maxUnavailable: not a number"_s;
    QTest::newRow("negative secrets version")
        << 0 << B("\"secretsVersion\":17") << B("\"secretsVersion\":-1")
        << u"attempt-started.plan.secretsVersion: negative"_s;
    QTest::newRow("newer plan") << 0 << B("\"runReleaseCommand\":true,\"schema\":1")
                                << B("\"runReleaseCommand\":true,\"schema\":9")
                                << u"attempt-started.plan.schema: unknown schema 9"_s;
}

void TestDeployEventJson::badFieldIsNamed()
{
    QFETCH(int, index);
    QFETCH(QByteArray, find);
    QFETCH(QByteArray, replacement);
    QFETCH(QString, detail);
    QByteArray json = deployEventToJson(sampleEvents().at(index));
    QVERIFY2(json.contains(find), json.constData());
    json.replace(find, replacement);
    const Result<DeployEvent> read = deployEventFromJson(json);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Protocol);
    QCOMPARE(read.error().detail, detail);
}

void TestDeployEventJson::badPlanFieldIsNamed()
{
    QByteArray json = deployPlanToJson(samplePlan());
    json.replace("\"kind\":\"retry\"", "\"kind\":\"undo\"");
    QCOMPARE(deployPlanFromJson(json).error().detail, u"plan.kind: unknown word \"undo\""_s);
    QCOMPARE(deployPlanFromJson("{").error().kind, Error::Kind::Protocol);
}

void TestDeployEventJson::garbageIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut off") << deployEventToJson(sampleEvents().constFirst()).left(200);
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("no UTF-8") << QByteArray("{\"kind\":\"\xff\xfe\"}");
    QTest::newRow("deep") << QByteArray(5000, '[');
}

void TestDeployEventJson::garbageIsRefused()
{
    QFETCH(QByteArray, json);
    const Result<DeployEvent> read = deployEventFromJson(json);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Protocol);
}

QTEST_GUILESS_MAIN(TestDeployEventJson)
#include "tst_deployeventjson.moc"
