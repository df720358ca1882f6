#include "fly/configguest.h"

#include "config/bytesize.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QMap>
#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace {
constexpr QLatin1String overrides[] = {
    "cpu_kind"_L1,
    "cpus"_L1,
    "memory_mb"_L1,
    "max_memory_mb"_L1,
    "gpus"_L1,
    "gpu_kind"_L1,
    "kernel_args"_L1,
    "host_dedication_id"_L1,
    "persist_rootfs"_L1,
};
} // namespace

// fly-io.md 3.1, and the GPUs, which are no longer offered but still written.
QJsonObject guestOfPreset(const QString &size)
{
    static const QMap<QString, QString> gpus{{u"a100-40gb"_s, u"a100-pcie-40gb"_s},
        {u"a100-80gb"_s, u"a100-sxm4-80gb"_s},
        {u"l40s"_s, u"l40s"_s},
        {u"a10"_s, u"a10"_s}};
    if (gpus.contains(size)) {
        QJsonObject guest = guestOfPreset(u"performance-8x"_s);
        guest.insert("memory_mb"_L1, 32768);
        guest.insert("gpu_kind"_L1, gpus.value(size));
        guest.insert("gpus"_L1, 1);
        return guest;
    }
    static const QRegularExpression pattern(
        u"^(?:(shared-cpu)-([12468])x|performance-([12468]|1[0246])x)$"_s);
    const QRegularExpressionMatch match = pattern.match(size);
    if (!match.hasMatch())
        return {};
    const bool shared = match.capturedLength(1) > 0;
    const int cpus = match.captured(shared ? 2 : 3).toInt();
    return {{u"cpu_kind"_s, shared ? u"shared"_s : u"performance"_s},
        {u"cpus"_s, cpus},
        {u"memory_mb"_s, cpus * (shared ? 256 : 2048)}};
}

Result<QJsonObject> guestFromVm(const QJsonObject &vm, const QString &hostDedicationId)
{
    const QString size = vm.value("size"_L1).toString();
    const bool hasGpu = !vm.value("gpu_kind"_L1).toString().isEmpty();
    const QString standard = hasGpu ? u"performance-8x"_s : u"shared-cpu-1x"_s;
    QJsonObject guest = guestOfPreset(size.isEmpty() ? standard : size);
    if (guest.isEmpty())
        return failure(Error::Kind::InvalidInput, u"vm.size: unknown size \"%1\""_s.arg(size));
    if (!hostDedicationId.isEmpty())
        guest.insert("host_dedication_id"_L1, hostDedicationId);
    if (const QJsonValue memory = vm.value("memory"_L1); !memory.isUndefined()) {
        const std::optional<int> mb = megabytesOf(memory);
        if (!mb || *mb <= 0)
            return failure(Error::Kind::InvalidInput, u"vm.memory: not a size such as \"512mb\""_s);
        guest.insert("memory_mb"_L1, *mb);
    }
    for (const QLatin1String key : overrides) {
        if (vm.contains(key))
            guest.insert(key, vm.value(key));
    }
    return guest;
}

QString guestText(const QJsonObject &guest)
{
    if (guest.isEmpty())
        return {};
    const bool shared = guest.value("cpu_kind"_L1).toString() != "performance"_L1;
    return u"%1-%2x %3 MB"_s.arg(shared ? u"shared-cpu"_s : u"performance"_s)
        .arg(guest.value("cpus"_L1).toInt())
        .arg(guest.value("memory_mb"_L1).toInt());
}

Result<int> gigabytes(const QJsonValue &size, const QString &path)
{
    const std::optional<int> read = gigabytesOf(size);
    if (!read)
        return failure(Error::Kind::InvalidInput, u"%1: not a size such as \"10gb\""_s.arg(path));
    return *read;
}
