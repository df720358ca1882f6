#include "servers/locallink.h"

#include "core/linecutter.h"
#include "core/process.h"

#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;

namespace {
// What a child writes, handed from the IO thread to who waits for it.
class LocalOutput
{
public:
    void put(const QByteArray &bytes)
    {
        const std::lock_guard lock(m_mutex);
        m_bytes += bytes;
        m_isEnded = m_isEnded || bytes.isEmpty();
        m_changed.notify_one();
    }
    // All that came since; blocks until there is something, or the end: then empty.
    QByteArray take()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_bytes.isEmpty() || m_isEnded; });
        return std::exchange(m_bytes, {});
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    QByteArray m_bytes;
    bool m_isEnded = false;
};

ProcessRequest requestFor(const LocalShell &shell, const SshCommand &command)
{
    ProcessRequest request;
    request.program = u"/bin/sh"_s;
    request.arguments = {u"-c"_s, QString::fromUtf8(command.line)};
    request.secretInput = command.secretInput;
    request.input = command.input;
    request.environment = shell.environment;
    request.onlyThatEnvironment = true;
    request.folder = shell.folder;
    request.timeout = command.timeout;
    request.outputLimit = command.outputLimit;
    return request;
}
} // namespace

ServerLink::Run localRun(IoThread &thread, const LocalShell &shell)
{
    return [&thread, shell](const SshCommand &command, std::stop_token stop) -> Result<SshEnd> {
        ProcessRequest request = requestFor(shell, command);
        const auto output = std::make_shared<LocalOutput>();
        const bool flows = command.onLine || command.onBytes;
        if (flows)
            request.onBytes = [output](const QByteArray &bytes) { output->put(bytes); };
        const Pending<ProcessEnd> pending = runProcess(thread, std::move(request), std::move(stop));
        LineCutter lines;
        while (flows) {
            const QByteArray bytes = output->take();
            if (bytes.isEmpty())
                break;
            if (command.onBytes)
                command.onBytes(bytes);
            else
                lines.take(bytes.constData(), bytes.size(), command.onLine);
        }
        if (command.onLine)
            lines.finish(command.onLine);
        Result<ProcessEnd> end = await(pending);
        if (!end)
            return failure(end.error());
        return SshEnd{end->exitCode, std::move(end->output), std::move(end->errors)};
    };
}
