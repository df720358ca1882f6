#include "deploy/patientwrite.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int patientSendings =
    6; // with their rests they outlast a lease that nobody holds any more
constexpr Clock::Duration firstRest = 500ms;
constexpr Clock::Duration longestWriteRest = 10s;

bool isWorthRepeating(const Error &error)
{
    return isFateUnknown(error) || error.kind == Error::Kind::RateLimited
        || error.kind == Error::Kind::Conflict;
}
} // namespace

Result<void> writePatiently(RunParts &parts,
    LeaseKeeper &leases,
    SpanId span,
    const PatientWrite &write,
    const std::stop_token &stop)
{
    const Result<QString> intent =
        parts.recorder.intend(write.what, span, write.machine, write.detail);
    if (!intent)
        return failure(intent.error());
    Result<void> done;
    Clock::Duration rest = firstRest;
    for (int sending = 0; sending < patientSendings; ++sending) {
        if (const std::optional<Error> lost = parts.recorder.journalError()) {
            done = failure(*lost);
            break;
        }
        leases.recover(write.machine, span, stop);
        done = leases.hasLost(write.machine)
            ? failure(Error::Kind::Conflict, u"the machine's lease was lost"_s)
            : write.send(leases.heldNonce(write.machine), callContext(parts.recorder, span, stop));
        const bool again = !done && (write.anyError || isWorthRepeating(done.error()));
        if (!again || !parts.clock.sleepFor(rest, stop))
            break;
        if (done.error().kind == Error::Kind::Conflict)
            leases.markLost(write.machine);
        rest = std::min(rest * 2, longestWriteRest);
    }
    const bool unknown = !done && isFateUnknown(done.error());
    parts.recorder.settle(*intent,
        done          ? Outcome::Succeeded
            : unknown ? Outcome::Unknown
                      : outcomeOf(done.error()));
    return done;
}

Result<void> destroyPatiently(RunParts &parts,
    LeaseKeeper &leases,
    SpanId span,
    const MachineId &machine,
    const std::stop_token &stop)
{
    PatientWrite write;
    write.what = events::Intent::What::DestroyMachine;
    write.machine = machine;
    // Of one that was made just now, a node may not have heard: that it is gone is not believed.
    const bool made = parts.recorder.state().created.contains(machine.value);
    write.anyError = made;
    write.send = [&parts, machine, made](
                     const QString &nonce, const CallContext &context) -> Result<void> {
        const Result<bool> known = parts.fly.destroyMachine(parts.app(), machine, nonce, context);
        if (!known)
            return failure(known.error());
        if (!*known && made)
            return failure(Error::Kind::NotFound, u"no node knows the new machine yet"_s);
        return {};
    };
    if (const Result<void> done = writePatiently(parts, leases, span, write, stop); !done)
        return done;
    leases.forget(machine);
    return parts.recorder.record(events::MachineDestroyed{machine}, Durability::Durable);
}
