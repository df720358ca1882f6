#pragma once

#include "app/sandboxlink.h"

// Sends to wherever the profile's sandbox is now: a client is made before the sandbox is, and
// outlives it. The address of a request is replaced, and so is the token, unless the user gave one.
class SandboxTransport final : public HttpTransport
{
public:
    // What a client has in the place of the sandbox's own token; of the same kind.
    static Secret placeholder();

    SandboxTransport(SandboxLink &link, HttpTransport &network)
        : m_link(link)
        , m_network(network)
    {
    }

    Result<HttpResponse> perform(const HttpRequest &request, std::stop_token stop) override;

private:
    SandboxLink &m_link;
    HttpTransport &m_network;
};
