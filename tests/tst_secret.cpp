#include "core/secret.h"

#include <QDebug>
#include <QTest>

#include <fmt/format.h>

#include <ostream>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace {
template <typename T>
concept Debuggable = requires(QDebug stream, const T &value)
{
    stream << value;
};
template <typename T>
concept Streamable = requires(std::ostream &stream, const T &value)
{
    stream << value;
};
} // namespace

class TestSecret : public QObject
{
    Q_OBJECT

private slots:
    void loggingOneDoesNotCompile();
    void valueComesBack();
    void emptyIsEmpty();
    void comparesByValue();
    void argumentOfAnotherIsNotWiped();
    void copiesCrossThreads();
};

void TestSecret::loggingOneDoesNotCompile()
{
    static_assert(!Debuggable<Secret> && Debuggable<QString>);
    static_assert(!Streamable<Secret>);
    static_assert(!fmt::is_formattable<Secret>::value && fmt::is_formattable<int>::value);
    static_assert(!std::is_convertible_v<Secret, QString>);
    static_assert(!std::is_convertible_v<Secret, QByteArray>);
    static_assert(!std::is_convertible_v<QByteArray, Secret>);
}

void TestSecret::valueComesBack()
{
    const QByteArray value("a\0b token", 9);
    QCOMPARE(Secret(value).reveal(), value);
}

void TestSecret::emptyIsEmpty()
{
    QVERIFY(Secret().isEmpty());
    QVERIFY(Secret(QByteArray("")).isEmpty());
    QVERIFY(Secret().reveal().isEmpty());
    QVERIFY(!Secret("x").isEmpty());
}

void TestSecret::comparesByValue()
{
    QVERIFY(Secret("abc") == Secret("abc"));
    QVERIFY(!(Secret("abc") == Secret("abd")));
    QVERIFY(!(Secret("abc") == Secret("abcd")));
    QVERIFY(!(Secret("abc") == Secret()));
    QVERIFY(Secret() == Secret(""));
}

void TestSecret::argumentOfAnotherIsNotWiped()
{
    const QByteArray mine = QByteArray("my ") + "own copy";
    const Secret secret(mine);
    QCOMPARE(mine, QByteArray("my own copy"));
}

void TestSecret::copiesCrossThreads()
{
    const Secret secret("shared");
    std::vector<std::jthread> threads;
    std::vector<int> good(4, 0);
    for (std::size_t i = 0; i < good.size(); ++i) {
        threads.emplace_back([copy = secret, &flag = good[i]] {
            for (int k = 0; k < 100; ++k) {
                const Secret again = copy;
                flag += again.reveal() == "shared" ? 1 : 0;
            }
        });
    }
    threads.clear();
    QCOMPARE(good, std::vector<int>(4, 100));
}

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
