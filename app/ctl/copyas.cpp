#include "app/ctl/copyas.h"

#include "app/ctl/text.h"

using namespace Qt::StringLiterals;

QList<QCommandLineOption> CopyAs::options()
{
    return {
        {u"as-flyctl"_s, CtlText::tr("Print the command of flyctl that does it; do nothing.")},
        {u"as-curl"_s, CtlText::tr("Print the request as a command of curl; do nothing.")},
    };
}

bool CopyAs::isAsked(const CtlSession &session)
{
    return session.invocation().has(u"as-flyctl"_s) || session.invocation().has(u"as-curl"_s);
}

ExitCode CopyAs::print(CtlSession &session, const PlatformAction &action)
{
    const PlatformCommands commands = PlatformCommands::of(action);
    ExitCode code = ExitCode::Done;
    QJsonObject object;
    const auto tell = [&](const QString &tool, const QString &command, auto remark) {
        if (!session.invocation().has(u"as-"_s + tool))
            return;
        const QString why = PlatformCommands::text(remark);
        if (!why.isEmpty() && !session.out().isJson())
            session.out().aside(why);
        if (command.isEmpty())
            code = ExitCode::NotFound;
        else
            session.out().line(command);
        object.insert(tool, command.isEmpty() ? QJsonValue() : QJsonValue(command));
        if (!why.isEmpty())
            object.insert(QString(tool + u"Remark"_s), why);
    };
    tell(u"flyctl"_s, commands.flyctl, commands.flyctlRemark);
    tell(u"curl"_s, commands.curl, commands.curlRemark);
    session.out().object("command"_L1, object);
    return code;
}
