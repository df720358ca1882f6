#pragma once

#include "sandbox/simcontract.h"
#include "sandbox/simfault.h"
#include "sandbox/simtypes.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QSet>
#include <QString>

#include <map>
#include <optional>
#include <vector>

// The values the simulated world is made of. Private to the box.

struct SimLease
{
    QString nonce;
    QString owner;
    QString description;
    QString version;
    QString client; // who took it
    SimTime expiresAt{0};
};

struct SimCheck
{
    QString name;
    QString status;
    QString output;
    SimTime updatedAt{0};
};

struct SimMachineEvent
{
    QString id;
    QString type;
    QString status;
    QString source;
    SimTime at{0};
    QJsonObject request;
};

// From a start of the virtual machine to its end.
struct SimRun
{
    SimTime start{0};
    std::optional<SimTime> end;
};

struct SimMachine
{
    QString id;
    QString name;
    QString state;
    QString region;
    QString host;
    QString hostStatus; // ok, unknown, unreachable
    QString instanceId;
    QString privateIp;
    QString nonce; // of a lease taken with lease_ttl in the same call
    QJsonObject config;
    SimTime createdAt{0};
    SimTime updatedAt{0};
    SimTime visibleAt{0}; // readers without affinity do not see it before
    std::optional<SimTime> destroyedAt;
    QList<SimMachineEvent> events; // newest first
    QList<SimCheck> checks;
    std::optional<SimLease> lease;
    QList<QPair<QString, QJsonObject>> versions;
    QList<SimRun> runs;
    QString otherImage; // runs, whatever the config says
    QString runFault; // of this version: never-healthy, unhealthy, slow, crash, oom
    int bootFactor = 1; // the app starts so many times slower
    int plannedExit = 0; // exit code of the run, when its end is scheduled
    int restartCount = 0;
    int epoch = 0; // events scheduled for an earlier epoch are void
    int updates = 0;
    int starts = 0;
    bool cordoned = false;
    bool launchWhenReady = false; // goes on to start once the image is there

    [[nodiscard]] bool isGone() const { return state == QLatin1StringView("destroyed"); }
    [[nodiscard]] QString image() const;
    [[nodiscard]] QString metadata(QLatin1StringView key) const;
    [[nodiscard]] QString group() const;
    [[nodiscard]] const SimLease *liveLease(SimTime now) const;
};

struct SimImage
{
    QString repository;
    QString tag;
    QString digest;
    qint64 sizeBytes = 0;
    QString mediaType = {}; // of a manifest that was pushed
    QByteArray manifest = {};
};

// Of the registry. Layers are too big to keep their content.
struct SimBlob
{
    qint64 size = 0;
    QByteArray content;
};

struct SimVolume
{
    QString id;
    QString name;
    QString region;
    QString zone;
    QString attachedTo; // a machine; empty: free
    int sizeGb = 1;
    int snapshotRetention = 5;
    bool encrypted = true;
    bool autoBackup = true;
    SimTime createdAt{0};
};

struct SimRelease
{
    QString id;
    int version = 0;
    QString status;
    QString strategy;
    QString imageRef;
    QString user;
    QString description;
    QJsonObject definition;
    QJsonValue metadata;
    SimTime createdAt{0};
};

struct SimSecret
{
    QString name;
    QString digest;
    SimTime createdAt{0};
    SimTime updatedAt{0};
};

struct SimLogLine
{
    qint64 ns = 0; // since the world's epoch
    QString machine;
    QString region;
    QString level;
    QString provider; // app, proxy, runner
    QString message;
};

struct SimScriptLine
{
    SimTime at{0}; // since the start
    QString level;
    QString message;
};

// How the software of an app behaves. Written in the scenario, never changed by the API.
struct SimBehaviour
{
    SimTime pull{10'000};
    SimTime cachedPull{1'500};
    SimTime vmStart{1'500};
    SimTime boot{5'000};
    SimTime check{4'000}; // from the end of the grace period to the first result
    SimTime drain{2'000};
    QStringList needs; // conditions without which it does not start
    QList<SimScriptLine> bootLog, needsFailedLog, drainLog;
    SimTime healthLogEvery{0};
    QString healthLogLine;
    QString checkOutput;
    bool hasPublicAddress = false;
    SimTime releaseTime{5'000};
    SimTime releaseFailedTime{5'000};
    int releaseFailedExit = 1;
    QStringList releaseNeeds;
    QList<SimScriptLine> releaseLog, releaseFailedLog;

    static SimBehaviour fromJson(const QJsonObject &object);
};

struct SimApp
{
    QString name;
    QString id;
    qint64 numericId = 0;
    QString organisation;
    QString region;
    QString network;
    QString status;
    QString role;
    QString affinity;
    QString madeBy; // the client that was given the affinity cookie
    SimTime visibleAt{0};
    QJsonObject behaviourJson;
    SimBehaviour behaviour;
    std::map<QString, SimMachine> machines;
    QList<SimRelease> releases; // oldest first
    QList<SimImage> images;
    QList<SimVolume> volumes;
    QList<SimSecret> secrets;
    int secretsVersion = 1;
    QJsonArray ips;
    std::vector<SimLogLine> log; // by time; lines of a run are entered ahead of their time
};

struct SimToken
{
    enum class Access
    {
        Full,
        ReadOnly,
        Deploy,
        Expired
    };

    QByteArray token;
    Access access = Access::Full;
    QString owner;
    QString app; // Deploy
    QString organisation = {}; // empty: of all
};

struct SimEvent
{
    enum class Kind
    {
        ImageReady,
        OldVersionStopped,
        VmStarted,
        ChecksAppear,
        CheckRun,
        MainExits,
        RestartDue,
        StopDone,
        SuspendDone,
        DestroyDone,
        FaultBegins,
        ImageFailed,
    };
    Kind kind = Kind::ImageReady;
    QString app;
    QString machine;
    int epoch = 0;
    QJsonObject fault; // FaultBegins, ImageFailed
};

struct SimOpenFault
{
    SimFault fault;
    std::optional<SimTime> until;
};

struct SimBucket
{
    double tokens = 0;
    SimTime at{0};
};

struct SimState
{
    QString scenario;
    qint64 wallStartMs = 0;
    double defaultSpeed = 1;
    SimTime now{0};
    SimTime latency{0};
    SimTime consistencyLag{0};
    bool rateLimits = true;
    quint64 random = 1;
    quint64 sequence = 0;
    int releaseCommandRuns = 0;
    int nextBuild = 1;
    QJsonArray organisations;
    QJsonArray regions;
    QMap<QString, bool> conditions;
    QList<SimToken> tokens;
    std::map<QString, SimApp> apps;
    QSet<QString> pulled; // "host image": pulls are fast the second time
    std::map<std::pair<qint64, quint64>, SimEvent> events;
    QList<SimOpenFault> faults;
    QMap<QString, QJsonObject> builds;
    QList<SimViolation> violations;
    QMap<QString, SimBlob> blobs; // by digest
};
