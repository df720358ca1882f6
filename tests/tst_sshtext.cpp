#include "core/iothread.h"
#include "servers/knownhosts.h"
#include "servers/sshconfig.h"
#include "servers/ssherrors.h"
#include "servers/sshquestion.h"
#include "support/sshhome.h"

#include <QDir>
#include <QTest>

#include <future>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(SshCause)
Q_DECLARE_METATYPE(SshQuestion::Kind)
Q_DECLARE_METATYPE(ServerProblem)

namespace {
const QString changedKey = u"@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\n"
                           "@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\n"
                           "The fingerprint for the ED25519 key sent by the remote host is\n"
                           "SHA256:newnewnew.\n"
                           "Offending ED25519 key in %1:2\n"
                           "Host key verification failed."_s;
QStringList aliasNames(const QString &file)
{
    QStringList names;
    const Result<QList<SshAlias>> aliases = sshAliases(file);
    if (!aliases)
        return {aliases.error().detail};
    for (const SshAlias &alias : *aliases)
        names.append(alias.name);
    return names;
}
} // namespace

// What ssh reads, says and asks, as text; ssh itself only where it connects to nothing.
class TestSshText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failuresAreToldApart_data();
    void failuresAreToldApart();
    void bannerDecidesNothing();
    void jumpHostsWordsAreItsOwn();
    void changedKeyTellsBothFingerprints();
    void codesAreReadBack_data();
    void codesAreReadBack();
    void questionsAreToldApart_data();
    void questionsAreToldApart();
    void hostileWordsAreCleaned();
    void addressesAreChecked_data();
    void addressesAreChecked();
    void aliasesComeFromHostLines();
    void includesAreFollowed();
    void missingConfigHasNoAlias();
    void sshResolvesAnAlias();
    void badConfigIsTold();
    void missingSshIsTold();
    void knownKeysAreFound();
    void commandsCanBeCopied();

private:
    template <typename T> static T elsewhere(const std::function<T()> &work)
    {
        return std::async(std::launch::async, work).get();
    }
    IoThread m_io{u"io"_s};
};

void TestSshText::failuresAreToldApart_data()
{
    QTest::addColumn<QString>("log");
    QTest::addColumn<SshCause>("cause");
    QTest::addColumn<QString>("arguments");
    const auto row = [](const char *name, const QString &log, SshCause cause, QString more = {}) {
        QTest::newRow(name) << log << cause << more;
    };
    row("name",
        u"ssh: Could not resolve hostname nope.invalid: Name or service not known"_s,
        SshCause::NameUnknown);
    row("resolver",
        u"ssh: Could not resolve hostname a: Temporary failure in name resolution"_s,
        SshCause::NameLookupFailed);
    row("refused",
        u"ssh: connect to host 127.0.0.1 port 1: Connection refused"_s,
        SshCause::PortRefused);
    row("route", u"ssh: connect to host 10.1.1.1 port 22: No route to host"_s, SshCause::NoRoute);
    row("network",
        u"ssh: connect to host ::2 port 22: Network is unreachable"_s,
        SshCause::NoRoute);
    row("timeout",
        u"ssh: connect to host 10.1.1.1 port 22: Connection timed out"_s,
        SshCause::ConnectTimeout);
    row("silent", u"Connection timed out during banner exchange"_s, SshCause::BannerTimeout);
    row("closed",
        u"kex_exchange_identification: Connection closed by remote host"_s,
        SshCause::ClosedAtStart);
    row("reset",
        u"kex_exchange_identification: read: Connection reset by peer"_s,
        SshCause::ClosedAtStart);
    row("not ssh",
        u"kex_exchange_identification: banner line contains invalid characters"_s,
        SshCause::NotSsh);
    row("old protocol", u"Protocol major versions differ: 2 vs. 1"_s, SshCause::NotSsh);
    row("algorithm",
        u"Unable to negotiate with 10.0.0.1 port 22: no matching host key type found. Their offer: ssh-rsa"_s,
        SshCause::NoCommonAlgorithm);
    row("key",
        u"deploy@10.0.0.1: Permission denied (publickey,password)."_s,
        SshCause::KeyRefused,
        u"publickey,password"_s);
    row("identity",
        u"no such identity: /home/a b/.ssh/id: No such file or directory\nx@y: Permission denied (publickey)."_s,
        SshCause::IdentityMissing,
        u"/home/a b/.ssh/id"_s);
    row("permissions",
        u"@         WARNING: UNPROTECTED PRIVATE KEY FILE!          @\nPermissions 0644 for '/k/id' are too open.\nx@y: Permission denied (publickey)."_s,
        SshCause::IdentityTooOpen,
        u"/k/id"_s);
    row("agent",
        u"sign_and_send_pubkey: signing failed for ED25519 \"a\" from agent: agent refused operation\nx@y: Permission denied (publickey)."_s,
        SshCause::AgentRefused);
    row("failures",
        u"Received disconnect from 10.0.0.1 port 22:2: Too many authentication failures\nDisconnected from 10.0.0.1 port 22"_s,
        SshCause::TooManyFailures);
    row("unknown key",
        u"No ED25519 host key is known for [127.0.0.1]:2222 and you have requested strict checking.\nHost key verification failed."_s,
        SshCause::HostKeyUnknown);
    row("declined", u"Host key verification failed."_s, SshCause::HostKeyDeclined);
    row("revoked",
        u"@       WARNING: REVOKED HOST KEY DETECTED!               @\nHost key verification failed."_s,
        SshCause::HostKeyRevoked);
    row("lost", u"client_loop: send disconnect: Broken pipe"_s, SshCause::ConnectionLost);
    row("silence", u"Timeout, server 10.0.0.1 not responding."_s, SshCause::ConnectionLost);
    row("ended", u"Connection to 10.0.0.1 closed by remote host."_s, SshCause::ConnectionLost);
    row("socket",
        u"unix_listener: cannot bind to path /x: Permission denied"_s,
        SshCause::SocketDenied);
    row("long socket",
        u"unix_listener: path \"/x\" too long for Unix domain socket"_s,
        SshCause::SocketPathTooLong);
    row("sessions",
        u"channel 12: open failed: administratively prohibited: open failed"_s,
        SshCause::SessionsExceeded);
    row("config",
        u"/home/a/.ssh/config: line 3: Bad configuration option: wrong\n/home/a/.ssh/config: terminating, 1 bad configuration options"_s,
        SshCause::ConfigBad,
        u"/home/a/.ssh/config: line 3: Bad configuration option: wrong"_s);
    row("shell", u"exec request failed on channel 0"_s, SshCause::NoShell);
    row("nothing known", u"something else"_s, SshCause::Other);
}

void TestSshText::failuresAreToldApart()
{
    QFETCH(QString, log);
    QFETCH(SshCause, cause);
    QFETCH(QString, arguments);
    const Error error = sshError(log, {}, 255);
    const std::optional<SshFailure> failure = sshFailureOf(error);
    QVERIFY(failure);
    QCOMPARE(sshCauseName(failure->cause), sshCauseName(cause));
    QCOMPARE(failure->arguments.join(u' '), arguments);
    QVERIFY(!failure->viaJump);
    QVERIFY(error.detail.startsWith(log.section(u'\n', 0, 0)));
}

void TestSshText::bannerDecidesNothing()
{
    const Error error = sshError(u"a@b: Permission denied (publickey)."_s,
        u"Welcome. Connection refused? Could not resolve hostname? Call us.\n"_s,
        255);
    QCOMPARE(*sshCauseOf(error), SshCause::KeyRefused);
}

void TestSshText::jumpHostsWordsAreItsOwn()
{
    const Error error = sshError(u"kex_exchange_identification: Connection closed by remote host\n"
                                 "Connection closed by UNKNOWN port 65535"_s,
        u"a@hop: Permission denied (publickey).\n"_s,
        255);
    const std::optional<SshFailure> failure = sshFailureOf(error);
    QCOMPARE(failure->cause, SshCause::KeyRefused);
    QVERIFY(failure->viaJump);
    QCOMPARE(failure->arguments, QStringList{u"publickey"_s});
}

void TestSshText::changedKeyTellsBothFingerprints()
{
    const SshHome home;
    home.makeKey(u"old host"_s, {}, false);
    home.write(u"hosts file"_s, "# a comment\nexample.org " + home.publicKey(u"old host"_s));
    const Error error = sshError(changedKey.arg(home.path(u"hosts file"_s)), {}, 255);
    const std::optional<SshFailure> failure = sshFailureOf(error);
    QCOMPARE(failure->cause, SshCause::HostKeyChanged);
    QCOMPARE(failure->arguments.size(), 3);
    QCOMPARE(failure->arguments.at(0), u"SHA256:newnewnew"_s);
    QCOMPARE(failure->arguments.at(1),
        fingerprintOfKey(home.publicKey(u"old host"_s).split(' ').value(1)));
    QCOMPARE(failure->arguments.at(2), home.path(u"hosts file"_s) + u":2"_s);
    // A file that cannot be read does not hide the rest.
    const Error unread = sshError(changedKey.arg(u"/nowhere/known"_s), {}, 255);
    QCOMPARE(sshFailureOf(unread)->arguments,
        (QStringList{u"SHA256:newnewnew"_s, u"?"_s, u"/nowhere/known:2"_s}));
}

void TestSshText::codesAreReadBack_data()
{
    QTest::addColumn<int>("cause");
    for (int i = 0; i <= int(SshCause::Other); ++i)
        QTest::newRow(qPrintable(sshCauseName(SshCause(i)))) << i;
}

void TestSshText::codesAreReadBack()
{
    QFETCH(int, cause);
    for (const bool viaJump : {false, true}) {
        SshFailure failure{SshCause(cause), {u"a b c"_s}, viaJump};
        if (SshCause(cause) == SshCause::HostKeyChanged)
            failure.arguments = {u"SHA256:a"_s, u"?"_s, u"/a b:3"_s};
        const Error error = sshErrorOf(failure, u"detail"_s);
        QCOMPARE(sshFailureOf(error), std::optional(failure));
    }
    QVERIFY(!sshFailureOf({Error::Kind::Offline, {}, 0, {}, {}, u"not-sent"_s}));
}

void TestSshText::questionsAreToldApart_data()
{
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QString>("hint");
    QTest::addColumn<SshQuestion::Kind>("kind");
    QTest::addColumn<QString>("subject");
    using Kind = SshQuestion::Kind;
    const auto row = [](const char *name,
                         const QString &prompt,
                         Kind kind,
                         const QString &subject,
                         const QString &hint = {}) {
        QTest::newRow(name) << prompt << hint << kind << subject;
    };
    row("host key",
        u"The authenticity of host '[h]:2 ([::1]:2)' can't be established.\nED25519 key fingerprint is SHA256:abc+/d.\nThis key is not known by any other names.\nAre you sure you want to continue connecting (yes/no/[fingerprint])? "_s,
        Kind::HostKey,
        u"[h]:2 ([::1]:2)"_s);
    row("host key again", u"Please type 'yes', 'no' or the fingerprint: "_s, Kind::HostKey, {});
    row("passphrase", u"Enter passphrase for key '/a/id': "_s, Kind::Passphrase, u"/a/id"_s);
    row("password", u"deploy@10.0.0.1's password: "_s, Kind::Password, u"deploy@10.0.0.1"_s);
    row("keyboard password", u"(a@h) Password: "_s, Kind::Password, u"a@h"_s);
    row("code", u"(a@h) Verification code: "_s, Kind::OneTimeCode, u"a@h"_s);
    row("a server that plays ssh",
        u"(a@h) Enter passphrase for key '/a/id': "_s,
        Kind::OneTimeCode,
        u"a@h"_s);
    row("pin", u"Enter PIN for ED25519-SK key /a/sk: "_s, Kind::Pin, u"/a/sk"_s);
    row("touch",
        u"Confirm user presence for key ED25519-SK SHA256:x"_s,
        Kind::Touch,
        u"ED25519-SK SHA256:x"_s,
        u"none"_s);
    row("confirm", u"Allow use of key x?"_s, Kind::Confirm, {}, u"confirm"_s);
    row("other", u"Whatever: "_s, Kind::Other, {});
}

void TestSshText::questionsAreToldApart()
{
    QFETCH(QString, prompt);
    QFETCH(QString, hint);
    QFETCH(SshQuestion::Kind, kind);
    QFETCH(QString, subject);
    const SshQuestion question = questionFromPrompt(prompt, hint);
    QCOMPARE(sshQuestionName(question.kind), sshQuestionName(kind));
    QCOMPARE(question.subject, subject);
    QVERIFY(!question.words.isEmpty());
    if (prompt.contains("fingerprint is"_L1)) {
        QCOMPARE(question.keyType, u"ED25519"_s);
        QCOMPARE(question.fingerprint, u"SHA256:abc+/d"_s);
        QCOMPARE(question.words.size(), 4);
    }
}

void TestSshText::hostileWordsAreCleaned()
{
    const SshQuestion question = questionFromPrompt(
        QString(u"(a@h) \x1b[2J\u202e"_s + u"doc"_s) + QString(u"x"_s).repeated(5'000), {});
    QCOMPARE(question.words.size(), 1);
    QVERIFY(question.words.first().size() <= 500);
    QVERIFY(!question.words.first().contains(QChar(0x1b)));
    QVERIFY(!question.words.first().contains(QChar(0x202e)));
}

void TestSshText::addressesAreChecked_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("user");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("identity");
    QTest::addColumn<QString>("jump");
    QTest::addColumn<QString>("problem");
    const auto none = QString();
    QTest::newRow("name") << u"deploy.example"_s << none << 0 << none << none << none;
    QTest::newRow("v6") << u"fe80::1%eth0"_s << u"a.b-c"_s << 22 << u"/a b/id"_s
                        << u"u@h:22,[::1]:3"_s << none;
    QTest::newRow("empty") << none << none << 0 << none << none << u"host-empty"_s;
    QTest::newRow("option") << u"-oProxyCommand=x"_s << none << 0 << none << none
                            << u"host-unfit"_s;
    QTest::newRow("blank") << u"a b"_s << none << 0 << none << none << u"host-unfit"_s;
    QTest::newRow("shell") << u"a;b"_s << none << 0 << none << none << u"host-unfit"_s;
    QTest::newRow("port") << u"a"_s << none << 70000 << none << none << u"port-unfit"_s;
    QTest::newRow("user") << u"a"_s << u"-x"_s << 0 << none << none << u"user-unfit"_s;
    QTest::newRow("identity") << u"a"_s << none << 0 << u"id"_s << none << u"identity-unfit"_s;
    QTest::newRow("jump") << u"a"_s << none << 0 << none << u"-x"_s << u"jump-unfit"_s;
    QTest::newRow("second jump") << u"a"_s << none << 0 << none << u"b,-x"_s << u"jump-unfit"_s;
    QTest::newRow("jump as user") << u"a"_s << none << 0 << none << u"[-x]"_s << u"jump-unfit"_s;
}

void TestSshText::addressesAreChecked()
{
    QFETCH(QString, host);
    QFETCH(QString, user);
    QFETCH(int, port);
    QFETCH(QString, identity);
    QFETCH(QString, jump);
    QFETCH(QString, problem);
    const std::optional<ServerProblem> found = problemOf({host, port, user, identity, jump});
    QCOMPARE(found ? serverProblemName(*found) : QString(), problem);
}

void TestSshText::aliasesComeFromHostLines()
{
    const SshHome home;
    home.write(u"cfg"_s,
        "# Host comment\nHost one two *.wild !not -dash\n  Hostname 10.0.0.1\n\tHOST=three\n"
        "Host \"quoted\" one\nMatch host other exec \"false\"\n  User x\nHost = four # five\n");
    QCOMPARE(aliasNames(home.path(u"cfg"_s)),
        (QStringList{u"one"_s, u"two"_s, u"three"_s, u"quoted"_s, u"four"_s}));
    const Result<QList<SshAlias>> aliases = sshAliases(home.path(u"cfg"_s));
    QCOMPARE(aliases->at(2).line, 4);
}

void TestSshText::includesAreFollowed()
{
    const SshHome home;
    QVERIFY(QDir().mkpath(home.path(u"conf.d"_s)));
    home.write(u"conf.d/10"_s, "Host inner\nInclude round\n");
    home.write(u"conf.d/20"_s, "Host second\n");
    home.write(u"round"_s, "Host round\nInclude round\n"); // of itself
    home.write(u"cfg"_s, "Include conf.d/* missing\nHost last\n");
    QCOMPARE(aliasNames(home.path(u"cfg"_s)),
        (QStringList{u"inner"_s, u"round"_s, u"second"_s, u"last"_s}));
}

void TestSshText::missingConfigHasNoAlias()
{
    const Result<QList<SshAlias>> aliases = sshAliases(u"/nowhere/config"_s);
    QVERIFY(aliases);
    QVERIFY(aliases->isEmpty());
}

void TestSshText::sshResolvesAnAlias()
{
    const SshHome home;
    home.addHost(
        u"prod"_s, 2222, {u"User deploy"_s, u"ProxyJump hop"_s, u"HostKeyAlias prod-key"_s});
    SshTools tools;
    tools.configFile = home.config();
    const auto resolve = [&](const SshAddress &address) {
        return elsewhere<Result<SshEndpoint>>([&] { return resolveSsh(m_io, tools, address, {}); });
    };
    const Result<SshEndpoint> endpoint = resolve({u"prod"_s, 0, {}, {}, {}});
    QVERIFY(endpoint);
    QCOMPARE(endpoint->hostName, u"127.0.0.1"_s);
    QCOMPARE(endpoint->port, 2222);
    QCOMPARE(endpoint->user, u"deploy"_s);
    QCOMPARE(endpoint->jump, u"hop"_s);
    QCOMPARE(endpoint->identities, QStringList{home.path(u"id"_s)});
    QVERIFY(endpoint->identitiesOnly);
    QCOMPARE(endpoint->knownHostsName(), u"prod-key"_s);
    QVERIFY(endpoint->knownHosts.contains(home.path(u"known"_s)));
    home.makeKey(u"k2"_s);
    const Result<SshEndpoint> byHand = resolve({u"prod"_s, 33, u"other"_s, home.path(u"k2"_s), {}});
    QCOMPARE(byHand->port, 33);
    QCOMPARE(byHand->user, u"other"_s);
    QCOMPARE(byHand->identities.value(0), home.path(u"k2"_s));
    const Result<SshEndpoint> option = resolve({u"-V"_s, 0, {}, {}, {}});
    QCOMPARE(sshCauseOf(option.error()), std::optional(SshCause::AddressBad));
}

void TestSshText::badConfigIsTold()
{
    const SshHome home;
    home.write(u"config"_s, "Host a\n  Wrongword yes\n");
    SshTools tools;
    tools.configFile = home.config();
    const Result<SshEndpoint> endpoint = elsewhere<Result<SshEndpoint>>([&] {
        return resolveSsh(m_io, tools, {u"a"_s, 0, {}, {}, {}}, {});
    });
    QVERIFY(!endpoint);
    QCOMPARE(sshCauseOf(endpoint.error()), std::optional(SshCause::ConfigBad));
    QVERIFY2(endpoint.error().code.contains(u"line 2: Bad configuration option: wrongword"_s),
        qPrintable(endpoint.error().code));
}

void TestSshText::missingSshIsTold()
{
    SshTools tools;
    tools.ssh = u"atalaya-no-ssh"_s;
    const Result<SshEndpoint> endpoint = elsewhere<Result<SshEndpoint>>([&] {
        return resolveSsh(m_io, tools, {u"a"_s, 0, {}, {}, {}}, {});
    });
    QCOMPARE(sshCauseOf(endpoint.error()), std::optional(SshCause::SshMissing));
}

void TestSshText::knownKeysAreFound()
{
    const SshHome home;
    home.makeKey(u"host"_s, {}, false);
    const QByteArray key = home.publicKey(u"host"_s);
    home.write(u"known"_s,
        "other.example " + key + "[127.0.0.1]:2222,prod " + key + "@revoked [127.0.0.1]:2222 "
            + key);
    SshTools tools;
    SshEndpoint endpoint;
    endpoint.hostName = u"127.0.0.1"_s;
    endpoint.port = 2222;
    endpoint.knownHosts = {home.path(u"known"_s), home.path(u"missing"_s)};
    const auto look = [&] {
        return elsewhere<Result<QList<KnownKey>>>(
            [&] { return knownKeys(m_io, tools, endpoint, {}); });
    };
    const Result<QList<KnownKey>> keys = look();
    QVERIFY(keys);
    QCOMPARE(keys->size(), 2);
    QCOMPARE(keys->at(0).type, u"ssh-ed25519"_s);
    QCOMPARE(keys->at(0).line, 2);
    QCOMPARE(keys->at(0).fingerprint, fingerprintOfKey(key.split(' ').value(1)));
    QCOMPARE(keys->at(1).marker, u"@revoked"_s);
    endpoint.port = 2223;
    QVERIFY(look()->isEmpty());
}

void TestSshText::commandsCanBeCopied()
{
    QCOMPARE(sshCommandText({u"prod"_s, 0, {}, {}, {}}), u"ssh -- prod"_s);
    QCOMPARE(sshCommandText({u"10.0.0.1"_s, 2222, u"deploy"_s, u"/a b/it's"_s, u"hop"_s}),
        u"ssh -p 2222 -l deploy -o IdentitiesOnly=yes -i '/a b/it'\\''s' -J hop -- 10.0.0.1"_s);
}

QTEST_GUILESS_MAIN(TestSshText)
#include "tst_sshtext.moc"
