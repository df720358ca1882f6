#include "app/ctl/incidentlook.h"

#include "app/composition.h"
#include "models/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

IncidentLook::IncidentLook(CtlSession &session)
    : m_session(session)
{
    IncidentWatch *watch = session.composition().incidents();
    if (!watch)
        return;
    const Promise<Pending<QList<Incident>>> begun;
    QMetaObject::invokeMethod(watch, [watch, begun] { begun.fulfil(watch->look()); });
    if (const Result<Pending<QList<Incident>>> look = await(begun.pending()))
        m_open = *look;
}

void IncidentLook::tell()
{
    if (!m_open)
        return;
    const Result<QList<Incident>> open = await(*m_open);
    if (!open || open->isEmpty())
        return;
    QJsonArray incidents;
    for (const Incident &incident : *open) {
        if (!m_session.out().isJson())
            m_session.out().aside(Words::incident(incident));
        incidents.append(QJsonObject{{u"id"_s, incident.id},
            {u"name"_s, incident.name},
            {u"status"_s, incident.status},
            {u"impact"_s, incident.impact}});
    }
    m_session.out().object("incidents"_L1, {{u"incidents"_s, incidents}});
}
