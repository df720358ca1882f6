#include "settings/macaroon.h"

#include <QtEndian>

#include <optional>

namespace {
constexpr int deepest = 16;
constexpr quint64 organization = 0;
constexpr quint64 validityWindow = 4;
constexpr quint64 action = 26;
constexpr quint64 readAction = 1;

// Steps through MessagePack. After a failure nothing more is read.
class PackReader
{
public:
    explicit PackReader(const QByteArray &data)
        : m_data(data)
    {
    }

    [[nodiscard]] bool failed() const { return m_failed; }

    std::optional<quint64> array()
    {
        const quint8 type = byte();
        if ((type & 0xf0) == 0x90)
            return type & 0x0f;
        if (type == 0xdc)
            return number(2);
        if (type == 0xdd)
            return number(4);
        return fail();
    }

    std::optional<quint64> integer()
    {
        const quint8 type = byte();
        if (type < 0x80)
            return type;
        if (type >= 0xcc && type <= 0xcf) // unsigned
            return number(1 << (type - 0xcc));
        if (type >= 0xd0 && type <= 0xd3) { // signed: none of what is looked for is below zero
            const int width = 1 << (type - 0xd0);
            const quint64 value = number(width);
            return (value >> (8 * width - 1)) & 1 ? fail() : std::optional(value);
        }
        return fail();
    }

    QByteArray text()
    {
        const quint8 type = byte();
        quint64 size = type & 0x1fu;
        if (type == 0xd9 || type == 0xda)
            size = number(type == 0xd9 ? 1 : 2);
        else if ((type & 0xe0) != 0xa0)
            fail();
        const qsizetype start = m_at;
        forward(size);
        return m_failed ? QByteArray() : m_data.mid(start, m_at - start);
    }

    void skip(int depth = 0)
    {
        if (depth > deepest) {
            fail();
            return;
        }
        const quint8 type = byte();
        if (type < 0x80 || type >= 0xe0 || (type >= 0xc0 && type <= 0xc3))
            return;
        if ((type & 0xf0) == 0x80)
            return skipItems(2u * (type & 0x0fu), depth);
        if ((type & 0xf0) == 0x90)
            return skipItems(type & 0x0fu, depth);
        if ((type & 0xe0) == 0xa0)
            return forward(type & 0x1fu);
        skipLong(type, depth);
    }

private:
    void skipLong(quint8 type, int depth)
    {
        switch (type) {
        case 0xc4: // bytes
        case 0xd9: // text
            return forward(number(1));
        case 0xc5:
        case 0xda:
            return forward(number(2));
        case 0xc6:
        case 0xdb:
            return forward(number(4));
        case 0xca:
        case 0xce:
        case 0xd2:
            return forward(4);
        case 0xcb:
        case 0xcf:
        case 0xd3:
            return forward(8);
        case 0xcc:
        case 0xd0:
            return forward(1);
        case 0xcd:
        case 0xd1:
            return forward(2);
        case 0xdc:
            return skipItems(number(2), depth);
        case 0xdd:
            return skipItems(number(4), depth);
        case 0xde:
            return skipItems(2 * number(2), depth);
        case 0xdf:
            return skipItems(2 * number(4), depth);
        default:
            fail();
        }
    }

    void skipItems(quint64 count, int depth)
    {
        for (quint64 i = 0; i < count && !m_failed; ++i)
            skip(depth + 1);
    }

    quint8 byte()
    {
        if (m_failed || m_at >= m_data.size()) {
            fail();
            return 0xc1; // never used in MessagePack
        }
        return static_cast<quint8>(m_data.at(m_at++));
    }

    quint64 number(int width)
    {
        quint64 value = 0;
        for (int i = 0; i < width; ++i)
            value = value << 8 | byte();
        return m_failed ? 0 : value;
    }

    void forward(quint64 count)
    {
        if (count > static_cast<quint64>(m_data.size() - m_at)) {
            fail();
            return;
        }
        m_at += static_cast<qsizetype>(count);
    }

    std::nullopt_t fail()
    {
        m_failed = true;
        return std::nullopt;
    }

    const QByteArray m_data;
    qsizetype m_at = 0;
    bool m_failed = false;
};

void readCaveat(PackReader &reader, quint64 type, MacaroonFacts &facts)
{
    if (type == action) {
        facts.readOnly = facts.readOnly || reader.integer() == readAction;
        return;
    }
    if (type != organization && type != validityWindow)
        return reader.skip();
    const std::optional<quint64> fields = reader.array();
    if (!fields || *fields < 2)
        return;
    (void)reader.integer(); // the organisation, or when it begins
    const std::optional<quint64> second = reader.integer();
    for (quint64 i = 2; i < *fields && !reader.failed(); ++i)
        reader.skip();
    if (!second)
        return;
    if (type == organization) {
        facts.readOnly = facts.readOnly || *second == readAction;
        return;
    }
    const QDateTime end = QDateTime::fromSecsSinceEpoch(static_cast<qint64>(*second), Qt::UTC);
    if (!facts.expiresAt.isValid() || end < facts.expiresAt)
        facts.expiresAt = end;
}
} // namespace

bool isMacaroon(const QByteArray &token)
{
    return token.startsWith("fm1r_") || token.startsWith("fm2_");
}

bool isDischarge(const QByteArray &token)
{
    return token.startsWith("fm1a_");
}

MacaroonFacts macaroonFacts(const QByteArray &token)
{
    MacaroonFacts facts;
    if (!isMacaroon(token))
        return facts;
    const auto decoded = QByteArray::fromBase64Encoding(
        token.mid(token.indexOf('_') + 1), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return facts;
    PackReader reader(*decoded);
    if (reader.array().value_or(0) < 3)
        return facts;
    reader.skip(); // nonce
    const QByteArray place = reader.text();
    facts.isDischarge = !place.isEmpty() && place != "https://api.fly.io/v1";
    const quint64 items = reader.array().value_or(0);
    for (quint64 i = 0; i + 1 < items && !reader.failed(); i += 2) {
        const std::optional<quint64> type = reader.integer();
        if (type)
            readCaveat(reader, *type, facts);
    }
    return facts;
}
