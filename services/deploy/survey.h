#pragma once

#include "config/flytoml.h"
#include "core/clock.h"
#include "fly/flyclient.h"
#include "types/app.h"
#include "types/machine.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <functional>
#include <optional>

struct Survey;

// What a survey is to look at besides what every plan needs.
struct SurveyHints
{
    AppName app;
    QString image; // reference to resolve; empty: the one that runs now
    QString configPath; // a fly.toml to read
    QString recordedConfig; // the one an earlier attempt read; may be gone
    // Roll back: the release whose image to resolve (0: none), from what has been seen so far.
    std::function<int(const Survey &)> imageOfRelease;
    std::function<bool(const Survey &)> wantsBlueGreen; // then the platform is asked about it
    bool versions = false; // roll back: older configs of every machine, definitions of releases
    int releases = 25; // how many of them
    MachineId releaseMachine; // of an earlier attempt: what became of it
    QString releaseIntent; // the same, when only our label is known
    // Of earlier attempts, with their groups; the list of one node may lack some of them.
    QHash<MachineId, QString> known;
    QSet<QString> openCreations; // intents: nobody knows whether a machine came of them
    QDateTime unheardUntil; // by our clock: until then a node may not know what was made last
};

// One that earlier attempts knew and that is there no more.
struct GoneMachine
{
    MachineId id;
    QString group;
    QDateTime at; // invalid: the platform has forgotten it
};

// Reality before a deployment, read and never written.
struct Survey
{
    App app;
    QList<Machine> machines; // of deploys: active Fly Launch machines, by id
    QList<Machine> releaseMachines; // release-command machines still there
    QList<GoneMachine> gone; // of SurveyHints::known, by id
    QList<Release> releases; // newest first
    std::optional<Release> newest; // with its definition
    std::optional<FlyToml> definition; // of `newest`
    std::optional<FlyToml> target; // roll back: of the release to return to, where it is kept
    std::optional<FlyToml> file; // of SurveyHints::configPath or recordedConfig
    QString imageRef; // what was asked for
    std::optional<RegistryImage> image; // nothing: the registry does not have it
    std::optional<bool> blueGreen; // whether the platform can; nothing: not asked
    QList<SecretDigest> secrets;
    quint64 secretsVersion = 0; // 0: not told
    QList<Volume> volumes; // when somebody mounts one, or is to
    QHash<MachineId, QList<std::pair<QString, MachineConfig>>> versions;
    std::optional<Machine> releaseMachine; // of the hint, also when destroyed; nothing: not found
    QDateTime at;
    std::chrono::milliseconds platformAhead{0}; // of our clock
};

[[nodiscard]] Result<Survey> surveyApp(
    FlyClient &fly, Clock &clock, const SurveyHints &hints, const CallContext &context);

// Fly Launch machines that a deploy acts on, those on unreachable hosts included.
[[nodiscard]] bool isDeployable(const Machine &machine);
[[nodiscard]] bool isReleaseMachine(const Machine &machine);
[[nodiscard]] bool isUnreachable(const Machine &machine);
[[nodiscard]] bool hasHostTrouble(const Machine &machine); // its host is not "ok"
// Over the names and digests; values are never known here.
[[nodiscard]] QString secretsDigest(const QList<SecretDigest> &secrets);
// Version of the release in the machine's labels; 0: none.
[[nodiscard]] int labelledVersion(const Machine &machine);
// Whether an update launches the new version (fly-io.md 5.6, 2).
[[nodiscard]] bool isLaunchedByUpdate(MachineState state);
// The release version most of the machines carry; 0: none.
[[nodiscard]] int servingVersion(const QList<Machine> &machines);
