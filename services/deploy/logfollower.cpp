#include "deploy/logfollower.h"

#include "core/log.h"
#include "core/sanitise.h"
#include "fly/flyclient.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr Clock::Duration shortestRest = 1s; // fly-io.md 7.1
constexpr Clock::Duration quietRest = 5s; // while next to nothing is said
constexpr qsizetype muchSaid = 3; // lines of a page
constexpr Clock::Duration afterError = 4s;
constexpr std::chrono::milliseconds lateFirstPage = 5s;
constexpr Clock::Duration settleLimit = 4s;
constexpr Clock::Duration settleStep = 500ms;
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
    , m_since(fly.platformNow())
    , m_thread(clock)
{
    m_thread.start([this](const std::stop_token &stop) { run(stop); });
}

LogFollower::~LogFollower() = default;

void LogFollower::settle()
{
    const Clock::Duration deadline = m_clock.now() + settleLimit;
    const int before = m_emptyPages;
    m_settling = true;
    while (!m_ended && m_emptyPages < before + 2 && m_clock.now() < deadline)
        m_clock.sleepFor(settleStep, {});
    m_settling = false;
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
    // The first page is the log before the attempt, and where to read on: the token is a time of
    // the platform's clock, which ours may differ from.
    QList<LogLine> lines = page->lines;
    if (!std::exchange(m_begun, true)) {
        const bool late = m_since.msecsTo(m_fly.platformNow()) > lateFirstPage.count();
        lines.removeIf([&](const LogLine &line) { return !late || line.at < m_since; });
    }
    if (!page->nextToken.isEmpty())
        m_token = page->nextToken;
    m_rest = lines.size() >= muchSaid ? shortestRest : std::min(m_rest * 2, quietRest);
    if (lines.isEmpty())
        ++m_emptyPages;
    else
        keep(lines);
    return rest(stop);
}

// Until the next page is due, or somebody waits for what has been told.
bool LogFollower::rest(const std::stop_token &stop)
{
    const Clock::Duration due = m_clock.now() + m_rest;
    do {
        if (!m_clock.sleepFor(settleStep, stop))
            return false;
    } while (!m_settling && m_clock.now() < due);
    return true;
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
