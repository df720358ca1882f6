#include "sandbox/sandboxserver.h"
#include "support/connectproxy.h"
#include "support/programhome.h"
#include "support/tlsserver.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
// Accounts that are kept, on a platform that is a sandbox.
void pointAt(ProgramHome &home, const SandboxServer &server)
{
    for (const QString &name :
        {u"ATALAYA_MACHINES_URL"_s, u"ATALAYA_WEB_URL"_s, u"ATALAYA_RELEASES_URL"_s})
        home.setEnvironment(name, server.url().toString());
    home.setEnvironment(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
    home.setEnvironment(u"ATALAYA_PASSWORD"_s, u"correct horse"_s);
}

QStringList adding(const QString &name)
{
    return {u"accounts"_s, u"add"_s, u"--token-stdin"_s, u"--keep"_s, u"file"_s, u"--name"_s, name};
}
} // namespace

// With the network gone: an answer that says so, soon, and no hang. (The window's side of it is
// tested with the fleet.)
class TestOffline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProgramSaysSo_data();
    void theProgramSaysSo();
    void whatWasLastKnownIsTold();
    void severalAccountsTellWhatWasLastKnown();
    void refusedCertificatesAreTold_data();
    void refusedCertificatesAreTold();
    void theNetworkIsChosen();
    void aProxyWithAPasswordIsUsed();
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

void TestOffline::whatWasLastKnownIsTold()
{
    ProgramHome home;
    SandboxOptions options;
    options.scenario = u"field-cases"_s;
    Result<std::unique_ptr<SandboxServer>> server = SandboxServer::start(options);
    QVERIFY(server);
    pointAt(home, **server);
    const auto ctl = [&home](const QStringList &arguments, const QByteArray &input = {}) {
        return home.ctl(QStringList{u"--json"_s} + arguments, input);
    };
    const ProgramHome::Answer added = ctl(adding(u"mine"_s), "fo1_sandbox_full\n");
    QVERIFY2(added.exitCode == 0, added.told().constData());
    const QJsonArray apps = ctl({u"apps"_s}).object(u"apps"_s).value(u"apps"_s).toArray();
    QVERIFY(apps.size() >= 2);
    QVERIFY(!apps.first().toObject().contains(u"lastSeen"_s));
    QCOMPARE(ctl({u"machines"_s, u"grupo-gad"_s}).exitCode, 0);
    server->reset(); // the platform is away

    ProgramHome::Answer answer = ctl({u"apps"_s});
    QVERIFY2(answer.exitCode == 6, answer.told().constData());
    const QJsonArray known = answer.object(u"apps"_s).value(u"apps"_s).toArray();
    QCOMPARE(known.size(), apps.size());
    QVERIFY(known.first().toObject().contains(u"lastSeen"_s));
    QCOMPARE(answer.object(u"error"_s).value(u"error"_s).toString(), u"offline"_s);
    answer = ctl({u"machines"_s, u"grupo-gad"_s});
    QVERIFY2(answer.exitCode == 6, answer.told().constData());
    QVERIFY(answer.object(u"machines"_s).value(u"machines"_s).toArray().size() >= 3);
    QVERIFY(answer.object(u"machines"_s).contains(u"lastSeen"_s));
    answer = home.ctl({u"apps"_s}); // for people
    QCOMPARE(answer.exitCode, 6);
    QVERIFY2(answer.out.contains("Last seen"), answer.told().constData());
    QVERIFY2(answer.err.contains("No connection to Fly.io"), answer.told().constData());

    QCOMPARE(ctl({u"accounts"_s, u"remove"_s, u"mine"_s}).exitCode, 0);
    QFile store(home.path() + u"/default/data/store.db"_s);
    QVERIFY(store.open(QIODevice::ReadOnly));
    QVERIFY(!store.readAll().contains("grupo-gad")); // what was known goes with the account
}

// Which of them has the app is not known any more, and what is known of it is told all the same.
void TestOffline::severalAccountsTellWhatWasLastKnown()
{
    ProgramHome home;
    SandboxOptions options;
    options.scenario = u"field-cases"_s;
    Result<std::unique_ptr<SandboxServer>> server = SandboxServer::start(options);
    QVERIFY(server);
    pointAt(home, **server);
    const auto ctl = [&home](const QStringList &arguments, const QByteArray &input = {}) {
        return home.ctl(QStringList{u"--json"_s} + arguments, input);
    };
    QCOMPARE(ctl(adding(u"mine"_s), "fo1_sandbox_full\n").exitCode, 0);
    QCOMPARE(ctl(adding(u"narrow"_s), "fm2_sandbox_deploy_grupo_gad\n").exitCode, 0);
    QCOMPARE(ctl({u"apps"_s}).exitCode, 0);
    QCOMPARE(ctl({u"machines"_s, u"grupo-gad"_s}).exitCode, 0);
    server->reset();
    const ProgramHome::Answer answer = ctl({u"machines"_s, u"grupo-gad"_s});
    QVERIFY2(answer.exitCode == 6, answer.told().constData());
    QVERIFY2(answer.object(u"machines"_s).value(u"machines"_s).toArray().size() >= 3,
        answer.told().constData());
    QVERIFY(answer.object(u"machines"_s).contains(u"lastSeen"_s));
    QCOMPARE(answer.object(u"error"_s).value(u"error"_s).toString(), u"offline"_s);
}

void TestOffline::refusedCertificatesAreTold_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QByteArray>("english");
    QTest::addColumn<QByteArray>("spanish");
    QTest::newRow("unknown authority")
        << u"unknown-authority.pem"_s << QByteArray("signed by an authority")
        << QByteArray("firmado por una autoridad");
    QTest::newRow("another name") << u"wrong-name.pem"_s
                                  << QByteArray("certificate of another name")
                                  << QByteArray("certificado de otro nombre");
    QTest::newRow("expired") << u"expired.pem"_s << QByteArray("has expired")
                             << QByteArray("ha caducado");
}

void TestOffline::refusedCertificatesAreTold()
{
    QFETCH(const QString, certificate);
    QFETCH(const QByteArray, english);
    QFETCH(const QByteArray, spanish);
    TlsServer server(certificate);
    ProgramHome home;
    for (const QString &name :
        {u"ATALAYA_MACHINES_URL"_s, u"ATALAYA_WEB_URL"_s, u"ATALAYA_RELEASES_URL"_s})
        home.setEnvironment(name, server.url({}).toString());
    home.setEnvironment(u"ATALAYA_TOKEN"_s, u"fo1_nobody_looks_at_it"_s);
    home.setEnvironment(u"SSL_CERT_FILE"_s, TlsServer::file(u"authority.pem"_s));
    for (const QByteArray &sentence : {english, spanish}) {
        const std::unique_ptr<QProcess> process = home.begin(u"atalayactl"_s, {u"apps"_s});
        QSignalSpy ended(process.get(), &QProcess::finished);
        QVERIFY(ended.wait(60'000)); // the server is in this thread
        const ProgramHome::Answer answer = ProgramHome::answerOf(*process);
        QVERIFY2(answer.exitCode == 6, answer.told().constData());
        QVERIFY2(answer.err.contains(sentence), answer.told().constData());
        QVERIFY(answer.err.contains("localhost"));
        home.setEnvironment(u"LC_ALL"_s, u"es_ES.UTF-8"_s);
        home.setEnvironment(u"LANGUAGE"_s, u"es"_s);
    }
    QVERIFY(server.heads.isEmpty()); // no token left
}

void TestOffline::theNetworkIsChosen()
{
    ProgramHome home;
    const auto ctl = [&home](const QStringList &arguments) {
        return home.ctl(QStringList{u"--json"_s, u"network"_s} + arguments);
    };
    ProgramHome::Answer answer = ctl({u"proxy"_s, u"p.example:3128"_s});
    QVERIFY2(answer.exitCode == 0, answer.told().constData());
    QCOMPARE(answer.object(u"network"_s).value(u"proxyAddress"_s).toString(), u"p.example:3128"_s);
    const QString authority = TlsServer::file(u"authority.pem"_s);
    answer = ctl({u"ca"_s, authority});
    QCOMPARE(answer.object(u"network"_s).value(u"authorities"_s).toArray().size(), 1);
    QCOMPARE(ctl({u"show"_s}).object(u"network"_s).value(u"proxy"_s).toString(), u"given"_s);
    answer = ctl({u"proxy"_s, u"http://me:secret-77@p.example:1"_s});
    QVERIFY2(answer.exitCode == 2, answer.told().constData());
    answer = ctl({u"ca"_s, home.write(u"empty.pem"_s, "nothing")});
    QCOMPARE(answer.exitCode, 2);
    QVERIFY(answer.told().contains("empty.pem"));
    home.setEnvironment(u"https_proxy"_s, u"http://me:secret-77@env.example:9"_s);
    answer = ctl({u"proxy"_s, u"system"_s});
    QCOMPARE(answer.object(u"network"_s).value(u"proxyAddress"_s).toString(), u"env.example:9"_s);
    QVERIFY(!answer.told().contains("secret-77"));
    QCOMPARE(ctl({u"show"_s, u"--sandbox"_s}).exitCode, 2); // which is on this computer
}

// Kept in the encrypted file, used in the next command, forgotten again.
void TestOffline::aProxyWithAPasswordIsUsed()
{
    TlsServer server(u"wrong-name.pem"_s, R"({"organizations":[]})");
    ConnectProxy proxy(server.serverPort(), "me:open-sesame-93");
    ProgramHome home;
    for (const QString &name :
        {u"ATALAYA_MACHINES_URL"_s, u"ATALAYA_WEB_URL"_s, u"ATALAYA_RELEASES_URL"_s})
        home.setEnvironment(name, u"https://other.test"_s); // for which the certificate is
    home.setEnvironment(u"ATALAYA_TOKEN"_s, u"fo1_nobody_looks_at_it"_s);
    home.setEnvironment(u"SSL_CERT_FILE"_s, TlsServer::file(u"authority.pem"_s));
    home.setEnvironment(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
    home.setEnvironment(u"ATALAYA_PASSWORD"_s, u"correct horse"_s);
    const auto ctl = [&home](const QStringList &arguments, const QByteArray &input = {}) {
        const std::unique_ptr<QProcess> process = home.begin(u"atalayactl"_s, arguments);
        QSignalSpy ended(process.get(), &QProcess::finished);
        process->write(input);
        process->closeWriteChannel();
        if (process->state() != QProcess::NotRunning)
            ended.wait(60'000); // server and proxy are in this thread
        return ProgramHome::answerOf(*process);
    };
    const QStringList choosing{u"network"_s, u"proxy"_s, proxy.address()};
    const QStringList keeping = choosing
        + QStringList{u"--user"_s, u"me"_s, u"--proxy-password-stdin"_s, u"--keep"_s, u"file"_s};
    ProgramHome::Answer answer = ctl(choosing);
    QVERIFY2(answer.exitCode == 0, answer.told().constData());
    answer = ctl({u"apps"_s});
    QVERIFY2(answer.exitCode == 6, answer.told().constData());
    QVERIFY2(answer.err.contains("wants a name and a password"), answer.told().constData());

    answer = ctl(keeping, "other-sesame-1\n");
    QVERIFY2(answer.exitCode == 0, answer.told().constData());
    answer = ctl({u"apps"_s});
    QVERIFY2(answer.exitCode == 6, answer.told().constData());
    QVERIFY2(answer.err.contains("refuses the name or the password"), answer.told().constData());
    QVERIFY(server.heads.isEmpty());

    answer = ctl(keeping, "open-sesame-93\n");
    QVERIFY2(answer.exitCode == 0, answer.told().constData());
    QVERIFY2(answer.out.contains("kept in an encrypted file"), answer.told().constData());
    answer = ctl({u"apps"_s});
    QVERIFY2(!answer.told().contains("proxy"), answer.told().constData());
    QVERIFY(!server.heads.isEmpty());

    const auto asked = server.heads.size();
    answer = ctl({u"--json"_s, u"network"_s, u"forget"_s});
    QVERIFY2(answer.exitCode == 0, answer.told().constData());
    QVERIFY(!answer.object(u"network"_s).contains(u"login"_s));
    answer = ctl({u"apps"_s});
    QVERIFY2(answer.err.contains("wants a name and a password"), answer.told().constData());
    QCOMPARE(server.heads.size(), asked);
    answer = ctl(choosing + QStringList{u"--user"_s, u"me"_s});
    QVERIFY2(answer.exitCode == 2, answer.told().constData()); // no password
}

QTEST_GUILESS_MAIN(TestOffline)
#include "tst_offline.moc"
