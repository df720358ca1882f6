#include "sandbox/simcore.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>

#include <concepts>

using namespace Qt::StringLiterals;

namespace {
constexpr quint32 magic = 0x41545342; // "ATSB"
constexpr quint32 version = 4;

template <typename T, typename Plain>
concept Either = std::same_as<std::remove_const_t<T>, Plain>;

// One description per type serves both directions: `archive & value.a & value.b`.
void describe(auto &archive, Either<SimLease> auto &v)
{
    archive &v.nonce &v.owner &v.description &v.version &v.client &v.expiresAt;
}
void describe(auto &archive, Either<SimCheck> auto &v)
{
    archive &v.name &v.status &v.output &v.updatedAt;
}
void describe(auto &archive, Either<SimMachineEvent> auto &v)
{
    archive &v.id &v.type &v.status &v.source &v.at &v.request;
}
void describe(auto &archive, Either<SimRun> auto &v)
{
    archive &v.start &v.end;
}
void describe(auto &archive, Either<SimMachine> auto &v)
{
    archive &v.id &v.name &v.state &v.region &v.host &v.hostStatus &v.instanceId &v.privateIp &v
        .nonce;
    archive &v.config &v.createdAt &v.updatedAt &v.visibleAt &v.destroyedAt &v.events &v.checks &v
        .lease;
    archive &v.otherImage &v.versions &v.runs &v.runFault &v.bootFactor &v.plannedExit &v
        .restartCount &v.epoch &v.updates &v.starts;
    archive &v.cordoned &v.launchWhenReady;
}
void describe(auto &archive, Either<SimImage> auto &v)
{
    archive &v.repository &v.tag &v.digest &v.sizeBytes &v.mediaType &v.manifest;
}
void describe(auto &archive, Either<SimVolume> auto &v)
{
    archive &v.id &v.name &v.region &v.zone &v.attachedTo &v.sizeGb &v.snapshotRetention;
    archive &v.encrypted &v.autoBackup &v.createdAt;
}
void describe(auto &archive, Either<SimBlob> auto &v)
{
    archive &v.size &v.content;
}
void describe(auto &archive, Either<SimRelease> auto &v)
{
    archive &v.id &v.version &v.status &v.strategy &v.imageRef &v.user &v.description &v.definition;
    archive &v.metadata &v.createdAt;
}
void describe(auto &archive, Either<SimSecret> auto &v)
{
    archive &v.name &v.digest &v.createdAt &v.updatedAt;
}
void describe(auto &archive, Either<SimLogLine> auto &v)
{
    archive &v.ns &v.machine &v.region &v.level &v.provider &v.message;
}
void describe(auto &archive, Either<SimApp> auto &v)
{
    archive &v.name &v.id &v.numericId &v.organisation &v.region &v.network &v.status &v.role &v
        .affinity &v.madeBy;
    archive &v.visibleAt &v.behaviourJson &v.machines &v.releases &v.images &v.secrets &v
        .secretsVersion;
    archive &v.ips &v.volumes &v.log;
}
void describe(auto &archive, Either<SimToken> auto &v)
{
    archive &v.token &v.access &v.owner &v.app &v.organisation;
}
void describe(auto &archive, Either<SimEvent> auto &v)
{
    archive &v.kind &v.app &v.machine &v.epoch &v.fault;
}
void describe(auto &archive, Either<SimFault> auto &v)
{
    archive &v.name &v.app &v.machine &v.count &v.duration &v.delay &v.options;
}
void describe(auto &archive, Either<SimOpenFault> auto &v)
{
    archive &v.fault &v.until;
}
void describe(auto &archive, Either<SimViolation> auto &v)
{
    archive &v.client &v.what &v.count &v.at;
}
void describe(auto &archive, Either<SimState> auto &v)
{
    archive &v.scenario &v.wallStartMs &v.defaultSpeed &v.now &v.latency &v.consistencyLag &v
        .rateLimits;
    archive &v.random &v.sequence &v.releaseCommandRuns &v.nextBuild &v.organisations &v.regions;
    archive &v.conditions &v.tokens &v.apps &v.pulled &v.events &v.faults &v.builds &v.blobs;
    archive &v.violations;
}

template <typename T>
concept Streamable = requires(QDataStream &stream, T &value)
{
    stream << value;
    stream >> value;
}
&&!std::is_enum_v<T>;

class Writer
{
public:
    explicit Writer(QDataStream &stream)
        : m_stream(stream)
    {
    }
    template <typename T> Writer &operator&(const T &value)
    {
        if constexpr (std::is_enum_v<T>)
            m_stream << qint32(value);
        else if constexpr (Streamable<T>)
            m_stream << value;
        else
            describe(*this, value);
        return *this;
    }
    Writer &operator&(const SimTime &value)
    {
        m_stream << qint64(value.count());
        return *this;
    }
    template <typename T> Writer &operator&(const std::optional<T> &value)
    {
        m_stream << value.has_value();
        return value ? *this & *value : *this;
    }
    template <typename A, typename B> Writer &operator&(const std::pair<A, B> &value)
    {
        return *this & value.first & value.second;
    }
    template <typename T> Writer &operator&(const QList<T> &values) { return all(values); }
    template <typename T> Writer &operator&(const std::vector<T> &values) { return all(values); }
    template <typename K, typename V> Writer &operator&(const std::map<K, V> &values)
    {
        return all(values);
    }
    Writer &operator&(const QMap<QString, SimBlob> &values) { return *this & values.toStdMap(); }

private:
    Writer &all(const auto &values)
    {
        m_stream << qint64(values.size());
        for (const auto &value : values)
            *this &value;
        return *this;
    }
    QDataStream &m_stream;
};

class Reader
{
public:
    explicit Reader(QDataStream &stream)
        : m_stream(stream)
    {
    }
    template <typename T> Reader &operator&(T &value)
    {
        if constexpr (std::is_enum_v<T>) {
            qint32 number = 0;
            m_stream >> number;
            value = T(number);
        } else if constexpr (Streamable<T>) {
            m_stream >> value;
        } else {
            describe(*this, value);
        }
        return *this;
    }
    Reader &operator&(SimTime &value)
    {
        qint64 count = 0;
        m_stream >> count;
        value = SimTime(count);
        return *this;
    }
    template <typename T> Reader &operator&(std::optional<T> &value)
    {
        bool has = false;
        m_stream >> has;
        return has ? *this & value.emplace() : *this;
    }
    template <typename A, typename B> Reader &operator&(std::pair<A, B> &value)
    {
        return *this & value.first & value.second;
    }
    template <typename T> Reader &operator&(QList<T> &values)
    {
        return each<T>([&values](T &&value) { values.append(std::move(value)); });
    }
    template <typename T> Reader &operator&(std::vector<T> &values)
    {
        return each<T>([&values](T &&value) { values.push_back(std::move(value)); });
    }
    Reader &operator&(QMap<QString, SimBlob> &values)
    {
        std::map<QString, SimBlob> read;
        *this &read;
        values = QMap<QString, SimBlob>(read);
        return *this;
    }
    template <typename K, typename V> Reader &operator&(std::map<K, V> &values)
    {
        return each<std::pair<K, V>>(
            [&values](std::pair<K, V> &&value) { values.insert(std::move(value)); });
    }

private:
    template <typename T> Reader &each(auto add)
    {
        qint64 count = 0;
        m_stream >> count;
        for (qint64 i = 0; i < count && m_stream.status() == QDataStream::Ok; ++i) {
            T value{};
            *this &value;
            add(std::move(value));
        }
        return *this;
    }
    QDataStream &m_stream;
};
} // namespace

QByteArray SimCore::save() const
{
    QByteArray payload;
    {
        QDataStream stream(&payload, QIODevice::WriteOnly);
        stream.setVersion(QDataStream::Qt_6_4);
        Writer writer(stream);
        writer &s;
    }
    QByteArray saved;
    QDataStream stream(&saved, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << magic << version << QCryptographicHash::hash(payload, QCryptographicHash::Sha256)
           << payload;
    return saved;
}

Result<std::unique_ptr<SimCore>> SimCore::load(const QByteArray &saved)
{
    QDataStream stream(saved);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 foundMagic = 0;
    quint32 foundVersion = 0;
    QByteArray sum;
    QByteArray payload;
    stream >> foundMagic >> foundVersion >> sum >> payload;
    if (stream.status() != QDataStream::Ok || foundMagic != magic)
        return failure(Error::Kind::Storage, u"not a saved sandbox"_s);
    if (foundVersion != version)
        return failure(Error::Kind::Storage, u"the sandbox was saved by another version"_s);
    if (sum != QCryptographicHash::hash(payload, QCryptographicHash::Sha256))
        return failure(Error::Kind::Storage, u"the saved sandbox is damaged"_s);
    auto core = std::make_unique<SimCore>();
    QDataStream inner(payload);
    inner.setVersion(QDataStream::Qt_6_4);
    Reader reader(inner);
    reader & core->s;
    if (inner.status() != QDataStream::Ok)
        return failure(Error::Kind::Storage, u"the saved sandbox ends too early"_s);
    for (auto &[name, app] : core->s.apps)
        app.behaviour = SimBehaviour::fromJson(app.behaviourJson);
    return core;
}
