#include "core/ulid.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

class TestUlid : public QObject
{
    Q_OBJECT

private slots:
    void hasTheRightForm();
    void timeIsTheKnownPrefix();
    void laterSortsLater();
    void isUniqueAcrossThreads();
};

void TestUlid::hasTheRightForm()
{
    static const QRegularExpression form(u"^[0-7][0-9A-HJKMNP-TV-Z]{25}$"_s);
    for (int i = 0; i < 1000; ++i)
        QVERIFY(form.match(newUlid()).hasMatch());
}

void TestUlid::timeIsTheKnownPrefix()
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(1469918176385, Qt::UTC);
    QCOMPARE(newUlid(time).first(10), u"01ARYZ6S41"_s);
    QCOMPARE(newUlid(QDateTime::fromMSecsSinceEpoch(0, Qt::UTC)).first(10), u"0000000000"_s);
}

void TestUlid::laterSortsLater()
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(1469918176385, Qt::UTC);
    QString last;
    for (int i = 0; i < 5000; ++i) {
        const QString next = newUlid(time.addMSecs(i / 100));
        QVERIFY(next > last);
        last = next;
    }
}

void TestUlid::isUniqueAcrossThreads()
{
    std::mutex mutex;
    QSet<QString> all;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                for (int k = 0; k < 500; ++k) {
                    const QString id = newUlid();
                    const std::lock_guard lock(mutex);
                    all.insert(id);
                }
            });
        }
    }
    QCOMPARE(all.size(), 2000);
}

QTEST_GUILESS_MAIN(TestUlid)
#include "tst_ulid.moc"
