#include "diagnosis/logparts.h"

#include "core/sanitise.h"

#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace {

std::optional<LogStory> storyThatBegins(const QString &line)
{
    static const QRegularExpression build(
        u"==> Building image|^#\\d+ \\[|^Step \\d+/\\d+ ?:|Building wheel for |^ *Collecting \\S|"
        "^Sending build context|Dockerfile:\\d+$"_s);
    static const QRegularExpression release(
        u"release_command|\\balembic\\b|\\bmanage\\.py migrate\\b|\\bprisma migrate\\b|"
        "\\bdb:migrate\\b"_s);
    static const QRegularExpression run(
        u"Updating existing machines|Starting init|Started server process|Booting worker|"
        "Listening at: |Uvicorn running|Waiting for application startup|Health check .*on port"_s);
    if (build.match(line).hasMatch())
        return LogStory::Build;
    if (release.match(line).hasMatch())
        return LogStory::ReleaseCommand;
    if (run.match(line).hasMatch())
        return LogStory::Run;
    return {};
}

bool saysSuccess(LogStory story, const QString &line)
{
    static const QRegularExpression build(
        u"--> Building image done|exporting manifest|Successfully (?:built|tagged)|^image size: "_s);
    static const QRegularExpression release(
        u"release_command .*completed successfully|exited normally with code: 0"_s);
    static const QRegularExpression run(
        u"update succeeded|Application startup complete|is now in a good state|"
        "Health check .* is now passing"_s);
    const QRegularExpression &said = story == LogStory::Build ? build
        : story == LogStory::ReleaseCommand                   ? release
                                                              : run;
    return said.match(line).hasMatch();
}

LogLine lineOf(const QString &text)
{
    // 2026-08-20T14:03:20Z app[3d8d7e41b05489] fra [info]message
    static const QRegularExpression prefix(
        u"^(?<at>\\d{4}-\\d\\d-\\d\\dT\\S+) "
        u"(?<source>app|proxy|runner|health)\\[(?<machine>[0-9a-f]+)\\]"
        " (?<region>[a-z]{3}) \\[(?<level>\\w+)\\] ?(?<text>.*)$"_s);
    LogLine line;
    line.text = text;
    const QRegularExpressionMatch match = prefix.match(text);
    if (!match.hasMatch())
        return line;
    line.at = QDateTime::fromString(match.captured(u"at"_s), Qt::ISODateWithMs).toUTC();
    line.lane = match.captured(u"machine"_s);
    line.level = match.captured(u"level"_s);
    line.text = match.captured(u"text"_s);
    const QString source = match.captured(u"source"_s);
    line.source = source == "app"_L1 ? LogLine::Source::App
        : source == "proxy"_L1       ? LogLine::Source::Proxy
                                     : LogLine::Source::Platform;
    return line;
}

} // namespace

QList<LogPart> partsOf(const QList<LogLine> &log)
{
    QList<LogPart> parts;
    bool isKnown = false; // the story of the part at hand
    for (qsizetype i = 0; i < log.size(); ++i) {
        const std::optional<LogStory> begins = storyThatBegins(log[i].text);
        if (parts.isEmpty() || (begins && isKnown && *begins != parts.last().story))
            parts.append({begins.value_or(LogStory::Run), i, -1, {}});
        else if (begins)
            parts.last().story = *begins;
        isKnown = isKnown || begins;
        LogLine line = log[i];
        parts.last().lines.append(line);
    }
    for (LogPart &part : parts) {
        for (qsizetype i = 0; i < part.lines.size(); ++i) {
            if (part.story == LogStory::Build)
                part.lines[i].source = LogLine::Source::Build;
            if (saysSuccess(part.story, part.lines[i].text))
                part.lastSuccess = i;
        }
    }
    return parts;
}

QList<LogLine> linesOfText(const QByteArray &text)
{
    QList<LogLine> lines;
    const QList<QByteArray> raw = text.split('\n');
    lines.reserve(raw.size());
    for (const QByteArray &one : raw)
        lines.append(lineOf(Sanitise::line(QString::fromUtf8(one))));
    if (!lines.isEmpty() && lines.last().text.isEmpty())
        lines.removeLast();
    return lines;
}
