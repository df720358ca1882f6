#pragma once

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

// An HTTPS server with one of the certificates that were made for the tests (data/probe), which
// answers everything with 200. Lives in the thread of the test. Tests only.
class TlsServer : public QSslServer
{
public:
    explicit TlsServer(const QString &certificate, const QByteArray &body = "ok")
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate(dataOf(certificate)));
        tls.setPrivateKey(QSslKey(dataOf(QStringLiteral("server-key.pem")), QSsl::Ec));
        setSslConfiguration(tls);
        connect(this, &QTcpServer::pendingConnectionAvailable, this, [this, body] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket, body] {
                const QByteArray request = socket->readAll();
                if (!request.contains("\r\n\r\n"))
                    return;
                heads.append(request);
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: "
                    + QByteArray::number(body.size()) + "\r\n\r\n" + body);
            });
        });
        listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QUrl url(const QString &path) const
    {
        return QUrl(QStringLiteral("https://localhost:%1%2").arg(serverPort()).arg(path));
    }
    static QString file(const QString &name)
    {
        return QFINDTESTDATA(QStringLiteral("data/probe/") + name);
    }
    static QByteArray dataOf(const QString &name)
    {
        QFile source(file(name));
        return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    }
    QList<QByteArray> heads;
};
