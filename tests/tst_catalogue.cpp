#include "diagnosis/catalogue.h"
#include "diagnosis/dockerfile.h"
#include "diagnosis/logparts.h"
#include "diagnosis/situations.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const QDateTime noon(QDate(2026, 8, 20), QTime(12, 0), Qt::UTC);

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList strings(const QJsonValue &value)
{
    QStringList all;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &one : array)
        all += one.toString();
    return all;
}

std::optional<Note> noteNamed(const QString &name)
{
    static const QHash<QString, Note> notes{
        {u"lease-held-by"_s, Note::LeaseHeldBy},
        {u"machine-state"_s, Note::MachineState},
        {u"machine-exited"_s, Note::MachineExited},
        {u"check-output"_s, Note::CheckOutput},
    };
    return notes.contains(name) ? std::optional(notes.value(name)) : std::nullopt;
}

bool isBuild(Step step)
{
    return step == Step::BuildImage || step == Step::BuildStage || step == Step::PushImage;
}

// A deployment whose one attempt failed as the sample says.
struct Sample
{
    explicit Sample(const QJsonObject &json)
    {
        state.id = DeploymentId(u"01J8ZQ4W7M3N5T9KD2XBHC6VRE"_s);
        DeployPlan plan;
        plan.app = AppName(u"grupo-gad"_s);
        plan.releaseCommand = u"alembic upgrade head"_s;
        PlannedMachine machine;
        machine.id = MachineId(u"148e"_s);
        machine.region = u"dfw"_s;
        plan.machines = {machine};
        add(events::AttemptStarted{plan, {}});

        const Step step = stepFromName(json[u"step"_s].toString()).value();
        const QString lane = json[u"lane"_s].toString();
        events::SpanStarted span;
        span.span = SpanId{1};
        span.step = step;
        span.lane = lane;
        add(span);
        const QJsonArray notes = json[u"notes"_s].toArray();
        for (const QJsonValue &value : notes) {
            QStringList args = strings(value);
            const Note note = noteNamed(args.takeFirst()).value();
            add(events::SpanNoted{SpanId{1}, note, args});
        }
        std::optional<Error> error;
        if (json.contains(u"error"_s)) {
            error = Error{errorKindFromName(json[u"error"_s].toString()).value(),
                json[u"detail"_s].toString(),
                json[u"status"_s].toInt(),
                {},
                {},
                json[u"code"_s].toString()};
        }
        add(events::SpanEnded{SpanId{1}, Outcome::Failed, error});
        addReleaseCommand(json);
        events::AttemptEnded ended;
        ended.failedStep = step;
        ended.failedLane = lane;
        ended.error = error;
        add(ended);
        addLog(json, step, lane);
    }

    void addReleaseCommand(const QJsonObject &json)
    {
        const QString machine = json[u"machine"_s].toString();
        if (machine.isEmpty())
            return;
        events::ReleaseCommandEnded ended;
        ended.command = u"alembic upgrade head"_s;
        ended.machine = MachineId(machine);
        if (json.contains(u"exit"_s))
            ended.exitCode = json[u"exit"_s].toInt();
        ended.signal = json[u"signal"_s].toInt(-1);
        ended.oomKilled = json[u"oom"_s].toBool();
        ended.timedOut = json[u"timedOut"_s].toBool();
        add(ended);
    }

    void addLog(const QJsonObject &json, Step step, const QString &lane)
    {
        const QJsonArray lines = json[u"log"_s].toArray();
        for (const QJsonValue &value : lines) {
            LogLine line;
            line.source = isBuild(step) ? LogLine::Source::Build : LogLine::Source::App;
            line.lane = isBuild(step) ? u"build"_s : json[u"machine"_s].toString(lane);
            line.text = value.toString(value.toArray().at(1).toString());
            const QString first = value.toArray().at(0).toString();
            if (first == "platform"_L1)
                line.source = LogLine::Source::Platform;
            else if (!first.isEmpty())
                line.lane = first;
            log += line;
        }
    }

    void add(const DeployEventBody &body)
    {
        DeployEvent event{1, state.id, state.lastSequence + 1, 1, noon, body};
        const Result<void> applied = state.apply(event);
        QVERIFY2(applied, applied ? "" : qPrintable(applied.error().detail));
    }

    DeploymentState state;
    QList<LogLine> log;
};
} // namespace

class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void samples_data();
    void samples();
    void everyRuleHasSamples();
    void everySentenceReadsWhole();
    void successAndCancelHaveNoDiagnosis();
    void onlyTheLastAttemptsLinesCount();
    void capturesAreSafeToShow();
    void unknownRuleGivesEmptyTexts();
    void logsByThemselves_data();
    void logsByThemselves();
    void situationsOfAnApp_data();
    void situationsOfAnApp();
    void aReleaseMachineThatStaysCreatedIsProven();
    void placesInADockerfile_data();
    void placesInADockerfile();
    void badFilesAreNamed_data();
    void badFilesAreNamed();
    void longLogsAreFast();
    void hostileLinesAreFast();

private:
    QJsonArray m_samples;
    QStringList m_ruleIds;
    std::optional<Catalogue> m_catalogue;
};

void TestCatalogue::initTestCase()
{
    Result<Catalogue> catalogue = Catalogue::builtIn();
    QVERIFY2(catalogue, catalogue ? "" : qPrintable(catalogue.error().detail));
    m_catalogue = *catalogue;
    const QByteArray samples = contents(QFINDTESTDATA("data/catalogue/samples.json"));
    m_samples = QJsonDocument::fromJson(samples).array();
    QVERIFY(!m_samples.isEmpty());
    const QJsonObject rules =
        QJsonDocument::fromJson(contents(u":/catalogue/failures.json"_s)).object();
    const QJsonArray array = rules[u"rules"_s].toArray();
    for (const QJsonValue &rule : array)
        m_ruleIds += rule[u"id"_s].toString();
}

void TestCatalogue::samples_data()
{
    QTest::addColumn<QJsonObject>("json");
    for (qsizetype i = 0; i < m_samples.size(); ++i) {
        const QJsonObject json = m_samples[i].toObject();
        const QString rule = json[u"rule"_s].toString();
        const QString name = rule.isEmpty() ? u"not "_s + json[u"not"_s].toString() : rule;
        QTest::newRow(qPrintable(u"%1 %2"_s.arg(i).arg(name))) << json;
    }
}

void TestCatalogue::samples()
{
    QFETCH(QJsonObject, json);
    const Sample sample(json);
    const std::optional<Diagnosis> diagnosis = m_catalogue->diagnose(sample.state, sample.log);
    if (json.contains(u"not"_s)) {
        QVERIFY(!diagnosis || diagnosis->rule != json[u"not"_s].toString());
        return;
    }
    QVERIFY(diagnosis);
    QCOMPARE(diagnosis->rule, json[u"rule"_s].toString());
    QCOMPARE(diagnosis->catalogue, 1);
    if (json.contains(u"captures"_s))
        QCOMPARE(diagnosis->captures, strings(json[u"captures"_s]));
    if (json.contains(u"line"_s)) {
        const qint64 index = json[u"line"_s].toInteger();
        QVERIFY(!diagnosis->evidence.isEmpty());
        const Evidence &first = diagnosis->evidence.first();
        QCOMPARE(first.kind, Evidence::Kind::LogLine);
        QCOMPARE(first.logIndex, index);
    }
    if (json.contains(u"evidence"_s))
        QCOMPARE(diagnosis->evidence.value(0).text, json[u"evidence"_s].toString());
    for (const QString &language : {u"en"_s, u"es"_s}) {
        if (json.contains(language))
            QCOMPARE(m_catalogue->text(*diagnosis, language).cause, json[language].toString());
    }
}

void TestCatalogue::everyRuleHasSamples()
{
    QSet<QString> with;
    QSet<QString> without;
    for (const QJsonValue &sample : std::as_const(m_samples)) {
        with += sample[u"rule"_s].toString();
        without += sample[u"not"_s].toString();
    }
    QVERIFY(m_ruleIds.size() > 30);
    for (const QString &id : std::as_const(m_ruleIds)) {
        if (id.startsWith(u"run."_s))
            continue; // see logsByThemselves
        QVERIFY2(with.contains(id), qPrintable(id));
        QVERIFY2(without.contains(id), qPrintable(id));
    }
}

void TestCatalogue::everySentenceReadsWhole()
{
    static const QRegularExpression unfilled(u"%[0-9]|  | \\.$|\"\"|«»"_s);
    for (const QJsonValue &value : std::as_const(m_samples)) {
        const QJsonObject json = value.toObject();
        if (!json.contains(u"rule"_s))
            continue;
        const Sample sample(json);
        const Diagnosis diagnosis = m_catalogue->diagnose(sample.state, sample.log).value();
        const DiagnosisText english = m_catalogue->text(diagnosis, u"en"_s);
        const DiagnosisText spanish = m_catalogue->text(diagnosis, u"es"_s);
        QVERIFY(english.cause != spanish.cause);
        QCOMPARE(english.nextSteps, spanish.nextSteps);
        QVERIFY(!english.nextSteps.isEmpty());
        for (const QString &text : {english.cause, english.remedy, spanish.cause, spanish.remedy}) {
            QVERIFY2(text.endsWith(u'.'), qPrintable(text));
            QVERIFY2(!unfilled.match(text).hasMatch(), qPrintable(text));
        }
    }
}

void TestCatalogue::successAndCancelHaveNoDiagnosis()
{
    QVERIFY(!m_catalogue->diagnose({}, {}));
    for (const Reported reported :
        {Reported::Succeeded, Reported::Cancelled, Reported::Interrupted}) {
        DeploymentState state;
        QVERIFY(state.apply({1, {}, 1, 1, noon, events::AttemptStarted{}}));
        QVERIFY(!m_catalogue->diagnose(state, {})); // still running
        events::AttemptEnded ended;
        ended.reported = reported;
        QVERIFY(state.apply({1, {}, 2, 1, noon, ended}));
        QVERIFY(!m_catalogue->diagnose(state, {}));
    }
}

void TestCatalogue::onlyTheLastAttemptsLinesCount()
{
    Sample sample(QJsonObject{{u"step"_s, u"release-command"_s},
        {u"machine"_s, u"9080e"_s},
        {u"exit"_s, 1},
        {u"log"_s, QJsonArray{u"connection refused (old-db.internal:5432)"_s, u"Error: new"_s}}});
    sample.log[0].attempt = 0;
    const Diagnosis diagnosis = m_catalogue->diagnose(sample.state, sample.log).value();
    QCOMPARE(diagnosis.rule, u"release.failed"_s);
    QCOMPARE(diagnosis.evidence.first().logIndex, 1);
}

void TestCatalogue::capturesAreSafeToShow()
{
    Sample sample(QJsonObject{{u"step"_s, u"release-command"_s},
        {u"machine"_s, u"9080e"_s},
        {u"exit"_s, 1},
        {u"log"_s,
            QJsonArray{
                u"password authentication failed for user \"\u001b[31mgad %1\u202e\" postgres://gad:hunter2hunter2@db/x"_s}}});
    const Diagnosis diagnosis = m_catalogue->diagnose(sample.state, sample.log).value();
    QCOMPARE(diagnosis.captures, QStringList{u"gad %1"_s});
    QVERIFY(!diagnosis.evidence.first().text.contains(u"hunter2"_s));
    QCOMPARE(m_catalogue->text(diagnosis, u"en"_s).cause,
        u"The database does not let the user gad %1 in."_s);
}

void TestCatalogue::unknownRuleGivesEmptyTexts()
{
    Diagnosis newer;
    newer.rule = u"update.from-the-future"_s;
    QCOMPARE(m_catalogue->text(newer, u"en"_s).cause, QString());
    QVERIFY(m_catalogue->text(newer, u"en"_s).nextSteps.isEmpty());
    newer.rule = u"release.database-refused"_s; // with fewer captures than this catalogue's
    QVERIFY(m_catalogue->text(newer, u"en"_s).cause.startsWith(u"The database"_s));
}

void TestCatalogue::logsByThemselves_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("found"); // rule@line
    const QByteArray build = "==> Building image\n"
                             "#12 [builder 5/5] RUN pip install -r requirements.txt\n"
                             "#12 21.4       Error: pg_config executable not found.\n"
                             "#12 21.9   ERROR: Failed building wheel for asyncpg\n"
                             "Dockerfile:7\n";
    const QByteArray release =
        "Running grupo-gad release_command: alembic upgrade head\n"
        "sqlalchemy.exc.OperationalError: connection refused (grupo-gad-db.internal:5432)\n"
        "Error release_command failed running on machine 9080e6 with exit code 1.\n";
    const QByteArray again = "2026-08-20T14:03:20Z app[3d8d7e41b05489] fra [info]Starting up\n"
                             "2026-08-20T14:03:21Z app[3d8d7e41b05489] fra [error]redis: dial tcp: "
                             "ECONNREFUSED cache.internal:6379\n";
    const QByteArray well = "2026-08-20T14:03:25Z app[3d8d7e41b05489] fra [info]INFO: Application "
                            "startup complete.\n";
    const QByteArray memory = "2026-08-20T14:33:25Z runner[3d8d7e41b05489] fra [info]Out of "
                              "memory: Killed process 322 (python)\n"
                              "2026-08-20T14:33:26Z runner[3d8d7e41b05489] fra [info]Process "
                              "exited with signal: 9\n";
    const QByteArray check =
        "Updating existing machines in 'grupo-gad' with rolling strategy\n"
        "servicecheck-00-http-8000 | critical | 3d8d7e41b05489 | 3s ago | 503 Service "
        "Unavailable\n"
        "timeout reached waiting for health checks to pass for machine 3d8d7e41b05489\n";
    QTest::newRow("build") << build << QStringList{u"build.missing-packages@2"_s};
    QTest::newRow("release command") << release << QStringList{u"release.database-refused@1"_s};
    QTest::newRow("a build, then a release command")
        << QByteArray(build + "--> Building image done\n" + release)
        << QStringList{u"release.database-refused@7"_s};
    QTest::newRow("the app") << again << QStringList{u"update.redis-refused@1"_s};
    QTest::newRow("it came up later") << QByteArray(again + well) << QStringList();
    QTest::newRow("dies after half an hour")
        << QByteArray(again + well + memory) << QStringList{u"update.out-of-memory@3"_s};
    QTest::newRow("a check") << check << QStringList();
    QTest::newRow("listens for itself alone")
        << QByteArray(well + "INFO: Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C)\n")
        << QStringList{u"run.listens-elsewhere@1"_s};
    QTest::newRow("listens where fly.toml says")
        << QByteArray("[INFO] Listening at: http://0.0.0.0:8000 (1)\n" + well) << QStringList();
    QTest::newRow("listens on another port")
        << QByteArray("[INFO] Listening at: http://0.0.0.0:8080 (1)\n" + well)
        << QStringList{u"run.listens-elsewhere@0"_s};
    QTest::newRow("escapes, no end of line") << QByteArray("\x1b[31mKeyError: 'SECRET_KEY'\x1b[0m")
                                             << QStringList{u"update.variable-missing@0"_s};
    QTest::newRow("nothing known") << QByteArray("hello\nworld\n") << QStringList();
    QTest::newRow("empty") << QByteArray() << QStringList();
    QTest::newRow("not text") << QByteArray("\x00\xff\xfe\n\x80", 5) << QStringList();
}

void TestCatalogue::logsByThemselves()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, found);
    QStringList told;
    for (const LogFinding &finding : m_catalogue->diagnoseLog(linesOfText(text), {8000})) {
        const Evidence &proof = finding.diagnosis.evidence.first();
        told += u"%1@%2"_s.arg(finding.diagnosis.rule).arg(proof.logIndex);
        for (const QString &language : {u"en"_s, u"es"_s}) {
            const DiagnosisText sentences = m_catalogue->text(finding.diagnosis, language);
            QVERIFY2(!sentences.cause.contains(u"  "_s), qPrintable(sentences.cause));
        }
    }
    QCOMPARE(told, found);
}

// A4 of the field cases, by what the platform tells without a log.
void TestCatalogue::situationsOfAnApp_data()
{
    QTest::addColumn<ReleaseStatus>("status");
    QTest::addColumn<int>("minutes"); // the release is old
    QTest::addColumn<int>("killedAfter"); // minutes; -1: it was not; -2: it is not there
    QTest::addColumn<bool>("critical");
    QTest::addColumn<QStringList>("rules");
    QTest::addColumn<QString>("told");
    const QStringList none;
    QTest::addRow("well") << ReleaseStatus::Complete << 60 << -1 << false << none << QString();
    QTest::addRow("a usual build")
        << ReleaseStatus::Running << 8 << -1 << false << none << QString();
    QTest::addRow("a slow build") << ReleaseStatus::Running << 12 << -1 << false
                                  << QStringList{u"run.release-slow"_s} << u"12 minutes"_s;
    QTest::addRow("stuck") << ReleaseStatus::Pending << 40 << -1 << false
                           << QStringList{u"run.release-stuck"_s} << u"v42"_s;
    QTest::addRow("dies after a while")
        << ReleaseStatus::Complete << 60 << 31 << false << QStringList{u"run.out-of-memory-later"_s}
        << u"ran for 31 minutes"_s;
    QTest::addRow("no machine") << ReleaseStatus::Complete << 60 << -2 << false
                                << QStringList{u"run.release-without-machines"_s} << u"v42"_s;
    QTest::addRow("critical") << ReleaseStatus::Complete << 60 << -1 << true
                              << QStringList{u"run.check-critical"_s} << u"503"_s;
}

void TestCatalogue::situationsOfAnApp()
{
    QFETCH(ReleaseStatus, status);
    QFETCH(int, minutes);
    QFETCH(int, killedAfter);
    QFETCH(bool, critical);
    QFETCH(QStringList, rules);
    QFETCH(QString, told);
    Release release;
    release.version = 42;
    release.status = status;
    release.createdAt = noon.addSecs(-60 * minutes);
    Release older = release;
    older.version = 41;
    older.status = ReleaseStatus::Running; // long ago, and nobody minds
    Machine machine;
    machine.id = MachineId(u"148e"_s);
    machine.state = MachineState::Started;
    machine.config = MachineConfig();
    machine.config->memoryMb = 512;
    machine.checks = {{u"servicecheck-00-http-8000"_s,
        critical ? CheckStatus::Critical : CheckStatus::Passing,
        u"503 Service Unavailable"_s,
        {}}};
    if (killedAfter >= 0) {
        MachineEvent killed;
        killed.type = u"exit"_s;
        killed.at = noon.addSecs(-60);
        killed.exit = ExitInfo();
        killed.exit->exitCode = 137;
        killed.exit->oomKilled = true;
        MachineEvent start;
        start.type = u"start"_s;
        start.at = killed.at.addSecs(-60 * killedAfter);
        machine.events = {killed, start};
    }
    if (killedAfter == -2)
        machine.state = MachineState::Destroyed;
    const QList<Diagnosis> found = situationsOf({older, release}, {machine}, noon);
    QStringList ids;
    for (const Diagnosis &situation : found) {
        ids.append(situation.rule);
        QVERIFY(!situation.evidence.isEmpty());
        const DiagnosisText english = m_catalogue->text(situation, u"en"_s);
        const DiagnosisText spanish = m_catalogue->text(situation, u"es"_s);
        QVERIFY2(english.cause.contains(told), qPrintable(english.cause));
        QVERIFY(!spanish.remedy.isEmpty() && spanish.cause != english.cause);
        QVERIFY(!english.cause.contains(u'%') && !spanish.cause.contains(u'%'));
    }
    QCOMPARE(ids, rules);
}

// What the platform told of it proves that the app is not to blame.
void TestCatalogue::aReleaseMachineThatStaysCreatedIsProven()
{
    DeploymentState state;
    AttemptState attempt;
    attempt.plan.waitTimeout = std::chrono::seconds(300);
    attempt.ended = events::AttemptEnded();
    attempt.ended->reported = Reported::Failed;
    attempt.ended->failedStep = Step::ReleaseMachinePrepare;
    attempt.ended->error.emplace();
    attempt.ended->error->kind = Error::Kind::Timeout;
    attempt.ended->error->code = u"release-not-prepared"_s;
    state.attempts = {attempt};
    SpanState prepare;
    prepare.attempt = 1;
    prepare.step = Step::ReleaseMachinePrepare;
    prepare.notes = {{{}, Note::ReleaseMachine, {u"148e306fd02189"_s}},
        {{}, Note::MachineState, {u"created"_s}}};
    state.spans = {prepare};
    const std::optional<Diagnosis> diagnosis = m_catalogue->diagnose(state, {});
    QVERIFY(diagnosis);
    QCOMPARE(diagnosis->rule, u"update.stuck-created"_s);
    QCOMPARE(diagnosis->evidence.value(0).text, u"148e306fd02189: created"_s);
    const DiagnosisText text = m_catalogue->text(*diagnosis, u"en"_s);
    QVERIFY2(text.cause.contains("148e306fd02189"_L1) && text.cause.contains("300"_L1),
        qPrintable(text.cause));
}

void TestCatalogue::placesInADockerfile_data()
{
    QTest::addColumn<QString>("instruction");
    QTest::addColumn<int>("line"); // 0: nowhere
    QTest::addColumn<int>("install");
    QTest::newRow("second stage") << u"RUN pip install -r requirements.txt"_s << 7 << 3;
    QTest::newRow("continued") << u"RUN apt-get update && apt-get install -y gcc g++"_s << 3 << 0;
    QTest::newRow("last stage") << u"RUN pip install gunicorn"_s << 11 << 0;
    QTest::newRow("cut short by docker") << u"RUN pip install -r requ"_s << 7 << 3;
    QTest::newRow("not there") << u"COPY . /srv"_s << 0 << 0;
}

void TestCatalogue::placesInADockerfile()
{
    QFETCH(QString, instruction);
    QFETCH(int, line);
    QFETCH(int, install);
    const QByteArray text = "# builder\n"
                            "FROM python:3.12-slim AS builder\n"
                            "RUN apt-get update \\\n"
                            "    # a compiler\n"
                            "    && apt-get install -y gcc g++\n"
                            "\n"
                            "RUN pip install -r requirements.txt\n"
                            "\n"
                            "from python:3.12-slim\n"
                            "COPY --from=builder /install /usr/local\n"
                            "RUN pip install gunicorn\n";
    const std::optional<DockerfilePlace> place = placeInDockerfile(text, instruction);
    QCOMPARE(place ? place->line : 0, line);
    QCOMPARE(place ? place->install : 0, install);
}

void TestCatalogue::badFilesAreNamed_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("says");
    const QString cause = u"\"cause\": \"Redis refused the connection at %1:%2.\""_s;
    QTest::newRow("no JSON") << u"\"catalogue\": 1,"_s << u"\"catalogue\": 1"_s << u"byte"_s;
    QTest::newRow("broken expression")
        << u"\"[Mm]ultiple head"_s << u"\"([Mm]ultiple head"_s << u"release.multiple-heads"_s;
    QTest::newRow("no translation") << u"\"es\": {"_s << u"\"fr\": {"_s << u"unknown key"_s;
    QTest::newRow("other placeholders")
        << cause << u"\"cause\": \"Redis refused the connection at %1.\""_s << u"differ"_s;
    QTest::newRow("nothing captured")
        << cause << u"\"cause\": \"Redis refused the connection at %3.\""_s << u"not captured"_s;
    QTest::newRow("unknown step") << u"\"build-image\""_s << u"\"build-picture\""_s << u"step"_s;
    QTest::newRow("unknown next step") << u"\"roll-back\""_s << u"\"pray\""_s << u"pray"_s;
    QTest::newRow("same id") << u"\"release.killed\""_s << u"\"release.failed\""_s << u"twice"_s;
    QTest::newRow("unknown fact") << u"\"signalled\""_s << u"\"sign\""_s << u"unknown key"_s;
}

void TestCatalogue::badFilesAreNamed()
{
    QFETCH(QString, change);
    QFETCH(QString, to);
    QFETCH(QString, says);
    QString text = QString::fromUtf8(contents(u":/catalogue/failures.json"_s));
    QVERIFY(text.contains(change));
    text.replace(text.indexOf(change), change.size(), to);
    const Result<Catalogue> catalogue = Catalogue::fromJson(text.toUtf8(), u"broken.json"_s);
    QVERIFY(!catalogue);
    QCOMPARE(catalogue.error().kind, Error::Kind::InvalidInput);
    QVERIFY(catalogue.error().detail.startsWith(u"broken.json: "_s));
    QVERIFY2(catalogue.error().detail.contains(says), qPrintable(catalogue.error().detail));
}

void TestCatalogue::longLogsAreFast()
{
    Sample sample(
        QJsonObject{{u"step"_s, u"release-command"_s}, {u"machine"_s, u"9080e"_s}, {u"exit"_s, 1}});
    const LogLine line{noon,
        LogLine::Source::App,
        u"9080e"_s,
        u"info"_s,
        u"INFO  app.http: 172.19.8.105:0 - \"GET /api/v1/members?page=17 HTTP/1.1\" 200 OK in 12 ms"_s,
        1};
    sample.log = QList<LogLine>(100'000, line);
    QElapsedTimer timer;
    timer.start();
    const std::optional<Diagnosis> diagnosis = m_catalogue->diagnose(sample.state, sample.log);
    qInfo("100,000 lines without a known cause: %lld ms", timer.elapsed());
    QCOMPARE(diagnosis->rule, u"release.failed"_s);
    timer.start();
    QVERIFY(m_catalogue->diagnoseLog(sample.log).isEmpty());
    qInfo("the same by themselves: %lld ms", timer.elapsed());
}

void TestCatalogue::hostileLinesAreFast()
{
    Sample sample(
        QJsonObject{{u"step"_s, u"release-command"_s}, {u"machine"_s, u"9080e"_s}, {u"exit"_s, 1}});
    LogLine line{noon, LogLine::Source::App, u"9080e"_s, u"info"_s, {}, 1};
    for (const QString &bait :
        {u"connection refused "_s, u"missing SECRET "_s, u"timeout:a.b-c"_s}) {
        line.text = bait.repeated(60'000 / bait.size());
        sample.log += QList<LogLine>(20, line);
    }
    QElapsedTimer timer;
    timer.start();
    QVERIFY(m_catalogue->diagnose(sample.state, sample.log));
    qInfo("60 lines of 60 kB: %lld ms", timer.elapsed());
}

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
