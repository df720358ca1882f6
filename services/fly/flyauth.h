#pragma once

#include "core/secret.h"

#include <QByteArray>

#include <vector>

// The parts of the platform that take tokens in different ways (fly-io.md 1.4).
enum class FlyPart
{
    Machines,
    GraphQl,
    Logs,
    Releases
};

// The value of the Authorization header; empty when the token holds nothing for this part.
QByteArray authorizationFor(FlyPart part, const Secret &token);
// The single tokens of a comma-separated set, without schemes.
std::vector<QByteArray> tokensOf(const Secret &token);
