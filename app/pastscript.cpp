#include "app/pastscript.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;
using What = events::Intent::What;

PastScript::PastScript(
    const PastApp &app, const PastDeployment &past, const PastPlan::Circumstances &given)
    : m_app(app)
    , m_past(past)
    , m_circumstances(app, past, given)
    , m_plan(m_circumstances.plan())
{
    m_end.reported = past.reported;
}

void PastScript::play()
{
    // Run by a console on another computer, which is long gone.
    const ProcessIdentity owner{u"workstation"_s, {}, 4000 + m_past.number, u"atalaya"_s};
    put(0, events::AttemptStarted{m_plan, owner});
    for (const PastStep &step : m_past.steps)
        playStep(step);
    end();
}

void PastScript::playStep(const PastStep &step)
{
    using Player = void (PastScript::*)(const PastStep &);
    static const QHash<QString, Player> players{
        {u"survey"_s, &PastScript::survey},
        {u"build"_s, &PastScript::build},
        {u"push"_s, &PastScript::push},
        {u"leases"_s, &PastScript::leases},
        {u"create-release"_s, &PastScript::createRelease},
        {u"release-command"_s, &PastScript::releaseCommand},
        {u"update"_s, &PastScript::update},
        {u"labels"_s, &PastScript::labels},
        {u"cancelled-update"_s, &PastScript::cancelledUpdate},
        {u"release-leases"_s, &PastScript::releaseLeases},
        {u"verify"_s, &PastScript::verify},
        {u"close-release"_s, &PastScript::closeRelease},
    };
    if (const Player player = players.value(step.what, nullptr))
        (this->*player)(step);
    else if (step.what == "check-plan"_L1)
        close(step.at + step.length, open(step.at, {Phase::Preflight, Step::CheckPlan}));
    else if (step.what == "reuse-image"_L1)
        skip(step.at, {Phase::Build, Step::ResolveImage}, PlanReason::ImageExists, {m_plan.image});
    else if (step.what == "skip-release-command"_L1)
        skip(step.at, {Phase::Migrate, Step::ReleaseCommand}, PlanReason::NoReleaseCommand);
}

QString PastScript::made(const QString &what)
{
    static constexpr char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const QString seed = u"%1 %2 %3"_s.arg(m_past.id.value, what).arg(++m_made);
    const QByteArray hash = QCryptographicHash::hash(seed.toUtf8(), QCryptographicHash::Sha256);
    QString id = m_past.id.value.left(6);
    for (int i = 0; i < 20; ++i)
        id += QLatin1Char(digits[hash[i] & 31]);
    return id;
}

QString PastScript::appPath(const QString &rest) const
{
    return u"/v1/apps/%1%2"_s.arg(m_app.app.value, rest);
}

QString PastScript::machinePath(const QString &machine, const QString &rest) const
{
    return appPath(u"/machines/%1%2"_s.arg(machine, rest));
}

events::SpanStarted PastScript::span(const Place &place)
{
    events::SpanStarted started;
    started.span = SpanId{++m_spans};
    started.parent = place.parent;
    started.phase = place.phase;
    started.step = place.step;
    started.segment = place.segment;
    started.lane = place.lane;
    started.title = place.title;
    started.usual = m_circumstances.usual(place.step, place.segment);
    return started;
}

SpanId PastScript::open(double at, const Place &place)
{
    const events::SpanStarted started = span(place);
    put(at, started);
    return started.span;
}

void PastScript::close(double at, SpanId span, const std::optional<Error> &error)
{
    Outcome outcome = Outcome::Succeeded;
    if (error)
        outcome = error->kind == Error::Kind::Cancelled ? Outcome::Cancelled : Outcome::Failed;
    put(at, events::SpanEnded{span, outcome, error});
}

void PastScript::skip(double at, const Place &place, PlanReason reason, const QStringList &args)
{
    put(at, events::SpanSkipped{span(place), reason, args});
}

void PastScript::note(double at, SpanId span, Note note, const QStringList &args)
{
    put(at, events::SpanNoted{span, note, args});
}

void PastScript::request(SpanId span, const Request &request)
{
    const QString id = u"%1-%2"_s.arg(made(u"request"_s), m_app.region);
    const std::chrono::milliseconds took(qint64(request.took * 1000));
    put(request.at, events::SpanRequest{span, request.method, request.path, 200, id, took});
}

void PastScript::intend(
    double at, double until, SpanId span, What what, const QString &machine, const QString &detail)
{
    const QString id = made(u"intent"_s);
    put(at, events::Intent{id, what, span, MachineId(machine), detail});
    put(until, events::IntentDone{id, Outcome::Succeeded});
}

void PastScript::say(double at,
    LogLine::Source source,
    const QString &lane,
    const QString &text,
    const QString &level)
{
    m_log.append({m_circumstances.time(at), source, lane, level, text, 1});
}

void PastScript::sayLines(
    double at, double until, const QString &lines, LogLine::Source source, const QString &lane)
{
    const QList<PastLine> all = m_app.logs.value(lines);
    for (const PastLine &line : all) {
        if (at + line.at <= until)
            say(at + line.at, source, lane, line.text, line.level);
    }
}

void PastScript::failedAt(Step step, const QString &lane, const Error &error)
{
    m_end.failedStep = step;
    m_end.failedLane = lane;
    m_end.error = error;
}

void PastScript::end()
{
    for (const PlannedMachine &machine : m_plan.machines) {
        const bool changed =
            std::any_of(m_timed.cbegin(), m_timed.cend(), [&machine](const Timed &timed) {
                const auto *updated = std::get_if<events::MachineUpdated>(&timed.body);
                return updated && updated->machine == machine.id;
            });
        (changed ? m_end.changed : m_end.unchanged).append(machine.id);
    }
    put(m_past.ends, m_end);
    put(m_past.ends, events::VerdictReached{m_circumstances.verdict(m_plan, m_lookedAt)});
}

QList<DeployEvent> PastScript::events() const
{
    QList<Timed> timed = m_timed;
    std::stable_sort(
        timed.begin(), timed.end(), [](const Timed &a, const Timed &b) { return a.at < b.at; });
    QList<DeployEvent> events;
    for (const Timed &one : std::as_const(timed)) {
        events.append({1, m_past.id, events.size() + 1, 1, m_circumstances.time(one.at), one.body});
    }
    return events;
}

QList<LogLine> PastScript::log() const
{
    QList<LogLine> log = m_log;
    std::stable_sort(
        log.begin(), log.end(), [](const LogLine &a, const LogLine &b) { return a.at < b.at; });
    return log;
}
