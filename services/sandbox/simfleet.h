#pragma once

#include <QJsonObject>

// A scenario that asks for it, by {"fleet": {"organisations": 5, "apps": 100, "machines": 400}},
// gets as many organisations more, each with as many apps and machines and a token of its own
// ("fo1_fleet_norte", …), which opens that organisation alone. Others stay as they are.
QJsonObject withSimFleet(QJsonObject scenario);
