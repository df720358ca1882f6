#include "models/format.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void durationReadsByLocale_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("spanish");
        QTest::newRow("zero") << qint64(0) << u"0 s"_s << u"0 s"_s;
        QTest::newRow("negative") << qint64(-500) << u"0 s"_s << u"0 s"_s;
        QTest::newRow("milliseconds") << qint64(42) << u"42 ms"_s << u"42 ms"_s;
        QTest::newRow("tenths") << qint64(430) << u"0.4 s"_s << u"0,4 s"_s;
        QTest::newRow("almost a second") << qint64(970) << u"1 s"_s << u"1 s"_s;
        QTest::newRow("seconds") << qint64(48'400) << u"48 s"_s << u"48 s"_s;
        QTest::newRow("rounds up to a minute")
            << qint64(59'700) << u"1 m 00 s"_s << u"1 min 00 s"_s;
        QTest::newRow("two digits") << qint64(65'000) << u"1 m 05 s"_s << u"1 min 05 s"_s;
        QTest::newRow("minutes") << qint64(92'000) << u"1 m 32 s"_s << u"1 min 32 s"_s;
        QTest::newRow("hours") << qint64(7'380'000) << u"2 h 03 m"_s << u"2 h 03 min"_s;
    }
    void durationReadsByLocale()
    {
        QFETCH(const qint64, ms);
        QFETCH(const QString, english);
        QFETCH(const QString, spanish);
        QCOMPARE(Format::duration(std::chrono::milliseconds(ms), QLocale(u"en_US"_s)), english);
        QCOMPARE(Format::duration(std::chrono::milliseconds(ms), QLocale(u"es_ES"_s)), spanish);
    }

    void axisLabels_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("label");
        QTest::newRow("start") << qint64(0) << u"0:00"_s;
        QTest::newRow("seconds") << qint64(30'000) << u"0:30"_s;
        QTest::newRow("minutes") << qint64(90'000) << u"1:30"_s;
        QTest::newRow("hours") << qint64(3'720'000) << u"1:02:00"_s;
        QTest::newRow("tenths") << qint64(1'500) << u"0:01.5"_s;
        QTest::newRow("hundredths") << qint64(1'250) << u"0:01.250"_s;
    }
    void axisLabels()
    {
        QFETCH(const qint64, ms);
        QFETCH(const QString, label);
        QCOMPARE(Format::axis(std::chrono::milliseconds(ms), QLocale::c()), label);
    }

    void ageCountsInTheUnitThatFits()
    {
        const QDateTime then(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
        const QLocale c = QLocale::c();
        QCOMPARE(Format::age({}, then), u"never"_s);
        QCOMPARE(Format::age(then, then.addSecs(2), c), u"just now"_s);
        QCOMPARE(Format::age(then, then.addSecs(40), c), u"40 s ago"_s);
        QCOMPARE(Format::age(then, then.addSecs(250), c), u"4 min ago"_s);
        QCOMPARE(Format::age(then, then.addSecs(7'300), c), u"2 h ago"_s);
        QCOMPARE(Format::age(then, then.addDays(3), c), u"3 day(s) ago"_s);
    }

    void timesAreLocalAndUtcIsMarked()
    {
        const QDateTime at(QDate(2026, 11, 5), QTime(9, 5, 7), Qt::UTC);
        QCOMPARE(Format::time(at, QLocale::c()), u"09:05:07"_s);
        QCOMPARE(Format::dateTime(at, QLocale(u"en_US"_s)), u"5 Nov 2026 09:05"_s);
        QCOMPARE(Format::utc(at), u"2026-11-05T09:05:07Z"_s);
        QVERIFY(Format::time({}).isEmpty());
    }

    void idsStayTellable()
    {
        QCOMPARE(Format::shortId(u"148e306fd02189"_s), u"148e…"_s);
        QCOMPARE(Format::shortId(u"web"_s), u"web"_s);
        const QStringList ids{u"148e306fd02189"_s, u"148e30aa000000"_s, u"9080aa"_s};
        const QStringList expected{u"148e306…"_s, u"148e30a…"_s, u"9080aa"_s};
        QCOMPARE(Format::distinctIds(ids), expected);
        // Lanes of stacks: the server is named where there are several.
        QCOMPARE(Format::shortId(u"server-1/backend"_s), u"server-1/backend"_s);
        QCOMPARE(Format::shortId(u"server-1/"_s), u"server-1"_s);
        QCOMPARE(Format::distinctIds({u"s1/"_s, u"s1/backend"_s, u"s1/backup"_s}),
            (QStringList{u"s1"_s, u"backend"_s, u"backup"_s}));
        QCOMPARE(Format::distinctIds({u"s1/web"_s, u"s2/web"_s}),
            (QStringList{u"s1/web"_s, u"s2/web"_s}));
        QCOMPARE(
            Format::sentence(u"v42 failed at machine 148e…."_s), u"v42 failed at machine 148e…"_s);
        QCOMPARE(Format::sentence(u"All is well."_s), u"All is well."_s);
    }

    void imagesKeepWhatTellsThemApart_data()
    {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("expected");
        QTest::newRow("deployment")
            << u"registry.fly.io/grupo-gad:deployment-01J8X4T7M2"_s << u"deployment-01J8…"_s;
        QTest::newRow("tag") << u"docker.io/library/postgres:16"_s << u"postgres:16"_s;
        QTest::newRow("digest") << u"registry.fly.io/x@sha256:0123456789abcdef"_s
                                << u"sha256:01234567…"_s;
        QTest::newRow("no tag") << u"localhost:5000/app"_s << u"app"_s;
    }
    void imagesKeepWhatTellsThemApart()
    {
        QFETCH(const QString, reference);
        QFETCH(const QString, expected);
        QCOMPARE(Format::shortImage(reference), expected);
    }
};

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
