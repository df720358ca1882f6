#pragma once

#include "core/pool.h"
#include "servers/sshquestion.h"

class CtlOutput;

// Asks at the terminal of this program what ssh wants to know, with ssh's words as a quote. What is
// secret is typed unseen.
class TerminalAsker
{
public:
    explicit TerminalAsker(CtlOutput &out)
        : m_out(out)
    {
    }
    // Empty when there is no terminal, or when a script reads.
    [[nodiscard]] SshAsker asker();

private:
    [[nodiscard]] Result<Secret> ask(const SshQuestion &question, const std::stop_token &moot);

    CtlOutput &m_out;
    Pool m_pool;
};
