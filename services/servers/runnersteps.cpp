#include "servers/runnersteps.h"

#include "servers/runnertext.h"
#include "servers/runnerwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumRunnerSteps = 999;
constexpr qsizetype maximumRunnerDetail = 4096;

bool isRunnerWord(const QString &text)
{
    const auto fits = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
            || c == u'-' || c == u'_';
    };
    return !text.isEmpty() && text.size() <= 64 && std::all_of(text.cbegin(), text.cend(), fits);
}

bool isRunnerVariable(const QString &text)
{
    return isRunnerWord(text) && !text.contains(u'-') && !text.front().isDigit();
}

tl::unexpected<Error> badRunnerStep(int number, const QString &why)
{
    return failure(
        Error::Kind::InvalidInput, u"step %1 of the runner's list: %2"_s.arg(number).arg(why));
}

// Collects the lines; the first field that cannot be encoded is what is wrong with the list.
class RunnerLines
{
public:
    void word(const char *key, const QString &value)
    {
        m_lines.append(key).append(' ').append(value.toLatin1()).append('\n');
    }
    void number(const char *key, qint64 value) { word(key, QString::number(value)); }
    void text(const QByteArray &key, const QString &value) { bytes(key, value.toUtf8()); }
    void bytes(const QByteArray &key, const QByteArray &value)
    {
        const Result<QByteArray> field = RunnerText::encode(value);
        if (field)
            m_lines.append(key).append(' ').append(*field).append('\n');
        else if (!m_error)
            m_error = field.error();
    }
    void plain(const char *line) { m_lines.append(line).append('\n'); }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] QByteArray take() { return std::move(m_lines); }

private:
    QByteArray m_lines;
    std::optional<Error> m_error;
};

std::optional<QString> whatIsWrongWithStep(const RunnerStep &step, int number)
{
    if (step.arguments.isEmpty() || step.arguments.front().isEmpty())
        return u"no program"_s;
    if (step.arguments.front().startsWith(u'-'))
        return u"a program's name that begins with -"_s;
    if (!isRunnerWord(step.title))
        return u"a title that is no word"_s;
    if (step.detail.toUtf8().size() > maximumRunnerDetail
        || step.lane.toUtf8().size() > maximumRunnerDetail)
        return u"a detail that is too long"_s;
    if (step.timeout <= std::chrono::seconds::zero() || step.every < std::chrono::seconds::zero()
        || step.timeout.count() > 999'999'999 || step.every.count() > 999'999'999)
        return u"a time out of range"_s;
    if (step.tries < 1 || step.outputAtLeast < 0 || step.logLimit < 1
        || step.outputAtLeast > 9'999'999'999 || step.logLimit > 9'999'999'999)
        return u"a number out of range"_s;
    if (step.ifBegun < 0 || step.ifBegun >= number)
        return u"it depends on a step that is not before it"_s;
    const int inputs = static_cast<int>(!step.input.isEmpty())
        + static_cast<int>(!step.inputSecret.isEmpty())
        + static_cast<int>(!step.inputFile.isEmpty());
    if (inputs > 1)
        return u"more than one input"_s;
    if (!step.inputSecret.isEmpty() && (!isRunnerWord(step.inputSecret) || step.tries > 1))
        return u"a secret that is read more than once, or has no proper name"_s;
    if (!step.output.isEmpty() && (!step.wants.isEmpty() || !step.nevers.isEmpty()))
        return u"an output that is kept and looked at"_s;
    for (auto it = step.environment.cbegin(); it != step.environment.cend(); ++it) {
        if (!isRunnerVariable(it.key()))
            return u"a variable's name: %1"_s.arg(it.key());
    }
    for (const RunnerWant &want : step.wants) {
        if (RunnerWords::isNumeric(want.kind) && (want.number < 0 || want.number > 9'999'999'999))
            return u"a count out of range"_s;
    }
    return std::nullopt;
}

void writeRunnerWants(RunnerLines &lines, const RunnerStep &step)
{
    for (const RunnerWant &want : step.wants) {
        const QByteArray key = "want " + wordOf(RunnerWords::wants, want.kind).toLatin1();
        lines.text(
            key, RunnerWords::isNumeric(want.kind) ? QString::number(want.number) : want.text);
    }
    for (const QString &never : step.nevers)
        lines.text("never", never);
}

void writeRunnerFlow(RunnerLines &lines, const RunnerStep &step)
{
    lines.number("timeout", step.timeout.count());
    lines.word("failure", wordOf(RunnerWords::failures, step.failure));
    if (!step.repeatable)
        lines.word("repeat", u"no"_s);
    if (step.again)
        lines.word("again", u"yes"_s);
    if (step.confirm)
        lines.word("confirm", u"yes"_s);
    if (step.ifBegun > 0)
        lines.number("if-begun", step.ifBegun);
    if (step.tries > 1) {
        lines.number("tries", step.tries);
        lines.number("every", step.every.count());
    }
    lines.number("log-limit", step.logLimit);
}

void writeRunnerProgram(RunnerLines &lines, const RunnerStep &step)
{
    for (const QString &argument : step.arguments)
        lines.text("argument", argument);
    for (auto it = step.environment.cbegin(); it != step.environment.cend(); ++it)
        lines.text("environment " + it.key().toLatin1(), it.value());
    if (!step.input.isEmpty())
        lines.text("input", step.input);
    if (!step.inputSecret.isEmpty())
        lines.word("input-secret", step.inputSecret);
    if (!step.inputFile.isEmpty())
        lines.text("input-file", step.inputFile);
    if (!step.output.isEmpty()) {
        lines.text("output", step.output);
        lines.number("output-at-least", step.outputAtLeast);
    }
}

Result<void> writeRunnerSteps(RunnerLines &lines, const QList<RunnerStep> &steps, int first)
{
    int number = first;
    for (const RunnerStep &step : steps) {
        if (const std::optional<QString> wrong = whatIsWrongWithStep(step, number))
            return badRunnerStep(number, *wrong);
        lines.number("step", number);
        lines.word("phase", phaseName(step.phase));
        lines.word("title", step.title);
        if (!step.lane.isEmpty())
            lines.text("lane", step.lane);
        if (!step.detail.isEmpty())
            lines.text("detail", step.detail);
        writeRunnerFlow(lines, step);
        writeRunnerProgram(lines, step);
        writeRunnerWants(lines, step);
        if (lines.error())
            return badRunnerStep(number, lines.error()->detail);
        ++number;
    }
    return {};
}

Result<void> writeRunnerSecrets(RunnerLines &lines, const QList<RunnerSecret> &secrets)
{
    for (const RunnerSecret &secret : secrets) {
        if (!isRunnerWord(secret.name))
            return failure(Error::Kind::InvalidInput, u"a secret without a proper name"_s);
        lines.bytes("secret " + secret.name.toLatin1(), secret.value.reveal());
    }
    lines.plain("go");
    if (lines.error())
        return failure(*lines.error());
    return {};
}

Result<void> checkRunnerSecrets(const RunnerList &list, const QList<RunnerSecret> &secrets)
{
    const QList<RunnerStep> all = list.steps + list.rollbackSteps;
    for (const RunnerStep &step : all) {
        const bool known = step.inputSecret.isEmpty()
            || std::any_of(secrets.cbegin(), secrets.cend(), [&step](const RunnerSecret &secret) {
                   return secret.name == step.inputSecret;
               });
        if (!known)
            return failure(Error::Kind::InvalidInput,
                u"the secret %1 of the runner's list is missing"_s.arg(step.inputSecret));
    }
    return {};
}

Result<void> checkRunnerList(const RunnerList &list)
{
    if (!isRunnerWord(list.run) || (!list.supersedes.isEmpty() && !isRunnerWord(list.supersedes)))
        return failure(Error::Kind::InvalidInput, u"the runner's list has no proper name"_s);
    if (list.steps.isEmpty() || list.steps.size() + list.rollbackSteps.size() > maximumRunnerSteps)
        return failure(Error::Kind::InvalidInput, u"the runner's list has no steps, or too many"_s);
    if (list.keep < 1 || list.owner.toUtf8().size() > maximumRunnerDetail)
        return failure(
            Error::Kind::InvalidInput, u"the runner's list: keep or owner out of range"_s);
    return {};
}

} // namespace

Result<Secret> RunnerSteps::encode(const RunnerList &list, const QList<RunnerSecret> &secrets)
{
    if (const Result<void> checked = checkRunnerList(list); !checked)
        return failure(checked.error());
    if (const Result<void> checked = checkRunnerSecrets(list, secrets); !checked)
        return failure(checked.error());
    RunnerLines lines;
    lines.plain("atalaya-steps 1");
    lines.word("run", list.run);
    lines.text("owner", list.owner);
    lines.word("rollback", wordOf(RunnerWords::rollbacks, list.rollback));
    lines.number("keep", list.keep);
    if (!list.supersedes.isEmpty())
        lines.word("supersedes", list.supersedes);
    if (list.registryLogin)
        lines.word("registry-login", u"yes"_s);
    if (const Result<void> written = writeRunnerSteps(lines, list.steps, 1); !written)
        return failure(written.error());
    const int count = static_cast<int>(list.steps.size());
    if (!list.rollbackSteps.isEmpty()) {
        lines.word("part", u"rollback"_s);
        if (const Result<void> written = writeRunnerSteps(lines, list.rollbackSteps, count + 1);
            !written)
            return failure(written.error());
    }
    lines.number("finish", count + list.rollbackSteps.size());
    if (const Result<void> written = writeRunnerSecrets(lines, secrets); !written)
        return failure(written.error());
    return Secret(lines.take());
}

Result<Secret> RunnerSteps::encodeSecrets(const QList<RunnerSecret> &secrets)
{
    RunnerLines lines;
    if (const Result<void> written = writeRunnerSecrets(lines, secrets); !written)
        return failure(written.error());
    return Secret(lines.take());
}
