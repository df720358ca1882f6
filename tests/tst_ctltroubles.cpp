#include "support/ctlstory.h"

#include <QRegularExpression>

#include <signal.h>

using namespace Qt::StringLiterals;

// What atalayactl tells when something is wrong: tokens, configs, faults of the platform,
// cancelling; and what it finds out about failures.
class TestCtlTroubles : public CtlStory
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { m_home.reset(); }
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
    void everyFaultIsExplainedInBothLanguages();
    void anAppIsDiagnosed();
    void incidentsAreToldBeforeThePlan();
    void diagnoseReadsFiles();
    void diagnoseTellsWhatItCannot();
};

void TestCtlTroubles::aBadTokenIsTold_data()
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

void TestCtlTroubles::aBadTokenIsTold()
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

void TestCtlTroubles::noTokenIsTold()
{
    const ProgramHome::Answer answer = m_home->ctl({u"apps"_s, u"--json"_s});
    EXPECT_EXIT(answer, 3);
    QCOMPARE(answer.object(u"error"_s).value(u"error"_s).toString(), u"unauthorised"_s);
}

void TestCtlTroubles::whatDoesNotExistIsTold()
{
    EXPECT_EXIT(m_home->sandboxed({u"machines"_s, u"no-such-app"_s}), 4);
    EXPECT_EXIT(m_home->sandboxed({u"show"_s, u"01J00000000000000000000000"_s}), 4);
    EXPECT_EXIT(m_home->sandboxed({u"cancel"_s, app}), 4);
    const ProgramHome::Answer empty = m_home->sandboxed({u"history"_s, u"no-such-app"_s});
    EXPECT_EXIT(empty, 0);
    QVERIFY(empty.object(u"history"_s).value(u"deployments"_s).toArray().isEmpty());
}

void TestCtlTroubles::interruptCancelsCleanly()
{
    const std::unique_ptr<QProcess> process = beginRetry(12);
    QCOMPARE(::kill(static_cast<pid_t>(process->processId()), SIGINT), 0);
    const ProgramHome::Answer answer = ProgramHome::answerOf(*process);
    EXPECT_EXIT(answer, 8);
    QCOMPARE(answer.object(u"result"_s).value(u"reported"_s).toString(), u"cancelled"_s);
    QCOMPARE(status().value(u"liveLeases"_s).toInt(), 0);
}

void TestCtlTroubles::cancelReachesTheOtherProcess()
{
    const std::unique_ptr<QProcess> process = beginRetry(12);
    const ProgramHome::Answer busy = retry();
    EXPECT_EXIT(busy, 5);
    const ProgramHome::Answer asked = m_home->sandboxed({u"cancel"_s, app, u"--follow"_s});
    EXPECT_EXIT(asked, 8);
    EXPECT_EXIT(ProgramHome::answerOf(*process), 8);
    QCOMPARE(status().value(u"liveLeases"_s).toInt(), 0);
}

void TestCtlTroubles::aFailingReleaseCommandIsTold()
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

void TestCtlTroubles::anotherHoldersLeaseIsTold()
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

void TestCtlTroubles::aBrokenConfigIsTold()
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

void TestCtlTroubles::aDamagedStoreIsRefusedUntouched()
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

void TestCtlTroubles::everyFaultIsExplainedInBothLanguages()
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

void TestCtlTroubles::anAppIsDiagnosed()
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

void TestCtlTroubles::incidentsAreToldBeforeThePlan()
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

void TestCtlTroubles::diagnoseReadsFiles()
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

void TestCtlTroubles::diagnoseTellsWhatItCannot()
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

QTEST_GUILESS_MAIN(TestCtlTroubles)
#include "tst_ctltroubles.moc"
