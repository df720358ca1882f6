#pragma once

#include <QLatin1String>
#include <QString>
#include <QStringView>

#include <cstddef>
#include <optional>

// One table per enum gives its stable English words both ways.
template <typename Enum> struct Word
{
    Enum value;
    QLatin1String name;
};

template <typename Enum, std::size_t N> QString wordOf(const Word<Enum> (&table)[N], Enum value)
{
    for (const Word<Enum> &word : table) {
        if (word.value == value)
            return word.name;
    }
    Q_UNREACHABLE();
    return {};
}

template <typename Enum, std::size_t N>
std::optional<Enum> valueOf(const Word<Enum> (&table)[N], QStringView name)
{
    for (const Word<Enum> &word : table) {
        if (name == word.name)
            return word.value;
    }
    return std::nullopt;
}
