#include "core/clock.h"
#include "core/virtualclock.h"

#include <QTest>

#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
// What happened when, in the order in which it happened.
class Diary
{
public:
    explicit Diary(const Clock &clock)
        : m_clock(clock)
    {
    }
    void note(const QString &what)
    {
        const auto at = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.now());
        const std::lock_guard lock(m_mutex);
        m_lines.append(u"%1 %2"_s.arg(QString::number(at.count()), what));
    }
    [[nodiscard]] QStringList lines() const
    {
        const std::lock_guard lock(m_mutex);
        return m_lines;
    }

private:
    const Clock &m_clock;
    mutable std::mutex m_mutex;
    QStringList m_lines;
};

template <typename Fn> std::jthread startAnnounced(Clock &clock, Fn fn)
{
    clock.announce();
    return std::jthread([&clock, fn] {
        const ClockParticipant participant(clock, ClockParticipant::Entry::Announced);
        fn();
    });
}

void join(Clock &clock, std::vector<std::jthread> &threads)
{
    const ClockBlocked blocked(clock);
    threads.clear();
}
} // namespace

class TestClock : public QObject
{
    Q_OBJECT

private slots:
    void realClockReachesItsDeadline();
    void realSleepEndsWithAStop();
    void scaledClockRunsFaster();
    void unscaledClockShowsTheCalendar();
    void loneParticipantJumps();
    void strangerCountsWhileAsleep();
    void timeStandsStillWhileSomebodyWorks();
    void announcedThreadHoldsTheTime();
    void sleepersWakeByDeadlineThenArrival();
    void stopWakesASleeperInItsTurn();
    void stopBeforehandDoesNotSleep();
    void jumpMakesSleepersDueTogether();
    void participationNests();
    void blockedThreadLetsTimePass();
    void handedOverPlaceHoldsTheTime();
    void sameInputsTakeTheSameCourse();
};

void TestClock::realClockReachesItsDeadline()
{
    const std::unique_ptr<Clock> clock = makeRealClock();
    const Clock::Duration deadline = clock->now() + 2ms;
    QVERIFY(clock->sleepUntil(deadline, {}));
    QVERIFY(clock->now() >= deadline);
    QVERIFY(clock->sleepUntil(deadline, {}));
}

void TestClock::realSleepEndsWithAStop()
{
    const std::unique_ptr<Clock> clock = makeRealClock();
    std::stop_source stop;
    std::jthread stopper([&stop] { stop.request_stop(); });
    QVERIFY(!clock->sleepFor(24h, stop.get_token()));
    QVERIFY(!clock->sleepUntil(0s, stop.get_token()));
}

void TestClock::scaledClockRunsFaster()
{
    const std::unique_ptr<Clock> clock = makeRealClock(1000.0);
    QCOMPARE(clock->toReal(1s), Clock::Duration(1ms));
    const Clock::Duration before = clock->now();
    const QDateTime wallBefore = clock->wallNow();
    QVERIFY(clock->sleepFor(3s, {}));
    QVERIFY(clock->now() - before >= 3s);
    QVERIFY(wallBefore.msecsTo(clock->wallNow()) >= 2999);
}

void TestClock::unscaledClockShowsTheCalendar()
{
    const std::unique_ptr<Clock> clock = makeRealClock();
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const QDateTime shown = clock->wallNow();
    QVERIFY(before <= shown && shown <= QDateTime::currentDateTimeUtc());
    QCOMPARE(clock->toReal(7s), Clock::Duration(7s));
}

void TestClock::loneParticipantJumps()
{
    VirtualClock clock;
    const QDateTime start = clock.wallNow();
    const ClockParticipant participant(clock);
    QVERIFY(clock.sleepFor(1h, {}));
    QCOMPARE(clock.now(), Clock::Duration(1h));
    QCOMPARE(start.secsTo(clock.wallNow()), 3600);
}

void TestClock::strangerCountsWhileAsleep()
{
    VirtualClock clock;
    QVERIFY(clock.sleepFor(10s, {}));
    QCOMPARE(clock.now(), Clock::Duration(10s));
    QCOMPARE(clock.participants(), 0);
}

void TestClock::timeStandsStillWhileSomebodyWorks()
{
    VirtualClock clock;
    Diary diary(clock);
    const ClockParticipant participant(clock);
    std::vector<std::jthread> threads;
    threads.push_back(startAnnounced(clock, [&] {
        diary.note(u"other begins"_s);
        clock.sleepFor(1s, {});
        diary.note(u"other wakes"_s);
    }));
    QCOMPARE(clock.participants(), 2);
    diary.note(u"main works"_s);
    clock.sleepFor(5s, {});
    diary.note(u"main wakes"_s);
    join(clock, threads);
    QCOMPARE(diary.lines(),
        QStringList(
            {u"0 main works"_s, u"0 other begins"_s, u"1000 other wakes"_s, u"5000 main wakes"_s}));
}

void TestClock::announcedThreadHoldsTheTime()
{
    VirtualClock clock;
    Clock::Duration begun = -1s;
    std::jthread sleeper([&clock] {
        const ClockParticipant participant(clock);
        clock.sleepFor(1h, {});
    });
    clock.announce();
    // However long it takes until the thread exists.
    std::jthread late([&] {
        const ClockParticipant participant(clock, ClockParticipant::Entry::Announced);
        begun = clock.now();
    });
    late.join();
    QVERIFY(begun == 0s || begun == 1h); // before or after the unrelated sleeper, never between
}

void TestClock::sleepersWakeByDeadlineThenArrival()
{
    VirtualClock clock;
    Diary diary(clock);
    {
        const ClockParticipant participant(clock);
        std::vector<std::jthread> threads;
        for (const int seconds : {3, 1, 2, 1, 3}) {
            // One begins after the other, so that the order of arrival is known.
            threads.push_back(startAnnounced(clock, [&, seconds, number = threads.size()] {
                clock.sleepUntil(std::chrono::seconds(10 + seconds), {});
                diary.note(QString::number(number));
            }));
            clock.sleepFor(1ms, {});
        }
        join(clock, threads);
    }
    QCOMPARE(diary.lines(),
        QStringList({u"11000 1"_s, u"11000 3"_s, u"12000 2"_s, u"13000 0"_s, u"13000 4"_s}));
    QCOMPARE(clock.participants(), 0);
}

void TestClock::stopWakesASleeperInItsTurn()
{
    VirtualClock clock;
    Diary diary(clock);
    const ClockParticipant participant(clock);
    std::stop_source stop;
    std::vector<std::jthread> threads;
    threads.push_back(startAnnounced(clock, [&] {
        const bool reached = clock.sleepFor(1h, stop.get_token());
        diary.note(reached ? u"reached"_s : u"stopped"_s);
    }));
    clock.sleepFor(2s, {});
    stop.request_stop();
    diary.note(u"main goes on"_s);
    clock.sleepFor(1s, {});
    diary.note(u"main wakes"_s);
    join(clock, threads);
    QCOMPARE(diary.lines(),
        QStringList({u"2000 main goes on"_s, u"2000 stopped"_s, u"3000 main wakes"_s}));
}

void TestClock::stopBeforehandDoesNotSleep()
{
    VirtualClock clock;
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!clock.sleepFor(1h, stop.get_token()));
    QCOMPARE(clock.now(), Clock::Duration(0));
}

void TestClock::jumpMakesSleepersDueTogether()
{
    VirtualClock clock;
    Diary diary(clock);
    const ClockParticipant participant(clock);
    std::vector<std::jthread> threads;
    for (const int seconds : {20, 10, 4000}) {
        threads.push_back(startAnnounced(clock, [&, seconds] {
            clock.sleepUntil(std::chrono::seconds(seconds), {});
            diary.note(QString::number(seconds));
        }));
    }
    clock.sleepFor(1s, {});
    clock.jump(1h);
    clock.sleepFor(1ms, {});
    diary.note(u"main"_s);
    join(clock, threads);
    QCOMPARE(diary.lines(),
        QStringList({u"3601000 10"_s, u"3601000 20"_s, u"3601001 main"_s, u"4000000 4000"_s}));
}

void TestClock::participationNests()
{
    VirtualClock clock;
    {
        const ClockParticipant outer(clock);
        {
            const ClockParticipant inner(clock);
            QCOMPARE(clock.participants(), 1);
        }
        QCOMPARE(clock.participants(), 1);
        QVERIFY(clock.sleepFor(1s, {}));
    }
    QCOMPARE(clock.participants(), 0);
    const ClockBlocked blocked(clock); // of a thread that is none
    QCOMPARE(clock.participants(), 0);
}

void TestClock::blockedThreadLetsTimePass()
{
    VirtualClock clock;
    const ClockParticipant participant(clock);
    std::vector<std::jthread> threads;
    threads.push_back(startAnnounced(clock, [&] { clock.sleepFor(7s, {}); }));
    join(clock, threads);
    QCOMPARE(clock.now(), Clock::Duration(7s));
    QCOMPARE(clock.participants(), 1);
}

void TestClock::handedOverPlaceHoldsTheTime()
{
    for (int round = 0; round < 50; ++round) {
        VirtualClock clock;
        const ClockParticipant participant(clock);
        std::vector<std::jthread> others;
        others.push_back(startAnnounced(clock, [&] { clock.sleepFor(2s, {}); }));
        clock.announce();
        std::vector<std::jthread> child;
        child.emplace_back([&clock, parent = std::this_thread::get_id()] {
            clock.adopt();
            clock.sleepFor(1s, {});
            clock.handOver(parent);
        });
        join(clock, child);
        QCOMPARE(clock.now(), Clock::Duration(1s));
        join(clock, others);
        QCOMPARE(clock.now(), Clock::Duration(2s));
    }
}

void TestClock::sameInputsTakeTheSameCourse()
{
    const auto run = [] {
        VirtualClock clock;
        Diary diary(clock);
        const ClockParticipant participant(clock);
        std::stop_source stop;
        std::vector<std::jthread> threads;
        for (int number = 0; number < 8; ++number) {
            threads.push_back(startAnnounced(clock, [&, number] {
                unsigned state = 7U + static_cast<unsigned>(number / 2); // pairs collide
                for (int step = 0; step < 20; ++step) {
                    state = state * 1103515245U + 12345U;
                    clock.sleepFor(
                        std::chrono::milliseconds(state / 65536U % 50U), stop.get_token());
                    // Threads that begin together are not told apart; what they do is.
                    diary.note(u"step %1"_s.arg(step));
                }
            }));
            clock.sleepFor(1ms, {});
        }
        clock.sleepFor(200ms, {});
        stop.request_stop();
        join(clock, threads);
        return diary.lines();
    };
    const QStringList first = run();
    QCOMPARE(first.size(), 160);
    for (int round = 0; round < 20; ++round)
        QCOMPARE(run(), first);
}

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
