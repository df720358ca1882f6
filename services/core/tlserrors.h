#pragma once

#include "core/result.h"

#include <QList>
#include <QSslError>

// Why a certificate was refused, as the error of an exchange: Offline with the code
// "certificate-untrusted HOST", "certificate-name HOST", "certificate-expired HOST" or
// "certificate-not-yet-valid HOST"; the one that a person has to look at first.
namespace TlsErrors {
[[nodiscard]] Error refusal(const QString &host, const QList<QSslError> &errors);
} // namespace TlsErrors
