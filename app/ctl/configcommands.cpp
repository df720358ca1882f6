#include "app/ctl/command.h"
#include "app/ctl/configcheck.h"
#include "app/ctl/configfiles.h"
#include "app/ctl/configview.h"
#include "app/ctl/inputfile.h"
#include "app/ctl/session.h"
#include "app/ctl/text.h"
#include "config/flytoml.h"
#include "config/localfiles.h"
#include "config/tomledit.h"
#include "fly/configdiff.h"
#include "fly/flyclient.h"
#include "fly/machineconfig.h"
#include "models/wordsconfig.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestConfig = 16 * 1024 * 1024;

Error missing(const QString &path, const QString &why)
{
    return {Error::Kind::InvalidInput, QString(path + u": "_s + why), 0, {}, {}, {}};
}

struct WantedConfig
{
    FlyToml toml;
    QString source;
};

Result<WantedConfig> fromFile(const QString &path)
{
    const Result<QByteArray> text = readInputFile(path, largestConfig);
    if (!text)
        return failure(text.error());
    Result<FlyToml> toml = parseFlyToml(*text, path);
    if (!toml)
        return failure(toml.error());
    if (const Result<void> read = readLocalFiles(*toml, path); !read)
        return failure(read.error());
    return WantedConfig{std::move(*toml), path};
}

// The file that is named, the one of this folder when it is of the app, or the current release's.
Result<WantedConfig> wantedConfig(CtlSession &session, const AppName &app)
{
    if (session.invocation().has(u"config"_s)) {
        const QStringList files = flyConfigsIn(session.invocation().value(u"config"_s));
        return files.isEmpty() ? Result<WantedConfig>(failure(
                   missing(session.invocation().value(u"config"_s), u"no fly.toml in it"_s)))
                               : fromFile(files.constFirst());
    }
    if (const QString here = flyConfigIn(QDir()); !here.isEmpty()) {
        Result<WantedConfig> own = fromFile(here);
        if (!own || own->toml.app == app.value)
            return own;
    }
    const Result<std::optional<Release>> release =
        session.client().releaseDefinition(app, session.context());
    if (!release)
        return failure(release.error());
    if (!*release || (*release)->definition.isEmpty())
        return failure(
            Error::Kind::NotFound, u"the current release tells no configuration; name a file"_s);
    Result<FlyToml> toml = flyTomlFromDefinition((*release)->definition);
    if (!toml)
        return failure(toml.error());
    return WantedConfig{std::move(*toml), u"release v%1"_s.arg((*release)->version)};
}

ExitCode runDiff(CtlSession &session)
{
    const AppName app(session.argument());
    if (const auto code = session.needClient(app))
        return *code;
    const Result<WantedConfig> wanted = wantedConfig(session, app);
    if (!wanted)
        return session.fail(wanted.error());
    const Result<QList<Machine>> machines = session.client().machines(app, session.context());
    if (!machines)
        return session.fail(machines.error());
    ConfigDifferences differences;
    differences.app = app.value;
    differences.source = wanted->source;
    ConfigChangeSets sets;
    for (const Machine &machine : *machines) {
        if (!machine.isLaunchMachine() || !machine.isActive())
            continue;
        if (!machine.config) {
            differences.failed.append({machine.id.value, u"its host cannot be reached"_s});
            continue;
        }
        const Result<MachineConfig> next =
            derivedConfig(wanted->toml, *machine.config, machine.config->image, {});
        if (!next) {
            differences.failed.append({machine.id.value, next.error().detail});
            continue;
        }
        // Both ends stay here: any key does.
        const QByteArray key = "config diff";
        const QString now = configDigest(*machine.config, key);
        const QString then = configDigest(*next, key);
        sets.add(machine, *next, now, then);
        if (now == then)
            differences.same.append(machine.id);
    }
    differences.sets = sets.sets();
    showDifferences(session.out(), differences);
    return ExitCode::Done;
}

// Whole or not at all; through a link, with the permissions it has.
Result<void> writeBack(const QString &path, const QByteArray &text)
{
    QSaveFile file(QFileInfo(path).canonicalFilePath());
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return failure(missing(path, file.errorString()));
    return {};
}

// As TOML reads it; what is none of its values is a text.
QJsonValue valueOf(const QString &argument)
{
    const TomlDocument read = readToml(QString(u"v = "_s + argument).toUtf8());
    const bool isValue = read.findings.isEmpty() && read.statements.size() == 1
        && !read.nodes.at(read.statements.constFirst().node).isDate;
    return isValue ? read.toJson().value("v"_L1) : QJsonValue(argument);
}

ExitCode change(CtlSession &session, bool removes)
{
    const std::optional<ConfigPath> path = configPathFromText(session.argument());
    if (!path || path->isEmpty())
        return session.refuse(CtlText::tr("“%1” is no key.").arg(session.argument()));
    const QString wanted =
        session.invocation().has(u"config"_s) ? session.invocation().value(u"config"_s) : u"."_s;
    const QString file = flyConfigsIn(wanted).value(0, wanted);
    const Result<QByteArray> before = readInputFile(file, largestConfig);
    if (!before)
        return session.fail(before.error());
    if (flyFormatOf(*before, file) != FlyFormat::Toml)
        return session.refuse(CtlText::tr("%1 is no TOML file, and only those are changed in "
                                          "place. Change it in an editor.")
                                  .arg(file));
    const Result<QByteArray> after = removes
        ? tomlWithoutValue(*before, *path)
        : tomlWithValue(*before, *path, valueOf(session.argument(1)));
    if (!after)
        return session.fail(after.error());
    if (*after != *before) {
        if (const Result<void> written = writeBack(file, *after); !written)
            return session.fail(written.error());
    }
    const FlyToml toml = readFlyToml(*after, file);
    session.out().object("config-set"_L1,
        {{u"file"_s, file},
            {u"path"_s, configPathText(*path)},
            {u"changed"_s, *after != *before},
            {u"line"_s, toml.line(configPathText(*path))}});
    session.out().line(
        (removes ? CtlText::tr("%1: “%2” is removed.") : CtlText::tr("%1: “%2” is set."))
            .arg(file, configPathText(*path)));
    for (const ConfigFinding &finding : toml.findings) {
        if (finding.path == configPathText(*path))
            session.out().line(findingLine(file, finding));
    }
    return ExitCode::Done;
}

ExitCode runSet(CtlSession &session)
{
    return change(session, false);
}

ExitCode runUnset(CtlSession &session)
{
    return change(session, true);
}

QCommandLineOption changedFileOption()
{
    return {u"config"_s,
        CtlText::tr("The fly.toml to change; else the one of this folder."),
        u"FILE"_s};
}

QString formOfKeys()
{
    return CtlText::tr("A key looks like this: %1. A value that is no number, list, true or false "
                       "is a text.")
        .arg(u"services[0].internal_port"_s);
}

} // namespace

QList<CtlCommand> configCommands()
{
    return {
        configCheckCommand(),
        {u"config diff"_s,
            u"APP"_s,
            CtlText::tr("Shows what a deploy of the fly.toml would change of the machines."),
            1,
            1,
            {{u"config"_s,
                CtlText::tr("The fly.toml to compare with; else the one of this folder, or the "
                            "current release's."),
                u"FILE"_s}},
            runDiff},
        {u"config set"_s,
            u"KEY VALUE"_s,
            CtlText::tr(
                "Changes a value of a fly.toml and nothing else: comments, order and quotes stay."),
            2,
            2,
            {changedFileOption()},
            runSet,
            formOfKeys},
        {u"config unset"_s,
            u"KEY"_s,
            CtlText::tr("Takes a key out of a fly.toml and nothing else."),
            1,
            1,
            {changedFileOption()},
            runUnset},
    };
}
