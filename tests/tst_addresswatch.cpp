#include "core/virtualclock.h"
#include "deploy/addresswatch.h"
#include "support/memoryjournal.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
using Times = QList<std::pair<int, int>>; // seconds: from, to

const StackWatch shopWatch{u"https://shop.example/health?key=geheim"_s, 1s, 3s};
} // namespace
Q_DECLARE_METATYPE(Times)

class TestAddressWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void downtimeIsMeasured_data();
    void downtimeIsMeasured();
    void lateAnswersDoNotCount();
    void nothingIsLeftBehindAtOnce();

private:
    // Watched for some seconds, during which it is down as told.
    static QList<WatchedAddress> watch(
        MemoryJournal &journal, const Times &down, int seconds, AddressWatch::End how);
};

QList<WatchedAddress> TestAddressWatch::watch(
    MemoryJournal &journal, const Times &down, int seconds, AddressWatch::End how)
{
    VirtualClock clock;
    clock.enter();
    const Clock::Duration start = clock.now();
    const DeploymentId id(u"01J8ZQ4W7M3N5T9KD2XBHC6VRE"_s);
    static_cast<void>(journal.begin(id, stackTarget(u"shop"_s)));
    RunRecorder recorder(journal, clock, {}, {});
    recorder.beginAttempt(id, 1);
    DeployPlan plan;
    plan.stack.emplace();
    static_cast<void>(recorder.record(events::AttemptStarted{plan, {}}, Durability::Durable));
    QList<WatchedAddress> seen;
    {
        AddressWatch watch(
            recorder, clock, [&](const QUrl &, std::chrono::milliseconds, std::stop_token) {
                const Clock::Duration at = clock.now() - start;
                const bool isDown = std::any_of(down.cbegin(), down.cend(), [at](const auto &one) {
                    return at >= std::chrono::seconds(one.first)
                        && at < std::chrono::seconds(one.second);
                });
                ProbeResult result;
                result.problem =
                    isDown ? ProbeResult::Problem::BadAnswer : ProbeResult::Problem::None;
                result.status = isDown ? 502 : 200;
                return std::optional(result);
            });
        watch.start({shopWatch});
        clock.sleepFor(std::chrono::seconds(seconds) + 500ms, {});
        seen = watch.end(how);
    }
    clock.leave();
    return seen;
}

void TestAddressWatch::downtimeIsMeasured_data()
{
    QTest::addColumn<Times>("down");
    QTest::addColumn<int>("outages");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("longest");
    QTest::addColumn<int>("parts");
    QTest::addColumn<bool>("isDown");
    QTest::newRow("always there") << Times{} << 0 << 0 << 0 << 0 << false;
    QTest::newRow("once") << Times{{3, 6}} << 1 << 3 << 3 << 1 << false;
    QTest::newRow("twice") << Times{{2, 4}, {6, 9}} << 2 << 5 << 3 << 2 << false;
    QTest::newRow("never there") << Times{{0, 100}} << 0 << 0 << 0 << 1 << true;
    QTest::newRow("not there at first, then gone")
        << Times{{0, 2}, {5, 6}} << 1 << 1 << 1 << 2 << false;
}

void TestAddressWatch::downtimeIsMeasured()
{
    QFETCH(Times, down);
    MemoryJournal journal;
    const QList<WatchedAddress> all = watch(journal, down, 10, AddressWatch::End::LastLook);
    QCOMPARE(all.size(), 1);
    const WatchedAddress &seen = all.constFirst();
    QCOMPARE(seen.address, u"https://shop.example/health"_s); // no secrets in the journal
    QCOMPARE(seen.looks, 12); // every second, and once more at the end
    QTEST(seen.outages, "outages");
    QTEST(int(seen.down / 1s), "seconds");
    QTEST(int(seen.longest / 1s), "longest");
    QTEST(seen.isDown, "isDown");

    const DeploymentState state = journal.state(journal.ids().constFirst());
    QCOMPARE(journal.problems(), QStringList());
    int parts = 0;
    for (const SpanState &span : state.spans) {
        QCOMPARE(span.step, Step::WatchAddress);
        QCOMPARE(span.lane, seen.address);
        QVERIFY(span.endedAt.isValid());
        if (span.segment != Segment::Down) {
            QCOMPARE(span.outcome, Outcome::Succeeded);
            continue;
        }
        ++parts;
        QCOMPARE(span.notes.value(0).args.value(0), u"bad-answer"_s);
        QCOMPARE(span.parent, state.spans.constFirst().id);
    }
    QTEST(parts, "parts");
}

// Down when it ends: as far as it was watched.
void TestAddressWatch::lateAnswersDoNotCount()
{
    MemoryJournal journal;
    const WatchedAddress seen =
        watch(journal, {{7, 100}}, 10, AddressWatch::End::LastLook).constFirst();
    QVERIFY(seen.isDown);
    QCOMPARE(seen.outages, 1);
    QCOMPARE(seen.down, 3500ms);
    QCOMPARE(seen.problem, ProbeResult::Problem::BadAnswer);
}

void TestAddressWatch::nothingIsLeftBehindAtOnce()
{
    MemoryJournal journal;
    const WatchedAddress seen =
        watch(journal, {{7, 100}}, 10, AddressWatch::End::AtOnce).constFirst();
    QCOMPARE(seen.looks, 11); // no last one
    for (const SpanState &span : journal.state(journal.ids().constFirst()).spans)
        QVERIFY(span.endedAt.isValid());
}

QTEST_GUILESS_MAIN(TestAddressWatch)
#include "tst_addresswatch.moc"
