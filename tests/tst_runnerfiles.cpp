#include "support/runnertest.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

using Kind = RunnerEvent::Kind;

namespace {

bool holds(const QString &folder, const QByteArray &bytes)
{
    QProcess grep;
    grep.start(u"grep"_s, {u"-r"_s, u"-l"_s, u"-a"_s, u"-F"_s, QString::fromUtf8(bytes), folder});
    grep.waitForFinished();
    return grep.exitCode() == 0;
}

// Of all processes of this computer: their arguments and environments.
bool anyProcessShows(const QByteArray &bytes)
{
    for (const QString &pid : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs)) {
        if (pid.toLongLong() == QCoreApplication::applicationPid())
            continue;
        for (const QString &name : {u"cmdline"_s, u"environ"_s}) {
            if (contentOfFile(u"/proc/%1/%2"_s.arg(pid, name)).contains(bytes))
                return true;
        }
    }
    return false;
}

} // namespace

// What the runner leaves on the disk of a server, and what it never does.
class TestRunnerFiles final : public RunnerTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { gatherShells(); }
    void init() { beginFolder(); }
    void cleanup() { endFolder(); }

    void secretsAreSeenByTheirStepOnly_data() { shells(); }
    void secretsAreSeenByTheirStepOnly();
    void loginGoesWithItsRun();
    void outputIsWholeOrNotThere_data() { shells(); }
    void outputIsWholeOrNotThere();
    void filesArePlacedAndPutBack_data() { shells(); }
    void filesArePlacedAndPutBack();
    void foreignFilesAreNotPlaced_data();
    void foreignFilesAreNotPlaced();
    void logIsLimited();
    void cutListStartsNothing();
    void changedRunnerIsNotRun();
    void startIsDoneOnce();
    void oldRunsGo();
    void streamIsCutAnywhere_data() { shells(); }
    void streamIsCutAnywhere();
};

void TestRunnerFiles::secretsAreSeenByTheirStepOnly()
{
    useShell();
    const QByteArray value = "stapled battery\nbattery $(staple) \\n"
        + QByteArray::number(QRandomGenerator::global()->generate64());
    RunnerStep login = scripted(
        u"[ \"$(sha256sum)\" = \"$1  -\" ] && echo right; echo ready; until [ -e go ]; do sleep 0.05; done"_s,
        {QString::fromLatin1(QCryptographicHash::hash(value, QCryptographicHash::Sha256).toHex())});
    login.inputSecret = u"registry"_s;
    QCOMPARE(
        m_host->start(listOf(u"R"_s, {login}), {{u"registry"_s, Secret(QByteArray(value))}}).word,
        u"started"_s);
    RunnerReader reader(u"R"_s);
    RunnerHost::Followed followed =
        m_host->follow(u"R"_s, &reader, [](const RunnerHost::Followed &so) {
            return !so.logs.isEmpty() && so.logs.last().contains("ready");
        });
    QVERIFY(!anyProcessShows("stapled battery"));
    QVERIFY(!holds(m_folder->path(), "stapled battery"));
    writeFile(path(u"go"_s), {});
    followed = m_host->follow(u"R"_s, &reader, {}, followed);
    QCOMPARE(followed.state, u"succeeded"_s);
    QCOMPARE(followed.log(1), QByteArray("right\nready\n"));
    QVERIFY(!holds(m_folder->path(), "stapled battery"));
    const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(path(u".atalaya"_s)) & others));
    QVERIFY(!(QFile::permissions(path(u".atalaya/runs/R/log.2"_s)) & others));
}

void TestRunnerFiles::loginGoesWithItsRun()
{
    // A login that stays would be in this folder.
    RunnerStep login = scripted(u"cat >$DOCKER_CONFIG/config.json; echo $DOCKER_CONFIG"_s);
    login.inputSecret = u"registry"_s;
    login.again = true;
    RunnerStep pull = scripted(u"cat $DOCKER_CONFIG/config.json | wc -c; test -e right"_s);
    pull.failure = RunnerStep::Failure::Ask;
    RunnerList list = listOf(u"R"_s, {login, pull});
    list.registryLogin = true;
    const QList<RunnerSecret> secrets{{u"registry"_s, Secret("hunter2")}};
    QCOMPARE(run(list, secrets).state, u"asked"_s);
    const QString folder = path(u".atalaya/runs/R/docker"_s);
    QVERIFY(!QFile::exists(folder));
    writeFile(path(u"right"_s), {});
    QCOMPARE(
        m_host->carryOn(u"R"_s, u"retry"_s).words, (QStringList{u"no-secret"_s, u"registry"_s}));
    QCOMPARE(m_host->carryOn(u"R"_s, u"retry"_s, secrets).word, u"started"_s);
    const RunnerHost::Followed followed = m_host->whole(u"R"_s);
    QCOMPARE(followed.state, u"succeeded"_s);
    QCOMPARE(followed.log(1).trimmed(), folder.toUtf8());
    QCOMPARE(followed.log(2).trimmed(), QByteArray("7"));
    QVERIFY(!QFile::exists(folder));
}

void TestRunnerFiles::outputIsWholeOrNotThere()
{
    useShell();
    RunnerStep dump = scripted(u"echo 'select 1;'; echo told >&2"_s);
    dump.output = u"backups/a b.sql.gz"_s;
    dump.outputAtLeast = 10;
    RunnerStep restore = scripted(u"cat"_s);
    restore.inputFile = dump.output;
    RunnerStep empty = scripted(u"true"_s);
    empty.output = u"backups/empty.sql.gz"_s;
    empty.failure = RunnerStep::Failure::GoOn;
    RunnerStep half = scripted(u"echo 'half of it'; exit 2"_s);
    half.output = u"backups/half.sql"_s;
    half.failure = RunnerStep::Failure::GoOn;
    RunnerStep broken = scripted(u"cat"_s);
    broken.inputFile = u"broken.gz"_s;
    writeFile(path(broken.inputFile), "this is no gzip");
    const RunnerHost::Followed followed = run(listOf(u"R"_s, {dump, restore, empty, half, broken}));
    QVERIFY2(followed.state == "failed"_L1, followed.told().constData());
    QCOMPARE(followed.log(1), QByteArray("told\n"));
    QCOMPARE(followed.log(2), QByteArray("select 1;\n"));
    QCOMPARE(followed.end(3).reason, u"output-small"_s);
    QCOMPARE(followed.end(4).reason, u"code"_s);
    QCOMPARE(followed.end(4).code, 2);
    QCOMPARE(followed.end(5).reason, u"input"_s);
    QCOMPARE(QDir(path(u"backups"_s)).entryList(QDir::Files), QStringList{u"a b.sql.gz"_s});
    QCOMPARE(QFile::permissions(path(dump.output))
            & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther),
        QFile::Permissions());
}

namespace {

QByteArray tarOf(const QString &folder)
{
    QProcess tar;
    tar.start(u"tar"_s, {u"-C"_s, folder, u"-cf"_s, u"-"_s, u"."_s});
    tar.waitForFinished();
    return tar.readAllStandardOutput();
}

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

RunnerStep own(const QStringList &arguments)
{
    RunnerStep step;
    step.phase = Phase::Upload;
    step.title = u"own"_s;
    step.arguments = arguments;
    return step;
}

} // namespace

void TestRunnerFiles::filesArePlacedAndPutBack()
{
    useShell();
    QTemporaryDir project;
    QVERIFY(QDir(project.path()).mkpath(u"conf/sub dir"_s));
    writeFile(project.filePath(u"compose.yml"_s), "new");
    writeFile(project.filePath(u"conf/sub dir/-n\nñ.conf"_s), "odd");
    writeFile(project.filePath(u".env"_s), "SECRET=x");
    QVERIFY(
        QFile::setPermissions(project.filePath(u".env"_s), QFile::ReadOwner | QFile::WriteOwner));
    writeFile(path(u"compose.yml"_s), "old");
    writeFile(path(u"gone.conf"_s), "gone");
    const QByteArray tar = tarOf(project.path());
    QCOMPARE(m_host->ask({u"stage"_s, u"S1"_s, sha256(tar)}, tar.left(tar.size() / 2)).words,
        QStringList{u"cut"_s});
    QCOMPARE(m_host->ask({u"stage"_s, u"S1"_s, sha256(tar)}, tar).word, u"staged"_s);
    QCOMPARE(contentOfFile(path(u"compose.yml"_s)), QByteArray("old"));

    const RunnerStep look = scripted(u"cat compose.yml 'conf/sub dir/'*; test ! -e gone.conf"_s);
    RunnerList list = listOf(u"R"_s,
        {own({u"@place"_s, u"S1"_s}),
            own({u"@remove"_s, u"gone.conf"_s}),
            look,
            scripted(u"test -e right"_s)});
    list.steps.last().failure = RunnerStep::Failure::Ask;
    RunnerStep undo = own({u"@put-back"_s});
    undo.ifBegun = 1;
    list.rollbackSteps = {undo};
    const RunnerHost::Followed placed = run(list);
    QVERIFY2(placed.state == "asked"_L1, placed.told().constData());
    QCOMPARE(placed.log(3), QByteArray("newodd"));
    QCOMPARE(QFile::permissions(path(u".env"_s)) & (QFile::ReadGroup | QFile::ReadOther),
        QFile::Permissions());
    QCOMPARE(m_host->carryOn(u"R"_s, u"roll-back"_s).word, u"started"_s);
    const RunnerHost::Followed followed = m_host->whole(u"R"_s);
    QVERIFY2(followed.state == "rolled-back"_L1, followed.told().constData());
    QCOMPARE(contentOfFile(path(u"compose.yml"_s)), QByteArray("old"));
    QCOMPARE(contentOfFile(path(u"gone.conf"_s)), QByteArray("gone"));
    QVERIFY(!QFile::exists(path(u".env"_s)));
    QVERIFY(QDir(path(u"conf/sub dir"_s)).entryList(QDir::Files).isEmpty());

    // Placed for good, then a later run returns to what was before it.
    writeFile(path(u"right"_s), {});
    list.run = u"R2"_s;
    QCOMPARE(m_host->ask({u"stage"_s, u"S1"_s, sha256(tar)}, tar).word, u"staged"_s);
    QCOMPARE(run(list).state, u"succeeded"_s);
    QCOMPARE(contentOfFile(path(u"compose.yml"_s)), QByteArray("new"));
    QCOMPARE(run(listOf(u"R3"_s, {own({u"@put-back"_s, u"R2"_s})})).state, u"succeeded"_s);
    QCOMPARE(contentOfFile(path(u"compose.yml"_s)), QByteArray("old"));
    QVERIFY(!QFile::exists(path(u".env"_s)));
    QVERIFY(QDir(path(u".atalaya/staging"_s)).isEmpty());
}

void TestRunnerFiles::foreignFilesAreNotPlaced_data()
{
    QTest::addColumn<QStringList>("create"); // of tar
    const QStringList base{u"--absolute-names"_s, u"--transform"_s};
    QTest::newRow("above") << (base + QStringList{u"s,^,../,"_s});
    QTest::newRow("absolute") << (base + QStringList{u"s,^,/nowhere/,"_s});
    QTest::newRow("inside above") << (base + QStringList{u"s,^,a/../../,"_s});
    QTest::newRow("the runner's") << (base + QStringList{u"s,^,.atalaya/,"_s});
}

void TestRunnerFiles::foreignFilesAreNotPlaced()
{
    QFETCH(const QStringList, create);
    writeFile(path(u"x"_s), "x");
    QProcess tar;
    tar.start(u"tar"_s,
        QStringList{u"-C"_s, m_folder->path()} + create + QStringList{u"-cf"_s, u"-"_s, u"x"_s});
    QVERIFY(tar.waitForFinished() && tar.exitCode() == 0);
    const QByteArray bytes = tar.readAllStandardOutput();
    QCOMPARE(m_host->ask({u"stage"_s, u"S"_s, sha256(bytes)}, bytes).words, QStringList{u"name"_s});
    QVERIFY(QDir(path(u".atalaya/staging"_s)).isEmpty());
}

void TestRunnerFiles::logIsLimited()
{
    RunnerStep noisy = scripted(u"yes | head -c 3000000; echo end >&2"_s);
    noisy.logLimit = 100'000;
    RunnerStep bytes = scripted(u"printf '\\000\\377\\376\\nl 1 2 3\\n'"_s);
    const RunnerHost::Followed followed = run(listOf(u"R"_s, {noisy, bytes}));
    QVERIFY2(followed.state == "succeeded"_L1, followed.told().constData());
    QVERIFY(followed.end(1).logCut);
    QVERIFY(followed.log(1).size() <= 100'352 && followed.log(1).size() > 90'000);
    QCOMPARE(followed.log(2), QByteArray("\0\xff\xfe\nl 1 2 3\n", 12));
}

void TestRunnerFiles::cutListStartsNothing()
{
    const QByteArray lines =
        RunnerSteps::encode(marking(), {{u"a"_s, Secret("b")}}).value().reveal();
    for (qsizetype end = lines.indexOf('\n'); end >= 0 && end + 1 < lines.size();
         end = lines.indexOf('\n', end + 1)) {
        const RunnerProgram::Answer answer = m_host->ask({u"start"_s}, lines.left(end + 1));
        QCOMPARE(answer.word, u"refused"_s);
        QCOMPARE(answer.words.first(), u"list"_s);
    }
    QVERIFY(QDir(path(u".atalaya/runs"_s)).isEmpty());
    QVERIFY(!QFile::exists(path(u"marks"_s)));
    QByteArray unknown = lines;
    unknown.replace("\ntimeout 60\n", "\ntimeout 6 0\n");
    QCOMPARE(m_host->ask({u"start"_s}, unknown).words.first(), u"list"_s);
}

void TestRunnerFiles::changedRunnerIsNotRun()
{
    QCOMPARE(m_host->ask({u"version"_s}).word, u"atalaya-runner"_s);
    const QString file =
        path(u".atalaya/runner-%1.sh"_s.arg(QString::fromLatin1(RunnerProgram::hash())));
    writeFile(file, contentOfFile(file) + "touch hacked\n");
    QCOMPARE(RunnerProgram::answer(m_host->output({u"version"_s})).value().words,
        QStringList{u"no-runner"_s});
    QVERIFY(!QFile::exists(path(u"hacked"_s)));
    QCOMPARE(m_host->ask({u"version"_s}).word, u"atalaya-runner"_s); // put there anew
    const RunnerHost nowhere(u"sh"_s, {u"-c"_s}, path(u"no such folder"_s));
    QCOMPARE(nowhere.ask({u"version"_s}).words, QStringList{u"no-folder"_s});
}

void TestRunnerFiles::startIsDoneOnce()
{
    const RunnerList list = listOf(u"R"_s, {scripted(u"echo x >>marks"_s)});
    QCOMPARE(run(list).state, u"succeeded"_s);
    const RunnerProgram::Answer again = m_host->start(list);
    QCOMPARE(again, (RunnerProgram::Answer{u"already"_s, {u"R"_s, u"succeeded"_s}}));
    QCOMPARE(contentOfFile(path(u"marks"_s)), QByteArray("x\n"));
    QCOMPARE(m_host->ask({u"follow"_s, u"NONE"_s, u"0"_s, u"0"_s}).words.first(), u"no-run"_s);
    QCOMPARE(m_host->ask({u"follow"_s, u"../R"_s, u"0"_s, u"0"_s}).words.first(), u"usage"_s);
}

void TestRunnerFiles::oldRunsGo()
{
    for (const QString &name : {u"A"_s, u"B"_s, u"C"_s, u"D"_s}) {
        RunnerList list = listOf(name, {scripted(u"true"_s)});
        list.keep = 2;
        QCOMPARE(run(list).state, u"succeeded"_s);
    }
    const QList<RunnerProgram::Run> runs = RunnerProgram::runs(m_host->output({u"list"_s})).value();
    QCOMPARE(runs.size(), 2);
    QCOMPARE(runs.at(0).run, u"C"_s);
    QCOMPARE(runs.at(1).run, u"D"_s);
    QCOMPARE(runs.at(1).owner, u"ana@portátil"_s);
    QVERIFY(runs.at(1).began <= runs.at(1).changed);
    QCOMPARE(QDir(path(u".atalaya/runs"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot),
        (QStringList{u"C"_s, u"D"_s}));
}

void TestRunnerFiles::streamIsCutAnywhere()
{
    useShell();
    RunnerList list = marking();
    list.steps[3] = scripted(u"head -c 70000 /dev/zero; echo; echo 'e 99 x'"_s);
    const RunnerHost::Followed whole = run(list);
    QVERIFY2(whole.state == "succeeded"_L1, whole.told().constData());
    QCOMPARE(whole.log(4).size(), 70'008);
    for (qsizetype cut = 0; cut < whole.bytes.size(); cut += whole.bytes.size() / 20) {
        RunnerReader reader(u"R"_s);
        RunnerHost::Followed followed;
        followed.take(reader.feed(whole.bytes.left(cut)).value());
        reader.reconnect();
        followed = m_host->follow(u"R"_s, &reader, {}, followed);
        QVERIFY(followed.events == whole.events);
        QVERIFY(followed.logs == whole.logs);
        QCOMPARE(followed.state, whole.state);
    }
}

QTEST_GUILESS_MAIN(TestRunnerFiles)
#include "tst_runnerfiles.moc"
