#pragma once

#include <QHashFunctions>
#include <QString>

// A string id of one kind; ids of two kinds cannot be swapped.
template <typename Tag> struct StringId
{
    QString value;

    StringId() = default;
    explicit StringId(QString text)
        : value(std::move(text))
    {
    }
    [[nodiscard]] bool isEmpty() const { return value.isEmpty(); }
    bool operator==(const StringId &) const = default;
    friend bool operator<(const StringId &a, const StringId &b) { return a.value < b.value; }
    friend size_t qHash(const StringId &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using AccountId = StringId<struct AccountTag>;
using ServerId = StringId<struct ServerTag>;
using AppName = StringId<struct AppTag>;
using MachineId = StringId<struct MachineTag>;
using ReleaseId = StringId<struct ReleaseTag>;
using DeploymentId = StringId<struct DeploymentTag>; // ULID, ours
