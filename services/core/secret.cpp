#include "core/secret.h"

#include <cstring>
#include <utility>

struct Secret::Bytes
{
    explicit Bytes(const QByteArray &value)
        : size(value.size())
        , data(std::make_unique<char[]>(static_cast<std::size_t>(value.size())))
    {
        std::memcpy(data.get(), value.constData(), static_cast<std::size_t>(size));
    }
    ~Bytes() { explicit_bzero(data.get(), static_cast<std::size_t>(size)); }
    Q_DISABLE_COPY_MOVE(Bytes)

    const qsizetype size;
    const std::unique_ptr<char[]> data;
};

Secret::Secret(QByteArray value)
{
    if (value.isEmpty())
        return;
    m_bytes = std::make_shared<const Bytes>(value);
    // A buffer that somebody else still refers to is theirs to wipe.
    if (value.isDetached())
        explicit_bzero(value.data(), static_cast<std::size_t>(value.size()));
}

bool Secret::isEmpty() const
{
    return !m_bytes;
}

QByteArray Secret::reveal() const
{
    return m_bytes ? QByteArray(m_bytes->data.get(), m_bytes->size) : QByteArray();
}

bool Secret::operator==(const Secret &other) const
{
    if (!m_bytes || !other.m_bytes)
        return !m_bytes && !other.m_bytes;
    if (m_bytes->size != other.m_bytes->size)
        return false;
    // In constant time, so that a comparison tells nothing about the first difference.
    unsigned difference = 0;
    for (qsizetype i = 0; i < m_bytes->size; ++i) {
        const auto left = static_cast<unsigned char>(m_bytes->data[static_cast<std::size_t>(i)]);
        const auto right =
            static_cast<unsigned char>(other.m_bytes->data[static_cast<std::size_t>(i)]);
        difference |= static_cast<unsigned>(left ^ right);
    }
    return difference == 0;
}
