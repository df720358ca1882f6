#include "core/virtualclock.h"
#include "sandbox/inprocesstransport.h"
#include "support/simdriver.h"

using namespace Qt::StringLiterals;

namespace {
const QString gad = u"grupo-gad"_s;
const QString first = u"148e21f3b04289"_s;
const QString list = u"/v1/apps/grupo-gad/machines"_s;

SimFault fault(const QString &name)
{
    return {name, {}, {}, 1, {}, {}, {}};
}

HttpRequest request(const QByteArray &method, const QString &path)
{
    HttpRequest r;
    r.method = method;
    r.url = QUrl(u"http://127.0.0.1"_s + path);
    r.headers = {{"authorization", "Bearer fo1_sandbox_full"}};
    return r;
}

struct InProcess
{
    InProcess()
        : world(std::make_shared<SimWorld>(SimDriver::load(u"field-cases"_s)))
        , transport(world, clock)
    {
    }
    VirtualClock clock;
    std::shared_ptr<SimWorld> world;
    InProcessTransport transport;
    const ClockParticipant participant{clock};
};
} // namespace

// The simulated platform without a network, on a virtual clock.
class TestInProcessTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsWaits();
    void cancelsBeforeAndAfterTheEffect();
    void hooksReplaceAnswers();
    void servesThreads();
};

void TestInProcessTransport::holdsWaits()
{
    InProcess process;
    const Clock::Duration before = process.clock.now();
    HttpRequest wait =
        request("GET", SimDriver::path(gad, first, u"/wait?state=stopped&timeout=60"_s));
    wait.timeout = std::chrono::seconds(70);
    const Result<HttpResponse> late = process.transport.perform(wait, {});
    QVERIFY(late.has_value());
    QCOMPARE(late->status, 408);
    QVERIFY(process.clock.now() - before >= std::chrono::seconds(60));
    QVERIFY(process.clock.now() - before < std::chrono::seconds(61));
    wait.timeout = std::chrono::seconds(5);
    const Result<HttpResponse> gaveUp = process.transport.perform(wait, {});
    QCOMPARE(gaveUp.error().kind, Error::Kind::Timeout);
    QVERIFY(process.transport.perform(request("POST", SimDriver::path(gad, first, u"/stop"_s)), {})
                .has_value());
    wait.timeout = std::chrono::seconds(70);
    const Result<HttpResponse> reached = process.transport.perform(wait, {});
    QCOMPARE(reached->status, 200);
    QVERIFY(reached->header("fly-request-id").endsWith("-sbx"));
}

void TestInProcessTransport::cancelsBeforeAndAfterTheEffect()
{
    for (const auto point : {InProcessTransport::CancelPoint::BeforeEffect,
             InProcessTransport::CancelPoint::AfterEffect}) {
        InProcess process;
        const std::stop_source source;
        process.transport.setCancelPoint(1, point, source);
        QVERIFY(process.transport.perform(request("GET", list), source.get_token()).has_value());
        const HttpRequest lease = request("POST", SimDriver::path(gad, first, u"/lease?ttl=60"_s));
        const Result<HttpResponse> cancelled = process.transport.perform(lease, source.get_token());
        QCOMPARE(cancelled.error().kind, Error::Kind::Cancelled);
        const SimTime now = process.transport.worldNow();
        const int leases =
            process.transport.inspect([now](SimWorld &world) { return world.liveLeases(now); });
        QCOMPARE(leases, point == InProcessTransport::CancelPoint::AfterEffect ? 1 : 0);
        QCOMPARE(process.transport.requestCount(), 2);
    }
}

void TestInProcessTransport::hooksReplaceAnswers()
{
    InProcess process;
    process.transport.setBefore(
        [](int index, const HttpRequest &) -> std::optional<Result<HttpResponse>> {
            if (index == 0)
                return failure(Error::Kind::Offline, u"no route"_s);
            return std::nullopt;
        });
    process.transport.setAfter(
        [](int index, const HttpRequest &) -> std::optional<Result<HttpResponse>> {
            if (index == 1)
                return HttpResponse{500, {}, "broken"};
            return std::nullopt;
        });
    QCOMPARE(
        process.transport.perform(request("GET", list), {}).error().kind, Error::Kind::Offline);
    QCOMPARE(process.transport.perform(request("GET", list), {})->status, 500);
    QCOMPARE(process.transport.perform(request("GET", list), {})->status, 200);
    const QStringList log =
        process.transport.inspect([](SimWorld &world) { return world.requestLog(); });
    QCOMPARE(log.size(), 2);
    QVERIFY(process.transport
                .inspect([](SimWorld &world) { return world.provoke(fault(u"drop-connection"_s)); })
                .has_value());
    QCOMPARE(
        process.transport.perform(request("GET", list), {}).error().kind, Error::Kind::Offline);
    QVERIFY(process.transport
                .inspect([](SimWorld &world) { return world.provoke(fault(u"truncated-json"_s)); })
                .has_value());
    QCOMPARE(
        process.transport.perform(request("GET", list), {}).error().kind, Error::Kind::Protocol);
}

void TestInProcessTransport::servesThreads()
{
    InProcess process;
    process.transport.inspect([](SimWorld &world) { world.setRateLimits(false); });
    std::atomic<int> good = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i) {
        process.clock.announce();
        threads.emplace_back([&] {
            const ClockParticipant participant(process.clock, ClockParticipant::Entry::Announced);
            for (int n = 0; n < 20; ++n) {
                const auto answer =
                    process.transport.perform(request("GET", SimDriver::path(gad, first)), {});
                good += answer && answer->status == 200 ? 1 : 0;
            }
        });
    }
    {
        const ClockBlocked blocked(process.clock);
        threads.clear();
    }
    QCOMPARE(good.load(), 160);
}

QTEST_GUILESS_MAIN(TestInProcessTransport)
#include "tst_inprocesstransport.moc"
