#pragma once

#include "servers/runnersteps.h"
#include "types/wordtable.h"

// The words of the runner's list, both ways.
namespace RunnerWords {

inline constexpr Word<RunnerStep::Failure> failures[] = {
    {RunnerStep::Failure::Stop, QLatin1String("stop")},
    {RunnerStep::Failure::Ask, QLatin1String("ask")},
    {RunnerStep::Failure::GoOn, QLatin1String("go-on")},
};
inline constexpr Word<RunnerList::Rollback> rollbacks[] = {
    {RunnerList::Rollback::Automatic, QLatin1String("automatic")},
    {RunnerList::Rollback::Ask, QLatin1String("ask")},
    {RunnerList::Rollback::Never, QLatin1String("never")},
};
inline constexpr Word<RunnerWant::Kind> wants[] = {
    {RunnerWant::Kind::Is, QLatin1String("is")},
    {RunnerWant::Kind::Lines, QLatin1String("lines")},
    {RunnerWant::Kind::Contains, QLatin1String("contains")},
    {RunnerWant::Kind::AtLeast, QLatin1String("at-least")},
    {RunnerWant::Kind::Exactly, QLatin1String("exactly")},
};

inline bool isNumeric(RunnerWant::Kind kind)
{
    return kind == RunnerWant::Kind::AtLeast || kind == RunnerWant::Kind::Exactly;
}

} // namespace RunnerWords
