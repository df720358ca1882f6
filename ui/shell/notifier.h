#pragma once

#include <QObject>

// Desktop notifications over org.freedesktop.Notifications. A click only raises the window; where
// there is no session bus nothing is shown and the log says so once.
class Notifier final : public QObject
{
    Q_OBJECT

public:
    explicit Notifier(bool enabled, QObject *parent = nullptr);

    void notify(const QString &title, const QString &text, bool urgent);

Q_SIGNALS:
    void activated();

private Q_SLOTS:
    void actionInvoked(uint id, const QString &action);
    void notificationClosed(uint id, uint reason);
    void activationTokenGiven(uint id, const QString &token);

private:
    void listen(const QString &signal, const char *slot);

    bool m_enabled;
    QList<uint> m_shown;
};
