#pragma once

#include "support/privatebus.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusUnixFileDescriptor>
#include <QDBusVariant>
#include <QFile>
#include <QList>
#include <QObject>
#include <QProcess>
#include <QSocketNotifier>
#include <QStringList>
#include <QTemporaryDir>
#include <QVariantMap>

#include <fcntl.h>
#include <memory>
#include <poll.h>
#include <unistd.h>

class FakeNotifications final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };
    QList<Shown> shown; // their ids count from 1

public Q_SLOTS:
    uint Notify(const QString &,
        uint,
        const QString &,
        const QString &title,
        const QString &body,
        const QStringList &actions,
        const QVariantMap &hints,
        int)
    {
        shown.append({title, body, actions, hints});
        return uint(shown.size());
    }

Q_SIGNALS:
    void ActivationToken(uint id, const QString &token);
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

// login1: a lock lives as long as somebody holds the descriptor it was answered with.
class FakeLogin final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    struct Lock
    {
        QString what;
        QString why;
        QString mode;
    };
    QList<Lock> taken;
    bool refuses = false;

    ~FakeLogin() override
    {
        for (const int end : std::as_const(m_ends))
            ::close(end);
    }

    [[nodiscard]] int held() const
    {
        int count = 0;
        for (const int end : m_ends) {
            pollfd look{end, POLLIN, 0};
            count += ::poll(&look, 1, 0) == 0 ? 1 : 0; // hung up: nobody holds the other end
        }
        return count;
    }

public Q_SLOTS:
    QDBusUnixFileDescriptor Inhibit(
        const QString &what, const QString &, const QString &why, const QString &mode)
    {
        int ends[2];
        if (refuses || ::pipe2(ends, O_CLOEXEC) != 0) {
            sendErrorReply(QDBusError::AccessDenied, QStringLiteral("not here"));
            return {};
        }
        taken.append({what, why, mode});
        m_ends.append(ends[0]);
        auto *notifier = new QSocketNotifier(ends[0], QSocketNotifier::Read, this);
        connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
            notifier->setEnabled(false);
            Q_EMIT released();
        });
        QDBusUnixFileDescriptor given;
        given.giveFileDescriptor(ends[1]);
        return given;
    }

Q_SIGNALS:
    void released();

private:
    QList<int> m_ends;
};

class FakePowerManagement final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.PowerManagement.Inhibit")

public:
    QList<uint> open;

public Q_SLOTS:
    uint Inhibit(const QString &, const QString &)
    {
        open.append(++m_last);
        Q_EMIT changed();
        return m_last;
    }
    void UnInhibit(uint cookie)
    {
        open.removeOne(cookie);
        Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();

private:
    uint m_last = 0;
};

class FakePortal final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme = 0;
    bool wrapsTwice = true; // Read of the portal does; some other implementations do not

public Q_SLOTS:
    QDBusVariant Read(const QString &, const QString &)
    {
        const QDBusVariant value{QVariant(scheme)};
        return wrapsTwice ? QDBusVariant(QVariant::fromValue(value)) : value;
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

// The parts of a desktop that the console speaks to, on a connection of their own.
class FakeDesktop
{
public:
    explicit FakeDesktop(const QString &address)
        : m_bus(QDBusConnection::connectToBus(address, QStringLiteral("fake desktop")))
    {
    }
    ~FakeDesktop() { QDBusConnection::disconnectFromBus(QStringLiteral("fake desktop")); }
    Q_DISABLE_COPY_MOVE(FakeDesktop)

    [[nodiscard]] bool offer()
    {
        const auto all = QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals;
        return m_bus.registerObject(
                   QStringLiteral("/org/freedesktop/Notifications"), &notifications, all)
            && m_bus.registerObject(QStringLiteral("/org/freedesktop/login1"), &login, all)
            && m_bus.registerObject(
                QStringLiteral("/org/freedesktop/PowerManagement/Inhibit"), &power, all)
            && m_bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal, all)
            && m_bus.registerService(QStringLiteral("org.freedesktop.Notifications"))
            && m_bus.registerService(QStringLiteral("org.freedesktop.login1"))
            && m_bus.registerService(QStringLiteral("org.freedesktop.PowerManagement"))
            && m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
    }

    FakeNotifications notifications;
    FakeLogin login;
    FakePowerManagement power;
    FakePortal portal;

private:
    QDBusConnection m_bus;
};
