#pragma once

#include "app/pastplan.h"
#include "types/deployevent.h"
#include "types/logline.h"

#include <QList>

// Plays one deployment of a history file: the events and log lines that running it would have left,
// with its verdict.
class PastScript
{
public:
    PastScript(
        const PastApp &app, const PastDeployment &past, const PastPlan::Circumstances &given);
    void play(); // once

    [[nodiscard]] QList<DeployEvent> events() const; // numbered, in order of time
    [[nodiscard]] QList<LogLine> log() const; // in order of time

private:
    struct Timed
    {
        double at;
        DeployEventBody body;
    };
    struct Request
    {
        double at;
        QString method;
        QString path;
        double took = 0.09;
    };
    struct Place // of a span
    {
        Phase phase;
        Step step;
        QString lane = {};
        SpanId parent = {};
        Segment segment = Segment::Work;
        QString title = {};
    };

    [[nodiscard]] QString made(const QString &what); // an id, the same at every start
    [[nodiscard]] QString appPath(const QString &rest) const;
    [[nodiscard]] QString machinePath(const QString &machine, const QString &rest) const;

    void put(double at, DeployEventBody body) { m_timed.append({at, std::move(body)}); }
    [[nodiscard]] events::SpanStarted span(const Place &place);
    SpanId open(double at, const Place &place);
    void close(double at, SpanId span, const std::optional<Error> &error = {});
    void skip(double at, const Place &place, PlanReason reason, const QStringList &args = {});
    void note(double at, SpanId span, Note note, const QStringList &args);
    void request(SpanId span, const Request &request);
    void intend(double at,
        double until,
        SpanId span,
        events::Intent::What what,
        const QString &machine,
        const QString &detail);
    void say(double at,
        LogLine::Source source,
        const QString &lane,
        const QString &text,
        const QString &level = QStringLiteral("info"));
    void sayLines(
        double at, double until, const QString &lines, LogLine::Source source, const QString &lane);
    void failedAt(Step step, const QString &lane, const Error &error);

    void playStep(const PastStep &step);
    void survey(const PastStep &step);
    void build(const PastStep &step);
    void push(const PastStep &step);
    void leases(const PastStep &step);
    void createRelease(const PastStep &step);
    void releaseCommand(const PastStep &step);
    void runReleaseMachine(const PastStep &step, SpanId row);
    void update(const PastStep &step);
    void writeUpdate(const PastStep &step, double at, SpanId bar);
    void watchUpdate(const PastStep &step, double pulling, SpanId bar);
    void sayUpdate(const PastStep &step, double pulling);
    void labels(const PastStep &step);
    void cancelledUpdate(const PastStep &step);
    void releaseLeases(const PastStep &step);
    void verify(const PastStep &step);
    void closeRelease(const PastStep &step);
    void end();

    const PastApp &m_app;
    const PastDeployment &m_past;
    const PastPlan m_circumstances;
    const DeployPlan m_plan;
    QList<Timed> m_timed;
    QList<LogLine> m_log;
    QList<MachineId> m_leased;
    qint64 m_spans = 0;
    int m_made = 0;
    double m_lookedAt = 0;
    events::AttemptEnded m_end;
};
