#include "types/verdict.h"

#include <algorithm>

namespace {
bool realityContradicts(Reported reported, Reality reality)
{
    if (reality == Reality::Unknown)
        return false;
    switch (reported) {
    case Reported::Succeeded:
        return reality != Reality::AllNew;
    case Reported::Failed:
    case Reported::Cancelled:
        return reality == Reality::AllNew;
    case Reported::RolledBack:
        return reality != Reality::AllNew && reality != Reality::AllOld;
    case Reported::Interrupted: // claims nothing
        return false;
    }
    return false;
}
} // namespace

bool Verdict::contradicts() const
{
    return servers.isEmpty() ? realityContradicts(reported, reality)
                             : std::any_of(servers.begin(),
                                 servers.end(),
                                 [](const StackVerdict &one) { return one.contradicts(); });
}

bool StackVerdict::contradicts() const
{
    return realityContradicts(reported, reality);
}

bool Verdict::leavesOut() const
{
    return !leftOutMachines.isEmpty() || !unreachedMachines.isEmpty();
}
