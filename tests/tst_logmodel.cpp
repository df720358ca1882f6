#include "models/logmodel.h"
#include "support/samplefleet.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLogModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesComeInOneBatch();
    void oldestLinesGoFirst();
    void rowsAreRemovedBeforeInserted();
    void aFloodIsTakenInPortions();
    void laneFilterShowsItsLines();
    void laneFilterSurvivesDropping();
    void findWrapsBothWays();
    void indexesStayWhenLinesGo();
    void copyIsRedactedWithUtc();
    void levelsAreRecognised_data();
    void levelsAreRecognised();
};

void TestLogModel::linesComeInOneBatch()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    for (int batch = 0; batch < 10; ++batch)
        model.append(Sample::log(100));
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(inserted.wait());
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.at(0).at(2).toInt(), 999);
    QCOMPARE(model.index(7).data().toString(), Sample::log(8).last().text);
}

void TestLogModel::oldestLinesGoFirst()
{
    LogModel model({5000, 1 << 30});
    const QAbstractItemModelTester tester(&model);
    model.setLines(Sample::log(9000));
    QVERIFY(model.rowCount() <= 5000);
    QVERIFY(model.rowCount() > 3900);
    QCOMPARE(model.buffer().end(), 9000);
    QCOMPARE(model.index(model.rowCount() - 1).data().toString(), Sample::log(9000).last().text);
    LogModel bytes({1 << 30, 20'000});
    bytes.setLines(Sample::log(9000));
    QVERIFY(bytes.buffer().bytes() < 100'000); // whole blocks of 1024 lines
}

void TestLogModel::rowsAreRemovedBeforeInserted()
{
    LogModel model({3000, 1 << 30});
    const QAbstractItemModelTester tester(&model);
    model.setLines(Sample::log(2900));
    QStringList order;
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [&] { order.append(u"removed"_s); });
    connect(&model, &QAbstractItemModel::rowsInserted, this, [&] { order.append(u"inserted"_s); });
    model.append(Sample::log(200));
    model.flush();
    QCOMPARE(order, QStringList({u"removed"_s, u"inserted"_s}));
    QCOMPARE(model.rowCount(), 2900 - 1024 + 200);
    QCOMPARE(model.indexAt(0), 1024);
}

void TestLogModel::aFloodIsTakenInPortions()
{
    LogModel model;
    int most = 0;
    connect(&model,
        &QAbstractItemModel::rowsInserted,
        this,
        [&most](
            const QModelIndex &, int first, int last) { most = std::max(most, last - first + 1); });
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.append(Sample::log(30'000));
    while (model.rowCount() < 30'000)
        QVERIFY(inserted.wait());
    QVERIFY(most <= 5'000);
    QCOMPARE(model.index(29'999).data(LogModel::IndexRole).toLongLong(), 29'999);
}

void TestLogModel::laneFilterShowsItsLines()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model);
    model.setLines(Sample::log(9));
    QCOMPARE(model.lanes(), QStringList({u"148e0"_s, u"148e1"_s, u"148e2"_s}));
    model.setLane(u"148e1"_s);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(1).data(LogModel::IndexRole).toLongLong(), 4);
    model.append(Sample::log(3));
    model.flush();
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.rowOf(4), 1);
    QCOMPARE(model.rowOf(5), -1);
    model.setLane({});
    QCOMPARE(model.rowCount(), 12);
}

void TestLogModel::laneFilterSurvivesDropping()
{
    LogModel model({3000, 1 << 30});
    const QAbstractItemModelTester tester(&model);
    model.setLines(Sample::log(2999));
    model.setLane(u"148e2"_s);
    const int before = model.rowCount();
    model.append(Sample::log(300));
    model.flush();
    QCOMPARE(model.rowCount(), before - 341 + 100);
    QCOMPARE(model.index(0).data(LogModel::LaneRole).toString(), u"148e2"_s);
}

void TestLogModel::findWrapsBothWays()
{
    LogModel model;
    model.setLines(Sample::log(50));
    QCOMPARE(model.find(u"LINE 7:"_s, 0, true), 7);
    QCOMPARE(model.find(u"line 7:"_s, 8, true), 7);
    QCOMPARE(model.find(u"line 7:"_s, 3, false), 7);
    QCOMPARE(model.find(u"nowhere"_s, 0, true), -1);
    QCOMPARE(model.find({}, 0, true), -1);
}

void TestLogModel::indexesStayWhenLinesGo()
{
    LogModel model({3000, 1 << 30});
    model.setLines(Sample::log(2900));
    QCOMPARE(model.rowOf(2000), 2000);
    model.append(Sample::log(500));
    model.flush();
    QCOMPARE(model.rowOf(2000), 2000 - 1024);
    QCOMPARE(model.rowOf(10), -1);
}

void TestLogModel::copyIsRedactedWithUtc()
{
    LogModel model;
    QList<LogLine> lines = Sample::log(2);
    lines[1].text = u"DATABASE_PASSWORD=hunter2hunter2 token"_s;
    model.setLines(lines);
    const QString copied = model.copyText(0, 1);
    QVERIFY2(copied.contains("2026-08-20T23:08:00"_L1), qPrintable(copied));
    QVERIFY(copied.contains("148e0"_L1));
    QVERIFY2(!copied.contains("hunter2"_L1), qPrintable(copied));
    QCOMPARE(copied.count(u'\n'), 2);
}

void TestLogModel::levelsAreRecognised_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("level");
    QTest::newRow("error") << u"ERROR"_s << int(LogLevel::Error);
    QTest::newRow("fatal") << u"fatal"_s << int(LogLevel::Error);
    QTest::newRow("warn") << u"warn"_s << int(LogLevel::Warning);
    QTest::newRow("warning") << u"Warning"_s << int(LogLevel::Warning);
    QTest::newRow("debug") << u"debug"_s << int(LogLevel::Debug);
    QTest::newRow("nothing") << QString() << int(LogLevel::Info);
}

void TestLogModel::levelsAreRecognised()
{
    QFETCH(QString, text);
    QTEST(int(logLevelFromText(text)), "level");
}

QTEST_GUILESS_MAIN(TestLogModel)
#include "tst_logmodel.moc"
