#include "config/composefile.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

const ComposeService *ComposeProject::service(QStringView wanted) const
{
    const auto found = std::find_if(services.begin(),
        services.end(),
        [wanted](const ComposeService &service) { return service.name == wanted; });
    return found == services.end() ? nullptr : &*found;
}

QStringList ComposeProject::serviceNames() const
{
    QStringList names;
    for (const ComposeService &service : services)
        names.append(service.name);
    return names;
}

bool ComposeProject::isOverlay() const
{
    return namedFiles == 1
        && std::any_of(services.begin(), services.end(), [](const ComposeService &service) {
               return service.image.text.isEmpty() && !service.build && !service.extends;
           });
}

namespace {
QStringList sortedOnce(QStringList names)
{
    names.sort();
    names.removeDuplicates();
    return names;
}
} // namespace

QStringList ComposeProject::variableNames() const
{
    QStringList names;
    for (const ComposeVariableUse &variable : variables)
        names.append(variable.use.name);
    return sortedOnce(names);
}

QStringList ComposeProject::namesWithForm(VariableUse::Form form) const
{
    QStringList names;
    for (const ComposeVariableUse &variable : variables) {
        if (variable.use.form == form)
            names.append(variable.use.name);
    }
    return sortedOnce(names);
}

QString ComposeProject::pathFrom(const QString &path, const ComposePlace &place) const
{
    const bool isRelative =
        !path.startsWith(u'/') && !path.startsWith(u'~') && !path.startsWith(u'$');
    const QString own = files.value(place.file);
    if (place.file < namedFiles || !isRelative || !own.contains(u'/'))
        return path;
    const QString full = QDir::cleanPath(QString(own.section(u'/', 0, -2) + u'/' + path));
    const QString first = files.value(0);
    const QString top =
        first.contains(u'/') ? QString(first.section(u'/', 0, -2) + u'/') : QString();
    return full.startsWith(top) ? full.mid(top.size()) : full;
}

QStringList ComposeProject::referredPaths() const
{
    QStringList paths;
    for (const ComposeService &service : services) {
        for (const ComposeEnvFile &file : service.envFiles)
            paths.append(pathFrom(file.path, file.place));
        for (const ComposeMount &mount : service.mounts) {
            if (mount.type == ComposeMount::Type::Bind)
                paths.append(pathFrom(mount.source, mount.place));
        }
    }
    for (const QList<ComposeResource> &list : {configs, secrets}) {
        for (const ComposeResource &resource : list) {
            if (!resource.file.isEmpty())
                paths.append(pathFrom(resource.file, resource.place));
        }
    }
    return sortedOnce(paths);
}

bool looksLikeCompose(const QByteArray &text)
{
    // Cheap, for whatever YAML lies in a folder; the reader decides.
    static const QRegularExpression services(
        u"^(services|include)[ \\t]*:"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression others(
        u"^(apiVersion|jobs|on|swagger|openapi)[ \\t]*:"_s, QRegularExpression::MultilineOption);
    const QString head = QString::fromUtf8(text);
    return services.match(head).hasMatch() && !others.match(head).hasMatch();
}
