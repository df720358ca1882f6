#pragma once

#include "types/stackcommand.h"

#include <QDateTime>

#include <optional>

// What somebody has looked at and let run: the commands of a project, by the hash of what it says.
struct ProjectTrust
{
    QString contentHash;
    QList<StackCommand> commands;
    QDateTime at;
    bool operator==(const ProjectTrust &) const = default;
};

struct TrustState
{
    enum class Is
    {
        Trusted,
        NeverSeen,
        Changed // since it was trusted
    };
    Is is = Is::NeverSeen;
    QDateTime trustedAt; // invalid: never
    QList<StackCommandChange> changes; // none of Changed: only what runs nothing was changed
    bool operator==(const TrustState &) const = default;
};

TrustState trustStateOf(const std::optional<ProjectTrust> &trust,
    const QString &contentHash,
    const QList<StackCommand> &commands);
// As texts, for where only those are kept; nothing: they are none.
QByteArray projectTrustToJson(const ProjectTrust &trust);
std::optional<ProjectTrust> projectTrustFromJson(const QByteArray &json);
