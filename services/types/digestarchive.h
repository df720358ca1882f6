#pragma once

#include "types/jsonarchive.h"

#include <QCryptographicHash>

// A digest over what a type's description tells, without making JSON of it: a plan for thousands of
// machines is digested whenever it is made. Every field goes in with its name and its length, so
// that no two values look alike. Fields named in `without` are left out.
class DigestWriter
{
public:
    explicit DigestWriter(QList<QLatin1String> without)
        : m_without(std::move(without))
    {
    }

    template <typename T> void field(QLatin1String name, const T &value)
    {
        if (m_depth == 0 && m_without.contains(name))
            return;
        add(QByteArrayView(name.data(), name.size()));
        add(value);
    }
    template <typename T> void field(QLatin1String name, const std::optional<T> &value)
    {
        if (value)
            field(name, *value);
    }
    template <typename T> void added(QLatin1String name, const T &value)
    {
        if (!(value == T{}))
            field(name, value);
    }
    // In hexadecimal digits.
    [[nodiscard]] QString result() const { return QString::fromLatin1(m_hash.result().toHex()); }

private:
    void add(QByteArrayView bytes)
    {
        add(static_cast<qint64>(bytes.size()));
        m_hash.addData(bytes);
    }
    void add(const QString &text)
    {
        add(QByteArrayView(reinterpret_cast<const char *>(text.constData()),
            text.size() * qsizetype(sizeof(QChar))));
    }
    void add(qint64 number)
    {
        m_hash.addData(QByteArrayView(reinterpret_cast<const char *>(&number), sizeof number));
    }
    void add(int number) { add(static_cast<qint64>(number)); }
    void add(quint64 number) { add(static_cast<qint64>(number)); }
    void add(double number)
    {
        m_hash.addData(QByteArrayView(reinterpret_cast<const char *>(&number), sizeof number));
    }
    void add(bool value) { add(static_cast<qint64>(value)); }
    void add(const QDateTime &time) { add(time.isValid() ? time.toMSecsSinceEpoch() : qint64(-1)); }
    template <typename Tag> void add(const StringId<Tag> &id) { add(id.value); }
    template <typename Rep, typename Period> void add(std::chrono::duration<Rep, Period> value)
    {
        add(static_cast<qint64>(value.count()));
    }
    template <typename T> void add(const QList<T> &values)
    {
        add(static_cast<qint64>(values.size()));
        for (const T &value : values)
            add(value);
    }
    template <typename T> void add(const T &value)
    {
        if constexpr (std::is_enum_v<T>) {
            add(EnumNames<T>::name(value));
        } else {
            ++m_depth;
            describe(*this, value);
            --m_depth;
            add(QByteArrayView("end"));
        }
    }

    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QList<QLatin1String> m_without;
    int m_depth = 0;
};
