#include "app/composition.h"
#include "app/ctl/command.h"
#include "app/ctl/session.h"
#include "app/ctl/text.h"
#include "core/networkroute.h"
#include "models/wordsnetwork.h"
#include "settings/settings.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

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
    session.out().object("network"_L1,
        {{u"proxy"_s, proxyWord(choice.proxy)},
            {u"proxyAddress"_s, place},
            {u"authorityFile"_s, file},
            {u"authorities"_s, subjects}});
    session.out().line(proxySentence(choice, place));
    if (file.isEmpty())
        session.out().line(CtlText::tr("The certificates of the system are trusted."));
    else
        session.out().line(
            CtlText::tr("Trusted beside those of the system: %1 (%2).")
                .arg(QDir::toNativeSeparators(file), WordsNetwork::authorities(authorities)));
    return ExitCode::Done;
}

// Settings of their own: a command is not in the main thread.
ExitCode withNetworkSettings(
    CtlSession &session, const std::function<NetworkRoute::Choice(NetworkRoute::Choice)> &edit)
{
    if (session.composition().sandbox())
        return session.refuse(
            CtlText::tr("The sandbox is on this computer: it needs no proxy and no CA file."));
    Settings settings(session.composition().paths().config + u"/settings.ini"_s);
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

ExitCode runNetworkProxy(CtlSession &session)
{
    return withNetworkSettings(session, [&session](NetworkRoute::Choice choice) {
        const QString word = session.argument();
        if (word == "system"_L1 || word == "none"_L1) {
            choice.proxy =
                word == "none"_L1 ? NetworkRoute::Proxy::None : NetworkRoute::Proxy::System;
            return choice;
        }
        choice.proxy = NetworkRoute::Proxy::Given;
        choice.address = word;
        return choice;
    });
}

ExitCode runNetworkCa(CtlSession &session)
{
    return withNetworkSettings(session, [&session](NetworkRoute::Choice choice) {
        const QString word = session.argument();
        choice.authorityFile = word == "none"_L1 ? QString() : word;
        return choice;
    });
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
            CtlText::tr("Chooses the proxy; its password stays in the variable https_proxy."),
            1,
            1,
            {},
            runNetworkProxy},
        {u"network ca"_s,
            u"FILE|none"_s,
            CtlText::tr("Trusts the certificates of a company's CA file too."),
            1,
            1,
            {},
            runNetworkCa},
    };
}
