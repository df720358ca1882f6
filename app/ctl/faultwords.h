#pragma once

#include <QString>

// What a fault of the sandbox does, in the current language; the simulator tells it in English.
namespace FaultWords {
[[nodiscard]] QString text(const QString &name); // empty: not known here
[[nodiscard]] QString help(); // all of them, a line each
} // namespace FaultWords
