#include "fly/incidents.h"

#include "core/sanitise.h"
#include "fly/flyjson.h"
#include "fly/wirereader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestName = 200;
constexpr std::chrono::milliseconds patience{5'000}; // nobody waits for news of a slow page

Result<Incident> incidentFromJson(const QJsonValue &json, const QString &path)
{
    std::optional<Error> problem;
    WireReader reader(json, path, problem);
    Incident incident;
    incident.id = reader.required("id"_L1);
    incident.name = Sanitise::line(reader.required("name"_L1)).left(longestName);
    incident.status = Sanitise::line(reader.text("status"_L1)).left(longestName);
    incident.impact = Sanitise::line(reader.text("impact"_L1)).left(longestName);
    if (problem)
        return failure(*problem);
    return incident;
}
} // namespace

Result<QList<Incident>> incidentsFromJson(const QJsonValue &json)
{
    return listFromJson<Incident>(
        json.toObject().value("incidents"_L1), u"incidents"_s, incidentFromJson);
}

Result<QList<Incident>> readIncidents(
    HttpTransport &transport, const QUrl &page, std::stop_token stop)
{
    HttpRequest request;
    request.url = page;
    request.timeout = patience;
    const Result<HttpResponse> answer = transport.perform(request, std::move(stop));
    if (!answer)
        return failure(answer.error());
    if (answer->status != 200)
        return failure(
            Error::Kind::Unavailable, u"the status page answered %1"_s.arg(answer->status));
    return incidentsFromJson(QJsonDocument::fromJson(answer->body).object());
}
