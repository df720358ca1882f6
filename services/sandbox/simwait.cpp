#include "sandbox/simcore.h"

using namespace Qt::StringLiterals;

namespace {
constexpr int longestWait = 60; // seconds: the edge proxy cuts what takes longer

bool isSettled(const QString &state)
{
    static const QStringList settled{
        u"created"_s, u"started"_s, u"stopped"_s, u"suspended"_s, u"failed"_s, u"destroyed"_s};
    return settled.contains(state);
}
} // namespace

SimAnswer SimCore::waitRoute(const SimCall &call, SimApp &app, SimMachine &machine)
{
    static const QStringList known{
        u"started"_s, u"stopped"_s, u"suspended"_s, u"destroyed"_s, u"failed"_s, u"settled"_s};
    const QUrlQuery &query = call.request.query;
    QStringList states;
    for (const QString &value : query.allQueryItemValues(u"state"_s, QUrl::FullyDecoded))
        states += value.split(u',', Qt::SkipEmptyParts);
    if (states.isEmpty())
        states.append(u"started"_s);
    for (const QString &state : states) {
        if (!known.contains(state))
            return error(400, u"invalid state: "_s + state);
    }
    QString timeoutText = query.queryItemValue(u"timeout"_s);
    if (timeoutText.endsWith(u's'))
        timeoutText.chop(1);
    bool ok = true;
    const double seconds = timeoutText.isEmpty() ? longestWait : timeoutText.toDouble(&ok);
    if (!ok || seconds < 1 || seconds > longestWait)
        return error(400, u"invalid timeout: must be between 1 and 60 seconds"_s);
    if (machine.isGone())
        return notFound(u"machine not found"_s);
    SimHold hold;
    hold.app = app.name;
    hold.machine = machine.id;
    hold.states = states;
    hold.version = query.queryItemValue(u"version"_s);
    if (hold.version.isEmpty())
        hold.version = query.queryItemValue(u"instance_id"_s);
    hold.deadline = s.now + SimTime(qint64(seconds * 1000));
    if (std::optional<SimReply> reply = tryWait(hold))
        return *reply;
    return hold;
}

std::optional<SimReply> SimCore::tryWait(const SimHold &hold)
{
    const SimMachine *subject = machine(hold.app, hold.machine);
    if (!subject)
        return notFound(u"machine not found"_s);
    const bool settled = hold.states.contains(u"settled"_s) && isSettled(subject->state);
    const bool wanted = hold.states.contains(subject->state) || settled;
    const bool sameVersion = hold.version.isEmpty() || hold.version == subject->instanceId;
    if (wanted && sameVersion) {
        const QString event = subject->events.isEmpty() ? QString() : subject->events.first().id;
        return json(200,
            QJsonObject{{u"ok"_s, true},
                {u"state"_s, subject->state},
                {u"version"_s, subject->instanceId},
                {u"event_id"_s, event}});
    }
    if (subject->isGone())
        return notFound(u"machine not found"_s);
    if (s.now < hold.deadline)
        return std::nullopt;
    QString text = u"machine failed to reach desired state, "_s;
    text += hold.states.join(u',');
    text += u", currently "_s;
    text += subject->state;
    return error(408, text);
}
