#pragma once

#include "core/result.h"

#include <QList>
#include <QString>

// A fly.toml of a project folder. Those of a monorepo lie in folders below it.
struct ProjectFile
{
    QString path; // absolute
    QString app; // that it names; empty: none, or it cannot be read
    bool operator==(const ProjectFile &) const = default;
};

namespace ProjectFiles {
// fly.toml (where there is none: fly.json or fly.yaml) and fly.<something>.toml of the folder and
// of those below it, the nearest first. Folders of tools and dependencies are left out, links are
// not followed, and it stops when there is far more than a project has. A file counts as the folder
// of itself alone.
[[nodiscard]] Result<QList<ProjectFile>> find(const QString &folder);
} // namespace ProjectFiles
