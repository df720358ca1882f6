#pragma once

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

#include <memory>
#include <utility>

// An HTTP proxy on loopback that joins every CONNECT to one port of this computer, whatever name it
// was asked for. Lives in the thread of the test, whose event loop has to run. Tests only.
class ConnectProxy : public QTcpServer
{
public:
    // `credentials`: "name:password" that it wants; empty: everybody may.
    explicit ConnectProxy(quint16 target, const QByteArray &credentials = {})
        : m_target(target)
        , m_wanted(credentials.isEmpty() ? QByteArray() : "Basic " + credentials.toBase64())
    {
        connect(
            this, &QTcpServer::newConnection, this, [this] { accept(nextPendingConnection()); });
        listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QString address(const QString &user = {}) const
    {
        const QString place = QStringLiteral("127.0.0.1:%1").arg(serverPort());
        return QString(QStringLiteral("http://") + user + place);
    }
    QList<QByteArray> heads; // of what it was asked
    QByteArray refusal; // sent instead of joining

private:
    void accept(QTcpSocket *client)
    {
        auto head = std::make_shared<QByteArray>();
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(client, &QTcpSocket::readyRead, client, [this, client, head] {
            *head += client->readAll();
            if (head->contains("\r\n\r\n"))
                answer(client, std::exchange(*head, {}));
        });
    }
    void answer(QTcpSocket *client, const QByteArray &head)
    {
        heads.append(head);
        if (!refusal.isEmpty()) {
            client->write(refusal);
            return client->disconnectFromHost();
        }
        if (!m_wanted.isEmpty() && !head.contains(m_wanted)) {
            client->write("HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"test\"\r\n"
                          "Content-Length: 0\r\n\r\n");
            return;
        }
        disconnect(client, &QTcpSocket::readyRead, client, nullptr);
        auto *server = new QTcpSocket(client);
        connect(server, &QTcpSocket::connected, client, [client] {
            client->write("HTTP/1.1 200 Joined\r\n\r\n");
        });
        connect(server, &QTcpSocket::readyRead, client, [client, server] {
            client->write(server->readAll());
        });
        connect(client, &QTcpSocket::readyRead, server, [client, server] {
            server->write(client->readAll());
        });
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
    }

    const quint16 m_target;
    const QByteArray m_wanted;
};
