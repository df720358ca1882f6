#include "app/ctl/terminalasker.h"

#include "app/ctl/output.h"
#include "app/ctl/text.h"
#include "core/descriptor.h"
#include "models/wordsservers.h"

#include <array>
#include <fcntl.h>
#include <poll.h>
#include <termios.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int lookAgain = 100; // ms, between two looks at the token
constexpr qsizetype longestAnswer = 1024;

// What is typed is not shown while this lives.
class UnseenTyping
{
public:
    explicit UnseenTyping(int terminal)
        : m_terminal(terminal)
        , m_known(::tcgetattr(terminal, &m_before) == 0)
    {
        termios unseen = m_before;
        unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (m_known)
            ::tcsetattr(terminal, TCSAFLUSH, &unseen);
    }
    ~UnseenTyping()
    {
        if (m_known)
            ::tcsetattr(m_terminal, TCSAFLUSH, &m_before);
    }
    Q_DISABLE_COPY_MOVE(UnseenTyping)

private:
    int m_terminal;
    termios m_before{};
    bool m_known;
};

Result<QByteArray> readTyped(int terminal, const std::stop_token &moot)
{
    QByteArray typed;
    while (!typed.contains('\n') && typed.size() < longestAnswer) {
        if (moot.stop_requested())
            return failure(Error::Kind::Cancelled, u"nobody waits for the answer"_s);
        pollfd waited{terminal, POLLIN, 0};
        if (::poll(&waited, 1, lookAgain) <= 0)
            continue;
        std::array<char, 256> bytes{};
        const ssize_t count = ::read(terminal, bytes.data(), bytes.size());
        if (count <= 0)
            return failure(Error::Kind::Cancelled, u"the terminal was closed"_s);
        typed.append(bytes.data(), count);
    }
    return typed.left(typed.indexOf('\n'));
}

bool isSeen(SshQuestion::Kind kind)
{
    using Kind = SshQuestion::Kind;
    return kind == Kind::HostKey || kind == Kind::Confirm;
}
} // namespace

SshAsker TerminalAsker::asker()
{
    if (m_out.isJson() || ::isatty(STDIN_FILENO) == 0)
        return {};
    return [this](const SshQuestion &question, std::stop_token moot) {
        return m_pool.run<Secret>(
            [this, question, moot](std::stop_token) { return ask(question, moot); });
    };
}

Result<Secret> TerminalAsker::ask(const SshQuestion &question, const std::stop_token &moot)
{
    const Descriptor terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY));
    if (!terminal.isOpen())
        return failure(Error::Kind::Cancelled, u"there is no terminal"_s);
    m_out.aside(WordsServers::question(question));
    for (const QString &line : question.words)
        m_out.aside(u"  │ "_s + line);
    if (isSeen(question.kind))
        m_out.aside(CtlText::tr("Type “yes” or “no”."));
    const std::optional<UnseenTyping> unseen = isSeen(question.kind)
        ? std::nullopt
        : std::optional<UnseenTyping>(std::in_place, terminal.number());
    Result<QByteArray> typed = readTyped(terminal.number(), moot);
    if (!typed)
        return failure(typed.error());
    const QByteArray yes = CtlText::tr("yes", "typed at a terminal").toUtf8();
    if (isSeen(question.kind))
        return *typed == yes || *typed == "yes" ? Result<Secret>(Secret("yes"))
                                                : failure(Error::Kind::Cancelled, u"declined"_s);
    return Secret(std::move(*typed));
}
