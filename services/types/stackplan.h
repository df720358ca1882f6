#pragma once

#include "types/ids.h"
#include "types/phase.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

// What a deploy of a compose project does on its servers, in every detail that the runner there
// needs. A plan for a stack is a DeployPlan like every other: its steps, notices, risk and hash are
// what the fold, the chart and the dialog know, a lane is a service of a server instead of a
// machine, and this hangs on it (DeployPlan::stack). A plan type of its own would have wanted a
// second journal, fold, chart and dialog; more fields in DeployPlan would have left every app's
// plan half empty.

enum class PlanReason;

enum class StackRedeploy
{
    Everything, // a first deploy, or nobody can tell what changed
    Code, // new images, the database as it is
    Database, // new images and something to migrate
    Environment, // only variables
    EarlierVersion,
};
QString stackRedeployName(StackRedeploy redeploy); // "code", "earlier-version", …
std::optional<StackRedeploy> stackRedeployFromName(QStringView name);

// Of what a step prints: it is right when one of its wants holds.
struct StackWant
{
    enum class Kind
    {
        Is, // without the line feeds at its end
        AtLeast, // a number
        Exactly,
    };
    Kind kind = Kind::Is;
    QString text;
    qint64 number = 0;
    bool operator==(const StackWant &) const = default;
};

// What the runner on the server is given: one of its steps each, in this order.
struct StackStep
{
    enum class Failure
    {
        Stop, // and the rollback, by policy: of what was begun
        GoOn // told, and passed over
    };

    int number = 0; // from 1, counting what is done; the rollback goes on counting; 0: skipped
    Phase phase = Phase::Preflight;
    Step step = Step::Survey;
    QString service; // whose lane it is on; empty: the server's
    QString detail; // machine text: image, file, name of the test
    // Never through a shell that reads data; in the stack's directory. Or what the runner does
    // itself: "@place" ID, "@put-back" [RUN].
    QStringList argv;
    QString inputSecret; // name of a secret that the command reads; its value is nowhere here
    QString inputFile; // on the server, below the directory: the command's stdin
    QString outputFile; // where its output goes: there when it ended well and is not empty
    std::chrono::seconds timeout{60}; // all tries together
    QList<StackWant> wants;
    int tries = 1;
    std::chrono::seconds every{1};
    Failure failure = Failure::Stop;
    bool again = false; // also when the run is continued: nothing of it stays
    bool repeatable = true; // else somebody is asked when nobody saw how it ended
    bool writes = false; // changes something on the server
    QStringList written; // files of the project, services, databases
    bool skipped = false;
    PlanReason reason{}; // why it is skipped
    QStringList reasonArgs;
    int onlyAfter = 0; // of the rollback: only if the step with this number was begun
    bool asks = false; // of the rollback: only when somebody says so
    bool operator==(const StackStep &) const = default;
};

struct PlannedService
{
    enum class Action
    {
        Nothing, // already right
        Recreate,
        Create, // there is no container yet
        LeftAlone // not a part of this deploy
    };
    enum class DowntimeFrom
    {
        None, // nothing is recreated
        Past, // earlier deploys
        HealthCheck, // what its health check says it may take
        Unknown
    };
    QString service;
    Action action = Action::Recreate;
    QString imageNow;
    QString digestNow;
    QString imageTarget;
    QString digestTarget;
    bool environmentChanges = false;
    bool configurationChanges = false;
    PlanReason why{};
    QStringList whyArgs;
    QStringList waitsFor; // services of this plan that come before it
    bool hasHealthcheck = false;
    bool runsOnce = false; // does its work and is gone
    DowntimeFrom downtimeFrom = DowntimeFrom::Unknown;
    std::chrono::milliseconds downtime{0}; // expected, while it is recreated
    std::chrono::milliseconds downtimeAtMost{0};
    bool operator==(const PlannedService &) const = default;
};

struct StackWatch // an address that users reach, watched from the desk meanwhile
{
    QString address;
    std::chrono::milliseconds every{0};
    std::chrono::milliseconds timeout{0};
    bool operator==(const StackWatch &) const = default;
};

struct StackServerPlan
{
    QString server;
    int wave = 1; // those of one are done at the same time
    QList<PlannedService> services; // in the order in which they are recreated
    QList<StackStep> steps; // one after another
    QList<StackStep> rollback; // one after another, when the steps have failed
    bool canRollBack = false; // what ran before is known
    QString run; // as the runner there calls it; empty: nothing is done there
    QString commitNow; // git mode: what is checked out
    bool operator==(const StackServerPlan &) const = default;
};

struct StackPlan
{
    QString stack;
    QString project; // as docker compose calls it
    QString directory;
    StackRedeploy redeploy = StackRedeploy::Everything;
    QString version; // to be deployed; empty: the images' references say it
    QString versionNow;
    QString chain; // names the backups of one deployment, whatever its attempts
    QString configDigest; // of atalaya.toml and of what the compose files say
    QString environmentDigest; // keyed, of the env file
    QString migrationKey; // digest of image, command and environment; empty: no migration
    QString migrationFiles; // digest of the files that tell whether there is something to migrate
    bool rollsBackByItself = false;
    bool restoresByItself = false; // the database, too
    QList<StackServerPlan> servers; // in order
    QList<StackWatch> watches;
    // What was asked for besides, so that the same can be asked again.
    QStringList onRequest; // services recreated although they are right
    bool backsUp = false;
    bool restoresData = false; // an earlier version's, with the version
    QString answer; // goes on with runs that wait for it, see failureAnswerName(); empty: none do
    bool takesOver = false; // an unfinished run of somebody else there is given up
    bool operator==(const StackPlan &) const = default;
};

// Where a step of a stack belongs; those of apps are the clean-up's.
Phase phaseOfStackStep(Step step);

// A lane that is an address which is watched.
bool isAddressLane(const QString &lane);
// Lanes and targets of stacks, where machines and apps have theirs. Neither can be the name of an
// app or the id of a machine.
QString stackLane(const QString &server, const QString &service = {});
QString serverOfLane(const QString &lane);
QString serviceOfLane(const QString &lane); // empty: the server's own
AppName stackTarget(const QString &stack);
bool isStackTarget(const AppName &target);
QString stackOfTarget(const AppName &target);
QString targetName(const AppName &target); // as a person calls it: the stack's name, or the app's
