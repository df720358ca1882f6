#include "models/wordsnetwork.h"

#include "models/format.h"

#include <QCoreApplication>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::minutes tolerated{1}; // of two clocks; leases and ages are corrected anyway
constexpr qsizetype namesShown = 3;

struct NetworkText
{
    Q_DECLARE_TR_FUNCTIONS(Network)
};

QString certificateProblem(const QString &word, const QString &host)
{
    if (word == "certificate-untrusted"_L1)
        return NetworkText::tr(
            "The certificate of %1 is signed by an authority that this computer does not know. If "
            "your company looks into connections, give its CA file under Network; otherwise use "
            "another network.")
            .arg(host);
    if (word == "certificate-name"_L1)
        return NetworkText::tr(
            "What answers for %1 shows the certificate of another name: it is not the server that "
            "was meant. Check the proxy, or use another network.")
            .arg(host);
    if (word == "certificate-expired"_L1)
        return NetworkText::tr(
            "The certificate of %1 has expired. Check the date of this computer; if it is right, "
            "who runs that server or the proxy has to renew it.")
            .arg(host);
    if (word == "certificate-not-yet-valid"_L1)
        return NetworkText::tr(
            "The certificate of %1 is not valid yet. Check the date of this computer.")
            .arg(host);
    return {};
}

QString proxyProblem(const QString &word)
{
    if (word == "proxy-refused"_L1)
        return NetworkText::tr(
            "The proxy does not answer, or refuses to connect to Fly.io. Check its address under "
            "Network or in the environment, or ask who runs it.");
    if (word == "proxy-authentication"_L1)
        return NetworkText::tr(
            "The proxy wants a name and a password. Give them under Network, or on the command "
            "line with “atalayactl network proxy ADDRESS --user NAME”.");
    if (word == "proxy-login-refused"_L1)
        return NetworkText::tr(
            "The proxy refuses the name or the password. Give them again under Network, or on the "
            "command line with “atalayactl network proxy ADDRESS --user NAME”.");
    if (word == "proxy-address"_L1)
        return NetworkText::tr(
            "The address of the proxy cannot be understood. Write it like http://HOST:PORT or "
            "socks5://HOST:PORT.");
    if (word == "proxy-password"_L1)
        return NetworkText::tr(
            "Name and password do not belong in the address of the proxy, which is no secret "
            "place. Give them beside it, or the whole address in the variable https_proxy.");
    return {};
}

QString authorityProblem(const QString &word, const QString &file)
{
    if (word == "ca-unreadable"_L1)
        return NetworkText::tr("The CA file %1 cannot be read. Choose another one under Network.")
            .arg(file);
    if (word == "ca-empty"_L1)
        return NetworkText::tr(
            "The CA file %1 holds no certificate. Choose one in PEM or DER form.")
            .arg(file);
    return {};
}
} // namespace

QString WordsNetwork::problem(const Error &error)
{
    const QString word = error.code.section(u' ', 0, 0);
    const QString rest = error.code.section(u' ', 1);
    for (const QString &text :
        {certificateProblem(word, rest), proxyProblem(word), authorityProblem(word, rest)}) {
        if (!text.isEmpty())
            return text;
    }
    return {};
}

QString WordsNetwork::brief(const Error &error)
{
    if (error.code.startsWith("certificate-"_L1))
        return NetworkText::tr("certificate refused");
    if (error.code.startsWith("proxy-"_L1))
        return NetworkText::tr("proxy");
    if (error.code.startsWith("ca-"_L1))
        return NetworkText::tr("CA file");
    return {};
}

bool WordsNetwork::isMendedBySettings(const Error &error)
{
    return !problem(error).isEmpty();
}

QString WordsNetwork::authorities(const QList<QSslCertificate> &certificates)
{
    QStringList names;
    for (const QSslCertificate &certificate : certificates.mid(0, namesShown)) {
        names.append(NetworkText::tr("%1 until %2", "certificate, date")
                         .arg(certificate.subjectDisplayName(),
                             Format::dateTime(certificate.expiryDate().toUTC())));
    }
    const QString list = names.join(u"; "_s);
    const auto count = static_cast<int>(certificates.size());
    return count > namesShown
        ? NetworkText::tr("%Ln certificate(s), among them: %1", nullptr, count).arg(list)
        : NetworkText::tr("%Ln certificate(s): %1", nullptr, count).arg(list);
}

QString WordsNetwork::clocksDiffer(std::chrono::milliseconds ahead)
{
    if (std::chrono::abs(ahead) < tolerated)
        return {};
    // It wavers by seconds, and nobody needs them.
    const auto minutes = std::chrono::round<std::chrono::minutes>(std::chrono::abs(ahead));
    const QString much = minutes < std::chrono::hours(1)
        ? NetworkText::tr("%Ln minute(s)", nullptr, static_cast<int>(minutes.count()))
        : Format::duration(minutes);
    return ahead.count() > 0
        ? NetworkText::tr("The clock of this computer is %1 behind Fly.io's. Times that are shown "
                          "may be off by that much: set the clock.")
              .arg(much)
        : NetworkText::tr("The clock of this computer is %1 ahead of Fly.io's. Times that are "
                          "shown may be off by that much: set the clock.")
              .arg(much);
}
