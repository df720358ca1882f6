#include "app/ctl/configcheck.h"

#include "app/ctl/configfiles.h"
#include "app/ctl/configview.h"
#include "app/ctl/inputfile.h"
#include "app/ctl/session.h"
#include "app/ctl/text.h"
#include "config/composechecks.h"
#include "config/flytoml.h"
#include "config/gitindex.h"
#include "config/localfiles.h"
#include "config/stackfolder.h"
#include "config/tomldocument.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestChecked = 16 * 1024 * 1024;

class CheckRun
{
public:
    explicit CheckRun(CtlSession &session)
        : m_session(session)
        , m_envFile(session.invocation().value(u"env-file"_s))
    {
    }

    void unit(const ConfigUnit &unit)
    {
        switch (unit.kind) {
        case ConfigKind::FlyToml:
            return fly(unit.files.constFirst());
        case ConfigKind::Compose:
            return compose(unit.files);
        case ConfigKind::DotEnv:
            return env(unit.files.constFirst(), nullptr);
        case ConfigKind::Atalaya:
            return stack(unit.files.constFirst());
        }
    }
    void path(const QString &path);
    [[nodiscard]] ExitCode worst() const { return m_worst; }

private:
    std::optional<QByteArray> textOf(const QString &path)
    {
        // The standard input can be read once.
        if (const auto known = m_texts.constFind(path); known != m_texts.constEnd())
            return *known;
        const Result<QByteArray> text = readInputFile(path, largestChecked);
        if (text)
            return *m_texts.insert(path, *text);
        m_worst = m_session.fail(text.error());
        return std::nullopt;
    }
    void count(const QString &name, const ConfigCounts &counts)
    {
        m_session.out().line(checkSummary(name, counts));
        const bool strict = m_session.invocation().has(u"strict"_s) && counts.warnings > 0;
        if (counts.errors > 0 || strict)
            m_worst = ExitCode::Usage;
    }
    void fly(const QString &path);
    void compose(const QStringList &files);
    void stack(const QString &path);
    void env(const QString &path, const ComposeProject *compose);
    const QSet<QString> &trackedBeside(const QString &path);
    [[nodiscard]] QList<EnvSource> othersBeside(const QString &path) const;

    CtlSession &m_session;
    const QString m_envFile;
    QHash<QString, QByteArray> m_texts;
    QSet<QString> m_done; // env files: a compose file may name them first
    QHash<QString, QSet<QString>> m_tracked; // by folder
    ExitCode m_worst = ExitCode::Done;
};

const QSet<QString> &CheckRun::trackedBeside(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    auto known = m_tracked.find(folder);
    if (known == m_tracked.end())
        known = m_tracked.insert(folder, GitIndex::trackedFiles(folder));
    return *known;
}

// The example that an env file was made from, or the other way round.
QList<EnvSource> CheckRun::othersBeside(const QString &path) const
{
    QList<EnvSource> others;
    const QDir folder = QFileInfo(path).dir();
    for (const QString &name : folder.entryList({u"*.env*"_s}, QDir::Files | QDir::Hidden)) {
        const QString other = folder.filePath(name);
        if (QFileInfo(other) == QFileInfo(path) || isExampleName(other) == isExampleName(path))
            continue;
        if (const Result<QByteArray> text = readInputFile(other, maxConfigBytes))
            others.append({other, readDotEnv(*text)});
    }
    return others;
}

void CheckRun::fly(const QString &path)
{
    const std::optional<QByteArray> text = textOf(path);
    if (!text)
        return;
    FlyToml toml = readFlyToml(*text, path);
    if (path != u'-' && !hasErrors(toml.findings))
        toml.findings += localFileFindings(toml, path);
    std::stable_sort(toml.findings.begin(),
        toml.findings.end(),
        [](const ConfigFinding &a, const ConfigFinding &b) { return a.line < b.line; });
    m_session.out().object("config-check"_L1, checkObject(path, toml));
    for (const ConfigFinding &finding : toml.findings)
        m_session.out().line(findingLine(path, finding));
    count(path, countsOf(toml.findings));
}

void CheckRun::env(const QString &path, const ComposeProject *compose)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (path != u'-' && m_done.contains(absolute))
        return;
    m_done.insert(absolute);
    const std::optional<QByteArray> text = textOf(path);
    if (!text)
        return;
    const EnvSource source{path, readDotEnv(*text)};
    const bool isTracked = trackedBeside(path).contains(absolute);
    const QList<ConfigFinding> findings =
        checkDotEnv(source, isTracked, othersBeside(path), compose);
    m_session.out().object("config-check"_L1, checkObject(source, findings));
    for (const ConfigFinding &finding : findings)
        m_session.out().line(findingLine(path, finding));
    count(path, countsOf(findings));
}

void CheckRun::compose(const QStringList &files)
{
    QList<ComposeSource> sources;
    for (const QString &path : files) {
        const std::optional<QByteArray> text = textOf(path);
        if (!text)
            return;
        sources.append({path, *text});
    }
    ComposeProject project = readCompose(
        sources, [](const QString &path) { return readInputFile(path, maxConfigBytes); });
    const QDir folder = QFileInfo(files.constFirst()).dir();
    ComposeSurroundings surroundings;
    const QString envFile = m_envFile.isEmpty() ? folder.filePath(u".env"_s) : m_envFile;
    if (!m_envFile.isEmpty() || QFileInfo::exists(envFile)) {
        if (const std::optional<QByteArray> text = textOf(envFile))
            surroundings.envFiles.append({envFile, readDotEnv(*text)});
    }
    QStringList named;
    for (const ComposeService &service : std::as_const(project.services)) {
        for (const ComposeEnvFile &file : service.envFiles) {
            const QString below = project.pathFrom(file.path, file.place);
            const QString path = QDir::cleanPath(folder.absoluteFilePath(below));
            if (trackedBeside(path).contains(path))
                surroundings.tracked.insert(file.path);
            if (QFileInfo(path).isFile() && !named.contains(folder.filePath(below)))
                named.append(folder.filePath(below));
        }
    }
    const QList<ComposeFinding> findings = project.findings + checkCompose(project, surroundings);
    const QList<ComposeFinding> ordered = inOrderOfFiles(findings);
    m_session.out().object("config-check"_L1, checkObject(files, project, ordered));
    QList<ConfigFinding> bare;
    for (const ComposeFinding &finding : ordered) {
        m_session.out().line(findingLine(project.files.value(finding.file), finding.finding));
        bare.append(finding.finding);
    }
    count(files.join(u", "_s), countsOf(bare));
    for (const EnvSource &source : std::as_const(surroundings.envFiles))
        env(source.path, &project);
    for (const QString &path : std::as_const(named))
        env(path, &project);
}

void CheckRun::stack(const QString &path)
{
    const std::optional<QByteArray> text = textOf(path);
    if (!text)
        return;
    const QDir folder = QFileInfo(path).dir();
    const StackProject project = readStackProject(*text, folder, path.section(u'/', -1));
    const QList<StackFinding> findings = checkStack(project);
    m_session.out().object("config-check"_L1, checkObject(path, project.toml, findings));
    QList<ConfigFinding> bare;
    for (const StackFinding &finding : findings) {
        m_session.out().line(findingLine(folder.filePath(finding.file), finding.finding));
        bare.append(finding.finding);
    }
    count(path, countsOf(bare));
}

void CheckRun::path(const QString &path)
{
    if (!QFileInfo(path).isDir()) {
        if (const std::optional<QByteArray> text = textOf(path))
            unit({configKindOf(path, *text), {path}});
        return;
    }
    const QList<ConfigUnit> units = configUnitsIn(path);
    if (units.isEmpty()) {
        m_worst = m_session.fail({Error::Kind::InvalidInput,
            QString(path + u": no fly.toml, atalaya.toml, compose file or env file in it"_s),
            0,
            {},
            {},
            {}});
    }
    for (const ConfigUnit &one : units)
        unit(one);
}

ExitCode runConfigCheck(CtlSession &session)
{
    CheckRun run(session);
    const QStringList stack = session.invocation().all(u"file"_s);
    if (!stack.isEmpty())
        run.unit({ConfigKind::Compose, stack});
    QStringList paths = session.invocation().arguments;
    if (paths.isEmpty() && stack.isEmpty())
        paths.append(u"."_s);
    for (const QString &path : std::as_const(paths))
        run.path(path);
    return run.worst();
}

QString exitCodesOfCheck()
{
    return CtlText::tr("It ends with 0 when no file has an error, and with 2 when one has, or with "
                       "%1 a warning.")
        .arg(u"--strict"_s);
}

} // namespace

CtlCommand configCheckCommand()
{
    return {u"config check"_s,
        u"[FILE|DIR…]"_s,
        CtlText::tr("Reads fly.toml, atalaya.toml, compose files and env files and says what is "
                    "wrong with them, line by line."),
        0,
        100,
        {{u"strict"_s, CtlText::tr("Count warnings as errors.")},
            {u"file"_s,
                CtlText::tr("A compose file; several are laid over one another in this order."),
                u"FILE"_s},
            {u"env-file"_s,
                CtlText::tr("The env file that the variables of compose files come from; else the "
                            ".env beside them."),
                u"FILE"_s}},
        runConfigCheck,
        exitCodesOfCheck};
}
