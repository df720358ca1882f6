#include "deploy/survey.h"

#include "config/localfiles.h"
#include "core/parallel.h"
#include "fly/groupconfig.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <functional>
#include <mutex>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr std::size_t askedAtOnce = 8;
constexpr qint64 largestConfig = 1 << 20;
constexpr Clock::Duration unheardRest = 700ms;

using Look = std::function<Result<void>(const CallContext &)>;

// Looks run side by side; what they tell of themselves is handed on by one at a time.
class Looks
{
public:
    Looks(Clock &clock, const CallContext &context)
        : m_clock(clock)
        , m_context(context)
    {
    }

    void add(Look look) { m_looks.push_back(std::move(look)); }

    Result<void> run()
    {
        const std::vector<Look> looks = std::exchange(m_looks, {});
        return forEachParallel(looks,
            askedAtOnce,
            m_clock,
            m_context.stop,
            [this](const Look &look, std::stop_token stop) {
                CallContext own = m_context;
                own.stop = std::move(stop);
                return look(own);
            });
    }

private:
    Clock &m_clock;
    const CallContext &m_context;
    std::vector<Look> m_looks;
};

template <typename T, typename Target> Result<void> put(Result<T> answer, Target &target)
{
    if (!answer)
        return failure(answer.error());
    target = std::move(*answer);
    return {};
}

tl::unexpected<Error> unreadableConfig(const QString &path, const QString &why)
{
    return failure(Error{Error::Kind::InvalidInput,
        u"%1: %2"_s.arg(path, why),
        0,
        {},
        {},
        u"config-unreadable %1"_s.arg(path)});
}

Result<FlyToml> readConfig(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadableConfig(path, file.errorString());
    if (file.size() > largestConfig)
        return unreadableConfig(path, u"too large for a fly.toml"_s);
    Result<FlyToml> toml = parseFlyToml(file.readAll(), path);
    if (toml) {
        if (const Result<void> read = readLocalFiles(*toml, path); !read)
            return failure(read.error());
    }
    return toml;
}

Result<void> lookForReleaseMachine(
    FlyClient &fly, const SurveyHints &hints, const CallContext &context, Survey &survey)
{
    MachineId id = hints.releaseMachine;
    for (const Machine &machine : std::as_const(survey.releaseMachines)) {
        const bool labelled = machine.config && !hints.releaseIntent.isEmpty()
            && machine.config->metadata.value(u"atalaya_intent"_s) == hints.releaseIntent;
        if (id.isEmpty() && labelled)
            id = machine.id;
    }
    if (id.isEmpty())
        return {};
    // The list may have no events; a destroyed machine stays readable for a while (fly-io.md 3.3).
    Result<Machine> machine = fly.machine(hints.app, id, context);
    if (machine)
        survey.releaseMachine = std::move(*machine);
    else if (machine.error().kind != Error::Kind::NotFound)
        return failure(machine.error());
    return {};
}

void sortOut(const QList<Machine> &all, Survey &survey)
{
    for (const Machine &machine : all) {
        if (isDeployable(machine))
            survey.machines.append(machine);
        else if (machine.isActive() && isReleaseMachine(machine))
            survey.releaseMachines.append(machine);
    }
    std::sort(survey.machines.begin(),
        survey.machines.end(),
        [](const Machine &a, const Machine &b) { return a.id < b.id; });
}

bool mayBeUnheard(Clock &clock, const SurveyHints &hints)
{
    return hints.unheardUntil.isValid() && clock.wallNow() < hints.unheardUntil;
}

bool lacksCreations(const QList<Machine> &machines, const SurveyHints &hints)
{
    QSet<QString> missing = hints.openCreations;
    for (const Machine &machine : machines) {
        if (machine.config)
            missing.remove(machine.config->metadata.value(u"atalaya_intent"_s));
    }
    return !missing.isEmpty();
}

// What was made a moment ago, by a process that died over it, may not be in the list yet: without
// it, it would be made twice.
Result<QList<Machine>> listMachines(
    FlyClient &fly, Clock &clock, const SurveyHints &hints, const CallContext &context)
{
    Result<QList<Machine>> machines = fly.machines(hints.app, context);
    while (machines && lacksCreations(*machines, hints) && mayBeUnheard(clock, hints)
        && clock.sleepFor(unheardRest, context.stop))
        machines = fly.machines(hints.app, context);
    return machines;
}

QDateTime destroyedAt(const Machine &machine)
{
    for (const MachineEvent &event : machine.events) {
        if (event.type == "destroy"_L1 || event.status == "destroyed"_L1)
            return event.at;
    }
    return machine.updatedAt;
}

// A list may lag behind, and one that is destroyed tells when for a while (fly-io.md 3.3).
Result<void> lookForUnlisted(FlyClient &fly,
    Clock &clock,
    const SurveyHints &hints,
    const CallContext &context,
    Survey &survey)
{
    QHash<MachineId, QString> unlisted = hints.known;
    for (const Machine &machine : std::as_const(survey.machines))
        unlisted.remove(machine.id);
    std::mutex mutex;
    Looks looks(clock, context);
    for (auto it = unlisted.cbegin(); it != unlisted.cend(); ++it) {
        looks.add([&, id = it.key(), group = it.value()](const CallContext &own) -> Result<void> {
            Result<Machine> seen = fly.machine(hints.app, id, own);
            while (!seen && seen.error().kind == Error::Kind::NotFound && mayBeUnheard(clock, hints)
                && clock.sleepFor(unheardRest, own.stop))
                seen = fly.machine(hints.app, id, own);
            if (!seen && seen.error().kind != Error::Kind::NotFound)
                return failure(seen.error());
            const std::lock_guard lock(mutex);
            if (seen && isDeployable(*seen))
                survey.machines.append(*seen);
            else if (!seen || !seen->isActive())
                survey.gone.append({id, group, seen ? destroyedAt(*seen) : QDateTime()});
            return {};
        });
    }
    const Result<void> done = looks.run();
    const auto byId = [](const auto &a, const auto &b) { return a.id < b.id; };
    std::sort(survey.machines.begin(), survey.machines.end(), byId);
    std::sort(survey.gone.begin(), survey.gone.end(), byId);
    return done;
}

QString imageInUse(const Survey &survey)
{
    QHash<QString, int> count;
    QString most;
    for (const Machine &machine : survey.machines) {
        const QString ref = machine.config && !machine.config->image.isEmpty()
            ? machine.config->image
            : machine.image.reference();
        if (ref.isEmpty())
            continue;
        if (++count[ref] > count.value(most) || most.isEmpty())
            most = ref;
    }
    if (most.isEmpty() && survey.newest)
        return survey.newest->imageRef;
    return most;
}

QString imageOf(const Survey &survey, int version)
{
    for (const Release &release : survey.releases) {
        if (release.version == version)
            return release.imageRef;
    }
    return {};
}

bool mountsAnything(const Survey &survey)
{
    for (const std::optional<FlyToml> *toml : {&survey.definition, &survey.file}) {
        if (!*toml)
            continue;
        for (const QString &group : (*toml)->groups()) {
            if (mountFor(**toml, group))
                return true;
        }
    }
    return std::any_of(survey.machines.cbegin(),
        survey.machines.cend(),
        [](const Machine &machine) { return machine.config && machine.config->hasMounts; });
}

// The definition of the release to return to. Where the platform has none, machines' versions are
// all there is.
Result<void> lookAtTarget(
    FlyClient &fly, const SurveyHints &hints, const CallContext &context, Survey &survey)
{
    const int version = hints.imageOfRelease ? hints.imageOfRelease(survey) : 0;
    if (version == 0)
        return {};
    const Result<QHash<int, QByteArray>> definitions =
        fly.releaseDefinitions(hints.app, hints.releases, context);
    if (!definitions)
        return failure(definitions.error());
    if (Result<FlyToml> toml = flyTomlFromDefinition(definitions->value(version)))
        survey.target = std::move(*toml);
    return {};
}

Result<void> lookAtRest(FlyClient &fly,
    Clock &clock,
    const SurveyHints &hints,
    const CallContext &context,
    Survey &survey)
{
    Looks looks(clock, context);
    if (!survey.image && hints.image.isEmpty()) {
        survey.imageRef = hints.imageOfRelease ? imageOf(survey, hints.imageOfRelease(survey))
                                               : imageInUse(survey);
        if (!survey.imageRef.isEmpty()) {
            looks.add([&](const CallContext &own) {
                return put(fly.image(hints.app, survey.imageRef, own), survey.image);
            });
        }
    }
    if (mountsAnything(survey)) {
        looks.add([&](const CallContext &own) {
            return put(fly.volumes(hints.app, own), survey.volumes);
        });
    }
    std::mutex mutex;
    if (hints.versions) {
        looks.add([&](const CallContext &own) { return lookAtTarget(fly, hints, own, survey); });
        for (const Machine &machine : std::as_const(survey.machines)) {
            looks.add([&fly, &hints, &survey, &mutex, id = machine.id](
                          const CallContext &own) -> Result<void> {
                const auto versions = fly.machineVersions(hints.app, id, own);
                if (!versions && versions.error().kind != Error::Kind::NotFound)
                    return failure(versions.error());
                const std::lock_guard lock(mutex);
                survey.versions.insert(
                    id, versions.value_or(QList<std::pair<QString, MachineConfig>>()));
                return {};
            });
        }
    }
    if (hints.wantsBlueGreen && hints.wantsBlueGreen(survey)) {
        looks.add([&](const CallContext &own) {
            return put(fly.canDeployBlueGreen(hints.app, own), survey.blueGreen);
        });
    }
    if (!hints.releaseMachine.isEmpty() || !hints.releaseIntent.isEmpty()) {
        looks.add(
            [&](const CallContext &own) { return lookForReleaseMachine(fly, hints, own, survey); });
    }
    return looks.run();
}
} // namespace

Result<Survey> surveyApp(
    FlyClient &fly, Clock &clock, const SurveyHints &hints, const CallContext &context)
{
    Survey survey;
    survey.at = clock.wallNow();
    if (!hints.configPath.isEmpty()) {
        Result<FlyToml> toml = readConfig(hints.configPath);
        if (!toml)
            return failure(toml.error());
        survey.file = std::move(*toml);
    } else if (!hints.recordedConfig.isEmpty()) {
        if (Result<FlyToml> toml = readConfig(hints.recordedConfig))
            survey.file = std::move(*toml);
    }
    QList<Machine> machines;
    Looks looks(clock, context);
    looks.add([&](const CallContext &own) { return put(fly.app(hints.app, own), survey.app); });
    looks.add([&](const CallContext &own) {
        return put(listMachines(fly, clock, hints, own), machines);
    });
    looks.add([&](const CallContext &own) {
        return put(fly.releases(hints.app, hints.releases, own), survey.releases);
    });
    looks.add([&](const CallContext &own) {
        return put(fly.releaseDefinition(hints.app, own), survey.newest);
    });
    looks.add(
        [&](const CallContext &own) { return put(fly.secrets(hints.app, own), survey.secrets); });
    if (!hints.image.isEmpty()) {
        survey.imageRef = hints.image;
        looks.add([&](const CallContext &own) {
            return put(fly.image(hints.app, hints.image, own), survey.image);
        });
    }
    if (const Result<void> seen = looks.run(); !seen)
        return failure(seen.error());

    sortOut(machines, survey);
    if (const Result<void> seen = lookForUnlisted(fly, clock, hints, context, survey); !seen)
        return failure(seen.error());
    std::sort(survey.releases.begin(),
        survey.releases.end(),
        [](const Release &a, const Release &b) { return a.version > b.version; });
    if (survey.newest && !survey.newest->definition.isEmpty()) {
        // A definition that cannot be read is told when it is needed.
        if (Result<FlyToml> toml = flyTomlFromDefinition(survey.newest->definition))
            survey.definition = std::move(*toml);
        // A definition names local files; what is in them only the folder knows.
        if (survey.definition && survey.file)
            survey.definition->localFiles = survey.file->localFiles;
    }
    for (const SecretDigest &secret : std::as_const(survey.secrets))
        survey.secretsVersion = std::max(survey.secretsVersion, secret.version);
    if (const Result<void> seen = lookAtRest(fly, clock, hints, context, survey); !seen)
        return failure(seen.error());
    survey.platformAhead = fly.platformAhead();
    return survey;
}

bool isUnreachable(const Machine &machine)
{
    return !machine.config || machine.hostStatus == "unreachable"_L1;
}

bool hasHostTrouble(const Machine &machine)
{
    return !machine.config || (!machine.hostStatus.isEmpty() && machine.hostStatus != "ok"_L1);
}

bool isDeployable(const Machine &machine)
{
    return machine.isLaunchMachine();
}

bool isReleaseMachine(const Machine &machine)
{
    return machine.processGroup() == "fly_app_release_command"_L1
        || (machine.config
            && machine.config->metadata.value(u"process_group"_s) == "release_command"_L1);
}

QString secretsDigest(const QList<SecretDigest> &secrets)
{
    QStringList lines;
    for (const SecretDigest &secret : secrets) {
        QString line = secret.name;
        line += u'=';
        line += secret.digest;
        lines.append(line);
    }
    lines.sort();
    return QString::fromLatin1(
        QCryptographicHash::hash(lines.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex());
}

int labelledVersion(const Machine &machine)
{
    return machine.config ? machine.config->metadata.value(u"fly_release_version"_s).toInt() : 0;
}

bool isLaunchedByUpdate(MachineState state)
{
    switch (state) {
    case MachineState::Started:
    case MachineState::Starting:
    case MachineState::Failed:
    case MachineState::Restarting:
    case MachineState::Replacing:
    case MachineState::Updating:
        return true;
    default:
        return false;
    }
}

int servingVersion(const QList<Machine> &machines)
{
    QHash<int, int> count;
    int most = 0;
    for (const Machine &machine : machines) {
        const int version = labelledVersion(machine);
        const int now = ++count[version];
        if (version != 0 && (most == 0 || now > count.value(most)))
            most = version;
    }
    return most;
}
