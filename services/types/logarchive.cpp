#include "types/logarchive.h"

#include "types/logsource.h"

using namespace Qt::StringLiterals;

template <> struct EnumNames<LogLine::Source>
{
    static QString name(LogLine::Source value) { return logSourceName(value); }
    static std::optional<LogLine::Source> value(QStringView name)
    {
        return logSourceFromName(name);
    }
};

namespace {
void describeLine(auto &archive, Either<LogLine> auto &line)
{
    archive.field("at"_L1, line.at);
    archive.field("source"_L1, line.source);
    archive.field("lane"_L1, line.lane);
    archive.field("level"_L1, line.level);
    archive.field("attempt"_L1, line.attempt);
    archive.field("text"_L1, line.text);
}
} // namespace

void describe(JsonWriter &archive, const LogLine &line)
{
    describeLine(archive, line);
}

void describe(JsonReader &archive, LogLine &line)
{
    describeLine(archive, line);
}
