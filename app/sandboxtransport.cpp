#include "app/sandboxtransport.h"

namespace {
const QByteArray standIn = "fo1_the_sandboxs_own";
}

Secret SandboxTransport::placeholder()
{
    return Secret(QByteArray(standIn.constData(), standIn.size()));
}

Result<HttpResponse> SandboxTransport::perform(const HttpRequest &request, std::stop_token stop)
{
    const Result<SandboxAddress> address = m_link.reach(stop);
    if (!address) {
        Error error = address.error();
        if (error.kind == Error::Kind::Cancelled)
            return failure(error);
        // For a caller it is a platform that cannot be reached, and nothing was sent.
        error.kind = Error::Kind::Offline;
        error.code = QStringLiteral("not-sent ") + error.code;
        return failure(error);
    }
    m_link.keepTime(stop);
    HttpRequest sent = request;
    sent.url.setScheme(address->url.scheme());
    sent.url.setHost(address->url.host());
    sent.url.setPort(address->url.port());
    for (HttpHeader &header : sent.headers) {
        if (header.name.compare("authorization", Qt::CaseInsensitive) == 0)
            header.value.replace(standIn, address->token.reveal());
    }
    Result<HttpResponse> answer = m_network.perform(sent, std::move(stop));
    const bool gone = !answer && answer.error().kind == Error::Kind::Offline;
    if (gone || (answer && answer->status == 401))
        m_link.forget();
    return answer;
}
