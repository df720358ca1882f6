#include "core/iothread.h"
#include "core/promise.h"

#include <QEventLoop>
#include <QTest>

#include <future>
#include <thread>

using namespace Qt::StringLiterals;

namespace {
template <typename T> Result<T> awaitElsewhere(const Pending<T> &pending)
{
    return std::async(std::launch::async, [&pending] { return await(pending); }).get();
}
} // namespace

class TestPromise : public QObject
{
    Q_OBJECT

private slots:
    void firstAnswerWins();
    void droppedPromiseAnswersCancelled();
    void awaitBlocksUntilTheAnswer();
    void threadsWithAnEventLoopAreKnown();
    void deliverRunsInTheThreadOfTheContext();
    void deliverOfAReadyAnswerIsNotRunInside();
    void severalListenersAreAllTold();
    void deadContextHearsNothing();
    void callbackDiesInTheThreadOfTheContext();
    void callbackMayDestroyTheContext();
    void answerRacesWithTheDeathOfTheContext();
};

void TestPromise::firstAnswerWins()
{
    const Promise<int> promise;
    const Promise<int> copy = promise;
    QVERIFY(!promise.pending().isReady());
    QVERIFY(promise.fulfil(1));
    QVERIFY(!copy.fulfil(2));
    QVERIFY(promise.pending().isReady());
    QCOMPARE(awaitElsewhere(copy.pending()).value(), 1);
}

void TestPromise::droppedPromiseAnswersCancelled()
{
    Pending<int> pending;
    {
        const Promise<int> promise;
        pending = promise.pending();
        {
            const Promise<int> copy = promise;
        }
        QVERIFY(!pending.isReady());
    }
    QVERIFY(pending.isReady());
    QCOMPARE(awaitElsewhere(pending).error().kind, Error::Kind::Cancelled);
}

void TestPromise::awaitBlocksUntilTheAnswer()
{
    const Promise<QString> promise;
    std::future<Result<QString>> waiting =
        std::async(std::launch::async, [pending = promise.pending()] { return await(pending); });
    std::jthread answering([promise] { promise.fulfil(u"done"_s); });
    QCOMPARE(waiting.get().value(), u"done"_s);
}

void TestPromise::threadsWithAnEventLoopAreKnown()
{
    QVERIFY(threadHasEventLoop());
    QVERIFY(!std::async(std::launch::async, [] { return threadHasEventLoop(); }).get());
    IoThread thread(u"io"_s);
    std::promise<bool> answer;
    thread.post([&answer] { answer.set_value(threadHasEventLoop()); });
    QVERIFY(answer.get_future().get());
}

void TestPromise::deliverRunsInTheThreadOfTheContext()
{
    const Promise<int> promise;
    QObject context;
    QEventLoop loop;
    int seen = 0;
    QThread *thread = nullptr;
    deliver(promise.pending(), &context, [&](const Result<int> &answer) {
        seen = answer.value();
        thread = QThread::currentThread();
        loop.quit();
    });
    std::jthread answering([promise] { promise.fulfil(7); });
    loop.exec();
    QCOMPARE(seen, 7);
    QCOMPARE(thread, QThread::currentThread());
}

void TestPromise::deliverOfAReadyAnswerIsNotRunInside()
{
    const Promise<int> promise;
    promise.fulfil(7);
    QObject context;
    int seen = 0;
    deliver(promise.pending(), &context, [&](const Result<int> &answer) { seen = answer.value(); });
    QCOMPARE(seen, 0);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(seen, 7);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(context.children().isEmpty());
}

void TestPromise::severalListenersAreAllTold()
{
    const Promise<int> promise;
    QObject context;
    int calls = 0;
    for (int i = 0; i < 3; ++i)
        deliver(promise.pending(), &context, [&](const Result<int> &) { ++calls; });
    promise.fulfil(1);
    promise.fulfil(2);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(calls, 3);
}

void TestPromise::deadContextHearsNothing()
{
    const Promise<int> early;
    const Promise<int> late;
    int calls = 0;
    {
        QObject context;
        deliver(early.pending(), &context, [&](const Result<int> &) { ++calls; });
        deliver(late.pending(), &context, [&](const Result<int> &) { ++calls; });
        early.fulfil(1); // on its way when the context dies
    }
    late.fulfil(1);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(calls, 0);
}

void TestPromise::callbackDiesInTheThreadOfTheContext()
{
    struct Witness
    {
        std::thread::id *death;
        ~Witness() { *death = std::this_thread::get_id(); }
    };
    std::thread::id death;
    {
        const Promise<int> promise;
        QObject context;
        deliver(promise.pending(),
            &context,
            [witness = std::make_shared<Witness>(Witness{&death})](
                const Result<int> &) { Q_UNUSED(witness); });
        death = {};
        std::jthread answering([promise] { promise.fulfil(1); });
        answering.join();
        QCOMPARE(death == std::thread::id(), true);
        QCoreApplication::sendPostedEvents();
    }
    QCOMPARE(death == std::this_thread::get_id(), true);
}

void TestPromise::callbackMayDestroyTheContext()
{
    const Promise<int> promise;
    auto context = std::make_unique<QObject>();
    const QString captured = u"kept alive by the callback while it runs"_s;
    QString seen;
    deliver(promise.pending(), context.get(), [&, captured](const Result<int> &) {
        context.reset();
        seen = captured;
    });
    promise.fulfil(1);
    QCoreApplication::sendPostedEvents();
    QVERIFY(!context);
    QCOMPARE(seen, captured);
}

void TestPromise::answerRacesWithTheDeathOfTheContext()
{
    int calls = 0;
    for (int round = 0; round < 500; ++round) {
        auto context = std::make_unique<QObject>();
        auto promise = std::make_unique<Promise<int>>();
        deliver(promise->pending(), context.get(), [&](const Result<int> &) { ++calls; });
        std::jthread answering([promise = std::move(promise), round] {
            if (round % 2 == 0)
                promise->fulfil(1);
        });
        context.reset();
    }
    QCoreApplication::sendPostedEvents();
    QCOMPARE(calls, 0);
}

QTEST_GUILESS_MAIN(TestPromise)
#include "tst_promise.moc"
