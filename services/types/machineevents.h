#pragma once

#include "core/filelock.h"
#include "types/ids.h"

#include <QList>
#include <QString>

// What can be done about a deployment that stopped half-way.
enum class FailureAnswer
{
    Retry, // another attempt
    LeaveOut, // the same without the machines that failed
    RollBack,
    Leave, // as it is
    // Of stacks.
    RestoreData, // roll back, and the database with it
    GoOn // what nobody saw the end of counts as done
};

namespace events {

struct MachineCreated // by a strategy, or for a process group or a machine that moves
{
    MachineId machine;
    QString lane;
    MachineId replaces;
    QString configDigest; // of what was sent
    bool operator==(const MachineCreated &) const = default;
};

struct MachineDestroyed
{
    MachineId machine;
    bool operator==(const MachineDestroyed &) const = default;
};

// The update stopped half-way and somebody has to say how it goes on. Before the attempt's end;
// another attempt answers it, too.
struct QuestionAsked
{
    QList<MachineId> failed;
    QList<MachineId> done; // on the new version
    QList<MachineId> waiting; // not begun
    QList<FailureAnswer> answers; // that make sense
    QList<MachineId> gone; // destroyed by somebody else meanwhile; in none of the others
    bool operator==(const QuestionAsked &) const = default;
};

struct QuestionAnswered
{
    FailureAnswer answer = FailureAnswer::Leave;
    ProcessIdentity by;
    bool operator==(const QuestionAnswered &) const = default;
};

} // namespace events
