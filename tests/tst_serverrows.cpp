#include "models/servercommands.h"
#include "models/serverrows.h"
#include "models/wordsservers.h"
#include "support/samplefleet.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

// What a server told, as rows, sentences and commands.
class TestServerRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void factsHaveMeaning();
    void servicesTellWhatRuns();
    void refreshMergesById();
    void sentencesTellWhatIsWrong();
    void commandsAreQuoted_data();
    void commandsAreQuoted();
};

namespace {
TextRow rowOf(const QList<TextRow> &rows, const QString &id)
{
    for (const TextRow &row : rows) {
        if (row.id == id)
            return row;
    }
    return {};
}
} // namespace

void TestServerRows::factsHaveMeaning()
{
    ServerFacts facts = *Sample::server().facts;
    QList<TextRow> rows = ServerRows::facts(facts, Sample::now());
    QCOMPARE(rowOf(rows, u"system"_s).texts.first(),
        u"Debian GNU/Linux 12 (bookworm), kernel 6.1.0-18-amd64, amd64, 4 CPU(s)"_s);
    QCOMPARE(rowOf(rows, u"disk /"_s).status, Status::Succeeded);
    QCOMPARE(rowOf(rows, u"disk /var/lib/docker"_s).status, Status::Warning); // 4 % left
    QCOMPARE(rowOf(rows, u"docker"_s).status, Status::Succeeded);
    QCOMPARE(rowOf(rows, u"clock"_s).status, Status::Succeeded);
    QCOMPARE(rowOf(rows, u"backup /srv/backups"_s).status, Status::Succeeded);
    facts.docker = DockerState::NoPermission;
    facts.clockAhead = std::chrono::minutes(3);
    facts.backups[0].at = Sample::now().addDays(-4);
    facts.disks[0].free = 10;
    rows = ServerRows::facts(facts, Sample::now());
    QCOMPARE(rowOf(rows, u"docker"_s).status, Status::Failed);
    QCOMPARE(rowOf(rows, u"clock"_s).status, Status::Warning);
    QCOMPARE(rowOf(rows, u"backup /srv/backups"_s).status, Status::Warning);
    QCOMPARE(rowOf(rows, u"disk /"_s).status, Status::Failed);
}

void TestServerRows::servicesTellWhatRuns()
{
    using Column = ServerRows::ServiceColumn;
    const StackFacts chat = Sample::server(true).facts->stacks.first();
    const QList<TextRow> rows = ServerRows::services(chat, Sample::now());
    QCOMPARE(rows.size(), 3);
    QCOMPARE(ServerRows::serviceHeaders().size(), int(Column::Count));
    const TextRow backend = rowOf(rows, u"chat-backend-1"_s);
    QCOMPARE(backend.status, Status::Failed);
    QCOMPARE(backend.texts.at(int(Column::Digest)), u"9f2b7c1d44aa"_s);
    QCOMPARE(backend.tips.at(int(Column::Digest)), u"sha256:9f2b7c1d44aa0e51b6"_s);
    QCOMPARE(backend.texts.at(int(Column::Restarts)), u"7"_s);
    QCOMPARE(rowOf(rows, u"chat-web-1"_s).texts.at(int(Column::Ports)), u"0.0.0.0:443→8443/tcp"_s);
    const QList<TextRow> stacks = ServerRows::stacks(*Sample::server(true).facts);
    QCOMPARE(stacks.size(), 2);
    QCOMPARE(stacks.at(0).status, Status::Warning);
    QCOMPARE(stacks.at(1).status, Status::Waiting);
}

void TestServerRows::refreshMergesById()
{
    RowsModel model;
    const QAbstractItemModelTester tester(&model);
    model.setHeaders(ServerRows::serviceHeaders());
    StackFacts chat = Sample::server().facts->stacks.first();
    model.setRows(ServerRows::services(chat, Sample::now()));
    const QPersistentModelIndex web = model.index(2, 0);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setRows(ServerRows::services(chat, Sample::now()));
    QCOMPARE(changes.size(), 0);
    chat.services.removeFirst();
    chat.services[0].restarts = 1;
    chat.services.move(0, 1);
    model.setRows(ServerRows::services(chat, Sample::now()));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(web.row(), 0);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(web.data(Roles::Raw).toString(), u"chat-web-1"_s);
}

void TestServerRows::sentencesTellWhatIsWrong()
{
    FleetServer server = Sample::server();
    QCOMPARE(WordsServers::sentence(server), u"It is reachable."_s);
    QVERIFY(WordsServers::serverState(server).isEmpty());
    QCOMPARE(WordsServers::sentence(server.facts->stacks.first()), u"All of its services run."_s);
    QCOMPARE(WordsServers::sentence(server.facts->stacks.last()), u"Nothing of it runs."_s);
    server.facts->stacks[0].lock =
        StackLock{u"/srv/chat"_s, true, u"r"_s, u"ana@desk"_s, Sample::now()};
    QVERIFY(WordsServers::sentence(server.facts->stacks.first()).contains(u"ana@desk"_s));
    server.facts->docker = DockerState::NotRunning;
    QCOMPARE(WordsServers::serverState(server), u"Docker does not run"_s);
    server.error = Error{Error::Kind::Offline, u"x"_s, 0, {}, {}, u"ssh-port-refused"_s};
    QCOMPARE(WordsServers::serverState(server), u"port refused"_s);
    QVERIFY(WordsServers::trouble(server).contains(u"invex"_s));
    server.connecting = true;
    QCOMPARE(WordsServers::sentence(server), u"Connecting…"_s);
}

void TestServerRows::commandsAreQuoted_data()
{
    using What = ServerAction::What;
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("ssh");
    QTest::addColumn<QString>("docker");
    QTest::newRow("connect") << int(What::Connect) << u"ssh -l deploy -- 203.0.113.5"_s
                             << QString();
    QTest::newRow("status")
        << int(What::StackStatus)
        << u"ssh -l deploy -- 203.0.113.5 'docker compose -p chat --project-directory /srv/chat -f "
           "/srv/chat/docker-compose.yml ps --all'"_s
        << u"docker compose -p chat --project-directory /srv/chat -f "
           "/srv/chat/docker-compose.yml ps --all"_s;
    QTest::newRow("restart")
        << int(What::RestartService)
        << u"ssh -l deploy -- 203.0.113.5 'docker compose -p chat --project-directory /srv/chat -f "
           "/srv/chat/docker-compose.yml restart -- '\\''it'\\''\\'\\'''\\''s'\\'''"_s
        << u"docker compose -p chat --project-directory /srv/chat -f "
           "/srv/chat/docker-compose.yml restart -- 'it'\\''s'"_s;
}

void TestServerRows::commandsAreQuoted()
{
    QFETCH(int, what);
    QFETCH(QString, ssh);
    QFETCH(QString, docker);
    const FleetServer server = Sample::server();
    ServerAction action;
    action.what = ServerAction::What(what);
    action.address = server.server.address;
    action.stack = server.facts->stacks.first();
    action.service = u"it's"_s;
    const ServerCommands commands = ServerCommands::of(action);
    QCOMPARE(commands.ssh, ssh);
    QCOMPARE(commands.docker, docker);
}

QTEST_GUILESS_MAIN(TestServerRows)
#include "tst_serverrows.moc"
