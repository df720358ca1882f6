#pragma once

#include "deploy/stackinputs.h"
#include "types/verdict.h"

// A look at one server after the end, of its own: not what the run says.
struct StackAfter
{
    StackLook look;
    QString problem; // Error kind word of why it could not be looked at
    QList<StackFailedLook> failedSmoke;
    QList<StackFailedLook> failedData;
    QHash<QString, int> wanted; // containers by service, where it is not one
    bool databaseRestored = false;
};

struct StackReport // what the run of one server says
{
    QString server;
    Reported reported = Reported::Failed;
    QString because; // Error kind word
};

// Pure. What was reported against what is.
[[nodiscard]] StackVerdict stackVerdict(const StackPlan &plan,
    const StackServerPlan &server,
    const StackReport &report,
    const StackAfter &after);
// Of all servers, in the order of the plan; one that is missing in `afters` was not looked at.
[[nodiscard]] Verdict stackVerdict(const StackPlan &plan,
    const QList<StackReport> &reports,
    const QList<StackAfter> &afters,
    const QDateTime &lookedAt);
