#pragma once

#include "core/promise.h"

#include <QEventLoop>
#include <QObject>

#include <optional>

// Waits in an event loop, as the main thread of a program may not.
template <typename T> Result<T> answerOf(const Pending<T> &pending)
{
    QObject context;
    std::optional<Result<T>> answer;
    QEventLoop loop;
    deliver(pending, &context, [&answer, &loop](const Result<T> &given) {
        answer = given;
        loop.quit();
    });
    if (!answer)
        loop.exec();
    return *answer;
}
