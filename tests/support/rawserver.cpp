#include "support/rawserver.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::seconds patience{60};

QByteArray headerOf(const QByteArray &head, const QByteArray &lowerCaseName)
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).trimmed().toLower() == lowerCaseName)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}
} // namespace

QByteArray RawServer::Request::header(const QByteArray &lowerCaseName) const
{
    return headerOf(head, lowerCaseName);
}

RawServer::RawServer(Script script)
    : m_script(std::move(script))
    , m_thread(u"raw-server"_s)
{
    m_thread.post([this] { listen(); });
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_port != 0; });
}

RawServer::~RawServer()
{
    m_thread.post([this] {
        const QList<QTcpSocket *> open = m_open.keys();
        for (QTcpSocket *socket : open) {
            socket->disconnect();
            socket->abort();
        }
    });
    m_thread.shutDown();
}

QUrl RawServer::url(const QString &path) const
{
    const std::lock_guard lock(m_mutex);
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(QString::number(m_port), path));
}

QList<RawServer::Request> RawServer::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

int RawServer::connections() const
{
    const std::lock_guard lock(m_mutex);
    return m_connections;
}

bool RawServer::waitForRequests(int count)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, patience, [&] { return m_requests.size() >= count; });
}

bool RawServer::waitForClosed(int count)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, patience, [&] { return m_closed >= count; });
}

void RawServer::answerHeld(const QByteArray &bytes)
{
    m_thread.post([this, bytes] {
        for (auto open = m_open.begin(); open != m_open.end(); ++open) {
            if (std::exchange(open->held, false))
                open.key()->write(bytes);
        }
    });
}

QByteArray RawServer::ok(const QByteArray &body, const QByteArray &extraHeaders)
{
    return QByteArray("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n") + extraHeaders
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

void RawServer::listen()
{
    m_server = new QTcpServer(m_thread.context());
    QObject::connect(m_server, &QTcpServer::newConnection, m_server, [this] { accept(); });
    const bool listening = m_server->listen(QHostAddress::LocalHost);
    Q_ASSERT(listening);
    const std::lock_guard lock(m_mutex);
    m_port = m_server->serverPort();
    m_changed.notify_all();
}

void RawServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        {
            const std::lock_guard lock(m_mutex);
            m_open.insert(socket, {++m_connections, {}, false});
        }
        QObject::connect(
            socket, &QTcpSocket::readyRead, m_server, [this, socket] { read(socket); });
        QObject::connect(socket, &QTcpSocket::disconnected, m_server, [this, socket] {
            m_open.remove(socket);
            socket->deleteLater();
            const std::lock_guard lock(m_mutex);
            ++m_closed;
            m_changed.notify_all();
        });
        read(socket);
    }
}

void RawServer::read(QTcpSocket *socket)
{
    QByteArray &buffer = m_open[socket].buffer;
    buffer += socket->readAll();
    const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    Request request;
    request.head = buffer.first(headEnd + 2);
    const qsizetype length = headerOf(request.head, "content-length").toLongLong();
    if (buffer.size() < headEnd + 4 + length)
        return;
    request.body = buffer.sliced(headEnd + 4, length);
    buffer.remove(0, headEnd + 4 + length);
    const QList<QByteArray> words = request.head.first(request.head.indexOf('\r')).split(' ');
    request.method = words.value(0);
    request.target = words.value(1);
    request.connection = m_open[socket].number;
    serve(socket, request);
}

void RawServer::serve(QTcpSocket *socket, const Request &request)
{
    const Reply reply = m_script(request);
    if (reply.bytes.isEmpty() && reply.then == Reply::Then::KeepOpen)
        m_open[socket].held = true;
    {
        const std::lock_guard lock(m_mutex);
        m_requests.append(request);
        m_changed.notify_all();
    }
    socket->write(reply.bytes);
    if (reply.then == Reply::Then::Close)
        socket->disconnectFromHost();
}
