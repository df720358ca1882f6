#pragma once

#include "types/deploymentstate.h"
#include "types/logline.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

struct FactCondition;

// What a log of which nothing else is known is about.
enum class LogStory
{
    Build,
    ReleaseCommand,
    Run // of the app, on a machine
};

// What the events tell about the failure of a deployment's last attempt.
class FailureFacts
{
public:
    // Nothing when the last attempt did not fail.
    [[nodiscard]] static std::optional<FailureFacts> of(const DeploymentState &state);

    // As far as the lines themselves tell how it ended.
    // `ports`: those of fly.toml, when it is known.
    [[nodiscard]] static FailureFacts ofLog(
        LogStory story, const QList<LogLine> &log, const QList<int> &ports);

    [[nodiscard]] bool fulfil(const FactCondition &condition) const;
    // Facts that a sentence may name ("machine", "exit", …); empty when not known.
    [[nodiscard]] QString value(const QString &name) const { return m_values.value(name); }
    [[nodiscard]] static QStringList names();

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] QString lane() const { return m_lane; } // whose log lines count; empty: any
    [[nodiscard]] int attempt() const { return m_attempt; }
    [[nodiscard]] bool isBuild() const;
    [[nodiscard]] std::optional<int> exitCode() const { return m_exitCode; }
    [[nodiscard]] int signal() const { return m_signal; } // -1: none
    [[nodiscard]] bool oomKilled() const { return m_oomKilled; }
    // The app listens where nobody looks for it.
    [[nodiscard]] bool listensElsewhere() const { return m_listensElsewhere; }
    [[nodiscard]] QString checkName() const { return value(QStringLiteral("check")); }
    [[nodiscard]] QString checkOutput() const { return m_checkOutput; }
    // Of its machine, when it was looked at last.
    [[nodiscard]] QString machineState() const { return m_machineState; }
    // What the platform answered, or told of a machine; empty: neither.
    [[nodiscard]] QString answer() const
    {
        using namespace Qt::StringLiterals;
        const bool isTold = m_error
            && (m_error->httpStatus > 0 || m_error->code.startsWith("image-reverted "_L1)
                || m_error->code.startsWith("machine-changed "_L1));
        return isTold ? m_error->detail : QString();
    }

private:
    void readReleaseCommand(const events::ReleaseCommandEnded &ended);
    void readSpans(const DeploymentState &state);
    void readPreparation(const DeploymentState &state);
    void readNote(const SpanNote &note);
    void readError(const std::optional<Error> &error);
    void readPlan(const AttemptState &attempt);
    void readLine(const LogLine &line);
    void readListening(const LogLine &line, const QList<int> &ports);
    void readCheck(const QString &name, const QString &output);
    void readShellsSignal();
    [[nodiscard]] bool isRelease() const;
    [[nodiscard]] bool wasKilledForMemory() const;
    [[nodiscard]] bool fulfilsRelease(const FactCondition &condition) const;

    Step m_step = Step::Survey;
    QString m_lane;
    int m_attempt = 1;
    std::optional<int> m_exitCode;
    int m_signal = -1;
    bool m_oomKilled = false;
    bool m_timedOut = false;
    bool m_releaseKnown = false;
    bool m_listensElsewhere = false;
    std::optional<Error> m_error;
    QString m_checkOutput;
    QString m_machineState;
    QHash<QString, QString> m_values;
};
