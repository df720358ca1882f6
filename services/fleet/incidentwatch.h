#pragma once

#include "core/http.h"
#include "core/promise.h"
#include "types/incident.h"

#include <QList>
#include <QObject>

#include <memory>

// What the platform tells of itself, as of the last look. That its status page cannot be read is
// no news: what was known stays. Lives in the UI's thread.
class IncidentWatch final : public QObject
{
    Q_OBJECT

public:
    // `transport` must outlive it.
    IncidentWatch(HttpTransport &transport, const QUrl &page, QObject *parent = nullptr);
    ~IncidentWatch() override; // aborts what runs

    void refresh(); // one look; nothing while one runs
    [[nodiscard]] Pending<QList<Incident>> look(); // one of the caller's own, which is not kept
    [[nodiscard]] const QList<Incident> &open() const;

Q_SIGNALS:
    void changed();

private:
    struct Private;
    std::unique_ptr<Private> d;
};
