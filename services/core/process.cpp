#include "core/process.h"

#include "core/descriptor.h"
#include "core/iothread.h"
#include "core/linecutter.h"

#include <QFile>
#include <QSocketNotifier>
#include <QTimer>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <fcntl.h>
#include <optional>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype errorsKept = 64 * 1024;

struct ChildPipe
{
    Descriptor ours;
    Descriptor childs;

    bool open(bool childReads)
    {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            return false;
        ours = Descriptor(ends.at(childReads ? 1 : 0));
        childs = Descriptor(ends.at(childReads ? 0 : 1));
        return ::fcntl(ours.number(), F_SETFL, O_NONBLOCK) == 0;
    }
};

// A child that closes its input early would end us by a signal.
ssize_t writeWithoutSignal(int descriptor, const char *data, std::size_t size)
{
    sigset_t pipeSignal;
    sigset_t before;
    sigemptyset(&pipeSignal);
    sigaddset(&pipeSignal, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipeSignal, &before);
    const ssize_t written = ::write(descriptor, data, size);
    const int code = errno;
    if (written < 0 && code == EPIPE) {
        const timespec now = {};
        while (::sigtimedwait(&pipeSignal, nullptr, &now) < 0 && errno == EINTR) { }
    }
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    errno = code;
    return written;
}

std::vector<QByteArray> childEnvironment(const QList<QByteArray> &added, bool onlyThat)
{
    std::vector<QByteArray> result(added.cbegin(), added.cend());
    if (onlyThat)
        return result;
    for (char **entry = environ; *entry; ++entry) {
        const QByteArray text(*entry);
        const QByteArray name = text.left(text.indexOf('=') + 1);
        const bool replaced = std::any_of(added.cbegin(),
            added.cend(),
            [&name](const QByteArray &other) { return other.startsWith(name); });
        if (!replaced)
            result.push_back(text);
    }
    return result;
}

std::vector<char *> pointersTo(std::vector<QByteArray> &words)
{
    std::vector<char *> pointers;
    pointers.reserve(words.size() + 1);
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

class SpawnPlan
{
public:
    SpawnPlan()
    {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawnattr_init(&m_attributes);
        sigset_t none;
        sigset_t ordinary;
        sigemptyset(&none);
        sigemptyset(&ordinary);
        for (const int number : {SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGCHLD})
            sigaddset(&ordinary, number);
        posix_spawnattr_setsigmask(&m_attributes, &none);
        posix_spawnattr_setsigdefault(&m_attributes, &ordinary);
        posix_spawnattr_setflags(&m_attributes,
            short(POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF));
    }
    ~SpawnPlan()
    {
        posix_spawnattr_destroy(&m_attributes);
        posix_spawn_file_actions_destroy(&m_actions);
    }
    Q_DISABLE_COPY_MOVE(SpawnPlan)

    void give(int from, int to) { posix_spawn_file_actions_adddup2(&m_actions, from, to); }
    void workIn(const QByteArray &folder)
    {
        posix_spawn_file_actions_addchdir_np(&m_actions, folder.constData());
    }
    int run(pid_t &pid, std::vector<QByteArray> words, std::vector<QByteArray> environment) const
    {
        const std::vector<char *> arguments = pointersTo(words);
        const std::vector<char *> variables = pointersTo(environment);
        return ::posix_spawnp(&pid,
            words.front().constData(),
            &m_actions,
            &m_attributes,
            arguments.data(),
            variables.data());
    }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

Error notStarted(const QString &program, int code)
{
    Error error;
    error.kind = Error::Kind::Process;
    error.detail = u"cannot start %1: %2"_s.arg(program, qt_error_string(code));
    error.code = (code == ENOENT ? u"program-missing "_s : u"program-not-runnable "_s) + program;
    return error;
}

// Lives on the IO thread from its start to the answer, and deletes itself.
class ProcessCall final : public QObject
{
    Q_DISABLE_COPY_MOVE(ProcessCall)

public:
    ProcessCall(ProcessRequest request, Promise<ProcessEnd> promise, QObject *parent)
        : QObject(parent)
        , m_request(std::move(request))
        , m_promise(std::move(promise))
        , m_self(std::make_shared<ProcessCall *>(this))
        , m_toWrite(m_request.secretInput.reveal() + m_request.input)
    {
    }
    ~ProcessCall() override
    {
        m_stop.reset();
        if (m_pid > 0) {
            ::kill(-m_pid, SIGKILL);
            while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) { }
        }
        wipeInput();
        endBytes();
    }

    void begin(IoThread &thread, const std::stop_token &stop);

private:
    using Pipes = std::array<ChildPipe, 3>;
    int spawn(Pipes &pipes);
    void watch(Pipes &pipes);
    void feed();
    void read(int descriptor, bool isOutput);
    void takeOutput(const char *data, qsizetype size);
    void endEarly(const Error &why);
    void finish();
    void answer(Result<ProcessEnd> result)
    {
        endBytes();
        m_promise.fulfil(std::move(result));
        deleteLater();
    }
    void endBytes()
    {
        if (m_request.onBytes)
            std::exchange(m_request.onBytes, {})({});
    }
    void wipeInput()
    {
        m_toWrite.fill('\0');
        m_toWrite.clear();
    }

    ProcessRequest m_request;
    Promise<ProcessEnd> m_promise;
    std::shared_ptr<ProcessCall *> m_self; // expires with this object
    std::optional<std::stop_callback<std::function<void()>>> m_stop;
    pid_t m_pid = 0;
    Descriptor m_watched;
    Descriptor m_input;
    Descriptor m_output;
    Descriptor m_errors;
    std::unique_ptr<QSocketNotifier> m_inputReady;
    std::unique_ptr<QSocketNotifier> m_outputReady;
    std::unique_ptr<QSocketNotifier> m_errorsReady;
    std::unique_ptr<QSocketNotifier> m_ended;
    QByteArray m_toWrite;
    qsizetype m_written = 0;
    LineCutter m_lines;
    ProcessEnd m_end;
    std::optional<Error> m_failure;
};

int ProcessCall::spawn(Pipes &pipes)
{
    for (std::size_t i = 0; i < pipes.size(); ++i) {
        if (!pipes.at(i).open(i == 0))
            return errno;
    }
    SpawnPlan plan;
    for (std::size_t i = 0; i < pipes.size(); ++i)
        plan.give(pipes.at(i).childs.number(), int(i));
    if (!m_request.folder.isEmpty())
        plan.workIn(QFile::encodeName(m_request.folder));
    std::vector<QByteArray> words{QFile::encodeName(m_request.program)};
    for (const QString &argument : std::as_const(m_request.arguments))
        words.push_back(QFile::encodeName(argument));
    return plan.run(m_pid,
        std::move(words),
        childEnvironment(m_request.environment, m_request.onlyThatEnvironment));
}

void ProcessCall::begin(IoThread &thread, const std::stop_token &stop)
{
    if (stop.stop_requested())
        return answer(failure(Error::Kind::Cancelled, u"stopped"_s));
    Pipes pipes;
    if (const int code = spawn(pipes); code != 0) {
        m_pid = 0;
        return answer(failure(notStarted(m_request.program, code)));
    }
    m_watched = Descriptor(int(::syscall(SYS_pidfd_open, m_pid, 0)));
    if (!m_watched.isOpen())
        return answer(failure(Error::Kind::Process, qt_error_string(errno)));
    watch(pipes);
    if (m_request.timeout.count() > 0) {
        QTimer::singleShot(m_request.timeout, this, [this] {
            endEarly({Error::Kind::Timeout,
                u"%1 did not end in time"_s.arg(m_request.program),
                0,
                {},
                {},
                {}});
        });
    }
    m_stop.emplace(
        stop, std::function<void()>([&thread, weak = std::weak_ptr<ProcessCall *>(m_self)] {
            thread.post([weak] {
                if (const auto self = weak.lock())
                    (*self)->endEarly({Error::Kind::Cancelled, u"stopped"_s, 0, {}, {}, {}});
            });
        }));
}

void ProcessCall::watch(Pipes &pipes)
{
    m_input = std::move(pipes.at(0).ours);
    m_output = std::move(pipes.at(1).ours);
    m_errors = std::move(pipes.at(2).ours);
    m_outputReady = std::make_unique<QSocketNotifier>(m_output.number(), QSocketNotifier::Read);
    connect(m_outputReady.get(), &QSocketNotifier::activated, this, [this] {
        read(m_output.number(), true);
    });
    m_errorsReady = std::make_unique<QSocketNotifier>(m_errors.number(), QSocketNotifier::Read);
    connect(m_errorsReady.get(), &QSocketNotifier::activated, this, [this] {
        read(m_errors.number(), false);
    });
    m_ended = std::make_unique<QSocketNotifier>(m_watched.number(), QSocketNotifier::Read);
    connect(m_ended.get(), &QSocketNotifier::activated, this, [this] { finish(); });
    if (m_toWrite.isEmpty())
        return m_input.reset();
    m_inputReady = std::make_unique<QSocketNotifier>(m_input.number(), QSocketNotifier::Write);
    connect(m_inputReady.get(), &QSocketNotifier::activated, this, [this] { feed(); });
}

void ProcessCall::feed()
{
    while (m_written < m_toWrite.size()) {
        const ssize_t count = writeWithoutSignal(m_input.number(),
            m_toWrite.constData() + m_written,
            std::size_t(m_toWrite.size() - m_written));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0 && errno == EAGAIN)
            return;
        if (count < 0)
            break; // it does not want the rest
        m_written += count;
    }
    m_inputReady->setEnabled(false);
    m_inputReady.release()->deleteLater();
    m_input.reset();
    wipeInput();
}

// Until there is no more now; at its end the descriptor is watched no longer.
void ProcessCall::read(int descriptor, bool isOutput)
{
    std::array<char, 16 * 1024> bytes{};
    while (true) {
        const ssize_t count = ::read(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0 && errno == EAGAIN)
            return;
        if (count <= 0) {
            (isOutput ? m_outputReady : m_errorsReady)->setEnabled(false);
            return;
        }
        if (isOutput)
            takeOutput(bytes.data(), count);
        else if (m_end.errors.size() < errorsKept)
            m_end.errors.append(
                bytes.data(), std::min<qsizetype>(count, errorsKept - m_end.errors.size()));
        if (m_failure)
            return;
    }
}

void ProcessCall::takeOutput(const char *data, qsizetype size)
{
    if (m_request.onBytes)
        return m_request.onBytes(QByteArray(data, size));
    if (m_request.onLine)
        return m_lines.take(data, size, m_request.onLine);
    if (m_end.output.size() + size > m_request.outputLimit) {
        return endEarly({Error::Kind::Protocol,
            u"%1 wrote more than %2 bytes"_s.arg(m_request.program).arg(m_request.outputLimit),
            0,
            {},
            {},
            u"output-too-long"_s});
    }
    m_end.output.append(data, size);
}

void ProcessCall::endEarly(const Error &why)
{
    if (m_failure)
        return;
    m_failure = why;
    if (m_pid <= 0)
        return; // it has ended already
    ::kill(-m_pid, SIGTERM);
    QTimer::singleShot(m_request.grace, this, [this] {
        if (m_pid > 0)
            ::kill(-m_pid, SIGKILL);
    });
}

void ProcessCall::finish()
{
    m_ended->setEnabled(false);
    if (m_failure) // what is left of its group
        ::kill(-m_pid, SIGKILL);
    int status = 0;
    while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) { }
    m_pid = 0;
    const bool ended = WIFEXITED(status);
    m_end.exitCode = ended ? WEXITSTATUS(status) : -1;
    m_end.signal = ended ? 0 : WTERMSIG(status);
    // What it has written is in the pipes. Their end may never come: a grandchild can hold them.
    if (!m_failure) {
        read(m_output.number(), true);
        read(m_errors.number(), false);
    }
    m_stop.reset();
    if (m_failure) {
        const QString said = QString::fromUtf8(m_end.errors.trimmed().right(512));
        if (!said.isEmpty())
            m_failure->detail += u": "_s + said;
        return answer(failure(*m_failure));
    }
    if (m_request.onLine)
        m_lines.finish(m_request.onLine);
    answer(std::move(m_end));
}
} // namespace

Pending<ProcessEnd> runProcess(IoThread &thread, ProcessRequest request, std::stop_token stop)
{
    const Promise<ProcessEnd> promise;
    thread.post([&thread, request = std::move(request), promise, stop = std::move(stop)] {
        auto *call = new ProcessCall(request, promise, thread.context());
        call->begin(thread, stop);
    });
    return promise.pending();
}
