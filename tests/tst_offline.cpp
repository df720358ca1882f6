#include "support/programhome.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;

// With the network gone: an answer that says so, soon, and no hang. (The window's side of it is
// tested with the fleet.)
class TestOffline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProgramSaysSo_data();
    void theProgramSaysSo();
};

void TestOffline::theProgramSaysSo_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("unshared");
    quint16 closed = 0;
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        closed = server.serverPort();
    }
    QTest::newRow("nobody listens") << u"http://127.0.0.1:%1"_s.arg(closed) << false;
    QTest::newRow("a name that nobody has") << u"https://machines.invalid"_s << false;
    // The real addresses, in a network namespace that has nothing; not everybody may make one.
    if (QProcess::execute(u"unshare"_s, {u"-rn"_s, u"true"_s}) == 0)
        QTest::newRow("no network at all") << QString() << true;
}

void TestOffline::theProgramSaysSo()
{
    QFETCH(const QString, url);
    QFETCH(const bool, unshared);
    ProgramHome home;
    if (!url.isEmpty()) {
        for (const QString &name :
            {u"ATALAYA_MACHINES_URL"_s, u"ATALAYA_WEB_URL"_s, u"ATALAYA_RELEASES_URL"_s})
            home.setEnvironment(name, url);
    }
    home.setEnvironment(u"ATALAYA_TOKEN"_s, u"fo1_nobody_looks_at_it"_s);
    for (const QStringList &arguments : {QStringList{u"apps"_s},
             QStringList{u"machines"_s, u"shop"_s},
             QStringList{u"plan"_s, u"shop"_s, u"--image"_s, u"registry.fly.io/shop:1"_s}}) {
        QElapsedTimer timer;
        timer.start();
        const QStringList all = arguments + QStringList{u"--json"_s};
        const std::unique_ptr<QProcess> process = unshared
            ? home.beginPath(
                u"unshare"_s, QStringList{u"-rn"_s, ProgramHome::program(u"atalayactl"_s)} + all)
            : home.begin(u"atalayactl"_s, all);
        const ProgramHome::Answer answer = ProgramHome::answerOf(*process, 30'000);
        QVERIFY2(answer.exitCode == 6, answer.told().constData());
        QCOMPARE(answer.object(u"error"_s).value(u"error"_s).toString(), u"offline"_s);
        qInfo("%s: %lld ms", qPrintable(arguments.first()), timer.elapsed());
    }
}

QTEST_GUILESS_MAIN(TestOffline)
#include "tst_offline.moc"
