#pragma once

#include "core/descriptor.h"
#include "core/result.h"

#include <QByteArray>

#include <array>
#include <chrono>

// Messages of PROTOCOL.mux over a connected socket.
namespace MuxWire {
enum Type : quint32
{
    Hello = 0x00000001,
    NewSession = 0x10000002,
    AliveCheck = 0x10000004,
    StopListening = 0x10000009,
    Ok = 0x80000001,
    PermissionDenied = 0x80000002,
    Failure = 0x80000003,
    ExitMessage = 0x80000004,
    Alive = 0x80000005,
    SessionOpened = 0x80000006,
};
inline constexpr quint32 version = 4;
inline constexpr qsizetype longestMessage = 256 * 1024;

void putNumber(QByteArray &message, quint32 value);
void putText(QByteArray &message, const QByteArray &text);

class Reader
{
public:
    explicit Reader(QByteArray message)
        : m_message(std::move(message))
    {
    }
    quint32 number(); // 0 beyond the end
    [[nodiscard]] QByteArray text();

private:
    QByteArray m_message;
    qsizetype m_at = 0;
};

// Whole messages out of what has arrived.
class Inbox
{
public:
    // False at the end of the connection.
    [[nodiscard]] bool receive(int socket);
    [[nodiscard]] bool take(QByteArray &message);
    [[nodiscard]] bool isBroken() const { return m_broken; } // longer than any message is

private:
    QByteArray m_bytes;
    bool m_broken = false;
};

[[nodiscard]] bool send(int socket, const QByteArray &message);
[[nodiscard]] bool sendDescriptor(int socket, int descriptor);
} // namespace MuxWire
