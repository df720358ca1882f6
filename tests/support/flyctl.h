#pragma once

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

// The real flyctl: ATALAYA_FLYCTL, or the one on the PATH. It has a home of its own, and no way out
// of this computer but to the sandbox.
class Flyctl
{
public:
    struct Answer
    {
        int exitCode = -1;
        QByteArray out;
        QByteArray err;

        [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(out); }
        [[nodiscard]] QByteArray told() const
        {
            return "exit " + QByteArray::number(exitCode) + "\n" + out + err;
        }
    };

    static QString program()
    {
        const QString named = qEnvironmentVariable("ATALAYA_FLYCTL");
        if (!named.isEmpty())
            return named;
        const QString full = QStandardPaths::findExecutable(QStringLiteral("flyctl"));
        return full.isEmpty() ? QStandardPaths::findExecutable(QStringLiteral("fly")) : full;
    }
    // CTest knows a test by these words that was not run.
    static constexpr const char *absent = "not run: flyctl is not on the PATH";

    Flyctl(const QUrl &sandbox, const QByteArray &token)
    {
        const QString url = sandbox.toString();
        const QString nowhere = QStringLiteral("http://127.0.0.1:9"); // the discard port
        m_environment.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
        const auto set = [this](const char *name, const QString &value) {
            m_environment.insert(QString::fromLatin1(name), value);
        };
        set("HOME", m_folder.path());
        set("FLY_CONFIG_DIR", m_folder.filePath(QStringLiteral("fly")));
        set("FLY_API_BASE_URL", url);
        set("FLY_UIEX_BASE_URL", url);
        set("FLY_FLAPS_BASE_URL", url);
        set("FLY_REGISTRY_HOST", sandbox.authority());
        set("FLY_API_TOKEN", QString::fromLatin1(token));
        set("FLY_NO_UPDATE_CHECK", QStringLiteral("1"));
        set("FLY_NO_INCIDENTS_CHECK", QStringLiteral("1"));
        set("FLY_SEND_METRICS", QStringLiteral("0"));
        set("FLY_SYNTHETICS_AGENT", QStringLiteral("0"));
        set("FLY_METRICS_BASE_URL", nowhere);
        set("FLY_TRACE_COLLECTOR_URL", QStringLiteral("127.0.0.1:9"));
        set("DOCKER_HOST", QStringLiteral("tcp://127.0.0.1:9"));
        set("HTTPS_PROXY", nowhere);
        set("HTTP_PROXY", nowhere);
        set("NO_PROXY", QStringLiteral("127.0.0.1,localhost"));
        set("NO_COLOR", QStringLiteral("1"));
        set("LC_ALL", QStringLiteral("C.UTF-8"));
    }
    Q_DISABLE_COPY_MOVE(Flyctl)

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    // A file of its home; its path.
    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }

    Answer run(const QStringList &arguments, int milliseconds = 120'000) const
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.setWorkingDirectory(m_folder.path());
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(program(), arguments);
        if (!process.waitForFinished(milliseconds)) {
            process.kill();
            process.waitForFinished();
        }
        Answer answer;
        answer.exitCode = process.exitStatus() == QProcess::CrashExit ? -1 : process.exitCode();
        answer.out = process.readAllStandardOutput();
        answer.err = process.readAllStandardError();
        return answer;
    }

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};
