#include "core/iothread.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <future>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

class TestIoThread : public QObject
{
    Q_OBJECT

private slots:
    void workRunsInOrderOnTheThread();
    void workFromManyThreadsIsAllDone();
    void workPostedByWorkRuns();
    void shutDownFinishesWhatWasPosted();
    void nothingRunsAfterShutDown();
    void childrenOfTheContextDieOnTheThread();
};

void TestIoThread::workRunsInOrderOnTheThread()
{
    IoThread thread(u"io"_s);
    std::vector<int> seen;
    std::vector<QThread *> threads;
    for (int i = 0; i < 100; ++i) {
        QVERIFY(thread.post([&, i] {
            seen.push_back(i);
            threads.push_back(QThread::currentThread());
        }));
    }
    QThread *expected = thread.context()->thread();
    thread.shutDown();
    QCOMPARE(seen.size(), std::size_t(100));
    for (std::size_t i = 0; i < seen.size(); ++i) {
        QCOMPARE(seen[i], static_cast<int>(i));
        QCOMPARE(threads[i], expected);
    }
}

void TestIoThread::workFromManyThreadsIsAllDone()
{
    IoThread thread(u"io"_s);
    int count = 0; // on the IO thread only
    {
        std::vector<std::jthread> posters;
        for (int i = 0; i < 4; ++i) {
            posters.emplace_back([&] {
                for (int k = 0; k < 250; ++k)
                    thread.post([&count] { ++count; });
            });
        }
    }
    thread.shutDown();
    QCOMPARE(count, 1000);
}

void TestIoThread::workPostedByWorkRuns()
{
    IoThread thread(u"io"_s);
    std::promise<void> done;
    thread.post([&] { thread.post([&] { thread.post([&] { done.set_value(); }); }); });
    done.get_future().wait();
}

void TestIoThread::shutDownFinishesWhatWasPosted()
{
    std::atomic<int> count = 0;
    {
        IoThread thread(u"io"_s);
        for (int i = 0; i < 50; ++i)
            thread.post([&] { ++count; });
    }
    QCOMPARE(count.load(), 50);
}

void TestIoThread::nothingRunsAfterShutDown()
{
    IoThread thread(u"io"_s);
    thread.shutDown();
    bool ran = false;
    QVERIFY(!thread.post([&] { ran = true; }));
    thread.shutDown();
    QVERIFY(!ran);
}

void TestIoThread::childrenOfTheContextDieOnTheThread()
{
    IoThread thread(u"io"_s);
    std::atomic<bool> refused = false;
    std::atomic<QThread *> death = nullptr;
    thread.post([&] {
        auto *child = new QObject(thread.context());
        connect(child, &QObject::destroyed, child, [&] {
            death = QThread::currentThread();
            refused = !thread.post([] {});
        });
    });
    QThread *expected = thread.context()->thread();
    thread.shutDown();
    QCOMPARE(death.load(), expected);
    QVERIFY(refused);
}

QTEST_GUILESS_MAIN(TestIoThread)
#include "tst_iothread.moc"
