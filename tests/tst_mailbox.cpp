#include "core/mailbox.h"

#include <QEventLoop>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;

class TestMailbox : public QObject
{
    Q_OBJECT

private slots:
    void valuesArriveInOrderAsOneBatch();
    void valuesOfEachSenderKeepTheirOrder();
    void valuePutByTheReceiverArrivesLater();
    void receiverMayDestroyTheMailbox();
};

void TestMailbox::valuesArriveInOrderAsOneBatch()
{
    std::vector<std::vector<int>> batches;
    Mailbox<int> mailbox([&](std::vector<int> values) { batches.push_back(std::move(values)); });
    for (int i = 0; i < 3; ++i)
        mailbox.put(i);
    QVERIFY(batches.empty());
    QCoreApplication::sendPostedEvents();
    QCOMPARE(batches, std::vector<std::vector<int>>({{0, 1, 2}}));
}

void TestMailbox::valuesOfEachSenderKeepTheirOrder()
{
    constexpr int senders = 4;
    constexpr int each = 500;
    std::vector<int> next(senders, 0);
    bool ordered = true;
    int count = 0;
    QEventLoop loop;
    Mailbox<std::pair<int, QString>> mailbox([&](std::vector<std::pair<int, QString>> values) {
        for (const auto &[sender, text] : values) {
            int &expected = next[static_cast<std::size_t>(sender)];
            ordered = ordered && text == QString::number(expected);
            ++expected;
            ++count;
        }
        if (count == senders * each)
            loop.quit();
    });
    std::vector<std::jthread> threads;
    for (int sender = 0; sender < senders; ++sender) {
        threads.emplace_back([&mailbox, sender] {
            for (int i = 0; i < each; ++i)
                mailbox.put({sender, QString::number(i)});
        });
    }
    loop.exec();
    QVERIFY(ordered);
    QCOMPARE(count, senders * each);
}

void TestMailbox::valuePutByTheReceiverArrivesLater()
{
    std::vector<int> seen;
    Mailbox<int> *self = nullptr;
    Mailbox<int> mailbox([&](const std::vector<int> &values) {
        seen.push_back(values.front());
        if (values.front() == 1)
            self->put(2);
    });
    self = &mailbox;
    mailbox.put(1);
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(seen, std::vector<int>({1, 2}));
}

void TestMailbox::receiverMayDestroyTheMailbox()
{
    std::unique_ptr<Mailbox<int>> mailbox;
    const QString captured = u"still there after the mailbox has gone"_s;
    QString seen;
    mailbox = std::make_unique<Mailbox<int>>([&, captured](const std::vector<int> &) {
        mailbox.reset();
        seen = captured;
    });
    mailbox->put(1);
    QCoreApplication::sendPostedEvents();
    QVERIFY(!mailbox);
    QCOMPARE(seen, captured);
}

QTEST_GUILESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
