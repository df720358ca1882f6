#pragma once

#include "support/runnerhost.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

// A step that runs lines of shell, which no user's data is part of.
inline RunnerStep scripted(const QString &script, const QStringList &arguments = {})
{
    RunnerStep step;
    step.phase = Phase::Update;
    step.title = u"scripted"_s;
    step.timeout = std::chrono::seconds(60);
    step.arguments = QStringList{u"sh"_s, u"-c"_s, script, u"sh"_s} + arguments;
    return step;
}

// Goes on until there is a file `go`.
inline RunnerStep waiting()
{
    return scripted(u"echo ready; until [ -e go ]; do sleep 0.05; done"_s);
}

inline RunnerList listOf(const QString &run, const QList<RunnerStep> &steps)
{
    RunnerList list;
    list.run = run;
    list.owner = u"ana@portátil"_s;
    list.rollback = RunnerList::Rollback::Automatic;
    list.steps = steps;
    return list;
}

inline QByteArray contentOfFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

// Each step leaves a mark a time it is done; the third may not be done twice.
inline RunnerList marking()
{
    QList<RunnerStep> steps;
    for (int i = 1; i <= 5; ++i)
        steps.append(
            scripted(u"echo $1 >>marks; echo step $1; sleep 0.05"_s, {QString::number(i)}));
    steps[2].repeatable = false;
    return listOf(u"R"_s, steps);
}

inline void checkNumbers(const RunnerHost::Followed &followed)
{
    qint64 number = 0;
    for (const RunnerEvent &event : followed.events)
        QCOMPARE(event.sequence, ++number);
}

// A test of the runner: a folder that could be a stack's, and the shells that servers have as `sh`.
class RunnerTest : public QObject
{
protected:
    void gatherShells()
    {
        // busybox is all of its small programs, as on Alpine.
        for (const QString &shell : {u"dash"_s, u"busybox"_s}) {
            const QString program = QStandardPaths::findExecutable(shell);
            QVERIFY2(!program.isEmpty(), qPrintable(shell));
            QVERIFY(QDir(m_shells.path()).mkdir(shell));
            const QString place = m_shells.filePath(shell) + u'/';
            QVERIFY(QFile::link(program, place + u"sh"_s));
            if (shell == "busybox"_L1) {
                QProcess list;
                list.start(program, {u"--list"_s});
                QVERIFY(list.waitForFinished());
                for (const QByteArray &name : list.readAllStandardOutput().split('\n')) {
                    if (!name.isEmpty() && name != "sh")
                        QFile::link(program, place + QString::fromUtf8(name));
                }
            }
        }
    }

    void beginFolder()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_host = std::make_unique<RunnerHost>(u"sh"_s, QStringList{u"-c"_s}, m_folder->path());
    }

    void endFolder()
    {
        m_host.reset();
        m_folder.reset();
    }

    void shells()
    {
        QTest::addColumn<QString>("shell");
        QTest::newRow("dash") << u"dash"_s;
        QTest::newRow("busybox") << u"busybox"_s;
    }

    void useShell()
    {
        QFETCH(const QString, shell);
        m_host->setPath(m_shells.filePath(shell) + u':' + qEnvironmentVariable("PATH"));
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    RunnerHost::Followed run(const RunnerList &list, const QList<RunnerSecret> &secrets = {})
    {
        const RunnerProgram::Answer answer = m_host->start(list, secrets);
        if (answer.word != "started"_L1) {
            RunnerHost::Followed refused;
            refused.state = answer.word + u' ' + answer.words.join(u' ');
            return refused;
        }
        return m_host->whole(list.run);
    }

    QTemporaryDir m_shells; // a folder for each, to be the first of PATH
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RunnerHost> m_host;
};
