#pragma once

#include "sandbox/simtypes.h"

#include <boost/asio/ip/tcp.hpp>

#include <chrono>
#include <memory>
#include <optional>

// What a session asks of the server it belongs to.
class SandboxSessionOwner
{
public:
    virtual SimAnswer answer(const SimRequest &request) = 0;
    virtual void afterActivity() = 0; // the world may have changed: others may be answered now
    [[nodiscard]] virtual bool isOurHost(const QByteArray &hostHeader) const = 0;
    [[nodiscard]] virtual std::chrono::nanoseconds latency() const = 0;

protected:
    ~SandboxSessionOwner() = default;
};

// One connection: reads a request, has it answered (now or at an event of the world), and goes on.
// Keeps itself alive while it waits for something. The server's thread only.
class SandboxSession : public std::enable_shared_from_this<SandboxSession>
{
public:
    SandboxSession(boost::asio::ip::tcp::socket socket, SandboxSessionOwner &owner);
    ~SandboxSession();
    Q_DISABLE_COPY_MOVE(SandboxSession)

    void read();
    void close();
    [[nodiscard]] const std::optional<SimHold> &hold() const;
    void deliver(const SimReply &reply);

private:
    void readBody();
    void answerRequest();
    void watchForLeaving();
    void write(const SimReply &reply);

    struct Private; // Beast is kept out of here
    std::unique_ptr<Private> d;
};
