#include "deploy/serverrun.h"
#include "servers/ssherrors.h"
#include "support/memoryjournal.h"
#include "support/stackserver.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const QString runName = u"RUN"_s;
const QString server = u"s1"_s;
const DeploymentId deployment(u"01K2ABCDEF0123456789ABCDEF"_s);

DeployPlan planOfRun()
{
    StackServerPlan there;
    there.server = server;
    there.run = runName;
    DeployPlan plan;
    plan.app = stackTarget(u"shop"_s);
    plan.stack.emplace();
    plan.stack->servers = {there};
    return plan;
}

RunnerStep stepOf(const QString &lane, const QString &script)
{
    RunnerStep step;
    step.phase = Phase::Update;
    step.lane = lane;
    step.title = stepName(Step::UpdateService);
    step.arguments = {u"sh"_s, u"-c"_s, script};
    step.timeout = std::chrono::seconds(60);
    return step;
}

// Lines of all kinds, on lanes that come again.
RunnerList listOfRun()
{
    RunnerList list;
    list.run = runName;
    list.owner = u"ana@portátil"_s;
    list.steps = {stepOf(u"web"_s, u"echo one; echo two; echo; printf three"_s),
        stepOf(u"web"_s, u"echo one; echo one; echo one"_s),
        stepOf(u"db"_s, u"true"_s),
        stepOf({}, u"head -c 8192 /dev/zero | tr '\\0' a; echo; echo b"_s),
        stepOf(u"web"_s, u"head -c 20000 /dev/zero | tr '\\0' c; printf '\\nñandú'"_s),
        stepOf(u"db"_s, u"echo one; echo two"_s)};
    return list;
}
} // namespace

// A run on a server, as it comes into the journal; the runner for real.
class TestServerRun final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void killedProcessLeavesNoGapAndNothingTwice_data();
    void killedProcessLeavesNoGapAndNothingTwice();
    void failureIsKnownAfterAKill();
    void startIsHeardOverCutLinks();

private:
    static std::unique_ptr<MemoryJournal> emptyJournal()
    {
        auto journal = std::make_unique<MemoryJournal>();
        static_cast<void>(journal->begin(deployment, stackTarget(u"shop"_s)));
        return journal;
    }
    std::unique_ptr<ServerRun> runOver(MemoryJournal &journal,
        RunRecorder &recorder,
        const QString &name = runName,
        ServerOpener open = {})
    {
        ServerRun::Parts parts;
        parts.open = open ? std::move(open) : [this](const QString &to, std::stop_token) {
            return Result<ServerLink>(m_server.link(to));
        };
        parts.clock = m_clock.get();
        parts.recorder = &recorder;
        parts.journal = &journal;
        return std::make_unique<ServerRun>(std::move(parts),
            ServerRun::Place{server, m_server.directory(), name, u"ana@portátil"_s, 1, {}});
    }
    [[nodiscard]] std::unique_ptr<RunRecorder> recorderOf(MemoryJournal &journal) const
    {
        auto recorder = std::make_unique<RunRecorder>(
            journal, *m_clock, journal.state(deployment), QHash<QString, UsualDuration>());
        recorder->beginAttempt(deployment, 1);
        return recorder;
    }
    // What is told of a run from its beginning, or from where a journal has it.
    QString followInto(MemoryJournal &journal)
    {
        const auto recorder = recorderOf(journal);
        return runOver(journal, *recorder)->follow().value_or(u"error"_s);
    }
    static QStringList linesOf(MemoryJournal &journal)
    {
        QStringList lines;
        for (const LogLine &line : journal.log(deployment, 0, 1'000'000).value_or(QList<LogLine>()))
            lines.append(
                u"%1 %2 %3 %4"_s.arg(line.lane).arg(line.step).arg(line.stepBytes).arg(line.text));
        return lines;
    }
    static QStringList spansOf(const MemoryJournal &journal)
    {
        QStringList spans;
        for (const SpanState &span : journal.state(deployment).spans)
            spans.append(u"%1 %2 %3"_s.arg(
                QString::number(span.runSequence), span.lane, outcomeName(span.outcome)));
        return spans;
    }

    std::unique_ptr<Clock> m_clock = makeRealClock();
    StackServer m_server;
    std::unique_ptr<MemoryJournal> m_whole; // nobody was killed
};

void TestServerRun::initTestCase()
{
    QDir().mkpath(m_server.directory());
    m_whole = emptyJournal();
    const auto recorder = recorderOf(*m_whole);
    QVERIFY(recorder->record(events::AttemptStarted{planOfRun(), {}}, Durability::Durable));
    const auto run = runOver(*m_whole, *recorder);
    QVERIFY(run->start(listOfRun(), [](const QString &) { return false; }));
    QCOMPARE(run->follow().value_or(u"error"_s), u"succeeded"_s);
    QCOMPARE(spansOf(*m_whole).size(), listOfRun().steps.size());
    QCOMPARE(linesOf(*m_whole).size(), 4 + 3 + 2 + 4 + 2);
}

// Lines are kept at once, events a little later: a process that is killed leaves all lines and not
// all events.
void TestServerRun::killedProcessLeavesNoGapAndNothingTwice_data()
{
    QTest::addColumn<int>("events");
    QTest::addColumn<int>("lines");
    const QList<DeployEvent> all = m_whole->all(deployment);
    const QList<LogLine> log = *m_whole->log(deployment, 0, 1'000'000);
    for (int events = 1; events <= all.size(); ++events) {
        const qint64 last = all.at(events - 1).runSequence;
        int told = 0; // lines that are there for sure
        while (told < log.size() && log.at(told).step < last)
            ++told;
        for (int lines : {told, told + 1, told + 4, int(log.size())})
            QTest::addRow("%d events, %d lines", events, lines)
                << events << std::min(lines, int(log.size()));
    }
}

void TestServerRun::killedProcessLeavesNoGapAndNothingTwice()
{
    QFETCH(const int, events);
    QFETCH(const int, lines);
    const auto journal = emptyJournal();
    for (const DeployEvent &event : m_whole->all(deployment).first(events))
        QVERIFY(journal->append(event, Durability::Durable));
    QVERIFY(journal->appendLog(deployment, m_whole->log(deployment, 0, lines).value()));
    QCOMPARE(followInto(*journal), u"succeeded"_s);
    QCOMPARE(linesOf(*journal), linesOf(*m_whole));
    QCOMPARE(spansOf(*journal), spansOf(*m_whole));
    QCOMPARE(journal->problems(), QStringList());
}

void TestServerRun::failureIsKnownAfterAKill()
{
    RunnerList list = listOfRun();
    list.run = u"FAILS"_s;
    list.rollback = RunnerList::Rollback::Automatic;
    list.steps = {stepOf(u"web"_s, u"exit 3"_s)};
    RunnerStep back = stepOf(u"web"_s, u"true"_s);
    back.ifBegun = 1;
    list.rollbackSteps = {back};
    const auto journal = emptyJournal();
    DeployPlan plan = planOfRun();
    plan.stack->servers.first().run = list.run;
    {
        const auto recorder = recorderOf(*journal);
        QVERIFY(recorder->record(events::AttemptStarted{plan, {}}, Durability::Durable));
        const auto run = runOver(*journal, *recorder, list.run);
        QVERIFY(run->start(list, [](const QString &) { return false; }));
        QCOMPARE(run->follow().value_or(u"error"_s), u"rolled-back"_s);
        QCOMPARE(run->failures().size(), 1);
    }
    const auto recorder = recorderOf(*journal);
    const auto run = runOver(*journal, *recorder, list.run);
    QCOMPARE(run->follow().value_or(u"error"_s), u"rolled-back"_s);
    QCOMPARE(run->failures().size(), 1);
    const RunnerEvent failed = run->failures().constFirst();
    QCOMPARE(failed.lane, u"web"_s);
    QCOMPARE(failed.title, stepName(Step::UpdateService));
    QCOMPARE(failed.code, 3);
    QCOMPARE(errorOfStep(failed)->code, u"stack-step code 3"_s);
}

// The answer is lost, or the question: it is started once.
void TestServerRun::startIsHeardOverCutLinks()
{
    int calls = 0;
    const ServerOpener open = [&](const QString &name, std::stop_token) -> Result<ServerLink> {
        ServerLink link = m_server.link(name);
        link.run = [&calls, run = link.run](
                       const SshCommand &command, std::stop_token stop) -> Result<SshEnd> {
            const auto lost = [] {
                return failure(sshErrorOf({SshCause::ConnectionLost, {}, false}, u"cut"_s));
            };
            ++calls;
            if (calls == 1)
                return lost();
            const Result<SshEnd> end = run(command, stop);
            return calls == 2 ? lost() : end;
        };
        return link;
    };
    RunnerList list = listOfRun();
    list.run = u"CUT"_s;
    list.steps = {stepOf(u"web"_s, u"echo begun >>begun"_s)};
    const auto journal = emptyJournal();
    DeployPlan plan = planOfRun();
    plan.stack->servers.first().run = list.run;
    const auto recorder = recorderOf(*journal);
    QVERIFY(recorder->record(events::AttemptStarted{plan, {}}, Durability::Durable));
    const auto run = runOver(*journal, *recorder, list.run, open);
    QVERIFY(run->stage(u"CUT-1"_s, QByteArray(10240, '\0')));
    QVERIFY(calls > 2);
    calls = 0;
    QVERIFY(run->start(list, [](const QString &) { return false; }));
    QVERIFY(calls > 2);
    QCOMPARE(run->follow().value_or(u"error"_s), u"succeeded"_s);
    QFile begun(m_server.directory() + u"/begun"_s);
    QVERIFY(begun.open(QIODevice::ReadOnly));
    QCOMPARE(begun.readAll(), QByteArray("begun\n"));
}

QTEST_GUILESS_MAIN(TestServerRun)
#include "tst_serverrun.moc"
