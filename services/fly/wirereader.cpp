#include "fly/wirereader.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

QDateTime timeFromWire(const QString &text)
{
    // Qt reads milliseconds; Go writes up to nine digits.
    static const QRegularExpression fraction(u"(\\.\\d{3})\\d+"_s);
    QString cut = text;
    cut.replace(fraction, u"\\1"_s);
    const QDateTime time = QDateTime::fromString(cut, Qt::ISODateWithMs).toUTC();
    return time.isValid() && time.date().year() > 1 ? time : QDateTime();
}

WireReader::WireReader(const QJsonValue &value, const QString &path, std::optional<Error> &problem)
    : m_object(value.toObject())
    , m_path(path)
    , m_problem(problem)
{
    if (!value.isObject() && !m_problem)
        m_problem = Error{Error::Kind::Protocol, u"%1: not an object"_s.arg(path), 0, {}, {}, {}};
}

QString WireReader::pathOf(QLatin1String key) const
{
    return m_path.isEmpty() ? QString(key) : QString(m_path + u'.' + key);
}

void WireReader::refuse(QLatin1String key, const QString &what)
{
    if (!m_problem)
        m_problem = Error{Error::Kind::Protocol, u"%1: %2"_s.arg(pathOf(key), what), 0, {}, {}, {}};
}

QJsonValue WireReader::value(QLatin1String key) const
{
    const QJsonValue value = m_object.value(key);
    return value.isNull() ? QJsonValue(QJsonValue::Undefined) : value;
}

bool WireReader::has(QLatin1String key) const
{
    return !value(key).isUndefined();
}

QString WireReader::required(QLatin1String key)
{
    const QString read = text(key);
    if (read.isEmpty())
        refuse(key, u"missing"_s);
    return read;
}

QString WireReader::text(QLatin1String key)
{
    const QJsonValue read = value(key);
    if (!read.isUndefined() && !read.isString())
        refuse(key, u"not a text"_s);
    return read.toString();
}

qint64 WireReader::number(QLatin1String key, qint64 otherwise)
{
    const QJsonValue read = value(key);
    if (read.isUndefined())
        return otherwise;
    if (!read.isDouble())
        refuse(key, u"not a number"_s);
    return read.toInteger(otherwise);
}

int WireReader::integer(QLatin1String key, int otherwise)
{
    const qint64 read = number(key, otherwise);
    if (read < INT32_MIN || read > INT32_MAX) {
        refuse(key, u"out of range"_s);
        return otherwise;
    }
    return static_cast<int>(read);
}

bool WireReader::flag(QLatin1String key)
{
    const QJsonValue read = value(key);
    if (!read.isUndefined() && !read.isBool())
        refuse(key, u"not true or false"_s);
    return read.toBool();
}

QDateTime WireReader::time(QLatin1String key)
{
    const QString read = text(key);
    const QDateTime time = timeFromWire(read);
    if (!read.isEmpty() && !time.isValid() && !read.startsWith("0001-"_L1))
        refuse(key, u"not a time"_s);
    return time;
}

QJsonArray WireReader::array(QLatin1String key)
{
    const QJsonValue read = value(key);
    if (!read.isUndefined() && !read.isArray())
        refuse(key, u"not a list"_s);
    return read.toArray();
}

QJsonObject WireReader::object(QLatin1String key)
{
    const QJsonValue read = value(key);
    if (!read.isUndefined() && !read.isObject())
        refuse(key, u"not an object"_s);
    return read.toObject();
}

WireReader WireReader::below(QLatin1String key)
{
    return WireReader(QJsonValue(object(key)), pathOf(key), m_problem);
}
