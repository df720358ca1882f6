#include "fleet/incidentwatch.h"

#include "core/pool.h"
#include "fly/incidents.h"

struct IncidentWatch::Private
{
    HttpTransport &transport;
    const QUrl page;
    QList<Incident> open = {};
    bool looking = false;
    Pool pool = {}; // last: joined before the rest dies
};

IncidentWatch::IncidentWatch(HttpTransport &transport, const QUrl &page, QObject *parent)
    : QObject(parent)
    , d(new Private{transport, page})
{
}

IncidentWatch::~IncidentWatch() = default;

const QList<Incident> &IncidentWatch::open() const
{
    return d->open;
}

Pending<QList<Incident>> IncidentWatch::look()
{
    return d->pool.run<QList<Incident>>(
        [transport = &d->transport, page = d->page](
            std::stop_token stop) { return readIncidents(*transport, page, std::move(stop)); });
}

void IncidentWatch::refresh()
{
    if (std::exchange(d->looking, true))
        return;
    deliver(look(), this, [this](const Result<QList<Incident>> &found) {
        d->looking = false;
        if (!found || *found == d->open)
            return;
        d->open = *found;
        Q_EMIT changed();
    });
}
