#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

// A bus of the test's own, which nobody else is on and which starts no service. It is the session's
// and the system's for whoever connects after start().
class PrivateBus
{
public:
    PrivateBus() = default;
    ~PrivateBus() { stop(); }
    Q_DISABLE_COPY_MOVE(PrivateBus)

    [[nodiscard]] bool start()
    {
        QFile config(m_folder.filePath(QStringLiteral("bus.conf")));
        if (!config.open(QIODevice::WriteOnly))
            return false;
        config.write("<busconfig><type>session</type><listen>unix:dir=" + m_folder.path().toUtf8()
            + "</listen><policy context=\"default\"><allow send_destination=\"*\"/>"
              "<allow receive_sender=\"*\"/><allow own=\"*\"/></policy></busconfig>");
        config.close();
        m_daemon.start(QStringLiteral("dbus-daemon"),
            {QStringLiteral("--nofork"),
                QStringLiteral("--print-address=1"),
                QStringLiteral("--config-file=") + config.fileName()});
        // It writes the address once it listens.
        if (!m_daemon.waitForReadyRead(30'000))
            return false;
        m_address = m_daemon.readLine().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_address);
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_address);
        return true;
    }
    void stop()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
    [[nodiscard]] QString address() const { return QString::fromLatin1(m_address); }

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QByteArray m_address;
};
