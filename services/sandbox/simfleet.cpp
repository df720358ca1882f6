#include "sandbox/simfleet.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {
const QStringList &fleetOrganisations()
{
    static const QStringList names{u"norte"_s, u"sur"_s, u"este"_s, u"oeste"_s, u"centro"_s};
    return names;
}

QString fleetAppName(const QString &organisation, int number)
{
    static const QStringList subjects{u"shop"_s,
        u"billing"_s,
        u"search"_s,
        u"mail"_s,
        u"media"_s,
        u"stock"_s,
        u"orders"_s,
        u"reports"_s,
        u"gateway"_s,
        u"chat"_s,
        u"maps"_s,
        u"forms"_s,
        u"agenda"_s,
        u"blog"_s,
        u"docs"_s,
        u"admin"_s,
        u"ledger"_s,
        u"events"_s,
        u"travel"_s,
        u"school"_s};
    static const QStringList kinds{u"web"_s, u"api"_s, u"worker"_s, u"jobs"_s, u"db"_s};
    const qsizetype round = number / (subjects.size() * kinds.size());
    QStringList parts{organisation,
        subjects.at(number / kinds.size() % subjects.size()),
        kinds.at(number % kinds.size())};
    if (round > 0)
        parts.append(QString::number(round + 1));
    return parts.join(u'-');
}

QString fleetHash(const QString &text, qsizetype digits)
{
    const QByteArray sum = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(sum.toHex().left(digits));
}

QJsonObject fleetConfig(const QString &app, const QString &region)
{
    const QJsonObject check{{u"type"_s, u"http"_s},
        {u"interval"_s, u"15s"_s},
        {u"timeout"_s, u"2s"_s},
        {u"grace_period"_s, u"5s"_s},
        {u"method"_s, u"GET"_s},
        {u"path"_s, u"/health"_s}};
    const QJsonObject port{{u"port"_s, 443}, {u"handlers"_s, QJsonArray{u"tls"_s, u"http"_s}}};
    const QJsonObject service{{u"protocol"_s, u"tcp"_s},
        {u"internal_port"_s, 8080},
        {u"autostop"_s, false},
        {u"autostart"_s, true},
        {u"ports"_s, QJsonArray{port}},
        {u"checks"_s, QJsonArray{check}}};
    return {{u"init"_s, QJsonObject()},
        {u"env"_s, QJsonObject{{u"APP"_s, app}, {u"PRIMARY_REGION"_s, region}}},
        {u"guest"_s,
            QJsonObject{{u"cpu_kind"_s, u"shared"_s}, {u"cpus"_s, 1}, {u"memory_mb"_s, 256}}},
        {u"services"_s, QJsonArray{service}},
        {u"restart"_s, QJsonObject{{u"policy"_s, u"on-failure"_s}}}};
}

// One app in 25 had its last deploy fail, one in 20 has its machines asleep.
QJsonArray fleetReleases(const QString &app, int number)
{
    const QString image = u"registry.fly.io/%1:deployment-%2"_s.arg(app);
    const auto release = [&](int version, const QString &status, int daysAgo) {
        const QString label = QString::number(version);
        return QJsonObject{{u"id"_s, fleetHash(app + label, 13)},
            {u"version"_s, version},
            {u"status"_s, status},
            {u"imageRef"_s, image.arg(label)},
            {u"user"_s, u"ops@fleet.test"_s},
            {u"createdSecondsAgo"_s, daysAgo * 86'400}};
    };
    QJsonArray releases{release(7, u"complete"_s, 9 + number % 40)};
    if (number % 25 == 7)
        releases.append(release(8, u"failed"_s, 1 + number % 8));
    return releases;
}

QJsonObject fleetApp(const QString &organisation, int number, int machines)
{
    static const QStringList regions{u"dfw"_s, u"gru"_s, u"fra"_s, u"iad"_s, u"scl"_s};
    const QString name = fleetAppName(organisation, number);
    const QString region = regions.at(number % regions.size());
    const QString state = number % 20 == 3 ? u"stopped"_s : u"started"_s;
    const auto group = [&](int count, const QString &where) {
        return QJsonObject{{u"count"_s, count},
            {u"release"_s, 7},
            {u"state"_s, state},
            {u"region"_s, where},
            {u"createdSecondsAgo"_s, 86'400 * (60 + number)},
            {u"updatedSecondsAgo"_s, 86'400 * (8 + number % 40)}};
    };
    QJsonArray groups;
    if (machines > 1)
        groups.append(group(machines / 2, regions.at((number + 1) % regions.size())));
    if (machines > 0)
        groups.append(group(machines - machines / 2, region));
    QJsonArray images;
    for (const QString &version : {u"7"_s, u"8"_s})
        images.append(QJsonObject{{u"repository"_s, name},
            {u"tag"_s, QString(u"deployment-"_s + version)},
            {u"digest"_s, QString(u"sha256:"_s + fleetHash(name + version, 64))},
            {u"sizeBytes"_s, 90'000'000}});
    return {{u"name"_s, name},
        {u"id"_s, fleetHash(name, 14)},
        {u"internalNumericId"_s, 100'000 + number},
        {u"organisation"_s, organisation},
        {u"region"_s, region},
        {u"status"_s, state == "stopped"_L1 ? u"suspended"_s : u"deployed"_s},
        {u"machineConfig"_s, fleetConfig(name, region)},
        {u"images"_s, images},
        {u"releases"_s, fleetReleases(name, number)},
        {u"machines"_s, groups}};
}

// Between one and twice the average less one, which is the average of two neighbours.
int fleetMachinesOf(int number, int average)
{
    const int step = number / 2 % std::max(average, 1);
    return number % 2 == 0 ? 1 + step : 2 * average - 1 - step;
}
} // namespace

QJsonObject withSimFleet(QJsonObject scenario)
{
    const QJsonObject fleet = scenario.value("fleet"_L1).toObject();
    if (fleet.isEmpty())
        return scenario;
    QJsonArray organisations = scenario.value("organisations"_L1).toArray();
    QJsonArray tokens = scenario.value("tokens"_L1).toArray();
    QJsonArray apps = scenario.value("apps"_L1).toArray();
    const int count = fleet.value("apps"_L1).toInt();
    const int average = count == 0 ? 0 : fleet.value("machines"_L1).toInt() / count;
    for (int i = 0; i < fleet.value("organisations"_L1).toInt(); ++i) {
        const qsizetype known = fleetOrganisations().size();
        QString slug = fleetOrganisations().at(i % known);
        if (i >= known)
            slug += QString::number(i / known + 1);
        organisations.append(QJsonObject{{u"slug"_s, slug},
            {u"name"_s, slug},
            {u"id"_s, fleetHash(slug, 13)},
            {u"internalNumericId"_s, 5000 + i}});
        tokens.append(QJsonObject{{u"token"_s, QString(u"fo1_fleet_"_s + slug)},
            {u"access"_s, u"full"_s},
            {u"owner"_s, u"ops@%1.test"_s.arg(slug)},
            {u"organisation"_s, slug}});
        for (int number = 0; number < count; ++number)
            apps.append(fleetApp(slug, number, fleetMachinesOf(number, average)));
    }
    scenario.insert("organisations"_L1, organisations);
    scenario.insert("tokens"_L1, tokens);
    scenario.insert("apps"_L1, apps);
    return scenario;
}
