#include "app/composition.h"
#include "app/ctl/session.h"
#include "app/ctl/terminalasker.h"
#include "app/languages.h"
#include "app/signals.h"
#include "app/userssh.h"
#include "deploy/deployservice.h"

#include <QCoreApplication>

#include <cstdio>
#include <thread>

namespace {

int run(QCoreApplication &application, const CtlInvocation &invocation)
{
    CtlOutput out(invocation.json);
    TerminationSignals termination(static_cast<int>(ExitCode::Cancelled));
    TerminalAsker terminal(out);
    Composition composition(invocation.start);
    composition.ssh().setAsker(terminal.asker());
    RunWatcher watcher(composition.deploy(), out);
    CtlSession session(composition, invocation, out, watcher);
    QObject::connect(&termination, &TerminationSignals::requested, &watcher, [&session] {
        session.interrupt();
    });

    std::thread command([&session, &invocation, &application] {
        const int code = static_cast<int>(invocation.command.run(session));
        session.tellClock();
        QMetaObject::invokeMethod(
            &application, [code] { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    });
    const int code = QCoreApplication::exec();
    command.join();
    return code;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("atalayactl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ATALAYA_VERSION));
    Languages::install(application, Languages::fromEnvironment());

    const CtlInvocation invocation = parseInvocation(QCoreApplication::arguments().mid(1));
    switch (invocation.kind) {
    case CtlInvocation::Kind::Help:
        std::fputs(qPrintable(invocation.text.trimmed() + QLatin1Char('\n')), stdout);
        return static_cast<int>(ExitCode::Done);
    case CtlInvocation::Kind::Refused:
        CtlOutput(invocation.json).usage(invocation.text, static_cast<int>(ExitCode::Usage));
        return static_cast<int>(ExitCode::Usage);
    case CtlInvocation::Kind::Run:
        break;
    }
    return run(application, invocation);
}
