#include "app/composition.h"
#include "app/ctl/command.h"
#include "app/ctl/session.h"
#include "app/ctl/text.h"
#include "core/networkroute.h"
#include "core/sanitise.h"
#include "models/wordsnetwork.h"
#include "settings/settings.h"
#include "settings/tokenkeeper.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

QString proxyWord(NetworkRoute::Proxy proxy)
{
    switch (proxy) {
    case NetworkRoute::Proxy::None:
        return u"none"_s;
    case NetworkRoute::Proxy::Given:
        return u"given"_s;
    case NetworkRoute::Proxy::System:
        break;
    }
    return u"system"_s;
}

// "host:port" of the first one; empty: none is used. Never a name or password.
QString placeOfProxy(const QList<QNetworkProxy> &proxies)
{
    const QNetworkProxy first = proxies.value(0, QNetworkProxy(QNetworkProxy::NoProxy));
    return first.type() == QNetworkProxy::NoProxy
        ? QString()
        : QString(first.hostName() % u':' % QString::number(first.port()));
}

QString proxySentence(const NetworkRoute::Choice &choice, const QString &place)
{
    switch (choice.proxy) {
    case NetworkRoute::Proxy::None:
        return CtlText::tr("No proxy is used: that was chosen.");
    case NetworkRoute::Proxy::Given:
        return CtlText::tr("The proxy is %1: that was chosen.").arg(place);
    case NetworkRoute::Proxy::System:
        break;
    }
    return place.isEmpty()
        ? CtlText::tr("No proxy is used: environment and desktop name none.")
        : CtlText::tr("The proxy is %1, as environment or desktop say.").arg(place);
}

QString loginSentence(const KeptProxyLogin &kept)
{
    return kept.place == TokenPlace::Keychain
        ? CtlText::tr("Name and password for %1 are kept in the keychain.").arg(kept.proxy)
        : CtlText::tr("Name and password for %1 are kept in an encrypted file.").arg(kept.proxy);
}

// Settings of their own: a command is not in the main thread.
QString settingsFile(CtlSession &session)
{
    return session.composition().paths().config + u"/settings.ini"_s;
}

ExitCode tellNetwork(CtlSession &session, const NetworkRoute::Choice &choice)
{
    const NetworkRoute route(choice);
    const Result<QList<QNetworkProxy>> proxies =
        route.proxiesFor(QUrl(u"https://api.machines.dev"_s));
    if (!proxies)
        return session.fail(proxies.error());
    const QString file = route.authorityFile();
    QList<QSslCertificate> authorities;
    if (!file.isEmpty()) {
        const Result<QList<QSslCertificate>> read = NetworkRoute::readAuthorities(file);
        if (!read)
            return session.fail(read.error());
        authorities = *read;
    }
    QJsonArray subjects;
    for (const QSslCertificate &certificate : std::as_const(authorities))
        subjects.append(certificate.subjectDisplayName());
    const QString place = placeOfProxy(*proxies);
    const std::optional<KeptProxyLogin> login = Settings(settingsFile(session)).proxyLogin();
    QJsonObject object{{u"proxy"_s, proxyWord(choice.proxy)},
        {u"proxyAddress"_s, place},
        {u"authorityFile"_s, file},
        {u"authorities"_s, subjects}};
    if (login)
        object.insert("login"_L1,
            QJsonObject{{u"proxy"_s, login->proxy}, {u"kept"_s, tokenPlaceName(login->place)}});
    session.out().object("network"_L1, object);
    session.out().line(proxySentence(choice, place));
    if (login)
        session.out().line(loginSentence(*login));
    if (file.isEmpty())
        session.out().line(CtlText::tr("The certificates of the system are trusted."));
    else
        session.out().line(
            CtlText::tr("Trusted beside those of the system: %1 (%2).")
                .arg(QDir::toNativeSeparators(file), WordsNetwork::authorities(authorities)));
    return ExitCode::Done;
}

using ChoiceEdit = std::function<NetworkRoute::Choice(NetworkRoute::Choice)>;

std::optional<ExitCode> refuseInSandbox(CtlSession &session)
{
    if (!session.composition().sandbox())
        return std::nullopt;
    return session.refuse(
        CtlText::tr("The sandbox is on this computer: it needs no proxy and no CA file."));
}

ExitCode withNetworkSettings(CtlSession &session, const ChoiceEdit &edit)
{
    if (const auto code = refuseInSandbox(session))
        return *code;
    Settings settings(settingsFile(session));
    const NetworkRoute::Choice before = settings.network();
    const NetworkRoute::Choice wanted = edit(before);
    if (wanted == before)
        return tellNetwork(session, before);
    const Result<NetworkRoute::Choice> good = NetworkRoute::checked(wanted);
    if (!good)
        return session.fail(good.error());
    settings.setNetwork(*good);
    return tellNetwork(session, *good);
}

ExitCode runNetworkShow(CtlSession &session)
{
    return withNetworkSettings(session, [](NetworkRoute::Choice choice) { return choice; });
}

// From a file, standard input or the environment, in this order; never from an argument, which
// every user of the computer can read.
Result<Secret> readProxyPassword(const CtlInvocation &invocation)
{
    constexpr qint64 longest = 4096;
    QByteArray text = qgetenv("ATALAYA_PROXY_PASSWORD");
    qunsetenv("ATALAYA_PROXY_PASSWORD");
    const QString path = invocation.value(u"proxy-password-file"_s);
    QFile file(path);
    if (!path.isEmpty()) {
        if (!file.open(QIODevice::ReadOnly))
            return failure(Error::Kind::InvalidInput,
                u"the password file %1 cannot be read: %2"_s.arg(path, file.errorString()));
        text = file.readLine(longest);
    } else if (invocation.has(u"proxy-password-stdin"_s)) {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly))
            return failure(Error::Kind::InvalidInput, u"standard input cannot be read"_s);
        text = input.readLine(longest);
    }
    while (text.endsWith('\n') || text.endsWith('\r'))
        text.chop(1);
    Redact::addKnown(text);
    return Secret(std::move(text));
}

Result<void> openVaultFor(CtlSession &session, TokenPlace place)
{
    FileVault &vault = session.composition().tokenKeeper().vault();
    if (place != TokenPlace::EncryptedFile || vault.isOpen())
        return {};
    const Result<Secret> password = session.vaultPassword();
    return password ? vault.open(*password) : failure(password.error());
}

ExitCode keepLogin(CtlSession &session, const NetworkRoute::Choice &choice)
{
    const CtlInvocation &invocation = session.invocation();
    const QString word = invocation.value(u"keep"_s);
    if (!word.isEmpty() && word != "keychain"_L1 && word != "file"_L1)
        return session.refuse(
            CtlText::tr("“%1” is no place to keep a password: %2.").arg(word, u"keychain, file"_s));
    const TokenPlace place = word == "file"_L1 ? TokenPlace::EncryptedFile : TokenPlace::Keychain;
    const Result<std::optional<QNetworkProxy>> proxy =
        NetworkRoute(choice).chosenProxy(QUrl(u"https://api.machines.dev"_s));
    if (!proxy)
        return session.fail(proxy.error());
    if (!*proxy || (*proxy)->type() == QNetworkProxy::NoProxy)
        return session.refuse(
            CtlText::tr("Name and password are for one proxy: give its address with them."));
    NetworkRoute::Login login{NetworkRoute::placeOf(**proxy), invocation.value(u"user"_s), {}};
    const Result<Secret> password = readProxyPassword(invocation);
    if (!password)
        return session.fail(password.error());
    if (login.user.isEmpty() || password->isEmpty())
        return session.refuse(
            CtlText::tr("The name or the password of the proxy is missing: give %1, and the "
                        "password by %2, %3 or the variable %4.")
                .arg(u"--user"_s,
                    u"--proxy-password-file"_s,
                    u"--proxy-password-stdin"_s,
                    u"ATALAYA_PROXY_PASSWORD"_s));
    login.password = *password;
    Settings settings(settingsFile(session));
    TokenKeeper &keeper = session.composition().tokenKeeper();
    const std::optional<KeptProxyLogin> before = settings.proxyLogin();
    const Result<void> kept = openVaultFor(session, place).and_then([&] {
        return ProxyLogin::write(keeper, place, login);
    });
    if (!kept)
        return session.fail(kept.error());
    if (before && before->place != place)
        (void)ProxyLogin::remove(keeper, before->place); // what is left there is asked for no more
    settings.setNetwork(choice);
    settings.setProxyLogin(KeptProxyLogin{login.proxy, place});
    return tellNetwork(session, choice);
}

ExitCode runNetworkProxy(CtlSession &session)
{
    const ChoiceEdit edit = [&session](NetworkRoute::Choice choice) {
        const QString word = session.argument();
        if (word == "system"_L1 || word == "none"_L1) {
            choice.proxy =
                word == "none"_L1 ? NetworkRoute::Proxy::None : NetworkRoute::Proxy::System;
            return choice;
        }
        choice.proxy = NetworkRoute::Proxy::Given;
        choice.address = word;
        return choice;
    };
    if (!session.invocation().has(u"user"_s))
        return withNetworkSettings(session, edit);
    if (const auto code = refuseInSandbox(session))
        return *code;
    const Result<NetworkRoute::Choice> good =
        NetworkRoute::checked(edit(Settings(settingsFile(session)).network()));
    return good ? keepLogin(session, *good) : session.fail(good.error());
}

ExitCode runNetworkForget(CtlSession &session)
{
    if (const auto code = refuseInSandbox(session))
        return *code;
    Settings settings(settingsFile(session));
    if (const std::optional<KeptProxyLogin> kept = settings.proxyLogin()) {
        const Result<void> gone = openVaultFor(session, kept->place).and_then([&] {
            return ProxyLogin::remove(session.composition().tokenKeeper(), kept->place);
        });
        if (!gone)
            return session.fail(gone.error());
        settings.setProxyLogin({});
    }
    return tellNetwork(session, settings.network());
}

ExitCode runNetworkCa(CtlSession &session)
{
    return withNetworkSettings(session, [&session](NetworkRoute::Choice choice) {
        const QString word = session.argument();
        choice.authorityFile = word == "none"_L1 ? QString() : word;
        return choice;
    });
}

QList<QCommandLineOption> loginOptions()
{
    return {{u"user"_s,
                CtlText::tr("Keep this name for the proxy, and its password from the variable %1, "
                            "a file or standard input.")
                    .arg(u"ATALAYA_PROXY_PASSWORD"_s),
                u"NAME"_s},
        {u"proxy-password-file"_s,
            CtlText::tr("Read the password of the proxy from this file."),
            u"FILE"_s},
        {u"proxy-password-stdin"_s,
            CtlText::tr("Read the password of the proxy from standard input.")},
        {u"keep"_s, CtlText::tr("Where name and password are kept."), u"keychain|file"_s}};
}

} // namespace

QList<CtlCommand> networkCommands()
{
    return {
        {u"network show"_s,
            {},
            CtlText::tr("Tells which proxy and which CA file are used."),
            0,
            0,
            {},
            runNetworkShow},
        {u"network proxy"_s,
            u"system|none|ADDRESS"_s,
            CtlText::tr("Chooses the proxy; keeps its name and password where tokens are kept."),
            1,
            1,
            loginOptions(),
            runNetworkProxy},
        {u"network forget"_s,
            {},
            CtlText::tr("Forgets name and password of the proxy."),
            0,
            0,
            {},
            runNetworkForget},
        {u"network ca"_s,
            u"FILE|none"_s,
            CtlText::tr("Trusts the certificates of a company's CA file too."),
            1,
            1,
            {},
            runNetworkCa},
    };
}
