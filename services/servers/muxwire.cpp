#include "servers/muxwire.h"

#include <QtEndian>

#include <cerrno>
#include <cstring>
#include <sys/socket.h>

void MuxWire::putNumber(QByteArray &message, quint32 value)
{
    const quint32 wire = qToBigEndian(value);
    message.append(reinterpret_cast<const char *>(&wire), sizeof(wire));
}

void MuxWire::putText(QByteArray &message, const QByteArray &text)
{
    putNumber(message, quint32(text.size()));
    message.append(text);
}

quint32 MuxWire::Reader::number()
{
    if (m_message.size() - m_at < qsizetype(sizeof(quint32)))
        return 0;
    const quint32 value = qFromBigEndian<quint32>(m_message.constData() + m_at);
    m_at += qsizetype(sizeof(quint32));
    return value;
}

QByteArray MuxWire::Reader::text()
{
    const qsizetype size = qsizetype(number());
    const QByteArray found = m_message.mid(m_at, size);
    m_at += found.size();
    return found;
}

bool MuxWire::Inbox::receive(int socket)
{
    std::array<char, 4096> bytes{};
    const ssize_t count = ::recv(socket, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (count < 0)
        return errno == EAGAIN || errno == EINTR;
    m_bytes.append(bytes.data(), count);
    return count > 0;
}

bool MuxWire::Inbox::take(QByteArray &message)
{
    if (m_bytes.size() < qsizetype(sizeof(quint32)))
        return false;
    const auto size = qsizetype(qFromBigEndian<quint32>(m_bytes.constData()));
    m_broken = m_broken || size > longestMessage;
    if (m_broken || m_bytes.size() - qsizetype(sizeof(quint32)) < size)
        return false;
    message = m_bytes.mid(qsizetype(sizeof(quint32)), size);
    m_bytes.remove(0, qsizetype(sizeof(quint32)) + size);
    return true;
}

bool MuxWire::send(int socket, const QByteArray &message)
{
    QByteArray framed;
    putText(framed, message);
    qsizetype sent = 0;
    while (sent < framed.size()) {
        const ssize_t count =
            ::send(socket, framed.constData() + sent, size_t(framed.size() - sent), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        sent += count;
    }
    return true;
}

bool MuxWire::sendDescriptor(int socket, int descriptor)
{
    char byte = '\0';
    iovec data{&byte, 1};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    msghdr message = {};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(header), &descriptor, sizeof(int));
    return ::sendmsg(socket, &message, MSG_NOSIGNAL) == 1;
}
