#include "support/invariants.h"

#include "deploy/leasekeeper.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
class Findings
{
public:
    void require(bool holds, const QString &what)
    {
        if (!holds)
            m_broken.append(what);
    }
    [[nodiscard]] const QStringList &broken() const { return m_broken; }

private:
    QStringList m_broken;
};

QString join(const QList<MachineId> &ids)
{
    QStringList texts;
    for (const MachineId &id : ids)
        texts.append(id.value);
    texts.sort();
    return texts.join(u',');
}

template <typename T> bool isOne(const DeployEvent &event)
{
    return std::holds_alternative<T>(event.body);
}

void checkEnd(EngineFixture &fixture,
    const EngineFixture::Outcome &outcome,
    const InvariantOptions &options,
    Findings &findings)
{
    const auto ends = std::count_if(
        outcome.events.cbegin(), outcome.events.cend(), [&outcome](const DeployEvent &event) {
            return isOne<events::AttemptEnded>(event) && event.deployment == *outcome.accepted;
        });
    findings.require(ends == 1, u"%1 ends of the attempt"_s.arg(ends));
    findings.require(outcome.verdict.has_value(), u"no verdict"_s);
    findings.require(fixture.journal.problems().isEmpty(), fixture.journal.problems().join(u'|'));
    DeploymentState state;
    for (const DeployEvent &event : fixture.journal.all(*outcome.accepted))
        findings.require(state.apply(event).has_value(), u"an event that does not fold"_s);
    if (!options.journalWrites)
        return;
    findings.require(
        state.lastAttempt() && state.lastAttempt()->ended, u"the journal has no end"_s);
    for (const SpanState &span : std::as_const(state.spans)) {
        findings.require(span.outcome != Outcome::Running,
            u"span %1 (%2) never ended"_s.arg(span.id.value).arg(stepName(span.step)));
        if (span.endedAt.isValid())
            findings.require(span.endedAt >= span.startedAt,
                u"span %1 ends before it starts"_s.arg(span.id.value));
    }
}

void checkReleases(EngineFixture &fixture,
    const EngineFixture::Outcome &outcome,
    const InvariantOptions &options,
    Findings &findings)
{
    const DeploymentState state = fixture.journal.state(*outcome.accepted);
    const AttemptState *attempt = state.lastAttempt();
    const bool recorded = attempt
        && std::any_of(attempt->openIntents.cbegin(),
            attempt->openIntents.cend(),
            [](const events::Intent &intent) {
                return intent.what == events::Intent::What::CloseRelease
                    || intent.what == events::Intent::What::CreateRelease;
            });
    for (int version = 43; version < 48; ++version) {
        const QString status = fixture.releaseStatus(version);
        const bool closed = status.isEmpty() || status == "complete"_L1 || status == "failed"_L1
            || status == "interrupted"_L1;
        findings.require(closed || recorded || !options.journalWrites,
            u"release v%1 is left %2"_s.arg(version).arg(status));
    }
    findings.require(fixture.releaseRuns() <= options.releaseRuns,
        u"the release command ran %1 times"_s.arg(fixture.releaseRuns()));
}

void checkMachines(EngineFixture &fixture,
    const EngineFixture::Outcome &outcome,
    const InvariantOptions &options,
    Findings &findings)
{
    QList<MachineId> onNew;
    QList<MachineId> onOld;
    bool allGood = true;
    for (const SimMachineFacts &machine : fixture.machines()) {
        const MachineId id(machine.id);
        findings.require(
            machine.image == EngineFixture::newImage || machine.image == EngineFixture::oldImage,
            u"machine %1 runs %2"_s.arg(machine.id, machine.image));
        (machine.image == EngineFixture::newImage ? onNew : onOld).append(id);
        allGood = allGood && machine.healthy && machine.image == EngineFixture::newImage;
        findings.require(machine.updates <= 1,
            u"machine %1 was updated %2 times"_s.arg(machine.id).arg(machine.updates));
        // Where nobody could look, a machine that may have been changed is told as changed.
        const bool known = outcome.verdict && outcome.verdict->reality != Reality::Unknown;
        if (!options.platformAnswers || !options.journalWrites || !options.wholeDeployment
            || !outcome.ended || !known)
            continue;
        findings.require(outcome.ended->changed.contains(id) == (machine.updates > 0),
            u"machine %1: changed is told as %2"_s.arg(machine.id)
                .arg(outcome.ended->changed.contains(id)));
    }
    if (outcome.ended && outcome.ended->reported == Reported::Succeeded)
        findings.require(allGood, u"a success that is none"_s);
    if (!outcome.verdict || outcome.verdict->reality == Reality::Unknown)
        return;
    findings.require(join(outcome.verdict->newMachines) == join(onNew),
        u"the verdict's new machines are %1, in fact %2"_s.arg(
            join(outcome.verdict->newMachines), join(onNew)));
    findings.require(join(outcome.verdict->oldMachines) == join(onOld),
        u"the verdict's old machines are not the old ones"_s);
}
} // namespace

QStringList brokenInvariants(
    EngineFixture &fixture, const EngineFixture::Outcome &outcome, const InvariantOptions &options)
{
    Findings findings;
    findings.require(fixture.clock.participants() == 0,
        u"%1 threads are left in the clock"_s.arg(fixture.clock.participants()));
    if (outcome.accepted) {
        checkEnd(fixture, outcome, options, findings);
        checkReleases(fixture, outcome, options, findings);
        checkMachines(fixture, outcome, options, findings);
    } else {
        findings.require(outcome.events.isEmpty(), u"refused, and events all the same"_s);
        findings.require(fixture.releaseRuns() == 0, u"refused, and a release command ran"_s);
    }
    // What could not be dropped runs out.
    fixture.clock.jump(LeaseKeeper::ttl + std::chrono::seconds(1));
    findings.require(fixture.liveLeases() == 0, u"%1 leases live on"_s.arg(fixture.liveLeases()));
    return findings.broken();
}
