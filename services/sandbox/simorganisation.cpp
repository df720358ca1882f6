#include "sandbox/simcore.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype largestListing = 1000;

// Where a machine stands in the list: oldest change first.
using ListingPlace = std::pair<qint64, QString>;

QString listingCursor(const ListingPlace &place)
{
    return QStringList{QString::number(place.first), place.second}.join(u'!');
}

struct ListedMachine
{
    ListingPlace place;
    const SimApp *app;
    const SimMachine *machine;
};

// No checks, no events, and of its config the least (the document's OrgMachine).
QJsonObject overviewJson(const SimCore &core, const ListedMachine &listed, bool summary)
{
    const SimMachine &machine = *listed.machine;
    QJsonObject overview{{u"app_name"_s, listed.app->name},
        {u"id"_s, machine.id},
        {u"name"_s, machine.name},
        {u"state"_s, machine.state},
        {u"region"_s, machine.region},
        {u"version"_s, machine.instanceId},
        {u"instance_id"_s, machine.instanceId},
        {u"private_ip"_s, machine.privateIp},
        {u"created_at"_s, core.stamp(machine.createdAt)},
        {u"updated_at"_s, core.stamp(machine.updatedAt)}};
    if (summary)
        return overview;
    QJsonObject config;
    for (const QString &key : {u"guest"_s, u"image"_s, u"metadata"_s}) {
        if (machine.config.contains(key))
            config.insert(key, machine.config.value(key));
    }
    overview.insert("config"_L1, config);
    return overview;
}
} // namespace

QJsonArray SimCore::organisationsOf(const SimToken &token) const
{
    QJsonArray own;
    for (const QJsonValue &organisation : s.organisations) {
        if (token.organisation.isEmpty()
            || organisation.toObject().value("slug"_L1).toString() == token.organisation)
            own.append(organisation);
    }
    return own;
}

SimReply SimCore::listOrganisationMachines(const SimCall &call, const QString &slug)
{
    const SimToken &token = *call.token;
    if (token.access == SimToken::Access::Deploy
        || (!token.organisation.isEmpty() && token.organisation != slug))
        return error(403, u"Not authorized to access this organization"_s);
    const QUrlQuery &query = call.request.query;
    const QString cursor = query.queryItemValue(u"cursor"_s, QUrl::FullyDecoded);
    const QString after = query.queryItemValue(u"updated_after"_s, QUrl::FullyDecoded);
    const QDateTime since = QDateTime::fromString(after, Qt::ISODateWithMs);
    if (!after.isEmpty() && !since.isValid())
        return error(400, u"updated_after is not an RFC 3339 time"_s);
    // A cursor takes precedence over a time.
    const ListingPlace from = !cursor.isEmpty()
        ? ListingPlace{cursor.section(u'!', 0, 0).toLongLong(), cursor.section(u'!', 1)}
        : since.isValid() ? ListingPlace{since.toMSecsSinceEpoch() + 1, {}}
                          : ListingPlace{std::numeric_limits<qint64>::min(), {}};
    std::vector<ListedMachine> listed;
    for (const auto &[name, app] : s.apps) {
        if (app.organisation != slug)
            continue;
        for (const auto &[id, machine] : app.machines) {
            const ListingPlace place{wallMs(machine.updatedAt), id};
            if (place > from && isAskedFor(call, machine)
                && isVisible(call, app, machine.visibleAt))
                listed.push_back({place, &app, &machine});
        }
    }
    std::ranges::sort(listed, {}, &ListedMachine::place);
    const int wanted = query.queryItemValue(u"limit"_s).toInt();
    const qsizetype most =
        wanted <= 0 ? largestListing : std::min<qsizetype>(wanted, largestListing);
    const bool more = std::ssize(listed) > most;
    listed.resize(std::min(listed.size(), size_t(most)));
    QJsonArray machines;
    for (const ListedMachine &machine : listed)
        machines.append(
            overviewJson(*this, machine, query.queryItemValue(u"summary"_s) == "true"_L1));
    return json(200,
        QJsonObject{{u"machines"_s, machines},
            {u"next_cursor"_s, more ? listingCursor(listed.back().place) : QString()},
            {u"last_updated_at"_s, stamp(s.now)},
            {u"error_regions"_s, QJsonArray()}});
}
