#include "support/programhome.h"

#include <QStandardPaths>
#include <QTest>

#include <memory>
#include <signal.h>

using namespace Qt::StringLiterals;

// The real window, as far as nobody looks at it: it opens and paints, whatever the state of its
// store and account, and ends in order when it is told to.
class TestDesktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCommandLineIsChecked_data();
    void theCommandLineIsChecked();
    void opensAndEnds_data();
    void opensAndEnds();
};

void TestDesktop::theCommandLineIsChecked_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("help") << QStringList{u"--help"_s} << 0;
    QTest::newRow("version") << QStringList{u"--version"_s} << 0;
    QTest::newRow("unknown") << QStringList{u"--turbo"_s} << 2;
    QTest::newRow("a word") << QStringList{u"grupo-gad"_s} << 2;
    QTest::newRow("a language nobody speaks") << QStringList{u"--language"_s, u"tlh"_s} << 2;
    QTest::newRow("a token as an argument") << QStringList{u"--token"_s, u"x"_s} << 2;
}

void TestDesktop::theCommandLineIsChecked()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, code);
    ProgramHome home;
    const std::unique_ptr<QProcess> process = home.begin(u"atalaya"_s, arguments);
    const ProgramHome::Answer answer = ProgramHome::answerOf(*process);
    QVERIFY2(answer.exitCode == code, answer.told().constData());
    QCOMPARE(answer.out.isEmpty(), code != 0);
    QCOMPARE(answer.err.isEmpty(), code == 0);
}

void TestDesktop::opensAndEnds_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("damaged");
    QTest::addColumn<bool>("display");
    const QStringList sandbox{u"--sandbox"_s, u"--app"_s, u"grupo-gad"_s};
    QTest::newRow("on its sandbox") << sandbox << false << false;
    QTest::newRow("in Spanish") << sandbox + QStringList{u"--language"_s, u"es"_s} << false
                                << false;
    QTest::newRow("without a token") << QStringList{} << false << false;
    QTest::newRow("with a damaged store") << sandbox << true << false;
    QTest::newRow("on an X display") << sandbox << false << true;
}

void TestDesktop::opensAndEnds()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const bool, damaged);
    QFETCH(const bool, display);
    ProgramHome home;
    QVERIFY(home.startSandbox(u"field-cases"_s, 4).exitCode == 0);
    const QString store = home.path() + u"/sandbox/data/store.db"_s;
    const QByteArray rubbish(4096, 'x');
    if (damaged) {
        QFile file(store);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(rubbish) == rubbish.size());
    }
    home.setEnvironment(u"ATALAYA_BENCH_FIRST_PAINT"_s, u"1"_s);
    home.setEnvironment(u"QT_QPA_PLATFORM"_s, display ? u"xcb"_s : u"offscreen"_s);
    const QString server = QStandardPaths::findExecutable(u"Xvfb"_s);
    QVERIFY2(!display || !server.isEmpty(), "Xvfb is missing; tests/run installs it");

    QProcess screen;
    if (display) {
        // It writes the number it chose once it is ready.
        screen.start(server,
            {u"-displayfd"_s,
                u"1"_s,
                u"-screen"_s,
                u"0"_s,
                u"1280x800x24"_s,
                u"-nolisten"_s,
                u"tcp"_s});
        QVERIFY(screen.waitForReadyRead(30'000));
        home.setEnvironment(
            u"DISPLAY"_s, u':' + QString::fromLatin1(screen.readAllStandardOutput().trimmed()));
    }
    const std::unique_ptr<QProcess> window = home.begin(u"atalaya"_s, arguments);
    QByteArray told;
    while (!told.contains("first-paint") && window->waitForReadyRead(60'000))
        told += window->readAllStandardOutput();
    QVERIFY2(told.contains("first-paint"), window->readAllStandardError().constData());
    QCOMPARE(::kill(static_cast<pid_t>(window->processId()), SIGTERM), 0);
    const ProgramHome::Answer answer = ProgramHome::answerOf(*window, 60'000);
    QVERIFY2(answer.exitCode == 0, answer.told().right(6000).constData());
    if (display) {
        screen.terminate();
        QVERIFY(screen.waitForFinished());
    }
    if (damaged) {
        QFile file(store);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), rubbish);
    }
}

QTEST_GUILESS_MAIN(TestDesktop)
#include "tst_desktop.moc"
