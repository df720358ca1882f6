#include "types/logsource.h"

#include "types/wordtable.h"

using namespace Qt::StringLiterals;

namespace {
using Source = LogLine::Source;
constexpr Word<Source> sources[] = {
    {Source::App, "app"_L1},
    {Source::Platform, "platform"_L1},
    {Source::Proxy, "proxy"_L1},
    {Source::Build, "build"_L1},
    {Source::Console, "console"_L1},
};
} // namespace

QString logSourceName(LogLine::Source source)
{
    return wordOf(sources, source);
}

std::optional<LogLine::Source> logSourceFromName(QStringView name)
{
    return valueOf(sources, name);
}
