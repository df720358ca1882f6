#include "core/iothread.h"
#include "core/process.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <future>

using namespace Qt::StringLiterals;

namespace {
ProcessRequest sh(const QString &script)
{
    ProcessRequest request;
    request.program = u"sh"_s;
    request.arguments = {u"-c"_s, script};
    return request;
}
} // namespace

// Real children of this test.
class TestProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersWithCodeAndOutputs();
    void endBySignalIsTold();
    void argumentsReachItUntouched();
    void inputArrivesWholeAndIsClosed();
    void inputThatIsNotWantedHurtsNobody();
    void environmentIsAddedAndReplaced();
    void worksInTheFolder();
    void missingProgramIsToldAtOnce();
    void unfitProgramIsTold();
    void timeoutEndsTheWholeGroup();
    void childThatIgnoresTheWishIsKilled();
    void stopEndsIt();
    void stoppedBeforeIsNotStarted();
    void outputAboveItsLimitIsAnError();
    void errorsKeepTheirBeginning();
    void linesComeAsTheyAreWritten();
    void longLinesComeInPieces();
    void grandchildThatHoldsTheOutputDelaysNothing();
    void hasNoTerminal();
    void shutDownKillsAndAnswers();
    void hundredsRunAtOnce();

private:
    Result<ProcessEnd> run(const ProcessRequest &request, std::stop_token stop = {})
    {
        // The thread of the test has an event loop: it may not await.
        return std::async(std::launch::async, [this, request, stop] {
            return await(runProcess(m_io, request, stop));
        }).get();
    }
    IoThread m_io{u"io"_s};
};

void TestProcess::answersWithCodeAndOutputs()
{
    const Result<ProcessEnd> end = run(sh(u"echo out; echo err >&2; exit 3"_s));
    QVERIFY(end);
    QCOMPARE(end->exitCode, 3);
    QCOMPARE(end->signal, 0);
    QCOMPARE(end->output, "out\n");
    QCOMPARE(end->errors, "err\n");
}

void TestProcess::endBySignalIsTold()
{
    const Result<ProcessEnd> end = run(sh(u"kill -9 $$"_s));
    QVERIFY(end);
    QCOMPARE(end->exitCode, -1);
    QCOMPARE(end->signal, SIGKILL);
}

void TestProcess::argumentsReachItUntouched()
{
    ProcessRequest request;
    request.program = u"printf"_s;
    request.arguments = {u"<%s>"_s, u"a b"_s, u"$HOME"_s, u"; exit 1"_s, u"ñ"_s, u""_s};
    const Result<ProcessEnd> end = run(request);
    QVERIFY(end);
    QCOMPARE(end->output, "<a b><$HOME><; exit 1><ñ><>");
}

void TestProcess::inputArrivesWholeAndIsClosed()
{
    ProcessRequest request;
    request.program = u"cat"_s;
    request.secretInput = Secret("secret\n");
    request.input = QByteArray(3'000'000, 'x');
    const Result<ProcessEnd> end = run(request);
    QVERIFY(end);
    QCOMPARE(end->output, "secret\n" + request.input);
}

void TestProcess::inputThatIsNotWantedHurtsNobody()
{
    ProcessRequest request = sh(u"exec <&-; echo done"_s);
    request.input = QByteArray(1'000'000, 'x');
    const Result<ProcessEnd> end = run(request);
    QVERIFY(end);
    QCOMPARE(end->output, "done\n");
}

void TestProcess::environmentIsAddedAndReplaced()
{
    qputenv("ATALAYA_TEST_OLD", "old");
    ProcessRequest request = sh(u"echo \"$ATALAYA_TEST_OLD $ATALAYA_TEST_NEW\""_s);
    QCOMPARE(run(request)->output, "old \n");
    request.environment = {"ATALAYA_TEST_OLD=other", "ATALAYA_TEST_NEW=new"};
    QCOMPARE(run(request)->output, "other new\n");
}

void TestProcess::worksInTheFolder()
{
    const QTemporaryDir folder;
    ProcessRequest request = sh(u"pwd -P"_s);
    request.folder = folder.path();
    QCOMPARE(QString::fromUtf8(run(request)->output).trimmed(), folder.path());
}

void TestProcess::missingProgramIsToldAtOnce()
{
    ProcessRequest request;
    request.program = u"atalaya-no-such-program"_s;
    const Result<ProcessEnd> end = run(request);
    QVERIFY(!end);
    QCOMPARE(end.error().kind, Error::Kind::Process);
    QCOMPARE(end.error().code, u"program-missing atalaya-no-such-program"_s);
}

void TestProcess::unfitProgramIsTold()
{
    const QTemporaryDir folder;
    ProcessRequest request;
    request.program = folder.path();
    const Result<ProcessEnd> end = run(request);
    QVERIFY(!end);
    QCOMPARE(end.error().code, u"program-not-runnable "_s + folder.path());
}

void TestProcess::timeoutEndsTheWholeGroup()
{
    // The grandchild holds the pipe: cat ends when it is gone.
    int ends[2] = {};
    QCOMPARE(::pipe(ends), 0);
    ProcessRequest request = sh(u"sh -c 'trap \"\" TERM; while :; do sleep 5; done' & wait"_s);
    request.timeout = std::chrono::milliseconds(200);
    request.grace = std::chrono::milliseconds(200);
    const Result<ProcessEnd> end = run(request);
    ::close(ends[1]);
    QVERIFY(!end);
    QCOMPARE(end.error().kind, Error::Kind::Timeout);
    char byte = 0;
    QCOMPARE(::read(ends[0], &byte, 1), ssize_t(0)); // nobody has it any more
    ::close(ends[0]);
}

void TestProcess::childThatIgnoresTheWishIsKilled()
{
    ProcessRequest request = sh(u"trap '' TERM; echo why >&2; while :; do sleep 5; done"_s);
    request.timeout = std::chrono::milliseconds(300);
    request.grace = std::chrono::milliseconds(100);
    const Result<ProcessEnd> end = run(request);
    QVERIFY(!end);
    QCOMPARE(end.error().kind, Error::Kind::Timeout);
    QVERIFY2(end.error().detail.contains("why"_L1), qPrintable(end.error().detail));
}

void TestProcess::stopEndsIt()
{
    std::stop_source stop;
    ProcessRequest request = sh(u"echo ready; exec sleep 60"_s);
    request.onLine = [&stop](const QByteArray &) { stop.request_stop(); };
    const Result<ProcessEnd> end = run(request, stop.get_token());
    QVERIFY(!end);
    QCOMPARE(end.error().kind, Error::Kind::Cancelled);
}

void TestProcess::stoppedBeforeIsNotStarted()
{
    const QTemporaryDir folder;
    std::stop_source stop;
    stop.request_stop();
    ProcessRequest request = sh(u"echo x > trace"_s);
    request.folder = folder.path();
    QCOMPARE(run(request, stop.get_token()).error().kind, Error::Kind::Cancelled);
    QVERIFY(!QFile::exists(folder.filePath(u"trace"_s)));
}

void TestProcess::outputAboveItsLimitIsAnError()
{
    ProcessRequest request;
    request.program = u"yes"_s;
    request.outputLimit = 100'000;
    const Result<ProcessEnd> end = run(request);
    QVERIFY(!end);
    QCOMPARE(end.error().kind, Error::Kind::Protocol);
    QCOMPARE(end.error().code, u"output-too-long"_s);
}

void TestProcess::errorsKeepTheirBeginning()
{
    const Result<ProcessEnd> end = run(sh(u"echo first >&2; yes | head -c 500000 >&2"_s));
    QVERIFY(end);
    QVERIFY(end->errors.startsWith("first\n"));
    QCOMPARE(end->errors.size(), 64 * 1024);
}

void TestProcess::linesComeAsTheyAreWritten()
{
    QList<QByteArray> lines;
    ProcessRequest request = sh(u"printf 'one\\n\\ntw'; printf 'o\\nrest'"_s);
    request.outputLimit = 1;
    request.onLine = [&lines](const QByteArray &line) { lines.append(line); };
    const Result<ProcessEnd> end = run(request);
    QVERIFY(end);
    QVERIFY(end->output.isEmpty());
    QCOMPARE(lines, (QList<QByteArray>{"one", "", "two", "rest"}));
}

void TestProcess::longLinesComeInPieces()
{
    QList<qsizetype> sizes;
    ProcessRequest request = sh(u"head -c 150000 /dev/zero; echo; echo x"_s);
    request.onLine = [&sizes](const QByteArray &line) { sizes.append(line.size()); };
    QVERIFY(run(request));
    QCOMPARE(sizes, (QList<qsizetype>{65'536, 65'536, 18'928, 1}));
}

void TestProcess::grandchildThatHoldsTheOutputDelaysNothing()
{
    const Result<ProcessEnd> end = run(sh(u"sleep 30 & echo $!"_s));
    QVERIFY(end);
    const pid_t grandchild = end->output.trimmed().toInt();
    QVERIFY(grandchild > 0);
    QCOMPARE(::kill(grandchild, SIGKILL), 0); // it was let live
}

void TestProcess::hasNoTerminal()
{
    const Result<ProcessEnd> end = run(sh(u"(: </dev/tty) 2>/dev/null && echo yes || echo no"_s));
    QCOMPARE(end->output, "no\n");
}

void TestProcess::shutDownKillsAndAnswers()
{
    IoThread io(u"io2"_s);
    std::promise<pid_t> started;
    ProcessRequest request = sh(u"echo $$; exec sleep 60"_s);
    request.onLine = [&started](const QByteArray &line) { started.set_value(line.toInt()); };
    const Pending<ProcessEnd> pending = runProcess(io, request, {});
    const pid_t child = started.get_future().get();
    io.shutDown();
    QVERIFY(pending.isReady());
    QCOMPARE(pending.shared()->answer->error().kind, Error::Kind::Cancelled);
    QCOMPARE(::kill(child, 0), -1);
    const Pending<ProcessEnd> late = runProcess(io, request, {});
    QVERIFY(late.isReady());
}

void TestProcess::hundredsRunAtOnce()
{
    std::vector<Pending<ProcessEnd>> pending;
    for (int i = 0; i < 200; ++i) {
        ProcessRequest request;
        request.program = u"echo"_s;
        request.arguments = {QString::number(i)};
        pending.push_back(runProcess(m_io, request, {}));
    }
    const bool right = std::async(std::launch::async, [&pending] {
        bool all = true;
        for (std::size_t i = 0; i < pending.size(); ++i) {
            const Result<ProcessEnd> end = await(pending[i]);
            all = all && end && end->output == QByteArray::number(int(i)) + '\n';
        }
        return all;
    }).get();
    QVERIFY(right);
}

QTEST_GUILESS_MAIN(TestProcess)
#include "tst_process.moc"
