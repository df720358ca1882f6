#pragma once

#include "config/stackchecks.h"
#include "deploy/stackplanner.h"

#include <QByteArray>
#include <QString>

// A project of tests/data/stacks, read from its folder as programs do.
namespace StackFixture {
QByteArray fileIn(const QString &folder, const QString &name);
// `env`: the text of its env file, which is nowhere in the tree.
StackProject project(const QString &folder, const QByteArray &env);
StackProject invex(const QString &folder); // field case C
StackProject gad(const QString &folder); // field case D
// As the project with another text of atalaya.toml.
StackProject withToml(const StackProject &project, const QByteArray &text);

// Everything on one version runs on all servers, as the files want it.
StackInputs running(const StackProject &project, const QString &version);
// The registry has this version, and the files name it.
void offer(StackInputs &inputs, const QString &version);
StackServiceNow *service(StackInputs &inputs, const QString &name, qsizetype server = 0);
// 1.4.0 runs and was deployed from here; the files name 1.5.0, with something to migrate.
StackInputs upgraded(const StackProject &project);
DeployPlan planned(const StackInputs &inputs); // ends the test where it is refused
const StackServerPlan &first(const DeployPlan &plan);
const StackServerPlan &first(DeployPlan &&plan) = delete;
// The first of its kind; nullptr: there is none.
const StackStep *step(const QList<StackStep> &steps, Step wanted, const QString &service = {});
bool tells(const DeployPlan &plan, PlanWarning warning);
// What a deployment that succeeded leaves in the records.
StackRecord recordOf(const StackInputs &inputs, const DeployPlan &plan, bool succeeded);
// One line a step: "3 pull-image backend: docker compose …", "- pull-image web (already-right)".
QStringList lines(const QList<StackStep> &steps);
} // namespace StackFixture
