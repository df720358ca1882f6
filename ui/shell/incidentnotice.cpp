#include "ui/shell/incidentnotice.h"

#include "fleet/incidentwatch.h"
#include "models/words.h"

namespace {
constexpr int secondsBetweenLooks = 60;
}

IncidentNotice::IncidentNotice(IncidentWatch *watch, QObject *parent)
    : QObject(parent)
    , m_watch(watch)
{
    if (watch)
        connect(watch, &IncidentWatch::changed, this, &IncidentNotice::changed);
}

QStringList IncidentNotice::ids() const
{
    QStringList ids;
    if (m_watch) {
        for (const Incident &incident : m_watch->open())
            ids.append(incident.id);
    }
    return ids;
}

QString IncidentNotice::text() const
{
    const QStringList open = ids();
    if (open.isEmpty() || open == m_takenAway)
        return {};
    const Incident &first = m_watch->open().first();
    if (open.size() == 1)
        return Words::incident(first);
    const QString name = first.status.isEmpty()
        ? first.name
        : tr("%1 (%2)", "name and state of an incident of the platform")
              .arg(first.name, first.status);
    return tr("Fly.io reports %Ln incidents of its own, the newest: %1",
        nullptr,
        static_cast<int>(open.size()))
        .arg(name);
}

void IncidentNotice::takeAway()
{
    m_takenAway = ids();
}

void IncidentNotice::tick(bool visible)
{
    if (!m_watch || !visible || m_untilLook-- > 0)
        return;
    m_untilLook = secondsBetweenLooks;
    m_watch->refresh();
}
