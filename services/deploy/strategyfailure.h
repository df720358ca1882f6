#pragma once

#include "core/result.h"
#include "types/phase.h"

#include <mutex>
#include <optional>

// The first real error of many lanes: what people ask about. A cancel is the run's own doing and
// gives way to it. Thread-safe.
class FirstFailure
{
public:
    struct What
    {
        Step step = Step::UpdateMachine;
        QString lane;
        Error error;
    };

    void add(Step step, const QString &lane, const Error &error)
    {
        const std::lock_guard lock(m_mutex);
        const bool real = error.kind != Error::Kind::Cancelled;
        if (!m_first || (real && m_first->error.kind == Error::Kind::Cancelled))
            m_first = What{step, lane, error};
    }
    [[nodiscard]] std::optional<What> get() const
    {
        const std::lock_guard lock(m_mutex);
        return m_first;
    }

private:
    mutable std::mutex m_mutex;
    std::optional<What> m_first;
};
