#pragma once

#include "config/composefile.h"
#include "config/dotenvfile.h"

#include <QSet>

struct EnvSource
{
    QString path;
    DotEnvFile file;
};

// What lies beside the files, as far as it is known.
struct ComposeSurroundings
{
    // Where variables of the files come from, the later ones over the earlier ones. None: nobody
    // knows what is set where this runs.
    QList<EnvSource> envFiles;
    // Of the project's paths, those that git keeps.
    QSet<QString> tracked;
};

// Practices that break deploys or give secrets away, as far as the files alone show them. Values
// are never a part of what is told.
QList<ComposeFinding> checkCompose(
    const ComposeProject &project, const ComposeSurroundings &surroundings);
// `others`: files that set the same variables, such as an example beside it; `compose` may be null.
QList<ConfigFinding> checkDotEnv(const EnvSource &source,
    bool isTracked,
    const QList<EnvSource> &others = {},
    const ComposeProject *compose = nullptr);
