#include "app/composition.h"
#include "app/ctl/command.h"
#include "app/ctl/servershapes.h"
#include "app/ctl/session.h"
#include "app/ctl/stacktargets.h"
#include "app/ctl/stackview.h"
#include "app/ctl/terminalasker.h"
#include "app/ctl/text.h"
#include "app/serverreach.h"
#include "app/userssh.h"
#include "models/wordsservers.h"
#include "servers/serversurvey.h"
#include "settings/settings.h"
#include "types/stackplan.h"

#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Stacks whose folders are linked, by name.
QJsonArray tellLinkedStacks(CtlSession &session)
{
    const Settings settings(session.composition().paths().config + u"/settings.ini"_s);
    const QMap<QString, QString> links = settings.projectConfigs();
    QJsonArray array;
    for (auto link = links.cbegin(); link != links.cend(); ++link) {
        const AppName target(link.key());
        if (!isStackTarget(target))
            continue;
        const bool isThere = QFileInfo::exists(link.value());
        array.append(QJsonObject{
            {u"stack"_s, stackOfTarget(target)}, {u"file"_s, link.value()}, {u"there"_s, isThere}});
        session.out().line(u"%1  %2"_s.arg(stackOfTarget(target),
            isThere ? link.value() : CtlText::tr("%1 (gone)").arg(link.value())));
    }
    return array;
}

Result<ServerFacts> factsOf(CtlSession &session, const Server &server)
{
    Composition &composition = session.composition();
    const Result<ServerLink> link =
        composition.reach().open(server, composition.ssh().asker(), session.stop());
    if (!link)
        return failure(link.error());
    return surveyServer(*link, composition.clock(), session.stop());
}

ExitCode runStacks(CtlSession &session)
{
    const Result<QList<Server>> servers = session.composition().reach().servers();
    if (!servers)
        return session.fail(servers.error());
    QJsonObject told{{u"linked"_s, tellLinkedStacks(session)}};
    QJsonArray array;
    ExitCode code = ExitCode::Done;
    for (const Server &server : *servers) {
        const Result<ServerFacts> facts = factsOf(session, server);
        QJsonObject object{{u"server"_s, server.name}};
        session.out().line(server.name);
        if (!facts) {
            code = exitCodeOf(facts.error());
            object.insert(u"error"_s, facts.error().detail);
            session.out().aside(WordsServers::problem(facts.error(), server.name));
        } else {
            object.insert(u"stacks"_s, serverFactsObject(*facts).value(u"stacks"_s));
            for (const StackFacts &stack : facts->stacks) {
                session.out().line(u"  "_s + WordsServers::stack(stack));
                if (stack.lock)
                    session.out().line(u"    "_s + WordsServers::lock(*stack.lock));
                for (const ServiceFacts &service : stack.services)
                    session.out().line(u"    "_s + WordsServers::service(service));
            }
        }
        array.append(object);
    }
    told.insert(u"servers"_s, array);
    session.out().object("stacks"_L1, told);
    if (servers->isEmpty())
        session.out().line(CtlText::tr("There is no server in the list."));
    return code;
}

ExitCode runTask(CtlSession &session, StackTask task)
{
    if (const auto code = session.needStore())
        return *code;
    const std::optional<CtlStack> stack = stackNamed(session, session.argument());
    if (!stack)
        return session.fail({Error::Kind::NotFound,
            u"there is no stack %1"_s.arg(session.argument()),
            0,
            {},
            {},
            u"stack-not-linked %1"_s.arg(session.argument())});
    if (const auto code = needTrust(session, *stack))
        return *code;
    PlanRequest request;
    request.app = stack->target;
    request.configPath = stack->toml;
    request.image = session.invocation().value(u"to-version"_s);
    DeployService &service = session.composition().deploy();
    const Result<QList<StackTaskResult>> results = session.ask<QList<StackTaskResult>>(
        [&service, request, task] { return service.doTask(request, task); });
    if (!results)
        return session.fail(results.error());
    QJsonArray array;
    for (const StackTaskResult &result : *results) {
        array.append(stackTaskObject(result));
        tellStackTask(session, result, task);
    }
    session.out().object(task == StackTask::BackUp ? "backup"_L1 : "verify"_L1,
        {{u"stack"_s, stackOfTarget(stack->target)}, {u"servers"_s, array}});
    for (const StackTaskResult &result : *results) {
        if (result.error)
            return exitCodeOf(*result.error);
    }
    const bool isGood = std::all_of(results->cbegin(),
        results->cend(),
        [](const StackTaskResult &result) { return result.isGood(); });
    if (isGood)
        return ExitCode::Done;
    return task == StackTask::Verify ? ExitCode::Contradicted : ExitCode::DeployFailed;
}

} // namespace

QList<CtlCommand> stackCommands()
{
    return {
        {u"stacks"_s,
            {},
            CtlText::tr("Lists the compose stacks of linked folders and of your servers."),
            0,
            0,
            {},
            runStacks},
        {u"backup"_s,
            u"STACK"_s,
            CtlText::tr("Backs up what the atalaya.toml of a stack names, and verifies it."),
            1,
            1,
            {trustOption(), versionOption()},
            [](CtlSession &session) { return runTask(session, StackTask::BackUp); }},
        {u"verify"_s,
            u"STACK"_s,
            CtlText::tr("Looks at a stack: images, environments, health, smoke tests, data."),
            1,
            1,
            {trustOption(), versionOption()},
            [](CtlSession &session) { return runTask(session, StackTask::Verify); }},
    };
}
