#pragma once

#include "core/result.h"
#include "types/app.h"
#include "types/deployplan.h"
#include "types/verdict.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

// A history file as values. Times are seconds: of steps since their deployment's start, of stages
// and log lines since their step's.
struct PastStage
{
    QString lane;
    QString title;
    double at = 0;
    double length = 0;
    bool failed = false;
};

struct PastStep
{
    QString what; // "survey", "build", "update" …
    double at = 0;
    double length = 0;
    bool failed = false;
    QString log; // name of the lines it wrote
    QList<PastStage> stages; // of a build
    QString machine;
    double prepare = 0; // of a release command
    double run = 0;
    int exitCode = 0;
    double turn = 0; // of an update: its segments
    double pull = 0;
    double start = 0;
    double grace = 0;
    double checks = 0;
    QString before; // the machine's versions
    QString after;
    QString checkOutput; // of a check that never passed
};

struct PastDeployment
{
    DeploymentId id;
    int number = 0;
    double startedSecondsAgo = 0;
    DeployKind kind = DeployKind::Deploy;
    DeploymentId refersTo;
    int version = 0; // 0: no release was made
    int from = 0; // the version that served before
    int toVersion = 0;
    QString image; // tag; empty: none was made
    QString digest;
    QString imageBefore;
    ReleaseId release;
    bool secretsAsNow = false;
    Reported reported = Reported::Succeeded;
    double ends = 0;
    QList<PastStep> steps;
};

struct PastLine
{
    double at = 0;
    QString level;
    QString text;
};

struct PastApp
{
    AppName app;
    QString organization;
    QString region;
    QString releaseCommand;
    double maxUnavailable = 0.33;
    QString check;
    QString checkOutput;
    QByteArray definition;
    QList<SecretDigest> secrets;
    QList<std::pair<MachineId, QString>> machines; // with their names
    QHash<QString, QList<PastLine>> logs;
    QList<PastDeployment> deployments; // oldest first
};

Result<PastApp> readPast(const QByteArray &json, const QString &fileName);
