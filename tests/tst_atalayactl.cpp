#include "support/ctlstory.h"

using namespace Qt::StringLiterals;

// The real program against a real sandbox, in a home of their own: the story of the issue, and what
// scripts depend on: exit codes and the shapes of --json.
class TestAtalayactl : public CtlStory
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
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
    void theSandboxCanBeSteered();
};

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

QTEST_GUILESS_MAIN(TestAtalayactl)
#include "tst_atalayactl.moc"
