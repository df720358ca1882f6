#include "servers/runnerevents.h"

#include "servers/runnertext.h"
#include "types/wordtable.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestRunnerLine = 1024 * 1024;
constexpr qsizetype longestRunnerPiece = 1024 * 1024;

constexpr Word<RunnerEvent::Kind> runnerEventKinds[] = {
    {RunnerEvent::Kind::RunStarted, "run-started"_L1},
    {RunnerEvent::Kind::StepStarted, "step-started"_L1},
    {RunnerEvent::Kind::StepEnded, "step-ended"_L1},
    {RunnerEvent::Kind::StepSkipped, "step-skipped"_L1},
    {RunnerEvent::Kind::StepAdopted, "step-adopted"_L1},
    {RunnerEvent::Kind::RollbackStarted, "rollback-started"_L1},
    {RunnerEvent::Kind::Question, "question"_L1},
    {RunnerEvent::Kind::Answered, "answered"_L1},
    {RunnerEvent::Kind::CancelRequested, "cancel-requested"_L1},
    {RunnerEvent::Kind::Interrupted, "interrupted"_L1},
    {RunnerEvent::Kind::Resumed, "resumed"_L1},
    {RunnerEvent::Kind::RunEnded, "run-ended"_L1},
};

class RunnerFields
{
public:
    static std::optional<RunnerFields> read(const QList<QByteArray> &parts)
    {
        RunnerFields fields;
        for (const QByteArray &part : parts) {
            const qsizetype equals = part.indexOf('=');
            const Result<QByteArray> value = RunnerText::decode(part.mid(equals + 1));
            if (equals < 1 || !value)
                return std::nullopt;
            fields.m_values.insert(part.left(equals), QString::fromUtf8(*value));
        }
        return fields;
    }

    [[nodiscard]] QString text(const char *key) const { return m_values.value(key); }
    [[nodiscard]] qint64 number(const char *key) const { return text(key).toLongLong(); }
    [[nodiscard]] bool isYes(const char *key) const { return text(key) == "yes"_L1; }

private:
    QHash<QByteArray, QString> m_values;
};

void readRunnerOutcome(RunnerEvent &event, const RunnerFields &fields)
{
    const QString word = fields.text("outcome");
    event.timedOut = word == "timed-out"_L1;
    event.outcome =
        event.timedOut ? Outcome::Failed : outcomeFromName(word).value_or(Outcome::Unknown);
    bool isNumber = false;
    const int code = fields.text("code").toInt(&isNumber);
    if (isNumber)
        event.code = code;
    event.logBytes = fields.number("log");
    event.logCut = fields.isYes("cut");
    event.got = fields.text("got");
    event.passedOver = fields.isYes("passed");
    event.begun = fields.text("begun") != "no"_L1;
}

void readRunnerFields(RunnerEvent &event, const RunnerFields &fields)
{
    event.step = static_cast<int>(fields.number("step"));
    event.phase = phaseFromName(fields.text("phase")).value_or(Phase::Preflight);
    event.lane = fields.text("lane");
    event.title = fields.text("title");
    event.detail = fields.text("detail");
    event.started = fields.number("started");
    event.reason = fields.text("reason");
    event.answer = fields.text("answer");
    event.cause = fields.text("cause");
    event.mode = fields.text("mode");
    event.state = fields.text("state");
    event.host = fields.text("host");
    event.boot = fields.text("boot");
    event.pid = fields.number("pid");
    event.steps = static_cast<int>(fields.number("total"));
    event.mainSteps = static_cast<int>(fields.number("main"));
    const QString by = fields.text("by");
    event.owner = by.isEmpty() ? fields.text("owner") : by;
    if (event.kind == RunnerEvent::Kind::Question || event.kind == RunnerEvent::Kind::Answered)
        event.question = fields.text("kind");
    if (event.kind == RunnerEvent::Kind::StepEnded)
        readRunnerOutcome(event, fields);
}

tl::unexpected<Error> brokenRunnerStream(const QString &what)
{
    return failure(Error::Kind::Protocol, u"the runner's events: %1"_s.arg(what));
}

} // namespace

bool RunnerRest::isFinal() const
{
    return state != "asked"_L1 && state != "interrupted"_L1;
}

Result<RunnerEvent> RunnerEvents::decode(const QString &run, const QByteArray &line)
{
    QList<QByteArray> parts = line.split('\t');
    bool hasSequence = false;
    bool hasTime = false;
    RunnerEvent event;
    event.run = run;
    event.sequence = parts.value(0).toLongLong(&hasSequence);
    const qint64 time = parts.value(1).toLongLong(&hasTime);
    if (!hasSequence || !hasTime || event.sequence < 1 || parts.value(2).isEmpty())
        return brokenRunnerStream(u"a line without number, time and kind"_s);
    event.at = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
    event.kindName = QString::fromLatin1(parts.at(2));
    event.kind = valueOf(runnerEventKinds, event.kindName).value_or(RunnerEvent::Kind::Other);
    const std::optional<RunnerFields> fields = RunnerFields::read(parts.mid(3));
    if (!fields)
        return brokenRunnerStream(u"a field of event %1"_s.arg(event.sequence));
    readRunnerFields(event, *fields);
    return event;
}

RunnerReader::RunnerReader(const QString &run, qint64 sequence, qint64 logBytes)
    : m_run(run)
    , m_sequence(sequence)
    , m_logBytes(logBytes)
{
}

void RunnerReader::reconnect()
{
    m_buffer.clear();
    m_expected.reset();
}

Result<QList<RunnerItem>> RunnerReader::feed(const QByteArray &bytes)
{
    m_buffer.append(bytes);
    QList<RunnerItem> items;
    while (true) {
        if (m_expected) {
            if (!takeLog(items))
                return items;
            continue;
        }
        const qsizetype end = m_buffer.indexOf('\n');
        if (end < 0 && m_buffer.size() > longestRunnerLine)
            return brokenRunnerStream(u"a line without end"_s);
        if (end < 0)
            return items;
        const QByteArray line = m_buffer.left(end);
        m_buffer.remove(0, end + 1);
        if (const Result<void> taken = takeLine(line, items); !taken)
            return failure(taken.error());
    }
}

Result<void> RunnerReader::takeLine(const QByteArray &line, QList<RunnerItem> &items)
{
    if (line.startsWith("e "))
        return takeEvent(line.mid(2), items);
    if (line == "a")
        return {};
    const QList<QByteArray> words = line.split(' ');
    if (words.first() == "l" && words.size() == 4) {
        m_expected = RunnerLog{words.at(1).toLongLong(), words.at(2).toLongLong(), {}};
        m_expectedSize = words.at(3).toLongLong();
        if (m_expected->started < 1 || m_expected->offset < 0 || m_expectedSize < 1
            || m_expectedSize > longestRunnerPiece)
            return brokenRunnerStream(u"the head of a piece of log"_s);
        return {};
    }
    if (words.first() == "end" && words.size() == 2) {
        items.append(RunnerRest{QString::fromLatin1(words.at(1))});
        return {};
    }
    if (words.first() == "refused") {
        items.append(RunnerRefusal{
            QString::fromLatin1(words.value(1)), QString::fromUtf8(words.mid(2).join(' '))});
        return {};
    }
    return brokenRunnerStream(u"a line that is none of it"_s);
}

Result<void> RunnerReader::takeEvent(const QByteArray &line, QList<RunnerItem> &items)
{
    const Result<RunnerEvent> event = RunnerEvents::decode(m_run, line);
    if (!event)
        return failure(event.error());
    if (event->sequence <= m_sequence)
        return {};
    if (event->sequence != m_sequence + 1)
        return brokenRunnerStream(u"event %1 follows %2"_s.arg(event->sequence).arg(m_sequence));
    m_sequence = event->sequence;
    if (event->kind == RunnerEvent::Kind::StepStarted) {
        m_logOf = event->sequence;
        m_logBytes = 0;
    }
    items.append(*event);
    return {};
}

bool RunnerReader::takeLog(QList<RunnerItem> &items)
{
    if (m_buffer.size() < m_expectedSize + 1)
        return false;
    m_expected->bytes = m_buffer.left(m_expectedSize);
    m_buffer.remove(0, m_expectedSize + 1);
    if (m_logOf == 0)
        m_logOf = m_expected->started; // of the step that ran when somebody else read before us
    const qint64 known = m_logBytes - m_expected->offset;
    if (m_expected->started == m_logOf && known < m_expectedSize) {
        m_expected->bytes.remove(0, std::max<qint64>(known, 0));
        m_expected->offset += std::max<qint64>(known, 0);
        m_logBytes = m_expected->offset + m_expected->bytes.size();
        items.append(*m_expected);
    }
    m_expected.reset();
    return true;
}
