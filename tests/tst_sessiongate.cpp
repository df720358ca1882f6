#include "servers/sessiongate.h"

#include <QTest>

#include <future>
#include <vector>

// How many commands share a connection when the server takes fewer than we think.
class TestSessionGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusalsThatComeLateShutNobodyOut();
    void whoIsRefusedAloneIsToldSo();
    void whoIsRefusedAloneWakesTheNext();
    void stopEndsTheWait();
};

// Two of ten were taken and have ended before the refusals of the other eight arrive.
void TestSessionGate::refusalsThatComeLateShutNobodyOut()
{
    SessionGate gate(10);
    std::vector<SessionGate::Pass> passes;
    for (int i = 0; i < 10; ++i)
        passes.push_back(*gate.enter({}));
    gate.leave();
    gate.leave();
    for (int i = 2; i < 10; ++i)
        QVERIFY(gate.leaveRefused(passes.at(std::size_t(i))));
    // As many as the server had taken.
    QVERIFY(gate.enter({}));
    QVERIFY(gate.enter({}));
    std::stop_source stopped;
    stopped.request_stop();
    QVERIFY(!gate.enter(stopped.get_token()));
}

void TestSessionGate::whoIsRefusedAloneIsToldSo()
{
    SessionGate gate(10);
    const SessionGate::Pass first = *gate.enter({});
    const SessionGate::Pass second = *gate.enter({});
    QVERIFY(gate.leaveRefused(first)); // `second` came meanwhile
    QVERIFY(gate.leaveRefused(second));
    for (int i = 0; i < 20; ++i)
        QVERIFY(!gate.leaveRefused(*gate.enter({})));
}

void TestSessionGate::whoIsRefusedAloneWakesTheNext()
{
    SessionGate gate(1);
    const SessionGate::Pass only = *gate.enter({});
    auto next = std::async(std::launch::async, [&gate] { return gate.enter({}).has_value(); });
    QVERIFY(!gate.leaveRefused(only));
    QVERIFY(next.get());
}

void TestSessionGate::stopEndsTheWait()
{
    SessionGate gate(1);
    QVERIFY(gate.enter({}));
    std::stop_source stop;
    auto waiting = std::async(
        std::launch::async, [&gate, token = stop.get_token()] { return gate.enter(token); });
    stop.request_stop();
    QVERIFY(!waiting.get());
}

QTEST_GUILESS_MAIN(TestSessionGate)
#include "tst_sessiongate.moc"
