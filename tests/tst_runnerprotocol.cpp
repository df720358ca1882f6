#include "servers/runnerevents.h"
#include "servers/runnerprogram.h"
#include "servers/runnersteps.h"
#include "servers/runnertext.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

RunnerStep plainStep()
{
    RunnerStep step;
    step.title = u"plain"_s;
    step.arguments = {u"true"_s};
    return step;
}

RunnerList richList()
{
    RunnerStep backup = plainStep();
    backup.phase = Phase::Backup;
    backup.title = u"backup-dump"_s;
    backup.detail = u"pg_dump\tof \\ «invex»"_s;
    backup.arguments = {u"docker"_s, u"compose"_s, u"-f"_s, u""_s, u"a b\nc\r\td\\n$(id)'\""_s};
    backup.environment = {{u"LANG"_s, u"es ES"_s}, {u"EMPTY"_s, u""_s}};
    backup.output = u"backups/pre deploy.sql.gz"_s;
    backup.outputAtLeast = 100;
    RunnerStep login = plainStep();
    login.inputSecret = u"registry"_s;
    login.again = true;
    RunnerStep migrate = plainStep();
    migrate.phase = Phase::Migrate;
    migrate.repeatable = false;
    migrate.confirm = true;
    migrate.failure = RunnerStep::Failure::Ask;
    RunnerStep wait = plainStep();
    wait.phase = Phase::Update;
    wait.lane = u"bank advisor"_s;
    wait.tries = 30;
    wait.every = std::chrono::seconds(2);
    wait.wants = {{RunnerWant::Kind::Is, u"healthy"_s, 0},
        {RunnerWant::Kind::Lines, u"running healthy"_s, 0},
        {RunnerWant::Kind::Contains, u"ok"_s, 0},
        {RunnerWant::Kind::AtLeast, {}, 7320},
        {RunnerWant::Kind::Exactly, {}, 54}};
    wait.nevers = {u"unhealthy"_s, u""_s};
    RunnerStep undo = plainStep();
    undo.ifBegun = 3;
    undo.input = u"select 1;\n"_s;
    undo.failure = RunnerStep::Failure::GoOn;
    RunnerStep restore = plainStep();
    restore.ifBegun = 3;
    restore.inputFile = u"backups/x.sql.gz"_s;
    RunnerList list;
    list.run = u"01JD8QZ4W7M3N5T9KD2XBHC6VR"_s;
    list.owner = u"Ana Núñez@portátil"_s;
    list.supersedes = u"OLD"_s;
    list.registryLogin = true;
    list.steps = {backup, login, migrate, wait};
    list.rollbackSteps = {undo, restore};
    return list;
}

// A stream with two steps, one of them with bytes that are no text.
QByteArray sampleStream()
{
    static constexpr char bytes[] = "a\nl 1 2 3\ne 9\n\0\xff\xfe end x\n";
    const QByteArray raw(bytes, sizeof bytes - 1);
    QByteArray stream = "e 1\t1000\trun-started\towner=ana\tmain=2\ttotal=2\n"
                        "e 2\t1010\tstep-started\tstep=1\tphase=upload\tlane=\ttitle=pull\n";
    stream += "l 2 0 " + QByteArray::number(raw.size()) + "\n" + raw + "\n";
    stream += "l 2 24 5\nabcde\na\n";
    stream += "e 3\t1020\tstep-ended\tstep=1\tstarted=2\toutcome=succeeded\tcode=0\tlog=29\n"
              "e 4\t1030\tstep-started\tstep=2\tphase=verify\ttitle=count\n"
              "l 4 0 4\n206\n\n"
              "e 5\t1040\tstep-ended\tstep=2\tstarted=4\toutcome=timed-out\tcode=\treason=want"
              "\tgot=206\\tx\n"
              "e 6\t1050\tnew-kind\tany=thing\n"
              "e 7\t1060\trun-ended\tstate=failed\nend failed\n";
    return stream;
}

// Pieces of log that belong together as one, however they came.
QList<RunnerItem> joined(const QList<RunnerItem> &items)
{
    QList<RunnerItem> together;
    for (const RunnerItem &item : items) {
        const auto *log = std::get_if<RunnerLog>(&item);
        auto *before = together.isEmpty() ? nullptr : std::get_if<RunnerLog>(&together.last());
        if (log != nullptr && before != nullptr && before->started == log->started
            && before->offset + before->bytes.size() == log->offset)
            before->bytes.append(log->bytes);
        else
            together.append(item);
    }
    return together;
}

// What a server would send to somebody who has this much.
QByteArray streamFrom(qint64 sequence, qint64 logBytes)
{
    QByteArray rest;
    const QByteArray whole = sampleStream();
    qint64 started = 0;
    for (qsizetype at = 0; at < whole.size();) {
        const qsizetype end = whole.indexOf('\n', at);
        const QByteArray line = whole.mid(at, end - at);
        at = end + 1;
        const QList<QByteArray> words = line.split(' ');
        if (line.startsWith("l ")) {
            const qint64 offset = words.at(2).toLongLong();
            const qsizetype size = words.at(3).toLongLong();
            const QByteArray bytes = whole.mid(at, size);
            at += size + 1;
            started = words.at(1).toLongLong();
            const qint64 from = started < sequence ? offset + size
                : started == sequence              ? std::clamp(logBytes, offset, offset + size)
                                                   : offset;
            if (from < offset + size) {
                rest += "l " + words.at(1) + ' ' + QByteArray::number(from) + ' '
                    + QByteArray::number(offset + size - from) + '\n' + bytes.mid(from - offset)
                    + '\n';
            }
        } else if (!line.startsWith("e ")
            || line.mid(2).split('\t').first().toLongLong() > sequence) {
            rest += line + '\n';
        }
    }
    return rest;
}

} // namespace

// The runner's lines as values, without a runner.
class TestRunnerProtocol final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsTravel_data();
    void fieldsTravel();
    void brokenFieldsAreRefused();
    void listIsReadBack();
    void cutListIsRefused();
    void impossibleListsAreRefused_data();
    void impossibleListsAreRefused();
    void secretsAreOutsideOfTheSteps();
    void eventsAreRead();
    void streamIsReadInAnyPieces();
    void cutStreamGoesOnWithoutRepeating();
    void foreignStreamsAreRefused_data();
    void foreignStreamsAreRefused();
    void commandHoldsNoData();
    void answersAreRead();
};

void TestRunnerProtocol::fieldsTravel_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("plain") << QByteArray("docker");
    QTest::newRow("escapes") << QByteArray("\\ \\n \n \t \r \\\\");
    QTest::newRow("utf-8") << QByteArray("ñ € 😀");
    QTest::newRow("no text") << QByteArray("\xff\xfe\x01\x7f");
}

void TestRunnerProtocol::fieldsTravel()
{
    QFETCH(const QByteArray, bytes);
    const Result<QByteArray> field = RunnerText::encode(bytes);
    QVERIFY(field);
    QVERIFY(!field->contains('\n') && !field->contains('\t') && !field->contains('\r'));
    QCOMPARE(RunnerText::decode(*field).value(), bytes);
}

void TestRunnerProtocol::brokenFieldsAreRefused()
{
    QVERIFY(!RunnerText::encode(QByteArray("a\0b", 3)));
    QVERIFY(!RunnerText::encode(QByteArray(RunnerText::maximum + 1, 'x')));
    QVERIFY(!RunnerText::decode("\\"));
    QVERIFY(!RunnerText::decode("\\0101"));
    QVERIFY(!RunnerText::decode("\\c"));
}

void TestRunnerProtocol::listIsReadBack()
{
    const RunnerList list = richList();
    const Result<Secret> lines = RunnerSteps::encode(list, {{u"registry"_s, Secret("hunter2")}});
    QVERIFY2(lines, lines ? "" : qPrintable(lines.error().detail));
    const QByteArray text = lines->reveal();
    QVERIFY(text.endsWith("\nfinish 6\nsecret registry hunter2\ngo\n"));
    const Result<RunnerList> read = RunnerSteps::decode(text);
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->steps, list.steps);
    QCOMPARE(read->rollbackSteps, list.rollbackSteps);
    QCOMPARE(*read, list);
}

void TestRunnerProtocol::cutListIsRefused()
{
    const QByteArray text =
        RunnerSteps::encode(richList(), {{u"registry"_s, Secret("hunter2")}}).value().reveal();
    const qsizetype end = text.indexOf("\nfinish 6") + 9;
    for (qsizetype size = 0; size < end; ++size)
        QVERIFY2(!RunnerSteps::decode(text.left(size)), text.left(size).right(60).constData());
    QByteArray renumbered = text;
    QVERIFY(!RunnerSteps::decode(renumbered.replace("\nstep 3\n", "\nstep 4\n")));
    QByteArray unknown = text;
    QVERIFY(!RunnerSteps::decode(unknown.replace("\nphase backup\n", "\nphase lunch\n")));
}

void TestRunnerProtocol::impossibleListsAreRefused_data()
{
    using Spoil = std::function<void(RunnerList &)>;
    QTest::addColumn<Spoil>("spoil");
    const auto row = [](const char *name, const Spoil &spoil) { QTest::newRow(name) << spoil; };
    row("no steps", [](RunnerList &list) { list.steps.clear(); });
    row("no name", [](RunnerList &list) { list.run = u"a/b"_s; });
    row("no program", [](RunnerList &list) { list.steps[0].arguments.clear(); });
    row("empty program", [](RunnerList &list) { list.steps[0].arguments[0].clear(); });
    row("program like an option", [](RunnerList &list) { list.steps[0].arguments[0] = u"-c"_s; });
    row("NUL", [](RunnerList &list) { list.steps[0].arguments += QString(QChar(0)); });
    row("too long", [](RunnerList &list) { list.steps[0].arguments += QString(100'000, u'x'); });
    row("title", [](RunnerList &list) { list.steps[0].title = u"two words"_s; });
    row("secret missing", [](RunnerList &list) { list.steps[0].inputSecret = u"x"_s; });
    row("two inputs", [](RunnerList &list) { list.steps[1].input = u"x"_s; });
    row("secret read twice", [](RunnerList &list) { list.steps[1].tries = 2; });
    row("later step", [](RunnerList &list) { list.steps[0].ifBegun = 1; });
    row("variable", [](RunnerList &list) { list.steps[0].environment = {{u"A-B"_s, u"1"_s}}; });
    row("digit", [](RunnerList &list) { list.steps[0].environment = {{u"1A"_s, u"1"_s}}; });
    row("output looked at", [](RunnerList &list) { list.steps[0].nevers = {u"x"_s}; });
    row("no time", [](RunnerList &list) { list.steps[0].timeout = std::chrono::seconds(0); });
    row("no tries", [](RunnerList &list) { list.steps[0].tries = 0; });
    row("negative count", [](RunnerList &list) { list.steps[3].wants[3].number = -1; });
}

void TestRunnerProtocol::impossibleListsAreRefused()
{
    QFETCH(const std::function<void(RunnerList &)>, spoil);
    RunnerList list = richList();
    spoil(list);
    const Result<Secret> lines = RunnerSteps::encode(list, {{u"registry"_s, Secret("hunter2")}});
    QVERIFY(!lines);
    QCOMPARE(lines.error().kind, Error::Kind::InvalidInput);
}

void TestRunnerProtocol::secretsAreOutsideOfTheSteps()
{
    const QByteArray text =
        RunnerSteps::encode(richList(), {{u"registry"_s, Secret("two\nlines")}}).value().reveal();
    QVERIFY(text.endsWith("\nsecret registry two\\nlines\ngo\n"));
    QCOMPARE(text.count("two"), 1);
    QCOMPARE(RunnerSteps::encodeSecrets({}).value().reveal(), QByteArray("go\n"));
    QVERIFY(!RunnerSteps::encodeSecrets({{u"a b"_s, Secret("x")}}));
}

void TestRunnerProtocol::eventsAreRead()
{
    RunnerReader reader(u"R"_s);
    const Result<QList<RunnerItem>> items = reader.feed(sampleStream());
    QVERIFY2(items, items ? "" : qPrintable(items.error().detail));
    QList<RunnerEvent> events;
    QByteArray log;
    for (const RunnerItem &item : *items) {
        if (const auto *event = std::get_if<RunnerEvent>(&item))
            events.append(*event);
        if (const auto *piece = std::get_if<RunnerLog>(&item); piece && piece->started == 2)
            log += piece->bytes;
    }
    QCOMPARE(events.size(), 7);
    QCOMPARE(events.at(0).owner, u"ana"_s);
    QCOMPARE(events.at(1).phase, Phase::Upload);
    QCOMPARE(events.at(1).at.toMSecsSinceEpoch(), 1010);
    QCOMPARE(events.at(2).outcome, Outcome::Succeeded);
    QCOMPARE(events.at(2).code, 0);
    QCOMPARE(events.at(4).outcome, Outcome::Failed);
    QVERIFY(events.at(4).timedOut && !events.at(4).code);
    QCOMPARE(events.at(4).got, u"206\tx"_s);
    QCOMPARE(events.at(5).kind, RunnerEvent::Kind::Other);
    QCOMPARE(events.at(5).kindName, u"new-kind"_s);
    QCOMPARE(log.size(), 29);
    QVERIFY(log.endsWith("abcde"));
    QCOMPARE(std::get<RunnerRest>(items->last()), (RunnerRest{u"failed"_s}));
}

void TestRunnerProtocol::streamIsReadInAnyPieces()
{
    const QByteArray stream = sampleStream();
    RunnerReader whole(u"R"_s);
    const QList<RunnerItem> expected = joined(whole.feed(stream).value());
    for (qsizetype piece = 1; piece < 40; ++piece) {
        RunnerReader reader(u"R"_s);
        QList<RunnerItem> items;
        for (qsizetype at = 0; at < stream.size(); at += piece)
            items += reader.feed(stream.mid(at, piece)).value();
        QVERIFY(joined(items) == expected);
    }
}

void TestRunnerProtocol::cutStreamGoesOnWithoutRepeating()
{
    const QByteArray stream = sampleStream();
    RunnerReader whole(u"R"_s);
    const QList<RunnerItem> expected = joined(whole.feed(stream).value());
    for (qsizetype cut = 0; cut < stream.size(); ++cut) {
        RunnerReader reader(u"R"_s);
        QList<RunnerItem> items = reader.feed(stream.left(cut)).value();
        reader.reconnect();
        items += reader.feed(streamFrom(reader.sequence(), reader.logBytes())).value();
        QVERIFY2(joined(items) == expected, QByteArray::number(cut).constData());
        // The same again from the beginning: nothing is given twice.
        reader.reconnect();
        QVERIFY(reader.feed(stream.left(stream.indexOf("\ne 7"))).value().isEmpty());
    }
}

void TestRunnerProtocol::foreignStreamsAreRefused_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("a banner") << QByteArray("Welcome to Debian\n");
    QTest::newRow("no number") << QByteArray("e x\t1\tresumed\n");
    QTest::newRow("a gap") << QByteArray("e 1\t1\tresumed\ne 3\t1\tresumed\n");
    QTest::newRow("an escape") << QByteArray("e 1\t1\tresumed\tby=\\q\n");
    QTest::newRow("no key") << QByteArray("e 1\t1\tresumed\tby\n");
    QTest::newRow("a piece without size") << QByteArray("l 2 0 0\n");
    QTest::newRow("a huge piece") << QByteArray("l 2 0 99999999999\n");
    QTest::newRow("an endless line") << QByteArray(2 * 1024 * 1024, 'x');
}

void TestRunnerProtocol::foreignStreamsAreRefused()
{
    QFETCH(const QByteArray, stream);
    RunnerReader reader(u"R"_s);
    const Result<QList<RunnerItem>> items = reader.feed(stream);
    QVERIFY(!items);
    QCOMPARE(items.error().kind, Error::Kind::Protocol);
}

void TestRunnerProtocol::commandHoldsNoData()
{
    const QString command = RunnerProgram::command();
    QVERIFY(command.startsWith("exec sh -c '"_L1) && command.endsWith(u'\''));
    QCOMPARE(command.count(u'\''), 2);
    QVERIFY(!command.contains(u'\n') && !command.contains(u'\\') && !command.contains(u'!'));
    QCOMPARE(RunnerProgram::hash().size(), 64);
    const QByteArray call =
        RunnerProgram::call(u"/srv/o'clock"_s, {u"status"_s, u"a\nb"_s}).value();
    QCOMPARE(call, "/srv/o'clock\n" + RunnerProgram::hash() + "\n2\nstatus\na\\nb\n");
}

void TestRunnerProtocol::answersAreRead()
{
    using RunnerProgram::Lock;
    QCOMPARE(RunnerProgram::answer("started R1 77\n").value(),
        (RunnerProgram::Answer{u"started"_s, {u"R1"_s, u"77"_s}}));
    QVERIFY(!RunnerProgram::answer("started R"));
    QVERIFY(!RunnerProgram::answer(""));
    QCOMPARE(RunnerProgram::lock("free\n").value(), Lock());
    const Lock held = RunnerProgram::lock("stale-rebooted R1 77 1000 b00t Ana Núñez\n").value();
    QCOMPARE(held.holder, Lock::Holder::Rebooted);
    QCOMPARE(held.pid, 77);
    QCOMPARE(held.since.toMSecsSinceEpoch(), 1000);
    QCOMPARE(held.owner, u"Ana Núñez"_s);
    QVERIFY(!RunnerProgram::lock("held R1\n"));
    const QList<RunnerProgram::Run> runs =
        RunnerProgram::runs("A failed 7 1000 2000 ana\nB asked 3 1000 2000 two words\n").value();
    QCOMPARE(runs.size(), 2);
    QCOMPARE(runs.at(1).state, u"asked"_s);
    QCOMPARE(runs.at(1).owner, u"two words"_s);
    QVERIFY(!RunnerProgram::runs("A failed\n"));
}

QTEST_GUILESS_MAIN(TestRunnerProtocol)
#include "tst_runnerprotocol.moc"
