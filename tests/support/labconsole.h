#pragma once

#include "core/sanitise.h"
#include "support/lab.h"
#include "support/programhome.h"

#include <QRegularExpression>

#include <functional>

// atalayactl on the lab's switch, with the user's own ssh to its servers.
class LabConsole
{
public:
    explicit LabConsole(const Lab &lab)
        : m_lab(lab)
        , m_net(lab.net())
    {
        m_home.setEnvironment(
            QStringLiteral("ATALAYA_SSH_CONFIG"), lab.path(QStringLiteral("lab/ssh_config")));
    }

    [[nodiscard]] std::unique_ptr<QProcess> begin(const QStringList &arguments)
    {
        return m_home.beginPath(QStringLiteral("nsenter"),
            QStringList{QStringLiteral("--net=/run/netns/") + m_net,
                ProgramHome::program(QStringLiteral("atalayactl"))}
                + arguments);
    }
    ProgramHome::Answer run(const QStringList &arguments)
    {
        return told(QStringList{QStringLiteral("--json")} + arguments);
    }
    // In words, where JSON is not asked for.
    ProgramHome::Answer told(const QStringList &arguments)
    {
        const std::unique_ptr<QProcess> process = begin(arguments);
        process->closeWriteChannel();
        return ProgramHome::answerOf(*process, 300'000);
    }
    // Whoever uses the project has seen what it runs.
    void trust(const QString &folder)
    {
        const ProgramHome::Answer shown = run({QStringLiteral("plan"), folder});
        if (shown.exitCode == 0)
            return; // they run the same as before
        const QString hash =
            shown.object(QStringLiteral("trust")).value(QStringLiteral("hash")).toString();
        const ProgramHome::Answer trusted =
            run({QStringLiteral("plan"), folder, QStringLiteral("--trust"), hash});
        if (shown.exitCode != 2 || trusted.exitCode != 0)
            QTest::qFail(QByteArray(shown.told() + trusted.told()).constData(), __FILE__, __LINE__);
    }

    // What the console tells of its servers' runs that it has not told before: a step has begun, or
    // has ended.
    class Told
    {
    public:
        // Reads on until there is something new; false: the program has ended.
        bool next(QProcess &process)
        {
            for (;;) {
                if (take(process.readAllStandardOutput()))
                    return true;
                if (process.state() == QProcess::NotRunning) {
                    const bool isNew = take(process.readAllStandardOutput());
                    m_rest.clear();
                    return isNew;
                }
                process.waitForReadyRead(120'000);
            }
        }
        // The program was killed: what it had begun to tell is not told.
        void forgetRest() { m_rest.clear(); }
        [[nodiscard]] const QByteArray &out() const { return m_out; }
        [[nodiscard]] bool hasBegun(const QString &step) const { return m_begun.contains(step); }
        // The attempt has come to its end: there is nothing left to go on with.
        [[nodiscard]] bool isOver() const { return m_isOver; }

    private:
        bool take(const QByteArray &bytes)
        {
            m_out += bytes;
            m_rest += bytes;
            bool isNew = false;
            for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
                const QJsonObject event = QJsonDocument::fromJson(m_rest.left(end))
                                              .object()
                                              .value(QStringLiteral("event"))
                                              .toObject();
                m_rest.remove(0, end + 1);
                const QString kind = event.value(QStringLiteral("kind")).toString();
                const QString run = event.value(QStringLiteral("run")).toString();
                m_isOver = m_isOver || kind == QStringLiteral("attempt-ended");
                const bool isStep =
                    kind == QStringLiteral("span-started") || kind == QStringLiteral("span-ended");
                if (run.isEmpty() || !isStep)
                    continue;
                const auto key =
                    std::pair(run, event.value(QStringLiteral("runSequence")).toInteger());
                isNew = isNew || !m_seen.contains(key);
                m_begun.insert(event.value(QStringLiteral("body"))
                                   .toObject()
                                   .value(QStringLiteral("step"))
                                   .toString());
                m_seen.insert(key);
            }
            return isNew;
        }

        QSet<std::pair<QString, qint64>> m_seen;
        QSet<QString> m_begun;
        QByteArray m_rest;
        QByteArray m_out;
        bool m_isOver = false;
    };

    // From where on it is interrupted when something new is told, and how often at most.
    struct Interruptions
    {
        QString from; // a step; empty: the first
        int most = 0;
        int done = 0;

        [[nodiscard]] bool areDue(const Told &told) const
        {
            return done < most && (from.isEmpty() || told.hasBegun(from));
        }
    };
    // The link to that server is cut.
    ProgramHome::Answer whileCut(
        const QString &server, const QStringList &arguments, Interruptions &cuts)
    {
        const std::unique_ptr<QProcess> process =
            begin(QStringList{QStringLiteral("--json")} + arguments);
        process->closeWriteChannel();
        Told told;
        while (told.next(*process)) {
            if (cuts.areDue(told) && m_lab.sever(server))
                ++cuts.done;
        }
        ProgramHome::Answer answer = ProgramHome::answerOf(*process, 300'000);
        answer.out.prepend(told.out());
        return answer;
    }
    // The console is killed, and another one goes on.
    ProgramHome::Answer whileKilled(
        const QString &stack, const QStringList &arguments, Interruptions &kills)
    {
        Told told;
        QStringList next = arguments;
        for (;;) {
            const std::unique_ptr<QProcess> process =
                begin(QStringList{QStringLiteral("--json")} + next);
            process->closeWriteChannel();
            bool isNew = told.next(*process);
            while (isNew && !kills.areDue(told))
                isNew = told.next(*process);
            if (isNew && !told.isOver())
                process->kill();
            if (!process->waitForFinished(300'000)
                || process->exitStatus() == QProcess::NormalExit) {
                ProgramHome::Answer answer = ProgramHome::answerOf(*process, 300'000);
                answer.out.prepend(told.out());
                return answer;
            }
            told.forgetRest();
            ++kills.done;
            next = {QStringLiteral("resume"), stack};
        }
    }

    // How the journal's last deployment of a stack differs from what the runner has on the server:
    // each step once, begun and ended, and each line of its log. Empty: it does not.
    QByteArray missing(const QString &server, const QString &folder, const QString &stack)
    {
        const QJsonObject shown = run(
            {QStringLiteral("show"), stack, QStringLiteral("--events"), QStringLiteral("--log")})
                                      .object(QStringLiteral("deployment"));
        const QJsonArray events = shown.value(QStringLiteral("events")).toArray();
        QString last;
        for (const QJsonValue &value : events) {
            const QString run = value.toObject().value(QStringLiteral("run")).toString();
            last = run.isEmpty() ? last : run;
        }
        const RunnerHost::Followed whole = m_lab.runner(server, folder).whole(last);
        const QByteArray steps = differences(stepsOf(events, last), stepsOf(whole));
        const int attempt = events.last().toObject().value(QStringLiteral("attempt")).toInt();
        const QByteArray log = differences(
            linesOf(shown.value(QStringLiteral("log")).toArray(), server, attempt), linesOf(whole));
        return steps + log;
    }

private:
    static QStringList stepsOf(const QJsonArray &events, const QString &run)
    {
        QStringList steps;
        for (const QJsonValue &value : events) {
            const QJsonObject event = value.toObject();
            const QString kind = event.value(QStringLiteral("kind")).toString();
            const QJsonObject body = event.value(QStringLiteral("body")).toObject();
            const QString sequence =
                QString::number(event.value(QStringLiteral("runSequence")).toInteger());
            if (event.value(QStringLiteral("run")).toString() != run)
                continue;
            if (kind == QStringLiteral("span-started"))
                steps.append(
                    sequence + QLatin1Char(' ') + body.value(QStringLiteral("step")).toString());
            else if (kind == QStringLiteral("span-ended"))
                steps.append(
                    sequence + QLatin1Char(' ') + body.value(QStringLiteral("outcome")).toString());
        }
        return steps;
    }
    static QStringList stepsOf(const RunnerHost::Followed &whole)
    {
        QStringList steps;
        for (const RunnerEvent &event : whole.events) {
            const QString sequence = QString::number(event.sequence);
            if (event.kind == RunnerEvent::Kind::StepStarted)
                steps.append(sequence + QLatin1Char(' ') + event.title);
            else if (event.kind == RunnerEvent::Kind::StepEnded)
                steps.append(sequence + QLatin1Char(' ') + outcomeName(event.outcome));
        }
        return steps;
    }
    static QStringList linesOf(const QJsonArray &log, const QString &server, int attempt)
    {
        QStringList lines;
        for (const QJsonValue &value : log) {
            const QJsonObject line = value.toObject();
            const QString lane = line.value(QStringLiteral("lane")).toString();
            if (line.value(QStringLiteral("attempt")).toInt() == attempt
                && lane.section(QLatin1Char('/'), 0, 0) == server)
                lines.append(QString::number(line.value(QStringLiteral("step")).toInteger())
                    + QLatin1Char(' ') + line.value(QStringLiteral("text")).toString());
        }
        return lines;
    }
    static QStringList linesOf(const RunnerHost::Followed &whole)
    {
        QStringList lines;
        for (auto log = whole.logs.cbegin(); log != whole.logs.cend(); ++log) {
            QList<QByteArray> texts = log.value().split('\n');
            if (texts.last().isEmpty())
                texts.removeLast();
            for (const QByteArray &text : std::as_const(texts))
                lines.append(QString::number(log.key()) + QLatin1Char(' ')
                    + Redact::text(Sanitise::line(QString::fromUtf8(text))));
        }
        return lines;
    }
    static QByteArray differences(const QStringList &ours, const QStringList &theirs)
    {
        if (ours == theirs)
            return {};
        qsizetype at = 0;
        while (at < ours.size() && at < theirs.size() && ours.at(at) == theirs.at(at))
            ++at;
        return "at " + QByteArray::number(at) + " of " + QByteArray::number(ours.size()) + " and "
            + QByteArray::number(theirs.size())
            + ", journal: " + ours.mid(at, 5).join(QLatin1Char('|')).toUtf8()
            + "; server: " + theirs.mid(at, 5).join(QLatin1Char('|')).toUtf8() + '\n';
    }

    const Lab &m_lab;
    const QString m_net;
    ProgramHome m_home;
};
