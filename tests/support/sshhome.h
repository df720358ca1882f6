#pragma once

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

class QProcess;

// An sshd of a test's own, as the user who runs the test, on a port of the loopback that was free.
// Killed with all its children when it dies.
class SshServerProcess
{
public:
    struct Options
    {
        QString folder; // of the SshHome
        QString name = QStringLiteral("sshd"); // of its files there
        QStringList settings; // of sshd_config, before ours: the first one counts
    };
    explicit SshServerProcess(const Options &options);
    ~SshServerProcess();
    Q_DISABLE_COPY_MOVE(SshServerProcess)

    [[nodiscard]] bool isUp() const { return m_port > 0; }
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QString hostKey() const; // the public one: "ssh-ed25519 AAAA…"
    // What it has logged; waits until it holds `text`, or for ten seconds.
    [[nodiscard]] QByteArray log(const QByteArray &text = {});
    [[nodiscard]] qsizetype connections(); // that were ever let in
    void kill(); // the processes of its connections too

private:
    bool start(const Options &options);

    std::unique_ptr<QProcess> m_process;
    QString m_hostKey;
    QByteArray m_log;
    int m_port = 0;
};

// Keys, known hosts and a configuration for ssh, in a folder that goes with its object.
class SshHome
{
public:
    SshHome();

    [[nodiscard]] bool isValid() const { return m_folder.isValid(); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &content) const;
    void append(const QString &name, const QByteArray &content) const;
    // Makes the pair "name" and "name.pub"; with `letIn` the server takes it.
    void makeKey(const QString &name, const QString &passphrase = {}, bool letIn = true) const;
    [[nodiscard]] QByteArray publicKey(const QString &name) const;
    // A block of the configuration, of which the first setting counts.
    void addHost(const QString &alias, int port, const QStringList &settings = {}) const;
    void know(const SshServerProcess &server) const;
    [[nodiscard]] QString config() const { return path(QStringLiteral("config")); }
    [[nodiscard]] std::unique_ptr<SshServerProcess> serve(
        const QStringList &settings = {}, const QString &name = QStringLiteral("sshd")) const;

private:
    QTemporaryDir m_folder;
};
