#include "config/bytesize.h"

#include <QRegularExpression>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace {
// A number with a unit such as "1gb", in bytes; `thousand` is 1000 or 1024.
std::optional<double> bytesOf(const QString &text, double thousand)
{
    static const QRegularExpression pattern(
        u"^\\s*(\\d{1,15}(?:\\.\\d{1,15})?)\\s*([kmgtp])i?b?\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString units = u"kmgtp"_s;
    const auto power = units.indexOf(match.captured(2).toLower()) + 1;
    return match.captured(1).toDouble() * std::pow(thousand, static_cast<double>(power));
}

std::optional<int> sizeOf(const QJsonValue &size, double thousand, double unit)
{
    if (size.isDouble()) {
        const double number = size.toDouble();
        const bool fits = std::abs(number) < std::numeric_limits<int>::max();
        return fits ? std::optional<int>(static_cast<int>(number)) : std::nullopt;
    }
    bool whole = false;
    if (const int number = size.toString().trimmed().toInt(&whole); whole)
        return number;
    const std::optional<double> bytes = bytesOf(size.toString(), thousand);
    if (!bytes || *bytes / unit >= std::numeric_limits<int>::max())
        return std::nullopt;
    return static_cast<int>(*bytes / unit);
}
} // namespace

std::optional<int> megabytesOf(const QJsonValue &memory)
{
    return sizeOf(memory, 1024, 1024.0 * 1024);
}

std::optional<int> gigabytesOf(const QJsonValue &size)
{
    return sizeOf(size, 1000, 1e9);
}

bool isMachineSize(const QString &name)
{
    static const QRegularExpression pattern(
        u"^(shared-cpu-[12468]x|performance-([12468]|1[0246])x)$"_s);
    return pattern.match(name).hasMatch();
}
