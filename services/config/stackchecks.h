#pragma once

#include "config/atalayatoml.h"
#include "config/composechecks.h"

#include <QSet>

// A project with an atalaya.toml: all of its files, read. Paths are from its folder.
struct StackProject
{
    QString tomlName; // for findings
    AtalayaToml toml;
    ComposeProject compose;
    std::optional<EnvSource> env; // of toml.envFile; nothing: there is none
    QSet<QString> present; // of stackPaths(), those that are there
    QSet<QString> tracked; // by git
};

struct StackFinding
{
    QString file;
    ConfigFinding finding;
    bool operator==(const StackFinding &) const = default;
};

// The files that a deploy takes from the folder.
QStringList stackPaths(const AtalayaToml &toml, const ComposeProject &compose);
// Before anything is written anywhere: what is wrong with the files, and with them together. An
// error is refused by a deploy, the rest is told.
QList<StackFinding> checkStack(const StackProject &project);
// Services that a deploy recreates, each behind those it waits for.
QStringList stackServices(const AtalayaToml &toml, const ComposeProject &compose);
