#pragma once

#include "types/ids.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

// What the run itself believes at its end.
enum class Reported
{
    Succeeded,
    Failed,
    Cancelled,
    Interrupted,
    RolledBack
};
// What an independent look found.
enum class Reality
{
    AllNew,
    AllOld,
    Mixed,
    WrongCount,
    Unhealthy,
    Unknown
};

// What a look from the desk at the app's public address found.
struct ProbeResult
{
    enum class Problem
    {
        None,
        NameUnknown, // DNS
        Unreachable,
        TimedOut,
        CertificateExpired, // or not valid yet
        CertificateName,
        CertificateUntrusted,
        BadAnswer // 5xx, or no HTTP
    };
    QString address; // without query and credentials
    Problem problem = Problem::None;
    int status = 0;
    QDateTime certificateExpires; // invalid: no TLS, or not seen
    std::chrono::milliseconds took{0};
    bool operator==(const ProbeResult &) const = default;
};

// What a look after a deploy found of one service of a stack.
struct StackServiceVerdict
{
    enum class Runs
    {
        New,
        Old,
        Other, // neither of both
        Nothing,
        Unknown // it cannot be told
    };
    QString service;
    Runs runs = Runs::Unknown;
    int containers = 0; // that run
    int wanted = 1;
    bool unhealthy = false;
    bool restarting = false; // again and again
    bool wrongEnvironment = false; // its variables are not those that were wanted
    bool environmentUnknown = false;
    bool operator==(const StackServiceVerdict &) const = default;
};

// What watching an address from the desk has seen, from the first step to the last. Times are as
// exact as the looks are close together.
struct WatchedAddress
{
    QString address; // without query and credentials
    int looks = 0;
    int answers = 0;
    int outages = 0; // after it had answered
    std::chrono::milliseconds down{0}; // all of them
    std::chrono::milliseconds longest{0};
    ProbeResult::Problem problem = ProbeResult::Problem::None; // of the last look without an answer
    bool isDown = false; // when watching ended
    bool operator==(const WatchedAddress &) const = default;
};

struct StackFailedLook // a smoke test or a data check
{
    QString name;
    QString expected;
    QString found; // empty: no answer
    bool operator==(const StackFailedLook &) const = default;
};

// Of one server of a stack.
struct StackVerdict
{
    QString server;
    Reported reported = Reported::Failed;
    Reality reality = Reality::Unknown;
    QString oldVersion;
    QString newVersion;
    QList<StackServiceVerdict> services; // that take part
    QList<StackFailedLook> failedSmoke;
    QList<StackFailedLook> failedData;
    QString unknownBecause; // Error kind word, or "environment"
    QString reportedBecause; // Error kind word
    bool databaseRestored = false;
    QDateTime lookedAt;
    [[nodiscard]] bool contradicts() const; // what was reported is not what is
    bool operator==(const StackVerdict &) const = default;
};

struct Verdict
{
    int rules = 1; // version of the rules that made it
    Reported reported = Reported::Failed;
    Reality reality = Reality::Unknown;
    int expectedMachines = 0;
    int foundMachines = 0;
    int oldVersion = 0; // release versions, for the sentence
    int newVersion = 0;
    QList<MachineId> newMachines; // on the new image and config
    QList<MachineId> oldMachines;
    QList<MachineId> otherMachines; // on neither
    QList<MachineId> missingMachines;
    QList<MachineId> unhealthyMachines;
    QList<MachineId>
        extraMachines; // there, and not expected: old ones that should be gone, others'
    QList<MachineId>
        unlistedMachines; // the list left them out; they answered when asked one by one
    QList<MachineId>
        revertedMachines; // the run updated them, and they are on the old version again
    QList<MachineId> leftOutMachines; // on request; nothing is said of what they run
    QList<MachineId> unreachedMachines; // left out: their server could not be reached
    QList<MachineId> goneMachines; // destroyed by somebody else before this: it has fewer
    QString reportedBecause; // Error kind word of why the run did not succeed
    int returnedTo = 0; // of a roll back: the release it returns to
    std::optional<ProbeResult> probe; // nothing: not public, or not asked
    QString
        unknownBecause; // Error kind word when reality is Unknown, e.g. "offline", "journal-lost"
    QDateTime lookedAt;
    QList<StackVerdict> servers; // of a stack: one each, and nothing of machines
    QList<WatchedAddress> watched; // of a stack, while it was deployed
    [[nodiscard]] bool contradicts() const; // what was reported is not what is
    [[nodiscard]] bool leavesOut() const; // what is said holds for the other machines only
    bool operator==(const Verdict &) const = default;
};
