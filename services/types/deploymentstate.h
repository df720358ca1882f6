#pragma once

#include "types/deployevent.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <optional>

// State of one deployment, folded from its events; live view, replay, resume and tests use this one
// fold. A value, cheap to copy.
struct SpanNote
{
    QDateTime at;
    Note note = Note::MachineState;
    QStringList args;
    bool operator==(const SpanNote &) const = default;
};

struct SpanState
{
    SpanId id;
    SpanId parent;
    int attempt = 1;
    Phase phase = Phase::Preflight;
    Step step = Step::Survey;
    Segment segment = Segment::Work;
    QString lane;
    QString title;
    QDateTime startedAt;
    QDateTime endedAt; // invalid while it runs
    Outcome outcome = Outcome::Running;
    PlanReason skipReason = PlanReason::None;
    QStringList skipArgs;
    std::optional<UsualDuration> usual;
    std::optional<Error> error;
    QList<SpanNote> notes;
    QList<events::SpanRequest> requests;
    QString run; // the server's run that told of it
    qint64 runSequence = 0; // of its beginning there
    bool operator==(const SpanState &) const = default;
};

struct AttemptState
{
    int number = 1;
    DeployPlan plan;
    ProcessIdentity owner;
    QDateTime startedAt;
    QDateTime endedAt; // invalid: running or interrupted
    bool cancelRequested = false;
    std::optional<events::AttemptEnded> ended;
    std::optional<Verdict> verdict;
    std::optional<Diagnosis> diagnosis;
    std::optional<events::ReleaseCommandEnded> releaseCommand;
    ReleaseId release;
    int releaseVersion = 0;
    QHash<QString, events::LeaseTaken> leases; // by machine id; not dropped yet
    QHash<QString, events::Intent> openIntents; // by id; without an IntentDone
    QHash<QString, QString> updated; // machine id -> new instance id
    std::optional<events::QuestionAsked> question;
    std::optional<FailureAnswer> answer; // of the question
    bool operator==(const AttemptState &) const = default;
};

struct DeploymentState
{
    DeploymentId id;
    AppName app;
    int number = 0; // "#58": counts the app's deployments in this store
    QList<AttemptState> attempts;
    QList<SpanState> spans; // in order of their start
    QHash<SpanId, int> spanIndex;
    QHash<QString, events::MachineBefore> before; // by machine id
    QHash<QString, events::MachineCreated> created; // by machine id; not destroyed by us since
    QSet<QString> destroyed; // machine ids
    bool switched = false; // traffic has been moved to them
    QHash<QString, qint64> imported; // by run of a server: the last that is known of it
    qint64 lastSequence = 0;
    QDateTime lastAt; // of the event lastSequence

    // Events at or below lastSequence are ignored (idempotent); a gap is a Protocol error.
    Result<void> apply(const DeployEvent &event);
    // All of them, up to the first that does not fit.
    Result<void> apply(const QList<DeployEvent> &events);
    [[nodiscard]] const AttemptState *lastAttempt() const
    {
        return attempts.isEmpty() ? nullptr : &attempts.last();
    }
    [[nodiscard]] const SpanState *span(SpanId id) const;
    // The last attempt stopped half-way and nobody has said how it goes on.
    [[nodiscard]] const events::QuestionAsked *openQuestion() const;
    bool operator==(const DeploymentState &) const = default;
};
