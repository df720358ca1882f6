#include "support/runnertest.h"

#include <csignal>

using Kind = RunnerEvent::Kind;

// The runner itself, in the shells that servers have as `sh`, here on this computer.
class TestRunner final : public RunnerTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { gatherShells(); }
    void init() { beginFolder(); }
    void cleanup() { endFolder(); }

    void argumentsArriveAsTheyAre_data() { shells(); }
    void argumentsArriveAsTheyAre();
    void stepsAreWatchedToTheirEnd_data() { shells(); }
    void stepsAreWatchedToTheirEnd();
    void killedRunnerIsContinued_data() { killedAt(); }
    void killedRunnerIsContinued();
    void killedStepIsContinued_data() { killedAt(); }
    void killedStepIsContinued();
    void logOfACutStepIsTold_data();
    void logOfACutStepIsTold();
    void answersOfARestingRun_data();
    void answersOfARestingRun();
    void questionOutlivesItsRunner();
    void undoingIsAskedForOnce();
    void cancelEndsAndUndoes_data() { shells(); }
    void cancelEndsAndUndoes();
    void cancelWaitsForWhatMayNotBeCut();
    void timeIsLimited_data() { shells(); }
    void timeIsLimited();
    void lockIsHeldByOne();
    void staleLocksAreTold_data();
    void staleLocksAreTold();
    void unfinishedRunIsNotForgotten();
    void stepWithoutRunnerIsNotForgotten();
    void runnerIsToldToEnd_data() { shells(); }
    void runnerIsToldToEnd();

private:
    void killedAt();
};

void TestRunner::argumentsArriveAsTheyAre()
{
    useShell();
    const QStringList odd{u"two words"_s,
        u""_s,
        u"'single' \"double\" `back`"_s,
        u"$(touch hacked) ${HOME} $1 \\n \\\\ \\0101 \\c"_s,
        u"line\nfeed\n"_s,
        u"\ttab\rreturn"_s,
        u"-n"_s,
        u"--"_s,
        u"* ? [a] ~ ; & | > x"_s,
        u"áéíñ € 😀 %s %b %d"_s,
        u"  blanks  "_s,
        QString(20'000, u'x')};
    RunnerStep first = scripted(u"for a; do printf '<%s>' \"$a\"; done >arguments"_s, odd);
    first.detail = u"$(touch hacked)\n\t\\ \"'"_s;
    first.lane = u"`touch hacked`"_s;
    first.environment = {
        {u"ODD"_s, odd.at(3)}, {u"EMPTY"_s, u""_s}, {u"LC_ALL"_s, u"es_AR.UTF-8"_s}};
    RunnerStep second =
        scripted(u"cat >input; printf '%s' \"$ODD$LC_ALL$ATALAYA_LOCALE\" >variable"_s);
    second.environment = first.environment;
    second.input = odd.join(u'|');
    RunnerList list = listOf(u"R"_s, {first, second});
    list.owner = odd.at(2) + odd.at(3);
    const RunnerHost::Followed followed = run(list);
    QVERIFY2(followed.state == "succeeded"_L1, followed.told().constData());
    QCOMPARE(contentOfFile(path(u"arguments"_s)), u"<%1>"_s.arg(odd.join(u"><"_s)).toUtf8());
    QCOMPARE(contentOfFile(path(u"input"_s)), odd.join(u'|').toUtf8());
    QCOMPARE(contentOfFile(path(u"variable"_s)), odd.at(3).toUtf8() + "es_AR.UTF-8");
    QVERIFY(!QFile::exists(path(u"hacked"_s)) && !QFile::exists(path(u"x"_s)));
    QCOMPARE(followed.events.at(0).owner, list.owner);
    QCOMPARE(followed.events.at(1).detail, first.detail);
    QCOMPARE(followed.events.at(1).lane, first.lane);
    QCOMPARE(RunnerSteps::decode(m_host->output({u"steps"_s, u"R"_s})).value(), list);
}

void TestRunner::stepsAreWatchedToTheirEnd()
{
    useShell();
    // Grows by one a look: three looks until it is healthy.
    const QString looks = u"n=$(cat n || echo 0); n=$((n + 1)); echo $n >n; [ $n -ge 3 ]"
                          " && echo healthy || echo starting"_s;
    RunnerStep healthy = scripted(looks);
    healthy.tries = 20;
    healthy.every = std::chrono::seconds(0);
    healthy.wants = {{RunnerWant::Kind::Is, u"healthy"_s, 0}};
    RunnerStep given = scripted(u"echo unhealthy; exit 1"_s);
    given.failure = RunnerStep::Failure::GoOn;
    given.tries = 20;
    given.wants = healthy.wants;
    given.nevers = {u"unhealthy"_s};
    RunnerStep lines = scripted(u"echo up; echo up"_s);
    lines.wants = {{RunnerWant::Kind::Lines, u"up"_s, 0}};
    RunnerStep count = scripted(u"echo '   7320'"_s);
    count.wants = {{RunnerWant::Kind::AtLeast, {}, 7320}};
    RunnerStep missing;
    missing.title = u"missing"_s;
    missing.arguments = {u"no-such-program"_s};
    missing.failure = RunnerStep::Failure::GoOn;
    missing.tries = 5;
    RunnerStep partial = scripted(u"echo 206"_s);
    partial.wants = {{RunnerWant::Kind::Exactly, {}, 7320}, {RunnerWant::Kind::AtLeast, {}, 7320}};
    RunnerList list =
        listOf(u"R"_s, {healthy, given, lines, count, missing, partial, scripted(u"true"_s)});
    RunnerStep undo = scripted(u"echo undone"_s);
    undo.ifBegun = 4;
    RunnerStep notNeeded = scripted(u"echo never"_s);
    notNeeded.ifBegun = 7;
    list.rollbackSteps = {notNeeded, undo};
    const RunnerHost::Followed followed = run(list);
    QVERIFY2(followed.state == "rolled-back"_L1, followed.told().constData());
    QCOMPARE(contentOfFile(path(u"n"_s)), QByteArray("3\n"));
    QVERIFY(followed.log(1).endsWith("starting\nhealthy\n"));
    QCOMPARE(followed.end(2).reason, u"never"_s);
    QVERIFY(followed.end(2).passedOver);
    QCOMPARE(followed.end(3).outcome, Outcome::Succeeded);
    QCOMPARE(followed.end(4).outcome, Outcome::Succeeded);
    QCOMPARE(followed.end(5).reason, u"missing"_s);
    QCOMPARE(followed.end(5).code, 127);
    QCOMPARE(followed.end(6).reason, u"want"_s);
    QCOMPARE(followed.end(6).got, u"206"_s);
    const QList<RunnerEvent> skipped = followed.of(Kind::StepSkipped);
    QCOMPARE(skipped.size(), 2);
    QCOMPARE(skipped.at(0).reason, u"earlier-failure"_s);
    QCOMPARE(skipped.at(1).reason, u"not-needed"_s);
    QCOMPARE(skipped.at(1).step, 8);
    QCOMPARE(followed.log(9), QByteArray("undone\n"));
}

// After which event the process is killed, in both shells by turns.
void TestRunner::killedAt()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<qint64>("after");
    for (qint64 after = 1; after <= 10; ++after) {
        const QString shell = after % 2 == 0 ? u"dash"_s : u"busybox"_s;
        QTest::addRow("%lld in %s", after, qPrintable(shell)) << shell << after;
    }
}

namespace {

// Follows until that many events are there and kills; then goes on until the run has ended.
RunnerHost::Followed killedAndContinued(
    const RunnerHost &host, qint64 after, const std::function<void()> &kill)
{
    RunnerReader reader(u"R"_s);
    const auto enough = [after](const RunnerHost::Followed &followed) {
        return followed.events.size() >= after;
    };
    RunnerHost::Followed followed = host.follow(u"R"_s, &reader, enough);
    kill();
    for (int lives = 0; lives < 4; ++lives) {
        followed = host.follow(u"R"_s, &reader, {}, followed);
        const bool unknown = followed.state == "asked"_L1;
        if (!unknown && followed.state != "interrupted"_L1)
            break;
        host.carryOn(u"R"_s, unknown ? u"retry"_s : u"go-on"_s);
    }
    return followed;
}

} // namespace

void TestRunner::killedRunnerIsContinued()
{
    useShell();
    QFETCH(const qint64, after);
    const RunnerProgram::Answer answer = m_host->start(marking());
    QCOMPARE(answer.word, u"started"_s);
    const int pid = answer.words.value(1).toInt();
    const RunnerHost::Followed followed =
        killedAndContinued(*m_host, after, [pid] { ::kill(pid, SIGKILL); });
    QVERIFY2(followed.state == "succeeded"_L1, followed.told().constData());
    checkNumbers(followed);
    // The step that ran went on by itself: nothing is done twice, nothing is missing.
    QCOMPARE(contentOfFile(path(u"marks"_s)), QByteArray("1\n2\n3\n4\n5\n"));
    for (int step = 1; step <= 5; ++step)
        QCOMPARE(followed.log(step), "step " + QByteArray::number(step) + "\n");
}

void TestRunner::killedStepIsContinued()
{
    useShell();
    QFETCH(const qint64, after);
    const RunnerProgram::Answer answer = m_host->start(marking());
    QCOMPARE(answer.word, u"started"_s);
    const int pid = answer.words.value(1).toInt();
    const RunnerHost::Followed followed = killedAndContinued(*m_host, after, [this, pid] {
        ::kill(pid, SIGKILL);
        const QByteArray worker =
            contentOfFile(path(u".atalaya/runs/R/worker"_s)).split(' ').value(1);
        if (worker.toInt() > 1)
            ::kill(-worker.toInt(), SIGKILL);
    });
    QVERIFY2(followed.state == "succeeded"_L1, followed.told().constData());
    checkNumbers(followed);
    const QList<QByteArray> marks = contentOfFile(path(u"marks"_s)).trimmed().split('\n');
    // Only what was cut is done again, and what may not be only because it was answered so.
    QVERIFY2(marks.size() <= 6, marks.join(' ').constData());
    for (const char *step : {"1", "2", "3", "4", "5"})
        QVERIFY(marks.contains(step));
    const qsizetype begun = followed.of(Kind::StepStarted).size();
    QVERIFY(marks.size() <= begun && begun <= 6);
    for (const RunnerEvent &question : followed.of(Kind::Question)) {
        QCOMPARE(question.question, u"unknown"_s);
        QCOMPARE(question.step, 3);
    }
}

void TestRunner::logOfACutStepIsTold_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<bool>("recorded");
    for (const QString &shell : {u"dash"_s, u"busybox"_s}) {
        QTest::addRow("%s", qPrintable(shell)) << shell << false;
        QTest::addRow("%s, its end recorded", qPrintable(shell)) << shell << true;
    }
}

// It has no end of its own. Whoever comes later reads it all the same.
void TestRunner::logOfACutStepIsTold()
{
    useShell();
    const RunnerStep step = scripted(u"echo begun; until [ -e go ]; do sleep 0.05; done"_s);
    RunnerStep first = scripted(u"echo first"_s);
    first.again = true; // it comes before what was cut ends
    const RunnerProgram::Answer answer = m_host->start(listOf(u"R"_s, {first, step}));
    QCOMPARE(answer.word, u"started"_s);
    RunnerReader reader(u"R"_s);
    RunnerHost::Followed followed = m_host->follow(
        u"R"_s, &reader, [](const RunnerHost::Followed &seen) { return seen.logs.size() == 2; });
    ::kill(answer.words.value(1).toInt(), SIGKILL);
    const QByteArray worker = contentOfFile(path(u".atalaya/runs/R/worker"_s)).split(' ').value(1);
    QVERIFY(worker.toInt() > 1);
    ::kill(-worker.toInt(), SIGKILL);
    QFETCH(const bool, recorded);
    if (recorded) { // where a server goes down, its processes go one after another
        QFile record(path(u".atalaya/runs/R/exit.%1"_s.arg(followed.logs.lastKey())));
        QVERIFY(record.open(QIODevice::WriteOnly));
        record.write("137 killed 0 no  .\n");
    }
    QFile go(path(u"go"_s));
    QVERIFY(go.open(QIODevice::WriteOnly));
    followed = m_host->follow(u"R"_s, &reader, {}, followed);
    QCOMPARE(followed.state, u"interrupted"_s);
    m_host->carryOn(u"R"_s, u"go-on"_s);
    followed = m_host->follow(u"R"_s, &reader, {}, followed);
    QCOMPARE(followed.state, u"succeeded"_s);
    const QList<QByteArray> both{"first\n", "begun\n", "first\n", "begun\n"};
    QCOMPARE(followed.logs.values(), both);
    QCOMPARE(m_host->whole(u"R"_s).logs.values(), both);
}

void TestRunner::answersOfARestingRun_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QByteArray>("marks");
    const auto row =
        [](const char *question, const char *answer, const char *state, const char *marks) {
            QTest::addRow("%s, %s", question, answer)
                << QString::fromLatin1(question) << QString::fromLatin1(answer)
                << QString::fromLatin1(state) << QByteArray(marks);
        };
    row("failed", "retry", "succeeded", "1 3 ");
    row("failed", "skip", "succeeded", "1 3 ");
    row("failed", "roll-back", "rolled-back", "1 undo ");
    row("failed", "leave", "failed", "1 ");
    row("confirm", "go-on", "succeeded", "1 2 3 ");
    row("confirm", "skip", "succeeded", "1 3 ");
    row("confirm", "roll-back", "rolled-back", "1 undo ");
    row("confirm", "leave", "failed", "1 ");
    row("rollback", "retry", "succeeded", "1 3 ");
    row("rollback", "skip", "succeeded", "1 3 ");
    row("rollback", "roll-back", "rolled-back", "1 undo ");
    row("rollback", "leave", "failed", "1 ");
    row("failed", "go-on", "refused", "1 ");
    row("confirm", "retry", "refused", "1 ");
    row("rollback", "bogus", "refused", "1 ");
}

void TestRunner::answersOfARestingRun()
{
    QFETCH(const QString, question);
    QFETCH(const QString, answer);
    QFETCH(const QString, state);
    QFETCH(const QByteArray, marks);
    const QString mark = u"printf '%s ' $1 >>marks"_s;
    RunnerStep asked = scripted(u"test -e right"_s);
    if (question == "failed"_L1) {
        asked.failure = RunnerStep::Failure::Ask;
    } else if (question == "confirm"_L1) {
        asked = scripted(mark, {u"2"_s});
        asked.confirm = true;
    }
    RunnerList list = listOf(u"R"_s, {scripted(mark, {u"1"_s}), asked, scripted(mark, {u"3"_s})});
    RunnerStep undo = scripted(mark, {u"undo"_s});
    undo.ifBegun = 1;
    list.rollback = RunnerList::Rollback::Ask;
    list.rollbackSteps = {undo};
    const RunnerHost::Followed before = run(list);
    QVERIFY2(before.state == "asked"_L1, before.told().constData());
    QCOMPARE(before.events.last().question, question);
    QCOMPARE(before.events.last().step, 2);
    QVERIFY(m_host->output({u"status"_s, u"R"_s}).contains("\nstate asked\n"));
    QCOMPARE(m_host->ask({u"lock"_s}).word, u"free"_s);
    writeFile(path(u"right"_s), {});
    const RunnerProgram::Answer told = m_host->carryOn(u"R"_s, answer);
    if (state == "refused"_L1) {
        QCOMPARE(told, (RunnerProgram::Answer{u"refused"_s, {u"answer"_s, question}}));
    } else {
        QCOMPARE(told.word, u"started"_s);
        const RunnerHost::Followed after = m_host->whole(u"R"_s);
        QVERIFY2(after.state == state, after.told().constData());
        QCOMPARE(after.of(Kind::Answered).first().answer, answer);
        QCOMPARE(m_host->carryOn(u"R"_s, answer).words.value(0), u"ended"_s);
    }
    QCOMPARE(contentOfFile(path(u"marks"_s)), marks);
}

void TestRunner::questionOutlivesItsRunner()
{
    RunnerStep fails = scripted(u"exit 3"_s);
    fails.failure = RunnerStep::Failure::Ask;
    QCOMPARE(run(listOf(u"R"_s, {fails, scripted(u"true"_s)})).state, u"asked"_s);
    // As if the server had gone down before the question was on the disk.
    const QString events = path(u".atalaya/runs/R/events"_s);
    const QByteArray whole = contentOfFile(events);
    writeFile(events, whole.left(whole.lastIndexOf('\n', -2) + 8));
    QVERIFY(m_host->output({u"status"_s, u"R"_s}).contains("\nstate interrupted\n"));
    QCOMPARE(m_host->carryOn(u"R"_s, u"go-on"_s).word, u"started"_s);
    QCOMPARE(m_host->whole(u"R"_s).state, u"asked"_s);
    QCOMPARE(m_host->carryOn(u"R"_s, u"skip"_s).word, u"started"_s);
    const RunnerHost::Followed followed = m_host->whole(u"R"_s);
    QCOMPARE(followed.state, u"succeeded"_s);
    checkNumbers(followed);
}

void TestRunner::undoingIsAskedForOnce()
{
    RunnerList list = listOf(u"R"_s, {scripted(u"true"_s), scripted(u"false"_s)});
    RunnerStep restore = scripted(u"echo restored"_s);
    restore.ifBegun = 1;
    restore.confirm = true;
    list.rollbackSteps = {restore};
    const RunnerHost::Followed asked = run(list);
    QCOMPARE(asked.state, u"asked"_s);
    QCOMPARE(asked.events.last().question, u"confirm"_s);
    QCOMPARE(m_host->carryOn(u"R"_s, u"roll-back"_s).words.value(0), u"answer"_s);
    QCOMPARE(m_host->carryOn(u"R"_s, u"go-on"_s).word, u"started"_s);
    const RunnerHost::Followed followed = m_host->whole(u"R"_s);
    QVERIFY2(followed.state == "rolled-back"_L1, followed.told().constData());
    QCOMPARE(followed.log(3), QByteArray("restored\n"));
}

void TestRunner::cancelEndsAndUndoes()
{
    useShell();
    RunnerList list = listOf(u"R"_s,
        {scripted(u"true"_s),
            scripted(u"trap 'echo told; exit 1' TERM; echo ready; sleep 60 & wait"_s),
            scripted(u"true"_s)});
    RunnerStep undo = scripted(u"echo undone"_s);
    undo.ifBegun = 2;
    list.rollbackSteps = {undo};
    QCOMPARE(m_host->start(list).word, u"started"_s);
    RunnerReader reader(u"R"_s);
    RunnerHost::Followed followed =
        m_host->follow(u"R"_s, &reader, [](const RunnerHost::Followed &so) {
            return !so.logs.isEmpty() && so.logs.last().contains("ready");
        });
    QCOMPARE(m_host->ask({u"cancel"_s, u"R"_s, u"policy"_s, u"eva"_s}).word, u"cancelled"_s);
    followed = m_host->follow(u"R"_s, &reader, {}, followed);
    QVERIFY2(followed.state == "rolled-back"_L1, followed.told().constData());
    checkNumbers(followed);
    QCOMPARE(followed.end(2).outcome, Outcome::Cancelled);
    QVERIFY(followed.log(2).contains("told"));
    QCOMPARE(followed.of(Kind::CancelRequested).first().owner, u"eva"_s);
    QCOMPARE(followed.of(Kind::RollbackStarted).first().cause, u"cancelled"_s);
    QCOMPARE(followed.log(4), QByteArray("undone\n"));
    QCOMPARE(m_host->ask({u"cancel"_s, u"R"_s, u"policy"_s, u"eva"_s}).words.value(0), u"rests"_s);
}

void TestRunner::cancelWaitsForWhatMayNotBeCut()
{
    RunnerStep migrate =
        scripted(u"echo ready; until [ -e go ]; do sleep 0.05; done; echo whole"_s);
    migrate.repeatable = false;
    QCOMPARE(m_host->start(listOf(u"R"_s, {migrate, scripted(u"true"_s)})).word, u"started"_s);
    RunnerReader reader(u"R"_s);
    RunnerHost::Followed followed = m_host->follow(
        u"R"_s, &reader, [](const RunnerHost::Followed &so) { return !so.logs.isEmpty(); });
    QCOMPARE(m_host->ask({u"cancel"_s, u"R"_s, u"leave"_s, u"eva"_s}).word, u"cancelled"_s);
    writeFile(path(u"go"_s), {});
    followed = m_host->follow(u"R"_s, &reader, {}, followed);
    QVERIFY2(followed.state == "cancelled"_L1, followed.told().constData());
    QCOMPARE(followed.end(1).outcome, Outcome::Succeeded);
    QCOMPARE(followed.log(1), QByteArray("ready\nwhole\n"));
    QCOMPARE(followed.of(Kind::StepSkipped).first().step, 2);
}

void TestRunner::timeIsLimited()
{
    useShell();
    RunnerStep slow = scripted(u"echo begun; sleep 60; echo never"_s);
    slow.timeout = std::chrono::seconds(1);
    RunnerStep polled = scripted(u"echo starting"_s);
    polled.tries = 1000;
    polled.timeout = std::chrono::seconds(1);
    polled.wants = {{RunnerWant::Kind::Is, u"healthy"_s, 0}};
    slow.failure = RunnerStep::Failure::GoOn;
    const RunnerHost::Followed followed = run(listOf(u"R"_s, {slow, polled}));
    QVERIFY2(followed.state == "failed"_L1, followed.told().constData());
    QVERIFY(followed.end(1).timedOut && followed.end(1).passedOver);
    QVERIFY(followed.log(1).startsWith("begun\n") && !followed.log(1).contains("never"));
    QVERIFY(followed.end(2).timedOut);
}

void TestRunner::lockIsHeldByOne()
{
    const RunnerList first =
        listOf(u"FIRST"_s, {scripted(u"until [ -e go ]; do sleep 0.05; done"_s)});
    QCOMPARE(m_host->start(first).word, u"started"_s);
    const RunnerList second = listOf(u"SECOND"_s, {scripted(u"true"_s)});
    const RunnerProgram::Answer refused = m_host->start(second);
    QCOMPARE(refused.word, u"refused"_s);
    QCOMPARE(refused.words.mid(0, 2), (QStringList{u"held"_s, u"FIRST"_s}));
    QCOMPARE(refused.words.last(), u"ana@portátil"_s);
    const RunnerProgram::Lock lock = RunnerProgram::lock(m_host->output({u"lock"_s})).value();
    QCOMPARE(lock.holder, RunnerProgram::Lock::Holder::Alive);
    QCOMPARE(lock.run, u"FIRST"_s);
    QCOMPARE(lock.owner, u"ana@portátil"_s);
    QCOMPARE(m_host->carryOn(u"FIRST"_s, u"go-on"_s).words.value(0), u"held"_s);
    writeFile(path(u"go"_s), {});
    QCOMPARE(m_host->whole(u"FIRST"_s).state, u"succeeded"_s);
    QCOMPARE(run(second).state, u"succeeded"_s);
}

void TestRunner::staleLocksAreTold_data()
{
    QTest::addColumn<QByteArray>("boot");
    QTest::addColumn<RunnerProgram::Lock::Holder>("holder");
    const QByteArray ours = contentOfFile(u"/proc/sys/kernel/random/boot_id"_s).trimmed();
    QTest::newRow("rebooted") << QByteArray("another") << RunnerProgram::Lock::Holder::Rebooted;
    QTest::newRow("gone") << ours << RunnerProgram::Lock::Holder::Gone;
}

void TestRunner::staleLocksAreTold()
{
    QFETCH(const QByteArray, boot);
    QFETCH(const RunnerProgram::Lock::Holder, holder);
    QCOMPARE(m_host->ask({u"lock"_s}).word, u"free"_s);
    // Of a process that lives, but was born at another time.
    const QByteArray pid = QByteArray::number(QCoreApplication::applicationPid());
    writeFile(path(u".atalaya/lock"_s), "OLD " + pid + " 1 " + boot + " 1000 eva\n");
    const RunnerProgram::Lock lock = RunnerProgram::lock(m_host->output({u"lock"_s})).value();
    QCOMPARE(lock.holder, holder);
    QCOMPARE(lock.owner, u"eva"_s);
    QCOMPARE(run(listOf(u"R"_s, {scripted(u"true"_s)})).state, u"succeeded"_s);
    QCOMPARE(m_host->ask({u"lock"_s}).word, u"free"_s);
}

void TestRunner::unfinishedRunIsNotForgotten()
{
    RunnerStep fails = scripted(u"false"_s);
    fails.failure = RunnerStep::Failure::Ask;
    QCOMPARE(run(listOf(u"OLD"_s, {fails})).state, u"asked"_s);
    RunnerList list = listOf(u"NEW"_s, {scripted(u"true"_s)});
    const RunnerProgram::Answer refused = m_host->start(list);
    QCOMPARE(refused.words, (QStringList{u"unfinished"_s, u"OLD"_s, u"asked"_s}));
    list.supersedes = u"OLD"_s;
    QCOMPARE(run(list).state, u"succeeded"_s);
    const RunnerHost::Followed old = m_host->whole(u"OLD"_s);
    QCOMPARE(old.state, u"superseded"_s);
    checkNumbers(old);
    QCOMPARE(old.events.last().owner, u"NEW"_s);
}

void TestRunner::stepWithoutRunnerIsNotForgotten()
{
    RunnerList list = listOf(u"OLD"_s, {waiting(), scripted(u"true"_s)});
    const RunnerProgram::Answer answer = m_host->start(list);
    RunnerReader reader(u"OLD"_s);
    m_host->follow(
        u"OLD"_s, &reader, [](const RunnerHost::Followed &so) { return !so.logs.isEmpty(); });
    ::kill(answer.words.value(1).toInt(), SIGKILL);
    QVERIFY(m_host->output({u"status"_s, u"OLD"_s}).contains("\nstate interrupted\n"));
    QVERIFY(m_host->output({u"status"_s, u"OLD"_s}).contains("\nworker "));
    list.run = u"NEW"_s;
    list.supersedes = u"OLD"_s;
    QCOMPARE(m_host->start(list).words, (QStringList{u"unfinished"_s, u"OLD"_s, u"working"_s}));
    QCOMPARE(m_host->ask({u"cancel"_s, u"OLD"_s, u"leave"_s, u"eva"_s}).word, u"stopped"_s);
    QCOMPARE(m_host->carryOn(u"OLD"_s, u"leave"_s).word, u"started"_s);
    QCOMPARE(m_host->whole(u"OLD"_s).state, u"failed"_s);
    list.steps = {scripted(u"true"_s)};
    QCOMPARE(run(list).state, u"succeeded"_s);
}

void TestRunner::runnerIsToldToEnd()
{
    useShell();
    const RunnerProgram::Answer answer =
        m_host->start(listOf(u"R"_s, {waiting(), scripted(u"true"_s)}));
    RunnerReader reader(u"R"_s);
    RunnerHost::Followed followed = m_host->follow(
        u"R"_s, &reader, [](const RunnerHost::Followed &so) { return !so.logs.isEmpty(); });
    // As at a shutdown of the server: nothing is cancelled, nothing is undone.
    ::kill(answer.words.value(1).toInt(), SIGTERM);
    followed = m_host->follow(u"R"_s, &reader, {}, followed);
    QCOMPARE(followed.state, u"interrupted"_s);
    QCOMPARE(followed.events.last().kind, Kind::Interrupted);
    QCOMPARE(m_host->carryOn(u"R"_s, u"go-on"_s).word, u"started"_s);
    writeFile(path(u"go"_s), {});
    followed = m_host->follow(u"R"_s, &reader, {}, followed);
    QVERIFY2(followed.state == "succeeded"_L1, followed.told().constData());
    checkNumbers(followed);
    QCOMPARE(followed.of(Kind::StepStarted).size(), 2);
    QCOMPARE(followed.log(1), QByteArray("ready\n"));
}

QTEST_GUILESS_MAIN(TestRunner)
#include "tst_runner.moc"
