#pragma once

#include "support/runnerhost.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

// The servers of tests/lab/lab, for one test program; gone with it.
class Lab
{
public:
    // Why there can be none here; nothing: there can.
    static QByteArray absent()
    {
        if (::geteuid() != 0)
            return "not run: the lab's servers need root";
        QProcess unshare;
        unshare.start(QStringLiteral("unshare"),
            {QStringLiteral("--mount"),
                QStringLiteral("--net"),
                QStringLiteral("--uts"),
                QStringLiteral("--pid"),
                QStringLiteral("--fork"),
                QStringLiteral("true")});
        if (!unshare.waitForFinished() || unshare.exitCode() != 0)
            return "not run: the lab's servers need namespaces";
        QFile mounts(QStringLiteral("/proc/self/mountinfo"));
        if (!mounts.open(QIODevice::ReadOnly) || !mounts.readAll().contains(" - cgroup"))
            return "not run: Docker on the lab's servers needs control groups";
        QFile release(QStringLiteral("/etc/os-release"));
        if (!release.open(QIODevice::ReadOnly) || !release.readAll().contains("bookworm"))
            return "not run: the lab's servers are made of Debian 12's packages";
        return {};
    }

    Lab()
        : m_environment(QProcessEnvironment::systemEnvironment())
    {
        m_environment.insert(QStringLiteral("ATALAYA_LAB"), path(QStringLiteral("lab")));
        // Also when this process is killed.
        m_environment.insert(QStringLiteral("ATALAYA_LAB_OWNER"),
            QString::number(QCoreApplication::applicationPid()));
    }
    ~Lab() { run({QStringLiteral("down")}); }
    Q_DISABLE_COPY_MOVE(Lab)

    // What a verb printed; fails the test when it went wrong.
    QByteArray run(const QStringList &arguments, int milliseconds = 120'000) const
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral("bash"),
            QStringList{QStringLiteral(SOURCE_TREE "/tests/lab/lab")} + arguments);
        const bool ended = process.waitForFinished(milliseconds) && process.exitCode() == 0;
        if (!ended)
            QTest::qFail(qPrintable(arguments.join(u' ')), __FILE__, __LINE__);
        return process.readAllStandardOutput();
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    // Its link is cut for a moment, and the connections over it are lost; false: there was none.
    bool sever(const QString &host) const
    {
        return run({QStringLiteral("sever"), host}).trimmed().toInt() > 0;
    }
    // Of the switch's network.
    [[nodiscard]] QString net() const
    {
        QFile name(path(QStringLiteral("lab/name")));
        return name.open(QIODevice::ReadOnly) ? QString::fromLatin1(name.readAll().trimmed())
                                              : QString();
    }

    // What a command of shell prints on a server, whatever its exit code.
    QByteArray on(const QString &host, const QString &command) const
    {
        QProcess process;
        process.start(QStringLiteral("nsenter"), sshTo(host) << command);
        process.waitForFinished(60'000);
        return process.readAllStandardOutput() + process.readAllStandardError();
    }
    [[nodiscard]] RunnerHost runner(const QString &host, const QString &folder) const
    {
        return RunnerHost(QStringLiteral("nsenter"), sshTo(host), folder);
    }

private:
    [[nodiscard]] QStringList sshTo(const QString &host) const
    {
        return {QStringLiteral("--net=/run/netns/%1").arg(net()),
            QStringLiteral("ssh"),
            QStringLiteral("-F"),
            path(QStringLiteral("lab/ssh_config")),
            QStringLiteral("--"),
            host};
    }

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};
