#include "app/ctl/configfiles.h"

#include "app/ctl/inputfile.h"
#include "config/atalayatoml.h"
#include "config/composefile.h"
#include "config/dotenvfile.h"
#include "config/flytoml.h"
#include "config/tomldocument.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace {
constexpr int deepestFolder = 4;
constexpr qsizetype mostUnits = 500;

std::optional<ConfigKind> kindByName(const QString &path)
{
    static const QRegularExpression compose(u"^(docker-)?compose([._-].*)?\\.ya?ml$"_s);
    static const QRegularExpression env(u"^\\.env(\\..+)?$|\\.env$|^\\.envrc"_s);
    static const QRegularExpression flyYaml(u"^fly(\\..+)?\\.yaml$"_s);
    const QString name = path.section(u'/', -1);
    if (name == QLatin1StringView(atalayaTomlName))
        return ConfigKind::Atalaya;
    if (name.endsWith(".toml"_L1) || name.endsWith(".json"_L1) || flyYaml.match(name).hasMatch())
        return ConfigKind::FlyToml;
    if (compose.match(name).hasMatch())
        return ConfigKind::Compose;
    if (env.match(name).hasMatch())
        return ConfigKind::DotEnv;
    if (name.endsWith(".yml"_L1) || name.endsWith(".yaml"_L1))
        return ConfigKind::Compose;
    return std::nullopt;
}

// As docker compose looks for them: the first that is there, and what lies over it.
QStringList ownComposeFiles(const QDir &folder)
{
    for (const QString &name :
        {u"compose.yaml"_s, u"compose.yml"_s, u"docker-compose.yaml"_s, u"docker-compose.yml"_s}) {
        if (!folder.exists(name))
            continue;
        QStringList files{folder.filePath(name)};
        const QString stem = name.section(u'.', 0, 0);
        for (const QLatin1StringView ending : {".override.yml"_L1, ".override.yaml"_L1}) {
            const QString above = QString(stem + ending);
            if (files.size() == 1 && folder.exists(above))
                files.append(folder.filePath(above));
        }
        return files;
    }
    return {};
}

QList<ConfigUnit> unitsOf(const QDir &folder)
{
    QList<ConfigUnit> units;
    if (const QString fly = flyConfigIn(folder); !fly.isEmpty())
        units.append({ConfigKind::FlyToml, {fly}});
    if (const QString name = QString::fromLatin1(atalayaTomlName); folder.exists(name)) {
        units.append({ConfigKind::Atalaya, {folder.filePath(name)}});
        return units;
    }
    const QStringList own = ownComposeFiles(folder);
    if (!own.isEmpty())
        units.append({ConfigKind::Compose, own});
    const QStringList names = folder.entryList(QDir::Files | QDir::Hidden, QDir::Name);
    for (const QString &name : names) {
        const QString path = folder.filePath(name);
        const std::optional<ConfigKind> kind = kindByName(name);
        if (kind == ConfigKind::DotEnv) {
            units.append({ConfigKind::DotEnv, {path}});
        } else if (kind == ConfigKind::Compose && !own.contains(path)) {
            const Result<QByteArray> text = readInputFile(path, maxConfigBytes);
            if (text && looksLikeCompose(*text))
                units.append({ConfigKind::Compose, {path}});
        }
    }
    return units;
}

// Of relative paths QDir makes nothing.
QString pathBelow(const QDir &folder, const QString &path)
{
    return QDir(folder.absolutePath()).relativeFilePath(QFileInfo(path).absoluteFilePath());
}

bool isOfOthers(const QString &below)
{
    const QString all = QString(u'/' + below);
    return all.contains("/node_modules/"_L1) || all.contains("/vendor/"_L1);
}
} // namespace

QString flyConfigIn(const QDir &folder)
{
    const QString name = flyConfigNameIn(folder.path());
    return name.isEmpty() ? QString() : folder.filePath(name);
}

QStringList flyConfigsIn(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return {path};
    const QDir folder(path);
    if (const QString own = flyConfigIn(folder); !own.isEmpty())
        return {own};
    QStringList found;
    QDirIterator walk(path,
        {u"fly.toml"_s, u"fly.json"_s, u"fly.yaml"_s},
        QDir::Files,
        QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString file = walk.next();
        const QString below = pathBelow(folder, file);
        if (below.count(u'/') <= deepestFolder && !isOfOthers(below))
            found.append(file);
    }
    found.sort();
    return found;
}

QList<ConfigUnit> configUnitsIn(const QString &path)
{
    const QDir folder(path);
    QList<ConfigUnit> units = unitsOf(folder);
    if (!units.isEmpty())
        return units;
    QStringList folders;
    QDirIterator walk(path, QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString one = walk.next();
        const QString below = pathBelow(folder, one);
        if (below.count(u'/') < deepestFolder && !isOfOthers(QString(below + u'/')))
            folders.append(one);
    }
    folders.sort();
    for (const QString &one : std::as_const(folders)) {
        if (units.size() < mostUnits)
            units.append(unitsOf(QDir(one)));
    }
    return units;
}

ConfigKind configKindOf(const QString &path, const QByteArray &text)
{
    if (const std::optional<ConfigKind> kind = kindByName(path))
        return *kind;
    if (looksLikeCompose(text))
        return ConfigKind::Compose;
    if (text.trimmed().startsWith('{') || readToml(text).findings.isEmpty())
        return ConfigKind::FlyToml;
    return looksLikeDotEnv(text) ? ConfigKind::DotEnv : ConfigKind::FlyToml;
}
