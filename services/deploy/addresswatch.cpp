#include "deploy/addresswatch.h"

#include "types/deployevent.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

// Its thread's own until that has ended.
struct AddressWatch::One
{
    One(Clock &clock, StackWatch asked)
        : watch(std::move(asked))
        , thread(clock)
    {
    }

    const StackWatch watch;
    WatchedAddress seen;
    Span bar;
    Span down;
    Clock::Duration downSince{0};
    FlowThread thread;
};

AddressWatch::AddressWatch(RunRecorder &recorder, Clock &clock, DeskLook look)
    : m_recorder(recorder)
    , m_clock(clock)
    , m_look(std::move(look))
{
}

AddressWatch::~AddressWatch()
{
    static_cast<void>(end(End::AtOnce));
}

void AddressWatch::start(const QList<StackWatch> &watches)
{
    if (!m_look)
        return;
    for (const StackWatch &watched : watches) {
        m_all.push_back(std::make_unique<One>(m_clock, watched));
        One &one = *m_all.back();
        one.seen.address =
            QUrl(watched.address)
                .toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
        one.thread.start([this, &one](const std::stop_token &stop) { watch(one, stop); });
    }
}

QList<WatchedAddress> AddressWatch::end(End end)
{
    if (end == End::AtOnce)
        m_abort.request_stop();
    QList<WatchedAddress> seen;
    for (const std::unique_ptr<One> &one : m_all) {
        one->thread.end();
        seen.append(one->seen);
    }
    m_all.clear();
    return seen;
}

void AddressWatch::watch(One &one, const std::stop_token &stop)
{
    one.bar = Span(m_recorder, placeOf(one, Segment::Work, {}));
    for (bool isLast = false; !m_abort.stop_requested(); isLast = stop.stop_requested()) {
        const Clock::Duration began = m_clock.now();
        look(one, m_abort.get_token());
        if (isLast)
            break;
        m_clock.sleepUntil(began + one.watch.every, stop);
    }
    comesBack(one, m_clock.now(), m_clock.wallNow()); // as far as it was watched
    one.bar.end(m_abort.stop_requested() ? Outcome::Cancelled : Outcome::Succeeded);
}

// Down is from the first look without an answer to the first that is answered again.
void AddressWatch::look(One &one, std::stop_token stop)
{
    const Clock::Duration began = m_clock.now();
    const QDateTime at = m_clock.wallNow();
    const std::optional<ProbeResult> found =
        m_look(QUrl(one.watch.address), one.watch.timeout, std::move(stop));
    if (!found)
        return;
    ++one.seen.looks;
    one.seen.isDown = found->problem != ProbeResult::Problem::None;
    if (!one.seen.isDown) {
        comesBack(one, began, at);
        ++one.seen.answers;
        return;
    }
    one.seen.problem = found->problem;
    if (one.down.isOpen())
        return;
    one.downSince = began;
    one.seen.outages += one.seen.answers > 0 ? 1 : 0;
    one.down = Span(m_recorder, placeOf(one, Segment::Down, at));
    one.down.note(Note::NoAnswer,
        {probeProblemName(found->problem), QString::number(found->status), one.seen.address});
}

void AddressWatch::comesBack(One &one, Clock::Duration now, const QDateTime &at)
{
    if (!one.down.isOpen())
        return;
    one.down.end(Outcome::Failed, {}, at);
    if (one.seen.answers == 0)
        return; // it was not there before, either
    const auto lasted = std::chrono::duration_cast<milliseconds>(now - one.downSince);
    one.seen.down += lasted;
    one.seen.longest = std::max(one.seen.longest, lasted);
}

Span::Place AddressWatch::placeOf(const One &one, Segment segment, const QDateTime &at)
{
    return {Phase::Update, Step::WatchAddress, one.seen.address, one.bar.id(), segment, at};
}
