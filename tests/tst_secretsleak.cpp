#include "support/programhome.h"

#include <QDirIterator>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
// A token of the sandbox's world that may do everything.
const QByteArray planted = "fo1_sandbox_full";
const QString app = u"grupo-gad"_s;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace

// A planted token is looked for everywhere a program leaves something: files, output, the command
// lines and environments of processes.
class TestSecretsLeak : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenStaysInMemory_data();
    void aTokenStaysInMemory();
    void aProxyPasswordStaysInItsPlace_data();
    void aProxyPasswordStaysInItsPlace();

private:
    static void searchFiles(const QString &folder, const QByteArray &secret = planted);
    static void searchProcess(qint64 pid, bool environment);
};

void TestSecretsLeak::searchFiles(const QString &folder, const QByteArray &secret)
{
    int looked = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        // The simulator's own world, in which the token was made.
        if (path.contains("/sandbox/runtime/"_L1))
            continue;
        ++looked;
        QVERIFY2(!bytesOf(path).contains(secret), qPrintable(path));
        const QFile::Permissions others = QFile::permissions(path)
            & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther);
        QVERIFY2(!others, qPrintable(path));
    }
    QVERIFY(looked >= 2); // the store and the program's log
}

void TestSecretsLeak::searchProcess(qint64 pid, bool environment)
{
    const QString folder = u"/proc/%1/"_s.arg(pid);
    const QByteArray line = bytesOf(folder + u"cmdline"_s);
    QVERIFY(!line.isEmpty());
    QVERIFY(!line.contains(planted));
    if (environment)
        QVERIFY(!bytesOf(folder + u"environ"_s).contains(planted));
}

void TestSecretsLeak::aTokenStaysInMemory_data()
{
    QTest::addColumn<QString>("source");
    QTest::newRow("environment") << u"environment"_s;
    QTest::newRow("file") << u"file"_s;
    QTest::newRow("standard input") << u"stdin"_s;
}

void TestSecretsLeak::aTokenStaysInMemory()
{
    QFETCH(const QString, source);
    ProgramHome home;
    QTemporaryDir elsewhere;
    QStringList arguments{u"--sandbox"_s, u"--json"_s, u"retry"_s, app, u"--yes"_s, app};
    if (source == "environment"_L1) {
        home.setEnvironment(u"ATALAYA_TOKEN"_s, QString::fromLatin1(planted));
    } else if (source == "file"_L1) {
        QFile file(elsewhere.filePath(u"token"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(planted) > 0);
        arguments << u"--token-file"_s << file.fileName();
    } else {
        arguments << u"--token-stdin"_s;
    }
    // The sandbox is started by the program that has the token: it must not inherit it.
    const std::unique_ptr<QProcess> process = home.begin(u"atalayactl"_s, arguments);
    if (source == "stdin"_L1) {
        process->write(planted + '\n');
        process->closeWriteChannel();
    }
    QVERIFY(process->waitForReadyRead(60'000));
    searchProcess(process->processId(), source != "environment"_L1);
    home.setEnvironment(u"ATALAYA_TOKEN"_s, {});
    const QJsonObject status = home.sandboxed({u"sandbox"_s, u"status"_s}).object(u"sandbox"_s);
    searchProcess(status.value(u"pid"_s).toInteger(), true);
    home.sandboxed({u"sandbox"_s, u"speed"_s, u"20"_s});

    const ProgramHome::Answer answer = ProgramHome::answerOf(*process);
    QVERIFY2(answer.exitCode == 0, answer.told().right(4000).constData());
    QVERIFY(!answer.told().contains(planted));
    const ProgramHome::Answer shown = home.sandboxed({u"show"_s, app, u"--log"_s, u"--events"_s});
    QVERIFY(!shown.told().contains(planted));
    searchFiles(home.path());
}

void TestSecretsLeak::aProxyPasswordStaysInItsPlace_data()
{
    QTest::addColumn<QString>("source");
    QTest::newRow("environment") << u"environment"_s;
    QTest::newRow("file") << u"file"_s;
    QTest::newRow("standard input") << u"stdin"_s;
}

// It is given, kept in the encrypted file, used for a request that fails, and forgotten.
void TestSecretsLeak::aProxyPasswordStaysInItsPlace()
{
    QFETCH(const QString, source);
    const QByteArray secret = "open-sesame-93";
    const QByteArray onTheWire = QByteArray("me:" + secret).toBase64();
    ProgramHome home;
    QTemporaryDir elsewhere;
    home.setEnvironment(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
    home.setEnvironment(u"ATALAYA_PASSWORD"_s, u"correct horse"_s);
    home.setEnvironment(u"ATALAYA_TOKEN"_s, u"fo1_nobody_looks_at_it"_s);
    QStringList arguments{u"--json"_s,
        u"network"_s,
        u"proxy"_s,
        u"127.0.0.1:9"_s, // nobody listens there
        u"--user"_s,
        u"me"_s,
        u"--keep"_s,
        u"file"_s};
    QByteArray input;
    if (source == "environment"_L1) {
        home.setEnvironment(u"ATALAYA_PROXY_PASSWORD"_s, QString::fromLatin1(secret));
    } else if (source == "file"_L1) {
        QFile file(elsewhere.filePath(u"password"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(secret + '\n') > 0);
        arguments << u"--proxy-password-file"_s << file.fileName();
    } else {
        arguments << u"--proxy-password-stdin"_s;
        input = secret + '\n';
    }
    QList<ProgramHome::Answer> answers{home.ctl(arguments, input)};
    QVERIFY2(answers.first().exitCode == 0, answers.first().told().constData());
    home.setEnvironment(u"ATALAYA_PROXY_PASSWORD"_s, {});
    answers << home.ctl({u"apps"_s}) << home.ctl({u"--json"_s, u"network"_s, u"show"_s});
    QCOMPARE(answers.at(1).exitCode, 6);
    QVERIFY(answers.at(2).object(u"network"_s).contains(u"login"_s));
    searchFiles(home.path(), secret);
    searchFiles(home.path(), onTheWire);
    answers << home.ctl({u"network"_s, u"forget"_s});
    QCOMPARE(answers.last().exitCode, 0);
    for (const ProgramHome::Answer &answer : std::as_const(answers)) {
        QVERIFY(!answer.told().contains(secret));
        QVERIFY(!answer.told().contains(onTheWire));
    }
    searchFiles(home.path(), secret);
}

QTEST_GUILESS_MAIN(TestSecretsLeak)
#include "tst_secretsleak.moc"
