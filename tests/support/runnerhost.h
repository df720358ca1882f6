#pragma once

#include "servers/runnerevents.h"
#include "servers/runnerprogram.h"
#include "servers/runnersteps.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <memory>

// A place where the runner runs, and the program that carries its command there: `sh -c` for this
// computer, ssh for a host of the lab.
class RunnerHost
{
public:
    struct Followed
    {
        QList<RunnerEvent> events;
        QMap<qint64, QByteArray> logs; // by the sequence of the step's beginning
        QString state; // how it rests; empty: the stream was cut
        QByteArray bytes; // the stream as it came

        [[nodiscard]] QList<RunnerEvent> of(RunnerEvent::Kind kind) const
        {
            QList<RunnerEvent> found;
            for (const RunnerEvent &event : events) {
                if (event.kind == kind)
                    found.append(event);
            }
            return found;
        }
        // The last end of a step.
        [[nodiscard]] RunnerEvent end(int step) const
        {
            RunnerEvent last;
            for (const RunnerEvent &event : of(RunnerEvent::Kind::StepEnded)) {
                if (event.step == step)
                    last = event;
            }
            return last;
        }
        [[nodiscard]] QByteArray log(int step) const { return logs.value(end(step).started); }
        // What went wrong in it: short enough for the message of a check.
        [[nodiscard]] QByteArray told() const
        {
            QByteArray text = "end " + state.toUtf8() + '\n';
            for (const RunnerEvent &event : events) {
                if (event.kind != RunnerEvent::Kind::StepEnded
                    || event.outcome == Outcome::Succeeded)
                    continue;
                text += QByteArray::number(event.step) + ' ' + outcomeName(event.outcome).toLatin1()
                    + ' ' + QByteArray::number(event.code.value_or(-1)) + ' '
                    + event.reason.toLatin1() + ' ' + event.got.toUtf8() + ": "
                    + logs.value(event.started).right(300) + '\n';
            }
            return text;
        }
        bool take(const QList<RunnerItem> &items) // true: it rests
        {
            for (const RunnerItem &item : items) {
                if (const auto *event = std::get_if<RunnerEvent>(&item))
                    events.append(*event);
                else if (const auto *log = std::get_if<RunnerLog>(&item))
                    logs[log->started].append(log->bytes);
                else if (const auto *rest = std::get_if<RunnerRest>(&item))
                    state = rest->state;
                else
                    state = QStringLiteral("refused ") + std::get<RunnerRefusal>(item).reason;
            }
            return !state.isEmpty();
        }
    };

    RunnerHost(const QString &program, const QStringList &arguments, const QString &folder)
        : m_program(program)
        , m_arguments(arguments)
        , m_folder(folder)
        , m_environment(QProcessEnvironment::systemEnvironment())
    {
    }
    void setPath(const QString &path) { m_environment.insert(QStringLiteral("PATH"), path); }
    [[nodiscard]] const QString &folder() const { return m_folder; }

    // The first line of what the runner answers, put on the server first if it is not there.
    RunnerProgram::Answer ask(const QStringList &arguments, const QByteArray &input = {}) const
    {
        RunnerProgram::Answer answer = answerOf(output(arguments, input));
        if (answer.word == QStringLiteral("refused")
            && answer.words.value(0) == QStringLiteral("no-runner")) {
            const RunnerProgram::Answer installed =
                answerOf(exchange(RunnerProgram::install(m_folder).value()));
            if (installed.word != QStringLiteral("installed"))
                return installed;
            answer = answerOf(output(arguments, input));
        }
        return answer;
    }
    [[nodiscard]] QByteArray output(
        const QStringList &arguments, const QByteArray &input = {}) const
    {
        return exchange(RunnerProgram::call(m_folder, arguments).value() + input);
    }
    RunnerProgram::Answer start(
        const RunnerList &list, const QList<RunnerSecret> &secrets = {}) const
    {
        const Result<Secret> lines = RunnerSteps::encode(list, secrets);
        if (!lines)
            return {lines.error().detail, {}};
        return ask({QStringLiteral("start")}, lines->reveal());
    }
    RunnerProgram::Answer carryOn(
        const QString &run, const QString &answer, const QList<RunnerSecret> &secrets = {}) const
    {
        return ask({QStringLiteral("continue"), run, answer, QStringLiteral("test")},
            RunnerSteps::encodeSecrets(secrets).value().reveal());
    }

    // A stream that goes on until the run rests or `until` says enough, then is cut.
    Followed follow(const QString &run,
        RunnerReader *reader,
        const std::function<bool(const Followed &)> &until = {},
        Followed followed = {}) const
    {
        followed.state.clear();
        QProcess process;
        begin(process,
            RunnerProgram::call(m_folder,
                {QStringLiteral("follow"),
                    run,
                    QString::number(reader->sequence()),
                    QString::number(reader->logBytes())})
                .value());
        while (process.state() != QProcess::NotRunning || process.bytesAvailable() > 0) {
            if (process.bytesAvailable() == 0 && !process.waitForReadyRead(60'000))
                break;
            const QByteArray bytes = process.readAllStandardOutput();
            followed.bytes += bytes;
            const Result<QList<RunnerItem>> items = reader->feed(bytes);
            if (!items) {
                followed.state = items.error().detail;
                break;
            }
            if (followed.take(*items) || (until && until(followed)))
                break;
        }
        process.kill();
        process.waitForFinished();
        reader->reconnect();
        return followed;
    }
    [[nodiscard]] Followed whole(const QString &run) const
    {
        RunnerReader reader(run);
        return follow(run, &reader);
    }

    [[nodiscard]] QByteArray exchange(const QByteArray &input) const
    {
        QProcess process;
        begin(process, input);
        if (!process.waitForFinished(60'000))
            process.kill();
        return process.readAllStandardOutput();
    }

private:
    void begin(QProcess &process, const QByteArray &input) const
    {
        process.setProcessEnvironment(m_environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(m_program, QStringList(m_arguments) << RunnerProgram::command());
        process.write(input);
        process.closeWriteChannel();
    }
    static RunnerProgram::Answer answerOf(const QByteArray &output)
    {
        const Result<RunnerProgram::Answer> answer = RunnerProgram::answer(output);
        return answer ? *answer : RunnerProgram::Answer{QString::fromUtf8(output), {}};
    }

    QString m_program;
    QStringList m_arguments;
    QString m_folder;
    QProcessEnvironment m_environment;
};
