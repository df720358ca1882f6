#pragma once

#include "types/ids.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <chrono>
#include <optional>

// How the user's OpenSSH reaches a server: an alias of their configuration, or by hand. What is
// empty or 0 is as the configuration says.
struct SshAddress
{
    QString host; // an alias, a name or an IP address
    int port = 0;
    QString user;
    QString identity; // path of a private key: the only one that is offered
    QString jump; // "[user@]host[:port]", several with commas
    bool operator==(const SshAddress &) const = default;
};

// A server of the user's list.
struct Server
{
    ServerId id; // ULID, ours
    QString name;
    SshAddress address;
    bool production = true; // its name is asked before it is changed
    bool readOnly = false; // every change is refused before it leaves
    QStringList folders; // of stacks that are looked for even when nothing of them runs
    QStringList backups; // folders of dumps
    bool local = false; // the practice server: a shell of this computer, which no ssh reaches
    bool operator==(const Server &) const = default;
};

// What is wrong with a name or an address, before anything is done with it.
enum class ServerProblem
{
    NameEmpty,
    NameTaken,
    NameUnfit, // control characters, or above 100 characters
    HostEmpty,
    HostUnfit, // begins with "-", or has a character that no host name has
    PortUnfit,
    UserUnfit,
    IdentityUnfit, // not absolute, or a control character
    JumpUnfit,
    FolderUnfit, // not absolute, or a control character
};
QString serverProblemName(ServerProblem problem);
std::optional<ServerProblem> problemOf(const SshAddress &address);
std::optional<ServerProblem> problemOf(const Server &server); // all but NameTaken

enum class ServiceHealth
{
    None, // it has no health check
    Starting,
    Healthy,
    Unhealthy,
    Unknown, // a word that is not known
};
QString serviceHealthName(ServiceHealth health);
std::optional<ServiceHealth> serviceHealthFrom(QStringView word);

enum class ContainerState
{
    Created,
    Running,
    Paused,
    Restarting,
    Removing,
    Exited,
    Dead,
    Unknown,
};
QString containerStateName(ContainerState state);
ContainerState containerStateFrom(QStringView word);

struct PublishedPort
{
    QString address; // "0.0.0.0", "127.0.0.1", "::"
    int port = 0; // of the server
    int containerPort = 0;
    QString protocol; // "tcp"
    // Reached from wherever the server is reached.
    [[nodiscard]] bool isOpen() const
    {
        return !address.startsWith(QLatin1StringView("127."))
            && address != QLatin1StringView("::1");
    }
    bool operator==(const PublishedPort &) const = default;
};

// One container of a service of a stack.
struct ServiceFacts
{
    QString service;
    int number = 1; // of its replicas
    QString container; // its name
    QString containerId;
    QString image; // as the compose file names it
    QString imageId; // "sha256:…", what runs
    QString digest; // "sha256:…" in its registry; empty: it was never pushed or pulled
    ContainerState state = ContainerState::Unknown;
    QString stateText; // the platform's word
    ServiceHealth health = ServiceHealth::None;
    int restarts = 0;
    int exitCode = 0;
    bool outOfMemory = false;
    QString restartPolicy;
    QDateTime startedAt;
    QList<PublishedPort> ports;
    bool oneOff = false; // of `compose run`
    bool operator==(const ServiceFacts &) const = default;
};

struct StackLock
{
    QString folder;
    bool held = false; // else it is what an ended run has left
    QString run; // empty: what it says cannot be understood
    QString owner; // as who holds it calls itself
    QDateTime since;
    bool operator==(const StackLock &) const = default;
};

// A compose project on a server.
struct StackFacts
{
    QString project; // empty: only its folder is there
    QString folder;
    QStringList files; // as it was started with; else those that are found
    QList<ServiceFacts> services;
    std::optional<StackLock> lock; // nothing: there is no lock file
    bool operator==(const StackFacts &) const = default;
};

struct DiskFacts
{
    QString path; // what was asked for
    QString mount;
    qint64 size = 0; // bytes
    qint64 free = 0; // for an ordinary user
    bool operator==(const DiskFacts &) const = default;
};

struct BackupFacts
{
    QString folder;
    bool exists = false;
    QString newest; // name of the newest file that is not empty; empty: there is none
    qint64 size = 0;
    QDateTime at;
    bool operator==(const BackupFacts &) const = default;
};

enum class DockerState
{
    Absent,
    NoPermission, // this user may not talk to it
    NotRunning,
    Running,
    Unknown, // it answered something else: dockerText
};
QString dockerStateName(DockerState state);
std::optional<DockerState> dockerStateFrom(QStringView word);

enum class ComposeKind
{
    Absent,
    Plugin, // v2: `docker compose`
    Standalone, // v2 as `docker-compose`
    Legacy, // 1.x
};
QString composeKindName(ComposeKind kind);
std::optional<ComposeKind> composeKindFrom(QStringView word);

// What one look at a server told.
struct ServerFacts
{
    QDateTime at; // by our clock
    QString hostName;
    QString os; // "Debian GNU/Linux 12 (bookworm)"
    QString osId; // "debian", "alpine"
    QString kernel; // "6.1.0-18-amd64"
    QString cpu; // as images name it: "amd64", "arm64", "arm/v7"; else the kernel's word
    int cpus = 0;
    double load = 0; // of one minute
    qint64 memoryTotal = 0; // bytes
    qint64 memoryFree = 0; // available
    qint64 swapTotal = 0;
    std::chrono::seconds upFor{0};
    QString bootId;
    QString user;
    bool isRoot = false;
    // The server's clock minus ours, give or take the uncertainty.
    std::chrono::milliseconds clockAhead{0};
    std::chrono::milliseconds clockUncertainty{0};

    DockerState docker = DockerState::Absent;
    QString dockerVersion;
    QString dockerRoot;
    QString dockerText; // when it does not run: what it said
    ComposeKind compose = ComposeKind::Absent;
    QString composeVersion;

    QList<DiskFacts> disks;
    QList<StackFacts> stacks; // by project, then folder
    int otherContainers = 0; // that belong to no stack
    QList<BackupFacts> backups;
    bool operator==(const ServerFacts &) const = default;
};
