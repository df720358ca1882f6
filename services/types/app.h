#pragma once

#include "types/ids.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

struct App // fly-io.md 2.1
{
    AppName name;
    QString id;
    QString organization; // slug
    QString status; // "deployed", "suspended", "pending", …
    int machineCount = 0;
    QString role; // "postgres_cluster", "remote-docker-builder" or empty
    bool operator==(const App &) const = default;
};

enum class ReleaseStatus
{
    Pending,
    Running,
    Complete,
    Failed,
    Interrupted,
    Unknown
};
ReleaseStatus releaseStatusFromWire(QStringView text);
QString releaseStatusToWire(ReleaseStatus status);

struct Release // fly-io.md 4.1
{
    ReleaseId id;
    int version = 0;
    ReleaseStatus status = ReleaseStatus::Unknown;
    QString rawStatus;
    QString strategy;
    QString user;
    QString imageRef;
    QDateTime createdAt;
    QByteArray definition; // fly.toml as JSON, only where asked for (GraphQL configDefinition)
    bool operator==(const Release &) const = default;
};

struct SecretDigest // fly-io.md 2.8; values are never read
{
    QString name;
    QString digest;
    QDateTime updatedAt;
    quint64 version = 0; // of the app's secrets when it was told; 0: not told
    bool operator==(const SecretDigest &) const = default;
};

struct RegistryImage // GraphQL app.image
{
    QString ref; // what a deploy sends
    QString digest;
    qint64 compressedSize = 0; // bytes
    bool operator==(const RegistryImage &) const = default;
};

struct TokenScope // GET /tokens/current, or what viewer tells
{
    QString user;
    QStringList organizations;
    QStringList apps; // empty: all of the organisations
    bool readOnly = false;
    QDateTime expiresAt; // invalid: not told
    bool operator==(const TokenScope &) const = default;
};
