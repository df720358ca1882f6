#pragma once

#include "config/stackchecks.h"

#include <QDir>

// A project with an atalaya.toml, read from its folder.
StackProject readStackProject(const QByteArray &toml, const QDir &folder, const QString &name);
