#include "models/timescale.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestTimeScale : public QObject
{
    Q_OBJECT

    static TimeScale scale(double width, double contentEnd)
    {
        TimeScale result;
        result.setWidth(width);
        result.setContentEnd(contentEnd);
        result.fit();
        return result;
    }

private Q_SLOTS:
    void timeAndPixelsAgree_data()
    {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<double>("time");
        QTest::addColumn<double>("x");
        QTest::newRow("start of all") << 0.0 << 100'000.0 << 0.0 << 0.0;
        QTest::newRow("middle of all") << 0.0 << 100'000.0 << 50'000.0 << 500.0;
        QTest::newRow("end of all") << 0.0 << 100'000.0 << 100'000.0 << 1'000.0;
        QTest::newRow("zoomed, before") << 20'000.0 << 30'000.0 << 15'000.0 << -500.0;
        QTest::newRow("zoomed, inside") << 20'000.0 << 30'000.0 << 22'500.0 << 250.0;
        QTest::newRow("far in") << 20'000.0 << 20'500.0 << 20'100.0 << 200.0;
    }
    void timeAndPixelsAgree()
    {
        QFETCH(const double, from);
        QFETCH(const double, to);
        QFETCH(const double, time);
        QFETCH(const double, x);
        TimeScale scale = TestTimeScale::scale(1'000, 100'000);
        scale.setRange(from, to);
        QCOMPARE(scale.x(time), x);
        QCOMPARE(scale.time(x), time);
    }

    void zoomKeepsTheTimeUnderThePointer_data()
    {
        QTest::addColumn<double>("x");
        QTest::newRow("left") << 0.0;
        QTest::newRow("third") << 333.0;
        QTest::newRow("right") << 1'000.0;
    }
    void zoomKeepsTheTimeUnderThePointer()
    {
        QFETCH(const double, x);
        TimeScale scale = TestTimeScale::scale(1'000, 200'000);
        for (int step = 0; step < 8; ++step) {
            const double under = scale.time(x);
            scale.zoomAbout(x, 1.5);
            QVERIFY(std::abs(scale.time(x) - under) < 0.001);
        }
    }

    void zoomingOutEndsAtTheWhole()
    {
        TimeScale scale = TestTimeScale::scale(1'000, 200'000);
        QVERIFY(scale.isFitted());
        scale.zoomAbout(300, 5);
        QVERIFY(!scale.isFitted());
        for (int step = 0; step < 20; ++step)
            scale.zoomAbout(700, 0.5);
        QVERIFY(scale.isFitted());
    }

    void zoomingInHasAnEnd()
    {
        TimeScale scale = TestTimeScale::scale(1'000, 200'000);
        for (int step = 0; step < 60; ++step)
            scale.zoomAbout(400, 2);
        QVERIFY(scale.to() - scale.from() >= 199.9);
    }

    void panningStaysAtTheContent()
    {
        TimeScale scale = TestTimeScale::scale(1'000, 200'000);
        scale.setRange(50'000, 60'000);
        scale.panBy(-1e9);
        QCOMPARE(scale.from(), 0.0);
        scale.panBy(1e9);
        QCOMPARE(scale.to(), TimeScale::roundEnd(200'000));
    }

    void revealMovesNoMoreThanNeeded()
    {
        TimeScale scale = TestTimeScale::scale(1'000, 200'000);
        scale.setRange(50'000, 60'000);
        const TimeScale before = scale;
        scale.reveal(52'000, 58'000);
        QCOMPARE(scale, before);
        scale.reveal(70'000, 71'000);
        QCOMPARE(scale.to(), 71'400.0);
        scale.reveal(10'000, 90'000); // longer than the window: its start counts
        QCOMPARE(scale.from(), 9'600.0);
    }

    void ticksAreRoundAndApart_data()
    {
        QTest::addColumn<double>("length");
        QTest::addColumn<QString>("second");
        QTest::newRow("half a second") << 500.0 << u"0:00.050"_s;
        QTest::newRow("ten seconds") << 10'000.0 << u"0:01"_s;
        QTest::newRow("three minutes") << 180'000.0 << u"0:15"_s;
        QTest::newRow("an hour") << 3'600'000.0 << u"5:00"_s;
        QTest::newRow("a day") << 86'400'000.0 << u"2:00:00"_s;
    }
    void ticksAreRoundAndApart()
    {
        QFETCH(const double, length);
        QFETCH(const QString, second);
        TimeScale scale = TestTimeScale::scale(1'000, length);
        scale.setRange(0, length);
        QStringList labels;
        double last = -1'000;
        for (const TimeScale::Tick &tick : scale.ticks(72)) {
            QCOMPARE(tick.x, scale.x(static_cast<double>(tick.time)));
            if (!tick.labelled)
                continue;
            QVERIFY(tick.x - last >= 72);
            last = tick.x;
            labels.append(tick.label);
        }
        QVERIFY(labels.size() > 4);
        QCOMPARE(labels.at(0), u"0:00"_s);
        QCOMPARE(labels.at(1), second);
    }

    void roundEndHoldsStillWhileItGrowsLittle()
    {
        QCOMPARE(TimeScale::roundEnd(100'000), TimeScale::roundEnd(101'000));
        QVERIFY(TimeScale::roundEnd(100'000) >= 110'000);
        QVERIFY(TimeScale::roundEnd(100'000) <= 130'000);
    }
};

QTEST_GUILESS_MAIN(TestTimeScale)
#include "tst_timescale.moc"
