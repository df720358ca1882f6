#include "sandbox/simcore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// /_public/{app}/…: what users of an app see, where its scenario gives it a public address. The
// edge proxy sends them to a machine that serves, or says that there is none.
SimReply SimCore::publicRoute(const SimCall &call)
{
    constexpr int badGateway = 502;
    const SimApp *found = app(call.path.value(1));
    if (!found || !found->behaviour.hasPublicAddress)
        return {404, {{"content-type", "text/plain"}}, "no such address\n", SimReply::Whole};
    if (const auto fault = takeFault("public-address-down"_L1, found->name, {})) {
        const int status = fault->options.value("status"_L1).toInt(badGateway);
        return {status, {{"content-type", "text/plain"}, {"server", "Fly"}}, {}, SimReply::Whole};
    }
    const bool serves =
        std::any_of(found->machines.begin(), found->machines.end(), [](const auto &entry) {
            const SimMachine &machine = entry.second;
            const bool passing = std::all_of(machine.checks.begin(),
                machine.checks.end(),
                [](const SimCheck &check) { return check.status == "passing"_L1; });
            return machine.state == "started"_L1 && !machine.cordoned && passing;
        });
    if (!serves)
        return {503, {{"content-type", "text/plain"}, {"server", "Fly"}}, {}, SimReply::Whole};
    return {200,
        {{"content-type", "application/json"}, {"server", "Fly"}},
        found->behaviour.checkOutput.toUtf8(),
        SimReply::Whole};
}
