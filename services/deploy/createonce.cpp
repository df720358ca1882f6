#include "deploy/createonce.h"

#include "deploy/deadlinestop.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int sendings = 3; // fly-io.md 1.9, bluegreen launch
constexpr int looks = 3;
constexpr Clock::Duration shortRest = 700ms;
constexpr Clock::Duration lookBudget = 20s;

// The list may lag behind: it is read more than once.
Result<std::optional<Machine>> findByIntent(RunParts &parts, SpanId span, const QString &intent)
{
    const DeadlineStop budget(parts.clock, lookBudget);
    Result<QList<Machine>> machines;
    for (int look = 0; look < looks; ++look) {
        parts.clock.sleepFor(shortRest, budget.token());
        machines =
            parts.fly.machines(parts.app(), callContext(parts.recorder, span, budget.token()));
        if (!machines)
            continue;
        for (const Machine &machine : std::as_const(*machines)) {
            if (machine.config && machine.config->metadata.value(u"atalaya_intent"_s) == intent)
                return std::optional(machine);
        }
    }
    if (!machines)
        return failure(machines.error());
    return std::optional<Machine>();
}
} // namespace

Result<Machine> createOnce(RunParts &parts, SpanId span, const CreateOrder &order)
{
    std::optional<Error> first;
    for (int sending = 0; sending < sendings; ++sending) {
        if (const std::optional<Error> halt = parts.halted())
            return failure(*halt);
        const Result<QString> intent =
            parts.recorder.intend(order.what, span, order.replaces, order.detail);
        if (!intent)
            return failure(intent.error());
        const Result<MachineLaunch> launch = order.launch(*intent);
        if (!launch) {
            parts.recorder.settle(*intent, Outcome::Failed);
            return failure(launch.error());
        }
        Result<Machine> machine = parts.fly.createMachine(
            parts.app(), *launch, order.writing ? order.writing() : parts.writing(span));
        if (machine) {
            parts.recorder.settle(*intent, Outcome::Succeeded);
            return machine;
        }
        first = first.value_or(machine.error());
        if (!isFateUnknown(machine.error())) {
            parts.recorder.settle(*intent, Outcome::Failed);
            return failure(machine.error());
        }
        const Result<std::optional<Machine>> found = findByIntent(parts, span, *intent);
        if (!found)
            return failure(*first); // the intent stays open: a resume looks for it
        parts.recorder.settle(*intent, *found ? Outcome::Succeeded : Outcome::Failed);
        if (*found) {
            const events::SpanNoted note{span, Note::Adopted, {(*found)->id.value}};
            static_cast<void>(parts.recorder.record(note, Durability::Batched));
            return **found;
        }
    }
    return failure(*first);
}
