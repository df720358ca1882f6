#include "core/parallel.h"
#include "core/ratebudget.h"
#include "core/virtualclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
qint64 milliseconds(Clock::Duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}
} // namespace

class TestRateBudget : public QObject
{
    Q_OBJECT

private slots:
    void burstGoesAtOnceThenTheRate_data();
    void burstGoesAtOnceThenTheRate();
    void tokensComeBackWithTime();
    void keysDoNotShareABudget();
    void callersAreServedInOrderOfArrival();
    void waitIsToldOnceAndExactly();
    void stopEndsTheWaitAndLeavesTheToken();
    void penaltyHoldsEverybodyOfTheKey();
    void stateNamesTheTightest();
    void manyKeysAreForgotten();
};

void TestRateBudget::burstGoesAtOnceThenTheRate_data()
{
    QTest::addColumn<double>("perSecond");
    QTest::addColumn<int>("burst");
    QTest::addColumn<QList<qint64>>("expected");
    QTest::newRow("1/s, 3") << 1.0 << 3 << QList<qint64>{0, 0, 0, 1000, 2000, 3000};
    QTest::newRow("5/s, 2") << 5.0 << 2 << QList<qint64>{0, 0, 200, 400, 600, 800};
    QTest::newRow("no burst") << 2.0 << 0 << QList<qint64>{0, 500, 1000, 1500, 2000, 2500};
}

void TestRateBudget::burstGoesAtOnceThenTheRate()
{
    QFETCH(const double, perSecond);
    QFETCH(const int, burst);
    QFETCH(const QList<qint64>, expected);
    VirtualClock clock;
    const ClockParticipant participant(clock);
    RateBudget budget(clock);
    QList<qint64> times;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        QVERIFY(budget.take(u"k"_s, {perSecond, burst}, {}));
        times.append(milliseconds(clock.now()));
    }
    QCOMPARE(times, expected);
}

void TestRateBudget::tokensComeBackWithTime()
{
    VirtualClock clock;
    const ClockParticipant participant(clock);
    RateBudget budget(clock);
    const RateBudget::Rate rate{1.0, 3};
    for (int i = 0; i < 3; ++i)
        QVERIFY(budget.take(u"k"_s, rate, {}));
    clock.sleepFor(2s, {});
    for (int i = 0; i < 2; ++i)
        QVERIFY(budget.take(u"k"_s, rate, {}));
    QCOMPARE(clock.now(), Clock::Duration(2s));
    QVERIFY(budget.take(u"k"_s, rate, {}));
    QCOMPARE(clock.now(), Clock::Duration(3s));
    clock.sleepFor(1h, {}); // never more than the burst
    for (int i = 0; i < 4; ++i)
        QVERIFY(budget.take(u"k"_s, rate, {}));
    QCOMPARE(clock.now(), Clock::Duration(3604s));
}

void TestRateBudget::keysDoNotShareABudget()
{
    VirtualClock clock;
    const ClockParticipant participant(clock);
    RateBudget budget(clock);
    for (int i = 0; i < 100; ++i)
        QVERIFY(budget.take(u"machine %1"_s.arg(i), {1.0, 1}, {}));
    QCOMPARE(clock.now(), Clock::Duration(0));
}

void TestRateBudget::callersAreServedInOrderOfArrival()
{
    VirtualClock clock;
    const ClockParticipant participant(clock);
    RateBudget budget(clock);
    std::mutex mutex;
    QList<std::pair<int, qint64>> served;
    const std::vector<int> callers = {0, 1, 2, 3, 4, 5};
    const Result<void> result = forEachParallel(
        callers, 6, clock, {}, [&](int caller, const std::stop_token &stop) -> Result<void> {
            clock.sleepFor(std::chrono::milliseconds(caller), stop);
            const Result<void> taken = budget.take(u"k"_s, {1.0, 1}, stop);
            const std::lock_guard lock(mutex);
            served.append({caller, milliseconds(clock.now())});
            return taken;
        });
    QVERIFY(result);
    const QList<std::pair<int, qint64>> expected = {
        {0, 0}, {1, 1000}, {2, 2000}, {3, 3000}, {4, 4000}, {5, 5000}};
    QCOMPARE(served, expected);
}

void TestRateBudget::waitIsToldOnceAndExactly()
{
    VirtualClock clock;
    const ClockParticipant participant(clock);
    RateBudget budget(clock);
    QList<qint64> told;
    const auto note = [&](Clock::Duration wait) { told.append(milliseconds(wait)); };
    QVERIFY(budget.take(u"k"_s, {2.0, 1}, {}, note));
    QVERIFY(told.isEmpty());
    QVERIFY(budget.take(u"k"_s, {2.0, 1}, {}, note));
    QCOMPARE(told, QList<qint64>({500}));
}

void TestRateBudget::stopEndsTheWaitAndLeavesTheToken()
{
    VirtualClock clock;
    const ClockParticipant participant(clock);
    RateBudget budget(clock);
    const RateBudget::Rate rate{0.1, 1};
    QVERIFY(budget.take(u"k"_s, rate, {}));
    std::stop_source stop;
    clock.announce();
    std::jthread waiter([&] {
        const ClockParticipant own(clock, ClockParticipant::Entry::Announced);
        const Result<void> result = budget.take(u"k"_s, rate, stop.get_token());
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Cancelled);
    });
    clock.sleepFor(1s, {});
    QCOMPARE(budget.state().queued, 1);
    stop.request_stop();
    {
        const ClockBlocked blocked(clock);
        waiter.join();
    }
    QCOMPARE(budget.state().queued, 0);
    QVERIFY(budget.take(u"k"_s, rate, {}));
    QCOMPARE(clock.now(), Clock::Duration(10s));
}

void TestRateBudget::penaltyHoldsEverybodyOfTheKey()
{
    VirtualClock clock;
    const ClockParticipant participant(clock);
    RateBudget budget(clock);
    const RateBudget::Rate rate{1.0, 3};
    for (int i = 0; i < 3; ++i)
        QVERIFY(budget.take(u"k"_s, rate, {}));
    QList<qint64> times;
    clock.announce();
    std::jthread waiter([&] {
        const ClockParticipant own(clock, ClockParticipant::Entry::Announced);
        QVERIFY(budget.take(u"k"_s, rate, {})); // was promised to go after 1 s
        times.append(milliseconds(clock.now()));
    });
    clock.sleepFor(500ms, {});
    budget.penalise(u"k"_s, 10s);
    {
        const ClockBlocked blocked(clock);
        waiter.join();
    }
    for (int i = 0; i < 2; ++i) {
        QVERIFY(budget.take(u"k"_s, rate, {}));
        times.append(milliseconds(clock.now()));
    }
    QCOMPARE(times, QList<qint64>({10500, 11500, 12500}));
}

void TestRateBudget::stateNamesTheTightest()
{
    VirtualClock clock;
    const ClockParticipant participant(clock);
    RateBudget budget(clock);
    QCOMPARE(budget.state().available, 1.0);
    QVERIFY(budget.state().tightestKey.isEmpty());
    QVERIFY(budget.take(u"a"_s, {1.0, 4}, {}));
    QVERIFY(budget.take(u"b"_s, {1.0, 2}, {}));
    QCOMPARE(budget.state().tightestKey, u"b"_s);
    QCOMPARE(budget.state().available, 0.5);
    budget.penalise(u"a"_s, 5s);
    QCOMPARE(budget.state().tightestKey, u"a"_s);
    QCOMPARE(budget.state().available, 0.0);
    clock.sleepFor(1h, {});
    QCOMPARE(budget.state().available, 1.0);
}

void TestRateBudget::manyKeysAreForgotten()
{
    VirtualClock clock;
    const ClockParticipant participant(clock);
    RateBudget budget(clock);
    const RateBudget::Rate slow{0.001, 1};
    QVERIFY(budget.take(u"slow"_s, slow, {}));
    for (int i = 0; i < 1000; ++i) {
        QVERIFY(budget.take(QString::number(i), {100.0, 1}, {}));
        clock.sleepFor(10ms, {});
    }
    QCOMPARE(budget.state().tightestKey, u"slow"_s);
    QVERIFY(budget.take(u"slow"_s, slow, {}));
    QCOMPARE(clock.now(), Clock::Duration(1000s));
}

QTEST_GUILESS_MAIN(TestRateBudget)
#include "tst_ratebudget.moc"
