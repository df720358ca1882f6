#include "capsule/capsule.h"
#include "core/sanitise.h"
#include "support/sampleevents.h"
#include "support/tempstore.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QDateTime madeAt(QDate(2026, 11, 22), QTime(9, 30), Qt::UTC);

// A whole deployment of two attempts, as an engine would have told it.
Capsule sample(bool withLog = false)
{
    Capsule capsule;
    capsule.madeBy = u"atalaya 0.1.0"_s;
    capsule.madeAt = madeAt;
    capsule.app = AppName(u"grupo-gad"_s);
    capsule.deployment = DeploymentId(u"01JDB3K6Q9ZZZZZZZZZZZZZZZZ"_s);
    capsule.number = 58;
    const auto add = [&capsule](int attempt, double second, const DeployEventBody &body) {
        capsule.events.append({1,
            capsule.deployment,
            capsule.events.size() + 1,
            attempt,
            madeAt.addMSecs(qint64(second * 1000) - 3'600'000),
            body});
    };
    DeployPlan plan = samplePlan();
    plan.app = capsule.app;
    events::SpanStarted survey;
    survey.span = SpanId{1};
    add(1, 0, events::AttemptStarted{plan, {}});
    add(1, 0.1, survey);
    add(1, 1, events::SpanEnded{SpanId{1}, Outcome::Succeeded, {}});
    events::AttemptEnded ended;
    ended.reported = Reported::Failed;
    ended.failedStep = Step::ReleaseCommand;
    add(1, 30, ended);
    Diagnosis diagnosis;
    diagnosis.rule = u"release.database-refused"_s;
    diagnosis.evidence = {{Evidence::Kind::LogLine, u"connection refused"_s, 0, {}, 0}};
    add(1, 31, events::DiagnosisMade{diagnosis});
    add(1, 32, events::VerdictReached{});
    if (withLog)
        capsule.log = QList<LogLine>{
            {madeAt, LogLine::Source::App, u"148e306fd02189"_s, u"error"_s, u"refused"_s, 1}};
    return capsule;
}

} // namespace

class TestCapsule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBack_data();
    void comesBack();
    void isMadeFromTheJournal();
    void nothingOfTheComputerAndNoNonceIsInside();
    void plantedSecretsNeverAppear();
    void brokenOnesNameTheField_data();
    void brokenOnesNameTheField();
    void cutOffAnywhereIsRefused();
    void filesAreRefusedWithTheirName();
    void aLargeOneOpens();
    void foreignTextIsSanitised();
    void oneThatRunsIsFoldedToo();
};

void TestCapsule::comesBack_data()
{
    QTest::addColumn<bool>("withLog");
    QTest::newRow("without the log") << false;
    QTest::newRow("with the log") << true;
}

void TestCapsule::comesBack()
{
    QFETCH(const bool, withLog);
    const Capsule capsule = sample(withLog);
    const QByteArray json = capsuleToJson(capsule);
    QCOMPARE(json.contains("\"log\""), withLog);
    const Result<Capsule> read = capsuleFromJson(json);
    VERIFY_OK(read);
    QVERIFY(*read == capsule);
    const Result<DeploymentState> state = read->state();
    VERIFY_OK(state);
    QCOMPARE(state->number, 58);
    QVERIFY(state->lastAttempt()->diagnosis.has_value());
    const DeploymentSummary summary = summaryOf(*state);
    QCOMPARE(summary.reported, Reported::Failed);
    QCOMPARE(summary.failedStep, std::optional(Step::ReleaseCommand));
    QCOMPARE(summary.status, DeploymentSummary::Status::Ended);
}

void TestCapsule::isMadeFromTheJournal()
{
    const TempStore store;
    const AppName app(u"grupo-gad"_s);
    Script script(*store, app, madeAt.addSecs(-600));
    VERIFY_OK(script.begin());
    VERIFY_OK(script.start(0));
    VERIFY_OK(script.span(1, 2, Step::UpdateMachine));
    VERIFY_OK(script.end(3));
    VERIFY_OK(store->appendLog(script.id(), {{madeAt, LogLine::Source::App, {}, {}, u"hi"_s, 1}}));
    const Result<Capsule> bare = Capsule::of(*store, script.id(), false, u"atalayactl"_s, madeAt);
    VERIFY_OK(bare);
    QVERIFY(!bare->log);
    QCOMPARE(bare->events.size(), 4);
    QCOMPARE(bare->number, 1);
    QVERIFY(bare->madeBy.startsWith("atalayactl "_L1));
    const Result<Capsule> full = Capsule::of(*store, script.id(), true, u"atalayactl"_s, madeAt);
    VERIFY_OK(full);
    QCOMPARE(full->log->size(), 1);
    VERIFY_OK(capsuleFromJson(capsuleToJson(*full)));
    const Result<Capsule> none =
        Capsule::of(*store, DeploymentId(u"nobody"_s), true, u"atalayactl"_s, madeAt);
    QVERIFY(!none);
    QCOMPARE(none.error().kind, Error::Kind::NotFound);
}

void TestCapsule::nothingOfTheComputerAndNoNonceIsInside()
{
    const ProcessIdentity owner{u"desk-of-ana"_s, u"boot-7f3a"_s, 4711, u"atalaya"_s};
    QList<DeployEvent> events = sample().events;
    std::get<events::AttemptStarted>(events[0].body).owner = owner;
    events[1].body = events::CancelRequested{owner};
    events[2].body = events::LeaseTaken{MachineId(u"m1"_s), u"nonce-5c35f65c9f95"_s, madeAt};
    DeploymentSummary summary;
    summary.id = events.first().deployment;
    summary.app = AppName(u"grupo-gad"_s);
    const QByteArray json =
        capsuleToJson(Capsule::from(summary, events.first(3), u"atalaya"_s, madeAt));
    for (const char *own : {"desk-of-ana", "boot-7f3a", "4711", "5c35f65c9f95"})
        QVERIFY2(!json.contains(own), own);
    VERIFY_OK(capsuleFromJson(json));
}

// At the sink: whatever place of plan, events or log it came in by.
void TestCapsule::plantedSecretsNeverAppear()
{
    const QByteArray known = "correct-horse-battery";
    Redact::addKnown(known);
    const QString token = u"fo1_AbCdEf0123456789AbCdEf0123456789"_s;
    const QStringList planted{QString::fromUtf8(known),
        token,
        u"DATABASE_URL=postgres://u:hunter2hunter2@db/x"_s,
        u"Authorization: Bearer abcdef0123456789"_s};
    for (const QString &secret : planted) {
        Capsule capsule = sample(true);
        auto &started = std::get<events::AttemptStarted>(capsule.events[0].body);
        started.plan.releaseCommand = u"run --with "_s + secret;
        started.plan.steps[0].detail = secret;
        std::get<events::SpanStarted>(capsule.events[1].body).title = secret;
        std::get<events::SpanEnded>(capsule.events[2].body).error =
            Error{Error::Kind::Process, secret, 0, {}, {}, {}};
        std::get<events::DiagnosisMade>(capsule.events[4].body).diagnosis.evidence[0].text = secret;
        std::get<events::DiagnosisMade>(capsule.events[4].body).diagnosis.captures = {secret};
        (*capsule.log)[0].text = secret;
        const QByteArray json = capsuleToJson(capsule);
        for (const char *part : {known.constData(), "AbCdEf0123456789", "hunter2", "abcdef01"})
            QVERIFY2(!json.contains(part), qPrintable(secret));
        VERIFY_OK(capsuleFromJson(json));
    }
}

void TestCapsule::brokenOnesNameTheField_data()
{
    QTest::addColumn<QByteArray>("find");
    QTest::addColumn<QByteArray>("replacement");
    QTest::addColumn<QString>("detail");
    using B = QByteArray;
    const auto row = [](const char *name, const B &find, const B &with, const QString &detail) {
        QTest::newRow(name) << find << with << detail;
    };
    row("foreign",
        "\"format\": \"atalaya-capsule\"",
        "\"format\": \"sarif\"",
        u"format: this is not a capsule of a deployment (\"atalaya-capsule\")"_s);
    row("no format",
        "\"format\"",
        "\"x\"",
        u"format: this is not a capsule of a deployment (\"atalaya-capsule\")"_s);
    row("newer",
        "\n    \"schema\": 1",
        "\n    \"schema\": 7",
        u"schema: 7, made by a newer Atalaya; this one reads 1"_s);
    row("older than the first",
        "\n    \"schema\": 1",
        "\n    \"schema\": 0",
        u"schema: unknown schema 0"_s);
    row("no app", "\n    \"app\"", "\n    \"apq\"", u"app: missing"_s);
    row("events are no list", "\"events\": [", "\"events\": 3, \"e\": [", u"events: not a list"_s);
    row("word",
        "\"outcome\": \"succeeded\"",
        "\"outcome\": \"great\"",
        u"events[2].span-ended.outcome: unknown word \"great\""_s);
    row("kind",
        "\"kind\": \"span-started\"",
        "\"kind\": \"span-began\"",
        u"events[1].kind: unknown word \"span-began\""_s);
    row("gap",
        "\"sequence\": 2",
        "\"sequence\": 5",
        u"events[1].sequence: 5 where 2 was expected"_s);
    row("time", "2026-11-22T08:30:01.000Z", "yesterday", u"events[2].at: not a time"_s);
    row("far time",
        "2026-11-22T08:30:01.000Z",
        "2226-11-22T08:30:01.000Z",
        u"events[2].at: out of range"_s);
}

void TestCapsule::brokenOnesNameTheField()
{
    QFETCH(const QByteArray, find);
    QFETCH(const QByteArray, replacement);
    QFETCH(const QString, detail);
    QByteArray json = capsuleToJson(sample());
    const qsizetype at = json.indexOf(find);
    QVERIFY2(at >= 0, json.constData());
    json.replace(at, find.size(), replacement);
    const Result<Capsule> read = capsuleFromJson(json);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::InvalidInput);
    QCOMPARE(read.error().detail, detail);
}

void TestCapsule::cutOffAnywhereIsRefused()
{
    const QByteArray json = capsuleToJson(sample(true));
    for (qsizetype size = 0; size + 2 < json.size(); size += 37) {
        const Result<Capsule> read = capsuleFromJson(json.first(size));
        QVERIFY(!read);
        QVERIFY2(read.error().detail.startsWith("capsule: "_L1), qPrintable(read.error().detail));
    }
    for (const QByteArray &other : {QByteArray("[]"), QByteArray("\x89PNG\r\n"), QByteArray()})
        QVERIFY(!capsuleFromJson(other));
}

void TestCapsule::filesAreRefusedWithTheirName()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"mine.capsule.json"_s);
    const Result<Capsule> missing = readCapsule(path);
    QVERIFY(!missing && missing.error().detail.contains(path));
    VERIFY_OK(writeCapsule(sample(true), path));
    const Result<Capsule> read = readCapsule(path);
    VERIFY_OK(read);
    QVERIFY(*read == sample(true));
    QVERIFY(!writeCapsule(sample(), folder.filePath(u"none/x.json"_s)));

    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(Capsule::MostBytes + 1));
    file.close();
    const Result<Capsule> large = readCapsule(path);
    QVERIFY(!large);
    QVERIFY2(large.error().detail.contains("larger than"_L1), qPrintable(large.error().detail));
}

void TestCapsule::aLargeOneOpens()
{
    Capsule capsule = sample(true);
    LogLine line = capsule.log->first();
    line.text = u"GET /api/v1/reports 200 in 12 ms; "_s.repeated(28);
    for (int i = 0; i < 10'000; ++i)
        capsule.log->append(line);
    const QByteArray json = capsuleToJson(capsule);
    QVERIFY2(json.size() > 10'000'000, QByteArray::number(json.size()).constData());
    const Result<Capsule> read = capsuleFromJson(json);
    VERIFY_OK(read);
    QCOMPARE(read->log->size(), 10'001);
    // Its last field broken: named like any other.
    QByteArray broken = json;
    const qsizetype at = broken.lastIndexOf("\"app\"");
    QVERIFY(at > 0);
    broken.replace(at, 5, "\"dog\"");
    const Result<Capsule> refused = capsuleFromJson(broken);
    QVERIFY(!refused);
    QCOMPARE(refused.error().detail, u"log[10000].source: unknown word \"dog\""_s);
}

void TestCapsule::foreignTextIsSanitised()
{
    Capsule capsule = sample(true);
    (*capsule.log)[0].text = u"ok\x1b[31mred\u202Eevil\n"_s;
    const Result<Capsule> read = capsuleFromJson(capsuleToJson(capsule));
    VERIFY_OK(read);
    QCOMPARE(read->log->first().text, u"okredevil"_s);
}

void TestCapsule::oneThatRunsIsFoldedToo()
{
    Capsule capsule = sample();
    capsule.events = capsule.events.first(2);
    const Result<Capsule> read = capsuleFromJson(capsuleToJson(capsule));
    VERIFY_OK(read);
    const Result<DeploymentState> state = read->state();
    VERIFY_OK(state);
    QVERIFY(!state->lastAttempt()->ended);
    QCOMPARE(summaryOf(*state).status, DeploymentSummary::Status::Interrupted);
}

QTEST_GUILESS_MAIN(TestCapsule)
#include "tst_capsule.moc"
