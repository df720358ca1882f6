#include "ui/deploy/deploymentscontroller.h"

#include "core/log.h"

#include <algorithm>
#include <chrono>

DeploymentsController::DeploymentsController(DeployService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
{
    connect(&m_service, &DeployService::eventsArrived, this, &DeploymentsController::takeEvents);
    connect(&m_service, &DeployService::logArrived, this, &DeploymentsController::takeLog);
    connect(&m_service, &DeployService::historyChanged, this, [this](const AppName &app) {
        if (app == m_app)
            readHistory();
    });
    connect(&m_service,
        &DeployService::started,
        this,
        [this](const DeploymentId &id, const AppName &app) {
            if (app == m_app)
                show(id);
        });
    connect(&m_service,
        &DeployService::finished,
        this,
        [this](const DeploymentId &id, const AppName &app) {
            if (id == m_followed)
                m_followed = {};
            if (app == m_app)
                readHistory();
        });
    m_look.setInterval(std::chrono::seconds(3));
    connect(&m_look, &QTimer::timeout, this, &DeploymentsController::readHistory);
}

DeploymentsController::~DeploymentsController()
{
    stopFollowing();
}

void DeploymentsController::setApp(const AppName &app)
{
    if (app == m_app)
        return;
    stopFollowing();
    ++m_generation;
    m_app = app;
    m_history.clear();
    m_historyArrived = false;
    m_shown = {};
    m_state = {};
    Q_EMIT historyLoading();
    if (app.isEmpty()) // something else than an app is shown
        return m_look.stop();
    readHistory();
    m_look.start();
}

void DeploymentsController::show(const DeploymentId &id)
{
    if (id == m_shown && (m_stateArrived || id.isEmpty()))
        return;
    if (id != m_followed)
        stopFollowing();
    m_shown = id;
    Q_EMIT shownChanged(id);
    loadShown();
}

void DeploymentsController::reload()
{
    readHistory();
    if (!m_shown.isEmpty())
        loadShown();
}

std::optional<DeploymentSummary> DeploymentsController::shownSummary() const
{
    for (const DeploymentSummary &row : m_history) {
        if (row.id == m_shown)
            return row;
    }
    return std::nullopt;
}

void DeploymentsController::cancel(const DeploymentId &id)
{
    deliver(m_service.cancel(id), this, [this](const Result<bool> &answer) {
        if (!answer)
            Q_EMIT cancelFailed(answer.error());
    });
}

void DeploymentsController::readHistory()
{
    deliver(m_service.history(m_app),
        this,
        [this, generation = m_generation](const Result<QList<DeploymentSummary>> &history) {
            if (generation != m_generation)
                return;
            if (history)
                takeHistory(*history);
            else
                Q_EMIT historyFailed(history.error());
        });
}

void DeploymentsController::takeHistory(const QList<DeploymentSummary> &history)
{
    if (history == m_history && m_historyArrived)
        return;
    m_historyArrived = true;
    const bool looksAtNewest = m_history.isEmpty() || m_history.first().id == m_shown;
    const auto isShown = [this](const DeploymentSummary &row) { return row.id == m_shown; };
    // The sandbox's world may begin anew, and its past with it.
    const bool gone =
        std::ranges::any_of(m_history, isShown) && std::ranges::none_of(history, isShown);
    m_history = history;
    if (gone) {
        show({});
        Q_EMIT stateLoaded(m_state); // of none
    }
    Q_EMIT historyChanged(history);
    using Status = DeploymentSummary::Status;
    // What another process runs is followed, unless something earlier is being looked at.
    const bool follows =
        looksAtNewest && !history.isEmpty() && history.first().status == Status::RunningElsewhere;
    if (!history.isEmpty() && (m_shown.isEmpty() || follows))
        show(history.first().id);
    reloadIfBehind();
    followIfElsewhere();
}

void DeploymentsController::loadShown()
{
    m_stateArrived = false;
    m_logArrived = false;
    m_early.clear();
    m_earlyLog.clear();
    m_state = {};
    if (m_shown.isEmpty())
        return;
    Q_EMIT stateLoading();
    deliver(
        m_service.load(m_shown), this, [this, id = m_shown](const Result<DeploymentState> &state) {
            if (id != m_shown || m_stateArrived)
                return;
            if (state)
                takeState(*state);
            else
                Q_EMIT stateFailed(state.error());
        });
    deliver(
        m_service.log(m_shown), this, [this, id = m_shown](const Result<QList<LogLine>> &lines) {
            if (id != m_shown || m_logArrived)
                return;
            m_logArrived = true;
            if (!lines)
                return void(Q_EMIT logFailed(lines.error()));
            Q_EMIT logLoaded(*lines);
            // Early lines were written before they were told: those that the file had are dropped.
            QList<LogLine> fresh;
            for (const LogLine &line : std::exchange(m_earlyLog, {})) {
                if (!lines->contains(line))
                    fresh.append(line);
            }
            if (!fresh.isEmpty())
                Q_EMIT logAppended(fresh);
        });
}

void DeploymentsController::takeState(const DeploymentState &state)
{
    m_state = state;
    for (const DeployEvent &event : std::exchange(m_early, {})) {
        if (const Result<void> applied = m_state.apply(event); !applied)
            Log::area("ui")->warn("early event refused: {}", applied.error().detail.toStdString());
    }
    m_stateArrived = true;
    Q_EMIT stateLoaded(m_state);
    followIfElsewhere();
}

void DeploymentsController::takeEvents(const DeploymentId &id, const QList<DeployEvent> &events)
{
    if (id != m_shown)
        return;
    if (!m_stateArrived) {
        m_early.append(events);
        return;
    }
    QList<DeployEvent> applied;
    for (const DeployEvent &event : events) {
        if (event.sequence <= m_state.lastSequence)
            continue;
        if (!m_state.apply(event))
            return loadShown(); // a gap: the journal has it all
        applied.append(event);
    }
    if (!applied.isEmpty())
        Q_EMIT eventsApplied(applied, m_state);
}

void DeploymentsController::takeLog(const DeploymentId &id, const QList<LogLine> &lines)
{
    if (id != m_shown)
        return;
    if (id == m_followed && std::exchange(m_followedLogBegins, false)) {
        m_logArrived = true;
        Q_EMIT logLoaded(lines);
    } else if (m_logArrived) {
        Q_EMIT logAppended(lines);
    } else {
        m_earlyLog.append(lines);
    }
}

// Another process may have run it from one look to the next.
void DeploymentsController::reloadIfBehind()
{
    const std::optional<DeploymentSummary> summary = shownSummary();
    if (!summary || !m_stateArrived || m_followed == m_shown
        || m_service.running().contains(m_shown))
        return;
    const AttemptState *last = m_state.lastAttempt();
    const bool ended = summary->status == DeploymentSummary::Status::Ended;
    if (summary->attempts > int(m_state.attempts.size()) || (ended && last && !last->ended))
        loadShown();
}

void DeploymentsController::followIfElsewhere()
{
    const std::optional<DeploymentSummary> summary = shownSummary();
    if (!summary || summary->status != DeploymentSummary::Status::RunningElsewhere)
        return;
    if (!m_stateArrived || m_followed == m_shown)
        return;
    m_followed = m_shown;
    m_followedLogBegins = true;
    m_service.follow(m_followed, m_state.lastSequence);
}

void DeploymentsController::stopFollowing()
{
    if (m_followed.isEmpty())
        return;
    m_service.unfollow(m_followed);
    m_followed = {};
}
