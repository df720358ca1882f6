#include "types/verdict.h"

bool Verdict::contradicts() const
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

bool Verdict::leavesOut() const
{
    return !leftOutMachines.isEmpty() || !unreachedMachines.isEmpty();
}
