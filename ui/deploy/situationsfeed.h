#pragma once

#include "core/pool.h"
#include "types/diagnosis.h"
#include "types/fleetsnapshot.h"

#include <QObject>

#include <optional>

// Judges what an app tells of itself while nobody deploys it (diagnosis/situations.h), beside the
// window's thread.
class SituationsFeed final : public QObject
{
    Q_OBJECT

public:
    explicit SituationsFeed(QObject *parent = nullptr);

    // Only what is known to be so now is judged: an app that cannot be reached tells nothing.
    void setApp(const std::optional<FleetApp> &app);

Q_SIGNALS:
    void judged(const QList<Diagnosis> &situations);

private:
    std::optional<FleetApp> m_app;
    int m_round = 0; // answers to earlier questions are dropped
    Pool m_pool;
};
