#include "support/programhome.h"

#include <QDir>
#include <QTest>

#include <memory>
#include <signal.h>

using namespace Qt::StringLiterals;

namespace {
constexpr double speed = 20;
const QString app = u"grupo-gad"_s;
} // namespace

// What a person reads of the real program on its sandbox: help, refusals, a run that is resumed,
// and a world that begins anew.
class TestCtlSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_home.reset(); }
    void helpFitsATerminal();
    void anImageThatIsNowhereIsRefused();
    void aSandboxThatCannotWriteSaysSo();
    void aResetBeginsThePastAnew();
    void aResumedRunIsToldToItsEnd();

private:
    ProgramHome::Answer retry();
    QJsonObject status();

    std::unique_ptr<ProgramHome> m_home;
};

void TestCtlSandbox::init()
{
    m_home = std::make_unique<ProgramHome>();
    const QByteArray test = QTest::currentTestFunction();
    if (test.startsWith("help") || test.startsWith("aSandboxThatCannotWrite"))
        return;
    const ProgramHome::Answer started = m_home->startSandbox(u"field-cases"_s, speed);
    EXPECT_EXIT(started, 0);
}

ProgramHome::Answer TestCtlSandbox::retry()
{
    return m_home->sandboxed({u"retry"_s, app, u"--yes"_s, app});
}

QJsonObject TestCtlSandbox::status()
{
    return m_home->sandboxed({u"sandbox"_s, u"status"_s}).object(u"sandbox"_s);
}

void TestCtlSandbox::helpFitsATerminal()
{
    const QList<QStringList> asked{
        {u"--help"_s}, {u"deploy"_s, u"--help"_s}, {u"retry"_s, u"--help"_s}};
    for (const QString &locale : {u"C.UTF-8"_s, u"es_ES.UTF-8"_s}) {
        m_home->setEnvironment(u"LC_ALL"_s, locale);
        for (const QStringList &arguments : asked) {
            const ProgramHome::Answer help = m_home->ctl(arguments);
            EXPECT_EXIT(help, 0);
            for (const QString &line : QString::fromUtf8(help.out).split(u'\n'))
                QVERIFY2(line.size() <= 80, qPrintable(line));
        }
    }
}

void TestCtlSandbox::anImageThatIsNowhereIsRefused()
{
    const ProgramHome::Answer answer =
        m_home->sandboxed({u"deploy"_s, app, u"--image"_s, u"nope"_s, u"--yes"_s, app});
    EXPECT_EXIT(answer, 4);
    QVERIFY(answer.objects(u"event"_s).isEmpty());
    const ProgramHome::Answer told =
        m_home->ctl({u"--sandbox"_s, u"plan"_s, app, u"--image"_s, u"nope"_s});
    EXPECT_EXIT(told, 4);
    QCOMPARE(told.err, QByteArray("The image registry does not have nope.\n"));
}

void TestCtlSandbox::aSandboxThatCannotWriteSaysSo()
{
    const QString folder = m_home->path() + u"/sandbox/runtime"_s;
    QVERIFY(QDir().mkpath(folder + u"/sandbox.state.new"_s)); // in the way of what is written
    const ProgramHome::Answer answer = m_home->ctl({u"--sandbox"_s, u"apps"_s});
    EXPECT_EXIT(answer, 6);
    QVERIFY2(answer.err.contains("sandbox cannot write its own state"), answer.err.constData());
    QVERIFY2(!answer.err.contains("Fly.io"), answer.err.constData());
}

void TestCtlSandbox::aResetBeginsThePastAnew()
{
    const auto newest = [this] {
        return m_home->sandboxed({u"history"_s, app})
            .object(u"history"_s)
            .value(u"deployments"_s)
            .toArray()
            .first()
            .toObject();
    };
    const QJsonObject before = newest();
    QCOMPARE(before.value(u"reported"_s).toString(), u"failed"_s);
    EXPECT_EXIT(retry(), 0);
    QCOMPARE(newest().value(u"reported"_s).toString(), u"succeeded"_s);
    EXPECT_EXIT(m_home->sandboxed({u"sandbox"_s, u"reset"_s}), 0);
    QCOMPARE(newest().value(u"deployment"_s), before.value(u"deployment"_s));
    QCOMPARE(newest().value(u"reported"_s).toString(), u"failed"_s);
    // Nor is the release command of the world that is gone believed to be done.
    EXPECT_EXIT(retry(), 0);
    QCOMPARE(status().value(u"releaseCommandRuns"_s).toInt(), 1);
}

// Its text goes through a pipe here, as into "tail": all of it, not the plan alone.
void TestCtlSandbox::aResumedRunIsToldToItsEnd()
{
    const std::unique_ptr<QProcess> process =
        m_home->begin(u"atalayactl"_s, {u"--sandbox"_s, u"retry"_s, app, u"--yes"_s, app});
    QByteArray told;
    while (!told.contains("Release command: succeeded") && process->waitForReadyRead(60'000))
        told += process->readAll();
    QVERIFY2(told.contains("Release command: succeeded"), told.constData());
    ::kill(static_cast<pid_t>(process->processId()), SIGKILL);
    QVERIFY(process->waitForFinished(30'000));
    const ProgramHome::Answer resumed =
        m_home->ctl({u"--sandbox"_s, u"resume"_s, app, u"--yes"_s, app});
    EXPECT_EXIT(resumed, 0);
    for (const char *line : {"PRODUCTION", "attempt 3", "Update machine 1490", "All is well"})
        QVERIFY2(resumed.out.contains(line), resumed.told().constData());
}

QTEST_GUILESS_MAIN(TestCtlSandbox)
#include "tst_ctlsandbox.moc"
