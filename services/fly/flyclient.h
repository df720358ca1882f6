#pragma once

#include "core/clock.h"
#include "core/http.h"
#include "core/ratebudget.h"
#include "core/result.h"
#include "fly/flyendpoints.h"
#include "types/app.h"
#include "types/logline.h"
#include "types/machine.h"
#include "types/volume.h"

#include <QHash>

#include <atomic>
#include <functional>
#include <stop_token>

// What a caller learns about its call while it runs; called on the caller's thread.
struct CallTrace
{
    QByteArray method;
    QString path; // no host, no values
    int status = 0; // 0: no answer
    QString requestId;
    std::chrono::milliseconds took{0};
};
struct CallContext
{
    std::stop_token stop;
    Clock::Duration limit{0}; // of the whole call, retries included; 0: the client's own limits
    std::function<void(Clock::Duration)> budgetWait; // the API budget makes it wait this long
    std::function<void(const CallTrace &)> exchanged; // each exchange, retries included
    std::function<void(const Error &)> retrying;
};

struct Lease
{
    MachineId machine;
    QString nonce;
    QString owner;
    QDateTime expiresAt;
    QString version; // the machine's instance_id when it was taken
};

struct MachineLaunch // fly-io.md 2.2, launch and update body
{
    MachineConfig config;
    QString region; // create only
    QString name; // create only
    bool skipLaunch = false;
    bool skipServiceRegistration = false;
    quint64 minSecretsVersion = 0; // 0: not sent
    std::chrono::seconds leaseTtl{0}; // create only
    QString currentVersion; // update only: refused when the machine has another instance_id
};

enum class WaitState
{
    Started,
    Stopped,
    Suspended,
    Destroyed,
    Failed,
    Settled
};

struct LogPage
{
    QList<LogLine> lines;
    QString nextToken;
};

struct OrganizationQuery // 2.2
{
    QDateTime updatedAfter; // invalid: all
    bool summary = false; // without configs
    bool includeDeleted = false;
};

struct OrganizationMachine
{
    AppName app;
    Machine machine; // no checks, events, host or digest; its incompleteConfig has the labels
};

struct OrganizationMachines
{
    QList<OrganizationMachine> machines;
    QDateTime lastUpdatedAt; // by the platform's clock; invalid: not told
    QStringList errorRegions; // whose machines could not be listed
};

// Apps that never had a release are there, with none.
using NewestReleases = QHash<AppName, std::optional<Release>>;

// Typed client of what a deploy by image needs. Blocking: for engine and pool threads. Thread-safe.
// One place decides about retries (FlyCall): reads and refusals to serve (429, a 503 that says so,
// connection refused) are tried again with full jitter and the budget's pause; a write whose fate
// is unknown is never sent again here: it answers Timeout, Offline, Unavailable or Cancelled and
// the caller looks first. Every error carries its kind and, where there was an answer, its request
// id.
class FlyClient
{
public:
    FlyClient(FlyEndpoints endpoints, HttpTransport &transport, RateBudget &budget, Clock &clock);
    Q_DISABLE_COPY_MOVE(FlyClient)

    [[nodiscard]] const FlyEndpoints &endpoints() const { return m_endpoints; }
    // How far the platform's clock is ahead of ours, by its answers; 0 while they agree about. What
    // the platform says of times is compared with platformNow() only: our clock may be hours off.
    [[nodiscard]] std::chrono::milliseconds platformAhead() const
    {
        return std::chrono::milliseconds(m_aheadMs.load());
    }
    [[nodiscard]] QDateTime platformNow() const;

    // Token and account
    Result<TokenScope> tokenScope(const CallContext &context);
    Result<QStringList> organizations(const CallContext &context); // their slugs

    // Apps (2.1)
    Result<QList<App>> apps(const QString &organization, const CallContext &context);
    Result<App> app(const AppName &app, const CallContext &context);

    // Whether it has an address that anybody can reach (2.6).
    Result<bool> hasPublicAddress(const AppName &app, const CallContext &context);

    // The fleet at a glance: all machines of an organisation (2.2), and the newest release of all
    // apps of the token (GraphQL, 4). Page by page, whole or an error.
    Result<OrganizationMachines> organizationMachines(
        const QString &organization, const OrganizationQuery &query, const CallContext &context);
    Result<NewestReleases> newestReleases(const CallContext &context);

    // Machines (2.2); a 404 of the list is tried for up to 5 s (1.9)
    Result<QList<Machine>> machines(const AppName &app, const CallContext &context);
    Result<Machine> machine(const AppName &app, const MachineId &id, const CallContext &context);
    Result<Machine> createMachine(
        const AppName &app, const MachineLaunch &launch, const CallContext &context);
    Result<Machine> updateMachine(const AppName &app,
        const MachineId &id,
        const MachineLaunch &launch,
        const QString &leaseNonce,
        const CallContext &context);
    Result<void> startMachine(const AppName &app,
        const MachineId &id,
        const QString &leaseNonce,
        const CallContext &context);
    Result<void> stopMachine(const AppName &app,
        const MachineId &id,
        const QString &leaseNonce,
        const CallContext &context);
    // False: whoever answered knows no such machine. It is gone, or that node has not heard of it.
    Result<bool> destroyMachine(const AppName &app,
        const MachineId &id,
        const QString &leaseNonce,
        const CallContext &context);
    // A cordoned machine gets no traffic from the proxy.
    Result<void> setCordoned(const AppName &app,
        const MachineId &id,
        bool cordoned,
        const QString &leaseNonce,
        const CallContext &context);
    // One long poll of at most `timeout` (1..60 s). False: not reached in that time. NotFound: it
    // is gone, or whoever answered has not heard of it.
    Result<bool> waitMachine(const AppName &app,
        const MachineId &id,
        WaitState state,
        std::chrono::seconds timeout,
        const CallContext &context);
    // Older configs of the machine, newest first: (instance id, config).
    Result<QList<std::pair<QString, MachineConfig>>> machineVersions(
        const AppName &app, const MachineId &id, const CallContext &context);
    Result<void> setMetadata(const AppName &app,
        const MachineId &id,
        const QString &key,
        const QString &value,
        const QString &leaseNonce,
        const CallContext &context);

    // Leases (2.3), on the reserved channel. Conflict: detail has the platform's sentence;
    // leaseHolder() reads it.
    Result<Lease> takeLease(const AppName &app,
        const MachineId &id,
        std::chrono::seconds ttl,
        const CallContext &context);
    Result<Lease> refreshLease(const AppName &app,
        const Lease &lease,
        std::chrono::seconds ttl,
        const CallContext &context);
    Result<void> dropLease(const AppName &app,
        const Lease &lease,
        const CallContext &context); // gone already: success
    Result<std::optional<LeaseInfo>> lease(
        const AppName &app, const MachineId &id, const CallContext &context);

    // Releases (4.1)
    Result<QList<Release>> releases(const AppName &app, int limit, const CallContext &context);
    Result<std::optional<Release>> currentRelease(const AppName &app, const CallContext &context);
    // With its definition (GraphQL currentReleaseUnprocessed{configDefinition}).
    Result<std::optional<Release>> releaseDefinition(
        const AppName &app, const CallContext &context);
    // By version, of the newest releases; those without a definition are left out.
    Result<QHash<int, QByteArray>> releaseDefinitions(
        const AppName &app, int limit, const CallContext &context);
    // `definition`: the fly.toml as JSON. Not idempotent: look for it by image and time before
    // sending again.
    Result<Release> createRelease(const AppName &app,
        const QString &image,
        const QString &strategy,
        const QByteArray &definition,
        const CallContext &context);
    Result<Release> updateRelease(const ReleaseId &id,
        ReleaseStatus status,
        const QString &errorText,
        const CallContext &context);

    // What flyctl asks before a bluegreen deploy (GraphQL canPerformBluegreenDeployment).
    Result<bool> canDeployBlueGreen(const AppName &app, const CallContext &context);

    // Image (GraphQL app.image); nothing: the registry does not have it
    Result<std::optional<RegistryImage>> image(
        const AppName &app, const QString &reference, const CallContext &context);
    // Volumes (2.5), those that are going away included
    Result<QList<Volume>> volumes(const AppName &app, const CallContext &context);
    // Secrets (2.8): digests only
    Result<QList<SecretDigest>> secrets(const AppName &app, const CallContext &context);
    // Logs (7.1)
    Result<LogPage> logs(const AppName &app,
        const QString &nextToken,
        const QString &instance,
        const CallContext &context);

    // "lease currently held by <who>, expires at <time>" of a Conflict (1.6).
    static std::optional<LeaseInfo> leaseHolder(const Error &error);

private:
    friend class FlyCall;
    void noteTime(const HttpResponse &response);

    FlyEndpoints m_endpoints;
    HttpTransport &m_transport;
    RateBudget &m_budget;
    Clock &m_clock;
    std::atomic<qint64> m_aheadMs{0};
};
