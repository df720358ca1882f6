#include "config/flytoml.h"

#include "config/flylegacy.h"
#include "config/goduration.h"
#include "config/tomldocument.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

using namespace Qt::StringLiterals;

namespace {
// Takes typed values out of the modernised file and keeps the first thing that is wrong.
class FlyTomlReader
{
public:
    FlyTomlReader(const QString &fileName, const QHash<QString, int> &lines, Error::Kind kind)
        : m_fileName(fileName)
        , m_lines(lines)
        , m_kind(kind)
    {
    }

    Result<FlyToml> read(const QJsonObject &original)
    {
        m_root = modernised(
            original, [this](const QString &path, const QString &what) { refuse(path, what); });
        FlyToml toml;
        toml.app = text(m_root, {}, "app"_L1);
        toml.primaryRegion = text(m_root, {}, "primary_region"_L1);
        toml.env = texts("env"_L1);
        toml.processes = texts("processes"_L1);
        const QJsonObject build = m_root.value("build"_L1).toObject();
        toml.buildImage = text(build, u"build"_s, "image"_L1);
        readDeploy(toml);
        toml.definition = QJsonDocument(m_root).toJson(QJsonDocument::Compact);
        toml.lines = m_lines;
        if (m_first)
            return failure(*m_first);
        return toml;
    }

private:
    void refuse(const QString &path, const QString &what)
    {
        if (m_first)
            return;
        const int line = lineOf(path);
        const QString place = line > 0 ? u"%1:%2"_s.arg(m_fileName).arg(line) : m_fileName;
        m_first = Error{m_kind, u"%1: %2 %3"_s.arg(place, path, what), 0, {}, {}, {}};
    }

    // Of the key, or of the nearest table above it that the file has.
    [[nodiscard]] int lineOf(QString path) const
    {
        while (!path.isEmpty()) {
            if (const int line = m_lines.value(path, 0); line > 0)
                return line;
            const qsizetype cut = std::max(path.lastIndexOf(u'.'), path.lastIndexOf(u'['));
            path.truncate(std::max<qsizetype>(cut, 0));
        }
        return 0;
    }

    QString text(const QJsonObject &object, const QString &path, QLatin1String key)
    {
        const QJsonValue value = object.value(key);
        if (!value.isUndefined() && !value.isNull() && !value.isString())
            refuse(path.isEmpty() ? QString(key) : QString(path + u'.' + key),
                u"must be a text in quotes"_s);
        return value.toString();
    }

    QMap<QString, QString> texts(QLatin1String key)
    {
        const QJsonValue value = m_root.value(key);
        if (!value.isUndefined() && !value.isNull() && !value.isObject())
            refuse(key, u"must be a table"_s);
        const QJsonObject object = value.toObject();
        QMap<QString, QString> map;
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            if (!entry.value().isString())
                refuse(QString(QString(key) + u'.' + entry.key()), u"must be a text in quotes"_s);
            map.insert(entry.key(), entry.value().toString());
        }
        return map;
    }

    void milliseconds(
        const QJsonObject &object, QLatin1String key, std::chrono::milliseconds &target)
    {
        // Durations are Go texts by now; what could not be read was refused.
        if (const auto read = goDurationFromText(object.value(key).toString()))
            target = std::chrono::duration_cast<std::chrono::milliseconds>(*read);
    }

    void readDeploy(FlyToml &toml)
    {
        const QJsonObject deploy = m_root.value("deploy"_L1).toObject();
        toml.releaseCommand = text(deploy, u"deploy"_s, "release_command"_L1);
        toml.strategy = text(deploy, u"deploy"_s, "strategy"_L1);
        const QStringList strategies{u"rolling"_s, u"immediate"_s, u"canary"_s, u"bluegreen"_s};
        if (!toml.strategy.isEmpty() && !strategies.contains(toml.strategy.toLower()))
            refuse(u"deploy.strategy"_s, u"must be canary, rolling, immediate or bluegreen"_s);
        milliseconds(deploy, "release_command_timeout"_L1, toml.releaseCommandTimeout);
        milliseconds(deploy, "wait_timeout"_L1, toml.waitTimeout);
        const QJsonValue share = deploy.value("max_unavailable"_L1);
        if (share.isDouble() && share.toDouble() > 0)
            toml.maxUnavailable = share.toDouble();
        else if (!share.isUndefined() && !share.isNull())
            refuse(u"deploy.max_unavailable"_s, u"must be a number above 0"_s);
    }

    QString m_fileName;
    QHash<QString, int> m_lines;
    Error::Kind m_kind;
    QJsonObject m_root;
    std::optional<Error> m_first;
};
} // namespace

QStringList FlyToml::groups() const
{
    return processes.isEmpty() ? QStringList{u"app"_s} : QStringList(processes.keys());
}

Result<FlyToml> parseFlyToml(const QByteArray &text, const QString &fileName)
{
    const Result<TomlDocument> document = parseToml(text, fileName);
    if (!document)
        return failure(document.error());
    return FlyTomlReader(fileName, document->lines, Error::Kind::InvalidInput).read(document->root);
}

Result<FlyToml> flyTomlFromDefinition(const QByteArray &json)
{
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    if (!document.isObject()) {
        return failure(Error::Kind::Protocol,
            u"definition: %1 at byte %2"_s.arg(parsing.errorString()).arg(parsing.offset));
    }
    return FlyTomlReader(u"definition"_s, {}, Error::Kind::Protocol).read(document.object());
}
