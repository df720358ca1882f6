#pragma once

#include "deploy/stacktask.h"

#include <QJsonObject>

class CtlSession;

// What a look at a stack, or a backup of it, has told of one server.
QJsonObject stackTaskObject(const StackTaskResult &result);
void tellStackTask(CtlSession &session, const StackTaskResult &result, StackTask task);
