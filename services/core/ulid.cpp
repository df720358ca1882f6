#include "core/ulid.h"

#include <QRandomGenerator>

#include <array>
#include <mutex>

namespace {
constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

// The 80 random bits, as sixteen digits of base 32.
using Tail = std::array<quint8, 16>;

Tail randomTail()
{
    Tail tail = {};
    for (quint8 &digit : tail)
        digit = static_cast<quint8>(QRandomGenerator::system()->bounded(32));
    return tail;
}

void increment(Tail &tail)
{
    for (auto digit = tail.rbegin(); digit != tail.rend(); ++digit) {
        *digit = static_cast<quint8>((*digit + 1) % 32);
        if (*digit != 0)
            return;
    }
}
} // namespace

QString newUlid(const QDateTime &utc)
{
    // Within one millisecond the last tail is counted up, so that the order of creation is kept.
    static std::mutex mutex;
    static qint64 lastTime = -1;
    static Tail tail = {};

    const qint64 time = std::max<qint64>(0, utc.toMSecsSinceEpoch());
    Tail digits = {};
    {
        const std::lock_guard lock(mutex);
        if (time == lastTime)
            increment(tail);
        else
            tail = randomTail();
        lastTime = time;
        digits = tail;
    }
    QString text(26, QLatin1Char('0'));
    qint64 rest = time;
    for (qsizetype i = 9; i >= 0; --i) {
        text[i] = QLatin1Char(alphabet[rest % 32]);
        rest /= 32;
    }
    for (std::size_t i = 0; i < digits.size(); ++i)
        text[static_cast<qsizetype>(i) + 10] = QLatin1Char(alphabet[digits[i]]);
    return text;
}
