#include "core/iothread.h"
#include "servers/askpassserver.h"
#include "servers/localsocket.h"
#include "support/programhome.h"
#include "support/scriptedasker.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <future>
#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace {
// Plays atalaya-askpass; empty when it was sent away.
QByteArray askRaw(const QString &socket, const QByteArray &nonce)
{
    const Result<Descriptor> talk = LocalSocket::connectTo(socket);
    if (!talk)
        return {};
    const QByteArray request = "atalaya-askpass 1\n" + nonce + "\n\na@b's password: " + '\0';
    ::send(talk->number(), request.constData(), size_t(request.size()), MSG_NOSIGNAL);
    QByteArray answer(100, '\0');
    const ssize_t count = ::recv(talk->number(), answer.data(), size_t(answer.size()), 0);
    return answer.left(std::max<ssize_t>(count, 0));
}

QByteArray valueIn(const QList<QByteArray> &environment, const QByteArray &name)
{
    for (const QByteArray &entry : environment) {
        if (entry.startsWith(QByteArray(name + '=')))
            return entry.mid(name.size() + 1);
    }
    return {};
}

QByteArray contentAt(const QByteArray &path)
{
    QFile file(QFile::decodeName(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace

// What atalaya-askpass meets, and where.
class TestAskpassServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nonceIsGoodOnce();
    void otherUsersAreNotAnswered();
    void programHandsOverAndPrints();
    void programFailsWithoutItsConsole();
    void questionIsMootWhenNobodyWaits();
    void abandonedFoldersGo();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_folder;
    IoThread m_io{u"io"_s};
};

void TestAskpassServer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestAskpassServer::nonceIsGoodOnce()
{
    const Result<SocketFolder> folder = SocketFolder::make(path(u"run"_s));
    QVERIFY(folder);
    const auto server = AskpassServer::start(m_io, folder->path());
    QVERIFY(server);
    ScriptedAsker script;
    script.answers.insert(u"password"_s, {u"one"_s, u"two"_s, u"three"_s});
    auto attempt = (*server)->begin(u"server"_s, script.asker());
    QVERIFY(attempt);
    const QList<QByteArray> environment = (*attempt)->environment(u"/askpass"_s);
    const QString socket = QString::fromUtf8(valueIn(environment, "ATALAYA_ASKPASS_SOCKET"));
    const QByteArray file = valueIn(environment, "ATALAYA_ASKPASS_NONCE");
    const QByteArray first = contentAt(file);
    QCOMPARE(first.size(), 64);
    QVERIFY(!environment.join(' ').contains(first));
    QCOMPARE(askRaw(socket, first), "yone");
    QCOMPARE(askRaw(socket, first), QByteArray());
    QCOMPARE(askRaw(socket, "guess"), QByteArray());
    const QByteArray second = contentAt(file);
    QVERIFY(second != first);
    QCOMPARE(askRaw(socket, second), "ytwo");
    const QByteArray third = contentAt(file);
    attempt->reset();
    QCOMPARE(askRaw(socket, third), QByteArray());
    QVERIFY(!QFile::exists(QFile::decodeName(file)));
    QCOMPARE(script.asked.size(), 2);
}

void TestAskpassServer::otherUsersAreNotAnswered()
{
    const Result<SocketFolder> folder = SocketFolder::make(path(u"run"_s));
    QVERIFY(folder);
    QCOMPARE(QFile(folder->path()).permissions() & 0x0077, QFile::Permissions());
    // To this server we are another user.
    const auto server = AskpassServer::start(m_io, folder->path(), ::getuid() + 1);
    QVERIFY(server);
    ScriptedAsker script;
    script.answers.insert(u"password"_s, {u"one"_s});
    const auto attempt = (*server)->begin(u"server"_s, script.asker());
    const QList<QByteArray> environment = (*attempt)->environment(u"/askpass"_s);
    const QByteArray nonce = contentAt(valueIn(environment, "ATALAYA_ASKPASS_NONCE"));
    QCOMPARE(askRaw(QString::fromUtf8(valueIn(environment, "ATALAYA_ASKPASS_SOCKET")), nonce),
        QByteArray());
    QVERIFY(script.asked.isEmpty());
}

void TestAskpassServer::programHandsOverAndPrints()
{
    const Result<SocketFolder> folder = SocketFolder::make(path(u"run"_s));
    const auto server = AskpassServer::start(m_io, folder->path());
    ScriptedAsker script;
    script.answers.insert(u"password"_s, {u"pässword"_s});
    const auto attempt = (*server)->begin(u"server"_s, script.asker());
    QVERIFY(attempt);
    const auto ask = [&attempt](const QString &prompt, const QString &hint) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QByteArray &entry : (*attempt)->environment(u"/askpass"_s)) {
            const qsizetype equals = entry.indexOf('=');
            environment.insert(
                QString::fromUtf8(entry.left(equals)), QString::fromUtf8(entry.mid(equals + 1)));
        }
        environment.insert(u"SSH_ASKPASS_PROMPT"_s, hint);
        process.setProcessEnvironment(environment);
        process.start(ProgramHome::program(u"atalaya-askpass"_s), {prompt});
        return ProgramHome::answerOf(process);
    };
    const ProgramHome::Answer first = ask(u"a@b's password: "_s, {});
    QCOMPARE(first.exitCode, 0);
    QCOMPARE(QString::fromUtf8(first.out), u"pässword\n"_s);
    const ProgramHome::Answer second = ask(u"a@b's password: "_s, {});
    QCOMPARE(second.exitCode, 1);
    QCOMPARE(second.out, QByteArray());
    const ProgramHome::Answer touch = ask(u"Confirm user presence for key K"_s, u"none"_s);
    QCOMPARE(touch.exitCode, 1);
    QCOMPARE(script.asked.size(), 3);
    QVERIFY(script.asked.at(1).again);
    QCOMPARE(script.asked.at(2).kind, SshQuestion::Kind::Touch);
    QCOMPARE(script.asked.at(2).server, u"server"_s);
}

void TestAskpassServer::programFailsWithoutItsConsole()
{
    QProcess process;
    process.start(ProgramHome::program(u"atalaya-askpass"_s), {u"a@b's password: "_s});
    const ProgramHome::Answer answer = ProgramHome::answerOf(process);
    QCOMPARE(answer.exitCode, 2);
    QCOMPARE(answer.out, QByteArray());
}

void TestAskpassServer::questionIsMootWhenNobodyWaits()
{
    const Result<SocketFolder> folder = SocketFolder::make(path(u"run"_s));
    const auto server = AskpassServer::start(m_io, folder->path());
    std::promise<std::stop_token> asked;
    const Promise<Secret> never;
    auto attempt = (*server)->begin(u"server"_s, [&](const SshQuestion &, std::stop_token moot) {
        asked.set_value(moot);
        return never.pending();
    });
    const QList<QByteArray> environment = (*attempt)->environment(u"/askpass"_s);
    const QString socket = QString::fromUtf8(valueIn(environment, "ATALAYA_ASKPASS_SOCKET"));
    const QByteArray nonce = contentAt(valueIn(environment, "ATALAYA_ASKPASS_NONCE"));
    Result<Descriptor> talk = LocalSocket::connectTo(socket);
    QVERIFY(talk);
    const QByteArray request = "atalaya-askpass 1\n" + nonce + "\n\nq" + '\0';
    ::send(talk->number(), request.constData(), size_t(request.size()), MSG_NOSIGNAL);
    const std::stop_token moot = asked.get_future().get();
    QVERIFY(!moot.stop_requested());
    std::promise<void> told;
    const std::stop_callback listen(moot, [&told] { told.set_value(); });
    talk->reset(); // ssh has ended its askpass
    told.get_future().wait();
    QVERIFY(moot.stop_requested());
}

void TestAskpassServer::abandonedFoldersGo()
{
    const QString base = path(u"run"_s);
    const Result<SocketFolder> mine = SocketFolder::make(base);
    QVERIFY(mine);
    const QString left = base + u"/s-killed"_s;
    QVERIFY(QDir().mkpath(left));
    QFile log(left + u"/m1.log"_s);
    QVERIFY(log.open(QIODevice::WriteOnly));
    const Result<SocketFolder> other = SocketFolder::make(base);
    QVERIFY(other);
    QVERIFY(!QFile::exists(left));
    QVERIFY(QFile::exists(mine->path()));
}

QTEST_GUILESS_MAIN(TestAskpassServer)
#include "tst_askpassserver.moc"
