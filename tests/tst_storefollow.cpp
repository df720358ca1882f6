#include "support/tempstore.h"

#include <QElapsedTimer>

#include <thread>

using namespace Qt::StringLiterals;

namespace {
const AppName gad(u"grupo-gad"_s);
const QDateTime noon(QDate(2026, 8, 20), QTime(12, 0), Qt::UTC);

std::unique_ptr<JournalStore> opened(const QString &folder)
{
    Result<std::unique_ptr<JournalStore>> store = JournalStore::open(folder);
    return store ? std::move(*store) : nullptr;
}

// Reads until there are as many, as a follower does; gives up after a while.
qsizetype eventuallySeen(JournalStore &store, const DeploymentId &id, qsizetype wanted)
{
    QElapsedTimer timer;
    timer.start();
    qsizetype seen = 0;
    while (seen < wanted && timer.elapsed() < 20'000) {
        const Result<QList<DeployEvent>> events = store.events(id, 0);
        seen = events ? events->size() : 0;
        std::this_thread::yield();
    }
    return seen;
}
} // namespace

// One process runs a deployment, another reads along: here two stores on one folder, which share
// nothing but the files.
class TestStoreFollow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void batchedEventsArriveWithoutADurableOne();
    void logArrivesLineByLine();
    void statusIsTheSameSeenFromTheOtherSide();
    void cancelIsAskedThroughTheStore();
    void aNewAttemptForgetsTheWishToStop();
    void cancelOfAnUnknownDeploymentIsRefused();
    void theOtherProcessMayGoOnWithTheDeployment();
    void twoProcessesMakeOneNewStore();
};

void TestStoreFollow::batchedEventsArriveWithoutADurableOne()
{
    TempStore store;
    Script script(*store, gad, noon);
    VERIFY_OK(script.begin());
    VERIFY_OK(script.start(0));
    const auto follower = opened(store.folder());
    QVERIFY(follower);
    VERIFY_OK(script.span(1, 2, Step::Survey));
    QCOMPARE(eventuallySeen(*follower, script.id(), 3), 3);
}

void TestStoreFollow::logArrivesLineByLine()
{
    TempStore store;
    const DeploymentId id(newUlid());
    const auto follower = opened(store.folder());
    const LogLine line{noon, LogLine::Source::App, {}, {}, u"hello"_s, 1};
    for (int i = 1; i <= 3; ++i) {
        VERIFY_OK(store->appendLog(id, {line}));
        QCOMPARE(follower->log(id, i - 1, 10)->size(), 1);
    }
}

void TestStoreFollow::statusIsTheSameSeenFromTheOtherSide()
{
    using Status = DeploymentSummary::Status;
    TempStore store;
    ProcessIdentity other = ProcessIdentity::current(u"atalayactl"_s);
    other.pid = 1; // whoever that is, it is not us
    Script script(*store, gad, noon);
    script.setOwner(other);
    const auto follower = opened(store.folder());
    {
        const auto lock = store->own(gad, other);
        VERIFY_OK(lock);
        VERIFY_OK(script.begin());
        VERIFY_OK(script.start(0));
        QCOMPARE(follower->deployment(script.id()).value()->status, Status::RunningElsewhere);
        QCOMPARE(follower->owner(gad).value(), std::optional(other));
        QVERIFY(!follower->own(gad, ProcessIdentity::current(u"atalaya"_s)));
    }
    QCOMPARE(follower->deployment(script.id()).value()->status, Status::Interrupted);
    QVERIFY(!follower->owner(gad).value());
    VERIFY_OK(follower->own(gad, ProcessIdentity::current(u"atalaya"_s)));
}

void TestStoreFollow::cancelIsAskedThroughTheStore()
{
    TempStore store;
    Script script(*store, gad, noon);
    VERIFY_OK(script.begin());
    VERIFY_OK(script.start(0));
    QVERIFY(!store->cancelRequested(script.id()).value());
    const auto follower = opened(store.folder());
    const ProcessIdentity by = ProcessIdentity::current(u"atalaya"_s);
    VERIFY_OK(follower->requestCancel(script.id(), by));
    QCOMPARE(store->cancelRequested(script.id()).value(), std::optional(by));
}

void TestStoreFollow::aNewAttemptForgetsTheWishToStop()
{
    TempStore store;
    Script script(*store, gad, noon);
    VERIFY_OK(script.begin());
    VERIFY_OK(script.start(0));
    VERIFY_OK(store->requestCancel(script.id(), script.owner()));
    VERIFY_OK(script.end(1, Reported::Cancelled));
    VERIFY_OK(script.start(2));
    QVERIFY(!store->cancelRequested(script.id()).value());
}

void TestStoreFollow::cancelOfAnUnknownDeploymentIsRefused()
{
    TempStore store;
    const Result<void> refused =
        store->requestCancel(DeploymentId(newUlid()), ProcessIdentity::current(u"atalaya"_s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::NotFound);
}

void TestStoreFollow::theOtherProcessMayGoOnWithTheDeployment()
{
    TempStore store;
    Script script(*store, gad, noon);
    VERIFY_OK(script.begin());
    VERIFY_OK(script.start(0));
    const auto other = opened(store.folder());
    DeployEvent event = script.next(1, events::CancelRequested{});
    VERIFY_OK(other->append(event, Durability::Durable));
    // Whoever takes the app over reads what was written meanwhile.
    const auto lock = store->own(gad, script.owner());
    VERIFY_OK(lock);
    event.sequence = 3;
    VERIFY_OK(store->append(event, Durability::Batched));
    QCOMPARE(store->events(script.id(), 0)->size(), 3);
}

void TestStoreFollow::twoProcessesMakeOneNewStore()
{
    for (int round = 0; round < 5; ++round) {
        QTemporaryDir dir;
        std::unique_ptr<JournalStore> stores[2];
        {
            std::jthread one([&] { stores[0] = opened(dir.path()); });
            std::jthread two([&] { stores[1] = opened(dir.path()); });
        }
        QVERIFY(stores[0] && stores[1]);
        QCOMPARE(*stores[0]->digestKey(), *stores[1]->digestKey());
        QCOMPARE(stores[0]->begin(DeploymentId(newUlid()), gad), Result<int>(1));
        QCOMPARE(stores[1]->begin(DeploymentId(newUlid()), gad), Result<int>(2));
    }
}

QTEST_GUILESS_MAIN(TestStoreFollow)
#include "tst_storefollow.moc"
