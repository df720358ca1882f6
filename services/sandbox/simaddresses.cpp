#include "sandbox/simcore.h"

using namespace Qt::StringLiterals;

// Addresses of an app (fly-io.md 2.6): from the ranges that the platform uses, made of chance.
QJsonObject SimCore::newAddress(SimApp &app, const QString &type, const QString &region)
{
    QString ip;
    if (type == "v6"_L1)
        ip = QStringList{u"2a09:8280:1:"_s, hex(4), hex(4), u"0"_s}.join(u':');
    else if (type == "private_v6"_L1)
        ip = QStringList{u"fdaa:1:2c4:0:1:"_s, hex(4)}.join(u':');
    else if (type == "v4"_L1 || type == "shared_v4"_L1)
        ip = u"66.241.%1.%2"_s.arg(124 + random() % 2).arg(1 + random() % 250);
    else
        return {};
    const QJsonObject made{{u"ip"_s, ip},
        {u"type"_s, type},
        {u"region"_s, region.isEmpty() ? u"global"_s : region},
        {u"shared"_s, type == "shared_v4"_L1},
        {u"service_name"_s, QString()},
        {u"created_at"_s, stamp(s.now)}};
    app.ips.append(made);
    return made;
}

bool SimCore::removeAddress(SimApp &app, const QString &ip)
{
    for (qsizetype i = 0; i < app.ips.size(); ++i) {
        if (app.ips.at(i).toObject().value("ip"_L1).toString() == ip) {
            app.ips.removeAt(i);
            return true;
        }
    }
    return false;
}

// /v1/apps/{app}/ip_assignments...
SimReply SimCore::addressesRoute(const SimCall &call, SimApp &app)
{
    const QString ip = call.path.value(4);
    if (call.request.method == "GET" && ip.isEmpty())
        return json(200, QJsonObject{{u"ips"_s, app.ips}});
    if (call.request.method == "POST" && ip.isEmpty()) {
        const QJsonObject made = newAddress(
            app, call.body.value("type"_L1).toString(), call.body.value("region"_L1).toString());
        return made.isEmpty() ? error(400, u"invalid ip address type"_s) : json(200, made);
    }
    if (call.request.method == "DELETE" && !ip.isEmpty())
        return removeAddress(app, ip) ? SimReply{204, {}, {}, SimReply::Whole}
                                      : notFound(u"ip address not found"_s);
    return unknownRoute(call);
}
