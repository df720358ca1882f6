#include "ui/servers/stacklinks.h"

#include "config/atalayatoml.h"
#include "settings/settings.h"
#include "types/stackplan.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 largestLinkedToml = 1024 * 1024;

// As docker compose does it where nothing else names the project.
QString projectOfFolder(const QString &folder)
{
    QString name;
    for (const QChar c : QFileInfo(folder).fileName().toLower()) {
        if (c.isLetterOrNumber() || c == u'-' || c == u'_')
            name.append(c);
    }
    return name;
}
} // namespace

bool StackLinks::isProjectOf(const AtalayaToml &toml, const QString &stackKey)
{
    if (!toml.project.isEmpty())
        return toml.project == stackKey;
    return toml.stack == stackKey || toml.directory == stackKey
        || projectOfFolder(toml.directory) == stackKey;
}

std::optional<StackLinks::Link> StackLinks::of(const Settings &settings, const QString &stackKey)
{
    const QMap<QString, QString> links = settings.projectConfigs();
    for (auto link = links.cbegin(); link != links.cend(); ++link) {
        const AppName target(link.key());
        if (!isStackTarget(target))
            continue;
        QFile file(link.value()); // one that cannot be read is known by its name alone
        const bool reads = file.open(QIODevice::ReadOnly);
        AtalayaToml toml;
        if (reads)
            toml = readAtalayaToml(file.read(largestLinkedToml));
        if (reads ? isProjectOf(toml, stackKey) : stackOfTarget(target) == stackKey)
            return Link{target, link.value(), toml.production};
    }
    return std::nullopt;
}
