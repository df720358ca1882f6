#pragma once

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

#include <memory>
#include <utility>

// A SOCKS5 proxy on loopback that wants name and password (RFC 1928, 1929) and joins everything to
// one port of this computer. Lives in the thread of the test, whose event loop has to run. Tests
// only.
class SocksProxy : public QTcpServer
{
public:
    SocksProxy(quint16 target, QByteArray user, QByteArray password)
        : m_target(target)
        , m_user(std::move(user))
        , m_password(std::move(password))
    {
        connect(
            this, &QTcpServer::newConnection, this, [this] { accept(nextPendingConnection()); });
        listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QString address() const
    {
        return QStringLiteral("socks5://127.0.0.1:%1").arg(serverPort());
    }
    int joined = 0;
    int refused = 0;

private:
    enum class Step
    {
        Greeting,
        Login,
        Request
    };
    struct Talk
    {
        Step step = Step::Greeting;
        QByteArray heard;
    };

    void accept(QTcpSocket *client)
    {
        auto talk = std::make_shared<Talk>();
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(client, &QTcpSocket::readyRead, client, [this, client, talk] {
            talk->heard += client->readAll();
            hear(client, *talk);
        });
    }
    void hear(QTcpSocket *client, Talk &talk)
    {
        const QByteArray said = std::exchange(talk.heard, {}); // its messages come whole
        switch (talk.step) {
        case Step::Greeting:
            talk.step = Step::Login;
            if (said.mid(2).contains('\x02'))
                return void(client->write(QByteArray::fromHex("0502")));
            ++refused;
            client->write(QByteArray::fromHex("05ff"));
            return client->disconnectFromHost();
        case Step::Login: {
            const auto nameLength = static_cast<quint8>(said.at(1));
            const QByteArray user = said.mid(2, nameLength);
            const QByteArray password = said.mid(3 + nameLength);
            if (user == m_user && password == m_password) {
                talk.step = Step::Request;
                return void(client->write(QByteArray::fromHex("0100")));
            }
            ++refused;
            client->write(QByteArray::fromHex("0101"));
            return client->disconnectFromHost();
        }
        case Step::Request:
            ++joined;
            join(client);
        }
    }
    void join(QTcpSocket *client)
    {
        disconnect(client, &QTcpSocket::readyRead, client, nullptr);
        auto *server = new QTcpSocket(client);
        connect(server, &QTcpSocket::connected, client, [client] {
            client->write(QByteArray::fromHex("05000001000000000000"));
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
    const QByteArray m_user;
    const QByteArray m_password;
};
