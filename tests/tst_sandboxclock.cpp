#include "app/sandboxclock.h"

#include <QTest>

#include <thread>

using namespace std::chrono_literals;

class TestSandboxClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRealUntilItMeetsTheSandbox();
    void followsTheWorldsCalendarAndSpeed();
    void neverGoesBack();
    void smallDifferencesChangeNothing();
    void sleepersSeeANewSpeed();
    void sleepersSeeTheirToken();
};

void TestSandboxClock::isRealUntilItMeetsTheSandbox()
{
    const SandboxClock clock;
    QVERIFY(std::abs(clock.wallNow().msecsTo(QDateTime::currentDateTimeUtc())) < 60'000);
    QCOMPARE(clock.toReal(5s), Clock::Duration(5s));
}

void TestSandboxClock::followsTheWorldsCalendarAndSpeed()
{
    SandboxClock clock;
    const QDateTime world(QDate(2026, 8, 20), QTime(14, 0), Qt::UTC);
    clock.follow(world, 20.0);
    QCOMPARE(clock.toReal(20s), Clock::Duration(1s));
    QVERIFY(clock.wallNow() >= world);
    const QDateTime here = QDateTime::currentDateTimeUtc();
    QCOMPARE(clock.wallOf(here).secsTo(clock.wallOf(here.addSecs(60))), 1200);
    QVERIFY(clock.wallOf(here.addSecs(-1)) < clock.wallNow());
    const Clock::Duration before = clock.now();
    QVERIFY(clock.sleepFor(200ms, {}));
    QVERIFY(clock.now() - before >= 200ms);
}

void TestSandboxClock::neverGoesBack()
{
    SandboxClock clock;
    clock.follow(QDateTime(QDate(2030, 1, 1), QTime(0, 0), Qt::UTC), 100.0);
    const Clock::Duration before = clock.now();
    clock.follow(QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC), 1.0);
    QVERIFY(clock.now() >= before);
    QCOMPARE(clock.wallNow().date().year(), 2026);
}

void TestSandboxClock::smallDifferencesChangeNothing()
{
    SandboxClock clock;
    const QDateTime world(QDate(2026, 8, 20), QTime(14, 0), Qt::UTC);
    clock.follow(world, 1.0);
    clock.follow(world.addMSecs(-400), 1.0);
    QVERIFY(clock.wallNow() >= world);
    clock.follow(world, 0.0); // no speed at all is not believed
    QCOMPARE(clock.toReal(1s), Clock::Duration(1s));
}

void TestSandboxClock::sleepersSeeANewSpeed()
{
    SandboxClock clock;
    bool reached = false;
    // A day at speed 1; over in a moment once the world runs fast.
    std::thread sleeper([&clock, &reached] { reached = clock.sleepFor(24h, {}); });
    clock.follow(clock.wallNow(), 10'000'000.0);
    sleeper.join();
    QVERIFY(reached);
}

void TestSandboxClock::sleepersSeeTheirToken()
{
    SandboxClock clock;
    std::stop_source stop;
    bool reached = true;
    std::thread sleeper(
        [&clock, &reached, token = stop.get_token()] { reached = clock.sleepFor(24h, token); });
    stop.request_stop();
    sleeper.join();
    QVERIFY(!reached);
}

QTEST_GUILESS_MAIN(TestSandboxClock)
#include "tst_sandboxclock.moc"
