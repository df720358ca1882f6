#include "ui/shell/notifier.h"

#include "core/log.h"
#include "core/sanitise.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace {
constexpr auto s_service = "org.freedesktop.Notifications"_L1;
constexpr auto s_path = "/org/freedesktop/Notifications"_L1;
} // namespace

Notifier::Notifier(bool enabled, QObject *parent)
    : QObject(parent)
    , m_enabled(enabled && QDBusConnection::sessionBus().isConnected())
{
    if (!m_enabled) {
        if (enabled)
            Log::area("ui")->info("no notifications: no session bus");
        return;
    }
    listen(u"ActivationToken"_s, SLOT(activationTokenGiven(uint, QString)));
    listen(u"ActionInvoked"_s, SLOT(actionInvoked(uint, QString)));
    listen(u"NotificationClosed"_s, SLOT(notificationClosed(uint, uint)));
}

void Notifier::listen(const QString &signal, const char *slot)
{
    QDBusConnection::sessionBus().connect(s_service, s_path, s_service, signal, this, slot);
}

void Notifier::notify(const QString &title, const QString &text, bool urgent)
{
    if (!m_enabled)
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(s_service, s_path, s_service, u"Notify"_s);
    QVariantMap hints;
    hints.insert(u"urgency"_s, QVariant::fromValue(uchar(urgent ? 2 : 1)));
    hints.insert(u"desktop-entry"_s, u"atalaya"_s);
    // The body may be read as markup by the desktop.
    call << u"Atalaya"_s << uint(0) << u"atalaya"_s << title
         << Sanitise::forMarkup(Redact::text(text)) << QStringList{u"default"_s, QString()} << hints
         << -1;
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, 5000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError())
            Log::area("ui")->info("notification refused: {}", reply.error().name().toStdString());
        else
            m_shown.append(reply.value());
    });
}

void Notifier::actionInvoked(uint id, const QString &)
{
    if (m_shown.removeOne(id))
        Q_EMIT activated();
}

// Its number may be given to another program's notification next.
void Notifier::notificationClosed(uint id, uint)
{
    m_shown.removeOne(id);
}

// Comes before the click is told. Without it a Wayland desktop does not let a window come forward.
void Notifier::activationTokenGiven(uint id, const QString &token)
{
    if (m_shown.contains(id))
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
}
