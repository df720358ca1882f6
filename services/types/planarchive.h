#pragma once

#include "types/deployplan.h"
#include "types/jsonarchive.h"
#include "types/phase.h"
#include "types/wordtable.h"

// The words and descriptions that plan and events share.
template <> struct EnumNames<Phase>
{
    static QString name(Phase value) { return phaseName(value); }
    static std::optional<Phase> value(QStringView name) { return phaseFromName(name); }
};
template <> struct EnumNames<Segment>
{
    static QString name(Segment value) { return segmentName(value); }
    static std::optional<Segment> value(QStringView name) { return segmentFromName(name); }
};
template <> struct EnumNames<Step>
{
    static QString name(Step value) { return stepName(value); }
    static std::optional<Step> value(QStringView name) { return stepFromName(name); }
};
template <> struct EnumNames<Outcome>
{
    static QString name(Outcome value) { return outcomeName(value); }
    static std::optional<Outcome> value(QStringView name) { return outcomeFromName(name); }
};
template <> struct EnumNames<MachineState>
{
    static QString name(MachineState value) { return machineStateToWire(value); }
    static std::optional<MachineState> value(QStringView name)
    {
        const MachineState state = machineStateFromWire(name);
        if (state == MachineState::Unknown && name != QLatin1String("unknown"))
            return std::nullopt;
        return state;
    }
};
template <> struct EnumNames<PlanReason>
{
    static QString name(PlanReason value);
    static std::optional<PlanReason> value(QStringView name);
};

void describe(auto &archive, Either<UsualDuration> auto &usual)
{
    archive.field(QLatin1String("p50Ms"), usual.p50);
    archive.field(QLatin1String("p95Ms"), usual.p95);
    archive.field(QLatin1String("samples"), usual.samples);
}

void describe(JsonWriter &archive, const DeployPlan &plan);
void describe(JsonReader &archive, DeployPlan &plan);
