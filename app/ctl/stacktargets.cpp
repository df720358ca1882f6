#include "app/ctl/stacktargets.h"

#include "app/composition.h"
#include "app/ctl/session.h"
#include "app/ctl/text.h"
#include "models/wordsstack.h"
#include "settings/settings.h"
#include "types/stackplan.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {
// Settings of their own: a command is not in the main thread.
QString stackSettings(CtlSession &session)
{
    return session.composition().paths().config + u"/settings.ini"_s;
}

QString redeployWords()
{
    return u"everything, code, database, environment, earlier-version"_s;
}

QString tomlAt(const QString &word)
{
    const QFileInfo info(word);
    const QString name = QString::fromLatin1(atalayaTomlName);
    if (info.isDir() && QFileInfo::exists(QDir(word).filePath(name)))
        return QDir(info.absoluteFilePath()).filePath(name);
    return info.isFile() && info.fileName() == name ? info.absoluteFilePath() : QString();
}

void showCommands(CtlSession &session, const StackFolder &folder, const TrustState &state)
{
    QJsonArray commands;
    for (const StackCommand &command : folder.commands)
        commands.append(QJsonObject{{u"place"_s, command.place}, {u"command"_s, command.text}});
    session.out().object("trust"_L1,
        {{u"stack"_s, folder.project.toml.stack},
            {u"file"_s, folder.tomlPath()},
            {u"hash"_s, folder.contentHash},
            {u"changed"_s, state.is == TrustState::Is::Changed},
            {u"commands"_s, commands}});
    session.out().line(Words::trust(state));
    if (state.is == TrustState::Is::Changed) {
        for (const StackCommandChange &change : state.changes)
            session.out().line(u"  %1  %2"_s.arg(change.place, Words::commandChange(change)));
        return;
    }
    for (const StackCommand &command : folder.commands)
        session.out().line(u"  %1  %2"_s.arg(command.place, command.text));
}
} // namespace

std::optional<CtlStack> stackNamed(CtlSession &session, const QString &word)
{
    if (word.isEmpty())
        return std::nullopt;
    if (const QString toml = tomlAt(word); !toml.isEmpty()) {
        QFile file(toml);
        const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        const QString name = readAtalayaToml(text).stack;
        return CtlStack{stackTarget(name.isEmpty() ? word : name), toml};
    }
    const AppName target = isStackTarget(AppName(word)) ? AppName(word) : stackTarget(word);
    const QString linked = Settings(stackSettings(session)).projectConfig(target.value);
    if (!linked.isEmpty() || isStackTarget(AppName(word)))
        return CtlStack{target, linked};
    if (session.composition().storeError())
        return std::nullopt;
    const Result<QList<DeploymentSummary>> past =
        session.composition().journal().deployments(target, 1);
    return past && !past->isEmpty() ? std::optional(CtlStack{target, {}}) : std::nullopt;
}

AppName targetNamed(CtlSession &session, const QString &word)
{
    const std::optional<CtlStack> stack = stackNamed(session, word);
    return stack ? stack->target : AppName(word);
}

std::optional<ExitCode> needTrust(CtlSession &session, const CtlStack &stack)
{
    if (stack.toml.isEmpty())
        return session.fail({Error::Kind::NotFound,
            u"no folder is linked to the stack %1"_s.arg(stackOfTarget(stack.target)),
            0,
            {},
            {},
            u"stack-not-linked %1"_s.arg(stackOfTarget(stack.target))});
    const Result<StackFolder> folder = readStackFolder(QFileInfo(stack.toml).absolutePath());
    if (!folder)
        return session.fail(folder.error());
    Settings settings(stackSettings(session));
    settings.setProjectConfig(stack.target.value, stack.toml);
    const TrustState state =
        trustStateOf(settings.trust(folder->tomlPath()), folder->contentHash, folder->commands);
    if (state.is == TrustState::Is::Trusted)
        return std::nullopt;
    const QString given = session.invocation().value(u"trust"_s);
    if (given == folder->contentHash) {
        settings.setTrust(folder->tomlPath(),
            ProjectTrust{
                folder->contentHash, folder->commands, session.composition().clock().wallNow()});
        return std::nullopt;
    }
    showCommands(session, *folder, state);
    const QString option = u"--trust "_s + folder->contentHash;
    return session.refuse(given.isEmpty()
            ? CtlText::tr("Look at what it runs on your servers, then add “%1”.").arg(option)
            : CtlText::tr("That is the mark of other files: look at these, then add “%1”.")
                  .arg(option));
}

std::optional<ExitCode> readStackOptions(CtlSession &session, PlanRequest &request)
{
    const CtlInvocation &given = session.invocation();
    request.image = given.value(u"to-version"_s);
    if (request.image.isEmpty())
        request.image = given.value(u"image"_s);
    const QString redeploy = given.value(u"redeploy"_s);
    request.redeploy = stackRedeployFromName(redeploy);
    if (!redeploy.isEmpty() && !request.redeploy)
        return session.refuse(
            CtlText::tr("“%1” is no kind of redeploy: %2.").arg(redeploy, redeployWords()));
    const QStringList services = given.value(u"recreate"_s).split(u',', Qt::SkipEmptyParts);
    for (const QString &service : services)
        request.onRequest.append(service.trimmed());
    const QString backup = given.value(u"backup"_s);
    if (!backup.isEmpty() && backup != "yes"_L1 && backup != "no"_L1)
        return session.refuse(CtlText::tr("“%1” is neither yes nor no.").arg(backup));
    if (!backup.isEmpty())
        request.backUp = backup == "yes"_L1;
    request.restoreData = given.has(u"restore-data"_s);
    request.takeOver = given.has(u"take-over"_s);
    return std::nullopt;
}

QCommandLineOption trustOption()
{
    return {u"trust"_s,
        CtlText::tr("You have seen what this atalaya.toml runs: the mark that is shown with it."),
        u"HASH"_s};
}

QCommandLineOption versionOption()
{
    return {u"to-version"_s,
        CtlText::tr("Of a stack: the version, instead of what its files say."),
        u"VERSION"_s};
}

QList<QCommandLineOption> stackDeployOptions()
{
    return {trustOption(),
        versionOption(),
        {u"redeploy"_s,
            CtlText::tr("Of a stack: what is deployed, instead of what is recognised: %1.")
                .arg(redeployWords()),
            u"KIND"_s},
        {u"recreate"_s,
            CtlText::tr("Of a stack: services to recreate although they are right, by commas."),
            u"SERVICES"_s},
        {u"backup"_s, CtlText::tr("Of a stack: back up before, or do not."), u"yes|no"_s},
        {u"restore-data"_s, CtlText::tr("Of a stack that rolls back: the database returns, too.")},
        {u"take-over"_s,
            CtlText::tr("Of a stack: give up a run of somebody else that never came to its end.")}};
}
