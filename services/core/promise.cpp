#include "core/promise.h"

#include <cstdio>
#include <cstdlib>

namespace {
thread_local bool runsEventLoop = false;
}

void promise_detail::markThreadWithEventLoop()
{
    runsEventLoop = true;
}

bool threadHasEventLoop()
{
    if (runsEventLoop)
        return true;
    const QCoreApplication *application = QCoreApplication::instance();
    return application && application->thread() == QThread::currentThread();
}

void dieOfBlockingAwait()
{
    std::fputs("await() was called on a thread with an event loop\n", stderr);
    std::abort();
}
