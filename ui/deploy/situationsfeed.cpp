#include "ui/deploy/situationsfeed.h"

#include "diagnosis/situations.h"

namespace {
constexpr qint64 remindedFor = 24 * 60 * 60; // seconds; what a machine suffered before is past
constexpr qint64 judgedEvery = 30; // seconds; a release that is not done gets older

// Nothing of what is judged has changed, and no minute has passed that it could tell of.
bool tellsTheSame(const FleetApp &app, const FleetApp &before)
{
    return app.machines == before.machines && app.currentRelease == before.currentRelease
        && app.app.name == before.app.name && before.seenAt().secsTo(app.seenAt()) < judgedEvery;
}
} // namespace

SituationsFeed::SituationsFeed(QObject *parent)
    : QObject(parent)
{
}

void SituationsFeed::setApp(const std::optional<FleetApp> &app)
{
    const bool isKnown = app && !app->error && !app->remembered && app->fetchedAt.isValid();
    if (!isKnown) {
        m_app.reset();
        ++m_round;
        Q_EMIT judged({});
        return;
    }
    if (m_app && tellsTheSame(*app, *m_app))
        return;
    m_app = app;
    const Pending<QList<Diagnosis>> answer =
        m_pool.run<QList<Diagnosis>>([app = *app](std::stop_token) -> Result<QList<Diagnosis>> {
            const QList<Release> releases =
                app.currentRelease ? QList<Release>{*app.currentRelease} : QList<Release>();
            const QDateTime now = app.seenAt();
            return situationsOf(releases, app.machines, now, now.addSecs(-remindedFor));
        });
    deliver(answer, this, [this, round = ++m_round](const Result<QList<Diagnosis>> &found) {
        if (round == m_round && found)
            Q_EMIT judged(*found);
    });
}
