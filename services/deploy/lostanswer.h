#pragma once

#include "deploy/deadlinestop.h"
#include "deploy/runparts.h"

#include <functional>

// How patiently the engine asks again, where the matter itself has no numbers of its own.
namespace pace {
using namespace std::chrono_literals;
constexpr int sendings = 3; // of one write; fly-io.md 1.9, bluegreen launch
constexpr int looks = 3; // for what a write has done whose answer was lost
constexpr int looksForMade = 8; // lists lag behind, and two of them would be worse than a wait
constexpr Clock::Duration shortRest = 700ms;
constexpr Clock::Duration unheard = 20s; // by then every node knows what was made
constexpr std::chrono::seconds longPoll{55};
constexpr std::size_t destroyedAtOnce = 4;
} // namespace pace

// Looks for the trace of a write whose answer was lost. `look` reads once: a value when the trace
// is there, none when it is not. None in the end: not found; an error: the last look could not
// read. It goes on after a cancel, for at most `limit`.
template <typename Look>
[[nodiscard]] auto lookForTrace(
    RunParts &parts, SpanId span, Clock::Duration limit, const Look &look, int looks = pace::looks)
    -> std::invoke_result_t<const Look &, const CallContext &>
{
    const DeadlineStop budget(parts.clock, limit);
    std::invoke_result_t<const Look &, const CallContext &> seen;
    for (int count = 0; count < looks; ++count) {
        parts.clock.sleepFor(pace::shortRest, budget.token());
        seen = look(callContext(parts.recorder, span, budget.token()));
        if (seen && *seen)
            break;
    }
    return seen;
}

// Something that must come to be at most once: its intent is journalled first; after an answer that
// was lost, what it made is looked for and taken over.
template <typename T> struct OnlyOnce
{
    events::Intent::What what = events::Intent::What::CreateMachine;
    MachineId machine; // the one it is made for, if any
    QString detail;
    std::function<Result<T>(const QString &intent)> send;
    std::function<Result<std::optional<T>>(const QString &intent)> find;
    std::function<QString(const T &)> name; // told in the timeline when it is taken over
};

template <typename T>
[[nodiscard]] Result<T> sendOnlyOnce(RunParts &parts, SpanId span, const OnlyOnce<T> &order)
{
    std::optional<Error> first;
    for (int sending = 0; sending < pace::sendings; ++sending) {
        if (const std::optional<Error> halt = parts.halted())
            return failure(*halt);
        const Result<QString> intent =
            parts.recorder.intend(order.what, span, order.machine, order.detail);
        if (!intent)
            return failure(intent.error());
        Result<T> made = order.send(*intent);
        if (made) {
            parts.recorder.settle(*intent, Outcome::Succeeded);
            return made;
        }
        first = first.value_or(made.error());
        if (!isFateUnknown(made.error())) {
            parts.recorder.settle(*intent, Outcome::Failed);
            return made;
        }
        Result<std::optional<T>> found = order.find(*intent);
        if (!found)
            return failure(*first); // the intent stays open: a resume looks for it
        parts.recorder.settle(*intent, *found ? Outcome::Succeeded : Outcome::Failed);
        if (*found) {
            const events::SpanNoted note{span, Note::Adopted, {order.name(**found)}};
            static_cast<void>(parts.recorder.record(note, Durability::Batched));
            return std::move(**found);
        }
    }
    return failure(*first);
}
