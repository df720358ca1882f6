#include "core/log.h"

#include "core/sanitise.h"

#include <QByteArray>
#include <QDir>
#include <QFile>

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <cstdio>
#include <fcntl.h>
#include <map>
#include <mutex>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

template void fmt::detail::vformat_to<char>(
    fmt::detail::buffer<char> &, fmt::string_view, fmt::format_args, fmt::detail::locale_ref);

namespace {
constexpr std::size_t fileSize = 5 * 1024 * 1024;
constexpr std::size_t olderFiles = 2;

// The one way out for log lines: whatever is written has passed the redaction.
class RedactingSink final : public spdlog::sinks::base_sink<std::mutex>
{
public:
    void setFile(spdlog::sink_ptr target)
    {
        const std::lock_guard lock(mutex_);
        m_file = std::move(target);
        format(m_file);
    }
    void setStderr(spdlog::sink_ptr target)
    {
        const std::lock_guard lock(mutex_);
        m_stderr = std::move(target);
        format(m_stderr);
    }

protected:
    void sink_it_(const spdlog::details::log_msg &message) override
    {
        if (!m_file && !m_stderr)
            return;
        const QString payload = QString::fromUtf8(
            message.payload.data(), static_cast<qsizetype>(message.payload.size()));
        // In this order: a control sequence in the middle of a secret must not hide it.
        const QByteArray safe = Redact::text(Sanitise::line(payload)).toUtf8();
        spdlog::details::log_msg redacted = message;
        redacted.payload =
            spdlog::string_view_t(safe.constData(), static_cast<std::size_t>(safe.size()));
        for (const spdlog::sink_ptr &target : {m_file, m_stderr}) {
            if (target)
                target->log(redacted);
        }
    }
    void flush_() override
    {
        for (const spdlog::sink_ptr &target : {m_file, m_stderr}) {
            if (target)
                target->flush();
        }
    }

private:
    static void format(const spdlog::sink_ptr &target)
    {
        if (target)
            target->set_formatter(std::make_unique<spdlog::pattern_formatter>(
                "%Y-%m-%dT%H:%M:%S.%eZ %l %n %v", spdlog::pattern_time_type::utc));
    }

    spdlog::sink_ptr m_file;
    spdlog::sink_ptr m_stderr;
};

struct Areas
{
    std::mutex mutex;
    std::shared_ptr<RedactingSink> sink = std::make_shared<RedactingSink>();
    std::map<std::string, std::shared_ptr<spdlog::logger>> loggers;
};

Areas &areas()
{
    // Never destroyed: Qt may log while the statics are being destroyed.
    static Areas *const all = new Areas;
    return *all;
}

void routeQtMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    // Logging may make Qt say something in turn.
    thread_local bool inside = false;
    if (std::exchange(inside, true))
        return;
    spdlog::level::level_enum level = spdlog::level::debug;
    switch (type) {
    case QtDebugMsg:
        break;
    case QtInfoMsg:
        level = spdlog::level::info;
        break;
    case QtWarningMsg:
        level = spdlog::level::warn;
        break;
    case QtCriticalMsg:
        level = spdlog::level::err;
        break;
    case QtFatalMsg:
        level = spdlog::level::critical;
        break;
    }
    const std::string category = context.category ? context.category : "default";
    Log::area("qt")->log(level, "category={} {}", category, message.toStdString());
    if (type == QtFatalMsg) {
        Log::flush();
        std::fprintf(stderr, "%s\n", Redact::text(message).toLocal8Bit().constData());
    }
    inside = false;
}

// Before the library opens it, so that the file is never readable by others, not even at first.
void makePrivateFile(const spdlog::filename_t &name)
{
    const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return;
    ::fchmod(descriptor, 0600);
    ::close(descriptor);
}
} // namespace

std::shared_ptr<spdlog::logger> Log::area(const char *name)
{
    Areas &all = areas();
    const std::lock_guard lock(all.mutex);
    std::shared_ptr<spdlog::logger> &logger = all.loggers[name];
    if (!logger) {
        logger = std::make_shared<spdlog::logger>(name, all.sink);
        logger->set_level(spdlog::level::info);
        logger->flush_on(spdlog::level::info);
    }
    return logger;
}

QString Log::toFile(const QString &folder, const QString &fileName)
{
    if (!QDir().mkpath(folder)
        || !QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return u"cannot make the folder %1"_s.arg(folder);
    try {
        spdlog::file_event_handlers handlers;
        handlers.before_open = makePrivateFile;
        auto file = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            QFile::encodeName(QDir(folder).filePath(fileName)).toStdString(),
            fileSize,
            olderFiles,
            false,
            handlers);
        areas().sink->setFile(std::move(file));
    } catch (const spdlog::spdlog_ex &error) {
        return QString::fromLocal8Bit(error.what());
    }
    qInstallMessageHandler(routeQtMessage);
    return {};
}

void Log::toStderr()
{
    areas().sink->setStderr(std::make_shared<spdlog::sinks::stderr_sink_mt>());
}

void Log::flush()
{
    areas().sink->flush();
}
