#include "core/tlserrors.h"

#include "core/sanitise.h"

#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace {
enum class Refusal // the gravest last
{
    NotYetValid,
    Expired,
    Name,
    Untrusted
};

Refusal refusalOf(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::CertificateNotYetValid:
        return Refusal::NotYetValid;
    case QSslError::CertificateExpired:
        return Refusal::Expired;
    case QSslError::HostNameMismatch:
        return Refusal::Name;
    default:
        return Refusal::Untrusted;
    }
}

QString wordOf(Refusal refusal)
{
    switch (refusal) {
    case Refusal::NotYetValid:
        return u"certificate-not-yet-valid"_s;
    case Refusal::Expired:
        return u"certificate-expired"_s;
    case Refusal::Name:
        return u"certificate-name"_s;
    case Refusal::Untrusted:
        break;
    }
    return u"certificate-untrusted"_s;
}
} // namespace

Error TlsErrors::refusal(const QString &host, const QList<QSslError> &errors)
{
    QSslError gravest = errors.value(0);
    for (const QSslError &error : errors) {
        if (refusalOf(error) > refusalOf(gravest))
            gravest = error;
    }
    const QString issuer =
        gravest.certificate().issuerInfo(QSslCertificate::CommonName).join(u", "_s);
    QString detail = u"the certificate of %1 is refused: %2"_s.arg(host, gravest.errorString());
    if (!issuer.isEmpty())
        detail += u" (issued by %1)"_s.arg(Sanitise::line(issuer));
    const QString code = wordOf(refusalOf(gravest)) + u' ' + host;
    return Error{Error::Kind::Offline, detail, 0, {}, {}, code};
}
