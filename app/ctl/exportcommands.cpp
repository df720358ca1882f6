#include "app/composition.h"
#include "app/ctl/command.h"
#include "app/ctl/jsonshapes.h"
#include "app/ctl/running.h"
#include "app/ctl/text.h"
#include "capsule/capsule.h"
#include "core/clock.h"
#include "models/comparisonmodel.h"
#include "models/spancsv.h"

#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

Result<DeploymentState> stateOf(CtlSession &session, const DeploymentId &id)
{
    return session.ask<DeploymentState>(
        [&session, id] { return session.composition().deploy().load(id); });
}

Result<void> write(const QString &path, const QByteArray &bytes)
{
    if (path == "-"_L1) {
        const auto size = static_cast<std::size_t>(bytes.size());
        const bool written = std::fwrite(bytes.constData(), 1, size, stdout) == size;
        if (!written || std::fflush(stdout) != 0)
            return failure(Error::Kind::Storage, u"standard output"_s);
        return {};
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(Error::Kind::InvalidInput, u"%1: %2"_s.arg(path, file.errorString()));
    return {};
}

ExitCode finish(CtlSession &session,
    const DeploymentSummary &summary,
    const QString &path,
    const QByteArray &bytes)
{
    const Result<void> written = write(path, bytes);
    if (!written)
        return session.fail(written.error());
    session.out().object("export"_L1,
        {{u"deployment"_s, summary.id.value},
            {u"file"_s, QFileInfo(path).absoluteFilePath()},
            {u"bytes"_s, bytes.size()}});
    if (path != "-"_L1)
        session.out().line(CtlText::tr("Written: %1").arg(path));
    return ExitCode::Done;
}

ExitCode runExport(CtlSession &session)
{
    const CtlInvocation &invocation = session.invocation();
    const QString csv = invocation.value(u"csv"_s);
    const QString capsule = invocation.value(u"capsule"_s);
    if (csv.isEmpty() == capsule.isEmpty())
        return session.refuse(
            CtlText::tr("Say what to write: one of %1.").arg(u"--csv FILE, --capsule FILE"_s));
    const QString path = csv.isEmpty() ? capsule : csv;
    if (path == "-"_L1 && session.out().isJson())
        return session.refuse(CtlText::tr("With %1 a file is wanted, not “-”.").arg(u"--json"_s));
    if (const auto code = session.needStore())
        return *code;
    const Result<DeploymentSummary> found = findDeployment(session, session.argument());
    if (!found)
        return session.fail(found.error());
    if (!csv.isEmpty()) {
        const Result<DeploymentState> state = stateOf(session, found->id);
        return state ? finish(session, *found, path, spanCsv(*state)) : session.fail(state.error());
    }
    const Result<Capsule> made = Capsule::of(session.composition().journal(),
        found->id,
        invocation.has(u"with-log"_s),
        u"atalayactl"_s,
        QDateTime::currentDateTimeUtc());
    return made ? finish(session, *found, path, capsuleToJson(*made)) : session.fail(made.error());
}

QJsonObject sideObject(const DeploymentComparison::Side &side)
{
    if (!side.present)
        return {{u"present"_s, false}};
    return {{u"present"_s, true},
        {u"skipped"_s, side.skipped},
        {u"outcome"_s, outcomeName(side.outcome)},
        {u"workedMs"_s, static_cast<qint64>(side.worked.count())},
        {u"waitedMs"_s, static_cast<qint64>(side.waited.count())}};
}

QJsonObject partObject(const DeploymentComparison::Part &part)
{
    QJsonObject object{{u"phase"_s, part.phase ? QJsonValue(phaseName(*part.phase)) : QJsonValue()},
        {u"lane"_s, part.lane},
        {u"first"_s, sideObject(part.first)},
        {u"second"_s, sideObject(part.second)}};
    if (const auto difference = part.difference())
        object.insert(u"differenceMs"_s, static_cast<qint64>(difference->count()));
    return object;
}

void showComparison(CtlSession &session,
    const DeploymentComparison &comparison,
    const DeploymentSummary &first,
    const DeploymentSummary &second)
{
    const auto title = [](const DeploymentSummary &summary) {
        return u"#%1"_s.arg(QLocale().toString(summary.number));
    };
    QList<QStringList> rows{{CtlText::tr("Phase"),
        title(first),
        title(second),
        CtlText::tr("Difference"),
        CtlText::tr("What differs")}};
    QJsonArray parts;
    for (const DeploymentComparison::Part &part : comparison.parts) {
        const QString indent = part.lane.isEmpty() ? QString() : u"  "_s;
        rows.append({QString(indent + ComparisonModel::name(part)),
            ComparisonModel::took(part.first),
            ComparisonModel::took(part.second),
            ComparisonModel::difference(part),
            ComparisonModel::remark(part)});
        parts.append(partObject(part));
    }
    session.out().columns(rows);
    session.out().object("comparison"_L1,
        {{u"first"_s, summaryObject(first)},
            {u"second"_s, summaryObject(second)},
            {u"parts"_s, parts}});
}

ExitCode runCompare(CtlSession &session)
{
    if (const auto code = session.needStore())
        return *code;
    QList<DeploymentSummary> summaries;
    QList<DeploymentState> states;
    for (int i = 0; i < 2; ++i) {
        const Result<DeploymentSummary> found = findDeployment(session, session.argument(i));
        if (!found)
            return session.fail(found.error());
        const Result<DeploymentState> state = stateOf(session, found->id);
        if (!state)
            return session.fail(state.error());
        summaries.append(*found);
        states.append(*state);
    }
    const QDateTime now = session.composition().clock().wallNow();
    showComparison(session,
        DeploymentComparison::of(states.first(), states.last(), now),
        summaries.first(),
        summaries.last());
    return ExitCode::Done;
}

} // namespace

QList<CtlCommand> exportCommands()
{
    return {
        {u"export"_s,
            u"DEPLOYMENT|APP"_s,
            CtlText::tr("Writes a deployment into a file, for people or programs elsewhere."),
            1,
            1,
            {numberedAppOption(),
                {u"csv"_s, CtlText::tr("Its steps as a table."), u"FILE"_s},
                {u"capsule"_s,
                    CtlText::tr("Its record: plan, events, verdict, diagnosis; no secrets."),
                    u"FILE"_s},
                {u"with-log"_s, CtlText::tr("The record with its log.")}},
            runExport},
        {u"compare"_s,
            u"DEPLOYMENT DEPLOYMENT"_s,
            CtlText::tr("Compares two deployments, phase by phase."),
            2,
            2,
            {numberedAppOption()},
            runCompare},
    };
}
