#include "sandbox/simcore.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

QByteArray SimRequest::header(const QByteArray &lowerCaseName) const
{
    for (const HttpHeader &header : headers) {
        if (header.name.compare(lowerCaseName, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

QString SimMachine::image() const
{
    return config.value("image"_L1).toString();
}

QString SimMachine::metadata(QLatin1StringView key) const
{
    return config.value("metadata"_L1).toObject().value(key).toString();
}

QString SimMachine::group() const
{
    return metadata("fly_process_group"_L1);
}

const SimLease *SimMachine::liveLease(SimTime now) const
{
    return lease && lease->expiresAt > now ? &*lease : nullptr;
}

void SimCore::advanceTo(SimTime now)
{
    while (!s.events.empty() && s.events.begin()->first.first <= now.count()) {
        const auto first = s.events.begin();
        const SimEvent event = first->second;
        s.now = std::max(s.now, SimTime(first->first.first));
        s.events.erase(first);
        apply(event);
        ++revision;
    }
    s.now = std::max(s.now, now);
}

void SimCore::schedule(
    SimEvent::Kind kind, const SimMachine &machine, const QString &app, SimTime in)
{
    const qint64 at = (s.now + std::max(in, SimTime(0))).count();
    s.events.emplace(
        std::pair(at, ++s.sequence), SimEvent{kind, app, machine.id, machine.epoch, {}});
}

// splitmix64: small, and the same on every computer.
quint64 SimCore::random()
{
    quint64 z = (s.random += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
}

QString SimCore::hex(int digits)
{
    QString text;
    while (text.size() < digits)
        text += QString::number(random(), 16).rightJustified(16, u'0');
    return text.left(digits);
}

QString SimCore::ulid()
{
    static constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    QString text(26, u'0');
    quint64 time = quint64(wallMs(s.now));
    for (int i = 9; i >= 0; --i, time >>= 5)
        text[i] = QLatin1Char(alphabet[time & 31]);
    quint64 bits = random();
    for (int i = 10; i < 26; ++i, bits >>= 5) {
        if (i == 18)
            bits = random();
        text[i] = QLatin1Char(alphabet[bits & 31]);
    }
    return text;
}

QDateTime SimCore::wall(SimTime time) const
{
    return QDateTime::fromMSecsSinceEpoch(wallMs(time), Qt::UTC);
}

QString SimCore::stamp(SimTime time) const
{
    return wall(time).toString(Qt::ISODateWithMs);
}

SimApp *SimCore::app(const QString &name)
{
    const auto found = s.apps.find(name);
    return found == s.apps.end() ? nullptr : &found->second;
}

SimMachine *SimCore::machine(const QString &appName, const QString &id)
{
    SimApp *owner = app(appName);
    if (!owner)
        return nullptr;
    const auto found = owner->machines.find(id);
    return found == owner->machines.end() ? nullptr : &found->second;
}

std::optional<SimTime> goDuration(const QJsonValue &value)
{
    if (value.isDouble())
        return SimTime(qint64(value.toDouble() / 1e6));
    const QString text = value.toString();
    double total = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype numberAt = at;
        while (at < text.size() && (text[at].isDigit() || text[at] == u'.'))
            ++at;
        bool ok = false;
        const double number = QStringView(text).sliced(numberAt, at - numberAt).toDouble(&ok);
        const qsizetype unitAt = at;
        while (at < text.size() && text[at].isLetter())
            ++at;
        const QStringView unit = QStringView(text).sliced(unitAt, at - unitAt);
        const double factor = unit == "ms"_L1 ? 1
            : unit == "s"_L1                  ? 1000
            : unit == "m"_L1                  ? 60'000
            : unit == "h"_L1                  ? 3'600'000
                                              : -1;
        if (!ok || factor < 0)
            return std::nullopt;
        total += number * factor;
    }
    return text.isEmpty() ? std::nullopt : std::optional(SimTime(qint64(total)));
}
