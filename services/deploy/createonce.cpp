#include "deploy/createonce.h"

#include "deploy/lostanswer.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr Clock::Duration machineLookBudget = 20s;

Result<std::optional<Machine>> findByIntent(RunParts &parts, SpanId span, const QString &intent)
{
    const auto isOurs = [&intent](const Machine &machine) {
        return machine.config && machine.config->metadata.value(u"atalaya_intent"_s) == intent;
    };
    return lookForTrace(
        parts,
        span,
        machineLookBudget,
        [&](const CallContext &context) -> Result<std::optional<Machine>> {
            const Result<QList<Machine>> machines = parts.fly.machines(parts.app(), context);
            if (!machines)
                return failure(machines.error());
            const auto ours = std::find_if(machines->cbegin(), machines->cend(), isOurs);
            return ours == machines->cend() ? std::optional<Machine>() : std::optional(*ours);
        },
        pace::looksForMade);
}
} // namespace

Result<Machine> createOnce(RunParts &parts, SpanId span, const CreateOrder &order)
{
    OnlyOnce<Machine> once;
    once.what = order.what;
    once.machine = order.replaces;
    once.detail = order.detail;
    once.send = [&](const QString &intent) -> Result<Machine> {
        const Result<MachineLaunch> launch = order.launch(intent);
        if (!launch)
            return failure(launch.error());
        return parts.fly.createMachine(
            parts.app(), *launch, order.writing ? order.writing() : parts.writing(span));
    };
    once.find = [&](const QString &intent) { return findByIntent(parts, span, intent); };
    once.name = [](const Machine &machine) { return machine.id.value; };
    return sendOnlyOnce(parts, span, once);
}
