#pragma once

#include "core/result.h"
#include "deploy/journal.h"
#include "types/deployevent.h"
#include "types/deploymentstate.h"
#include "types/logline.h"

#include <QList>

#include <optional>

// The record of one deployment in a file of its own, to be looked at elsewhere: its plan, events,
// verdict and diagnosis (all of them events), and its log when that was asked for. Nothing in it
// can be acted on: no lease nonces, and of who ran it only the program. Environment values are in
// no journal, so they are in no capsule.
struct Capsule
{
    static constexpr int Schema = 1;
    static constexpr qint64 MostBytes = 64 * 1024 * 1024;

    QString madeBy; // "atalaya 0.1.0"
    QDateTime madeAt;
    AppName app;
    DeploymentId deployment;
    int number = 0; // in the list of who made it
    QList<DeployEvent> events;
    std::optional<QList<LogLine>> log; // nothing: left out
    bool operator==(const Capsule &) const = default;

    // Of a deployment as it is recorded, without what leaves no journal.
    [[nodiscard]] static Capsule from(const DeploymentSummary &summary,
        const QList<DeployEvent> &events,
        const QString &program,
        const QDateTime &now);
    [[nodiscard]] static Result<Capsule> of(Journal &journal,
        const DeploymentId &id,
        bool withLog,
        const QString &program,
        const QDateTime &now);
    // Folded like a deployment of one's own.
    [[nodiscard]] Result<DeploymentState> state() const;
};

// The row that a deployment would have in a list. One without an end was running when the capsule
// was made; here it is called interrupted.
DeploymentSummary summaryOf(const DeploymentState &state);

// Redacted here, at the sink, whatever went in: secret values known now, and what looks like one.
QByteArray capsuleToJson(const Capsule &capsule);
// InvalidInput naming the field, for what is broken, of somebody else, or newer. Texts are
// sanitised: a capsule comes from anywhere.
Result<Capsule> capsuleFromJson(const QByteArray &json);

Result<void> writeCapsule(const Capsule &capsule, const QString &path);
Result<Capsule> readCapsule(const QString &path); // the error names the file too
