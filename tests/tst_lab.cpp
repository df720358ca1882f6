#include "support/lab.h"
#include "support/stackrun.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using Kind = RunnerEvent::Kind;

namespace {
const QString good = u"1.1.0"_s;
const QString unhealthy = u"1.2.0"_s;
const QString losesRows = u"1.3.0"_s;
} // namespace

// A stack of four services, deployed by the runner on real servers, through the user's own ssh.
class TestLab final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_lab.reset(); }

    void stackIsDeployed();
    void linkIsCutAgainAndAgain();
    void brokenVersionIsRolledBack();
    void lostRowsAreCaughtAndRestored();
    void backupIsRestoredToLookAt();
    void emptyDumpsAreRefused();
    void registryWantsALogin();
    void serverGoesDown_data();
    void serverGoesDown();
    void leftoversOfACutRecreationAreCleared();
    void diskIsFullOnPull();

private:
    RunnerHost::Followed deploy(const QString &run, const QString &version);
    void stage(const QString &version);
    [[nodiscard]] QByteArray running() const
    {
        return m_lab->on(u"a"_s,
            u"docker ps --filter health=healthy --format '{{.Image}}' | grep -v postgres | sort"
            " | sed 's|.*/||' | tr '\\n' ' '"_s);
    }
    static QByteArray all(const QByteArray &version)
    {
        return "backend:" + version + " bank-advisor:" + version + " web:" + version + ' ';
    }
    [[nodiscard]] QByteArray rows() const
    {
        return m_lab
            ->on(u"a"_s,
                u"docker exec invex-postgres-1 psql -h localhost -U invex -Atc"
                " 'select count(*) from monthly_kpis'"_s)
            .trimmed();
    }

    std::unique_ptr<Lab> m_lab;
    std::unique_ptr<RunnerHost> m_host;
};

void TestLab::initTestCase()
{
    if (const QByteArray why = Lab::absent(); !why.isEmpty())
        QSKIP(why.constData());
    m_lab = std::make_unique<Lab>();
    m_lab->run({u"up"_s}, 900'000); // builds the root file system where none is kept yet
    m_lab->run({u"host"_s, u"a"_s, u"10.66.0.11"_s});
    m_lab->on(u"a"_s, u"mkdir -p /srv/invex"_s);
    m_host = std::make_unique<RunnerHost>(m_lab->runner(u"a"_s, u"/srv/invex"_s));
}

void TestLab::stage(const QString &version)
{
    const QByteArray tar = StackRun::project(version);
    const QString hash =
        QString::fromLatin1(QCryptographicHash::hash(tar, QCryptographicHash::Sha256).toHex());
    QCOMPARE(m_host->ask({u"stage"_s, u"S"_s, hash}, tar).word, u"staged"_s);
}

RunnerHost::Followed TestLab::deploy(const QString &run, const QString &version)
{
    stage(version);
    const RunnerProgram::Answer answer = m_host->start(StackRun::list(run, version));
    if (answer.word != "started"_L1) {
        RunnerHost::Followed refused;
        refused.state = answer.word + answer.words.join(u' ');
        return refused;
    }
    return m_host->whole(run);
}

void TestLab::stackIsDeployed()
{
    stage(u"1.0.0"_s);
    RunnerList list = StackRun::list(u"FIRST"_s, u"1.0.0"_s);
    StackRun::makeFirst(list);
    QCOMPARE(m_host->start(list).word, u"started"_s);
    const RunnerHost::Followed followed = m_host->whole(u"FIRST"_s);
    QVERIFY2(followed.state == "succeeded"_L1, followed.told().constData());
    QCOMPARE(running(), all("1.0.0"));
    QCOMPARE(rows(), QByteArray("7320"));
    QVERIFY(followed.events.first().boot != followed.events.first().host);
    // Nothing of it is for other eyes, nobody is logged in anywhere.
    QCOMPARE(m_lab->on(u"a"_s, u"stat -c %a /srv/invex/.atalaya /srv/invex/.atalaya/runs/FIRST"_s),
        QByteArray("700\n700\n"));
    QCOMPARE(m_lab->on(u"a"_s, u"stat -c %a /srv/invex/envs/.env"_s), QByteArray("600\n"));
    QCOMPARE(m_host->ask({u"lock"_s}).word, u"free"_s);
}

void TestLab::linkIsCutAgainAndAgain()
{
    stage(good);
    const RunnerList list = StackRun::list(u"CUT"_s, good);
    QCOMPARE(m_host->start(list).word, u"started"_s);
    RunnerReader reader(u"CUT"_s);
    RunnerHost::Followed followed;
    int cuts = 0;
    while (cuts < 100) {
        const qsizetype before = followed.events.size();
        followed = m_host->follow(
            u"CUT"_s,
            &reader,
            [before](const RunnerHost::Followed &so) { return so.events.size() > before; },
            followed);
        if (followed.state == "succeeded"_L1 || !followed.state.isEmpty())
            break;
        m_lab->run({u"cut"_s, u"a"_s});
        ++cuts;
        m_lab->run({u"heal"_s, u"a"_s});
    }
    QVERIFY2(followed.state == "succeeded"_L1, followed.told().constData());
    QVERIFY2(cuts >= 10, QByteArray::number(cuts).constData());
    const RunnerHost::Followed whole = m_host->whole(u"CUT"_s);
    QVERIFY(followed.events == whole.events);
    QVERIFY(followed.logs == whole.logs);
    QCOMPARE(whole.of(Kind::StepStarted).size(), list.steps.size());
    QCOMPARE(running(), all("1.1.0"));
}

void TestLab::brokenVersionIsRolledBack()
{
    const QByteArray before = running();
    const QByteArray env = m_lab->on(u"a"_s, u"cat /srv/invex/envs/.env"_s);
    const RunnerHost::Followed followed = deploy(u"BROKEN"_s, unhealthy);
    QVERIFY2(followed.state == "rolled-back"_L1, followed.told().constData());
    QList<RunnerEvent> failed;
    for (const RunnerEvent &end : followed.of(Kind::StepEnded)) {
        if (end.outcome == Outcome::Failed)
            failed.append(end);
    }
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().reason, u"never"_s);
    QCOMPARE(failed.first().got, u"unhealthy"_s);
    QCOMPARE(running(), before);
    QCOMPARE(m_lab->on(u"a"_s, u"cat /srv/invex/envs/.env"_s), env);
    // What came after was never touched.
    const RunnerEvent web = followed.of(Kind::StepSkipped).first();
    QCOMPARE(web.lane, u"web"_s);
}

void TestLab::lostRowsAreCaughtAndRestored()
{
    const QByteArray before = running();
    const RunnerHost::Followed followed = deploy(u"ROWS"_s, losesRows);
    QVERIFY2(followed.state == "rolled-back"_L1, followed.told().constData());
    bool caught = false;
    for (const RunnerEvent &end : followed.of(Kind::StepEnded))
        caught = caught || (end.reason == "want"_L1 && end.got == "206"_L1);
    QVERIFY2(caught, followed.told().constData());
    QCOMPARE(rows(), QByteArray("7320"));
    QCOMPARE(running(), before);
    QVERIFY(m_lab->on(u"a"_s, u"ls /srv/invex/backups"_s).contains("emergency_ROWS.sql.gz"));
}

void TestLab::backupIsRestoredToLookAt()
{
    RunnerList list = StackRun::empty(u"LOOK"_s);
    list.steps = StackRun::lookAtBackup(u"backups/pre_ROWS.sql.gz"_s);
    QCOMPARE(m_host->start(list).word, u"started"_s);
    const RunnerHost::Followed whole = m_host->whole(u"LOOK"_s);
    QVERIFY2(whole.state == "succeeded"_L1, whole.told().constData());
    // The emergency backup was made of what the failed migration had left.
    list = StackRun::empty(u"LOOK2"_s);
    list.steps = StackRun::lookAtBackup(u"backups/emergency_ROWS.sql.gz"_s);
    QCOMPARE(m_host->start(list).word, u"started"_s);
    const RunnerHost::Followed partial = m_host->whole(u"LOOK2"_s);
    QVERIFY2(partial.state == "failed"_L1, partial.told().constData());
    QCOMPARE(partial.of(Kind::StepEnded).last().got, u"206"_s);
    QCOMPARE(rows(), QByteArray("7320"));
}

void TestLab::emptyDumpsAreRefused()
{
    RunnerStep nothing = StackRun::database(u"backup"_s, {u"true"_s});
    nothing.output = u"backups/empty.sql.gz"_s;
    nothing.failure = RunnerStep::Failure::GoOn;
    RunnerStep noDatabase = StackRun::database(
        u"backup"_s, {u"pg_dump"_s, u"-h"_s, u"localhost"_s, u"-U"_s, u"invex"_s, u"no-such"_s});
    noDatabase.output = u"backups/none.sql.gz"_s;
    RunnerList list = StackRun::empty(u"EMPTY"_s);
    list.steps = {nothing, noDatabase, StackRun::up(u"web"_s)};
    QCOMPARE(m_host->start(list).word, u"started"_s);
    const RunnerHost::Followed followed = m_host->whole(u"EMPTY"_s);
    QVERIFY2(followed.state == "failed"_L1, followed.told().constData());
    QCOMPARE(followed.end(1).reason, u"output-small"_s);
    QCOMPARE(followed.end(2).reason, u"code"_s);
    QVERIFY(followed.log(2).contains("does not exist"));
    QCOMPARE(followed.of(Kind::StepSkipped).first().step, 3);
    QCOMPARE(m_lab->on(u"a"_s, u"ls /srv/invex/backups | grep -c -e empty -e none"_s).trimmed(),
        QByteArray("0"));
}

void TestLab::registryWantsALogin()
{
    const QString image = u"10.66.0.1:5001/invex/web:1.0.0"_s;
    RunnerList list = StackRun::empty(u"LOGIN1"_s);
    list.steps = {StackRun::docker(u"pull"_s, {u"pull"_s, u"-q"_s, image})};
    QCOMPARE(m_host->start(list).word, u"started"_s);
    RunnerHost::Followed followed = m_host->whole(u"LOGIN1"_s);
    QCOMPARE(followed.state, u"failed"_s);
    QVERIFY2(followed.log(1).contains("no basic auth credentials"), followed.told().constData());

    RunnerStep login = StackRun::docker(
        u"login"_s, {u"login"_s, u"-u"_s, u"lab"_s, u"--password-stdin"_s, u"10.66.0.1:5001"_s});
    login.inputSecret = u"registry"_s;
    login.again = true;
    list.run = u"LOGIN2"_s;
    list.registryLogin = true;
    list.steps.prepend(login);
    QCOMPARE(m_host->start(list, {{u"registry"_s, Secret("wrong")}}).word, u"started"_s);
    followed = m_host->whole(u"LOGIN2"_s);
    QCOMPARE(followed.state, u"failed"_s);
    QVERIFY2(followed.log(1).contains("401 Unauthorized"), followed.told().constData());

    list.run = u"LOGIN3"_s;
    QCOMPARE(m_host->start(list, {{u"registry"_s, Secret("lab")}}).word, u"started"_s);
    followed = m_host->whole(u"LOGIN3"_s);
    QVERIFY2(followed.state == "succeeded"_L1, followed.told().constData());
    QCOMPARE(m_lab->on(u"a"_s, u"ls -d ~/.docker /srv/invex/.atalaya/runs/*/docker 2>/dev/null"_s),
        QByteArray());
}

void TestLab::serverGoesDown_data()
{
    QTest::addColumn<QString>("run");
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("title"); // of the step in which its plug is pulled
    QTest::newRow("in a dump") << u"DOWN1"_s << u"1.0.0"_s << u"backup-dump"_s;
    QTest::newRow("in a migration") << u"DOWN2"_s << good << u"run-migration"_s;
    QTest::newRow("in an update") << u"DOWN3"_s << u"1.0.0"_s << u"recreate-service"_s;
}

void TestLab::serverGoesDown()
{
    QFETCH(const QString, run);
    QFETCH(const QString, version);
    QFETCH(const QString, title);
    stage(version);
    const RunnerList list = StackRun::list(run, version);
    QCOMPARE(m_host->start(list).word, u"started"_s);
    RunnerReader reader(run);
    RunnerHost::Followed followed =
        m_host->follow(run, &reader, [&title](const RunnerHost::Followed &so) {
            return so.events.last().kind == Kind::StepStarted && so.events.last().title == title;
        });
    m_lab->run({u"crash"_s, u"a"_s});
    m_lab->run({u"boot"_s, u"a"_s});
    const RunnerProgram::Lock lock = RunnerProgram::lock(m_host->output({u"lock"_s})).value();
    QCOMPARE(lock.holder, RunnerProgram::Lock::Holder::Rebooted);
    QCOMPARE(lock.run, run);
    QCOMPARE(lock.owner, list.owner);
    followed = m_host->follow(run, &reader, {}, followed);
    QCOMPARE(followed.state, u"interrupted"_s);
    QCOMPARE(m_host->carryOn(run, u"go-on"_s).word, u"started"_s);
    followed = m_host->follow(run, &reader, {}, followed);
    if (title == "run-migration"_L1) {
        QCOMPARE(followed.state, u"asked"_s);
        QCOMPARE(followed.events.last().question, u"unknown"_s);
        QCOMPARE(m_host->carryOn(run, u"retry"_s).word, u"started"_s);
        followed = m_host->follow(run, &reader, {}, followed);
    }
    QVERIFY2(followed.state == "succeeded"_L1, followed.told().constData());
    // Only the step that was cut, if it was not between two, was begun twice, and what clears up.
    const QList<RunnerEvent> ends = followed.of(Kind::StepEnded);
    const QList<RunnerEvent> starts = followed.of(Kind::StepStarted);
    const auto cut = std::ranges::count_if(
        ends, [](const RunnerEvent &one) { return one.outcome == Outcome::Interrupted; });
    const auto cleared = std::ranges::count_if(
        starts, [](const RunnerEvent &one) { return one.title == "settle-containers"_L1; });
    QVERIFY(cut <= 1 && cleared <= 2);
    QCOMPARE(starts.size(), list.steps.size() + cut + cleared - 1);
    QCOMPARE(running(), all(version.toLatin1()));
    QCOMPARE(rows(), QByteArray("7320"));
}

// As compose names it between making the new container and taking the old one away.
void TestLab::leftoversOfACutRecreationAreCleared()
{
    const auto leave = [this](const QString &service) {
        m_lab->on(u"a"_s,
            QString(u"c=invex-%1-1 && id=$(docker inspect -f '{{.Id}}' $c | cut -c1-12) && docker "
                    u"create "
                    "--name ${id}_$c $(docker inspect -f '{{range $k, $v := .Config.Labels}}"
                    "--label {{$k}}={{$v}} {{end}}' $c) $(docker inspect -f '{{.Image}}' $c)"_s)
                .arg(service));
    };
    leave(u"web"_s);
    leave(u"backend"_s);
    m_lab->on(u"a"_s, u"docker rm -f invex-backend-1"_s); // cut later: only the new one is there
    RunnerList list = StackRun::empty(u"LEFT1"_s);
    list.steps = {StackRun::up(u"web"_s)};
    QCOMPARE(m_host->start(list).word, u"started"_s);
    QCOMPARE(m_host->whole(u"LEFT1"_s).state, u"failed"_s); // compose trips over it
    leave(u"web"_s);
    list = StackRun::empty(u"LEFT2"_s);
    list.steps = {StackRun::settle(),
        StackRun::up(u"web"_s),
        StackRun::healthy(u"web"_s),
        StackRun::up(u"backend"_s),
        StackRun::healthy(u"backend"_s)};
    QCOMPARE(m_host->start(list).word, u"started"_s);
    const RunnerHost::Followed followed = m_host->whole(u"LEFT2"_s);
    QVERIFY2(followed.state == "succeeded"_L1, followed.told().constData());
    QCOMPARE(m_lab->on(u"a"_s,
                 u"docker ps -a --filter label=com.docker.compose.project=invex --format "
                 "'{{.Names}}' | sort | tr '\\n' ' '"_s),
        QByteArray("invex-backend-1 invex-bank-advisor-1 invex-postgres-1 invex-web-1 "));
}

void TestLab::diskIsFullOnPull()
{
    m_lab->run({u"host"_s, u"b"_s, u"10.66.0.12"_s, u"150m"_s});
    m_lab->on(u"b"_s, u"mkdir -p /srv/invex"_s);
    const RunnerHost host = m_lab->runner(u"b"_s, u"/srv/invex"_s);
    RunnerList list = StackRun::empty(u"FULL"_s);
    list.steps = {
        StackRun::docker(u"pull"_s, {u"pull"_s, u"-q"_s, u"10.66.0.1:5000/invex/backend:9.0.0"_s}),
        StackRun::up(u"web"_s)};
    QCOMPARE(host.start(list).word, u"started"_s);
    const RunnerHost::Followed followed = host.whole(u"FULL"_s);
    QVERIFY2(followed.state == "failed"_L1, followed.told().constData());
    QVERIFY2(followed.log(1).contains("no space left on device"), followed.told().constData());
    QCOMPARE(followed.of(Kind::StepSkipped).first().step, 2);
}

QTEST_GUILESS_MAIN(TestLab)
#include "tst_lab.moc"
