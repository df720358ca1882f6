#include "core/http.h"

QByteArray HttpResponse::header(const QByteArray &lowerCaseName) const
{
    for (const HttpHeader &header : headers) {
        if (header.name == lowerCaseName)
            return header.value;
    }
    return {};
}
