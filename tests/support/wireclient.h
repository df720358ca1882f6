#pragma once

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QUrl>

// One connection to an HTTP server on this computer, byte by byte: sees what a real client library
// would hide. Blocking; tests only.
class WireClient
{
public:
    struct Answer
    {
        int status = 0; // 0: none came
        QByteArray head;
        QByteArray body;
        bool complete = false;
        [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    };

    WireClient(const QUrl &url, QByteArray token)
        : m_url(url)
        , m_token(std::move(token))
    {
    }

    bool send(const QByteArray &method,
        const QByteArray &target,
        const QByteArray &body = {},
        QByteArray host = {})
    {
        if (socket.state() != QAbstractSocket::ConnectedState) {
            socket.abort();
            socket.connectToHost(m_url.host(), quint16(m_url.port()));
            if (!socket.waitForConnected(5000))
                return false;
        }
        if (host.isEmpty())
            host = m_url.authority().toLatin1();
        QByteArray text = method + ' ' + target + " HTTP/1.1\r\nHost: " + host + "\r\n";
        text += "Authorization: Bearer " + m_token + "\r\nContent-Type: application/json\r\n";
        text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        socket.write(text);
        return socket.waitForBytesWritten(5000);
    }

    Answer receive(int timeout = 20'000)
    {
        QElapsedTimer timer;
        timer.start();
        Answer answer;
        QByteArray text;
        for (;;) {
            text += socket.readAll();
            const qsizetype end = text.indexOf("\r\n\r\n");
            if (end >= 0) {
                answer.head = text.left(end).toLower();
                answer.status = answer.head.mid(9, 3).toInt();
                answer.body = text.mid(end + 4);
                const qsizetype at = answer.head.indexOf("content-length: ");
                const qsizetype size =
                    at < 0 ? 0 : answer.head.mid(at + 16).split('\r').first().toLongLong();
                answer.complete = answer.body.size() >= size;
            }
            const bool over = answer.complete || socket.state() != QAbstractSocket::ConnectedState;
            if (answer.complete && answer.head.contains("connection: close"))
                socket.abort();
            if (over || timer.elapsed() > timeout)
                return answer;
            socket.waitForReadyRead(200);
        }
    }

    Answer call(const QByteArray &method, const QByteArray &target, const QByteArray &body = {})
    {
        return send(method, target, body) ? receive() : Answer();
    }

    QTcpSocket socket;

private:
    const QUrl m_url;
    const QByteArray m_token;
};
