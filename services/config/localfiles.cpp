#include "config/localfiles.h"

#include "config/machinesource.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 largestLocalFile = 1024 * 1024; // it travels in the machine's config

class LocalFiles
{
public:
    LocalFiles(FlyToml &toml, const QString &configPath)
        : m_toml(toml)
        , m_folder(QFileInfo(configPath).absoluteDir())
        , m_findings(toml.source.get())
    {
    }

    QList<ConfigFinding> run()
    {
        const QJsonArray files = m_toml.json.value("files"_L1).toArray();
        for (qsizetype i = 0; i < files.size(); ++i)
            read(files.at(i).toObject().value("local_path"_L1).toString(),
                configPathBelow(configPathAt(u"files"_s, i), u"local_path"_s));
        if (const std::optional<MachineSource> source = machineSourceOf(m_toml.json))
            readMachine(*source);
        return m_findings.sorted();
    }

private:
    bool read(const QString &name, const QString &path)
    {
        if (name.isEmpty() || m_toml.localFiles.contains(name))
            return true;
        const QString root = QFileInfo(m_folder.path()).canonicalFilePath();
        const QString real = QFileInfo(m_folder.filePath(name)).canonicalFilePath();
        QFile file(real);
        if (real.isEmpty())
            m_findings.error(ConfigCode::LocalFileMissing, path, {name});
        else if (!real.startsWith(root + u'/'))
            m_findings.error(ConfigCode::LocalFileOutside, path, {name});
        else if (!file.open(QIODevice::ReadOnly))
            m_findings.error(ConfigCode::LocalFileUnreadable, path, {name, file.errorString()});
        else if (file.size() > largestLocalFile)
            m_findings.error(
                ConfigCode::LocalFileTooLarge, path, {name, QString::number(largestLocalFile)});
        else
            m_toml.localFiles.insert(name, file.readAll());
        return m_toml.localFiles.contains(name);
    }

    void readMachine(const MachineSource &source)
    {
        QByteArray json = source.text.toUtf8();
        if (source.isFile()) {
            // Another ending was told of when the fly.toml was read.
            if (!source.text.endsWith(".json"_L1) || !read(source.text, source.key))
                return;
            json = m_toml.localFiles.value(source.text);
            checkMachineJson(
                source, json, m_toml.json.value("container"_L1).toString(), m_findings);
        }
        const QJsonObject raw = QJsonDocument::fromJson(json).object();
        for (const QString &name : localFilesOfContainers(raw))
            read(name, source.key);
    }

    FlyToml &m_toml;
    const QDir m_folder;
    FileFindings m_findings;
};
} // namespace

QList<ConfigFinding> localFileFindings(FlyToml &toml, const QString &configPath)
{
    return LocalFiles(toml, configPath).run();
}

Result<void> readLocalFiles(FlyToml &toml, const QString &configPath)
{
    for (const ConfigFinding &finding : localFileFindings(toml, configPath)) {
        if (finding.severity == ConfigFinding::Severity::Error)
            return failure(configError(finding, configPath));
    }
    return {};
}
