#include "support/programhome.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <signal.h>

using namespace Qt::StringLiterals;

namespace {
constexpr double speed = 20;
const QString app = u"grupo-gad"_s;
} // namespace

// The real program against a real sandbox, in a home of their own: the story of the issue, and what
// scripts depend on: exit codes and the shapes of --json.
class TestAtalayactl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_home.reset(); }
    void helpNamesEveryExitCode();
    void helpSpeaksSpanish();
    void badUsageIsRefused_data();
    void badUsageIsRefused();
    void appsAndMachinesAreListed();
    void thePastIsThere();
    void aPlanWritesNothing();
    void productionWantsItsTypedName();
    void retryRunsToTheEnd();
    void rollBackReturns();
    void aPublicAddressThatFailsIsTold();
    void whatStoppedHalfWayIsAnswered();
    void aBadTokenIsTold_data();
    void aBadTokenIsTold();
    void noTokenIsTold();
    void whatDoesNotExistIsTold();
    void interruptCancelsCleanly();
    void cancelReachesTheOtherProcess();
    void aFailingReleaseCommandIsTold();
    void anotherHoldersLeaseIsTold();
    void aBrokenConfigIsTold();
    void aDamagedStoreIsRefusedUntouched();
    void theSandboxCanBeSteered();
    void incidentsAreToldBeforeThePlan();
    void anAppIsDiagnosed();
    void everyFaultIsExplainedInBothLanguages();
    void diagnoseReadsFiles();
    void diagnoseTellsWhatItCannot();

private:
    ProgramHome::Answer retry(const QStringList &more = {});
    // Begins a retry and returns once this many events were told.
    std::unique_ptr<QProcess> beginRetry(int events);
    QJsonObject status();

    std::unique_ptr<ProgramHome> m_home;
};

#define EXPECT_EXIT(answer, code) QVERIFY2((answer).exitCode == (code), (answer).told().constData())

void TestAtalayactl::init()
{
    m_home = std::make_unique<ProgramHome>();
    const QByteArray test = QTest::currentTestFunction();
    if (test.startsWith("help") || test.startsWith("badUsage") || test.startsWith("diagnose"))
        return;
    const ProgramHome::Answer started = m_home->startSandbox(u"field-cases"_s, speed);
    EXPECT_EXIT(started, 0);
}

ProgramHome::Answer TestAtalayactl::retry(const QStringList &more)
{
    return m_home->sandboxed(QStringList{u"retry"_s, app, u"--yes"_s, app} + more);
}

std::unique_ptr<QProcess> TestAtalayactl::beginRetry(int events)
{
    std::unique_ptr<QProcess> process = m_home->begin(
        u"atalayactl"_s, {u"--sandbox"_s, u"--json"_s, u"retry"_s, app, u"--yes"_s, app});
    int seen = 0;
    QByteArray told;
    while (seen < events && process->waitForReadyRead(60'000)) {
        while (process->canReadLine()) {
            const QByteArray line = process->readLine();
            told += line;
            seen += line.contains("\"kind\":\"event\"") ? 1 : 0;
        }
    }
    if (seen < events)
        qWarning("%s", told.constData());
    return process;
}

QJsonObject TestAtalayactl::status()
{
    return m_home->sandboxed({u"sandbox"_s, u"status"_s}).object(u"sandbox"_s);
}

void TestAtalayactl::helpNamesEveryExitCode()
{
    const ProgramHome::Answer help = m_home->ctl({u"--help"_s});
    EXPECT_EXIT(help, 0);
    for (int code = 0; code <= 10; ++code) {
        const QByteArray line = QByteArray::number(code).rightJustified(4).append("  ");
        QVERIFY2(help.out.contains(line), help.out.constData());
    }
    for (const char *word : {"retry", "resume", "roll-back", "cancel", "history", "sandbox fault"})
        QVERIFY(help.out.contains(word));
    const ProgramHome::Answer one = m_home->ctl({u"deploy"_s, u"--help"_s});
    EXPECT_EXIT(one, 0);
    QVERIFY(one.out.contains("--image") && one.out.contains("--yes"));
    QVERIFY(!one.out.contains("--token "));
    QCOMPARE(m_home->ctl({u"help"_s}).out, help.out);
    const ProgramHome::Answer group = m_home->ctl({u"sandbox"_s, u"--help"_s});
    EXPECT_EXIT(group, 0);
    QVERIFY(group.out.contains("sandbox speed X") && !group.out.contains("retry"));
}

void TestAtalayactl::helpSpeaksSpanish()
{
    m_home->setEnvironment(u"LC_ALL"_s, u"es_ES.UTF-8"_s);
    const ProgramHome::Answer help = m_home->ctl({u"--help"_s});
    EXPECT_EXIT(help, 0);
    QVERIFY2(help.out.contains("Códigos de salida:"), help.out.constData());
}

void TestAtalayactl::badUsageIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("unknown command") << QStringList{u"deplay"_s};
    QTest::newRow("unknown option") << QStringList{u"apps"_s, u"--fast"_s};
    QTest::newRow("token as an argument") << QStringList{u"apps"_s, u"--token"_s, u"x"_s};
    QTest::newRow("app missing") << QStringList{u"machines"_s};
    QTest::newRow("one too many") << QStringList{u"machines"_s, app, u"other"_s};
    QTest::newRow("image missing") << QStringList{u"--sandbox"_s, u"deploy"_s, app};
    QTest::newRow("half a command") << QStringList{u"sandbox"_s, u"fly"_s};
    QTest::newRow("two plans") << QStringList{u"plan"_s, app, u"--retry"_s, u"--resume"_s};
}

void TestAtalayactl::badUsageIsRefused()
{
    QFETCH(const QStringList, arguments);
    const ProgramHome::Answer plain = m_home->ctl(arguments);
    EXPECT_EXIT(plain, 2);
    QVERIFY(plain.out.isEmpty());
    QVERIFY(!plain.err.isEmpty());
    if (arguments.isEmpty() || arguments.contains(u"--fast"_s))
        return;
    const ProgramHome::Answer json = m_home->ctl(arguments + QStringList{u"--json"_s});
    EXPECT_EXIT(json, 2);
    QCOMPARE(json.object(u"error"_s).value(u"exitCode"_s).toInt(), 2);
}

void TestAtalayactl::appsAndMachinesAreListed()
{
    const ProgramHome::Answer apps = m_home->sandboxed({u"apps"_s});
    EXPECT_EXIT(apps, 0);
    QStringList names;
    for (const QJsonValue &one : apps.object(u"apps"_s).value(u"apps"_s).toArray())
        names += one.toObject().value(u"name"_s).toString();
    QVERIFY2(names.contains(app), qPrintable(names.join(u' ')));
    QVERIFY(names.contains(u"sist-cabanas-mvp"_s));

    const ProgramHome::Answer machines = m_home->sandboxed({u"machines"_s, app});
    EXPECT_EXIT(machines, 0);
    int started = 0;
    for (const QJsonValue &one : machines.object(u"machines"_s).value(u"machines"_s).toArray())
        started += one.toObject().value(u"state"_s).toString() == "started"_L1 ? 1 : 0;
    QVERIFY2(started >= 3, machines.out.constData());
    const ProgramHome::Answer plain = m_home->ctl({u"machines"_s, app, u"--sandbox"_s});
    EXPECT_EXIT(plain, 0);
    QVERIFY(plain.out.contains("148e21f3b04289"));
}

void TestAtalayactl::thePastIsThere()
{
    const ProgramHome::Answer history = m_home->sandboxed({u"history"_s, app});
    EXPECT_EXIT(history, 0);
    const QJsonArray past = history.object(u"history"_s).value(u"deployments"_s).toArray();
    QVERIFY2(past.size() >= 3, history.out.constData());
    const QJsonObject last = past.first().toObject();
    QCOMPARE(last.value(u"reported"_s).toString(), u"failed"_s);
    QCOMPARE(last.value(u"status"_s).toString(), u"ended"_s);

    const ProgramHome::Answer shown = m_home->sandboxed(
        {u"show"_s, last.value(u"deployment"_s).toString(), u"--log"_s, u"--events"_s});
    EXPECT_EXIT(shown, 0);
    const QJsonObject deployment = shown.object(u"deployment"_s);
    QVERIFY(!deployment.value(u"spans"_s).toArray().isEmpty());
    QVERIFY(!deployment.value(u"events"_s).toArray().isEmpty());
    QVERIFY(!deployment.value(u"log"_s).toArray().isEmpty());
    QVERIFY2(!deployment.value(u"diagnosis"_s).toObject().value(u"cause"_s).toString().isEmpty(),
        shown.out.left(2000).constData());
    QVERIFY(!shown.out.contains("\"nonce\""));
    const ProgramHome::Answer plain = m_home->ctl({u"show"_s, app, u"--sandbox"_s, u"--log"_s});
    EXPECT_EXIT(plain, 0);
    QVERIFY(plain.out.contains("refused"));
}

void TestAtalayactl::aPlanWritesNothing()
{
    const ProgramHome::Answer before = m_home->sandboxed({u"machines"_s, app});
    const ProgramHome::Answer plan = m_home->sandboxed({u"plan"_s, app, u"--retry"_s});
    EXPECT_EXIT(plan, 0);
    const QJsonObject value = plan.object(u"plan"_s).value(u"plan"_s).toObject();
    QCOMPARE(value.value(u"app"_s).toString(), app);
    QVERIFY(!value.value(u"steps"_s).toArray().isEmpty());
    QVERIFY(!value.value(u"hash"_s).toString().isEmpty());
    QCOMPARE(status().value(u"releaseCommandRuns"_s).toInt(), 0);
    QCOMPARE(status().value(u"liveLeases"_s).toInt(), 0);
    const ProgramHome::Answer after = m_home->sandboxed({u"machines"_s, app});
    QCOMPARE(after.out, before.out);
    const ProgramHome::Answer plain = m_home->ctl({u"plan"_s, app, u"--retry"_s, u"--sandbox"_s});
    EXPECT_EXIT(plain, 0);
    QVERIFY(plain.out.contains("PRODUCTION"));
}

void TestAtalayactl::productionWantsItsTypedName()
{
    EXPECT_EXIT(m_home->sandboxed({u"retry"_s, app}), 2);
    EXPECT_EXIT(m_home->sandboxed({u"retry"_s, app, u"--yes"_s, u"grupo"_s}), 2);
    QCOMPARE(status().value(u"releaseCommandRuns"_s).toInt(), 0);
}

void TestAtalayactl::retryRunsToTheEnd()
{
    const ProgramHome::Answer answer = retry();
    EXPECT_EXIT(answer, 0);
    const QJsonObject result = answer.object(u"result"_s);
    QCOMPARE(result.value(u"reported"_s).toString(), u"succeeded"_s);
    QCOMPARE(result.value(u"exitCode"_s).toInt(), 0);
    const QJsonObject verdict = result.value(u"verdict"_s).toObject();
    QCOMPARE(verdict.value(u"reality"_s).toString(), u"all-new"_s);
    QVERIFY(!verdict.value(u"contradicts"_s).toBool(true));
    const QJsonObject probe = verdict.value(u"probe"_s).toObject();
    QCOMPARE(probe.value(u"address"_s).toString(), u"https://grupo-gad.fly.dev/health"_s);
    QCOMPARE(probe.value(u"problem"_s).toString(), u"none"_s);
    QCOMPARE(probe.value(u"status"_s).toInt(), 200);
    QVERIFY(answer.objects(u"event"_s).size() > 20);
    QCOMPARE(answer.objects(u"plan"_s).size(), 1);
    QVERIFY(!answer.out.contains("\"nonce\""));

    const QJsonObject world = status();
    QCOMPARE(world.value(u"releaseCommandRuns"_s).toInt(), 1);
    QCOMPARE(world.value(u"liveLeases"_s).toInt(), 0);
    QVERIFY2(world.value(u"violations"_s).toArray().isEmpty(),
        QJsonDocument(world).toJson().constData());

    const ProgramHome::Answer shown =
        m_home->sandboxed({u"show"_s, result.value(u"deployment"_s).toString()});
    EXPECT_EXIT(shown, 0);
    QCOMPARE(shown.object(u"deployment"_s).value(u"releaseVersion"_s).toInt(),
        result.value(u"releaseVersion"_s).toInt());
}

void TestAtalayactl::rollBackReturns()
{
    EXPECT_EXIT(retry(), 0);
    const ProgramHome::Answer back = m_home->sandboxed({u"roll-back"_s, app, u"--yes"_s, app});
    EXPECT_EXIT(back, 0);
    const QJsonObject result = back.object(u"result"_s);
    QCOMPARE(result.value(u"deployKind"_s).toString(), u"roll-back"_s);
    QCOMPARE(status().value(u"liveLeases"_s).toInt(), 0);
}

// The machines are well, and users see an error all the same: the look from outside tells.
void TestAtalayactl::aPublicAddressThatFailsIsTold()
{
    EXPECT_EXIT(m_home->sandboxed({u"sandbox"_s, u"fault"_s, u"public-address-down"_s, app}), 0);
    const ProgramHome::Answer answer =
        m_home->ctl({u"--sandbox"_s, u"retry"_s, app, u"--yes"_s, app});
    EXPECT_EXIT(answer, 0);
    QVERIFY2(answer.out.contains(
                 "The public address https://grupo-gad.fly.dev/health answers with the error 502."),
        answer.told().constData());
    const QJsonObject shown = m_home->sandboxed({u"show"_s, app}).object(u"deployment"_s);
    const QJsonObject verdict = shown.value(u"verdict"_s).toObject();
    QCOMPARE(verdict.value(u"reality"_s).toString(), u"all-new"_s);
    QCOMPARE(verdict.value(u"probe"_s).toObject().value(u"problem"_s).toString(), u"bad-answer"_s);
}

// Asked for a machine that failed; then told to leave it out, which the verdict names.
void TestAtalayactl::whatStoppedHalfWayIsAnswered()
{
    const QJsonArray machines = m_home->sandboxed({u"machines"_s, app})
                                    .object(u"machines"_s)
                                    .value(u"machines"_s)
                                    .toArray();
    QVERIFY(machines.size() >= 3);
    const QString bad = machines.at(1).toObject().value(u"id"_s).toString();
    EXPECT_EXIT(
        m_home->sandboxed(
            {u"sandbox"_s, u"fault"_s, u"machine-crashes-at-start"_s, app, u"--machine"_s, bad}),
        0);
    const ProgramHome::Answer failed = retry();
    EXPECT_EXIT(failed, 1);
    const QJsonObject question = failed.object(u"result"_s).value(u"question"_s).toObject();
    QCOMPARE(question.value(u"failed"_s).toArray(), QJsonArray{bad});
    EXPECT_EXIT(m_home->sandboxed({u"sandbox"_s, u"faults"_s, u"--clear"_s}), 0);
    EXPECT_EXIT(m_home->sandboxed({u"answer"_s, app, u"perhaps"_s}), 2);
    const ProgramHome::Answer done =
        m_home->sandboxed({u"answer"_s, app, u"leave-out"_s, u"--yes"_s, app});
    EXPECT_EXIT(done, 0);
    const QJsonObject verdict = done.object(u"result"_s).value(u"verdict"_s).toObject();
    QCOMPARE(verdict.value(u"leftOutMachines"_s).toArray(), QJsonArray{bad});
    EXPECT_EXIT(m_home->sandboxed({u"answer"_s, app, u"leave"_s}), 5); // nothing is asked any more
}

void TestAtalayactl::aBadTokenIsTold_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("expired") << QByteArray("fo1_sandbox_expired") << QStringList{u"apps"_s};
    QTest::newRow("unknown") << QByteArray("fo1_never_made") << QStringList{u"apps"_s};
    QTest::newRow("of another app") << QByteArray("fm2_sandbox_deploy_grupo_gad")
                                    << QStringList{u"machines"_s, u"sist-cabanas-mvp"_s};
    QTest::newRow("may only read")
        << QByteArray("fo1_sandbox_readonly") << QStringList{u"retry"_s, app, u"--yes"_s, app};
    QTest::newRow("empty") << QByteArray("\n") << QStringList{u"apps"_s};
    QTest::newRow("no token at all")
        << QByteArray("\x01\x02 what is this\n") << QStringList{u"apps"_s};
}

void TestAtalayactl::aBadTokenIsTold()
{
    QFETCH(const QByteArray, token);
    QFETCH(const QStringList, arguments);
    const ProgramHome::Answer answer =
        m_home->sandboxed(arguments + QStringList{u"--token-stdin"_s}, token);
    EXPECT_EXIT(answer, 3);
    QVERIFY(!answer.objects().isEmpty());
    QCOMPARE(
        answer.objects().last().value(u"exitCode"_s).toInt(), 3); // of the error, or the result
    if (token.size() > 6)
        QVERIFY(!answer.told().contains(token.trimmed()));
    QCOMPARE(status().value(u"liveLeases"_s).toInt(), 0);
}

void TestAtalayactl::noTokenIsTold()
{
    const ProgramHome::Answer answer = m_home->ctl({u"apps"_s, u"--json"_s});
    EXPECT_EXIT(answer, 3);
    QCOMPARE(answer.object(u"error"_s).value(u"error"_s).toString(), u"unauthorised"_s);
}

void TestAtalayactl::whatDoesNotExistIsTold()
{
    EXPECT_EXIT(m_home->sandboxed({u"machines"_s, u"no-such-app"_s}), 4);
    EXPECT_EXIT(m_home->sandboxed({u"show"_s, u"01J00000000000000000000000"_s}), 4);
    EXPECT_EXIT(m_home->sandboxed({u"cancel"_s, app}), 4);
    const ProgramHome::Answer empty = m_home->sandboxed({u"history"_s, u"no-such-app"_s});
    EXPECT_EXIT(empty, 0);
    QVERIFY(empty.object(u"history"_s).value(u"deployments"_s).toArray().isEmpty());
}

void TestAtalayactl::interruptCancelsCleanly()
{
    const std::unique_ptr<QProcess> process = beginRetry(12);
    QCOMPARE(::kill(static_cast<pid_t>(process->processId()), SIGINT), 0);
    const ProgramHome::Answer answer = ProgramHome::answerOf(*process);
    EXPECT_EXIT(answer, 8);
    QCOMPARE(answer.object(u"result"_s).value(u"reported"_s).toString(), u"cancelled"_s);
    QCOMPARE(status().value(u"liveLeases"_s).toInt(), 0);
}

void TestAtalayactl::cancelReachesTheOtherProcess()
{
    const std::unique_ptr<QProcess> process = beginRetry(12);
    const ProgramHome::Answer busy = retry();
    EXPECT_EXIT(busy, 5);
    const ProgramHome::Answer asked = m_home->sandboxed({u"cancel"_s, app, u"--follow"_s});
    EXPECT_EXIT(asked, 8);
    EXPECT_EXIT(ProgramHome::answerOf(*process), 8);
    QCOMPARE(status().value(u"liveLeases"_s).toInt(), 0);
}

void TestAtalayactl::aFailingReleaseCommandIsTold()
{
    EXPECT_EXIT(m_home->sandboxed({u"sandbox"_s, u"fault"_s, u"release-command-fails"_s, app}), 0);
    const ProgramHome::Answer answer = retry();
    EXPECT_EXIT(answer, 1);
    const QJsonObject result = answer.object(u"result"_s);
    QCOMPARE(result.value(u"reported"_s).toString(), u"failed"_s);
    QVERIFY(result.value(u"failedStep"_s).toString().startsWith("release"_L1));
    QCOMPARE(result.value(u"verdict"_s).toObject().value(u"reality"_s).toString(), u"all-old"_s);
    QCOMPARE(status().value(u"liveLeases"_s).toInt(), 0);
}

void TestAtalayactl::anotherHoldersLeaseIsTold()
{
    const ProgramHome::Answer held = m_home->sandboxed({u"sandbox"_s,
        u"fault"_s,
        u"foreign-lease"_s,
        app,
        u"--set"_s,
        u"owner=eva@acme.test,ttlSeconds=80"_s});
    EXPECT_EXIT(held, 0);
    // It waits for the lease and goes on; who holds it is told. Long enough for a slow computer.
    const ProgramHome::Answer answer = retry();
    EXPECT_EXIT(answer, 0);
    QVERIFY2(answer.out.contains("eva@acme.test"), answer.out.constData());
}

void TestAtalayactl::aBrokenConfigIsTold()
{
    QFile file(m_home->path() + u"/fly.toml"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("app = \"grupo-gad\"\n[deploy\nstrategy = 3\n");
    file.close();
    const ProgramHome::Answer answer =
        m_home->sandboxed({u"plan"_s, app, u"--config"_s, file.fileName()});
    EXPECT_EXIT(answer, 2);
    const QString detail = answer.object(u"error"_s).value(u"detail"_s).toString();
    QVERIFY2(detail.contains("fly.toml"_L1) && detail.contains(u'2'), qPrintable(detail));
    EXPECT_EXIT(m_home->sandboxed({u"plan"_s, app, u"--config"_s, u"/no/such/fly.toml"_s}), 2);
    // For people it is told once.
    const ProgramHome::Answer told =
        m_home->ctl({u"--sandbox"_s, u"plan"_s, app, u"--config"_s, file.fileName()});
    EXPECT_EXIT(told, 2);
    QVERIFY2(told.err.count(file.fileName().toUtf8()) == 1, told.err.constData());
    m_home->setEnvironment(u"LC_ALL"_s, u"es_ES.UTF-8"_s);
    const ProgramHome::Answer spanish =
        m_home->ctl({u"--sandbox"_s, u"plan"_s, app, u"--config"_s, file.fileName()});
    EXPECT_EXIT(spanish, 2);
    QVERIFY2(spanish.err.contains("corchete") && !spanish.err.contains("section"),
        spanish.err.constData());
}

void TestAtalayactl::aDamagedStoreIsRefusedUntouched()
{
    EXPECT_EXIT(m_home->sandboxed({u"history"_s, app}), 0);
    QFile store(m_home->path() + u"/sandbox/data/store.db"_s);
    QVERIFY(store.open(QIODevice::ReadWrite));
    store.resize(0);
    const QByteArray damaged(8192, 'x');
    store.write(damaged);
    store.close();
    QFile::remove(store.fileName() + u"-wal"_s);
    QFile::remove(store.fileName() + u"-shm"_s);
    EXPECT_EXIT(m_home->sandboxed({u"history"_s, app}), 7);
    EXPECT_EXIT(retry(), 7);
    EXPECT_EXIT(m_home->sandboxed({u"apps"_s}), 0);
    QVERIFY(store.open(QIODevice::ReadOnly));
    QCOMPARE(store.readAll(), damaged);
}

void TestAtalayactl::everyFaultIsExplainedInBothLanguages()
{
    const QStringList asked{u"sandbox"_s, u"fault"_s, u"--help"_s};
    const QString english = QString::fromUtf8(m_home->ctl(asked).out);
    m_home->setEnvironment(u"LC_ALL"_s, u"es_ES.UTF-8"_s);
    const QString spanish = QString::fromUtf8(m_home->ctl(asked).out);
    const ProgramHome::Answer faults = m_home->sandboxed({u"sandbox"_s, u"faults"_s});
    const QJsonArray known = faults.object(u"faults"_s).value(u"known"_s).toArray();
    QVERIFY(known.size() >= 29);
    for (const QJsonValue &fault : known) {
        const QString name = fault.toObject().value(u"name"_s).toString();
        QStringList told;
        for (const QString &help : {english, spanish}) {
            const QRegularExpressionMatch line = QRegularExpression(
                u"^  %1 +(\\S.*)$"_s.arg(name), QRegularExpression::MultilineOption)
                                                     .match(help);
            QVERIFY2(line.hasMatch(), qPrintable(name));
            told.append(line.captured(1));
        }
        QVERIFY2(told.first() != told.last(), qPrintable(name));
    }
    const ProgramHome::Answer violations =
        m_home->sandboxed({u"sandbox"_s, u"violations"_s, u"--clear"_s});
    EXPECT_EXIT(violations, 0);
    QVERIFY(violations.object(u"violations"_s).value(u"violations"_s).isArray());
}

// Without a log: by what the platform tells of its releases and machines.
void TestAtalayactl::anAppIsDiagnosed()
{
    EXPECT_EXIT(m_home->sandboxed({u"diagnose"_s, u"--app"_s, app}), 4); // all is well
    EXPECT_EXIT(m_home->sandboxed({u"diagnose"_s}), 2);
    EXPECT_EXIT(m_home->sandboxed({u"sandbox"_s, u"fault"_s, u"database-down"_s, app}), 0);
    ProgramHome::Answer answer;
    const bool found = QTest::qWaitFor(
        [&] {
            answer = m_home->sandboxed({u"diagnose"_s, u"--app"_s, app});
            return answer.exitCode == 0;
        },
        60'000);
    QVERIFY2(found, answer.told().constData());
    const QJsonObject cause = answer.objects(u"cause"_s).first();
    QCOMPARE(cause.value(u"rule"_s).toString(), u"run.check-critical"_s);
    QVERIFY(!cause.value(u"evidence"_s).toArray().isEmpty());
    QVERIFY(cause.value(u"cause"_s).toString().contains("503"_L1));
}

void TestAtalayactl::incidentsAreToldBeforeThePlan()
{
    const ProgramHome::Answer provoked = m_home->sandboxed({u"sandbox"_s,
        u"fault"_s,
        u"incident"_s,
        u"--set"_s,
        u"name=Machines in dfw cannot be updated"_s});
    EXPECT_EXIT(provoked, 0);
    const ProgramHome::Answer planned = m_home->sandboxed({u"plan"_s, app, u"--retry"_s});
    EXPECT_EXIT(planned, 0);
    const QList<QJsonObject> all = planned.objects();
    QCOMPARE(all.first().value(u"kind"_s).toString(), u"incidents"_s);
    const QJsonArray told = all.first().value(u"incidents"_s).toArray();
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().toObject().value(u"name"_s).toString(),
        u"Machines in dfw cannot be updated"_s);
    QCOMPARE(told.first().toObject().value(u"status"_s).toString(), u"investigating"_s);
    const QByteArray sentence =
        "Fly.io reports an incident of its own: Machines in dfw cannot be updated";
    const ProgramHome::Answer spoken = m_home->ctl({u"--sandbox"_s, u"plan"_s, app, u"--retry"_s});
    EXPECT_EXIT(spoken, 0);
    QVERIFY2(spoken.err.startsWith(sentence), spoken.told().constData());
    QVERIFY(!spoken.out.contains(sentence)); // what is piped on stays the plan
    EXPECT_EXIT(m_home->sandboxed({u"sandbox"_s, u"faults"_s, u"--clear"_s}), 0);
    QVERIFY(m_home->sandboxed({u"plan"_s, app, u"--retry"_s}).object(u"incidents"_s).isEmpty());
}

void TestAtalayactl::theSandboxCanBeSteered()
{
    QVERIFY(status().value(u"pid"_s).toInteger() > 0);
    EXPECT_EXIT(m_home->sandboxed({u"sandbox"_s, u"speed"_s, u"7"_s}), 0);
    QCOMPARE(status().value(u"speed"_s).toDouble(), 7.0);
    EXPECT_EXIT(m_home->sandboxed({u"sandbox"_s, u"speed"_s, u"fast"_s}), 2);
    EXPECT_EXIT(m_home->sandboxed({u"sandbox"_s, u"fault"_s, u"no-such-fault"_s, app}), 2);
    const ProgramHome::Answer faults = m_home->sandboxed({u"sandbox"_s, u"faults"_s});
    EXPECT_EXIT(faults, 0);
    QVERIFY(faults.object(u"faults"_s).value(u"known"_s).toArray().size() >= 6);
    EXPECT_EXIT(m_home->sandboxed({u"sandbox"_s, u"reset"_s, u"--scenario"_s, u"one"_s}), 0);
    QCOMPARE(status().value(u"scenario"_s).toString(), u"one"_s);
    EXPECT_EXIT(m_home->sandboxed({u"sandbox"_s, u"stop"_s}), 0);
    EXPECT_EXIT(m_home->sandboxed({u"sandbox"_s, u"status"_s}), 6);
    EXPECT_EXIT(m_home->sandboxed({u"sandbox"_s, u"stop"_s}), 0);
}

void TestAtalayactl::diagnoseReadsFiles()
{
    const QString log = m_home->write(u"deploy.log"_s,
        "==> Building image\n"
        "#12 [builder 5/5] RUN pip install -r requirements.txt\n"
        "#12 21.4       Error: pg_config executable not found.\n"
        "#12 21.9   ERROR: Failed building wheel for asyncpg\n");
    const QString dockerfile = m_home->write(u"Dockerfile"_s,
        "FROM python:3.12-slim AS builder\n"
        "RUN apt-get update && apt-get install -y gcc\n"
        "RUN pip install -r requirements.txt\n");
    const ProgramHome::Answer answer = m_home->ctl({u"--json"_s, u"diagnose"_s, log, dockerfile});
    EXPECT_EXIT(answer, 0);
    const QJsonObject cause = answer.object(u"cause"_s);
    QCOMPARE(cause[u"rule"_s].toString(), u"build.missing-packages"_s);
    QCOMPARE(cause[u"line"_s].toInt(), 3);
    QCOMPARE(cause[u"dockerfileLine"_s].toInt(), 3);
    QCOMPARE(cause[u"dockerfileInstallLine"_s].toInt(), 2);

    const QString toml =
        m_home->write(u"fly.toml"_s, "app = \"x\"\n[http_service]\ninternal_port = 8000\n");
    const QString other =
        m_home->write(u"app.log"_s, "INFO: Uvicorn running on http://0.0.0.0:8080\n");
    const ProgramHome::Answer ports = m_home->ctl({u"diagnose"_s, toml, other});
    EXPECT_EXIT(ports, 0);
    QVERIFY2(ports.out.contains("listens on 0.0.0.0:8080"), ports.out.constData());
    QVERIFY(ports.out.contains("app.log:1: "));
    m_home->setEnvironment(u"LC_ALL"_s, u"es_ES.UTF-8"_s);
    QVERIFY(m_home->ctl({u"diagnose"_s, toml, other}).out.contains("escucha en 0.0.0.0:8080"));
}

void TestAtalayactl::diagnoseTellsWhatItCannot()
{
    const QString calm = m_home->write(u"calm.log"_s, "GET /health 200\n");
    const ProgramHome::Answer nothing = m_home->ctl({u"diagnose"_s, calm});
    EXPECT_EXIT(nothing, 4);
    QVERIFY(nothing.out.contains("No cause that is known"));
    const ProgramHome::Answer missing =
        m_home->ctl({u"diagnose"_s, calm, QString(calm + u".gone"_s)});
    EXPECT_EXIT(missing, 2);
    QVERIFY(missing.err.contains("calm.log.gone"));
}

QTEST_GUILESS_MAIN(TestAtalayactl)
#include "tst_atalayactl.moc"
