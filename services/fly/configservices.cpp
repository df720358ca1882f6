#include "fly/configservices.h"

using namespace Qt::StringLiterals;

namespace {
void copy(const QJsonObject &from, QJsonObject &to, std::initializer_list<QLatin1String> keys)
{
    for (const QLatin1String key : keys) {
        if (from.contains(key))
            to.insert(key, from.value(key));
    }
}

void insertIfSet(QJsonObject &to, QLatin1String key, const QJsonValue &value)
{
    if (!value.isUndefined() && !value.isNull())
        to.insert(key, value);
}

// Headers are a table of texts or a list of {name, value}; the wire has lists of values.
QJsonArray checkHeaders(const QJsonValue &headers)
{
    QJsonArray converted;
    const auto add = [&converted](const QString &name, const QJsonValue &value) {
        const QJsonArray values = value.isArray() ? value.toArray() : QJsonArray{value};
        converted.append(QJsonObject{{u"name"_s, name}, {u"values"_s, values}});
    };
    const QJsonObject table = headers.toObject();
    for (auto entry = table.begin(); entry != table.end(); ++entry)
        add(entry.key(), entry.value());
    for (const QJsonValue &entry : headers.toArray()) {
        const QJsonObject header = entry.toObject();
        add(header.value("name"_L1).toString(),
            header.contains("values"_L1) ? header.value("values"_L1) : header.value("value"_L1));
    }
    return converted;
}

QJsonObject checkOf(const QJsonObject &from, const QString &type)
{
    QJsonObject check{{u"type"_s, type}};
    copy(from, check, {"interval"_L1, "timeout"_L1, "grace_period"_L1});
    if (type == "http"_L1) {
        copy(from,
            check,
            {"method"_L1, "path"_L1, "protocol"_L1, "tls_skip_verify"_L1, "tls_server_name"_L1});
        if (const QJsonArray headers = checkHeaders(from.value("headers"_L1)); !headers.isEmpty())
            check.insert("headers"_L1, headers);
    }
    return check;
}

// flyctl writes false, true and "suspend".
QJsonValue autostop(const QJsonValue &value)
{
    if (!value.isString())
        return value;
    const QString text = value.toString();
    if (text == "off"_L1)
        return false;
    if (text == "stop"_L1)
        return true;
    return text;
}

QJsonObject serviceOf(const QJsonObject &from)
{
    QJsonObject service{{u"protocol"_s, from.value("protocol"_L1)},
        {u"internal_port"_s, from.value("internal_port"_L1)},
        {u"force_instance_key"_s, QJsonValue::Null}};
    if (from.value("protocol"_L1).toString().isEmpty())
        service.remove("protocol"_L1); // the platform knows what that means
    insertIfSet(service, "autostop"_L1, autostop(from.value("auto_stop_machines"_L1)));
    insertIfSet(service, "autostart"_L1, from.value("auto_start_machines"_L1));
    copy(from, service, {"min_machines_running"_L1, "ports"_L1, "concurrency"_L1});
    QJsonArray checks;
    for (const QJsonValue &check : from.value("tcp_checks"_L1).toArray())
        checks.append(checkOf(check.toObject(), u"tcp"_s));
    for (const QJsonValue &check : from.value("http_checks"_L1).toArray())
        checks.append(checkOf(check.toObject(), u"http"_s));
    if (!checks.isEmpty())
        service.insert("checks"_L1, checks);
    return service;
}

QJsonObject httpServiceAsService(QJsonObject http)
{
    QJsonObject plain{{u"port"_s, 80}, {u"handlers"_s, QJsonArray{u"http"_s}}};
    QJsonObject secure{{u"port"_s, 443}, {u"handlers"_s, QJsonArray{u"http"_s, u"tls"_s}}};
    if (http.value("force_https"_L1).toBool())
        plain.insert("force_https"_L1, true);
    copy(http, plain, {"http_options"_L1});
    copy(http, secure, {"http_options"_L1, "tls_options"_L1});
    http.insert("protocol"_L1, u"tcp"_s);
    http.insert("ports"_L1, QJsonArray{plain, secure});
    http.insert("http_checks"_L1, http.take("checks"_L1));
    return http;
}
} // namespace

bool appliesTo(const QJsonObject &entry, const QString &group, const QString &defaultGroup)
{
    const QJsonArray processes = entry.value("processes"_L1).toArray();
    return processes.isEmpty() ? group == defaultGroup : processes.contains(group);
}

QJsonArray servicesFor(const QJsonObject &toml, const QString &group, const QString &defaultGroup)
{
    QJsonArray services;
    const QJsonObject http = toml.value("http_service"_L1).toObject();
    if (!http.isEmpty() && appliesTo(http, group, defaultGroup))
        services.append(serviceOf(httpServiceAsService(http)));
    for (const QJsonValue &service : toml.value("services"_L1).toArray()) {
        if (appliesTo(service.toObject(), group, defaultGroup))
            services.append(serviceOf(service.toObject()));
    }
    return services;
}

Result<QJsonObject> checksFor(
    const QJsonObject &toml, const QString &group, const QString &defaultGroup)
{
    QJsonObject converted;
    const QJsonObject checks = toml.value("checks"_L1).toObject();
    for (auto entry = checks.begin(); entry != checks.end(); ++entry) {
        const QJsonObject from = entry.value().toObject();
        if (!appliesTo(from, group, defaultGroup))
            continue;
        const QString path = QString(u"checks."_s + entry.key());
        const QString type = from.value("type"_L1).toString();
        if (type != "http"_L1 && type != "tcp"_L1)
            return failure(Error::Kind::InvalidInput, u"%1.type: must be http or tcp"_s.arg(path));
        QJsonObject check = checkOf(from, type);
        if (check.contains("method"_L1))
            check.insert("method"_L1, check.value("method"_L1).toString().toUpper());
        QJsonValue port = from.value("port"_L1);
        if (port.isUndefined())
            port = toml.value("http_service"_L1).toObject().value("internal_port"_L1);
        if (!port.isDouble())
            return failure(Error::Kind::InvalidInput, u"%1.port: missing"_s.arg(path));
        check.insert("port"_L1, port);
        copy(from, check, {"kind"_L1});
        converted.insert(entry.key(), check);
    }
    return converted;
}
