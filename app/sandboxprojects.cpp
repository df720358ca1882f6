#include "app/sandboxprojects.h"

#include "sandbox/practiceserver.h"
#include "types/stackplan.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

// A resource of a static library is linked only where it is asked for; outside of any namespace.
static void needScenarios()
{
    Q_INIT_RESOURCE(scenarios);
}

void linkSandboxProjects(const QString &folder, const PracticeServer *practice, Settings &settings)
{
    for (const QString &stack : practice ? PracticeServer::stacks() : QStringList()) {
        const QString path = QString(folder + u'/' + stack);
        const QString target = stackTarget(stack).value;
        if (practice->writeProject(stack, path) && settings.projectConfig(target).isEmpty())
            settings.setProjectConfig(target, path + u"/atalaya.toml"_s);
    }
    needScenarios();
    const QDir scenarios(u":/scenarios"_s);
    for (const QString &app : scenarios.entryList(QDir::Dirs)) {
        const QDir source(scenarios.filePath(app));
        const QDir copy(folder + u'/' + app);
        if (!QDir().mkpath(copy.path()))
            continue;
        for (const QString &name : source.entryList(QDir::Files)) {
            const QString path = copy.filePath(name);
            // Resources are read-only, and so would be their copies.
            if (!QFile::exists(path) && QFile::copy(source.filePath(name), path))
                QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        }
        const QString config = copy.filePath(u"fly.toml"_s);
        if (settings.projectConfig(app).isEmpty() && QFile::exists(config))
            settings.setProjectConfig(app, config);
    }
}
