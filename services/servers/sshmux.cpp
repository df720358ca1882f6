#include "servers/sshmux.h"

#include "core/linecutter.h"
#include "servers/localsocket.h"
#include "servers/muxwire.h"
#include "servers/ssherrors.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <functional>
#include <limits>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace {
using MuxTime = std::chrono::steady_clock;

constexpr std::chrono::seconds masterPatience{10}; // for what the master answers by itself
constexpr qsizetype muxErrorsKept = 64 * 1024;
constexpr quint32 noEscape = 0xffffffff;
constexpr quint32 requestNumber = 1;

Error muxError(SshCause cause, const QString &detail)
{
    return sshErrorOf({cause, {}, false}, detail);
}

int millisecondsUntil(MuxTime::time_point deadline)
{
    if (deadline == MuxTime::time_point::max())
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - MuxTime::now());
    return int(std::clamp<qint64>(left.count(), 0, std::numeric_limits<int>::max()));
}

// The greeting that both sides begin with.
Result<Descriptor> greet(const QString &path)
{
    Result<Descriptor> control = LocalSocket::connectTo(path);
    if (!control)
        return control;
    QByteArray hello;
    MuxWire::putNumber(hello, MuxWire::Hello);
    MuxWire::putNumber(hello, MuxWire::version);
    if (!MuxWire::send(control->number(), hello))
        return failure(muxError(SshCause::MasterGone, u"the master hung up"_s));
    return control;
}

// One question to the master and its answer; no session.
Result<QByteArray> askMaster(const QString &path, quint32 type)
{
    const Result<Descriptor> control = greet(path);
    if (!control)
        return failure(control.error());
    QByteArray question;
    MuxWire::putNumber(question, type);
    MuxWire::putNumber(question, requestNumber);
    if (!MuxWire::send(control->number(), question))
        return failure(muxError(SshCause::MasterGone, u"the master hung up"_s));
    MuxWire::Inbox inbox;
    const MuxTime::time_point deadline = MuxTime::now() + masterPatience;
    while (true) {
        QByteArray message;
        while (inbox.take(message)) {
            if (MuxWire::Reader(message).number() != MuxWire::Hello)
                return message;
        }
        pollfd waited{control->number(), POLLIN, 0};
        if (::poll(&waited, 1, millisecondsUntil(deadline)) == 0)
            return failure(Error::Kind::Timeout, u"the ssh master does not answer"_s);
        if (inbox.isBroken() || !inbox.receive(control->number()))
            return failure(muxError(SshCause::MasterGone, u"the master hung up"_s));
    }
}

class MuxSession
{
public:
    MuxSession(const SshCommand &command, const std::stop_token &stop)
        : m_command(command)
        , m_stopped(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
        , m_wake(stop, [number = m_stopped.number()] { ::eventfd_write(number, 1); })
        , m_toWrite(command.secretInput.reveal() + command.input)
        , m_deadline(command.timeout.count() > 0 ? MuxTime::now() + command.timeout
                                                 : MuxTime::time_point::max())
    {
    }
    ~MuxSession() { m_toWrite.fill('\0'); }
    Q_DISABLE_COPY_MOVE(MuxSession)

    Result<SshEnd> run(const QString &path);

private:
    enum Waited : std::size_t
    {
        Control,
        Stop,
        Input,
        Output,
        Errors,
        WaitedCount
    };

    Result<void> open(const QString &path);
    [[nodiscard]] bool isOver() const
    {
        return (m_exited || !m_control.isOpen()) && !m_output.isOpen() && !m_errors.isOpen();
    }
    Result<void> step();
    Result<void> hear();
    Result<void> understand(const QByteArray &message);
    void feed();
    Result<void> read(Descriptor &from, bool isOutput);

    const SshCommand &m_command;
    Descriptor m_stopped;
    std::stop_callback<std::function<void()>> m_wake;
    QByteArray m_toWrite;
    qsizetype m_written = 0;
    const MuxTime::time_point m_deadline;
    Descriptor m_control;
    Descriptor m_input;
    Descriptor m_output;
    Descriptor m_errors;
    MuxWire::Inbox m_inbox;
    LineCutter m_lines;
    bool m_opened = false;
    bool m_exited = false;
    SshEnd m_end{-1, {}, {}};
};

Result<void> MuxSession::open(const QString &path)
{
    Result<Descriptor> control = greet(path);
    if (!control)
        return failure(control.error());
    m_control = std::move(*control);
    // A pair of sockets, because a pipe whose reader is gone would end us by a signal.
    std::array<int, 2> input{};
    std::array<int, 2> output{};
    std::array<int, 2> errors{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, input.data()) != 0)
        return failure(Error::Kind::Process, qt_error_string(errno));
    m_input = Descriptor(input[0]);
    const Descriptor itsInput(input[1]);
    if (::pipe2(output.data(), O_CLOEXEC) != 0)
        return failure(Error::Kind::Process, qt_error_string(errno));
    m_output = Descriptor(output[0]);
    const Descriptor itsOutput(output[1]);
    if (::pipe2(errors.data(), O_CLOEXEC) != 0)
        return failure(Error::Kind::Process, qt_error_string(errno));
    m_errors = Descriptor(errors[0]);
    const Descriptor itsErrors(errors[1]);
    for (const Descriptor *end : {&m_output, &m_errors})
        ::fcntl(end->number(), F_SETFL, O_NONBLOCK);

    QByteArray request;
    for (const quint32 number : {quint32(MuxWire::NewSession), requestNumber})
        MuxWire::putNumber(request, number);
    MuxWire::putText(request, {}); // reserved
    for (const quint32 number : {0U, 0U, 0U, 0U, noEscape}) // terminal, X11, agent, subsystem
        MuxWire::putNumber(request, number);
    MuxWire::putText(request, "dumb");
    MuxWire::putText(request, m_command.line);
    bool sent = MuxWire::send(m_control.number(), request);
    for (const Descriptor *end : {&itsInput, &itsOutput, &itsErrors})
        sent = sent && MuxWire::sendDescriptor(m_control.number(), end->number());
    if (!sent)
        return failure(muxError(SshCause::MasterGone, u"the master hung up"_s));
    return {};
}

Result<void> MuxSession::understand(const QByteArray &message)
{
    MuxWire::Reader reader(message);
    const quint32 type = reader.number();
    reader.number(); // of the request, or of the session
    switch (type) {
    case MuxWire::SessionOpened:
        m_opened = true;
        return {};
    case MuxWire::ExitMessage:
        m_end.exitCode = int(reader.number());
        m_exited = true;
        return {};
    case MuxWire::PermissionDenied:
    case MuxWire::Failure: {
        const QString reason = QString::fromUtf8(reader.text());
        return failure(muxError(SshCause::SessionsExceeded, reason));
    }
    default:
        return {}; // the greeting, and what newer masters may tell
    }
}

Result<void> MuxSession::hear()
{
    const bool open = m_inbox.receive(m_control.number());
    QByteArray message;
    while (m_inbox.take(message)) {
        if (const Result<void> understood = understand(message); !understood)
            return understood;
    }
    if (m_inbox.isBroken())
        return failure(Error::Kind::Protocol, u"the ssh master sent no message of its protocol"_s);
    if (!open)
        m_control.reset();
    return {};
}

void MuxSession::feed()
{
    while (m_written < m_toWrite.size()) {
        const ssize_t count = ::send(m_input.number(),
            m_toWrite.constData() + m_written,
            size_t(m_toWrite.size() - m_written),
            MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0 && errno == EAGAIN)
            return;
        if (count < 0)
            break; // it does not want the rest
        m_written += count;
    }
    m_input.reset();
}

Result<void> MuxSession::read(Descriptor &from, bool isOutput)
{
    std::array<char, 32 * 1024> bytes{};
    const ssize_t count = ::read(from.number(), bytes.data(), bytes.size());
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return {};
    if (count <= 0) {
        from.reset();
        return {};
    }
    if (!isOutput)
        m_end.errors.append(
            bytes.data(), std::clamp<qsizetype>(muxErrorsKept - m_end.errors.size(), 0, count));
    else if (m_command.onBytes)
        m_command.onBytes(QByteArray(bytes.data(), count));
    else if (m_command.onLine)
        m_lines.take(bytes.data(), count, m_command.onLine);
    else if (m_end.output.size() + count > m_command.outputLimit)
        return failure(Error::Kind::Protocol,
            u"the command wrote more than %1 bytes"_s.arg(m_command.outputLimit));
    else
        m_end.output.append(bytes.data(), count);
    return {};
}

Result<void> MuxSession::step()
{
    std::array<pollfd, WaitedCount> waited{{
        {m_control.number(), POLLIN, 0},
        {m_stopped.number(), POLLIN, 0},
        {m_opened ? m_input.number() : -1, POLLOUT, 0},
        {m_output.number(), POLLIN, 0},
        {m_errors.number(), POLLIN, 0},
    }};
    if (::poll(waited.data(), waited.size(), millisecondsUntil(m_deadline)) < 0)
        return {}; // a signal
    if (waited[Stop].revents != 0)
        return failure(Error::Kind::Cancelled, u"stopped"_s);
    if (MuxTime::now() >= m_deadline)
        return failure(Error::Kind::Timeout,
            u"the command on the server did not end in time: %1"_s.arg(
                QString::fromUtf8(m_end.errors.trimmed().right(512))));
    Result<void> done;
    if (waited[Output].revents != 0)
        done = read(m_output, true);
    if (done && waited[Errors].revents != 0)
        done = read(m_errors, false);
    if (done && waited[Input].revents != 0)
        feed();
    if (done && waited[Control].revents != 0)
        done = hear();
    return done;
}

Result<SshEnd> MuxSession::run(const QString &path)
{
    if (const Result<void> opened = open(path); !opened)
        return failure(opened.error());
    while (!isOver()) {
        if (const Result<void> done = step(); !done)
            return failure(done.error());
    }
    if (m_command.onLine)
        m_lines.finish(m_command.onLine);
    if (m_exited)
        return std::move(m_end);
    if (!m_opened)
        return failure(muxError(SshCause::MasterGone, u"the master ended"_s));
    // The session ended without a word. A command that a signal ended does not say so either.
    if (!SshMux::checkAlive(path))
        return failure(
            muxError(SshCause::ConnectionLost, u"the connection ended while the command ran"_s));
    return std::move(m_end);
}
} // namespace

Result<SshEnd> SshMux::run(
    const QString &socketPath, const SshCommand &command, std::stop_token stop)
{
    if (stop.stop_requested())
        return failure(Error::Kind::Cancelled, u"stopped"_s);
    MuxSession session(command, stop);
    return session.run(socketPath);
}

Result<qint64> SshMux::checkAlive(const QString &socketPath)
{
    const Result<QByteArray> answer = askMaster(socketPath, MuxWire::AliveCheck);
    if (!answer)
        return failure(answer.error());
    MuxWire::Reader reader(*answer);
    if (reader.number() != MuxWire::Alive)
        return failure(Error::Kind::Protocol, u"the ssh master does not say that it lives"_s);
    reader.number();
    return qint64(reader.number());
}

Result<void> SshMux::stopListening(const QString &socketPath)
{
    const Result<QByteArray> answer = askMaster(socketPath, MuxWire::StopListening);
    if (!answer)
        return failure(answer.error());
    if (MuxWire::Reader(*answer).number() != MuxWire::Ok)
        return failure(Error::Kind::Rejected, u"the ssh master goes on listening"_s);
    return {};
}
