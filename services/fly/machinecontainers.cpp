#include "fly/machinecontainers.h"

#include "config/machinesource.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {
QJsonValue laidOver(const QJsonValue &over, const QJsonValue &under);

QJsonObject objectOver(const QJsonObject &over, QJsonObject under)
{
    for (auto entry = over.begin(); entry != over.end(); ++entry) {
        if (entry.value().isNull())
            under.remove(entry.key());
        else
            under.insert(entry.key(), laidOver(entry.value(), under.value(entry.key())));
    }
    return under;
}

QJsonValue laidOver(const QJsonValue &over, const QJsonValue &under)
{
    if (over.isObject())
        return objectOver(over.toObject(), under.toObject());
    if (!over.isArray())
        return over;
    const QJsonArray before = under.toArray();
    QJsonArray entries = over.toArray();
    for (qsizetype i = 0; i < entries.size(); ++i)
        entries[i] = laidOver(entries.at(i), i < before.size() ? before.at(i) : QJsonValue());
    return entries;
}

// As they are in the source now: the content of a local file may be another than before.
Result<QJsonArray> containerFiles(
    const FlyToml &toml, const QJsonArray &wanted, const QString &image)
{
    QJsonArray files;
    for (const QJsonValue &entry : wanted) {
        QJsonObject file = entry.toObject();
        const QString name = file.take("local_path"_L1).toString();
        const bool hasOwn = file.contains("raw_value"_L1) || file.contains("secret_name"_L1);
        if (!hasOwn && !name.isEmpty()) {
            const auto local = toml.localFiles.constFind(name);
            if (local == toml.localFiles.cend())
                return failure(Error::Kind::InvalidInput,
                    u"machine_config: the local file %1 is not part of a release"_s.arg(name));
            file.insert("raw_value"_L1, QString::fromLatin1(local->toBase64()));
        }
        if (file.value("image_config"_L1).toString() == u'.')
            file.insert("image_config"_L1, image);
        files.append(file);
    }
    return files;
}

Result<QJsonObject> sourceObject(const FlyToml &toml, const MachineSource &source)
{
    const QByteArray json =
        source.isFile() ? toml.localFiles.value(source.text) : source.text.toUtf8();
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    if (!document.isObject())
        return failure(
            Error::Kind::InvalidInput, QString(source.key + u": "_s + parsing.errorString()));
    return document.object();
}
// Of the containers that run the machine's image; nothing takes it out.
void changeBuiltImages(QJsonObject &config, const QJsonValue &image)
{
    const QJsonValue now = config.value("image"_L1);
    QJsonArray containers = config.value("containers"_L1).toArray();
    for (qsizetype i = 0; i < containers.size(); ++i) {
        QJsonObject container = containers.at(i).toObject();
        if (container.value("image"_L1) == now)
            container.insert("image"_L1, image); // an undefined value removes the key
        containers[i] = container;
    }
    if (!containers.isEmpty())
        config.insert("containers"_L1, containers);
}
} // namespace

Result<void> layMachineSource(const FlyToml &toml, const QString &image, QJsonObject &config)
{
    const std::optional<MachineSource> source = machineSourceOf(toml.json);
    if (!source)
        return {};
    if (source->isFile() && !toml.localFiles.contains(source->text)) {
        // A release knows only the name of the file: what the machine has stays.
        if (config.value("containers"_L1).toArray().isEmpty())
            return failure(Error::Kind::InvalidInput,
                u"%1: the local file %2 is not part of a release"_s.arg(source->key, source->text));
        replaceContainerImages(config, image);
        return {};
    }
    const Result<QJsonObject> raw = sourceObject(toml, *source);
    if (!raw)
        return failure(raw.error());
    config = objectOver(usedOfMachineSource(*raw), config);
    QJsonArray containers = config.value("containers"_L1).toArray();
    const QJsonArray wanted = raw->value("containers"_L1).toArray();
    const QString named = toml.json.value("container"_L1).toString();
    const int built = builtContainerOf(containers, named);
    if (built < 0 && !containers.isEmpty())
        return failure(
            Error::Kind::InvalidInput, u"container: there is no container %1"_s.arg(named));
    for (qsizetype i = 0; i < containers.size(); ++i) {
        QJsonObject container = containers.at(i).toObject();
        if (i == built)
            container.insert("image"_L1, image);
        const QJsonArray given = wanted.at(i).toObject().value("files"_L1).toArray();
        if (!given.isEmpty()) {
            const Result<QJsonArray> files = containerFiles(toml, given, image);
            if (!files)
                return failure(files.error());
            container.insert("files"_L1, *files);
        }
        containers[i] = container;
    }
    if (!containers.isEmpty())
        config.insert("containers"_L1, containers);
    return {};
}

void replaceContainerImages(QJsonObject &config, const QString &image)
{
    changeBuiltImages(config, image);
}

QJsonObject withoutBuiltImages(QJsonObject config)
{
    changeBuiltImages(config, QJsonValue::Undefined);
    return config;
}
