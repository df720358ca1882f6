#pragma once

#include "app/ctl/exitcodes.h"
#include "app/ctl/invocation.h"
#include "app/ctl/output.h"
#include "app/ctl/runwatcher.h"
#include "core/promise.h"
#include "settings/account.h"

#include <QMetaObject>

#include <functional>
#include <stop_token>

class Composition;
class FlyClient;
class Secret;
struct CallContext;

// What a command works with. Commands are straight code on a thread of their own; services live in
// the main thread and are asked through ask().
class CtlSession
{
public:
    // `watcher` lives in the main thread.
    CtlSession(Composition &composition,
        const CtlInvocation &invocation,
        CtlOutput &out,
        RunWatcher &watcher);

    [[nodiscard]] Composition &composition() { return m_composition; }
    [[nodiscard]] const CtlInvocation &invocation() const { return m_invocation; }
    [[nodiscard]] CtlOutput &out() { return m_out; }
    [[nodiscard]] RunWatcher &watcher() { return m_watcher; }
    [[nodiscard]] std::stop_token stop() const { return m_stop.get_token(); }
    [[nodiscard]] QString argument(int index = 0) const
    {
        return m_invocation.arguments.value(index);
    }

    // Calls in the main thread, waits for the answer here.
    template <typename T> Result<T> ask(std::function<Pending<T>()> call)
    {
        const Promise<T> promise;
        QObject *main = &m_watcher;
        QMetaObject::invokeMethod(
            main,
            [main, promise, call = std::move(call)] {
                deliver(
                    call(), main, [promise](const Result<T> &answer) { promise.fulfil(answer); });
            },
            Qt::QueuedConnection);
        return await(promise.pending());
    }

    // Says what is wrong and gives the exit code.
    ExitCode fail(const Error &error);
    ExitCode refuse(const QString &problem); // bad usage

    // Nothing when it is there; else the exit code, and it has been said.
    std::optional<ExitCode> needStore();
    // The client of --account, of the only account, or of the one that has the app; without an app
    // all accounts are meant, see clients(). Asks the platform where it has to.
    std::optional<ExitCode> needClient(const AppName &app = {});
    [[nodiscard]] Result<void> findClient(const AppName &app); // the same, without a word
    [[nodiscard]] FlyClient &client(); // after needClient() for an app
    [[nodiscard]] const QList<FlyClient *> &clients() const { return m_clients; }
    // Not when the account of the app is switched to read-only.
    std::optional<ExitCode> needWritable(const AppName &app);
    // By its name or id.
    [[nodiscard]] Result<Account> findAccount(const QString &nameOrId) const;
    // With the password of --password-file or ATALAYA_PASSWORD; nothing happens without one.
    [[nodiscard]] Result<void> openVault();
    [[nodiscard]] Result<Secret> vaultPassword() const; // empty: none was given
    [[nodiscard]] CallContext context() const;
    // At the end of a command: one sentence when this computer's clock is far off.
    void tellClock();

    // Ctrl+C: main thread. The first stops what goes on, cleanly.
    void interrupt();

private:
    Result<void> openVaultOfProxy();
    Result<void> chooseByApp(const AppName &app, const QList<Account> &candidates);

    Composition &m_composition;
    const CtlInvocation &m_invocation;
    CtlOutput &m_out;
    RunWatcher &m_watcher;
    QList<FlyClient *> m_clients;
    std::stop_source m_stop;
};
