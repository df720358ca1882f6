#pragma once

#include "types/digestarchive.h"
#include "types/jsonarchive.h"
#include "types/stackplan.h"
#include "types/verdict.h"

template <> struct EnumNames<Reported>
{
    static QString name(Reported value);
    static std::optional<Reported> value(QStringView name);
};
template <> struct EnumNames<Reality>
{
    static QString name(Reality value);
    static std::optional<Reality> value(QStringView name);
};

void describe(JsonWriter &archive, const StackPlan &plan);
void describe(JsonReader &archive, StackPlan &plan);
void describe(DigestWriter &archive, const StackPlan &plan);
void describe(JsonWriter &archive, const StackVerdict &verdict);
void describe(JsonReader &archive, StackVerdict &verdict);
