#include "app/composition.h"
#include "app/ctl/command.h"
#include "app/ctl/session.h"
#include "app/ctl/text.h"
#include "config/projectfiles.h"
#include "settings/settings.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

// Settings of their own: a command is not in the main thread.
QString settingsPath(CtlSession &session)
{
    return session.composition().paths().config + u"/settings.ini"_s;
}

QJsonObject linkObject(const QString &app, const QString &path)
{
    return {{u"app"_s, app}, {u"flyToml"_s, path}, {u"there"_s, QFileInfo::exists(path)}};
}

// One of them, or nothing: then a person has to say which.
std::optional<ProjectFile> choose(const QList<ProjectFile> &files, const QString &app)
{
    if (files.size() == 1)
        return files.first();
    QList<ProjectFile> ofApp;
    for (const ProjectFile &file : files) {
        if (file.app == app)
            ofApp.append(file);
    }
    return ofApp.size() == 1 ? std::optional(ofApp.first()) : std::nullopt;
}

ExitCode runLink(CtlSession &session)
{
    const QString app = session.argument(1);
    const Result<QList<ProjectFile>> files = ProjectFiles::find(session.argument(0));
    if (!files)
        return session.fail(files.error());
    if (files->isEmpty())
        return session.fail({Error::Kind::NotFound,
            u"there is no fly.toml in %1, nor below it"_s.arg(session.argument(0)),
            0,
            {},
            {},
            {}});
    const std::optional<ProjectFile> file = choose(*files, app);
    if (!file) {
        QStringList lines{CtlText::tr("There are several. Say which one:")};
        for (const ProjectFile &candidate : *files)
            lines.append(u"  %1  %2"_s.arg(candidate.path, candidate.app));
        return session.refuse(lines.join(u'\n'));
    }
    Settings settings(settingsPath(session));
    settings.setProjectConfig(app, file->path);
    session.out().object("link"_L1, {{u"link"_s, linkObject(app, file->path)}});
    session.out().line(CtlText::tr("%1 is deployed with %2 from now on.").arg(app, file->path));
    if (!file->app.isEmpty() && file->app != app)
        session.out().aside(CtlText::tr("It names another app: %1.").arg(file->app));
    return ExitCode::Done;
}

ExitCode runUnlink(CtlSession &session)
{
    Settings settings(settingsPath(session));
    const QString app = session.argument();
    const QString path = settings.projectConfig(app);
    if (path.isEmpty())
        return session.fail(
            {Error::Kind::NotFound, u"%1 is not linked to a folder"_s.arg(app), 0, {}, {}, {}});
    settings.setProjectConfig(app, {});
    session.out().object("link"_L1, {{u"link"_s, linkObject(app, path)}, {u"removed"_s, true}});
    session.out().line(CtlText::tr("%1 is not linked to %2 any more.").arg(app, path));
    return ExitCode::Done;
}

ExitCode runLinks(CtlSession &session)
{
    const QMap<QString, QString> links = Settings(settingsPath(session)).projectConfigs();
    QJsonArray array;
    QList<QStringList> rows{{CtlText::tr("App"), CtlText::tr("fly.toml")}};
    for (auto it = links.cbegin(); it != links.cend(); ++it) {
        array.append(linkObject(it.key(), it.value()));
        const bool there = QFileInfo::exists(it.value());
        rows.append({it.key(), there ? it.value() : CtlText::tr("%1 (gone)").arg(it.value())});
    }
    session.out().object("links"_L1, {{u"links"_s, array}});
    if (links.isEmpty())
        session.out().line(CtlText::tr("No folder is linked to an app."));
    else
        session.out().columns(rows);
    return ExitCode::Done;
}

ExitCode runProduction(CtlSession &session)
{
    Settings settings(settingsPath(session));
    const QString app = session.argument(0);
    const QString word = session.argument(1);
    if (!word.isEmpty() && word != "on"_L1 && word != "off"_L1)
        return session.refuse(CtlText::tr("“%1” is neither on nor off.").arg(word));
    if (!word.isEmpty())
        settings.setProduction(app, word == "on"_L1);
    const bool production = settings.isProduction(app);
    session.out().object("production"_L1, {{u"app"_s, app}, {u"production"_s, production}});
    session.out().line(production
            ? CtlText::tr("%1 is production: its name is asked before anything is written.")
                  .arg(app)
            : CtlText::tr("%1 is not production: nothing is asked before a deploy.").arg(app));
    return ExitCode::Done;
}

} // namespace

QList<CtlCommand> linkCommands()
{
    return {
        {u"link"_s,
            u"FOLDER APP"_s,
            CtlText::tr("Deploys an app with the fly.toml of a folder from now on."),
            2,
            2,
            {},
            runLink},
        {u"unlink"_s, u"APP"_s, CtlText::tr("Takes the link of an app away."), 1, 1, {}, runUnlink},
        {u"links"_s, {}, CtlText::tr("Lists the links."), 0, 0, {}, runLinks},
        {u"production"_s,
            u"APP [on|off]"_s,
            CtlText::tr("Tells or sets whether an app is production."),
            1,
            2,
            {},
            runProduction},
    };
}
