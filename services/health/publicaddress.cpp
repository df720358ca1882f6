#include "health/publicaddress.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {
QString checkPath(const QJsonObject &service)
{
    for (const QJsonValue &value : service.value("checks"_L1).toArray()) {
        const QJsonObject check = value.toObject();
        const QString method = check.value("method"_L1).toString(u"GET"_s);
        const QString path = check.value("path"_L1).toString();
        if (check.value("type"_L1) == u"http"_s && method.toUpper() == "GET"_L1
            && path.startsWith(u'/'))
            return path;
    }
    return u"/"_s;
}

bool offers(const QJsonObject &service, int number, const QStringList &handlers)
{
    for (const QJsonValue &value : service.value("ports"_L1).toArray()) {
        const QJsonObject port = value.toObject();
        const QJsonArray has = port.value("handlers"_L1).toArray();
        bool all = port.value("port"_L1).toInt() == number;
        for (const QString &handler : handlers)
            all = all && has.contains(handler);
        if (all)
            return true;
    }
    return false;
}
} // namespace

std::optional<QUrl> publicAddress(const AppName &app, const QList<MachineConfig> &machines)
{
    std::optional<QUrl> plain;
    for (const MachineConfig &config : machines) {
        const QJsonArray services =
            QJsonDocument::fromJson(config.document).object().value("services"_L1).toArray();
        for (const QJsonValue &value : services) {
            const QJsonObject service = value.toObject();
            QUrl url;
            url.setHost(app.value + u".fly.dev"_s);
            url.setPath(checkPath(service));
            url.setScheme(u"https"_s);
            if (offers(service, 443, {u"tls"_s, u"http"_s}))
                return url;
            url.setScheme(u"http"_s);
            if (!plain && offers(service, 80, {u"http"_s}))
                plain = url;
        }
    }
    return plain;
}
