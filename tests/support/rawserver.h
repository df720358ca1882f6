#pragma once

#include "core/iothread.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QUrl>

#include <condition_variable>
#include <functional>
#include <mutex>

class QTcpServer;
class QTcpSocket;

// A loopback HTTP peer on a thread of its own, which counts what it is sent and answers with bytes:
// it can misbehave in every way that a socket allows. All functions from any thread.
class RawServer
{
public:
    struct Request
    {
        QByteArray method;
        QByteArray target;
        QByteArray head; // request line and headers as received
        QByteArray body;
        int connection = 0; // 1 is the first

        // The value of a header, by its lower-case name.
        [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const;
    };
    struct Reply
    {
        enum class Then
        {
            KeepOpen,
            Close
        };
        QByteArray bytes;
        Then then = Then::KeepOpen;
    };
    // Called on the server's thread for each complete request. An empty reply that keeps open holds
    // the answer until answerHeld.
    using Script = std::function<Reply(const Request &)>;

    explicit RawServer(Script script);
    ~RawServer();
    Q_DISABLE_COPY_MOVE(RawServer)

    [[nodiscard]] QUrl url(const QString &path) const;
    [[nodiscard]] QList<Request> requests() const;
    [[nodiscard]] int connections() const;
    // False when it did not happen within a limit far above any sensible duration.
    [[nodiscard]] bool waitForRequests(int count);
    [[nodiscard]] bool waitForClosed(int count);
    void answerHeld(const QByteArray &bytes);

    [[nodiscard]] static QByteArray ok(const QByteArray &body, const QByteArray &extraHeaders = {});

private:
    void listen();
    void accept();
    void read(QTcpSocket *socket);
    void serve(QTcpSocket *socket, const Request &request);

    struct Connection
    {
        int number = 0;
        QByteArray buffer;
        bool held = false;
    };

    const Script m_script;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    QList<Request> m_requests;
    int m_connections = 0;
    int m_closed = 0;
    quint16 m_port = 0;

    // On the server's thread only.
    QTcpServer *m_server = nullptr;
    QHash<QTcpSocket *, Connection> m_open;

    IoThread m_thread; // last: it ends before what its work uses
};
