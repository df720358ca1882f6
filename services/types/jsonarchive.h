#pragma once

#include "core/result.h"
#include "types/ids.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <chrono>
#include <concepts>
#include <limits>
#include <optional>
#include <type_traits>

// Reading and writing of our own JSON from one description per type:
//     void describe(auto &archive, Either<Evidence> auto &value) { archive.field("text"_L1,
//     value.text); }
// The reader keeps the first problem, with the path of the field. Enums have a EnumNames<Enum>.
template <typename T, typename Plain>
concept Either = std::same_as<std::remove_const_t<T>, Plain>;

template <typename Enum>
struct EnumNames; // static QString name(Enum); static optional<Enum> value(QStringView)

class JsonProblem
{
public:
    void add(const QString &path, const QString &what)
    {
        if (!m_first)
            m_first = Error{Error::Kind::Protocol, QString(path + u": " + what), 0, {}, {}, {}};
    }
    [[nodiscard]] const std::optional<Error> &first() const { return m_first; }

private:
    std::optional<Error> m_first;
};

class JsonWriter
{
public:
    template <typename T> void field(QLatin1String name, const T &value)
    {
        m_object.insert(name, toJson(value));
    }
    template <typename T> void field(QLatin1String name, const std::optional<T> &value)
    {
        if (value)
            field(name, *value);
    }
    // A field that older journals do not have: written when it says something.
    template <typename T> void added(QLatin1String name, const T &value)
    {
        if (!(value == T{}))
            field(name, value);
    }
    [[nodiscard]] const QJsonObject &object() const { return m_object; }

    template <typename T> static QJsonObject objectOf(const T &value)
    {
        JsonWriter writer;
        describe(writer, value);
        return writer.m_object;
    }

private:
    static QJsonValue toJson(bool value) { return value; }
    static QJsonValue toJson(const QJsonObject &value) { return value; }
    static QJsonValue toJson(int value) { return value; }
    static QJsonValue toJson(qint64 value) { return value; }
    static QJsonValue toJson(quint64 value) { return static_cast<qint64>(value); }
    static QJsonValue toJson(double value) { return value; }
    static QJsonValue toJson(const QString &value) { return value; }
    static QJsonValue toJson(const QDateTime &value)
    {
        return value.isValid() ? QJsonValue(value.toUTC().toString(Qt::ISODateWithMs))
                               : QJsonValue();
    }
    template <typename Tag> static QJsonValue toJson(const StringId<Tag> &id) { return id.value; }
    template <typename Rep, typename Period>
    static QJsonValue toJson(std::chrono::duration<Rep, Period> value)
    {
        return static_cast<qint64>(value.count());
    }
    template <typename T> static QJsonValue toJson(const QList<T> &values)
    {
        QJsonArray array;
        for (const T &value : values)
            array.append(toJson(value));
        return array;
    }
    template <typename T> static QJsonValue toJson(const T &value)
    {
        if constexpr (std::is_enum_v<T>)
            return EnumNames<T>::name(value);
        else
            return objectOf(value);
    }

    QJsonObject m_object;
};

class JsonReader
{
public:
    JsonReader(const QJsonObject &object, const QString &path, JsonProblem &problem)
        : m_object(object)
        , m_path(path)
        , m_problem(problem)
    {
    }

    template <typename T> void field(QLatin1String name, T &value)
    {
        const QJsonValue json = m_object.value(name);
        if (json.isUndefined())
            m_problem.add(pathOf(name), QStringLiteral("missing"));
        else
            read(json, pathOf(name), value);
    }
    template <typename T> void field(QLatin1String name, std::optional<T> &value)
    {
        const QJsonValue json = m_object.value(name);
        if (!json.isUndefined() && !json.isNull())
            read(json, pathOf(name), value.emplace());
    }
    template <typename T> void added(QLatin1String name, T &value)
    {
        if (m_object.contains(name))
            field(name, value);
    }
    [[nodiscard]] const QJsonObject &object() const { return m_object; }
    [[nodiscard]] QString pathOf(QLatin1String name) const
    {
        return m_path.isEmpty() ? QString(name) : QString(m_path + u'.' + name);
    }
    [[nodiscard]] JsonProblem &problem() { return m_problem; }

private:
    template <std::integral T>
    void readInteger(const QJsonValue &json, const QString &path, T &value)
    {
        // 0 and 1 as defaults can only agree with a whole number.
        const qint64 number = json.toInteger(0);
        if (!json.isDouble() || json.toInteger(1) != number)
            return m_problem.add(path, QStringLiteral("not a whole number"));
        if constexpr (std::same_as<T, int>) {
            if (number < std::numeric_limits<int>::min()
                || number > std::numeric_limits<int>::max())
                return m_problem.add(path, QStringLiteral("out of range"));
        }
        if constexpr (std::is_unsigned_v<T>) {
            if (number < 0)
                return m_problem.add(path, QStringLiteral("negative"));
        }
        value = static_cast<T>(number);
    }
    void read(const QJsonValue &json, const QString &path, bool &value)
    {
        if (!json.isBool())
            return m_problem.add(path, QStringLiteral("not true or false"));
        value = json.toBool();
    }
    void read(const QJsonValue &json, const QString &path, int &value)
    {
        readInteger(json, path, value);
    }
    void read(const QJsonValue &json, const QString &path, qint64 &value)
    {
        readInteger(json, path, value);
    }
    void read(const QJsonValue &json, const QString &path, quint64 &value)
    {
        readInteger(json, path, value);
    }
    void read(const QJsonValue &json, const QString &path, double &value)
    {
        if (!json.isDouble())
            return m_problem.add(path, QStringLiteral("not a number"));
        value = json.toDouble();
    }
    void read(const QJsonValue &json, const QString &path, QString &value)
    {
        if (!json.isString())
            return m_problem.add(path, QStringLiteral("not a text"));
        value = json.toString();
    }
    void read(const QJsonValue &json, const QString &path, QDateTime &value)
    {
        if (json.isNull()) {
            value = {};
            return;
        }
        value = QDateTime::fromString(json.toString(), Qt::ISODateWithMs).toUTC();
        if (!value.isValid())
            m_problem.add(path, QStringLiteral("not a time"));
    }
    template <typename Tag>
    void read(const QJsonValue &json, const QString &path, StringId<Tag> &id)
    {
        read(json, path, id.value);
    }
    template <typename Rep, typename Period>
    void read(
        const QJsonValue &json, const QString &path, std::chrono::duration<Rep, Period> &value)
    {
        qint64 count = 0;
        read(json, path, count);
        value = std::chrono::duration<Rep, Period>(count);
    }
    template <typename T> void read(const QJsonValue &json, const QString &path, QList<T> &values)
    {
        if (!json.isArray())
            return m_problem.add(path, QStringLiteral("not a list"));
        const QJsonArray array = json.toArray();
        values.clear();
        for (qsizetype i = 0; i < array.size(); ++i)
            read(array.at(i),
                QString(path + u'[' + QString::number(i) + u']'),
                values.emplace_back());
    }
    template <typename T> void read(const QJsonValue &json, const QString &path, T &value)
    {
        if constexpr (std::is_enum_v<T>) {
            const std::optional<T> known =
                json.isString() ? EnumNames<T>::value(json.toString()) : std::nullopt;
            if (!known)
                return m_problem.add(
                    path, QStringLiteral("unknown word \"%1\"").arg(json.toString()));
            value = *known;
        } else {
            if (!json.isObject())
                return m_problem.add(path, QStringLiteral("not an object"));
            JsonReader reader(json.toObject(), path, m_problem);
            describe(reader, value);
        }
    }

    QJsonObject m_object;
    QString m_path;
    JsonProblem &m_problem;
};

// The whole of an object of ours: the value, or the first problem. `read` takes reader and value.
template <typename T, typename Read>
Result<T> readJsonObject(const QJsonObject &object, const QString &path, Read read)
{
    JsonProblem problem;
    JsonReader reader(object, path, problem);
    T value;
    read(reader, value);
    if (problem.first())
        return failure(*problem.first());
    return value;
}

// The same from its text; `what` begins the message about a text that is no object.
template <typename T, typename Read>
Result<T> readJsonText(const QByteArray &json, const QString &what, const QString &path, Read read)
{
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    if (!document.isObject()) {
        const QString why = parsing.error == QJsonParseError::NoError
            ? QStringLiteral("not an object")
            : QStringLiteral("%1 at byte %2").arg(parsing.errorString()).arg(parsing.offset);
        return failure(Error::Kind::Protocol, QStringLiteral("%1: %2").arg(what, why));
    }
    return readJsonObject<T>(document.object(), path, read);
}
