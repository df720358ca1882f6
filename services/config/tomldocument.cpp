#include "config/tomldocument.h"

#include <QJsonArray>
#include <QJsonValue>

// The packaged library is built with exceptions; this file has none, so it takes the headers alone.
#undef TOML_SHARED_LIB
#undef TOML_HEADER_ONLY
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
// It asserts (and under NDEBUG lets the compiler assume) what a malformed table header breaks, and
// has a proper error for it right behind.
#undef NDEBUG
#define TOML_ASSERT(expr) static_cast<void>(0)
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <cmath>
#include <string_view>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype maxBytes = 1024 * 1024;

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString positionIn(const QString &fileName, const toml::source_position &position)
{
    return u"%1:%2:%3"_s.arg(fileName).arg(position.line).arg(position.column);
}

QString dateText(const toml::date &date)
{
    return QDate(date.year, date.month, date.day).toString(Qt::ISODate);
}

QString timeText(const toml::time &time)
{
    return QTime(time.hour, time.minute, time.second, static_cast<int>(time.nanosecond / 1'000'000))
        .toString(Qt::ISODateWithMs);
}

QString dateTimeText(const toml::date_time &value)
{
    const QString text = QString(dateText(value.date) + u'T' + timeText(value.time));
    if (!value.offset)
        return text;
    const int minutes = value.offset->minutes;
    if (minutes == 0)
        return QString(text + u'Z');
    const int size = std::abs(minutes);
    return u"%1%2%3:%4"_s.arg(text, minutes < 0 ? u"-"_s : u"+"_s)
        .arg(size / 60, 2, 10, QLatin1Char('0'))
        .arg(size % 60, 2, 10, QLatin1Char('0'));
}

class Converter
{
public:
    explicit Converter(TomlDocument &document)
        : m_document(document)
    {
    }

    QJsonObject table(const toml::table &table, const QString &path)
    {
        QJsonObject object;
        for (const auto &[key, node] : table) {
            const QString name = textOf(key.str());
            const QString at = path.isEmpty() ? name : QString(path + u'.' + name);
            m_document.lines.insert(at, static_cast<int>(key.source().begin.line));
            object.insert(name, value(node, at));
        }
        return object;
    }

private:
    QJsonArray array(const toml::array &array, const QString &path)
    {
        QJsonArray values;
        for (const toml::node &node : array) {
            const QString at = QString(path + u'[' + QString::number(values.size()) + u']');
            m_document.lines.insert(at, static_cast<int>(node.source().begin.line));
            values.append(value(node, at));
        }
        return values;
    }

    QJsonValue value(const toml::node &node, const QString &path)
    {
        switch (node.type()) {
        case toml::node_type::table:
            return table(*node.as_table(), path);
        case toml::node_type::array:
            return array(*node.as_array(), path);
        case toml::node_type::string:
            return textOf(node.as_string()->get());
        case toml::node_type::integer:
            return static_cast<qint64>(node.as_integer()->get());
        case toml::node_type::floating_point:
            return number(node.as_floating_point()->get());
        case toml::node_type::boolean:
            return node.as_boolean()->get();
        case toml::node_type::date:
            return dateText(node.as_date()->get());
        case toml::node_type::time:
            return timeText(node.as_time()->get());
        case toml::node_type::date_time:
            return dateTimeText(node.as_date_time()->get());
        case toml::node_type::none:
            break;
        }
        return {};
    }

    static QJsonValue number(double value)
    {
        // JSON has neither infinity nor NaN: kept as the text that TOML writes.
        if (std::isnan(value))
            return u"nan"_s;
        if (std::isinf(value))
            return value < 0 ? u"-inf"_s : u"inf"_s;
        return value;
    }

    TomlDocument &m_document;
};
} // namespace

Result<TomlDocument> parseToml(const QByteArray &text, const QString &fileName)
{
    if (text.size() > maxBytes) {
        return failure(
            Error::Kind::InvalidInput, u"%1: larger than %2 bytes"_s.arg(fileName).arg(maxBytes));
    }
    const toml::parse_result parsed =
        toml::parse(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    if (parsed.failed()) {
        const toml::parse_error &error = parsed.error();
        return failure(Error::Kind::InvalidInput,
            u"%1: %2"_s.arg(
                positionIn(fileName, error.source().begin), textOf(error.description())));
    }
    TomlDocument document;
    document.root = Converter(document).table(parsed.table(), {});
    return document;
}
