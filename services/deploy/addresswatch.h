#pragma once

#include "deploy/flowthread.h"
#include "deploy/runrecorder.h"
#include "deploy/stackdeploy.h"
#include "types/stackplan.h"
#include "types/verdict.h"

#include <memory>
#include <vector>

// Whether the addresses that users reach answer while a deploy runs, seen from this computer: a bar
// each, on a lane that is called as the address, with a part for every time it did not answer.
class AddressWatch
{
public:
    enum class End
    {
        LastLook, // how it is now
        AtOnce
    };

    AddressWatch(RunRecorder &recorder, Clock &clock, DeskLook look);
    ~AddressWatch();
    Q_DISABLE_COPY_MOVE(AddressWatch)

    void start(const QList<StackWatch> &watches);
    // What was seen, in the order in which they were given.
    [[nodiscard]] QList<WatchedAddress> end(End end);

private:
    struct One;
    void watch(One &one, const std::stop_token &stop);
    void look(One &one, std::stop_token stop);
    void comesBack(One &one, Clock::Duration now, const QDateTime &at);
    [[nodiscard]] static Span::Place placeOf(const One &one, Segment segment, const QDateTime &at);

    RunRecorder &m_recorder;
    Clock &m_clock;
    const DeskLook m_look;
    std::stop_source m_abort;
    std::vector<std::unique_ptr<One>> m_all;
};
