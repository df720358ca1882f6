#pragma once

#include "config/atalayatoml.h"
#include "config/composefile.h"
#include "core/result.h"
#include "types/deployplan.h"
#include "types/server.h"

#include <QDateTime>
#include <QHash>

// What a plan for a stack is made from: everything is here, nothing is asked for while planning.

// A service as it runs on a server. Environments are only known by hashes, keyed by a nonce that
// belongs to one look: of two looks they cannot be compared, and values never leave the server.
struct StackServiceNow
{
    QString service;
    QString image; // the reference it was created from
    QString digest;
    int containers = 0; // that run
    bool unhealthy = false;
    bool restarting = false;
    QString environment;
    QString environmentWanted; // the same hash of what the files would give it; empty: not known
    QString configuration; // as docker compose labels it
    QString configurationWanted;
    bool operator==(const StackServiceNow &) const = default;
};

struct StackFileNow
{
    QString path; // below the directory
    QString now; // keyed hash; empty: it is not there
    QString wanted;
    bool operator==(const StackFileNow &) const = default;
};

// One look at one server.
struct StackLook
{
    QString server;
    bool isReached = true;
    std::optional<Error> problem; // why it was not reached
    QString project; // as docker compose calls what runs there; empty: nothing does
    QList<StackServiceNow> services;
    QList<StackFileNow> files; // that a deploy puts there
    QString commit; // that is checked out; git mode
    QString lockedBy; // as its holder calls itself; empty: free
    QString cpu; // as images name it; empty: not known
    qint64 freeBytes = -1; // where docker keeps images and data; -1: not known
    qint64 freeForBackups = -1; // in the directory
    QDateTime at;

    [[nodiscard]] const StackServiceNow *service(QStringView name) const;
};

// What a survey of the server tells of a stack. Environments, configurations and files take a look
// of their own.
[[nodiscard]] StackLook stackLook(
    const QString &server, const ServerFacts &facts, const StackFacts &stack);

struct StackImage // as its registry tells it
{
    QString reference;
    QString digest; // empty: the registry does not have it
    QStringList cpus; // it is made for; none: not known
    qint64 bytes = 0;
    bool isAsked = true; // false: the registry could not be asked, or tells no digest
};

struct StackRegistry // that wants a login; the password is nowhere here
{
    QString address;
    QString user;
    QString secret; // the name under which the runner is given it
};

struct StackBackupMade
{
    QString server;
    QString name; // see stackBackupName()
    QString file; // below the directory
    QDateTime at;
    qint64 bytes = 0; // 0: not known
    bool operator==(const StackBackupMade &) const = default;
};

struct StackMigrationRun
{
    QString server;
    QString key;
    bool isEnded = true; // false: nobody saw how it ended
    QDateTime at;
};

// What ran on a server before the first attempt: what a roll back of any attempt returns to.
struct StackBefore
{
    QString server;
    QString commit;
    QList<StackServiceNow> services;
};

// An earlier deployment, whatever its attempts.
struct StackRecord
{
    DeploymentId deployment;
    int attempts = 0;
    bool succeeded = false;
    StackPlan plan; // of its last attempt
    QList<StackBackupMade> backups; // verified
    QList<StackMigrationRun> migrations;
    QList<StackBefore> before;
    // By server: the runs that placed files, the newest first.
    QHash<QString, QStringList> placedBy;
    QDateTime at;
};

struct StackInputs
{
    DeployKind kind = DeployKind::Deploy;
    std::optional<StackRedeploy> redeploy; // nothing: as recognised by what changed
    QString version; // to deploy; empty: what the files say
    QStringList onRequest; // services to recreate although they are right
    std::optional<bool> backUp; // nothing: as the kind of redeploy has it
    bool restoreData = false; // roll back: the database, too
    bool takesOver = false; // an unfinished run of somebody else is given up

    QString tomlPath; // where atalaya.toml is read from; empty: not told
    AtalayaToml toml;
    ComposeProject compose; // of exactly toml.compose, with `version` in it
    QString configDigest; // see stackContentHash()
    QString environmentDigest; // of the env file, keyed and lasting
    QString migrationFiles; // digest of toml.migration->files; empty: cannot be told
    QString commit; // git mode: to check out
    QHash<QString, StackImage> images; // by service
    QList<StackRegistry> registries;
    QHash<QString, QString> versionsNow; // by server; empty: not known
    QList<StackLook> looks; // of all servers of toml
    std::optional<StackRecord> previous; // the deployment asked for, or the stack's last
    QList<StackRecord> history; // that succeeded, the newest first
    QHash<QString, UsualDuration> usual; // by stackUsualKey()
    QString chain; // for a new deployment: letters, digits, - and _
    QDateTime now;
};

// Git mode: what a plan checks out; empty: nothing.
[[nodiscard]] QString stackCommitOf(const StackPlan &plan);
// Under what a step's usual duration is known; empty: it is not kept.
[[nodiscard]] QString stackUsualKey(Step step, const QString &service, const QString &detail);
