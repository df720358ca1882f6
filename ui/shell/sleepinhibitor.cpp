#include "ui/shell/sleepinhibitor.h"

#include "core/log.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

QDBusMessage powerCall(const QString &method)
{
    return QDBusMessage::createMethodCall(u"org.freedesktop.PowerManagement"_s,
        u"/org/freedesktop/PowerManagement/Inhibit"_s,
        u"org.freedesktop.PowerManagement.Inhibit"_s,
        method);
}

void endInhibition(uint cookie)
{
    QDBusMessage call = powerCall(u"UnInhibit"_s);
    call << cookie;
    QDBusConnection::sessionBus().asyncCall(call);
}

} // namespace

SleepInhibitor::SleepInhibitor(bool enabled, QObject *parent)
    : QObject(parent)
    , m_enabled(enabled)
{
}

SleepInhibitor::~SleepInhibitor()
{
    release();
}

void SleepInhibitor::hold(const QString &reason)
{
    if (m_wanted)
        return;
    m_wanted = true;
    ++m_turn;
    if (m_enabled)
        askLogin(reason);
}

void SleepInhibitor::release()
{
    m_wanted = false;
    m_lock = {}; // closing the descriptor ends the inhibition
    if (m_cookie)
        endInhibition(*m_cookie);
    m_cookie.reset();
}

void SleepInhibitor::askLogin(const QString &reason)
{
    QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected())
        return askSession(reason);
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.login1"_s,
        u"/org/freedesktop/login1"_s,
        u"org.freedesktop.login1.Manager"_s,
        u"Inhibit"_s);
    call << u"sleep:idle"_s << u"Atalaya"_s << reason << u"block"_s;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, 5000), this);
    connect(
        watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, reason, turn = m_turn] {
            watcher->deleteLater();
            const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
            if (!m_wanted || turn != m_turn)
                return; // ended meanwhile: the descriptor closes with the reply
            if (reply.isError())
                askSession(reason);
            else
                m_lock = reply.value();
        });
}

void SleepInhibitor::askSession(const QString &reason)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return tellOnce(u"no bus to ask"_s);
    QDBusMessage call = powerCall(u"Inhibit"_s);
    call << u"Atalaya"_s << reason;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, 5000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, turn = m_turn] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError())
            tellOnce(reply.error().name());
        else if (m_wanted && turn == m_turn)
            m_cookie = reply.value();
        else
            endInhibition(reply.value());
    });
}

void SleepInhibitor::tellOnce(const QString &why)
{
    if (!std::exchange(m_told, true))
        Log::area("ui")->info("the computer may fall asleep: {}", why.toStdString());
}
