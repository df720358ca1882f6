#pragma once

#include "support/contractguard.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

// Of what a program told, its end: more has no room in a message of a test.
#define EXPECT_EXIT(answer, code)                                                                  \
    do {                                                                                           \
        const auto given = (answer);                                                               \
        QVERIFY2(given.exitCode == (code), given.told().right(3500).constData());                  \
    } while (false)

// A home of their own for the real programs beside this test: folders, environment, sandbox. The
// sandbox is stopped when it dies.
class ProgramHome
{
public:
    struct Answer
    {
        int exitCode = -1;
        bool crashed = false;
        QByteArray out;
        QByteArray err;

        // The JSON lines of a kind, or all.
        [[nodiscard]] QList<QJsonObject> objects(const QString &kind = {}) const
        {
            QList<QJsonObject> found;
            for (const QByteArray &line : out.split('\n')) {
                const QJsonObject object = QJsonDocument::fromJson(line).object();
                if (!object.isEmpty()
                    && (kind.isEmpty() || object.value(QStringLiteral("kind")).toString() == kind))
                    found.append(object);
            }
            return found;
        }
        [[nodiscard]] QJsonObject object(const QString &kind) const
        {
            const QList<QJsonObject> found = objects(kind);
            return found.isEmpty() ? QJsonObject() : found.last();
        }
        [[nodiscard]] QByteArray told() const
        {
            return "exit " + QByteArray::number(exitCode) + "\n" + out + err;
        }
    };

    ProgramHome()
        : m_environment(QProcessEnvironment::systemEnvironment())
    {
        m_environment.insert(QStringLiteral("ATALAYA_HOME"), path());
        m_environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), path()); // Qt wants one
        m_environment.remove(QStringLiteral("ATALAYA_TOKEN"));
        m_environment.insert(QStringLiteral("FLY_NO_INCIDENTS_CHECK"), QStringLiteral("1"));
        m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    }
    ~ProgramHome()
    {
        if (!m_sandbox)
            return;
        // One that does not run any more, or that a test has broken, tells nothing.
        const Answer asked = ctl(
            {QStringLiteral("sandbox"), QStringLiteral("violations"), QStringLiteral("--json")});
        requireFaithfulClient(asked.object(QStringLiteral("violations")));
        ctl({QStringLiteral("sandbox"), QStringLiteral("stop")});
    }
    Q_DISABLE_COPY_MOVE(ProgramHome)

    [[nodiscard]] QString path() const { return m_folder.path(); }
    void setEnvironment(const QString &name, const QString &value)
    {
        m_environment.insert(name, value);
    }

    // A file of the user's, of this content; its path.
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const
    {
        const QString file = path() + QLatin1Char('/') + name;
        QFile written(file);
        if (!written.open(QIODevice::WriteOnly) || written.write(content) != content.size())
            qWarning("%s: cannot be written", qPrintable(file));
        return file;
    }

    static QString program(const QString &name)
    {
        return QCoreApplication::applicationDirPath() + QLatin1Char('/') + name;
    }

    // With the world of a scenario, running `speed` times as fast as the wall's time.
    Answer startSandbox(const QString &scenario, double speed)
    {
        m_sandbox = true;
        return ctl({QStringLiteral("sandbox"),
            QStringLiteral("start"),
            QStringLiteral("--scenario"),
            scenario,
            QStringLiteral("--speed"),
            QString::number(speed),
            QStringLiteral("--json")});
    }

    std::unique_ptr<QProcess> begin(const QString &name, const QStringList &arguments)
    {
        return beginPath(program(name), arguments);
    }

    // Of any program.
    std::unique_ptr<QProcess> beginPath(const QString &path, const QStringList &arguments)
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(m_environment);
        process->start(path, arguments);
        return process;
    }

    static Answer answerOf(QProcess &process, int milliseconds = 120'000)
    {
        Answer answer;
        if (!process.waitForFinished(milliseconds)) {
            process.kill();
            process.waitForFinished();
        }
        answer.crashed = process.exitStatus() == QProcess::CrashExit;
        answer.exitCode = answer.crashed ? -1 : process.exitCode();
        answer.out = process.readAllStandardOutput();
        answer.err = process.readAllStandardError();
        return answer;
    }

    Answer ctl(const QStringList &arguments, const QByteArray &input = {})
    {
        const std::unique_ptr<QProcess> process = begin(QStringLiteral("atalayactl"), arguments);
        process->write(input);
        process->closeWriteChannel();
        return answerOf(*process);
    }

    // On the sandbox, in JSON.
    Answer sandboxed(const QStringList &arguments, const QByteArray &input = {})
    {
        m_sandbox = true;
        return ctl(
            QStringList{QStringLiteral("--sandbox"), QStringLiteral("--json")} + arguments, input);
    }

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    bool m_sandbox = false;
};
