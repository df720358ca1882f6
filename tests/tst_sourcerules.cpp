#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct SourceFile
{
    QString path; // from the top of the tree
    QString text;
    [[nodiscard]] bool isCpp() const { return path.endsWith(".cpp"_L1) || path.endsWith(".h"_L1); }
    [[nodiscard]] bool isUnder(QLatin1StringView folder) const { return path.startsWith(folder); }
};

// What a box of services may include besides itself (architecture.md, "Folders and allowed edges").
const QMap<QString, QStringList> &allowedEdges()
{
    static const QMap<QString, QStringList> edges{
        {u"core"_s, {}},
        {u"types"_s, {u"core"_s}},
        {u"config"_s, {u"core"_s, u"types"_s}},
        {u"settings"_s, {u"core"_s, u"types"_s}},
        {u"fly"_s, {u"core"_s, u"types"_s, u"config"_s}},
        {u"accounts"_s, {u"core"_s, u"types"_s, u"settings"_s, u"fly"_s}},
        {u"servers"_s, {u"core"_s, u"types"_s, u"config"_s}},
        {u"deploy"_s, {u"core"_s, u"types"_s, u"config"_s, u"fly"_s, u"servers"_s}},
        {u"diagnosis"_s, {u"core"_s, u"types"_s, u"config"_s}},
        {u"fleet"_s, {u"core"_s, u"types"_s, u"settings"_s, u"fly"_s, u"servers"_s}},
        {u"health"_s, {u"core"_s, u"types"_s}},
        {u"store"_s, {u"core"_s, u"types"_s, u"deploy"_s}},
        {u"capsule"_s, {u"core"_s, u"types"_s, u"deploy"_s}},
        {u"sandbox"_s, {u"core"_s, u"types"_s, u"config"_s}},
    };
    return edges;
}

QString boxOf(const SourceFile &file)
{
    return file.isUnder("services/"_L1) ? file.path.section(u'/', 1, 1) : QString();
}

QStringList includesOf(const SourceFile &file)
{
    static const QRegularExpression include(
        u"^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"_s, QRegularExpression::MultilineOption);
    QStringList found;
    for (auto match = include.globalMatch(file.text); match.hasNext();)
        found += match.next().captured(1);
    return found;
}

} // namespace

// The rules of the tree that no compiler sees.
class TestSourceRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void topLevelIsAsDocumented();
    void filesAreFormatted();
    void filesAreSmall();
    void boxesKeepToTheirEdges();
    void foldersKeepToTheirDirection();
    void servicesAndModelsAreWithoutWindows();
    void servicesTellNoProse();
    void nothingIsLeftForLater();
    void nothingSleepsOrNestsLoops();
    void sourcesAreListedByName();
    void bothCompilersCanReadIt();
    void noPathOfAMachineIsWritten();
    void readmeExplainsEveryPackage();

private:
    [[nodiscard]] const SourceFile *find(const QString &path) const;
    void refuse(const QRegularExpression &pattern,
        const std::function<bool(const SourceFile &)> &where,
        const QStringList &exceptions = {});

    QList<SourceFile> m_files;
};

void TestSourceRules::initTestCase()
{
    QProcess git;
    // A container often has the tree mounted from another user.
    git.start(u"git"_s,
        {u"-c"_s,
            u"safe.directory=*"_s,
            u"-C"_s,
            QStringLiteral(SOURCE_TREE),
            u"ls-files"_s,
            u"-z"_s});
    QVERIFY2(git.waitForFinished() && git.exitCode() == 0, "git ls-files");
    for (const QByteArray &name : git.readAllStandardOutput().split('\0')) {
        QFile file(QStringLiteral(SOURCE_TREE) + u'/' + QString::fromUtf8(name));
        if (name.isEmpty() || !file.open(QIODevice::ReadOnly))
            continue; // removed, not yet committed
        const QByteArray bytes = file.readAll();
        m_files.append(
            {QString::fromUtf8(name), bytes.contains('\0') ? QString() : QString::fromUtf8(bytes)});
    }
    QVERIFY(m_files.size() > 50);
}

const SourceFile *TestSourceRules::find(const QString &path) const
{
    const auto found = std::find_if(m_files.cbegin(),
        m_files.cend(),
        [&path](const SourceFile &file) { return file.path == path; });
    return found == m_files.cend() ? nullptr : &*found;
}

void TestSourceRules::topLevelIsAsDocumented()
{
    QStringList entries;
    for (const SourceFile &file : m_files) {
        const QString first = file.path.section(u'/', 0, 0);
        if (!entries.contains(first))
            entries += first;
    }
    entries.sort();
    const QStringList expected{u".ci"_s,
        u".clang-format"_s,
        u".gitignore"_s,
        u"CMakeLists.txt"_s,
        u"CMakePresets.json"_s,
        u"LICENSE"_s,
        u"README.md"_s,
        u"app"_s,
        u"models"_s,
        u"resources"_s,
        u"services"_s,
        u"tests"_s,
        u"translations"_s,
        u"ui"_s};
    QCOMPARE(entries, expected);
}

void TestSourceRules::filesAreFormatted()
{
    const QString program = QStringLiteral(CLANG_FORMAT);
    QVERIFY2(QFile::exists(program), "clang-format-14 is missing; tests/run installs it");
    QStringList arguments{u"--dry-run"_s, u"--Werror"_s, u"--"_s};
    for (const SourceFile &file : m_files) {
        if (file.isCpp())
            arguments += file.path;
    }
    QProcess format;
    format.setWorkingDirectory(QStringLiteral(SOURCE_TREE));
    format.setProcessChannelMode(QProcess::MergedChannels);
    format.start(program, arguments);
    QVERIFY(format.waitForFinished(240'000));
    QStringList wrong;
    for (const QString &line : QString::fromUtf8(format.readAll()).split(u'\n')) {
        if (line.contains("error:"_L1) && !wrong.contains(line.section(u':', 0, 0)))
            wrong += line.section(u':', 0, 0);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable("clang-format-14 -i "_L1 + wrong.join(u' ')));
    QCOMPARE(format.exitCode(), 0);
}

void TestSourceRules::filesAreSmall()
{
    QStringList tooLong;
    for (const SourceFile &file : m_files) {
        const auto lines = file.text.count(u'\n');
        const bool header = file.path.endsWith(".h"_L1);
        if (file.isCpp() && lines > (header ? 300 : 600))
            tooLong += u"%1: %2 lines"_s.arg(file.path).arg(lines);
    }
    QVERIFY2(tooLong.isEmpty(), qPrintable(tooLong.join(u'\n')));
}

void TestSourceRules::boxesKeepToTheirEdges()
{
    QStringList wrong;
    for (const SourceFile &file : m_files) {
        const QString box = boxOf(file);
        if (!file.isCpp() || file.path.count(u'/') < 2)
            continue;
        if (!box.isEmpty() && !allowedEdges().contains(box))
            wrong += file.path + u": a box that is not in the table of edges"_s;
        for (const QString &include : includesOf(file)) {
            const QString other = include.section(u'/', 0, 0);
            if (box.isEmpty() || !include.contains(u'/') || !allowedEdges().contains(other))
                continue;
            if (other != box && !allowedEdges().value(box).contains(other))
                wrong += u"%1 includes %2"_s.arg(file.path, include);
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestSourceRules::foldersKeepToTheirDirection()
{
    const QMap<QString, QStringList> never{
        {u"services/"_s, {u"models/"_s, u"ui/"_s, u"app/"_s}},
        {u"models/"_s, {u"ui/"_s, u"app/"_s, u"store/"_s, u"sandbox/"_s}},
        {u"ui/"_s, {u"app/"_s, u"store/"_s, u"sandbox/"_s, u"fly/"_s}},
    };
    QStringList wrong;
    for (const SourceFile &file : m_files) {
        const QStringList forbidden = never.value(file.path.section(u'/', 0, 0) + u'/');
        for (const QString &include : includesOf(file)) {
            for (const QString &folder : forbidden) {
                if (include.startsWith(folder))
                    wrong += u"%1 includes %2"_s.arg(file.path, include);
            }
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestSourceRules::servicesAndModelsAreWithoutWindows()
{
    static const QRegularExpression windows(
        u"^(Qt(Gui|Widgets|Svg)/"
        u".*|QtGui|QtWidgets|Q(Application|GuiApplication|Widget|Color|Icon|Pixmap|Image|Painter"
        "|Pen|Brush|Font|FontMetrics|Palette|Action|MainWindow|Dialog|MessageBox|Label|TreeView|"
        "TableView"
        "|Clipboard|Cursor|Svg[A-Za-z]*))$"_s);
    QStringList wrong;
    for (const SourceFile &file : m_files) {
        if (!file.isUnder("services/"_L1) && !file.isUnder("models/"_L1)
            && !file.isUnder("app/ctl/"_L1))
            continue;
        for (const QString &include : includesOf(file)) {
            if (windows.match(include).hasMatch())
                wrong += u"%1 includes %2"_s.arg(file.path, include);
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestSourceRules::refuse(const QRegularExpression &pattern,
    const std::function<bool(const SourceFile &)> &where,
    const QStringList &exceptions)
{
    QVERIFY(pattern.isValid());
    QStringList wrong;
    for (const SourceFile &file : m_files) {
        // This file names what it refuses.
        if (!where(file) || exceptions.contains(file.path)
            || file.path == "tests/tst_sourcerules.cpp"_L1)
            continue;
        const QStringList lines = file.text.split(u'\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (pattern.match(lines.at(i)).hasMatch())
                wrong += u"%1:%2: %3"_s.arg(file.path).arg(i + 1).arg(lines.at(i).trimmed());
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestSourceRules::servicesTellNoProse()
{
    refuse(QRegularExpression(u"\\btr\\(|QT_TR_NOOP|QT_TRANSLATE_NOOP"_s),
        [](const SourceFile &file) { return file.isCpp() && file.isUnder("services/"_L1); });
}

void TestSourceRules::nothingIsLeftForLater()
{
    refuse(QRegularExpression(u"\\b(TODO|FIXME|XXX|HACK)\\b"_s), [](const SourceFile &file) {
        return file.isCpp() || file.path.endsWith("CMakeLists.txt"_L1)
            || file.path.endsWith(".cmake"_L1) || file.path.endsWith("/run"_L1);
    });
    // What needs a foreign program or document may be not run, and is then counted as such
    // (tests/app.cmake).
    refuse(QRegularExpression(u"\\bQSKIP\\b|\\bQEXPECT_FAIL\\b"_s),
        [](const SourceFile &file) { return file.isUnder("tests/"_L1); },
        {u"tests/tst_flyctl.cpp"_s,
            u"tests/tst_flyctlconfig.cpp"_s,
            u"tests/tst_lab.cpp"_s,
            u"tests/tst_labservers.cpp"_s,
            u"tests/tst_labstacks.cpp"_s,
            u"tests/tst_openapi.cpp"_s});
}

void TestSourceRules::nothingSleepsOrNestsLoops()
{
    const QRegularExpression sleeps(
        u"\\bqSleep\\b|\\bqWait\\(|\\bsleep_for\\b|\\bsleep_until\\b|\\b[mun]*sleep\\(|\\bQThread::m?sleep"_s);
    refuse(sleeps, [](const SourceFile &file) { return file.isCpp(); });
    const QRegularExpression loops(
        u"\\bQEventLoop\\b|\\bprocessEvents\\b|[.>]exec\\(\\)|\\bwaitFor[A-Z]"_s);
    refuse(loops, [](const SourceFile &file) {
        return file.isCpp() && (file.isUnder("ui/"_L1) || file.isUnder("models/"_L1));
    });
}

// Clang 14 cannot read the views of GCC's library; those without ranges do the same.
void TestSourceRules::bothCompilersCanReadIt()
{
    refuse(QRegularExpression(u"\\branges::(stable_partition|partition|remove|remove_if|unique|"
                              u"rotate|equal_range|search"
                              "|find_end|subrange|views)\\b|\\bstd::views\\b"_s),
        [](const SourceFile &file) { return file.isCpp(); });
}

void TestSourceRules::sourcesAreListedByName()
{
    refuse(QRegularExpression(u"file\\(GLOB"_s), [](const SourceFile &file) {
        return file.path.endsWith("CMakeLists.txt"_L1) || file.path.endsWith(".cmake"_L1);
    });
}

void TestSourceRules::noPathOfAMachineIsWritten()
{
    refuse(QRegularExpression(u"/root/|/Users/|(^|[^.\\w$}])/work/|(^|[^.\\w$}])/tmp/[a-z]"_s),
        [](const SourceFile &file) { return !file.isUnder("resources/scenarios/"_L1); });
}

void TestSourceRules::readmeExplainsEveryPackage()
{
    const SourceFile *readme = find(u"README.md"_s);
    const SourceFile *packages = find(u"app/packages.txt"_s);
    QVERIFY(readme && packages);
    QStringList missing;
    for (const QString &line : packages->text.split(u'\n', Qt::SkipEmptyParts)) {
        const QString name = line.simplified().section(u' ', 1, 1);
        if (!line.startsWith(u'#') && !readme->text.contains(u"`%1`"_s.arg(name)))
            missing += name;
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
}

QTEST_GUILESS_MAIN(TestSourceRules)
#include "tst_sourcerules.moc"
