#include "app/composition.h"
#include "app/ctl/command.h"
#include "app/ctl/configview.h"
#include "app/ctl/inputfile.h"
#include "app/ctl/session.h"
#include "app/ctl/text.h"
#include "config/flytoml.h"
#include "diagnosis/catalogue.h"
#include "diagnosis/dockerfile.h"
#include "diagnosis/logparts.h"
#include "diagnosis/situations.h"
#include "fly/flyclient.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestFile = 64 * 1024 * 1024;

struct GivenFile
{
    QString path;
    QByteArray text;
};

// What was handed in, by what it is.
struct GivenFiles
{
    QList<GivenFile> logs;
    QList<GivenFile> configs; // fly.toml
    std::optional<GivenFile> dockerfile;
};

Result<GivenFiles> filesOf(const QStringList &paths)
{
    GivenFiles files;
    for (const QString &path : paths) {
        const Result<QByteArray> text = readInputFile(path, largestFile);
        if (!text)
            return failure(text.error());
        const QString name = QFileInfo(path).fileName();
        if (name.endsWith(".toml"_L1))
            files.configs.append({path, *text});
        else if (name.startsWith("Dockerfile"_L1) || name.endsWith(".Dockerfile"_L1))
            files.dockerfile = GivenFile{path, *text};
        else
            files.logs.append({path, *text});
    }
    return files;
}

QString storyName(LogStory story)
{
    switch (story) {
    case LogStory::Build:
        return u"build"_s;
    case LogStory::ReleaseCommand:
        return u"release-command"_s;
    case LogStory::Run:
        break;
    }
    return u"run"_s;
}

QString placed(const QString &path, qint64 line, const QString &text)
{
    return u"  %1:%2: %3"_s.arg(path).arg(line).arg(text);
}

// Where the Dockerfile is to be changed, when it is at hand.
std::optional<DockerfilePlace> dockerfilePlace(const GivenFiles &files, const LogFinding &finding)
{
    if (finding.story != LogStory::Build || !files.dockerfile)
        return {};
    for (const Evidence &evidence : finding.diagnosis.evidence) {
        if (evidence.kind == Evidence::Kind::ConfigLine && !evidence.text.isEmpty())
            return placeInDockerfile(files.dockerfile->text, evidence.text);
    }
    return {};
}

void showFinding(
    CtlSession &session, const GivenFiles &files, const GivenFile &log, const LogFinding &finding)
{
    const Catalogue &catalogue = session.composition().catalogue();
    const bool isSpanish = QLocale().language() == QLocale::Spanish;
    const DiagnosisText text = catalogue.text(finding.diagnosis, isSpanish ? u"es"_s : u"en"_s);
    const Evidence &proof = finding.diagnosis.evidence.first();
    const std::optional<DockerfilePlace> place = dockerfilePlace(files, finding);

    QJsonObject object{{u"file"_s, log.path},
        {u"line"_s, proof.logIndex + 1},
        {u"text"_s, proof.text},
        {u"story"_s, storyName(finding.story)},
        {u"rule"_s, finding.diagnosis.rule},
        {u"catalogue"_s, finding.diagnosis.catalogue},
        {u"cause"_s, text.cause},
        {u"remedy"_s, text.remedy}};
    session.out().line(text.cause);
    session.out().line(placed(log.path, proof.logIndex + 1, proof.text));
    if (place) {
        object.insert(u"dockerfileLine"_s, place->line);
        session.out().line(placed(files.dockerfile->path, place->line, place->instruction));
    }
    if (place && place->install > 0) {
        object.insert(u"dockerfileInstallLine"_s, place->install);
        session.out().line(placed(files.dockerfile->path,
            place->install,
            CtlText::tr("this stage installs its packages here")));
    }
    session.out().line(text.remedy);
    session.out().line({});
    session.out().object("cause"_L1, object);
}

void showSituation(CtlSession &session, const Diagnosis &situation)
{
    const bool isSpanish = QLocale().language() == QLocale::Spanish;
    const DiagnosisText text =
        session.composition().catalogue().text(situation, isSpanish ? u"es"_s : u"en"_s);
    QJsonArray evidence;
    session.out().line(text.cause);
    for (const Evidence &proof : situation.evidence) {
        session.out().line(u"  > "_s + proof.text);
        evidence.append(proof.text);
    }
    session.out().line(text.remedy);
    session.out().line({});
    session.out().object("cause"_L1,
        {{u"rule"_s, situation.rule},
            {u"catalogue"_s, situation.catalogue},
            {u"cause"_s, text.cause},
            {u"remedy"_s, text.remedy},
            {u"evidence"_s, evidence}});
}

// An app as it is: releases, machines with their events, checks and configuration.
ExitCode diagnoseApp(CtlSession &session, const AppName &app)
{
    if (const auto code = session.needClient(app))
        return *code;
    constexpr int newest = 3;
    FlyClient &fly = session.client();
    const Result<QList<Release>> releases = fly.releases(app, newest, session.context());
    if (!releases)
        return session.fail(releases.error());
    Result<QList<Machine>> machines = fly.machines(app, session.context());
    if (!machines)
        return session.fail(machines.error());
    for (Machine &machine : *machines) { // a list may tell no events
        if (Result<Machine> whole = fly.machine(app, machine.id, session.context()))
            machine = std::move(*whole);
    }
    const QList<Diagnosis> found = situationsOf(*releases, *machines, fly.platformNow());
    for (const Diagnosis &situation : found)
        showSituation(session, situation);
    session.out().object("diagnosis"_L1, {{u"found"_s, found.size()}});
    if (found.isEmpty())
        session.out().line(CtlText::tr("No cause that is known was found."));
    return found.isEmpty() ? ExitCode::NotFound : ExitCode::Done;
}

ExitCode runDiagnose(CtlSession &session)
{
    if (session.invocation().has(u"app"_s))
        return diagnoseApp(session, AppName(session.invocation().value(u"app"_s)));
    if (session.invocation().arguments.isEmpty())
        return session.refuse(CtlText::tr("Name a file, or an app with “%1”.").arg(u"--app APP"_s));
    const Result<GivenFiles> files = filesOf(session.invocation().arguments);
    if (!files)
        return session.fail(files.error());
    QList<int> ports;
    qsizetype found = 0;
    for (const GivenFile &file : files->configs) {
        const FlyToml toml = readFlyToml(file.text, file.path);
        ports += summaryOf(toml).internalPorts;
        found += toml.findings.size();
        session.out().object("config-check"_L1, checkObject(file.path, toml));
        for (const ConfigFinding &finding : toml.findings)
            session.out().line(findingLine(file.path, finding));
    }
    for (const GivenFile &log : files->logs) {
        const QList<LogFinding> findings =
            session.composition().catalogue().diagnoseLog(linesOfText(log.text), ports);
        found += findings.size();
        for (const LogFinding &finding : findings)
            showFinding(session, *files, log, finding);
    }
    session.out().object("diagnosis"_L1, {{u"found"_s, found}});
    if (found == 0)
        session.out().line(CtlText::tr("No cause that is known was found."));
    return found > 0 ? ExitCode::Done : ExitCode::NotFound;
}

} // namespace

QList<CtlCommand> diagnoseCommands()
{
    return {
        {u"diagnose"_s,
            u"FILE...|--app APP"_s,
            CtlText::tr("Says why it failed, from logs (\"-\": standard input), fly.toml and "
                        "Dockerfile; 4 when no known cause is found."),
            0,
            1000,
            {{u"app"_s,
                CtlText::tr("Looks at an app instead: its releases, and what its machines tell."),
                u"APP"_s}},
            runDiagnose},
    };
}
