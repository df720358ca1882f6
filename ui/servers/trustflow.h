#pragma once

#include <QString>

#include <functional>

class Clock;
class QWidget;
class Settings;

// Asks whether what a project runs on servers may run, and remembers it by the hash of its content.
namespace TrustFlow {
// `configPath`: the project's atalaya.toml. `trusted` is called when it was said so; nothing is
// asked of a folder that cannot be read, which the plan itself tells.
void ask(Settings &settings,
    Clock &clock,
    const QString &configPath,
    QWidget *parent,
    const std::function<void()> &trusted);
} // namespace TrustFlow
