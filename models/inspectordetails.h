#pragma once

#include "models/words.h"
#include "types/deploymentstate.h"
#include "types/logline.h"

#include <QStringList>

// What the inspector tells of one step, as texts; no widget decides anything about a span.
struct InspectorDetails
{
    QString title; // "Update machine 148e…", "checks"
    QString subtitle; // of a segment: what it belongs to
    Status status = Status::Unknown;
    QString outcome;
    QString when; // local
    QString whenUtc; // for hovering
    QString duration;
    QString usual; // empty: not known
    bool slow = false;
    QStringList notes; // what it waits for and told, newest first
    QString error; // in words
    QString errorDetail; // machine text, for "copy details"
    struct Request
    {
        QString id;
        QString what; // "POST /v1/apps/… 200"
        QString method;
        QString path;
        bool operator==(const Request &) const = default;
    };
    QList<Request> requests; // newest first
    bool operator==(const InspectorDetails &) const = default;

    static InspectorDetails of(
        const DeploymentState &state, const SpanState &span, const QDateTime &now);
    // The lines of the span's lane and time, at most `limit`, the last ones.
    static QList<LogLine> logOf(const QList<LogLine> &log, const SpanState &span, int limit);
};
