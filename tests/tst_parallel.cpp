#include "core/parallel.h"
#include "core/virtualclock.h"

#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestParallel : public QObject
{
    Q_OBJECT

private slots:
    void everyItemIsDoneOnce();
    void neverMoreThanTheLimit_data();
    void neverMoreThanTheLimit();
    void nothingToDoIsSuccess();
    void firstErrorIsKeptAndStopsTheRest();
    void stopIsSeenByWhatRuns();
    void timeDoesNotJumpAtTheJoin();
    void worksNested();
    void worksForAThreadOutsideTheClock();
};

void TestParallel::everyItemIsDoneOnce()
{
    VirtualClock clock;
    const ClockParticipant participant(clock);
    std::vector<int> items(50);
    std::vector<std::atomic<int>> done(items.size());
    for (std::size_t i = 0; i < items.size(); ++i)
        items[i] = static_cast<int>(i);
    const Result<void> result = forEachParallel(
        items, 7, clock, {}, [&](int item, const std::stop_token &stop) -> Result<void> {
            clock.sleepFor(std::chrono::milliseconds(item % 5), stop);
            ++done[static_cast<std::size_t>(item)];
            return {};
        });
    QVERIFY(result);
    for (const std::atomic<int> &count : done)
        QCOMPARE(count.load(), 1);
}

void TestParallel::neverMoreThanTheLimit_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("seconds"); // of 12 items of one second each
    QTest::newRow("one") << 1 << 12;
    QTest::newRow("three") << 3 << 4;
    QTest::newRow("five") << 5 << 3;
    QTest::newRow("more than items") << 100 << 1;
    QTest::newRow("zero is one") << 0 << 12;
}

void TestParallel::neverMoreThanTheLimit()
{
    QFETCH(const int, limit);
    QFETCH(const int, seconds);
    VirtualClock clock;
    const ClockParticipant participant(clock);
    const Result<void> result = forEachParallel(std::vector<int>(12),
        static_cast<std::size_t>(limit),
        clock,
        {},
        [&](int, const std::stop_token &stop) -> Result<void> {
            clock.sleepFor(1s, stop);
            return {};
        });
    QVERIFY(result);
    QCOMPARE(clock.now(), Clock::Duration(std::chrono::seconds(seconds)));
}

void TestParallel::nothingToDoIsSuccess()
{
    VirtualClock clock;
    QVERIFY(forEachParallel(std::vector<int>{}, 3, clock, {}, [](int, const std::stop_token &) {
        return Result<void>(failure(Error::Kind::Internal, u"called"_s));
    }));
}

void TestParallel::firstErrorIsKeptAndStopsTheRest()
{
    VirtualClock clock;
    const ClockParticipant participant(clock);
    std::atomic<int> begun = 0;
    std::atomic<int> stopped = 0;
    const Result<void> result = forEachParallel(std::vector<int>{10, 1, 2, 10, 10, 10},
        4,
        clock,
        {},
        [&](int item, const std::stop_token &stop) -> Result<void> {
            ++begun;
            if (!clock.sleepFor(std::chrono::seconds(item), stop)) {
                ++stopped;
                return failure(Error::Kind::Cancelled, u"stopped"_s);
            }
            return failure(Error::Kind::Conflict, QString::number(item));
        });
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Conflict);
    QCOMPARE(result.error().detail, u"1"_s);
    QCOMPARE(begun.load(), 4);
    QCOMPARE(stopped.load(), 3);
    QCOMPARE(clock.now(), Clock::Duration(1s));
}

void TestParallel::stopIsSeenByWhatRuns()
{
    VirtualClock clock;
    const ClockParticipant participant(clock);
    std::stop_source stop;
    std::atomic<int> begun = 0;
    const Result<void> result = forEachParallel(std::vector<int>(10),
        2,
        clock,
        stop.get_token(),
        [&](int, const std::stop_token &token) -> Result<void> {
            if (++begun == 3)
                stop.request_stop();
            clock.sleepFor(1s, token);
            return {};
        });
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Cancelled);
    QCOMPARE(begun.load(), 3);
}

void TestParallel::timeDoesNotJumpAtTheJoin()
{
    for (int round = 0; round < 50; ++round) {
        VirtualClock clock;
        const ClockParticipant participant(clock);
        clock.announce();
        std::jthread other([&clock] {
            const ClockParticipant own(clock, ClockParticipant::Entry::Announced);
            for (int i = 0; i < 100; ++i)
                clock.sleepFor(7ms, {});
        });
        const Result<void> result = forEachParallel(std::vector<int>{3, 1, 2},
            3,
            clock,
            {},
            [&](int item, const std::stop_token &stop) -> Result<void> {
                clock.sleepFor(std::chrono::milliseconds(item), stop);
                return {};
            });
        QVERIFY(result);
        QCOMPARE(clock.now(), Clock::Duration(3ms));
        const ClockBlocked blocked(clock);
        other.join();
    }
}

void TestParallel::worksNested()
{
    VirtualClock clock;
    const ClockParticipant participant(clock);
    const auto sleep = [&](int, const std::stop_token &stop) -> Result<void> {
        clock.sleepFor(1s, stop);
        return {};
    };
    const Result<void> result = forEachParallel(
        std::vector<int>(4), 2, clock, {}, [&](int, const std::stop_token &stop) -> Result<void> {
            return forEachParallel(std::vector<int>(3), 3, clock, stop, sleep);
        });
    QVERIFY(result);
    QCOMPARE(clock.now(), Clock::Duration(2s));
    QCOMPARE(clock.participants(), 1);
}

void TestParallel::worksForAThreadOutsideTheClock()
{
    VirtualClock clock;
    std::atomic<int> done = 0;
    const Result<void> result = forEachParallel(
        std::vector<int>(9), 4, clock, {}, [&](int, const std::stop_token &stop) -> Result<void> {
            clock.sleepFor(1s, stop);
            ++done;
            return {};
        });
    QVERIFY(result);
    QCOMPARE(done.load(), 9);
    QCOMPARE(clock.participants(), 0);
}

QTEST_GUILESS_MAIN(TestParallel)
#include "tst_parallel.moc"
