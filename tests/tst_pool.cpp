#include "core/pool.h"

#include <QEventLoop>
#include <QTest>

#include <future>
#include <latch>
#include <set>
#include <thread>

using namespace Qt::StringLiterals;

namespace {
template <typename T> Result<T> awaitElsewhere(const Pending<T> &pending)
{
    return std::async(std::launch::async, [&pending] { return await(pending); }).get();
}

// Blocks the way a network wait does: until the token is stopped.
void waitForStop(const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait(lock, stop, [] { return false; });
}
} // namespace

class TestPool : public QObject
{
    Q_OBJECT

private slots:
    void answerIsDelivered();
    void growsWhileWorkBlocks();
    void idleThreadIsReused();
    void destructionStopsWhatRunsAndDropsWhatWaits();
    void workStartedByDroppedWorkIsCancelled();
};

void TestPool::answerIsDelivered()
{
    Pool pool;
    QEventLoop loop;
    Result<int> seen = 0;
    deliver(pool.run<int>([](const std::stop_token &) { return Result<int>(42); }),
        &loop,
        [&](const Result<int> &answer) {
            seen = answer;
            loop.quit();
        });
    loop.exec();
    QCOMPARE(seen.value(), 42);
    const Pending<int> refused = pool.run<int>([](const std::stop_token &) {
        return Result<int>(failure(Error::Kind::NotFound, u"no"_s));
    });
    QCOMPARE(awaitElsewhere(refused).error().kind, Error::Kind::NotFound);
}

void TestPool::growsWhileWorkBlocks()
{
    Pool pool;
    std::latch together(16); // passes only when all run at the same time
    std::vector<Pending<int>> all;
    for (int i = 0; i < 16; ++i) {
        all.push_back(pool.run<int>([&together, i](const std::stop_token &) {
            together.arrive_and_wait();
            return Result<int>(i);
        }));
    }
    for (int i = 0; i < 16; ++i)
        QCOMPARE(awaitElsewhere(all[static_cast<std::size_t>(i)]).value(), i);
}

void TestPool::idleThreadIsReused()
{
    Pool pool;
    std::mutex mutex;
    std::set<std::thread::id> threads;
    for (int i = 0; i < 50; ++i) {
        const Pending<int> pending = pool.run<int>([&](const std::stop_token &) {
            const std::lock_guard lock(mutex);
            threads.insert(std::this_thread::get_id());
            return Result<int>(0);
        });
        QVERIFY(awaitElsewhere(pending));
    }
    // The answer is there a moment before its thread is idle again, hence more than one.
    const std::lock_guard lock(mutex);
    QVERIFY(threads.size() < 50);
}

void TestPool::destructionStopsWhatRunsAndDropsWhatWaits()
{
    constexpr int limit = 64;
    auto pool = std::make_unique<Pool>();
    std::latch begun(limit);
    std::vector<Pending<int>> running;
    for (int i = 0; i < limit; ++i) {
        running.push_back(pool->run<int>([&begun](const std::stop_token &stop) {
            begun.count_down();
            waitForStop(stop);
            return Result<int>(1);
        }));
    }
    begun.wait();
    std::atomic<bool> ran = false;
    std::vector<Pending<int>> waiting;
    for (int i = 0; i < 5; ++i) {
        waiting.push_back(pool->run<int>([&ran](const std::stop_token &) {
            ran = true;
            return Result<int>(2);
        }));
    }
    pool.reset();
    for (const Pending<int> &pending : running)
        QCOMPARE(awaitElsewhere(pending).value(), 1);
    for (const Pending<int> &pending : waiting)
        QCOMPARE(awaitElsewhere(pending).error().kind, Error::Kind::Cancelled);
    QVERIFY(!ran);
}

void TestPool::workStartedByDroppedWorkIsCancelled()
{
    auto pool = std::make_unique<Pool>();
    std::promise<void> begun;
    Pending<int> late;
    const Pending<int> outer = pool->run<int>([&, raw = pool.get()](const std::stop_token &stop) {
        begun.set_value();
        waitForStop(stop);
        late = raw->run<int>([](const std::stop_token &) { return Result<int>(1); });
        return Result<int>(0);
    });
    begun.get_future().wait();
    pool.reset();
    QVERIFY(awaitElsewhere(outer));
    QCOMPARE(awaitElsewhere(late).error().kind, Error::Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestPool)
#include "tst_pool.moc"
