#pragma once

#include "app/ctl/output.h"
#include "config/composechecks.h"
#include "config/flytoml.h"
#include "config/stackchecks.h"
#include "types/configchange.h"

#include <QJsonObject>

// How atalayactl shows configs, their findings and their differences.
struct ConfigCounts
{
    int errors = 0;
    int warnings = 0;
};
ConfigCounts countsOf(const QList<ConfigFinding> &findings);

QJsonObject checkObject(const QString &path, const FlyToml &toml);
QJsonObject checkObject(
    const QStringList &files, const ComposeProject &project, const QList<ComposeFinding> &findings);
QJsonObject checkObject(const EnvSource &source, const QList<ConfigFinding> &findings);
QJsonObject checkObject(
    const QString &path, const AtalayaToml &toml, const QList<StackFinding> &findings);
QList<ComposeFinding> inOrderOfFiles(QList<ComposeFinding> findings);
QString findingLine(const QString &path, const ConfigFinding &finding); // "fly.toml:3:5: error: …"
QString checkSummary(const QString &path, const ConfigCounts &counts);

struct ConfigDifferences
{
    QString app;
    QString source;
    QList<ConfigChangeSet> sets;
    QList<MachineId> same;
    QList<std::pair<QString, QString>> failed; // machine, why its config cannot be derived
};
void showDifferences(CtlOutput &out, const ConfigDifferences &differences);
QStringList changeLines(const ConfigChangeSet &set); // a headline and a line for each change
