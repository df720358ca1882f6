#include "sandbox/simcontract.h"

// Part of every test that has the sandbox in its process: what Atalaya asks beyond the contract
// ends the test where it happens.
[[maybe_unused]] static const bool strict = [] {
    SimContract::setStrict(true);
    return true;
}();
