#include "deploy/logfollower.h"

#include "core/log.h"
#include "core/sanitise.h"
#include "fly/flyclient.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr Clock::Duration pollEvery = 1s; // fly-io.md 7.1
constexpr Clock::Duration afterError = 4s;
constexpr Clock::Duration settleLimit = 4s;
constexpr Clock::Duration settleStep = 250ms;
} // namespace

LogFollower::LogFollower(FlyClient &fly,
    Journal &journal,
    Clock &clock,
    AppName app,
    DeploymentId deployment,
    int attempt,
    Sink sink)
    : m_fly(fly)
    , m_journal(journal)
    , m_clock(clock)
    , m_app(std::move(app))
    , m_deployment(std::move(deployment))
    , m_attempt(attempt)
    , m_sink(std::move(sink))
    , m_since(clock.wallNow())
    , m_thread(clock)
{
    // The token is a time in nanoseconds: the log is read from the start of the attempt.
    m_token = QString::number(m_since.toMSecsSinceEpoch() * 1'000'000);
    m_thread.start([this](const std::stop_token &stop) { run(stop); });
}

LogFollower::~LogFollower() = default;

void LogFollower::settle()
{
    const Clock::Duration deadline = m_clock.now() + settleLimit;
    const int before = m_emptyPages;
    while (!m_ended && m_emptyPages < before + 2 && m_clock.now() < deadline)
        m_clock.sleepFor(settleStep, {});
}

void LogFollower::run(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        if (!poll(stop))
            break;
    }
    m_ended = true;
}

bool LogFollower::poll(const std::stop_token &stop)
{
    CallContext context;
    context.stop = stop;
    const Result<LogPage> page = m_fly.logs(m_app, m_token, {}, context);
    if (!page) {
        switch (page.error().kind) {
        case Error::Kind::Unauthorised:
        case Error::Kind::Forbidden:
        case Error::Kind::NotFound:
        case Error::Kind::Rejected:
            Log::area("deploy")->warn("log not readable: app={} {}",
                m_app.value.toStdString(),
                page.error().detail.toStdString());
            return false;
        default:
            return m_clock.sleepFor(afterError, stop);
        }
    }
    if (!page->nextToken.isEmpty())
        m_token = page->nextToken;
    if (page->lines.isEmpty())
        ++m_emptyPages;
    else
        keep(page->lines);
    return m_clock.sleepFor(pollEvery, stop);
}

void LogFollower::keep(QList<LogLine> lines)
{
    for (LogLine &line : lines) {
        line.text = Redact::text(Sanitise::line(line.text));
        line.attempt = m_attempt;
    }
    // A log that cannot be kept is still shown; the deployment does not stop for it.
    if (const Result<void> kept = m_journal.appendLog(m_deployment, lines); !kept)
        Log::area("deploy")->warn("log not kept: {}", kept.error().detail.toStdString());
    if (m_sink)
        m_sink(lines);
}
