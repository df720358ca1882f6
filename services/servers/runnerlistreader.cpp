#include "servers/runnersteps.h"
#include "servers/runnertext.h"
#include "servers/runnerwords.h"

using namespace Qt::StringLiterals;

namespace {

class RunnerListReader
{
public:
    Result<RunnerList> read(const QByteArray &text)
    {
        const QList<QByteArray> lines = text.split('\n');
        if (lines.value(0) != "atalaya-steps 1")
            return wrong(1);
        for (qsizetype i = 1; i < lines.size() && !m_finished; ++i) {
            const QByteArray &line = lines.at(i);
            const qsizetype space = line.indexOf(' ');
            const Result<QByteArray> value = RunnerText::decode(line.mid(space + 1));
            if (space < 1 || !value || !take(line.left(space), QString::fromUtf8(*value)))
                return wrong(i + 1);
        }
        return m_finished ? Result<RunnerList>(m_list) : wrong(lines.size());
    }

private:
    static tl::unexpected<Error> wrong(qsizetype line)
    {
        return failure(Error::Kind::Protocol, u"line %1 of the runner's list"_s.arg(line));
    }

    bool take(const QByteArray &key, const QString &value)
    {
        if (key == "step") {
            QList<RunnerStep> &steps = m_undoing ? m_list.rollbackSteps : m_list.steps;
            steps.append(RunnerStep());
            m_step = &steps.last();
            return value.toLongLong() == m_list.steps.size() + m_list.rollbackSteps.size();
        }
        if (key == "part") {
            m_undoing = true;
            return value == "rollback"_L1;
        }
        if (key == "finish") {
            m_finished = true;
            return value.toLongLong() == m_list.steps.size() + m_list.rollbackSteps.size();
        }
        if (m_step == nullptr)
            return takeHeader(key, value);
        return takeFlow(key, value) || takeProgram(key, value) || takeWant(key, value);
    }

    bool takeHeader(const QByteArray &key, const QString &value)
    {
        const std::optional<RunnerList::Rollback> rollback = valueOf(RunnerWords::rollbacks, value);
        if (key == "run")
            m_list.run = value;
        else if (key == "owner")
            m_list.owner = value;
        else if (key == "rollback" && rollback)
            m_list.rollback = *rollback;
        else if (key == "keep")
            m_list.keep = value.toInt();
        else if (key == "supersedes")
            m_list.supersedes = value;
        else if (key == "registry-login")
            m_list.registryLogin = true;
        else
            return false;
        return true;
    }

    bool takeFlow(const QByteArray &key, const QString &value)
    {
        const std::optional<Phase> phase = phaseFromName(value);
        const std::optional<RunnerStep::Failure> onFailure = valueOf(RunnerWords::failures, value);
        if (key == "phase" && phase)
            m_step->phase = *phase;
        else if (key == "lane")
            m_step->lane = value;
        else if (key == "title")
            m_step->title = value;
        else if (key == "detail")
            m_step->detail = value;
        else if (key == "timeout")
            m_step->timeout = std::chrono::seconds(value.toLongLong());
        else if (key == "failure" && onFailure)
            m_step->failure = *onFailure;
        else if (key == "repeat")
            m_step->repeatable = false;
        else if (key == "again")
            m_step->again = true;
        else if (key == "confirm")
            m_step->confirm = true;
        else if (key == "if-begun")
            m_step->ifBegun = value.toInt();
        else
            return false;
        return true;
    }

    bool takeProgram(const QByteArray &key, const QString &value)
    {
        if (key == "argument")
            m_step->arguments.append(value);
        else if (key == "environment")
            m_step->environment.insert(value.section(u' ', 0, 0), value.section(u' ', 1));
        else if (key == "input")
            m_step->input = value;
        else if (key == "input-secret")
            m_step->inputSecret = value;
        else if (key == "input-file")
            m_step->inputFile = value;
        else if (key == "output")
            m_step->output = value;
        else if (key == "output-at-least")
            m_step->outputAtLeast = value.toLongLong();
        else if (key == "tries")
            m_step->tries = value.toInt();
        else if (key == "every")
            m_step->every = std::chrono::seconds(value.toLongLong());
        else if (key == "log-limit")
            m_step->logLimit = value.toLongLong();
        else
            return false;
        return true;
    }

    bool takeWant(const QByteArray &key, const QString &value)
    {
        if (key == "never") {
            m_step->nevers.append(value);
            return true;
        }
        const std::optional<RunnerWant::Kind> kind =
            valueOf(RunnerWords::wants, value.section(u' ', 0, 0));
        if (key != "want" || !kind)
            return false;
        const QString text = value.section(u' ', 1);
        m_step->wants.append(RunnerWords::isNumeric(*kind)
                ? RunnerWant{*kind, {}, text.toLongLong()}
                : RunnerWant{*kind, text, 0});
        return true;
    }

    RunnerList m_list;
    RunnerStep *m_step = nullptr;
    bool m_undoing = false;
    bool m_finished = false;
};

} // namespace

Result<RunnerList> RunnerSteps::decode(const QByteArray &lines)
{
    return RunnerListReader().read(lines);
}
