#pragma once

#include "types/server.h"

#include <QByteArray>
#include <QList>

// The stacks of a survey, out of its lines of containers, images and folders.
namespace SurveyStacks {
void read(ServerFacts &facts,
    const QList<QByteArray> &containers,
    const QList<QByteArray> &images,
    const QList<QByteArray> &folders);
} // namespace SurveyStacks
