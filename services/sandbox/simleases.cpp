#include "sandbox/simcore.h"

using namespace Qt::StringLiterals;

namespace {
// The lease endpoint's errors have a shape of their own (fly-io.md 1.6).
SimReply leaseError(int status, const QString &message, const QString &code)
{
    return SimCore::json(
        status, QJsonObject{{u"status"_s, u"error"_s}, {u"message"_s, message}, {u"code"_s, code}});
}
} // namespace

QString SimCore::leaseConflict(const SimMachine &machine, const SimLease &lease) const
{
    QString text = u"machine ID "_s;
    text += machine.id;
    text += u" lease currently held by "_s;
    text += lease.owner;
    text += u", expires at "_s;
    text += wall(lease.expiresAt).toString(Qt::ISODate);
    return text;
}

SimLease &SimCore::grantLease(SimMachine &machine, const QString &owner, SimTime ttl)
{
    machine.lease = SimLease{hex(12), owner, {}, machine.instanceId, m_client, s.now + ttl};
    return *machine.lease;
}

SimReply SimCore::leaseRoute(const SimCall &call, SimMachine &machine)
{
    const QByteArray &method = call.request.method;
    if (machine.isGone() && method != "DELETE")
        return leaseError(404, u"machine not found"_s, u"not_found"_s);
    if (method == "POST")
        return takeLease(call, machine);
    const SimLease *lease = machine.liveLease(s.now);
    if (!lease)
        return leaseError(404, u"lease not found"_s, u"not_found"_s);
    if (method == "GET") {
        return json(200,
            QJsonObject{{u"status"_s, u"success"_s},
                {u"data"_s,
                    QJsonObject{{u"nonce"_s, lease->nonce},
                        {u"expires_at"_s, wallMs(lease->expiresAt) / 1000},
                        {u"owner"_s, lease->owner},
                        {u"description"_s, lease->description},
                        {u"version"_s, lease->version}}}});
    }
    if (lease->nonce != call.nonce())
        return leaseError(409, leaseConflict(machine, *lease), u"invalid"_s);
    machine.lease.reset();
    return json(
        200, QJsonObject{{u"status"_s, u"success"_s}, {u"data"_s, QJsonObject{{u"ok"_s, true}}}});
}

SimReply SimCore::takeLease(const SimCall &call, SimMachine &machine)
{
    const QString inQuery = call.request.query.queryItemValue(u"ttl"_s);
    const int ttl = inQuery.isEmpty() ? call.body.value("ttl"_L1).toInt(60) : inQuery.toInt();
    if (ttl <= 0)
        return leaseError(400, u"invalid ttl"_s, u"invalid"_s);
    const SimLease *held = machine.liveLease(s.now);
    if (held && held->nonce != call.nonce())
        return leaseError(409, leaseConflict(machine, *held), u"invalid"_s);
    // An expired lease cannot be refreshed: a new one is given, and its nonce shows it.
    if (held)
        machine.lease->expiresAt = s.now + std::chrono::seconds(ttl);
    else
        grantLease(machine, call.token->owner, std::chrono::seconds(ttl));
    SimLease &lease = *machine.lease;
    lease.version = machine.instanceId;
    if (call.body.contains("description"_L1))
        lease.description = call.body.value("description"_L1).toString();
    return json(201,
        QJsonObject{{u"status"_s, u"success"_s},
            {u"data"_s,
                QJsonObject{{u"nonce"_s, lease.nonce},
                    {u"expires_at"_s, wallMs(lease.expiresAt) / 1000},
                    {u"owner"_s, lease.owner},
                    {u"description"_s, lease.description},
                    {u"version"_s, lease.version}}}});
}
