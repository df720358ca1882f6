#include "core/http.h"

QByteArray HttpResponse::header(const QByteArray &lowerCaseName) const
{
    for (const HttpHeader &header : headers) {
        if (header.name == lowerCaseName)
            return header.value;
    }
    return {};
}

bool wasNeverSent(const Error &error)
{
    const bool own = error.code == QLatin1StringView("not-sent")
        || error.code.startsWith(QLatin1StringView("not-sent "));
    return own || error.code == QLatin1StringView("proxy-refused") || needsPerson(error);
}

bool needsPerson(const Error &error)
{
    return error.code.startsWith(QLatin1StringView("certificate-"))
        || error.code == QLatin1StringView("proxy-authentication")
        || error.code == QLatin1StringView("proxy-login-refused");
}
