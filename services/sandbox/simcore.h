#pragma once

#include "core/result.h"
#include "sandbox/simcontract.h"
#include "sandbox/simstate.h"
#include "sandbox/simworld.h"

#include <QCryptographicHash>

#include <functional>
#include <memory>

struct GraphQlField;

// A blob on its way to the registry.
struct SimUpload
{
    std::unique_ptr<QCryptographicHash> hash;
    qint64 size = 0;
    QByteArray content; // empty when it is too big to keep

    void add(const QByteArray &bytes);
};

// One request being answered.
struct SimCall
{
    const SimRequest &request;
    QStringList path; // segments
    QJsonObject body;
    const SimToken *token = nullptr;

    [[nodiscard]] bool isWrite() const
    {
        return request.method != "GET" && request.method != "HEAD";
    }
    [[nodiscard]] QString nonce() const;
};

// The simulator behind SimWorld, one .cpp per domain. Private to the box.
class SimCore
{
public:
    SimState s;
    quint64 revision = 0;
    QStringList requests;

    // simcore.cpp: time, events, ids
    void advanceTo(SimTime now);
    void schedule(SimEvent::Kind kind, const SimMachine &machine, const QString &app, SimTime in);
    quint64 random();
    QString hex(int digits);
    QString ulid();
    [[nodiscard]] QDateTime wall(SimTime time) const;
    [[nodiscard]] QString stamp(SimTime time) const; // RFC 3339
    [[nodiscard]] qint64 wallMs(SimTime time) const { return s.wallStartMs + time.count(); }
    [[nodiscard]] SimMachine *machine(const QString &app, const QString &id);
    [[nodiscard]] SimApp *app(const QString &name);

    // simrequest.cpp: what every request goes through
    SimAnswer handle(const SimRequest &request, SimTime now);
    SimAnswer resume(const SimHold &hold, SimTime now);
    SimAnswer glance(const SimRequest &request, SimTime now);
    SimReply finish(const QByteArray &method, const QString &path, SimReply reply);
    SimReply unknownRoute(const SimCall &call);
    std::optional<SimReply> authenticate(SimCall &call);
    std::optional<SimReply> limit(
        const QString &action, const QString &on, double rate = 1, int burst = 3);
    static SimReply json(int status, const QJsonObject &object);
    static SimReply json(int status, const QJsonArray &array);
    static SimReply error(int status, const QString &text, const QString &code = {});
    static SimReply notFound(const QString &what);

    // simcontractrules.cpp: what the table of resources/contract says of a request
    void violation(const QString &what);
    std::optional<SimReply> checkContract(const SimCall &call);
    void checkGraphQl(const SimCall &call);
    // A client that holds the lease, or the cookie, and does not send it.
    void checkNonce(const SimCall &call, const SimLease &lease);
    void checkAffinity(const SimCall &call, const SimApp &app);
    [[nodiscard]] static QString clientOf(const SimRequest &request);

    // simflaps.cpp: the Machines API's routes
    SimAnswer flaps(const SimCall &call);
    SimAnswer machineRoute(const SimCall &call, SimApp &app);
    SimAnswer oneMachineRoute(const SimCall &call, SimApp &app, SimMachine &machine);
    std::optional<SimReply> machineAction(const SimCall &call, SimApp &app, SimMachine &machine);

    // simmachines.cpp: create, update, list
    SimReply listMachines(const SimCall &call, SimApp &app);
    static bool isAskedFor(const SimCall &call, const SimMachine &machine);
    SimReply createMachine(const SimCall &call, SimApp &app);
    SimReply updateMachine(const SimCall &call, SimApp &app, SimMachine &machine);
    std::optional<SimReply> checkLaunch(
        const SimCall &call, SimApp &app, const QJsonObject &config);
    std::optional<SimReply> guardLease(const SimCall &call, const SimMachine &machine);
    [[nodiscard]] bool isVisible(const SimCall &call, const SimApp &app, SimTime visibleAt) const;

    // simorganisation.cpp
    SimReply listOrganisationMachines(const SimCall &call, const QString &slug);
    [[nodiscard]] QJsonArray organisationsOf(const SimToken &token) const;

    // simmachinejson.cpp
    [[nodiscard]] QJsonObject machineJson(const SimApp &app, const SimMachine &machine) const;
    [[nodiscard]] QJsonArray eventsJson(const SimMachine &machine, int limit) const;
    [[nodiscard]] QString digestOf(const SimApp &app, const QString &reference) const;
    [[nodiscard]] const SimImage *findImage(const SimApp &app, const QString &reference) const;
    // In our registry what was pushed; elsewhere what resources/scenarios/public-images.json lists,
    // and what this world runs or ran.
    [[nodiscard]] bool isThere(const SimApp &app, const QString &reference) const;

    // simactions.cpp: start, stop, restart, delete, metadata
    SimReply startMachine(SimApp &app, SimMachine &machine);
    SimReply stopMachine(SimApp &app, SimMachine &machine);
    SimReply suspendMachine(SimApp &app, SimMachine &machine);
    SimReply restartMachine(SimApp &app, SimMachine &machine);
    SimReply signalMachine(const SimCall &call, SimApp &app, SimMachine &machine);
    SimReply deleteMachine(const SimCall &call, SimApp &app, SimMachine &machine);
    SimReply metadataRoute(const SimCall &call, SimMachine &machine);
    SimReply processes(const SimMachine &machine);
    void destroyMachine(SimApp &app, SimMachine &machine, const QString &source);

    // simlifecycle.cpp: what machines do by themselves
    void apply(const SimEvent &event);
    SimMachineEvent &record(
        SimMachine &machine, const QString &type, const QString &status, const QString &source);
    void setState(SimMachine &machine, const QString &state);
    void prepareImage(SimApp &app, SimMachine &machine);
    void imageReady(SimApp &app, SimMachine &machine);
    void imageFailed(SimApp &app, SimMachine &machine, bool quietly);
    void beginStarting(SimApp &app, SimMachine &machine);
    void vmStarted(SimApp &app, SimMachine &machine);
    void mainExits(SimApp &app, SimMachine &machine);
    void recordExit(SimApp &app, SimMachine &machine, int code, bool requested, bool restarting);
    void endRun(SimApp &app, SimMachine &machine);
    void drain(SimApp &app, SimMachine &machine);
    void destroyed(SimApp &app, SimMachine &machine);

    // simboot.cpp: the software inside, its checks
    void takeRunFault(const SimApp &app, SimMachine &machine);
    void boot(SimApp &app, SimMachine &machine);
    void runReleaseCommand(SimApp &app, SimMachine &machine);
    void planExit(SimApp &app, SimMachine &machine, SimTime in, int code);
    void checksAppear(SimApp &app, SimMachine &machine);
    void runChecks(SimApp &app, SimMachine &machine);
    void recheckAll(); // a condition changed
    [[nodiscard]] bool conditionsMet(const QStringList &needs) const;

    // simleases.cpp
    SimReply leaseRoute(const SimCall &call, SimMachine &machine);
    SimReply takeLease(const SimCall &call, SimMachine &machine);
    SimLease &grantLease(SimMachine &machine, const QString &owner, SimTime ttl);
    [[nodiscard]] QString leaseConflict(const SimMachine &machine, const SimLease &lease) const;

    // simwait.cpp
    SimAnswer waitRoute(const SimCall &call, SimApp &app, SimMachine &machine);
    std::optional<SimReply> tryWait(const SimHold &hold);

    // simapps.cpp: apps, secrets, platform, tokens
    SimAnswer appsRoute(const SimCall &call);
    SimReply createApp(const SimCall &call);
    [[nodiscard]] QJsonObject appJson(const SimApp &app) const;
    SimReply secretsRoute(const SimCall &call, SimApp &app);
    SimReply oneSecretRoute(const SimCall &call, SimApp &app, const QString &name);
    void setSecret(SimApp &app, const QString &name, const QJsonValue &value);
    [[nodiscard]] QJsonObject secretJson(const SimSecret &secret) const;
    SimReply platformRoute(const SimCall &call);
    SimReply currentToken(const SimCall &call) const;
    [[nodiscard]] QString hostname(const SimApp &app) const;

    // simreleases.cpp: the newer REST API
    SimAnswer uiex(const SimCall &call);
    SimReply releasesRoute(const SimCall &call);
    SimReply createRelease(const SimCall &call);
    SimReply updateRelease(const SimCall &call, const QString &id);
    SimReply buildsRoute(const SimCall &call);
    [[nodiscard]] QJsonObject releaseJson(const SimRelease &release) const;

    // simpublic.cpp
    SimReply publicRoute(const SimCall &call);

    // simlogs.cpp
    void logLine(SimApp &app,
        const SimMachine &machine,
        QLatin1StringView provider,
        const QString &level,
        const QString &message,
        SimTime at);
    void logScript(SimApp &app, const SimMachine &machine, const QList<SimScriptLine> &lines);
    void dropFutureLog(SimApp &app, const SimMachine &machine);
    SimReply logsRoute(const SimCall &call);
    [[nodiscard]] QJsonObject logJson(const SimLogLine &line) const;

    // simlogin.cpp: a token for who logs in with the browser
    struct Login
    {
        QString name; // of the computer
        bool approved = false;
    };
    QMap<QString, Login> logins; // by id; forgotten with the process
    static bool isLogin(const SimCall &call);
    SimReply login(const SimCall &call);
    SimReply loginPage(const QString &id, bool approve);

    // simgraphql.cpp, simmutations.cpp
    SimReply graphQl(const SimCall &call);
    Result<QJsonValue> mutate(const SimCall &call, const GraphQlField &field);
    Result<QJsonValue> createLimitedToken(const SimCall &call, const QJsonObject &input);
    Result<QJsonValue> allocateAddress(SimApp &app, const QJsonObject &input);
    Result<QJsonValue> releaseAddress(SimApp &app, const QJsonObject &input);
    Result<QJsonValue> mutateSecrets(
        SimApp &app, const QString &mutation, const QJsonObject &input);
    [[nodiscard]] bool mayUse(const SimToken &token, const QString &app) const;

    // simregistry.cpp
    SimReply registry(SimCall &call);
    std::optional<SimReply> authenticateAtRegistry(SimCall &call);
    SimReply manifestsRoute(
        const SimCall &call, SimApp &app, const QString &repository, const QString &reference);
    SimReply putManifest(
        const SimCall &call, SimApp &app, const QString &repository, const QString &reference);
    SimReply blobsRoute(const SimCall &call, const QString &repository, const QString &rest);
    SimReply uploadsRoute(const SimCall &call, const QString &repository, const QString &id);
    SimReply finishUpload(const QString &repository, const QString &id, const QString &digest);

    // simvolumes.cpp
    SimReply volumesRoute(const SimCall &call, SimApp &app);
    SimReply createVolume(const SimCall &call, SimApp &app);
    SimReply organisationVolumes(const QString &slug);
    static SimVolume *volume(SimApp &app, const QString &id);
    [[nodiscard]] QJsonObject volumeJson(const SimVolume &volume) const;
    static QString mountedVolume(const QJsonObject &config);
    std::optional<SimReply> checkVolume(
        SimApp &app, const QString &machine, const QJsonObject &config);
    static void attachVolume(SimApp &app, SimMachine &machine);
    static void detachVolumes(SimApp &app, const QString &machine);

    // simaddresses.cpp
    SimReply addressesRoute(const SimCall &call, SimApp &app);
    QJsonObject newAddress(SimApp &app, const QString &type, const QString &region); // or empty
    bool removeAddress(SimApp &app, const QString &ip);

    // simfaults.cpp
    Result<void> provoke(const SimFault &fault);
    void begin(const SimFault &given);
    int clearFaults(const QString &name);
    [[nodiscard]] std::optional<SimFault> takeFault(QLatin1StringView name,
        const QString &app,
        const QString &machine,
        const SimRequest *request = nullptr);
    std::optional<SimReply> faultBefore(const SimCall &call);
    void faultAfter(const SimCall &call, SimReply &reply);
    SimReply incidents();

    // simscenario.cpp, simpersistence.cpp
    static Result<std::unique_ptr<SimCore>> fromScenario(
        const QByteArray &json, const QDateTime &wallStart);
    [[nodiscard]] QByteArray save() const;
    static Result<std::unique_ptr<SimCore>> load(const QByteArray &saved);

private:
    QString m_client; // whose request is being answered
    std::map<QString, SimBucket> m_buckets;
    std::map<QString, SimUpload> m_uploads; // begun; a restart forgets them, as registries do
};

// A duration as Go writes it ("1m30s"); a number is nanoseconds. Nothing when it cannot be read.
std::optional<SimTime> goDuration(const QJsonValue &value);
