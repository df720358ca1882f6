#include "app/signals.h"

#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdint>
#include <sys/eventfd.h>
#include <unistd.h>

namespace {

// What the handler may touch: signal handlers have no object.
std::atomic<int> eventDescriptor = -1;
std::atomic<int> timesAsked = 0;
std::atomic<int> exitCode = 1;

constexpr std::array handled{SIGINT, SIGTERM, SIGHUP};

extern "C" void askToStop(int)
{
    if (timesAsked.fetch_add(1) > 0)
        _exit(exitCode.load());
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = write(eventDescriptor.load(), &one, sizeof one);
}

} // namespace

struct TerminationSignals::Private
{
    int descriptor = -1;
    std::array<struct sigaction, handled.size()> before = {};
};

TerminationSignals::TerminationSignals(int hardExit, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->descriptor = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    eventDescriptor = d->descriptor;
    exitCode = hardExit;
    auto *notifier = new QSocketNotifier(d->descriptor, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        std::uint64_t count = 0;
        if (read(d->descriptor, &count, sizeof count) > 0)
            Q_EMIT requested();
    });
    struct sigaction action = {};
    action.sa_handler = askToStop;
    action.sa_flags = SA_RESTART;
    for (std::size_t i = 0; i < handled.size(); ++i)
        sigaction(handled.at(i), &action, &d->before.at(i));
}

TerminationSignals::~TerminationSignals()
{
    for (std::size_t i = 0; i < handled.size(); ++i)
        sigaction(handled.at(i), &d->before.at(i), nullptr);
    eventDescriptor = -1;
    close(d->descriptor);
}
