#pragma once

#include "models/timelinelayout.h"

#include <array>

// Lays the rows out anew; TimelineLayout keeps them up to date afterwards.
class TimelineBuilder
{
public:
    TimelineBuilder(TimelineLayout &layout, const DeploymentState &state, const QDateTime &now);
    void run();

private:
    struct PhaseSpans
    {
        QList<int> own; // into state.spans
        QStringList laneOrder;
        QHash<QString, QList<int>> lanes;
    };
    using AttemptSpans = std::array<PhaseSpans, static_cast<size_t>(Phase::Cleanup) + 1>;

    void findAttempts();
    void sortSpans();
    void addAttempt(const AttemptState &attempt);
    void addPhase(const AttemptState &attempt, Phase phase);
    void addLanes(const AttemptState &attempt, Phase phase, const PhaseSpans &spans);
    int addRow(TimelineRow row);
    void fillTracks(int row, const QList<int> &spans);
    [[nodiscard]] bool isPlanned(
        const AttemptState &attempt, Phase phase, QStringList *lanes) const;

    TimelineLayout &m_layout;
    const DeploymentState &m_state;
    QDateTime m_now;
    QHash<int, AttemptSpans> m_spans; // by attempt
};
