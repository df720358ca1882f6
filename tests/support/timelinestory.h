#pragma once

#include "types/deploymentstate.h"

#include <QList>

// Deployments written down as tests want them: steps with their times, turned into the events an
// engine would have told. Times are milliseconds since the start of the attempt.
class TimelineStory
{
public:
    struct Extra
    {
        QString lane = {};
        SpanId parent = {};
        Segment segment = Segment::Work;
        Outcome outcome = Outcome::Succeeded;
        std::optional<Error> error = {};
        QString title = {};
        int usual = 0; // p50 in milliseconds; p95 is a half more. 0: not known
    };

    explicit TimelineStory(int machines = 3);

    // Steps that follow belong to it; `at` is when it starts, since the story's beginning.
    void attempt(DeployKind kind, qint64 at, const QList<PlannedStep> &steps);
    void end(qint64 at, Reported reported, Step failedStep = Step::Survey);
    SpanId span(Phase phase, Step step, qint64 from, qint64 to, const Extra &extra);
    SpanId span(Phase phase, Step step, qint64 from, qint64 to)
    {
        return span(phase, step, from, to, Extra());
    }
    void skip(Phase phase,
        Step step,
        qint64 at,
        PlanReason reason,
        const QStringList &args,
        const QString &lane = {});
    void note(SpanId span, qint64 at, Note note, const QStringList &args);
    void request(SpanId span, qint64 at, const QString &path, const QString &requestId);
    void tell(qint64 at, const DeployEventBody &body);

    [[nodiscard]] QString machine(int index) const { return m_machines.at(index).id.value; }
    [[nodiscard]] QDateTime time(qint64 ms) const; // of the last attempt
    [[nodiscard]] QList<PlannedStep> usualSteps() const; // of a retry that re-uses the image
    [[nodiscard]] QList<DeployEvent> events(
        qint64 until = -1) const; // since the last attempt's start; -1: all
    [[nodiscard]] DeploymentState state(qint64 until = -1) const;

    // grupo-gad: an attempt that fails in its release command, and a retry that succeeds.
    static TimelineStory retried();
    static TimelineStory failedRelease();
    static TimelineStory failedBuild();
    static TimelineStory failedMachine(); // the second machine never gets healthy
    // The state of failedMachine() with its question open.
    static DeploymentState stoppedHalfWay();
    static TimelineStory large(int machines, int segments); // all are running

    static constexpr qint64 retriedLength = 112'000;

private:
    void releaseAttempt(bool fails);
    void updateMachine(int index, qint64 turn, qint64 from, Outcome outcome = Outcome::Succeeded);

    struct Told
    {
        QDateTime at;
        DeployEvent event;
    };

    QList<PlannedMachine> m_machines;
    QList<Told> m_told;
    QDateTime m_attemptStart;
    int m_attempt = 0;
    qint64 m_nextSpan = 1;
};
