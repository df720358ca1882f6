#pragma once

#include <QDBusUnixFileDescriptor>
#include <QObject>

#include <optional>

class QDBusMessage;

// Keeps the computer awake while a deployment runs: login1's Inhibit, whose file descriptor is the
// lock, else the session's PowerManagement. Without D-Bus the deployment goes on all the same.
class SleepInhibitor final : public QObject
{
    Q_OBJECT

public:
    explicit SleepInhibitor(bool enabled, QObject *parent = nullptr);
    ~SleepInhibitor() override;

    void hold(const QString &reason); // shown by the desktop
    void release();
    [[nodiscard]] bool isHeld() const { return m_wanted; }

private:
    void askLogin(const QString &reason);
    void askSession(const QString &reason);
    void tellOnce(const QString &why);

    bool m_enabled;
    bool m_wanted = false;
    bool m_told = false;
    int m_turn = 0; // an answer to an earlier hold() is no answer to this one
    QDBusUnixFileDescriptor m_lock;
    std::optional<uint> m_cookie;
};
